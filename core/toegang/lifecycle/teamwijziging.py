"""A team as a proposal that writes nothing, and a change of the team of a running zaak through the same rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from toegang.domain.begrippen import Wet
from toegang.domain.medewerker import Kandidaat
from toegang.domain.reden import Reden
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.domain.team import Casusteam, Teamlid
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import weiger_bij_overtreding
from toegang.lifecycle.antwoordcontrole import controleer_team
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.mensenwerk import bewaar_team, door_mens, toets_team, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import aan_het_werk, team_van
from toegang.lifecycle.vastleggen import meldt_weigering
from toegang.plugins.bord import Antwoord
from toegang.storage import Actor, Werkeenheid


@dataclass(frozen=True)
class Teamvoorstel:
    """What would come out if the team were composed now.

    Args:
        zaak: the zaak.
        antwoord: who was proposed, and by which plugin.
        regels: every rule that was checked, refusals included.
        kandidaten: all professionals by id, with their caseload.
        huidig: the present team, if there is one.
    """

    zaak: Zaak
    antwoord: Antwoord[Casusteam]
    regels: tuple[Regeltoets, ...]
    kandidaten: Mapping[str, Kandidaat]
    huidig: Casusteam | None

    @property
    def geweigerd(self) -> bool:
        """Tell whether a rule would refuse this team."""
        return any(item.oordeel is Oordeel.GEWEIGERD for item in self.regels)


def stel_voor(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Teamvoorstel:
    """Ask who would work on a zaak now; nothing is stored.

    Args:
        omgeving: the gemeente.
        actor: who asks.
        zaak_id: zaaknummer of an open zaak, with or without a team.

    Raises:
        Conflict: the zaak is closed.
        NietToegestaan: nobody may and can do it; the message counts the obstacles.
        PluginFout: the plugin failed or named somebody who does not exist.
    """
    with omgeving.opslag.werk(actor, alleen_lezen=True) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        mensen = _zonder_deze_zaak(werk, omgeving, zaak)
        huishouden = huishouden_van(werk, zaak)
        antwoord = omgeving.bord.compose_team(zaak, huishouden, tuple(mensen.values()), omgeving.beeld())
        controleer_team(antwoord, mensen, omgeving)
        regels = toets_team(omgeving, werk, zaak, antwoord.waarde, mensen)
        huidig = team_van(werk, zaak.id) if zaak.leden else None
    return Teamvoorstel(zaak, antwoord, regels, mensen, huidig)


@dataclass(frozen=True)
class Teamwijziging:
    """What is asked of the team of a running zaak.

    Args:
        erbij: medewerker ids who join.
        eraf: medewerker ids who leave.
        als_adviseur: who joins advises and assesses nothing.
        beoordeelt: who joins may assess under the act of the zaak.
        voorop: medewerker id of who carries the zaak from now on; ``None`` = as it was.
        toelichting: why, in the words of who decides; stored with the reason.
    """

    erbij: tuple[str, ...] = ()
    eraf: tuple[str, ...] = ()
    als_adviseur: bool = False
    beoordeelt: bool = False
    voorop: str | None = None
    toelichting: str = ""


@meldt_weigering
def wijzig_team(omgeving: Omgeving, actor: Actor, zaak_id: str, wijziging: Teamwijziging) -> Casusteam:
    """Change the team of a running zaak, through the rules that a first team meets too.

    Args:
        omgeving: the gemeente.
        actor: who decides.
        zaak_id: zaaknummer.
        wijziging: who joins and who leaves.

    Returns:
        The new team, as stored.

    Raises:
        Invoerfout: somebody does not exist, is not there today, or nothing changes.
        Conflict: the zaak is closed, has no team, or nobody would be left.
        Regelovertreding: a rule refuses the new team.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        huidig, mensen = team_van(werk, zaak.id), _zonder_deze_zaak(werk, omgeving, zaak)
        _vereis_mensen(wijziging, huidig, mensen)
        team = gewijzigd_team(zaak, huidig, wijziging, mensen)
        regels = toets_team(omgeving, werk, zaak, team, mensen)
        weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
        bewaar_team(werk, omgeving, zaak, door_mens(team), regels)
        werk.log(
            "team.gewijzigd",
            zaak=zaak.id,
            dossier=zaak.dossier_id,
            detail={"erbij": ",".join(wijziging.erbij) or "-", "eraf": ",".join(wijziging.eraf) or "-"},
        )
        werk.commit()
    return team


@meldt_weigering
def neem_voorstel_over(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Casusteam:
    """Give a running zaak the team that would be proposed now, e.g. after intervisie or absence.

    Raises:
        Conflict: the zaak is closed or has no team, or the proposal is the team that it has.
        NietToegestaan: nobody may and can do it.
        Regelovertreding: a rule refuses the proposal.
        PluginFout: the plugin failed.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        huidig, mensen = team_van(werk, zaak.id), _zonder_deze_zaak(werk, omgeving, zaak)
        vraag = tuple(mensen.values())
        antwoord = omgeving.bord.compose_team(zaak, huishouden_van(werk, zaak), vraag, omgeving.beeld())
        controleer_team(antwoord, mensen, omgeving)
        if aan_het_werk(antwoord.waarde) == aan_het_werk(huidig) and antwoord.waarde.team == huidig.team:
            raise Conflict(f"Het voorstel voor zaak {zaak.id} is het team dat er al is.", vervolg="Er verandert niets.")
        regels = toets_team(omgeving, werk, zaak, antwoord.waarde, mensen)
        weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
        bewaar_team(werk, omgeving, zaak, antwoord, regels)
        werk.commit()
    return antwoord.waarde


def gewijzigd_team(
    zaak: Zaak, huidig: Casusteam, wijziging: Teamwijziging, mensen: Mapping[str, Kandidaat]
) -> Casusteam:
    """Return the team after a change; not checked yet.

    Raises:
        Conflict: nobody would be left.
        Invoerfout: who must carry the zaak is no lid.
    """
    leden = [lid for lid in huidig.leden if lid.medewerker not in wijziging.eraf]
    adviseurs = [lid for lid in huidig.adviseurs if lid.medewerker not in wijziging.eraf]
    reden = _reden("ERBIJ", "Deze medewerker is er door een mens bij gezet.", wijziging.toelichting)
    for id in wijziging.erbij:
        wetten = (zaak.wet,) if wijziging.beoordeelt and not wijziging.als_adviseur else ()
        (adviseurs if wijziging.als_adviseur else leden).append(als_lid(mensen[id], reden, wetten))
    if wijziging.voorop is not None:
        voorop = next((lid for lid in leden if lid.medewerker == wijziging.voorop), None)
        if voorop is None:
            raise Invoerfout("Wie bij --voorop staat, is geen lid van dit team.", vervolg="Noem een lid.")
        leden = [voorop, *(lid for lid in leden if lid is not voorop)]
    if not leden:
        raise Conflict(
            f"Zaak {zaak.id} zou niemand meer hebben. Er is niets opgeslagen.",
            vervolg="Zet er met --erbij eerst iemand bij.",
        )
    erin = {lid.medewerker for lid in (*leden, *adviseurs)}
    return Casusteam(
        team=huidig.team,
        leden=tuple(leden),
        adviseurs=tuple(adviseurs),
        gepasseerd=tuple(item for item in huidig.gepasseerd if item.medewerker not in erin),
        intervisie_nodig=huidig.intervisie_nodig and zaak.intervisie_op is None,
        reden=_reden("TEAM_GEWIJZIGD", "Een mens heeft het team gewijzigd.", wijziging.toelichting),
    )


def als_lid(mens: Kandidaat, reden: Reden, beoordeelt: tuple[Wet, ...]) -> Teamlid:
    """Return somebody as a lid of a casusteam, in the own functie and specialism."""
    return Teamlid(
        medewerker=mens.id, rol=mens.functie, discipline=mens.specialisme, beoordeelt=beoordeelt, reden=reden
    )


def _reden(code: str, tekst: str, toelichting: str) -> Reden:
    return Reden(code=code, tekst=tekst, toelichting=toelichting)


def _zonder_deze_zaak(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak) -> dict[str, Kandidaat]:
    """Return the candidates; a zaak is no extra work for those who have it already."""
    eigen = werk.caseload.van_zaak(zaak.id)
    return {
        id: mens.gewijzigd(caseload=max(0, mens.caseload - 1)) if id in eigen else mens
        for id, mens in kandidaten(werk, omgeving).items()
    }


def _vereis_mensen(wijziging: Teamwijziging, huidig: Casusteam, mensen: Mapping[str, Kandidaat]) -> None:
    erin = {lid.medewerker for lid in (*huidig.leden, *huidig.adviseurs)}
    if not (wijziging.erbij or wijziging.eraf or wijziging.voorop):
        raise Invoerfout("Er verandert niets aan het team.", vervolg="Noem wie erbij of eraf gaat.")
    for id in wijziging.erbij:
        if id not in mensen:
            raise Invoerfout("Een medewerker bij --erbij bestaat niet.", vervolg="Zie: toegang medewerker lijst")
        if not mensen[id].aanwezig:
            raise Invoerfout(f"{id} is er vandaag niet en kan er niet bij.", vervolg="Kies een collega die er is.")
        if id in erin and id not in wijziging.eraf:
            raise Invoerfout(f"{id} zit al in dit team.", vervolg="Laat --erbij voor deze medewerker weg.")
    for id in wijziging.eraf:
        if id not in erin:
            raise Invoerfout("Een medewerker bij --eraf zit niet in dit team.", vervolg="Zie: toegang team toon ZAAK")
    if len(set(wijziging.erbij)) != len(wijziging.erbij):
        raise Invoerfout("Iemand staat twee keer bij --erbij.", vervolg="Noem iedereen één keer.")
