"""The staff of a gemeente: who comes, changes, is away, and leaves. Checked against the organisation and its rules."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from toegang.domain.medewerker import Afwezigheid, Medewerker
from toegang.domain.organisatie import Organisatie
from toegang.domain.spoor import Regeltoets
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.contexten_mensen import MedewerkerToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import meldt_weigering, toets_antwoord
from toegang.storage import Actor, NietGevonden, Werkeenheid


def onbekend_in(mens: Medewerker, organisatie: Organisatie) -> list[str]:
    """Return, in Dutch, what a medewerker names that this organisation does not have; empty = all is there."""
    werkgever = next((item for item in organisatie.werkgevers if item.id == mens.werkgever), None)
    fouten = []
    if organisatie.functie(mens.functie) is None:
        fouten.append("functie: bestaat niet in deze gemeente")
    if werkgever is None:
        fouten.append("werkgever: bestaat niet in deze gemeente")
    elif werkgever.soort is not mens.werkgeversoort:
        fouten.append(f"werkgeversoort: deze werkgever is {werkgever.soort}")
    if any(organisatie.team(team) is None for team in mens.teams):
        fouten.append("teams: een van de teams bestaat niet in deze gemeente")
    fouten += _niet_toegelaten(mens, organisatie)
    if set(mens.gebieden) - {gebied.id for gebied in organisatie.gebieden}:
        fouten.append("gebieden: een van de gebieden bestaat niet in deze gemeente")
    if mens.in_dienst_tot is not None and mens.in_dienst_tot < mens.in_dienst_van:
        fouten.append("in_dienst_tot: ligt voor de eerste werkdag")
    if any(periode.tot < periode.van for periode in mens.afwezig):
        fouten.append("afwezig: de laatste dag ligt voor de eerste")
    if {periode.discipline for periode in mens.discipline_perioden} - set(mens.disciplines):
        fouten.append("discipline_perioden: noemt een discipline die niet bij de disciplines staat")
    return fouten


def _niet_toegelaten(mens: Medewerker, organisatie: Organisatie) -> list[str]:
    """Return which teams take no people of this employer, with the own rules that those data carry (S-11, D-8)."""
    regels = [id for id, regel in organisatie.regels.items() if any(".werkgevers" in key for key in regel.gegevens)]
    volgens = f" ({', '.join(regels)})" if regels else ""
    return [
        f"teams: in '{team.id}' werkt alleen wie in dienst is van {', '.join(team.werkgevers)}{volgens}"
        for team in organisatie.teams
        if team.id in mens.teams and team.werkgevers and mens.werkgever not in team.werkgevers
    ]


def toets_medewerker(omgeving: Omgeving, mens: Medewerker) -> tuple[Regeltoets, ...]:
    """Return what the rules say of a medewerker; nothing is raised."""
    beeld = omgeving.beeld()
    return toets(Moment.MEDEWERKER, MedewerkerToets(mens, beeld), beeld, omgeving.bevestigd)


@meldt_weigering
def neem_in_dienst(omgeving: Omgeving, actor: Actor, mens: Medewerker) -> Medewerker:
    """Add a medewerker.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        mens: the new medewerker.

    Returns:
        The medewerker as stored.

    Raises:
        Conflict: the id is taken.
        Invoerfout: a functie, team, area or employer does not exist here.
        Regelovertreding: a rule refuses, e.g. somebody of another employer (S-11).
    """
    with omgeving.werk(actor) as werk:
        if any(ander.id == mens.id for ander in werk.medewerkers.zoek()):
            raise Conflict(
                f"Medewerker {mens.id} bestaat al.",
                vervolg=f"Kies een ander nummer, of wijzig met: toegang medewerker rol {mens.id}",
            )
        _bewaar(werk, omgeving, mens, "medewerker.nieuw")
    return mens


@meldt_weigering
def wijzig_rol(omgeving: Omgeving, actor: Actor, *, medewerker: str, velden: Mapping[str, Any]) -> Medewerker:
    """Change functie, teams, disciplines, acts, areas or registrations of a medewerker.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        medewerker: id.
        velden: fields of :class:`Medewerker` with their new values.

    Raises:
        NietGevonden: the medewerker does not exist.
        Invoerfout: something does not exist here, or nothing changes.
        Regelovertreding: a rule refuses.
        NietToegestaan: somebody gives himself another functie, and with it other rights.
    """
    if actor.medewerker == medewerker and "functie" in velden:
        raise NietToegestaan("U kunt uw eigen functie niet wijzigen.", vervolg="Laat een andere teamleider dit doen.")
    with omgeving.werk(actor) as werk:
        oud = werk.medewerkers.haal(medewerker)
        mens = oud.gewijzigd(**velden)
        if mens == oud:
            raise Invoerfout(f"Er verandert niets aan {oud.id}.", vervolg="Noem wat er anders wordt.")
        _bewaar(werk, omgeving, mens, "medewerker.rol", velden=",".join(sorted(velden)))
    return mens


def meld_afwezig(
    omgeving: Omgeving, actor: Actor, medewerker: str, van: date, tot: date, vervanger: str | None
) -> Medewerker:
    """Record that a medewerker is away for a while, and who replaces him or her.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        medewerker: id.
        van: first day.
        tot: last day.
        vervanger: medewerker id of the replacement, or ``None``.

    Raises:
        NietGevonden: the medewerker does not exist.
        Invoerfout: the days are in the wrong order, or the replacement cannot be one.
        Conflict: the days overlap an absence that is known.
    """
    if tot < van:
        raise Invoerfout("De laatste dag ligt voor de eerste.", vervolg="Verwissel --van en --tot.")
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(medewerker)
        for periode in mens.afwezig:
            if periode.van <= tot and van <= periode.tot:
                raise Conflict(
                    f"{mens.id} is al afwezig van {periode.van.isoformat()} tot en met {periode.tot.isoformat()}.",
                    vervolg=f"Meld eerst de terugkeer: toegang medewerker terug {mens.id}",
                )
        if vervanger is not None:
            _vereis_vervanger(werk, mens, vervanger, van, tot)
        weg = Afwezigheid(van=van, tot=tot, vervanger=vervanger)
        mens = mens.gewijzigd(afwezig=(*mens.afwezig, weg))
        werk.medewerkers.bewaar(mens)
        werk.log(
            "medewerker.afwezig",
            detail={"medewerker": mens.id, "van": van.isoformat(), "tot": tot.isoformat(), "door": vervanger or "-"},
        )
        werk.commit()
    return mens


def meld_terug(omgeving: Omgeving, actor: Actor, medewerker: str, op: date) -> Medewerker:
    """Record that a medewerker works again from a day on; an absence that had not begun yet is dropped.

    Raises:
        NietGevonden: the medewerker does not exist.
        Conflict: there is no absence on or after that day.
    """
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(medewerker)
        blijft, einde = [], op - timedelta(days=1)
        for periode in mens.afwezig:
            if periode.tot < op:
                blijft.append(periode)
            elif periode.van < op:
                blijft.append(periode.gewijzigd(tot=einde))
        if tuple(blijft) == mens.afwezig:
            raise Conflict(
                f"{mens.id} is op {op.isoformat()} niet afwezig.",
                vervolg=f"Bekijk de dagen: toegang medewerker toon {mens.id} -g {omgeving.naam}",
            )
        mens = mens.gewijzigd(afwezig=tuple(blijft))
        werk.medewerkers.bewaar(mens)
        werk.log("medewerker.terug", detail={"medewerker": mens.id, "op": op.isoformat()})
        werk.commit()
    return mens


def neem_uit_dienst(omgeving: Omgeving, actor: Actor, medewerker: str, laatste_dag: date) -> Medewerker:
    """Record the last working day; who still has work on that day cannot leave before it is handed over.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        medewerker: id.
        laatste_dag: last working day; work has to be handed over when it has come.

    Raises:
        NietGevonden: the medewerker does not exist.
        Invoerfout: the day lies before the first working day.
        Conflict: the day has come and there are still zaken or regie.
    """
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(medewerker)
        if laatste_dag < mens.in_dienst_van:
            raise Invoerfout(
                f"{mens.id} begon pas op {mens.in_dienst_van.isoformat()}.", vervolg="Kies een latere laatste dag."
            )
        zaken, regie = werk.caseload.zaken_van(mens.id), regiedossiers(werk, mens.id)
        if (zaken or regie) and laatste_dag <= omgeving.vandaag():
            raise Conflict(
                f"{mens.id} heeft nog {len(zaken)} lopende zaken en een rol in de regie over {len(regie)} huishoudens. "
                "Er is niets opgeslagen.",
                vervolg=f"Draag die eerst over: toegang medewerker overdragen {mens.id} --naar MEDEWERKER",
            )
        account = mens.account if laatste_dag > omgeving.vandaag() else None
        mens = mens.gewijzigd(in_dienst_tot=laatste_dag, account=account)
        werk.medewerkers.bewaar(mens)
        werk.log("medewerker.uit_dienst", detail={"medewerker": mens.id, "op": laatste_dag.isoformat()})
        werk.commit()
    return mens


def regiedossiers(werk: Werkeenheid, medewerker: str) -> tuple[str, ...]:
    """Return the dossiers in whose running regie somebody has a role."""
    return tuple(regel.dossier_id for regel in werk.regie.lopend() if medewerker in regel.toewijzing.rollen().values())


def _vereis_vervanger(werk: Werkeenheid, mens: Medewerker, vervanger: str, van: date, tot: date) -> None:
    if vervanger == mens.id:
        raise Invoerfout("Iemand kan zichzelf niet vervangen.", vervolg="Noem een collega bij --vervanger.")
    try:
        collega = werk.medewerkers.haal(vervanger)
    except NietGevonden:
        raise Invoerfout(
            "De medewerker achter --vervanger bestaat niet.", vervolg="Bekijk de lijst: toegang medewerker lijst"
        ) from None
    if not (collega.in_dienst_op(van) and collega.in_dienst_op(tot)):
        raise Invoerfout(f"{collega.id} is dan niet de hele tijd in dienst.", vervolg="Noem een andere collega.")
    if any(periode.van <= tot and van <= periode.tot for periode in collega.afwezig):
        raise Invoerfout(f"{collega.id} is dan zelf (deels) afwezig.", vervolg="Noem een andere collega.")


def _bewaar(werk: Werkeenheid, omgeving: Omgeving, mens: Medewerker, actie: str, **detail: str) -> None:
    fouten = onbekend_in(mens, omgeving.organisatie)
    if fouten:
        regels = "\n".join(f"  - {fout}" for fout in fouten)
        raise Invoerfout(f"Medewerker {mens.id} klopt niet:\n{regels}", vervolg="Er is niets opgeslagen.")
    beeld = omgeving.beeld()
    toets_antwoord(omgeving, Moment.MEDEWERKER, MedewerkerToets(mens, beeld), f"Medewerker {mens.id}")
    werk.medewerkers.bewaar(mens)
    werk.log(actie, detail={"medewerker": mens.id, "functie": mens.functie, **detail})
    werk.commit()
