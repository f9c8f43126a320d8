"""The road to a decision over the command line: what is shown, what is kept, and what bad input gets."""

from __future__ import annotations

import pytest

from toegang.environment import Klok
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.uitvoering import toetsing

ZWOLLE = ("-g", "zwolle")


@pytest.fixture
def voorstel(brenger, toegang, stappen):
    """Bring a zaak to where its proposal lies there; returns the zaak."""
    zaak = brenger("inzien")
    assert "besluit lijst" in toegang("zaak", "toon", zaak, *ZWOLLE).uit
    return zaak


def test_lijst_zegt_wat_op_wie_wacht(toegang, brenger, stappen):
    zaak = brenger("voorstel")
    (rij,) = toegang("besluit", "lijst", *ZWOLLE, "--json").json["besluiten"]
    assert (rij["zaak"], rij["wacht_op"], rij["voorstel"]) == (zaak, "voorstel", None)
    ingediend = toegang(*stappen["voorstel"])
    assert "Het voorstel is ingediend: VS-" in ingediend.uit
    assert ingediend.fout.endswith("Volgende stap: toegang besluit lijst -g zwolle\n")
    lijst = toegang("besluit", "lijst", *ZWOLLE)
    assert "teamleider" in lijst.uit
    assert max(len(regel) for regel in lijst.uit.splitlines()) <= 80
    assert zaak in toegang("besluit", "lijst", *ZWOLLE, "--als", "M-012").uit
    assert "wacht er geen besluit op M-003" in toegang("besluit", "lijst", *ZWOLLE, "--als", "M-003").uit
    assert "BESLUIT (besluit)" in toegang("werkvoorraad", *ZWOLLE).uit


def test_een_proef_van_een_voorstel_bewaart_niets(toegang, brenger, stappen):
    zaak = brenger("voorstel")
    assert toegang(*stappen["voorstel"], "--proef").code == 0
    assert toegang("besluit", "toon", zaak, *ZWOLLE).uit == f"In zaak {zaak} is nog niets voorgesteld of besloten.\n"
    assert toegang(*stappen["voorstel"]).code == 0
    nog_eens = toegang(*stappen["voorstel"])
    assert nog_eens.code == 5
    assert "ligt al een voorstel" in nog_eens.fout


def test_neem_wat_er_ligt(toegang, voorstel):
    mag = toegang("mandaat", "toets", voorstel, *ZWOLLE, "--json").json["medewerkers"]
    assert [item["medewerker"] for item in mag if item["beslist"]] == ["M-012"]
    proef = toegang("besluit", "neem", voorstel, *ZWOLLE, "--als", "M-012", "--proef")
    assert (proef.code, "Let op, L-147" in proef.fout) == (0, True)
    genomen = toegang("besluit", "neem", voorstel, *ZWOLLE, "--als", "M-012")
    assert genomen.code == 0
    assert "TOEKENNING" in genomen.uit
    toon = toegang("besluit", "toon", voorstel, *ZWOLLE)
    assert "Zorg mag starten  V1: na de bekendmaking" in toon.uit
    velden = toegang("besluit", "toon", voorstel, *ZWOLLE, "--json").json
    assert velden["besluiten"][0]["voorstel"] == velden["voorstellen"][0]["voorstel"]
    assert velden["besluiten"][0]["beslismandaat"] == "zwo-beslissen"


def test_zonder_voorstel_zegt_de_weigering_wie_het_doet(toegang, brenger):
    zaak = brenger("voorstel")
    uitkomst = toegang("besluit", "neem", zaak, *ZWOLLE, "--als", "M-012")
    assert uitkomst.code == 5
    assert f"toegang besluit voorstel {zaak} BESTAND (consulent-wijkteam)" in uitkomst.fout


def test_horen_over_de_opdrachtregel(toegang, voorstel, schrijf):
    vraag = schrijf("horen.toml", "gevraagd_op = 2026-11-20\ntot = 2026-12-04\n")
    gevraagd = toegang("besluit", "hoor", voorstel, vraag, *ZWOLLE, "--als", "M-002")
    assert "4 december 2026" in gevraagd.uit
    antwoord = schrijf("antwoord.toml", 'ontvangen_op = 2026-11-20\nzienswijze = "Ik wil het houden."\n')
    beide = toegang("besluit", "hoor", voorstel, antwoord, *ZWOLLE, "--als", "M-002")
    assert "4 december 2026" in beide.uit
    assert "Ik wil het houden." in beide.uit
    krom = schrijf("krom.toml", "gevraagd_op = 2026-11-20\ntot = 2026-11-20\n")
    assert "eindigt voor zij begint" in toegang("besluit", "hoor", voorstel, krom, *ZWOLLE, "--als", "M-002").fout


@pytest.mark.parametrize(
    "woorden",
    [(), ("--akkoord",), ("ZAAK",), ("ZAAK", "--alle"), ("--alle", "--akkoord"), ("ZAAK", "--akkoord", "--alle")],
)
def test_akkoord_op_alles_bestaat_niet(toegang, voorstel, woorden):
    gegeven = [voorstel if woord == "ZAAK" else woord for woord in woorden]
    uitkomst = toegang("besluit", "toets", *gegeven, *ZWOLLE, "--als", "M-012")
    assert uitkomst.code == 2
    assert "Kies één manier van toetsen." in uitkomst.fout


def test_een_route_zonder_toets_zegt_dat(toegang, voorstel):
    uitkomst = toegang("besluit", "toets", voorstel, "--akkoord", *ZWOLLE, "--als", "M-012")
    assert uitkomst.code == 5
    assert "geen aparte toets" in uitkomst.fout
    assert f"toegang besluit neem {voorstel}" in uitkomst.fout


class TestStapel:
    """A pile of proposals at the midoffice of Doetinchem."""

    @pytest.fixture
    def zaken(self, leeg, toegang, schrijf, aanmelding):
        richt_in("doetinchem", Register(leeg), Klok.van_machine()).sluit()
        return [self._tot_voorstel(toegang, schrijf, aanmelding, nummer) for nummer in range(3)]

    def _tot_voorstel(self, toegang, schrijf, aanmelding, nummer):
        bsn = ("999990019", "999990020", "999990032")[nummer]
        vraag = [{"wet": "GPK", "voor": "a", "product": "gpk-bestuurder", "woorden": "Ik loop slecht."}]
        bestand = schrijf(f"m{nummer}.json", aanmelding(f"k-{nummer}", bsn=bsn, gebied=None, hulpvragen=vraag))
        (zaak,) = toegang("melding", "importeer", bestand, "-g", "doetinchem", "--json").json["zaken"]
        self.doe(toegang, "zaak", "aanvraag", zaak, "--op", "2026-10-20", "--als", "M-001")
        self.doe(toegang, "zaak", "team", zaak)
        self.doe(toegang, "regie", "beleg", zaak)
        inhoud = {
            "soort": "TOEKENNING",
            "op": "2026-11-20",
            "voorzieningen": [{"product": "gpk-bestuurder", "ingangsdatum": "2026-12-01", "einddatum": "2031-11-30"}],
            "motivering": {"conclusie": "U loopt minder dan honderd meter."},
        }
        self.doe(toegang, "besluit", "voorstel", zaak, schrijf(f"v{nummer}.json", inhoud), "--als", "M-001")
        return zaak

    def doe(self, toegang, *woorden):
        uitkomst = toegang(*woorden, "-g", "doetinchem")
        if woorden[:2] != ("zaak", "aanvraag"):
            assert uitkomst.code == 0, uitkomst.fout
        return uitkomst

    def voorstel_van(self, toegang, zaak):
        return toegang("besluit", "toon", zaak, "-g", "doetinchem", "--json").json["voorstellen"][-1]

    def test_elke_regel_telt_voor_zich_en_hervatten_verandert_niets(self, zaken, toegang, schrijf):
        gezien, teruggegeven, ongezien = zaken
        for zaak in (gezien, teruggegeven):
            self.doe(toegang, "zaak", "inzien", zaak, "--als", "M-010")
        id_van = {zaak: self.voorstel_van(toegang, zaak)["voorstel"] for zaak in zaken}
        regels = [
            "zaak;voorstel;oordeel;reden",
            f"{gezien};{id_van[gezien]};akkoord;",
            f"{teruggegeven};{id_van[teruggegeven]};terug;De keuring ontbreekt.",
            f"{ongezien};{id_van[ongezien]};akkoord;",
            f"{gezien};{id_van[gezien]};akkoord;",
            f"{ongezien};;akkoord;",
            "999990019;x;akkoord;",
            f"{ongezien};{id_van[ongezien]};ja;",
        ]
        bestand = schrijf("oordelen.csv", "\n".join(regels) + "\n")
        uitkomst = toegang("besluit", "toets", "--lijst", bestand, "-g", "doetinchem", "--als", "M-010")
        assert uitkomst.code == 3
        assert "2 voorstellen getoetst, 5 geweigerd." in uitkomst.uit
        assert "niet in" in uitkomst.uit
        assert "twee keer" in uitkomst.uit
        assert "999990019" not in uitkomst.alles
        assert self.voorstel_van(toegang, gezien)["status"] == "GETOETST"
        assert self.voorstel_van(toegang, teruggegeven)["toetsen"][0]["reden"] == "De keuring ontbreekt."
        assert self.voorstel_van(toegang, ongezien)["status"] == "INGEDIEND"
        terug = bestand.with_name("oordelen.csv.geweigerd.csv").read_text(encoding="utf-8").splitlines()
        assert terug[0] == "zaak;voorstel;oordeel;reden;waarom"
        assert len(terug) == 6
        nog_eens = toegang("besluit", "toets", "--lijst", bestand, "-g", "doetinchem", "--als", "M-010")
        assert "was al" in nog_eens.uit
        assert self.voorstel_van(toegang, gezien)["toetsen"] == self.voorstel_van(toegang, gezien)["toetsen"][:1]

    def test_een_proef_legt_niets_vast(self, zaken, toegang, schrijf):
        self.doe(toegang, "zaak", "inzien", zaken[0], "--als", "M-010")
        id_ = self.voorstel_van(toegang, zaken[0])["voorstel"]
        bestand = schrijf("oordelen.csv", f"zaak;voorstel;oordeel\n{zaken[0]};{id_};akkoord\n")
        proef = toegang("besluit", "toets", "--lijst", bestand, "-g", "doetinchem", "--als", "M-010", "--proef")
        assert (proef.code, "Proef: er is niets opgeslagen." in proef.fout) == (0, True)
        assert self.voorstel_van(toegang, zaken[0])["status"] == "INGEDIEND"

    @pytest.mark.regel("L-147")
    def test_een_voor_een_laat_elk_dossier_zien_en_legt_elk_apart_vast(self, zaken, toegang, monkeypatch):
        antwoorden = iter(["ja", "akkoord", "overslaan", "terug", "", "terug", "De keuring ontbreekt."])
        monkeypatch.setattr(toetsing, "input", lambda _: next(antwoorden), raising=False)
        monkeypatch.setattr(toetsing.sys.stdin, "isatty", lambda: True, raising=False)
        uitkomst = toegang("besluit", "toets", "--alle", "-g", "doetinchem", "--als", "M-010")
        assert uitkomst.code == 0, uitkomst.fout
        assert [f"Voorstel {nummer} van 3" in uitkomst.uit for nummer in (1, 2, 3)] == [True] * 3
        assert "Let op, L-147" not in uitkomst.fout  # it was this that opened the file
        standen = [self.voorstel_van(toegang, zaak)["status"] for zaak in zaken]
        assert standen == ["GETOETST", "INGEDIEND", "TERUGGEGEVEN"]
        self.doe(toegang, "besluit", "neem", zaken[0], "--als", "M-011")

    def test_een_voor_een_vraagt_een_terminal(self, zaken, toegang, monkeypatch):
        monkeypatch.setattr(toetsing.sys.stdin, "isatty", lambda: False, raising=False)
        uitkomst = toegang("besluit", "toets", "--alle", "-g", "doetinchem", "--als", "M-010")
        assert uitkomst.code == 2
        assert "vraagt een terminal" in uitkomst.fout

    def test_een_lijst_met_andere_kolommen(self, zaken, toegang, schrijf):
        bestand = schrijf("krom.csv", "nummer,antwoord\n1,ja\n")
        uitkomst = toegang("besluit", "toets", "--lijst", bestand, "-g", "doetinchem", "--als", "M-010")
        assert uitkomst.code == 2
        assert "Begin met: zaak;voorstel;oordeel;reden" in uitkomst.fout
