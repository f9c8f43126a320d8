"""A made-up letter for every row of the matrix: for previews, for checks of templates, for tests.

Nobody in it exists, and every text says so by its names.
"""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Akkoord, Besluitsoort, Mandaatsoort, Wet
from toegang.domain.brief import AAN_AANBIEDER
from toegang.letters.besluitdelen import besluitonderwerp
from toegang.letters.besluitonderdelen import Besluitgegevens
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.nazorgdelen import Bezwaarbericht, Eindregel, Nazorggegevens
from toegang.letters.onderdelen import (
    Aanspreekpunt,
    Afspraakregel,
    Afzender,
    Bijlage,
    Briefsoort,
    Geadresseerde,
    Meldinggegevens,
    Meldinglijn,
    Plangegevens,
    Rechtsmiddel,
)
from toegang.letters.onderdelen import Ondertekening as _Ondertekening
from toegang.letters.ondertekening import formule
from toegang.letters.procesvoorbeelden import ander_voorbeeld, procesvoorbeeld
from toegang.letters.voorbeeldbesluiten import PRODUCT, voorbeeldbesluit

ORGAAN = "het college van burgemeester en wethouders van Voorbeeldstad"
DAGTEKENING = date(2026, 3, 24)

_INWONER = Geadresseerde(
    adresregels=("E. Voorbeeld", "Voorbeeldstraat 1", "1234 AB  VOORBEELDSTAD"),
    aanhef="Geachte heer of mevrouw Voorbeeld",
    naam="de heer of mevrouw Voorbeeld",
)
_AANBIEDER = Geadresseerde(
    adresregels=("Thuiszorg Voorbeeld", "Postbus 3", "1234 AC  VOORBEELDSTAD"),
    aanhef="Geachte heer of mevrouw",
    naam="Thuiszorg Voorbeeld",
    is_client=False,
)


def voorbeeldgegevens(sjabloon: str, matrix: Brievenmatrix, wet: Wet | None = None) -> Briefgegevens:
    """Make up the data of a letter.

    Args:
        sjabloon: template id; of an annex the letter around it is made up too.
        matrix: which letters exist.
        wet: the act; ``None`` = the first for which the letter exists.

    Returns:
        The data.

    Raises:
        Controlefout: there is no such letter.
    """
    regel = matrix.brief(sjabloon)
    if regel.soort is Briefsoort.BIJLAGE:
        bijlage = Bijlage(id=sjabloon, titel=regel.titel, sjabloon=sjabloon)
        drager = voorbeeldgegevens("wgs/toekenning", matrix)
        return drager.gewijzigd(bijlagen=(bijlage,), plan=_plan("plan van aanpak"))
    wet = wet or next(iter(regel.wetten), Wet.WMO)
    soort = next(iter(regel.besluitsoorten), None)
    return Briefgegevens(
        id="B-VOORBEELD",
        sjabloon=sjabloon,
        soort=regel.soort,
        wet=wet,
        zaaknummer="Z2026-000000",
        kenmerk="B-VOORBEELD",
        dagtekening=DAGTEKENING,
        onderwerp=_onderwerp(regel, wet),
        client="de heer of mevrouw Voorbeeld",
        geadresseerde=_AANBIEDER if sjabloon.startswith(AAN_AANBIEDER) else _INWONER,
        gemeente=_afzender(),
        aanspreekpunt=Aanspreekpunt(naam="Test Medewerker", functie="consulent", telefoon="14 000"),
        melding=_melding(wet) if "melding" in regel.vraagt else None,
        nazorg=_nazorg() if any(pad.startswith("nazorg") for pad in regel.vraagt) else None,
        proces=procesvoorbeeld(regel, wet),
        besluit=_besluit_van(regel, wet, soort),
        bezwaar=_bezwaar(regel, matrix) if regel.draagt_besluit else None,
        ondertekening=_ondertekening() if regel.draagt_besluit else None,
        plan=_plan("ondersteuningsplan") if regel.plan else None,
    )


def _besluit_van(regel: Matrixregel, wet: Wet, soort: Besluitsoort | None) -> Besluitgegevens | None:
    if regel.ander_besluit:
        return ander_voorbeeld(regel, wet)
    return voorbeeldbesluit(regel, wet, soort) if soort else None


def _onderwerp(regel: Matrixregel, wet: Wet) -> str:
    if "proces.informatie" in regel.vraagt:
        return "Wij hebben een nieuw telefoonnummer"
    if regel.ander_besluit:
        return "Besluit over de dwangsom" if "proces.dwangsom" in regel.vraagt else "Besluit op uw bezwaar"
    if regel.soort is Briefsoort.BERICHT and regel.titel:
        return regel.titel
    if regel.soort is Briefsoort.BERICHT:
        return "Wij hebben uw melding ontvangen"
    if regel.soort is Briefsoort.PLAN:
        return "Uw ondersteuningsplan"
    return besluitonderwerp(next(iter(regel.besluitsoorten)), PRODUCT[wet].naam)


def _afzender() -> Afzender:
    return Afzender(
        naam="Gemeente Voorbeeldstad",
        bestuursorgaan=ORGAAN,
        postadres="Postbus 1, 1234 AA Voorbeeldstad",
        telefoon="14 000",
        website="www.voorbeeldstad.example",
        logo_alt="Logo van de gemeente Voorbeeldstad",
    )


def _nazorg() -> Nazorggegevens:
    return Nazorggegevens(
        eindes=(Eindregel(naam="hulp bij het huishouden", einddatum=date(2026, 5, 31)),),
        bezwaar=Bezwaarbericht(
            ontvangen_op=date(2026, 3, 20),
            besluit_van=date(2026, 2, 27),
            beslist_uiterlijk=date(2026, 5, 22),
            commissie=True,
            ontbreekt=("uw handtekening",),
            herstel_tot=date(2026, 4, 7),
        ),
    )


def _melding(wet: Wet) -> Meldinggegevens:
    wmo = wet is Wet.WMO
    lijn = Meldinglijn(
        wet=wet,
        onderwerp="ondersteuning",
        persoonlijk_plan_tot=date(2026, 3, 30) if wmo else None,
        onderzoek_tot=date(2026, 5, 4) if wmo else None,
        gesprek_tot=date(2026, 4, 20) if wet is Wet.WGS else None,
        beslissing_tot=date(2026, 5, 18) if wet in (Wet.PARTICIPATIEWET, Wet.GPK) else None,
    )
    return Meldinggegevens(
        ontvangen_op=date(2026, 3, 23),
        lijnen=(lijn,),
        is_aanvraag=wet not in (Wet.WMO, Wet.JEUGDWET),
        woorden=("Het schoonmaken lukt mij niet meer zo goed. Ik zou daar graag hulp bij willen.",),
    )


def _bezwaar(regel: Matrixregel, matrix: Brievenmatrix) -> Rechtsmiddel:
    beroep = "proces.uitspraak" in regel.vraagt
    clausule = matrix.clausule(regel.soort, DAGTEKENING, "beroep" if beroep else "bezwaar")
    return Rechtsmiddel(
        door_wie=clausule.door_wie,
        termijn="binnen zes weken",
        ingang=clausule.ingang,
        orgaan="de rechtbank Voorbeeldland" if beroep else ORGAAN,
        beroep=beroep,
        postadres="Postbus 2, 1234 AA Voorbeeldstad" if beroep else "Postbus 1, 1234 AA Voorbeeldstad",
        digitaal="www.voorbeeldstad.example/bezwaar" if clausule.digitaal and not beroep else "",
        laatste_dag=None if regel.soort is Briefsoort.PLAN else date(2026, 5, 6),
    )


def _ondertekening() -> _Ondertekening:
    return _Ondertekening(
        soort=Mandaatsoort.BESLUIT,
        formule=formule(Mandaatsoort.BESLUIT, ORGAAN),
        naam="Test Ondertekenaar",
        functie="teamleider toegang",
    )


def _plan(naam: str) -> Plangegevens:
    return Plangegevens(
        naam=naam,
        vastgesteld_op=date(2026, 3, 10),
        getekend_op=date(2026, 3, 12),
        akkoord=Akkoord.GEACCORDEERD,
        doelen=("Zelfstandig thuis blijven wonen.", "Elke week iemand spreken buiten de deur."),
        afspraken=(
            Afspraakregel(wat="Boodschappen doen", wie="de buurvrouw", tot=None),
            Afspraakregel(wat="Meegaan naar de inloop in het buurthuis", wie="een vrijwilliger", tot=date(2026, 9, 1)),
        ),
        inbreng="Ik wil graag zo veel mogelijk zelf blijven doen.\nAlleen het zware werk lukt niet meer.",
    )
