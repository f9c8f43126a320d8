"""The shared letter set, a house style and a logo, as letters are made with."""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.weasy import WeasyRenderer
from toegang_beschikkingen import SJABLONEN

HULP = str(Path(__file__).parent / "hulp")

# Workers get the same path, so that they can import the renderers in it.
if HULP not in sys.path:
    sys.path.append(HULP)

TIJDSTIP = datetime(2026, 3, 24, 9, 30, tzinfo=UTC)
LOGO = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><rect width="40" height="20" fill="#1f4e79"/></svg>'
)


@pytest.fixture(scope="session")
def sjablonen() -> Sjabloonset:
    return Sjabloonset([SJABLONEN])


@pytest.fixture(scope="session")
def renderer() -> WeasyRenderer:
    return WeasyRenderer()


@pytest.fixture
def logo() -> bytes:
    return LOGO


@pytest.fixture
def tijdstip() -> datetime:
    return TIJDSTIP


@pytest.fixture
def voorbeeld(sjablonen: Sjabloonset) -> Callable[..., Briefgegevens]:
    """Give the made-up data of a letter."""
    return lambda sjabloon="wmo/toekenning", **anders: voorbeeldgegevens(sjabloon, sjablonen.matrix).gewijzigd(**anders)


@pytest.fixture
def maak(sjablonen: Sjabloonset, renderer: WeasyRenderer) -> Callable[..., GemaakteBrief]:
    """Make a letter."""

    def maak_(gegevens: Briefgegevens, huisstijl: Huisstijl | None = None, **anders: object) -> GemaakteBrief:
        return maak_brief(gegevens, sjablonen, huisstijl or Huisstijl(), LOGO, renderer, TIJDSTIP, **anders)

    return maak_


@pytest.fixture
def eigen_map(tmp_path: Path) -> Callable[..., Sjabloonset]:
    """Make the templates of a gemeente: file name to text, over the shared set."""

    def maak_map(**bestanden: str) -> Sjabloonset:
        map_ = tmp_path / "sjablonen"
        for naam, tekst in bestanden.items():
            bestand = map_ / f"{naam.replace('__', '/')}.html"
            bestand.parent.mkdir(parents=True, exist_ok=True)
            bestand.write_text(tekst)
        return Sjabloonset([map_, SJABLONEN])

    return maak_map
