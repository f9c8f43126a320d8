"""Reading the documentation: its pages, fenced blocks, links and words in code style.

The first word after the fence is the language; the words behind it say what a test does with the block:

``voorbeeld``        run it as a shell script, in the order of the page, in one folder, with one data folder
``lang``             only with the long tests
``code=6``           the exit code that it must have (0 when not given)
``uitvoer``          every line of this block stands in what the example before it printed
``bestand=NAAM``     write the block to a file in that folder
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

WORTEL = Path(__file__).parents[2]
_LOS = ("README.md", "CHANGELOG.md", "SECURITY.md", "CONTRIBUTING.md", "benchmarks/README.md")
_HEK = re.compile(r"^```(\S*)[ \t]*(.*)$")
_LINK = re.compile(r"!?\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"(?<!`)`([^`\n]+)`(?!`)")


@dataclass(frozen=True)
class Blok:
    """A fenced block of a page."""

    taal: str
    woorden: tuple[str, ...]
    tekst: str
    regel: int

    @property
    def is_voorbeeld(self) -> bool:
        """Tell whether it is to be run."""
        return "voorbeeld" in self.woorden

    @property
    def is_lang(self) -> bool:
        """Tell whether it is left to the long tests."""
        return "lang" in self.woorden

    @property
    def code(self) -> int:
        """The exit code that it must have."""
        return int(self.waarde("code") or 0)

    def waarde(self, naam: str) -> str | None:
        """Return the word ``naam=...``, or ``None``."""
        return next((woord.partition("=")[2] for woord in self.woorden if woord.startswith(f"{naam}=")), None)


def bladzijden() -> list[str]:
    """Return every page of the documentation, relative to the root."""
    return [*_LOS, *sorted(str(pad.relative_to(WORTEL)) for pad in (WORTEL / "docs").rglob("*.md"))]


def lees(bladzijde: str) -> str:
    """Return the text of a page."""
    return (WORTEL / bladzijde).read_text(encoding="utf-8")


def blokken(bladzijde: str) -> list[Blok]:
    """Return the fenced blocks of a page, in order."""
    gevonden, open_, inhoud = [], None, []
    for nummer, regel in enumerate(lees(bladzijde).splitlines(), start=1):
        hek = _HEK.match(regel)
        if hek and open_ is None:
            open_, inhoud = (hek[1], tuple(hek[2].split()), nummer), []
        elif regel.rstrip() == "```" and open_ is not None:
            taal, woorden, begin = open_
            gevonden.append(Blok(taal, woorden, "\n".join(inhoud) + "\n", begin))
            open_ = None
        elif open_ is not None:
            inhoud.append(regel)
    assert open_ is None, f"{bladzijde}: een blok wordt niet afgesloten"
    return gevonden


def lopende_tekst(bladzijde: str) -> str:
    """Return a page without its fenced blocks."""
    binnen, regels = False, []
    for regel in lees(bladzijde).splitlines():
        if regel.startswith("```"):
            binnen = not binnen
        elif not binnen:
            regels.append(regel)
    return "\n".join(regels)


def links(bladzijde: str) -> list[str]:
    """Return the targets of all links and pictures of a page."""
    return _LINK.findall(lopende_tekst(bladzijde))


def in_codestijl(bladzijde: str) -> list[str]:
    """Return what stands between backticks in the running text."""
    return _CODE.findall(lopende_tekst(bladzijde))


def ankers(bladzijde: str) -> set[str]:
    """Return the anchors of the headings, as a forge makes them."""
    koppen = re.findall(r"^#+ (.+)$", lopende_tekst(bladzijde), flags=re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", kop.lower()).replace(" ", "-") for kop in koppen}
