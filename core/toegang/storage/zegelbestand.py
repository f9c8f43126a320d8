"""A sealed file: lines that only the key of the gemeente opens, in pieces that cannot be changed, moved or cut off.

First stands one open line, the header: which gemeente, when, and what kind of file. Then come the pieces, each
compressed and encrypted for its own place, the last one marked as the last.
"""

from __future__ import annotations

import hashlib
import json
import os
import secrets
import zlib
from collections.abc import Iterator
from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import Any, BinaryIO, Self

from pydantic import ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import BESTAND, als_opslagfout
from toegang.storage.kluis import Kluis, Plek

FORMAAT = "toegang-zegelbestand-1"
_STUK = 1 << 20
_MAX_STUK = 1 << 27
_DOEL = "zegelbestand"
_HERSTEL = "Gebruik een andere kopie. Er is niets gewijzigd."


class Zegelkop(Waarde):
    """The open first line.

    Args:
        formaat: version of this format.
        soort: what is in it, e.g. ``reservekopie``.
        gemeente: key of the gemeente.
        kenmerk: random, so that two files are never taken for one another.
        gemaakt_op: instant, UTC.
        revisie: revision of the database it came from.
    """

    formaat: str = FORMAAT
    soort: str
    gemeente: str
    kenmerk: str
    gemaakt_op: datetime
    revisie: str

    @classmethod
    def nieuw(cls, soort: str, gemeente: str, gemaakt_op: datetime, revisie: str) -> Self:
        """Return a header with a new id."""
        kenmerk = secrets.token_hex(8)
        op = gemaakt_op.astimezone(UTC)
        return cls(soort=soort, gemeente=gemeente, kenmerk=kenmerk, gemaakt_op=op, revisie=revisie)


def lees_kop(pad: Path) -> Zegelkop:
    """Read the header; no key is needed, and nothing vouches for it yet.

    Raises:
        OpslagFout: the file cannot be read or is no sealed file.
    """
    with als_opslagfout("Het bestand lezen", pad, _HERSTEL), pad.open("rb") as stroom:
        return _kop(pad, stroom)


class Zegelschrijver:
    """Writes a sealed file; it appears whole when the block ends, or not at all.

    Args:
        pad: the file.
        kluis: the keys.
        kop: its header.
        vervang: it may take the place of an older one.
    """

    def __init__(self, pad: Path, kluis: Kluis, kop: Zegelkop, *, vervang: bool = False) -> None:
        self.pad = pad
        self._tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}.nieuw")
        self._vervang = vervang
        self._sleutel = kluis.gemeentesleutel(_DOEL)
        self._regel = (kop.model_dump_json() + "\n").encode()
        self._plaats = _plaats(self._regel)
        self._buffer = bytearray()
        self._nummer = 0

    def __enter__(self) -> Self:
        with als_opslagfout("Het bestand schrijven", self.pad):
            nummer = os.open(self._tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_NOFOLLOW, BESTAND)
            self._stroom: BinaryIO = os.fdopen(nummer, "wb")
            self._stroom.write(self._regel)
        return self

    def schrijf(self, waarde: Any) -> None:
        """Add a line: anything that JSON can hold.

        Raises:
            OpslagFout: the disk does not take it.
        """
        self._buffer += json.dumps(waarde, ensure_ascii=False, separators=(",", ":")).encode() + b"\n"
        if len(self._buffer) >= _STUK:
            self._stuk(einde=False)

    def __exit__(
        self, soort: type[BaseException] | None, fout: BaseException | None, spoor: TracebackType | None
    ) -> None:
        try:
            if fout is None:
                self._sluit_af()
        finally:
            self._stroom.close()
            with suppress(OSError):
                self._tijdelijk.unlink(missing_ok=True)

    def _sluit_af(self) -> None:
        self._stuk(einde=True)
        with als_opslagfout("Het bestand schrijven", self.pad):
            self._stroom.flush()
            os.fsync(self._stroom.fileno())
            if self._vervang:
                self._tijdelijk.replace(self.pad)
            else:
                try:
                    os.link(self._tijdelijk, self.pad)
                except FileExistsError:
                    raise Conflict(f"{self.pad} bestaat al en wordt niet overschreven.") from None
            map_ = os.open(self.pad.parent, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(map_)
            finally:
                os.close(map_)

    def _stuk(self, *, einde: bool) -> None:
        plek = Plek(_DOEL, self._plaats, f"{self._nummer}{'/einde' if einde else ''}")
        geheim = self._sleutel.versleutel(plek, zlib.compress(bytes(self._buffer)))
        with als_opslagfout("Het bestand schrijven", self.pad):
            self._stroom.write(bytes([einde]) + len(geheim).to_bytes(4, "big") + geheim)
        self._buffer.clear()
        self._nummer += 1


def lees_regels(pad: Path, kluis: Kluis, soort: str, gemeente: str) -> Iterator[Any]:
    """Read a sealed file line by line; who reads to the end knows that it is whole.

    Args:
        pad: the file.
        kluis: the keys.
        soort: what it must hold.
        gemeente: whose it must be.

    Raises:
        OpslagFout: it is another kind of file, of another gemeente, made with another key, changed or cut off.
    """
    with als_opslagfout("Het bestand lezen", pad, _HERSTEL), pad.open("rb") as stroom:
        kop = _kop(pad, stroom)
        if kop.soort != soort or kop.gemeente != gemeente:
            raise OpslagFout(f"{pad} is een {kop.soort} van gemeente {kop.gemeente}, niet wat gevraagd is.")
        lengte = stroom.tell()
        stroom.seek(0)
        plaats = _plaats(stroom.read(lengte))
        nummer, einde = 0, False
        while not einde:
            einde, geheim = _lees_stuk(pad, stroom)
            plek = Plek(_DOEL, plaats, f"{nummer}{'/einde' if einde else ''}")
            yield from _regels(pad, kluis, plek, geheim)
            nummer += 1
        if stroom.read(1):
            raise OpslagFout(f"Achter het einde van {pad} staat nog iets.", vervolg=_HERSTEL)


def _regels(pad: Path, kluis: Kluis, plek: Plek, geheim: bytes) -> Iterator[Any]:
    try:
        tekst = zlib.decompress(kluis.gemeentesleutel(_DOEL).ontsleutel(plek, geheim))
    except OpslagFout:
        raise OpslagFout(
            f"{pad} is gewijzigd, of met een andere sleutel gemaakt (deel {plek.kolom}).", vervolg=_HERSTEL
        ) from None
    for regel in tekst.splitlines():
        yield json.loads(regel)


def _lees_stuk(pad: Path, stroom: BinaryIO) -> tuple[bool, bytes]:
    begin = stroom.read(5)
    lengte = int.from_bytes(begin[1:], "big")
    geheim = stroom.read(lengte) if len(begin) == 5 and lengte <= _MAX_STUK else b""
    if len(begin) != 5 or begin[0] > 1 or len(geheim) != lengte:
        raise OpslagFout(f"{pad} is afgekapt of beschadigd.", vervolg=_HERSTEL)
    return bool(begin[0]), geheim


def _kop(pad: Path, stroom: BinaryIO) -> Zegelkop:
    try:
        kop = Zegelkop.model_validate_json(stroom.readline(4096))
    except ValidationError:
        raise OpslagFout(f"{pad} is geen kopie van Toegang.", vervolg=_HERSTEL) from None
    if kop.formaat != FORMAAT:
        raise OpslagFout(f"{pad} is door een nieuwere Toegang gemaakt.", vervolg="Installeer de nieuwste Toegang.")
    return kop


def _plaats(kopregel: bytes) -> str:
    return hashlib.sha256(kopregel).hexdigest()
