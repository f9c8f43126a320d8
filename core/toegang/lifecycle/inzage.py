"""Opening a file: every read is logged, and only who had it open may decide (L-140, L-147)."""

from __future__ import annotations

from datetime import date

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.zaak import Zaak
from toegang.guards.contexten_mensen import InzageToets
from toegang.guards.register import Moment, toets, weiger_bij_overtreding
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.storage import Actor, Werkeenheid

INGEZIEN = "zaak.ingezien"


def open_zaak(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Zaak:
    """Open the file of a zaak and log who did.

    Args:
        omgeving: the gemeente.
        actor: who opens it.
        zaak_id: zaaknummer.

    Returns:
        The zaak.

    Raises:
        Regelovertreding: who opens it has no role in it, where the gemeente confirmed L-140.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        regels = toets_inzage(werk, actor, zaak, omgeving.beeld(), omgeving.bevestigd)
        if weigert(regels):
            werk.log(GEWEIGERD, zaak=zaak.id, dossier=zaak.dossier_id, detail={"stap": "inzage", "regels": "L-140"})
            werk.commit()
        weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
        werk.log(INGEZIEN, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    return zaak


def toets_inzage(
    werk: Werkeenheid,
    actor: Actor,
    zaak: Zaak,
    beeld: Gemeentebeeld,
    bevestigd: frozenset[str] = frozenset(),
) -> tuple[Regeltoets, ...]:
    """Return what the rules say of opening a file; nothing is raised or stored.

    Args:
        werk: a unit of work.
        actor: who opens it.
        zaak: the zaak.
        beeld: the gemeente on the day of today.
        bevestigd: rules of law that a jurist of this gemeente confirmed.
    """
    mens = werk.medewerkers.haal(actor.medewerker) if actor.medewerker else None
    context = InzageToets(
        zaak=zaak,
        medewerker=mens.id if mens else None,
        namens=_namens(werk, mens.id, beeld.peildatum) if mens else frozenset(),
        teams=frozenset(mens.teams) if mens else frozenset(),
        functie=mens.functie if mens else None,
        betrokken=_betrokken(werk, zaak),
        functies=_functies(zaak, beeld),
        standteams=frozenset(filter(None, (zaak.team or zaak.bestemming,))),
    )
    return toets(Moment.INZAGE, context, beeld, bevestigd)


def weigert(regels: tuple[Regeltoets, ...]) -> bool:
    """Tell whether one of the rules refuses."""
    return any(item.oordeel is Oordeel.GEWEIGERD for item in regels)


def _namens(werk: Werkeenheid, medewerker: str, dag: date) -> frozenset[str]:
    weg = ((mens.id, mens.afwezig_op(dag)) for mens in werk.medewerkers.zoek())
    return frozenset({medewerker, *(id for id, periode in weg if periode and periode.vervanger == medewerker)})


def _betrokken(werk: Werkeenheid, zaak: Zaak) -> frozenset[str]:
    """Return who works on a zaak, adviseurs included, and who has a role in the regie over the household."""
    regie = werk.regie.huidig(zaak.dossier_id)
    rollen = regie.rollen().values() if regie else ()
    return frozenset((*zaak.leden, *werk.caseload.van_zaak(zaak.id), *rollen))


def _functies(zaak: Zaak, beeld: Gemeentebeeld) -> frozenset[str]:
    """Return the functies that have a step in a zaak, as far as the gemeente said which."""
    organisatie = beeld.organisatie
    route = organisatie.route(zaak.wet, zaak.problematiek, beeld.peildatum)
    # whoever works at the door opens the file until a team has it
    loket = organisatie.loket(zaak.bestemming or "") if zaak.team is None else None
    functies = {organisatie.archiefactor} | ({loket.functie} if loket is not None else set())
    if route is not None:
        functies |= {route.toets_rol, route.besluit_rol, route.ondertekenaar_functie}
        functies |= {route.verzend_rol, route.bezwaar_rol}
    return frozenset(functie for functie in functies if functie)


def had_open(werk: Werkeenheid, zaak_id: str, medewerker_id: str) -> bool:
    """Tell whether this medewerker opened the file before."""
    return any(regel.medewerker == medewerker_id for regel in werk.logboek.regels(zaak=zaak_id, actie=INGEZIEN))
