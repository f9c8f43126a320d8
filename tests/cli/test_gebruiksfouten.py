"""Usage errors: Dutch, exit code 2, and nothing of what was typed that could be personal data."""

import pytest

ZAAK = "Z2026-000012"


@pytest.mark.parametrize(
    ("woorden", "verwacht"),
    [
        (("zaakk",), "De opdracht 'zaakk' bestaat niet. Bedoelt u 'zaak'?"),
        (("zaak", "wwww"), "De opdracht 'wwww' bestaat niet. Kies uit: lijst, kies, toon,"),
        (("zaak", "999990019"), "De opdracht die u typte bestaat niet."),
        (("zaak", "toon", ZAAK, "--gemente", "zwolle"), "De optie '--gemente' bestaat niet. Bedoelt u --gemeente"),
        (("zaak", "toon", ZAAK, "--Jansen", "zwolle"), "De optie die u typte bestaat niet."),
        (("zaak", "toon", ZAAK, "-q"), "De optie '-q' bestaat niet."),
        (("zaak", "toon", "-g", "zwolle"), "ZAAK ontbreekt."),
        (("zaak", "toon", ZAAK), "De optie --gemeente ontbreekt. Zij kan ook in TOEGANG_GEMEENTE staan."),
        (("zaak", "aanvraag", ZAAK, "-g", "zwolle"), "De optie --op ontbreekt."),
        (("zaak", "toon", ZAAK, "-g"), "Na de optie '-g' hoort een waarde."),
        (("zaak", "toon", ZAAK, "--json=ja", "-g", "zwolle"), "'--json' krijgt geen waarde."),
        (("zaak", "toon", ZAAK, "999990019", "-g", "zwolle"), "Er staat meer op de regel dan deze opdracht aankan."),
        (("demo", "--aantal", "999990019x"), "De waarde van --aantal is niet bruikbaar: het moet een heel getal zijn"),
        (("demo", "--aantal", "0"), "het moet een heel getal zijn van 1 of hoger"),
        (("waarom", ZAAK, "999990019", "-g", "zwolle"), "kies uit intake, team, regie, gesprek, plan, besluit"),
        (("regels", "lijst", "--stap", "999990019"), "De waarde van --stap is niet bruikbaar: kies uit intake, team"),
    ],
)
def test_gebruiksfout(toegang, woorden, verwacht):
    uitkomst = toegang(*woorden)
    assert uitkomst.code == 2
    assert uitkomst.uit == ""
    assert uitkomst.fout.startswith("Fout: ")
    assert verwacht in uitkomst.fout
    assert "Meer uitleg: toegang" in uitkomst.fout.splitlines()[-1]
    assert "999990019" not in uitkomst.fout
    assert "Jansen" not in uitkomst.fout


@pytest.mark.parametrize("dag", ["2026-13-01", "31-02-2026", "gisteren", "20261120", "2026-W01-1"])
def test_een_dag_die_er_geen_is(data, toegang, dag):
    uitkomst = toegang("zaak", "aanvraag", ZAAK, "--op", dag, "-g", "zwolle")
    assert uitkomst.code == 2
    assert "De waarde van --op is geen dag." in uitkomst.fout
    assert dag not in uitkomst.fout


@pytest.mark.parametrize("nummer", ["999990019", "z2026-000012", "Z26-1", "Z2026-000099 "])
def test_een_zaaknummer_dat_er_geen_is(data, toegang, nummer):
    uitkomst = toegang("zaak", "toon", nummer, "-g", "zwolle")
    assert uitkomst.code == 2
    assert "Dit is geen zaaknummer." in uitkomst.fout
    assert nummer.strip() not in uitkomst.fout


def test_de_gemeente_kan_uit_de_omgeving_komen(data, toegang, monkeypatch):
    monkeypatch.setenv("TOEGANG_GEMEENTE", "zwolle")
    assert toegang("zaak", "lijst").code == 0
    assert toegang("zaak", "lijst", "-g", "schagen").code == 2
