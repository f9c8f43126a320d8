"""Step 5, plan: what was agreed on; it belongs to the dossier of the household."""

from __future__ import annotations

from datetime import date
from typing import Any

from toegang.domain.begrippen import Akkoord, Werkgeversoort
from toegang.domain.levensloop import Stap, volgende_stap
from toegang.domain.plan import Plan, Planrecord
from toegang.domain.plandelen import Handtekening, Instemming, Planrol, Reactie, Tekenuitkomst
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_plan import PlanreactieToets, PlanToets
from toegang.guards.register import Moment
from toegang.lifecycle.leden import sprekers
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.planopbouw import Opbouw, Planvoorstel, kies_soort
from toegang.lifecycle.team import team_van
from toegang.lifecycle.toestemming import gedeeld_op
from toegang.lifecycle.vastleggen import controleer_dag, meldt_weigering, nieuw_id, toets_antwoord, vereis_stap
from toegang.storage import Actor, Werkeenheid

__all__ = ["Planvoorstel", "herzie_plan", "plan_van", "plan_van_zaak", "planversies", "stel_plan_vast"]


@meldt_weigering
def stel_plan_vast(omgeving: Omgeving, actor: Actor, zaak_id: str, voorstel: Planvoorstel) -> Planrecord:
    """Record the plan; it belongs to the dossier, so a later zaak makes a next version of it (W-13, Z-14).

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        voorstel: the plan.

    Returns:
        The version as stored.

    Raises:
        Conflict: the zaak is not at this step.
        Invoerfout: a day lies before the melding or in the future, or somebody is no member of the household.
        Regelovertreding: a rule refuses, e.g. nothing was agreed on (W-21).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.PLAN)
        record = _nieuwe_versie(werk, omgeving, actor, zaak, voorstel)
        werk.zaken.bewaar(_na_plan(zaak, voorstel.op))
        _bewaar(werk, record, "plan.vastgesteld")
    return record


@meldt_weigering
def herzie_plan(omgeving: Omgeving, actor: Actor, zaak_id: str, voorstel: Planvoorstel) -> Planrecord:
    """Record a next version of the plan for a zaak that has one; the old version stays readable.

    A decision keeps the version that it was taken on. Signatures and reactions are given anew.

    Args:
        omgeving: the gemeente.
        actor: who records it.
        zaak_id: zaaknummer.
        voorstel: the part of this zaak, whole; what was written for other zaken stays.

    Returns:
        The version as stored.

    Raises:
        Conflict: the zaak is closed, or has no plan yet.
        Invoerfout: see :func:`stel_plan_vast`; or it is dated before the version there is.
        Regelovertreding: a rule refuses.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vorige = plan_van_zaak(werk, zaak)
        if vorige is None or not zaak.open or not _had_plan(zaak):
            waarom = "is gesloten" if not zaak.open else "heeft nog geen plan"
            raise Conflict(
                f"Zaak {zaak.id} {waarom}, dus er is niets te herzien.",
                vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
            )
        controleer_dag("Het herziene plan", voorstel.op, vorige.plan.vastgesteld_op, omgeving.vandaag())
        record = _nieuwe_versie(werk, omgeving, actor, zaak, voorstel)
        _bewaar(werk, record, "plan.herzien")
    return record


def planversies(werk: Werkeenheid, dossier_id: str) -> tuple[Planrecord, ...]:
    """Return all versions of the plan of a dossier, the oldest first."""
    return tuple(sorted(werk.plannen.zoek(dossier_id=dossier_id), key=lambda record: record.plan.versie))


def plan_van(werk: Werkeenheid, dossier_id: str) -> Planrecord | None:
    """Return the last version of the plan of a dossier, or ``None``."""
    return next(reversed(planversies(werk, dossier_id)), None)


def plan_van_zaak(werk: Werkeenheid, zaak: Zaak) -> Planrecord | None:
    """Return the version that was agreed for a zaak: what its client signs, and what its decision rests on.

    A later version that another zaak of the household made changes nothing of the part of this one.

    Args:
        werk: a unit of work.
        zaak: the zaak.
    """
    versies = planversies(werk, zaak.dossier_id)
    eigen = [record for record in versies if record.zaak_id == zaak.id]
    return next(reversed(eigen or versies), None)


def _nieuwe_versie(
    werk: Werkeenheid, omgeving: Omgeving, actor: Actor, zaak: Zaak, voorstel: Planvoorstel
) -> Planrecord:
    """Return the next version, checked; nothing is stored yet."""
    vandaag = omgeving.vandaag()
    controleer_dag("Het plan", voorstel.op, zaak.ontvangen_op, vandaag)
    if voorstel.getekend_op is not None:
        controleer_dag("De handtekening", voorstel.getekend_op, voorstel.op, vandaag)
    leden = werk.dossiers.haal(zaak.dossier_id).leden
    vorige = plan_van(werk, zaak.dossier_id)
    gesprekken = sorted(werk.gesprekken.zoek(zaak_id=zaak.id), key=lambda gesprek: gesprek.op)
    opbouw = Opbouw(zaak, leden, voorstel, vorige)
    velden: dict[str, Any] = opbouw.velden()
    velden |= _uitspraken(omgeving, zaak, voorstel, opbouw)
    wie = sprekers(zaak.client_id, leden)
    reacties: tuple[Reactie, ...] = velden["reacties"]
    handtekeningen: tuple[Handtekening, ...] = velden["handtekeningen"]
    getekend = [item.op for item in handtekeningen if item.wie in wie and item.uitkomst is Tekenuitkomst.GETEKEND]
    plan = Plan(
        id=nieuw_id("P"),
        dossier_id=zaak.dossier_id,
        soort=kies_soort(omgeving.organisatie, zaak, voorstel, vorige),
        versie=1 + (vorige.plan.versie if vorige else 0),
        vastgesteld_op=voorstel.op,
        akkoord=reacties[-1].stand if reacties else Akkoord.AANGEBODEN,
        getekend_op=getekend[-1] if getekend else None,
        geldt_als_aanvraag=voorstel.geldt_als_aanvraag,
    )
    record = Planrecord(
        plan=plan,
        zaak_id=zaak.id,
        client_id=zaak.client_id,
        wet=zaak.wet,
        gesprek_id=gesprekken[-1].id if gesprekken else None,
        vastgelegd_door=actor.medewerker,
        vastgelegd_op=omgeving.nu(),
        format=omgeving.beeld(voorstel.op).organisatie.planformaten.get(plan.soort, ""),
        **velden,
    )
    context = PlanToets(
        zaak=zaak,
        leden=leden,
        nieuw=record,
        beeld=omgeving.beeld(voorstel.op),
        vorige=vorige,
        gesprek_op=gesprekken[-1].op if gesprekken else None,
        gedeeld=gedeeld_op(werk, zaak.dossier_id, voorstel.op),
        sprekers=wie,
        coaches=_coaches(werk, zaak),
    )
    regels = toets_antwoord(omgeving, Moment.PLAN, context, f"Zaak {zaak.id}")
    for reactie in reacties:
        erbij = PlanreactieToets(zaak, reactie, omgeving.beeld(voorstel.op))
        regels += toets_antwoord(omgeving, Moment.PLANREACTIE, erbij, f"Zaak {zaak.id}")
    return record.gewijzigd(regels=regels)


def _uitspraken(omgeving: Omgeving, zaak: Zaak, voorstel: Planvoorstel, opbouw: Opbouw) -> dict[str, object]:
    """Return what people said of the plan while it was made: signatures, reaction, consent."""
    tekenen = [
        item.gewijzigd(wie=opbouw.partij(item.wie, _rol(item, voorstel), f"handtekeningen.{nummer}.wie"))
        for nummer, item in enumerate(voorstel.handtekeningen, start=1)
    ]
    for item in tekenen:
        controleer_dag("De handtekening", item.op, voorstel.op, omgeving.vandaag())
        if item.uitkomst is not Tekenuitkomst.GETEKEND and not item.reden.strip():
            raise Invoerfout(
                "handtekeningen: bij wie niet tekende, ontbreekt de reden.",
                vervolg="Vul reden in. Er is niets opgeslagen.",
            )
    if voorstel.getekend_op is not None:
        tekenen.append(Handtekening(wie=zaak.client_id, op=voorstel.getekend_op))
    reactie = voorstel.reactie
    if reactie is None and voorstel.akkoord is not Akkoord.AANGEBODEN:
        reactie = Reactie(stand=voorstel.akkoord, op=voorstel.op)
    return {
        "handtekeningen": tuple(tekenen),
        "reacties": (_met_lid(omgeving, reactie, voorstel.op, opbouw),) if reactie else (),
        "instemmingen": (_stem_in(omgeving, voorstel.instemming, voorstel.op, opbouw),) if voorstel.instemming else (),
    }


def _rol(item: Handtekening, voorstel: Planvoorstel) -> Planrol:
    """Return as what a signer takes part; who is in no list must be a member of the household."""
    return next((deel.rol for deel in voorstel.deelnemers if deel.wie == item.wie), Planrol.INWONER)


def _met_lid(omgeving: Omgeving, reactie: Reactie, sinds: date, opbouw: Opbouw) -> Reactie:
    controleer_dag("De reactie", reactie.op, sinds, omgeving.vandaag())
    if reactie.stand is Akkoord.MET_OPMERKINGEN and not reactie.opmerkingen.strip():
        raise Invoerfout(
            "reactie: de inwoner had opmerkingen, maar die staan er niet bij.",
            vervolg="Zet ze in [reactie] bij opmerkingen, zoals de inwoner ze gaf. Er is niets opgeslagen.",
        )
    wie = opbouw.partij(reactie.wie, Planrol.INWONER, "reactie.wie")
    return reactie.gewijzigd(wie=wie, vastgelegd_op=omgeving.nu())


def _stem_in(omgeving: Omgeving, instemming: Instemming, sinds: date, opbouw: Opbouw) -> Instemming:
    controleer_dag("De instemming", instemming.op, sinds, omgeving.vandaag())
    return instemming.gewijzigd(wie=opbouw.partij(instemming.wie, Planrol.INWONER, "instemming.wie"))


def _coaches(werk: Werkeenheid, zaak: Zaak) -> tuple[str, ...]:
    """Return who in the casusteam works as buurtcoach: people of a public company of the gemeente (D-9)."""
    leden = [lid.medewerker for lid in team_van(werk, zaak.id).leden]
    return tuple(
        mens.id for mens in werk.medewerkers.zoek(id=leden) if mens.werkgeversoort is Werkgeversoort.OVERHEIDS_BV
    )


def _had_plan(zaak: Zaak) -> bool:
    return any(item.stap is Stap.PLAN and not item.nvt for item in zaak.stappen)


def _bewaar(werk: Werkeenheid, record: Planrecord, actie: str) -> None:
    werk.plannen.bewaar(record)
    detail = {"plan": record.id, "versie": str(record.plan.versie)}
    werk.log(actie, zaak=record.zaak_id, dossier=record.dossier_id, detail=detail)
    werk.commit()


def _na_plan(zaak: Zaak, op: date) -> Zaak:
    """Return the zaak after its plan; an aanvraag that came before it counts from now on (L-56)."""
    klaar = zaak.na(Stap.PLAN, op)
    if zaak.aanvraag_op is not None and volgende_stap(zaak.wet, Stap.PLAN) is Stap.AANVRAAG:
        return klaar.na(Stap.AANVRAAG, zaak.aanvraag_op)
    return klaar
