"""How a plan went: its versions, and what became of the agreements."""

from __future__ import annotations

from typing import Any

from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import Tekenuitkomst
from toegang.errors import Invoerfout
from toegang.lifecycle.plan import planversies
from toegang_cli.uitvoer import toon, toon_json, toon_tabel
from toegang_cli.uitvoering.planlezen import leesbaar_plan
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, zaaknummer


def toon_verloop(naam: str, zaak_id: str, *, als: str | None, als_json: bool) -> None:
    """Show the versions of a plan and the history of its agreements; no words of people."""
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        versies = planversies(werk, zaak.dossier_id)
        laatste = leesbaar_plan(werk, zaak, versies[-1] if versies else None)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    if laatste is None:
        raise Invoerfout(
            f"Bij zaak {nummer} is nog geen plan vastgelegd.",
            vervolg=f"Leg het vast: toegang zaak plan {nummer} BESTAND",
        )
    afspraken = _wijzigingen(laatste)
    if als_json:
        velden = {"gemeente": naam, "zaak": nummer, "dossier": laatste.dossier_id}
        toon_json({**velden, "versies": [_versie(record) for record in versies], "afspraken": afspraken})
        return
    toon_tabel(
        ("Versie", "Van", "Zaak", "Soort", "Akkoord", "Getekend"),
        [
            (v["versie"], v["vastgesteld_op"], v["zaak"], v["soort"], v["akkoord"], v["getekend_op"])
            for v in map(_versie, versies)
        ],
        leeg="",
    )
    if afspraken:
        toon("", "Afspraken")
        rijen = [(item["afspraak"], item["op"], item["stand"], item["door"]) for item in afspraken]
        toon_tabel(("Nr", "Op", "Werd", "Vastgelegd door"), rijen, leeg="")


def _versie(record: Planrecord) -> dict[str, Any]:
    plan = record.plan
    return {
        "versie": plan.versie,
        "plan": plan.id,
        "zaak": record.zaak_id,
        "soort": plan.soort.value,
        "vastgesteld_op": plan.vastgesteld_op.isoformat(),
        "vastgelegd_door": record.vastgelegd_door,
        "akkoord": plan.akkoord.value,
        "getekend_op": plan.getekend_op.isoformat() if plan.getekend_op else None,
        "handtekeningen": sum(item.uitkomst is Tekenuitkomst.GETEKEND for item in record.handtekeningen),
        "reacties": len(record.reacties),
        "kopieen": len(record.kopieen),
    }


def _wijzigingen(record: Planrecord) -> list[dict[str, Any]]:
    return [
        {"afspraak": item.nummer, "op": keer.op.isoformat(), "stand": keer.stand.value, "door": keer.door}
        for item in sorted(record.afspraken, key=lambda item: item.nummer)
        for keer in item.verloop
    ]
