"""Rules on people: who may be on the staff in which role, even distribution, overleg, and opening a file."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.medewerker import Kandidaat
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiedelen import Team
from toegang.domain.team import Teamlid
from toegang.guards.contexten import BesluitToets, TeamToets
from toegang.guards.contexten_mensen import MedewerkerToets, OverlegToets
from toegang.guards.register import Moment, Regelsoort, regel

# --- who may be on the staff -------------------------------------------------------------------------


@regel(
    "S-11", Regelsoort.ORGANISATIE, Moment.MEDEWERKER, "In een wijkteam werkt alleen wie in dienst is van de gemeente."
)
def team_alleen_gemeente(t: MedewerkerToets) -> Iterable[str]:
    """S-11: somebody of another employer is not let into a standing team either."""
    mens = t.medewerker
    if mens.teams and mens.werkgeversoort is not Werkgeversoort.GEMEENTE:
        yield f"{mens.id} is in dienst van een ander ({mens.werkgeversoort}) en kan niet in {', '.join(mens.teams)}"


@regel(
    "W-8",
    Regelsoort.ORGANISATIE,
    Moment.MEDEWERKER,
    "Wie bij een aanbieder werkt, komt alleen in een team waar de gemeente adviseurs van aanbieders toelaat.",
    basis=True,
)
def team_zonder_aanbieder(t: MedewerkerToets) -> Iterable[str]:
    """W-8: tenant policy ``aanbieder_in_team``, as for the casusteam."""
    eigen = t.beeld.organisatie.regels.get("W-8")
    adviserend = eigen is not None and "adviserend" in eigen.lijsten.get("aanbieder_in_team", ())
    mens = t.medewerker
    if mens.werkgeversoort is Werkgeversoort.AANBIEDER and mens.teams and not adviserend:
        yield f"{mens.id} werkt bij een aanbieder en kan niet in {', '.join(mens.teams)}"


@regel(
    "W-5",
    Regelsoort.ORGANISATIE,
    Moment.MEDEWERKER,
    "Cliënten ondersteunen en beoordelen gaan niet samen in één persoon.",
    basis=True,
)
def geen_botsende_functie(t: MedewerkerToets) -> Iterable[str]:
    """W-5: who stands beside the client has no functie that assesses."""
    functie = t.beeld.organisatie.functie(t.medewerker.functie)
    if functie is not None and functie.beoordeelt and _ondersteunt(t.medewerker.werkgeversoort, t):
        yield f"{t.medewerker.id} doet cliëntondersteuning, en de functie '{functie.id}' beoordeelt"


@regel(
    "B-58",
    Regelsoort.ORGANISATIE,
    Moment.MEDEWERKER,
    "Cliëntondersteuning staat niet onder de toegang, zodat zij kritisch kan blijven.",
)
def ondersteuning_staat_los(t: MedewerkerToets) -> Iterable[str]:
    """B-58: not employed by, nor in a team of, nor hierarchically under who does the access."""
    mens, organisatie = t.medewerker, t.beeld.organisatie
    if not _ondersteunt(mens.werkgeversoort, t):
        return
    if mens.werkgeversoort.is_bestuursorgaan:
        yield f"{mens.id} ondersteunt cliënten en is in dienst van '{mens.werkgever}', dat zelf de toegang doet"
    toegang = [team for team in organisatie.teams if not team.adviserend]
    for team in toegang:
        if team.id in mens.teams:
            yield f"{mens.id} ondersteunt cliënten en zit in '{team.id}', dat de toegang doet"
    boven = _boven(mens.werkgever, organisatie)
    for werkgever in boven:
        if _doet_toegang(werkgever, toegang, organisatie):
            yield f"'{mens.werkgever}' ondersteunt cliënten en valt onder '{werkgever}', dat zelf de toegang doet"


def _ondersteunt(soort: Werkgeversoort, t: MedewerkerToets) -> bool:
    functie = t.beeld.organisatie.functie(t.medewerker.functie)
    return soort is Werkgeversoort.CLIENTONDERSTEUNING or (functie is not None and functie.ondersteunt_client)


def _boven(werkgever: str, organisatie: Organisatie) -> tuple[str, ...]:
    """Return the employers above one, the nearest first; a circle ends it."""
    boven = {item.id: item.valt_onder for item in organisatie.werkgevers}
    keten: list[str] = []
    huidig = boven.get(werkgever)
    while huidig is not None and huidig not in keten and huidig != werkgever:
        keten.append(huidig)
        huidig = boven.get(huidig)
    return tuple(keten)


def _doet_toegang(werkgever: str, toegang: list[Team], organisatie: Organisatie) -> bool:
    soort = next((item.soort for item in organisatie.werkgevers if item.id == werkgever), None)
    return (soort is not None and soort.is_bestuursorgaan) or any(werkgever in team.werkgevers for team in toegang)


# --- even distribution -------------------------------------------------------------------------------


@regel("B-36", Regelsoort.ORGANISATIE, Moment.TEAM, "Zaken worden gelijk verdeeld over wie even geschikt is.")
def gelijkmatig_verdeeld(t: TeamToets) -> Iterable[str]:
    """B-36: nobody is chosen while an equally suitable colleague has fewer zaken; a person may say why not."""
    eigen = t.beeld.organisatie.regels.get("B-36")
    marge = eigen.getallen.get("marge", 0) if eigen else 0
    for lid, gekozen in _nieuw(t):
        if lid.reden.toelichting.strip() or gekozen.id in _bekend(t):
            continue
        lichter = [item for item in _even_geschikt(gekozen, t) if item.caseload + marge < gekozen.caseload]
        if lichter:
            namen = ", ".join(f"{item.id} met {item.caseload}" for item in lichter)
            yield f"{gekozen.id} heeft {gekozen.caseload} zaken, en even geschikt is {namen}"


@regel(
    "B-37",
    Regelsoort.ORGANISATIE,
    Moment.TEAM,
    "Niemand krijgt een zaak boven het plafond zolang een ander ruimte heeft.",
)
def onder_het_plafond(t: TeamToets) -> Iterable[str]:
    """B-37: the cap counts as long as somebody with the same functie is below it; nobody is left without help."""
    plafond = t.beeld.organisatie.caseload_plafond
    if not isinstance(plafond, int):
        return
    for _, gekozen in _nieuw(t):
        ruimte = [item.id for item in _zelfde_werk(gekozen, t) if item.caseload < plafond]
        if gekozen.caseload >= plafond and ruimte:
            yield (
                f"{gekozen.id} zit met {gekozen.caseload} zaken aan het plafond van {plafond}; "
                f"ruimte heeft {', '.join(ruimte)}"
            )


def _nieuw(t: TeamToets) -> list[tuple[Teamlid, Kandidaat]]:
    """Return who is proposed and was not a lid of this zaak before."""
    voorgesteld = (*t.team.leden, *t.team.adviseurs)
    return [(lid, t.kandidaten[lid.medewerker]) for lid in voorgesteld if lid.medewerker not in t.zaak.leden]


def _bekend(t: TeamToets) -> frozenset[str]:
    regie = t.huishouden.regie
    return frozenset(regie.rollen().values()) if regie else frozenset()


def _zelfde_werk(gekozen: Kandidaat, t: TeamToets) -> list[Kandidaat]:
    """Return colleagues of the same employer and functie who are at work and may do the same in this zaak."""
    bezet = {lid.medewerker for lid in (*t.team.leden, *t.team.adviseurs)}
    return [
        item
        for item in sorted(t.kandidaten.values(), key=lambda item: item.id)
        if item.id not in bezet
        and item.aanwezig
        and (item.functie, item.werkgever) == (gekozen.functie, gekozen.werkgever)
        and set(item.wetten) >= set(gekozen.wetten)
        and set(item.registers) >= set(gekozen.registers)
        and set(item.teams) >= set(gekozen.teams)
    ]


def _even_geschikt(gekozen: Kandidaat, t: TeamToets) -> list[Kandidaat]:
    """Return colleagues who fit in every respect but the number of zaken."""
    gebied = t.zaak.gebied or t.huishouden.gebied

    def kent(item: Kandidaat) -> bool:
        return gebied is None or not item.gebieden or gebied in item.gebieden

    return [
        item
        for item in _zelfde_werk(gekozen, t)
        if set(item.disciplines) >= set(gekozen.disciplines)
        and item.specialisme == gekozen.specialisme
        and (kent(item) or not kent(gekozen))
    ]


# --- roles that do not go together, overleg, inzage --------------------------------------------------


@regel(
    "W-5",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Wie in een zaak adviseert of de cliënt ondersteunt, toetst en beslist daar niet.",
    basis=True,
)
def adviseur_beslist_niet(t: BesluitToets) -> Iterable[str]:
    """W-5, B-31: one person has no two roles that clash in the same zaak."""
    adviseurs = {lid.medewerker for lid in t.team.adviseurs}
    for rol, wie in (("beslist", t.besluit.beslisser), ("toetst", t.besluit.toetser)):
        if wie is None:
            continue
        if wie.medewerker in adviseurs:
            yield f"{wie.medewerker} adviseert in deze zaak en {rol} nu ook"
        if wie.werkgeversoort is Werkgeversoort.CLIENTONDERSTEUNING:
            yield f"{wie.medewerker} doet cliëntondersteuning en {rol} nu ook"


@regel(
    "B-22",
    Regelsoort.ORGANISATIE,
    Moment.OVERLEG,
    "Over een cliënt wordt niet met velen tegelijk overlegd; alleen voor de veiligheid, volgens een protocol.",
)
def geen_overlegtafel(t: OverlegToets) -> Iterable[str]:
    """B-22: no table of several disciplines about a client who is not there, unless a safety protocol asks it."""
    if t.overleg.inwoner_erbij or t.overleg.protocol:
        return
    velden = {_vakgebied(t.kandidaten[id]) for id in t.overleg.deelnemers}
    if len(velden) > 1 and len(t.overleg.deelnemers) > 2:
        yield (
            f"{len(t.overleg.deelnemers)} deelnemers uit {len(velden)} vakgebieden bespreken de zaak zonder de "
            "inwoner, en er is geen veiligheidsprotocol genoemd"
        )


def _vakgebied(mens: Kandidaat) -> str:
    return mens.specialisme or mens.functie
