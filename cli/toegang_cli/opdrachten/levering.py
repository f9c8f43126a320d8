"""Commands on deliveries: what was granted, is it there, what was paid; and the chain of a zaak."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import zaak as zaakgroep
from toegang_cli.opties import Als, AlsJson, Gemeente, Opdag, Proef, Tekstbestand, Zaak

NAAM = "levering"
groep = maak_groep("De hulp die is toegekend: toegewezen, gestart, gecontroleerd, gefactureerd, gestopt.")

Welke = Annotated[
    str,
    typer.Argument(metavar="LEVERING", help="Het kenmerk, het zaaknummer, of het zaaknummer met /V1 erachter."),
]
Bericht = Annotated[
    str | None,
    typer.Option("--bericht", metavar="CODE", help="Code van het iWmo- of iJw-bericht, bijvoorbeeld WMO305."),
]
Berichtkenmerk = Annotated[
    str | None, typer.Option("--berichtkenmerk", metavar="KENMERK", help="Het kenmerk van dat bericht.")
]


class Reden(StrEnum):
    """Why nothing was delivered; a test compares them with the domain."""

    WACHTLIJST = "wachtlijst"
    GEEN_CONTACT = "geen_contact"
    INWONER_WIL_NIET = "inwoner_wil_niet"
    AANBIEDER_KAN_NIET = "aanbieder_kan_niet"
    OPGENOMEN = "opgenomen"
    ANDERS = "anders"


class Stopreden(StrEnum):
    """Why a delivery ended; a test compares them with the domain."""

    INDICATIE_AFGELOPEN = "indicatie_afgelopen"
    DOEL_BEREIKT = "doel_bereikt"
    VRAAG_VERDWENEN = "vraag_verdwenen"
    ANDERE_AANBIEDER = "andere_aanbieder"
    NIEUW_BESLUIT = "nieuw_besluit"
    VERHUISD = "verhuisd"
    OVERLEDEN = "overleden"
    ANDERS = "anders"


@opdracht(groep, "lijst", "toegang levering lijst -g zwolle", "toegang levering lijst -g zwolle --te-controleren")
def lijst(
    gemeente: Gemeente,
    te_controleren: Annotated[
        bool, typer.Option("--te-controleren", help="Alleen wat nu of eerder gecontroleerd moest worden.")
    ] = False,
    alles: Annotated[bool, typer.Option("--alles", help="Ook wat gestopt is.")] = False,
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen van deze zaak.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon de leveringen: wat is toegekend, door wie, en is het er ook."""
    from toegang_cli.uitvoering import leveringen

    leveringen.lijst(gemeente, te_controleren=te_controleren, alles=alles, zaak_id=zaak, als_json=als_json)


@opdracht(groep, "wijs-toe", "toegang levering wijs-toe Z2026-000012 --aanbieder thuiszorg --op 2026-11-22 -g zwolle")
def wijs_toe(
    levering: Welke,
    gemeente: Gemeente,
    aanbieder: Annotated[str, typer.Option("--aanbieder", metavar="NAAM", help="Zie toegang aanbieder lijst.")],
    op: Opdag,
    contact: Annotated[
        str | None,
        typer.Option(
            "--contact",
            metavar="KENMERK",
            help="Kenmerk van de contactpersoon bij de aanbieder voor dit gezin, met een cijfer erin; geen naam.",
        ),
    ] = None,
    bericht: Bericht = None,
    berichtkenmerk: Berichtkenmerk = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Wijs een levering toe aan een aanbieder.

    Het berichtenverkeer gaat buiten Toegang om; u kunt de code en het kenmerk van het bericht erbij zetten. Heeft
    de aanbieder voor dit gezin al een contactpersoon, dan blijft dat dezelfde, tenzij u met --contact een ander noemt.
    """
    from toegang_cli.uitvoering import leveringen

    over = (bericht, berichtkenmerk)
    leveringen.wijs_toe(gemeente, levering, aanbieder, op, over, contact=contact, als=als, proef=proef)


@opdracht(groep, "start", "toegang levering start Z2026-000012 --op 2026-11-22 -g zwolle")
def start(
    levering: Welke,
    gemeente: Gemeente,
    op: Opdag,
    bericht: Bericht = None,
    berichtkenmerk: Berichtkenmerk = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat de hulp is begonnen."""
    from toegang_cli.uitvoering import leveringen

    leveringen.start(gemeente, levering, op, (bericht, berichtkenmerk), als=als, proef=proef)


@opdracht(
    groep,
    "controleer",
    "toegang levering controleer Z2026-000012 --geleverd --op 2026-11-22 -g zwolle",
    "toegang levering controleer Z2026-000012 --niet-geleverd --reden opgenomen --op 22-11-2026",
)
def controleer(
    levering: Welke,
    gemeente: Gemeente,
    op: Opdag,
    geleverd: Annotated[bool, typer.Option("--geleverd", help="De hulp is er, zoals toegekend.")] = False,
    niet_geleverd: Annotated[bool, typer.Option("--niet-geleverd", help="De hulp is er niet.")] = False,
    reden: Annotated[
        Reden | None,
        typer.Option(
            "--reden",
            metavar="REDEN",
            help="Waarom niet: wachtlijst, geen_contact, inwoner_wil_niet, aanbieder_kan_niet, opgenomen of anders.",
        ),
    ] = None,
    toelichting: Tekstbestand = None,
    opnieuw: Annotated[str | None, typer.Option("--opnieuw", metavar="DATUM", help="Dan opnieuw kijken.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast of de hulp er echt is: --geleverd of --niet-geleverd.

    Is zij er niet, dan blijft de levering op de lijst staan.
    """
    from toegang_cli.invoer import een_van
    from toegang_cli.uitvoering import leveringen

    waarom = reden.value if reden else None
    er_is = een_van("--geleverd", geleverd, "--niet-geleverd", niet_geleverd)
    leveringen.controleer(
        gemeente,
        levering,
        op,
        geleverd=er_is,
        reden=waarom,
        toelichting=toelichting,
        opnieuw=opnieuw,
        als=als,
        proef=proef,
    )


@opdracht(
    groep,
    "factuur",
    "toegang levering factuur Z2026-000012 --nummer F1 --van 2026-11-01 --tot 2026-11-20 --bedrag 300",
)
def factuur(
    levering: Welke,
    gemeente: Gemeente,
    nummer: Annotated[str, typer.Option("--nummer", metavar="NUMMER", help="Het nummer van de aanbieder.")],
    van: Annotated[str, typer.Option("--van", metavar="DATUM", help="Eerste dag waarover het gaat.")],
    tot: Annotated[str, typer.Option("--tot", metavar="DATUM", help="Laatste dag waarover het gaat.")],
    bedrag: Annotated[str, typer.Option("--bedrag", metavar="EURO", help="Het bedrag, bijvoorbeeld 312,50.")],
    ontvangen: Annotated[
        str | None, typer.Option("--ontvangen", metavar="DATUM", help="De dag van ontvangst; anders vandaag.")
    ] = None,
    afgekeurd: Annotated[
        bool, typer.Option("--afgekeurd", help="De factuur gaat terug en wordt niet betaald.")
    ] = False,
    bericht: Bericht = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een factuur of declaratie vast bij de levering waar zij over gaat.

    Goedkeuren kan alleen binnen wat is toegekend en geleverd, waar de gemeente die regel heeft.
    """
    from toegang_cli.uitvoering import leveringen

    velden = {"nummer": nummer, "van": van, "tot": tot, "bedrag": bedrag, "ontvangen": ontvangen, "bericht": bericht}
    leveringen.factuur(gemeente, levering, velden, akkoord=not afgekeurd, als=als, proef=proef)


@opdracht(groep, "stop", "toegang levering stop Z2026-000012 --op 2026-11-22 --reden doel_bereikt -g zwolle")
def stop(
    levering: Welke,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De laatste dag van de hulp.")],
    reden: Annotated[
        Stopreden,
        typer.Option("--reden", metavar="REDEN", help="Bijvoorbeeld doel_bereikt, andere_aanbieder of verhuisd."),
    ],
    bericht: Bericht = None,
    berichtkenmerk: Berichtkenmerk = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg de laatste dag van de hulp vast.

    Het recht eindigt daarmee niet; dat vraagt een besluit. Bij andere_aanbieder staat de rest klaar voor toewijzing.
    """
    from toegang_cli.uitvoering import leveringen

    leveringen.stop(gemeente, levering, op, reden.value, (bericht, berichtkenmerk), als=als, proef=proef)


@opdracht(zaakgroep.groep, "keten", "toegang zaak keten Z2026-000012 -g zwolle")
def keten(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon de weg van een zaak van melding tot factuur, met de kenmerken die naar elkaar verwijzen."""
    from toegang_cli.uitvoering import keten as uitvoering

    uitvoering.keten(gemeente, zaak, als=als, als_json=als_json)
