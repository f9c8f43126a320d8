"""What a report is made of: figures, tables, and what they mean."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from statistics import median
from typing import Any

from toegang.domain.datums import datum_voluit
from toegang.domain.spoor import Regeltoets
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Berekend:
    """A cell that is computed from fewer people or zaken than its row counts.

    Args:
        waarde: what is shown.
        over: number of people or zaken it is computed from.
        deel: of a percentage: how many of them it is about.
    """

    waarde: int | float
    over: int
    deel: int | None = None


Cel = str | int | float | Berekend | None
"""A cell; ``None`` = not known, or nothing to compute it from."""


@dataclass(frozen=True)
class Cijfer:
    """One figure with its name.

    Args:
        naam: what it is.
        waarde: the figure.
        eenheid: printed behind it, e.g. ``%``.
        over: number of zaken or persons it rests on; ``None`` when it rests on itself.
        vrij: it is about no residents (areas, providers, workers), so a small number tells nothing of one.
        binnen: it says something of one person who works here, so a page for outside leaves it out.
    """

    naam: str
    waarde: Cel
    eenheid: str = ""
    over: int | None = None
    vrij: bool = False
    binnen: bool = False


@dataclass(frozen=True)
class Tabel:
    """One table.

    Args:
        titel: heading.
        kolommen: headings of the columns; the first names the row.
        rijen: cells.
        telling: column that counts persons or zaken: below five it is not shown outside; ``None`` = none does.
        ook: other columns that count some of them.
        balk: column that is drawn as a bar; ``None`` = no figure.
        eenheid: of that column.
        noemt_medewerkers: it says something of one person who works here; a page for outside has ``buiten`` instead.
        buiten: what is said outside; ``None`` = nothing.
    """

    titel: str
    kolommen: tuple[str, ...]
    rijen: tuple[tuple[Cel, ...], ...]
    telling: int | None = 1
    ook: tuple[int, ...] = ()
    balk: int | None = 1
    eenheid: str = ""
    noemt_medewerkers: bool = False
    buiten: Tabel | None = None


@dataclass(frozen=True)
class Rapport:
    """A report.

    Args:
        naam: key.
        titel: heading.
        gemeente: printed name of the gemeente.
        op: day on which it was made.
        van: first day it is about.
        tot: last day it is about.
        cijfers: figures.
        tabellen: tables.
        definities: what every figure means, in Dutch.
        regels: what the rules say of it.
        stand: it is how things stand today; the period does not matter.
    """

    naam: str
    titel: str
    gemeente: str
    op: date
    van: date
    tot: date
    cijfers: tuple[Cijfer, ...]
    tabellen: tuple[Tabel, ...]
    definities: tuple[str, ...]
    regels: tuple[Regeltoets, ...] = ()
    stand: bool = False

    @property
    def wanneer(self) -> str:
        """Say what time it is about, a period or today, and when it was made."""
        if self.stand:
            return f"Stand van {datum_voluit(self.op)}."
        periode = f"Periode {datum_voluit(self.van)} tot en met {datum_voluit(self.tot)}"
        return f"{periode}, gemaakt op {datum_voluit(self.op)}."

    def als_json(self) -> dict[str, Any]:
        """Return it under stable keys."""
        return {
            "rapport": self.naam,
            "titel": self.titel,
            "gemeente": self.gemeente,
            "op": self.op,
            "van": self.van,
            "tot": self.tot,
            "cijfers": [
                {"naam": item.naam, "waarde": item.waarde, "eenheid": item.eenheid, "over": item.over}
                for item in self.cijfers
            ],
            "tabellen": [
                {
                    "titel": item.titel,
                    "kolommen": list(item.kolommen),
                    "rijen": [[kaal(cel) for cel in rij] for rij in item.rijen],
                }
                for item in self.tabellen
            ],
            "definities": list(self.definities),
            "regels": [
                {"regel": item.regel, "oordeel": item.oordeel.value, "boodschap": item.boodschap}
                for item in self.regels
            ],
        }


@dataclass(frozen=True)
class Bron:
    """What a report is counted from: one gemeente, one period.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
        van: first day.
        tot: last day.
    """

    werk: Werkeenheid
    omgeving: Omgeving
    van: date
    tot: date

    @property
    def op(self) -> date:
        """Today."""
        return self.omgeving.vandaag()

    def in_periode(self, dag: date | None) -> bool:
        """Tell whether a day lies in the period."""
        return dag is not None and self.van <= dag <= self.tot


@dataclass(frozen=True)
class Inhoud:
    """What a maker counts."""

    cijfers: tuple[Cijfer, ...]
    tabellen: tuple[Tabel, ...]
    regels: tuple[Regeltoets, ...] = ()


@dataclass(frozen=True)
class Rapportsoort:
    """A report that exists.

    Args:
        naam: key, and word on the command line.
        titel: heading.
        definities: what its figures mean.
        maak: counts them.
        stand: they are about today, not about a period.
    """

    naam: str
    titel: str
    definities: tuple[str, ...]
    maak: Callable[[Bron], Inhoud] = field(repr=False)
    stand: bool = False


def kaal(cel: Cel) -> str | int | float | None:
    """Return what is shown of a cell."""
    return cel.waarde if isinstance(cel, Berekend) else cel


def aandeel(deel: int, geheel: int) -> int | None:
    """Return a percentage, rounded; ``None`` of nothing."""
    return round(100 * deel / geheel) if geheel else None


def aandeelcel(deel: int, geheel: int) -> Cel:
    """Return a percentage as a cell that knows what it is computed from; ``None`` of nothing."""
    procent = aandeel(deel, geheel)
    return None if procent is None else Berekend(procent, geheel, deel)


def middelste(getallen: Iterable[int]) -> float | int | None:
    """Return the median; ``None`` of nothing."""
    rij = sorted(getallen)
    if not rij:
        return None
    midden = median(rij)
    return int(midden) if midden == int(midden) else round(midden, 1)


def verdeling(titel: str, wat: str, tellingen: Mapping[str, int], kop: str = "Aantal") -> Tabel:
    """Return a table of counts, the most first."""
    rijen = tuple(sorted(tellingen.items(), key=lambda item: (-item[1], item[0])))
    return Tabel(titel, (wat, kop), rijen)
