"""A pair of records that may be one person: by which step, how sure, and why."""

from __future__ import annotations

import hashlib
from enum import StrEnum

from pydantic import Field

from toegang.domain.waarde import Waarde


class Zekerheid(StrEnum):
    """How sure a pair is (E.4)."""

    ZEKER = "ZEKER"
    WAARSCHIJNLIJK = "WAARSCHIJNLIJK"
    MOGELIJK = "MOGELIJK"
    ENKEL = "ENKEL"


class Paar(Waarde):
    """Two records that may be one person.

    Args:
        id: id, the same at each run.
        links: record id, the smaller.
        rechts: record id.
        stap: step of the ladder (E.4): 2, 3, 4, 5; 9 = by chance.
        zekerheid: what the step gives.
        gewicht: match weight in bits; what a rule gives has a fixed one.
        redenen: why, in Dutch, without values.
    """

    id: str
    links: str
    rechts: str
    stap: int
    zekerheid: Zekerheid
    gewicht: float
    redenen: tuple[str, ...] = Field(min_length=1)

    @property
    def records(self) -> tuple[str, str]:
        """Both records."""
        return self.links, self.rechts


def maak_paar(een: str, ander: str, stap: int, zekerheid: Zekerheid, gewicht: float, redenen: tuple[str, ...]) -> Paar:
    """Return a pair under its fixed id."""
    links, rechts = sorted((een, ander))
    return Paar(
        id=paar_id(links, rechts),
        links=links,
        rechts=rechts,
        stap=stap,
        zekerheid=zekerheid,
        gewicht=round(gewicht, 2),
        redenen=redenen,
    )


def paar_id(een: str, ander: str) -> str:
    """Return the id of a pair; it says nothing of who they are."""
    links, rechts = sorted((een, ander))
    return "K-" + hashlib.sha256(f"{links}|{rechts}".encode()).hexdigest()[:10]
