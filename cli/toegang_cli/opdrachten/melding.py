"""Commands on meldingen."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef

NAAM = "melding"
groep = maak_groep("Meldingen innemen, en het eerste contact.")

Melding = Annotated[
    str,
    typer.Argument(metavar="MELDING", help="Het kenmerk van de melding, of het nummer van een zaak die eruit kwam."),
]


@opdracht(
    groep,
    "importeer",
    "toegang melding importeer aanmeldingen.json -g zwolle --proef",
    "toegang melding importeer aanmeldingen.json -g zwolle --gebied wijk-1",
    "toegang melding importeer formulieren.json -g zwolle --vertaling formulieren.toml",
    "toegang melding importeer aanmeldingen.csv -g zwolle --codering windows-1252",
    "toegang melding importeer personen.json -g zwolle --wet WMO --product rolstoel",
)
def importeer(
    bestand: Annotated[
        Path,
        typer.Argument(
            metavar="BESTAND",
            readable=False,
            help="JSON of CSV; een streepje (-) leest JSON van de standaardinvoer.",
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
    vertaling: Annotated[
        Path | None,
        typer.Option(
            "--vertaling",
            metavar="TOML",
            help="Welk veld van een formulier of tabel wat is; anders die van de gemeente.",
        ),
    ] = None,
    codering: Annotated[
        str, typer.Option("--codering", metavar="CODERING", help="Van een CSV: utf-8 of windows-1252.")
    ] = "utf-8",
    scheidingsteken: Annotated[
        str, typer.Option("--scheidingsteken", metavar="TEKEN", help="Van een CSV: ; , | of het woord tab.")
    ] = ";",
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Neem aanmeldingen in; een foute houdt de andere niet tegen.

    Dit mag zijn: onze eigen JSON, inzendingen van Open Formulieren (generic_json), een CSV (de naam eindigt op .csv),
    of personen in de velden van de BRP; zeg bij die laatste met --wet en --product wat zij vragen.

    Geweigerde records komen met de reden in BESTAND.geweigerd.json (of .csv), dat u kunt verbeteren en opnieuw inlezen.
    Lukt een deel, dan is de afsluitcode 3. Een aanmelding waarvan het kenmerk al bekend is, verandert niets, ook niet
    als zij in een andere vorm komt. Velden die wij niet kennen, worden genoemd en bij de melding bewaard.
    """
    from toegang_cli.invoer import lees_dag
    from toegang_cli.uitvoering import meldingen

    aanvulling = meldingen.Aanvulling(
        gebied=gebied,
        wet=wet,
        product=product,
        kanaal=kanaal,
        op=lees_dag("--op", op) if op else None,
        vertaling=vertaling,
        codering=codering,
        scheidingsteken=scheidingsteken,
    )
    code = meldingen.importeer(gemeente, bestand, aanvulling, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)


@opdracht(groep, "lijst", "toegang melding lijst -g zwolle", "toegang melding lijst -g zwolle --alles --json")
def lijst(
    gemeente: Gemeente,
    alles: Annotated[bool, typer.Option("--alles", help="Ook de meldingen waarover al contact is geweest.")] = False,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon de meldingen die op een eerste contact wachten."""
    from toegang_cli.uitvoering import meldingzicht

    meldingzicht.lijst(gemeente, alles=alles, als=als, als_json=als_json)


@opdracht(groep, "toon", "toegang melding toon Z2026-000012 -g zwolle --als M-002")
def toon(melding: Melding, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon een melding, met alles wat over het huishouden al bekend is.

    U ziet de vraag, de personen, andere zaken, eerdere meldingen en het plan. Zo hoeft de inwoner niets twee keer te
    vertellen. Dat u keek, komt in het logboek.
    """
    from toegang_cli.uitvoering import meldingzicht

    meldingzicht.toon_melding(gemeente, melding, als=als, als_json=als_json)


@opdracht(
    groep,
    "verhelder",
    "toegang melding verhelder Z2026-000012 verheldering.toml -g zwolle --als M-002",
)
def verhelder(melding: Melding, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg het eerste contact vast: de vraag achter de vraag, en wat is verteld, aangeboden en geregeld.

    Een voorbeeld om in te vullen geeft toegang melding voorbeeld verheldering. Bekijk eerst wat al bekend is, met
    toegang melding toon. Een later bestand vult aan en vervangt wat het noemt; wat
    er eerder stond, blijft bewaard. Weigert een regel, dan is de afsluitcode 4 en is er niets opgeslagen.
    """
    from toegang_cli.uitvoering import verheldering

    verheldering.verhelder(gemeente, melding, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "voorbeeld",
    "toegang melding voorbeeld verheldering -g beekdaelen > verheldering.toml",
    "toegang melding voorbeeld csv -g beekdaelen > aanmeldingen.csv",
)
def voorbeeld(
    soort: Annotated[str, typer.Argument(metavar="SOORT", help="verheldering, csv of vertaling.")],
    gemeente: Gemeente,
) -> None:
    """Druk een voorbeeldbestand af, om in te vullen."""
    from toegang_cli.uitvoering import verheldering

    verheldering.voorbeeld(gemeente, soort)
