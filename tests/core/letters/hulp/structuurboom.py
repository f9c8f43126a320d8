"""What a screen reader meets in a PDF, beside the HTML it was made from (LETTERS.md II.3).

Both become one flat list of (role, words). Found: a walk over the structure tree with pikepdf, where the words of an
element are the glyphs of its marked content, through the ToUnicode map of their font. Expected: a walk over the HTML.
Words are compared without white space and without what layout adds: hyphens at a line end, bullets.
"""

from __future__ import annotations

import io
import re
import unicodedata
from collections.abc import Iterator
from xml.etree import ElementTree as ET

import pikepdf

ROLLEN = {
    **{f"h{n}": f"H{n}" for n in range(1, 5)},
    "p": "P",
    "ul": "L",
    "ol": "L",
    "li": "LI",
    "dl": "L",
    "dt": "LI",
    "dd": "LI",
    "table": "Table",
    "tr": "TR",
    "caption": "Caption",
    "th": "TH",
    "td": "TD",
    "img": "Figure",
}
_WEG = re.compile(r"[\s\u00ad\u2010\u2011\u200b-\u200f\u2066-\u2069-]+")
_TEKEN = re.compile(r"^(?:[•–]|\d+\.)$")

Stuk = tuple[str, str]
"""Role and words."""


def verwacht(boom: ET.Element) -> list[Stuk]:
    """Return what stands in the HTML, in the order of the source."""
    body = boom.find("body")
    assert body is not None
    return [(rol, _vlak(woorden)) for rol, woorden in _uit_html(body, "")]


def _uit_html(knoop: ET.Element, boven: str) -> Iterator[Stuk]:
    """Give the elements in order; words of a list item before its sub-list belong to the item."""
    rol = ROLLEN.get(knoop.tag, "")
    if rol:
        yield rol, knoop.get("alt", "") if rol == "Figure" else _eigen_woorden(knoop)
    for kind in knoop:
        yield from _uit_html(kind, rol or boven)


def _eigen_woorden(knoop: ET.Element) -> str:
    """Return the words of an element that are not those of an element with a role of its own."""
    delen = [knoop.text or ""]
    for kind in knoop:
        delen.append("" if kind.tag in ROLLEN else _eigen_woorden(kind))
        delen.append(kind.tail or "")
    return "".join(delen)


def gevonden(inhoud: bytes) -> list[Stuk]:
    """Return what stands in the structure tree of a PDF, in its order."""
    with pikepdf.open(io.BytesIO(inhoud)) as pdf:
        woorden = {str(pagina.objgen): _woorden_per_merk(pagina) for pagina in (p.obj for p in pdf.pages)}
        lopend = list(_uit_boom(pdf.Root.StructTreeRoot, None, woorden))
    return [(rol, _vlak(tekst)) for rol, tekst in lopend]


def _uit_boom(knoop: pikepdf.Object, pagina: str | None, woorden: dict[str, dict[int, str]]) -> Iterator[Stuk]:
    pagina = str(knoop.Pg.objgen) if "/Pg" in knoop else pagina
    rol = str(knoop.get("/S", "/")).removeprefix("/")
    eigen = rol in set(ROLLEN.values())
    if eigen:
        yield rol, str(knoop.get("/Alt", "")) if rol == "Figure" else "".join(_gemerkt(knoop, pagina, woorden))
    for kind in _kinderen(knoop):
        if isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            yield from _uit_boom(kind, pagina, woorden)


def _gemerkt(knoop: pikepdf.Object, pagina: str | None, woorden: dict[str, dict[int, str]]) -> Iterator[str]:
    """Give the words of an element, through what has no role of its own; a bullet or number is no word."""
    pagina = str(knoop.Pg.objgen) if "/Pg" in knoop else pagina
    for kind in _kinderen(knoop):
        if isinstance(kind, int):
            yield woorden[str(pagina)].get(kind, "")
        elif isinstance(kind, pikepdf.Dictionary) and "/MCID" in kind:
            bladzij = str(kind.Pg.objgen) if "/Pg" in kind else str(pagina)
            yield woorden[bladzij].get(int(kind.MCID), "")
        elif isinstance(kind, pikepdf.Dictionary) and "/S" in kind:
            rol = str(kind.S).removeprefix("/")
            if rol not in set(ROLLEN.values()):
                tekst = "".join(_gemerkt(kind, pagina, woorden))
                yield "" if rol == "Lbl" and _TEKEN.match(_vlak(tekst, weg=False)) else tekst


def _kinderen(knoop: pikepdf.Object) -> list[object]:
    kinderen = knoop.get("/K", [])
    return list(kinderen) if isinstance(kinderen, pikepdf.Array) else [kinderen]


def _woorden_per_merk(pagina: pikepdf.Object) -> dict[int, str]:
    """Return the words of every marked piece of a page, by its number."""
    fonts = {str(naam): _tekens(font) for naam, font in pagina.Resources.get("/Font", {}).items()}
    per_merk: dict[int, list[str]] = {}
    merken: list[int | None] = []
    font: dict[int, str] = {}
    for operanden, operator in pikepdf.parse_content_stream(pagina):
        naam = str(operator)
        if naam in ("BDC", "BMC"):
            eigenschappen = operanden[1] if len(operanden) > 1 else None
            heeft = isinstance(eigenschappen, pikepdf.Dictionary) and "/MCID" in eigenschappen
            merken.append(int(eigenschappen.MCID) if heeft else None)
        elif naam == "EMC":
            merken.pop()
        elif naam == "Tf":
            font = fonts[str(operanden[0])]
        elif naam in ("Tj", "TJ"):
            merk = next((item for item in reversed(merken) if item is not None), None)
            if merk is not None:
                per_merk.setdefault(merk, []).append(_lees(operanden[0], font))
    return {merk: "".join(delen) for merk, delen in per_merk.items()}


def _lees(operand: object, font: dict[int, str]) -> str:
    delen = operand if isinstance(operand, pikepdf.Array) else [operand]
    uit = []
    for deel in delen:
        if isinstance(deel, pikepdf.String):
            ruw = bytes(deel)
            uit += [font[int.from_bytes(ruw[i : i + 2], "big")] for i in range(0, len(ruw), 2)]
    return "".join(uit)


def _tekens(font: pikepdf.Object) -> dict[int, str]:
    """Return the ToUnicode map of a font: code of two bytes to characters."""
    kaart = {}
    cmap = font.ToUnicode.read_bytes().decode("ascii")
    for blok in re.findall(r"beginbfchar(.*?)endbfchar", cmap, re.DOTALL):
        for code, tekens in re.findall(r"<([0-9a-fA-F]+)>\s*<([0-9a-fA-F]*)>", blok):
            kaart[int(code, 16)] = bytes.fromhex(tekens).decode("utf-16-be")
    return kaart


def _vlak(tekst: str, *, weg: bool = True) -> str:
    vlak = unicodedata.normalize("NFKC", tekst)
    return _WEG.sub("", vlak) if weg else vlak.strip()


def zonder_paginagrens(lijst: list[Stuk], voorbeeld: list[Stuk]) -> list[Stuk]:
    """Undo what a page break does in WeasyPrint: an element over two pages is two elements, a header row comes again.

    Args:
        lijst: what was found.
        voorbeeld: what was expected; pieces of one role are joined only while they are the beginning of it.

    Returns:
        The list to compare with ``voorbeeld``, both without lists, tables and rows: those hold no words themselves.
    """
    klaar: list[Stuk] = []
    wacht = bladeren(lijst)
    kop: list[Stuk] = []
    for rol, woorden in bladeren(voorbeeld):
        if kop and klaar[-1][0] != "TH" and wacht[: len(kop)] == kop and rol != "TH":
            del wacht[: len(kop)]
        if not wacht:
            break
        gekregen_rol, gekregen = wacht.pop(0)
        while wacht and gekregen != woorden and wacht[0][0] == rol and woorden.startswith(gekregen + wacht[0][1]):
            gekregen += wacht.pop(0)[1]
        klaar.append((gekregen_rol, gekregen))
        kop = [*kop, klaar[-1]] if rol == "TH" and kop and klaar[-2][0] == "TH" else [klaar[-1]] if rol == "TH" else kop
    return klaar + wacht


def bladeren(lijst: list[Stuk]) -> list[Stuk]:
    """Return the pieces that can hold words."""
    return [stuk for stuk in lijst if stuk[0] not in ("L", "Table", "TR")]
