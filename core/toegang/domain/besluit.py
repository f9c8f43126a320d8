"""Provisions, the besluit taken by a person, and the answer of ``draft_beschikking``."""

from __future__ import annotations

from datetime import date

from pydantic import model_validator

from toegang.domain.bedragen import Centen
from toegang.domain.begrippen import (
    Besluitsoort,
    Besluitvorm,
    Drager,
    Kenmerk,
    Leveringsvorm,
    Voorzieningsoort,
    Werkgeversoort,
    Wet,
)
from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Voorziening(Waarde):
    """Something that is granted, refused or changed.

    Args:
        id: id within the besluit, e.g. ``V1``.
        product: id in the product catalogue.
        naam: the words that are printed, e.g. "hulp bij het huishouden".
        wet: the act.
        soort: legal kind.
        kenmerken: traits that decide the form in Zwolle (Z-15).
        leveringsvorm: in kind, pgb or money.
        omvang: printed volume, e.g. "3 uur per week"; empty when it has none.
        ingangsdatum: first day.
        einddatum: last day; ``None`` when open.
        aanbieder: name of the provider, when known.
        bedrag_centen: amount in euro cents per period of ``omvang``; ``None`` when none.
        resultaat: the intended result in plain words (L-67).
        eenmalig: given once and not for a time, such as an aid (B-38).
        berekening: how the amount of a pgb was computed, in plain words (L-67).
    """

    id: str
    product: str
    naam: str
    wet: Wet
    soort: Voorzieningsoort
    kenmerken: frozenset[Kenmerk] = frozenset()
    leveringsvorm: Leveringsvorm = Leveringsvorm.ZIN
    omvang: str = ""
    ingangsdatum: date
    einddatum: date | None = None
    aanbieder: str = ""
    bedrag_centen: Centen | None = None
    resultaat: str = ""
    eenmalig: bool = False
    berekening: str = ""

    @model_validator(mode="after")
    def _einde_na_begin(self) -> Voorziening:
        if self.einddatum is not None and self.einddatum < self.ingangsdatum:
            raise ValueError("de einddatum ligt voor de ingangsdatum")
        return self


class Advies(Waarde):
    """Advice that was weighed (W-3, W-4).

    Args:
        van: id of the adviser (medewerker or provider).
        overgenomen: followed, or deviated from.
        reden: why it was followed or not (Awb 3:49, 3:50).
        wettelijk: the law asks for this advice (L-18).
        verwijst: the reasons of the decision refer to the advice instead of giving their own (L-17).
        bevat_redenen: the advice itself gives its reasons.
        meegestuurd: the resident gets it with the decision, or had it before.
    """

    van: str
    overgenomen: bool
    reden: str
    wettelijk: bool = False
    verwijst: bool = False
    bevat_redenen: bool = False
    meegestuurd: bool = False


class Behandelaar(Waarde):
    """Who did a step of the besluitroute; by id, functie and kind of employer."""

    medewerker: str
    functie: str
    werkgeversoort: Werkgeversoort


class Motivering(Waarde):
    """The reasons, a paragraph per step of the research (L-53, L-60); free text, so never sent to a hook."""

    stappen: tuple[tuple[str, str], ...] = ()
    conclusie: str


class Besluit(Waarde):
    """A decision taken by a person (L-147).

    Args:
        id: id of the besluit.
        zaak_id: the zaak.
        soort: kind.
        datum: day on which it was taken.
        voorzieningen: what it is about.
        minder_dan_gevraagd: the grant is less than what was asked (Z-28).
        ten_nadele: the resident is worse off than before (Z-28).
        beoordelaar: who assessed (voorstel).
        toetser: who checked the lawfulness; ``None`` when the route has no such step.
        beslisser: the person who decided.
        adviezen: advice weighed.
        afwijzingsgrond: the other act that goes before ours, e.g. ``WLZ`` (L-75, L-83); empty when none does.
        meer_oorzaken: the need has more than one cause, so another act does not settle it (L-83).
    """

    id: str
    zaak_id: str
    soort: Besluitsoort
    datum: date
    voorzieningen: tuple[Voorziening, ...] = ()
    minder_dan_gevraagd: bool = False
    ten_nadele: bool = False
    beoordelaar: Behandelaar
    toetser: Behandelaar | None = None
    beslisser: Behandelaar
    adviezen: tuple[Advies, ...] = ()
    afwijzingsgrond: str = ""
    meer_oorzaken: bool = False

    @property
    def voorzieningen_met_besluit(self) -> tuple[Voorziening, ...]:
        """Those that need a decision: everything but algemene voorzieningen (W-7)."""
        return tuple(item for item in self.voorzieningen if item.soort is not Voorzieningsoort.ALGEMEEN)

    @property
    def is_belastend(self) -> bool:
        """A refusal, a lesser grant, a change for the worse or a withdrawal (Z-28, B-63)."""
        soorten = (Besluitsoort.AFWIJZING, Besluitsoort.INTREKKING, Besluitsoort.BUITEN_BEHANDELING)
        return self.soort in soorten or self.minder_dan_gevraagd or self.ten_nadele

    @property
    def vraagt_redenen(self) -> bool:
        """Reasons are due whatever the resident thinks of it (Awb 3:48; L-16): only a full grant may do without."""
        return self.is_belastend or self.soort.volgt_op_eerder or self.soort.tussentijds


class Dragerverdeling(Waarde):
    """Which paper decides which provision."""

    voorziening: str
    drager: Drager


class Beschikkingsconcept(Waarde):
    """Answer of ``draft_beschikking``.

    Args:
        vorm: the form of the decision.
        dragers: which paper decides which voorziening (by id).
        sjabloon: id of the template for the beschikking or the plan, e.g. ``wmo/toekenning``; ``None`` with GEEN.
        ondertekenaarfunctie: functie that signs; core finds the person in the mandate register.
        bijlagen: ids of annexes, e.g. ``("plan-van-aanpak",)``.
        reden: why.
    """

    vorm: Besluitvorm
    dragers: tuple[Dragerverdeling, ...] = ()
    sjabloon: str | None = None
    ondertekenaarfunctie: str | None = None
    bijlagen: tuple[str, ...] = ()
    reden: Reden
