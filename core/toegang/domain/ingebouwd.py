"""Rules that are built into a calculation or a step instead of checked, and the switch to prove them.

A check (:func:`toegang.guards.register.regel`) looks at an answer and objects. Much of the law is no check:
it is how a last day is counted, how a name is written, which road a letter takes. Such a rule is built in
with :func:`ingebouwd`, next to what would be done without it. That makes it an object like any other: it is
listed, and a test can switch it off and see the outcome change (ADR 0008).
"""

from __future__ import annotations

import functools
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Any, TypeVar, cast

F = TypeVar("F", bound=Callable[..., Any])

_uit: ContextVar[frozenset[str]] = ContextVar("regels_uit", default=frozenset())


@dataclass(frozen=True, slots=True)
class Ingebouwd:
    """One rule at one place.

    Args:
        id: id in DOMAIN.md, e.g. ``L-44``.
        titel: what this place makes of it, in one Dutch sentence.
        plaats: module and function.
    """

    id: str
    titel: str
    plaats: str


INGEBOUWD: dict[tuple[str, str], Ingebouwd] = {}
"""All built-in rules, by id and place; a rule may be built in at more than one place."""


def ingebouwd(id: str, titel: str, *, anders: Callable[..., Any]) -> Callable[[F], F]:
    """Build a rule into a function.

    Args:
        id: id in DOMAIN.md.
        titel: what the function makes of the rule, in one Dutch sentence.
        anders: what would be done without the rule, with the same arguments: the naive sum, the skipped step.

    Returns:
        The decorator. It keeps the function as it is; only under :func:`zonder_regels` ``anders`` answers.

    Raises:
        ValueError: the rule is built in at that function already.
    """

    def registreer(functie: F) -> F:
        plaats = f"{functie.__module__.removeprefix('toegang.')}:{functie.__name__.removeprefix('_')}"
        if (id, plaats) in INGEBOUWD:
            raise ValueError(f"regel {id} is al ingebouwd in {plaats}")
        INGEBOUWD[id, plaats] = Ingebouwd(id, titel, plaats)

        @functools.wraps(functie)
        def met_regel(*args: Any, **kwargs: Any) -> Any:
            return (anders if id in _uit.get() else functie)(*args, **kwargs)

        return cast(F, met_regel)

    return registreer


def laad_ingebouwd() -> None:
    """Import every module in which a rule is built in, so that :data:`INGEBOUWD` holds them all.

    Rules register themselves when their module is imported, and a command imports only what it needs.
    """
    wortel = Path(__file__).resolve().parents[1]
    for pad in sorted(wortel.rglob("*.py")):
        if "@ingebouwd(" in pad.read_text(encoding="utf-8"):
            import_module(".".join(("toegang", *pad.relative_to(wortel).with_suffix("").parts)))


@contextmanager
def zonder_regels(*ids: str) -> Iterator[None]:
    """Switch rules off, for tests that prove that a rule is what makes the difference."""
    token = _uit.set(_uit.get() | frozenset(ids))
    try:
        yield
    finally:
        _uit.reset(token)


def staat_uit(*ids: str) -> bool:
    """Tell whether a test switched one of these rules off; outside :func:`zonder_regels` never."""
    return not _uit.get().isdisjoint(ids)
