"""Which encoding and delimiter a text file has: found in the bytes, and stated."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter
from dataclasses import dataclass

from toegang.errors import Controlefout
from toegang.fusion.lezen.stroom import Bronbestand

SCHEIDINGSTEKENS = (";", ",", "\t", "|")
_STUK = 1 << 20
_PROEF = 1 << 16
_REEKS = re.compile(rb"[\x80-\xff]+")
_ONBEKEND_IN_1252 = frozenset(b"\x81\x8d\x8f\x90\x9d")


@dataclass(frozen=True)
class Tekstvorm:
    """How a text file is written.

    Args:
        codering: Python's name of the encoding.
        scheiding: the delimiter.
        waarom: what this was seen from, in Dutch.
        fouten: number of places that are not valid in this encoding.
    """

    codering: str
    scheiding: str
    waarom: str
    fouten: int = 0

    @property
    def in_woorden(self) -> str:
        """Say it to a reader."""
        naam = {"cp1252": "Windows-1252", "utf-8-sig": "UTF-8 met BOM", "utf-8": "UTF-8", "ascii": "ASCII"}
        teken = {"\t": "tab"}.get(self.scheiding, self.scheiding)
        return f"{naam.get(self.codering, self.codering)}, scheidingsteken {teken}"


def bepaal_vorm(bestand: Bronbestand, codering: str = "", scheiding: str = "") -> Tekstvorm:
    """Find out how a text file is written.

    Args:
        bestand: the file.
        codering: what the mapping says it is; it wins, and what does not fit shows as faults.
        scheiding: same, for the delimiter.

    Raises:
        Controlefout: it is empty, or no text.
    """
    gevonden, waarom, fouten = _codering(bestand)
    if codering and codering != gevonden:
        waarom, gevonden = f"volgens de afbeelding; de inhoud lijkt {gevonden}", codering
    with bestand.open() as stroom:
        proef = stroom.read(_PROEF).decode(gevonden, errors="replace")
    if not proef.strip():
        raise Controlefout(f"{bestand.naam} is leeg.", vervolg="Vraag de leverancier om de levering opnieuw.")
    return Tekstvorm(gevonden, scheiding or _scheiding(proef), waarom, fouten)


def _codering(bestand: Bronbestand) -> tuple[str, str, int]:
    """Return encoding, why, and how many places do not fit; reads the file once, in pieces."""
    begin = bestand.begin(4)
    if begin[:3] == b"\xef\xbb\xbf":
        goed, fout, _ = _tel(bestand)
        return "utf-8-sig", "er staat een BOM voor", fout
    if begin[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return "utf-16", "er staat een BOM voor", 0
    goed, fout, tekens = _tel(bestand)
    if b"\x00" in tekens:
        raise Controlefout(
            f"{bestand.naam} is geen tekstbestand.", vervolg="Lees een werkmap als .xlsx of een tabel als .dbf."
        )
    if not goed and not fout:
        return "ascii", "er staat geen letter met een teken in", 0
    if goed > 10 * fout:
        return "utf-8", f"{goed} tekens zijn alleen als UTF-8 te lezen", fout
    vreemd = sum(aantal for teken, aantal in tekens.items() if teken[0] in _ONBEKEND_IN_1252)
    return "cp1252", f"{fout} tekens zijn geen UTF-8 en wel Windows-1252", vreemd


def _tel(bestand: Bronbestand) -> tuple[int, int, Counter[bytes]]:
    """Count the runs above ASCII that are UTF-8 and those that are not, and the odd bytes."""
    goed = fout = 0
    tekens: Counter[bytes] = Counter()
    rest = b""
    with bestand.open() as stroom:
        while stuk := stroom.read(_STUK):
            stuk = rest + stuk
            # a run may go on in the next piece
            knip = len(stuk)
            while knip > max(0, len(stuk) - 64) and stuk[knip - 1] >= 0x80:
                knip -= 1
            stuk, rest = stuk[:knip], stuk[knip:]
            goed, fout = _tel_stuk(stuk, goed, fout, tekens)
    goed, fout = _tel_stuk(rest, goed, fout, tekens)
    return goed, fout, tekens


def _tel_stuk(stuk: bytes, goed: int, fout: int, tekens: Counter[bytes]) -> tuple[int, int]:
    if b"\x00" in stuk:
        tekens[b"\x00"] += 1
    for gevonden in _REEKS.finditer(stuk):
        reeks = gevonden.group()
        try:
            reeks.decode("utf-8")
            goed += 1
        except UnicodeDecodeError:
            fout += 1
            tekens.update(bytes([teken]) for teken in reeks)
    return goed, fout


def _scheiding(proef: str) -> str:
    """Return the delimiter by which most rows have as many fields as the heading."""

    def punten(teken: str) -> tuple[float, int]:
        rijen = []
        try:
            for rij in csv.reader(io.StringIO(proef, newline=""), delimiter=teken):
                rijen.append(len(rij))
                if len(rijen) > 60:
                    break
        except csv.Error:
            return 0.0, 0
        rijen = [aantal for aantal in rijen[:-1] or rijen if aantal]
        if not rijen or rijen[0] < 2:
            return 0.0, 0
        return sum(aantal == rijen[0] for aantal in rijen) / len(rijen), rijen[0]

    beste = max(SCHEIDINGSTEKENS, key=punten)
    return beste if punten(beste)[1] else ";"
