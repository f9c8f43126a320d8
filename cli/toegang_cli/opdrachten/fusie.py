"""Commands of the fusion workbench: three legacy setups become one, step by step."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import fusie_afbeelding, fusie_oordeel, fusie_overname
from toegang_cli.opdrachten.fusie_opties import Als, Project
from toegang_cli.opties import AlsJson, Proef

NAAM = "fusie"
groep = maak_groep(
    "Gemeenten die samengaan: van drie oude registraties naar één, zonder dat iemands recht stilletjes verandert.",
    """De volgorde:
  begin           een project, met een eigen versleutelde opslag
  inventariseer   lees de leveringen: wat staat erin, en wat klopt er niet
  afbeelding      wat wordt wat; mensen geven akkoord
  koppel          wie is dezelfde mens; oordeel en teken leggen vast wat mensen vinden
  conflicten      alles wat een mens moet beslissen, met een voorstel; besluit legt het vast
  proef           alles doorlopen zonder te schrijven
  pas-toe         overnemen in de nieuwe gemeente; terugdraaien kan tot er een brief weg is
  controleer      sluit het aan; tekenen per oude gemeente
  brieven         wie krijgt welke brief
  rapport         cijfers om te lezen, als tabel, webpagina of PDF""",
)
groep.add_typer(fusie_afbeelding.groep, name=fusie_afbeelding.NAAM)


@opdracht(
    groep,
    "begin",
    "toegang fusie begin beekdaelen-2019 --plugin beekdaelen --bronnen leveringen",
    "toegang fusie begin proef --bestand project.toml --bronnen leveringen --oefenen",
)
def begin(
    naam: Annotated[str, typer.Argument(metavar="NAAM", help="De naam van het project.")],
    bronnen: Annotated[Path, typer.Option("--bronnen", metavar="MAP", readable=False, help="De map met leveringen.")],
    plugin: Annotated[
        str | None, typer.Option("--plugin", metavar="NAAM", help="Neem project en afbeeldingen uit deze plugin.")
    ] = None,
    bestand: Annotated[
        Path | None,
        typer.Option("--bestand", metavar="BESTAND", readable=False, help="Het projectbestand (TOML)."),
    ] = None,
    oefenen: Annotated[bool, typer.Option("--oefenen", help="Met testgegevens: u mag elke deelnemer spelen.")] = False,
    proef: Proef = False,
) -> None:
    """Begin een fusieproject.

    Het krijgt een eigen map met een eigen versleutelde opslag, naast die van de gemeenten. Het projectbestand en de
    afbeeldingen worden daarin gekopieerd; daar werkt u aan verder.
    """
    from toegang_cli.uitvoering import fusie

    fusie.begin(naam, bronnen, plugin=plugin, bestand=bestand, oefenen=oefenen, proef=proef)


@opdracht(groep, "lijst", "toegang fusie lijst")
def lijst(als_json: AlsJson = False) -> None:
    """Toon de fusieprojecten op deze machine."""
    from toegang_cli.uitvoering import fusie

    fusie.lijst(als_json=als_json)


@opdracht(groep, "overeenkomst", "toegang fusie overeenkomst VWO-2018-0042 -p beekdaelen-2019")
def overeenkomst(
    kenmerk: Annotated[str, typer.Argument(metavar="KENMERK", help="Het kenmerk van de overeenkomst, zonder namen.")],
    project: Project,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast onder welke overeenkomst de gemeenten elkaars gegevens verwerken (AVG artikel 26 en 28).

    Voor de dag van de herindeling leest het project zonder haar niets.
    """
    from toegang_cli.uitvoering import fusie

    fusie.overeenkomst(project, kenmerk, als=als, proef=proef)


@opdracht(
    groep,
    "inventariseer",
    "toegang fusie inventariseer -p beekdaelen-2019",
    "toegang fusie inventariseer nuth -p beekdaelen-2019 --proef",
)
def inventariseer(
    project: Project,
    bron: Annotated[str | None, typer.Argument(metavar="BRON", help="Alleen deze bron.")] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Lees de leveringen: alles als tekst, niets wordt weggegooid, elke fout met bestand, rij en kolom.

    De bestanden zelf blijven zoals ze zijn. Een volgende levering van dezelfde bron vervangt de vorige; afbeeldingen en
    besluiten blijven staan. Vindt het lezen gebreken, dan is de afsluitcode 3.
    """
    from toegang_cli.uitvoering import fusie

    raise typer.Exit(fusie.inventariseer(project, bron, als=als, proef=proef, als_json=als_json))


@opdracht(
    groep,
    "koppel",
    "toegang fusie koppel -p beekdaelen-2019 --als nuth-1",
    "toegang fusie koppel -p beekdaelen-2019 --zonder-kans",
)
def koppel(
    project: Project,
    zonder_kans: Annotated[
        bool, typer.Option("--zonder-kans", help="Alleen de vaste regels; niet zoeken op kans (splink).")
    ] = False,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zoek wie dezelfde mens is: eerst met vaste regels op BSN, dan op kans voor wie er geen heeft.

    Zonder BSN gaat niemand vanzelf samen: dat zijn voorstellen, waarover twee mensen oordelen.
    """
    from toegang_cli.uitvoering import fusie

    fusie.koppel(project, kans=not zonder_kans, als=als, proef=proef, als_json=als_json)


fusie_oordeel.registreer(groep)
fusie_overname.registreer(groep)
