"""Commands on the gesprek."""

from __future__ import annotations

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, Bestand, Gemeente, Proef, Zaak

NAAM = "gesprek"
groep = maak_groep("Het gesprek met de inwoner.")


@opdracht(groep, "verslag", "toegang gesprek verslag Z2026-000012 verslag.toml -g zwolle")
def verslag(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg het verslag van een gesprek vast.

    Het bestand heeft op, gevoerd_door en vraagverheldering; en zo nodig plaats, oplossingen, onderzoek en akkoord.
    """
    from toegang_cli.uitvoering import stappen

    stappen.verslag(gemeente, zaak, bestand, als=als, proef=proef)
