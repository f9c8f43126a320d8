"""The storage of one gemeente: one engine, one set of keys, one log."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Self

from sqlalchemy import Connection, Engine

from toegang.errors import OpslagFout, ToegangFout
from toegang.storage.bestanden import ruim_resten, slot
from toegang.storage.kluis import Kluis
from toegang.storage.kop import Kopbestand
from toegang.storage.logsleutels import vereis_zelfde_sleutel
from toegang.storage.motor import ALLEEN_LEZEN, motor_van
from toegang.storage.sessie import Sessie
from toegang.storage.sleutels import kopbestand, lees_sleutel, wisselbestanden
from toegang.storage.waarden import Actor
from toegang.storage.werkeenheid import Werkeenheid

Klok = Callable[[], datetime]
# Reads only, so nothing is ever logged in its name.
_LEZER = Actor(uid=0)


class Gemeenteopslag:
    """The database of one gemeente, opened with its key. Make it with :meth:`open`.

    Args:
        pad: the database file, or the file that says how to reach the server.
        sleutel: key file.
        gemeente: key of the gemeente.
        klok: gives the instant, UTC.
    """

    def __init__(self, pad: Path, sleutel: Path, gemeente: str, klok: Klok) -> None:
        self.pad = pad
        self.motor = motor_van(pad)
        self.gemeente = gemeente
        self.kluis = Kluis(lees_sleutel(sleutel), gemeente)
        self.kopbestand = Kopbestand(kopbestand(sleutel), self.kluis)
        self.engine: Engine = self.motor.maak_engine(gemeente)
        self._klok = klok
        self._gewijzigd = False

    @classmethod
    def open(cls, pad: Path, sleutel: Path, gemeente: str, klok: Klok, *, toets: bool = True) -> Self:
        """Open the storage of a gemeente.

        Args:
            pad: the database file, or the file that says how to reach the server.
            sleutel: key file.
            gemeente: key of the gemeente, e.g. ``zwolle``.
            klok: gives the instant, UTC.
            toets: ``False`` only for making, upgrading and inspecting: the file may then be absent or
                of another revision.

        Raises:
            OpslagFout: on a network disk; when the file or key is absent or open to others; when the
                database is of another revision or gemeente, or made with another key.
        """
        if any(rest.exists() for rest in wisselbestanden(sleutel)):
            from toegang.storage.sleutelwissel import rond_sleutelwissel_af

            rond_sleutelwissel_af(pad, sleutel, gemeente, klok)
        motor = motor_van(pad)
        motor.controleer_plaats()
        if toets and not motor.bestaat():
            raise OpslagFout(
                f"De database van gemeente {gemeente} is er niet ({motor.plaats}).",
                vervolg="Sluit de gemeente eerst aan met 'toegang gemeente aansluiten'.",
            )
        opslag = cls(pad, sleutel, gemeente, klok)
        if toets:
            # alembic and the revisions are not needed for this check
            from toegang.storage.schema import controleer

            controleer(opslag)
        return opslag

    def werk(self, actor: Actor, *, alleen_lezen: bool = False) -> Werkeenheid:
        """Begin a unit of work; it holds the write lock until it ends.

        Args:
            actor: who works.
            alleen_lezen: take no lock and refuse every write; for long reading.

        Raises:
            Conflict: when another process holds the lock for too long, or the key was replaced since this was opened.
        """
        verbinding = self.verbind(alleen_lezen=alleen_lezen)
        try:
            verbinding.begin()
            if not alleen_lezen:
                vereis_zelfde_sleutel(verbinding, self.kluis)
            sessie = Sessie(verbinding, self.motor, self.kluis, self.gemeente, self._klok)
            return Werkeenheid(sessie, actor, self.kopbestand, self._na_commit)
        except BaseException:
            verbinding.close()
            raise

    def verbind(self, *, alleen_lezen: bool = False) -> Connection:
        """Return a connection of which the next transaction writes, or only reads."""
        return self.engine.connect().execution_options(**{ALLEEN_LEZEN: alleen_lezen})

    @contextmanager
    def doorlopend(self) -> Iterator[None]:
        """Keep a connection at hand, for many short units of work after each other.

        Without it the write-ahead log is emptied at the end of each, which doubles the time of a small
        one. Start no process by fork inside this block: a connection does not survive that.
        """
        verbinding = self.verbind(alleen_lezen=True)
        try:
            yield
        finally:
            verbinding.close()

    def schrijf_kop(self, *, eerste: bool = False) -> bool:
        """Confirm the head of the log outside the database.

        Args:
            eerste: make the file; only for a database without any log line.

        Returns:
            False when what was confirmed before is gone, false, or no longer in the log: then nothing
            is written, because that would hide the evidence.
        """
        pad = self.kopbestand.pad
        with (
            slot(pad.with_suffix(".slot"), "het logboek", wachten=True),
            self.werk(_LEZER, alleen_lezen=True) as werk,
        ):
            ruim_resten(pad)
            kop = werk.logboek.kop()
            eerder = self.kopbestand.lees()
            bevestigd = eerder is not None and werk.logboek.kop_op(eerder.volgnr) == eerder
            if not bevestigd and not (eerste and kop.volgnr == 0 and not pad.exists()):
                return False
            if eerder != kop:
                self.kopbestand.schrijf(kop)
            return True

    def sluit(self) -> None:
        """Close; the head of the log is confirmed when something was written."""
        if self._gewijzigd:
            self.schrijf_kop()
            self._gewijzigd = False
        self.engine.dispose()

    def _na_commit(self, sessie: Sessie) -> None:
        self._gewijzigd = True
        if sessie.vernietigd:
            sessie.vernietigd = False
            self.motor.ruim_op(self.engine)

    def __repr__(self) -> str:
        return f"Gemeenteopslag({self.gemeente})"

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        if fout is None:
            self.sluit()
        else:
            # The first error is the one to tell.
            with suppress(ToegangFout):
                self.sluit()
