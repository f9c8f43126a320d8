"""What people say and do with a plan after it was made: react, sign, consent, get a copy, do what was agreed.

A statement belongs to the version that was agreed for that zaak; the text of a version never changes.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from toegang.domain.begrippen import Akkoord, Drager
from toegang.domain.huishouden import Lid
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import (
    Afspraakstand,
    Afspraakwijziging,
    Handtekening,
    Instemming,
    Instemmingstand,
    Kopie,
    Reactie,
    Tekenuitkomst,
)
from toegang.domain.spoor import Regeltoets
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_plan import PlanreactieToets
from toegang.guards.register import Moment
from toegang.lifecycle.leden import CLIENT, sprekers, vereis_lid, zoek_lid
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van, plan_van_zaak
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, toets_antwoord
from toegang.storage import Actor, Werkeenheid


@meldt_weigering
def reageer(omgeving: Omgeving, actor: Actor, zaak_id: str, reactie: Reactie) -> Planrecord:
    """Record what a resident said of the plan; every earlier reaction is kept (S-18).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        reactie: the reaction.

    Returns:
        The version as stored.

    Raises:
        Conflict: there is no plan yet.
        Invoerfout: this is no member of the household, the remarks are missing, or the day cannot be.
        Regelovertreding: channel or time is missing where the gemeente asks for it (S-18).
    """
    with omgeving.werk(actor) as werk:
        zaak, record, leden = _open(werk, zaak_id)
        controleer_dag("De reactie", reactie.op, record.plan.vastgesteld_op, omgeving.vandaag())
        if reactie.stand is Akkoord.MET_OPMERKINGEN and not reactie.opmerkingen.strip():
            raise Invoerfout(
                "De inwoner had opmerkingen, maar die staan er niet bij.",
                vervolg="Geef ze mee met --opmerkingen BESTAND, zoals de inwoner ze gaf. Er is niets opgeslagen.",
            )
        wie = vereis_lid(reactie.wie, zaak, leden, "wie")
        reactie = reactie.gewijzigd(wie=wie, vastgelegd_op=omgeving.nu())
        context = PlanreactieToets(zaak, reactie, omgeving.beeld(reactie.op))
        regels = toets_antwoord(omgeving, Moment.PLANREACTIE, context, f"Zaak {zaak.id}")
        velden: dict[str, Any] = {"reacties": (*record.reacties, reactie), "regels": _samen(record.regels, regels)}
        if wie in _namens(record, zaak, leden):
            velden["plan"] = record.plan.gewijzigd(akkoord=reactie.stand)
        return _bewaar(werk, zaak, record.gewijzigd(**velden), "plan.reactie", {"stand": reactie.stand})


@meldt_weigering
def teken(
    omgeving: Omgeving, actor: Actor, zaak_id: str, handtekening: Handtekening, *, als_aanvraag: bool = False
) -> Planrecord:
    """Record a signature, or that it did not come; a refusal does not take anything from the plan (B-26).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        handtekening: who, what, when; ``wie`` may be the number of a deelnemer too.
        als_aanvraag: the plan that the resident signed counts as the aanvraag (Z-28).

    Returns:
        The version as stored.

    Raises:
        Conflict: there is no plan yet, or this person signed this version before.
        Invoerfout: this is nobody who takes part, a reason is missing, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        zaak, record, leden = _open(werk, zaak_id)
        controleer_dag("De handtekening", handtekening.op, record.plan.vastgesteld_op, omgeving.vandaag())
        wie = _deelnemer(handtekening.wie, zaak, record, leden)
        getekend = handtekening.uitkomst is Tekenuitkomst.GETEKEND
        if not getekend and not handtekening.reden.strip():
            raise Invoerfout(
                "Er staat niet waarom er geen handtekening is.",
                vervolg="Geef de reden mee met --reden BESTAND. Er is niets opgeslagen.",
            )
        eerder = record.handtekening((wie,))
        if eerder is not None and eerder.uitkomst is Tekenuitkomst.GETEKEND:
            raise Conflict(
                f"Deze deelnemer tekende versie {record.plan.versie} al op {eerder.op.isoformat()}.",
                vervolg="Er is niets gewijzigd.",
            )
        client = wie in _namens(record, zaak, leden)
        if als_aanvraag and not (client and getekend):
            raise Invoerfout(
                "Alleen een plan dat de inwoner zelf tekent, kan de aanvraag zijn.",
                vervolg="Laat --als-aanvraag weg, of leg de handtekening van de inwoner vast.",
            )
        velden: dict[str, Any] = {"handtekeningen": (*record.handtekeningen, handtekening.gewijzigd(wie=wie))}
        if client and getekend:
            aanvraag = als_aanvraag or record.plan.geldt_als_aanvraag
            velden["plan"] = record.plan.gewijzigd(getekend_op=handtekening.op, geldt_als_aanvraag=aanvraag)
        return _bewaar(werk, zaak, record.gewijzigd(**velden), "plan.getekend", {"uitkomst": handtekening.uitkomst})


def stem_in(omgeving: Omgeving, actor: Actor, zaak_id: str, instemming: Instemming) -> Planrecord:
    """Record whether a resident consents to the support (Z-23); an answer that stays away is recorded too.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        instemming: who, what, when.

    Returns:
        The version as stored.

    Raises:
        Conflict: there is no plan yet.
        Invoerfout: this is no member of the household, the explanation is missing, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        zaak, record, leden = _open(werk, zaak_id)
        controleer_dag("De instemming", instemming.op, record.plan.vastgesteld_op, omgeving.vandaag())
        if instemming.stand is not Instemmingstand.JA and not instemming.toelichting.strip():
            raise Invoerfout(
                "Er staat niet waarom de inwoner niet instemt, of wat u probeerde om antwoord te krijgen.",
                vervolg="Geef dat mee met --toelichting BESTAND. Er is niets opgeslagen.",
            )
        wie = vereis_lid(instemming.wie, zaak, leden, "wie")
        nieuw = record.gewijzigd(instemmingen=(*record.instemmingen, instemming.gewijzigd(wie=wie)))
        return _bewaar(werk, zaak, nieuw, "plan.instemming", {"stand": instemming.stand})


def lever_kopie(omgeving: Omgeving, actor: Actor, zaak_id: str, kopie: Kopie) -> Planrecord:
    """Record that a resident got a copy of the plan (Z-11).

    Args:
        omgeving: the gemeente.
        actor: who delivered it.
        zaak_id: zaaknummer.
        kopie: to whom, when and how.

    Returns:
        The version as stored.

    Raises:
        Conflict: there is no plan yet, or this person has a copy of this version.
        Invoerfout: this is no member of the household, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        zaak, record, leden = _open(werk, zaak_id)
        controleer_dag("De kopie", kopie.op, record.plan.vastgesteld_op, omgeving.vandaag())
        aan = vereis_lid(kopie.aan, zaak, leden, "voor")
        # after a decision that the plan carries, the plan is handed over again, now with the decision in it (Z-25)
        sinds = _besloten_op(werk, zaak)
        eerder = next((item for item in record.kopieen if item.aan == aan and item.op >= sinds), None)
        if eerder is not None:
            raise Conflict(
                f"{aan} kreeg versie {record.plan.versie} al op {eerder.op.isoformat()}.",
                vervolg="Er is niets gewijzigd.",
            )
        nieuw = record.gewijzigd(kopieen=(*record.kopieen, kopie.gewijzigd(aan=aan)))
        return _bewaar(werk, zaak, nieuw, "plan.kopie", {"wijze": kopie.wijze})


def werk_afspraak_bij(
    omgeving: Omgeving, actor: Actor, zaak_id: str, nummer: int, stand: Afspraakstand, op: date, toelichting: str = ""
) -> Planrecord:
    """Record how far an agreement is; what it was before stays in its history.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: a zaak of the household.
        nummer: number of the agreement in the plan.
        stand: how far it is.
        op: day.
        toelichting: how it went.

    Returns:
        The last version of the plan, as stored.

    Raises:
        Conflict: there is no plan yet, or nothing changes.
        Invoerfout: the plan has no such agreement, or the day cannot be.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        record = plan_van(werk, zaak.dossier_id) or _geen_plan(zaak)
        oud = next((item for item in record.afspraken if item.nummer == nummer), None)
        if oud is None:
            bekend = ", ".join(str(item.nummer) for item in record.afspraken) or "geen"
            raise Invoerfout(f"Het plan heeft geen afspraak {nummer}.", vervolg=f"Wel: {bekend}.")
        sinds = oud.verloop[-1].op if oud.verloop else zaak.ontvangen_op
        controleer_dag("Deze stand", op, sinds, omgeving.vandaag())
        if oud.stand is stand and not toelichting.strip():
            raise Conflict(f"Afspraak {nummer} is al {stand}.", vervolg="Er is niets gewijzigd.")
        wijziging = Afspraakwijziging(stand=stand, op=op, door=actor.medewerker, toelichting=toelichting)
        nieuw = oud.gewijzigd(stand=stand, verloop=(*oud.verloop, wijziging))
        afspraken = tuple(nieuw if item is oud else item for item in record.afspraken)
        detail = {"afspraak": str(nummer), "stand": stand.value}
        return _bewaar(werk, zaak, record.gewijzigd(afspraken=afspraken), "plan.afspraak", detail)


def _besloten_op(werk: Werkeenheid, zaak: Zaak) -> date:
    """Return the day of the last decision in a zaak that the plan carries; ``date.min`` without one."""
    dagen = [
        record.besluit.datum
        for record in werk.besluiten.zoek(zaak_id=zaak.id)
        if record.concept is not None and any(deel.drager is Drager.PLAN for deel in record.concept.dragers)
    ]
    return max(dagen, default=date.min)


def _open(werk: Werkeenheid, zaak_id: str) -> tuple[Zaak, Planrecord, tuple[Lid, ...]]:
    zaak = werk.zaken.haal(zaak_id)
    record = plan_van_zaak(werk, zaak) or _geen_plan(zaak)
    return zaak, record, werk.dossiers.haal(zaak.dossier_id).leden


def _geen_plan(zaak: Zaak) -> Planrecord:
    raise Conflict(
        f"Bij zaak {zaak.id} is nog geen plan vastgelegd.", vervolg=f"Leg het vast: toegang zaak plan {zaak.id} BESTAND"
    )


def _namens(record: Planrecord, zaak: Zaak, leden: tuple[Lid, ...]) -> frozenset[str]:
    """Return who may speak for the client for whom a version was made."""
    return sprekers(record.client_id or zaak.client_id, leden)


def _deelnemer(wie: str, zaak: Zaak, record: Planrecord, leden: tuple[Lid, ...]) -> str:
    """Return who takes part: a member, a medewerker, or a number in the list; a name is not typed on a command line."""
    genummerd = {str(item.nummer): item.wie for item in record.deelnemers}
    if wie in genummerd:
        return genummerd[wie]
    lid = zoek_lid(wie, zaak, leden)
    if lid is None and not any(item.wie == wie for item in record.deelnemers):
        keuze = ", ".join(f"{item.nummer} ({item.rol.value.lower().replace('_', ' ')})" for item in record.deelnemers)
        raise Invoerfout(
            f"Dit is geen deelnemer aan het plan van zaak {zaak.id}.",
            vervolg=f"Kies {CLIENT}, een lid van het huishouden, of een deelnemer: {keuze or 'er zijn er geen'}.",
        )
    return lid or wie


def _samen(oud: tuple[Regeltoets, ...], nieuw: tuple[Regeltoets, ...]) -> tuple[Regeltoets, ...]:
    """Return the rules that were checked, each with its last outcome."""
    return tuple({item.regel: item for item in (*oud, *nieuw)}.values())


def _bewaar(werk: Werkeenheid, zaak: Zaak, record: Planrecord, actie: str, detail: dict[str, str]) -> Planrecord:
    werk.plannen.bewaar(record)
    vast = {"plan": record.id, "versie": str(record.plan.versie)}
    werk.log(actie, zaak=zaak.id, dossier=record.dossier_id, detail={**vast, **detail})
    werk.commit()
    return record
