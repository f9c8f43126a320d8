"""Waarborgen: the law and the organisation as registered rules with ids (DESIGN.md §3).

Importing this package registers all rules of core; :mod:`toegang.guards.register` runs them.
"""

from toegang.guards import (
    archief,
    bekendmaking,
    beschikking,
    besluit,
    bezwaar,
    intake,
    mandaat,
    regie,
    team,
    toetsing,
    triage,
    voorstel,
    voorstel_wetten,
)

__all__ = [
    "archief",
    "bekendmaking",
    "beschikking",
    "besluit",
    "bezwaar",
    "intake",
    "mandaat",
    "regie",
    "team",
    "toetsing",
    "triage",
    "voorstel",
    "voorstel_wetten",
]
