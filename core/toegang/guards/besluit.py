"""Rules on taking a besluit: who assessed, who decides, and on what mandate."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Wet
from toegang.domain.levensloop import Stap
from toegang.guards.contexten import AanvraagToets, BesluitToets
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
        yield f"beslisser {t.besluit.beslisser.medewerker} werkt bij een {soort}"


@regel("D-19", Regelsoort.ORGANISATIE, Moment.BESLUIT, "De midoffice toetst en beslist; de toegang stelt voor.")
def midoffice_beslist(t: BesluitToets) -> Iterable[str]:
    """D-19: formal granting and legality check only by the municipal midoffice."""
    if t.besluit.beslisser.functie != t.route.besluit_rol:
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
