"""Commands on letters that decide nothing, and on copies; registered in the group ``beschikking``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Reden, Zaak


def registreer(groep: typer.Typer) -> None:
    """Add the commands to their group."""
    opdracht(
        groep,
        "informeer",
        "toegang beschikking informeer Z2026-000012 brief.toml -g zwolle --als M-002",
        "toegang beschikking informeer brief.toml --zaken zaken.csv --ronde nieuw-nummer -g zwolle",
    )(informeer)
    opdracht(
        groep,
        "exemplaren",
        "toegang beschikking exemplaren Z2026-000012 -g zwolle --als M-002",
        "toegang beschikking exemplaren Z2026-000012 --niet-aan client --waarom reden.txt -g zwolle",
    )(exemplaren)


def informeer(
    wat: Annotated[
        list[str],
        typer.Argument(
            metavar="[ZAAK] BESTAND",
            help="Het bestand met de brief, als JSON of TOML; zonder --zaken ervoor het zaaknummer.",
        ),
    ],
    gemeente: Gemeente,
    zaken: Annotated[
        Path | None,
        typer.Option("--zaken", metavar="LIJST", readable=False, help="Aan elke inwoner van de zaken in deze CSV."),
    ] = None,
    ronde: Annotated[
        str | None, typer.Option("--ronde", metavar="NAAM", help="De naam van deze brief; verplicht bij --zaken.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zet een informatiebrief klaar: de inwoner leest iets, en er verandert niets aan een recht.

    Het bestand heeft onderwerp en alineas. Beslist de tekst over een recht, of gaat zij over bezwaar, dan wordt zij
    geweigerd: daarvoor is een besluit nodig.

    Met --zaken krijgt elke inwoner in de lijst hem één keer, ook met meer zaken; 'toegang zaak kies' maakt zo'n lijst.
    Nog eens draaien met dezelfde --ronde zet alleen klaar wat er nog niet was. Maak en verzend de brieven daarna als
    batch, met --kies informatie=NAAM.
    """
    from toegang_cli.uitvoering import briefexemplaren, informatiebrieven

    if zaken is None and ronde is None:
        zaak, bestand = informatiebrieven.een_zaak(wat)
        briefexemplaren.informeer(gemeente, zaak, bestand, als=als, proef=proef, als_json=als_json)
        return
    informatiebrieven.informeer(gemeente, wat, zaken, ronde, als=als, proef=proef, als_json=als_json)


def exemplaren(
    zaak: Zaak,
    gemeente: Gemeente,
    niet_aan: Annotated[
        str | None,
        typer.Option("--niet-aan", metavar="WIE", help="Deze jongere krijgt geen eigen brief: client of een kenmerk."),
    ] = None,
    wel_aan: Annotated[
        str | None, typer.Option("--wel-aan", metavar="WIE", help="Deze jongere krijgt weer wel een eigen brief.")
    ] = None,
    waarom: Annotated[
        Path | None,
        typer.Option("--waarom", metavar="BESTAND", readable=False, help="Tekstbestand met de reden; bij --niet-aan."),
    ] = None,
    als: Als = None,
    reden: Reden = None,
    als_json: AlsJson = False,
    proef: Proef = False,
) -> None:
    """Toon wie een eigen exemplaar krijgt van de brieven in een zaak, of leg vast wie niet.

    Over een kind krijgt ieder met gezag de brief op het eigen adres. Een jongere van twaalf jaar of ouder krijgt hem
    ook zelf, tenzij u hier vastlegt waarom niet.
    """
    from toegang_cli.uitvoering import briefexemplaren

    if niet_aan is None and wel_aan is None:
        briefexemplaren.toon_exemplaren(gemeente, zaak, als=als, reden=reden, als_json=als_json)
        return
    briefexemplaren.wijzig(gemeente, zaak, niet_aan, wel_aan, waarom, als=als, proef=proef)
