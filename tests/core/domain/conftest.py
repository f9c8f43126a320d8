"""Data that stands beside the repository; a test that wants it skips with a reason when it is absent."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from toegang.domain import archieftermijn, feestdagen, gegevens, gemeenten, opschorting, termijnparameters, wetgeving

Lezer = Callable[[str], Any]

NAAST_DE_REPO = Path(__file__).resolve().parents[4] / "shared" / "data"


@pytest.fixture
def gedeeld() -> Lezer:
    """Read a JSON file out of the shared data, or skip."""

    def lees(bestand: str) -> Any:
        pad = NAAST_DE_REPO / bestand
        if not pad.is_file():
            pytest.skip(f"de gedeelde gegevens ontbreken: {bestand}")
        return json.loads(pad.read_text(encoding="utf-8"))

    return lees


@pytest.fixture
def eigen_gegevensmap(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Let the loaders read from an empty folder, with empty caches before and after."""
    caches = [
        functie
        for module in (archieftermijn, feestdagen, gemeenten, opschorting, termijnparameters, wetgeving)
        for functie in vars(module).values()
        if hasattr(functie, "cache_clear")
    ]
    for functie in caches:
        functie.cache_clear()
    monkeypatch.setattr(gegevens, "GEGEVENSMAP", tmp_path)
    yield tmp_path
    for functie in caches:
        functie.cache_clear()
