"""A file of a delivery: on the disk or in a ZIP, read as a stream, and never more than it may hold."""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from toegang.errors import Controlefout, Invoerfout

GROOTSTE = 4 << 30
"""No single file of a delivery is larger than this, unpacked."""
_MEESTE_BESTANDEN = 500
_VERHOUDING = 200
_KLEIN = 32 << 20
_STUK = 1 << 20
_OUD_EXCEL = b"\xd0\xcf\x11\xe0"


@dataclass(frozen=True)
class Bronbestand:
    """A file that can be opened again and again.

    Args:
        naam: its name, without folder.
        open: opens it for reading bytes.
        grootte: its size in bytes.
    """

    naam: str
    open: Callable[[], BinaryIO]
    grootte: int

    @property
    def kern(self) -> str:
        """Its name without extension: what stands in a record id."""
        return Path(self.naam).stem

    def begin(self, lengte: int = 8) -> bytes:
        """Return the first bytes."""
        with self.open() as stroom:
            return stroom.read(lengte)

    def sha256(self) -> str:
        """Return its digest."""
        som = hashlib.sha256()
        with self.open() as stroom:
            while stuk := stroom.read(_STUK):
                som.update(stuk)
        return som.hexdigest()


class _Begrensd(io.RawIOBase):
    """A stream that refuses to give more than a limit: the size that a ZIP states may be a lie."""

    def __init__(self, stroom: BinaryIO, naam: str, grens: int) -> None:
        self._stroom, self._naam, self._over = stroom, naam, grens

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        doel = memoryview(buffer)  # type: ignore[arg-type]
        try:
            stuk = self._stroom.read(len(doel))
        except (zipfile.BadZipFile, zlib.error, EOFError):
            raise Controlefout(
                f"{self._naam} is beschadigd.", vervolg="Vraag de leverancier om de levering opnieuw."
            ) from None
        self._over -= len(stuk)
        if self._over < 0:
            raise _bom(self._naam)
        doel[: len(stuk)] = stuk
        return len(stuk)

    def close(self) -> None:
        self._stroom.close()
        super().close()


def bestanden_van(plek: Path) -> tuple[Bronbestand, ...]:
    """Return the files of a delivery, in order of name.

    Args:
        plek: a file, a folder, or a ZIP; a ZIP in a folder is opened too.

    Raises:
        Invoerfout: there is nothing, or it cannot be read.
        Controlefout: a ZIP cannot be trusted.
    """
    if not plek.exists():
        raise Invoerfout(f"De bron {plek.name} is er niet.", vervolg="Controleer de plaats in het projectbestand.")
    losse = sorted(item for item in plek.iterdir() if item.is_file()) if plek.is_dir() else [plek]
    gevonden: list[Bronbestand] = []
    for pad in losse:
        if pad.name.startswith("."):
            continue
        bestand = Bronbestand(pad.name, _opener(pad), pad.stat().st_size)
        gevonden += _uit_zip(pad) if _is_kale_zip(bestand) else [bestand]
    if not gevonden:
        raise Controlefout(f"De bron {plek.name} is leeg.", vervolg="Vraag de leverancier om de levering opnieuw.")
    return tuple(gevonden)


def _opener(pad: Path) -> Callable[[], BinaryIO]:
    def open_pad() -> BinaryIO:
        try:
            return pad.open("rb")
        except OSError:
            raise Invoerfout(f"{pad.name} is niet te lezen.", vervolg="Controleer de rechten.") from None

    return open_pad


def _is_kale_zip(bestand: Bronbestand) -> bool:
    if bestand.begin(4) != b"PK\x03\x04":
        return False
    try:
        with bestand.open() as stroom, zipfile.ZipFile(stroom) as inhoud:
            return "[Content_Types].xml" not in inhoud.namelist()
    except zipfile.BadZipFile:
        raise Controlefout(
            f"{bestand.naam} is beschadigd: het begint als een ZIP en is er geen.",
            vervolg="Vraag de leverancier om de levering opnieuw.",
        ) from None


def _uit_zip(pad: Path) -> Iterator[Bronbestand]:
    with zipfile.ZipFile(pad) as inhoud:
        delen = [item for item in inhoud.infolist() if not item.is_dir()]
    if len(delen) > _MEESTE_BESTANDEN:
        raise _bom(pad.name)
    for deel in sorted(delen, key=lambda item: item.filename):
        if deel.flag_bits & 1:
            raise Controlefout(
                f"{pad.name} heeft een wachtwoord.", vervolg="Pak het uit en lever de bestanden zonder wachtwoord."
            )
        controleer_verhouding(pad.name, deel)
        yield Bronbestand(Path(deel.filename).name, _zipopener(pad, deel), deel.file_size)


def controleer_verhouding(naam: str, deel: zipfile.ZipInfo) -> None:
    """Refuse a part of a ZIP that unpacks to far more than a table ever does.

    Raises:
        Controlefout: it does.
    """
    te_veel = deel.file_size > _KLEIN and deel.file_size > _VERHOUDING * max(1, deel.compress_size)
    if deel.file_size > GROOTSTE or te_veel:
        raise _bom(naam)


def _zipopener(pad: Path, deel: zipfile.ZipInfo) -> Callable[[], BinaryIO]:
    def open_deel() -> BinaryIO:
        archief = zipfile.ZipFile(pad)
        ruw = archief.open(deel)
        archief.close()  # the part keeps the file open until it is closed itself
        return io.BufferedReader(_Begrensd(ruw, pad.name, max(deel.file_size, 1)))  # type: ignore[arg-type]

    return open_deel


def is_oud_excel(bestand: Bronbestand) -> bool:
    """Tell whether it is a workbook of before 2007, which we do not read."""
    return bestand.begin(4) == _OUD_EXCEL


def _bom(naam: str) -> Controlefout:
    return Controlefout(
        f"{naam} pakt uit tot veel meer dan een tabel ooit is (een ZIP-bom). Er is niets uitgepakt.",
        vervolg="Vraag de leverancier om een gewone levering.",
    )
