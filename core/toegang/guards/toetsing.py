"""Rules on checking a proposal, and on hearing the resident before an adverse decision."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_besluit import ToetsingToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-147",
    Regelsoort.WET,
    Moment.TOETSING,
    "Wie een voorstel toetst, heeft het dossier erbij gehad.",
    grondslag="AVG art. 22; UAVG art. 40",
    bewijs="M",
)
def mens_toetst(t: ToetsingToets) -> Iterable[str]:
    """L-147: each item of a pile is looked at by a person, after it was proposed."""
    if not t.had_dossier_open:
        yield f"{t.toetser.medewerker} heeft het dossier van {t.zaak.id} niet ingezien sinds het voorstel"


@regel(
    "L-6",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Voor een besluit ten nadele op andere gegevens, of uit eigen beweging, wordt de inwoner gehoord.",
    grondslag="Awb art. 4:7-4:12",
    bewijs="M",
    waarschuwt=True,
)
def eerst_gehoord(t: BesluitToets) -> Iterable[str]:
    """L-6: view asked with a term, received or expired, or an exception with its reason."""
    if t.opdracht is None or not t.opdracht.moet_horen:
        return
    if t.hoor is None:
        yield "de inwoner is niet gehoord; leg het horen vast met 'toegang besluit hoor'"
    elif bezwaar := t.hoor.bezwaar(t.besluit.datum):
        yield bezwaar
