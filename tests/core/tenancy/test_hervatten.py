"""Onboarding that is killed or fails goes on where it stopped, at every step and every write."""

import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

import pytest

from toegang.errors import Conflict, OpslagFout
from toegang.storage import Actor, schema
from toegang.tenancy import Aansluitopdracht, Register, aansluiten, maak_plan
from toegang.tenancy.stappen import STAPPEN

AANTAL = sum(stap.alleen_op is None for stap in STAPPEN)
"""Steps with the database in a file; test_postgres.py has those on a server."""

Klok = Callable[[], datetime]
Controle = Callable[[], None]


STERF = """
import os, signal, sys
from datetime import UTC, datetime
from pathlib import Path
from toegang.storage import Actor
from toegang.tenancy import Aansluitopdracht, Register, aansluiten
a = sys.modules["toegang.tenancy.aansluiten"]
map_, moment, nummer = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3])
def sterf():
    os.kill(os.getpid(), signal.SIGKILL)
def klok():
    return datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
opdracht = Aansluitopdracht(naam="zwolle", titel="Zwolle", plugin="zwolle", code="0193")
if moment == "schrijven":
    echt, teller = os.fsync, [0]
    def fsync(bestand):
        teller[0] += 1
        if teller[0] == nummer:
            sterf()
        echt(bestand)
    os.fsync = fsync
if moment == "voor":
    stap = [item for item in a.STAPPEN if item.alleen_op is None][nummer - 1]
    dood = stap._replace(doe=lambda werk: sterf())
    a.STAPPEN = tuple(dood if item is stap else item for item in a.STAPPEN)
na = (lambda stap: sterf() if stap.nummer == nummer else None) if moment == "na" else None
aansluiten(Register(map_), opdracht, Actor(uid=1000), klok, na_stap=na)
"""


def _sterf(map_: Path, moment: str, nummer: int) -> int:
    opdracht = [sys.executable, "-c", STERF, str(map_), moment, str(nummer)]
    return subprocess.run(opdracht, capture_output=True, timeout=60, check=False).returncode


@pytest.mark.parametrize("moment", ["voor", "na"])
@pytest.mark.parametrize("nummer", range(1, AANTAL + 1))
def test_kill_9_rond_elke_stap(
    register: Register,
    opdracht: Aansluitopdracht,
    actor: Actor,
    klok: Klok,
    moment: str,
    nummer: int,
    controleer_af: Controle,
) -> None:
    assert _sterf(register.map, moment, nummer) == -signal.SIGKILL
    ingeschreven = nummer > 5 or (nummer == 5 and moment == "na")
    assert [item.naam for item in register.gemeenten()] == (["zwolle"] if ingeschreven else [])
    assert register.onvoltooid() == (() if ingeschreven else ("zwolle",))
    plan = aansluiten(register, opdracht, actor, klok)
    assert plan.hervat == (not (nummer == 6 and moment == "na"))
    controleer_af()


@pytest.mark.lang
@pytest.mark.parametrize("nummer", range(1, 40))
def test_kill_9_bij_elke_keer_dat_er_geschreven_wordt(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, nummer: int, controleer_af: Controle
) -> None:
    code = _sterf(register.map, "schrijven", nummer)
    assert code in (0, -signal.SIGKILL)
    if code == 0:
        assert nummer > 20, "the run writes more often than that"
    aansluiten(register, opdracht, actor, klok)
    controleer_af()


def test_kill_9_tussen_de_database_en_de_kop_van_het_logboek(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok, controleer_af: Controle
) -> None:
    _sterf(register.map, "na", 3)
    register.paden("zwolle").sleutel.with_suffix(".kop").unlink()
    aansluiten(register, opdracht, actor, klok)
    controleer_af()


def test_een_fout_in_een_stap_hervat_daar(
    register: Register,
    opdracht: Aansluitopdracht,
    actor: Actor,
    klok: Klok,
    monkeypatch: pytest.MonkeyPatch,
    controleer_af: Controle,
) -> None:
    def vol(*_: object) -> None:
        raise OpslagFout("De schijf is vol.", vervolg="Maak ruimte.")

    with monkeypatch.context() as kapot:
        kapot.setattr(schema, "maak_aan", vol)
        with pytest.raises(OpslagFout, match="De schijf is vol"):
            aansluiten(register, opdracht, actor, klok)
    sleutel = register.paden("zwolle").sleutel.read_bytes()
    plan = maak_plan(register, opdracht)
    assert plan.hervat
    assert [stap.nummer for stap in plan.stappen if stap.gedaan] == [1, 2]
    with pytest.raises(Conflict, match="eerder begonnen met plugin 'zwolle'"):
        maak_plan(register, opdracht.gewijzigd(plugin="anders"))
    aansluiten(register, opdracht, actor, klok)
    assert register.paden("zwolle").sleutel.read_bytes() == sleutel
    controleer_af()


def test_een_half_aangesloten_gemeente_waarvan_de_sleutel_weg_is(
    register: Register, opdracht: Aansluitopdracht, actor: Actor, klok: Klok
) -> None:
    _sterf(register.map, "na", 3)
    register.paden("zwolle").sleutel.unlink()
    with pytest.raises(OpslagFout, match="sleutel van zwolle is weg"):
        aansluiten(register, opdracht, actor, klok)


def test_een_beschadigd_journaal(register: Register, opdracht: Aansluitopdracht) -> None:
    _sterf(register.map, "na", 2)
    journaal = register.paden("zwolle").journaal
    journaal.write_text("iets = 'anders'\n")
    with pytest.raises(OpslagFout, match="niet het journaal van een aansluiting"):
        maak_plan(register, opdracht)
    journaal.write_text("half\n")
    with pytest.raises(OpslagFout, match="fout in regel 1"):
        maak_plan(register, opdracht)


def test_twee_tegelijk_sluiten_een_keer_aan(
    register: Register, actor: Actor, klok: Klok, controleer_af: Controle
) -> None:
    opdracht = [sys.executable, "-c", STERF, str(register.map), "niet", "0"]
    gestart = [subprocess.Popen(opdracht, stderr=subprocess.PIPE, text=True) for _ in range(2)]
    for proces in gestart:
        _, fouten = proces.communicate(timeout=60)
        assert proces.returncode == 0, fouten
    controleer_af()
    with sqlite3.connect(register.paden("zwolle").database) as rauw:
        assert rauw.execute("SELECT count(*) FROM logboek").fetchone() == (2,)
    rauw.close()
