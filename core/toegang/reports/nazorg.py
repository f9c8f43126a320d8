"""Figures about what comes after the decision: providers, outcomes, objections, time it took."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from toegang.domain.aanbieder import Aanbieder
from toegang.domain.levensloop import Stap
from toegang.domain.levering import Levering, Leveringstatus, Stopreden
from toegang.domain.monitoring import Monitoruitkomst
from toegang.domain.zaak import Zaak
from toegang.lifecycle.aanbieders import aanbieders as alle_aanbieders
from toegang.lifecycle.rapportage import ERVARING
from toegang.reports.rapport import (
    Berekend,
    Bron,
    Cel,
    Cijfer,
    Inhoud,
    Tabel,
    aandeel,
    aandeelcel,
    middelste,
    verdeling,
)
from toegang.reports.rapportregels import rapportregel

_VROEGTIJDIG = (Stopreden.ANDERE_AANBIEDER, Stopreden.ANDERS)


def aanbieders(bron: Bron) -> Inhoud:
    """Compute the key figures per provider (B-72)."""
    werk = bron.werk
    per: dict[str, list[Levering]] = defaultdict(list)
    for levering in werk.leveringen.zoek():
        if levering.aanbieder is not None and bron.in_periode(levering.toegewezen_op):
            per[levering.aanbieder].append(levering)
    laatste = {item.zaak_id: item.uitkomst for item in werk.monitoringen.zoek()}
    bekend = alle_aanbieders(werk)
    rijen = tuple(_kpi(id, bekend.get(id), per.get(id, []), laatste) for id in sorted({*bekend, *per}))
    alle = [item for leveringen in per.values() for item in leveringen]
    return Inhoud(
        (
            Cijfer("Aanbieders", len(bekend), vrij=True),
            Cijfer("Toewijzingen", len(alle)),
            Cijfer("Gestart", sum(item.gestart_op is not None for item in alle), over=len(alle)),
            Cijfer("Goedgekeurd gefactureerd", _euro(alle), "euro", over=len(alle)),
        ),
        (
            Tabel(
                "Komt de hulp op gang?",
                ("Aanbieder", "Toewijzingen", "Op tijd, %", "Dagen tot start", "Niet geleverd"),
                tuple(rij[:5] for rij in rijen),
                ook=(4,),
            ),
            Tabel(
                "Helpt de hulp?",
                ("Aanbieder", "Toewijzingen", "Eerder weg", "Hulp past, %", "Facturen terug", "Kwaliteit"),
                tuple((*rij[:2], *rij[5:]) for rij in rijen),
                ook=(2, 4),
                balk=None,
            ),
        ),
    )


def _kpi(
    id: str, aanbieder: Aanbieder | None, leveringen: list[Levering], laatste: dict[str, Monitoruitkomst]
) -> tuple[Cel, ...]:
    gestart = [item for item in leveringen if item.gestart_op is not None and item.toegewezen_op is not None]
    dagen = [(item.gestart_op - item.toegewezen_op).days for item in gestart if item.gestart_op and item.toegewezen_op]
    midden, op_tijd = middelste(dagen), sum(_op_tijd(aanbieder, item) for item in gestart)
    uitkomsten = [laatste[item.zaak_id] for item in leveringen if item.zaak_id in laatste]
    passend = sum(uitkomst is Monitoruitkomst.ADEQUAAT for uitkomst in uitkomsten)
    oordeel = aanbieder.toetsen[-1].oordeel.lower().replace("_", " ") if aanbieder and aanbieder.toetsen else None
    return (
        id,
        len(leveringen),
        aandeelcel(op_tijd, len(gestart)),
        None if midden is None else Berekend(midden, len(dagen)),
        sum(item.status is Leveringstatus.NIET_GELEVERD for item in leveringen),
        sum(item.stopreden in _VROEGTIJDIG for item in leveringen),
        aandeelcel(passend, len(uitkomsten)),
        sum(not factuur.akkoord for item in leveringen for factuur in item.facturen),
        oordeel,
    )


def _op_tijd(aanbieder: Aanbieder | None, levering: Levering) -> bool:
    """Tell whether it began by the first day granted, or within what the contract says if that is later."""
    assert levering.gestart_op is not None
    assert levering.toegewezen_op is not None
    contract = aanbieder.contract(levering.product, levering.toegewezen_op) if aanbieder else None
    if levering.ingangsdatum is not None and levering.gestart_op <= levering.ingangsdatum:
        return True
    norm = contract.start_binnen_dagen if contract else None
    return norm is not None and (levering.gestart_op - levering.toegewezen_op).days <= norm


def _euro(leveringen: list[Levering]) -> float:
    return sum(factuur.centen for item in leveringen for factuur in item.facturen if factuur.akkoord) / 100


def monitoring(bron: Bron) -> Inhoud:
    """Count what was found when somebody looked (D-22)."""
    records = [item for item in bron.werk.monitoringen.zoek() if bron.in_periode(item.op)]
    uitkomsten = Counter(item.uitkomst.in_woorden for item in records)
    past = sum(item.uitkomst is Monitoruitkomst.ADEQUAAT for item in records)
    knelpunten = [item for item in bron.werk.signaleringen.zoek() if bron.in_periode(item.op)]
    return Inhoud(
        (
            Cijfer("Keer gekeken", len(records)),
            Cijfer("Zaken", len({item.zaak_id for item in records})),
            Cijfer("De hulp past", aandeel(past, len(records)), "%", over=len(records)),
            Cijfer("Signalen, nog open", sum(item.afgehandeld_op is None for item in knelpunten), over=len(knelpunten)),
        ),
        (verdeling("Hoe ging het?", "Uitkomst", uitkomsten, "Keer"),),
    )


def bezwaren(bron: Bron) -> Inhoud:
    """Count objections and how they ended."""
    records = [item for item in bron.werk.bezwaren.zoek() if bron.in_periode(item.ontvangen_op)]
    einden = Counter(
        item.uitkomst.lower().replace("_", " ") if item.uitkomst is not None else "loopt nog" for item in records
    )
    dagen = [(item.afgedaan_op - item.ontvangen_op).days for item in records if item.afgedaan_op is not None]
    besluiten = sum(bron.in_periode(item.bekendgemaakt_op) for item in bron.werk.besluiten.zoek())
    return Inhoud(
        (
            Cijfer("Bezwaren", len(records)),
            Cijfer("Bekendgemaakte besluiten", besluiten),
            Cijfer("Dagen tot het einde, midden", middelste(dagen), "dagen", over=len(dagen)),
        ),
        (verdeling("Hoe liepen bezwaren af?", "Uitkomst", einden, "Bezwaren"),),
    )


def doorlooptijden(bron: Bron) -> Inhoud:
    """Compute how long it took from receipt to the decision being known, per act."""
    per: dict[str, list[int]] = defaultdict(list)
    for zaak in bron.werk.zaken.zoek():
        if zaak.bekendgemaakt_op is not None and bron.in_periode(zaak.bekendgemaakt_op):
            per[zaak.wet.in_woorden].append((zaak.bekendgemaakt_op - zaak.ontvangen_op).days)
    alle = [dag for dagen in per.values() for dag in dagen]
    rijen = tuple((wet, len(dagen), middelste(dagen), max(dagen)) for wet, dagen in sorted(per.items()))
    return Inhoud(
        (
            Cijfer("Bekendgemaakte besluiten", len(alle)),
            Cijfer("Dagen, midden", middelste(alle), "dagen", over=len(alle)),
        ),
        (Tabel("Van ontvangst tot bekendmaking", ("Wet", "Zaken", "Dagen, midden", "Dagen, langst"), rijen, balk=2),),
    )


def schuldhulp(bron: Bron) -> Inhoud:
    """Compute the weeks between the first conversation and the result (Wgs 4 lid 3; L-111)."""
    gedaan = [
        zaak
        for zaak in bron.werk.zaken.zoek(wet="WGS")
        if zaak.bekendgemaakt_op is not None and bron.in_periode(zaak.bekendgemaakt_op)
    ]
    gesprekken = {zaak.id: _eerste_gesprek(zaak) for zaak in gedaan}
    weken = [
        (zaak.bekendgemaakt_op - dag).days // 7
        for zaak in gedaan
        if zaak.bekendgemaakt_op is not None and (dag := gesprekken[zaak.id]) is not None
    ]
    zonder = tuple(zaak.id for zaak in gedaan if gesprekken[zaak.id] is None)
    return Inhoud(
        (
            Cijfer("Zaken met een resultaat", len(gedaan)),
            Cijfer("Weken, midden", middelste(weken), "weken", over=len(weken)),
            Cijfer("Weken, langst", max(weken, default=None), "weken", over=len(weken)),
            Cijfer("Zonder dag van het eerste gesprek", len(zonder), over=len(gedaan)),
        ),
        (Tabel("Weken van eerste gesprek tot resultaat", ("Weken", "Zaken"), _weken(weken)),),
        rapportregel(bron, "L-111", zonder_gesprek=zonder),
    )


def clientervaring(bron: Bron) -> Inhoud:
    """Tell whether the experience of clients was published in time (Wmo 2.5.1; L-73)."""
    jaren = range(bron.op.year - 3, bron.op.year)
    dagen = {jaar: bron.werk.kenmerken.get(f"{ERVARING}{jaar}") for jaar in jaren}
    rijen = tuple((str(jaar), dagen[jaar], f"voor {jaar + 1}-07-01") for jaar in jaren)
    return Inhoud(
        (Cijfer(f"Onderzoek over {bron.op.year - 1} gepubliceerd", dagen[bron.op.year - 1] or "nog niet", vrij=True),),
        (
            Tabel(
                "Onderzoek naar de ervaring van cliënten",
                ("Over het jaar", "Gepubliceerd op", "Uiterlijk"),
                rijen,
                telling=None,
                balk=None,
            ),
        ),
        rapportregel(bron, "L-73"),
    )


def _eerste_gesprek(zaak: Zaak) -> date | None:
    return next((item.op for item in zaak.stappen if item.stap is Stap.GESPREK and not item.nvt), None)


def _weken(weken: list[int]) -> tuple[tuple[str, int], ...]:
    klassen = ((0, 1, "0 en 1"), (2, 4, "2 tot en met 4"), (5, 8, "5 tot en met 8"), (9, 10_000, "9 of meer"))
    return tuple((naam, sum(van <= week <= tot for week in weken)) for van, tot, naam in klassen)
