"""Commands for residents: finding one, and showing and copying the own file."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import inwoner_brp, toestemming, vertegenwoordiger
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Reden

NAAM = "inwoner"
groep = maak_groep("Inwoners zoeken en bijwerken, hun dossier laten zien, toestemming en wie voor hen optreedt.")
groep.add_typer(toestemming.groep, name=toestemming.NAAM)
groep.add_typer(vertegenwoordiger.groep, name=vertegenwoordiger.NAAM)

Inwoner = Annotated[
    str, typer.Argument(metavar="INWONER", help="Het kenmerk van de inwoner, bijvoorbeeld I-0123456789abcdef.")
]
Voor = Annotated[str, typer.Option("--voor", metavar="WIE", help="Wie erom vraagt: inwoner of vertegenwoordiger.")]
Grond = Annotated[
    str | None,
    typer.Option(
        "--grond",
        metavar="GROND",
        help="Waarom iemand de inwoner vertegenwoordigt: gezag, voogdij, curatele, mentorschap of machtiging.",
    ),
]
Wie = Annotated[
    str | None,
    typer.Option("--wie", metavar="INWONER", help="Het kenmerk van wie vertegenwoordigt; nodig bij gezag."),
]
Bewijs = Annotated[
    str | None,
    typer.Option(
        "--bewijs",
        metavar="DOCUMENT",
        help="Waarmee u de identiteit vaststelde: paspoort, identiteitskaart, rijbewijs, vreemdelingendocument of "
        "digid. Noteer nooit een nummer.",
    ),
]
Achter = Annotated[
    list[str] | None,
    typer.Option(
        "--houd-achter",
        metavar="KENMERK",
        help="Laat dit gesprek, besluit of plan of deze brief weg om de privacy van een ander; mag vaker.",
    ),
]


@opdracht(groep, "zoek", "toegang inwoner zoek -g zwolle --als M-002 < bsn.txt")
def zoek(gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Zoek een inwoner met het burgerservicenummer, dat u via de standaardinvoer geeft.

    U krijgt het kenmerk en de zaken, geen naam en geen adres. Dat u zocht, komt in het logboek.
    """
    from toegang_cli.uitvoering import inwoners

    inwoners.zoek(gemeente, als=als, als_json=als_json)


@opdracht(
    groep,
    "dossier",
    "toegang inwoner dossier I-0123456789abcdef -g schagen --als M-003",
    "toegang inwoner dossier I-0123456789abcdef -g schagen --bewijs paspoort --html dossier.html",
)
def dossier(
    inwoner: Inwoner,
    gemeente: Gemeente,
    voor: Voor = "inwoner",
    grond: Grond = None,
    wie: Wie = None,
    bewijs: Bewijs = None,
    houd_achter: Achter = None,
    html: Annotated[
        Path | None,
        typer.Option(
            "--html", metavar="BESTAND", readable=False, help="Schrijf hierheen een bladzijde voor de inwoner."
        ),
    ] = None,
    als: Als = None,
    reden: Reden = None,
    als_json: AlsJson = False,
) -> None:
    """Laat een inwoner het eigen dossier zien: Mijn Regie.

    Zonder --bewijs is dat het overzicht: contact, afspraken, stand, termijnen, brieven, wie ermee bezig is en tot
    wanneer bezwaar kan. Met --bewijs ook de eigen woorden, verslagen, plan en redenen. Wat over een ander gaat, blijft
    weg; er staat bij waarom.

    Onder twaalf jaar krijgt alleen de wettelijke vertegenwoordiger inzage, tot zestien jaar ook die.
    """
    from toegang_cli.uitvoering import inwoners

    verzoek = inwoners.lees_verzoek(inwoner, voor, grond, wie, bewijs)
    inwoners.dossier(gemeente, verzoek, houd_achter or [], html, als=als, reden=reden, als_json=als_json)


@opdracht(
    groep,
    "afschrift",
    "toegang inwoner afschrift I-0123456789abcdef --bewijs paspoort --naar alles.zip -g schagen",
)
def afschrift(
    inwoner: Inwoner,
    gemeente: Gemeente,
    naar: Annotated[
        Path,
        typer.Option("--naar", metavar="BESTAND", readable=False, help="Het zipbestand; het bestaat nog niet."),
    ],
    voor: Voor = "inwoner",
    grond: Grond = None,
    wie: Wie = None,
    bewijs: Bewijs = None,
    houd_achter: Achter = None,
    als: Als = None,
    reden: Reden = None,
    proef: Proef = False,
) -> None:
    """Maak een afschrift van alles wat over een inwoner is bewaard, met wie het zag.

    In het zipbestand zitten gegevens.json, een leesbaar overzicht en elke brief. Medewerkers staan erin met hun
    functie. Ontbreekt er iets, dan wordt dat gemeld.
    """
    from toegang_cli.uitvoering import inwoners

    verzoek = inwoners.lees_verzoek(inwoner, voor, grond, wie, bewijs)
    inwoners.afschrift(gemeente, verzoek, houd_achter or [], naar, als=als, reden=reden, proef=proef)


inwoner_brp.registreer(groep)
