"""Commands on the advice that is asked during the research: a group within the gesprek."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Proef, Reden, Zaak

NAAM = "advies"
groep = maak_groep("Advies vragen bij het onderzoek, zoals van een medisch adviseur.")

Advies = Annotated[str, typer.Argument(metavar="ADVIES", help="Het kenmerk; zie toegang gesprek advies toon.")]


@opdracht(groep, "vraag", "toegang gesprek advies vraag Z2026-000012 vraag.toml -g zwolle --als M-004")
def vraag(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Vraag een deskundige om advies.

    Het bestand heeft op, soort (MEDISCH, AANBIEDER of OVERIG), aan en vraag. Bij MEDISCH ook toestemming_op: de dag
    waarop de inwoner toestemming gaf. Met lezers noemt u wie het medische deel mag lezen, naast uzelf.
    """
    from toegang_cli.uitvoering import adviezen

    adviezen.vraag(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(groep, "ontvang", "toegang gesprek advies ontvang Z2026-000012 A-0123456789abcdef advies.toml -g zwolle")
def ontvang(
    zaak: Zaak, advies: Advies, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False
) -> None:
    """Leg een advies vast dat binnenkwam.

    Het bestand heeft op en conclusie: de beperkingen, zonder diagnose, die ieder in de zaak mag lezen. Wat alleen de
    vrager en de genoemde lezers mogen zien, staat apart onder medisch.
    """
    from toegang_cli.uitvoering import adviezen

    adviezen.ontvang(gemeente, zaak, advies, bestand, als=als, proef=proef)


@opdracht(groep, "trek-in", "toegang gesprek advies trek-in Z2026-000012 A-0123456789abcdef --op 2026-11-22 -g zwolle")
def trek_in(
    zaak: Zaak,
    advies: Advies,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag waarop het niet meer nodig was.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Trek een adviesvraag in die niet meer nodig is."""
    from toegang_cli.uitvoering import adviezen

    adviezen.trek_in(gemeente, zaak, advies, op, als=als, proef=proef)


@opdracht(
    groep,
    "toon",
    "toegang gesprek advies toon Z2026-000012 -g zwolle --als M-004",
    "toegang gesprek advies toon Z2026-000012 -g zwolle --als M-004 --medisch A-0123456789abcdef",
)
def toon(
    zaak: Zaak,
    gemeente: Gemeente,
    medisch: Annotated[
        str | None,
        typer.Option("--medisch", metavar="ADVIES", help="Toon ook het medische deel van dit advies."),
    ] = None,
    als: Als = None,
    als_json: AlsJson = False,
    reden: Reden = None,
) -> None:
    """Toon de adviezen bij een zaak: wat is gevraagd, en de conclusie.

    Het medische deel ziet u alleen met --medisch, en alleen als u het advies vroeg of als lezer bent genoemd. Wie het
    las, of het probeerde, staat in het logboek.
    """
    from toegang_cli.uitvoering import adviezen

    adviezen.toon_adviezen(gemeente, zaak, medisch, als=als, als_json=als_json, reden=reden)
