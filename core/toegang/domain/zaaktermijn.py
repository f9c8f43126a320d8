"""One deadline of a zaak on a day, and how it stands."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from toegang.domain.begrippen import Wet
from toegang.domain.dwangsom import Dwangsom
from toegang.domain.opschorting import Wijze
from toegang.domain.schakels import Mijlpaal, Partij, Schakel
from toegang.domain.termijnen import Termijnberekening


class Stand(StrEnum):
    """How a deadline stands on a day."""

    NIET_BEGONNEN = "NIET_BEGONNEN"
    LOOPT = "LOOPT"
    OPGESCHORT = "OPGESCHORT"
    VERSTREKEN = "VERSTREKEN"
    GEHAALD = "GEHAALD"
    TE_LAAT_GEHAALD = "TE_LAAT_GEHAALD"
    VERVALLEN = "VERVALLEN"


LOPEND = frozenset({Stand.LOOPT, Stand.OPGESCHORT, Stand.VERSTREKEN})
"""Stands in which somebody still has something to do."""


@dataclass(frozen=True)
class Feiten:
    """What the chain must know of a zaak; ids and days of process only.

    Args:
        wet: product line.
        dagen: the days on which milestones happened.
        spoed: support cannot wait.
        leeftijd: of the client at the melding; ``None`` when not known.
        commissie: an advisory committee was set up for the bezwaar (Awb 7:13).
    """

    wet: Wet
    dagen: Mapping[Mijlpaal, date]
    spoed: bool = False
    leeftijd: int | None = None
    commissie: bool = False

    def dag(self, mijlpaal: Mijlpaal, op: date) -> date | None:
        """Return the day of a milestone when it happened by a day."""
        dag = self.dagen.get(mijlpaal)
        return dag if dag is not None and dag <= op else None


@dataclass(frozen=True)
class Zaaktermijn:
    """One deadline of a zaak on a day.

    Args:
        sleutel: key of the term.
        omschrijving: what must be done, in Dutch.
        regel: rule id.
        bewijs: evidence mark of the term.
        partij: who has to act.
        schakel: the row of the chain; ``None`` for the terms of a dwangsom.
        stand: how it stands.
        som: the sum; ``None`` when it did not begin, or has no number.
        klaar_op: day on which it was met.
        wijze: how it can be adjourned; ``None`` when it cannot.
        toelichting: what a reader should know, in Dutch.
        dwangsom: the dwangsom that runs over it, if any.
        bezwaar: id of the objection whose term it is; empty for any other term.
    """

    sleutel: str
    omschrijving: str
    regel: str
    bewijs: str
    partij: Partij
    stand: Stand
    schakel: Schakel | None = None
    som: Termijnberekening | None = None
    klaar_op: date | None = None
    wijze: Wijze | None = None
    toelichting: tuple[str, ...] = ()
    dwangsom: Dwangsom | None = field(default=None, repr=False)
    bezwaar: str = ""

    @property
    def einde(self) -> date | None:
        """Last day, as far as is known."""
        return self.som.einde if self.som else None

    @property
    def loopt(self) -> bool:
        """Whether somebody still has something to do."""
        return self.stand in LOPEND


def stand_van(som: Termijnberekening | None, klaar: date | None, op: date) -> Stand:
    """Return how a term stands that began, is not suspended and did not lapse.

    Args:
        som: its sum; ``None`` when it has no number of days: then it can be met, but not missed.
        klaar: day on which it was met.
        op: the day on which is looked.
    """
    te_laat = som is not None and (klaar or op) > som.einde
    if klaar is not None:
        return Stand.TE_LAAT_GEHAALD if te_laat else Stand.GEHAALD
    return Stand.VERSTREKEN if te_laat else Stand.LOOPT
