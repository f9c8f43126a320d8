"""Start-up of the whole command, in processes of their own: ``toegang --help`` beside ``import typer``."""

from __future__ import annotations

import resource
import subprocess
import sys
from pathlib import Path

from meting import Regel, als_tijd, keer, om_beurten, wandklok

GRENS = 1.5
OPDRACHT = (str(Path(sys.executable).parent / "toegang"), "--help")
ERNAAST = (sys.executable, "-c", "import typer")


def meet(rondes: int) -> list[Regel]:
    """Measure the start-up, by the clock on the wall and in CPU time.

    Args:
        rondes: how often each is started, in turns.
    """
    _draai(OPDRACHT), _draai(ERNAAST)  # the first start compiles
    regels = []
    for naam, klok in (("wandklok", _wandklok), ("rekentijd", _rekentijd)):
        ons, ander, verhouding = om_beurten(lambda klok=klok: klok(OPDRACHT), lambda klok=klok: klok(ERNAAST), rondes)
        regels.append(
            Regel(
                f"toegang --help, {naam}",
                als_tijd(ons),
                f"{als_tijd(ander)} (python -c 'import typer')",
                keer(verhouding),
                f"{GRENS} x",
            )
        )
    return regels


def _draai(opdracht: tuple[str, ...]) -> None:
    subprocess.run(opdracht, check=True, stdout=subprocess.DEVNULL)


def _wandklok(opdracht: tuple[str, ...]) -> float:
    return wandklok(lambda: _draai(opdracht))


def _rekentijd(opdracht: tuple[str, ...]) -> float:
    voor = resource.getrusage(resource.RUSAGE_CHILDREN)
    _draai(opdracht)
    na = resource.getrusage(resource.RUSAGE_CHILDREN)
    return na.ru_utime - voor.ru_utime + na.ru_stime - voor.ru_stime
