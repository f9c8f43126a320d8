"""Commands on the professionals of a gemeente."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import medewerker_wijzigen
from toegang_cli.opties import AlsJson, Gemeente, Proef

NAAM = "medewerker"
groep = maak_groep("Medewerkers van een gemeente.")


@opdracht(groep, "lijst", "toegang medewerker lijst -g zwolle")
def lijst(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon de medewerkers, met hun functie, teams en aantal zaken."""
    from toegang_cli.uitvoering import medewerkers

    medewerkers.lijst(gemeente, als_json=als_json)


@opdracht(groep, "importeer", "toegang medewerker importeer medewerkers.toml -g zwolle --proef")
def importeer(
    bestand: Annotated[
        Path, typer.Argument(metavar="BESTAND", readable=False, help="TOML met een [[medewerker]] voor iedereen.")
    ],
    gemeente: Gemeente,
    proef: Proef = False,
) -> None:
    """Lees medewerkers in; alle of geen. Wie er al is, wordt bijgewerkt.

    Een medewerker heeft id, naam, functie, werkgever en in_dienst_van; en zo nodig teams, disciplines, wetten,
    gebieden, registraties, afwezig en in_dienst_tot.
    """
    from toegang_cli.uitvoering import medewerkers

    medewerkers.importeer(gemeente, bestand, proef=proef)


medewerker_wijzigen.registreer(groep)
