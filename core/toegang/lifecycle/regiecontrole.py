"""Do the invariants of regie hold over the whole database? The rules are asked again over what is stored."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.overdracht import Overdracht, Overdrachtstatus
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.domain.spoor import Oordeel
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.mensenwerk import toets_regie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import aan_het_werk, team_van
from toegang.storage import Werkeenheid

WACHTDAGEN = 14
"""After so many days an unanswered hand-over or escalation is reported."""
_MEND = {
    "B-25": "toegang regie herzie {zaak}",
    "D-23": "toegang zaak problematiek {zaak} --meervoudig (of --enkelvoudig)",
    "D-13": "toegang regie herzie {zaak}",
    "S-13": "toegang regie draag-over {zaak} --naar-inwoner --reden huishouden-kan-zelf",
    "W-15": "toegang regie herzie {zaak} --professionals N",
}


@dataclass(frozen=True)
class Bevinding:
    """One thing that is not right.

    Args:
        code: rule id, or a stable word when no rule has a number for it.
        dossier: id of the dossier.
        zaak: zaaknummer; ``None`` when it is about the dossier.
        wat: what is wrong, in Dutch; ids only.
        herstel: the command that mends it.
        waarschuwing: it is a warning, not a violation.
    """

    code: str
    dossier: str
    zaak: str | None
    wat: str
    herstel: str
    waarschuwing: bool = False


@dataclass(frozen=True)
class _Boek:
    """What was read once."""

    omgeving: Omgeving
    werk: Werkeenheid
    mensen: Mapping[str, Kandidaat]
    staf: Mapping[str, Medewerker]
    regie: Mapping[str, Regietoewijzing]
    vandaag: date


def controleer_regie_geheel(werk: Werkeenheid, omgeving: Omgeving) -> tuple[Bevinding, ...]:
    """Check all open zaken, all running regie, and what waits for an answer.

    Args:
        werk: a unit of work; nothing is changed.
        omgeving: the gemeente.

    Returns:
        What is not right, violations first, in order of dossier.
    """
    zaken = [zaak for zaak in werk.zaken.zoek() if zaak.open]
    lopend = {regel.dossier_id: regel.toewijzing for regel in werk.regie.lopend()}
    staf = {mens.id: mens for mens in werk.medewerkers.zoek()}
    boek = _Boek(omgeving, werk, kandidaten(werk, omgeving), staf, lopend, omgeving.vandaag())
    gevonden: list[Bevinding] = []
    for zaak in zaken:
        gevonden += _van_zaak(boek, zaak)
    per_dossier = {zaak.dossier_id: zaak for zaak in reversed(zaken)}
    for dossier, regie in lopend.items():
        gevonden += _van_regie(boek, dossier, regie, per_dossier.get(dossier))
    for overdracht in werk.overdrachten.zoek(status=Overdrachtstatus.AANGEBODEN):
        gevonden += _van_overdracht(boek, overdracht)
    for record in werk.signaleringen.zoek(soort=Signaleringsoort.ESCALATIE, afgehandeld_op=None):
        gevonden += _van_escalatie(boek, record)
    uniek = {(item.code, item.dossier, item.wat): item for item in gevonden}
    return tuple(sorted(uniek.values(), key=lambda item: (item.waarschuwing, item.dossier, item.code, item.zaak or "")))


def _van_zaak(boek: _Boek, zaak: Zaak) -> Iterator[Bevinding]:
    """Ask the rules again for a zaak that is past regie, and compare its team with what is counted."""
    lijn = LEVENSLOOP[zaak.wet]
    if Stap.REGIE not in lijn or lijn.index(zaak.status) < lijn.index(Stap.REGIE):
        return
    regie = boek.regie.get(zaak.dossier_id)
    if regie is None:
        wat = f"zaak {zaak.id} staat op {zaak.status}, en over dit huishouden loopt geen regie"
        yield Bevinding("GEEN_REGIE", zaak.dossier_id, zaak.id, wat, f"toegang regie beleg {zaak.id}")
        return
    try:
        team = team_van(boek.werk, zaak.id)
    except Conflict:
        wat = f"zaak {zaak.id} is voorbij de regie en heeft geen team"
        yield Bevinding("GEEN_TEAM", zaak.dossier_id, zaak.id, wat, f"toegang zaak team {zaak.id}")
        return
    if set(zaak.leden) != {lid.medewerker for lid in team.leden} or boek.werk.caseload.van_zaak(zaak.id) != set(
        aan_het_werk(team)
    ):
        wat = "de leden van de zaak, de caseload en het laatste teambesluit zijn niet gelijk"
        yield Bevinding("LEDEN_WIJKEN_AF", zaak.dossier_id, zaak.id, wat, f"toegang team wijzig {zaak.id} --voorstel")
    if not set(aan_het_werk(team)) <= set(boek.mensen):
        wat = "in het team staat iemand die niet bestaat"
        yield Bevinding("TEAM_ONBEKEND", zaak.dossier_id, zaak.id, wat, f"toegang team wijzig {zaak.id} --voorstel")
        return
    # without the present regie beside it: a regie is not its own predecessor
    gezin = huishouden_van(boek.werk, zaak).gewijzigd(regie=None)
    for item in toets_regie(boek.omgeving, boek.werk, zaak, team, regie, boek.mensen, gezin):
        if item.regel == "B-40" and _was_al_regievoerder(boek.werk, zaak, regie):
            continue
        if item.oordeel is not Oordeel.VOLDOET:
            mend = _MEND.get(item.regel, "toegang regie herzie {zaak}").format(zaak=zaak.id)
            zacht = item.oordeel is Oordeel.WAARSCHUWING
            yield Bevinding(item.regel, zaak.dossier_id, zaak.id, item.boodschap, mend, zacht)


def _was_al_regievoerder(werk: Werkeenheid, zaak: Zaak, regie: Regietoewijzing) -> bool:
    """Tell whether who guards the indication assesses another zaak of the household, or guarded it before (B-40)."""
    wie = regie.indicatieregie
    eerder = werk.regie.verloop(zaak.dossier_id)[:-1]
    if any(regel.toewijzing.indicatieregie == wie for regel in eerder):
        return True
    andere = [item for item in werk.zaken.zoek(dossier_id=zaak.dossier_id) if item.leden and item.id != zaak.id]
    return any(wie in {lid.medewerker for lid in team_van(werk, item.id).beoordelaars(item.wet)} for item in andere)


def _van_regie(boek: _Boek, dossier: str, regie: Regietoewijzing, zaak: Zaak | None) -> Iterator[Bevinding]:
    """Check that who is named in a running regie exists, is employed, and is not away without replacement."""
    bij = zaak.id if zaak else None
    mend = f"toegang medewerker overdragen {{wie}} {'--verdeel' if zaak else '--naar MEDEWERKER'}"
    for wie, rollen in _per_persoon(regie).items():
        mens = boek.staf.get(wie)
        if mens is None:
            if rollen == ["coordinatie"]:
                continue  # coordination may lie with a provider (B-41)
            wat = f"{', '.join(rollen)} ligt bij '{wie}', die niet bestaat"
            herstel = f"toegang regie herzie {bij}" if bij else "sluit de regie af met een zaak van dit huishouden"
            yield Bevinding("REGIE_ONBEKEND", dossier, bij, wat, herstel)
        elif not mens.in_dienst_op(boek.vandaag):
            wat = f"{', '.join(rollen)} ligt bij {wie}, die niet in dienst is"
            yield Bevinding("REGIE_UIT_DIENST", dossier, bij, wat, mend.format(wie=wie))
        elif zaak is not None and (weg := mens.afwezig_op(boek.vandaag)) is not None and weg.vervanger is None:
            wat = f"{', '.join(rollen)} ligt bij {wie}, afwezig tot en met {weg.tot.isoformat()} zonder vervanger"
            yield Bevinding("REGIE_AFWEZIG", dossier, bij, wat, mend.format(wie=wie), waarschuwing=True)


def _per_persoon(regie: Regietoewijzing) -> dict[str, list[str]]:
    gevonden: dict[str, list[str]] = {}
    for rol, wie in regie.rollen().items():
        gevonden.setdefault(wie, []).append(rol)
    return gevonden


def _van_overdracht(boek: _Boek, overdracht: Overdracht) -> Iterable[Bevinding]:
    regie = boek.regie.get(overdracht.dossier_id)
    mend = f"toegang regie trek-in {overdracht.id}"
    zaak = overdracht.zaak_id or None
    if regie is None or overdracht.van not in regie.rollen().values():
        wat = f"{overdracht.van} biedt aan wat {overdracht.van} niet meer heeft ({overdracht.id})"
        yield Bevinding("OVERDRACHT_ACHTERHAALD", overdracht.dossier_id, zaak, wat, mend)
    dagen = (boek.vandaag - overdracht.aangeboden_op).days
    if dagen > WACHTDAGEN:
        wat = f"een aanbod aan {overdracht.naar} wacht al {dagen} dagen ({overdracht.id})"
        yield Bevinding("OVERDRACHT_WACHT", overdracht.dossier_id, zaak, wat, mend, waarschuwing=True)


def _van_escalatie(boek: _Boek, record: Signalering) -> Iterable[Bevinding]:
    dagen = (boek.vandaag - record.op).days
    if dagen > WACHTDAGEN:
        wat = f"een escalatie aan '{record.aan}' wacht al {dagen} dagen ({record.id})"
        herstel = f"toegang regie afhandelen {record.id} --uitkomst opgelost"
        yield Bevinding("W-14", record.dossier_id, record.zaak_id, wat, herstel, waarschuwing=True)
