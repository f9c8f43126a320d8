"""Commands that look again at a running zaak; registered in the group ``zaak``."""

from __future__ import annotations

from typing import Annotated

import typer

from toegang_cli.hulp import opdracht
from toegang_cli.opdrachten.team import Dag, Deelnemers, Tekst
from toegang_cli.opties import Als, Gemeente, Proef, Zaak


def registreer(groep: typer.Typer) -> None:
    """Add the commands to the group."""
    opdracht(
        groep,
        "intervisie",
        "toegang zaak intervisie Z2026-000012 intervisie.txt --op 2026-11-20 --deelnemer M-002 --deelnemer M-003 "
        "--tweede-nodig -g schagen --als M-002",
    )(intervisie)
    opdracht(
        groep,
        "problematiek",
        "toegang zaak problematiek Z2026-000012 --meervoudig -g doetinchem --proef",
        "toegang zaak problematiek Z2026-000012 --enkelvoudig -g doetinchem",
    )(problematiek)


def intervisie(
    zaak: Zaak,
    bestand: Tekst,
    gemeente: Gemeente,
    op: Dag,
    deelnemer: Deelnemers,
    tweede_nodig: Annotated[
        bool, typer.Option("--tweede-nodig/--een-is-genoeg", help="Of er een tweede consulent nodig is.")
    ],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat een zaak in intervisie is besproken, en of er een tweede consulent nodig is."""
    from toegang_cli.uitvoering import overleg as uitvoering

    uitvoering.intervisie(gemeente, zaak, bestand, op, deelnemer, tweede_nodig=tweede_nodig, als=als, proef=proef)


def problematiek(
    zaak: Zaak,
    gemeente: Gemeente,
    meervoudig: Annotated[
        bool, typer.Option("--meervoudig/--enkelvoudig", help="Meer op zichzelf staande problemen, of één vraag.")
    ],
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Zeg of een lopende zaak enkelvoudig of meervoudig is; verandert dat, dan volgen triage, team en regie opnieuw."""
    from toegang_cli.uitvoering import herziening

    herziening.problematiek(gemeente, zaak, meervoudig=meervoudig, als=als, proef=proef)
