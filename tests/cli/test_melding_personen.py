"""``toegang melding importeer`` with persons in the fields of the BRP."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from toegang.environment import Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.main import voer_uit

PERSONEN = Path(__file__).parents[3] / "shared" / "data" / "brp-testpersonas" / "personas.json"
ADRES = {"straat": "Kanariestraat", "huisnummer": "1", "postcode": "1234AB", "woonplaats": "Kanariedorp"}
GOED = {"burgerservicenummer": "999990019", "geslachtsnaam": "Kanariepiet", "geboortedatum": "19500102", **ADRES}


@pytest.fixture
def importeer(tmp_path, monkeypatch, capsys):
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path / "data"))
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    monkeypatch.setenv("TOEGANG_GEMEENTE", "schagen")
    richt_in("schagen", Register(tmp_path / "data"), Klok(date(2026, 11, 20))).sluit()

    def doe(records, *woorden):
        bestand = tmp_path / "personen.json"
        bestand.write_text(json.dumps(records))
        code = voer_uit(["melding", "importeer", str(bestand), "--gebied", "wijk-1", *woorden])
        return code, capsys.readouterr()

    return doe


VRAAG = ("--wet", "WMO", "--product", "rolstoel")


def test_een_persoon_wordt_een_zaak_en_maar_een_keer(importeer):
    code, uit = importeer([GOED], *VRAAG, "--json")
    assert code == 0
    assert len(json.loads(uit.out)["zaken"]) == 1
    _, uit = importeer([GOED], *VRAAG, "--json")
    assert json.loads(uit.out)["bekend"] == 1
    _, uit = importeer([GOED], "--wet", "GPK", "--product", "gpk-bestuurder", "--json")
    assert len(json.loads(uit.out)["zaken"]) == 1


def test_gedaan_aangehouden_en_geweigerd_zijn_samen_alles(importeer):
    records = [
        GOED,
        GOED,
        GOED | {"burgerservicenummer": "999990081", "overlijdensdatum": "20200101"},
        GOED | {"burgerservicenummer": "999990082"},
        GOED | {"burgerservicenummer": "999990421", "geslachtsnaam": ""},
        GOED | {"burgerservicenummer": "999990329", "geboortedatum": "19801350"},
    ]
    code, uit = importeer(records, *VRAAG, "--json")
    assert code == 3
    gelezen = json.loads(uit.out)
    assert gelezen["meldingen"] == 1
    assert gelezen["aangehouden"] == {"de persoon is overleden": 1}
    assert gelezen["geweigerd"] == 4
    assert {(item["record"], item["veld"]) for item in gelezen["redenen"]} == {
        (2, "burgerservicenummer"),
        (4, "burgerservicenummer"),
        (5, "geslachtsnaam"),
        (6, "geboortedatum"),
    }
    assert "Kanarie" not in uit.out + uit.err
    assert "99999" not in uit.out + uit.err


@pytest.mark.parametrize(
    ("woorden", "tekst"),
    [
        ((), "wat deze personen vragen"),
        (("--wet", "WMO"), "--product samen"),
        (("--wet", "WET", "--product", "rolstoel"), "Kies uit"),
        (("--wet", "GPK", "--product", "rolstoel"), "hoort bij WMO"),
        (("--wet", "WMO", "--product", "vliegtuig"), "staat niet in de catalogus"),
        ((*VRAAG, "--kanaal", "duif"), "Kies uit"),
    ],
)
def test_zonder_bruikbare_vraag(importeer, woorden, tekst):
    code, uit = importeer([GOED], *woorden)
    assert code == 2
    assert tekst in " ".join((uit.out + uit.err).split())


@pytest.mark.lang
def test_de_officiele_testpersonen(importeer):
    if not PERSONEN.exists():
        pytest.skip("de testpersonen van RvIG staan niet naast deze map")
    records = json.loads(PERSONEN.read_text())
    _, uit = importeer(records, *VRAAG, "--json")
    gelezen = json.loads(uit.out)
    assert gelezen["meldingen"] + sum(gelezen["aangehouden"].values()) + gelezen["geweigerd"] == len(records)
    assert gelezen["meldingen"] >= 0.9 * len(records)
