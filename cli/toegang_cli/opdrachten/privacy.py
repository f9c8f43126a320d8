"""Commands for who watches over privacy: the log of who saw what, and whether it is whole."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import privacy_datalek
from toegang_cli.opties import Als, AlsJson, Gemeente

NAAM = "privacy"
groep = maak_groep("Wie zag welke gegevens, is het logboek heel, en welke datalekken waren er?")
groep.add_typer(privacy_datalek.groep, name=privacy_datalek.NAAM)


class Wat(StrEnum):
    """What is done with the log."""

    CONTROLEER = "controleer"


@opdracht(
    groep,
    "logboek",
    "toegang privacy logboek --inwoner I-0123456789abcdef -g zwolle",
    "toegang privacy logboek --medewerker M-004 --van 2026-11-01 -g zwolle --json",
    "toegang privacy logboek controleer -g zwolle",
)
def logboek(
    gemeente: Gemeente,
    deelopdracht: Annotated[
        Wat | None, typer.Argument(metavar="[controleer]", help="Loop de keten na, in plaats van te zoeken.")
    ] = None,
    inwoner: Annotated[
        str | None, typer.Option("--inwoner", metavar="INWONER", help="Het kenmerk van de inwoner, nooit het bsn.")
    ] = None,
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Het zaaknummer.")] = None,
    medewerker: Annotated[
        str | None, typer.Option("--medewerker", metavar="MEDEWERKER", help="Wat deze medewerker zag.")
    ] = None,
    account: Annotated[
        int | None, typer.Option("--account", metavar="NUMMER", min=0, help="Wat dit account deed.")
    ] = None,
    van: Annotated[str | None, typer.Option("--van", metavar="DATUM", help="De eerste dag.")] = None,
    tot: Annotated[str | None, typer.Option("--tot", metavar="DATUM", help="De laatste dag.")] = None,
    alles: Annotated[
        bool, typer.Option("--alles", help="Ook wat is vastgelegd, niet alleen wat is ingezien of geweigerd.")
    ] = False,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon wie gegevens zag: van een inwoner of zaak, of door een medewerker of account.

    U ziet kenmerken, geen namen. Dat u het vroeg, komt zelf ook in het logboek. Met 'controleer' wordt elke schakel
    van het logboek nagelopen; is er een gewijzigd, weggehaald, verplaatst of afgekapt, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import logboek as uitvoering

    vraag = uitvoering.lees_vraag(inwoner, zaak, medewerker, account, van, tot, alles=alles)
    if deelopdracht is Wat.CONTROLEER:
        uitvoering.controleer(gemeente, vraag, als=als, als_json=als_json)
    else:
        uitvoering.zoek(gemeente, vraag, als=als, als_json=als_json)
