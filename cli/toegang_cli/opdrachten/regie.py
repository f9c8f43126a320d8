"""Commands on regie."""

from __future__ import annotations

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opdrachten import regie_overdragen
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Reden, Zaak

NAAM = "regie"
groep = maak_groep("Regie over een huishouden.")


@opdracht(groep, "beleg", "toegang regie beleg Z2026-000012 -g zwolle")
def beleg(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Bepaal wie de regie voert over het huishouden van een zaak."""
    from toegang_cli.uitvoering import stappen

    stappen.beleg(gemeente, zaak, als=als, proef=proef)


@opdracht(groep, "toon", "toegang regie toon Z2026-000012 -g zwolle")
def toon(zaak: Zaak, gemeente: Gemeente, als: Als = None, reden: Reden = None, als_json: AlsJson = False) -> None:
    """Toon wie de regie voert en voerde."""
    from toegang_cli.uitvoering import stappen

    stappen.toon_regie(gemeente, zaak, als=als, als_json=als_json, reden=reden)


regie_overdragen.registreer(groep)
