"""Commands by which people decide in a fusion: on pairs, on sure merges, on conflicts."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opdrachten.fusie_opties import Als, Intrekken, Project, Redentekst
from toegang_cli.opties import AlsJson, Proef


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(groep, "paren", "toegang fusie paren -p beekdaelen-2019", "toegang fusie paren -p beekdaelen-2019 --alle")(
        paren
    )
    opdracht(groep, "paar", "toegang fusie paar K-0a1b2c3d4e -p beekdaelen-2019 --als nuth-1")(paar)
    opdracht(
        groep,
        "oordeel",
        "toegang fusie oordeel K-0a1b2c3d4e een -p beekdaelen-2019 --als nuth-1",
        "toegang fusie oordeel K-0a1b2c3d4e intrekken -p beekdaelen-2019 --als nuth-1",
    )(oordeel)
    opdracht(groep, "teken-koppeling", "toegang fusie teken-koppeling -p beekdaelen-2019 --als schinnen-1")(
        teken_koppeling
    )
    opdracht(
        groep,
        "conflicten",
        "toegang fusie conflicten -p beekdaelen-2019",
        "toegang fusie conflicten -p beekdaelen-2019 --soort SAMENLOOP --csv conflicten.csv",
    )(conflicten)
    opdracht(
        groep,
        "besluit",
        "toegang fusie besluit C-0a1b2c3d4e --keuze overnemen -p beekdaelen-2019 --als nuth-1",
        "toegang fusie besluit --soort BSN_ONGELDIG -p beekdaelen-2019 --als nuth-1",
    )(besluit)


def paren(
    project: Project,
    alle: Annotated[bool, typer.Option("--alle", help="Ook wat zeker is of al besloten.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon de voorstellen waarover twee mensen moeten oordelen, de waarschijnlijkste eerst."""
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.paren(project, alle=alle, als_json=als_json)


def paar(
    kenmerk: Annotated[str, typer.Argument(metavar="PAAR", help="Het paar, bijvoorbeeld K-0a1b2c3d4e.")],
    project: Project,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon een paar: beide registraties naast elkaar, en waarom zij dezelfde mens kunnen zijn.

    U ziet hier persoonsgegevens; dat komt in het logboek van het project. Een BSN staat er nooit bij.
    """
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.paar(project, kenmerk, als=als, als_json=als_json)


def oordeel(
    kenmerk: Annotated[str, typer.Argument(metavar="PAAR", help="Het paar, bijvoorbeeld K-0a1b2c3d4e.")],
    keuze: Annotated[str, typer.Argument(metavar="KEUZE", help="een (dezelfde mens), twee, of intrekken.")],
    project: Project,
    reden: Redentekst = "",
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Zeg of een paar één mens is of twee. Het geldt als twee mensen hetzelfde zeggen.

    Een oordeel intrekken kan altijd, ook als er later meer is samengevoegd: de indeling wordt dan opnieuw gemaakt.
    """
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.oordeel(project, kenmerk, keuze, reden=reden, als=als, proef=proef)


def teken_koppeling(project: Project, intrekken: Intrekken = False, als: Als = None, proef: Proef = False) -> None:
    """Teken voor alle zekere koppelingen samen; dat doet een ander dan wie koppelde."""
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.teken_koppeling(project, intrekken=intrekken, als=als, proef=proef)


def conflicten(
    project: Project,
    soort: Annotated[
        str | None, typer.Option("--soort", metavar="SOORT", help="Alleen deze soort, één per regel.")
    ] = None,
    zoek: Annotated[bool, typer.Option("--opnieuw", help="Zoek eerst opnieuw.")] = False,
    csv: Annotated[
        Path | None, typer.Option("--csv", metavar="BESTAND", readable=False, help="Schrijf de lijst in dit bestand.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon wat een mens moet beslissen, per soort, met het voorstel en de stand.

    Ernst E moet besloten zijn voor pas-toe; W en I zijn ter kennisname. In de lijst staat geen naam en geen BSN.
    """
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.conflicten(project, soort, opnieuw=zoek, csv=csv, als=als, als_json=als_json)


def besluit(
    project: Project,
    conflict: Annotated[
        list[str] | None, typer.Argument(metavar="CONFLICT", help="Een of meer conflicten, bijvoorbeeld C-0a1b2c3d4e.")
    ] = None,
    soort: Annotated[str, typer.Option("--soort", metavar="SOORT", help="Alle conflicten van deze soort.")] = "",
    keuze: Annotated[
        str | None,
        typer.Option("--keuze", metavar="KEUZE", help="parkeer, overnemen, afwijzen of gezien; anders het voorstel."),
    ] = None,
    intrekken: Intrekken = False,
    reden: Redentekst = "",
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Beslis over conflicten. Het geldt als twee mensen hetzelfde beslissen; elk conflict wordt apart vastgelegd."""
    from toegang_cli.uitvoering import fusie_oordeel

    fusie_oordeel.besluit(
        project, conflict or [], soort=soort, keuze=keuze, intrekken=intrekken, reden=reden, als=als, proef=proef
    )
