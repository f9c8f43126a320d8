"""Tenancy: which gemeenten this machine serves, and how one comes on board.

Importing this package is light: neither the database library nor any plugin is loaded.
"""

from __future__ import annotations

from toegang.tenancy.aansluiten import Aansluitplan, Aansluitstap, aansluiten, maak_plan
from toegang.tenancy.inschrijving import Inschrijving, Inschrijvingsregel, Stand
from toegang.tenancy.instellingen import Herkomst, Instelling
from toegang.tenancy.journaal import Aansluitopdracht
from toegang.tenancy.register import Paden, Register

__all__ = [
    "Aansluitopdracht",
    "Aansluitplan",
    "Aansluitstap",
    "Herkomst",
    "Inschrijving",
    "Inschrijvingsregel",
    "Instelling",
    "Paden",
    "Register",
    "Stand",
    "aansluiten",
    "maak_plan",
]
