"""The road of a zaak from melding to invoice, with the references that join its parts (B-68)."""

from __future__ import annotations

from typing import Any

from toegang.domain.begrippen import Wet
from toegang.domain.datums import bedrag
from toegang.domain.levensloop import Stap
from toegang.domain.zaak import Zaak
from toegang.storage import Werkeenheid
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel
from toegang_cli.uitvoering.leveringen import door, velden
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, zaaknummer


def keten(naam: str, zaak_id: str, *, als: str | None, als_json: bool) -> None:
    """Show the chain of a zaak; every line names what it follows from."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        inhoud = _keten(werk, zaak)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, **inhoud})
        return
    toon_tabel(("Schakel", "Kenmerk", "Dag", "Volgt uit", "Wat"), [_rij(item) for item in inhoud["schakels"]], leeg="")
    if inhoud["weken_tot_resultaat"] is not None:
        weken = inhoud["weken_tot_resultaat"]
        toon("", f"Tussen het eerste gesprek en het resultaat: {als_tekst(weken)} weken (Wgs artikel 4, derde lid).")


def weken_tot_resultaat(zaak: Zaak) -> int | None:
    """Return the whole weeks between the first conversation and the decision being known (L-111), if both are."""
    gesprek = next((item.op for item in zaak.stappen if item.stap is Stap.GESPREK and not item.nvt), None)
    if zaak.wet is not Wet.WGS or gesprek is None or zaak.bekendgemaakt_op is None:
        return None
    return (zaak.bekendgemaakt_op - gesprek).days // 7


def _keten(werk: Werkeenheid, zaak: Zaak) -> dict[str, Any]:
    melding = werk.meldingen.haal(zaak.melding_id)
    schakels = [
        _schakel("melding", melding.id, melding.melding.ontvangen_op, "", melding.melding.kanaal.lower()),
        _schakel("zaak", zaak.id, zaak.ontvangen_op, melding.id, zaak.wet.value),
    ]
    schakels += [_schakel("gesprek", item.id, item.op, zaak.id, "") for item in werk.gesprekken.zoek(zaak_id=zaak.id)]
    if zaak.aanvraag_op is not None:
        schakels.append(_schakel("aanvraag", zaak.id, zaak.aanvraag_op, zaak.id, ""))
    for record in werk.besluiten.zoek(zaak_id=zaak.id):
        schakels.append(_schakel("besluit", record.id, record.besluit.datum, zaak.id, record.besluit.soort.woord))
        if record.bekendgemaakt_op is not None:
            schakels.append(_schakel("bekendmaking", record.id, record.bekendgemaakt_op, record.id, ""))
    schakels += [
        _schakel(
            "brief",
            item.id,
            item.verzonden_op,
            item.besluit_id or zaak.id,
            f"{item.sjabloon}, {item.status.lower().replace('_', ' ')}",
        )
        for item in werk.brieven.zoek(zaak_id=zaak.id)
    ]
    leveringen = werk.leveringen.zoek(zaak_id=zaak.id)
    for item in leveringen:
        wat = f"{item.naam}: {item.status.in_woorden}, {door(item)}"
        schakels.append(_schakel("levering", item.id, item.toegewezen_op, item.besluit_id, wat))
        schakels += [
            _schakel("bericht", bericht.kenmerk, bericht.op, item.id, bericht.soort) for bericht in item.berichten
        ]
        schakels += [
            _schakel(
                "factuur",
                factuur.nummer,
                factuur.ontvangen_op,
                item.id,
                f"{bedrag(factuur.centen)}, {'goedgekeurd' if factuur.akkoord else 'afgekeurd'}",
            )
            for factuur in item.facturen
        ]
    schakels += [
        _schakel("monitoring", item.id, item.op, zaak.id, item.uitkomst.in_woorden)
        for item in werk.monitoringen.zoek(zaak_id=zaak.id)
    ]
    schakels += [
        _schakel(
            "bezwaar",
            item.id,
            item.ontvangen_op,
            item.besluit_id or zaak.id,
            item.uitkomst.lower() if item.uitkomst else "loopt",
        )
        for item in werk.bezwaren.zoek(zaak_id=zaak.id)
    ]
    return {
        "dossier": zaak.dossier_id,
        "schakels": schakels,
        "leveringen": [velden(item) for item in leveringen],
        "weken_tot_resultaat": weken_tot_resultaat(zaak),
    }


def _schakel(soort: str, kenmerk: str, op: Any, volgt_uit: str, wat: str) -> dict[str, Any]:
    return {"schakel": soort, "kenmerk": kenmerk, "op": op, "volgt_uit": volgt_uit, "wat": wat}


def _rij(item: dict[str, Any]) -> tuple[object, ...]:
    dag = item["op"].isoformat() if item["op"] else None
    return (item["schakel"], item["kenmerk"], dag, item["volgt_uit"], item["wat"])
