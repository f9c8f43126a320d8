"""Commands on data of the BRP; registered in the group ``inwoner``."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "bijwerken",
        "toegang inwoner bijwerken brp.csv -g zwolle --als M-012 --proef",
        "toegang inwoner bijwerken antwoord.json -g zwolle --peildatum 2026-11-19",
    )(bijwerken)
    opdracht(
        groep,
        "brp-vraag",
        "toegang inwoner brp-vraag --naar vraag.csv -g zwolle --als M-012",
        "toegang inwoner brp-vraag --naar vraag.csv --batch BA-0123456789abcdef -g zwolle",
    )(brp_vraag)


def bijwerken(
    bestand: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND", readable=False, help="JSON met de velden van de BRP, of een CSV met die kolommen."
        ),
    ],
    gemeente: Gemeente,
    peildatum: Annotated[
        str | None,
        typer.Option(
            "--peildatum",
            metavar="DATUM",
            help="De dag waarop de BRP dit zei; anders vandaag, of wat er per persoon staat.",
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Neem wijzigingen uit de BRP over, persoon voor persoon: adres, naam, overlijden, geheimhouding, gezag en meer.

    Wie het is, zegt alleen het burgerservicenummer in het bestand. Een leeg veld zegt niets; met een streepje (-) maakt
    u een veld leeg. Een nieuw adres of een nieuwe naam geeft u in zijn geheel. Wat er stond, blijft als geschiedenis
    bewaard. Geweigerde regels komen met de reden in BESTAND.geweigerd.csv (of .json), dat u verbetert en opnieuw
    inleest; de afsluitcode is dan 3.

    Staat er een brief aan deze persoon in een lopende batch, dan leest u dat hier.
    """
    from toegang_cli.uitvoering import brpgegevens

    code = brpgegevens.bijwerken(gemeente, bestand, peildatum, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)


def brp_vraag(
    gemeente: Gemeente,
    naar: Annotated[
        Path, typer.Option("--naar", metavar="BESTAND", readable=False, help="Het bestand; het bestaat nog niet.")
    ],
    batch: Annotated[
        str | None, typer.Option("--batch", metavar="BATCH", help="Alleen de huishoudens in deze batch.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Schrijf van wie u de BRP opnieuw moet bevragen: wie langer geleden is nagevraagd dan de gemeente wil.

    Het bestand bevat alleen burgerservicenummers en is alleen voor dit account te lezen; op het scherm komen ze nooit.
    Wie is overleden of met wie niets meer loopt, staat er niet op. Dat u de lijst maakte, komt in het logboek.
    """
    from toegang_cli.uitvoering import brpgegevens

    brpgegevens.vraag(gemeente, naar, batch, als=als, proef=proef, als_json=als_json)
