"""Which letters share an envelope, and in which group of envelopes they go."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import count

from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Brief

DIGITAAL = "digitaal"
C5 = "c5"
C4 = "c4"
GROEPEN = (C5, C4, DIGITAAL)


@dataclass(frozen=True)
class Poststuk:
    """What is known of one letter to put it in an envelope; no address, only its hash.

    Args:
        volgnr: place in the batch.
        brief: id.
        zaak: zaaknummer.
        aan: hash of zaak, address and road: equal ones share an envelope.
        paginas: pages.
        digitaal: it does not go on paper.
    """

    volgnr: int
    brief: str
    zaak: str
    aan: str
    paginas: int
    digitaal: bool

    @classmethod
    def van(cls, volgnr: int, brief: Brief) -> Poststuk:
        """Make it out of a letter."""
        adres = brief.momentopname.get("geadresseerde", {}).get("adresregels", [])
        weg = brief.bezorgweg or Bezorgweg.POST
        aan = hashlib.sha256(repr((brief.zaak_id, weg.value, list(adres))).encode()).hexdigest()
        return cls(volgnr, brief.id, brief.zaak_id, aan, brief.paginas, weg is Bezorgweg.DIGITAAL)


@dataclass(frozen=True)
class Envelop:
    """One envelope of the print run.

    Args:
        groep: its group.
        nummer: place in the print run.
        stukken: the letters in it, each with its place in the print run.
        vellen: sheets per letter.
    """

    groep: str
    nummer: int
    stukken: tuple[tuple[int, Poststuk], ...]
    vellen: tuple[int, ...]


@dataclass
class _Bundel:
    stukken: list[Poststuk] = field(default_factory=list)

    def vellen(self, beleid: Batchbeleid) -> tuple[int, ...]:
        return tuple(vellen_van(stuk.paginas, beleid) for stuk in self.stukken)


def vellen_van(paginas: int, beleid: Batchbeleid) -> int:
    """Return how many sheets of paper some pages take; a letter always begins on a sheet of its own."""
    return (paginas + 1) // 2 if beleid.dubbelzijdig else paginas


def verdeel(stukken: Iterable[Poststuk], beleid: Batchbeleid) -> Iterator[Envelop]:
    """Give the envelopes of a print run: per group, in the order of the batch.

    Args:
        stukken: the letters.
        beleid: what the gemeente wants.
    """
    bundels: dict[str, _Bundel] = {}
    for stuk in sorted(stukken, key=lambda item: item.volgnr):
        bundels.setdefault(stuk.aan, _Bundel()).stukken.append(stuk)
    plaats, nummer = count(1), count(1)
    for groep in GROEPEN:
        for bundel in bundels.values():
            vellen = bundel.vellen(beleid)
            if _groep(bundel, sum(vellen), beleid) == groep:
                genummerd = tuple((next(plaats), stuk) for stuk in bundel.stukken)
                yield Envelop(groep, next(nummer), genummerd, vellen)


def _groep(bundel: _Bundel, vellen: int, beleid: Batchbeleid) -> str:
    if bundel.stukken[0].digitaal:
        return DIGITAAL
    return C5 if vellen <= beleid.vellen_c5 else C4
