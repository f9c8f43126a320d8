"""The chains of deadlines, one per product line, readable at a glance (DOMAIN.md B.8).

A row says which term runs, from which day, what ends it, and for whom. How long it is, on which article
and since when, stands in ``data/termijnen.toml`` under the same key.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.opschorting import Onderwerp, Wijze


class Mijlpaal(StrEnum):
    """A day in the life of a zaak at which a term may begin or be met."""

    MELDING = "MELDING"
    GESPREK = "GESPREK"
    PLAN = "PLAN"
    AANVRAAG = "AANVRAAG"
    BESLUIT = "BESLUIT"
    BEKENDMAKING = "BEKENDMAKING"
    ZONDER_BESCHIKKING = "ZONDER_BESCHIKKING"
    SLUITING = "SLUITING"
    EINDE_BEZWAARTERMIJN = "EINDE_BEZWAARTERMIJN"
    BEZWAAR = "BEZWAAR"
    BESLUIT_OP_BEZWAAR = "BESLUIT_OP_BEZWAAR"

    @property
    def in_woorden(self) -> str:
        """Return it as in "begint na ...", in Dutch."""
        return _IN_WOORDEN[self]


_IN_WOORDEN = {
    Mijlpaal.MELDING: "de melding",
    Mijlpaal.GESPREK: "het eerste gesprek",
    Mijlpaal.PLAN: "het plan",
    Mijlpaal.AANVRAAG: "de aanvraag",
    Mijlpaal.BESLUIT: "het besluit",
    Mijlpaal.BEKENDMAKING: "de bekendmaking",
    Mijlpaal.ZONDER_BESCHIKKING: "het besluit zonder beschikking",
    Mijlpaal.SLUITING: "het sluiten",
    Mijlpaal.EINDE_BEZWAARTERMIJN: "het einde van de bezwaartermijn",
    Mijlpaal.BEZWAAR: "het bezwaar",
    Mijlpaal.BESLUIT_OP_BEZWAAR: "het besluit op het bezwaar",
}


class Partij(StrEnum):
    """Who has to act within the term."""

    GEMEENTE = "GEMEENTE"
    INWONER = "INWONER"


class Alleen(StrEnum):
    """When a row applies."""

    ALTIJD = "ALTIJD"
    SPOED = "SPOED"
    GEEN_SPOED = "GEEN_SPOED"
    JONGER = "JONGER"
    BEZWAAR = "BEZWAAR"
    BEZWAAR_COMMISSIE = "BEZWAAR_COMMISSIE"


@dataclass(frozen=True, slots=True)
class Schakel:
    """One deadline of a chain.

    Args:
        sleutel: key in ``termijnen.toml``.
        vanaf: the day after which it runs.
        klaar: what ends it; the first of these that has happened.
        partij: who has to act.
        alleen: when it applies; ``JONGER``: the resident is younger than the row of the term says.
        over: the decision it is about; only such a term can be suspended or adjourned (Awb 4:15, 7:10).
        wijze: how it is adjourned; ``None`` = as Awb 4:14 says, by what sets the term.
        herhaalt: it runs again after each time it was met, until the decision.
    """

    sleutel: str
    vanaf: Mijlpaal
    klaar: tuple[Mijlpaal, ...]
    partij: Partij = Partij.GEMEENTE
    alleen: Alleen = Alleen.ALTIJD
    over: Onderwerp | None = None
    wijze: Wijze | None = None
    herhaalt: bool = False

    @property
    def na_sluiting(self) -> bool:
        """Whether it goes on when the zaak is closed: bezwaar comes after the decision."""
        return self.over is Onderwerp.BEZWAAR or self.vanaf is Mijlpaal.BEKENDMAKING


AF_TE_MELDEN = ("wmo.persoonlijk_plan", "wmo.spoed", "pw.voorschot", "awb.dwangsom_vaststelling")
"""Terms that no step of the life cycle ends in time; somebody reports that it was done, or that it need not be."""
DOOR_BESLUIT = {Besluitsoort.VOORSCHOT: "pw.voorschot", Besluitsoort.TIJDELIJK: "wmo.spoed"}
"""Which term a decision in between meets by itself (L-104, L-57)."""
BEZWAARTERMIJN = "awb.bezwaar"
"""The term for objecting (L-26)."""
REDELIJKE_TERMIJN = "awb.beslissing"
"""The term that holds where no act and no verordening sets one (L-7)."""

_M = Mijlpaal
_BESLIST = (_M.BEKENDMAKING, _M.ZONDER_BESCHIKKING)  # a decision counts once it is made known (Awb 3:40)
_INWONER, _AANVRAAG, _BEZWAAR = Partij.INWONER, Onderwerp.AANVRAAG, Onderwerp.BEZWAAR

_NA_HET_BESLUIT = (
    Schakel(BEZWAARTERMIJN, _M.BEKENDMAKING, (_M.BEZWAAR,), _INWONER),
    Schakel(
        "awb.besluit_op_bezwaar",
        _M.EINDE_BEZWAARTERMIJN,
        (_M.BESLUIT_OP_BEZWAAR,),
        alleen=Alleen.BEZWAAR,
        over=_BEZWAAR,
        wijze=Wijze.BEZWAAR,
    ),
    Schakel(
        "awb.besluit_op_bezwaar_commissie",
        _M.EINDE_BEZWAARTERMIJN,
        (_M.BESLUIT_OP_BEZWAAR,),
        alleen=Alleen.BEZWAAR_COMMISSIE,
        over=_BEZWAAR,
        wijze=Wijze.BEZWAAR,
    ),
)

KETENS: dict[Wet, tuple[Schakel, ...]] = {
    Wet.WMO: (
        Schakel("wmo.persoonlijk_plan", _M.MELDING, (_M.PLAN, _M.AANVRAAG), _INWONER),
        Schakel("wmo.spoed", _M.MELDING, (_M.BESLUIT,), alleen=Alleen.SPOED),
        Schakel("wmo.onderzoek", _M.MELDING, (_M.PLAN, _M.BESLUIT)),
        Schakel("wmo.beslissing", _M.AANVRAAG, _BESLIST, over=_AANVRAAG),
        *_NA_HET_BESLUIT,
    ),
    Wet.JEUGDWET: (
        Schakel("jeugd.beslissing", _M.AANVRAAG, _BESLIST, over=_AANVRAAG),
        *_NA_HET_BESLUIT,
    ),
    Wet.PARTICIPATIEWET: (
        Schakel("pw.zoektermijn", _M.MELDING, (_M.AANVRAAG,), _INWONER, Alleen.JONGER),
        Schakel("pw.voorschot", _M.AANVRAAG, _BESLIST, herhaalt=True),
        Schakel("pw.beslissing", _M.AANVRAAG, _BESLIST, over=_AANVRAAG),
        *_NA_HET_BESLUIT,
    ),
    Wet.WGS: (
        Schakel("wgs.gesprek", _M.MELDING, (_M.GESPREK,), alleen=Alleen.GEEN_SPOED),
        Schakel("wgs.crisis", _M.MELDING, (_M.GESPREK,), alleen=Alleen.SPOED),
        Schakel("wgs.besluit", _M.GESPREK, _BESLIST, over=_AANVRAAG),
        *_NA_HET_BESLUIT,
    ),
    Wet.GPK: (
        Schakel("gpk.beslissing", _M.AANVRAAG, _BESLIST, over=_AANVRAAG, wijze=Wijze.VERLENGING),
        *_NA_HET_BESLUIT,
    ),
    Wet.LLV: (
        Schakel("llv.beslissing", _M.AANVRAAG, _BESLIST, over=_AANVRAAG),
        *_NA_HET_BESLUIT,
    ),
}


def schakel_over(wet: Wet, over: Onderwerp, *, commissie: bool = False) -> Schakel:
    """Return the deadline of a decision.

    Args:
        wet: product line.
        over: the decision on the aanvraag, or on the bezwaar.
        commissie: an advisory committee was set up for the bezwaar (Awb 7:13).
    """
    rijen = [item for item in KETENS[wet] if item.over is over]
    return next(item for item in rijen if len(rijen) == 1 or (item.alleen is Alleen.BEZWAAR_COMMISSIE) is commissie)
