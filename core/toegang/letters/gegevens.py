"""Everything a template may print, frozen; also the snapshot that is stored with the letter.

No BSN: it is printed in no letter (L-131), so there is no field for it. Dates and amounts keep their
type; the filters ``datum`` and ``bedrag`` of :mod:`toegang.letters.sjablonen` write them in Dutch.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from toegang.domain.begrippen import Akkoord, Besluitsoort, Leveringsvorm, Mandaatsoort, Wet
from toegang.domain.waarde import Waarde
from toegang.letters.tekst import genormaliseerd

Tekst = Annotated[str, AfterValidator(genormaliseerd)]
"""Text as it is printed: composed characters (NFC), one kind of line end."""

VolleTekst = Annotated[str, AfterValidator(genormaliseerd), Field(min_length=1)]


class Briefsoort(StrEnum):
    """What a paper is; it decides which law checks run on it."""

    BESCHIKKING = "BESCHIKKING"
    PLAN = "PLAN"
    BERICHT = "BERICHT"
    BIJLAGE = "BIJLAGE"


class Geadresseerde(Waarde):
    """To whom the paper goes.

    Args:
        adresregels: name line and address lines for the window.
        aanhef: salutation without the comma.
        naam: name in running text.
        is_client: the addressee is the person the zaak is about.
    """

    adresregels: tuple[VolleTekst, ...] = Field(min_length=2)
    aanhef: VolleTekst
    naam: VolleTekst
    is_client: bool = True


class Afzender(Waarde):
    """The gemeente as it stands on the letter.

    Args:
        naam: e.g. "Gemeente Zwolle".
        bestuursorgaan: with its article, e.g. "het college van burgemeester en wethouders van Zwolle".
        postadres: postal address on one line.
        telefoon: number to call.
        website: host name without scheme.
        logo_alt: text alternative of the logo.
        slogan: short line beside the logo, may be empty.
    """

    naam: VolleTekst
    bestuursorgaan: VolleTekst
    postadres: VolleTekst
    telefoon: VolleTekst
    website: VolleTekst
    logo_alt: VolleTekst
    slogan: Tekst = ""


class Aanspreekpunt(Waarde):
    """The person whom the resident can call first (Z-17)."""

    naam: VolleTekst
    functie: VolleTekst
    telefoon: VolleTekst


class Voorzieningregel(Waarde):
    """A provision as it is printed (L-67); see :class:`toegang.domain.besluit.Voorziening`."""

    naam: VolleTekst
    leveringsvorm: Leveringsvorm
    omvang: Tekst = ""
    ingangsdatum: date
    einddatum: date | None = None
    aanbieder: Tekst = ""
    bedrag_centen: int | None = None
    resultaat: Tekst = ""


class Motiveringsstap(Waarde):
    """One step of the reasons with its heading (L-53, L-60)."""

    kop: VolleTekst
    tekst: VolleTekst


class Adviesregel(Waarde):
    """An advice that was weighed (Awb 3:49, 3:50)."""

    van: VolleTekst
    overgenomen: bool
    reden: VolleTekst


class Grondslag(Waarde):
    """A legal ground (L-15).

    Args:
        wet: citation title of the act or regulation.
        artikel: article, empty when the whole regulation is meant.
    """

    wet: VolleTekst
    artikel: Tekst = ""


class Besluitgegevens(Waarde):
    """The decision.

    Args:
        soort: kind.
        datum: day on which it was taken.
        aanvraag_op: day of the aanvraag; ``None`` when there was none.
        voorzieningen: what this paper decides on.
        minder_dan_gevraagd: granted less than was asked.
        belastend: reasons are due without exception (L-16).
        stappen: reasons by step.
        conclusie: closing reason.
        adviezen: advice weighed.
        grondslagen: acts and articles (L-15).
        regeling: the verordening used, empty when there is none.
    """

    soort: Besluitsoort
    datum: date
    aanvraag_op: date | None = None
    voorzieningen: tuple[Voorzieningregel, ...] = ()
    minder_dan_gevraagd: bool = False
    belastend: bool = False
    stappen: tuple[Motiveringsstap, ...] = ()
    conclusie: Tekst = ""
    adviezen: tuple[Adviesregel, ...] = ()
    grondslagen: tuple[Grondslag, ...] = ()
    regeling: Tekst = ""


class Rechtsmiddel(Waarde):
    """The three elements of Awb 3:45 (L-13), and where to send it.

    Args:
        door_wie: who may object.
        termijn: the term in words, e.g. "binnen zes weken".
        ingang: where the term starts, e.g. "na de dag waarop wij deze brief hebben verstuurd".
        orgaan: the body to object with, with its article.
        postadres: postal address of that body.
        digitaal: where one can object online (Awb afd. 2.3).
        laatste_dag: last day, when the day of dispatch is known.
    """

    door_wie: VolleTekst
    termijn: VolleTekst
    ingang: VolleTekst
    orgaan: VolleTekst
    postadres: VolleTekst
    digitaal: Tekst = ""
    laatste_dag: date | None = None


class Ondertekening(Waarde):
    """Who signs, and by which power.

    Args:
        soort: deciding on behalf of (Awb 10:10, L-19) or only signing for (Awb 10:11, L-20).
        formule: the sentence that says so.
        naam: name of the signer.
        functie: functie of the signer.
    """

    soort: Mandaatsoort
    formule: VolleTekst
    naam: VolleTekst
    functie: VolleTekst


class Afspraakregel(Waarde):
    """An agreement in the plan."""

    wat: VolleTekst
    wie: VolleTekst
    tot: date | None = None


class Plangegevens(Waarde):
    """The plan of the household.

    Args:
        naam: its name, e.g. "ondersteuningsplan".
        vastgesteld_op: day on which it was agreed.
        getekend_op: day on which the resident signed.
        akkoord: what the resident said of it.
        doelen: goals.
        afspraken: agreements.
        inbreng: what the resident brought in.
    """

    naam: VolleTekst
    vastgesteld_op: date
    getekend_op: date | None = None
    akkoord: Akkoord = Akkoord.AANGEBODEN
    doelen: tuple[VolleTekst, ...] = ()
    afspraken: tuple[Afspraakregel, ...] = ()
    inbreng: Tekst = ""


class Meldinggegevens(Waarde):
    """What was reported, and the days that follow from it.

    Args:
        ontvangen_op: first day of receipt (L-36).
        woorden: the resident's own words.
        is_aanvraag: the line begins with an aanvraag or verzoek, not with a melding.
        persoonlijk_plan_tot: last day to hand in an own plan (L-51).
        onderzoek_tot: last day of the research (L-50).
        gesprek_tot: last day of the first conversation (L-110).
        beslissing_tot: last day of the decision (L-106, L-120).
    """

    ontvangen_op: date
    woorden: tuple[VolleTekst, ...] = ()
    is_aanvraag: bool = False
    persoonlijk_plan_tot: date | None = None
    onderzoek_tot: date | None = None
    gesprek_tot: date | None = None
    beslissing_tot: date | None = None


class Bijlage(Waarde):
    """An annex that belongs to the paper and is printed behind it.

    Args:
        id: id as in the concept, e.g. ``plan-van-aanpak``.
        titel: its heading.
        sjabloon: template of the annex.
    """

    id: str
    titel: VolleTekst
    sjabloon: str


class Briefgegevens(Waarde):
    """Everything a template may print.

    Args:
        id: id of the letter; no personal data.
        sjabloon: template id, e.g. ``wmo/toekenning``.
        soort: what kind of paper it is.
        wet: the act; ``None`` for a paper about more than one.
        zaaknummer: number of the zaak.
        kenmerk: reference of this letter.
        dagtekening: printed date.
        onderwerp: subject; the heading of the letter.
        client: name in running text of the person it is about.
        geadresseerde: to whom it goes.
        gemeente: the sender.
        aanspreekpunt: the person to call.
        melding: what was reported.
        besluit: the decision, when there is one.
        bezwaar: the remedies, when there is a decision.
        ondertekening: who signs, when there is a decision.
        plan: the plan, when the letter prints it.
        bijlagen: annexes printed behind it.
        alineas: extra paragraphs by named block (hook ``beschikking_alineas``).
    """

    id: str
    sjabloon: str
    soort: Briefsoort
    wet: Wet | None
    zaaknummer: VolleTekst
    kenmerk: VolleTekst
    dagtekening: date
    onderwerp: VolleTekst
    client: VolleTekst
    geadresseerde: Geadresseerde
    gemeente: Afzender
    aanspreekpunt: Aanspreekpunt | None = None
    melding: Meldinggegevens | None = None
    besluit: Besluitgegevens | None = None
    bezwaar: Rechtsmiddel | None = None
    ondertekening: Ondertekening | None = None
    plan: Plangegevens | None = None
    bijlagen: tuple[Bijlage, ...] = ()
    alineas: Mapping[str, tuple[VolleTekst, ...]] = {}

    @property
    def wie(self) -> str:
        """How the letter names the person it is about: "u", or the name when someone else reads it."""
        return "u" if self.geadresseerde.is_client else self.client

    @property
    def aanvraag(self) -> str:
        """How the letter names the aanvraag: "uw aanvraag", or "uw aanvraag voor" with the name."""
        return "uw aanvraag" if self.geadresseerde.is_client else f"uw aanvraag voor {self.client}"
