"""Commands on the archive."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import archief_vernietiging
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Zaak

NAAM = "archief"
groep = maak_groep("Bewaren, overdragen en vernietigen.")
groep.add_typer(archief_vernietiging.groep, name=archief_vernietiging.NAAM)


@opdracht(groep, "bepaal", "toegang archief bepaal Z2026-000012 -g zwolle")
def bepaal(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Bepaal hoe lang een gesloten zaak bewaard blijft, volgens de selectielijst."""
    from toegang_cli.uitvoering import stappen

    stappen.archiveer(gemeente, zaak, als=als, proef=proef)


@opdracht(groep, "lijst", "toegang archief lijst -g zwolle", "toegang archief lijst --op 2042-01-01 -g zwolle --json")
def lijst(
    gemeente: Gemeente,
    op: Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De dag; anders vandaag.")] = None,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat nog bewaard wordt.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon wat er op een dag vernietigd of overgedragen zou worden; er gebeurt niets."""
    from toegang_cli.uitvoering import archief

    archief.lijst(gemeente, op=op, alles=alles, als_json=als_json)


@opdracht(groep, "exporteer", "toegang archief exporteer Z2026-000012 --naar overdracht -g zwolle")
def exporteer(
    zaak: Zaak,
    gemeente: Gemeente,
    naar: Annotated[Path, typer.Option("--naar", metavar="MAP", help="Een bestaande map; de zaak krijgt er een map.")],
    als: Als = None,
    als_json: AlsJson = False,
    proef: Proef = False,
) -> None:
    """Schrijf een gesloten zaak voor een archief: bestanden met MDTO, in een BagIt-map.

    De map wordt na het schrijven teruggelezen. Zij is niet versleuteld: bewaar haar veilig.
    """
    from toegang_cli.uitvoering import archief

    archief.exporteer(gemeente, zaak, naar, als=als, als_json=als_json, proef=proef)


@opdracht(groep, "controleer", "toegang archief controleer overdracht/Z2026-000012")
def controleer(
    map_: Annotated[Path, typer.Argument(metavar="MAP", help="De map die 'archief exporteer' maakte.")],
    als_json: AlsJson = False,
) -> None:
    """Lees een overdracht helemaal terug, en zeg wat er gewijzigd is of ontbreekt."""
    from toegang_cli.uitvoering import archief

    raise typer.Exit(archief.controleer(map_, als_json=als_json))
