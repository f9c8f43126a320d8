"""Duties to be able to tell how it goes: the experience of clients, and how long schuldhulp takes."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.guards.contexten_nazorg import RapportToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-73",
    Regelsoort.WET,
    Moment.RAPPORT,
    "Elk jaar voor 1 juli is gepubliceerd hoe cliënten de hulp van het vorige jaar ervaren.",
    grondslag="Wmo 2015 art. 2.5.1",
)
def clientervaring_gepubliceerd(t: RapportToets) -> Iterable[str]:
    """L-73: yearly client-experience survey, published before 1 July."""
    if t.gepubliceerd_op is None and t.op >= t.onderzoek_voor:
        yield f"het onderzoek over {t.onderzoek_over} moest voor {t.onderzoek_voor.isoformat()} gepubliceerd zijn"
    elif t.gepubliceerd_op is not None and t.gepubliceerd_op >= t.onderzoek_voor:
        yield f"het onderzoek over {t.onderzoek_over} is pas op {t.gepubliceerd_op.isoformat()} gepubliceerd"


@regel(
    "L-111",
    Regelsoort.WET,
    Moment.RAPPORT,
    "Bij schuldhulp is bekend hoeveel weken er zitten tussen het eerste gesprek en het resultaat.",
    grondslag="Wgs art. 4 lid 3",
)
def weken_schuldhulp_bekend(t: RapportToets) -> Iterable[str]:
    """L-111: insight into the number of weeks between the first conversation and the result."""
    for zaak in t.zonder_gesprek:
        yield f"zaak {zaak} heeft een resultaat en geen dag van het eerste gesprek"
