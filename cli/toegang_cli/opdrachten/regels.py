"""Commands on the rules."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson, Gemeente, Proef

NAAM = "regels"
groep = maak_groep("De regels van wet en organisatie.")


class Stap(StrEnum):
    """The moments at which rules are checked; a test compares them with the register."""

    INTAKE = "intake"
    TEAM = "team"
    REGIE = "regie"
    AANVRAAG = "aanvraag"
    BESLUIT = "besluit"
    BESCHIKKING = "beschikking"
    DOCUMENT = "document"
    BEKENDMAKING = "bekendmaking"
    ARCHIEF = "archief"
    AANMELDING = "aanmelding"
    VERHELDERING = "verheldering"
    UIT_INTAKE = "uit_intake"
    VOOR_ONDERZOEK = "voor_onderzoek"
    IDENTITEIT = "identiteit"
    INZAGE = "inzage"
    INWONER = "inwoner"
    BELEID = "beleid"
    AFSPRAAK = "afspraak"
    GESPREK = "gesprek"
    ONDERZOEK = "onderzoek"
    PLAN = "plan"
    PLANREACTIE = "planreactie"
    PLANBESLUIT = "planbesluit"
    MEDEWERKER = "medewerker"
    OVERLEG = "overleg"
    ESCALATIE = "escalatie"
    TOEWIJZING = "toewijzing"
    LEVERING = "levering"
    FACTURATIE = "facturatie"
    KWALITEIT = "kwaliteit"
    MONITORING = "monitoring"
    HERINDICATIE = "herindicatie"
    BEZWAARBESLUIT = "bezwaarbesluit"
    RAPPORT = "rapport"
    VOORSTEL = "voorstel"
    TOETSING = "toetsing"
    MANDAATREGISTER = "mandaatregister"
    ZORGSTART = "zorgstart"
    KENNISGEVING = "kennisgeving"


@opdracht(groep, "lijst", "toegang regels lijst --stap team", "toegang regels lijst -g zwolle --json")
def lijst(
    stap: Annotated[
        Stap | None, typer.Option("--stap", metavar="STAP", help="Alleen de regels van deze stap, bijvoorbeeld team.")
    ] = None,
    gemeente: Annotated[
        str | None,
        typer.Option(
            "--gemeente", "-g", metavar="NAAM", help="Alleen wat in deze gemeente geldt, en wat haar bron zegt."
        ),
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon alle regels: kenmerk, soort, stap, grondslag en bewijs."""
    from toegang_cli.uitvoering import regels

    regels.lijst(moment=stap.value if stap else None, gemeente=gemeente, als_json=als_json)


@opdracht(groep, "bevestig", "toegang regels bevestig L-36 -g zwolle")
def bevestig(
    regel: Annotated[str, typer.Argument(metavar="REGEL", help="De regel van de wet, bijvoorbeeld L-36.")],
    gemeente: Gemeente,
    intrekken: Annotated[bool, typer.Option("--intrekken", help="Neem een bevestiging terug.")] = False,
    proef: Proef = False,
) -> None:
    """Leg vast dat een jurist van de gemeente een regel van de wet heeft getoetst.

    Tot dan waarschuwt zo'n regel alleen. Wie bevestigt en wanneer, wordt bewaard.
    """
    from toegang_cli.uitvoering import regels

    regels.bevestig(regel, gemeente, intrekken=intrekken, proef=proef)
