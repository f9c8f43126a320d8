"""Commands on plugins and hooks."""

from __future__ import annotations

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import AlsJson

NAAM = "plugin"
groep = maak_groep("Plugins en hooks bekijken.")


@opdracht(groep, "lijst", "toegang plugin lijst", "toegang plugin lijst --json")
def lijst(als_json: AlsJson = False) -> None:
    """Toon de plugins die geïnstalleerd zijn; zij worden niet geladen."""
    from toegang_cli.uitvoering import plugins

    plugins.lijst(als_json=als_json)


@opdracht(groep, "haken", "toegang plugin haken")
def haken(als_json: AlsJson = False) -> None:
    """Toon de hooks in de volgorde van de levensloop, met hun argumenten."""
    from toegang_cli.uitvoering import plugins

    plugins.haken(als_json=als_json)
