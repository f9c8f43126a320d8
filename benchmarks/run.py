"""All measurements of Toegang, each beside what it is compared with, in one table.

Run it as ``make bench``, or ``.venv/bin/python benchmarks/run.py``. What the rows mean is in README.md.
"""

from __future__ import annotations

import argparse
import os
import platform
import sys
from collections.abc import Callable, Sequence
from datetime import date
from importlib import metadata
from pathlib import Path

from meting import Regel, als_tabel

UITSLAG = Path(__file__).parent / "uitslag.md"


def _opstarten(klein: bool) -> list[Regel]:
    import opstarten

    return opstarten.meet(rondes=2 if klein else 15)


def _haken(klein: bool) -> list[Regel]:
    import haken

    return haken.meet(rondes=2 if klein else 15, keren=5 if klein else 500)


def _ontdekking(klein: bool) -> list[Regel]:
    import ontdekking

    return ontdekking.meet(rondes=2, aantal=20) if klein else ontdekking.meet(rondes=15)


def _levensloop(klein: bool) -> list[Regel]:
    import levensloop

    return levensloop.meet(huishoudens=2 if klein else 45)


def _brieven(klein: bool) -> list[Regel]:
    import brieven

    if klein:
        return brieven.meet(brieven=1, rondes=1, parallel=2, geheugen=(1, 3))
    return brieven.meet(brieven=16, rondes=5, parallel=40, geheugen=(500, 2000))


def _batch(klein: bool) -> list[Regel]:
    import batch

    if klein:
        return batch.meet(brieven=(8, 12), gerenderd=1, werkers=8, rondes=1)
    return batch.meet(brieven=(1000, 10_000), gerenderd=40, werkers=160, rondes=5)


METINGEN: dict[str, Callable[[bool], list[Regel]]] = {
    "opstarten": _opstarten,
    "haken": _haken,
    "ontdekking": _ontdekking,
    "levensloop": _levensloop,
    "brieven": _brieven,
    "batch": _batch,
}


def main(argumenten: Sequence[str] | None = None) -> None:
    """Measure, and print the table."""
    gekozen = _lees(argumenten)
    regels: list[Regel] = []
    for naam in gekozen.alleen or METINGEN:
        print(f"meten: {naam}", file=sys.stderr)
        regels += METINGEN[naam](gekozen.klein)
    tekst = f"{als_tabel(regels)}\n\n{_machine()}"
    print(tekst)
    if gekozen.schrijf:
        UITSLAG.write_text(f"# Uitslag van `make bench`\n\n{tekst}\n", encoding="utf-8")


def _lees(argumenten: Sequence[str] | None) -> argparse.Namespace:
    lezer = argparse.ArgumentParser(description="Meet de snelheid van Toegang, naast een maatstaf.")
    lezer.add_argument("--alleen", choices=METINGEN, nargs="+", help="meet alleen deze onderdelen")
    lezer.add_argument("--klein", action="store_true", help="heel weinig metingen: alleen om te zien of het werkt")
    lezer.add_argument("--schrijf", action="store_true", help="schrijf de tabel ook naar benchmarks/uitslag.md")
    return lezer.parse_args(argumenten)


def _machine() -> str:
    versies = ", ".join(
        f"{naam} {metadata.version(naam)}" for naam in ("toegang", "weasyprint", "pluggy", "sqlalchemy")
    )
    kernen = len(os.sched_getaffinity(0))
    return (
        f"{date.today().isoformat()}, {platform.system()} {platform.machine()}, {kernen} kernen, "
        f"Python {platform.python_version()}, {versies}."
    )


if __name__ == "__main__":
    main()
