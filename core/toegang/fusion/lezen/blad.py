"""A table out of a delivery: its headings, and its rows as text, one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field

from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort


@dataclass(frozen=True)
class Bronrij:
    """A row of a delivery.

    Args:
        rij: number of the data row; the first below the heading is 1.
        waarden: column → text.
        gebreken: what is wrong with the row as it stands in the file.
    """

    rij: int
    waarden: dict[str, str] = field(repr=False)
    gebreken: tuple[Gebrek, ...] = ()


@dataclass(frozen=True)
class Bronblad:
    """A table that can be read again and again; never as a whole in memory.

    Args:
        naam: file or sheet name without extension, as in a record id.
        bestand: the file it is in.
        kolommen: headings, each once.
        vorm: how it is written, in Dutch.
        rijen: gives the rows.
        gebreken: what is wrong with the table as a whole.
    """

    naam: str
    bestand: str
    kolommen: tuple[str, ...]
    vorm: str
    rijen: Callable[[], Iterator[Bronrij]] = field(repr=False)
    gebreken: tuple[Gebrek, ...] = ()


def maak_kop(naam: str, velden: Sequence[str]) -> tuple[tuple[str, ...], tuple[Gebrek, ...]]:
    """Return headings that are each there once, and what was wrong with them.

    A second column with the same heading gets a number behind it, so that nothing is lost; which of the two is
    meant, only a person can say, so a mapping that uses such a heading is refused.

    Args:
        naam: file or sheet.
        velden: cells of the heading.
    """
    gezien: Counter[str] = Counter()
    kop: list[str] = []
    gebreken: list[Gebrek] = []
    for nummer, ruw in enumerate(velden, start=1):
        veld = " ".join(ruw.split())
        if not veld:
            veld = f"kolom {nummer}"
            gebreken.append(_gebrek(naam, veld, Gebreksoort.KOP_LEEG, "deze kolom heeft geen kop"))
        gezien[veld] += 1
        if gezien[veld] > 1:
            gebreken.append(_gebrek(naam, veld, Gebreksoort.DUBBELE_KOP, "deze kop staat er meer dan eens"))
            veld = f"{veld} ({gezien[veld]})"
        kop.append(veld)
    return tuple(kop), tuple(gebreken)


def _gebrek(naam: str, kolom: str, soort: Gebreksoort, reden: str) -> Gebrek:
    return Gebrek(bestand=naam, kolom=kolom, soort=soort, reden=reden)
