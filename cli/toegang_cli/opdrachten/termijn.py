"""Commands on deadlines, and what must be done today."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Binnen, Gemeente, Proef, Reden, Zaak

NAAM = "termijn"
groep = maak_groep("De termijnen van zaken: wat loopt, wat is te laat, en waarom.")

Kenmerk = Annotated[
    str | None, typer.Option("--kenmerk", metavar="KENMERK", help="Welke opschorting, als er meer lopen.")
]
Medegedeeld = Annotated[
    str | None,
    typer.Option("--medegedeeld", metavar="DATUM", help="De dag waarop het de inwoner is meegedeeld."),
]
OverBezwaar = Annotated[
    bool, typer.Option("--bezwaar", help="Over het besluit op het bezwaar, niet over dat op de aanvraag.")
]
Verteld = Annotated[
    str | None,
    typer.Option("--op", metavar="DATUM", help="De dag waarop u het al vertelde; zonder --op maakt Toegang de brief."),
]
Waarom = Annotated[
    Path | None,
    typer.Option(
        "--waarom", metavar="BESTAND", readable=False, help="Tekstbestand met de reden, zoals de inwoner haar leest."
    ),
]
Dag = Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop het gebeurde.")]


class Grond(StrEnum):
    """Grounds of suspension of an aanvraag; a test compares them with the data."""

    AANVULLING = "aanvulling"
    INSTEMMING = "instemming"
    AANVRAGER = "aanvrager"
    OVERMACHT = "overmacht"


class Uitzondering(StrEnum):
    """Why no dwangsom is owed; a test compares them with the domain."""

    ONREDELIJK_LAAT = "onredelijk_laat"
    GEEN_BELANGHEBBENDE = "geen_belanghebbende"
    KENNELIJK = "kennelijk"


def registreer(app: typer.Typer) -> None:
    """Add the command without a noun to the application."""
    opdracht(app, "werkvoorraad", "toegang werkvoorraad -g zwolle", "toegang werkvoorraad -g zwolle --als M-002")(
        werkvoorraad
    )


def werkvoorraad(gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon wat er vandaag te doen is: termijnen, brieven en zaken die op een stap wachten.

    Met --als alleen wat bij die medewerker hoort: de eigen zaken, en wat bij de eigen functie ligt.
    """
    from toegang_cli.uitvoering import werkvoorraad as uitvoering

    raise typer.Exit(uitvoering.werkvoorraad(gemeente, als=als, als_json=als_json))


@opdracht(
    groep, "lijst", "toegang termijn lijst -g zwolle", "toegang termijn lijst -g zwolle --binnen 30 --team wijkteam-1"
)
def lijst(
    gemeente: Gemeente,
    binnen: Binnen = 14,
    team: Annotated[str | None, typer.Option("--team", metavar="TEAM", help="Alleen de zaken van dit team.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon welke termijnen voorbij zijn of binnenkort aflopen; wat te laat is, staat bovenaan."""
    from toegang_cli.uitvoering import termijnen

    raise typer.Exit(termijnen.lijst(gemeente, binnen=binnen, team=team, als_json=als_json))


@opdracht(groep, "waarom", "toegang termijn waarom Z2026-000012 -g zwolle")
def waarom(zaak: Zaak, gemeente: Gemeente, als: Als = None, reden: Reden = None, als_json: AlsJson = False) -> None:
    """Toon van elke termijn van een zaak de hele som: elke stap, met het artikel."""
    from toegang_cli.uitvoering import termijnen

    termijnen.waarom(gemeente, zaak, als=als, als_json=als_json, reden=reden)


@opdracht(
    groep,
    "opschorten",
    "toegang termijn opschorten Z2026-000012 aanvulling --ontbreekt lijst.txt --uiterlijk 9-12-2026",
    "toegang termijn opschorten Z2026-000012 overmacht --op 2026-11-22 --waarom reden.txt -g zwolle",
)
def opschorten(
    zaak: Zaak,
    grond: Annotated[Grond, typer.Argument(metavar="GROND", help="aanvulling, instemming, aanvrager of overmacht.")],
    gemeente: Gemeente,
    op: Annotated[
        str | None,
        typer.Option(
            "--op",
            metavar="DATUM",
            help="De eerste dag; bij aanvulling de dag waarop u het al vroeg. Zonder --op maakt Toegang de brief.",
        ),
    ] = None,
    uiterlijk: Annotated[
        str | None,
        typer.Option("--uiterlijk", metavar="DATUM", help="Einde van de hersteltermijn of van het uitstel."),
    ] = None,
    medegedeeld: Medegedeeld = None,
    ontbreekt: Annotated[
        Path | None,
        typer.Option(
            "--ontbreekt", metavar="BESTAND", readable=False, help="Tekstbestand: wat er ontbreekt, een ding per regel."
        ),
    ] = None,
    waarom: Waarom = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Zet de beslistermijn van een aanvraag stil, en zet de brief klaar die erbij hoort.

    De grond is een van die van Awb artikel 4:15. Bij aanvulling en instemming hoort een uiterste dag. Vraagt u om een
    aanvulling met een brief van Toegang, dan staat de termijn stil vanaf de dag na verzending.
    """
    from toegang_cli.uitvoering import termijnstappen

    dagen, teksten = (op, uiterlijk, medegedeeld), (ontbreekt, waarom)
    termijnstappen.opschorten(gemeente, zaak, grond.value, dagen, teksten, als=als, proef=proef)


@opdracht(groep, "hervatten", "toegang termijn hervatten Z2026-000012 --op 2026-12-01 -g zwolle")
def hervatten(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop de termijn weer loopt.")],
    kenmerk: Kenmerk = None,
    medegedeeld: Medegedeeld = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Laat een opgeschorte termijn weer lopen, bijvoorbeeld omdat de aanvulling er is."""
    from toegang_cli.uitvoering import termijnstappen

    termijnstappen.hervatten(gemeente, zaak, op, kenmerk, medegedeeld, als=als, proef=proef)


@opdracht(
    groep,
    "verdagen",
    "toegang termijn verdagen Z2026-000012 --weken 4 --waarom reden.txt -g zwolle",
    "toegang termijn verdagen Z2026-000012 --weken 4 --op 2026-11-22 -g zwolle",
)
def verdagen(
    zaak: Zaak,
    gemeente: Gemeente,
    weken: Annotated[int, typer.Option("--weken", metavar="N", min=1, help="Hoeveel weken later.")],
    op: Verteld = None,
    waarom: Waarom = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Stel een besluit uit, en zet de brief klaar die dat vertelt.

    Zonder --op maakt Toegang de brief; dan telt de dag waarop hij is verzonden. De uitkomst zegt of de termijn
    opschuift (Awb artikel 4:14): een vaste termijn van de wet doet dat niet.
    """
    from toegang_cli.uitvoering import termijnstappen

    termijnstappen.verdagen(gemeente, zaak, weken, op, waarom, als=als, proef=proef)


@opdracht(
    groep,
    "dwangsom",
    "toegang termijn dwangsom Z2026-000012 -g zwolle --als M-012",
    "toegang termijn dwangsom Z2026-000012 --bezwaar -g zwolle --proef",
)
def dwangsom(
    zaak: Zaak,
    gemeente: Gemeente,
    bezwaar: OverBezwaar = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Besluit hoe hoog de dwangsom is, en zet de brief daarover klaar (Awb artikel 4:18).

    Dat kan als er is beslist, of als de 42 dagen voorbij zijn. Elke ingebrekestelling heeft een eigen dwangsom: met
    --bezwaar die van het bezwaar; ZAAK mag dan het kenmerk van het bezwaar zijn. Bevoegd: zie toegang mandaat lijst
    """
    from toegang_cli.uitvoering import termijnstappen

    termijnstappen.dwangsom(gemeente, zaak, bezwaar=bezwaar, als=als, proef=proef)


@opdracht(groep, "ingebrekestelling", "toegang termijn ingebrekestelling Z2026-000012 --op 2026-11-22 -g zwolle")
def ingebrekestelling(
    zaak: Zaak,
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
    """Leg een ingebrekestelling vast; na twee weken begint de dwangsom te lopen.

    Zij telt alleen als de termijn al voorbij was (Awb artikel 4:17).
    """
    from toegang_cli.uitvoering import termijnstappen

    reden = uitzondering.value if uitzondering else None
    termijnstappen.ingebrekestelling(gemeente, zaak, op, reden, als=als, proef=proef)


@opdracht(
    groep,
    "afmelden",
    "toegang termijn afmelden Z2026-000012 pw.voorschot --op 2026-11-22 -g zwolle",
    "toegang termijn afmelden BZ-01234567 awb.dwangsom_vaststelling --bezwaar --op 2027-04-02 -g zwolle",
)
def afmelden(
    zaak: Zaak,
    sleutel: Annotated[str, typer.Argument(metavar="TERMIJN", help="De termijn, bijvoorbeeld pw.voorschot.")],
    gemeente: Gemeente,
    op: Dag,
    niet_nodig: Annotated[bool, typer.Option("--niet-nodig", help="Het hoeft niet (meer).")] = False,
    bezwaar: OverBezwaar = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Meld dat iets is gedaan dat geen stap van de zaak is, zoals een betaald voorschot.

    Met --bezwaar gaat het over de termijn van een bezwaar, zoals die van de eigen dwangsom; ZAAK mag dan ook het
    kenmerk van het bezwaar zijn.
    """
    from toegang_cli.uitvoering import termijnstappen

    termijnstappen.afmelden(gemeente, zaak, sleutel, op, niet_nodig=niet_nodig, bezwaar=bezwaar, als=als, proef=proef)


@opdracht(groep, "intrekken", "toegang termijn intrekken Z2026-000012 T-0123456789abcdef -g zwolle")
def intrekken(
    zaak: Zaak,
    kenmerk: Annotated[str, typer.Argument(metavar="KENMERK", help="Het kenmerk; zie toegang termijn waarom.")],
    gemeente: Gemeente,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Trek een opschorting, verdaging, ingebrekestelling of afmelding in; zij telt dan niet meer mee."""
    from toegang_cli.uitvoering import termijnstappen

    termijnstappen.intrekken(gemeente, zaak, kenmerk, als=als, proef=proef)
