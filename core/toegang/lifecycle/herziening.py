"""Look again at a running zaak: single or multiple (D-23), and the facts on which regie rests."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.begrippen import Problematiek, Zelfregie
from toegang.domain.huishouden import Dossier
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import weiger_bij_overtreding
from toegang.lifecycle.antwoordcontrole import controleer_regie, controleer_team
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.mensenwerk import bewaar_regie, bewaar_team, toets_regie, toets_team, vereis_open
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import meldt_weigering
from toegang.plugins.triage import kies_bestemming
from toegang.storage import Actor, Werkeenheid


@dataclass(frozen=True)
class Hertriage:
    """What came of looking again.

    Args:
        zaak: the zaak as it is now.
        was: what it was before.
        team: the team that was chosen again; ``None`` = there was none yet.
        regie: the regie that was placed again; ``None`` = it was not placed yet.
    """

    zaak: Zaak
    was: Zaak
    team: Casusteam | None
    regie: Regietoewijzing | None


@dataclass(frozen=True)
class Regiefeiten:
    """Facts of a household on which regie rests, as far as they change.

    Args:
        zelfregie: how far it can steer itself.
        professionals: how many professionals work with it.
        erbij: circumstances that came, e.g. a ground for taking regie over (D-13).
        eraf: circumstances that ended.
    """

    zelfregie: Zelfregie | None = None
    professionals: int | None = None
    erbij: tuple[str, ...] = ()
    eraf: tuple[str, ...] = ()


@meldt_weigering
def hertriage(omgeving: Omgeving, actor: Actor, zaak_id: str, naar: Problematiek) -> Hertriage:
    """Say whether a running zaak is one question or more; a change brings triage, team and regie again (D-23).

    All of it is one unit of work: when a rule refuses the new team or regie, nothing changed.

    Args:
        omgeving: the gemeente.
        actor: who looked.
        zaak_id: zaaknummer of an open zaak.
        naar: what it is; the same as before confirms it after a new question of the household.

    Raises:
        Conflict: the zaak is closed.
        NietToegestaan: no team or nobody can take it.
        Regelovertreding: a rule refuses the new team or regie.
        PluginFout: the plugin failed.
    """
    with omgeving.werk(actor) as werk:
        was = werk.zaken.haal(zaak_id)
        vereis_open(was)
        vandaag = omgeving.vandaag()
        zaak, team, regie = was.gewijzigd(triage_op=vandaag), None, None
        if naar is not was.problematiek:
            zaak = zaak.gewijzigd(problematiek=naar, bestemming=_bestemming(omgeving, was, naar))
        zaak = werk.zaken.bewaar(zaak)
        if naar is not was.problematiek and was.leden:
            zaak, team = _team_opnieuw(werk, omgeving, zaak)
            if werk.regie.huidig(zaak.dossier_id) is not None:
                regie = _regie_opnieuw(werk, omgeving, zaak, team)
        detail = {"was": was.problematiek, "is": naar, "team": "opnieuw" if team else "-"}
        werk.log("zaak.triage", zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    return Hertriage(zaak, was, team, regie)


@meldt_weigering
def herzie_regie(omgeving: Omgeving, actor: Actor, zaak_id: str, feiten: Regiefeiten) -> Regietoewijzing:
    """Decide on regie again, after facts of the household changed or simply to look again.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer of an open zaak of the household.
        feiten: what changed.

    Returns:
        The regie as it is now.

    Raises:
        Conflict: the zaak is closed, has no team, or the regie was never placed.
        Invoerfout: a circumstance is no ground that this gemeente knows, or was not there.
        Regelovertreding: a rule refuses the regie that follows; the facts did not change either.
        PluginFout: the plugin failed.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_open(zaak)
        if werk.regie.huidig(zaak.dossier_id) is None:
            raise Conflict(
                f"De regie over het huishouden van zaak {zaak.id} is nog niet belegd.",
                vervolg=f"Beleg haar eerst: toegang regie beleg {zaak.id}",
            )
        dossier = werk.dossiers.haal(zaak.dossier_id)
        nieuw = _met_feiten(omgeving, dossier, feiten)
        if nieuw != dossier:
            werk.dossiers.bewaar(nieuw)
        regie = _regie_opnieuw(werk, omgeving, zaak, team_van(werk, zaak.id))
        werk.log("regie.herzien", zaak=zaak.id, dossier=zaak.dossier_id, detail={"modus": regie.modus})
        werk.commit()
    return regie


def _met_feiten(omgeving: Omgeving, dossier: Dossier, feiten: Regiefeiten) -> Dossier:
    gronden = omgeving.organisatie.regie.gronden_overname
    for grond in feiten.erbij:
        if grond not in gronden:
            raise Invoerfout(
                f"Dit is geen grond van gemeente {omgeving.organisatie.naam} om de regie over te nemen.",
                vervolg=f"Kies uit: {', '.join(gronden)}." if gronden else "Zij heeft geen gronden vastgelegd (D-13).",
            )
    for grond in feiten.eraf:
        if grond not in dossier.bijzonderheden:
            raise Invoerfout("De grond bij --zonder speelt niet in dit huishouden.", vervolg="Laat --zonder weg.")
    blijft = tuple(item for item in dossier.bijzonderheden if item not in feiten.eraf)
    aantal = dossier.aantal_professionals if feiten.professionals is None else feiten.professionals
    return dossier.gewijzigd(
        zelfregie=feiten.zelfregie or dossier.zelfregie,
        aantal_professionals=aantal,
        bijzonderheden=tuple(dict.fromkeys((*blijft, *feiten.erbij))),
    )


def _bestemming(omgeving: Omgeving, zaak: Zaak, naar: Problematiek) -> str | None:
    """Return which team takes such a question: the present one when it takes it too (B-23), else by triage."""
    organisatie, vandaag = omgeving.organisatie, omgeving.vandaag()
    huidig = organisatie.team(zaak.team or zaak.bestemming or "")
    if huidig is not None:
        gebied = zaak.gebied or (huidig.gebieden[0] if huidig.gebieden else None)
        if huidig.neemt(zaak.wet, naar, gebied, vandaag):
            return huidig.id
    gevonden = kies_bestemming(organisatie, (zaak.wet,), naar, zaak.gebied, vandaag)
    return gevonden.team.id if gevonden is not None else zaak.bestemming


def _team_opnieuw(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak) -> tuple[Zaak, Casusteam]:
    mensen = kandidaten(werk, omgeving)
    vraag = tuple(mensen.values())
    antwoord = omgeving.bord.compose_team(zaak, huishouden_van(werk, zaak), vraag, omgeving.beeld())
    controleer_team(antwoord, mensen, omgeving)
    regels = toets_team(omgeving, werk, zaak, antwoord.waarde, mensen)
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
    return bewaar_team(werk, omgeving, zaak, antwoord, regels), antwoord.waarde


def _regie_opnieuw(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, team: Casusteam) -> Regietoewijzing:
    mensen, huishouden = kandidaten(werk, omgeving), huishouden_van(werk, zaak)
    antwoord = omgeving.bord.assign_regie(zaak, huishouden, team, omgeving.beeld())
    controleer_regie(antwoord, mensen, omgeving)
    regels = toets_regie(omgeving, werk, zaak, team, antwoord.waarde, mensen)
    weiger_bij_overtreding(regels, f"Zaak {zaak.id}")
    bewaar_regie(werk, omgeving, zaak, antwoord, regels)
    return antwoord.waarde
