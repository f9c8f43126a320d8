"""Reporting that something was done in time, and taking back what was recorded on a deadline."""

from __future__ import annotations

from datetime import date

from toegang.domain.schakels import AF_TE_MELDEN
from toegang.domain.termijnzaak import Termijnrecord, Voltooiing
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import laat_vervallen
from toegang.lifecycle.termijnen import Bezwaarfeiten
from toegang.lifecycle.termijnwerk import Termijnwerk, leg_vast
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor


def meld_af(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    sleutel: str,
    op: date,
    *,
    niet_nodig: bool = False,
    bezwaar: Bezwaarfeiten | None = None,
) -> Termijnrecord:
    """Report that something was done within a term that no step of the life cycle ends, e.g. an advance (L-104).

    Args:
        omgeving: the gemeente.
        actor: who reports.
        zaak_id: zaaknummer.
        sleutel: key of the term, one of :data:`toegang.domain.schakels.AF_TE_MELDEN`.
        op: day on which it was done.
        niet_nodig: it need not be done.
        bezwaar: the bezwaar, when it is about the term of that, e.g. of its own dwangsom.

    Raises:
        Conflict: this term does not run in this zaak.
        Invoerfout: another key, or a day that cannot be.
    """
    if sleutel not in AF_TE_MELDEN:
        raise Invoerfout("Deze termijn wordt niet afgemeld.", vervolg=f"Kies uit: {', '.join(AF_TE_MELDEN)}.")

    def maak(bij: Termijnwerk) -> Voltooiing:
        begin = bij.begin_van(sleutel)
        controleer_dag("Het afmelden", op, begin, omgeving.vandaag())
        return Voltooiing(sleutel=sleutel, op=op, over=bij.over, niet_nodig=niet_nodig)

    return leg_vast(omgeving, actor, zaak_id, bezwaar, "termijn.afgemeld", maak)


def trek_in(omgeving: Omgeving, actor: Actor, zaak_id: str, kenmerk: str) -> Termijnrecord:
    """Take a record back; it stays to be seen, and counts no more.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        kenmerk: id of the record.

    Raises:
        Conflict: it was taken back before.
        Invoerfout: this zaak has no such record.
    """
    with omgeving.werk(actor) as werk:
        bij = Termijnwerk(omgeving, werk, werk.zaken.haal(zaak_id), None)
        record = bij.record(kenmerk)
        if record.gebeurtenis.ingetrokken_op is not None:
            raise Conflict(
                f"{kenmerk} in zaak {zaak_id} is al ingetrokken.",
                vervolg=f"Bekijk de termijnen met: toegang termijn waarom {zaak_id}",
            )
        nieuw = record.gebeurtenis.gewijzigd(ingetrokken_op=omgeving.vandaag())
        laat_vervallen(werk, bij.zaak, record.id)
        record = bij.bewaar(record.gewijzigd(gebeurtenis=nieuw), "termijn.ingetrokken", omgeving.vandaag())
        werk.commit()
    return record
