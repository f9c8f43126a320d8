"""``toegang waarom`` answers years later, when the plugin that decided is no longer installed."""

from __future__ import annotations

import os
import subprocess
import sys
import sysconfig
from datetime import date
from pathlib import Path

import pytest

from toegang.environment import Klok
from toegang.lifecycle.intake import neem_in
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

WORTEL = Path(__file__).parents[2]
LEDEN = ("core", "cli", "templates/beschikkingen", "plugins/schagen", "plugins/beekdaelen", "plugins/zwolle")
VANDAAG = date(2026, 11, 20)


def _paden(tmp_path: Path, weg: str) -> str:
    """Make a search path on which one distribution is not installed: neither its code nor its metadata."""
    site = tmp_path / "site"
    site.mkdir(exist_ok=True)
    for pad in Path(sysconfig.get_paths()["purelib"]).iterdir():
        doel = site / pad.name
        if pad.suffix != ".pth" and not (weg and pad.name.startswith(f"toegang_{weg}")) and not doel.exists():
            doel.symlink_to(pad)
    leden = [str(WORTEL / lid) for lid in LEDEN if not (weg and lid.endswith(weg))]
    return os.pathsep.join([*leden, str(site)])


def _toegang(tmp_path: Path, weg: str, *woorden: str) -> subprocess.CompletedProcess[str]:
    omgeving = {
        "PATH": os.environ["PATH"],
        "HOME": str(tmp_path),
        "PYTHONPATH": _paden(tmp_path / (weg or "alles"), weg),
        "TOEGANG_DATA": str(tmp_path / "data"),
        "TOEGANG_VANDAAG": VANDAAG.isoformat(),
        "NO_COLOR": "1",
    }
    (tmp_path / (weg or "alles")).mkdir(exist_ok=True)
    # -S: no .pth files, so only what is named above can be imported
    opdracht = [sys.executable, "-S", "-m", "toegang_cli", *woorden]
    return subprocess.run(opdracht, env=omgeving, capture_output=True, text=True, check=False)


@pytest.mark.lang
def test_waarom_is_gelijk_met_en_zonder_plugin(tmp_path):
    (tmp_path / "alles").mkdir()
    (tmp_path / "zwolle").mkdir()
    with richt_in("zwolle", Register(tmp_path / "data"), Klok(VANDAAG)) as gemeente:
        inzending = uit_scenarios("zwolle", gemeente.omgeving.organisatie, VANDAAG, 2)[1]
        (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken
        loop_door(gemeente, zaak_id, inzending.scenario)

    met = _toegang(tmp_path, "", "waarom", zaak_id, "-g", "zwolle")
    assert met.returncode == 0, met.stderr
    assert "toegang/wijkteams 0.1.0" in met.stdout, "answered by the model that the plugin chose"
    assert "zwolle" in _toegang(tmp_path, "", "plugin", "lijst").stdout

    assert "toegang-zwolle" not in _toegang(tmp_path, "zwolle", "plugin", "lijst").stdout
    zonder = _toegang(tmp_path, "zwolle", "waarom", zaak_id, "-g", "zwolle")
    assert zonder.returncode == 0, zonder.stderr
    assert zonder.stdout == met.stdout

    # the same command for work that does need the plugin says which one is missing
    stap = _toegang(tmp_path, "zwolle", "zaak", "team", zaak_id, "-g", "zwolle")
    assert stap.returncode == 1
    assert "geen plugin" in stap.stderr
