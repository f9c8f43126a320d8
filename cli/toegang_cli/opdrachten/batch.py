"""Commands on batches of letters: one per step, and the walk past all of them."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import Groep, maak_groep, opdracht
from toegang_cli.opties import GEMEENTE_VARIABELE, Als, AlsJson, Gemeente, Proef

NAAM = "batch"
groep = maak_groep(
    "Veel brieven tegelijk maken en verzenden, stap voor stap.",
    """Zonder stap loopt u langs alle stappen; bij elke stap staat waar u op let. De volgorde:
  bevries       welke brieven, en waarom
  controleer    alles wat ontbreekt of een brief tegenhoudt, voordat er iets wordt gemaakt
  bekijk        een steekproef
  keur-goed     u zegt hoeveel brieven het worden
  maak          elke brief precies één keer; hervat gaat verder na een onderbreking
  vrijgeven     de laatste controle, en de drukbestanden
  verzonden     de dag en het aantal; vanaf dan loopt de bezwaartermijn""",
)

Batch = Annotated[
    str | None,
    typer.Argument(metavar="BATCH", help="De batch; mag weg als er maar één is die deze stap kan doen."),
]
Kies = Annotated[
    list[str] | None,
    typer.Option(
        "--kies",
        metavar="KEUZE",
        help="Welke brieven; 'toegang beschikking batch keuzes' toont wat er kan. Meer dan één keer mag.",
    ),
]
Dagtekening = Annotated[
    str | None, typer.Option("--dagtekening", metavar="DATUM", help="De datum op de brieven; anders vandaag.")
]
Map = Annotated[
    Path | None,
    typer.Option("--map", metavar="MAP", readable=False, help="Leg de bestanden hier neer; anders bij de gemeente."),
]
Processen = Annotated[
    int, typer.Option("--processen", metavar="N", min=0, help="Aantal processen; 0 is er een per kern.")
]


@groep.callback(cls=Groep, invoke_without_command=True, no_args_is_help=False)
def loop(
    ctx: typer.Context,
    gemeente: Annotated[
        str | None,
        typer.Option(
            "--gemeente",
            "-g",
            metavar="NAAM",
            envvar=GEMEENTE_VARIABELE,
            help=f"De gemeente. Verplicht, behalve als {GEMEENTE_VARIABELE} haar noemt.",
        ),
    ] = None,
    kies: Kies = None,
    dagtekening: Dagtekening = None,
    map_: Map = None,
    processen: Processen = 0,
    ja: Annotated[
        bool,
        typer.Option("--ja", help="Stel geen vragen: doe alles tot en met vrijgeven. In productie tot de goedkeuring."),
    ] = False,
    als: Als = None,
    proef: Annotated[bool, typer.Option("--proef", help="Controleer elke brief, en leg niets vast.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Veel brieven tegelijk maken en verzenden, stap voor stap."""
    if ctx.invoked_subcommand is not None:
        return
    from toegang_cli.uitvoering import batchgids

    wens = batchgids.Wens(kies or [], dagtekening, map_, processen, als)
    raise typer.Exit(batchgids.loop(gemeente, wens, ja=ja, proef=proef, als_json=als_json))


@opdracht(
    groep,
    "bevries",
    "toegang beschikking batch bevries -g zwolle --dagtekening 2026-11-24",
    "toegang beschikking batch bevries -g zwolle --kies wet=wmo --kies mislukt=mislukt.csv",
)
def bevries(
    gemeente: Gemeente,
    kies: Kies = None,
    dagtekening: Dagtekening = None,
    map_: Map = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Zet brieven in een batch, elk met de reden waarom.

    De keuze ligt daarna vast. Brieven die al in een andere batch staan, doen niet mee.
    """
    from toegang_cli.uitvoering import batch

    batch.bevries(gemeente, kies or [], dagtekening, map_, als=als, proef=proef, als_json=als_json)


@opdracht(groep, "keuzes", "toegang beschikking batch keuzes")
def keuzes(als_json: AlsJson = False) -> None:
    """Toon waarop u brieven kunt kiezen."""
    from toegang_cli.uitvoering import batchzicht

    batchzicht.keuzes(als_json=als_json)


@opdracht(groep, "controleer", "toegang beschikking batch controleer -g zwolle")
def controleer(
    gemeente: Gemeente, batch_: Batch = None, als: Als = None, proef: Proef = False, als_json: AlsJson = False
) -> None:
    """Toon in één overzicht alles wat ontbreekt of een brief tegenhoudt.

    Er wordt niets gemaakt. U mag controleren zo vaak u wilt, tot de batch is goedgekeurd. Kan een brief niet worden
    gemaakt, dan is de afsluitcode 3; een brief die op een mens wacht, is geen fout.
    """
    from toegang_cli.uitvoering import batch

    raise typer.Exit(batch.controleer(gemeente, batch_, als=als, proef=proef, als_json=als_json))


@opdracht(
    groep,
    "laat-door",
    "toegang beschikking batch laat-door Z2026-000012 --bevinding zelfde_brief -g zwolle",
)
def laat_door(
    zaak: Annotated[str, typer.Argument(metavar="ZAAK", help="De zaak waarvan u de brief hebt nagekeken.")],
    gemeente: Gemeente,
    bevinding: Annotated[str, typer.Option("--bevinding", metavar="NAAM", help="zelfde_brief of curatele_of_bewind.")],
    batch_: Annotated[str | None, typer.Option("--batch", metavar="BATCH", help="De batch.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Laat een brief toch door die op u wachtte, nadat u hem hebt nagekeken.

    Wie het deed, staat in de batch en in het logboek. Controleer de batch daarna opnieuw.
    """
    from toegang_cli.uitvoering import batch

    batch.laat_door(gemeente, batch_, zaak, bevinding, als=als, proef=proef)


@opdracht(groep, "bekijk", "toegang beschikking batch bekijk -g zwolle --uit steekproef")
def bekijk(
    gemeente: Gemeente,
    batch_: Batch = None,
    brief: Annotated[
        str | None, typer.Option("--brief", metavar="BRIEF", help="Alleen deze brief; anders de hele steekproef.")
    ] = None,
    uit: Annotated[
        Path | None, typer.Option("--uit", metavar="MAP", readable=False, help="Schrijf de brieven in deze map.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Maak de brieven van de steekproef, gemerkt als CONCEPT, om ze te bekijken.

    Wie ze kreeg, wordt vastgelegd: goedkeuren kan alleen wie de hele steekproef kreeg.
    """
    from toegang_cli.uitvoering import batch

    batch.bekijk(gemeente, batch_, brief, uit, als=als, proef=proef)


@opdracht(groep, "keur-goed", "toegang beschikking batch keur-goed --aantal 412 -g zwolle")
def keur_goed(
    gemeente: Gemeente,
    batch_: Batch = None,
    aantal: Annotated[
        int | None,
        typer.Option("--aantal", metavar="N", help="Hoeveel brieven het worden; anders wordt het gevraagd."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Keur een batch goed, nadat u de steekproef hebt bekeken.

    U noemt zelf het aantal. Wil de gemeente een tweede persoon, dan keurt een ander goed dan wie bevroor; dat zijn
    twee accounts van het besturingssysteem.
    """
    from toegang_cli.uitvoering import batch

    batch.keur_goed(gemeente, batch_, aantal, als=als, proef=proef)


@opdracht(groep, "maak", "toegang beschikking batch maak -g zwolle")
def maak(
    gemeente: Gemeente,
    batch_: Batch = None,
    processen: Processen = 0,
    als: Als = None,
    proef: Annotated[bool, typer.Option("--proef", help="Maak elke brief, en bewaar er geen.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Maak de brieven van een goedgekeurde batch, elk precies één keer.

    Een brief die niet lukt, houdt de andere niet tegen; dan is de afsluitcode 3. Wat niet is gemaakt, staat in
    mislukt.csv: herstel de oorzaak en bevries die lijst opnieuw met --kies mislukt=mislukt.csv.
    """
    from toegang_cli.uitvoering import batch

    code = batch.maak(gemeente, batch_, processen, hervat=False, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)


@opdracht(groep, "hervat", "toegang beschikking batch hervat -g zwolle")
def hervat(
    gemeente: Gemeente,
    batch_: Batch = None,
    processen: Processen = 0,
    als: Als = None,
    proef: Annotated[bool, typer.Option("--proef", help="Maak elke brief, en bewaar er geen.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Ga verder waar het maken stopte, en zet bestanden terug die weg zijn of gewijzigd.

    Geen brief wordt dubbel gemaakt en geen ontbreekt; de bestanden worden bit voor bit gelijk.
    """
    from toegang_cli.uitvoering import batch

    code = batch.maak(gemeente, batch_, processen, hervat=True, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)
