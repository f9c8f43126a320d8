"""Hand over a whole caseload in one unit of work: zaken, regie and open hand-overs, with a line for each.

Every zaak meets the team rules again, with the caseload as it is by then; what a rule refuses stays where it is,
and the report says why.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, replace

from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.overdracht import Overdracht, Overdrachtstatus
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.team import Casusteam, Teamlid
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.mensenwerk import bewaar_regie, bewaar_team, door_mens, toets_regie, toets_team
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import aan_het_werk, team_van
from toegang.plugins.casusteam import bekenden, registers_voor
from toegang.plugins.keuze import Wens, kies
from toegang.plugins.regiekeuze import OVERDRACHT
from toegang.storage import Actor, Werkeenheid

TOELICHTING = "Aangewezen bij de overdracht van een hele caseload."


@dataclass(frozen=True)
class Overdrachtregel:
    """What became of one thing that somebody had.

    Args:
        wat: ``zaak``, ``regie`` or ``overdracht``.
        kenmerk: zaaknummer, dossier or id of the hand-over.
        naar: medewerker who has it now; ``None`` = it stayed.
        waarom: why there, or why not.
    """

    wat: str
    kenmerk: str
    naar: str | None
    waarom: str


@dataclass
class _Loop:
    """One run: what is known, and what was done so far.

    Args:
        huishoudens: how many households without a running zaak somebody got; that is no caseload, and still evenly
            spread (B-36).
    """

    omgeving: Omgeving
    werk: Werkeenheid
    van: Medewerker
    naar: str | None
    mensen: dict[str, Kandidaat]
    regels: list[Overdrachtregel]
    per_dossier: dict[str, str]
    huishoudens: Counter[str]


def draag_caseload_over(
    omgeving: Omgeving, actor: Actor, van: str, naar: str | None = None
) -> tuple[Overdrachtregel, ...]:
    """Hand over everything that a medewerker has.

    Args:
        omgeving: the gemeente.
        actor: who decides.
        van: medewerker id of who hands over; may be away or gone.
        naar: medewerker id of who gets all; ``None`` = for each zaak the one who fits best, evenly (B-36).

    Returns:
        A line for each zaak, each regie and each open hand-over, moved or not.

    Raises:
        NietGevonden: who hands over does not exist.
        Invoerfout: who gets it does not exist, is not there, or is the same person.
        Conflict: there is nothing to hand over.
    """
    with omgeving.werk(actor) as werk:
        mens = werk.medewerkers.haal(van)
        mensen = kandidaten(werk, omgeving)
        _vereis_ontvanger(mens, naar, mensen)
        loop = _Loop(omgeving, werk, mens, naar, mensen, [], {}, Counter())
        for zaak_id in werk.caseload.zaken_van(van):
            _zaak_over(loop, werk.zaken.haal(zaak_id))
        for regel in werk.regie.lopend():
            if van in regel.toewijzing.rollen().values():
                _regie_over(loop, regel.dossier_id, regel.toewijzing)
        for overdracht in werk.overdrachten.zoek(status=Overdrachtstatus.AANGEBODEN):
            _aanbod_over(loop, overdracht)
        if not loop.regels:
            raise Conflict(f"{van} heeft geen lopende zaken en geen regie.", vervolg="Er valt niets over te dragen.")
        over = sum(1 for regel in loop.regels if regel.naar is not None)
        werk.log(
            "caseload.overgedragen",
            detail={"van": van, "naar": naar or "verdeeld", "over": str(over), "blijft": str(len(loop.regels) - over)},
        )
        werk.commit()
    return tuple(loop.regels)


def _vereis_ontvanger(van: Medewerker, naar: str | None, mensen: Mapping[str, Kandidaat]) -> None:
    if naar is None:
        return
    if naar == van.id:
        raise Invoerfout("Iemand kan niet aan zichzelf overdragen.", vervolg="Noem een collega bij --naar.")
    try:
        ontvanger = mensen[naar]
    except KeyError:
        raise Invoerfout(
            "De medewerker achter --naar bestaat niet.", vervolg="Bekijk de lijst: toegang medewerker lijst"
        ) from None
    if not ontvanger.aanwezig:
        raise Invoerfout(f"{naar} is er vandaag niet.", vervolg="Noem een collega die er is, of verdeel met --verdeel.")


# --- zaken -------------------------------------------------------------------------------------------


def _zaak_over(loop: _Loop, zaak: Zaak) -> None:
    team = team_van(loop.werk, zaak.id)
    lid = next((item for item in (*team.leden, *team.adviseurs) if item.medewerker == loop.van.id), None)
    if lid is None:
        loop.regels.append(Overdrachtregel("zaak", zaak.id, None, "staat niet meer in het team"))
        return
    gekozen, waarom = _opvolger(loop, zaak, team, lid)
    if gekozen is None:
        loop.regels.append(Overdrachtregel("zaak", zaak.id, None, waarom.tekst))
        return
    nieuw = _met_opvolger(team, lid, gekozen, waarom)
    regels = toets_team(loop.omgeving, loop.werk, zaak, nieuw, loop.mensen)
    if geweigerd := bezwaar(regels):
        loop.regels.append(Overdrachtregel("zaak", zaak.id, None, geweigerd))
        return
    bewaar_team(loop.werk, loop.omgeving, zaak, door_mens(nieuw), regels)
    loop.mensen[gekozen.id] = gekozen.gewijzigd(caseload=gekozen.caseload + 1)
    loop.per_dossier.setdefault(zaak.dossier_id, gekozen.id)
    loop.regels.append(Overdrachtregel("zaak", zaak.id, gekozen.id, waarom.tekst))


def _opvolger(loop: _Loop, zaak: Zaak, team: Casusteam, lid: Teamlid) -> tuple[Kandidaat | None, Reden]:
    bezet = set(aan_het_werk(team)) - {loop.van.id}
    if loop.naar is not None:
        reden = Reden(code="OVERGEDRAGEN", tekst="Aangewezen bij de overdracht.", toelichting=TOELICHTING)
        if loop.naar in bezet:
            return None, Reden.van("AL_IN_TEAM", f"{loop.naar} zit al in dit team; haal {loop.van.id} eraf")
        return loop.mensen[loop.naar], reden
    wens = _wens(loop, zaak, team, lid, tuple(bezet | {loop.van.id}))
    keuze = kies(loop.mensen.values(), wens, loop.omgeving.beeld())
    if keuze.gekozen is None and wens.registers:
        # the registration is a wish when a colleague in the team has it; if not, the rules refuse below
        keuze = kies(loop.mensen.values(), replace(wens, registers=()), loop.omgeving.beeld())
    return keuze.gekozen, keuze.reden


def _wens(loop: _Loop, zaak: Zaak, team: Casusteam, lid: Teamlid, niet: tuple[str, ...]) -> Wens:
    organisatie = loop.omgeving.organisatie
    standteam = organisatie.team(team.team)
    assert standteam is not None, "a stored team exists in the organisation"
    huishouden = huishouden_van(loop.werk, zaak)
    zelfde = loop.per_dossier.get(zaak.dossier_id)
    kenners = (zelfde,) if zelfde else ()
    return Wens(
        wet=lid.beoordeelt[0] if lid.beoordeelt else zaak.wet,
        team=standteam,
        functies=(loop.van.functie,),
        beoordeelt=bool(lid.beoordeelt),
        gebied=zaak.gebied or huishouden.gebied,
        specialismen=organisatie.specialismen.get(zaak.wet, ()),
        registers=registers_voor(zaak.wet, organisatie) if lid.beoordeelt else (),
        bekend=tuple(dict.fromkeys((*kenners, *(id for id in bekenden(huishouden) if id != loop.van.id)))),
        niet=niet,
    )


def _met_opvolger(team: Casusteam, oud: Teamlid, gekozen: Kandidaat, waarom: Reden) -> Casusteam:
    nieuw = oud.gewijzigd(medewerker=gekozen.id, rol=gekozen.functie, discipline=gekozen.specialisme, reden=waarom)

    def vervang(leden: tuple[Teamlid, ...]) -> tuple[Teamlid, ...]:
        return tuple(nieuw if lid.medewerker == oud.medewerker else lid for lid in leden)

    tekst = f"De zaken van {oud.medewerker} zijn overgedragen; deze aan {gekozen.id}."
    return team.gewijzigd(
        leden=vervang(team.leden),
        adviseurs=vervang(team.adviseurs),
        gepasseerd=tuple(item for item in team.gepasseerd if item.medewerker != gekozen.id),
        reden=Reden.van("CASELOAD_OVERGEDRAGEN", tekst, van=oud.medewerker, naar=gekozen.id),
    )


def bezwaar(regels: tuple[Regeltoets, ...]) -> str:
    """Return which rules refuse and why, on one line; empty = none does."""
    return "; ".join(f"{item.regel}: {item.boodschap}" for item in regels if item.oordeel is Oordeel.GEWEIGERD)


# --- regie and open hand-overs -----------------------------------------------------------------------


def _regie_over(loop: _Loop, dossier_id: str, regie: Regietoewijzing) -> None:
    zaken = [zaak for zaak in loop.werk.zaken.zoek(dossier_id=dossier_id) if zaak.leden]
    zaak = next((item for item in zaken if item.open), zaken[-1] if zaken else None)
    if zaak is None:
        loop.regels.append(Overdrachtregel("regie", dossier_id, None, "er is geen zaak meer met een team"))
        return
    naar = loop.per_dossier.get(dossier_id) or loop.naar or _nieuwe_regisseur(loop, zaak)
    if naar is None:
        loop.regels.append(Overdrachtregel("regie", dossier_id, None, "er is niemand die de regie overneemt"))
        return
    rollen = [rol for rol, wie in regie.rollen().items() if wie == loop.van.id]
    tekst = f"De rollen van {loop.van.id} zijn overgedragen aan {naar}."
    reden = Reden.van(f"{OVERDRACHT}_CASELOAD", tekst, van=loop.van.id, naar=naar, rollen=",".join(rollen))
    nieuw = regie.gewijzigd(**dict.fromkeys(rollen, naar), reden=reden)
    regels = toets_regie(loop.omgeving, loop.werk, zaak, team_van(loop.werk, zaak.id), nieuw, loop.mensen)
    if geweigerd := bezwaar(regels):
        loop.regels.append(Overdrachtregel("regie", dossier_id, None, geweigerd))
        return
    bewaar_regie(loop.werk, loop.omgeving, zaak, door_mens(nieuw), regels)
    waarom = ", ".join(rollen)
    if not zaak.open:
        waarom += "; dit huishouden heeft geen lopende zaak" + (", gelijk verdeeld" if loop.naar is None else "")
        loop.huishoudens[naar] += 1
    loop.regels.append(Overdrachtregel("regie", dossier_id, naar, waarom))


def _nieuwe_regisseur(loop: _Loop, zaak: Zaak) -> str | None:
    """Return who fits best to take regie over a household of which no zaak was handed over."""
    team = team_van(loop.werk, zaak.id)
    lid = next((item for item in team.leden if item.medewerker == loop.van.id), team.drager)
    wens = _wens(loop, zaak, team, lid, (loop.van.id,))
    in_team = (item.medewerker for item in team.leden if item.medewerker != loop.van.id)
    erbij = loop.huishoudens
    keuze = kies(
        (mens.gewijzigd(caseload=mens.caseload + erbij[mens.id]) for mens in loop.mensen.values()),
        replace(wens, bekend=tuple(dict.fromkeys((*wens.bekend, *in_team))), registers=()),
        loop.omgeving.beeld(),
    )
    return keuze.gekozen.id if keuze.gekozen is not None else None


def _aanbod_over(loop: _Loop, aanbod: Overdracht) -> None:
    """Follow an open hand-over: offered to who leaves, it goes to the successor; offered by, the successor offers."""
    if loop.van.id not in (aanbod.van, aanbod.naar):
        return
    opvolger = loop.per_dossier.get(aanbod.dossier_id) or loop.naar
    huidig = loop.werk.regie.huidig(aanbod.dossier_id)
    if aanbod.van == loop.van.id and huidig is not None:
        wie = huidig.rollen().get(aanbod.deel.lower(), opvolger)
        opvolger = wie if wie != loop.van.id else opvolger
    if opvolger is None or opvolger in (aanbod.van, aanbod.naar):
        dag, status = loop.omgeving.vandaag(), Overdrachtstatus.INGETROKKEN
        loop.werk.overdrachten.bewaar(
            aanbod.gewijzigd(status=status, afgedaan_op=dag, antwoord="vervallen bij de overdracht van de caseload")
        )
        loop.regels.append(Overdrachtregel("overdracht", aanbod.id, None, "ingetrokken: niets meer aan te bieden"))
        return
    veld = "naar" if aanbod.naar == loop.van.id else "van"
    loop.werk.overdrachten.bewaar(aanbod.gewijzigd(**{veld: opvolger}))
    loop.regels.append(Overdrachtregel("overdracht", aanbod.id, opvolger, "staat nog open"))
