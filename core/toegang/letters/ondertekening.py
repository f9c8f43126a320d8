"""The two formulas of signing (L-19, L-20): who decided must be readable, and by which power it was signed."""

from __future__ import annotations

from collections.abc import Mapping

from toegang.domain.begrippen import Mandaatsoort
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bestuursorgaan import Bestuursorgaan
from toegang.domain.brief import Aanhoudreden
from toegang.domain.medewerker import Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.onderdelen import Ondertekening
from toegang.letters.tekst import hoofdletter, met_lidwoord


def onderteken(
    besluit: Besluitrecord, organisatie: Organisatie, medewerkers: Mapping[str, Medewerker], orgaan: Bestuursorgaan
) -> Ondertekening:
    """Compose the signature of a decision.

    Args:
        besluit: the decision, with signer and entry of the mandate register.
        organisatie: the gemeente with its register.
        medewerkers: by id.
        orgaan: the body that decides.

    Returns:
        The formula with name and functie.

    Raises:
        Aangehouden: signer or entry is not known.
    """
    return ondertekening_van(besluit.ondertekenaar, besluit.mandaat, organisatie, medewerkers, orgaan)


def ondertekening_van(
    wie: str | None,
    mandaat_id: str | None,
    organisatie: Organisatie,
    medewerkers: Mapping[str, Medewerker],
    orgaan: Bestuursorgaan,
) -> Ondertekening:
    """Compose the signature of somebody under an entry of the register.

    Args:
        wie: medewerker id; ``None`` = nobody.
        mandaat_id: the entry; ``None`` = none.
        organisatie: the gemeente with its register.
        medewerkers: by id.
        orgaan: the body that decides.

    Raises:
        Aangehouden: signer or entry is not known.
    """
    medewerker = medewerkers.get(wie or "")
    mandaat = next((item for item in organisatie.mandaten if item.id == mandaat_id), None)
    if medewerker is None or mandaat is None:
        raise Aangehouden(Aanhoudreden.GEEN_MANDAAT)
    functie = organisatie.functie(medewerker.functie)
    return Ondertekening(
        soort=mandaat.soort,
        formule=formule(mandaat.soort, orgaan.naam, orgaan.namens),
        naam=medewerker.naam,
        functie=functie.naam if functie else medewerker.functie,
        namens=orgaan.namens,
    )


def formule(soort: Mandaatsoort, bestuursorgaan: str, namens: str = "") -> str:
    """Return the sentence above the name.

    Args:
        soort: deciding on behalf of (Awb 10:10), or only signing for (Awb 10:11).
        bestuursorgaan: the body, with or without article.
        namens: own words of the body for on whose behalf; empty = "namens" with its name.

    Returns:
        The sentence.
    """
    orgaan = met_lidwoord(bestuursorgaan)
    woorden = hoofdletter(namens or f"namens {orgaan}")
    if soort is not Mandaatsoort.ONDERTEKENING:
        return f"{woorden},"
    return f"{hoofdletter(orgaan)} heeft dit besluit genomen. {woorden} ondertekend door:"
