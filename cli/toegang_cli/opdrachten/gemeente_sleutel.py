"""Commands on the key of a gemeente: replace it, and keep a copy elsewhere."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson, Gemeentenaam, Ja, Proef

groep = maak_groep("De sleutel van een gemeente wisselen, en elders bewaren.")
_VOORBEELD = "toegang gemeente sleutel"


@opdracht(groep, "wissel", f"{_VOORBEELD} wissel zwolle --proef", f"{_VOORBEELD} wissel zwolle")
def wissel(naam: Gemeentenaam, ja: Ja = False, proef: Proef = False, als_json: AlsJson = False) -> None:
    """Geef een gemeente een nieuwe sleutel, bijvoorbeeld als de oude misschien in verkeerde handen is.

    De sleutels van de dossiers worden opnieuw ingepakt, zoekcodes opnieuw berekend, en het logboek blijft
    controleerbaar. Werd het onderbroken, dan maakt de volgende opdracht het af of draait het terug. Oude
    reservekopieën blijven bij de oude sleutel horen: bewaar daar de kopie van.
    """
    from toegang_cli.uitvoering import sleutel as uitvoering

    uitvoering.wissel(naam, ja=ja, proef=proef, als_json=als_json)


@opdracht(groep, "borg", f"{_VOORBEELD} borg zwolle --naar /usb/zwolle.borg")
def borg(
    naam: Gemeentenaam,
    naar: Annotated[Path, typer.Option("--naar", metavar="BESTAND", readable=False, help="Waar de kopie komt.")],
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Bewaar een kopie van de sleutel, versleuteld met een wachtzin.

    Toegang vraagt de wachtzin, of leest haar van de standaardinvoer. Zet het bestand op een andere plek dan de
    gegevens, en de wachtzin weer ergens anders. Zolang er geen kopie van de huidige sleutel is, waarschuwt 'toegang
    doctor'.
    """
    from toegang_cli.uitvoering import sleutel as uitvoering

    uitvoering.borg(naam, naar, proef=proef, als_json=als_json)


@opdracht(groep, "uit-borg", f"{_VOORBEELD} uit-borg /usb/zwolle.borg --naar zwolle.sleutel")
def uit_borg(
    bestand: Annotated[Path, typer.Argument(metavar="BESTAND", readable=False, help="De kopie.")],
    naar: Annotated[Path, typer.Option("--naar", metavar="BESTAND", readable=False, help="Waar de sleutel komt.")],
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Haal een sleutel uit een kopie, om een reservekopie mee terug te zetten.

    Een bestand dat er is, wordt nooit overschreven.
    """
    from toegang_cli.uitvoering import sleutel as uitvoering

    uitvoering.uit_borg(bestand, naar, proef=proef, als_json=als_json)
