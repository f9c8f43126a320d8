"""Objections: confirmed, repaired, judged on lateness, forwarded or withdrawn (Awb chapters 6 and 7)."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst
from toegang.domain.opschorting import Grond, Onderwerp, Opschorting
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.bezwaarherstel import neem_herstelbrief_terug, vereis_geen_gemaakte, zet_herstelbrief_klaar
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.nazorgbrief import BEZWAAR, verzonden
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import DOORZENDING, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.termijnen import bezwaarfeiten
from toegang.lifecycle.termijnwerk import Termijnwerk
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid

_EEN_DAG = timedelta(days=1)
_KIJK = "Bekijk het bezwaar met: toegang bezwaar toon {id}"


def bevestig(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date) -> Bezwaar:
    """Record that receipt was confirmed in writing (Awb 6:14; L-29).

    Raises:
        Conflict: it was confirmed before, or the objection ended.
        Invoerfout: the day cannot be.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        if bezwaar.bevestigd_op is not None:
            raise Conflict(f"De ontvangst van {bezwaar.id} is al bevestigd op {bezwaar.bevestigd_op.isoformat()}.")
        controleer_dag("De bevestiging", op, bezwaar.ontvangen_op, omgeving.vandaag())
        verzonden(werk, bezwaar.zaak_id, BEZWAAR, op, aanleiding=bezwaar.id)
        return bezwaar.gewijzigd(bevestigd_op=op)

    return wijzig(omgeving, actor, kenmerk, "bezwaar.bevestigd", stap)


def vraag_herstel(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date | None, tot: date) -> Bezwaar:
    """Ask to repair what is missing; the term of the decision stands still meanwhile (Awb 6:6, 7:10 lid 2; L-25).

    Args:
        omgeving: the gemeente.
        actor: who asks.
        kenmerk: the objection.
        op: day on which it was asked; ``None`` = a letter is put in line, and the day on which it is sent counts.
        tot: last day to repair.

    Raises:
        Conflict: nothing is missing, repair was asked before, or the objection ended.
        Invoerfout: a day cannot be.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        if not bezwaar.ontbreekt:
            raise Conflict(f"Aan bezwaar {bezwaar.id} ontbreekt niets.", vervolg=_KIJK.format(id=bezwaar.id))
        if bezwaar.herstel_gevraagd_op is not None:
            raise Conflict(f"Om herstel van {bezwaar.id} is al gevraagd op {bezwaar.herstel_gevraagd_op.isoformat()}.")
        dag = op or omgeving.vandaag()
        controleer_dag("De vraag om herstel", dag, bezwaar.ontvangen_op, omgeving.vandaag())
        if tot <= dag:
            raise Invoerfout("De hersteltermijn eindigt voor hij begint.", vervolg="Kies een latere dag met --tot.")
        vereis_geen_gemaakte(werk, bezwaar)
        bij = _termijnwerk(omgeving, werk, bezwaar)
        van = dag + _EEN_DAG
        neem_herstelbrief_terug(bij, bezwaar)
        # before the term begins nothing runs that could stand still; what reaches into it counts from its first day
        if not bij.begonnen or van <= bij.lopende().einde:
            stil = Opschorting(
                grond=Grond.VERZUIM,
                over=Onderwerp.BEZWAAR,
                van=van,
                uiterlijk=tot,
                medegedeeld_op=op,
                wacht_op_brief=op is None,
            )
            bij.bewaar(bij.nieuw(stil), "termijn.opgeschort")
        if op is None:
            zet_herstelbrief_klaar(werk, omgeving, bezwaar)
        return bezwaar.gewijzigd(herstel_gevraagd_op=op, herstel_tot=tot)

    return wijzig(omgeving, actor, kenmerk, "bezwaar.herstel_gevraagd", stap)


def herstel(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date) -> Bezwaar:
    """Record that what was missing came in; the term runs again from that day.

    Raises:
        Conflict: repair was not asked, or the objection ended.
        Invoerfout: the day cannot be.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        if bezwaar.herstel_tot is None or bezwaar.hersteld_op is not None:
            raise Conflict(f"Bezwaar {bezwaar.id} wacht niet op herstel.", vervolg=_KIJK.format(id=bezwaar.id))
        controleer_dag("Het herstel", op, bezwaar.herstel_gevraagd_op or bezwaar.ontvangen_op, omgeving.vandaag())
        bij = _termijnwerk(omgeving, werk, bezwaar)
        neem_herstelbrief_terug(bij, bezwaar)
        for record in bij.records:
            stil = record.gebeurtenis
            if isinstance(stil, Opschorting) and stil.grond is Grond.VERZUIM and stil.telt and stil.tot is None:
                nieuw = stil.gewijzigd(tot=max(op, stil.van))
                bij.bewaar(record.gewijzigd(gebeurtenis=nieuw), "termijn.hervat", op)
        return bezwaar.gewijzigd(hersteld_op=op, ontbreekt=())

    return wijzig(omgeving, actor, kenmerk, "bezwaar.hersteld", stap)


def beoordeel_vertraging(omgeving: Omgeving, actor: Actor, kenmerk: str, *, verschoonbaar: bool) -> Bezwaar:
    """Record whether coming late is excused; a person judges it, never the calendar (Awb 6:11; L-27).

    Raises:
        Conflict: it is not late, or the objection ended.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        if not bezwaar.te_laat(bezwaar_tot(werk, bezwaar)):
            raise Conflict(f"Bezwaar {bezwaar.id} is niet te laat.", vervolg=_KIJK.format(id=bezwaar.id))
        return bezwaar.gewijzigd(verschoonbaar=verschoonbaar)

    return wijzig(omgeving, actor, kenmerk, "bezwaar.vertraging_beoordeeld", stap)


def trek_in(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date) -> Bezwaar:
    """Record that the resident withdrew it (Awb 6:21).

    Raises:
        Conflict: the objection ended.
        Invoerfout: the day cannot be.
    """

    def stap(_: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        controleer_dag("Het intrekken", op, bezwaar.ontvangen_op, omgeving.vandaag())
        return bezwaar.gewijzigd(afgedaan_op=op, uitkomst=Bezwaaruitkomst.INGETROKKEN)

    return wijzig(omgeving, actor, kenmerk, "bezwaar.ingetrokken", stap)


def zend_door(omgeving: Omgeving, actor: Actor, kenmerk: str, op: date, aan: str) -> Bezwaar:
    """Record that it was forwarded to the body that is to decide on it, and put the letter in line that tells so.

    The body gets the day of receipt with it, and who objected hears it at the same time (Awb 6:15; L-29). The letter
    confirms the receipt too.

    Raises:
        Conflict: the objection ended.
        Invoerfout: the day cannot be, or no body is named.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        controleer_dag("Het doorzenden", op, bezwaar.ontvangen_op, omgeving.vandaag())
        if not aan.strip():
            raise Invoerfout("Zeg aan welk orgaan het is doorgezonden.", vervolg="Noem het met --aan.")
        leg_procesbrief_klaar(werk, omgeving, werk.zaken.haal(bezwaar.zaak_id), DOORZENDING, bezwaar.id)
        return bezwaar.gewijzigd(afgedaan_op=op, uitkomst=Bezwaaruitkomst.DOORGEZONDEN, doorgezonden_aan=aan.strip())

    return wijzig(omgeving, actor, kenmerk, "bezwaar.doorgezonden", stap)


def vind(werk: Werkeenheid, tekst: str) -> Bezwaar:
    """Return the objection with this id, or the running (else the last) one of this zaak.

    Args:
        werk: a unit of work.
        tekst: what was typed; never shown, because it may be anything.

    Raises:
        Invoerfout: there is none, or more than one runs in the zaak.
    """
    if tekst.startswith("BZ-"):
        return werk.bezwaren.haal(tekst)
    alle = werk.bezwaren.zoek(zaak_id=tekst) if tekst else ()
    if not alle:
        raise Invoerfout("Dit bezwaar bestaat niet.", vervolg="Bekijk de bezwaren met: toegang bezwaar lijst --alles")
    lopend = [item for item in alle if item.loopt]
    if len(lopend) > 1:
        raise Invoerfout(
            f"In zaak {lopend[0].zaak_id} lopen {len(lopend)} bezwaren; zeg welk u bedoelt.",
            vervolg=f"Noem het kenmerk: {', '.join(item.id for item in lopend)}.",
        )
    return lopend[0] if lopend else alle[-1]


def bezwaar_tot(werk: Werkeenheid, bezwaar: Bezwaar) -> date | None:
    """Return the last day of the term for objecting; ``None`` while the besluit is not there or not known."""
    record = besluit_van(werk, bezwaar)
    return record.bezwaar_tot if record else None


def besluit_van(werk: Werkeenheid, bezwaar: Bezwaar) -> Besluitrecord | None:
    """Return the besluit that an objection is against; ``None`` while that is not there (Awb 6:10)."""
    return werk.besluiten.haal(bezwaar.besluit_id) if bezwaar.besluit_id else None


def wijzig(
    omgeving: Omgeving, actor: Actor, kenmerk: str, actie: str, stap: Callable[[Werkeenheid, Bezwaar], Bezwaar]
) -> Bezwaar:
    """Change one running objection, store and log it.

    Args:
        omgeving: the gemeente.
        actor: who does it; must be a medewerker.
        kenmerk: the objection.
        actie: act in the log.
        stap: judges it and gives the new one; raises when it cannot be.

    Raises:
        Conflict: it ended.
    """
    with omgeving.werk(actor) as werk:
        bezwaar = vind(werk, kenmerk)
        wie(werk, actor, "Wat er met een bezwaar gebeurt,")
        if not bezwaar.loopt:
            raise Conflict(f"Bezwaar {bezwaar.id} is al afgedaan.", vervolg=_KIJK.format(id=bezwaar.id))
        nieuw = stap(werk, bezwaar)
        if not nieuw.loopt:
            # a confirmation that was not made yet would name a day on which nobody decides any more
            laat_vervallen(werk, werk.zaken.haal(bezwaar.zaak_id), bezwaar.id, BEZWAAR)
            neem_herstelbrief_terug(_termijnwerk(omgeving, werk, bezwaar), bezwaar)
        detail = {"uitkomst": nieuw.uitkomst.value} if nieuw.uitkomst else {}
        bewaar(werk, nieuw, actie, detail)
        werk.commit()
    return nieuw


def bewaar(werk: Werkeenheid, bezwaar: Bezwaar, actie: str, detail: dict[str, str]) -> None:
    """Store an objection and log what was done with it: ids and kinds only."""
    werk.bezwaren.bewaar(bezwaar)
    werk.log(actie, zaak=bezwaar.zaak_id, dossier=bezwaar.dossier_id, detail={"bezwaar": bezwaar.id, **detail})


def _termijnwerk(omgeving: Omgeving, werk: Werkeenheid, bezwaar: Bezwaar) -> Termijnwerk:
    return Termijnwerk(omgeving, werk, werk.zaken.haal(bezwaar.zaak_id), bezwaarfeiten(bezwaar))
