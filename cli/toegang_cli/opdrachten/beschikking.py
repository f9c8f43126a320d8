"""Commands on beschikkingen and their letters."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import batch, batch_post, beschikking_brieven  # noqa: F401  batch_post adds its commands to batch
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Reden, Zaak

NAAM = "beschikking"
groep = maak_groep("Beschikkingen opstellen, maken en verzenden.")


@opdracht(
    groep,
    "opstellen",
    "toegang beschikking opstellen Z2026-000012 -g zwolle",
    "toegang beschikking opstellen Z2026-000012 -g zwolle --functie teamleider --op 2027-01-04",
)
def opstellen(
    zaak: Zaak,
    gemeente: Gemeente,
    functie: Annotated[
        str | None,
        typer.Option("--functie", metavar="FUNCTIE", help="De functie die ondertekent, als u die zelf kiest."),
    ] = None,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="De dag van ondertekenen; anders vandaag.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Bepaal de vorm van een besluit en wie ondertekent, en zet de brieven klaar.

    De vorm volgt het beleid van de dag van het besluit. Ondertekenen mag alleen wie dat volgens het mandaatregister
    mag op de dag van ondertekenen. Zolang de brief niet is gemaakt, kunt u dit herhalen: alleen wie ondertekent,
    wordt dan opnieuw bepaald.
    """
    from toegang_cli.uitvoering import stappen

    stappen.stel_op(gemeente, zaak, functie=functie, op=op, als=als, proef=proef)


groep.add_typer(batch.groep, name=batch.NAAM)


@opdracht(groep, "verzonden", "toegang beschikking verzonden -g zwolle --op 2026-11-22")
def verzonden(
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag van verzending; zij staat op de brief.")],
    zaak: Annotated[
        str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen deze zaak; anders alle van die dag.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat brieven van losse zaken verzonden zijn; vanaf dan loopt de bezwaartermijn.

    Een hele drukgang legt u vast met 'toegang beschikking batch verzonden', waarbij u het aantal noemt. Ook de andere
    brieven van die dag gelden als verzonden: een verzoek om aanvulling zet de termijn stil, een verdaging telt.
    """
    from toegang_cli.uitvoering import brieven

    raise typer.Exit(brieven.verzonden(gemeente, op, zaak, als=als, proef=proef))


@opdracht(groep, "sjablonen", "toegang beschikking sjablonen -g zwolle")
def sjablonen(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon welke brieven er zijn, en of hun sjablonen kloppen met de gegevens die zij krijgen.

    Een verkeerde naam, een gegeven dat kan ontbreken of een blok dat nooit wordt afgedrukt, blijkt hier al. Is er een
    fout, dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import voorbeeldbrief

    voorbeeldbrief.toon_sjablonen(gemeente, als_json=als_json)


@opdracht(
    groep,
    "voorbeeld",
    "toegang beschikking voorbeeld wmo/toekenning -g zwolle --png",
    "toegang beschikking voorbeeld wmo/toekenning -g zwolle --zaak Z2026-000012",
)
def voorbeeld(
    sjabloon: Annotated[
        str, typer.Argument(metavar="SJABLOON", help="De brief; toegang beschikking sjablonen toont welke er zijn.")
    ],
    gemeente: Gemeente,
    zaak: Annotated[
        str | None, typer.Option("--zaak", metavar="ZAAK", help="Met de gegevens van deze zaak; anders verzonnen.")
    ] = None,
    uit: Annotated[
        Path | None, typer.Option("--uit", metavar="BESTAND", readable=False, help="Schrijf de PDF hier.")
    ] = None,
    png: Annotated[bool, typer.Option("--png", help="Maak ook van elke bladzijde een plaatje.")] = False,
    als: Als = None,
    reden: Reden = None,
) -> None:
    """Maak een voorbeeld van een brief, gemerkt als CONCEPT."""
    from toegang_cli.uitvoering import voorbeeldbrief

    voorbeeldbrief.voorbeeld(gemeente, sjabloon, zaak=zaak, uit=uit, png=png, als=als, reden=reden)


@opdracht(
    groep,
    "controleer",
    "toegang beschikking controleer motivering.txt -g zwolle",
    "toegang beschikking controleer B-0123456789abcdef -g zwolle",
    "toegang beschikking controleer -g zwolle",
)
def controleer(
    gemeente: Gemeente,
    wat: Annotated[
        str | None,
        typer.Argument(
            metavar="BRIEF|BESTAND",
            help="Een brief, een tekstbestand of het bestand van 'zaak besluit'; anders alle brieven die klaarstaan.",
        ),
    ] = None,
    batch_: Annotated[str | None, typer.Option("--batch", metavar="BATCH", help="Alle brieven van deze batch.")] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Laat zien hoe goed een brief of tekst leest, en per zin wat beter kan.

    De eigen tekst (motivering, plan) staat los van die van het sjabloon. Weigert een regel van de gemeente een brief,
    dan is de afsluitcode 6.
    """
    from toegang_cli.uitvoering import leesbaarheid

    raise typer.Exit(leesbaarheid.controleer(gemeente, wat, batch=batch_, als=als, als_json=als_json))


@opdracht(
    groep, "bezorging", "toegang beschikking bezorging -g schagen", "toegang beschikking bezorging -g schagen --json"
)
def bezorging(
    gemeente: Gemeente,
    op: Annotated[
        str | None, typer.Option("--op", metavar="DATUM", help="Alleen brieven met deze datum; anders alle.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon welke gemaakte brieven per post gaan en welke digitaal, met de reden.

    Digitaal gaat een brief alleen als de gemeente dat aanbiedt en ieder die hem krijgt dat voor deze soort wil.
    """
    from toegang_cli.uitvoering import bezorging as uitvoering

    uitvoering.lijst(gemeente, op, als=als, als_json=als_json)


beschikking_brieven.registreer(groep)
