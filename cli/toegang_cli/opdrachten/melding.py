"""Commands on meldingen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef

NAAM = "melding"
groep = maak_groep("Meldingen innemen.")


@opdracht(
    groep,
    "importeer",
    "toegang melding importeer aanmeldingen.json -g zwolle --proef",
    "toegang melding importeer aanmeldingen.json -g zwolle --gebied wijk-1",
    "toegang melding importeer personen.json -g zwolle --wet WMO --product rolstoel",
)
def importeer(
    bestand: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="JSON: één aanmelding, een lijst, of één per regel; een streepje (-) leest de standaardinvoer.",
        ),
    ],
    gemeente: Gemeente,
    gebied: Annotated[
        str | None, typer.Option("--gebied", metavar="GEBIED", help="Wijk of kern voor wie er geen noemt.")
    ] = None,
    wet: Annotated[
        str | None,
        typer.Option("--wet", metavar="WET", help="Bij een bestand met personen: onder welke wet."),
    ] = None,
    product: Annotated[
        str | None, typer.Option("--product", metavar="PRODUCT", help="Bij een bestand met personen: wat zij vragen.")
    ] = None,
    kanaal: Annotated[
        str, typer.Option("--kanaal", metavar="KANAAL", help="Bij een bestand met personen: hoe zij kwamen.")
    ] = "BRIEF",
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="Bij een bestand met personen: wanneer (jjjj-mm-dd).")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Neem aanmeldingen in; een foute houdt de andere niet tegen.

    Geweigerde records komen met de reden in BESTAND.geweigerd.json, dat u kunt verbeteren en opnieuw inlezen. Lukt een
    deel, dan is de afsluitcode 3. Een aanmelding die al bekend is, verandert niets. Een bestand met personen in de
    velden van de BRP mag ook; zeg dan met --wet en --product wat zij vragen.
    """
    from toegang_cli.invoer import lees_dag
    from toegang_cli.uitvoering import meldingen

    aanvulling = meldingen.Aanvulling(
        gebied=gebied,
        wet=wet,
        product=product,
        kanaal=kanaal,
        op=lees_dag("--op", op) if op else None,
    )
    code = meldingen.importeer(gemeente, bestand, aanvulling, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)
