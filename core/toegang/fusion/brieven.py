"""Step 8: who gets an informatiebrief, and for whom a besluit is needed; never the one for the other (F-22)."""

from __future__ import annotations

from dataclasses import dataclass, field

from toegang.domain.brief import Brief, Briefstatus, Informatietekst
from toegang.domain.fusie import Herkomst
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.fusion.conflicten.zoeken import besloten, soorten_per_record
from toegang.fusion.project import Project, in_gemeente, wie
from toegang.lifecycle.informeren import vereis_informatie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import INFORMATIE, leg_procesbrief_klaar
from toegang.storage import Actor, Werkeenheid

_PER_KEER = 100


@dataclass
class Briefplan:
    """Which letters a run asks for.

    Args:
        run: the run.
        informatie: client → the zaak in which his letter is put.
        conversie: zaken in which a right does not fit the new rules: only a besluit may change it.
        al_klaar: clients whose letter is there already.
        nieuw: letters that were put in line now.
    """

    run: str
    informatie: dict[str, str] = field(default_factory=dict)
    conversie: list[str] = field(default_factory=list)
    al_klaar: list[str] = field(default_factory=list)
    nieuw: int = 0


@ingebouwd(
    "F-22",
    "Wie een recht heeft dat de nieuwe regels niet zo kennen, krijgt een besluit en geen informatiebrief.",
    anders=lambda _soorten: False,
)
def vraagt_besluit(soorten: object) -> bool:
    """Tell whether a right asks for a besluit instead of information (F-21, F-22).

    Args:
        soorten: kinds of conflict of its row.
    """
    return isinstance(soorten, dict) and "RECHTSWIJZIGING" in soorten


def maak_briefplan(project: Project, omgeving: Omgeving, actor: Actor) -> Briefplan:
    """Return which letters the last run of a project asks for.

    Raises:
        Conflict: nothing was taken over.
    """
    with project.werk(actor, alleen_lezen=True) as bron, omgeving.opslag.werk(actor, alleen_lezen=True) as doel:
        runs = [item for item in doel.fusieruns.zoek() if item.project == project.naam]
        if not runs:
            raise Conflict("Er is nog niets overgenomen.", vervolg="Doe eerst: toegang fusie pas-toe")
        plan = Briefplan(runs[-1].id)
        soorten = soorten_per_record(bron, besloten(project, bron))
        zaken = {zaak.melding_id: zaak for zaak in doel.zaken.stroom()}
        met_besluit: set[str] = set()
        lopend: dict[str, Zaak] = {}
        for herkomst in _meldingen(doel, {item.id for item in runs}):
            zaak = zaken.get(herkomst.doel.partition(":")[2])
            if zaak is None or zaak.gesloten_op is not None:
                continue
            if vraagt_besluit(soorten.get(herkomst.bronrecord)):
                plan.conversie.append(zaak.id)
                met_besluit.add(zaak.client_id)
            eerder = lopend.get(zaak.client_id)
            lopend[zaak.client_id] = zaak if eerder is None or zaak.id < eerder.id else eerder
        klaar = {brief.zaak_id for brief in _brieven(doel)}
        for client, zaak in sorted(lopend.items(), key=lambda item: item[1].id):
            if client in met_besluit:
                continue
            if zaak.id in klaar:
                plan.al_klaar.append(client)
            else:
                plan.informatie[client] = zaak.id
    plan.conversie.sort()
    return plan


def zet_informatie_klaar(
    project: Project, omgeving: Omgeving, actor: Actor, tekst: Informatietekst, *, proef: bool = False
) -> Briefplan:
    """Put one informatiebrief in line for each client who is to get one; the batch makes and sends them.

    Args:
        project: the project.
        omgeving: the new gemeente.
        actor: who does it.
        tekst: what it says.
        proef: keep nothing.

    Returns:
        The plan, with what was put in line.

    Raises:
        NietToegestaan: the text changes a right, or speaks of remedies (F-22).
        Conflict: nothing was taken over.
    """
    vereis_informatie(tekst)
    plan = maak_briefplan(project, omgeving, actor)
    nummers = list(plan.informatie.values())
    for begin in range(0, len(nummers), _PER_KEER):
        with omgeving.werk(in_gemeente(actor)) as werk:
            for nummer in nummers[begin : begin + _PER_KEER]:
                zaak = werk.zaken.haal(nummer)
                leg_procesbrief_klaar(werk, omgeving, zaak, INFORMATIE, aanleiding=plan.run, tekst=tekst)
                plan.nieuw += 1
            werk.log("fusie.brieven", detail={"run": plan.run, "aantal": str(plan.nieuw), "door": wie(actor)})
            if not proef:
                werk.commit()
    return plan


def _meldingen(doel: Werkeenheid, runs: set[str]) -> list[Herkomst]:
    return [item for item in doel.herkomsten.stroom() if item.run_id in runs and item.doel.startswith("meldingen:")]


def _brieven(doel: Werkeenheid) -> list[Brief]:
    staat = [status for status in Briefstatus if status is not Briefstatus.VERVALLEN]
    return [brief for brief in doel.brieven.zoek(status=staat) if brief.sjabloon == INFORMATIE]
