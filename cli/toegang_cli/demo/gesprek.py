"""The gesprek of a demo zaak: the own plan before it, its report in one or two parts, and the copy for the resident."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from toegang.domain.begrippen import Akkoord, Besluitsoort, Wet, Zelfregie
from toegang.domain.gesprek import Verstrekking
from toegang.domain.gespreksmap import Eigenplanstap
from toegang.domain.levensdomeinen import NIET_AAN_DE_ORDE, domeinen_van
from toegang.domain.verslag import Bron
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.lifecycle.eigenplan import Eigenplanopgave, eigenplan_van, leg_eigenplan_vast
from toegang.lifecycle.gesprek import Gespreksverslag, laatste_verslag, leg_gesprek_vast, verstrek_verslag
from toegang_cli.demo.scenario import Scenario, Vraag

_PLAN_OP, _DEEL_1_OP, _DEEL_2_OP, _VERSTREKT_OP = 5, 10, 12, 14
"""Days after the question came in."""
_DOMEIN = {
    "vervoerspas": "meedoen",
    "rolstoel": "gezondheid",
    "traplift": "wonen",
    "beschermd-wonen": "wonen",
    "jeugd-ambulant": "gezin",
    "algemene-bijstand": "werken",
    "schuldhulpverlening": "financien",
    "dagbesteding": "netwerk",
}
_ONDERZOEK = {
    "a": "De inwoner wil zelfstandig blijven wonen en meedoen zoals voorheen.",
    "d": "De mantelzorger houdt het vol en wil nu zelf geen hulp.",
    "f": "Er is afgestemd met de huisarts; de zorgverzekering vergoedt dit niet.",
    "g": "De eigen bijdrage is uitgelegd, met het bedrag en wie de rekening stuurt.",
}


def voer_gesprek(gemeente: Gemeente, zaak: Zaak, scenario: Scenario, vraag: Vraag, voerder: str) -> None:
    """Record the own plan and the report; where Het Gesprek has two parts, on two days.

    Args:
        gemeente: the gemeente, opened.
        zaak: the zaak.
        scenario: what is said.
        vraag: the question of this zaak.
        voerder: medewerker id of who holds it.
    """
    actor = gemeente.actor(voerder)
    _eigen_plan(gemeente, zaak, scenario, vraag, voerder)
    velden = _deel_1(gemeente, zaak, vraag, voerder)
    if "D-15" in gemeente.omgeving.organisatie.regels:
        with gemeente.omgeving.werk(actor) as werk:
            begonnen = laatste_verslag(werk, zaak.id) is not None
        if not begonnen:
            leg_gesprek_vast(gemeente.omgeving, actor, zaak.id, Gespreksverslag.model_validate(velden))
        velden["deel_2"] = {"op": _dag(zaak, _DEEL_2_OP), "gevoerd_door": voerder, "plaats": "THUIS"}
    velden |= _deel_2(vraag)
    leg_gesprek_vast(gemeente.omgeving, actor, zaak.id, Gespreksverslag.model_validate(velden))


def geef_verslag(gemeente: Gemeente, zaak: Zaak, voerder: str) -> None:
    """Give the resident the report, if that was not done yet (L-55).

    Args:
        gemeente: the gemeente, opened.
        zaak: the zaak.
        voerder: medewerker id of who gives it.
    """
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        verslag = laatste_verslag(werk, zaak.id)
    if verslag is not None and verslag.verstrekt_op is None:
        dag = _dag(zaak, _VERSTREKT_OP)
        verstrek_verslag(gemeente.omgeving, gemeente.actor(voerder), zaak.id, dag, Verstrekking.POST)


def _eigen_plan(gemeente: Gemeente, zaak: Zaak, scenario: Scenario, vraag: Vraag, voerder: str) -> None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        stand = eigenplan_van(werk, zaak)
    if stand.plan is not None or stand.afgezien is not None:
        return
    if scenario.zelfregie is Zelfregie.KAN_ZELF:
        stap, tekst = Eigenplanstap.ONTVANGEN, f"{vraag.woorden} Ik wil dit zo veel mogelijk zelf blijven regelen."
    else:
        stap, tekst = Eigenplanstap.AFGEZIEN, "De inwoner maakt het plan liever samen, in het gesprek."
    opgave = Eigenplanopgave(stap=stap, op=_dag(zaak, _PLAN_OP), tekst=tekst)
    leg_eigenplan_vast(gemeente.omgeving, gemeente.actor(voerder), zaak.id, opgave)


def _deel_1(gemeente: Gemeente, zaak: Zaak, vraag: Vraag, voerder: str) -> dict[str, Any]:
    organisatie = gemeente.omgeving.organisatie
    domein = _DOMEIN.get(vraag.product or "", "zelfzorg")
    domeinen = {id: vraag.waarom if id == domein else NIET_AAN_DE_ORDE for id in domeinen_van(organisatie)}
    gezin = dict.fromkeys(("wmo", "jeugdwet", "participatiewet"), NIET_AAN_DE_ORDE)
    gezin |= {zaak.wet.lower(): vraag.woorden} if zaak.wet.lower() in gezin else {}
    velden = {
        "op": _dag(zaak, _DEEL_1_OP),
        "plaats": "THUIS",
        "gevoerd_door": voerder,
        "gepland_door": voerder,
        "aanwezig": ("OUDER" if zaak.wet is Wet.JEUGDWET else "INWONER", "FAMILIE"),
        "inbreng": vraag.woorden,
        "eigen_plan": "Het eigen plan, of dat de inwoner er geen maakte, was het begin van het gesprek.",
        "eigen_verantwoordelijkheid_uitgelegd": True,
        "vraagverheldering": f"De inwoner zegt: {vraag.woorden}",
        "resultaat": "De inwoner kan zo lang mogelijk thuis wonen en meedoen.",
        "samenhang": "Lukt dit weer, dan blijft er ook tijd en rust over voor de rest van het gezin.",
        "levensdomeinen": domeinen,
        "gezin": gezin | {"situatie": "Er is gekeken naar iedereen in huis, en naar wat er verder speelt."},
        "medisch_complex": False,
        "maatwerk_besproken_op": _dag(zaak, _DEEL_1_OP),
    }
    if zaak.wet is Wet.WMO:
        velden["onderzoek"] = _ONDERZOEK
        pgb = "Met de folder, en met een voorbeeld van wat u dan zelf regelt."
        velden["pgb"] = {"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True, "hoe": pgb}
    if "B-27" in organisatie.regels:
        velden["zrm"] = {"instrumentele-adl": 3, "financien": 2 if domein == "financien" else 4}
    return velden


def _deel_2(vraag: Vraag) -> dict[str, Any]:
    van = _bron(vraag)
    bijdragen = (
        (Bron.ZELF, f"Wat lukt, doet de inwoner zelf. {vraag.waarom}"),
        (Bron.OMGEVING, "Familie en buren springen bij waar zij kunnen."),
        (Bron.VOORLIGGEND, "De inloop en de klussendienst in de buurt zijn besproken."),
        (Bron.GEMEENTE, "De gemeente kan helpen met wat dan nog niet lukt."),
    )
    oplossing = {
        "wat": "Samen gekozen: wat de inwoner zelf kan, met hulp waar dat nodig is.",
        "van": van,
        "product": "" if vraag.genoeg else vraag.product or "",
        "waarom": vraag.waarom,
        "inwoner": "De inwoner kan hiermee verder.",
        "aanbieders": ("aanbieder A", "aanbieder B"),
    }
    return {
        "bijdrage": [{"van": bron, "wat": wat, "genoeg": bron is van is not Bron.GEMEENTE} for bron, wat in bijdragen],
        "oplossingen": "Samen is besproken wat de inwoner zelf kan, wat de omgeving kan en wat de gemeente kan doen.",
        "oplossing": [oplossing],
        "akkoord": Akkoord.GEACCORDEERD,
    }


def _bron(vraag: Vraag) -> Bron:
    if vraag.besluit is Besluitsoort.AFWIJZING:
        return Bron.ZELF
    return Bron.VOORLIGGEND if vraag.genoeg else Bron.GEMEENTE


def _dag(zaak: Zaak, dagen: int) -> date:
    return zaak.ontvangen_op + timedelta(days=dagen)
