"""Waarborgen: the law and the organisation as registered rules with ids (DESIGN.md §3).

Importing this package registers all rules of core; :mod:`toegang.guards.register` runs them.
"""

from toegang.guards import archief, beleid, beschikking, besluit, intake, inzage, regie, team, triage

__all__ = ["archief", "beleid", "beschikking", "besluit", "intake", "inzage", "regie", "team", "triage"]
