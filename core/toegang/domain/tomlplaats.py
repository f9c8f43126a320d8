"""On which line of a TOML file a key stands, so that a fault can be found at once.

The standard library reads TOML without positions. This reads no values: it follows headers and keys line by line,
and gives the line of the nearest key above when a value is spread over several lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

Pad = tuple[str | int, ...]

_DEEL = r"""(?:[A-Za-z0-9_-]+|"[^"\n]*"|'[^'\n]*')"""
_NAAM = rf"{_DEEL}(?:[ \t]*\.[ \t]*{_DEEL})*"
_KOP = re.compile(rf"^[ \t]*(\[\[?)[ \t]*({_NAAM})[ \t]*\]")
_SLEUTEL = re.compile(rf"^[ \t]*({_NAAM})[ \t]*=(.*)$")
_TEKST = re.compile(r'"(?:\\.|[^"\\\n])*"|\'[^\'\n]*\'|#.*$')
_DRIE = re.compile(r'"""|\'\'\'')


class Tomlplaatsen:
    """The lines of one file.

    Args:
        tekst: the file.
    """

    def __init__(self, tekst: str) -> None:
        self._regels: dict[Pad, int] = {}
        self._aantal: dict[Pad, int] = {}
        self._lees(tekst.splitlines())

    def regel(self, pad: Iterable[str | int]) -> int | None:
        """Return the line of a key, or of the table that it stands in; ``None`` when neither is in the file.

        Args:
            pad: names, and 0-based places in a list of tables.
        """
        deel = tuple(pad)
        while deel:
            if deel in self._regels:
                return self._regels[deel]
            deel = deel[:-1]
        return None

    def _lees(self, regels: list[str]) -> None:
        tabel: Pad = ()
        diepte, aanhaling = 0, ""
        for nummer, regel in enumerate(regels, start=1):
            if aanhaling:
                aanhaling = "" if aanhaling in regel else aanhaling
                continue
            kaal = _TEKST.sub("", _DRIE.sub("", regel)) if _DRIE.search(regel) else _TEKST.sub("", regel)
            if diepte == 0 and (kop := _KOP.match(regel)):
                tabel = self._kop(kop[1], _delen(kop[2]), nummer)
                continue
            if diepte == 0 and (sleutel := _SLEUTEL.match(regel)):
                self._zet((*tabel, *_delen(sleutel[1])), nummer)
            if len(drie := _DRIE.findall(regel)) % 2:
                aanhaling = drie[-1]
            diepte = max(0, diepte + sum(map(kaal.count, "[{")) - sum(map(kaal.count, "]}")))

    def _kop(self, soort: str, delen: tuple[str, ...], nummer: int) -> Pad:
        pad: Pad = ()
        for deel in delen[:-1]:
            pad = (*pad, deel)
            if pad in self._aantal:
                pad = (*pad, self._aantal[pad] - 1)
        pad = (*pad, delen[-1])
        if soort == "[[":
            plaats = self._aantal.get(pad, 0)
            self._aantal[pad] = plaats + 1
            self._zet(pad, nummer)
            pad = (*pad, plaats)
        self._zet(pad, nummer)
        return pad

    def _zet(self, pad: Pad, nummer: int) -> None:
        for lengte in range(1, len(pad) + 1):
            self._regels.setdefault(pad[:lengte], nummer)


def _delen(naam: str) -> tuple[str, ...]:
    return tuple(deel.strip("\"'") for deel in re.findall(_DEEL, naam))
