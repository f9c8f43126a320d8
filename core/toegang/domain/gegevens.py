"""Packaged, dated data (``toegang/data``): read once, validated, handed out as frozen values.

Law, holidays and code lists are data with a source, never constants in code (DESIGN.md §3).
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Callable, Mapping
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from toegang.errors import ToegangFout

GEGEVENSMAP = Path(__file__).resolve().parent.parent / "data"

BEWIJSMERKEN = frozenset({"V", "V2", "M", "D"})

T = TypeVar("T")


def lees_csv(bestand: str, maak: Callable[[Mapping[str, str]], T]) -> tuple[T, ...]:
    """Read a packaged table. Comment lines (``#``) stand above the header only.

    Args:
        bestand: file name in the data folder.
        maak: builds one value from a row; a ``ValueError``, ``KeyError`` or ``TypeError`` means a faulty row.

    Returns:
        The values, in the order of the file.

    Raises:
        ToegangFout: the file is absent or a row is faulty; names file and line.
    """
    regels = _tekst(bestand).splitlines()
    kop = sum(1 for regel in regels if regel.startswith("#"))
    lezer = csv.DictReader(regels[kop:], strict=True)
    waarden: list[T] = []
    try:
        waarden.extend(maak(_volledig(rij)) for rij in lezer)
    except (ValueError, KeyError, TypeError, csv.Error) as fout:
        raise _onbruikbaar(f"{bestand}, regel {kop + lezer.line_num}", fout) from fout
    return tuple(waarden)


def lees_toml(bestand: str, tabel: str, maak: Callable[[Mapping[str, Any]], T]) -> tuple[T, ...]:
    """Read one array of tables out of a packaged TOML file.

    Args:
        bestand: file name in the data folder.
        tabel: name of the array, e.g. ``termijn`` for ``[[termijn]]``.
        maak: builds one value from a table; see :func:`lees_csv`.

    Returns:
        The values, in the order of the file.

    Raises:
        ToegangFout: the file is absent, not TOML, or a table is faulty; names file and position.
    """
    plaats = bestand
    waarden: list[T] = []
    try:
        for nummer, rij in enumerate(tomllib.loads(_tekst(bestand))[tabel], start=1):
            plaats = f"{bestand}, [[{tabel}]] nummer {nummer}"
            waarden.append(maak(rij))
    except (ValueError, KeyError, TypeError) as fout:
        raise _onbruikbaar(plaats, fout) from fout
    return tuple(waarden)


def bronvermelding(bestand: str) -> str:
    """Return the source of a packaged file: the text of its ``# bron:`` line.

    Args:
        bestand: file name in the data folder.

    Returns:
        The source in Dutch.

    Raises:
        ToegangFout: the file is absent or names no source.
    """
    for regel in _tekst(bestand).splitlines():
        if regel.startswith("# bron:"):
            return regel.removeprefix("# bron:").strip()
    raise _onbruikbaar(bestand, ValueError("er staat geen bron in"))


def datum_of_niets(tekst: str) -> date | None:
    """Return an ISO date, or ``None`` when the cell is empty.

    Args:
        tekst: ``2026-11-22`` or empty.

    Returns:
        The date, or ``None``.

    Raises:
        ValueError: something else stands there.
    """
    return date.fromisoformat(tekst) if tekst else None


def geldig_merk(merk: str) -> str:
    """Return an evidence mark (DOMAIN.md: V, V2, M, D).

    Args:
        merk: the mark.

    Returns:
        The same mark.

    Raises:
        ValueError: it is not one of the four.
    """
    if merk not in BEWIJSMERKEN:
        raise ValueError(f"bewijs '{merk}' is geen V, V2, M of D")
    return merk


def _volledig(rij: Mapping[str, str]) -> Mapping[str, str]:
    # The csv module files surplus cells under the key None and gives missing cells the value None.
    if None in rij or None in rij.values():
        raise ValueError("de regel heeft niet evenveel velden als de kop")
    return rij


def _tekst(bestand: str) -> str:
    try:
        return (GEGEVENSMAP / bestand).read_text(encoding="utf-8")
    except OSError as fout:
        raise _onbruikbaar(bestand, fout) from fout


def _onbruikbaar(plaats: str, fout: Exception) -> ToegangFout:
    waarom = f"veld {fout} ontbreekt" if isinstance(fout, KeyError) else str(fout)
    return ToegangFout(
        f"Het meegeleverde gegevensbestand is onbruikbaar: {plaats}: {waarom}.",
        vervolg="Installeer Toegang opnieuw, of herstel het bestand.",
    )
