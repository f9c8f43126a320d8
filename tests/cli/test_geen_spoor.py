"""A manageable question in Zwolle leaves no personal trace: the bytes of every file are searched (Z-7)."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from sqlalchemy import create_engine, inspect, text

NAAM, BSN, KENMERK = "Kanariepietje", "999990081", "kanarie-kenmerk-7"
GEHEIM = (NAAM, BSN, KENMERK, "bibliotheek", "Vogelzangpad", "kanarie@voorbeeld.example", "19630417", "17-04-1963")
WOORDEN = f"Waar is de bibliotheek, vraagt {NAAM}."
OPENFORMULIEREN = {
    "values": {
        "auth_bsn": BSN,
        "firstName": NAAM,
        "lastName": NAAM,
        "dateOfBirth": "19630417",
        "adres": {"streetName": "Vogelzangpad", "houseNumber": "9", "postcode": "1234AB", "city": "Zo"},
        "email": "kanarie@voorbeeld.example",
        "vraag": WOORDEN,
        "wet": "GEEN",
        "behapbaar": True,
        "wilGeenMelding": True,
        "bijlage": {"file_name": f"{NAAM}.pdf", "content": "VGVrc3Q="},
        "kanaal": "TELEFOON",
    },
    "metadata": {"public_reference": KENMERK, "registration_timestamp": "2026-10-12T10:00:00Z"},
}
TABEL = (
    "kenmerk;ontvangen_op;kanaal;bsn;voornamen;geslachtsnaam;geboortedatum;straat;email;wet;behapbaar;"
    "wil_geen_melding;woorden;hobby\n"
    f"{KENMERK};12-10-2026;TELEFOON;{BSN};{NAAM};{NAAM};17-04-1963;Vogelzangpad;kanarie@voorbeeld.example;GEEN;ja;"
    f"ja;{WOORDEN};{NAAM}\n"
)


def eigen_vorm():
    persoon = {"bsn": BSN, "voornamen": NAAM, "geslachtsnaam": NAAM, "geboortedatum": "19630417"}
    return {
        "kenmerk": KENMERK,
        "kanaal": "TELEFOON",
        "ontvangen_op": "2026-10-12",
        "leden": [{"verwijzing": "a", "persoon": {**persoon, "straat": "Vogelzangpad"}}],
        "hulpvragen": [{"wet": None, "voor": "a", "woorden": WOORDEN}],
        "behapbaar": True,
        "wil_geen_melding": True,
        "bereikbaar": "kanarie@voorbeeld.example",
        "overig": [["hobby", NAAM]],
    }


VORMEN = {"a.json": json.dumps(eigen_vorm()), "of.json": json.dumps(OPENFORMULIEREN), "a.csv": TABEL}


def rijen(map_: Path) -> dict[str, int]:
    """Count the rows of every table: what is encrypted cannot be searched, but it can be counted."""
    motor = create_engine(f"sqlite:///{map_ / 'zwolle' / 'toegang.sqlite3'}")
    with motor.connect() as verbinding:
        tabellen = inspect(verbinding).get_table_names()
        tellingen = {naam: verbinding.execute(text(f"select count(*) from {naam}")).scalar_one() for naam in tabellen}  # noqa: S608
    motor.dispose()
    return tellingen


def doorzoek(*mappen: Path) -> None:
    gezien = 0
    for pad in (pad for map_ in mappen for pad in map_.rglob("*")):
        assert not any(woord in pad.name for woord in GEHEIM), pad
        if pad.is_file():
            gezien += 1
            inhoud = pad.read_bytes()
            for woord in GEHEIM:
                assert woord.encode() not in inhoud, (pad, woord)
                assert woord.encode("utf-16-le") not in inhoud, (pad, woord)
    assert gezien > 3, "er is niets doorzocht"


@pytest.mark.parametrize("als", [None, pytest.param("M-002", marks=pytest.mark.lang)])
@pytest.mark.parametrize("naam", VORMEN)
def test_z7_een_behapbare_vraag_laat_nergens_iets_na(data, tmp_path, naam, als):
    """A real process with a folder for temporary files of its own, killed off by nothing but its end."""
    tijdelijk, thuis, invoer = (tmp_path / deel for deel in ("tijdelijk", "thuis", "invoer"))
    for map_ in (tijdelijk, thuis, invoer):
        map_.mkdir()
    bestand = invoer / naam
    bestand.write_text(VORMEN[naam], encoding="utf-8")
    vooraf = rijen(data)
    omgeving = {
        **os.environ,
        "TOEGANG_DATA": str(data),
        "TMPDIR": str(tijdelijk),
        "HOME": str(thuis),
        "TOEGANG_SPOOR": "1",
    }
    woorden = ["melding", "importeer", str(bestand), "-g", "zwolle", *(["--als", als] if als else [])]
    klaar = subprocess.run(
        [sys.executable, "-m", "toegang_cli", *woorden],
        env=omgeving,
        cwd=thuis,
        capture_output=True,
        text=True,
        check=False,
        timeout=120,
    )
    assert klaar.returncode == 0, klaar.stderr
    assert "meteen beantwoord, niet geregistreerd   1" in klaar.stdout
    assert "wel bewaard" not in klaar.stdout
    for woord in GEHEIM:
        assert woord not in klaar.stdout + klaar.stderr
    na = rijen(data)
    assert {tabel: (vooraf[tabel], aantal) for tabel, aantal in na.items() if aantal != vooraf[tabel]} == {
        "tellers": (0, 1)
    }
    assert [pad.name for pad in invoer.iterdir()] == [naam]
    doorzoek(data, tijdelijk, thuis)


def test_z7_dezelfde_vraag_met_melding_laat_wel_een_dossier_na(data, toegang, schrijf):
    """The search can find: without the agreement of the resident a file is made, and the counts differ."""
    vooraf = rijen(data)
    vraag = eigen_vorm() | {"wil_geen_melding": False}
    assert toegang("melding", "importeer", schrijf("a.json", vraag), "-g", "zwolle").code == 0
    na = rijen(data)
    assert {tabel for tabel in na if na[tabel] > vooraf[tabel]} >= {"dossiers", "inwoners", "meldingen", "logboek"}
