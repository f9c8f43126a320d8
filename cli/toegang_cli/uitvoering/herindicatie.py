"""Ending indications on the command line."""

from __future__ import annotations

from typing import Any

from toegang.domain.levering import Levering
from toegang.domain.spoor import Regeltoets
from toegang.lifecycle import herindicatie as stappen
from toegang.lifecycle.herindicatie import Afloop
from toegang.lifecycle.nazorgbrief import zet_brief_klaar
from toegang_cli.invoer import lees_dag
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.nazorg import doe
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.werkplek import werkplek


def lijst(naam: str, *, binnen: int, als_json: bool) -> None:
    """List the indications that end."""
    with werkplek(naam) as plek, plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        gevonden = stappen.aflopend(werk, plek.omgeving, binnen)
        vandaag = plek.omgeving.vandaag()
    if als_json:
        toon_json(
            {"gemeente": naam, "op": vandaag, "binnen": binnen, "indicaties": [velden(item) for item in gevonden]}
        )
        return
    toon_tabel(
        ("Zaak", "Wat", "Laatste dag", "Wanneer", "Wie hoort het", "Stand"),
        [_rij(item) for item in gevonden],
        leeg=f"Gemeente {naam} heeft de komende {aantal(binnen, 'dag', 'dagen')} geen indicaties die aflopen.",
    )
    zonder = [item for item in gevonden if item.let_op]
    if zonder:
        zeg(
            f"Let op, {zonder[0].let_op[0].regel} ({zonder[0].let_op[0].grondslag}): van "
            f"{aantal(len(zonder), 'voorziening', 'voorzieningen')} is geen bruikbaar heronderzoek gepland. "
            f"Plan het met: toegang herindicatie plan ZAAK --op DATUM -g {naam}"
        )


def velden(item: Afloop) -> dict[str, Any]:
    """Return an ending indication under stable keys, for ``--json``."""
    levering = item.levering
    return {
        "zaak": item.zaak.id,
        "dossier": item.zaak.dossier_id,
        "besluit": item.besluit.id,
        "levering": levering.id if levering else None,
        "voorziening": item.voorziening.id,
        "product": item.voorziening.product,
        "einddatum": item.einddatum,
        "dagen": item.dagen,
        "bericht_aan": list(item.bericht_aan),
        "aangekondigd_op": levering.aangekondigd_op if levering else None,
        "heronderzoek_op": levering.heronderzoek_op if levering else None,
        "vervolgzaak": item.vervolg,
        "let_op": [regel.regel for regel in item.let_op],
    }


def plan(naam: str, welke: str, op: str, *, als: str | None, proef: bool) -> None:
    """Plan a review."""
    dag = lees_dag("--op", op)

    def laat_zien(uitkomst: tuple[Levering, tuple[Regeltoets, ...]]) -> None:
        item, let_op = uitkomst
        toon(f"Heronderzoek van {item.naam} (zaak {item.zaak_id}) gepland op {als_tekst(item.heronderzoek_op)}.")
        waarschuw(let_op)

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.plan_heronderzoek(plek.omgeving, plek.actor, welke, dag),
        laat_zien=laat_zien,
    )


def brief(naam: str, welke: str, *, als: str | None, proef: bool) -> None:
    """Put the letter in line that tells the resident."""

    def laat_zien(kenmerk: str) -> None:
        toon(f"De brief staat klaar ({kenmerk}).")
        zeg(f"Volgende stap: toegang beschikking batch -g {naam}; na het verzenden: toegang herindicatie aangekondigd")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: zet_brief_klaar(plek.omgeving, plek.actor, welke),
        laat_zien=laat_zien,
    )


def aangekondigd(naam: str, welke: str, op: str, *, als: str | None, proef: bool) -> None:
    """Record that the resident knows."""
    dag = lees_dag("--op", op)

    def laat_zien(item: Levering) -> None:
        toon(f"De inwoner weet sinds {als_tekst(dag)} dat {item.naam} (zaak {item.zaak_id}) afloopt.")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.meld_aangekondigd(plek.omgeving, plek.actor, welke, dag),
        laat_zien=laat_zien,
    )


def _rij(item: Afloop) -> tuple[object, ...]:
    wanneer = f"nog {aantal(item.dagen, 'dag', 'dagen')}" if item.dagen >= 0 else f"{-item.dagen} dagen voorbij"
    return (
        item.zaak.id,
        item.voorziening.naam,
        item.einddatum.isoformat(),
        wanneer,
        item.bericht_aan,
        _stand(item),
    )


def _stand(item: Afloop) -> str:
    if item.vervolg:
        return f"zaak {item.vervolg} loopt"
    levering = item.levering
    gedaan = []
    if levering is not None and levering.aangekondigd_op:
        gedaan.append(f"aangekondigd {levering.aangekondigd_op.isoformat()}")
    if levering is not None and levering.heronderzoek_op:
        gedaan.append(f"heronderzoek {levering.heronderzoek_op.isoformat()}")
    return ", ".join(gedaan) or "nog niets gedaan"
