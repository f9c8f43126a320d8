"""What must be done today: zaken that wait for a step, letters, notices that are due, and who does it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from toegang.domain.beleid import Besluitroute
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.gespreksafspraak import Gespreksafspraak
from toegang.domain.levensloop import Stap, volgende_stap
from toegang.domain.openstaand import VOORVOEGSEL
from toegang.domain.opschorting import Opschorting
from toegang.domain.schakels import Mijlpaal
from toegang.domain.signalering import Signalering
from toegang.domain.termijnzaak import Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.lifecycle.afspraak import komende_afspraken
from toegang.lifecycle.besluitstand import besluitstand
from toegang.lifecycle.mensenwerk import namens
from toegang.lifecycle.nazorgwerk import ziet_alles
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.planwerk import Kopiewerk, open_kopieen
from toegang.lifecycle.regiewerk import Regiewerk, regiewerk
from toegang.lifecycle.termijnen import Zaakstand, beleid_van, feiten_van, termijnen_van_alle
from toegang.lifecycle.verslagwerk import Gesprekswerk, gesprekswerk
from toegang.storage import Werkeenheid

WEEK = timedelta(days=7)
"""Appointments so far ahead are in the list."""
_DOOR_HET_TEAM = frozenset({Stap.GESPREK, Stap.PLAN, Stap.AANVRAAG})
_BRIEVEN = (Briefstatus.AANGEHOUDEN, Briefstatus.MISLUKT, Briefstatus.TE_MAKEN, Briefstatus.GEMAAKT)


@dataclass(frozen=True)
class Wie:
    """Who does something, as far as is known.

    Args:
        medewerkers: ids of the people of the zaak.
        functie: id of the functie; empty when that is not arranged.
        team: id of the team or loket, when there are no people yet.
    """

    medewerkers: tuple[str, ...] = ()
    functie: str = ""
    team: str = ""

    @property
    def in_woorden(self) -> str:
        """Return the most precise of what is known; empty when nothing is."""
        return self.functie or ", ".join(self.medewerkers) or self.team


@dataclass(frozen=True)
class Wachtend:
    """A zaak that waits for its next step; ``wacht_op`` says for what of a decision."""

    zaak: Zaak
    stap: Stap
    wie: Wie
    vorm_bekend: bool = False
    wacht_op: str = ""


@dataclass(frozen=True)
class Briefwerk:
    """A letter that somebody has to look at, make or send."""

    brief: Brief
    zaak: Zaak
    wie: Wie


@dataclass(frozen=True)
class Meldwerk:
    """A suspension of which the resident was not told yet (Awb 4:15 lid 3 and 4)."""

    record: Termijnrecord
    zaak: Zaak
    wie: Wie
    wat: str


@dataclass(frozen=True)
class Werkvoorraad:
    """What must be done, each list in order of the zaken."""

    standen: tuple[Zaakstand, ...]
    wachtend: tuple[Wachtend, ...]
    brieven: tuple[Briefwerk, ...]
    meldingen: tuple[Meldwerk, ...]
    gesprekken: tuple[Gesprekswerk, ...] = ()
    kopieen: tuple[Kopiewerk, ...] = ()
    regie: tuple[Regiewerk, ...] = ()
    signaleringen: tuple[Signalering, ...] = ()
    afspraken: tuple[Gespreksafspraak, ...] = ()


def werkvoorraad(werk: Werkeenheid, omgeving: Omgeving, medewerker: str | None = None) -> Werkvoorraad:
    """Gather what must be done.

    Args:
        werk: a unit of work.
        omgeving: the gemeente.
        medewerker: only what belongs to this medewerker: own zaken, own functie, own team; who guards the
            progress of all files sees all of it (B-46).

    Raises:
        NietGevonden: the medewerker does not exist.
        ToegangFout: a setting of the gemeente is not a term.
    """
    vandaag = omgeving.vandaag()
    ik = werk.medewerkers.haal(medewerker) if medewerker else None
    voor = namens(werk, ik.id, vandaag) if ik else frozenset()

    def van_mij(wie: Wie) -> bool:
        if ik is None or ziet_alles(omgeving, ik):
            return True
        eigen = not voor.isdisjoint(wie.medewerkers)
        rol = ik.functie in wie.functie.split(", ")
        return eigen or rol or (not wie.medewerkers and wie.team in ik.teams)

    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek()}
    in_bezwaar = {item.zaak_id for item in werk.bezwaren.zoek(afgedaan_op=None)}
    wachtend = [item for zaak in zaken.values() if (item := _wachtend(werk, omgeving, zaak, vandaag)) is not None]
    wie_is_aan_zet = {item.zaak.id: item.wie for item in wachtend}
    lopend = [zaak for zaak in zaken.values() if zaak.open or zaak.id in in_bezwaar]
    eigen = [zaak for zaak in lopend if van_mij(wie_is_aan_zet.get(zaak.id, _team(zaak)))]
    brieven = [
        Briefwerk(brief, zaken[brief.zaak_id], _verzender(omgeving, zaken[brief.zaak_id], vandaag))
        for status in _BRIEVEN
        for brief in werk.brieven.zoek(status=status)
    ]
    return Werkvoorraad(
        standen=tuple(termijnen_van_alle(werk, eigen, vandaag, beleid_van(omgeving))),
        wachtend=tuple(item for item in wachtend if van_mij(item.wie)),
        brieven=tuple(item for item in brieven if van_mij(item.wie) or van_mij(_team(item.zaak))),
        meldingen=tuple(item for item in _meldingen(werk, zaken) if van_mij(item.wie)),
        gesprekken=gesprekswerk(werk, [zaak for zaak in zaken.values() if van_mij(_team(zaak))]),
        kopieen=tuple(item for item in open_kopieen(werk, omgeving, zaken) if van_mij(_team(item.zaak))),
        regie=regiewerk(werk, vandaag, ik),
        signaleringen=tuple(
            item
            for item in werk.signaleringen.zoek(afgehandeld_op=None)
            if ik is None or item.aan in (ik.id, ik.functie)
        ),
        afspraken=tuple(item for item in komende_afspraken(werk, vandaag, medewerker) if item.op <= vandaag + WEEK),
    )


def _wachtend(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, vandaag: date) -> Wachtend | None:
    stap = volgende_stap(zaak.wet, zaak.status)
    if stap is None:
        return None
    # form GEEN: the decision needs no paper, so the zaak can be closed
    zonder = zaak.status is Stap.BESLUIT and Mijlpaal.ZONDER_BESCHIKKING in feiten_van(werk, zaak).dagen
    if zonder:
        stap = Stap.SLUITING
    aan_zet = besluitstand(werk, omgeving, zaak) if zaak.open else None
    if aan_zet is not None:
        wie = Wie(aan_zet.medewerkers, ", ".join(aan_zet.functies) if not aan_zet.medewerkers else "", zaak.team or "")
        return Wachtend(zaak, Stap.BESLUIT, wie, wacht_op=aan_zet.wacht_op)
    return Wachtend(zaak, stap, _wie(omgeving, zaak, stap, vandaag), vorm_bekend=zonder)


def _wie(omgeving: Omgeving, zaak: Zaak, stap: Stap, vandaag: date) -> Wie:
    route = omgeving.organisatie.route(zaak.wet, zaak.problematiek, vandaag)
    team = _team(zaak)
    if stap in _DOOR_HET_TEAM or route is None:
        return team
    if stap is Stap.ARCHIEF:
        return Wie(functie=_bekend(omgeving.organisatie.archiefactor))
    functie = _functie(route, stap)
    return Wie(functie=functie) if functie else team


def _functie(route: Besluitroute, stap: Stap) -> str:
    rollen = {Stap.BESLUIT: route.besluit_rol, Stap.BEKENDMAKING: route.verzend_rol}
    return _bekend(rollen.get(stap, ""))


def _bekend(functie: str) -> str:
    """Return a functie; nothing while the gemeente has not said which."""
    return "" if functie.startswith(VOORVOEGSEL) else functie


def _team(zaak: Zaak) -> Wie:
    return Wie(zaak.leden, team=zaak.team or zaak.bestemming or "")


def _verzender(omgeving: Omgeving, zaak: Zaak, vandaag: date) -> Wie:
    route = omgeving.organisatie.route(zaak.wet, zaak.problematiek, vandaag)
    functie = _bekend(route.verzend_rol) if route else ""
    return Wie(functie=functie) if functie else _team(zaak)


def _meldingen(werk: Werkeenheid, zaken: dict[str, Zaak]) -> list[Meldwerk]:
    gevonden = []
    for record in werk.termijnzaken.zoek():
        item, zaak = record.gebeurtenis, zaken[record.zaak_id]
        if not isinstance(item, Opschorting) or item.ingetrokken_op is not None or not zaak.open:
            continue
        if item.tot is None and item.regel.melden_bij_begin and item.medegedeeld_op is None:
            gevonden.append(Meldwerk(record, zaak, _team(zaak), "meedelen dat de termijn stilstaat"))
        if item.tot is not None and item.regel.melden_bij_einde and item.einde_medegedeeld_op is None:
            gevonden.append(Meldwerk(record, zaak, _team(zaak), "meedelen dat de termijn weer loopt"))
    return gevonden
