"""The benchmarks run and fill in every row; no time is judged here."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

RUN = Path(__file__).parents[2] / "benchmarks" / "run.py"
UITSLAG = RUN.with_name("uitslag.md")
RIJEN = (
    "toegang --help, wandklok",
    "toegang --help, rekentijd",
    "hookbord van schagen bouwen",
    "route_intake via het bord",
    "een gemeente openen, 20 geïnstalleerd",
    "toegang plugin lijst, 20 geïnstalleerd",
    "zaken per seconde",
    "waarvan rekentijd",
    "waarvan in de vijf hooks",
    "brieven per seconde en kern",
    "met sjabloon en alle controles",
    "twee processen naast één",
    "naast docxtpl en LibreOffice, per brief",
    "geheugen per brief",
    "bestand, midden en grootste",
    "alles behalve het maken van de PDF",
    "controleren, rekentijd per brief",
    "geheugen van een tiende tot het einde",
)


@pytest.mark.lang
def test_alles_wordt_gemeten(tmp_path):
    voor = UITSLAG.stat().st_mtime_ns if UITSLAG.exists() else None
    klaar = subprocess.run(
        [sys.executable, str(RUN), "--klein"], capture_output=True, text=True, timeout=280, check=True, cwd=tmp_path
    )
    for naam in RIJEN:
        rij = next(regel for regel in klaar.stdout.splitlines() if naam in regel)
        assert re.search(r"\d", rij.split("|")[2]), rij
    assert (UITSLAG.stat().st_mtime_ns if UITSLAG.exists() else None) == voor
    assert list(tmp_path.iterdir()) == []
