"""Which registrations end, which zaken then break a rule, and who no longer fits the organisation."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.medewerker import Medewerker
from toegang.domain.spoor import Oordeel
from toegang.domain.zaak import Zaak
from toegang.guards.contexten import TeamToets
from toegang.guards.register import Moment, toets
from toegang.lifecycle.medewerkers import onbekend_in, regiedossiers, toets_medewerker
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import aan_het_werk, team_van
from toegang.storage import Werkeenheid

REGISTRATIEREGELS = frozenset({"L-89", "B-35"})
"""Rules that ask for a valid registration on a youth zaak."""


@dataclass(frozen=True)
class Registratieeinde:
    """A registration that ends, and what that does.

    Args:
        medewerker: id.
        soort: register, e.g. SKJ.
        laatste_dag: last day on which it is valid.
        zaken: open zaken that break a rule from the day after, each with that rule and its message.
    """

    medewerker: str
    soort: str
    laatste_dag: date
    zaken: tuple[tuple[str, str, str], ...]


@dataclass(frozen=True)
class Personeelsfout:
    """Something about a medewerker that is not right, with the rule when there is one."""

    medewerker: str
    regel: str
    wat: str
    herstel: str


def aflopende_registraties(werk: Werkeenheid, omgeving: Omgeving, dagen: int) -> tuple[Registratieeinde, ...]:
    """Return registrations that ended already or end soon, of who is employed, the earliest first.

    A registration that was renewed (a later one in the same register) is left out.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        dagen: how many days ahead.
    """
    grens = omgeving.vandaag() + timedelta(days=dagen)
    gevonden = []
    for mens in werk.medewerkers.zoek():
        if not mens.in_dienst_op(omgeving.vandaag()):
            continue
        laatste: dict[str, date] = {}
        for bewijs in mens.registraties:
            laatste[bewijs.soort] = max(bewijs.geldig_tot, laatste.get(bewijs.soort, bewijs.geldig_tot))
        for soort, einde in laatste.items():
            if einde <= grens:
                gevonden.append(Registratieeinde(mens.id, soort, einde, _gevolgen(werk, omgeving, mens, einde)))
    return tuple(sorted(gevonden, key=lambda item: (item.laatste_dag, item.medewerker, item.soort)))


def personeelsfouten(werk: Werkeenheid, omgeving: Omgeving) -> tuple[Personeelsfout, ...]:
    """Return who does not fit the organisation or a rule, and who left with work or an account behind."""
    gevonden: list[Personeelsfout] = []
    for mens in sorted(werk.medewerkers.zoek(), key=lambda item: item.id):
        rol = f"toegang medewerker rol {mens.id}"
        gevonden += [Personeelsfout(mens.id, "", fout, rol) for fout in onbekend_in(mens, omgeving.organisatie)]
        gevonden += [
            Personeelsfout(mens.id, item.regel, item.boodschap, rol)
            for item in toets_medewerker(omgeving, mens)
            if item.oordeel is not Oordeel.VOLDOET
        ]
        if mens.in_dienst_op(omgeving.vandaag()):
            continue
        zaken, regie = werk.caseload.zaken_van(mens.id), regiedossiers(werk, mens.id)
        if zaken or regie:
            wat = f"is niet in dienst en heeft nog {len(zaken)} zaken en regie over {len(regie)} huishoudens"
            gevonden.append(Personeelsfout(mens.id, "", wat, f"toegang medewerker overdragen {mens.id} --verdeel"))
        if mens.account is not None:
            mend = f"toegang medewerker account {mens.id} --ontkoppel"
            gevonden.append(Personeelsfout(mens.id, "", "is niet in dienst en heeft nog een account", mend))
    return tuple(gevonden)


def _gevolgen(werk: Werkeenheid, omgeving: Omgeving, mens: Medewerker, einde: date) -> tuple[tuple[str, str, str], ...]:
    """Ask the rules on registration as on the day after, for every zaak that this person is on."""
    dag = max(einde + timedelta(days=1), omgeving.vandaag())
    gevonden: list[tuple[str, str, str]] = []
    for zaak_id in werk.caseload.zaken_van(mens.id):
        gevonden += _op_die_dag(werk, omgeving, werk.zaken.haal(zaak_id), dag)
    return tuple(gevonden)


def _op_die_dag(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, dag: date) -> list[tuple[str, str, str]]:
    team, beeld = team_van(werk, zaak.id), omgeving.beeld(dag)
    mensen = kandidaten(werk, omgeving)
    for id in aan_het_werk(team):
        mensen[id] = werk.medewerkers.haal(id).als_kandidaat(dag, mensen[id].caseload)
    context = TeamToets(zaak, huishouden_van(werk, zaak), mensen, team, beeld)
    regels = toets(Moment.TEAM, context, beeld, omgeving.bevestigd)
    return [
        (zaak.id, item.regel, item.boodschap)
        for item in regels
        if item.regel in REGISTRATIEREGELS and item.oordeel is not Oordeel.VOLDOET
    ]
