"""Rules on what comes after the decision: delivery, invoices, providers, monitoring, review."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek, Voorzieningsoort, Wet
from toegang.domain.besluit import Behandelaar
from toegang.domain.levering import Leveringstatus
from toegang.domain.monitoring import Monitoruitkomst
from toegang.guards.contexten_nazorg import (
    FactuurToets,
    HerindicatieToets,
    KwaliteitToets,
    LeveringToets,
    MonitoringToets,
    ToewijzingToets,
)
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "B-72",
    Regelsoort.ORGANISATIE,
    Moment.TOEWIJZING,
    "Een toewijzing gaat naar een aanbieder met een contract dat dan geldt voor dit product.",
)
def contract_bij_toewijzing(t: ToewijzingToets) -> Iterable[str]:
    """B-72: contract management: no assignment without a contract that covers it."""
    dag = max(t.op, t.levering.ingangsdatum or t.op)
    if t.aanbieder.contract(t.levering.product, dag) is None:
        yield f"aanbieder '{t.aanbieder.id}' heeft op {dag.isoformat()} geen contract voor '{t.levering.product}'"


@regel("B-44", Regelsoort.ORGANISATIE, Moment.LEVERING, "De administratie gaat na of de hulp echt geleverd wordt.")
def levering_door_administratie(t: LeveringToets) -> Iterable[str]:
    """B-44: the check belongs to administratie."""
    rol = t.beeld.organisatie.nazorg.levering_rol
    yield from _alleen((rol,) if rol else (), t.door, "controleert of de hulp er is")


@regel(
    "B-68",
    Regelsoort.ORGANISATIE,
    Moment.FACTURATIE,
    "Wat betaald wordt, is toegekend en geleverd: de weg van melding tot factuur is een gesloten keten.",
)
def keten_gesloten(t: FactuurToets) -> Iterable[str]:
    """B-68: an approved invoice rests on a delivery that began, within what was granted, and counts once."""
    levering, factuur = t.levering, t.factuur
    if not factuur.akkoord:
        return
    if levering.gestart_op is None or levering.status is Leveringstatus.NIET_GELEVERD:
        yield f"levering {levering.id} is niet gestart"
    elif factuur.van < levering.gestart_op:
        yield f"de factuur begint op {factuur.van.isoformat()}, de levering pas op {levering.gestart_op.isoformat()}"
    if levering.ingangsdatum is not None and factuur.van < levering.ingangsdatum:
        yield f"de factuur begint voor de ingangsdatum {levering.ingangsdatum.isoformat()}"
    einden = [dag for dag in (levering.gestopt_op, levering.einddatum) if dag is not None]
    if einden and factuur.tot > min(einden):
        yield f"de factuur loopt door na {min(einden).isoformat()}, de laatste dag van de levering"
    if any(item.akkoord and item.nummer == factuur.nummer for item in levering.facturen):
        yield f"factuur {factuur.nummer} is al goedgekeurd"


@regel("D-21", Regelsoort.ORGANISATIE, Moment.FACTURATIE, "Facturen en declaraties lopen via de midoffice.")
def factuur_via_midoffice(t: FactuurToets) -> Iterable[str]:
    """D-21: invoicing and declaration via the midoffice."""
    rol = t.beeld.organisatie.nazorg.factuur_rol
    yield from _alleen((rol,) if rol else (), t.door, "behandelt een factuur")


@regel("D-20", Regelsoort.ORGANISATIE, Moment.KWALITEIT, "De midoffice toetst de kwaliteit van aanbieders.")
def kwaliteit_door_midoffice(t: KwaliteitToets) -> Iterable[str]:
    """D-20: the quality check of a provider belongs to the midoffice."""
    yield from _alleen(t.beeld.organisatie.nazorg.kwaliteit_rol, t.door, "toetst de kwaliteit")


@regel("B-51", Regelsoort.ORGANISATIE, Moment.KWALITEIT, "De consulenten bewaken de kwaliteit van de hulp.")
def kwaliteit_door_consulent(t: KwaliteitToets) -> Iterable[str]:
    """B-51: quality and contract management with the consulenten."""
    yield from _alleen(t.beeld.organisatie.nazorg.kwaliteit_rol, t.door, "toetst de kwaliteit")


@regel("D-22", Regelsoort.ORGANISATIE, Moment.MONITORING, "Bij een meervoudige vraag volgt de buurtcoach hoe het gaat.")
def buurtcoach_volgt(t: MonitoringToets) -> Iterable[str]:
    """D-22: the buurtcoach monitors a meervoudige zaak."""
    if t.zaak.problematiek is Problematiek.MEERVOUDIG:
        yield from _alleen(t.beeld.organisatie.nazorg.monitor_rol, t.door, "legt bij een meervoudige vraag vast")


@regel(
    "W-22",
    Regelsoort.ORGANISATIE,
    Moment.MONITORING,
    "Past de hulp niet, dan wordt het knelpunt gemeld aan wie het kan oplossen.",
    basis=True,
)
def knelpunt_gemeld(t: MonitoringToets) -> Iterable[str]:
    """W-22: help that does not fit is a bottleneck, and a bottleneck is signalled."""
    if t.uitkomst is Monitoruitkomst.NIET_ADEQUAAT and not t.knelpunt:
        yield "de hulp past niet, en er is geen knelpunt bij gemeld"


@regel(
    "L-64",
    Regelsoort.WET,
    Moment.HERINDICATIE,
    "Van een maatwerkvoorziening is gepland wanneer de gemeente haar opnieuw onderzoekt.",
    grondslag="Wmo 2015 art. 2.3.9 lid 1",
)
def heronderzoek_gepland(t: HerindicatieToets) -> Iterable[str]:
    """L-64: the college reviews from time to time; not after the end. Asked at the list, so it stops nobody."""
    if t.zaak.wet is not Wet.WMO or t.voorziening.soort is not Voorzieningsoort.MAATWERK:
        return
    einde = t.voorziening.einddatum
    if t.heronderzoek_op is None:
        yield f"van {t.voorziening.id} ({t.voorziening.product}) is geen heronderzoek gepland"
    elif einde is not None and t.heronderzoek_op > einde:
        yield f"het heronderzoek van {t.voorziening.id} is pas gepland als de voorziening al voorbij is"


def _alleen(rollen: tuple[str, ...], door: Behandelaar, wat: str) -> Iterable[str]:
    """Object when the gemeente gave this work to somebody else."""
    if rollen and door.functie not in rollen:
        yield f"functie '{door.functie}' {wat}, maar dat doet '{', '.join(rollen)}'"
