"""Results on stdout, everything else on stderr; plain in a pipe, and no colours with NO_COLOR."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime
from enum import Enum
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toegang.domain.datums import NEDERLAND, datum_voluit

if TYPE_CHECKING:
    from rich.console import Console
    from rich.table import Table

BREEDTE = 80
_TUSSEN = 3
"""Columns of a table stand this far apart."""


def toon(*regels: str) -> None:
    """Write lines of the result."""
    for regel in regels:
        print(regel)  # noqa: T201  the one place where results are written


def zeg(*regels: str) -> None:
    """Write headers, progress and hints; never part of the result."""
    for regel in regels:
        print(regel, file=sys.stderr)  # noqa: T201  as above, for the other stream


def toon_json(gegevens: Any) -> None:
    """Write a result as JSON: UTF-8, keys in a fixed order.

    Args:
        gegevens: mappings, sequences and simple values; dates become ISO text.
    """
    toon(json.dumps(gegevens, ensure_ascii=False, indent=2, default=_als_json))


def toon_tabel(kolommen: Sequence[str], rijen: Iterable[Sequence[object]], leeg: str) -> None:
    """Write a table that fits 80 columns.

    Args:
        kolommen: headings.
        rijen: cells; ``None`` is shown as a dash.
        leeg: what to say when there are no rows.
    """
    from rich import box
    from rich.table import Table

    tekst = [tuple(als_tekst(cel) for cel in rij) for rij in rijen]
    breedten = _breedten([tuple(kolommen), *tekst], scherm().width)
    tabel = Table(box=box.SIMPLE_HEAD, pad_edge=False, show_edge=False, header_style="bold")
    for kolom, breedte in zip(kolommen, breedten, strict=True):
        tabel.add_column(kolom, overflow="fold", width=breedte)
    for rij in tekst:
        tabel.add_row(*rij)
    if tabel.row_count:
        druk(tabel)
    else:
        toon(leeg)


def _breedten(rijen: Sequence[Sequence[str]], breedte: int) -> list[int | None]:
    """Return the width of every column so that no word is cut, where that fits; ``None`` leaves it to rich.

    Args:
        rijen: headings and cells.
        breedte: of the terminal.
    """
    kolommen = list(zip(*rijen, strict=True))
    ruimte = breedte - _TUSSEN * (len(kolommen) - 1)
    heel = [max(len(regel) for cel in kolom for regel in cel.splitlines() or [""]) for kolom in kolommen]
    smalst = [max(len(woord) for cel in kolom for woord in cel.split() or [""]) for kolom in kolommen]
    if sum(heel) <= ruimte or sum(smalst) > ruimte:
        return [None] * len(kolommen)
    # first the columns that then need not wrap at all; what is left goes to those that wrap most
    for nummer in sorted(range(len(heel)), key=heel.__getitem__):
        erbij = heel[nummer] - smalst[nummer]
        if sum(smalst) + erbij <= ruimte:
            smalst[nummer] += erbij
    while sum(smalst) < ruimte:
        krapst = max(range(len(heel)), key=lambda nummer: heel[nummer] / max(1, smalst[nummer]))
        smalst[krapst] += 1
    return list(smalst)


def toon_velden(velden: Mapping[str, object]) -> None:
    """Write names with their values, one a line; empty values are left out."""
    from rich.table import Table

    tabel = Table.grid(padding=(0, 2))
    tabel.add_column(no_wrap=True)
    tabel.add_column(overflow="fold")
    for naam, waarde in velden.items():
        if waarde not in (None, "", (), []):
            tabel.add_row(naam, als_tekst(waarde))
    druk(tabel)


def druk(tabel: Table) -> None:
    """Write a table of rich as part of the result."""
    console = scherm()
    with console.capture() as opgevangen:
        console.print(tabel)
    # rich fills up cells with spaces; in a pipe or a copy they are only in the way
    toon(*(regel.rstrip() for regel in opgevangen.get().splitlines()))


def scherm(*, fouten: bool = False) -> Console:
    """Return the terminal: 80 columns at least and at most, unless it is narrower.

    Args:
        fouten: write to stderr.
    """
    from rich.console import Console

    console = Console(stderr=fouten, markup=False, highlight=False, emoji=False)
    console.width = min(console.width, BREEDTE)
    return console


def als_tekst(waarde: object) -> str:
    """Return a value as a reader wants to see it: Dutch dates, lists with commas, a dash for nothing."""
    if waarde is None or waarde == "":
        return "-"
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, Enum):
        return str(waarde.value)
    if isinstance(waarde, datetime):
        return waarde.astimezone(NEDERLAND).strftime("%Y-%m-%d %H:%M")
    if isinstance(waarde, date):
        return datum_voluit(waarde)
    if isinstance(waarde, list | tuple):
        return ", ".join(als_tekst(deel) for deel in waarde) or "-"
    return str(waarde)


def aantal(getal: int, een: str, meer: str) -> str:
    """Return a number with its noun: ``1 zaak``, ``3 zaken``."""
    return f"{getal} {een if getal == 1 else meer}"


def _als_json(waarde: Any) -> Any:
    if isinstance(waarde, date | datetime):
        return waarde.isoformat()
    if isinstance(waarde, Path):
        return str(waarde)
    if isinstance(waarde, frozenset | set):
        return sorted(waarde)
    raise TypeError(f"{type(waarde).__name__} hoort niet in JSON")
