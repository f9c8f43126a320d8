"""Storage: one encrypted database per gemeente, behind one unit of work.

Importing this package is light: the database library is loaded when :class:`Gemeenteopslag` is
first used, so that ``toegang --help`` never waits for it (DESIGN.md §4).
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from toegang.storage.fouten import DossierVernietigd, NietGevonden
from toegang.storage.waarden import Actor, Archiefrecord, Lograpport, Logregel, Regieregel, Telling

if TYPE_CHECKING:
    from toegang.storage.logboek import controleer_logboek
    from toegang.storage.opslag import Gemeenteopslag
    from toegang.storage.schema import bijwerken, herken, maak_aan, revisie
    from toegang.storage.werkeenheid import Werkeenheid

__all__ = [
    "Actor",
    "Archiefrecord",
    "DossierVernietigd",
    "Gemeenteopslag",
    "Lograpport",
    "Logregel",
    "NietGevonden",
    "Regieregel",
    "Telling",
    "Werkeenheid",
    "bijwerken",
    "controleer_logboek",
    "herken",
    "maak_aan",
    "revisie",
]

_LUI = {
    "Gemeenteopslag": "opslag",
    "Werkeenheid": "werkeenheid",
    "controleer_logboek": "logboek",
    "bijwerken": "schema",
    "herken": "schema",
    "maak_aan": "schema",
    "revisie": "schema",
}


def __getattr__(naam: str) -> Any:
    if naam not in _LUI:
        raise AttributeError(naam)
    return getattr(import_module(f"toegang.storage.{_LUI[naam]}"), naam)
