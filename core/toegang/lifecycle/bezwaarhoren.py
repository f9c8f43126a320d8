"""Hearing in bezwaar: recorded, and judged while it can still be done again (L-22, L-33)."""

from __future__ import annotations

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.besluit import Behandelaar
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Hoorzitting
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_nazorg import BezwaarbesluitToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.bezwaar import besluit_van, wijzig
from toegang.lifecycle.bezwaarbesluit import voorbereiders
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import controleer_dag
from toegang.storage import Actor, Werkeenheid


def leg_horen_vast(omgeving: Omgeving, actor: Actor, kenmerk: str, zitting: Hoorzitting) -> Bezwaar:
    """Record that the resident was heard (Awb 7:2 to 7:5; L-22, L-33).

    Who is heard again, by others or with the papers in time, is recorded again; the later one counts.

    Raises:
        Conflict: a hearing of that day or later is recorded, or the objection ended.
        Invoerfout: nobody heard, somebody does not exist, or a day cannot be.
    """

    def stap(werk: Werkeenheid, bezwaar: Bezwaar) -> Bezwaar:
        eerder = bezwaar.hoorzitting
        if eerder is not None and zitting.op <= eerder.op:
            raise Conflict(
                f"Over bezwaar {bezwaar.id} is al gehoord op {eerder.op.isoformat()}.",
                vervolg="Is er daarna opnieuw gehoord, leg dan die dag vast.",
            )
        if not zitting.door:
            raise Invoerfout("Zeg wie er hoorde.", vervolg="Noem de medewerkers met --door M-001.")
        for medewerker in zitting.door:
            behandelaar(werk, medewerker)
        controleer_dag("Het horen", zitting.op, bezwaar.ontvangen_op, omgeving.vandaag())
        if zitting.stukken_vanaf is not None:
            controleer_dag("De inzage", zitting.stukken_vanaf, bezwaar.ontvangen_op, zitting.op)
        return bezwaar.gewijzigd(hoorzitting=zitting)

    return wijzig(omgeving, actor, kenmerk, "bezwaar.gehoord", stap)


def let_op_bij_horen(omgeving: Omgeving, werk: Werkeenheid, bezwaar: Bezwaar) -> tuple[Regeltoets, ...]:
    """Return what of the hearing as recorded will stop the decision, while it can still be done again (L-22, L-33).

    Args:
        omgeving: the gemeente.
        werk: a unit of work.
        bezwaar: the objection, with the hearing.
    """
    zaak, record = werk.zaken.haal(bezwaar.zaak_id), besluit_van(werk, bezwaar)
    beeld = omgeving.beeld()
    context = BezwaarbesluitToets(
        bezwaar=bezwaar,
        besluit=record.besluit if record else None,
        uitkomst=Bezwaaruitkomst.ONGEGROND,
        niet_ontvankelijk=None,
        horen_afgezien=None,
        # somebody else than who took the first decision; who it will be is not asked yet
        beslist_door=Behandelaar(medewerker="", functie="", werkgeversoort=Werkgeversoort.GEMEENTE),
        voorbereid=voorbereiders(zaak, record),
        eigenaar="",
        bezwaar_tot=record.bezwaar_tot if record else None,
        op=omgeving.vandaag(),
        beeld=beeld,
    )
    regels = toets(Moment.BEZWAARBESLUIT, context, beeld, omgeving.bevestigd, frozenset({"L-22", "L-33"}))
    return tuple(item for item in regels if item.oordeel is not Oordeel.VOLDOET)
