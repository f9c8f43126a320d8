"""A fusion of two made-up gemeenten into a third, as far as each test needs it."""

from pathlib import Path

import pytest
from fusiedata import maak_gemeenten
from fusiewerk import OUD, Werk, keur_alles_goed

from toegang.environment import sluit_aan
from toegang.fusion.conflicten.zoeken import zoek_conflicten
from toegang.fusion.inventaris import inventariseer
from toegang.fusion.koppel.uitvoeren import koppel
from toegang.storage import Actor


@pytest.fixture
def werk(tmp_path: Path) -> Werk:
    """A project that has begun; nothing was read."""
    nieuw = Werk(tmp_path, maak_gemeenten(tmp_path))
    nieuw.register.map.mkdir(mode=0o700)
    nieuw.begin()
    return nieuw


@pytest.fixture(scope="session")
def _gekoppeld(tmp_path_factory: pytest.TempPathFactory) -> Werk:
    map_ = tmp_path_factory.mktemp("gekoppeld")
    eerste = Werk(map_, maak_gemeenten(map_))
    eerste.register.map.mkdir(mode=0o700)
    eerste.begin()
    with eerste.open() as project:
        inventariseer(project, OUD)
        koppel(project, OUD, kans=False)
        zoek_conflicten(project, OUD)
    return eerste


@pytest.fixture(scope="session")
def _klaar(_gekoppeld: Werk, tmp_path_factory: pytest.TempPathFactory) -> Werk:
    eerste = _gekoppeld.kopie(tmp_path_factory.mktemp("klaar") / "werk")
    sluit_aan("zwolle", Actor(uid=0), register=eerste.register, klok=eerste.klok)
    keur_alles_goed(eerste)
    return eerste


@pytest.fixture
def gekoppeld(_gekoppeld: Werk, tmp_path: Path) -> Werk:
    """A project that was read and linked by rule."""
    return _gekoppeld.kopie(tmp_path / "werk")


@pytest.fixture
def klaar(_klaar: Werk, tmp_path: Path) -> Werk:
    """A project that may be taken over, and a gemeente to take it."""
    return _klaar.kopie(tmp_path / "werk")
