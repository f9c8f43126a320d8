"""Commands on gemeenten for whoever runs the machine: backup and restore."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import AlsJson, Gemeentenaam, Proef

Sleutelring = Annotated[
    Path | None,
    typer.Option("--sleutelring", metavar="BESTAND", readable=False, help="De sleutelring; anders die naast de kopie."),
]


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "reservekopie",
        "toegang gemeente reservekopie zwolle --naar /reserve",
        "toegang gemeente reservekopie zwolle --controleer /reserve/zwolle/zwolle-20261130T093000Z-1a2b.toegang",
    )(reservekopie)
    opdracht(
        groep,
        "herstel",
        "toegang gemeente herstel zwolle-20261130T093000Z-1a2b.toegang --proef",
        "toegang gemeente herstel zwolle-20261130T093000Z-1a2b.toegang --sleutel zwolle.sleutel",
    )(herstel)


def reservekopie(
    naam: Gemeentenaam,
    naar: Annotated[
        Path | None,
        typer.Option(
            "--naar", metavar="MAP", readable=False, help="Zet de kopie hier; anders in TOEGANG_RESERVEKOPIE."
        ),
    ] = None,
    controleer: Annotated[
        Path | None,
        typer.Option("--controleer", metavar="BESTAND", readable=False, help="Maak niets, maar loop deze kopie na."),
    ] = None,
    sleutelring: Sleutelring = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Maak een reservekopie van een gemeente, ook terwijl er gewerkt wordt.

    Elke kopie wordt meteen teruggezet op een proefplek en helemaal nagelopen: elke rij, elke logregel, elk dossier. De
    sleutel van de gemeente zit er niet in. Zonder de sleutelring ernaast is geen dossier te lezen.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    if controleer is not None:
        uitvoering.controleer(naam, controleer, sleutelring, als_json=als_json)
    else:
        uitvoering.maak(naam, naar, proef=proef, als_json=als_json)


def herstel(
    kopie: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De reservekopie.")],
    sleutelring: Sleutelring = None,
    sleutel: Annotated[
        Path | None,
        typer.Option(
            "--sleutel", metavar="BESTAND", readable=False, help="Het bewaarde sleutelbestand, als het hier niet staat."
        ),
    ] = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zet een reservekopie terug, op een plek waar deze gemeente nog niet is.

    Nooit over een gemeente heen. Alles wordt eerst nagelopen; de gemeente verschijnt in één keer of niet.
    """
    from toegang_cli.uitvoering import reservekopie as uitvoering

    uitvoering.zet_terug(kopie, sleutelring, sleutel, proef=proef, als_json=als_json)
