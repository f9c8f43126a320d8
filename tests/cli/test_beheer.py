"""What municipal IT types: answers at onboarding, status, backup and restore, and proof that gemeenten are apart."""

import json
import shutil
from pathlib import Path

import pytest

from toegang.tenancy import Register, Stand

BREEDTE = 80


def _past(uit: str) -> bool:
    return max((len(regel) for regel in uit.splitlines()), default=0) <= BREEDTE


def test_antwoorden_uit_een_bestand(leeg, toegang, schrijf):
    fout = schrijf("fout.toml", 'rsin = "999990019"\n[antwoorden]\n"archief.actor" = "burgemeester"\n"iets" = "x"\n')
    uitkomst = toegang("gemeente", "aansluiten", "zwolle", "--antwoorden", fout)
    assert uitkomst.code == 2
    assert "archief.actor" in uitkomst.fout
    assert "iets" in uitkomst.fout
    assert not leeg.exists(), "all answers are checked before anything is made"
    geen_rsin = schrijf("rsin.toml", 'rsin = "123456789"\n')
    assert "rsin" in toegang("gemeente", "aansluiten", "zwolle", "--antwoorden", geen_rsin).fout
    assert not leeg.exists()
    goed = schrijf("goed.toml", 'rsin = "999990019"\n[antwoorden]\n"archief.actor" = "archivaris"\n')
    uitkomst = toegang("gemeente", "aansluiten", "zwolle", "--antwoorden", goed, "--geen-vragen")
    assert uitkomst.code == 0, uitkomst.fout
    assert "Volgende stap: toegang gemeente controleer zwolle" in uitkomst.fout
    assert "1 open sleutel is ingevuld." in uitkomst.uit
    register = Register(leeg)
    assert register.haal("zwolle").rsin == "999990019"
    assert register.lees_instellingen("zwolle")["archief.actor"].waarde == "archivaris"
    nog_eens = toegang("gemeente", "aansluiten", "zwolle", "--antwoorden", goed)
    assert (nog_eens.code, "ingevuld" in nog_eens.uit) == (0, False)
    assert toegang("gemeente", "aansluiten", "zwolle", "--ongedaan").code == 5


def test_ongedaan_vraagt_een_bevestiging(leeg, toegang):
    assert toegang("gemeente", "aansluiten", "zwolle").code == 0
    paden = Register(leeg).paden("zwolle")
    journaal = '[opdracht]\nnaam = "zwolle"\ntitel = "Zwolle"\nplugin = "zwolle"\ncode = "0193"\nopslag = "SQLITE"\n'
    paden.journaal.write_text(f"begonnen_op = 2026-11-20T09:00:00+00:00\nuid = 4001\nbezig_met = 5\n{journaal}")
    paden.inschrijving.unlink()
    proef = toegang("gemeente", "aansluiten", "zwolle", "--ongedaan", "--proef")
    assert proef.code == 0
    assert "Begonnen door uid 4001" in proef.uit
    zonder = toegang("gemeente", "aansluiten", "zwolle", "--ongedaan")
    assert (zonder.code, "--ja" in zonder.fout) == (2, True)
    assert paden.sleutel.exists()
    assert toegang("gemeente", "aansluiten", "zwolle", "--ongedaan", "--ja").code == 0
    assert not paden.sleutel.exists()
    assert not paden.map.exists()


def test_de_status_van_een_gemeente(data, toegang, zaak):
    uitkomst = toegang("gemeente", "status", "zwolle", "--json")
    rij = uitkomst.json
    assert (rij["stand"], rij["opslag"], rij["bijgewerkt"], rij["open_zaken"], rij["fout"]) == (
        "PROEF",
        "SQLite",
        True,
        1,
        "",
    )
    assert rij["laatste_reservekopie"] is None
    assert "nog nooit" in toegang("gemeente", "status", "zwolle").uit
    (data / "zwolle" / "toegang.sqlite3").write_bytes(b"kapot" * 100)
    kapot = toegang("gemeente", "status", "zwolle", "--json")
    assert "geen database van Toegang" in kapot.json["fout"]


@pytest.mark.lang
def test_de_status_van_alle_ook_als_er_een_stuk_is(data, toegang, zaak):
    assert toegang("gemeente", "aansluiten", "schagen").code == 0
    (data / "schagen" / "toegang.sqlite3").write_bytes(b"kapot" * 100)
    uitkomst = toegang("gemeente", "status", "--json")
    assert uitkomst.code == 3
    assert {rij["gemeente"]: bool(rij["fout"]) for rij in uitkomst.json["gemeenten"]} == {
        "schagen": True,
        "zwolle": False,
    }
    assert _past(toegang("gemeente", "status").uit)


@pytest.mark.lang
def test_reservekopie_en_herstel(data, toegang, zaak, tmp_path, monkeypatch):
    gemaakt = toegang("gemeente", "reservekopie", "zwolle", "--naar", tmp_path / "reserve", "--json")
    assert gemaakt.code == 0, gemaakt.fout
    kopie = Path(gemaakt.json["kopie"])
    assert gemaakt.json["rijen"]["zaken"] == 1
    sleutel = tmp_path / "bewaard.sleutel"
    shutil.copy(data / "sleutels" / "zwolle.sleutel", sleutel)
    assert toegang("gemeente", "reservekopie", "--controleer", kopie).code == 0
    over = toegang("gemeente", "herstel", kopie)
    assert (over.code, "nooit over een bestaande gemeente heen" in over.fout) == (5, True)
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path / "elders"))
    proef = toegang("gemeente", "herstel", kopie, "--sleutel", sleutel, "--proef")
    assert proef.code == 0, proef.fout
    assert not (tmp_path / "elders").exists()
    klaar = toegang("gemeente", "herstel", kopie, "--sleutel", sleutel)
    assert klaar.code == 0, klaar.fout
    assert "Punt van herstel" in klaar.uit
    assert toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json["zaak"] == zaak
    kopie.write_bytes(kopie.read_bytes()[:-30])
    stuk = toegang("gemeente", "reservekopie", "zwolle", "--controleer", kopie)
    assert stuk.code == 1
    assert "afgekapt of beschadigd" in stuk.fout


@pytest.mark.lang
def test_isolatie_is_in_productie_streng(data, toegang, zaak, monkeypatch):
    assert toegang("gemeente", "aansluiten", "schagen").code == 0
    oefenen = toegang("gemeente", "isolatie", "zwolle", "--json")
    assert oefenen.code == 0
    gevonden = {item["weg"]: item["uitslag"] for item in oefenen.json["proeven"]}
    assert gevonden["haar haken op ons bord"] == gevonden["haar sjablonen laden in onze brieven"] == "tegengehouden"
    assert gevonden["haar sleutel lezen met code in dit proces (een plugin)"] == "niet tegengehouden"
    assert _past(toegang("gemeente", "isolatie", "schagen").uit)
    Register(data).zet_stand("schagen", Stand.PRODUCTIE)
    monkeypatch.delenv("TOEGANG_VANDAAG")
    streng = toegang("gemeente", "isolatie", "--json")
    assert streng.code == 6
    assert {item["van"] for item in json.loads(streng.uit)["proeven"]} == {"zwolle", "schagen", ""}
