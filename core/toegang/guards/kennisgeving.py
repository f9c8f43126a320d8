"""Rules on making a decision known, and on what may happen before that."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.guards.contexten_besluit import KennisgevingToets, ZorgstartToets
from toegang.guards.register import Moment, Regelsoort, regel

WIJZEN = ("post", "uitgereikt", "digitaal")


@regel(
    "L-11",
    Regelsoort.WET,
    Moment.KENNISGEVING,
    "Een besluit wordt toegezonden of uitgereikt aan wie het aangaat, met wijze en dag per persoon.",
    grondslag="Awb art. 3:41 lid 1",
)
def toegezonden_of_uitgereikt(t: KennisgevingToets) -> Iterable[str]:
    """L-11: method and date per addressee; the applicant, or who represents him, is among them."""
    for item in t.bekendmakingen:
        if item.wijze not in WIJZEN:
            yield f"'{item.wijze}' is geen manier van bekendmaken; kies uit {', '.join(WIJZEN)}"
    bereikt = {item.aan for item in t.bekendmakingen}
    if t.zaak.client_id not in bereikt and not bereikt & set(t.vertegenwoordigers):
        yield "het besluit gaat niet naar de inwoner zelf of wie hem vertegenwoordigt"


@regel(
    "L-12",
    Regelsoort.WET,
    Moment.KENNISGEVING,
    "Een adviseur van wie is afgeweken, krijgt bericht.",
    grondslag="Awb art. 3:43",
    waarschuwt=True,
)
def adviseur_krijgt_bericht(t: KennisgevingToets) -> Iterable[str]:
    """L-12: notice at, or as soon as possible after, the making known; it becomes a task."""
    for adviseur in t.adviseurs_afgeweken:
        yield f"van het advies van {adviseur} is afgeweken; {adviseur} krijgt bericht van het besluit"


@regel(
    "L-10",
    Regelsoort.WET,
    Moment.ZORGSTART,
    "Een besluit werkt niet voordat het bekend is gemaakt.",
    grondslag="Awb art. 3:40",
)
def werkt_na_bekendmaking(t: ZorgstartToets) -> Iterable[str]:
    """L-10: care on this decision starts when it is made known, not earlier."""
    if t.vanaf is None:
        yield f"besluit {t.record.id} is nog niet bekendgemaakt"
    elif t.op < t.vanaf:
        yield f"besluit {t.record.id} werkt pas vanaf {t.vanaf.isoformat()}"
