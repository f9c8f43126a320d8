"""Waarborgen: the law and the organisation as registered rules with ids (DESIGN.md §3).

Importing this package registers all rules of core; :mod:`toegang.guards.register` runs them.
"""

from toegang.guards import (
    archief,
    beschikking,
    besluit,
    bezwaar_besluit,
    intake,
    nazorg,
    rapport,
    regie,
    team,
    triage,
)

__all__ = [
    "archief",
    "beschikking",
    "besluit",
    "bezwaar_besluit",
    "intake",
    "nazorg",
    "rapport",
    "regie",
    "team",
    "triage",
]
