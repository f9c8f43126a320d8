"""Taking submissions in: a bad record stops no other, and comes back to be corrected."""

import io
import json
import os
import stat
import sys
from datetime import date

import pytest

from toegang.environment import Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.uitvoering import meldingen

VANDAAG = date(2026, 11, 20)
BSN_2 = "999990020"


def importeer(toegang, bestand, *meer):
    return toegang("melding", "importeer", bestand, "-g", "zwolle", *meer)


def zaken(toegang):
    return toegang("zaak", "lijst", "-g", "zwolle", "--json").json["zaken"]


@pytest.mark.parametrize("vorm", ["een", "lijst", "regels", "jsonl", "bom"])
def test_elke_vorm_van_json(data, toegang, schrijf, aanmelding, vorm):
    een = aanmelding()
    inhoud = {
        "een": een,
        "lijst": [een],
        "regels": f"{json.dumps(een)}\n\n{json.dumps(aanmelding('k-2', bsn=None))}\n",
        "jsonl": json.dumps(een),
        "bom": "\ufeff" + json.dumps(een),
    }[vorm]
    uitkomst = importeer(toegang, schrijf("a.jsonl" if vorm == "jsonl" else "a.json", inhoud), "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert len(uitkomst.json["zaken"]) == len(zaken(toegang)) == (2 if vorm == "regels" else 1)


def test_van_de_standaardinvoer(data, toegang, aanmelding, monkeypatch):
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(json.dumps(aanmelding()).encode())))
    assert importeer(toegang, "-", "--json").json["meldingen"] == 1


def test_dezelfde_inzending_verandert_niets(data, toegang, schrijf, aanmelding):
    bestand = schrijf("a.json", aanmelding())
    eerste = importeer(toegang, bestand, "--json")
    tweede = importeer(toegang, bestand, "--json")
    assert (tweede.code, tweede.json["bekend"], tweede.json["zaken"]) == (0, 1, [])
    assert len(zaken(toegang)) == len(eerste.json["zaken"]) == 1


def test_een_proef_bewaart_niets_en_zegt_hetzelfde(data, toegang, schrijf, aanmelding):
    bestand = schrijf("a.json", [aanmelding(), {"kenmerk": "kapot"}])
    proef = importeer(toegang, bestand, "--proef", "--json")
    assert proef.code == 3
    assert "Proef: er is niets opgeslagen." in proef.fout or proef.json["proef"] is True
    assert zaken(toegang) == []
    assert [pad.name for pad in bestand.parent.iterdir()] == ["a.json"]
    echt = importeer(toegang, bestand, "--json").json
    anders = {"proef", "terug"}
    assert {sleutel: waarde for sleutel, waarde in proef.json.items() if sleutel not in anders} == {
        sleutel: waarde for sleutel, waarde in echt.items() if sleutel not in anders
    }


def test_geweigerde_records_komen_terug_en_kunnen_na_herstel_weer_in(data, toegang, schrijf, aanmelding):
    slecht = aanmelding("k-2", bsn=None, kanaal="ROOKSIGNAAL")
    slecht["leden"][0]["persoon"]["geboortedatum"] = "19509901"
    bestand = schrijf("a.json", [aanmelding(), slecht, ["geen tabel"], aanmelding("k-4", bsn=BSN_2)])
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 3
    assert "record 2, kanaal: kies uit 'WEBFORMULIER', 'TELEFOON'" in uitkomst.uit
    assert "record 2, leden.1.persoon.geboortedatum: " in uitkomst.uit
    assert "record 3, (geheel): dit is geen aanmelding" in uitkomst.uit
    assert len(zaken(toegang)) == 2

    terug = bestand.with_name("a.json.geweigerd.json")
    assert str(terug) in uitkomst.fout
    assert stat.S_IMODE(terug.stat().st_mode) == 0o600
    records = json.loads(terug.read_text(encoding="utf-8"))
    assert [record["_geweigerd"]["record"] for record in records] == [2, 3]
    assert records[0]["_geweigerd"]["redenen"][0].startswith("kanaal: ")
    assert records[1]["_tekst"] == ["geen tabel"]

    records[0]["kanaal"] = "BALIE"
    records[0]["leden"][0]["persoon"]["geboortedatum"] = "19500901"
    terug.write_text(json.dumps(records), encoding="utf-8")
    weer = importeer(toegang, terug, "--json")
    assert (weer.code, weer.json["meldingen"], weer.json["geweigerd"]) == (3, 1, 1)
    # what came back before is never overwritten
    assert weer.json["terug"] == str(bestand.with_name("a.json.geweigerd-2.json"))
    assert len(zaken(toegang)) == 3


def test_een_regel_die_geen_json_is_komt_als_tekst_terug(data, toegang, schrijf, aanmelding):
    bestand = schrijf("a.jsonl", f"{json.dumps(aanmelding())}\n{{kapot\n")
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 3
    assert "record 2, (geheel): deze regel is geen geldige JSON" in uitkomst.uit
    terug = bestand.with_name("a.jsonl.geweigerd.json")
    assert json.loads(terug.read_text())[0]["_tekst"] == "{kapot"
    assert "zet de tekst onder _tekst om in een aanmelding" in importeer(toegang, terug).uit


@pytest.mark.parametrize(
    ("inhoud", "verwacht"),
    [
        ("", "is leeg"),
        ("{\n  kapot", "regel 2, teken 3: dit is geen geldige JSON"),
        ("42", "bevat geen aanmeldingen"),
        ("[]", "bevat geen aanmeldingen"),
        ("[" * 100_000, "te diep in elkaar"),
    ],
)
def test_een_bestand_dat_niet_te_lezen_is(data, toegang, schrijf, inhoud, verwacht):
    uitkomst = importeer(toegang, schrijf("a.json", inhoud))
    assert uitkomst.code == 2
    assert verwacht in uitkomst.fout
    assert zaken(toegang) == []


def test_een_bestand_dat_er_niet_is(data, toegang, tmp_path):
    uitkomst = importeer(toegang, tmp_path / "weg.json")
    assert uitkomst.code == 2
    assert "is niet te lezen: het bestaat niet." in uitkomst.fout
    assert "het is een map" in importeer(toegang, tmp_path).fout


def test_geen_utf8(data, toegang, tmp_path):
    bestand = tmp_path / "a.json"
    bestand.write_bytes('{"naam": "é"}'.encode("latin-1"))
    assert "byte 11: dit is geen UTF-8" in importeer(toegang, bestand).fout


def test_gebied_voor_wie_er_geen_noemt(data, toegang, schrijf, aanmelding):
    bestand = schrijf("a.json", [aanmelding(gebied=None), aanmelding("k-2", bsn=BSN_2, gebied="wijk-3")])
    onbekend = importeer(toegang, bestand, "--gebied", "999990019")
    assert onbekend.code == 2
    assert "Dit gebied bestaat niet" in onbekend.fout
    importeer(toegang, bestand, "--gebied", "wijk-2")
    getoond = [toegang("zaak", "toon", item["zaak"], "-g", "zwolle", "--json").json for item in zaken(toegang)]
    assert [zaak["gebied"] for zaak in getoond] == ["wijk-2", "wijk-3"]


def test_alleen_fouten_van_een_soort_geven_hun_eigen_code(data, toegang, schrijf, aanmelding):
    assert importeer(toegang, schrijf("a.json", [{"kenmerk": "x"}])).code == 2
    onbekend_loket = aanmelding(loket="bestaat-niet")
    geweigerd = importeer(toegang, schrijf("b.json", [onbekend_loket, {"kenmerk": "x"}]))
    assert geweigerd.code == 2
    assert "record 1, (geheel): Het loket" in geweigerd.uit


def test_een_vraag_die_meteen_beantwoord_is_laat_niets_na(data, toegang, schrijf, aanmelding):
    vraag = aanmelding(
        behapbaar=True,
        wil_geen_melding=True,
        hulpvragen=[{"wet": None, "voor": "a", "woorden": "Waar is de bibliotheek?"}],
    )
    uitkomst = importeer(toegang, schrijf("a.json", vraag), "--json")
    assert (uitkomst.code, uitkomst.json["beantwoord"], uitkomst.json["meldingen"]) == (0, 1, 0)
    assert zaken(toegang) == []


def test_een_storing_in_de_opslag_stopt_en_zegt_tot_waar(data, toegang, schrijf, aanmelding, monkeypatch):
    echt = meldingen.neem_in

    def vol(omgeving, actor, gelezen):
        if gelezen.kenmerk == "k-2":
            raise meldingen.OpslagFout("De schijf is vol.", vervolg="Maak ruimte.")
        return echt(omgeving, actor, gelezen)

    monkeypatch.setattr(meldingen, "neem_in", vol)
    bestand = schrijf("a.json", [aanmelding(), aanmelding("k-2", bsn=BSN_2), aanmelding("k-3", bsn=None)])
    uitkomst = importeer(toegang, bestand)
    assert uitkomst.code == 1
    assert "Gestopt na 1 record; die zijn afgehandeld." in uitkomst.fout
    assert len(zaken(toegang)) == 1
    monkeypatch.undo()


def test_een_map_waarin_niets_terug_kan_wordt_vooraf_geweigerd(data, toegang, schrijf, aanmelding, monkeypatch):
    # root may write everywhere, so the answer of the operating system is given here
    monkeypatch.setattr(os, "access", lambda *_, **__: False)
    uitkomst = importeer(toegang, schrijf("a.json", aanmelding()))
    monkeypatch.undo()
    assert uitkomst.code == 2
    assert "mag u niet schrijven" in uitkomst.fout


def test_een_loket_dat_alleen_doorgeeft_zegt_aan_wie(leeg, toegang, schrijf, aanmelding):
    richt_in("beekdaelen", Register(leeg), Klok(VANDAAG)).sluit()
    bestand = schrijf("a.json", aanmelding(gebied=None))
    gezien = toegang("melding", "importeer", bestand, "-g", "beekdaelen", "--proef", "--json").json
    assert (gezien["contactnotities"], gezien["zaken"]) == (1, [])
    (loket,) = gezien["doorgegeven"]
    assert f"Doorgegeven aan {loket}: 1." in toegang("melding", "importeer", bestand, "-g", "beekdaelen").uit


def test_wat_meteen_beantwoord_is_heet_niet_doorgegeven(leeg, toegang, schrijf, aanmelding):
    """Kept are contact details only, and there is no next door to speak of."""
    richt_in("schagen", Register(leeg), Klok(VANDAAG)).sluit()
    vraag = aanmelding(behapbaar=True, wil_geen_melding=True, gebied=None)
    vraag["hulpvragen"] = [{"wet": None, "voor": "a", "woorden": "Waar is de bibliotheek?"}]
    uitkomst = toegang("melding", "importeer", schrijf("a.json", vraag), "-g", "schagen")
    assert uitkomst.code == 0
    assert "alleen contactgegevens opgeslagen       1" in uitkomst.uit
    assert "Doorgegeven" not in uitkomst.uit


def test_een_waarschuwing_noemt_de_zaak_waar_zij_over_gaat(data, toegang, schrijf, aanmelding):
    vraag = aanmelding(kanaal="BRIEF")
    vraag["hulpvragen"] = [{"wet": "PARTICIPATIEWET", "voor": "a", "woorden": "Ik heb geen inkomen."}]
    uitkomst = importeer(toegang, schrijf("a.json", [aanmelding("k-0"), vraag]))
    (nummer,) = [zaak["zaak"] for zaak in zaken(toegang) if zaak["wet"] == "PARTICIPATIEWET"]
    assert f"Let op bij {nummer}: L-2 (Awb 4:1, 4:2 lid 1): de aanvraag mist een handtekening" in uitkomst.uit
