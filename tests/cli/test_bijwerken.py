"""``toegang gemeente bijwerken``: an older database is refused with the way out, and the way out works."""

from __future__ import annotations

import sqlite3
from datetime import date

import pytest
from sqlalchemy import Table

from toegang.environment import Klok
from toegang.storage import rond_zaak
from toegang.storage.schema import REVISIES
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.main import voer_uit


@pytest.fixture
def oud(tmp_path, monkeypatch):
    """A gemeente with the database of the first version: the tables of later revisions are not there."""
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path))
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    richt_in("zwolle", Register(tmp_path), Klok(date(2026, 11, 20))).sluit()
    with sqlite3.connect(tmp_path / "zwolle" / "toegang.sqlite3") as verbinding:
        later = [naam for naam, ding in vars(rond_zaak).items() if isinstance(ding, Table)]
        for naam in ("termijnzaken", *later):
            verbinding.execute(f"drop table {naam}")
        verbinding.execute("update alembic_version set version_num = '0001'")
    verbinding.close()
    return tmp_path


def test_een_oudere_database_wordt_geweigerd_en_kan_worden_bijgewerkt(oud, capsys):
    assert voer_uit(["zaak", "lijst", "-g", "zwolle"]) == 1
    assert "toegang gemeente bijwerken" in capsys.readouterr().err
    assert voer_uit(["gemeente", "bijwerken", "zwolle", "--proef"]) == 0
    assert REVISIES[-1] in capsys.readouterr().out
    assert voer_uit(["zaak", "lijst", "-g", "zwolle"]) == 1
    assert voer_uit(["gemeente", "bijwerken", "zwolle"]) == 0
    assert "is bijgewerkt" in capsys.readouterr().out
    assert voer_uit(["zaak", "lijst", "-g", "zwolle"]) == 0
    assert voer_uit(["termijn", "lijst", "-g", "zwolle"]) == 0
    assert voer_uit(["gemeente", "bijwerken", "zwolle"]) == 0
    assert "was al bij" in capsys.readouterr().out


def test_een_nieuwere_database_blijft_zoals_zij_is(oud, capsys):
    with sqlite3.connect(oud / "zwolle" / "toegang.sqlite3") as verbinding:
        verbinding.execute("update alembic_version set version_num = '9999'")
    verbinding.close()
    assert voer_uit(["gemeente", "bijwerken", "zwolle"]) == 1
    assert "nieuwere of onbekende versie" in capsys.readouterr().err
