"""Make the pictures of README and docs: ``make beelden``.

Runs the demo in a temporary folder, turns one letter per gemeente into a picture with pdftoppm (Debian:
poppler-utils), and draws the first lines of the summary as a terminal shows them.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

HIER = Path(__file__).parent
KIEZEN = {
    "schagen": "Besluit op uw aanvraag: rolstoel",
    "beekdaelen": "Besluit op uw aanvraag: traplift",
    "zwolle": "Uw ondersteuningsplan",
    "doetinchem": "Besluit op uw aanvraag: hulp bij het huishouden",
}
REGELS = 52


def main() -> None:
    """Make both pictures."""
    if shutil.which("pdftoppm") is None:
        sys.exit("pdftoppm ontbreekt; installeer poppler-utils")
    with tempfile.TemporaryDirectory() as tijdelijk:
        map_ = Path(tijdelijk)
        omgeving = {**os.environ, "NO_COLOR": "1", "TOEGANG_VANDAAG": "2026-11-23"}
        opdracht = [sys.executable, "-m", "toegang_cli", "demo", "--map", str(map_ / "demo")]
        tekst = subprocess.run(opdracht, cwd=map_, env=omgeving, capture_output=True, text=True, check=True).stdout
        brieven = [_eerste_blad(map_ / "demo" / naam / "brieven", woord) for naam, woord in KIEZEN.items()]
        _naast_elkaar(brieven, HIER / "brieven.png")
    _terminal(["$ make demo", *tekst.splitlines()[1:REGELS]], HIER / "terminal.png")


def _eerste_blad(map_: Path, woord: str) -> Image.Image:
    for pdf in sorted(map_.glob("*.pdf")):
        tekst = subprocess.run(["pdftotext", "-l", "1", pdf, "-"], capture_output=True, text=True, check=True).stdout
        if any(regel.startswith(woord) for regel in tekst.splitlines()):
            subprocess.run(
                ["pdftoppm", "-r", "80", "-l", "1", "-singlefile", "-png", pdf, pdf.with_suffix("")], check=True
            )
            return Image.open(pdf.with_suffix(".png")).convert("RGB")
    sys.exit(f"geen brief gevonden die begint met: {woord}")


def _naast_elkaar(bladen: list[Image.Image], doel: Path) -> None:
    rand = 14
    breed, hoog = bladen[0].size
    vel = Image.new("RGB", (2 * (breed + rand) + rand, 2 * (hoog + rand) + rand), "#d9dde1")
    for nummer, blad in enumerate(bladen):
        plek = (rand + (nummer % 2) * (breed + rand), rand + (nummer // 2) * (hoog + rand))
        vel.paste(blad, plek)
    vel.quantize(128).save(doel, optimize=True)


def _terminal(regels: list[str], doel: Path) -> None:
    letter = ImageFont.truetype("DejaVuSansMono.ttf", 15)
    regelhoogte, rand = 20, 16
    beeld = Image.new("RGB", (82 * 9 + 2 * rand, len(regels) * regelhoogte + 2 * rand), "#1b1f24")
    teken = ImageDraw.Draw(beeld)
    for nummer, regel in enumerate(regels):
        teken.text((rand, rand + nummer * regelhoogte), regel, font=letter, fill="#e6e6e6")
    beeld.quantize(32).save(doel, optimize=True)


if __name__ == "__main__":
    main()
