"""A document for WeasyPrint, read the short way: our HTML is XML too, and uses a few elements only.

The general way costs a tenth of a letter: an HTML5 parser that mends any mistake, and a style sheet of the user agent
for every element that HTML ever had. What we print passed the strict parser, so neither is needed. A document that is
no XML takes the general way; the outcome is the same to the byte, which a test demands of every letter.
"""

from __future__ import annotations

import re
from functools import cache
from html.entities import html5
from typing import Any
from xml.etree import ElementTree as ET

_DOCTYPE = "<!DOCTYPE html>"
_ZONDER_EINDE = re.compile(r"<(br|col|img|meta)\b((?:[^<>\"']|\"[^\"]*\"|'[^']*')*?)/?>")
_TEKEN = re.compile(r"&([A-Za-z][A-Za-z0-9]*;)")
_VAN_XML = frozenset({"amp;", "lt;", "gt;", "quot;", "apos;"})

NEUTRAAL = """
head, meta, title { display: none }
body, dd, div, dl, dt, h1, h2, h3, h4, header, html, main, ol, p, section, ul { display: block }
li { display: list-item }
table { display: table; border-spacing: 2px; border-collapse: separate; box-sizing: border-box; text-indent: initial }
caption { display: table-caption }
colgroup { display: table-column-group }
col { display: table-column }
thead { display: table-header-group; vertical-align: middle }
tbody { display: table-row-group; vertical-align: middle }
tr { display: table-row; vertical-align: inherit }
td, th { display: table-cell; padding: 1px; vertical-align: inherit }
table, td, th { border-color: gray }
thead, tbody, tr { border-color: inherit }
body { margin: 8px }
dl, ol, p, ul { margin-top: 1em; margin-bottom: 1em }
li > ol, li > ul, td ol, td ul { margin-top: 0; margin-bottom: 0 }
dd { margin-left: 40px }
ol, ul { padding-left: 40px; counter-reset: list-item; break-before: avoid }
ol { list-style-type: decimal }
ul { list-style-type: disc }
h1 { font-size: 2em; margin-top: .67em; margin-bottom: .67em; bookmark-level: 1 }
h2 { font-size: 1.5em; margin-top: .83em; margin-bottom: .83em; bookmark-level: 2 }
h3 { font-size: 1.17em; margin-top: 1em; margin-bottom: 1em; bookmark-level: 3 }
h4 { font-size: 1em; margin-top: 1.33em; margin-bottom: 1.33em; bookmark-level: 4 }
h1, h2, h3, h4 { font-weight: bold; bookmark-label: content(text); hyphens: manual;
  break-after: avoid; break-inside: avoid }
em { font-style: italic }
strong, th { font-weight: bold }
:link { color: blue; text-decoration: underline }
br::before { content: "\\A"; white-space: pre-line }
img { overflow: hidden }
::marker { font-variant-numeric: tabular-nums; white-space: pre; text-transform: none }
@page { margin: 75px;
  @top-left { text-align: left; vertical-align: middle }
  @top-right { text-align: right; vertical-align: middle }
  @bottom-left { text-align: left; vertical-align: middle }
  @bottom-right { text-align: right; vertical-align: middle }
  @left-middle { text-align: center; vertical-align: middle }
}
"""
"""What the elements of :mod:`toegang.letters.vocabulaire` are before any house style: the rendering section of HTML."""


@cache
def documentklasse() -> Any:
    """Return the class of our documents; a function because WeasyPrint is imported late."""
    import cssselect2  # type: ignore[import-untyped]
    from weasyprint import CSS, HTML  # type: ignore[import-untyped]

    neutraal = CSS(string=NEUTRAAL)

    class Document(HTML):  # type: ignore[misc]
        """A :class:`weasyprint.HTML` that is made from XML and has our elements only."""

        def __init__(self, html: str, url_fetcher: Any) -> None:
            boom = als_boom(html)
            if boom is None:
                super().__init__(string=html, url_fetcher=url_fetcher)
                return
            self.base_url = None
            self.url_fetcher = url_fetcher
            self.media_type = "print"
            self.wrapper_element = cssselect2.ElementWrapper.from_html_root(boom, content_language=None)
            self.etree_element = self.wrapper_element.etree_element

        def _ua_stylesheets(self, forms: bool = False) -> list[Any]:
            return [neutraal]

    return Document


def als_boom(html: str) -> ET.Element | None:
    """Read a document as XML.

    Args:
        html: the whole document.

    Returns:
        Its root; ``None`` when it is no XML, or has a declaration besides its doctype.
    """
    begin, doctype, inhoud = html.partition(_DOCTYPE)
    if begin.strip() or not doctype or "<!" in inhoud or "<?" in inhoud:
        return None
    try:
        # No declaration is left in it, so no entity that could grow; what remains is our own template.
        return ET.fromstring(_TEKEN.sub(_als_xml, _ZONDER_EINDE.sub(r"<\1\2/>", inhoud)))  # noqa: S314
    except ET.ParseError:
        return None


def _als_xml(treffer: re.Match[str]) -> str:
    """Write a character that HTML has a name for as itself; XML knows five of those names."""
    naam = treffer[1]
    return treffer[0] if naam in _VAN_XML else html5.get(naam, treffer[0])
