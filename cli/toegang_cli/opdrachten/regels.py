"""Commands on the rules."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson

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


@opdracht(groep, "lijst", "toegang regels lijst", "toegang regels lijst --stap team --json")
def lijst(
    stap: Annotated[
        Stap | None, typer.Option("--stap", metavar="STAP", help="Alleen de regels van deze stap, bijvoorbeeld team.")
    ] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon alle regels: kenmerk, soort, stap, grondslag en bewijs."""
    from toegang_cli.uitvoering import regels

    regels.lijst(moment=stap.value if stap else None, als_json=als_json)
