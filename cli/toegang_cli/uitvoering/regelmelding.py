"""What a rule warns of, said to the user."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.spoor import Oordeel, Regeltoets
from toegang_cli.uitvoer import zeg


def waarschuw(regels: Iterable[Regeltoets]) -> None:
    """Say which rules warn, and of what.

    Args:
        regels: the rules that were checked.
    """
    zeg_regels(item for item in regels if item.oordeel is Oordeel.WAARSCHUWING)


def zeg_regels(regels: Iterable[Regeltoets]) -> None:
    """Say what rules found, one line each.

    Args:
        regels: the rules, chosen by the caller.
    """
    for item in regels:
        zeg(f"Let op, {item.regel} ({item.grondslag}): {item.boodschap}.")
