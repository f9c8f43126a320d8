"""A clone for training: nothing of a real person in it, decrypted or in its bytes, and never for production."""

from __future__ import annotations

import json
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from toegang.domain.bsn import in_testreeks
from toegang.domain.huishouden import Inwoner
from toegang.environment import Klok, open_gemeente
from toegang.errors import NietToegestaan
from toegang.storage import Actor, controleer_logboek
from toegang.storage.overzetten import partijen, records
from toegang.tenancy import Register, Stand
from toegang.tenancy.kloonwoorden import kloonwoorden
from toegang_cli.demo.loop import Opdracht, doe_gemeente

DAG = date(2026, 11, 20)
_WOORD = re.compile(r"\w+")


def _alles(register: Register, naam: str) -> list[Any]:
    with register.opslag(naam, Klok(DAG).nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        gevonden = [record for deel in (None, *partijen(werk)) for _, record in records(werk, deel)]
        gevonden += [*werk.brieven.zoek()]
    return gevonden


def _teksten(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, dict):
        for naam, item in deel.items():
            yield from (naam, *_teksten(item))
    elif isinstance(deel, list):
        for item in deel:
            yield from _teksten(item)


def _runs(tekst: str) -> Iterator[str]:
    woorden = _WOORD.findall(tekst.casefold())
    for begin in range(len(woorden) - 4):
        yield " ".join(woorden[begin : begin + 5])


def _van_personen(echt: list[Any]) -> set[str]:
    """Every BSN, full name, address line, phone and e-mail of the real gemeente."""
    gevonden: set[str] = set()
    for inwoner in (item for item in echt if isinstance(item, Inwoner)):
        delen = (inwoner.voornamen, inwoner.voorvoegsel, inwoner.geslachtsnaam)
        gevonden |= {" ".join(filter(None, delen)), f"{inwoner.straat} {inwoner.huisnummer}", inwoner.postcode}
        gevonden |= {inwoner.bsn or "", inwoner.geboortedatum, inwoner.geslachtsnaam, inwoner.straat}
    for record in echt:
        for tekst in _teksten(record.model_dump(mode="json")):
            gevonden |= set(re.findall(r"[\w.+-]+@[\w.-]+|\b0\d{9}\b", tekst))
    return {tekst for tekst in gevonden if len(tekst) > 4}


def _bewijs(map_: Path, van: str, naar: str) -> None:
    register = Register(map_)
    openbaar = {run for tekst in kloonwoorden(register, van, DAG) for run in _runs(tekst)}
    echt, kloon = _alles(register, van), _alles(register, naar)
    geheim = _van_personen(echt)
    runs = {run for record in echt for tekst in _teksten(record.model_dump(mode="json")) for run in _runs(tekst)}
    runs -= openbaar
    assert geheim
    assert runs, "nothing was written, so nothing is proven"
    leesbaar = "\n".join(json.dumps(record.model_dump(mode="json"), ensure_ascii=False) for record in kloon)
    over = {run for record in kloon for tekst in _teksten(record.model_dump(mode="json")) for run in _runs(tekst)}
    assert not runs & over
    assert [tekst for tekst in geheim if tekst in leesbaar] == []
    nummers = {record.id for record in echt if re.fullmatch(r"Z\d{4}-\d{6}", getattr(record, "id", ""))}
    assert not [nummer for nummer in nummers if nummer in leesbaar]
    rauw = b"".join(pad.read_bytes() for pad in (map_ / naar).rglob("*") if pad.is_file())
    assert [tekst for tekst in {*geheim, *runs} if tekst.encode() in rauw] == []
    _zelfde_mensen_anders(echt, kloon)


def _zelfde_mensen_anders(echt: list[Any], kloon: list[Any]) -> None:
    oud, nieuw = ([item for item in bron if isinstance(item, Inwoner)] for bron in (echt, kloon))
    assert len(oud) == len(nieuw)
    assert all(in_testreeks(item.bsn) for item in nieuw if item.bsn)
    assert len({item.bsn for item in nieuw}) == len({item.bsn for item in oud})
    dag = next(iter(item.aangemaakt_op for item in echt if type(item).__name__ == "Dossier"))
    terug = dag - next(iter(item.aangemaakt_op for item in kloon if type(item).__name__ == "Dossier"))
    assert terug.days % 7 == 0
    assert terug.days > 0
    assert [item.leeftijd(DAG) for item in oud] == [item.leeftijd(DAG - terug) for item in nieuw]
    zaken = [[item.ontvangen_op for item in bron if type(item).__name__ == "Zaak"] for bron in (echt, kloon)]
    assert [dag - terug for dag in zaken[0]] == zaken[1]


def test_een_kloon_houdt_niets_van_een_echt_persoon(toegang, zaak, leeg):
    proef = toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen", "--proef")
    assert proef.code == 0, proef.fout
    assert not (leeg / "oefen").exists()
    assert not (leeg / "sleutels" / "oefen.sleutel").exists()
    uitkomst = toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen", "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert uitkomst.json["rijen"]["zaken"] == 1
    _bewijs(leeg, "zwolle", "oefen")
    sleutels = [(leeg / "sleutels" / f"{naam}.sleutel").read_bytes() for naam in ("zwolle", "oefen")]
    assert sleutels[0] != sleutels[1]
    with Register(leeg).opslag("oefen", Klok(DAG).nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        assert controleer_logboek(werk).in_orde
        (nummer,) = [item.id for item in werk.zaken.zoek()]
    assert toegang("zaak", "toon", nummer, "-g", "oefen", "--json").json["zaak"] == nummer
    nogmaals = toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen")
    assert nogmaals.code == 5
    # a new zaak in the clone gets a number that is free
    assert toegang("gemeente", "kloon", "oefen", "--anoniem", "--naar", "nog-een").code == 0


def test_een_kloon_gaat_nooit_in_productie(toegang, data, monkeypatch):
    assert toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen").code == 0
    geweigerd = toegang("gemeente", "open", "oefen")
    assert geweigerd.code == 4
    assert "oefenkopie van zwolle" in geweigerd.fout
    register = Register(data)
    with pytest.raises(NietToegestaan, match="oefenkopie"):
        register.zet_stand("oefen", Stand.PRODUCTIE)
    bestand = data / "oefen" / "gemeente.toml"
    regels = [regel for regel in bestand.read_text().splitlines() if "kloon_van" not in regel]
    bestand.write_text("\n".join(regels).replace("PROEF", "PRODUCTIE"))
    with pytest.raises(NietToegestaan, match="oefenkopie"):
        open_gemeente("oefen", register=register, klok=Klok())
    monkeypatch.delenv("TOEGANG_VANDAAG")
    for woorden in (("zaak", "lijst", "-g", "oefen"), ("gemeente", "open", "oefen")):
        uitkomst = toegang(*woorden)
        assert uitkomst.code == 4
        assert "oefenkopie" in uitkomst.fout


def test_wat_een_kloon_weigert(toegang, data):
    zonder = toegang("gemeente", "kloon", "zwolle", "--naar", "oefen")
    assert zonder.code == 2
    assert "--anoniem" in zonder.fout
    assert toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "zwolle").code == 2
    (data / "sleutels" / "oefen.sleutel").write_bytes(b"x" * 32)
    bezet = toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen")
    assert bezet.code == 5
    assert (data / "sleutels" / "oefen.sleutel").read_bytes() == b"x" * 32
    assert not (data / "oefen").exists()


STERF = """
import os, signal, sys
from datetime import date
from pathlib import Path
from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang.tenancy.kloon import kloon
map_, nummer, echt, teller = Path(sys.argv[1]), int(sys.argv[2]), os.fsync, [0]
def fsync(bestand):
    teller[0] += 1
    if teller[0] == nummer:
        os.kill(os.getpid(), signal.SIGKILL)
    echt(bestand)
os.fsync = fsync
kloon(Register(map_), "zwolle", "oefen", frozenset(), Actor(uid=1), Klok(date(2026, 11, 20)).nu)
"""


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, 26))
def test_kill_9_laat_geen_halve_kloon_achter(toegang, zaak, leeg, nummer):
    opdracht = [sys.executable, "-c", STERF, str(leeg), str(nummer)]
    code = subprocess.run(opdracht, capture_output=True, timeout=60, check=False).returncode
    assert code in (0, -signal.SIGKILL)
    er_is = (leeg / "oefen").exists()
    assert er_is or code == -signal.SIGKILL
    uitkomst = toegang("gemeente", "kloon", "zwolle", "--anoniem", "--naar", "oefen")
    assert uitkomst.code == (5 if er_is else 0), uitkomst.fout
    assert toegang("doctor", "-g", "oefen").code == 0
    assert [pad.name for pad in (leeg / ".herstel").iterdir()] == []


@pytest.mark.lang
@pytest.mark.parametrize("naam", ["zwolle", "beekdaelen"])
def test_een_kloon_van_een_gemeente_die_al_werkt(leeg, toegang, naam):
    doe_gemeente(Opdracht(naam, leeg, 8, None, (0, 1)), lambda *_: None)
    uitkomst = toegang("gemeente", "kloon", naam, "--anoniem", "--naar", "oefen", "--json")
    assert uitkomst.code == 0, uitkomst.fout
    assert uitkomst.json["rijen"]["besluiten"] > 0
    assert "brieven" not in uitkomst.json["rijen"]
    _bewijs(leeg, naam, "oefen")
    assert toegang("werkvoorraad", "-g", "oefen").code == 0
    assert toegang("termijn", "lijst", "-g", "oefen").code == 0
