"""A fresh environment with released wheels, and nothing of this checkout in it."""

import os
import shutil
import subprocess
import sys
import sysconfig
import zipfile
from pathlib import Path

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
    """A virtual environment that shares only the third-party packages with ours."""

    def __init__(self, map_: Path) -> None:
        self.map = map_
        subprocess.run([sys.executable, "-m", "venv", "--without-pip", str(map_ / "env")], check=True)
        self.python = map_ / "env" / "bin" / "python"
        versie = f"python{sys.version_info.major}.{sys.version_info.minor}"
        self.pakketten = map_ / "env" / "lib" / versie / "site-packages"
        derden = map_ / "derden"
        derden.mkdir()
        for pad in Path(sysconfig.get_path("purelib")).iterdir():
            if not pad.name.startswith(("toegang", "_editable", "__")) and pad.suffix != ".pth":
                (derden / pad.name).symlink_to(pad)
        (self.pakketten / "derden.pth").write_text(f"{derden}\n")

    def installeer(self, wheel: Path) -> None:
        """Do what an installer does with a wheel that brings no scripts."""
        with zipfile.ZipFile(wheel) as inhoud:
            inhoud.extractall(self.pakketten)

    def verwijder(self, pakket: str) -> None:
        """Remove a distribution as an installer does."""
        for pad in (self.pakketten / pakket, *self.pakketten.glob(f"{pakket}-*.dist-info")):
            shutil.rmtree(pad)

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
