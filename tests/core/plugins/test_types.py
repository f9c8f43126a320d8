"""A plugin class inherits the specification, so a type checker finds a wrong signature."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
GOED = """from toegang import Contact, Gemeentebeeld, Gemeenteplugin, Intake, Melding, hookimpl


class Proef(Gemeenteplugin):
    @hookimpl
    def route_intake(
        self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld
    ) -> Intake | None:
        return None
"""


MYPY = (sys.executable, "-m", "mypy", "--strict", "--cache-dir", "cache")
PYRIGHT = ("basedpyright", "--pythonpath", sys.executable, "--level", "error")


@pytest.mark.lang
@pytest.mark.parametrize(("controle", "naam"), [(MYPY, "[override]"), (PYRIGHT, "reportIncompatibleMethodOverride")])
def test_een_typecontrole_ziet_een_verkeerde_ondertekening(tmp_path, controle, naam):
    if shutil.which(controle[0]) is None:
        pytest.skip(f"{controle[0]} staat niet op deze machine: pip install {controle[0]}")
    (tmp_path / "goed.py").write_text(GOED)
    (tmp_path / "fout.py").write_text(
        GOED.replace("-> Intake | None", "-> str | None").replace("class Proef", "class Fout")
    )
    klaar = subprocess.run([*controle, "goed.py", "fout.py"], cwd=tmp_path, capture_output=True, text=True, check=False)
    fouten = [regel.strip() for regel in klaar.stdout.splitlines() if "error:" in regel]
    assert len(fouten) == 1, klaar.stdout
    assert "fout.py:" in fouten[0]
    assert naam in klaar.stdout


def test_elk_lid_geeft_zijn_typen_door():
    pakketten = [pad.parent for pad in ROOT.glob("*/*/__init__.py") if pad.parts[-3] in ("core", "cli")]
    pakketten += [pad.parent for pad in ROOT.glob("*/*/toegang_*/__init__.py")]
    assert len(pakketten) >= 7
    assert [str(pad) for pad in pakketten if not (pad / "py.typed").is_file()] == []
