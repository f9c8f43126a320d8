"""Commands on providers: contracts, relation, quality."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Opdag, Proef

NAAM = "aanbieder"
groep = maak_groep("Aanbieders: contracten, contacten en kwaliteit.")

Welke = Annotated[str, typer.Argument(metavar="AANBIEDER", help="Het kenmerk van de aanbieder.")]
Stuk = Annotated[
    str | None, typer.Option("--stuk", metavar="KENMERK", help="Kenmerk van het verslag; geen vrije tekst.")
]


class Oordeel(StrEnum):
    """Outcomes of a quality check; a test compares them with the domain."""

    VOLDOENDE = "voldoende"
    VERBETERING_NODIG = "verbetering_nodig"
    ONVOLDOENDE = "onvoldoende"


class Contact(StrEnum):
    """Kinds of contact; a test compares them with the domain."""

    CONTRACTGESPREK = "contractgesprek"
    WERKBEZOEK = "werkbezoek"
    KLACHT = "klacht"
    OVERLEG = "overleg"


@opdracht(groep, "lijst", "toegang aanbieder lijst -g zwolle")
def lijst(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon de aanbieders met hun contracten en het laatste oordeel over de kwaliteit.

    De cijfers per aanbieder geeft: toegang rapport aanbieders.
    """
    from toegang_cli.uitvoering import aanbieders

    aanbieders.lijst(gemeente, als_json=als_json)


@opdracht(groep, "toon", "toegang aanbieder toon thuiszorg -g zwolle")
def toon(aanbieder: Welke, gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon een aanbieder: contracten, contacten, kwaliteit."""
    from toegang_cli.uitvoering import aanbieders

    aanbieders.toon_aanbieder(gemeente, aanbieder, als_json=als_json)


@opdracht(groep, "importeer", "toegang aanbieder importeer aanbieders.csv -g zwolle")
def importeer(
    bestand: Annotated[
        Path,
        typer.Argument(metavar="BESTAND", readable=False, help="CSV in UTF-8 met puntkomma's; een regel per contract."),
    ],
    gemeente: Gemeente,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Lees aanbieders en contracten in.

    Kolommen: id, naam, agb_code, relatiebeheerder, contract, producten, geldig_van, geldig_tot, start_binnen_dagen.
    En als de aanbieder een kopie op papier moet krijgen: postadres (met komma's: Postbus 1, 1234 AB Plaats).
    Producten scheidt u met een spatie; leeg betekent alle. Een regel die niet klopt, wordt met zijn nummer genoemd,
    en dan wordt er niets opgeslagen.
    """
    from toegang_cli.uitvoering import aanbieders

    aanbieders.importeer(gemeente, bestand, als=als, proef=proef)


@opdracht(
    groep, "kwaliteit", "toegang aanbieder kwaliteit thuiszorg --oordeel voldoende --op 2026-11-22 --stuk R-1 -g zwolle"
)
def kwaliteit(
    aanbieder: Welke,
    gemeente: Gemeente,
    oordeel: Annotated[
        Oordeel,
        typer.Option("--oordeel", metavar="OORDEEL", help="voldoende, verbetering_nodig of onvoldoende."),
    ],
    op: Opdag,
    stuk: Stuk = None,
    opnieuw: Annotated[str | None, typer.Option("--opnieuw", metavar="DATUM", help="Dan opnieuw toetsen.")] = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een oordeel over de kwaliteit van een aanbieder vast.

    Wie dat doet, verschilt per gemeente: in Doetinchem de midoffice, in Beekdaelen de consulenten.
    """
    from toegang_cli.uitvoering import aanbieders

    aanbieders.kwaliteit(gemeente, aanbieder, oordeel.value, op, stuk, opnieuw, als=als, proef=proef)


@opdracht(groep, "contact", "toegang aanbieder contact thuiszorg contractgesprek --op 2026-11-22 --stuk V-1 -g zwolle")
def contact(
    aanbieder: Welke,
    soort: Annotated[Contact, typer.Argument(metavar="SOORT", help="contractgesprek, werkbezoek, klacht of overleg.")],
    gemeente: Gemeente,
    op: Opdag,
    stuk: Stuk = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg een contact met een aanbieder vast."""
    from toegang_cli.uitvoering import aanbieders

    aanbieders.contact(gemeente, aanbieder, soort.value, op, stuk, als=als, proef=proef)
