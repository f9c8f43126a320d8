"""The mandate register over the command line: what it says, what is wrong with it, and who may decide."""

from __future__ import annotations

from datetime import date

import pytest

from toegang.plugins.gemeenteplugin import Gemeenteplugin

ZWOLLE = ("-g", "zwolle")


@pytest.fixture
def register(data, monkeypatch):
    """Let Zwolle have other entries than those of its plugin."""

    def zet(*rijen, **anders):
        echt = Gemeenteplugin.organisatie

        def organisatie(self, antwoorden):
            gelezen = echt(self, antwoorden)
            basis = gelezen.mandaten[0]
            mandaten = tuple(basis.gewijzigd(**rij) for rij in rijen)
            return gelezen.gewijzigd(mandaten=mandaten, **anders)

        monkeypatch.setattr(Gemeenteplugin, "organisatie", organisatie)

    return zet


def test_lijst_van_een_dag(register, toegang):
    register({"id": "oud", "geldig_tot": date(2026, 11, 19)}, {"id": "nu", "geldig_van": date(2026, 11, 20)})
    heel = toegang("mandaat", "lijst", *ZWOLLE)
    assert "oud (geldt niet op deze dag)" in heel.uit
    assert "voorbeeldregister" in heel.fout
    assert max(len(regel) for regel in heel.uit.splitlines()) <= 80
    op_dag = toegang("mandaat", "lijst", *ZWOLLE, "--op", "2026-11-20", "--json").json
    assert [item["id"] for item in op_dag["mandaten"]] == ["nu"]
    assert op_dag["gebreken"] == []
    assert toegang("mandaat", "lijst", *ZWOLLE, "--op", "gisteren").code == 2


def test_tegenspraak_houdt_een_gemeente_dicht_en_noemt_beide(register, toegang):
    register({"id": "een", "max_bedrag_centen": 100_000}, {"id": "twee"})
    controle = toegang("gemeente", "controleer", "zwolle")
    assert controle.code == 6
    assert "- Mandaat een en twee: spreken elkaar vanaf 2019-01-01 tegen" in controle.uit
    assert "Mandaat een en twee" in toegang("mandaat", "lijst", *ZWOLLE).uit


def test_overlap_waarschuwt_en_noemt_beide(register, toegang):
    register({"id": "een"}, {"id": "twee"}, mandaatregister_is_voorbeeld=False)
    gegevens = toegang("gemeente", "controleer", "zwolle", "--json").json
    assert gegevens["bevindingen"] == []
    (waarschuwing,) = (tekst for tekst in gegevens["waarschuwingen"] if tekst.startswith("Mandaat"))
    assert waarschuwing.startswith("Mandaat een en twee: overlappen elkaar")


@pytest.mark.regel("L-21")
def test_een_functie_van_een_ander_zonder_instemming(register, toegang):
    register({"id": "partner", "functie": "sociaal-werker"})
    assert (
        "L-21 (Awb art. 10:3-10:9): mandaat partner: functie 'sociaal-werker'"
        in toegang("mandaat", "lijst", *ZWOLLE).uit
    )


@pytest.mark.regel("L-23")
def test_een_delegatie_zonder_wet(register, toegang):
    delegatie = {"id": "del-1", "naar": "de GR", "werkgever": "gemeente-zwolle", "geldig_van": date(2020, 1, 1)}
    register({"id": "een"}, delegaties=(delegatie,))
    uit = toegang("mandaat", "lijst", *ZWOLLE).uit
    assert "Delegatie del-1: over alles beslist de GR." in uit
    assert "noemt geen wet die haar toestaat" in " ".join(uit.split())


def test_toets_zonder_voorstel_en_van_wie_er_niet_is(brenger, toegang):
    zaak = brenger("voorstel")
    uitkomst = toegang("mandaat", "toets", zaak, *ZWOLLE)
    assert uitkomst.code == 5
    assert "nog geen voorstel" in uitkomst.fout
    onbekend = toegang("mandaat", "toets", zaak, *ZWOLLE, "--medewerker", "Kanariepiet")
    assert (onbekend.code, "Kanariepiet" in onbekend.alles) == (2, False)


def test_toets_noemt_de_dag_waarop_een_mandaat_eindigde(brenger, toegang, register):
    zaak = brenger("inzien")
    register({"id": "oud", "geldig_tot": date(2026, 11, 19)})
    uitkomst = toegang("mandaat", "toets", zaak, *ZWOLLE, "--medewerker", "M-012")
    assert "Niemand mag" in uitkomst.uit
    eerder = toegang("mandaat", "toets", zaak, *ZWOLLE, "--medewerker", "M-012", "--op", "2026-11-19", "--json").json
    assert eerder["medewerkers"][0]["beslist"] == "oud"
    assert toegang("mandaat", "toets", zaak, *ZWOLLE, "--op", "morgen").code == 2
    assert "oud eindigde op 2026-11-19" in " ".join(uitkomst.uit.split())
    genomen = toegang("besluit", "neem", zaak, *ZWOLLE, "--als", "M-012")
    assert genomen.code == 4
    assert "oud eindigde op 2026-11-19" in genomen.fout


def test_signaleren_en_afhandelen(brenger, toegang, schrijf):
    zaak = brenger("plan")
    drager = toegang("zaak", "toon", zaak, *ZWOLLE, "--json").json["leden"][0]
    tekst = schrijf("signaal.txt", "De inwoner belde over de planning.")
    proef = toegang("zaak", "signaleer", zaak, tekst, *ZWOLLE, "--als", "M-011", "--proef")
    assert (proef.code, "Proef" in proef.fout) == (0, True)
    gedaan = toegang("zaak", "signaleer", zaak, tekst, *ZWOLLE, "--als", "M-011")
    assert gedaan.uit.startswith(f"Gesignaleerd aan {drager} in zaak {zaak} (SG-")
    (signaal,) = toegang("zaak", "signalen", zaak, *ZWOLLE, "--json").json["signaleringen"]
    assert "Gesignaleerd" in toegang("werkvoorraad", *ZWOLLE, "--als", drager).uit
    assert "De inwoner belde" in toegang("zaak", "signalen", zaak, *ZWOLLE).uit
    klaar = schrijf("klaar.txt", "Teruggebeld.")
    fout = toegang("zaak", "signaal-af", signaal["id"], klaar, *ZWOLLE, "--als", "M-011")
    assert (fout.code, f"is voor {drager}" in fout.fout) == (4, True)
    assert toegang("zaak", "signaal-af", signaal["id"], klaar, *ZWOLLE, "--als", drager).code == 0
    assert toegang("zaak", "signaal-af", signaal["id"], klaar, *ZWOLLE, "--als", drager).code == 5
    niemand = toegang("zaak", "signaleer", zaak, tekst, "--aan", "burgemeester", *ZWOLLE, "--als", "M-011")
    assert (niemand.code, "Kies consulent, een medewerker, of uit:" in niemand.fout) == (2, True)
