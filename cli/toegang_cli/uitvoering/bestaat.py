"""Say that something does not exist without repeating what was typed: it may be a name or a BSN."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from toegang.errors import Invoerfout
from toegang.storage import NietGevonden


@contextmanager
def zonder_echo(wat: str, vervolg: str) -> Iterator[None]:
    """Turn "not found" into a message that does not show the key.

    Args:
        wat: Dutch word with its demonstrative, e.g. ``Deze medewerker``.
        vervolg: the command that lists what there is.

    Raises:
        Invoerfout: something was not found inside the block.
    """
    try:
        yield
    except NietGevonden:
        raise Invoerfout(f"{wat} bestaat niet in deze gemeente.", vervolg=f"Bekijk de lijst: {vervolg}") from None


@contextmanager
def medewerker_moet_bestaan(gemeente: str) -> Iterator[None]:
    """See :func:`zonder_echo`, for a medewerker."""
    with zonder_echo("Deze medewerker", f"toegang medewerker lijst -g {gemeente}"):
        yield
