"""A new key for a gemeente: everything stays readable, the old key opens nothing, and old backups stay of use."""

from __future__ import annotations

import io
import signal
import subprocess
import sys
from datetime import date

import pytest

from toegang.environment import Klok
from toegang.errors import Conflict, OpslagFout
from toegang.storage import Actor, Gemeenteopslag, controleer_logboek
from toegang.storage.sleutels import wisselbestanden
from toegang.tenancy import Register

BSN, VANDAAG = "999990019", date(2026, 11, 20)
ZIN = "drie groene fietsen"


@pytest.fixture
def typ(monkeypatch):
    """Let a command read this from standard input."""
    return lambda tekst: monkeypatch.setattr(sys, "stdin", io.StringIO(tekst + "\n"))


def _heel(map_, dossiers=1):
    with (
        Register(map_).opslag("zwolle", Klok(VANDAAG).nu) as opslag,
        opslag.werk(Actor(uid=1), alleen_lezen=True) as werk,
    ):
        assert controleer_logboek(werk).fouten == ()
        assert len(werk.dossiers.zoek()) == dossiers
        assert werk.medewerkers.zoek()
        assert len(werk.inwoners.zoek(bsn=BSN)) == 1
    assert not any(pad.exists() for pad in wisselbestanden(map_ / "sleutels" / "zwolle.sleutel"))


def test_wisselen(toegang, zaak, leeg, tmp_path, schrijf, aanmelding, typ):
    sleutel = leeg / "sleutels" / "zwolle.sleutel"
    oud = tmp_path / "oud" / "zwolle.sleutel"
    typ(ZIN)
    assert toegang("gemeente", "sleutel", "borg", "zwolle", "--naar", tmp_path / "z.borg").code == 0
    assert "gemaakt op 2026-11-20" in toegang("doctor", "-g", "zwolle").uit
    voor = sleutel.read_bytes()
    proef = toegang("gemeente", "sleutel", "wissel", "zwolle", "--proef", "--json")
    assert proef.json["dossiers"] == 1
    assert sleutel.read_bytes() == voor
    _heel(leeg)
    assert toegang("gemeente", "sleutel", "wissel", "zwolle").code == 2, "it asks the name"
    for keer in (1, 2):
        klaar = toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja", "--json")
        assert klaar.code == 0, klaar.fout
        assert klaar.json["hashes"] >= 2
        _heel(leeg)
        assert sleutel.read_bytes() != voor, keer
    # the log goes on, and what was done before still verifies; a new melding finds the resident by the new hash
    assert toegang("melding", "importeer", schrijf("m.json", aanmelding("k-2")), "-g", "zwolle").code == 0
    _heel(leeg)
    assert toegang("privacy", "logboek", "controleer", "-g", "zwolle").code == 0
    assert "geen kopie" in " ".join(toegang("doctor", "-g", "zwolle").uit.split())
    assert toegang("gemeente", "reservekopie", "zwolle", "--naar", tmp_path / "nieuw").code == 0
    # the old key opens nothing here, and its own backup everything
    oud.parent.mkdir()
    typ(ZIN)
    assert toegang("gemeente", "sleutel", "uit-borg", tmp_path / "z.borg", "--naar", oud).code == 0
    assert oud.read_bytes() == voor
    with pytest.raises(OpslagFout, match="past niet"):
        Gemeenteopslag.open(leeg / "zwolle" / "toegang.sqlite3", oud, "zwolle", Klok(VANDAAG).nu)
    assert voor not in (leeg / "zwolle" / "toegang.sqlite3").read_bytes()


@pytest.mark.lang
def test_een_oude_reservekopie_met_de_oude_sleutel(toegang, zaak, leeg, tmp_path, monkeypatch):
    reserve = toegang("gemeente", "reservekopie", "zwolle", "--naar", tmp_path / "reserve", "--json").json["kopie"]
    oud = tmp_path / "zwolle.sleutel"
    oud.write_bytes((leeg / "sleutels" / "zwolle.sleutel").read_bytes())
    oud.chmod(0o600)
    assert toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja").code == 0
    monkeypatch.setenv("TOEGANG_DATA", str(tmp_path / "elders"))
    terug = toegang("gemeente", "herstel", reserve, "--sleutel", oud)
    assert terug.code == 0, terug.fout
    _heel(tmp_path / "elders")


def test_wie_nog_de_oude_sleutel_heeft_schrijft_niets(toegang, zaak, leeg):
    register = Register(leeg)
    with register.opslag("zwolle", Klok(VANDAAG).nu) as lopend:
        assert toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja").code == 0
        with pytest.raises(Conflict, match="intussen gewisseld"):
            lopend.werk(Actor(uid=1))
    _heel(leeg)


def test_een_regel_van_voor_de_wissel_die_gewijzigd_is(toegang, zaak, leeg):
    assert toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja").code == 0
    with Register(leeg).opslag("zwolle", Klok(VANDAAG).nu) as opslag, opslag.verbind() as verbinding:
        verbinding.begin()
        verbinding.exec_driver_sql("DROP TRIGGER logboek_niet_wijzigen")
        verbinding.exec_driver_sql("UPDATE logboek SET uid = 4242 WHERE volgnr = 2")
        verbinding.commit()
    uitkomst = toegang("privacy", "logboek", "controleer", "-g", "zwolle")
    assert uitkomst.code == 6
    assert "Logregel 2 is gewijzigd" in uitkomst.fout
    opnieuw = toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja")
    assert opnieuw.code == 1
    assert "niet heel" in opnieuw.fout


def test_wat_een_borg_weigert(toegang, data, tmp_path, typ):
    typ("kort")
    assert toegang("gemeente", "sleutel", "borg", "zwolle", "--naar", tmp_path / "z.borg").code == 2
    assert not (tmp_path / "z.borg").exists()
    assert toegang("gemeente", "sleutel", "borg", "zwolle", "--naar", data / "z.borg").code == 5
    typ(ZIN)
    assert toegang("gemeente", "sleutel", "borg", "zwolle", "--naar", tmp_path / "z.borg").code == 0
    assert (tmp_path / "z.borg").stat().st_mode & 0o777 == 0o600
    typ(ZIN + "!")
    fout = toegang("gemeente", "sleutel", "uit-borg", tmp_path / "z.borg", "--naar", tmp_path / "s")
    assert fout.code == 2
    assert ZIN not in fout.alles
    assert not (tmp_path / "s").exists()


STERF = """
import os, signal, sys
from datetime import date
from pathlib import Path
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.storage import sleutelwissel
map_, moment, nummer, teller = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), [0]
def sterf(*_):
    os.kill(os.getpid(), signal.SIGKILL)
if moment == "voor-commit":
    sleutelwissel._zet_feit = sterf
elif moment == "na-commit":
    sleutelwissel._rond_af = lambda *a: sterf() if teller[0] else teller.__setitem__(0, 1)
    teller[0] = 1
else:
    echt = os.fsync
    def fsync(bestand):
        teller[0] += 1
        if teller[0] == nummer:
            sterf()
        echt(bestand)
    os.fsync = fsync
pad = map_ / "zwolle" / "toegang.sqlite3"
klok = Klok(date(2026, 11, 20)).nu
sleutelwissel.wissel_sleutel(pad, map_ / "sleutels" / "zwolle.sleutel", "zwolle", Actor(uid=1), klok)
"""


@pytest.mark.lang
@pytest.mark.parametrize(
    ("moment", "nummer"), [("voor-commit", 0), ("na-commit", 0), *(("schrijven", nummer) for nummer in range(1, 12))]
)
def test_kill_9_bij_het_wisselen(toegang, zaak, leeg, moment, nummer):
    opdracht = [sys.executable, "-c", STERF, str(leeg), moment, str(nummer)]
    code = subprocess.run(opdracht, capture_output=True, timeout=60, check=False).returncode
    assert code in (0, -signal.SIGKILL)
    assert code or moment == "schrijven"
    _heel(leeg)
    assert toegang("gemeente", "sleutel", "wissel", "zwolle", "--ja").code == 0
    _heel(leeg)
