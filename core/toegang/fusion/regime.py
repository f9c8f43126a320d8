"""Which rules hold for a right that is taken over, and until when (F-1, F-2, F-11, F-12, F-23)."""

from __future__ import annotations

from datetime import date

from toegang.domain.fusie import Regime
from toegang.domain.ingebouwd import ingebouwd
from toegang.fusion.afbeelding.canoniek import OPEN_EINDE, Indicatierecord
from toegang.fusion.definitie import Projectdefinitie


def vervaldag_van(definitie: Projectdefinitie, gemeentecode: str, grondslag: str) -> date:
    """Return the first day on which an old regulation holds no more.

    Args:
        definitie: the project.
        gemeentecode: whose regulation.
        grondslag: its name, as the source writes it; empty = not known, then the law's own day.
    """
    for verordening in definitie.verordeningen:
        zelfde = verordening.gemeentecode == gemeentecode and (not grondslag or verordening.naam == grondslag)
        if zelfde and verordening.vervallen_op is not None:
            return min(verordening.vervallen_op, definitie.vervaldag)
    return definitie.vervaldag


@ingebouwd(
    "F-12",
    "De oude regels gelden tot en met de dag voor de vervaldag: twee jaar later, zonder verschuiving.",
    anders=lambda _definitie, _gemeentecode, _grondslag, _op: True,
)
def oude_regels_gelden(definitie: Projectdefinitie, gemeentecode: str, grondslag: str, op: date) -> bool:
    """Tell whether the old rules still hold for the area of an old gemeente on a day (F-1, F-12)."""
    return definitie.herindeling <= op < vervaldag_van(definitie, gemeentecode, grondslag)


@ingebouwd(
    "F-23",
    "Per recht staat vast welke regels gelden en waarom.",
    anders=lambda _indicatie, _definitie: (Regime.NIEUW_PER_DATUM, ""),
)
def regime_van(indicatie: Indicatierecord, definitie: Projectdefinitie) -> tuple[Regime, str]:
    """Return which rules hold for an indication, and why, in Dutch.

    A beschikking is no regulation: it does not lapse with the one it rests on (F-11).

    Args:
        indicatie: the indication.
        definitie: the project.
    """
    vervalt = vervaldag_van(definitie, indicatie.gemeente, indicatie.grondslag)
    nieuw = definitie.nieuw_per
    if nieuw is not None and indicatie.tot >= nieuw:
        return Regime.NIEUW_PER_DATUM, f"de nieuwe verordening geldt ook voor oude rechten per {nieuw.isoformat()}"
    if indicatie.status == "aanvraag":
        return Regime.OUD_TOT_VERVAL, (
            f"beslist wordt op de oude regels zolang zij gelden, tot {vervalt.isoformat()}, door het nieuwe college"
        )
    if indicatie.tot < vervalt:
        return Regime.OUD_TOT_EINDDATUM, "het recht eindigt voor de oude verordening vervalt"
    einde = "heeft geen einddatum" if indicatie.tot == OPEN_EINDE else "eindigt later"
    return Regime.OUD_TOT_VERVAL, (
        f"het recht {einde}; de oude verordening vervalt op {vervalt.isoformat()}. Het besluit zelf vervalt niet; "
        "het staat op de lijst voor het beleid"
    )
