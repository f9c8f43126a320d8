"""Commands on the appointment for a gesprek; registered in the group ``gesprek``."""

from __future__ import annotations

from enum import StrEnum
from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opties import Als, Gemeente, Proef, Zaak


class Plek(StrEnum):
    """Where a gesprek is; a test compares it with the domain."""

    THUIS = "thuis"
    KANTOOR = "kantoor"
    TELEFONISCH = "telefonisch"
    ELDERS = "elders"


def registreer(groep: typer.Typer) -> None:
    """Add the commands to their group."""
    opdracht(
        groep,
        "plan",
        "toegang gesprek plan Z2026-000012 --op 2026-12-03 --tijd 10:30 --met M-002 -g zwolle",
        "toegang gesprek plan Z2026-000012 --op 2026-12-03 --tijd 10:30 --plek telefonisch -g zwolle",
    )(plan)
    opdracht(groep, "afzeggen", "toegang gesprek afzeggen Z2026-000012 -g zwolle")(afzeggen)


def plan(
    zaak: Zaak,
    gemeente: Gemeente,
    op: Annotated[str, typer.Option("--op", metavar="DATUM", help="De dag van het gesprek.")],
    tijd: Annotated[str, typer.Option("--tijd", metavar="UU:MM", help="Hoe laat.")],
    plek: Annotated[Plek, typer.Option("--plek", metavar="PLEK", help="thuis, kantoor, telefonisch of elders.")] = (
        Plek.THUIS
    ),
    adres: Annotated[
        str, typer.Option("--adres", metavar="TEKST", help="Welk gebouw; bij kantoor en elders. Geen woonadres.")
    ] = "",
    met: Annotated[str, typer.Option("--met", metavar="MEDEWERKER", help="Wie het gesprek voert.")] = "",
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Plan of verzet het gesprek, en zet de uitnodiging klaar.

    In de uitnodiging staat ook dat de inwoner een eigen plan mag maken en gratis hulp kan krijgen bij het gesprek.
    """
    from toegang_cli.uitvoering import gespreksafspraken

    gespreksafspraken.plan(gemeente, zaak, (op, tijd, plek.value, adres, met), als=als, proef=proef)


def afzeggen(zaak: Zaak, gemeente: Gemeente, als: Als = None, proef: Proef = False) -> None:
    """Zeg het gesprek af; een uitnodiging die nog klaarstaat, vervalt."""
    from toegang_cli.uitvoering import gespreksafspraken

    gespreksafspraken.afzeggen(gemeente, zaak, als=als, proef=proef)
