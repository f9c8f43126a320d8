"""Step 8, beschikking: which paper carries the decision, who signs it, and the letters that are due."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Besluitvorm, Drager
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.levensloop import Stap
from toegang.domain.openstaand import vereis
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.antwoordcontrole import controleer_concept
from toegang.lifecycle.exemplaren import vul_exemplaren_aan
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.ondertekening import herkies_ondertekenaar, met_ondertekenaar, toets_ondertekenaar
from toegang.lifecycle.plan import plan_van_zaak
from toegang.lifecycle.plantoets import planbeeld as planbeeld_van
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, nieuw_id
from toegang.storage import Actor, Werkeenheid

PLAN_IS_BESCHIKKING = "plan/plan-is-beschikking"


@meldt_weigering
def stel_beschikking_op(
    omgeving: Omgeving, actor: Actor, zaak_id: str, *, functie: str | None = None, op: date | None = None
) -> Besluitrecord:
    """Ask for the form of the decision, find the signer in the register, and put the letters in line.

    Done again while its letters wait, it only chooses again who signs: the form stays as it was answered.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        functie: functie that signs, chosen by a person; ``None`` = as the form and the register say.
        op: day of signing, today or later; ``None`` = today.

    Returns:
        The decision as stored. With form GEEN no letter is due and the zaak stays at BESLUIT.

    Raises:
        Conflict: there is no besluit yet, or who signs is set and may.
        NietToegestaan: the functie that signs is still an open key.
        Regelovertreding: a rule refuses, e.g. signer is assessor (B-49).
        Invoerfout: the functie does not exist, or the day lies in the past.
    """
    dag = op or omgeving.vandaag()
    if dag < omgeving.vandaag():
        raise Invoerfout(
            f"Op {dag.isoformat()} kan niemand meer ondertekenen.", vervolg="Kies vandaag of een latere dag."
        )
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        record = besluit_van(werk, zaak)
        if record.concept is not None:
            nieuw = herkies_ondertekenaar(werk, omgeving, zaak, record, (functie, dag))
        else:
            nieuw = _eerste_keer(werk, omgeving, zaak, record, (functie, dag))
        werk.commit()
    return nieuw


def _eerste_keer(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, record: Besluitrecord, wens: tuple[str | None, date]
) -> Besluitrecord:
    besluit, beeld = record.besluit, omgeving.beeld(record.besluit.datum)
    tussentijds = besluit.soort.tussentijds
    if zaak.status is not Stap.BESLUIT and not tussentijds:
        raise Conflict(
            f"In zaak {zaak.id} is nog geen besluit om op papier te zetten.",
            vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
        )
    planbeeld = planbeeld_van(werk, zaak)
    antwoord = omgeving.bord.draft_beschikking(zaak, planbeeld, besluit, beeld)
    concept = antwoord.waarde
    if concept.ondertekenaarfunctie is not None:
        vereis(omgeving.organisatie, concept.ondertekenaarfunctie)
    controleer_concept(antwoord, besluit, omgeving)
    keuze, regels = toets_ondertekenaar(werk, omgeving, zaak, record.gewijzigd(concept=concept), wens)
    leg_vast(
        werk,
        omgeving,
        "draft_beschikking",
        antwoord,
        {"zaak": zaak, "plan": planbeeld, "besluit": besluit},
        regels,
        dossier=zaak.dossier_id,
        zaak=zaak.id,
        melding=zaak.melding_id,
        op=besluit.datum,
    )
    nieuw = met_ondertekenaar(record.gewijzigd(concept=concept, plan=plan_van_zaak(werk, zaak)), keuze, wens[1])
    werk.besluiten.bewaar(nieuw)
    if concept.vorm is not Besluitvorm.GEEN:
        _zet_brieven_klaar(werk, omgeving, zaak, besluit, concept)
    if concept.vorm is not Besluitvorm.GEEN and not tussentijds:
        werk.zaken.bewaar(zaak.na(Stap.BESCHIKKING, omgeving.vandaag()))
    return nieuw


def besluit_van(werk: Werkeenheid, zaak: Zaak) -> Besluitrecord:
    """Return the last besluit of a zaak.

    Raises:
        Conflict: there is none.
    """
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    if not besluiten:
        raise Conflict(
            f"In zaak {zaak.id} is nog geen besluit genomen.",
            vervolg=f"Neem eerst een besluit: toegang zaak besluit {zaak.id}",
        )
    return besluiten[-1]


def _zet_brieven_klaar(
    werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, besluit: Besluit, concept: Beschikkingsconcept
) -> None:
    sjablonen = [concept.sjabloon]
    if concept.vorm is Besluitvorm.PLAN_PLUS_BESCHIKKING and any(
        verdeling.drager is Drager.PLAN for verdeling in concept.dragers
    ):
        sjablonen.append(PLAN_IS_BESCHIKKING)
    for sjabloon in sjablonen:
        assert sjabloon is not None
        brief = werk.brieven.bewaar(
            Brief(
                id=nieuw_id("B"),
                dossier_id=zaak.dossier_id,
                zaak_id=zaak.id,
                besluit_id=besluit.id,
                sjabloon=sjabloon,
            )
        )
        vul_exemplaren_aan(werk, brief, omgeving.vandaag())
