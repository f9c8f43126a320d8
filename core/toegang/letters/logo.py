"""The logo of a gemeente: an SVG that may draw, and nothing else.

An SVG can read files, call the network and run scripts. What is not needed for drawing is refused,
not taken out in silence, so that whoever delivers the logo knows.
"""

from __future__ import annotations

import re
from xml.etree import ElementTree as ET

from toegang.errors import Invoerfout

MAXIMUM_BYTES = 200_000
_SVG = "{http://www.w3.org/2000/svg}"
_ELEMENTEN = frozenset(
    {
        *("svg", "g", "defs", "title", "desc", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon"),
        *("linearGradient", "radialGradient", "stop", "clipPath", "use", "symbol"),
    }
)
_VERWIJZINGEN = frozenset({"href", "{http://www.w3.org/1999/xlink}href"})
_URL = re.compile(r"url\s*\(\s*['\"]?(?!#)", re.IGNORECASE)


def schone_svg(bron: bytes) -> bytes:
    """Return the logo when it only draws.

    Args:
        bron: the SVG file.

    Returns:
        The same bytes.

    Raises:
        Invoerfout: it is too large, no SVG, or holds something that does more than draw.
    """
    if len(bron) > MAXIMUM_BYTES:
        raise _ongeschikt(f"groter dan {MAXIMUM_BYTES // 1000} kB")
    if b"<!" in bron.replace(b"<!--", b""):
        raise _ongeschikt("een DOCTYPE of CDATA mag niet")
    try:
        wortel = ET.fromstring(bron)  # noqa: S314  see the import
    except ET.ParseError as fout:
        raise _ongeschikt(f"geen leesbare XML op regel {fout.position[0]}") from None
    if wortel.tag != f"{_SVG}svg":
        raise _ongeschikt("het buitenste element is geen <svg>")
    if "viewBox" not in wortel.attrib:
        raise _ongeschikt("viewBox ontbreekt, dus de hoogte is niet bekend")
    for element in wortel.iter():
        _controleer(element)
    return bron


def _controleer(element: ET.Element) -> None:
    naam = str(element.tag).removeprefix(_SVG)
    if naam not in _ELEMENTEN:
        raise _ongeschikt(f"<{naam.rpartition('}')[2]}> mag niet; maak van tekst lijnen")
    for kenmerk, waarde in element.attrib.items():
        kort = kenmerk.rpartition("}")[2]
        if kort.lower().startswith("on"):
            raise _ongeschikt(f"'{kort}' mag niet")
        if kenmerk in _VERWIJZINGEN and not waarde.startswith("#"):
            raise _ongeschikt("een verwijzing naar buiten het logo mag niet")
        if _URL.search(waarde) or "@import" in waarde or "\\" in waarde:
            raise _ongeschikt("een verwijzing naar buiten het logo mag niet")


def _ongeschikt(waarom: str) -> Invoerfout:
    return Invoerfout(
        f"Het logo in de huisstijl is niet bruikbaar: {waarom}.",
        vervolg="Lever een SVG met alleen vormen, zonder tekst, afbeeldingen, stijlbladen of scripts.",
    )
