"""``toegang demo`` as a new user runs it: a real process, real letters, twice, and after a kill."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register

PERSONEN = Path(__file__).parents[3] / "shared" / "data" / "brp-testpersonas" / "personas.json"
GEMEENTEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
OPDRACHT = [sys.executable, "-m", "toegang_cli", "demo"]


def omgeving(**anders: str) -> dict[str, str]:
    weg = ("TOEGANG_DATA", "TOEGANG_GEMEENTE")
    return {naam: waarde for naam, waarde in os.environ.items() if naam not in weg} | {
        "TOEGANG_VANDAAG": "2026-11-20",
        "NO_COLOR": "1",
        **anders,
    }


def draai(map_: Path, *woorden: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([*OPDRACHT, *woorden], cwd=map_, env=omgeving(), capture_output=True, text=True, check=False)


def getallen(uit: str, label: str) -> list[str]:
    """Return the four cells of a row of the summary."""
    regel = next(regel for regel in uit.splitlines() if regel.strip().startswith(label))
    return regel.split()[-4:]


def brieven(map_: Path) -> dict[str, bytes]:
    """Return the letters; the print run beside them holds the same again."""
    return {str(pad.relative_to(map_)): pad.read_bytes() for pad in map_.rglob("brieven/*/brieven/*.pdf")}


@pytest.mark.lang
def test_twee_keer_draaien_verandert_niets(tmp_path):
    eerste = draai(tmp_path, "--aantal", "3")
    assert eerste.returncode == 0, eerste.stderr
    assert getallen(eerste.stdout, "meldingen") == ["3"] * 4
    assert getallen(eerste.stdout, "archief") == ["3"] * 4
    assert getallen(eerste.stdout, "plan is beschikking") == ["-", "-", "1", "-"]
    assert getallen(eerste.stdout, "midoffice") == ["-", "-", "-", "3"]
    assert all(len(regel) <= 80 for regel in eerste.stdout.splitlines())
    for naam in ("Schagen", "Beekdaelen", "Zwolle", "Doetinchem"):
        assert f"Gemeente {naam} kan niet open" in " ".join(eerste.stdout.split())
    voor = brieven(tmp_path)
    assert len(voor) == 4 * 6
    # what a resident got has a day of dispatch: nothing waits to be sent when the demo is done
    opgeslagen = Register(tmp_path / "demo").opslag("zwolle", Klok.van_machine().nu)
    with opgeslagen as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        verstuurd = werk.brieven.zoek(status="VERZONDEN")
        assert werk.brieven.zoek(status="GEMAAKT") == ()
    assert [brief.sjabloon for brief in verstuurd].count("melding/ontvangstbevestiging") == 3

    tweede = draai(tmp_path, "--aantal", "3")
    assert tweede.returncode == 0
    assert "niets veranderd" in tweede.stdout
    assert "niets veranderd" not in eerste.stdout
    assert brieven(tmp_path) == voor


@pytest.mark.lang
def test_na_kill_maakt_een_tweede_ronde_hetzelfde_af(tmp_path):
    heel, stuk = tmp_path / "heel", tmp_path / "stuk"
    heel.mkdir()
    stuk.mkdir()
    verwacht = draai(heel, "--aantal", "6").stdout.split("Waar te kijken")[0]
    for seconden in (1.5, 3.0, 4.5, 6.0):
        proces = subprocess.Popen(
            [*OPDRACHT, "--aantal", "6"],
            cwd=stuk,
            env=omgeving(),
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,
        )
        time.sleep(seconden)
        os.killpg(proces.pid, signal.SIGKILL)
        proces.wait()
    klaar = draai(stuk, "--aantal", "6")
    assert klaar.returncode == 0, klaar.stderr
    assert klaar.stdout.split("Waar te kijken")[0] == verwacht
    assert len(brieven(stuk)) == len(brieven(heel))


@pytest.mark.lang
def test_een_gemeente_zonder_sleutel_stopt_de_andere_niet(tmp_path):
    assert draai(tmp_path, "--aantal", "1").returncode == 0
    sleutel = tmp_path / "demo" / "sleutels" / "zwolle.sleutel"
    sleutel.write_bytes(bytes(32))
    uit = draai(tmp_path, "--aantal", "2")
    assert uit.returncode == 3
    assert "zwolle is gestopt" in uit.stderr
    assert getallen(uit.stdout + " ", "meldingen")[-3:] == ["2"] * 3


@pytest.mark.parametrize(
    ("inhoud", "tekst"),
    [(None, "bestaat niet"), ("{", "regel 1"), ("{}", "geen lijst"), (b"\xff\xfe\x00", "niet te lezen")],
)
def test_onbruikbaar_bestand(tmp_path, inhoud, tekst):
    bestand = tmp_path / "personen.json"
    if inhoud is not None:
        bestand.write_bytes(inhoud if isinstance(inhoud, bytes) else inhoud.encode())
    uit = draai(tmp_path, "--personen", str(bestand))
    assert uit.returncode == 2
    assert tekst in uit.stderr
    assert not (tmp_path / "demo").exists()


@pytest.mark.lang
def test_elk_fout_record_heeft_een_reden_en_niets_lekt(tmp_path):
    adres = {"straat": "Kanariestraat", "huisnummer": "1", "postcode": "1234AB", "woonplaats": "Kanariedorp"}
    records = [
        {"burgerservicenummer": "999990019", "geslachtsnaam": "Kanariepiet", "geboortedatum": "19800000", **adres},
        {"burgerservicenummer": "999990081", "geboortedatum": "19800101", **adres},
        {"burgerservicenummer": "999990082", "geslachtsnaam": "Kanariepiet", "geboortedatum": "19800101", **adres},
        {"burgerservicenummer": "999990329", "geslachtsnaam": "Kanariepiet", "geboortedatum": "19801350", **adres},
        {"burgerservicenummer": "999990019", "geslachtsnaam": "Kanariepiet", "geboortedatum": "19800101", **adres},
        {
            "burgerservicenummer": "999990421",
            "geslachtsnaam": "Kanariepiet",
            "geboortedatum": "19300101",
            "overlijdensdatum": "20200101",
            **adres,
        },
        "geen tabel",
    ]
    bestand = tmp_path / "personen.json"
    bestand.write_text(json.dumps(records))
    uit = draai(tmp_path, "--personen", str(bestand))
    assert uit.returncode == 0, uit.stderr
    tekst = " ".join(uit.stdout.split())
    assert "In het bestand 7" in tekst
    assert "Gedaan 1" in tekst
    assert "Aangehouden: de persoon is overleden 1" in tekst
    for reden in ("de geslachtsnaam ontbreekt", "klopt niet (elfproef)", "een datum bestaat niet", "staat al eerder"):
        assert reden in tekst
    assert "Bij 1 persoon is de geboortedatum deels onbekend" in tekst
    assert "Kanarie" not in uit.stdout + uit.stderr
    assert "99999" not in uit.stdout + uit.stderr
    for pad in (tmp_path / "demo").rglob("*"):
        if pad.is_file() and pad.suffix != ".pdf":
            assert b"Kanarie" not in pad.read_bytes(), pad.name


@pytest.mark.lang
def test_de_officiele_testpersonen_gaan_op(tmp_path):
    if not PERSONEN.exists():
        pytest.skip("de testpersonen van RvIG staan niet naast deze map")
    uit = draai(tmp_path, "--personen", str(PERSONEN))
    assert uit.returncode == 0, uit.stderr
    regels = [regel.rsplit(maxsplit=1) for regel in uit.stdout.split("Personen uit")[1].splitlines()[1:]]
    aantal = {regel[0].strip(): int(regel[1]) for regel in regels if len(regel) == 2 and regel[1].isdigit()}
    totaal = aantal.pop("In het bestand")
    assert totaal == len(json.loads(PERSONEN.read_text()))
    assert sum(aantal.values()) == totaal
    overleden = {
        item["burgerservicenummer"] for item in json.loads(PERSONEN.read_text()) if item.get("overlijdensdatum")
    }
    levend = {item["burgerservicenummer"] for item in json.loads(PERSONEN.read_text())} - overleden
    assert aantal["Gedaan"] >= 0.9 * len(levend)
