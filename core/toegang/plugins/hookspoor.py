"""What a developer asks of the hooks: ``TOEGANG_SPOOR=1`` shows each call, ``TOEGANG_STRIKT=1`` hides no failure.

A line of the trace says which hook, who answered and in how long: names and times only, no argument and no answer,
since those are about people. Strict means: what would be put in quarantine with its reason is an error instead.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass

SPOOR, STRIKT = "TOEGANG_SPOOR", "TOEGANG_STRIKT"


@dataclass(frozen=True)
class Hookaanroep:
    """One call of one implementation.

    Args:
        hook: name of the hook.
        plugin: distribution.
        versie: its version.
        laag: layer of the board.
        uitkomst: ``antwoord``, ``geen mening`` or ``fout``.
        seconden: how long it took.
    """

    hook: str
    plugin: str
    versie: str
    laag: str
    uitkomst: str
    seconden: float


Luisteraar = Callable[[Hookaanroep], None]


def luisteraar_van_machine() -> Luisteraar | None:
    """Return who is told of each call: the developer at the terminal when the variable says so, else nobody."""
    return naar_stderr if os.environ.get(SPOOR) == "1" else None


def naar_stderr(aanroep: Hookaanroep) -> None:
    """Write one line."""
    wie = f"{aanroep.plugin} {aanroep.versie} ({aanroep.laag})"
    sys.stderr.write(f"spoor: {aanroep.hook:<20} {wie:<44} {aanroep.uitkomst:<12} {aanroep.seconden * 1000:8.2f} ms\n")


def is_strikt() -> bool:
    """Tell whether a failure that would be put aside must be raised."""
    return os.environ.get(STRIKT) == "1"
