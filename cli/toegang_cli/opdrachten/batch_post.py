"""Commands on a batch of which the letters are made: to the post, and back."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opdrachten.batch import Batch, groep
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef

Aantal = Annotated[int, typer.Option("--aantal", metavar="N", help="Hoeveel brieven u telde.")]


@opdracht(groep, "vrijgeven", "toegang beschikking batch vrijgeven -g zwolle")
def vrijgeven(
    gemeente: Gemeente, batch_: Batch = None, als: Als = None, proef: Proef = False, als_json: AlsJson = False
) -> None:
    """Controleer elke geadresseerde nog eens, en maak de drukbestanden.

    Per envelopgroep komt er een PDF met scheidingsbladen, met een manifest als PDF en CSV. Wie intussen is overleden,
    vertrokken of verhuisd, wordt aangehouden en genoemd; dan is de afsluitcode 3.
    """
    from toegang_cli.uitvoering import batchpost

    raise typer.Exit(batchpost.vrijgeven(gemeente, batch_, als=als, proef=proef, als_json=als_json))


@opdracht(
    groep,
    "verzonden",
    "toegang beschikking batch verzonden --op 2026-11-24 --aantal 412 -g zwolle",
    "toegang beschikking batch verzonden --op 2026-11-24 --groep c4 --aantal 17 -g zwolle",
)
def verzonden(
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag van verzending; zij staat op de brieven.")],
    aantal: Aantal,
    batch_: Batch = None,
    groep_: Annotated[
        str | None, typer.Option("--groep", metavar="GROEP", help="De envelopgroep: c5, c4 of digitaal.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Leg vast dat een envelopgroep verzonden is; vanaf dan lopen de bezwaartermijnen.

    De dag moet die op de brieven zijn, en het aantal moet kloppen. Anders wordt niets vastgelegd.
    """
    from toegang_cli.uitvoering import batchpost

    code = batchpost.verzonden(gemeente, batch_, op, aantal, groep_, als=als, proef=proef, als_json=als_json)
    raise typer.Exit(code)


@opdracht(groep, "herdruk", "toegang beschikking batch herdruk --van 120 --tot 180 -g zwolle")
def herdruk(
    gemeente: Gemeente,
    van: Annotated[int, typer.Option("--van", metavar="NR", help="Eerste nummer in de drukgang.")],
    tot: Annotated[int, typer.Option("--tot", metavar="NR", help="Laatste nummer.")],
    batch_: Batch = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Druk een deel van de drukgang opnieuw af: precies de brieven die zijn opgeslagen."""
    from toegang_cli.uitvoering import batchpost

    batchpost.herdruk(gemeente, batch_, van, tot, als=als, proef=proef)


@opdracht(groep, "opnieuw", "toegang beschikking batch opnieuw --dagtekening 2026-11-26 -g zwolle")
def opnieuw(
    gemeente: Gemeente,
    dagtekening: Annotated[str, typer.Option("--dagtekening", metavar="DATUM", help="De datum op de brieven.")],
    batch_: Batch = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Maak een batch opnieuw met een andere datum, als de post niet op de dag van de brieven ging.

    De batch begint weer bij de controle; van elke brief komt een nieuwe versie. De oude gaan niet meer de deur uit.
    """
    from toegang_cli.uitvoering import batchpost

    batchpost.opnieuw(gemeente, batch_, dagtekening, als=als, proef=proef)


@opdracht(
    groep,
    "trek-terug",
    "toegang beschikking batch trek-terug --reden verkeerde-selectie -g zwolle",
    "toegang beschikking batch trek-terug --reden overleden --zaak Z2026-000012 -g zwolle",
)
def trek_terug(
    gemeente: Gemeente,
    reden: Annotated[
        str,
        typer.Option(
            "--reden",
            metavar="WOORD",
            help="verkeerde-selectie, fout-in-brief, andere-dag, dubbel, overleden of op-verzoek.",
        ),
    ],
    batch_: Batch = None,
    zaak: Annotated[
        list[str] | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen de brieven van deze zaak.")
    ] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Haal brieven terug die nog niet verzonden zijn; zij staan dan weer klaar.

    Wat verzonden is, herstelt alleen een nieuw besluit.
    """
    from toegang_cli.uitvoering import batchpost

    batchpost.trek_terug(gemeente, batch_, reden, zaak or [], als=als, proef=proef)


@opdracht(groep, "status", "toegang beschikking batch status -g zwolle")
def status(gemeente: Gemeente, batch_: Batch = None, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon alle batches, of van één batch wie wat wanneer deed en hoeveel brieven waar zijn."""
    from toegang_cli.uitvoering import batchzicht

    batchzicht.status(gemeente, batch_, als=als, als_json=als_json)


@opdracht(groep, "waarom", "toegang beschikking batch waarom BA-0123456789abcdef -g zwolle")
def waarom(
    gemeente: Gemeente,
    batch_: Batch = None,
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen deze zaak.")] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon van elke brief die niet is gemaakt waarom, en wat u kunt doen."""
    from toegang_cli.uitvoering import batchzicht

    batchzicht.waarom(gemeente, batch_, zaak, als=als, als_json=als_json)


@opdracht(groep, "rapport", "toegang beschikking batch rapport -g zwolle --pdf batch.pdf")
def rapport(
    gemeente: Gemeente,
    batch_: Batch = None,
    html: Annotated[
        Path | None,
        typer.Option("--html", metavar="BESTAND", readable=False, help="Schrijf een webpagina in dit bestand."),
    ] = None,
    pdf: Annotated[
        Path | None, typer.Option("--pdf", metavar="BESTAND", readable=False, help="Schrijf een PDF.")
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
) -> None:
    """Toon de cijfers van een batch, voor de teamleider; op het scherm, als webpagina of als PDF."""
    from toegang_cli.uitvoering import batchzicht

    batchzicht.rapport(gemeente, batch_, html=html, pdf=pdf, als=als, als_json=als_json)
