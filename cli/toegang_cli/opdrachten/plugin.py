"""Commands on plugins and hooks."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson

NAAM = "plugin"
groep = maak_groep("Plugins bekijken, maken en toetsen.")


@opdracht(groep, "lijst", "toegang plugin lijst", "toegang plugin lijst --json")
def lijst(als_json: AlsJson = False) -> None:
    """Toon de plugins die geïnstalleerd zijn; zij worden niet geladen."""
    from toegang_cli.uitvoering import plugins

    plugins.lijst(als_json=als_json)


@opdracht(groep, "haken", "toegang plugin haken")
def haken(als_json: AlsJson = False) -> None:
    """Toon de hooks in de volgorde van de levensloop, met hun argumenten."""
    from toegang_cli.uitvoering import plugins

    plugins.haken(als_json=als_json)


@opdracht(groep, "toets", "toegang plugin toets zwolle", "toegang plugin toets ./toegang-hoorn")
def toets(
    wat: Annotated[
        str,
        typer.Argument(metavar="[NAAM|MAP]", help="Een geïnstalleerde plugin, of de map of wheel van een plugin."),
    ] = ".",
    uitbreiding: Annotated[bool, typer.Option("--uitbreiding", help="NAAM is een uitbreiding.")] = False,
    seconden: Annotated[float, typer.Option("--seconden", metavar="N", help="Hoelang een hook mag nadenken.")] = 5.0,
    als_json: AlsJson = False,
) -> None:
    """Toets een plugin aan het contract, en zeg van elke fout waar zij staat en hoe u haar herstelt.

    De hooks krijgen een vaste reeks gevallen, in een apart proces met een tijdslimiet. Er wordt niets opgeslagen.

    Zijn er fouten, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import plugintoets

    plugintoets.toets(wat, uitbreiding=uitbreiding, seconden=seconden, als_json=als_json)
