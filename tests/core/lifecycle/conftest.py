"""A real gemeente on a real database, for the tests of the life cycle."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from datetime import date
from functools import cache
from pathlib import Path

import pytest

from toegang.environment import Gemeente, Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)


@pytest.fixture
def motor() -> str:
    """The kind of database; a module that runs on both parametrizes this."""
    return "sqlite"


@pytest.fixture(scope="session")
def ingericht(tmp_path_factory) -> Callable[[str, date], Path]:
    """Give a data folder with a gemeente that is ready for use; each is made once, and then only copied."""

    @cache
    def maak(naam: str, vandaag: date) -> Path:
        map_ = tmp_path_factory.mktemp("ingericht") / "data"
        richt_in(naam, Register(map_), Klok(vandaag)).sluit()
        return map_

    return maak


@pytest.fixture
def open_proef(tmp_path, motor, ingericht, request) -> Iterator[Callable[[str], Gemeente]]:
    """Open a gemeente with its demo people and demo answers in an empty folder."""
    geopend: list[Gemeente] = []
    server = request.getfixturevalue("postgres") if motor == "postgres" else ""

    def open_(naam: str, vandaag: date = VANDAAG) -> Gemeente:
        map_ = tmp_path / "data"
        if not server and not map_.exists():
            shutil.copytree(ingericht(naam, vandaag), map_)
        gemeente = richt_in(naam, Register(map_, postgres=server), Klok(vandaag))
        geopend.append(gemeente)
        return gemeente

    yield open_
    for gemeente in geopend:
        gemeente.sluit()
    if server:
        from toegang.storage.postgres_server import Server, lees_gegevens

        for verbinding in (tmp_path / "data").glob("*/postgres.toml"):
            Server(server).verwijder(lees_gegevens(verbinding))
