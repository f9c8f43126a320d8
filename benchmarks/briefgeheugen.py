"""What a letter leaves behind: memory of a worker between two letters, and the size of a file."""

from __future__ import annotations

import gc
import subprocess
import sys
from itertools import islice
from pathlib import Path
from statistics import median

from meting import Regel

from toegang.letters.pool import VERVERS_NA

GRENS_KB = 30
GRENS_BESTAND_KB = 60
_PAGINA_KB = 4


def meet(van: int, tot: int) -> list[Regel]:
    """Measure one worker, in a process of its own.

    Args:
        van: letters before the first reading; until then caches fill.
        tot: letters before the last one.
    """
    opdracht = [sys.executable, __file__, str(van), str(tot)]
    kind = subprocess.run(opdracht, capture_output=True, text=True, check=True, cwd=Path(__file__).parent)
    groei, einde, midden, grootste = (float(deel) for deel in kind.stdout.split())
    verder = einde + max(0.0, groei) * max(0, VERVERS_NA - tot)
    return [
        Regel(f"geheugen per brief, brief {van} tot {tot}", f"{groei:.1f} kB", "", "", f"≤ {GRENS_KB} kB"),
        Regel("een werker, als de pool hem vervangt", f"{verder / 1000:.0f} MB na {VERVERS_NA} brieven"),
        Regel("bestand, midden en grootste", f"{midden:.0f} kB", f"{grootste:.0f} kB", "", f"≤ {GRENS_BESTAND_KB} kB"),
    ]


def _in_gebruik() -> float:
    """Return the memory in use in kB: whole letters come and go, so what is still there after a collection."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * _PAGINA_KB


def _werker(van: int, tot: int) -> None:
    """Do as a worker of the pool does, and print growth per letter and sizes in kB."""
    from brieven import TIJDSTIP, opstelling, voorbeeldbrieven

    from toegang.letters.maken import maak_brief
    from toegang.letters.weasy import WeasyRenderer
    from toegang.letters.werker import OPRUIMEN_NA, zelden_opruimen

    op, renderer = opstelling(), WeasyRenderer()
    renderer.software()
    zelden_opruimen()
    groottes: list[int] = []
    begin = 0.0
    for nummer, gegevens in enumerate(islice(voorbeeldbrieven(op), tot), start=1):
        brief = maak_brief(gegevens, op.sjablonen, op.huisstijl, op.logo, renderer, TIJDSTIP)
        groottes.append(len(brief.pdf))
        if nummer % OPRUIMEN_NA == 0:
            gc.collect()
        if nummer == van:
            begin = _in_gebruik()
    einde = _in_gebruik()
    groei = (einde - begin) / (tot - van)
    sys.stdout.write(f"{groei} {einde} {median(groottes) / 1000} {max(groottes) / 1000}\n")


if __name__ == "__main__":
    _werker(int(sys.argv[1]), int(sys.argv[2]))
