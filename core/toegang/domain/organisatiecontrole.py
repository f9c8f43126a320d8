"""Does everything that ``organisatie.toml`` names exist, and does it hang together? Faults a person must mend.

What is not even valid by itself is refused when the file is read (:class:`~toegang.domain.organisatie.Organisatie`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from toegang.domain.begrippen import Besluitsoort, Kanaal, Wet
from toegang.domain.mandaat import Mandaatvraag, zoek_mandaat
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.organisatie import Organisatie
from toegang.domain.tomlplaats import Pad

ALTIJD_OPEN = frozenset(Kanaal) - {Kanaal.MIJN_INKOMEN}
"""Roads on which a resident may always come (L-36)."""
_ROLLEN = ("voorstel_rol", "toets_rol", "besluit_rol", "ondertekenaar_functie", "verzend_rol", "bezwaar_rol")
_BEGIN, _EINDE = date.min, date.max


@dataclass(frozen=True)
class Gebrek:
    """Something in the data that a person must mend.

    Args:
        pad: where: names, and 0-based places in lists.
        wat: what is wrong, in Dutch.
        herstel: how to mend it.
        regel: id of the rule behind it; empty when there is none.
    """

    pad: Pad
    wat: str
    herstel: str
    regel: str = ""


def gebreken(organisatie: Organisatie, ruw: Mapping[str, Any], op: date) -> Iterator[Gebrek]:
    """Give every fault in how the data hang together.

    Args:
        organisatie: the gemeente, with its open keys answered as far as they are.
        ruw: ``organisatie.toml`` as read, with the open keys in it.
        op: day on which mandates and routes must run.
    """
    yield from _open_sleutels(ruw, op)
    yield from _dubbel(organisatie)
    yield from _datums(organisatie)
    yield from _namen(organisatie)
    yield from _kanalen(organisatie)
    yield from _wetten(organisatie, op)


def _open_sleutels(ruw: Mapping[str, Any], op: date) -> Iterator[Gebrek]:
    """A key that is left open without a question can never be answered; about what has ended, nobody is asked."""
    gevraagd = {item.get("sleutel") for item in ruw.get("open", ()) if isinstance(item, Mapping)}
    for pad, sleutel in _verwijzingen(ruw, (), op):
        if sleutel not in gevraagd:
            yield Gebrek(
                pad,
                f"laat '{sleutel}' open, maar die vraag staat niet onder [[open]]",
                f'zet erbij: [[open]] met sleutel = "{sleutel}", regel, frase en vraag',
            )


def _verwijzingen(deel: Any, pad: Pad, op: date) -> Iterator[tuple[Pad, str]]:
    if isinstance(deel, str) and deel.startswith(VOORVOEGSEL):
        yield pad, deel.removeprefix(VOORVOEGSEL)
    elif isinstance(deel, Mapping):
        tot = deel.get("geldig_tot")
        for naam, waarde in deel.items() if not isinstance(tot, date) or tot >= op else ():
            yield from _verwijzingen(waarde, (*pad, naam), op)
    elif isinstance(deel, list | tuple):
        for nummer, waarde in enumerate(deel):
            yield from _verwijzingen(waarde, (*pad, nummer), op)


def _dubbel(organisatie: Organisatie) -> Iterator[Gebrek]:
    """The same id twice, unless the periods follow each other."""
    for soort, items in _lijsten(organisatie).items():
        for nummer, item in enumerate(items):
            for eerder in items[:nummer]:
                if item.id == eerder.id and _overlapt(item, eerder):
                    wat = f"{soort} '{item.id}' staat er twee keer op dezelfde dagen"
                    yield Gebrek((soort, nummer, "id"), wat, "geef een van beide een andere id of andere dagen")


def _lijsten(organisatie: Organisatie) -> dict[str, Sequence[Any]]:
    return {
        "loket": organisatie.loketten,
        "team": organisatie.teams,
        "functie": organisatie.functies,
        "werkgever": organisatie.werkgevers,
        "mandaat": organisatie.mandaten,
    }


def _overlapt(een: Any, ander: Any) -> bool:
    begin = max(een.geldig_van or _BEGIN, ander.geldig_van or _BEGIN)
    return begin <= min(een.geldig_tot or _EINDE, ander.geldig_tot or _EINDE)


def _datums(organisatie: Organisatie) -> Iterator[Gebrek]:
    meer = {
        "gebied": organisatie.gebieden,
        "besluitroute": organisatie.besluitroutes,
        "regeling": organisatie.regelingen,
        "inzage": organisatie.inzage,
        "uitvoering": organisatie.uitvoeringen,
        "delegatie": organisatie.delegaties,
        "bestuursorgaan": organisatie.organen,
    }
    for soort, items in {**_lijsten(organisatie), **meer}.items():
        for nummer, item in enumerate(items):
            if item.geldig_van and item.geldig_tot and item.geldig_tot < item.geldig_van:
                wat = f"eindigt op {item.geldig_tot.isoformat()}, voor het begint op {item.geldig_van.isoformat()}"
                yield Gebrek((soort, nummer, "geldig_tot"), wat, "zet de datums in de goede volgorde")
    for id, regel in organisatie.regels.items():
        if regel.geldig_van and regel.geldig_tot and regel.geldig_tot < regel.geldig_van:
            yield Gebrek(("regels", id, "geldig_tot"), "eindigt voor het begint", "zet de datums in de goede volgorde")


def _namen(organisatie: Organisatie) -> Iterator[Gebrek]:
    functies = tuple(item.id for item in organisatie.functies)
    loketten = tuple(item.id for item in organisatie.loketten)
    werkgevers = tuple(item.id for item in organisatie.werkgevers)
    for pad, naam in _genoemde_functies(organisatie):
        yield from _bestaat(pad, naam, "functie", functies)
    for nummer, loket in enumerate(organisatie.loketten):
        if loket.geeft_door_aan == loket.id:
            wat = f"loket '{loket.id}' geeft door aan zichzelf"
            yield Gebrek(("loket", nummer, "geeft_door_aan"), wat, "noem een ander loket of laat de sleutel weg")
        elif loket.geeft_door_aan is not None:
            yield from _bestaat(("loket", nummer, "geeft_door_aan"), loket.geeft_door_aan, "loket", loketten)
    for nummer, team in enumerate(organisatie.teams):
        for werkgever in team.werkgevers:
            yield from _bestaat(("team", nummer, "werkgevers"), werkgever, "werkgever", werkgevers)
    genoemd = (
        *(("werkgever", nummer, "valt_onder", item.valt_onder) for nummer, item in enumerate(organisatie.werkgevers)),
        *(("bestuursorgaan", nummer, "werkgever", item.werkgever) for nummer, item in enumerate(organisatie.organen)),
    )
    for soort, nummer, veld, werkgever_id in genoemd:
        if werkgever_id is not None:
            yield from _bestaat((soort, nummer, veld), werkgever_id, "werkgever", werkgevers)


def _genoemde_functies(organisatie: Organisatie) -> Iterator[tuple[Pad, str]]:
    lijsten: tuple[tuple[str, Sequence[Any], tuple[str, ...]], ...] = (
        ("loket", organisatie.loketten, ("functie",)),
        ("besluitroute", organisatie.besluitroutes, _ROLLEN),
        ("mandaat", organisatie.mandaten, ("functie", "vervangende_functie")),
        ("inzage", organisatie.inzage, ("functies",)),
    )
    for soort, items, velden in lijsten:
        for nummer, item in enumerate(items):
            for veld in velden:
                yield from (((soort, nummer, veld), naam) for naam in _als_rij(getattr(item, veld)))
    for veld, waarde in organisatie.nazorg:
        if veld.endswith("_rol"):
            yield from ((("nazorg", veld), naam) for naam in _als_rij(waarde))
    yield ("archiefactor",), organisatie.archiefactor


def _als_rij(waarde: Any) -> tuple[str, ...]:
    return (waarde,) if isinstance(waarde, str) else tuple(waarde or ())


def _bestaat(pad: Pad, naam: str, soort: str, bekend: Sequence[str]) -> Iterator[Gebrek]:
    if not naam.startswith(VOORVOEGSEL) and naam not in bekend:
        keuze = ", ".join(dict.fromkeys(bekend))
        yield Gebrek(pad, f"noemt {soort} '{naam}', en die bestaat niet", f"kies uit: {keuze}; of voeg haar toe")


def _kanalen(organisatie: Organisatie) -> Iterator[Gebrek]:
    open_ = {kanaal for loket in organisatie.loketten for kanaal in loket.kanalen}
    for kanaal in sorted(ALTIJD_OPEN - open_):
        wat = f"geen enkel loket neemt een vraag aan langs {kanaal}; die weg mag niet dicht"
        yield Gebrek(("loket",), wat, f'zet "{kanaal}" bij de kanalen van een loket', "L-36")


def _wetten(organisatie: Organisatie, op: date) -> Iterator[Gebrek]:
    for wet in Wet:
        routes = [
            (nummer, route)
            for nummer, route in enumerate(organisatie.besluitroutes)
            if (not route.wetten or wet in route.wetten)
            and (route.geldig_van or _BEGIN) <= op <= (route.geldig_tot or _EINDE)
        ]
        if not routes:
            wat = f"er is geen besluitroute voor {wet} op {op.isoformat()}"
            yield Gebrek(("besluitroute",), wat, f'voeg een [[besluitroute]] toe met wetten = ["{wet}"]')
        for nummer, route in routes:
            functies = [organisatie.functie(rol) for rol in route.voorstel_rol]
            if not any(item and wet in item.beoordeelt for item in functies):
                wat = f"geen functie van deze route mag {wet} beoordelen"
                herstel = f'zet "{wet}" bij beoordeelt van {" of ".join(route.voorstel_rol)}, of noem een andere rol'
                yield Gebrek(("besluitroute", nummer, "voorstel_rol"), wat, herstel, "W-6")
            yield from _mandaten(organisatie, wet, nummer, op)


def _mandaten(organisatie: Organisatie, wet: Wet, nummer: int, op: date) -> Iterable[Gebrek]:
    route = organisatie.besluitroutes[nummer]
    for veld in ("besluit_rol", "ondertekenaar_functie"):
        functie = getattr(route, veld)
        if functie.startswith(VOORVOEGSEL):
            continue
        vraag = Mandaatvraag(functie=functie, wet=wet, besluitsoort=Besluitsoort.TOEKENNING, op=op)
        if zoek_mandaat(organisatie.mandaten, vraag) is None:
            wat = f"functie '{functie}' heeft op {op.isoformat()} geen mandaat voor een toekenning op grond van {wet}"
            herstel = f'voeg een [[mandaat]] toe met functie = "{functie}"'
            yield Gebrek(("besluitroute", nummer, veld), wat, herstel, "L-21")
