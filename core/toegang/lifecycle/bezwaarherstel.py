"""The letter that asks to repair an objection: in line, out of it again, and what its dispatch sets going (Awb 6:6)."""

from __future__ import annotations

from datetime import date, timedelta

from toegang.domain.bezwaar import Bezwaar
from toegang.domain.brief import Brief
from toegang.domain.datums import datum_voluit
from toegang.domain.opschorting import Grond, Opschorting
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import HERSTEL_BEZWAAR, brieven_van, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.termijnwerk import Termijnwerk
from toegang.storage import Werkeenheid

_EEN_DAG = timedelta(days=1)
_OPNIEUW = "Vraag opnieuw, met een latere dag: toegang bezwaar vraag-herstel {id} --tot DATUM"


def zet_herstelbrief_klaar(werk: Werkeenheid, omgeving: Omgeving, bezwaar: Bezwaar) -> Brief:
    """Put the letter in line in which repair is asked; the term to decide stands still from the day after it went.

    Args:
        werk: the unit of work of the step.
        omgeving: the gemeente.
        bezwaar: the objection.
    """
    return leg_procesbrief_klaar(werk, omgeving, werk.zaken.haal(bezwaar.zaak_id), HERSTEL_BEZWAAR, bezwaar.id)


def neem_herstelbrief_terug(bij: Termijnwerk, bezwaar: Bezwaar) -> None:
    """Drop a letter that waits, and the standstill that was to begin with it: it is asked anew, or needed no more.

    Args:
        bij: the terms of the zaak.
        bezwaar: the objection.

    Raises:
        Conflict: the letter was made already, and not sent.
    """
    laat_vervallen(bij.werk, bij.zaak, bezwaar.id, HERSTEL_BEZWAAR)
    for record in bij.records:
        if _wacht(record):
            nieuw = record.gebeurtenis.gewijzigd(ingetrokken_op=bij.vandaag)
            bij.bewaar(record.gewijzigd(gebeurtenis=nieuw), "termijn.ingetrokken")


def vereis_geen_gemaakte(werk: Werkeenheid, bezwaar: Bezwaar) -> None:
    """Refuse to ask once more while a letter that asks it lies ready to be sent.

    Raises:
        Conflict: it does.
    """
    gemaakt = [brief for brief in brieven_van(werk, bezwaar.zaak_id, bezwaar.id) if brief.sjabloon == HERSTEL_BEZWAAR]
    if any(not brief.wacht for brief in gemaakt):
        raise Conflict(
            f"De brief waarin om herstel van {bezwaar.id} wordt gevraagd, is al gemaakt.",
            vervolg="Verstuur hem, en leg dat vast met: toegang beschikking verzonden",
        )


def herstel_is_gevraagd(werk: Werkeenheid, zaak: Zaak, brief: Brief, op: date) -> None:
    """Record that repair was asked on the day on which the letter went.

    Args:
        werk: the unit of work of the dispatch.
        zaak: the zaak.
        brief: the letter.
        op: day of dispatch.

    Raises:
        Conflict: it is needed no more, or it leaves no time to repair.
    """
    bezwaar = werk.bezwaren.haal(brief.aanleiding)
    vereis_herstel_nodig(bezwaar, brief, op)
    werk.bezwaren.bewaar(bezwaar.gewijzigd(herstel_gevraagd_op=op))
    for record in werk.termijnzaken.zoek(zaak_id=zaak.id):
        if _wacht(record) and record.telt_voor(bezwaar.id):
            velden = {"van": op + _EEN_DAG, "medegedeeld_op": op, "wacht_op_brief": False}
            werk.termijnzaken.bewaar(record.gewijzigd(gebeurtenis=record.gebeurtenis.gewijzigd(**velden)))
    werk.log("bezwaar.herstel_gevraagd", zaak=zaak.id, dossier=zaak.dossier_id, detail={"bezwaar": bezwaar.id})


def vereis_herstel_nodig(bezwaar: Bezwaar, brief: Brief, op: date) -> date:
    """Return the last day to repair, when a letter that bears a day can still ask for it.

    Raises:
        Conflict: the objection ended, was repaired, was asked otherwise, or the last day is not after that day.
    """
    tot = bezwaar.herstel_tot
    if not bezwaar.loopt or not bezwaar.ontbreekt or bezwaar.herstel_gevraagd_op is not None or tot is None:
        raise Conflict(
            f"Brief {brief.id} vraagt om herstel van {bezwaar.id}, en dat is niet meer nodig.",
            vervolg="Verstuur hem niet.",
        )
    if tot <= op:
        raise Conflict(
            f"Brief {brief.id} geeft de inwoner tot en met {datum_voluit(tot)} om te herstellen, en gaat pas op "
            f"{datum_voluit(op)}.",
            vervolg=_OPNIEUW.format(id=bezwaar.id),
        )
    return tot


def _wacht(record: Termijnrecord) -> bool:
    stil = record.gebeurtenis
    return (
        isinstance(stil, Opschorting)
        and stil.grond is Grond.VERZUIM
        and stil.wacht_op_brief
        and stil.ingetrokken_op is None
    )
