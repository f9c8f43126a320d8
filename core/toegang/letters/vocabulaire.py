"""The small semantic HTML that letters are written in: which element may stand where, and with what.

One vocabulary for every renderer, so that a template that is valid for one is valid for the next
(DESIGN.md §6). The stricter half of PDF/UA-1 that no validator sees stands here too.
"""

from __future__ import annotations

from collections.abc import Mapping

INLINE = frozenset({"a", "br", "em", "span", "strong"})
KOPPEN = ("h1", "h2", "h3", "h4")
BLOKKEN = frozenset({"div", "dl", "header", "img", "ol", "p", "section", "table", "ul", *KOPPEN})

KINDEREN: Mapping[str, frozenset[str]] = {
    "": frozenset({"html"}),
    "html": frozenset({"head", "body"}),
    "head": frozenset({"meta", "title"}),
    "body": BLOKKEN | {"main"},
    "main": BLOKKEN,
    "header": BLOKKEN,
    "section": BLOKKEN,
    "div": BLOKKEN,
    "ul": frozenset({"li"}),
    "ol": frozenset({"li"}),
    "li": INLINE | {"ul", "ol"},
    "dl": frozenset({"dt", "dd"}),
    "dt": INLINE,
    "dd": INLINE,
    "table": frozenset({"caption", "colgroup", "thead", "tbody"}),
    "colgroup": frozenset({"col"}),
    "thead": frozenset({"tr"}),
    "tbody": frozenset({"tr"}),
    "tr": frozenset({"th", "td"}),
    "caption": INLINE,
    "th": INLINE,
    "td": INLINE | {"ul", "ol"},
    "title": frozenset(),
    "p": INLINE,
    "a": INLINE - {"a"},
    "em": INLINE,
    "span": INLINE,
    "strong": INLINE,
    **dict.fromkeys(KOPPEN, INLINE),
}
"""Element to the elements that may stand directly in it; what is no key may hold nothing."""

LEEG = frozenset({"br", "col", "img", "meta"})
"""Elements without an end."""

TEKST_IN = frozenset({"title", "p", "li", "dt", "dd", "caption", "th", "td", *KOPPEN, *INLINE}) - {"br"}
"""Elements in which words may stand; words anywhere else have no role for a reader."""

NIET_LEEG = frozenset({"title", "p", "li", "dt", "dd", "caption", "th", "a", *KOPPEN})
"""Elements that may not be without words."""

ALGEMEEN = frozenset({"class", "id", "lang"})
KENMERKEN: Mapping[str, frozenset[str]] = {
    "meta": frozenset({"charset", "name", "content"}),
    "section": ALGEMEEN | {"data-blok"},
    "a": ALGEMEEN | {"href"},
    "img": ALGEMEEN | {"src", "alt"},
    "th": ALGEMEEN | {"scope", "colspan"},
    "td": ALGEMEEN | {"colspan"},
}
"""Attributes besides the general ones; what is not listed has the general ones only."""

KLASSEN = frozenset(
    {
        "adresvenster",
        "afspraken",
        "antwoord",
        "vergelijking",
        "bijlage",
        "briefhoofd",
        "citaat",
        "dictum",
        "handtekening",
        "heel",
        "kenmerken",
        "kernzin",
        "logo",
        "naam",
        "retour",
        "ruimte",
        "samen",
        "slogan",
        "slot",
        "som",
        "strook",
        "voorziening",
        "zaaknummer",
    }
)
"""Classes that the generated CSS knows; another one would silently do nothing."""

BLOKNAMEN = frozenset(
    {
        "aanhef",
        "antwoord",
        "bericht",
        "besluit",
        "plan",
        "melding",
        "motivering",
        "grondslag",
        "vervolg",
        "bezwaar",
        "contact",
        "privacy",
        "ondertekening",
        "bijlage",
    }
)
"""Named blocks of a letter (attribute ``data-blok``)."""

LINKVORMEN = ("https://", "mailto:", "tel:")
LOGO = "huisstijl:logo"
"""The only image a template may show; its bytes come with the assignment."""

NIETSZEGGEND = frozenset({"hier", "klik hier", "lees meer", "link", "deze link"})
"""Link texts that tell a reader of links only nothing."""
