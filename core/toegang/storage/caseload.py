"""Who works on which open zaak; a count of ids, without reading a file (B-36, B-37)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from sqlalchemy import delete, func, insert, select

from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import zaakleden


class Caseload:
    """The casusleden of the open zaken."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie

    def zet(self, zaak_id: str, leden: Iterable[str]) -> None:
        """Set who works on a zaak; nobody when it is closed.

        Args:
            zaak_id: the zaak.
            leden: medewerker ids.
        """
        self._sessie.verbinding.execute(delete(zaakleden).where(zaakleden.c.zaak_id == zaak_id))
        rijen = [{"zaak_id": zaak_id, "medewerker": lid} for lid in dict.fromkeys(leden)]
        if rijen:
            self._sessie.verbinding.execute(insert(zaakleden), rijen)

    def van_zaak(self, zaak_id: str) -> frozenset[str]:
        """Return the medewerker ids that are counted for a zaak."""
        vraag = select(zaakleden.c.medewerker).where(zaakleden.c.zaak_id == zaak_id)
        return frozenset(self._sessie.verbinding.execute(vraag).scalars())

    def zaken_van(self, medewerker: str) -> tuple[str, ...]:
        """Return the zaken that are counted for a medewerker, in order of their number."""
        vraag = select(zaakleden.c.zaak_id).where(zaakleden.c.medewerker == medewerker).order_by(zaakleden.c.zaak_id)
        return tuple(self._sessie.verbinding.execute(vraag).scalars())

    def per_medewerker(self) -> Mapping[str, int]:
        """Return the number of open zaken per medewerker id; who has none is left out."""
        vraag = select(zaakleden.c.medewerker, func.count().label("aantal")).group_by(zaakleden.c.medewerker)
        return {rij.medewerker: rij.aantal for rij in self._sessie.verbinding.execute(vraag)}
