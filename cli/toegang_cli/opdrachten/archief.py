"""Commands on the archive."""

from __future__ import annotations

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, Gemeente, Proef, Zaak

NAAM = "archief"
groep = maak_groep("Bewaren en vernietigen.")


@opdracht(groep, "bepaal", "toegang archief bepaal Z2026-000012 -g zwolle")
def bepaal(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Bepaal hoe lang een gesloten zaak bewaard blijft, volgens de selectielijst."""
    from toegang_cli.uitvoering import stappen

    stappen.archiveer(gemeente, zaak, als=als, proef=proef)
