"""The people of a gemeente as the hooks see them, and as the register finds them."""

from __future__ import annotations

from collections import Counter

from toegang.domain.besluit import Behandelaar
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.zaak import Zaak, ZaakKort
from toegang.errors import Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import NietGevonden, Werkeenheid


def kandidaten(werk: Werkeenheid, omgeving: Omgeving) -> dict[str, Kandidaat]:
    """Return all professionals by id, without names, with their caseload today."""
    vandaag = omgeving.vandaag()
    last: Counter[str] = Counter(werk.caseload.per_medewerker())
    return {
        medewerker.id: medewerker.als_kandidaat(vandaag, last[medewerker.id]) for medewerker in werk.medewerkers.zoek()
    }


def huishouden_van(werk: Werkeenheid, zaak: Zaak) -> Huishouden:
    """Return the household of a zaak with its other zaken and present regie."""
    dossier = werk.dossiers.haal(zaak.dossier_id)
    andere = tuple(
        ZaakKort(
            id=item.id,
            wet=item.wet,
            status=item.status,
            open=item.open,
            problematiek=item.problematiek,
            melding_id=item.melding_id,
        )
        for item in werk.zaken.zoek(dossier_id=zaak.dossier_id)
        if item.id != zaak.id
    )
    return dossier.als_huishouden(andere, werk.regie.huidig(zaak.dossier_id))


def behandelaar(werk: Werkeenheid, medewerker_id: str) -> Behandelaar:
    """Return who a step was done by.

    Raises:
        Invoerfout: the medewerker does not exist in this gemeente.
    """
    try:
        medewerker = werk.medewerkers.haal(medewerker_id)
    except NietGevonden:
        raise Invoerfout(
            f"Medewerker '{medewerker_id}' bestaat niet.", vervolg="Bekijk de lijst: toegang medewerker lijst"
        ) from None
    return Behandelaar(medewerker=medewerker.id, functie=medewerker.functie, werkgeversoort=medewerker.werkgeversoort)


def medewerker_uit(werk: Werkeenheid, veld: str, medewerker_id: str) -> Behandelaar:
    """Return the medewerker that a field of a file names; what stands there is not repeated, it may be a name.

    Args:
        werk: a unit of work.
        veld: name of the field, for the message.
        medewerker_id: what stands there.

    Raises:
        Invoerfout: the medewerker does not exist in this gemeente.
    """
    try:
        return behandelaar(werk, medewerker_id)
    except Invoerfout:
        raise Invoerfout(
            f"{veld}: deze medewerker bestaat niet; gebruik het kenmerk, zoals M-001.",
            vervolg="Bekijk de lijst: toegang medewerker lijst",
        ) from None
