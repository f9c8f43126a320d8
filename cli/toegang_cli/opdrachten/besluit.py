"""Commands on the road to a decision: proposal, hearing, check, decision."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import besluit_ronde
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "besluit"
groep = maak_groep("Besluiten: voorstel, horen, toets en besluit, elk door wie daarover gaat.")

_Reden = Annotated[
    Path | None,
    typer.Option(
        "--terug",
        metavar="BESTAND",
        readable=False,
        help="Geef het terug; het tekstbestand zegt waarom. Een streepje (-) leest de standaardinvoer.",
    ),
]


@opdracht(groep, "lijst", "toegang besluit lijst -g zwolle", "toegang besluit lijst -g zwolle --als M-012 --json")
def lijst(gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon wat wacht op een voorstel, een toets of een besluit, en op wie.

    Met --als alleen wat op die medewerker wacht.
    """
    from toegang_cli.uitvoering import besluiten

    besluiten.lijst(gemeente, als=als, als_json=als_json)


@opdracht(groep, "toon", "toegang besluit toon Z2026-000012 -g zwolle --als M-012")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, als_json: AlsJson = False, reden: Reden = None) -> None:
    """Toon voorstel, toetsen, horen en besluit van een zaak, en wanneer de zorg mag starten.

    Dat u het zag, komt in het logboek. Het dossier zelf opent u met: toegang zaak inzien
    """
    from toegang_cli.uitvoering import besluiten

    besluiten.toon(gemeente, zaak, als=als, als_json=als_json, reden=reden)


@opdracht(groep, "voorstel", "toegang besluit voorstel Z2026-000012 voorstel.toml -g zwolle --als M-002")
def voorstel(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Doe een voorstel voor een besluit, als medewerker die de vraag beoordeelde.

    Het bestand heeft soort, op en motivering; en zo nodig voorzieningen, minder_dan_gevraagd, ten_nadele, adviezen,
    lichter, herziening, herhaling_van, nieuwe_feiten, wijkt_af_van_opgave, weigeringsgronden, ontbrak,
    bijstandsnorm_centen en weken_tot_resultaat. Een soort waarvoor de wet geen artikel heeft, wordt geweigerd.
    """
    from toegang_cli.uitvoering import besluiten

    besluiten.voorstel(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(groep, "hoor", "toegang besluit hoor Z2026-000012 horen.toml -g zwolle --als M-002")
def hoor(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg vast dat de inwoner is gehoord voor een besluit ten nadele, of waarom dat niet hoeft.

    Het bestand heeft gevraagd_op en tot, later ontvangen_op en zienswijze; of een uitzondering (SPOED, AL_GEHOORD,
    DOEL of FINANCIEEL) met reden. Wat eerder is vastgelegd, blijft staan.
    """
    from toegang_cli.uitvoering import besluiten

    besluiten.hoor(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(
    groep,
    "toets",
    "toegang besluit toets Z2026-000012 --akkoord -g doetinchem --als M-010",
    "toegang besluit toets Z2026-000012 --terug reden.txt -g doetinchem --als M-010",
    "toegang besluit toets --lijst oordelen.csv -g doetinchem --als M-010",
    "toegang besluit toets --alle -g doetinchem --als M-010",
)
def toets(
    gemeente: Gemeente,
    zaak: Annotated[
        str | None, typer.Argument(metavar="ZAAK", help="Het zaaknummer, bijvoorbeeld Z2026-000012.")
    ] = None,
    akkoord: Annotated[bool, typer.Option("--akkoord", help="Het voorstel klopt.")] = False,
    terug: _Reden = None,
    lijst: Annotated[
        Path | None,
        typer.Option(
            "--lijst",
            metavar="BESTAND",
            readable=False,
            help="CSV met zaak;voorstel;oordeel;reden, een regel per voorstel.",
        ),
    ] = None,
    alle: Annotated[
        bool, typer.Option("--alle", help="Bekijk en beoordeel een voor een alles wat op u wacht.")
    ] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Toets een voorstel inhoudelijk: akkoord, of terug met een reden.

    Bij een stapel wordt elk voorstel apart bekeken en vastgelegd; 'ja op alles' bestaat niet. In de CSV is het oordeel
    'akkoord' of 'terug'; een regel telt alleen als u dat dossier heeft ingezien. Geweigerde regels komen met de reden
    in BESTAND.geweigerd.csv. Nog eens draaien mag: wat al is vastgelegd, blijft zoals het is.
    """
    from toegang_cli.uitvoering import toetsing

    keuze = toetsing.Keuze(zaak, akkoord, terug, lijst, alle)
    raise typer.Exit(toetsing.toets(gemeente, keuze, als=als, proef=proef))


@opdracht(groep, "neem", "toegang besluit neem Z2026-000012 -g zwolle --als M-012")
def neem(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="De dag van het besluit; anders vandaag.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Neem het besluit dat is voorgesteld, als medewerker die daartoe gemandateerd is."""
    from toegang_cli.uitvoering import besluiten

    besluiten.neem(gemeente, zaak, op, als=als, proef=proef)


@opdracht(groep, "herzie", "toegang besluit herzie Z2026-000012 -g zwolle --als M-002")
def herzie(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Open een zaak om een lopend besluit uit eigen beweging te herzien of in te trekken.

    De inwoner hoeft daarvoor niets aan te vragen, maar wordt wel gehoord.
    """
    from toegang_cli.uitvoering import besluiten

    besluiten.herzie(gemeente, zaak, als=als, proef=proef)


besluit_ronde.registreer(groep)
