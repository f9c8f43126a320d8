"""Commands on the life of a gemeente on this machine: a clone to practise with, her key, and her end."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import AlsJson, Gemeentenaam, Proef


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "kloon",
        "toegang gemeente kloon zwolle --anoniem --naar zwolle-oefen --proef",
        "toegang gemeente kloon zwolle --anoniem --naar zwolle-oefen",
    )(kloon)


def kloon(
    naam: Gemeentenaam,
    naar: Annotated[str, typer.Option("--naar", metavar="NAAM", help="De naam van de kloon, zoals zwolle-oefen.")],
    anoniem: Annotated[
        bool, typer.Option("--anoniem", help="Met verzonnen personen; een andere kloon maakt Toegang niet.")
    ] = False,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Maak een kloon van een gemeente om te oefenen en te testen, met verzonnen personen.

    Namen, adressen en bsn's zijn verzonnen, wat mensen schreven is weg, en elke dag ligt evenveel weken eerder. Brieven
    en het logboek gaan niet mee. De kloon heeft een eigen sleutel en kan nooit in productie.
    """
    from toegang_cli.uitvoering import kloon as uitvoering

    uitvoering.kloon(naam, naar, anoniem=anoniem, proef=proef, als_json=als_json)
