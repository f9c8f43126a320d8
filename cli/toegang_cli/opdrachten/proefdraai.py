"""The command ``toegang proefdraai``."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente


def registreer(app: typer.Typer) -> None:
    """Add the command to the application."""
    opdracht(
        app,
        "proefdraai",
        "toegang proefdraai -g zwolle --plugin ../zwolle-nieuw",
        "toegang proefdraai -g zwolle --plugin toegang_zwolle-0.2.0-py3-none-any.whl",
        "toegang proefdraai -g zwolle --plugin organisatie.toml --haak team --json",
    )(proefdraai)


def proefdraai(
    gemeente: Gemeente,
    plugin: Annotated[
        str,
        typer.Option(
            "--plugin",
            metavar="WAT",
            help="Een geïnstalleerde plugin, een map, een wheel (.whl) of een gewijzigde organisatie.toml.",
        ),
    ],
    zaken: Annotated[
        str | None, typer.Option("--zaken", metavar="ZAAK,ZAAK", help="Alleen deze zaken; anders alle.")
    ] = None,
    haak: Annotated[
        str | None,
        typer.Option("--haak", metavar="HAAK", help="Alleen intake, team, regie, beschikking of archief."),
    ] = None,
    sinds: Annotated[
        str | None, typer.Option("--sinds", metavar="DATUM", help="Alleen beslissingen vanaf deze dag.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Laat een andere plugin de beslissingen van toen opnieuw nemen, en toon elk verschil. Er verandert niets.

    De plugin draait in een apart proces, zonder sleutels en zonder database. Zij beoordeelt elke vraag op de dag van
    toen, met haar eigen organisatiegegevens en de antwoorden die de gemeente voor die dag gaf. Ook de regels worden
    getoetst: u ziet welke uitkomst zou worden geweigerd.

    Komt er iets anders uit, dan is de afsluitcode 6. Was een deel niet na te spelen en is de rest gelijk, dan is zij 3.
    """
    from toegang_cli.uitvoering import proefdraai as uitvoering

    raise typer.Exit(
        uitvoering.proefdraai(gemeente, plugin, zaken=zaken, haak=haak, sinds=sinds, als=als, als_json=als_json)
    )
