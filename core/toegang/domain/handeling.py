"""Which command is being carried out: said once by the command line, read where a gemeente is opened.

Nothing is imported here, so that help stays fast.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass


def _zwijg(_tekst: str) -> None:
    """Say nothing."""


@dataclass(frozen=True)
class Handeling:
    """A command as it was typed, without its personal data.

    Args:
        opdracht: its words after ``toegang``, e.g. ``zaak inzien``; the key in ``rechten.csv``.
        zaak: zaaknummer that it is about, when it names one.
        reden: word that was typed after ``--reden``; it need not be one of the list.
        als: medewerker that a trial user plays.
        zeg: tells the user something that is no result; used in trial mode for what production would refuse.
    """

    opdracht: str
    zaak: str | None = None
    reden: str | None = None
    als: str | None = None
    zeg: Callable[[str], None] = _zwijg


_nu: ContextVar[Handeling | None] = ContextVar("handeling", default=None)


def huidige() -> Handeling | None:
    """Return what is being carried out; ``None`` when nobody said."""
    return _nu.get()


@contextmanager
def bezig_met(handeling: Handeling) -> Iterator[None]:
    """Say what is being carried out, inside the block."""
    token = _nu.set(handeling)
    try:
        yield
    finally:
        _nu.reset(token)
