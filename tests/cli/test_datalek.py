"""Every breach is written down (AVG 33 lid 5), with the 72 hours out of dated data and who wrote what."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from toegang.domain import datalek
from toegang.domain.datalek import Datalek, Datalekopgave, Risico
from toegang.errors import ToegangFout

LEK = {
    "ontdekt_op": "2026-11-18T09:00:00+01:00",
    "inbreuk": ["VERTROUWELIJKHEID"],
    "feiten": "Een brief ging naar het verkeerde adres.",
    "gevolgen": "Een ander las om welke hulp het ging.",
    "maatregelen": "De brief is terug, het adres is hersteld.",
    "gegevens": ["adres", "gezondheid"],
    "betrokkenen": 1,
    "risico": "RISICO",
    "afweging": "Het gaat om gezondheid.",
}


def test_vastleggen_bijwerken_en_tonen(toegang, data, schrijf):
    proef = toegang("privacy", "datalek", "registreer", schrijf("l.json", LEK), "-g", "zwolle", "--proef")
    assert proef.code == 0, proef.fout
    assert toegang("privacy", "datalek", "lijst", "-g", "zwolle", "--json").json["datalekken"] == []
    gemaakt = toegang("privacy", "datalek", "registreer", schrijf("l.json", LEK), "-g", "zwolle")
    assert gemaakt.code == 0, gemaakt.fout
    assert "Meld het voor 2026-11-21 09:00" in gemaakt.uit
    assert "nog te toetsen" in gemaakt.uit
    (lek,) = toegang("privacy", "datalek", "lijst", "-g", "zwolle", "--json").json["datalekken"]
    assert lek["melden_voor"] == "2026-11-21T09:00:00+01:00"
    assert lek["nog_te_doen"] == ["meld dit aan de AP"]
    gemeld = LEK | {"gemeld_ap_op": "2026-11-19T10:00:00+01:00", "kenmerk_ap": "AP-1"}
    werk_bij = ("privacy", "datalek", "vul-aan", lek["id"], schrijf("m.json", gemeld), "-g", "zwolle")
    bijgewerkt = toegang(*werk_bij, "--json")
    assert bijgewerkt.json["nog_te_doen"] == []
    assert [item["velden"] for item in bijgewerkt.json["verloop"]][1] == ["gemeld_ap_op", "kenmerk_ap"]
    assert toegang(*werk_bij).code == 2, "nothing changed"
    tabel = toegang("privacy", "datalek", "lijst", "-g", "zwolle").uit
    assert max(len(regel) for regel in tabel.splitlines()) <= 80
    rauw = (data / "zwolle" / "toegang.sqlite3").read_bytes()
    assert b"verkeerde adres" not in rauw
    assert toegang("privacy", "logboek", "controleer", "-g", "zwolle").code == 0


@pytest.mark.parametrize(
    ("anders", "woord"),
    [
        ({"ontdekt_op": "2026-11-18T09:00:00"}, "ontdekt_op"),
        ({"ontdekt_op": "2027-01-01T09:00:00+01:00"}, "toekomst"),
        ({"begonnen_op": "2026-11-19T09:00:00+01:00"}, "voordat het begon"),
        ({"gemeld_ap_op": "2026-11-17T09:00:00+01:00"}, "voordat het ontdekt"),
        ({"feiten": "Het ging om 999990019 en een brief."}, "burgerservicenummer"),
        ({"feiten": ""}, "feiten"),
    ],
)
def test_wat_niet_klopt_wordt_geweigerd(toegang, data, schrijf, anders, woord):
    uitkomst = toegang("privacy", "datalek", "registreer", schrijf("l.json", LEK | anders), "-g", "zwolle")
    assert uitkomst.code == 2
    assert woord in uitkomst.fout
    assert "999990019" not in uitkomst.fout


def _lek(**velden) -> Datalek:
    opgave = Datalekopgave.model_validate(LEK | velden)
    return Datalek(**dict(opgave), id="DL-1", verloop=())


def test_de_termijn_en_wat_nog_moet():
    begin = datetime(2026, 11, 18, 8, 0, tzinfo=UTC)
    lek = _lek()
    assert lek.melden_voor == begin + timedelta(hours=72)
    assert lek.gebreken(begin + timedelta(hours=72)) == ("meld dit aan de AP",)
    te_laat = lek.gebreken(begin + timedelta(hours=72, seconds=1))
    assert te_laat[0].endswith("is voorbij")
    assert "waarom_later" in te_laat[1]
    laat = _lek(gemeld_ap_op="2026-11-22T10:00:00+01:00")
    assert ["waarom_later" in gebrek for gebrek in laat.gebreken(begin)] == [True]
    assert _lek(gemeld_ap_op="2026-11-22T10:00:00+01:00", waarom_later="Ziekte.").gebreken(begin) == ()
    assert _lek(risico="ONWAARSCHIJNLIJK").melden_voor is None
    assert "betrokkenen" in _lek(risico=Risico.HOOG).gebreken(begin)[1]


def test_de_termijn_is_gedateerd(monkeypatch):
    with pytest.raises(ToegangFout):
        datalek.meldtermijn(datetime(2018, 5, 24, tzinfo=UTC).date())
    (rij,) = datalek._termijnen()
    kort = (rij.gewijzigd(uren=48),)
    monkeypatch.setattr(datalek, "_termijnen", lambda: kort)
    assert _lek().melden_voor == datetime(2026, 11, 20, 8, 0, tzinfo=UTC)
