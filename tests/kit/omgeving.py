"""A fresh environment with released wheels, and nothing of this checkout in it."""

import importlib.util
import os
import subprocess
import sys
import sysconfig
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LEDEN = ("core", "cli", "templates/beschikkingen", "plugins/schagen", "plugins/zwolle")


def bouw(map_: Path, doel: Path) -> Path:
    """Build the wheel of a distribution."""
    opdracht = [sys.executable, "-m", "hatchling", "build", "-t", "wheel", "-d", str(doel)]
    voor = set(doel.glob("*.whl")) if doel.exists() else set()
    subprocess.run(opdracht, cwd=map_, check=True, capture_output=True, text=True)
    (wheel,) = set(doel.glob("*.whl")) - voor
    return wheel


class Omgeving:
    """A virtual environment that shares only the third-party packages with ours; pip installs the rest from wheels."""

    def __init__(self, map_: Path) -> None:
        if importlib.util.find_spec("ensurepip") is None:
            pytest.skip("deze Python kan geen omgeving met pip maken (ensurepip ontbreekt)")
        self.map = map_
        subprocess.run([sys.executable, "-m", "venv", str(map_ / "env")], check=True)
        self.python = map_ / "env" / "bin" / "python"
        versie = f"python{sys.version_info.major}.{sys.version_info.minor}"
        derden = map_ / "derden"
        derden.mkdir()
        for pad in Path(sysconfig.get_path("purelib")).iterdir():
            if not pad.name.startswith(("toegang", "_editable", "__")) and pad.suffix != ".pth":
                (derden / pad.name).symlink_to(pad)
        (map_ / "env" / "lib" / versie / "site-packages" / "derden.pth").write_text(f"{derden}\n")

    def installeer(self, *wat: str) -> None:
        """Install by name from our wheels, with what they ask for; nothing comes from elsewhere."""
        bron = ("--no-index", "--find-links", str(self.map / "wheels"))
        self._pip("install", "--no-compile", "--force-reinstall", "--no-deps", *bron, *wat)
        self._pip("check")

    def verwijder(self, naam: str) -> None:
        """Remove a distribution."""
        self._pip("uninstall", "--yes", naam)

    def _pip(self, *woorden: str) -> None:
        klaar = self.draai("-m", "pip", "--disable-pip-version-check", *woorden)
        assert klaar.returncode == 0, klaar.stdout + klaar.stderr

    def draai(self, *woorden: str, cwd: Path | None = None, **variabelen: str) -> subprocess.CompletedProcess[str]:
        """Run Python of this environment, in an environment without ours."""
        vast = {"PATH": os.environ["PATH"], "HOME": str(self.map), "LANG": "C.UTF-8", "TZ": "Europe/Amsterdam"}
        gegevens = {"TOEGANG_DATA": str(self.map / "data"), "TOEGANG_VANDAAG": "2026-11-20", "NO_COLOR": "1"}
        return subprocess.run(
            [str(self.python), *woorden],
            cwd=cwd or self.map,
            env={**vast, **gegevens, **variabelen},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            timeout=400,
            check=False,
        )

    def toegang(self, *woorden: str, code: int = 0, cwd: Path | None = None, **variabelen: str) -> str:
        """Run the command, and return what it printed."""
        klaar = self.draai("-m", "toegang_cli", *woorden, cwd=cwd, **variabelen)
        assert klaar.returncode == code, (woorden, klaar.returncode, klaar.stdout, klaar.stderr)
        return klaar.stdout + klaar.stderr
