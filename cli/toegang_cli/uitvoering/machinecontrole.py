"""The checks of the machine: Python, SQLite, what letters need, and the data folder."""

from __future__ import annotations

import os
import platform
import shutil
import sqlite3
import stat
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path

from toegang.domain.ijkpunten import afwijkingen, ijkpunten
from toegang.errors import ToegangFout
from toegang.letters.nativelibs import PACKAGES, RECOMMENDED
from toegang.plugins.hookspoor import SPOOR, STRIKT
from toegang.plugins.ontdekking import python_versie
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.tenancy import Register
from toegang.tenancy.controles import controleer_schrijfbaar
from toegang_cli.uitvoering.controle import Controle, fout, goed, let_op

MIN_PYTHON = (3, 11)
# STRICT tables came with 3.37.
MIN_SQLITE = (3, 37)
MIN_VRIJ = 1024**3
_GEDULD = 60.0
# A missing font or a broken Pango ends the interpreter, so it is tried in another one.
_PROEFBRIEF = """
from toegang.letters.nativelibs import fontconfig_environment, load_native_libraries
load_native_libraries()
fontconfig_environment()
import weasyprint
weasyprint.HTML(string='<p lang="nl">Proefbrief</p>').write_pdf()
"""
_ONTBREEKT = """
from toegang.letters.nativelibs import load_native_libraries, missing_libraries
load_native_libraries()
print(*missing_libraries())
"""


def controleer_machine() -> Iterable[Controle]:
    """Check everything that all gemeenten share."""
    yield _systeem()
    yield _python()
    yield _sqlite()
    yield _brieven()
    yield _deelletters()
    yield _termijnen()
    yield from _ontwikkelstand()
    yield from _datamap()


def _termijnen() -> Controle:
    """Count the fixed points of L-46 again: a wrong last day of bezwaar costs a resident a right."""
    anders = afwijkingen()
    if anders:
        return fout("termijnen", " ".join(anders), "Verstuur geen besluiten en installeer Toegang opnieuw.")
    return goed("termijnen", f"{len(ijkpunten())} ijkpunten van de bezwaartermijn kloppen")


def _ontwikkelstand() -> Iterable[Controle]:
    """Name what is set for a developer: strict mode ends a list at the first broken plugin, the trace fills stderr."""
    if aan := [naam for naam in (SPOOR, STRIKT) if os.environ.get(naam) == "1"]:
        yield let_op(
            "ontwikkelstand", f"{' en '.join(aan)} staat aan", f"Zet uit voor gewoon werk: unset {' '.join(aan)}"
        )


def _systeem() -> Controle:
    systeem = platform.system()
    if systeem == "Linux":
        return goed("systeem", f"Linux {platform.release()}")
    return let_op("systeem", f"{systeem} is niet beproefd", "Gebruik Linux; vanaf Windows via SSH of WSL.")


def _python() -> Controle:
    if tuple(sys.version_info) >= MIN_PYTHON:
        return goed("Python", python_versie())
    return fout("Python", f"{python_versie()} is te oud", "Installeer Python 3.11 of nieuwer en draai ./setup opnieuw.")


def _sqlite() -> Controle:
    if sqlite3.sqlite_version_info >= MIN_SQLITE:
        return goed("SQLite", sqlite3.sqlite_version)
    return fout("SQLite", f"{sqlite3.sqlite_version} is te oud", "Gebruik een Python met SQLite 3.37 of nieuwer.")


def _brieven() -> Controle:
    pakketten = " ".join(PACKAGES)
    try:
        kind = subprocess.run(
            [sys.executable, "-c", _PROEFBRIEF], capture_output=True, timeout=_GEDULD, check=False, text=True
        )
    except subprocess.TimeoutExpired:
        return fout(
            "brieven", f"een proefbrief was na {_GEDULD:.0f} seconden niet klaar", "Kijk of de machine vol zit."
        )
    if kind.returncode == 0:
        return goed("brieven", "een proefbrief lukt, met Pango en de meegeleverde letters")
    return fout(
        "brieven",
        f"een proefbrief lukt niet (code {kind.returncode}): Pango of de letters ontbreken",
        f"Draai ./setup, of typ: sudo apt-get install {pakketten}",
    )


def _deelletters() -> Controle:
    kind = subprocess.run(
        [sys.executable, "-c", _ONTBREEKT], capture_output=True, text=True, check=False, timeout=_GEDULD
    )
    if kind.returncode == 0 and not set(kind.stdout.split()) & set(RECOMMENDED):
        return goed("libharfbuzz-subset", "aanwezig")
    return let_op(
        "libharfbuzz-subset",
        "ontbreekt: brieven maken duurt drie keer zo lang",
        f"Draai ./setup, of typ: sudo apt-get install {PACKAGES[-1]}",
    )


def _datamap() -> Iterable[Controle]:
    register = Register.standaard()
    try:
        weiger_netwerk(register.map)
        controleer_schrijfbaar(register.map)
    except ToegangFout as storing:
        yield fout("gegevens", storing.boodschap, storing.vervolg)
        return
    bestaand = next(deel for deel in (register.map, *register.map.parents) if deel.exists())
    nog = "" if register.map.exists() else " (wordt gemaakt bij de eerste gemeente)"
    yield goed("gegevens", f"{register.map}{nog}")
    if register.map.exists():
        yield from _rechten(register.map)
    vrij = shutil.disk_usage(bestaand).free
    if vrij < MIN_VRIJ:
        yield let_op("schijfruimte", f"{vrij // 1024**2} MB vrij", "Maak ruimte; een batch brieven heeft plaats nodig.")


def _rechten(map_: Path) -> Iterable[Controle]:
    rechten = stat.S_IMODE(map_.stat().st_mode)
    if rechten & 0o077:
        yield fout("rechten", f"anderen kunnen in de map kijken ({rechten:04o})", f"chmod 700 '{map_}'")
    if map_.stat().st_uid != os.geteuid():
        yield let_op("eigenaar", "de map is van een ander account", "Werk als het dienstaccount, via sudo.")
