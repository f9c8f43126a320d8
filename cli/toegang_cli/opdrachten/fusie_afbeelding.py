"""Commands on mappings: drafted by the tool, finished and approved by people."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten.fusie_opties import Als, Bron, Intrekken, Project
from toegang_cli.opties import AlsJson, Proef

NAAM = "afbeelding"
groep = maak_groep("Wat wordt wat: per bron een bestand met regels, waarop mensen akkoord geven.")


@opdracht(groep, "ontwerp", "toegang fusie afbeelding ontwerp nuth -p beekdaelen-2019")
def ontwerp(
    bron: Bron,
    project: Project,
    ja: Annotated[
        bool, typer.Option("--ja", help="Zet het ontwerp in het project, als er nog geen afbeelding is.")
    ] = False,
) -> None:
    """Maak een ontwerp uit de levering: wat aan naam en inhoud te herkennen was, met elke code die voorkomt.

    Het ontwerp komt op het scherm. Met --ja komt het in het project, als daar nog geen afbeelding van deze bron is.
    """
    from toegang_cli.uitvoering import fusie_afbeelding

    fusie_afbeelding.ontwerp(project, bron, bewaar=ja)


@opdracht(groep, "toon", "toegang fusie afbeelding toon nuth -p beekdaelen-2019")
def toon(bron: Bron, project: Project, als_json: AlsJson = False) -> None:
    """Toon de regels van een bron, en wie er akkoord op gaf."""
    from toegang_cli.uitvoering import fusie_afbeelding

    fusie_afbeelding.toon_regels(project, bron, als_json=als_json)


@opdracht(groep, "dekking", "toegang fusie afbeelding dekking -p beekdaelen-2019")
def dekking(
    project: Project,
    bron: Annotated[str | None, typer.Argument(metavar="BRON", help="Alleen deze bron.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon wat geen regel kent: kolommen, codes en waarden, met hoe vaak zij voorkomen.

    Is er zo'n waarde, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import fusie_afbeelding

    raise typer.Exit(fusie_afbeelding.dekking(project, bron, als_json=als_json))


@opdracht(
    groep,
    "akkoord",
    "toegang fusie afbeelding akkoord nuth -p beekdaelen-2019 --als nuth-1",
    "toegang fusie afbeelding akkoord nuth --regel N-V04 --intrekken -p beekdaelen-2019 --als nuth-1",
)
def akkoord(
    bron: Bron,
    project: Project,
    regel: Annotated[
        list[str] | None, typer.Option("--regel", metavar="REGEL", help="Alleen deze regel; meer dan één keer mag.")
    ] = None,
    intrekken: Intrekken = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Geef akkoord op regels van een afbeelding, of trek uw akkoord in.

    Een akkoord geldt voor de regel zoals hij nu is: verandert er een letter, dan is hij weer concept. Zonder akkoord op
    alle regels neemt pas-toe niets over.
    """
    from toegang_cli.uitvoering import fusie_afbeelding

    fusie_afbeelding.akkoord(project, bron, regel or [], intrekken=intrekken, als=als, proef=proef)
