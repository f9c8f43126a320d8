"""``toegang gemeente bijwerken``: an older database is refused with the way out, and the way out works."""

from __future__ import annotations

import json
import sqlite3
from datetime import date

import pytest
from sqlalchemy import Table

from toegang.environment import Klok
from toegang.storage import rond_zaak
from toegang.storage.schema import REVISIES
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy import Register
from toegang.tenancy.versies import lees_versies
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
    uit = capsys.readouterr().out
    assert "is bijgewerkt" in uit
    (kopie,) = (oud / "reservekopie" / "zwolle").glob("*.toegang")
    assert str(kopie) in uit
    assert lees_kop(kopie).revisie == "0001", "the backup is of before"
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


@pytest.fixture
def drie(oud, monkeypatch):
    """Two more gemeenten: one whose database was spoilt, and one that is up to date."""
    for naam in ("schagen", "doetinchem"):
        richt_in(naam, Register(oud), Klok(date(2026, 11, 20))).sluit()
    with sqlite3.connect(oud / "schagen" / "toegang.sqlite3") as verbinding:
        verbinding.execute("update alembic_version set version_num = '9999'")
    verbinding.close()
    return oud


@pytest.mark.lang
def test_de_eerste_die_mislukt_houdt_de_rest_tegen(drie, capsys):
    assert voer_uit(["gemeente", "bijwerken", "--eerst", "schagen", "--ga-door", "--json"]) == 1
    uitkomst = {item["gemeente"]: item["uitkomst"] for item in json.loads(capsys.readouterr().out)["gemeenten"]}
    assert uitkomst == {"schagen": "mislukt", "doetinchem": "overgeslagen", "zwolle": "overgeslagen"}
    assert voer_uit(["zaak", "lijst", "-g", "zwolle"]) == 1, "still on the old revision"


@pytest.mark.lang
def test_wie_mislukt_blijft_zoals_zij_was_en_de_andere_gaan_door(drie, capsys):
    assert voer_uit(["gemeente", "bijwerken", "--ga-door"]) == 3
    gezien = capsys.readouterr()
    assert "nieuwere of onbekende versie" in json.dumps(lees_versies(Register(drie))["schagen"].fout)
    assert max(len(regel) for regel in gezien.out.splitlines()) <= 80
    versies = lees_versies(Register(drie))
    assert {naam: (item.van, item.naar, item.uitkomst) for naam, item in versies.items()} == {
        "doetinchem": (REVISIES[-1], REVISIES[-1], "was al bij"),
        "schagen": (None, None, "mislukt"),
        "zwolle": ("0001", REVISIES[-1], "bijgewerkt"),
    }
    assert voer_uit(["zaak", "lijst", "-g", "zwolle"]) == 0


@pytest.mark.parametrize("opties", [("zwolle", "--ga-door"), ("--stop", "--ga-door"), ("zwolle", "--eerst", "zwolle")])
def test_keuzes_die_elkaar_tegenspreken(opties):
    assert voer_uit(["gemeente", "bijwerken", *opties]) == 2
