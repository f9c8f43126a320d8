"""Commands on how it goes after the decision, and on bottlenecks."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import maak_groep, opdracht
from toegang_cli.opties import Als, AlsJson, Bestand, Gemeente, Opdag, Proef, Zaak

NAAM = "monitoring"
groep = maak_groep("Hoe het gaat na het besluit, en welke knelpunten er zijn.")


@opdracht(groep, "registreer", "toegang monitoring registreer Z2026-000012 hoe-het-gaat.toml -g zwolle --als M-002")
def registreer(zaak: Zaak, bestand: Bestand, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Leg vast hoe het gaat met de hulp.

    Het bestand heeft op en uitkomst (ADEQUAAT, NIET_ADEQUAAT, VRAAG_KLEINER, VRAAG_GROTER, ADDITIONELE_PROBLEMEN of
    VRAAG_VERDWENEN); en zo nodig toelichting, volgende_op en knelpunt met aan en tekst. Past de hulp niet, dan is een
    knelpunt verplicht. Is de vraag groter geworden, dan staat er een taak klaar om opnieuw te kijken wat nodig is.
    """
    from toegang_cli.uitvoering import monitoring

    monitoring.registreer(gemeente, zaak, bestand, als=als, proef=proef)


@opdracht(
    groep, "lijst", "toegang monitoring lijst -g zwolle", "toegang monitoring lijst -g zwolle --zaak Z2026-000012"
)
def lijst(
    gemeente: Gemeente,
    zaak: Annotated[str | None, typer.Option("--zaak", metavar="ZAAK", help="Alleen van deze zaak.")] = None,
    als_json: AlsJson = False,
) -> None:
    """Toon wat er is vastgelegd over hoe het gaat; zonder vrije tekst."""
    from toegang_cli.uitvoering import monitoring

    monitoring.lijst(gemeente, zaak_id=zaak, als_json=als_json)


@opdracht(groep, "knelpunten", "toegang monitoring knelpunten -g zwolle")
def knelpunten(gemeente: Gemeente, als_json: AlsJson = False) -> None:
    """Toon wat vastloopt: gemelde knelpunten, en wat Toegang zelf ziet.

    Dat laatste is hulp die niet begon of niet geleverd wordt, een controle of volgende keer kijken die is blijven
    liggen, en een termijn die voorbij is.
    """
    from toegang_cli.uitvoering import monitoring

    monitoring.knelpunten(gemeente, als_json=als_json)


@opdracht(groep, "knelpunt", "toegang monitoring knelpunt Z2026-000012 knelpunt.toml --op 2026-11-22 -g zwolle")
def knelpunt(
    zaak: Zaak, bestand: Bestand, gemeente: Gemeente, op: Opdag, als: Als = None, proef: Proef = False
) -> None:
    """Meld een knelpunt. Het bestand heeft aan (een medewerker of functie) en tekst."""
    from toegang_cli.uitvoering import monitoring

    monitoring.knelpunt(gemeente, zaak, bestand, op, als=als, proef=proef)


@opdracht(groep, "afhandelen", "toegang monitoring afhandelen SG-0123 uitkomst.toml --op 2026-11-22 -g zwolle")
def afhandelen(
    kenmerk: Annotated[str, typer.Argument(metavar="KENMERK", help="Zie toegang monitoring knelpunten.")],
    bestand: Bestand,
    gemeente: Gemeente,
    op: Opdag,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast hoe een knelpunt is opgelost. Het bestand heeft uitkomst."""
    from toegang_cli.uitvoering import monitoring

    monitoring.afhandelen(gemeente, kenmerk, bestand, op, als=als, proef=proef)
