"""``toegang plugin nieuw`` and ``bijwerken``: what is asked, written and refused, and what a person keeps."""

import json
import tomllib

import pytest

from toegang_cli.skelet import schrijven
from toegang_cli.skelet.samenvoegen import voeg_samen
from toegang_cli.uitvoering.plugin_nieuw import VRAGEN

WIE = ("--naar", "schagen", "--contact", "toegang@hoorn.example", "--ja")


@pytest.fixture
def hier(tmp_path, monkeypatch):
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("TOEGANG_VANDAAG", "2026-11-20")
    return tmp_path


def test_hooguit_zes_vragen():
    assert len(VRAGEN) <= 6


def test_alles_staat_er(hier, toegang):
    uitkomst = toegang("plugin", "nieuw", "hoorn", *WIE)
    assert (uitkomst.code, "Hoorn (0405), model telefoonfilter" in uitkomst.uit) == (0, True)
    map_ = hier / "toegang-hoorn"
    project = tomllib.loads((map_ / "pyproject.toml").read_text())["project"]
    assert project["entry-points"] == {"toegang.gemeenten.v1": {"hoorn": "toegang_hoorn:plugin"}}
    code = [regel for regel in (map_ / "toegang_hoorn" / "__init__.py").read_text().splitlines() if regel]
    assert len(code) == 3
    test = [regel for regel in (map_ / "tests" / "test_contract.py").read_text().splitlines() if regel]
    assert len(test) == 3
    toml = (map_ / "toegang_hoorn" / "organisatie.toml").read_text()
    assert toml.startswith("#:schema ../organisatie.schema.json\n")
    assert json.loads((map_ / "organisatie.schema.json").read_text())["title"] == "organisatie.toml"
    assert (map_ / "toegang_hoorn" / "py.typed").read_text() == ""
    assert (map_ / "toegang_hoorn" / "sjablonen").is_dir()
    assert (
        max(
            len(regel)
            for naam in ("organisatie.toml", "__init__.py")
            for regel in (map_ / "toegang_hoorn" / naam).read_text().splitlines()
        )
        <= 120
    )


def test_antwoorden_uit_een_bestand(hier, toegang):
    (hier / "hoorn.toml").write_text('naar = "pleinen"\nwijken = ["Noord"]\ncontact = "a@b.nl"\nuitvoer = "ergens"\n')
    assert toegang("plugin", "nieuw", "hoorn", "--antwoorden", "hoorn.toml").code == 0
    assert 'model = "pleinen"' in (hier / "ergens" / "toegang_hoorn" / "organisatie.toml").read_text()


@pytest.mark.parametrize(
    ("woorden", "code", "zegt"),
    [
        (("hoorn", "--contact", "a@b.nl"), 2, "De optie --naar ontbreekt. Op welke gemeente lijkt Hoorn?"),
        (("hoorn", "--naar", "schagen"), 2, "De optie --contact ontbreekt."),
        (("hoorn", "--naar", "parijs", "--contact", "a@b.nl"), 2, "Kies uit: beekdaelen (administratieloket)"),
        (("hoorn", "--naar", "schagen", "--contact", "geen adres"), 2, "--contact is geen e-mailadres"),
        (("hoorn", *WIE, "--wijken", "Noord,noord"), 2, "twee keer dezelfde wijk"),
        (("hoorn", *WIE, "--wijken", "0"), 2, "1 tot 60 wijken"),
        (("hoorn", *WIE, "--beslisser", "De Baas"), 2, "--beslisser is geen functie"),
        (("Hoorn", *WIE), 2, "kan geen sleutel van een gemeente zijn"),
        (("horn", *WIE), 2, "Bedoelde u Hoorn of"),
        (("nuth", *WIE), 2, "bestaat niet op 20 november 2026 (tot en met 31 december 2018)"),
    ],
)
def test_wat_niet_kan(hier, toegang, woorden, code, zegt):
    uitkomst = toegang("plugin", "nieuw", *woorden)
    assert uitkomst.code == code
    assert zegt in " ".join(uitkomst.alles.split())
    assert list(hier.iterdir()) == []


def test_een_onbekende_sleutel_in_het_bestand(hier, toegang):
    (hier / "a.toml").write_text('kleur = "rood"\n')
    uitkomst = toegang("plugin", "nieuw", "hoorn", "--antwoorden", "a.toml")
    assert (uitkomst.code, "a.toml: sleutel 'kleur' bestaat niet" in uitkomst.alles) == (2, True)


def test_proef_schrijft_niets_en_er_wordt_niets_overschreven(hier, toegang):
    assert "toegang-hoorn/pyproject.toml" in toegang("plugin", "nieuw", "hoorn", *WIE, "--proef").uit
    assert list(hier.iterdir()) == []
    (hier / "toegang-hoorn").mkdir()
    (hier / "toegang-hoorn" / "mijn.txt").write_text("van mij")
    uitkomst = toegang("plugin", "nieuw", "hoorn", *WIE)
    assert (uitkomst.code, "er wordt niets overschreven" in uitkomst.alles) == (5, True)
    assert [pad.name for pad in (hier / "toegang-hoorn").iterdir()] == ["mijn.txt"]


class TestBijwerken:
    @pytest.fixture
    def map_(self, hier, toegang):
        assert toegang("plugin", "nieuw", "hoorn", *WIE).code == 0
        return hier / "toegang-hoorn"

    @pytest.fixture
    def nieuw_skelet(self, monkeypatch):
        """The scaffold of a later Toegang: another line in the README and in the data."""
        echt = schrijven.maak

        def later(keuzes):
            bestanden = echt(keuzes)
            data = f"{keuzes.pakket}/organisatie.toml"
            bestanden["README.md"] = bestanden["README.md"].replace("## Vragen", "## Vragen en antwoorden")
            bestanden[data] = bestanden[data].replace('standaard = "ZELF"', 'standaard = "ZELF"\nmax_professionals = 5')
            return bestanden | {"CHANGELOG.md": "# Wijzigingen\n"}

        monkeypatch.setattr(schrijven, "maak", later)

    def test_zonder_nieuws_gebeurt_er_niets(self, map_, toegang):
        uitkomst = toegang("plugin", "bijwerken", map_)
        assert (uitkomst.code, "er was niets te doen" in uitkomst.uit) == (0, True)

    def test_eigen_wijzigingen_blijven(self, map_, toegang, nieuw_skelet):
        data = map_ / "toegang_hoorn" / "organisatie.toml"
        data.write_text(data.read_text().replace('naam = "het telefoonteam"', 'naam = "het klantcontact"'))
        proef = toegang("plugin", "bijwerken", map_, "--proef")
        assert (proef.code, "CHANGELOG.md: vernieuwd" in proef.uit) == (0, True)
        assert not (map_ / "CHANGELOG.md").exists()
        assert toegang("plugin", "bijwerken", map_).code == 0
        assert 'naam = "het klantcontact"' in data.read_text()
        assert tomllib.loads(data.read_text())["regie"]["max_professionals"] == 5
        assert "## Vragen en antwoorden" in (map_ / "README.md").read_text()
        assert "niets te doen" in toegang("plugin", "bijwerken", map_).uit

    def test_wat_botst_komt_ernaast(self, map_, toegang, nieuw_skelet):
        leesmij = map_ / "README.md"
        leesmij.write_text(leesmij.read_text().replace("## Vragen", "## Wie belt u?"))
        uitkomst = toegang("plugin", "bijwerken", map_)
        assert (uitkomst.code, "README.md.nieuw" in uitkomst.uit) == (3, True)
        assert "## Wie belt u?" in leesmij.read_text()
        assert "## Vragen en antwoorden" in (map_ / "README.md.nieuw").read_text()

    def test_een_map_die_hier_niet_vandaan_komt(self, hier, toegang):
        uitkomst = toegang("plugin", "bijwerken", hier)
        assert (uitkomst.code, "niet met 'plugin nieuw' gemaakt" in uitkomst.alles) == (2, True)


@pytest.mark.parametrize(
    ("basis", "eigen", "nieuw", "samen"),
    [
        ("a\nb\nc\n", "a\nB\nc\n", "a\nb\nC\n", None),
        ("a\nb\nc\nd\n", "A\nb\nc\nd\n", "a\nb\nc\nD\n", "A\nb\nc\nD\n"),
        ("a\nb\n", "a\nb\n", "x\n", "x\n"),
        ("a\nb\n", "x\nb\n", "x\nb\n", "x\nb\n"),
        ("a\n", "b\n", "c\n", None),
    ],
)
def test_samenvoegen(basis, eigen, nieuw, samen):
    assert voeg_samen(basis, eigen, nieuw) == samen


def test_schema_van_een_gemeente(toegang):
    schema = toegang("gemeente", "schema", "schagen").json
    assert schema["properties"]["modelkeuze"] == {"$ref": "#/$defs/Keuzes_telefoonfilter"} | {
        "description": schema["properties"]["modelkeuze"]["description"]
    }
    assert "inkomensloket" in schema["$defs"]["Keuzes_telefoonfilter"]["properties"]
    assert schema["$defs"]["Team"]["properties"]["gebieden"]["description"].startswith("areas it serves")
