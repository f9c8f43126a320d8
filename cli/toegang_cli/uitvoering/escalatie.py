"""Escalation by the regisseur: raised, listed, and dealt with."""

from __future__ import annotations

from pathlib import Path

from toegang.domain.signalering import Signalering, Signaleringsoort
from toegang.lifecycle.escalatie import Escalatieuitkomst, handel_escalatie_af
from toegang.lifecycle.escalatie import escaleer as schaal_op
from toegang_cli.uitvoer import toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.bestaat import zonder_echo
from toegang_cli.uitvoering.overleg import lees_woorden
from toegang_cli.werkplek import NIETS_OPGESLAGEN, leesplek, werkplek, zaaknummer


def escaleer(naam: str, zaak_id: str, bestand: Path, aan: str, *, als: str | None, proef: bool) -> None:
    """Escalate."""
    nummer, tekst = zaaknummer(zaak_id), lees_woorden(bestand)
    with werkplek(naam, als, proef=proef) as plek:
        record = schaal_op(plek.omgeving, plek.actor, nummer, aan, tekst)
    toon(f"Opgeschaald naar {record.aan} ({record.id}).")
    zeg(NIETS_OPGESLAGEN if proef else f"Afhandelen: toegang regie afhandelen {record.id} --uitkomst ... -g {naam}")


def afhandelen(
    naam: str, kenmerk: str, uitkomst: str, toelichting: Path | None, *, als: str | None, proef: bool
) -> None:
    """Record what became of it."""
    gekozen = Escalatieuitkomst(uitkomst.replace("-", "_").upper())
    woorden = lees_woorden(toelichting) if toelichting is not None else ""
    lijst = f"toegang regie escalaties -g {naam}"
    with werkplek(naam, als, proef=proef) as plek, zonder_echo("Deze escalatie", lijst):
        record = handel_escalatie_af(plek.omgeving, plek.actor, kenmerk, gekozen, woorden)
    toon(f"Escalatie {record.id} is afgehandeld: {record.uitkomst.lower().replace('_', ' ')}.")
    if proef:
        zeg(NIETS_OPGESLAGEN)


def escalaties(naam: str, *, alles: bool, als_json: bool) -> None:
    """List escalations, without their words."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = werk.signaleringen.zoek(soort=Signaleringsoort.ESCALATIE)
    getoond = [item for item in gevonden if alles or item.afgehandeld_op is None]
    if als_json:
        toon_json({"gemeente": naam, "escalaties": [_velden(item) for item in getoond]})
        return
    toon_tabel(
        ("Escalatie", "Zaak", "Op", "Door", "Aan", "Uitkomst"),
        [(item.id, item.zaak_id, item.op.isoformat(), item.door, item.aan, item.uitkomst) for item in getoond],
        leeg=f"In gemeente {naam} staat geen escalatie open.",
    )


def _velden(item: Signalering) -> dict[str, object]:
    velden = item.model_dump(mode="json", exclude={"tekst", "toelichting", "overleg"})
    return {"escalatie": velden.pop("id"), **velden}
