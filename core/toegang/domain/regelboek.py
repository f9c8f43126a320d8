"""The rules book (``data/regels.csv``): what the sources and the law ask, one row and one sentence per rule.

It says what should hold, never whether it does: that is what ``make rules`` finds out.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from itertools import pairwise

from toegang.domain.gegevens import geldig_merk, lees_csv
from toegang.errors import Invoerfout, ToegangFout

_BESTAND = "regels.csv"
_ID = re.compile(r"([SBZDWLF])-([1-9]\d*)")
_HERKOMST = {
    "S": "schagen",
    "B": "beekdaelen",
    "Z": "zwolle",
    "D": "doetinchem",
    "W": "artikel 003",
    "L": "wet",
    "F": "wet",
}
_ERNST = frozenset({"E", "W", "I", "beleid"})


class Boeksterkte(StrEnum):
    """How firmly a source says it; D was derived by us, BELEID is for each gemeente to choose."""

    MUST = "MUST"
    PREF = "PREF"
    OPEN = "OPEN"
    CTX = "CTX"
    D = "D"
    BELEID = "BELEID"


@dataclass(frozen=True, slots=True)
class Boekregel:
    """One rule of the book.

    Args:
        id: e.g. ``S-11`` or ``L-26``.
        herkomst: key of the gemeente, ``artikel 003`` or ``wet``.
        sterkte: how firmly the source says it; ``None`` for the law.
        aspect: what of the road it is about, e.g. ``intake``; empty for the law.
        ernst: E, W, I or beleid; several when parts differ, none when the source gives none.
        artikel: article or other basis; empty outside the law.
        bewijs: evidence marks V, V2, M, D; several when parts differ.
        tekst: what it says, in one Dutch sentence of our own.
    """

    id: str
    herkomst: str
    sterkte: Boeksterkte | None
    aspect: str
    ernst: tuple[str, ...]
    artikel: str
    bewijs: tuple[str, ...]
    tekst: str

    @property
    def is_wet(self) -> bool:
        """Whether the law asks it."""
        return self.sterkte is None


@cache
def regelboek() -> Mapping[str, Boekregel]:
    """Return all rules by id, in the order of the book.

    Raises:
        ToegangFout: the packaged file is unusable.
    """
    rijen = lees_csv(_BESTAND, _boekregel)
    for vorige, volgende in pairwise(sorted(rij.id for rij in rijen)):
        if vorige == volgende:
            raise ToegangFout(f"In {_BESTAND} staat regel {vorige} twee keer.")
    return {rij.id: rij for rij in rijen}


def achtergrond() -> tuple[Boekregel, ...]:
    """Return what is background for every gemeente and asks nothing of the software (CTX of article 003)."""
    algemeen = (item for item in regelboek().values() if item.herkomst == _HERKOMST["W"])
    return tuple(item for item in algemeen if item.sterkte is Boeksterkte.CTX)


def boekregel(id: str) -> Boekregel:
    """Return one rule.

    Raises:
        Invoerfout: the book has no such rule.
    """
    gevonden = regelboek().get(id.strip().upper())
    if gevonden is None:
        raise Invoerfout("Deze regel bestaat niet.", vervolg="Bekijk de regels met: toegang regels lijst")
    return gevonden


def _boekregel(rij: Mapping[str, str]) -> Boekregel:
    treffer = _ID.fullmatch(rij["id"])
    if treffer is None or rij["herkomst"] != _HERKOMST[treffer[1]]:
        raise ValueError("id of herkomst klopt niet")
    regel = Boekregel(
        id=rij["id"],
        herkomst=rij["herkomst"],
        sterkte=Boeksterkte(rij["sterkte"]) if rij["sterkte"] else None,
        aspect=rij["aspect"],
        ernst=tuple(rij["ernst"].split("/")) if rij["ernst"] else (),
        artikel=rij["artikel"],
        bewijs=tuple(geldig_merk(merk) for merk in rij["bewijs"].split("/")) if rij["bewijs"] else (),
        tekst=rij["tekst"],
    )
    _controleer(regel)
    return regel


def _controleer(regel: Boekregel) -> None:
    """Raise ``ValueError`` when a row does not say what its kind must say."""
    if regel.is_wet != (regel.herkomst == "wet"):
        raise ValueError("een regel van de wet heeft geen sterkte, elke andere wel")
    if regel.is_wet and not (regel.artikel and regel.bewijs):
        raise ValueError("een regel van de wet noemt artikel en bewijs")
    if not regel.is_wet and (regel.artikel or regel.ernst or not regel.aspect):
        raise ValueError("alleen een regel van de wet heeft artikel en ernst; elke andere een aspect")
    if not set(regel.ernst) <= _ERNST:
        raise ValueError("ernst is geen E, W, I of beleid")
    if not regel.tekst.endswith("."):
        raise ValueError("de zin eindigt niet met een punt")
