"""Who signs, on the command line: the mandate moved to another functie between the decision and its letter (L-19)."""

from __future__ import annotations

import pytest

from toegang.domain.brief import Aanhoudreden
from toegang.environment import open_gemeente
from toegang.lifecycle.beschikking import besluit_van


@pytest.fixture
def verschoven(brenger, toegang, data, stappen) -> str:
    """A zaak decided in 2026; from 2027 on the jurist decides and signs instead of the teamleider."""
    zaak = brenger("besluit")
    for sleutel in ("besluit.beslisser", "besluit.ondertekenaar"):
        assert toegang("gemeente", "instel", "zwolle", sleutel, "jurist", "--vanaf", "2027-01-01").code == 0
    assert toegang(*stappen["besluit"]).code == 0
    return zaak


def _record(zaak):
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        return besluit_van(werk, werk.zaken.haal(zaak))


def _brieven(zaak):
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.brieven.zoek(zaak_id=zaak)


def test_l19_opstellen_na_de_overgang_kiest_wie_die_dag_mag(verschoven, toegang, monkeypatch):
    monkeypatch.setenv("TOEGANG_VANDAAG", "2027-01-04")
    proef = toegang("beschikking", "opstellen", verschoven, "-g", "zwolle", "--proef")
    assert (proef.code, "(jurist)" in proef.uit) == (0, True)
    gedaan = toegang("beschikking", "opstellen", verschoven, "-g", "zwolle")
    assert gedaan.code == 0, gedaan.fout
    assert "Functie 'teamleider' mag op 2027-01-04 niet ondertekenen" in gedaan.uit
    waarom = toegang("waarom", verschoven, "mandaat", "-g", "zwolle", "--json").json
    (mandaat,) = [item for item in waarom["verklaringen"] if item["onderdeel"] == "mandaat"]
    assert {"naam": "ondertekenende functie", "waarde": "jurist"} in mandaat["uitkomst"]
    assert "functie 'jurist' wel" in mandaat["tekst"]
    assert toegang("beschikking", "batch", "--ja", "--processen", 1, "-g", "zwolle").code == 0
    assert _record(verschoven).tekenreden.code == "MANDAAT_BIJ_ANDERE_FUNCTIE"


def test_l19_een_brief_van_na_de_overgang_wacht_tot_er_opnieuw_is_gekozen(verschoven, toegang, monkeypatch):
    assert toegang("beschikking", "opstellen", verschoven, "-g", "zwolle").code == 0
    assert _record(verschoven).tekenfunctie == "teamleider"
    weer = toegang("beschikking", "opstellen", verschoven, "-g", "zwolle")
    assert (weer.code, "staat de vorm al vast" in weer.fout) == (5, True)
    monkeypatch.setenv("TOEGANG_VANDAAG", "2027-01-04")
    toegang("beschikking", "batch", "--ja", "--processen", 1, "-g", "zwolle")
    (brief,) = [item for item in _brieven(verschoven) if item.besluit_id]
    assert brief.aanhoudreden is Aanhoudreden.MANDAAT_VERLOPEN
    assert "niet voor de functie" in brief.toelichting
    assert f"toegang beschikking opstellen {verschoven} --op 2027-01-04" in brief.toelichting
    gedaan = toegang("beschikking", "opstellen", verschoven, "--op", "2027-01-04", "-g", "zwolle")
    assert (gedaan.code, "(jurist)" in gedaan.uit) == (0, True), gedaan.fout
    batch = toegang("beschikking", "batch", "--ja", "--processen", 1, "-g", "zwolle")
    assert batch.code == 0, batch.alles
    gemaakt = toegang("beschikking", "opstellen", verschoven, "-g", "zwolle")
    assert (gemaakt.code, "trek-terug" in gemaakt.fout) == (5, True)


def test_wie_tekent_kiest_een_mens_alleen_uit_wie_het_register_toelaat(verschoven, toegang, monkeypatch):
    def stel_op(*woorden):
        return toegang("beschikking", "opstellen", verschoven, *woorden, "-g", "zwolle")

    onbekend = stel_op("--functie", "burgemeester")
    assert (onbekend.code, "Functie 'burgemeester' bestaat niet" in onbekend.fout) == (2, True)
    gisteren = stel_op("--op", "2026-11-19")
    assert (gisteren.code, "kan niemand meer ondertekenen" in gisteren.fout) == (2, True)
    te_vroeg = stel_op("--functie", "jurist")
    assert te_vroeg.code == 4
    assert "L-19" in te_vroeg.fout
    assert "--functie teamleider" in te_vroeg.fout.replace("\n", " ")
    assert _record(verschoven).concept is None
    assert stel_op("--functie", "jurist", "--op", "2027-01-04").code == 0
    record = _record(verschoven)
    assert (record.tekenfunctie, record.tekenreden.code) == ("jurist", "ONDERTEKENAAR_GEKOZEN")
    assert record.ondertekend_op.isoformat() == "2027-01-04"
