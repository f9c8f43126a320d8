"""The anonymous counter and the text facts of the gemeente: small tables without personal data."""

from __future__ import annotations

from collections.abc import Iterator, MutableMapping
from datetime import date

from sqlalchemy import delete, insert, select, update

from toegang.domain.begrippen import Kanaal
from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import kenmerken, tellers
from toegang.storage.waarden import Telling

GEMEENTE = "gemeente"
CONTROLEGETAL = "controlegetal"
KLOON = "kloon"
"""Of which gemeente this database is a clone; it stays one."""
LOGSLEUTELS = "logsleutels"
"""The keys of the log from before the key of the gemeente was replaced, sealed with the present one."""
VAST = frozenset({GEMEENTE, CONTROLEGETAL, KLOON, LOGSLEUTELS})
"""Facts that are set when the database is made, and never after."""


class Tellers:
    """How many questions were answered at once, per day, channel and domain (Z-7).

    Nothing else is kept of such a question: no log line, no instant, no order.
    """

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie

    def tel(self, dag: date, kanaal: Kanaal, domein: str) -> None:
        """Add one.

        Args:
            dag: the day.
            kanaal: the road along which it came.
            domein: a fixed word, e.g. ``WMO``.
        """
        zelfde = (tellers.c.dag == dag) & (tellers.c.kanaal == kanaal.value) & (tellers.c.domein == domein)
        ophogen = update(tellers).where(zelfde).values(aantal=tellers.c.aantal + 1)
        if self._sessie.verbinding.execute(ophogen).rowcount == 0:
            rij = {"dag": dag, "kanaal": kanaal.value, "domein": domein, "aantal": 1}
            with self._sessie.uniek("de telling van", dag.isoformat()):
                self._sessie.verbinding.execute(insert(tellers).values(rij))

    def alles(self) -> tuple[Telling, ...]:
        """Return all counts, by day, channel and domain."""
        vraag = select(tellers).order_by(tellers.c.dag, tellers.c.kanaal, tellers.c.domein)
        rijen = self._sessie.verbinding.execute(vraag).mappings()
        return tuple(Telling.model_validate(dict(rij)) for rij in rijen)


class Kenmerken(MutableMapping[str, str]):
    """Text facts of the gemeente, by name; never personal data."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie

    def __getitem__(self, sleutel: str) -> str:
        vraag = select(kenmerken.c.waarde).where(kenmerken.c.sleutel == sleutel)
        waarde = self._sessie.verbinding.execute(vraag).scalar_one_or_none()
        if waarde is None:
            raise KeyError(sleutel)
        return str(waarde)

    def __setitem__(self, sleutel: str, waarde: str) -> None:
        self._weiger_vast(sleutel)
        wijzig = update(kenmerken).where(kenmerken.c.sleutel == sleutel).values(waarde=waarde)
        if self._sessie.verbinding.execute(wijzig).rowcount == 0:
            with self._sessie.uniek("kenmerk", sleutel):
                self._sessie.verbinding.execute(insert(kenmerken).values(sleutel=sleutel, waarde=waarde))
        self._sessie.noteer("kenmerken", sleutel, None)

    def __delitem__(self, sleutel: str) -> None:
        self._weiger_vast(sleutel)
        if self._sessie.verbinding.execute(delete(kenmerken).where(kenmerken.c.sleutel == sleutel)).rowcount == 0:
            raise KeyError(sleutel)
        self._sessie.noteer("kenmerken", sleutel, None)

    def __iter__(self) -> Iterator[str]:
        vraag = select(kenmerken.c.sleutel).order_by(kenmerken.c.sleutel)
        return iter(self._sessie.verbinding.execute(vraag).scalars().all())

    def __len__(self) -> int:
        return sum(1 for _ in self)

    @staticmethod
    def _weiger_vast(sleutel: str) -> None:
        if sleutel in VAST:
            raise ValueError(f"kenmerk {sleutel} ligt vast sinds het aanmaken van de database")
