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
        "toegang zaak intervisie Z2026-000012 i.txt --op 1-12-2026 -d M-2 -d M-3 --tweede-nodig",
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
    tweede_nodig: Annotated[bool, typer.Option("--tweede-nodig", help="Er is een tweede consulent nodig.")] = False,
    een_is_genoeg: Annotated[bool, typer.Option("--een-is-genoeg", help="Eén consulent is genoeg.")] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Leg vast dat een zaak in intervisie is besproken, en of er een tweede consulent nodig is."""
    from toegang_cli.uitvoering import overleg as uitvoering

    tweede = uitvoering.kies_uitkomst(tweede_nodig=tweede_nodig, een_is_genoeg=een_is_genoeg)
    uitvoering.intervisie(gemeente, zaak, bestand, op, deelnemer, tweede_nodig=tweede, als=als, proef=proef)


def problematiek(
    zaak: Zaak,
    gemeente: Gemeente,
    meervoudig: Annotated[bool, typer.Option("--meervoudig", help="Meer dan één op zichzelf staand probleem.")] = False,
    enkelvoudig: Annotated[bool, typer.Option("--enkelvoudig", help="Eén vraag.")] = False,
    als: Als = None,
    proef: Proef = False,
) -> None:
    """Zeg of een lopende zaak enkelvoudig of meervoudig is; verandert dat, dan volgen triage, team en regie opnieuw."""
    from toegang_cli.uitvoering import herziening

    naar = herziening.kies_problematiek(meervoudig=meervoudig, enkelvoudig=enkelvoudig)
    herziening.problematiek(gemeente, zaak, naar, als=als, proef=proef)
