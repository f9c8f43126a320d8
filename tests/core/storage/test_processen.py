"""Several processes at once, and processes that die."""

import os
import signal
import sqlite3
import subprocess
import sys
import textwrap
from types import SimpleNamespace

import pytest

from toegang.storage import Actor, Gemeenteopslag, controleer_logboek

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""

BEGIN = """
import sys, os, time
from datetime import UTC, date, datetime
from pathlib import Path
from toegang.domain.huishouden import Dossier
from toegang.storage import Actor, Gemeenteopslag
def klok():
    return datetime(2026, 11, 22, tzinfo=UTC)
opslag = Gemeenteopslag.open(Path(sys.argv[1]), Path(sys.argv[2]), "zwolle", klok)
"""
TELLEN = """
for _ in range(int(sys.argv[3])):
    with opslag.werk(Actor(uid=int(sys.argv[4]))) as werk:
        stand = int(werk.kenmerken.get("stand", "0"))
        nummer = werk.zaken.nieuw_nummer(2026)
        werk.kenmerken["stand"] = str(stand + 1)
        werk.log("tellen", zaak=nummer)
        werk.commit()
opslag.sluit()
"""
HALVERWEGE = """
with opslag.werk(Actor(uid=1)) as werk:
    werk.log("bewaard")
    werk.commit()
    for nummer in range(2000):
        werk.dossiers.nieuw(Dossier(id=f"D-{nummer}", aangemaakt_op=date(2026, 1, 1)))
    werk.log("nooit bewaard")
    print("halverwege", flush=True)
    time.sleep(60)
"""


def _start(code: str, paden: SimpleNamespace, *argumenten: str) -> "subprocess.Popen[str]":
    opdracht = [sys.executable, "-c", BEGIN + textwrap.dedent(code), str(paden.database), str(paden.sleutel)]
    return subprocess.Popen([*opdracht, *argumenten], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


@pytest.mark.parametrize(
    ("processen", "keer"), [(3, 10), pytest.param(4, 100, marks=pytest.mark.lang)], ids=["kort", "lang"]
)
def test_gelijktijdig_lezen_en_schrijven_verliest_niets(
    opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace, processen: int, keer: int
) -> None:
    gestart = [_start(TELLEN, paden, str(keer), str(nummer)) for nummer in range(processen)]
    for proces in gestart:
        _, fouten = proces.communicate(timeout=300)
        assert proces.returncode == 0, fouten
    with opslag.werk(actor) as werk:
        regels = werk.logboek.regels(actie="tellen")
        assert werk.kenmerken["stand"] == str(processen * keer)
        assert [regel.zaak for regel in regels] == [f"Z2026-{n:06d}" for n in range(1, processen * keer + 1)]
        assert {regel.uid for regel in regels} == set(range(processen))
        rapport = controleer_logboek(werk)
    assert rapport.fouten == ()
    assert rapport.kop == rapport.aantal


def test_kill_9_midden_in_een_transactie_laat_niets_achter(
    opslag: Gemeenteopslag, actor: Actor, paden: SimpleNamespace
) -> None:
    proces = _start(HALVERWEGE, paden)
    assert proces.stdout is not None
    assert proces.stdout.readline() == "halverwege\n", proces.stderr and proces.stderr.read()
    os.kill(proces.pid, signal.SIGKILL)
    proces.communicate(timeout=30)
    with opslag.werk(actor) as werk:
        assert werk.dossiers.zoek() == ()
        assert [regel.actie for regel in werk.logboek.regels()] == ["bewaard"]
        assert controleer_logboek(werk).in_orde
        werk.log("verder")
        werk.commit()
    if paden.database.suffix == ".sqlite3":
        with sqlite3.connect(paden.database) as rauw:
            assert rauw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        rauw.close()
