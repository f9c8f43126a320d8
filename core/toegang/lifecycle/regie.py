"""Step 3, regie: who steers, over the whole household."""

from __future__ import annotations

from toegang.domain.levensloop import Stap
from toegang.domain.regie import Regietoewijzing
from toegang.guards.contexten import RegieToets
from toegang.guards.register import Moment
from toegang.lifecycle.antwoordcontrole import controleer_regie
from toegang.lifecycle.mensen import huishouden_van, kandidaten
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.team import team_van
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, toets_antwoord, vereis_stap
from toegang.storage import Actor


@meldt_weigering
def beleg_regie(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Regietoewijzing:
    """Place the regie of the household to which a zaak belongs.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.

    Returns:
        The regie as stored; it replaces the former one of the dossier.

    Raises:
        Conflict: the zaak is not at this step.
        Regelovertreding: a rule refuses, e.g. a second regisseur (W-13).
        PluginFout: the plugin failed or named somebody who does not exist.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        vereis_stap(zaak, Stap.REGIE)
        huishouden, mensen, beeld = huishouden_van(werk, zaak), kandidaten(werk, omgeving), omgeving.beeld()
        team = team_van(werk, zaak.id)
        antwoord = omgeving.bord.assign_regie(zaak, huishouden, team, beeld)
        controleer_regie(antwoord, mensen, omgeving)
        context = RegieToets(zaak, huishouden, mensen, team, antwoord.waarde, beeld)
        regels = toets_antwoord(omgeving, Moment.REGIE, context, f"Zaak {zaak.id}")
        invoer = {"zaak": zaak, "huishouden": huishouden, "team": team}
        leg_vast(
            werk,
            omgeving,
            "assign_regie",
            antwoord,
            invoer,
            regels,
            dossier=zaak.dossier_id,
            zaak=zaak.id,
            melding=zaak.melding_id,
        )
        if antwoord.waarde != huishouden.regie:
            werk.regie.beleg(zaak.dossier_id, antwoord.waarde, omgeving.vandaag())
        werk.zaken.bewaar(zaak.na(Stap.REGIE, omgeving.vandaag()))
        werk.commit()
    return antwoord.waarde
