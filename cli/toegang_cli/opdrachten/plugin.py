"""Commands on plugins and hooks."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson, Proef

NAAM = "plugin"
groep = maak_groep("Plugins bekijken, maken en toetsen.")


@opdracht(groep, "lijst", "toegang plugin lijst", "toegang plugin lijst --json")
def lijst(als_json: AlsJson = False) -> None:
    """Toon de plugins die geïnstalleerd zijn; zij worden niet geladen."""
    from toegang_cli.uitvoering import plugins

    plugins.lijst(als_json=als_json)


@opdracht(groep, "haken", "toegang plugin haken", "toegang plugin haken compose_team")
def haken(
    naam: Annotated[str | None, typer.Argument(metavar="NAAM", help="Alleen deze hook, met alles erover.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon de hooks in de volgorde van de levensloop.

    Met een naam: wanneer hij wordt gevraagd, wat None betekent, wat de kern controleert, sinds welke versie hij er is,
    en een voorbeeld dat werkt. De uitleg is in het Engels, zoals de code.
    """
    from toegang_cli.uitvoering import plugins

    plugins.haken(naam, als_json=als_json)


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


@opdracht(
    groep,
    "nieuw",
    "toegang plugin nieuw hoorn --naar schagen --contact toegang@hoorn.example",
    "toegang plugin nieuw hoorn --antwoorden hoorn.toml --uitvoer ../toegang-hoorn",
)
def nieuw(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De sleutel van de gemeente, bijvoorbeeld hoorn.")],
    naar: Annotated[
        str | None,
        typer.Option("--naar", metavar="GEMEENTE", help="De gemeente of het organisatiemodel waar zij op lijkt."),
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option("--gemeente", metavar="TITEL", help="De officiële naam, als die anders is dan de sleutel."),
    ] = None,
    wijken: Annotated[
        str | None, typer.Option("--wijken", metavar="N|NAMEN", help="Hoeveel wijken, of hun namen met komma's.")
    ] = None,
    beslisser: Annotated[
        str | None,
        typer.Option("--beslisser", metavar="FUNCTIE", help="Wie beslist en ondertekent; open = nog niet besloten."),
    ] = None,
    contact: Annotated[
        str | None, typer.Option("--contact", metavar="E-MAIL", help="Waar iemand vragen over de plugin kan stellen.")
    ] = None,
    uitvoer: Annotated[
        str | None, typer.Option("--uitvoer", metavar="MAP", help="Waar de plugin komt; anders ./toegang-NAAM.")
    ] = None,
    antwoorden: Annotated[
        Path | None,
        typer.Option("--antwoorden", metavar="BESTAND", readable=False, help="Een TOML-bestand met deze antwoorden."),
    ] = None,
    ja: Annotated[bool, typer.Option("--ja", help="Vraag niets.")] = False,
    proef: Proef = False,
) -> None:
    """Maak de plugin van een nieuwe gemeente: een compleet pakket dat meteen aan het contract voldoet.

    Wat u niet als optie geeft, wordt gevraagd: hooguit zes dingen. Code en naam van de gemeente komen uit de officiële
    lijst, zoals die vandaag geldt. Met --uitvoer plugins/NAAM wordt de plugin lid van de werkruimte van Toegang.
    """
    from toegang_cli.uitvoering import plugin_nieuw

    gegeven = {
        "gemeente": gemeente,
        "naar": naar,
        "wijken": wijken,
        "beslisser": beslisser,
        "contact": contact,
        "uitvoer": uitvoer,
    }
    plugin_nieuw.nieuw(naam, gegeven, antwoorden=antwoorden, ja=ja, proef=proef)


@opdracht(groep, "bijwerken", "toegang plugin bijwerken ./toegang-hoorn --proef")
def bijwerken(
    map_: Annotated[Path, typer.Argument(metavar="MAP", readable=False, help="De map die 'plugin nieuw' maakte.")],
    proef: Proef = False,
) -> None:
    """Breng verbeteringen van het skelet naar een plugin die u eerder maakte; uw eigen wijzigingen blijven staan.

    Veranderde u dezelfde regels als het skelet, dan komt de nieuwe tekst ernaast te staan; de afsluitcode is dan 3.
    """
    from toegang_cli.uitvoering import plugin_nieuw

    raise typer.Exit(plugin_nieuw.werk_bij(map_, proef=proef))
