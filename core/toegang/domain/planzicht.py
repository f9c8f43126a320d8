"""Who gets to see which passage of the plan of a household.

Two fences, and a passage must pass both. A passage that is meant for one member is for nobody else of the
household. A passage written under another act is used only with the consent of whom it is about (L-68).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import TypeVar

from toegang.domain.begrippen import Wet
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Deelnemer, Passage, Planrol

P = TypeVar("P", bound=Passage)

Gedeeld = Collection[tuple[str, Wet]]
"""Consents that hold: whose data, and of which act."""


def zicht(
    record: Planrecord, lezers: Collection[str] | None, wet: Wet, gedeeld: Gedeeld, client: str | None = None
) -> Planrecord:
    """Return a plan as certain readers may see it.

    Args:
        record: the plan.
        lezers: inwoner ids of everybody who will read it, e.g. all to whom one letter goes; ``None`` = whoever
            works on it, for whom nothing is shielded.
        wet: act of the zaak in which it is read.
        gedeeld: consents that hold on that day.
        client: inwoner id for whom the readers speak, such as a child; its own words and signature are theirs.

    Returns:
        The same version without what they may not see. What others signed, said or got is left out too.
    """

    def mag(deel: Passage) -> bool:
        return is_van_deze_wet(deel, wet, gedeeld) and (lezers is None or is_voor(deel, lezers))

    def mag_weten(deel: Deelnemer) -> bool:
        # that a member of the household takes part is of no act; that an outside party does, may be
        return mag(deel.gewijzigd(wet=None) if deel.rol is Planrol.INWONER else deel)

    eigen_plan = record.familiegroepsplan
    gezien = record.gewijzigd(
        doelen=_over(record.doelen, mag),
        afspraken=_over(record.afspraken, mag),
        stemmen=_over(record.stemmen, mag),
        oplossingen=_over(record.oplossingen, mag),
        gezin=_over(record.gezin, mag),
        taakvelden=_over(record.taakvelden, mag),
        deelnemers=_over(record.deelnemers, mag_weten),
        familiegroepsplan=eigen_plan if eigen_plan is not None and mag(eigen_plan) else None,
    )
    if record.wet not in (None, wet) and (record.client_id, record.wet) not in gedeeld:
        gezien = _zonder_woorden(gezien)
    return gezien if lezers is None else _alleen_van(gezien, {*lezers, client})


def is_voor(deel: Passage, lezers: Collection[str]) -> bool:
    """Tell whether all these readers may see a passage; a letter to two people is read by both."""
    return deel.alleen_voor is None or set(lezers) == {deel.alleen_voor}


def is_van_deze_wet(deel: Passage, wet: Wet, gedeeld: Gedeeld) -> bool:
    """Tell whether a passage may be used in a zaak of this act (L-68)."""
    return deel.wet in (None, wet) or (deel.over is not None and (deel.over, deel.wet) in gedeeld)


def _zonder_woorden(record: Planrecord) -> Planrecord:
    """Return what was said of a version without the words: they belong to the act for which it was made."""
    return record.gewijzigd(
        inbreng="",
        overeenstemming=None,
        handtekeningen=tuple(item.gewijzigd(reden="") for item in record.handtekeningen),
        reacties=tuple(item.gewijzigd(opmerkingen="") for item in record.reacties),
        instemmingen=tuple(item.gewijzigd(toelichting="") for item in record.instemmingen),
    )


def _alleen_van(record: Planrecord, zelf: Collection[str | None]) -> Planrecord:
    """Return a version without what others than these persons said, signed or got."""
    eigen = record.client_id is None or record.client_id in zelf
    return record.gewijzigd(
        inbreng=record.inbreng if eigen else "",
        overeenstemming=record.overeenstemming if eigen else None,
        handtekeningen=tuple(item for item in record.handtekeningen if item.wie in zelf),
        reacties=tuple(item for item in record.reacties if item.wie in zelf),
        instemmingen=tuple(item for item in record.instemmingen if item.wie in zelf),
        kopieen=tuple(item for item in record.kopieen if item.aan in zelf),
    )


def _over(delen: Iterable[P], mag: Callable[[P], bool]) -> tuple[P, ...]:
    return tuple(deel for deel in delen if mag(deel))
