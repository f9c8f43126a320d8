"""The strict parser: reads the made HTML and refuses what is outside the vocabulary.

It never shows text of the letter in an error: that may be personal data. It names the template, the
line of the made HTML and the rule.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from html.parser import HTMLParser
from types import MappingProxyType

from toegang.errors import Controlefout
from toegang.letters import vocabulaire as v
from toegang.letters.tabelregels import Tabeltelling

GETOOND = 5
"""So many faults are written out; the rest is counted."""


@dataclass(frozen=True, slots=True)
class Opmaakfout:
    """One fault in the made HTML.

    Args:
        regel: line in the made HTML.
        code: the rule, e.g. ``tabel-colgroup``.
        uitleg: what is wrong, in Dutch, without text of the letter.
    """

    regel: int
    code: str
    uitleg: str

    def __str__(self) -> str:
        """Write the fault as one line."""
        return f"regel {self.regel}, {self.code}: {self.uitleg}"


@dataclass(frozen=True, slots=True, repr=False)
class Inhoud:
    """What stands in a letter, as a reader meets it.

    Args:
        titel: title of the document.
        taal: its language.
        tekst: all words, one line per block.
        blokken: words by named block.
    """

    titel: str
    taal: str
    tekst: str
    blokken: Mapping[str, str]

    def blok(self, naam: str) -> str:
        """Return the words of a named block; empty when it is not there."""
        return self.blokken.get(naam, "")


class Sjabloonfout(Controlefout):
    """A template is not usable, or made HTML that is outside the vocabulary.

    Args:
        sjabloon: template id.
        fouten: all faults that were found.
    """

    def __init__(self, sjabloon: str, fouten: tuple[Opmaakfout, ...]) -> None:
        getoond = "; ".join(str(fout) for fout in fouten[:GETOOND])
        meer = f"; en nog {len(fouten) - GETOOND} fouten" if len(fouten) > GETOOND else ""
        super().__init__(
            f"Sjabloon '{sjabloon}' maakt HTML die niet mag: {getoond}{meer}.",
            vervolg="Verbeter het sjabloon; er is geen brief gemaakt.",
        )
        self.sjabloon = sjabloon
        self.fouten = fouten


def lees(html: str, sjabloon: str) -> Inhoud:
    """Read the made HTML of a letter.

    Args:
        html: the whole document.
        sjabloon: template id, for the error.

    Returns:
        What stands in it.

    Raises:
        Sjabloonfout: something is outside the vocabulary; all faults at once.
    """
    lezer = _Lezer()
    lezer.feed(html)
    lezer.close()
    lezer.sluit_af()
    if lezer.fouten:
        raise Sjabloonfout(sjabloon, tuple(sorted(lezer.fouten, key=lambda fout: fout.regel)))
    blokken = {naam: _schoon(delen) for naam, delen in lezer.blokken.items()}
    return Inhoud(lezer.titel.strip(), lezer.taal, _schoon(lezer.delen), MappingProxyType(blokken))


def _schoon(delen: list[str]) -> str:
    regels = (" ".join(regel.split()) for regel in "".join(delen).split("\n"))
    return "\n".join(regel for regel in regels if regel)


@dataclass(slots=True, repr=False)
class _Element:
    """An element that is still open."""

    tag: str
    regel: int
    blok: str = ""
    woorden: str = ""
    tabel: Tabeltelling | None = None


class _Lezer(HTMLParser):
    """Walks through the HTML once, with the open elements on a stack."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.fouten: list[Opmaakfout] = []
        self.delen: list[str] = []
        self.blokken: dict[str, list[str]] = {}
        self.titel = ""
        self.taal = ""
        self._open: list[_Element] = [_Element("", 1)]
        self._kopniveau = 0
        self._gezien: set[str] = set()

    # What html.parser calls.

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        kenmerken = {naam: waarde or "" for naam, waarde in attrs}
        self._controleer_plaats(tag)
        self._controleer_kenmerken(tag, kenmerken)
        self._controleer_betekenis(tag, kenmerken)
        if tag == "br":
            self._woorden("\n")
        if tag not in v.LEEG:
            element = _Element(tag, self.getpos()[0], kenmerken.get("data-blok", ""))
            element.tabel = Tabeltelling() if tag == "table" else None
            self._open.append(element)
        self._gezien.add(tag)
        self._tel_tabel(tag, kenmerken)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in v.LEEG:
            self._fout("element-gesloten", f"<{tag}/> bestaat niet; schrijf <{tag}></{tag}>")
        self.handle_starttag(tag, attrs)

    def handle_endtag(self, tag: str) -> None:
        if tag in v.LEEG:
            self._fout("element-gesloten", f"</{tag}> bestaat niet")
            return
        if self._open[-1].tag != tag:
            self._fout("element-gesloten", f"</{tag}> sluit <{self._open[-1].tag}> niet")
            if tag not in {element.tag for element in self._open}:
                return
            while self._open[-1].tag != tag:
                self._open.pop()
        self._sluit(self._open.pop())

    def handle_data(self, data: str) -> None:
        if not data.strip():
            self._woorden(" ")
            return
        if self._open[-1].tag not in v.TEKST_IN:
            self._fout("tekst-zonder-rol", f"er staan woorden los in <{self._open[-1].tag or 'het document'}>")
        # A line end in the source is a space to a reader; our own line ends mark blocks.
        self._woorden(data.replace("\n", " "))

    def handle_comment(self, data: str) -> None:
        self._fout("commentaar", "HTML-commentaar mag niet; gebruik {# ... #} in het sjabloon")

    def handle_decl(self, decl: str) -> None:
        if decl.lower() != "doctype html":
            self._fout("doctype", "alleen <!DOCTYPE html> mag")

    def handle_pi(self, data: str) -> None:
        self._fout("opdracht", "<? ... > mag niet")

    def unknown_decl(self, data: str) -> None:
        self._fout("opdracht", "<![ ... ]> mag niet")

    def sluit_af(self) -> None:
        """Check what can only be known at the end."""
        for element in self._open[1:]:
            self._fout("element-gesloten", f"<{element.tag}> is niet gesloten", element.regel)
        if not self.taal:
            self._fout("taal", "<html> heeft geen lang", 1)
        if "title" not in self._gezien:
            self._fout("titel", "er is geen <title>", 1)
        if "h1" not in self._gezien:
            self._fout("kop", "er is geen <h1>", 1)

    # What stands where.

    def _controleer_plaats(self, tag: str) -> None:
        ouder = self._open[-1].tag
        if tag not in v.KINDEREN and tag not in v.LEEG:
            self._fout("element", f"<{tag}> hoort niet bij de opmaak van brieven")
        elif tag not in v.KINDEREN.get(ouder, frozenset()):
            self._fout("plaats", f"<{tag}> mag niet in <{ouder or 'het document'}>")
        if tag in ("html", "head", "body", "title", "h1") and tag in self._gezien:
            self._fout("dubbel", f"er is meer dan één <{tag}>")

    def _controleer_kenmerken(self, tag: str, kenmerken: Mapping[str, str]) -> None:
        toegestaan = v.KENMERKEN.get(tag, v.ALGEMEEN)
        for naam in sorted(set(kenmerken) - toegestaan):
            self._fout("kenmerk", f"<{tag}> mag geen '{naam}' hebben")
        for klasse in sorted(set(kenmerken.get("class", "").split()) - v.KLASSEN):
            self._fout("klasse", f"de huisstijl kent geen klasse '{klasse}'")
        if "data-blok" in kenmerken and kenmerken["data-blok"] not in v.BLOKNAMEN:
            self._fout("blok", "deze bloknaam bestaat niet")

    def _controleer_betekenis(self, tag: str, kenmerken: Mapping[str, str]) -> None:
        if tag == "html":
            self.taal = kenmerken.get("lang", "")
        elif tag in v.KOPPEN:
            self._kop(int(tag[1]))
        elif tag == "img":
            if not kenmerken.get("alt", "").strip():
                self._fout("alt", "<img> heeft geen alt")
            if kenmerken.get("src") != v.LOGO:
                self._fout("afbeelding", f'alleen src="{v.LOGO}" mag')
        elif tag == "a" and not kenmerken.get("href", "").startswith(v.LINKVORMEN):
            self._fout("link", "alleen https, mailto en tel mogen")
        elif tag == "th" and kenmerken.get("scope") not in ("row", "col"):
            self._fout("tabel-scope", "<th> heeft geen scope row of col")

    def _kop(self, niveau: int) -> None:
        if niveau > self._kopniveau + 1:
            vorige = f"<h{self._kopniveau}>" if self._kopniveau else "het begin"
            self._fout("kop", f"<h{niveau}> volgt op {vorige}: een niveau is overgeslagen")
        self._kopniveau = niveau

    def _tel_tabel(self, tag: str, kenmerken: Mapping[str, str]) -> None:
        tabel = next((element.tabel for element in reversed(self._open) if element.tabel), None)
        if tabel is not None:
            for code, uitleg in tabel.open(tag, kenmerken):
                self._fout(code, uitleg)

    def _sluit(self, element: _Element) -> None:
        tabel = element.tabel or next((ouder.tabel for ouder in reversed(self._open) if ouder.tabel), None)
        for code, uitleg in tabel.sluit(element.tag) if tabel else ():
            self._fout(code, uitleg, element.regel)
        woorden = " ".join(element.woorden.split())
        if element.tag in v.NIET_LEEG and not woorden:
            self._fout("leeg", f"<{element.tag}> is leeg", element.regel)
        if element.tag == "a" and woorden.lower().strip(" .") in v.NIETSZEGGEND:
            self._fout("linktekst", "de tekst van de link zegt niet waarheen hij gaat", element.regel)
        if element.tag == "title":
            self.titel = woorden
        if element.tag in v.INLINE:
            self._open[-1].woorden += element.woorden
        else:
            self._woorden("\n")

    def _woorden(self, tekst: str) -> None:
        if self._open[-1].tag == "title":
            self._open[-1].woorden += tekst
            return
        self._open[-1].woorden += tekst
        self.delen.append(tekst)
        blok = next((element.blok for element in reversed(self._open) if element.blok), "")
        if blok:
            self.blokken.setdefault(blok, []).append(tekst)

    def _fout(self, code: str, uitleg: str, regel: int | None = None) -> None:
        self.fouten.append(Opmaakfout(self.getpos()[0] if regel is None else regel, code, uitleg))
