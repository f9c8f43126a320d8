"""Choosing zaken on the command line, and checking what was typed to choose by."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.domain.producten import producten
from toegang.errors import Invoerfout
from toegang.letters.batch.lijst import schrijf_lijst
from toegang.lifecycle.zaakselectie import Zaakvraag, kies_zaken
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.invoer import STANDAARDINVOER, bestandsnaam
from toegang_cli.uitvoer import aantal, toon, toon_json, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, werkplek

K = TypeVar("K", Wet, Leveringsvorm)


@dataclass(frozen=True)
class Keuze:
    """What was typed; see :class:`Zaakvraag`."""

    wet: str | None
    product: str | None
    team: str | None
    gebied: str | None
    loopt: bool
    ook_gesloten: bool


def kies(naam: str, keuze: Keuze, naar: Path, *, als: str | None, proef: bool, als_json: bool) -> None:
    """Write the zaaknummers that meet the conditions to a new file."""
    if naar == STANDAARDINVOER:
        raise Invoerfout("De lijst gaat naar een nieuw bestand.", vervolg="Geef een naam: --naar zaken.csv")
    with werkplek(naam, als) as plek:
        organisatie = plek.omgeving.organisatie
        if keuze.team is not None and all(team.id != keuze.team for team in organisatie.teams):
            kan = ", ".join(team.id for team in organisatie.teams)
            raise Invoerfout("Dit team bestaat hier niet.", vervolg=f"Kies uit: {kan}.")
        vraag = Zaakvraag(
            wet=een_uit("--wet", keuze.wet, Wet),
            product=vereis_product(keuze.product),
            team=keuze.team,
            gebied=keuze.gebied,
            loopt=keuze.loopt,
            ook_gesloten=keuze.ook_gesloten,
        )
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            zaken = kies_zaken(werk, vraag)
    geschreven = bool(zaken) and not proef
    if geschreven:
        lijst = schrijf_lijst(("zaak", "wet"), [(zaak.id, zaak.wet.value) for zaak in zaken])
        schrijf_nieuw(naar, lijst, GEKOZEN_PLEK)
    if als_json:
        toon_json(
            {"gemeente": naam, "zaken": [zaak.id for zaak in zaken], "bestand": str(naar) if geschreven else None}
        )
    else:
        waar = f" Zij staan in {bestandsnaam(naar)}." if geschreven else ""
        toon(f"{aantal(len(zaken), 'zaak voldoet', 'zaken voldoen')}.{waar}")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def een_uit(optie: str, tekst: str | None, soort: type[K]) -> K | None:
    """Return which of a closed list was typed, in whatever case.

    Raises:
        Invoerfout: it is not in the list; names what is.
    """
    if tekst is None:
        return None
    gevonden = next((item for item in soort if item.value.lower() == tekst.lower()), None)
    if gevonden is None:
        kan = ", ".join(item.value.lower() for item in soort)
        raise Invoerfout(f"De waarde van {optie} kennen wij niet.", vervolg=f"Kies uit: {kan}.")
    return gevonden


def vereis_product(product: str | None) -> str | None:
    """Return a product that exists, or ``None`` when none was typed.

    Raises:
        Invoerfout: it is not in the catalogue.
    """
    if product is not None and all(item.id != product for item in producten()):
        raise Invoerfout("Dit product staat niet in de catalogus.", vervolg="Controleer de spelling.")
    return product
