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


@pytest.fixture
def gekoppeld(werk: Werk) -> Werk:
    """A project that was read and linked by rule."""
    with werk.open() as project:
        inventariseer(project, OUD)
        koppel(project, OUD, kans=False)
        zoek_conflicten(project, OUD)
    return werk


@pytest.fixture
def klaar(gekoppeld: Werk) -> Werk:
    """A project that may be taken over, and a gemeente to take it."""
    sluit_aan("zwolle", Actor(uid=0), register=gekoppeld.register, klok=gekoppeld.klok)
    keur_alles_goed(gekoppeld)
    return gekoppeld
