"""Letters beside the usual way of a municipality: docxtpl fills a Word template, LibreOffice makes the PDF.

Needs docxtpl and LibreOffice Writer, which the product does not; without them the rows say what is missing. Two ways:

* LibreOffice started for every letter, as an application does that makes a letter when it is asked for. The bar of
  twice as fast is meant for this one: it is how a decision leaves the desk of a consulent, and the way that the two
  have in common (a letter in, a file out, checked before the next).
* LibreOffice started once for all letters, as somebody does who prints a batch. Its start is then spread over them, and
  what is left is its layout in C++ beside ours in Python. That way has no bar: twice as fast was measured once, for an
  engine with patches of private functions, which we do not ship (DESIGN.md, 6). The figure is given all the same.

Its start counts in both. The Word template is plain (no logo, window or house style) and nothing is checked, which is
to the advantage of the other; its file claims PDF/A and PDF/UA and is not valid PDF/A when it claims both.
"""

from __future__ import annotations

import resource
import shutil
import subprocess
import tempfile
from importlib.util import find_spec
from pathlib import Path
from statistics import median
from typing import TYPE_CHECKING

from meting import Regel, als_tijd, keer, rekentijd

from toegang.letters.gegevens import Briefgegevens

if TYPE_CHECKING:
    from brieven import Maker

GRENS = "≥ 2 x"
LOS = 5
_UITVOER = (
    '{"SelectPdfVersion":{"type":"long","value":"3"},"UseTaggedPDF":{"type":"boolean","value":"true"},'
    '"PDFUACompliance":{"type":"boolean","value":"true"}}'
)
NAAM = "hele brief naast docxtpl en LibreOffice"


def meet(maker: Maker, brieven: list[Briefgegevens]) -> list[Regel]:
    """Measure the same letters in both ways; CPU of the processes started counts.

    Args:
        maker: makes ours.
        brieven: the letters.
    """
    soffice = shutil.which("soffice") or shutil.which("libreoffice")
    if soffice is None or find_spec("docxtpl") is None:
        ontbreekt = "LibreOffice Writer" if soffice is None else "docxtpl"
        return [Regel(f"{NAAM}, per brief", "0 gemeten", f"overgeslagen: {ontbreekt} is er niet", "", GRENS)]
    maker.heel(brieven[:2])
    los, samen = brieven[:LOS], brieven
    per_brief = [(_ons(maker, [brief]), _office(soffice, maker, [brief])) for brief in los]
    per_batch = _ons(maker, samen) / len(samen), _office(soffice, maker, samen) / len(samen)
    een = median(ons for ons, _ in per_brief), median(ander for _, ander in per_brief)
    return [_regel("per brief", een, GRENS), _regel(f"{len(samen)} tegelijk", per_batch, "")]


def _regel(hoe: str, tijden: tuple[float, float], grens: str) -> Regel:
    ons, office = tijden
    return Regel(f"{NAAM}, {hoe}", als_tijd(ons), als_tijd(office), keer(office / ons), grens)


def _ons(maker: Maker, brieven: list[Briefgegevens]) -> float:
    return rekentijd(lambda: maker.heel(brieven))


def _office(soffice: str, maker: Maker, brieven: list[Briefgegevens]) -> float:
    """Return the CPU seconds of filling and converting all letters."""
    with tempfile.TemporaryDirectory() as naam:
        map_ = Path(naam)
        sjabloon = _sjabloon(map_ / "sjabloon.docx")
        kinderen = resource.getrusage(resource.RUSAGE_CHILDREN)
        vullen = rekentijd(lambda: _vul(sjabloon, map_, maker, brieven))
        subprocess.run(
            [
                soffice,
                f"-env:UserInstallation=file://{map_}/profiel",
                *("--headless", "--convert-to", f"pdf:writer_pdf_Export:{_UITVOER}"),
                *("--outdir", str(map_)),
                *(str(pad) for pad in sorted(map_.glob("brief-*.docx"))),
            ],
            check=True,
            capture_output=True,
        )
        na = resource.getrusage(resource.RUSAGE_CHILDREN)
        gemaakt = len(list(map_.glob("brief-*.pdf")))
        if gemaakt != len(brieven):
            raise RuntimeError(f"LibreOffice maakte {gemaakt} van de {len(brieven)} brieven")
        return vullen + na.ru_utime + na.ru_stime - kinderen.ru_utime - kinderen.ru_stime


def _sjabloon(pad: Path) -> Path:
    """Write a Word template with the same parts: address, reference, table, headings, paragraphs."""
    from docx import Document

    document = Document()
    for regel in ("{{ adres }}", "{{ kenmerk }}"):
        document.add_paragraph(regel)
    document.add_heading("{{ onderwerp }}", level=1)
    tabel = document.add_table(rows=5, cols=2)
    for rij in tabel.rows:
        rij.cells[0].text, rij.cells[1].text = "{{ kenmerk }}", "{{ adres }}"
    document.add_paragraph("{%p for regel in regels %}")
    document.add_paragraph("{{ regel }}")
    document.add_paragraph("{%p endfor %}")
    document.save(str(pad))
    return pad


def _vul(sjabloon: Path, map_: Path, maker: Maker, brieven: list[Briefgegevens]) -> None:
    from docxtpl import DocxTemplate

    from toegang.letters.woordenschat import lees

    op = maker.opstelling
    for nummer, gegevens in enumerate(brieven):
        document = DocxTemplate(str(sjabloon))
        inhoud = lees(op.sjablonen.html(gegevens.sjabloon, gegevens), gegevens.sjabloon)
        document.render(
            {
                "adres": ", ".join(gegevens.geadresseerde.adresregels),
                "kenmerk": gegevens.kenmerk,
                "onderwerp": gegevens.onderwerp,
                "regels": inhoud.tekst.splitlines(),
            },
            autoescape=True,
        )
        document.save(str(map_ / f"brief-{nummer:03}.docx"))
