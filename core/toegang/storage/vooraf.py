"""Reading ahead: what many letters need is fetched per table for many dossiers at once, not per letter.

Only in a unit of work that reads: within it nothing changes, so what was read stays true.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any, Generic, TypeVar

from toegang.domain.waarde import Waarde

M = TypeVar("M", bound=Waarde)

VERWIJZINGEN = ("zaak_id", "melding_id", "besluit_id", "brief_id")
"""Attributes of which the value belongs to one dossier, so that a search by it needs no other dossier."""


class Vooraf:
    """The dossiers that a unit of work reads ahead, and which zaak or melding belongs to which.

    Args:
        dossiers: ids.
    """

    def __init__(self, dossiers: Collection[str]) -> None:
        self.dossiers = frozenset(dossiers)
        self._dossier: dict[str, str] = {}

    def hoort_bij(self, kenmerk: str, dossier_id: str) -> None:
        """Remember to which dossier a record belongs."""
        self._dossier[kenmerk] = dossier_id

    def dossier_van(self, voorwaarden: Mapping[str, Any]) -> str | None:
        """Return the one dossier in which everything lies that meets the conditions; ``None`` when not known."""
        dossier = voorwaarden.get("dossier_id")
        if isinstance(dossier, str):
            return dossier if dossier in self.dossiers else None
        for naam in VERWIJZINGEN:
            kenmerk = voorwaarden.get(naam)
            if isinstance(kenmerk, str) and kenmerk in self._dossier:
                return self._dossier[kenmerk]
        return None


class Voorraad(Generic[M]):
    """The records of one table that were read ahead.

    Args:
        waarden: all records of the dossiers, in order of arrival.
    """

    def __init__(self, waarden: Collection[M]) -> None:
        self.op_id: dict[str, M] = {}
        self._per_dossier: dict[str, list[M]] = {}
        for waarde in waarden:
            self.op_id[str(getattr(waarde, "id", ""))] = waarde
            self._per_dossier.setdefault(str(getattr(waarde, "dossier_id", "")), []).append(waarde)

    def zoek(self, dossier_id: str, voorwaarden: Mapping[str, Any]) -> tuple[M, ...]:
        """Return the records of a dossier that meet the conditions."""
        return tuple(
            waarde
            for waarde in self._per_dossier.get(dossier_id, ())
            if all(_voldoet(getattr(waarde, naam), wens) for naam, wens in voorwaarden.items())
        )


def _voldoet(waarde: Any, wens: Any) -> bool:
    if isinstance(wens, Collection) and not isinstance(wens, str):
        return waarde in wens
    return bool(waarde == wens)
