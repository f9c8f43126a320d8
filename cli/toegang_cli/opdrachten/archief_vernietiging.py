"""Commands on lists of what is to be destroyed."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef

NAAM = "vernietiging"
groep = maak_groep("Vernietigen, met een lijst die beoordeeld en vastgesteld is.")

Lijst = Annotated[str, typer.Argument(metavar="LIJST", help="De vernietigingslijst, bijvoorbeeld VL-1a2b.")]
Aantal = Annotated[int, typer.Option("--aantal", metavar="N", min=0, help="Hoeveel zaken er verdwijnen.")]


@opdracht(groep, "opstellen", "toegang archief vernietiging opstellen -g zwolle")
def opstellen(
    gemeente: Gemeente,
    op: Annotated[str | None, typer.Option("--op", metavar="DATUM", help="De peildatum; anders vandaag.")] = None,
    als: Als = None,
    als_json: AlsJson = False,
    proef: Proef = False,
) -> None:
    """Zet op een lijst wat er aan de beurt is; er wordt nog niets vernietigd."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.opstellen(gemeente, op=op, als=als, als_json=als_json, proef=proef)


@opdracht(
    groep, "toon", "toegang archief vernietiging toon -g zwolle", "toegang archief vernietiging toon VL-1a2b -g zwolle"
)
def toon(
    gemeente: Gemeente,
    lijst: Annotated[str | None, typer.Argument(metavar="LIJST", help="De lijst; zonder ziet u alle.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon de lijsten, of wat er op één lijst staat en wie wat deed."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.toon(gemeente, lijst, als_json=als_json)


@opdracht(
    groep,
    "beoordeel",
    "toegang archief vernietiging beoordeel VL-1a2b -g zwolle",
    "toegang archief vernietiging beoordeel VL-1a2b --behoud Z2010-000012=procedure -g zwolle",
)
def beoordeel(
    lijst: Lijst,
    gemeente: Gemeente,
    behoud: Annotated[
        list[str] | None,
        typer.Option(
            "--behoud",
            metavar="ZAAK=REDEN",
            help="Deze zaak blijft, met de reden: procedure, toezicht, verzoek-inwoner, nog-nodig of blijvend-belang. "
            "Meer dan één keer mag.",
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Beoordeel een lijst: zeg welke zaken moeten blijven. Een ander stelt haar vast."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.beoordeel(gemeente, lijst, tuple(behoud or ()), als=als, proef=proef)


@opdracht(groep, "vaststellen", "toegang archief vernietiging vaststellen VL-1a2b --aantal 12 -g zwolle")
def vaststellen(lijst: Lijst, gemeente: Gemeente, aantal: Aantal, als: Als = None, proef: Proef = False) -> None:
    """Stel een lijst vast, als archivaris. Daarna begint de bedenktijd."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.vaststellen(gemeente, lijst, aantal, als=als, proef=proef)


@opdracht(groep, "uitvoeren", "toegang archief vernietiging uitvoeren VL-1a2b --aantal 12 -g zwolle")
def uitvoeren(lijst: Lijst, gemeente: Gemeente, aantal: Aantal, als: Als = None, proef: Proef = False) -> None:
    """Vernietig wat op een vastgestelde lijst staat, na de bedenktijd. Dit kan niet ongedaan worden gemaakt.

    Wat sinds het vaststellen is veranderd, blijft: een bezwaar, een brief die nog weg moet, een zaak die weer open is.
    """
    from toegang_cli.uitvoering import vernietiging

    vernietiging.uitvoeren(gemeente, lijst, aantal, als=als, proef=proef)


@opdracht(groep, "trek-in", "toegang archief vernietiging trek-in VL-1a2b -g zwolle")
def trek_in(lijst: Lijst, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Trek een lijst in; er wordt niets van vernietigd."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.trek_in(gemeente, lijst, als=als, proef=proef)


@opdracht(groep, "verklaring", "toegang archief vernietiging verklaring VL-1a2b --naar verklaring.json -g zwolle")
def verklaring(
    lijst: Lijst,
    gemeente: Gemeente,
    naar: Annotated[
        Path | None, typer.Option("--naar", metavar="BESTAND", help="Schrijf haar hier; een bestand dat er is, blijft.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon of schrijf de ondertekende verklaring van vernietiging."""
    from toegang_cli.uitvoering import vernietiging

    vernietiging.verklaring(gemeente, lijst, naar, als=als, als_json=als_json)


@opdracht(groep, "controleer", "toegang archief vernietiging controleer verklaring.json")
def controleer(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De verklaring.")],
    als_json: AlsJson = False,
) -> None:
    """Controleer de handtekening onder een verklaring van vernietiging."""
    from toegang_cli.uitvoering import vernietiging

    raise typer.Exit(vernietiging.controleer(bestand, als_json=als_json))
