"""A real gemeente on a real database, for the tests of the life cycle."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

import pytest

from toegang.environment import Gemeente, Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)


@pytest.fixture
def motor() -> str:
    """The kind of database; a module that runs on both parametrizes this."""
    return "sqlite"


@pytest.fixture
def open_proef(tmp_path, motor, request) -> Iterator[Callable[[str], Gemeente]]:
    """Open a gemeente with its demo people and demo answers in an empty folder."""
    geopend: list[Gemeente] = []
    server = request.getfixturevalue("postgres") if motor == "postgres" else ""

    def open_(naam: str, vandaag: date = VANDAAG) -> Gemeente:
        gemeente = richt_in(naam, Register(tmp_path / "data", postgres=server), Klok(vandaag))
        geopend.append(gemeente)
        return gemeente

    yield open_
    for gemeente in geopend:
        gemeente.sluit()
    if server:
        from toegang.storage.postgres_server import Server, lees_gegevens

        for verbinding in (tmp_path / "data").glob("*/postgres.toml"):
            Server(server).verwijder(lees_gegevens(verbinding))
