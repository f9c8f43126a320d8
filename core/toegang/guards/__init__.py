"""Waarborgen: the law and the organisation as registered rules with ids (DESIGN.md §3).

Importing this package registers all rules of core; :mod:`toegang.guards.register` runs them.
"""

from toegang.guards import (
    aanmelding,
    archief,
    beleid,
    beschikking,
    besluit,
    besluit_wet,
    document,
    gesprek,
    intake,
    inzage,
    leesbaarheid,
    mensen,
    onderzoek,
    plan,
    regie,
    samenhang,
    team,
    triage,
    uit_intake,
    verheldering,
)

__all__ = [
    "aanmelding",
    "archief",
    "beleid",
    "beschikking",
    "besluit",
    "besluit_wet",
    "document",
    "gesprek",
    "intake",
    "inzage",
    "leesbaarheid",
    "mensen",
    "onderzoek",
    "plan",
    "regie",
    "samenhang",
    "team",
    "triage",
    "uit_intake",
    "verheldering",
]
