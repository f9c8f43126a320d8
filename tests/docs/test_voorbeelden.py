"""Every marked example in the documentation works as it stands there."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from bladzijden import Blok, bladzijden, blokken

VANDAAG = "2026-11-22"
_BEWAAR = "trap 'code=$?; export -p >\"$STAND\"; exit $code' EXIT\n"


def met_voorbeelden(lang):
    return [naam for naam in bladzijden() if any(blok.is_voorbeeld and blok.is_lang is lang for blok in blokken(naam))]


@pytest.mark.parametrize("bladzijde", met_voorbeelden(lang=False))
def test_voorbeelden(bladzijde, tmp_path):
    toets_bladzijde(bladzijde, [blok for blok in blokken(bladzijde) if not blok.is_lang], tmp_path)


@pytest.mark.lang
@pytest.mark.parametrize("bladzijde", met_voorbeelden(lang=True))
def test_ook_de_lange_voorbeelden(bladzijde, tmp_path):
    toets_bladzijde(bladzijde, blokken(bladzijde), tmp_path)


def test_er_zijn_voorbeelden_voor_elke_rol():
    paginas = {*met_voorbeelden(lang=False), *met_voorbeelden(lang=True)}
    rollen = {f"docs/handleiding/{rol}.md" for rol in ("beheer", "administratie", "consulent")}
    assert paginas >= {"README.md", "docs/ontwikkelaars/plugin-schrijven.md", *rollen}


def toets_bladzijde(bladzijde: str, deel: list[Blok], map_: Path) -> None:
    """Do what the page says, block by block, in an empty folder."""
    laatste = ""
    for blok in deel:
        if bestand := blok.waarde("bestand"):
            (map_ / bestand).parent.mkdir(parents=True, exist_ok=True)
            (map_ / bestand).write_text(blok.tekst, encoding="utf-8")
        elif blok.is_voorbeeld:
            laatste = draai(bladzijde, blok, map_)
        elif "uitvoer" in blok.woorden:
            gezien = [zonder_witruimte(regel) for regel in laatste.splitlines()]
            for regel in filter(None, map(zonder_witruimte, blok.tekst.splitlines())):
                assert any(regel in deel for deel in gezien), f"{bladzijde}:{blok.regel}: {regel!r} niet in\n{laatste}"


def draai(bladzijde: str, blok: Blok, map_: Path) -> str:
    """Run one block in a shell; variables that it exports hold for the blocks after it."""
    stand = map_ / ".stand"
    begin = f'. "{stand}"\n' if stand.exists() else ""
    klaar = subprocess.run(
        ["sh", "-eu", "-c", f"{begin}{_BEWAAR}{blok.tekst}"],
        cwd=map_,
        env=omgeving(map_, stand),
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=300,
        check=False,
    )
    assert klaar.returncode == blok.code, f"{bladzijde}:{blok.regel}: code {klaar.returncode}\n{klaar.stdout}"
    return klaar.stdout


def omgeving(map_: Path, stand: Path) -> dict[str, str]:
    """Return the environment of a reader who has just begun, with our command in PATH."""
    pad = os.pathsep.join((str(Path(sys.executable).parent), os.environ["PATH"]))
    vast = {"LANG": "C.UTF-8", "TZ": "Europe/Amsterdam", "COLUMNS": "100", "NO_COLOR": "1", "TOEGANG_VANDAAG": VANDAAG}
    return {**vast, "PATH": pad, "HOME": str(map_), "TOEGANG_DATA": str(map_ / "gegevens"), "STAND": str(stand)}


def zonder_witruimte(regel: str) -> str:
    return " ".join(regel.split())
