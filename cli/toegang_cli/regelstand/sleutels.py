"""Keys of ``organisatie.toml`` that carry a rule, and the same data without them.

A key is a path of names with points. A list of tables is walked through; ``[naam=waarde|waarde]`` picks
tables out of it. The last part is what goes: a list becomes empty, anything else disappears;
``naam=waarde`` puts another value in its place, for what may not be absent.
"""

from __future__ import annotations

import copy
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from toegang.errors import Controlefout

_DEEL = re.compile(r"([a-z_]+)(?:\[([a-z_]+)=([^\]]+)\])?(?:=([\w.-]+))?")
_PUNT = re.compile(r"\.(?![^\[]*\])")


@dataclass(frozen=True)
class _Deel:
    naam: str
    veld: str | None
    waarden: tuple[str, ...]
    anders: str | None

    def past(self, tabel: Any) -> bool:
        """Tell whether a table is one of those that the filter picks."""
        if self.veld is None:
            return True
        waarde = tabel.get(self.veld)
        return bool(set(self.waarden) & set(waarde if isinstance(waarde, list) else [waarde]))


def zonder(ruw: Mapping[str, Any], sleutel: str) -> dict[str, Any]:
    """Return the data of a gemeente without what a key points at.

    Args:
        ruw: content of ``organisatie.toml``.
        sleutel: the key.

    Raises:
        Controlefout: the key is not written as a key, or points at nothing.
    """
    kopie = copy.deepcopy(dict(ruw))
    *weg, laatste = _delen(sleutel)
    if not sum([_haal_weg(tabel, laatste) for tabel in _loop([kopie], weg)]):
        raise Controlefout(f"De sleutel '{sleutel}' wijst nergens naar in organisatie.toml.")
    return kopie


def _delen(sleutel: str) -> list[_Deel]:
    delen = []
    for tekst in _PUNT.split(sleutel):
        treffer = _DEEL.fullmatch(tekst)
        if treffer is None:
            raise Controlefout(f"'{sleutel}' is niet geschreven als een sleutel van organisatie.toml.")
        naam, veld, waarden, anders = treffer.groups()
        delen.append(_Deel(naam, veld, tuple((waarden or "").split("|")), anders))
    return delen


def _loop(tabellen: list[Any], weg: list[_Deel]) -> Iterator[Any]:
    """Give the tables that a path leads to."""
    if not weg:
        yield from tabellen
        return
    deel, *rest = weg
    for tabel in tabellen:
        waarde = tabel.get(deel.naam)
        if waarde is not None:
            items = waarde if isinstance(waarde, list) else [waarde]
            yield from _loop([item for item in items if isinstance(item, dict) and deel.past(item)], rest)


def _haal_weg(tabel: dict[str, Any], deel: _Deel) -> bool:
    """Take one part out of a table, or put another value in its place; tell whether there was anything."""
    waarde = tabel.get(deel.naam)
    if waarde is None or waarde == []:
        return False
    if deel.anders is not None:
        tabel[deel.naam] = deel.anders
        return bool(waarde != deel.anders)
    if deel.veld is not None:
        tabel[deel.naam] = [item for item in waarde if not deel.past(item)]
        return len(tabel[deel.naam]) < len(waarde)
    if isinstance(waarde, list):
        tabel[deel.naam] = []
    else:
        del tabel[deel.naam]
    return True
