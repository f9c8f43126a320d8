"""Commands on the life of a gemeente on this machine: a clone to practise with, her key, and her end."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import AlsJson, Gemeentenaam, Ja, Proef


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "kloon",
        "toegang gemeente kloon zwolle --anoniem --naar zwolle-oefen --proef",
        "toegang gemeente kloon zwolle --anoniem --naar zwolle-oefen",
    )(kloon)
    opdracht(
        groep,
        "afsluiten",
        "toegang gemeente afsluiten zwolle --export /elders/zwolle.export --proef",
        "toegang gemeente afsluiten zwolle --export /elders/zwolle.export",
        "toegang gemeente afsluiten zwolle --trek-in",
    )(afsluiten)
    opdracht(groep, "wisverklaring", "toegang gemeente wisverklaring verklaring-1a2b.json")(wisverklaring)


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


def afsluiten(
    naam: Gemeentenaam,
    export: Annotated[
        Path | None,
        typer.Option(
            "--export",
            metavar="BESTAND",
            readable=False,
            help="Waar de export komt; of, bij het wissen, waar hij staat.",
        ),
    ] = None,
    trek_in: Annotated[
        bool, typer.Option("--trek-in", help="Toch niet; kan zolang het wissen niet is begonnen.")
    ] = False,
    ja: Ja = False,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Haal een gemeente van deze machine: export, wachttijd, wissen en een ondertekende verklaring.

    De eerste keer komt er een export en begint de wachttijd (TOEGANG_AFSLUITEN_DAGEN, anders 30 dagen); de gemeente
    is dan dicht. Daarna wist dezelfde opdracht haar helemaal, met haar sleutel. Werd het onderbroken, dan gaat het
    verder.
    """
    from toegang_cli.uitvoering import afsluiting as uitvoering

    uitvoering.afsluiten(naam, export, intrekken=trek_in, ja=ja, proef=proef, als_json=als_json)


def wisverklaring(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De verklaring.")],
    als_json: AlsJson = False,
) -> None:
    """Controleer de handtekeningen onder de verklaring van een gewiste gemeente."""
    from toegang_cli.uitvoering import afsluiting as uitvoering

    uitvoering.controleer_verklaring(bestand, als_json=als_json)
