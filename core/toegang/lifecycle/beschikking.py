"""Step 8, beschikking: which paper carries the decision, who signs it, and the letters that are due."""

from __future__ import annotations

from toegang.domain.begrippen import Besluitvorm, Drager
from toegang.domain.beleid import Besluitroute
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.levensloop import Stap
from toegang.domain.openstaand import vereis
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.guards.contexten import BeschikkingToets
from toegang.guards.register import Moment
from toegang.lifecycle.antwoordcontrole import controleer_concept
from toegang.lifecycle.besluit import route_van
from toegang.lifecycle.bevoegdheid import (
    Tekenregister,
    mandaatvraag,
    vind_ondertekenaar,
    waarom_geen_ondertekenaar,
)
from toegang.lifecycle.exemplaren import vul_exemplaren_aan
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.plan import plan_van_zaak
from toegang.lifecycle.plantoets import planbeeld as planbeeld_van
from toegang.lifecycle.vastleggen import leg_vast, meldt_weigering, nieuw_id, toets_antwoord
from toegang.storage import Actor, Werkeenheid

PLAN_IS_BESCHIKKING = "plan/plan-is-beschikking"


@meldt_weigering
def stel_beschikking_op(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Beschikkingsconcept:
    """Ask for the form of the decision, find the signer in the register, and put the letters in line.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.

    Returns:
        The concept as stored. With form GEEN no letter is due and the zaak stays at BESLUIT.

    Raises:
        Conflict: there is no besluit yet, or its form was set before.
        NietToegestaan: the functie that signs is still an open key.
        Regelovertreding: a rule refuses, e.g. signer is assessor (B-49).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        record = besluit_van(werk, zaak)
        tussentijds = record.besluit.soort.tussentijds
        if record.concept is not None or (zaak.status is not Stap.BESLUIT and not tussentijds):
            raise Conflict(
                f"Voor zaak {zaak.id} is de vorm van het besluit al bepaald of is er nog geen besluit.",
                vervolg=f"Bekijk de stand met: toegang zaak toon {zaak.id}",
            )
        besluit, plan, beeld = record.besluit, plan_van_zaak(werk, zaak), omgeving.beeld(record.besluit.datum)
        route = route_van(omgeving, zaak, besluit.datum)
        planbeeld = planbeeld_van(werk, zaak)
        antwoord = omgeving.bord.draft_beschikking(zaak, planbeeld, besluit, beeld)
        concept = antwoord.waarde
        if concept.ondertekenaarfunctie is not None:
            vereis(omgeving.organisatie, concept.ondertekenaarfunctie)
        controleer_concept(antwoord, besluit, omgeving)
        ondertekenaar, mandaat, waarom_niet = _zoek_ondertekenaar(werk, omgeving, zaak, besluit, concept, route)
        context = BeschikkingToets(zaak, besluit, planbeeld, concept, route, ondertekenaar, waarom_niet, beeld)
        regels = toets_antwoord(omgeving, Moment.BESCHIKKING, context, f"Zaak {zaak.id}")
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
        nieuw = record.gewijzigd(concept=concept, ondertekenaar=ondertekenaar, mandaat=mandaat, plan=plan)
        werk.besluiten.bewaar(nieuw.gewijzigd(ondertekend_op=omgeving.vandaag() if ondertekenaar else None))
        if concept.vorm is not Besluitvorm.GEEN:
            _zet_brieven_klaar(werk, omgeving, zaak, besluit, concept)
        if concept.vorm is not Besluitvorm.GEEN and not tussentijds:
            werk.zaken.bewaar(zaak.na(Stap.BESCHIKKING, omgeving.vandaag()))
        werk.commit()
    return concept


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


def _zoek_ondertekenaar(
    werk: Werkeenheid,
    omgeving: Omgeving,
    zaak: Zaak,
    besluit: Besluit,
    concept: Beschikkingsconcept,
    route: Besluitroute,
) -> tuple[str | None, str | None, str]:
    """Return (medewerker, mandate entry, why nobody): the functie proposes, the register allows."""
    functie = concept.ondertekenaarfunctie
    if functie is None:
        return None, None, ""
    # who signs must have the power on the day of signing; that he had it when it was decided does not help
    tekenen, beoordelaar = Tekenregister.op(werk, omgeving, omgeving.vandaag()), besluit.beoordelaar.medewerker
    vraag = mandaatvraag(zaak, besluit, functie, onbezet=tekenen.onbezet).gewijzigd(op=tekenen.dag)
    register, mensen = tekenen.register, tekenen.mensen
    anderen = [mens for mens in mensen if mens.id != beoordelaar] if route.vier_ogen else mensen
    # with four eyes the assessor is named only when nobody else can, so that B-49 says why it is refused
    organisatie = omgeving.beleid(tekenen.dag)[0]
    ondergeschikt = organisatie.werkgeversoort_van(organisatie.orgaan(zaak.wet, besluit.datum))
    gevonden = vind_ondertekenaar(anderen, register, vraag, beoordelaar, ondergeschikt)
    gevonden = gevonden or vind_ondertekenaar(mensen, register, vraag, beoordelaar, ondergeschikt)
    if gevonden is not None:
        return gevonden[0], gevonden[1].id, ""
    return None, None, waarom_geen_ondertekenaar(register, vraag, tekenen.onbezet)


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
