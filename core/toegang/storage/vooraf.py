"""Reading ahead: what many letters need is fetched per table for many dossiers at once, not per letter.

Nobody else can change what was read: a unit of work that reads sees one moment, and one that writes holds the only
lock. What it writes itself is put in what was read ahead (:meth:`Voorraad.zet`); what it takes back is read again.
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

        self.van_gemeente: dict[tuple[str, str], Waarde] = {}
        """What belongs to no dossier and was asked for: (table, id) → the record."""
        self.elders = False
        """Whether something was read that lies in none of these dossiers."""

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
        self._per_dossier: dict[str, dict[str, M]] = {}
        for waarde in waarden:
            self.zet(waarde)

    def zet(self, waarde: M) -> None:
        """Put a record in: in the place of the one with its id, or at the end."""
        kenmerk = str(getattr(waarde, "id", ""))
        self.op_id[kenmerk] = waarde
        self._per_dossier.setdefault(str(getattr(waarde, "dossier_id", "")), {})[kenmerk] = waarde

    def zoek(self, dossier_id: str, voorwaarden: Mapping[str, Any]) -> tuple[M, ...]:
        """Return the records of a dossier that meet the conditions."""
        return tuple(
            waarde
            for waarde in self._per_dossier.get(dossier_id, {}).values()
            if all(_voldoet(getattr(waarde, naam), wens) for naam, wens in voorwaarden.items())
        )


def _voldoet(waarde: Any, wens: Any) -> bool:
    if isinstance(wens, Collection) and not isinstance(wens, str):
        return waarde in wens
    return bool(waarde == wens)
