"""The plan in the demo: what a consulent would write down with the household of a scenario."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Akkoord, Besluitsoort, Kanaal, Wet
from toegang.domain.huishouden import Lid
from toegang.domain.plandelen import (
    Afspraak,
    Deelnemer,
    Doel,
    Familiegroepsplan,
    Gezinslid,
    Handtekening,
    Instemming,
    Instemmingstand,
    Oplossing,
    Oplossingsoort,
    Overeenstemming,
    Planrol,
    Reactie,
    Stem,
    Taakveld,
)
from toegang.domain.zaak import Zaak
from toegang.environment import Gemeente
from toegang.lifecycle.plan import Planvoorstel
from toegang_cli.demo.scenario import Scenario, Vraag

_DOMEIN = {
    Wet.WMO: "zelfzorg",
    Wet.JEUGDWET: "gezin",
    Wet.PARTICIPATIEWET: "werken",
    Wet.WGS: "financien",
}
_DOEL = "De inwoner kan zo lang mogelijk thuis wonen en meedoen."
_GEEN = "niet aan de orde"
_VELD = {"wmo": Wet.WMO, "jeugd": Wet.JEUGDWET, "participatie": Wet.PARTICIPATIEWET}


def maak_plan(gemeente: Gemeente, zaak: Zaak, scenario: Scenario, vraag: Vraag, dag: date) -> Planvoorstel:
    """Return the plan of a scenario.

    Args:
        gemeente: the gemeente, opened.
        zaak: the zaak.
        scenario: the household.
        vraag: its question.
        dag: day of the plan.
    """
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        leden = werk.dossiers.haal(zaak.dossier_id).leden
        professionals = werk.medewerkers.zoek(id=list(zaak.leden))
    getekend = scenario.plan_getekend
    deelnemers = [Deelnemer(wie=zaak.client_id)]
    deelnemers += [Deelnemer(wie=mens.id, rol=_rol(mens.werkgeversoort.value)) for mens in professionals]
    tekenen = tuple(Handtekening(wie=item.wie, op=dag, wijze="PAPIER") for item in deelnemers) if getekend else ()
    stemmen = tuple(
        Stem(wie=mens.id, rol=_rol(mens.werkgeversoort.value), tekst="Ik blijf meekijken of dit genoeg helpt.")
        for mens in professionals
    )
    return Planvoorstel(
        op=dag,
        doelen=(
            Doel(
                tekst="De inwoner kan zo lang mogelijk thuis wonen en meedoen.", domein=_DOMEIN.get(zaak.wet, "wonen")
            ),
        ),
        oplossingen=_oplossingen(vraag),
        afspraken=(
            Afspraak(wat="De inwoner doet zelf wat lukt.", wie="inwoner", doel=1),
            Afspraak(wat="Het aanspreekpunt belt over zes weken om te horen hoe het gaat.", wie="gemeente", doel=1),
        ),
        inbreng=vraag.woorden,
        deelnemers=tuple(deelnemers),
        stemmen=stemmen,
        gezin=tuple(_gezinslid(lid, zaak) for lid in leden),
        taakvelden=_taakvelden(gemeente, zaak),
        overeenstemming=Overeenstemming(bereikt=True, toelichting="Aan tafel zijn wij het eens geworden."),
        reactie=Reactie(stand=Akkoord.GEACCORDEERD, op=dag, tijd="16:30", kanaal=Kanaal.EMAIL) if getekend else None,
        handtekeningen=tekenen,
        instemming=None if getekend else Instemming(stand=Instemmingstand.JA, op=dag, kanaal=Kanaal.TELEFOON),
        familiegroepsplan=Familiegroepsplan(aangeboden_op=zaak.ontvangen_op) if zaak.wet is Wet.JEUGDWET else None,
        geldt_als_aanvraag=getekend and not vraag.genoeg,
    )


def _rol(werkgeversoort: str) -> Planrol:
    return Planrol.BUURTCOACH if werkgeversoort == "OVERHEIDS_BV" else Planrol.CONSULENT


def _oplossingen(vraag: Vraag) -> tuple[Oplossing, ...]:
    eigen = Oplossing(wat="Wat zelf of met hulp van naasten lukt, blijft zo.", soort=Oplossingsoort.EIGEN_KRACHT)
    if vraag.besluit is Besluitsoort.AFWIJZING:
        return (eigen,)
    if vraag.genoeg:
        return (
            eigen,
            Oplossing(wat="De eettafel in de buurt, vrij te bezoeken.", soort=Oplossingsoort.ALGEMENE_VOORZIENING),
        )
    return (eigen, Oplossing(wat="Voor de rest is hulp van de gemeente nodig.", soort=Oplossingsoort.MAATWERK))


def _gezinslid(lid: Lid, zaak: Zaak) -> Gezinslid:
    zelf = lid.inwoner == zaak.client_id
    return Gezinslid(wie=lid.inwoner, tekst="Heeft de hulpvraag." if zelf else "Heeft zelf geen hulpvraag.")


def _taakvelden(gemeente: Gemeente, zaak: Zaak) -> tuple[Taakveld, ...]:
    eigen = gemeente.omgeving.organisatie.regels.get("B-59")
    velden = eigen.lijsten.get("taakvelden", ()) if eigen else ()
    return tuple(
        Taakveld(veld=veld, tekst="Hier gaat de hulpvraag over." if _VELD.get(veld) is zaak.wet else _GEEN)
        for veld in velden
    )
