"""Waarborgen: the law and the organisation as registered rules with ids (DESIGN.md §3).

Importing this package registers all rules of core; :mod:`toegang.guards.register` runs them.
"""

from toegang.guards import archief, beschikking, besluit, intake, mensen, regie, samenhang, team, triage

__all__ = ["archief", "beschikking", "besluit", "intake", "mensen", "regie", "samenhang", "team", "triage"]
