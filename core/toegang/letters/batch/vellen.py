"""The few sheets of a print run that no resident sees: separators and the manifest. Plain text on A4.

Made without the renderer of letters: a print run of thousands must not wait for them.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

A4 = (595, 842)
_REGELHOOGTE = 14
_RAND = 57
REGELS_PER_BLAD = (A4[1] - 2 * _RAND) // _REGELHOOGTE


def tekstblad(pdf: Any, regels: Sequence[str], *, groot: str = "", letter: int = 10) -> None:
    """Add a page with lines of text.

    Args:
        pdf: a ``pikepdf.Pdf`` that grows.
        regels: lines; more than fit run off the page, so split them with :data:`REGELS_PER_BLAD`.
        groot: a heading in large letters.
        letter: size of the lines, in points; more fit fewer on a page.
    """
    import pikepdf

    stroom = [b"BT"]
    hoogte = A4[1] - _RAND
    if groot:
        hoogte -= 20
        stroom.append(b"/F1 26 Tf 1 0 0 1 %d %d Tm (%s) Tj" % (_RAND, hoogte, _tekst(groot)))
        hoogte -= 30
    stroom.append(b"/F2 %d Tf" % letter)
    for regel in regels:
        stroom.append(b"1 0 0 1 %d %d Tm (%s) Tj" % (_RAND, hoogte, _tekst(regel)))
        hoogte -= _REGELHOOGTE * letter // 10
    stroom.append(b"ET")
    blad = pdf.add_blank_page(page_size=A4)
    blad.Contents = pdf.make_stream(b"\n".join(stroom))
    blad.Resources = pikepdf.Dictionary(Font=_lettertypen())


def _lettertypen() -> Any:
    import pikepdf

    def maak(naam: str) -> Any:
        return pikepdf.Dictionary(
            Type=pikepdf.Name.Font,
            Subtype=pikepdf.Name.Type1,
            BaseFont=pikepdf.Name("/" + naam),
            Encoding=pikepdf.Name.WinAnsiEncoding,
        )

    return pikepdf.Dictionary(F1=maak("Helvetica-Bold"), F2=maak("Courier"))


def _tekst(regel: str) -> bytes:
    kaal = regel.encode("cp1252", errors="replace")
    return kaal.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
