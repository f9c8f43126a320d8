"""What is proposed and decided, as it is handed in: provisions, reasons, and the grounds that the law asks for."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from toegang.domain.bedragen import Centen
from toegang.domain.begrippen import Besluitsoort, Leveringsvorm
from toegang.domain.besluit import Advies, Motivering
from toegang.domain.waarde import Waarde


class Herzieningsgrond(StrEnum):
    """Why a running provision may be revised or withdrawn (Wmo 2015, 2.3.10 lid 1 a-e; L-65)."""

    ONJUISTE_GEGEVENS = "ONJUISTE_GEGEVENS"
    NIET_LANGER_NODIG = "NIET_LANGER_NODIG"
    NIET_TOEREIKEND = "NIET_TOEREIKEND"
    VOORWAARDEN_NIET_NAGEKOMEN = "VOORWAARDEN_NIET_NAGEKOMEN"
    NIET_OF_ANDERS_GEBRUIKT = "NIET_OF_ANDERS_GEBRUIKT"

    @property
    def uitleg(self) -> str:
        """Return the ground in plain Dutch, with its letter in the act."""
        return _GRONDEN[self]


_GRONDEN = {
    Herzieningsgrond.ONJUISTE_GEGEVENS: "a: de gegevens waren onjuist of onvolledig, en anders was anders beslist",
    Herzieningsgrond.NIET_LANGER_NODIG: "b: de voorziening of het pgb is niet langer nodig",
    Herzieningsgrond.NIET_TOEREIKEND: "c: de voorziening of het pgb is niet meer toereikend",
    Herzieningsgrond.VOORWAARDEN_NIET_NAGEKOMEN: "d: de voorwaarden zijn niet nagekomen",
    Herzieningsgrond.NIET_OF_ANDERS_GEBRUIKT: "e: de voorziening of het pgb is niet, of voor iets anders, gebruikt",
}


class Herziening(Waarde):
    """The change of something that runs (L-65).

    Args:
        besluit: id of the decision that is changed.
        grond: ground in the Wmo; other acts have their own, in words.
        grond_in_woorden: the ground with its article, for an act without a closed list here.
        ingaat_op: day on which the change takes effect.
        op_verzoek: the resident asked for it.
        terugvordering: money or its value is claimed back.
        terug_centen: what is claimed back, in euro cents; ``None`` = a decision of its own will say.
        opzet: the resident gave false or incomplete data on purpose (Wmo 2015, 2.4.1).
    """

    besluit: str
    grond: Herzieningsgrond | None = None
    grond_in_woorden: str = ""
    ingaat_op: date | None = None
    op_verzoek: bool = False
    terugvordering: bool = False
    terug_centen: Centen | None = None
    opzet: bool = False


class Pgbweigering(StrEnum):
    """Grounds to refuse a pgb although the conditions are met (Wmo 2015, 2.3.6 lid 5)."""

    HOGERE_KOSTEN = "HOGERE_KOSTEN"
    EERDER_MISBRUIK = "EERDER_MISBRUIK"


class Pgbafweging(Waarde):
    """The four questions of a pgb (Wmo 2015, 2.3.6; L-61).

    Args:
        wens: the client wants it.
        bekwaam: the client, or who helps, can handle it.
        gemotiveerd: the client gave reasons why.
        kwaliteit: what is bought is safe, effective and meets the need.
        weigering: ground on which it is refused nevertheless.
    """

    wens: bool = False
    bekwaam: bool = False
    gemotiveerd: bool = False
    kwaliteit: bool = False
    weigering: Pgbweigering | None = None

    @property
    def ontbreekt(self) -> tuple[str, ...]:
        """Return, in Dutch, which conditions are not met."""
        delen = {
            "de wens van de inwoner": self.wens,
            "of de inwoner het kan": self.bekwaam,
            "de motivering van de inwoner": self.gemotiveerd,
            "de kwaliteit": self.kwaliteit,
        }
        return tuple(naam for naam, goed in delen.items() if not goed)


class Weigeringsgrond(StrEnum):
    """Grounds to refuse schuldhulp (Wgs 3, 7; L-113)."""

    EERDER_GEBRUIK = "EERDER_GEBRUIK"
    FRAUDE = "FRAUDE"
    VERBLIJFSSTATUS = "VERBLIJFSSTATUS"
    IDENTITEIT = "IDENTITEIT"


class Gevraagd(Waarde):
    """A provision as it is handed in; name, kind and traits come from the product catalogue.

    Args:
        product: id in the catalogue.
        pgb: the conditions of a pgb, where it is delivered, or refused, as one.
        (others as in :class:`toegang.domain.besluit.Voorziening`)
    """

    product: str
    leveringsvorm: Leveringsvorm | None = None
    omvang: str = ""
    ingangsdatum: date
    einddatum: date | None = None
    aanbieder: str = ""
    bedrag_centen: Centen | None = None
    resultaat: str = ""
    berekening: str = ""
    pgb: Pgbafweging | None = None

    @model_validator(mode="after")
    def _einde_na_begin(self) -> Gevraagd:
        if self.einddatum is not None and self.einddatum < self.ingangsdatum:
            raise ValueError("de einddatum ligt voor de ingangsdatum")
        return self


class Besluitopdracht(Waarde):
    """What a person proposes or decides; see :class:`toegang.domain.besluit.Besluit`.

    Args:
        op: day of the proposal or the decision.
        beoordelaar: medewerker id of who assessed; ``None`` = who proposes.
        toetser: medewerker id of who checked the lawfulness; ``None`` = who did according to the proposal.
        lichter: which lighter solution was weighed, and why it does not do (B-61).
        herziening: what running decision is changed, for a wijziging, intrekking or beeindiging (L-65).
        herhaling_van: id of the earlier refusal that a repeated aanvraag is refused by (L-5).
        nieuwe_feiten: the repeated aanvraag brings new facts.
        wijkt_af_van_opgave: a refusal rests on data that differ from what the resident gave (Awb 4:7; L-6).
        weigeringsgronden: grounds on which schuldhulp is refused (L-113).
        afwijzingsgrond: key of :func:`toegang.domain.besluitgronden.afwijzingsgrond`; empty = none.
        meer_oorzaken: the need has more than one cause (L-83).
        afwijking: why the decision differs from the proposal; only asked where it does.
        bijstandsnorm_centen: the full bijstand per month, in euro cents, of which an advance is a part (L-104).
        weken_tot_resultaat: weeks between the first conversation and the result of schuldhulp (L-111).
        ontbrak: what an aanvraag lacks that is not dealt with (Awb 4:5; L-4).
    """

    soort: Besluitsoort
    op: date
    voorzieningen: tuple[Gevraagd, ...] = ()
    minder_dan_gevraagd: bool = False
    ten_nadele: bool = False
    beoordelaar: str | None = None
    toetser: str | None = None
    adviezen: tuple[Advies, ...] = ()
    motivering: Motivering
    lichter: str = ""
    herziening: Herziening | None = None
    herhaling_van: str | None = None
    nieuwe_feiten: bool = False
    wijkt_af_van_opgave: bool = False
    weigeringsgronden: tuple[Weigeringsgrond, ...] = ()
    afwijzingsgrond: str = ""
    meer_oorzaken: bool = False
    afwijking: str = ""
    bijstandsnorm_centen: Centen | None = None
    weken_tot_resultaat: int | None = Field(default=None, ge=1)
    ontbrak: tuple[str, ...] = ()

    @property
    def wijzigt_lopend(self) -> bool:
        """Tell whether this kind of decision changes something that was granted before."""
        return self.soort.wijzigt_lopend

    @property
    def neemt_af(self) -> bool:
        """Tell whether it takes away something that runs, and the resident did not ask for that."""
        if not self.wijzigt_lopend or (self.herziening is not None and self.herziening.op_verzoek):
            return False
        return self.soort is not Besluitsoort.WIJZIGING or self.ten_nadele

    @property
    def is_ten_nadele(self) -> bool:
        """Tell whether the resident is worse off than before: said so, or because something is taken away (Z-28)."""
        return self.ten_nadele or self.neemt_af

    @property
    def moet_horen(self) -> bool:
        """Tell whether the resident must be heard first (Awb 4:7, 4:8; L-6).

        Not for what the resident asked, and not for a refusal that rests on what the resident said.
        """
        if self.wijzigt_lopend:
            return self.neemt_af
        minder = self.soort is Besluitsoort.AFWIJZING or self.minder_dan_gevraagd
        return minder and self.wijkt_af_van_opgave

    def zelfde_inhoud(self, ander: Besluitopdracht) -> bool:
        """Tell whether two say the same: all but the day, the people, and why they differ."""
        buiten = {"op", "beoordelaar", "toetser", "afwijking"}
        return self.model_dump(exclude=buiten) == ander.model_dump(exclude=buiten)
