"""Commands on objections."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten.termijn import Verteld, Waarom
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Opdag, Proef, Reden, Zaak

NAAM = "bezwaar"
groep = maak_groep("Bezwaar: inboeken, bevestigen, herstellen, horen, beslissen; en de termijnen.")

Welk = Annotated[str, typer.Argument(metavar="BEZWAAR", help="Het kenmerk van het bezwaar, of het zaaknummer.")]


class Uitzondering(StrEnum):
    """Why no dwangsom is owed; a test compares them with the domain."""

    ONREDELIJK_LAAT = "onredelijk_laat"
    GEEN_BELANGHEBBENDE = "geen_belanghebbende"
    KENNELIJK = "kennelijk"


@opdracht(groep, "registreer", "toegang bezwaar registreer Z2026-000012 bezwaar.toml -g zwolle --als M-013")
def registreer(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Boek een bezwaar in. Het besluit blijft intussen gelden.

    Het bestand heeft ontvangen_op; en zo nodig gepost_op, besluit, ontbreekt (NAAM_EN_ADRES, DAGTEKENING,
    OMSCHRIJVING, GRONDEN, ONDERTEKENING), gronden, reden_te_laat en commissie. Maakt een ander dan de cliënt bezwaar,
    zoals een tweede ouder, dan ook inwoner (het kenmerk), of belanghebbende (naam, adresregels, belang). Een bezwaar
    dat te laat of te vroeg is, boekt u ook in: te laat beoordeelt een mens, te vroeg wacht op het besluit op de
    aanvraag. Gaat het over een besluit dat tussendoor komt, zet dan tegen = "VOORSCHOT" of "TIJDELIJK".
    """
    from toegang_cli.uitvoering import bezwaren

    bezwaren.registreer(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "koppel",
    "toegang bezwaar koppel BZ-0123456789abcdef --besluit BS-0123456789abcdef -g zwolle",
    "toegang bezwaar koppel BZ-0123456789abcdef --wacht -g zwolle",
)
def koppel(
    kenmerk: Welk,
    gemeente: Gemeente,
    besluit: Annotated[
        str | None, typer.Option("--besluit", metavar="BESLUIT", help="Het besluit waar het bezwaar tegen is.")
    ] = None,
    wacht: Annotated[
        bool, typer.Option("--wacht", help="Het is tegen het besluit op de aanvraag, en dat komt nog.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Zeg tegen welk besluit van de zaak een bezwaar is; zijn termijn volgt dat besluit."""
    from toegang_cli.invoer import een_van
    from toegang_cli.uitvoering import bezwaren

    een_van("--besluit", besluit is not None, "--wacht", wacht)
    bezwaren.koppelen(gemeente, kenmerk, besluit, als=als, proef=proef)


@opdracht(groep, "lijst", "toegang bezwaar lijst -g zwolle", "toegang bezwaar lijst -g zwolle --alles --json")
def lijst(
    gemeente: Gemeente,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat is afgedaan.")] = False,
    als_json: AlsJson = False,
) -> None:
    """Toon de bezwaren: wie ze heeft, wat er nu moet gebeuren, en uiterlijk wanneer er een besluit is."""
    from toegang_cli.uitvoering import bezwaarlijst

    bezwaarlijst.lijst(gemeente, alles=alles, als_json=als_json)


@opdracht(groep, "toon", "toegang bezwaar toon Z2026-000012 -g zwolle")
def toon(kenmerk: Welk, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False, reden: Reden = None) -> None:
    """Toon een bezwaar met de gronden; dat u het inzag, komt in het logboek."""
    from toegang_cli.uitvoering import bezwaarlijst

    bezwaarlijst.toon_bezwaar(gemeente, kenmerk, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "termijn", "toegang bezwaar termijn Z2026-000012 -g zwolle")
def termijn(kenmerk: Welk, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon uiterlijk wanneer er een besluit op het bezwaar moet zijn: de hele som, met de artikelen."""
    from toegang_cli.uitvoering import bezwaarlijst

    bezwaarlijst.termijn(gemeente, kenmerk, als=als, als_json=als_json)


@opdracht(groep, "bevestig", "toegang bezwaar bevestig Z2026-000012 --op 2026-11-22 -g zwolle")
def bevestig(kenmerk: Welk, gemeente: Gemeente, op: Opdag, als: Als = None, proef: Proef = False) -> None:
    """Leg vast dat de ontvangst schriftelijk is bevestigd (Awb artikel 6:14)."""
    from toegang_cli.uitvoering import bezwaren

    bezwaren.bevestig(gemeente, kenmerk, op, als=als, proef=proef)


@opdracht(
    groep,
    "vraag-herstel",
    "toegang bezwaar vraag-herstel Z2026-000012 --tot 2026-12-06 -g zwolle",
    "toegang bezwaar vraag-herstel Z2026-000012 --op 2026-11-22 --tot 2026-12-06 -g zwolle",
)
def vraag_herstel(
    kenmerk: Welk,
    gemeente: Gemeente,
    tot: Annotated[str, typer.Option("--tot", metavar="DATUM", help="De laatste dag om te herstellen.")],
    op: Annotated[
        str | None,
        typer.Option("--op", metavar="DATUM", help="De dag waarop u het al vroeg; zonder maakt Toegang de brief."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Vraag de inwoner om aan te vullen wat ontbreekt; de beslistermijn staat zo lang stil.

    Zonder --op komt een brief klaar te staan, met wat er ontbreekt, de laatste dag en wat er anders gebeurt. De termijn
    staat dan stil vanaf de dag nadat hij is verzonden.
    """
    from toegang_cli.uitvoering import bezwaren

    bezwaren.vraag_herstel(gemeente, kenmerk, op, tot, als=als, proef=proef)


@opdracht(groep, "hersteld", "toegang bezwaar hersteld Z2026-000012 --op 2026-11-30 -g zwolle")
def hersteld(kenmerk: Welk, gemeente: Gemeente, op: Opdag, als: Als = None, proef: Proef = False) -> None:
    """Leg vast dat het gebrek is hersteld; de termijn loopt weer."""
    from toegang_cli.uitvoering import bezwaren

    bezwaren.hersteld(gemeente, kenmerk, op, als=als, proef=proef)


@opdracht(groep, "vertraging", "toegang bezwaar vertraging Z2026-000012 --verschoonbaar -g zwolle")
def vertraging(
    kenmerk: Welk,
    gemeente: Gemeente,
    verschoonbaar: Annotated[
        bool, typer.Option("--verschoonbaar", help="Het is de inwoner niet te verwijten dat het laat is.")
    ] = False,
    niet_verschoonbaar: Annotated[
        bool, typer.Option("--niet-verschoonbaar", help="Het is de inwoner wel te verwijten.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Beoordeel een bezwaar dat te laat kwam: --verschoonbaar of --niet-verschoonbaar (Awb artikel 6:11)."""
    from toegang_cli.invoer import een_van
    from toegang_cli.uitvoering import bezwaren

    oordeel = een_van("--verschoonbaar", verschoonbaar, "--niet-verschoonbaar", niet_verschoonbaar)
    bezwaren.vertraging(gemeente, kenmerk, verschoonbaar=oordeel, als=als, proef=proef)


@opdracht(
    groep,
    "hoor",
    "toegang bezwaar hoor Z2026-000012 --op 2026-12-01 --door M-013 --stukken-vanaf 2026-11-22",
)
def hoor(
    kenmerk: Welk,
    gemeente: Gemeente,
    op: Opdag,
    door: Annotated[list[str], typer.Option("--door", metavar="MEDEWERKER", help="Wie hoorde; mag vaker.")],
    stukken_vanaf: Annotated[
        str | None,
        typer.Option("--stukken-vanaf", metavar="DATUM", help="Vanaf die dag lagen de stukken ter inzage."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat de inwoner is gehoord, en door wie."""
    from toegang_cli.uitvoering import bezwaren

    bezwaren.hoor(gemeente, kenmerk, op, tuple(door), stukken_vanaf, als=als, proef=proef)


@opdracht(groep, "inbreng", "toegang bezwaar inbreng Z2026-000012 inbreng.txt -g beekdaelen --als M-003")
def inbreng(kenmerk: Welk, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Lever als consulent inbreng over de inhoud van het besluit; op het bezwaar beslist een ander."""
    from toegang_cli.uitvoering import bezwaren

    bezwaren.inbreng(gemeente, kenmerk, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "verdaag",
    "toegang bezwaar verdaag Z2026-000012 --weken 6 --waarom reden.txt -g zwolle",
    "toegang bezwaar verdaag Z2026-000012 --weken 6 --op 2026-12-01 -g zwolle",
)
def verdaag(
    kenmerk: Welk,
    gemeente: Gemeente,
    weken: Annotated[int, typer.Option("--weken", metavar="N", min=1, help="Hoeveel weken later.")],
    op: Verteld = None,
    waarom: Waarom = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Stel het besluit op bezwaar uit, één keer en ten hoogste zes weken (Awb artikel 7:10).

    Zonder --op maakt Toegang de brief; dan telt de dag waarop hij is verzonden.
    """
    from toegang_cli.uitvoering import bezwaren

    bezwaren.verdaag(gemeente, kenmerk, weken, op, waarom, als=als, proef=proef)


@opdracht(groep, "ingebrekestelling", "toegang bezwaar ingebrekestelling Z2026-000012 --op 2027-02-01 -g zwolle")
def ingebrekestelling(
    kenmerk: Welk,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag van ontvangst.")],
    uitzondering: Annotated[
        Uitzondering | None,
        typer.Option(
            "--geen-dwangsom",
            metavar="WAAROM",
            help="Waarom er geen dwangsom is: onredelijk_laat, geen_belanghebbende of kennelijk.",
        ),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat de inwoner de gemeente in gebreke stelt omdat het besluit op bezwaar er niet is."""
    from toegang_cli.uitvoering import bezwaren

    reden = uitzondering.value if uitzondering else None
    bezwaren.ingebrekestelling(gemeente, kenmerk, op, reden, als=als, proef=proef)


@opdracht(groep, "trek-in", "toegang bezwaar trek-in Z2026-000012 --op 2026-11-30 -g zwolle")
def trek_in(kenmerk: Welk, gemeente: Gemeente, op: Opdag, als: Als = None, proef: Proef = False) -> None:
    """Leg vast dat de inwoner het bezwaar intrekt."""
    from toegang_cli.uitvoering import bezwaren

    bezwaren.trek_in(gemeente, kenmerk, op, als=als, proef=proef)


@opdracht(
    groep,
    "zend-door",
    "toegang bezwaar zend-door Z2026-000012 --aan 'bestuur Kompas' --op 2026-11-22 -g beekdaelen",
)
def zend_door(
    kenmerk: Welk,
    gemeente: Gemeente,
    aan: Annotated[str, typer.Option("--aan", metavar="ORGAAN", help="Het orgaan dat moet beslissen.")],
    op: Opdag,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat het bezwaar is doorgezonden aan het orgaan dat erover gaat (Awb artikel 6:15).

    De brief die dat aan wie bezwaar maakte vertelt, staat dan klaar: aan wie, en op welke dag het binnenkwam.
    """
    from toegang_cli.uitvoering import bezwaren

    bezwaren.zend_door(gemeente, kenmerk, aan, op, als=als, proef=proef)


@opdracht(groep, "besluit", "toegang bezwaar besluit Z2026-000012 beslissing.toml -g zwolle --als M-013")
def besluit(
    kenmerk: Welk,
    bestand: Bestand,
    gemeente: Gemeente,
    ook: Annotated[
        list[str] | None,
        typer.Option("--ook", metavar="BEZWAAR", help="Nog een bezwaar tegen hetzelfde besluit; mag vaker."),
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg het besluit op een bezwaar vast, als degene die het in mandaat neemt; met --ook op meer bezwaren tegelijk.

    Het bestand heeft op (de dag van bekendmaking), uitkomst (GEGROND, DEELS_GEGROND, ONGEGROND of NIET_ONTVANKELIJK)
    en motivering; en zo nodig niet_ontvankelijk (VORMGEBREK, TE_LAAT, GEEN_BELANGHEBBENDE of GEEN_BESLUIT) en
    horen_afgezien (KENNELIJK_NIET_ONTVANKELIJK, KENNELIJK_ONGEGROND, WIL_NIET, GEEN_ANTWOORD of GEHEEL_TEGEMOET).
    Besliste het college zelf, zet dan door_orgaan = true; u legt dat vast en beslist zelf niet.
    """
    from toegang_cli.uitvoering import bezwaren

    bezwaren.besluit(gemeente, kenmerk, bestand, tuple(ook or ()), als=als, proef=proef)
