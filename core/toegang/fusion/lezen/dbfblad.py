"""Reading a dBase table, row by row."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import Any

from toegang.errors import Controlefout
from toegang.fusion.lezen.blad import Bronblad, Bronrij, maak_kop
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort
from toegang.fusion.lezen.stroom import Bronbestand


def lees_dbf_blad(bestand: Bronbestand, codering: str = "") -> Bronblad:
    """Return the table of a DBF file.

    Args:
        bestand: the file.
        codering: encoding that the mapping fixes; empty = what the file says, else Windows-1252.

    Raises:
        Controlefout: it cannot be read.
    """
    with _tabel(bestand, codering) as tabel:
        kop, gebreken = maak_kop(bestand.kern, tabel.field_names)
        gebruikt = tabel.encoding
        weg = sum(1 for _ in tabel.deleted)
    if weg:
        reden = f"{weg} rijen zijn in het oude systeem verwijderd en doen niet mee"
        gebreken = (*gebreken, Gebrek(bestand=bestand.kern, soort=Gebreksoort.VERWIJDERDE_RIJ, reden=reden))

    def rijen() -> Iterator[Bronrij]:
        with _tabel(bestand, codering) as tabel:
            for nummer, rij in enumerate(tabel, start=1):
                waarden = {kolom: _als_tekst(waarde) for kolom, waarde in zip(kop, rij.values(), strict=True)}
                fout = [kolom for kolom, waarde in waarden.items() if "\ufffd" in waarde]
                reden = "er staat een teken in dat niet bij de tekenset hoort"
                yield Bronrij(
                    nummer,
                    waarden,
                    tuple(
                        Gebrek(bestand=bestand.kern, rij=nummer, kolom=kolom, soort=Gebreksoort.TEKENSET, reden=reden)
                        for kolom in fout
                    ),
                )

    return Bronblad(bestand.kern, bestand.naam, kop, f"DBF, tekenset {gebruikt}", rijen, gebreken)


@contextmanager
def _tabel(bestand: Bronbestand, codering: str) -> Iterator[Any]:
    """Open a table; the library wants a path, so what is in a ZIP goes through a file for this account only."""
    from dbfread import DBF
    from dbfread.exceptions import DBFNotFound

    with tempfile.TemporaryDirectory(prefix="toegang-") as map_:
        pad = Path(map_) / "tabel.dbf"
        with bestand.open() as van, os.fdopen(os.open(pad, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as naar:
            while stuk := van.read(1 << 20):
                naar.write(stuk)
        try:
            yield DBF(
                str(pad),
                encoding=codering or _tekenset(pad),
                char_decode_errors="replace",
                ignore_missing_memofile=True,
                load=False,
            )
        except (DBFNotFound, ValueError, KeyError, OSError):
            raise Controlefout(
                f"{bestand.naam} is geen dBase-tabel die wij kunnen lezen.",
                vervolg="Laat de tabel als CSV uitvoeren.",
            ) from None


def _tekenset(pad: Path) -> str:
    """Return the encoding that the table names in its header (byte 29); Windows-1252 when it names none."""
    from dbfread.codepages import guess_encoding

    with pad.open("rb") as stroom:
        kop = stroom.read(30)
    if len(kop) < 30 or not kop[29]:
        return "cp1252"
    try:
        return str(guess_encoding(kop[29]))
    except LookupError:
        return "cp1252"


def _als_tekst(waarde: object) -> str:
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "J" if waarde else "N"
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, float) and waarde.is_integer():
        return str(int(waarde))
    return str(waarde).rstrip()
