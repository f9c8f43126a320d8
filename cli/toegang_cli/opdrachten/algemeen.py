"""Commands without a noun: demo, doctor, waarom."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Reden, Zaak


class Onderdeel(StrEnum):
    """The parts of ``toegang waarom``; a test compares them with the life cycle."""

    INTAKE = "intake"
    TEAM = "team"
    REGIE = "regie"
    GESPREK = "gesprek"
    PLAN = "plan"
    BESLUIT = "besluit"
    MANDAAT = "mandaat"
    BESCHIKKING = "beschikking"
    BRIEF = "brief"
    TERMIJN = "termijn"
    ARCHIEF = "archief"
    WEIGERINGEN = "weigeringen"


def registreer(app: typer.Typer) -> None:
    """Add the commands to the application."""
    opdracht(app, "demo", "toegang demo", "toegang demo --personen personas.json --map /tmp/demo")(demo)
    opdracht(app, "doctor", "toegang doctor", "toegang doctor -g zwolle --json")(doctor)
    opdracht(app, "waarom", "toegang waarom Z2026-000012 -g zwolle", "toegang waarom Z2026-000012 team -g zwolle")(
        waarom
    )


def demo(
    personen: Annotated[
        Path | None,
        typer.Option(
            "--personen", metavar="BESTAND", readable=False, help="Gebruik de testpersonen uit dit JSON-bestand."
        ),
    ] = None,
    map_: Annotated[
        Path | None,
        typer.Option("--map", metavar="MAP", readable=False, help="Zet de gegevens hier; anders in ./demo."),
    ] = None,
    aantal: Annotated[
        int | None, typer.Option("--aantal", metavar="N", min=1, help="Aantal huishoudens per gemeente.")
    ] = None,
) -> None:
    """Laat vier gemeenten aan het werk zien, van melding tot archief.

    De personen zijn verzonnen of testpersonen van de RvIG. Een tweede keer verandert niets.
    """
    from toegang_cli.demo.opdracht import demo as voer_uit

    raise typer.Exit(voer_uit(personen, map_, aantal))


def doctor(
    gemeente: Annotated[
        str | None, typer.Option("--gemeente", "-g", metavar="NAAM", help="Controleer alleen deze gemeente.")
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Controleer deze machine en elke gemeente erop.

    Elke regel is GOED, LET OP of FOUT, en zegt hoe u het herstelt. Bij FOUT is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import doctor as uitvoering

    raise typer.Exit(uitvoering.doctor(gemeente, als_json=als_json))


def waarom(
    zaak: Zaak,
    gemeente: Gemeente,
    onderdeel: Annotated[
        Onderdeel | None,
        typer.Argument(
            metavar="ONDERDEEL",
            help="intake, team, regie, gesprek, plan, besluit, mandaat, beschikking, brief, termijn, archief of "
            "weigeringen; anders alles.",
        ),
    ] = None,
    als: Als = None,
    reden: Reden = None,
    als_json: AlsJson = False,
) -> None:
    """Toon waarom een zaak zo is gelopen: wie besliste, op welke grond, met welke regels.

    Ook wie niet in het team kwam, waarom een brief wacht, elke stap van een termijn, en wat er is geweigerd. De plugin
    van de gemeente is daarvoor niet nodig.
    """
    from toegang_cli.uitvoering import waarom as uitvoering

    uitvoering.waarom(gemeente, zaak, onderdeel.value if onderdeel else None, als=als, als_json=als_json, reden=reden)
