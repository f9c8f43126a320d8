"""Duties to report that somebody does, and records here (L-73)."""

from __future__ import annotations

from datetime import date

from toegang.errors import Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor

ERVARING = "clientervaring/"
_EERSTE_JAAR = 2015


def leg_publicatie_vast(omgeving: Omgeving, actor: Actor, jaar: int, op: date) -> None:
    """Record that the experience of clients over a year was published (Wmo 2.5.1; L-73).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        jaar: the year it is about.
        op: day of publication.

    Raises:
        Invoerfout: the year is not over yet, or lies before the act, or the day cannot be.
    """
    vandaag = omgeving.vandaag()
    if not _EERSTE_JAAR <= jaar < vandaag.year:
        raise Invoerfout(
            "Over dit jaar is er nog geen onderzoek.", vervolg=f"Kies een jaar van {_EERSTE_JAAR} tot {vandaag.year}."
        )
    if not date(jaar, 1, 1) <= op <= vandaag:
        raise Invoerfout(
            "Die dag kan niet.", vervolg=f"Kies een dag van {jaar}-01-01 tot en met {vandaag.isoformat()}."
        )
    with omgeving.werk(actor) as werk:
        werk.kenmerken[f"{ERVARING}{jaar}"] = op.isoformat()
        werk.log("rapport.gepubliceerd", detail={"onderzoek": f"clientervaring {jaar}", "op": op.isoformat()})
        werk.commit()
