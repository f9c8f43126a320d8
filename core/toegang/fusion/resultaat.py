"""The result in files that others can check: persons, conflicts, indications, counts (format of the training set)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

from toegang.fusion.afbeelding.omzetten import datumtekst
from toegang.fusion.conflicten.soorten import Bestemming, Geval
from toegang.fusion.lijsten import schrijf_csv
from toegang.fusion.project import Project
from toegang.fusion.stand import Indicatiestand, Standlezer, uren_van
from toegang.fusion.waarden import Plaats
from toegang.storage import Actor
from toegang.storage.bestanden import schrijf
from toegang.storage.werkplaats import Werkbank

PERSONEN = ("record_id", "persoon_id", "zekerheid")
CONFLICTEN = ("conflict_id", "soort", "record_ids")
INDICATIES = (
    "record_id",
    "persoon_id",
    "product",
    "uren_per_week",
    "start",
    "einde",
    "vorm",
    "status",
    "herkomst",
    "bestemming",
)
Telling = dict[str, dict[str, int]]


def schrijf_resultaat(project: Project, actor: Actor, map_: Path) -> Telling:
    """Write the four files of the result; no file holds a name, number or address of anybody.

    Args:
        project: the project.
        actor: who asks.
        map_: folder.

    Returns:
        The counts per old gemeente.

    Raises:
        Invoerfout: nothing was linked yet.
    """
    with project.werk(actor, alleen_lezen=True) as werk:
        lezer = Standlezer(project, werk)
        schrijf_csv(map_ / "resultaat_personen.csv", PERSONEN, _personen(werk))
        schrijf_csv(map_ / "resultaat_conflicten.csv", CONFLICTEN, _conflicten(werk))
        telling: Telling = {bron.gemeentecode: lege_telling() for bron in project.definitie.bronnen}
        schrijf_csv(map_ / "resultaat_indicaties.csv", INDICATIES, _indicaties(lezer, telling))
        schrijf(map_ / "resultaat_tellingen.json", json.dumps(telling, indent=2).encode())
    return telling


def lege_telling() -> dict[str, int]:
    """Return a count of nothing."""
    return {"in": 0, **{item.value: 0 for item in Bestemming}}


def _personen(werk: Werkbank) -> Iterator[tuple[str, ...]]:
    for plaats in werk.stroom("plaatsen", Plaats):
        yield plaats.id, plaats.persoon, plaats.zekerheid


def _conflicten(werk: Werkbank) -> Iterator[tuple[str, ...]]:
    for geval in werk.stroom("conflicten", Geval):
        yield geval.id, geval.soort, "|".join(geval.records)


def _indicaties(lezer: Standlezer, telling: Telling) -> Iterator[tuple[object, ...]]:
    for stand in lezer.alles():
        deel = telling[stand.record.gemeente]
        deel["in"] += 1
        deel[stand.bestemming.value] += 1
        yield indicatierij(lezer, stand)


def indicatierij(lezer: Standlezer, stand: Indicatiestand) -> tuple[object, ...]:
    """Return an indication as a row of the result."""
    record = stand.record
    uren = uren_van(record, lezer.project.producten)
    return (
        record.record,
        stand.plaats.persoon if stand.plaats else "",
        record.product if record.product in lezer.project.producten else "",
        f"{uren:f}" if uren is not None else "",
        datumtekst(record.start),
        datumtekst(record.einde),
        "+".join(record.vormen),
        record.status or "",
        record.gemeente,
        stand.bestemming.value,
    )
