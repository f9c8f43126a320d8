"""``toegang gemeente bijwerken``: an older database is refused with the way out, and the way out works."""

from __future__ import annotations

import contextlib
import json
import sqlite3
from datetime import date

import pytest

from toegang.environment import Klok
from toegang.storage import Gemeenteopslag
from toegang.storage.schema import REVISIES, maak_tabellen
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy import Register
from toegang.tenancy.versies import lees_versies
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.main import voer_uit

KOLOMMEN = "select name from pragma_table_info('{}', '{}')"
OVER = "insert or replace into main.{0} ({1}) select {1} from nieuw.{0}"


@pytest.fixture
def oud(tmp_path, monkeypatch):
    """A gemeente with the database of the first version: the tables of later revisions are not there."""
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path))
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    richt_in("zwolle", Register(tmp_path), Klok(date(2026, 11, 20))).sluit()
    pad = tmp_path / "zwolle" / "toegang.sqlite3"
    nieuw = pad.rename(pad.with_name("nieuw.sqlite3"))
    klok, sleutel = Klok.van_machine(), Register(tmp_path).paden("zwolle").sleutel
    with Gemeenteopslag.open(pad, sleutel, "zwolle", klok.nu, toets=False) as opslag:
        maak_tabellen(opslag, "0001")
    with contextlib.closing(sqlite3.connect(pad)) as verbinding, verbinding:
        verbinding.execute("attach ? as nieuw", (str(nieuw),))
        _neem_over(verbinding)
    nieuw.unlink()
    return tmp_path


def _neem_over(verbinding: sqlite3.Connection) -> None:
    """Bring the rows over of the tables that the first version had."""

    def lijst(vraag: str) -> list[str]:
        return [rij[0] for rij in verbinding.execute(vraag)]

    eerder = set(lijst("select name from nieuw.sqlite_master where type = 'table'"))
    for naam in lijst("select name from main.sqlite_master where type = 'table'"):
        if naam in eerder and naam not in {"alembic_version", "sqlite_sequence"}:
            ook = set(lijst(KOLOMMEN.format(naam, "nieuw")))
            wel = [kolom for kolom in lijst(KOLOMMEN.format(naam, "main")) if kolom in ook]
            verbinding.execute(OVER.format(naam, ", ".join(wel)))


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
