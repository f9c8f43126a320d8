"""A zaak of which the decision is known to the resident: letters are taken as made, the rest is real."""

from toegang.domain.brief import Briefstatus
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.intake import neem_in
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.scenarios import SCENARIOS
from toegang_cli.demo.stappen import loop_door


def ingenomen(gemeente, scenario="hulp"):
    """Take in a scenario of the demo; return it and its zaken."""
    omgeving, actor = gemeente.omgeving, gemeente.actor()
    alle = uit_scenarios(gemeente.naam, omgeving.organisatie, omgeving.vandaag(), len(SCENARIOS))
    inzending = next(item for item in alle if item.scenario.naam == scenario)
    resultaat = neem_in(omgeving, actor, inzending.aanmelding)
    if not resultaat.zaken and resultaat.intake.bestemming:
        velden = {"kenmerk": f"{inzending.aanmelding.kenmerk}-2", "loket": resultaat.intake.bestemming}
        resultaat = neem_in(omgeving, actor, inzending.aanmelding.gewijzigd(**velden))
    return inzending.scenario, resultaat.zaken


def bekend(gemeente, scenario="hulp"):
    """Bring a scenario of the demo to its bekendmaking, today; return the first zaak and its besluit."""
    verhaal, zaken = ingenomen(gemeente, scenario)
    for zaak_id in zaken[1:]:
        loop_door(gemeente, zaak_id, verhaal)
    return zaken[0], maak_bekend_na(gemeente, zaken[0], verhaal)


def maak_bekend_na(gemeente, zaak_id, verhaal):
    """Bring a zaak that was taken in to its bekendmaking, today; return the besluit."""
    omgeving, actor = gemeente.omgeving, gemeente.actor()
    loop_door(gemeente, zaak_id, verhaal)
    with omgeving.werk(actor) as werk:
        for brief in werk.brieven.zoek(zaak_id=zaak_id):
            if brief.besluit_id is not None:
                werk.brieven.bewaar(
                    brief.gewijzigd(status=Briefstatus.GEMAAKT, dagtekening=omgeving.vandaag(), sha256="0" * 64)
                )
        werk.commit()
    return maak_bekend(omgeving, actor, zaak_id, omgeving.vandaag())


def lees(gemeente, verzameling, **voorwaarden):
    """Return what is stored."""
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return getattr(werk, verzameling).zoek(**voorwaarden)
