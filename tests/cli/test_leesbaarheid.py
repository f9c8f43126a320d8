"""`beschikking controleer` and `beschikking bezorging`, as a consulent and the administratie use them."""

import pytest

from toegang.domain.brief import Briefstatus
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

SLECHT = (
    "Op basis van uw zelfredzaamheid is in het kader van de wet door ons na ampele overweging van alle belangen die "
    "spelen besloten dat u deze hulp niet krijgt.\n"
)
GOED = "U kunt de trap niet meer op. Uw zoon helpt al bij de was."


def controleer(toegang, *woorden, gemeente="zwolle"):
    return toegang("beschikking", "controleer", *woorden, "-g", gemeente)


def test_een_tekst_met_raad_per_zin(data, toegang, schrijf):
    uitkomst = controleer(toegang, schrijf("brief.txt", SLECHT))
    assert uitkomst.code == 0
    assert "Tekst: " in uitkomst.uit
    assert "zeg in plaats van 'zelfredzaamheid': wat u zelf kunt" in uitkomst.uit
    assert "29 woorden: maak er twee zinnen van" in uitkomst.uit
    assert "Z-22 waarschuwt: 0 van de 1 zinnen is op niveau B1" in uitkomst.uit
    assert max(len(regel) for regel in uitkomst.uit.splitlines()) <= 80


def test_een_goede_tekst(data, toegang, schrijf):
    uitkomst = controleer(toegang, schrijf("brief.txt", GOED), "--json")
    assert uitkomst.code == 0
    (tekst,) = uitkomst.json["teksten"]
    assert tekst["eigen_tekst"] == {
        "score": 123.3,
        "zinnen": 2,
        "woorden": 14,
        "woorden_per_zin": 7.0,
        "procent_b1": 100,
        "moeilijke_woorden": [],
    }
    assert (tekst["raad"], tekst["regels"], tekst["sjabloontekst"]) == ([], [], None)
    assert "is niets om te verbeteren" in controleer(toegang, schrijf("brief.txt", GOED)).uit


def test_de_motivering_van_een_besluit_voor_het_wordt_genomen(data, toegang, schrijf):
    besluit = {"motivering": {"stappen": [["Uw vraag", GOED]], "conclusie": "Dit is een casus."}}
    uitkomst = controleer(toegang, schrijf("besluit.json", besluit))
    assert uitkomst.code == 0
    assert "- motivering, conclusie, zin 1: “Dit is een casus.”" in uitkomst.uit


@pytest.mark.parametrize(
    ("naam", "inhoud", "verwacht"),
    [
        ("leeg.txt", "  \n\n", "er staat geen tekst in om te controleren"),
        ("besluit.json", {"soort": "TOEKENNING"}, "er staat geen motivering in met een conclusie"),
        ("besluit.json", ["a"], "er staat geen motivering in met een conclusie"),
        ("besluit.json", {"motivering": {"stappen": [1], "conclusie": "a"}}, "geen motivering in met een conclusie"),
        ("kapot.toml", "motivering = ", "dit is geen geldige TOML"),
    ],
)
def test_een_bestand_dat_niet_past(data, toegang, schrijf, naam, inhoud, verwacht):
    uitkomst = controleer(toegang, schrijf(naam, inhoud))
    assert uitkomst.code == 2
    assert verwacht in uitkomst.fout
    assert uitkomst.uit == ""


def test_wat_niet_bestaat(data, toegang):
    assert controleer(toegang, "nergens.txt").code == 2
    assert "bestaat niet" in controleer(toegang, "B-0123456789abcdef").fout
    kort = controleer(toegang, "B-0")
    assert (kort.code, "B-0 is geen kenmerk van een brief" in kort.fout) == (2, True)
    assert "Geef haar met --batch." in controleer(toegang, "BA-0123456789abcdef").fout
    assert "Dit is geen batch." in controleer(toegang, "--batch", "een").fout
    assert "Deze batch bestaat niet" in controleer(toegang, "--batch", "BA-0123456789abcdef").fout
    beide = controleer(toegang, "B-0123456789abcdef", "--batch", "BA-0123456789abcdef")
    assert (beide.code, "niet meer dan een" in beide.fout) == (2, True)


@pytest.mark.lang
def test_brieven_die_klaarstaan_en_een_brief_die_is_gemaakt(toegang, brenger, data, stappen):
    zaak = brenger("batch")
    lijst = controleer(toegang)
    assert lijst.code == 0
    assert lijst.uit.count(zaak) == 2
    assert "Dit is nodig" not in lijst.uit
    alle = controleer(toegang, "--json").json["teksten"]
    assert all("raad" not in item for item in alle)

    proef = toegang(*stappen["batch"], "--proef")
    assert "Bij 1 brief waarschuwt een regel:" in proef.uit
    gemaakt_uit = toegang(*stappen["batch"])
    assert gemaakt_uit.code == 0
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        gemaakt = [item for item in werk.brieven.zoek(status=Briefstatus.GEMAAKT) if item.besluit_id]
    assert f"  toegang beschikking controleer {gemaakt[0].id}" in gemaakt_uit.uit
    een = controleer(toegang, gemaakt[0].id)
    assert een.code == 0
    assert een.uit.startswith(f"Brief {gemaakt[0].id}, zaak {zaak}, sjabloon wmo/toekenning")
    assert "eigen tekst" in een.uit
    assert "sjabloon" in een.uit
    assert "L-67 waarschuwt: bij V1 (traplift) staat niet: met welk resultaat (nog te" in een.uit
    batch = controleer(toegang, "--batch", gemaakt[0].batch_id, "--json").json
    assert {item["wat"] for item in batch["teksten"]} >= {gemaakt[0].id}
    with Register(data).opslag("zwolle", Klok().nu) as opslag, opslag.werk(Actor(uid=1)) as werk:
        (regel,) = werk.logboek.regels(actie="brief.gelezen")
    assert (regel.zaak, regel.detail) == (zaak, {"brief": gemaakt[0].id})

    post = toegang("beschikking", "bezorging", "-g", "zwolle")
    assert "2 brieven: 0 digitaal, 2 per post." in post.uit
    assert max(len(rij) for rij in post.uit.splitlines()) <= 80
    assert toegang("beschikking", "bezorging", "-g", "zwolle", "--op", "2026-11-21", "--json").json["brieven"] == []
    leeg = toegang("beschikking", "bezorging", "-g", "zwolle", "--op", "2026-11-21")
    assert leeg.uit == "Er zijn geen brieven van 21 november 2026 om te verzenden.\n"
    velden = toegang("beschikking", "bezorging", "-g", "zwolle", "--json").json["brieven"]
    assert {(item["weg"], item["waarom"]) for item in velden} == {
        ("POST", "de gemeente biedt geen digitale bezorging aan")
    }
