"""Commands over several gemeenten: a process holds the keys of one gemeente, so each runs in a child (DESIGN.md §5)."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")


@dataclass(frozen=True)
class Kind:
    """How a child ended.

    Args:
        code: exit code.
        uit: what it wrote as result.
        fout: why it failed, in Dutch; empty when it did not.
    """

    code: int
    uit: str
    fout: str


def voer_in_kind(*woorden: str, geduld: float) -> Kind:
    """Run a command of ours in a process of its own.

    Args:
        *woorden: what a user would type after ``toegang``.
        geduld: seconds to wait.
    """
    opdracht = [sys.executable, "-m", "toegang_cli", *woorden]
    try:
        kind = subprocess.run(opdracht, capture_output=True, text=True, timeout=geduld, check=False)
    except subprocess.TimeoutExpired:
        return Kind(1, "", f"na {geduld:.0f} seconden niet klaar")
    fout = "" if kind.returncode == 0 else kind.stderr.strip().rpartition("Fout: ")[2]
    return Kind(kind.returncode, kind.stdout, fout or ("" if kind.returncode == 0 else f"code {kind.returncode}"))


def voor_elk(namen: Sequence[str], doe: Callable[[str], T]) -> Iterator[T]:
    """Do something for each gemeente, as many at once as there are cores; the outcomes in the order of the names."""
    with ThreadPoolExecutor(max_workers=os.cpu_count() or 1) as werkers:
        yield from werkers.map(doe, namen)
