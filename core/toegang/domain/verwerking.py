"""The register of processing activities, as far as Toegang processes by itself (L-136, AVG 30).

The rows are data (``data/verwerkingen.csv``), so that a gemeente can take them over in its own register.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache

from toegang.domain.gegevens import lees_csv


@dataclass(frozen=True, slots=True)
class Verwerking:
    """One activity of the register.

    Args:
        haak: hook of the life cycle that it belongs to.
        id: id in the register, e.g. ``TG-04``.
        naam: name.
        doel: purpose (AVG art. 30 lid 1 onder b).
        grondslag: legal ground (AVG art. 6 lid 1).
    """

    haak: str
    id: str
    naam: str
    doel: str
    grondslag: str


@cache
def verwerkingen() -> Mapping[str, Verwerking]:
    """Return the activities by hook.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return {item.haak: item for item in lees_csv("verwerkingen.csv", _verwerking)}


def verwerkingsactiviteit(haak: str) -> str:
    """Return the id of the activity that an answered hook belongs to; empty when it has none.

    Args:
        haak: name of the hook.
    """
    item = verwerkingen().get(haak)
    return item.id if item else ""


def _verwerking(rij: Mapping[str, str]) -> Verwerking:
    if not all(rij.values()):
        raise ValueError("een veld is leeg")
    return Verwerking(rij["haak"], rij["id"], rij["naam"], rij["doel"], rij["grondslag"])
