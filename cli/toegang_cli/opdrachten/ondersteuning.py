"""Commands for who asks for help."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson, Proef

NAAM = "ondersteuning"
groep = maak_groep("Hulp vragen, zonder gegevens van inwoners mee te geven.")


@opdracht(
    groep,
    "bundel",
    "toegang ondersteuning bundel --naar bundel.zip --proef",
    "toegang ondersteuning bundel --naar bundel.zip",
)
def bundel(
    naar: Annotated[Path, typer.Option("--naar", metavar="ZIP", readable=False, help="Waar de bundel komt.")],
    proef: Proef = False,
    als_json: AlsJson = False,
) -> None:
    """Maak een bundel voor wie u helpt: versies, controles, aantallen en kale logregels.

    Er staat niets in over inwoners of medewerkers: geen namen, nummers, kenmerken of accounts, en geen inhoud. Van een
    logregel alleen de dag en wat er gedaan werd. Kijk hem na voor u hem verstuurt: het is gewone tekst.
    """
    from toegang_cli.uitvoering import ondersteuning as uitvoering

    uitvoering.bundel(naar, proef=proef, als_json=als_json)
