"""Step 2, team: who works on a zaak."""

from __future__ import annotations

from toegang.domain.levensloop import Stap
from toegang.domain.team import Casusteam
from toegang.errors import Conflict
from toegang.guards.contexten import TeamToets
from toegang.guards.register import Moment
from toegang.lifecycle.antwoordcontrole import controleer_team
from toegang.lifecycle.intakepoort import vereis_klaar_met_intake
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, toets_antwoord, vereis_stap
from toegang.storage import Actor, Werkeenheid


@meldt_weigering
def stel_team_samen(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Casusteam:
    """Compose the casusteam of a zaak.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.

    Returns:
        The team as stored.

    Raises:
        Conflict: the zaak is not at this step.
        Regelovertreding: a rule refuses the team.
        PluginFout: the plugin failed or named somebody who does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.TEAM)
        vereis_klaar_met_intake(werk, omgeving, zaak)
        huishouden, mensen, beeld = huishouden_van(werk, zaak), kandidaten(werk, omgeving), omgeving.beeld()
        vraag = tuple(mensen.values())
        antwoord = omgeving.bord.compose_team(zaak, huishouden, vraag, beeld)
        controleer_team(antwoord, mensen, omgeving)
        context = TeamToets(zaak, huishouden, mensen, antwoord.waarde, beeld)
        regels = toets_antwoord(omgeving, Moment.TEAM, context, f"Zaak {zaak.id}")
        invoer = {"zaak": zaak, "huishouden": huishouden, "kandidaten": vraag}
        leg_vast(
            werk,
            omgeving,
            "compose_team",
            antwoord,
            invoer,
            regels,
            dossier=zaak.dossier_id,
            zaak=zaak.id,
            melding=zaak.melding_id,
        )
        leden = tuple(lid.medewerker for lid in antwoord.waarde.leden)
        werk.zaken.bewaar(zaak.na(Stap.TEAM, omgeving.vandaag(), team=antwoord.waarde.team, leden=leden))
        werk.caseload.zet(zaak.id, aan_het_werk(antwoord.waarde))
        werk.commit()
    return antwoord.waarde


def aan_het_werk(team: Casusteam) -> tuple[str, ...]:
    """Return for whom a zaak counts as caseload: members and adviseurs, of the gemeente or not (B-36)."""
    return tuple(lid.medewerker for lid in (*team.leden, *team.adviseurs))


def team_van(werk: Werkeenheid, zaak_id: str) -> Casusteam:
    """Return the present casusteam of a zaak: the last answer that was stored.

    Raises:
        Conflict: the zaak has no team yet.
    """
    sporen = [spoor for spoor in werk.sporen.zoek(zaak_id=zaak_id) if spoor.hook == "compose_team"]
    if not sporen:
        raise Conflict(
            f"Zaak {zaak_id} heeft nog geen team.", vervolg=f"Stel het eerst samen: toegang zaak team {zaak_id}"
        )
    return Casusteam.model_validate(sporen[-1].antwoord)
