"""Rules on taking a besluit: who assessed, who decides, and on what mandate."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Wet
from toegang.domain.datums import maanden_tussen
from toegang.domain.levensloop import Stap
from toegang.guards.contexten import AanvraagToets, BesluitToets
from toegang.guards.mandaat import instemming_ontbreekt
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-56",
    Regelsoort.WET,
    Moment.AANVRAAG,
    "De aanvraag komt na het onderzoek, tenzij dat niet binnen zes weken is gedaan.",
    grondslag="Wmo 2015 art. 2.3.2 lid 9",
)
def aanvraag_na_onderzoek(t: AanvraagToets) -> Iterable[str]:
    """L-56: application only after the research, with exactly one exception."""
    voor_onderzoek = t.zaak.status in (Stap.INTAKE, Stap.TEAM, Stap.REGIE, Stap.GESPREK)
    if t.zaak.wet is Wet.WMO and voor_onderzoek and not t.onderzoek_te_laat:
        yield "het onderzoek is nog niet afgerond en de zes weken zijn nog niet voorbij"


@regel(
    "L-21",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Wie beslist, heeft daarvoor mandaat in het mandaatregister.",
    grondslag="Awb art. 10:1-10:5",
)
def mandaat_om_te_beslissen(t: BesluitToets) -> Iterable[str]:
    """L-21: the register decides who may decide."""
    if t.mandaat is None:
        yield f"functie '{t.besluit.beslisser.functie}' heeft geen mandaat voor dit besluit ({t.waarom_niet})"
    yield from instemming_ontbreekt(t)


@regel(
    "L-100",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Over de Participatiewet beoordeelt en beslist alleen een bestuursorgaan.",
    grondslag="Participatiewet art. 7 lid 4",
)
def pw_alleen_bestuursorgaan(t: BesluitToets) -> Iterable[str]:
    """L-100: neither assessment nor decision outside a bestuursorgaan."""
    if t.zaak.wet is not Wet.PARTICIPATIEWET:
        return
    for rol, persoon in (("beoordelaar", t.besluit.beoordelaar), ("beslisser", t.besluit.beslisser)):
        if not persoon.werkgeversoort.is_bestuursorgaan:
            yield f"de {rol} {persoon.medewerker} werkt niet bij een bestuursorgaan"


@regel(
    "W-9",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Wie niet bij een bestuursorgaan werkt, neemt geen besluit.",
    basis=True,
)
def beslisser_van_bestuursorgaan(t: BesluitToets) -> Iterable[str]:
    """W-9, L-62 as tenant policy: no mandate outside bestuursorganen unless the gemeente chooses so."""
    eigen = t.beeld.organisatie.regels.get("W-9")
    mag = eigen.lijsten.get("mandaat_aan", ()) if eigen else ()
    soort = t.besluit.beslisser.werkgeversoort
    if not soort.is_bestuursorgaan and soort not in mag:
        yield f"{t.besluit.beslisser.medewerker} werkt bij een {soort.in_woorden}, en dat is geen bestuursorgaan"


@regel("D-19", Regelsoort.ORGANISATIE, Moment.BESLUIT, "De midoffice toetst en beslist; de toegang stelt voor.")
def midoffice_beslist(t: BesluitToets) -> Iterable[str]:
    """D-19: formal granting and legality check only by the municipal midoffice."""
    if _als_functie(t) != t.route.besluit_rol:
        yield f"functie '{t.besluit.beslisser.functie}' beslist, maar dat doet '{t.route.besluit_rol}'"
    if t.besluit.toetser is None:
        yield "de rechtmatigheid is niet getoetst"
    elif t.route.toets_rol not in (None, t.besluit.toetser.functie):
        yield f"functie '{t.besluit.toetser.functie}' toetst, maar dat doet '{t.route.toets_rol}'"


@regel(
    "B-24",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "De indicatie wordt gesteld door iemand van een bestuursorgaan, nooit door een aanbieder.",
)
def indicatie_door_gemeente(t: BesluitToets) -> Iterable[str]:
    """B-24: only the municipality (or Kompas for participatie, B-75) issues indications."""
    if not t.besluit.beoordelaar.werkgeversoort.is_bestuursorgaan:
        yield f"de indicatiesteller {t.besluit.beoordelaar.medewerker} werkt niet bij de gemeente"


@regel(
    "W-1",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Wie de behoefte beoordeelde, zit in het casusteam en mag deze wet beoordelen.",
    basis=True,
)
def beoordelaar_uit_team(t: BesluitToets) -> Iterable[str]:
    """W-1: the team establishes whether a provision is needed."""
    mogen = {lid.medewerker for lid in t.team.beoordelaars(t.zaak.wet)}
    if t.besluit.beoordelaar.medewerker not in mogen:
        yield f"{t.besluit.beoordelaar.medewerker} mag in deze zaak {t.zaak.wet} niet beoordelen"


@regel(
    "W-4",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Elk advies wordt gewogen en de weging wordt uitgelegd.",
    basis=True,
)
def advies_gewogen(t: BesluitToets) -> Iterable[str]:
    """W-4 (cf. Awb 3:49, 3:50): acceptance or deviation is motivated."""
    for advies in t.besluit.adviezen:
        if not advies.reden.strip():
            yield f"het advies van {advies.van} is {'gevolgd' if advies.overgenomen else 'niet gevolgd'} zonder uitleg"


@regel(
    "L-147",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een besluit wordt genomen door een mens die het dossier open had.",
    grondslag="AVG art. 22; UAVG art. 40",
    bewijs="M",
)
def mens_beslist(t: BesluitToets) -> Iterable[str]:
    """L-147: the beslisser opened the file before deciding."""
    if not t.had_dossier_open:
        yield f"{t.besluit.beslisser.medewerker} heeft het dossier niet ingezien"


@regel(
    "W-3",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Wie adviseert, bepaalt niet.",
    basis=True,
)
def adviseur_bepaalt_niet(t: BesluitToets) -> Iterable[str]:
    """W-3: whoever gave advice neither assesses, checks nor decides."""
    adviseurs = {advies.van for advies in t.besluit.adviezen}
    rollen = {"beoordeelt": t.besluit.beoordelaar, "toetst": t.besluit.toetser, "beslist": t.besluit.beslisser}
    for rol, persoon in rollen.items():
        if persoon is not None and persoon.medewerker in adviseurs:
            yield f"{persoon.medewerker} adviseerde in deze zaak en {rol} haar ook"


@regel(
    "B-38",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Een indicatie voor een periode heeft een einde, en duurt niet langer dan de gemeente vaststelt.",
)
def indicatie_eindigt(t: BesluitToets) -> Iterable[str]:
    """B-38: the cap is an open key of the gemeente; without an answer nothing is checked.

    The source speaks of duration ("in tijdsduur"); an aid that is given once has none, and is reviewed (L-64).
    """
    grens = t.beeld.instellingen.get("indicatie.max_maanden", "")
    if not grens.isdigit() or t.zaak.wet not in (Wet.WMO, Wet.JEUGDWET) or t.besluit.is_belastend:
        return
    for voorziening in t.besluit.voorzieningen_met_besluit:
        if voorziening.eenmalig:
            continue
        if voorziening.einddatum is None:
            yield f"{voorziening.id} heeft geen einddatum"
        elif maanden_tussen(voorziening.ingangsdatum, voorziening.einddatum) > int(grens):
            yield f"{voorziening.id} duurt langer dan {grens} maanden"


@regel("B-63", Regelsoort.ORGANISATIE, Moment.BESLUIT, "Elke weigering krijgt een uitleg van de keuze.")
def weigering_uitgelegd(t: BesluitToets) -> Iterable[str]:
    """B-63: choices, also a refusal, are explained."""
    if t.besluit.is_belastend and (t.motivering is None or not t.motivering.conclusie.strip()):
        yield "het besluit is ten nadele van de inwoner en er staat niet waarom"


@regel("B-70", Regelsoort.ORGANISATIE, Moment.BESLUIT, "Elk besluit volgt de besluitroute van de gemeente.")
def besluit_volgt_route(t: BesluitToets) -> Iterable[str]:
    """B-70: one way of deciding, which is part of the process: the route says who assesses and who decides."""
    if _als_functie(t) != t.route.besluit_rol:
        yield f"functie '{t.besluit.beslisser.functie}' beslist, maar dat doet '{t.route.besluit_rol}'"
    if t.besluit.beoordelaar.functie not in t.route.voorstel_rol:
        yield f"functie '{t.besluit.beoordelaar.functie}' stelt voor, maar dat hoort niet bij deze route"


def _als_functie(t: BesluitToets) -> str:
    """Return the functie as which the beslisser acts: the own one, or the one that the mandate lets him replace."""
    beslisser, mandaat = t.besluit.beslisser, t.mandaat
    vervangt = mandaat is not None and (
        beslisser.medewerker in mandaat.vervangers or beslisser.functie == mandaat.vervangende_functie
    )
    return mandaat.functie if mandaat is not None and vervangt else beslisser.functie
