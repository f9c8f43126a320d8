"""Discovery with 350 installed gemeenten: listing them, and opening one, beside only reading the metadata."""

from __future__ import annotations

import importlib
import os
import resource
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from importlib import metadata
from pathlib import Path

from meting import Regel, als_tijd, keer, om_beurten, rekentijd

from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import _lees as ontdekking_cache
from toegang.plugins.ontdekking import zoek

GEMEENTE = "schagen"
OPDRACHT = (str(Path(sys.executable).parent / "toegang"), "plugin", "lijst", "--json")


def meet(rondes: int, aantal: int = 350) -> list[Regel]:
    """Measure with many gemeenten installed and with those of the workspace.

    Args:
        rondes: number of turns.
        aantal: how many are generated.
    """
    with tempfile.TemporaryDirectory(prefix="toegang-bench-") as map_:
        _maak(Path(map_), aantal)
        return [*_openen(Path(map_), rondes, aantal), _lijst(Path(map_), rondes, aantal)]


def _openen(map_: Path, rondes: int, aantal: int) -> list[Regel]:
    def open_een() -> None:
        ontdekking_cache.cache_clear()  # a command reads the metadata once
        inschrijving = zoek(GEMEENTE)
        plugin = laad_plugin(inschrijving)
        maak_bord(GEMEENTE, plugin, inschrijving, plugin.organisatie({}))

    def metadata_lezen() -> None:
        tuple(metadata.entry_points(group=GROEP_GEMEENTEN))
        metadata.version("toegang")

    def veel(doe: Callable[[], None]) -> float:
        with _geinstalleerd(map_):
            return rekentijd(doe)

    open_een()
    veel_weinig = om_beurten(lambda: veel(open_een), lambda: rekentijd(open_een), rondes)
    erboven = om_beurten(
        lambda: veel(open_een) - veel(metadata_lezen), lambda: rekentijd(open_een) - rekentijd(metadata_lezen), rondes
    )
    return [
        Regel(
            f"een gemeente openen, {aantal} geïnstalleerd",
            als_tijd(veel_weinig[0]),
            f"{als_tijd(veel_weinig[1])} (alleen onze eigen)",
            keer(veel_weinig[2]),
        ),
        Regel(
            "waarvan boven het lezen van metadata",
            als_tijd(max(erboven[0], 0.0)),
            f"{als_tijd(max(erboven[1], 0.0))} (alleen onze eigen)",
            keer(erboven[0] / erboven[1]),
        ),
    ]


def _lijst(map_: Path, rondes: int, aantal: int) -> Regel:
    def draai(*extra: str) -> float:
        voor = resource.getrusage(resource.RUSAGE_CHILDREN)
        pad = os.pathsep.join(extra)
        subprocess.run(OPDRACHT, check=True, stdout=subprocess.DEVNULL, env={**os.environ, "PYTHONPATH": pad})
        na = resource.getrusage(resource.RUSAGE_CHILDREN)
        return na.ru_utime - voor.ru_utime + na.ru_stime - voor.ru_stime

    draai(str(map_)), draai()
    ons, ander, verhouding = om_beurten(lambda: draai(str(map_)), draai, rondes)
    wat = f"toegang plugin lijst, {aantal} geïnstalleerd, rekentijd"
    return Regel(wat, als_tijd(ons), f"{als_tijd(ander)} (alleen onze eigen)", keer(verhouding))


@contextmanager
def _geinstalleerd(map_: Path) -> Iterator[None]:
    sys.path.insert(0, str(map_))
    importlib.invalidate_caches()
    try:
        yield
    finally:
        sys.path.remove(str(map_))
        importlib.invalidate_caches()


def _maak(map_: Path, aantal: int) -> None:
    for nummer in range(aantal):
        info = map_ / f"toegang_proef{nummer:03}-0.1.0.dist-info"
        info.mkdir()
        naam = f"Metadata-Version: 2.1\nName: toegang-proef{nummer:03}\nVersion: 0.1.0\n"
        (info / "METADATA").write_text(naam, encoding="utf-8")
        punt = f"[{GROEP_GEMEENTEN}]\nproef{nummer:03} = toegang_proef{nummer:03}:plugin\n"
        (info / "entry_points.txt").write_text(punt, encoding="utf-8")
