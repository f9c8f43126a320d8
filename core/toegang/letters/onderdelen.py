"""The parts of :class:`toegang.letters.gegevens.Briefgegevens`, frozen."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from toegang.domain.begrippen import Akkoord, Mandaatsoort, Wet
from toegang.domain.waarde import Waarde
from toegang.letters.teksttypen import Tekst, VolleTekst


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
        namens: as what somebody else gets it, e.g. "curator van mevrouw Jansen"; empty for everybody else.
    """

    adresregels: tuple[VolleTekst, ...] = Field(min_length=2)
    aanhef: VolleTekst
    naam: VolleTekst
    is_client: bool = True
    namens: Tekst = ""


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
        beroep: the way is an appeal with a court, as after a decision on a bezwaar (Awb 7:1, 8:1).
    """

    door_wie: VolleTekst
    termijn: VolleTekst
    ingang: VolleTekst
    orgaan: VolleTekst
    postadres: VolleTekst
    digitaal: Tekst = ""
    laatste_dag: date | None = None
    beroep: bool = False


class Ondertekening(Waarde):
    """Who signs, and by which power.

    Args:
        soort: deciding on behalf of (Awb 10:10, L-19) or only signing for (Awb 10:11, L-20).
        formule: the sentence that says so.
        namens: own words of the body for on whose behalf; empty = "namens" with its name.
        naam: name of the signer.
        functie: functie of the signer.
    """

    soort: Mandaatsoort
    formule: VolleTekst
    naam: VolleTekst
    functie: VolleTekst
    namens: Tekst = ""


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
        oplossingen: what helps, from near to far.
        opmerkingen: what the resident remarked on it.
    """

    naam: VolleTekst
    vastgesteld_op: date
    getekend_op: date | None = None
    akkoord: Akkoord = Akkoord.AANGEBODEN
    doelen: tuple[VolleTekst, ...] = ()
    afspraken: tuple[Afspraakregel, ...] = ()
    inbreng: Tekst = ""
    oplossingen: tuple[VolleTekst, ...] = ()
    opmerkingen: Tekst = ""


class Meldinglijn(Waarde):
    """What happens with one line of a melding, and the days that follow from it.

    Args:
        wet: the act.
        onderwerp: in plain words, e.g. "schuldhulp".
        persoonlijk_plan_tot: last day to hand in an own plan (L-51).
        onderzoek_tot: last day of the research (L-50).
        gesprek_tot: last day of the first conversation (L-110).
        beslissing_tot: last day of the decision (L-106, L-120).
    """

    wet: Wet
    onderwerp: VolleTekst
    persoonlijk_plan_tot: date | None = None
    onderzoek_tot: date | None = None
    gesprek_tot: date | None = None
    beslissing_tot: date | None = None


class Meldinggegevens(Waarde):
    """What was reported.

    Args:
        ontvangen_op: first day of receipt (L-36).
        lijnen: one per product line that follows from it.
        is_aanvraag: every line begins with an aanvraag or verzoek, none with a melding.
        woorden: the resident's own words.
    """

    ontvangen_op: date
    lijnen: tuple[Meldinglijn, ...] = Field(min_length=1)
    is_aanvraag: bool = False
    woorden: tuple[VolleTekst, ...] = ()

    @property
    def woord(self) -> str:
        """What the letter calls it."""
        return "aanvraag" if self.is_aanvraag else "melding"


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
