"""One handler: Dutch, the right code, and never more than kind and place of what went wrong."""

import os
import signal
import subprocess
import sys

import pytest

from toegang.errors import Afsluitcode, Conflict, Controlefout, Invoerfout, NietToegestaan, OpslagFout, PluginFout
from toegang_cli import main
from toegang_cli.discretie import mask
from toegang_cli.fouten import stapels
from toegang_cli.uitvoering import plugins

GEHEIM = "Kanariepiet 999990019"


@pytest.fixture
def mislukt(toegang, monkeypatch):
    """Let a command raise."""

    def met(fout):
        def gooi(**_):
            naam_in_een_lokale_variabele = GEHEIM
            raise fout from ValueError(naam_in_een_lokale_variabele)

        monkeypatch.setattr(plugins, "lijst", gooi)
        return toegang("plugin", "lijst")

    return met


@pytest.mark.parametrize(
    ("soort", "code"),
    [(PluginFout, 1), (OpslagFout, 1), (Invoerfout, 2), (NietToegestaan, 4), (Conflict, 5), (Controlefout, 6)],
)
def test_elke_fout_heeft_haar_code_en_zegt_wat_en_hoe_verder(mislukt, soort, code):
    uitkomst = mislukt(soort("Zaak Z2026-000001 kan niet.", vervolg="Doe iets anders."))
    assert uitkomst.code == code
    assert uitkomst.uit == ""
    assert uitkomst.fout == "Fout: Zaak Z2026-000001 kan niet.\nDoe iets anders.\n"


def test_alle_codes_zijn_beproefd():
    assert {code.value for code in Afsluitcode} == {0, 1, 2, 3, 4, 5, 6}


@pytest.mark.parametrize("soort", [RuntimeError, KeyError, OSError, UnicodeError, RecursionError, AssertionError])
def test_een_storing_toont_alleen_soort_en_plaats(mislukt, soort):
    uitkomst = mislukt(soort(GEHEIM))
    assert uitkomst.code == 1
    assert uitkomst.fout.startswith("Storing ")
    assert f"({soort.__name__} in toegang_cli/opdrachten/plugin.py regel " in uitkomst.fout
    assert "Traceback" not in uitkomst.fout
    assert "Kanariepiet" not in uitkomst.fout
    assert "999990019" not in uitkomst.fout


def test_dezelfde_storing_heeft_hetzelfde_kenmerk(mislukt):
    kenmerken = {mislukt(RuntimeError(boodschap)).fout.split(":")[0] for boodschap in ("een", "twee")}
    assert len(kenmerken) == 1
    assert kenmerken != {mislukt(KeyError("een")).fout.split(":")[0]}


def test_met_toegang_spoor_komen_de_stappen_zonder_boodschap_en_zonder_variabelen(mislukt, monkeypatch):
    monkeypatch.setenv("TOEGANG_SPOOR", "1")
    uitkomst = mislukt(RuntimeError(GEHEIM))
    assert "in gooi" in uitkomst.fout
    assert "builtins.RuntimeError (boodschap weggelaten)" in uitkomst.fout
    assert "builtins.ValueError (boodschap weggelaten)" in uitkomst.fout
    assert "Kanariepiet" not in uitkomst.fout
    assert "999990019" not in uitkomst.fout
    assert "in gooi" in mislukt(Invoerfout("Iets klopt niet.")).fout


def test_stapels_van_een_keten_die_rond_loopt():
    een, twee = ValueError(), ValueError()
    een.__cause__, twee.__cause__ = twee, een
    assert len(stapels(een)) == 2


def test_onderbroken(mislukt):
    uitkomst = mislukt(KeyboardInterrupt())
    assert uitkomst.code == 130
    assert uitkomst.fout == "Onderbroken. Wat al was opgeslagen, blijft staan.\n"


def test_een_afgebroken_lezer_is_geen_fout_die_iemand_hoeft_te_zien():
    opdracht = [sys.executable, "-m", "toegang_cli", "regels", "lijst", "--json"]
    lees, schrijf = os.pipe()
    os.close(lees)
    kind = subprocess.run(opdracht, stdout=schrijf, stderr=subprocess.PIPE, text=True, check=False)
    os.close(schrijf)
    assert kind.stderr == ""
    assert kind.returncode == 1


def test_een_echte_onderbreking(tmp_path):
    """Ctrl-C in a real process, while it waits for its input."""
    code = (
        # a shell that puts the tests in the background lets its children ignore Ctrl-C
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "import sys, toegang_cli.invoer as invoer; from toegang_cli.main import main; lees = invoer.lees_tekst\n"
        "def wacht(pad):\n    print('LEEST', flush=True)\n    return lees(pad)\n"
        "import toegang_cli.uitvoering.aanmeldbestand as bestand; bestand.lees_tekst = wacht; main()"
    )
    opdracht = [sys.executable, "-c", code, "melding", "importeer", "-", "-g", "zwolle"]
    omgeving = {**os.environ, "TOEGANG_DATA": str(tmp_path / "data")}
    with subprocess.Popen(
        opdracht,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env=omgeving,
    ) as kind:
        assert kind.stdout is not None
        assert kind.stdout.readline() == "LEEST\n"
        kind.send_signal(signal.SIGINT)
        _, fout = kind.communicate(timeout=60)
    assert kind.returncode == 130
    assert fout == "Onderbroken. Wat al was opgeslagen, blijft staan.\n"


def test_geen_kleuren_in_een_pijp_en_met_no_color(data, toegang, monkeypatch):
    assert "\x1b" not in toegang("gemeente", "lijst").alles
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("FORCE_COLOR", "1")
    assert "\x1b[3" not in toegang("gemeente", "lijst").uit


def test_mask():
    assert (
        mask("bsn 999990019, zaak Z2026-000012, tel 0612345678") == "bsn *********, zaak Z2026-000012, tel 0612345678"
    )
    assert mask("x999990019y") == "x*********y"
    assert mask("999990018 20261122 1234567890") == "999990018 20261122 1234567890"


def test_het_proces_zet_een_strikt_umask(monkeypatch):
    gezet = []
    monkeypatch.setattr(os, "umask", gezet.append)
    monkeypatch.setattr(sys, "argv", ["toegang", "--version"])
    with pytest.raises(SystemExit) as einde:
        main.main()
    assert einde.value.code == 0
    assert gezet == [0o077]
