"""Who may see a zaak: the table of the gemeente, a reason from a closed list, and a log line either way (Z-20)."""

from __future__ import annotations

import pytest

from toegang.domain.inzagerecht import Inzagereden
from toegang.environment import open_gemeente

TEAM, BUITEN, CONTACTCENTRUM, BACKOFFICE, TEAMLEIDER = "M-002", "M-006", "M-001", "M-011", "M-012"


def log(actie):
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        return [(regel.medewerker, dict(regel.detail)) for regel in werk.logboek.regels(actie=actie)]


@pytest.mark.parametrize(
    ("wie", "toon", "inzien"),
    [(TEAM, 0, 0), (TEAMLEIDER, 0, 0), (BACKOFFICE, 0, 0), (CONTACTCENTRUM, 0, 4), (BUITEN, 4, 4)],
)
def test_z20_wie_wat_ziet(brenger, toegang, wie, toon, inzien):
    zaak = brenger("gesprek")
    assert toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", wie).code == inzien
    for woorden in (("zaak", "toon"), ("waarom",), ("termijn", "waarom"), ("regie", "toon")):
        uitkomst = toegang(*woorden, zaak, "-g", "zwolle", "--als", wie)
        assert uitkomst.code == toon, (woorden, uitkomst.fout)
        assert ("Z-20" in uitkomst.fout) is (toon == 4)


def test_z20_voor_er_een_team_is_ziet_de_bestemming_haar(zaak, toegang):
    assert toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", TEAM).code == 0
    assert toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", BUITEN).code == 4


def test_z20_een_weigering_toont_niets_en_staat_in_het_logboek(brenger, toegang):
    zaak = brenger("gesprek")
    uitkomst = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", BUITEN)
    assert (uitkomst.code, uitkomst.uit) == (4, "")
    assert "zeg dan waarom met --reden" in uitkomst.fout
    assert log("regel.geweigerd")[-1] == (BUITEN, {"stap": "inzien", "regels": "Z-20"})
    weigering = toegang("waarom", zaak, "weigeringen", "-g", "zwolle").uit
    assert "Geweigerd: inzien" in weigering
    assert BUITEN in weigering


@pytest.mark.parametrize("reden", [item.lower().replace("_", "-") for item in Inzagereden])
def test_z20_met_een_reden_mag_het_en_die_reden_blijft(brenger, toegang, reden):
    zaak = brenger("gesprek")
    uitkomst = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", BUITEN, "--reden", reden)
    assert uitkomst.code == 0
    assert log("zaak.ingezien")[-1] == (BUITEN, {"reden": reden.upper().replace("-", "_")})


def test_een_reden_is_geen_vrije_tekst(brenger, toegang):
    zaak = brenger("gesprek")
    uitkomst = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", BUITEN, "--reden", "mevrouw Kanariepiet belde")
    assert uitkomst.code == 2
    assert "waarneming: waarneming voor een collega" in uitkomst.fout
    assert "Kanariepiet" not in uitkomst.alles


def test_z20_wie_geen_medewerker_is_opent_geen_dossier(brenger, toegang):
    zaak = brenger("gesprek")
    for extra in ((), ("--reden", "storing")):
        uitkomst = toegang("zaak", "inzien", zaak, "-g", "zwolle", *extra)
        assert (uitkomst.code, "geen medewerker" in uitkomst.fout) == (4, True)
    assert toegang("zaak", "toon", zaak, "-g", "zwolle").code == 0


def test_z20_zonder_gegevens_van_de_gemeente_ziet_alleen_wie_betrokken_is(brenger, toegang, monkeypatch):
    """The plugin is gone: the standard table holds, and the functie alone opens nothing any more."""
    zaak = brenger("gesprek")
    monkeypatch.setattr("toegang.lifecycle.leestoegang.lees_organisatie", lambda *_: None)
    assert toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", TEAM).code == 0
    weg = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", TEAMLEIDER)
    assert weg.code == 4
    assert "gegevens van de gemeente zijn hier niet te lezen" in weg.fout
    met = toegang("zaak", "inzien", zaak, "-g", "zwolle", "--als", TEAMLEIDER, "--reden", "toezicht")
    assert met.code == 0
