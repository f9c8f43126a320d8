"""How it stands with the rules: keys of data, what carries what, tests by rule, and a proof that can fail."""

import json
import textwrap

import pytest

from toegang.domain.regelboek import regelboek
from toegang.errors import Afsluitcode, Controlefout
from toegang_cli.regelstand import __main__ as opdracht
from toegang_cli.regelstand import citaten, toetsen
from toegang_cli.regelstand.dragers import dragers
from toegang_cli.regelstand.sleutels import zonder
from toegang_cli.regelstand.stand import Status, regelstanden, tel

RUW = {
    "direct_antwoord": "GEEN",
    "regie": {"standaard": "ONDERSTEUND", "gronden": ["a", "b"]},
    "team": [
        {"id": "een", "soort": "PLEIN", "wetten": ["WMO", "GPK"], "disciplines": [{"discipline": "zorg"}]},
        {"id": "twee", "soort": "WIJKTEAM", "disciplines": [{"discipline": "zorg"}, {"discipline": "jeugd"}]},
    ],
}


@pytest.fixture(scope="module")
def standen():
    return {item.regel.id: item for item in regelstanden()}


@pytest.mark.parametrize(
    ("sleutel", "plek", "blijft"),
    [
        ("direct_antwoord", lambda ruw: "direct_antwoord" in ruw, False),
        ("direct_antwoord=MELDING", lambda ruw: ruw["direct_antwoord"], "MELDING"),
        ("regie.standaard", lambda ruw: ruw["regie"], {"gronden": ["a", "b"]}),
        ("regie.gronden", lambda ruw: ruw["regie"]["gronden"], []),
        ("team[id=twee]", lambda ruw: [team["id"] for team in ruw["team"]], ["een"]),
        ("team[wetten=GPK|LLV]", lambda ruw: [team["id"] for team in ruw["team"]], ["twee"]),
        ("team[soort=PLEIN].wetten", lambda ruw: ruw["team"][0]["wetten"], []),
        ("team.soort=PLEIN", lambda ruw: [team["soort"] for team in ruw["team"]], ["PLEIN", "PLEIN"]),
        ("team.disciplines[discipline=zorg]", lambda ruw: [len(t["disciplines"]) for t in ruw["team"]], [0, 1]),
    ],
)
def test_zonder_een_sleutel(sleutel, plek, blijft):
    voor = json.dumps(RUW)
    assert plek(zonder(RUW, sleutel)) == blijft
    assert json.dumps(RUW) == voor


@pytest.mark.parametrize(
    "sleutel", ["nergens", "regie.nergens", "team[id=drie]", "team[id=een].wetten.dieper", "direct_antwoord=GEEN"]
)
def test_een_sleutel_die_nergens_naar_wijst(sleutel):
    with pytest.raises(Controlefout, match="wijst nergens naar"):
        zonder(RUW, sleutel)


@pytest.mark.parametrize("sleutel", ["", "Team", "team[id]", "team..id", "team[id=een"])
def test_een_sleutel_die_geen_sleutel_is(sleutel):
    with pytest.raises(Controlefout, match="niet geschreven als een sleutel"):
        zonder(RUW, sleutel)


def test_wat_een_regel_draagt():
    gevonden = {id: {drager.soort.value for drager in soorten} for id, soorten in dragers().items()}
    assert set(gevonden) <= set(regelboek())
    assert gevonden["S-11"] == {"regel", "gegevens"}
    assert gevonden["L-13"] == {"documenttoets"}
    assert gevonden["B-36"] == {"voorkeur", "regel"}
    assert gevonden["B-34"] == {"voorkeur"}
    assert gevonden["D-24"] == {"open sleutel"}
    assert gevonden["L-26"] == {"termijn", "documenttoets"}
    assert gevonden["S-14"] == {"regel"}
    assert gevonden["L-153"] == {"ingebouwd"}


def test_een_vermelding_in_commentaar_of_uitleg_telt_niet(tmp_path):
    bron = tmp_path / "module.py"
    bron.write_text(
        textwrap.dedent(
            '''
            """Over S-1."""
            # S-2
            def antwoord():
                """S-3 ook niet."""
                return Reden.van("X", "Over S-4.", "S-5")

            class Plugin:
                def haak(self):
                    return ("S-6",)
            '''
        ),
        encoding="utf-8",
    )
    assert list(citaten._in_code("module", bron)) == [("S-5", "module:antwoord"), ("S-6", "module:haak")]


def test_status_en_telling(standen):
    assert standen["S-11"].status is Status.GEDRAGEN
    assert standen["Z-5"].status is Status.GETOOND
    assert standen["Z-14"].status is Status.GEDRAGEN
    assert standen["L-153"].status is Status.GEDRAGEN
    assert (standen["W-15"].soort, standen["B-34"].soort, standen["L-36"].soort) == (
        "waarschuwing",
        "waarschuwing",
        "wet",
    )
    telling = tel(standen.values())
    assert (telling["regels"], telling["MUST"]) == (320, 149)
    assert sum(telling[status.value] for status in Status) == 320


def test_zonder_tests_is_een_gedragen_regel_zonder_test():
    standen = {item.regel.id: item.status for item in regelstanden({"S-11": ["test"]})}
    assert (standen["S-11"], standen["S-1"]) == (Status.GEDRAGEN, Status.ZONDER_TEST)


@pytest.fixture
def proefdraai(monkeypatch, capsys):
    """Prove rules with runs that are told what they say."""

    def draai(*woorden, gemerkt=(), al_gezakt=False):
        tests = {id: [f"tests/{id}"] for id in ("S-11", "B-1", "L-26")}
        monkeypatch.setattr(opdracht, "verzamel_tests", lambda: tests)
        monkeypatch.setattr(
            opdracht, "slaagt", lambda _, zonder=None: not al_gezakt if zonder is None else zonder not in gemerkt
        )
        code = opdracht.main(woorden)
        return code, capsys.readouterr().out

    return draai


def test_bewezen_is_wat_een_test_merkt(proefdraai):
    code, uit = proefdraai("--uit", "--alleen", "S-11,b-1", gemerkt=("S-11", "B-1"))
    assert code == Afsluitcode.OK
    assert "MUST: 2 van 2 gedragen en bewezen." in uit


def test_een_regel_die_niemand_mist_is_niet_bewezen(proefdraai):
    code, uit = proefdraai("--uit", "--alleen", "S-11,B-1,L-13", "--json", gemerkt=("S-11",))
    assert code == Afsluitcode.CONTROLE
    gezien = json.loads(uit)
    assert gezien["bewezen"] == ["S-11"]
    assert gezien["onbewezen"] == {
        "L-13": "geen test gaat erover",
        "B-1": "geen test merkt dat de regel uit staat",
    }
    assert gezien["must"] == {"regels": 2, "bewezen": 1}


def test_een_test_die_al_zakt_bewijst_niets(proefdraai):
    assert proefdraai("--uit", "--alleen", "S-11", al_gezakt=True)[0] == Afsluitcode.CONTROLE


def test_een_regel_die_niet_bestaat(proefdraai):
    assert proefdraai("--alleen", "S-99")[0] == Afsluitcode.GEBRUIK


def test_de_lijst_past_op_het_scherm(proefdraai):
    code, uit = proefdraai()
    assert code == Afsluitcode.OK
    assert max(len(regel) for regel in uit.splitlines()) <= 80
    assert "S-14" in uit
    velden = json.loads(proefdraai("--json")[1])
    assert len(velden["regels"]) == 320
    assert velden["totalen"]["totaal"]["MUST"] == 149


class TestEcht:
    """One rule with a process of its own, as ``make rules`` runs it."""

    @pytest.mark.lang
    def test_de_schakelaar_werkt_in_de_tests(self):
        tests = ["tests/plugins/zwolle/test_zwolle.py::test_z1_vijf_sociale_wijkteams"]
        assert toetsen.slaagt(tests)
        assert not toetsen.slaagt(tests, zonder="Z-1")
        assert toetsen.slaagt(tests, zonder="Z-2")

    def test_een_test_die_niet_bestaat_bewijst_niets(self):
        with pytest.raises(Controlefout, match="niet te draaien"):
            toetsen.slaagt(["tests/plugins/zwolle/test_zwolle.py::test_bestaat_niet"], zonder="Z-1")

    @pytest.mark.lang
    def test_pytest_zelf_zegt_welke_tests_over_een_regel_gaan(self):
        tests = toetsen.verzamel_tests()
        assert any("test_s12_" in test for test in tests["S-12"])
        assert any("test_s8_s9_" in test for test in tests["S-8"])
        assert any("[S-11-TEAM-" in test for test in tests["S-11"])
        assert any(test.endswith("l43") for test in tests["L-43"])
        assert any("test_tabel_b8[awb.bezwaar" in test for test in tests["L-26"])
        assert any("test_the_dictum" in test for test in tests["L-1"])
        assert not any("tabel_b8" in test for test in tests.get("B-8", ()))
