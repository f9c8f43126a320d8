"""Commands on appointments; registered in the group ``gesprek``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, AlsJson, Gemeente, Proef, Tekstbestand, Zaak


class Plaats(StrEnum):
    """Where; a test compares it with the domain."""

    THUIS = "thuis"
    KANTOOR = "kantoor"
    TELEFONISCH = "telefonisch"
    ELDERS = "elders"


class Direct(StrEnum):
    """Why at once; a test compares it with the domain."""

    WENS_INWONER = "wens-inwoner"
    SPOED = "spoed"
    NIET_DIGITAAL = "niet-digitaal"
    NIET_TELEFONISCH = "niet-telefonisch"


class Door(StrEnum):
    """Who called it off; a test compares it with the domain."""

    INWONER = "inwoner"
    GEMEENTE = "gemeente"


def registreer(groep: typer.Typer) -> None:
    """Add the commands to their group."""
    opdracht(
        groep,
        "plan",
        "toegang gesprek plan Z2026-000012 --op 2026-12-03 --tijd 10:00 --plaats thuis -g zwolle",
        "toegang gesprek plan Z2026-000012 --op 2026-12-03 --tijd 10:00 --plaats telefonisch --met M-003",
    )(plan)
    opdracht(
        groep, "afspraken", "toegang gesprek afspraken -g zwolle", "toegang gesprek afspraken -g zwolle --als M-002"
    )(afspraken)
    opdracht(groep, "afzeggen", "toegang gesprek afzeggen AF-0123456789abcdef --door inwoner -g zwolle")(afzeggen)


def plan(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag van de afspraak.")],
    tijd: Annotated[str, typer.Option("--tijd", metavar="UU:MM", help="Hoe laat, bijvoorbeeld 09:30.")],
    plaats: Annotated[
        Plaats, typer.Option("--plaats", metavar="PLAATS", help="thuis, kantoor, telefonisch of elders.")
    ],
    adres: Annotated[
        str, typer.Option("--adres", metavar="TEKST", help="Welk gebouw; bij kantoor en elders. Geen woonadres.")
    ] = "",
    met: Annotated[
        str | None, typer.Option("--met", metavar="MEDEWERKER", help="Wie er komt; anders wie het plant.")
    ] = None,
    direct: Annotated[
        Direct | None,
        typer.Option(
            "--direct",
            metavar="REDEN",
            help="Waarom er geen ander contact vooraf hoeft: wens-inwoner, spoed, niet-digitaal of niet-telefonisch.",
        ),
    ] = None,
    toelichting: Tekstbestand = None,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Plan een afspraak met de inwoner: dag, tijd en plaats.

    De inwoner ziet haar in het eigen dossier (toegang inwoner dossier). Is het gesprek nog niet geweest, dan staat ook
    de uitnodiging klaar; daarin staat dat de inwoner een eigen plan mag maken en gratis hulp kan krijgen. Wat u in het
    bestand bij --toelichting schrijft, leest de inwoner. Verzetten doet u door af te zeggen en opnieuw te plannen.
    """
    from toegang_cli.uitvoering import afspraken

    gekozen = (op, tijd, plaats.value, adres, met, direct and direct.value, toelichting)
    afspraken.plan(gemeente, zaak, gekozen, als=als, proef=proef)


def afspraken(gemeente: Gemeente, als: Als = None, als_json: AlsJson = False) -> None:
    """Toon de afspraken die nog komen; met --als alleen die van deze medewerker."""
    from toegang_cli.uitvoering import afspraken as uitvoering

    uitvoering.lijst(gemeente, als=als, als_json=als_json)


def afzeggen(
    afspraak: Annotated[str, typer.Argument(metavar="AFSPRAAK", help="Het kenmerk van de afspraak.")],
    gemeente: Gemeente,
    door: Annotated[Door, typer.Option("--door", metavar="WIE", help="inwoner of gemeente.")],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat een afspraak niet doorgaat; de inwoner blijft zien dat zij er was.

    Een uitnodiging die nog klaarstaat, vervalt. Is zij al weg, dan zegt Toegang dat, zodat u de inwoner belt.
    """
    from toegang_cli.uitvoering import afspraken

    afspraken.zeg_af(gemeente, afspraak, door.value, als=als, proef=proef)
