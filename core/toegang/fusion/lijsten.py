"""Lists that leave the project as CSV: safe to open in a spreadsheet, whole or not there at all."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from pathlib import Path

from toegang.storage.bestanden import maak_map, schrijf

_GEVAARLIJK = ("=", "+", "-", "@", "\t", "\r")


def veilige_cel(waarde: object) -> str:
    """Return a cell that a spreadsheet shows and never runs (CSV injection).

    Args:
        waarde: the value; a text that could be a formula gets an apostrophe before it.
    """
    tekst = "" if waarde is None else str(waarde)
    getal = tekst.removeprefix("-").replace(".", "", 1).isdigit()
    return f"'{tekst}" if tekst.startswith(_GEVAARLIJK) and not getal else tekst


def schrijf_csv(pad: Path, kolommen: Sequence[str], rijen: Iterable[Sequence[object]]) -> int:
    """Write a list; it appears when it is whole, for this account only.

    Returns:
        The number of rows.
    """
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, lineterminator="\n")
    schrijver.writerow(kolommen)
    aantal = 0
    for rij in rijen:
        schrijver.writerow([veilige_cel(cel) for cel in rij])
        aantal += 1
    maak_map(pad.parent)
    schrijf(pad, tekst.getvalue().encode())
    return aantal
