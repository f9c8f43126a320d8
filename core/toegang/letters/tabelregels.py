"""What a table must have to be read aloud and to be laid out the same by every renderer."""

from __future__ import annotations

from collections.abc import Iterator, Mapping


class Tabeltelling:
    """Counts columns and cells while the parser walks through one table (PDF/UA 7.2/42, 7.2/43)."""

    def __init__(self) -> None:
        self._kolommen = 0
        self._colgroup = False
        self._cellen = 0
        self._koppen = 0
        self._kinderen: list[str] = []

    def open(self, tag: str, kenmerken: Mapping[str, str]) -> Iterator[tuple[str, str]]:
        """Count an element that begins.

        Args:
            tag: the element.
            kenmerken: its attributes.

        Yields:
            Code and explanation of every fault.
        """
        if tag in ("caption", "colgroup", "thead", "tbody"):
            self._kinderen.append(tag)
        if tag == "caption" and self._kinderen != ["caption"]:
            yield "tabel-caption", "<caption> staat niet als eerste in de tabel"
        elif tag == "colgroup":
            self._colgroup = True
        elif tag == "col":
            self._kolommen += 1
        elif tag == "tr":
            self._cellen = 0
        elif tag in ("th", "td"):
            self._koppen += tag == "th"
            yield from self._cel(kenmerken.get("colspan", "1"))

    def sluit(self, tag: str) -> Iterator[tuple[str, str]]:
        """Check an element that ends.

        Args:
            tag: the element.

        Yields:
            Code and explanation of every fault.
        """
        if tag == "tr" and self._cellen != self._kolommen:
            yield "tabel-cellen", f"de rij heeft {self._cellen} cellen en de tabel {self._kolommen} kolommen"
        elif tag == "table":
            if not self._colgroup or not self._kolommen:
                yield "tabel-colgroup", "de tabel heeft geen <colgroup> met een <col> per kolom"
            if not self._koppen:
                yield "tabel-koppen", "de tabel heeft geen enkele <th>"

    def _cel(self, colspan: str) -> Iterator[tuple[str, str]]:
        if colspan.isascii() and colspan.isdigit() and int(colspan) > 0:
            self._cellen += int(colspan)
        else:
            self._cellen += 1
            yield "tabel-cellen", "colspan is geen getal groter dan nul"
