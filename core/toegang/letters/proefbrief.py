"""A letter of a gemeente with made-up data, so that its template and house style can be looked at."""

from __future__ import annotations

from typing import TypeVar

from toegang.domain.begrippen import Wet
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.organisatie import Organisatie
from toegang.domain.waarde import Waarde
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.ondertekening import formule
from toegang.letters.samenstellen import afzender
from toegang.letters.tekst import zonder_schema
from toegang.letters.voorbeelden import voorbeeldgegevens

_NAMEN = {"naam": "het bestuursorgaan dat beslist"}
W = TypeVar("W", bound=Waarde)


def proefgegevens(
    organisatie: Organisatie, matrix: Brievenmatrix, sjabloon: str, wet: Wet | None = None
) -> Briefgegevens:
    """Return the data of a preview: nobody in it exists, but the sender does.

    Args:
        organisatie: the gemeente; what it left open is printed as such.
        matrix: which letters exist.
        sjabloon: template id.
        wet: the act; ``None`` = the first for which the letter exists.

    Raises:
        Controlefout: there is no such letter.
    """
    gegevens = voorbeeldgegevens(sjabloon, matrix, wet)
    ingevuld = organisatie.gewijzigd(contact=_ingevuld(organisatie.contact))
    wet, eigen = gegevens.wet, ingevuld.eigen_orgaan
    orgaan = _ingevuld(ingevuld.orgaan(wet, gegevens.dagtekening) if wet else eigen)
    gemeente = afzender(ingevuld, orgaan)
    velden: dict[str, object] = {"gemeente": gemeente}
    if gegevens.aanspreekpunt is not None:
        velden["aanspreekpunt"] = gegevens.aanspreekpunt.gewijzigd(telefoon=gemeente.telefoon)
    if gegevens.ondertekening is not None:
        soort = gegevens.ondertekening.soort
        velden["ondertekening"] = gegevens.ondertekening.gewijzigd(
            formule=formule(soort, gemeente.bestuursorgaan, orgaan.namens), namens=orgaan.namens
        )
    if gegevens.bezwaar is not None and not gegevens.bezwaar.beroep:
        velden["bezwaar"] = gegevens.bezwaar.gewijzigd(
            orgaan=gemeente.bestuursorgaan,
            postadres=orgaan.postadres,
            digitaal=gegevens.bezwaar.digitaal and zonder_schema(orgaan.digitaal_bezwaar or ""),
        )
    if gegevens.besluit is not None and orgaan.wetten:
        velden["besluit"] = gegevens.besluit.gewijzigd(orgaan=gemeente.bestuursorgaan)
    return gegevens.gewijzigd(**velden)


def _ingevuld(contact: W) -> W:
    """Say of each open key that it is open, where the answer would stand."""
    leeg = {
        naam: f"[{_NAMEN.get(naam, naam.replace('_', ' '))}: nog in te vullen]"
        for naam, waarde in contact
        if str(waarde).startswith(VOORVOEGSEL)
    }
    return contact.gewijzigd(**leeg)
