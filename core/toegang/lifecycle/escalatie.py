"""Escalation by the regisseur: logged with addressee and outcome (W-14)."""

from __future__ import annotations

from enum import StrEnum

from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten_mensen import EscalatieToets
from toegang.guards.register import Moment
from toegang.lifecycle.mensenwerk import namens, vereis_medewerker, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import meldt_weigering, nieuw_id, toets_antwoord
from toegang.storage import Actor, Werkeenheid


class Escalatieuitkomst(StrEnum):
    """What became of an escalation."""

    OPGELOST = "OPGELOST"
    DOORGEZET = "DOORGEZET"
    GEEN_ACTIE = "GEEN_ACTIE"


@meldt_weigering
def escaleer(omgeving: Omgeving, actor: Actor, zaak_id: str, aan: str, tekst: str) -> Signalering:
    """Escalate from a zaak to a medewerker or a functie.

    Args:
        omgeving: the gemeente.
        actor: the regisseur of the household, its casemanager, or who replaces one of them.
        zaak_id: zaaknummer.
        aan: medewerker id or functie.
        tekst: what is the matter.

    Raises:
        NietToegestaan: no medewerker acts.
        Conflict: the zaak is closed.
        Invoerfout: there is no such medewerker or functie.
        Regelovertreding: who escalates does not hold regie, or the addressee is not there (W-14).
    """
    door = vereis_medewerker(actor, "Opschalen")
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        regie = werk.regie.huidig(zaak.dossier_id)
        voor = namens(werk, door, omgeving.vandaag())
        if omgeving.organisatie.functie(aan) is None and not _met_functie_of_id(werk, aan):
            raise Invoerfout(
                "Wie bij --aan staat, is geen medewerker en geen functie van deze gemeente.",
                vervolg=f"Bekijk wie er zijn: toegang medewerker lijst -g {omgeving.naam}",
            )
        wie = _geadresseerden(omgeving, werk, aan)
        context = EscalatieToets(zaak, regie, door, voor, aan, wie, omgeving.beeld())
        toets_antwoord(omgeving, Moment.ESCALATIE, context, f"Zaak {zaak.id}")
        record = Signalering(
            id=nieuw_id("SG"),
            dossier_id=zaak.dossier_id,
            zaak_id=zaak.id,
            soort=Signaleringsoort.ESCALATIE,
            op=omgeving.vandaag(),
            door=door,
            aan=aan,
            tekst=tekst,
        )
        werk.signaleringen.bewaar(record)
        detail = {"kenmerk": record.id, "aan": aan}
        werk.log("regie.geescaleerd", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return record


def handel_escalatie_af(
    omgeving: Omgeving, actor: Actor, kenmerk: str, uitkomst: Escalatieuitkomst, toelichting: str = ""
) -> Signalering:
    """Record what became of an escalation.

    Args:
        omgeving: the gemeente.
        actor: to whom it went: the medewerker, somebody with the functie, or who replaces one of them.
        kenmerk: id of the escalation.
        uitkomst: what became of it.
        toelichting: words with it.

    Raises:
        NietGevonden: there is no such signal.
        Conflict: it is no escalation, or was dealt with already.
        NietToegestaan: it went to somebody else.
    """
    ik = vereis_medewerker(actor, "Een escalatie afhandelen")
    with omgeving.werk(actor) as werk:
        record = werk.signaleringen.haal(kenmerk)
        if record.soort is not Signaleringsoort.ESCALATIE:
            raise Conflict(f"{record.id} is geen escalatie.", vervolg="Bekijk ze met: toegang regie escalaties")
        if record.afgehandeld_op is not None:
            raise Conflict(
                f"Escalatie {record.id} is al afgehandeld: {record.uitkomst}.", vervolg="Er verandert niets."
            )
        if namens(werk, ik, omgeving.vandaag()).isdisjoint(_met_functie_of_id(werk, record.aan)):
            raise NietToegestaan(
                f"Escalatie {record.id} ging naar '{record.aan}', niet naar {ik}.",
                vervolg="Laat wie haar kreeg, of een vervanger, haar afhandelen.",
            )
        klaar = record.gewijzigd(
            afgehandeld_op=omgeving.vandaag(), afgehandeld_door=ik, uitkomst=uitkomst, toelichting=toelichting
        )
        werk.signaleringen.bewaar(klaar)
        detail = {"kenmerk": record.id, "uitkomst": uitkomst}
        werk.log("escalatie.afgehandeld", zaak=record.zaak_id, dossier=record.dossier_id, detail=detail)
        werk.commit()
    return klaar


def _geadresseerden(omgeving: Omgeving, werk: Werkeenheid, aan: str) -> tuple[str, ...]:
    """Return who deals with it today: the medewerker or those with the functie, or who replaces them."""
    dag = omgeving.vandaag()
    gevonden = []
    for mens in werk.medewerkers.zoek():
        if aan not in (mens.id, mens.functie):
            continue
        weg = mens.afwezig_op(dag)
        if mens.werkt_op(dag):
            gevonden.append(mens.id)
        elif weg is not None and weg.vervanger is not None and mens.in_dienst_op(dag):
            gevonden.append(weg.vervanger)
    return tuple(gevonden)


def _met_functie_of_id(werk: Werkeenheid, aan: str) -> frozenset[str]:
    return frozenset(mens.id for mens in werk.medewerkers.zoek() if aan in (mens.id, mens.functie))
