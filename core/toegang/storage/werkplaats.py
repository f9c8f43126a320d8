"""The own storage of a fusion project: a SQLite file beside those of the gemeenten, encrypted like theirs.

Before the new gemeente exists nobody may put data of three gemeenten into its database; they are worked on here, under
the agreement between the gemeenten (AVG 26, 28), and thrown away as a whole when the project ends (ADR 0012).
"""

from __future__ import annotations

import hmac
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Any, Self, TypeVar

from sqlalchemy import Boolean, Column, Engine, Index, Integer, MetaData, Table, Text, func, select, update

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage import tabellen
from toegang.storage.kluis import Kluis
from toegang.storage.kolommen import kenmerk, versleuteld, volgorde
from toegang.storage.logboek import Logboek
from toegang.storage.motor import ALLEEN_LEZEN
from toegang.storage.sessie import Sessie
from toegang.storage.sleutels import lees_sleutel, maak_sleutel
from toegang.storage.sqlite import SqliteMotor
from toegang.storage.verzameling import Verzameling
from toegang.storage.waarden import Actor

M = TypeVar("M", bound=Waarde)
VERSIE = "1"
_metadata = MetaData()


def _tabel(naam: str, *kolommen: Column[Any]) -> Table:
    return Table(naam, _metadata, volgorde(), kenmerk(), *kolommen, versleuteld(), sqlite_strict=True)


_kenmerken = tabellen.kenmerken.to_metadata(_metadata)
_logboek = tabellen.logboek.to_metadata(_metadata)
TABELLEN: dict[str, Table] = {
    "bladen": _tabel("bladen", Column("bron", Text, nullable=False)),
    "bronrijen": _tabel(
        "bronrijen",
        Column("bron", Text, nullable=False),
        Column("blad", Text, nullable=False),
        Column("soort", Text, nullable=False),
        Column("apart", Boolean, nullable=False),
        Column("client_hash", Text),
    ),
    "paren": _tabel("paren", Column("stap", Integer, nullable=False)),
    "plaatsen": _tabel(
        "plaatsen",
        Column("persoon", Text, nullable=False, index=True),
        Column("huishouden", Text, nullable=False, index=True),
    ),
    "conflicten": _tabel("conflicten", Column("soort", Text, nullable=False, index=True)),
    "uitspraken": _tabel("uitspraken", Column("over", Text, nullable=False, index=True)),
    "feiten": _tabel("feiten"),
}
"""The tables of a project, by name."""
_rijen = TABELLEN["bronrijen"]
Index("ix_bronrijen_bron_blad", _rijen.c.bron, _rijen.c.blad)
Index("ix_bronrijen_client", _rijen.c.client_hash)


class Werkplaats:
    """The storage of one project. Make it with :meth:`maak` or :meth:`open`.

    Args:
        pad: the database file.
        sleutel: key file, outside the folder of the project.
        naam: name of the project.
        klok: gives the instant, UTC.
    """

    def __init__(self, pad: Path, sleutel: Path, naam: str, klok: Callable[[], datetime]) -> None:
        self.naam = naam
        self.motor = SqliteMotor(pad)
        self.motor.controleer_plaats()
        self.kluis = Kluis(lees_sleutel(sleutel), f"fusie/{naam}")
        self.engine: Engine = self.motor.maak_engine(naam)
        self._klok = klok

    @classmethod
    def maak(cls, pad: Path, sleutel: Path, naam: str, klok: Callable[[], datetime]) -> Self:
        """Make the storage of a new project.

        Raises:
            Conflict: there is one already.
            OpslagFout: it cannot be made.
        """
        motor = SqliteMotor(pad)
        if motor.bestaat():
            raise Conflict(f"Project {naam} bestaat al.", vervolg="Kies een andere naam, of werk daarin verder.")
        if not sleutel.exists():
            maak_sleutel(sleutel)
        motor.maak_plaats()
        plaats = cls(pad, sleutel, naam, klok)
        with plaats.engine.connect() as verbinding:
            verbinding.begin()
            _metadata.create_all(verbinding)
            for opdrachten in motor.triggers_alleen_toevoegen("logboek", "volgnr").values():
                for opdracht in opdrachten:
                    verbinding.exec_driver_sql(opdracht)
            feiten = {"vorm": VERSIE, "project": naam, "controlegetal": plaats.kluis.controlegetal()}
            verbinding.execute(_kenmerken.insert(), [{"sleutel": s, "waarde": w} for s, w in feiten.items()])
            verbinding.commit()
        return plaats

    @classmethod
    def open(cls, pad: Path, sleutel: Path, naam: str, klok: Callable[[], datetime]) -> Self:
        """Open the storage of a project.

        Raises:
            OpslagFout: it is not there, of another version or project, or made with another key.
        """
        if not pad.exists():
            raise OpslagFout(f"De werkopslag van project {naam} is er niet.", vervolg="Begin met: toegang fusie begin")
        plaats = cls(pad, sleutel, naam, klok)
        with plaats.engine.connect().execution_options(**{ALLEEN_LEZEN: True}) as verbinding:
            feiten = {rij.sleutel: rij.waarde for rij in verbinding.execute(select(_kenmerken))}
        goed = hmac.compare_digest(feiten.get("controlegetal", ""), plaats.kluis.controlegetal())
        if feiten.get("vorm") != VERSIE or feiten.get("project") != naam or not goed:
            raise OpslagFout(
                f"De werkopslag van project {naam} past niet bij deze sleutel of deze versie van Toegang.",
                vervolg="Zet de juiste bestanden terug. Er is niets gewijzigd.",
            )
        return plaats

    def werk(self, actor: Actor, *, alleen_lezen: bool = False) -> Werkbank:
        """Begin a unit of work; nothing is kept unless it is committed."""
        verbinding = self.engine.connect().execution_options(**{ALLEEN_LEZEN: alleen_lezen})
        try:
            verbinding.begin()
            return Werkbank(Sessie(verbinding, self.motor, self.kluis, self.naam, self._klok), actor)
        except BaseException:
            verbinding.close()
            raise

    def sluit(self) -> None:
        """Close it."""
        self.engine.dispose()


class Werkbank:
    """One transaction in the storage of a project; use it in a ``with`` block.

    Args:
        sessie: connection and keys.
        actor: who works.
    """

    def __init__(self, sessie: Sessie, actor: Actor) -> None:
        self.sessie = sessie
        self.actor = actor
        self.logboek = Logboek(sessie, actor)
        self._verzamelingen: dict[str, Verzameling[Any]] = {}

    def van(self, naam: str, model: type[M]) -> Verzameling[M]:
        """Return the records of a table.

        Args:
            naam: out of :data:`TABELLEN`.
            model: class of the values.
        """
        if naam not in self._verzamelingen:
            self._verzamelingen[naam] = Verzameling(self.sessie, TABELLEN[naam], model, naam)
        return self._verzamelingen[naam]

    def leeg(self, naam: str, **gelijk: object) -> None:
        """Remove the records of a table that are made anew."""
        tabel = TABELLEN[naam]
        verwijder = tabel.delete()
        for kolom, waarde in gelijk.items():
            verwijder = verwijder.where(tabel.c[kolom] == waarde)
        self.sessie.verbinding.execute(verwijder)

    def tel(self, naam: str, *kolommen: str) -> dict[tuple[Any, ...], int]:
        """Count records by plain columns.

        Args:
            naam: the table.
            *kolommen: the columns; none = all together under ``()``.
        """
        tabel = TABELLEN[naam]
        delen = [tabel.c[kolom] for kolom in kolommen]
        vraag = select(*delen, func.count().label("aantal")).select_from(tabel).group_by(*delen).order_by(*delen)
        return {tuple(rij[:-1]): rij[-1] for rij in self.sessie.verbinding.execute(vraag)}

    def waarden(self, naam: str, *kolommen: str, na: str = "", hoogstens: int = 0) -> list[tuple[Any, ...]]:
        """Return distinct values of plain columns, in order.

        Args:
            naam: the table.
            *kolommen: the columns.
            na: only after this value of the first.
            hoogstens: not more than so many; 0 = all.
        """
        tabel = TABELLEN[naam]
        delen = [tabel.c[kolom] for kolom in kolommen]
        vraag = select(*delen).distinct().order_by(*delen).where(delen[0] > na)
        if hoogstens:
            vraag = vraag.limit(hoogstens)
        return [tuple(rij) for rij in self.sessie.verbinding.execute(vraag)]

    def zet(self, naam: str, rijen: Iterable[Mapping[str, Any]]) -> None:
        """Set plain columns of records by their id (``b_id``)."""
        tabel = TABELLEN[naam]
        lijst = list(rijen)
        if lijst:
            velden = [veld for veld in lijst[0] if veld != "b_id"]
            from sqlalchemy import bindparam

            wijzig = update(tabel).where(tabel.c.id == bindparam("b_id"))
            self.sessie.verbinding.execute(wijzig.values({veld: bindparam(veld) for veld in velden}), lijst)

    def log(self, actie: str, **detail: str) -> None:
        """Add a line to the log of the project."""
        self.logboek.voeg_toe(actie, None, None, detail)

    def stroom(self, naam: str, model: type[M], **gelijk: object) -> Iterator[M]:
        """Return records one by one, in order of arrival; never all of them in memory."""
        return self.van(naam, model).stroom(**gelijk)

    def commit(self) -> None:
        """Keep everything since the last commit."""
        self.logboek.schrijf()
        self.sessie.verbinding.commit()
        self.sessie.geschreven.clear()
        self.logboek.vergeet_kop()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        self.sessie.verbinding.rollback()
        self.sessie.verbinding.close()
