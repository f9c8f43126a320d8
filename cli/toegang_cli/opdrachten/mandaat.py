"""Commands on the mandate register."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Zaak

NAAM = "mandaat"
groep = maak_groep("Het mandaatregister: wie mag beslissen en wie mag ondertekenen.")


@opdracht(groep, "lijst", "toegang mandaat lijst -g zwolle", "toegang mandaat lijst -g zwolle --op 2027-01-01 --json")
def lijst(
    gemeente: Gemeente,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="Alleen wat op die dag geldt; anders het hele register.")
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon het mandaatregister: functie, bevoegdheid, grenzen en looptijd, en wat eraan mankeert."""
    from toegang_cli.uitvoering import mandaten

    mandaten.lijst(gemeente, op, als_json=als_json)


@opdracht(
    groep,
    "toets",
    "toegang mandaat toets Z2026-000012 -g zwolle",
    "toegang mandaat toets Z2026-000012 --medewerker M-002 -g zwolle --json",
)
def toets(
    zaak: Zaak,
    gemeente: Gemeente,
    medewerker: Annotated[
        str | None, typer.Option("--medewerker", metavar="MEDEWERKER", help="Alleen voor deze medewerker.")
    ] = None,
    op: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="Toets alsof het besluit op die dag wordt genomen."),
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Zeg wie in een zaak mag beslissen en ondertekenen, en van ieder ander waarom niet.

    Er wordt getoetst op het besluit, met het beleid van de dag waarop het is genomen. Is er nog geen besluit, dan op
    het voorstel en op vandaag. De regels zijn die van het besluit zelf; hun kenmerk staat erbij.
    """
    from toegang_cli.uitvoering import mandaten

    mandaten.toets(gemeente, zaak, medewerker, op, als=als, als_json=als_json)
