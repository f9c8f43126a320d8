"""Commands that bring a fusion over: trial run, taking over, checking, letters, report, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opdrachten.fusie_opties import Als, Project
from toegang_cli.opties import AlsJson, Proef


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(groep, "proef", "toegang fusie proef -p beekdaelen-2019")(proef_)
    opdracht(
        groep,
        "pas-toe",
        "toegang fusie pas-toe -p beekdaelen-2019 --als nuth-1",
        "toegang fusie pas-toe -p beekdaelen-2019 --proef",
    )(pas_toe)
    opdracht(
        groep,
        "controleer",
        "toegang fusie controleer -p beekdaelen-2019",
        "toegang fusie controleer -p beekdaelen-2019 --teken 0951 --als nuth-1",
    )(controleer)
    opdracht(
        groep,
        "brieven",
        "toegang fusie brieven -p beekdaelen-2019",
        "toegang fusie brieven -p beekdaelen-2019 --tekst brief.toml --als nuth-1",
    )(brieven)
    opdracht(
        groep,
        "rapport",
        "toegang fusie rapport -p beekdaelen-2019",
        "toegang fusie rapport -p beekdaelen-2019 --pdf fusie.pdf",
    )(rapport)
    opdracht(groep, "terugdraaien", "toegang fusie terugdraaien F-0a1b2c3d4e5f -p beekdaelen-2019 --proef")(
        terugdraaien
    )
    opdracht(groep, "uitvoer", "toegang fusie uitvoer resultaat -p beekdaelen-2019")(uitvoer)
    opdracht(groep, "herkomst", "toegang fusie herkomst Z2018-000012 -p beekdaelen-2019")(herkomst)


def proef_(project: Project, als: Als = None, proef: Proef = False, als_json: AlsJson = False) -> None:
    """Loop alles door zonder iets over te nemen: waar gaat elke rij heen, en wie zou er iets van merken.

    Wat binnenkwam, moet gelijk zijn aan overgenomen, samengevoegd, afgewezen en geparkeerd samen, per bron en per
    product. Klopt dat niet, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import fusie_overname

    raise typer.Exit(fusie_overname.proef(project, als=als, bewaar=not proef, als_json=als_json))


def pas_toe(project: Project, als: Als = None, proef: Proef = False, als_json: AlsJson = False) -> None:
    """Neem over in de nieuwe gemeente, deel voor deel; bij elke waarde blijft staan waar zij vandaan komt.

    Na een onderbreking gaat dezelfde opdracht verder. Nog eens draaien verandert niets. Is er sinds de proef iets
    gewijzigd, of mist er een akkoord of besluit, dan wordt er niets overgenomen.
    """
    from toegang_cli.uitvoering import fusie_overname

    fusie_overname.pas_toe(project, als=als, proef=proef, als_json=als_json)


def controleer(
    project: Project,
    teken: Annotated[
        str | None, typer.Option("--teken", metavar="CODE", help="Teken af voor deze oude gemeente (gemeentecode).")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Vergelijk de nieuwe gemeente rij voor rij met de leveringen, en teken af per oude gemeente.

    Sluit het niet aan, dan is de afsluitcode 6 en kan niemand tekenen.
    """
    from toegang_cli.uitvoering import fusie_overname

    raise typer.Exit(fusie_overname.controleer(project, teken, als=als, proef=proef, als_json=als_json))


def brieven(
    project: Project,
    tekst: Annotated[
        Path | None,
        typer.Option(
            "--tekst",
            metavar="BESTAND",
            readable=False,
            help="Zet informatiebrieven klaar met deze tekst (TOML of JSON).",
        ),
    ] = None,
    conversie: Annotated[
        Path | None,
        typer.Option(
            "--conversie", metavar="BESTAND", readable=False, help="Schrijf de zaken waarin een besluit nodig is (CSV)."
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Toon wie een informatiebrief krijgt en voor wie een besluit nodig is; zet met --tekst de informatiebrieven klaar.

    Een informatiebrief verandert geen recht en noemt geen bezwaar; zo'n tekst wordt geweigerd. Verandert er wel iets in
    een recht, dan is een beschikking nodig: een nieuw besluit in de zaak. De batch maakt en verzendt de brieven.
    """
    from toegang_cli.uitvoering import fusie_brieven

    fusie_brieven.brieven(project, tekst, conversie, als=als, proef=proef, als_json=als_json)


def rapport(
    project: Project,
    html: Annotated[
        Path | None, typer.Option("--html", metavar="BESTAND", readable=False, help="Schrijf een webpagina.")
    ] = None,
    pdf: Annotated[
        Path | None, typer.Option("--pdf", metavar="BESTAND", readable=False, help="Schrijf een PDF.")
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon hoe het project ervoor staat: van bron naar doel, conflicten, wat klaar is, de dagen tot de start."""
    from toegang_cli.uitvoering import fusie_rapport

    fusie_rapport.rapport(project, html=html, pdf=pdf, als_json=als_json)


def terugdraaien(
    run: Annotated[str, typer.Argument(metavar="RUN", help="De run, bijvoorbeeld F-0a1b2c3d4e5f.")],
    project: Project,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Draai een run terug: de nieuwe gemeente is dan precies zoals daarvoor.

    Dat kan niet meer als er een brief is gemaakt of verzonden, of als er in een van de dossiers is gewerkt.
    """
    from toegang_cli.uitvoering import fusie_overname

    fusie_overname.terugdraaien(project, run, als=als, proef=proef)


def uitvoer(
    map_: Annotated[Path, typer.Argument(metavar="MAP", readable=False, help="De map voor de vier bestanden.")],
    project: Project,
    als: Als = None,
) -> None:
    """Schrijf het resultaat in vier bestanden: personen, conflicten, indicaties en tellingen; zonder namen."""
    from toegang_cli.uitvoering import fusie_overname

    fusie_overname.uitvoer(project, map_, als=als)


def herkomst(
    zaak: Annotated[str, typer.Argument(metavar="ZAAK", help="Het zaaknummer, bijvoorbeeld Z2018-000012.")],
    project: Project,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon van een overgenomen zaak waar elke waarde vandaan komt, en door welke regel."""
    from toegang_cli.uitvoering import fusie_overname

    fusie_overname.herkomst(project, zaak, als=als, als_json=als_json)
