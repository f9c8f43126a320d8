"""The reference pages come out of the code, and a page that drifts is found."""

import subprocess
import sys

import pytest

from toegang.domain.levensloop import Stap
from toegang.domain.regelboek import regelboek
from toegang.errors import Afsluitcode
from toegang.guards.register import REGELS
from toegang.hookspecs import BESLISHAKEN
from toegang_cli.docs.__main__ import PAGINAS, main
from toegang_cli.docs.commandos import alle_opdrachten
from toegang_cli.main import opdrachtboom


@pytest.fixture
def map_(tmp_path, capsys):
    assert main(["--schrijf", "--map", str(tmp_path / "naslag")]) == 0
    capsys.readouterr()
    return tmp_path / "naslag"


def test_schrijven_en_controleren(map_, capsys):
    assert all((map_ / naam).is_file() for naam in PAGINAS)
    assert {pad.name for pad in map_.iterdir()} == {naam for naam in PAGINAS if "/" not in naam}
    assert main(["--controleer", "--map", str(map_)]) == 0
    assert main(["--schrijf", "--map", str(map_)]) == 0
    assert capsys.readouterr().out == ""


def test_een_pagina_die_afwijkt_wordt_genoemd(map_, capsys):
    (map_ / "regels.md").write_text("anders")
    (map_ / "../haken.md").unlink()
    assert main(["--controleer", "--map", str(map_)]) == 1
    gezien = capsys.readouterr().out
    assert f"{map_ / 'regels.md'} klopt niet meer met de code" in gezien
    assert "haken.md" in gezien
    assert "commandos.md" not in gezien


def test_elke_opdracht_code_hook_stap_en_regel_staat_erin(map_):
    commandos = (map_ / "commandos.md").read_text()
    assert [naam for naam, _ in alle_opdrachten(opdrachtboom(), "toegang") if f"# {naam}\n" not in commandos] == []
    assert all(f"| {code.value} |" in (map_ / "afsluitcodes.md").read_text() for code in Afsluitcode)
    assert "| 130 |" in (map_ / "afsluitcodes.md").read_text()
    assert all(f"## {hook}\n" in (map_ / "../haken.md").read_text() for hook in BESLISHAKEN)
    assert all(f"| {stap} |" in (map_ / "levensloop.md").read_text() for stap in Stap)
    assert all(f"| {regel} |" in (map_ / "regels.md").read_text() for regel, _ in REGELS)
    boek = (map_ / "../regels.md").read_text()
    assert all(f"| {regel} |" in boek for regel in regelboek())


@pytest.mark.lang
def test_elke_keer_hetzelfde(tmp_path):
    uitvoer = set()
    for zaad in ("1", "2"):
        map_ = tmp_path / zaad
        opdracht = [sys.executable, "-m", "toegang_cli.docs", "--schrijf", "--map", str(map_)]
        subprocess.run(opdracht, check=True, capture_output=True, env={"PYTHONHASHSEED": zaad, "PATH": "/usr/bin"})
        uitvoer.add("".join(pad.read_text() for pad in sorted(map_.iterdir())))
    assert len(uitvoer) == 1
    assert str(tmp_path) not in uitvoer.pop()
