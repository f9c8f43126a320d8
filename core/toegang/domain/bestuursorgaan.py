"""Which body decides: the college, unless another one holds the power under an act (Awb 1:1, 1:3; L-1)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any

from toegang.domain.begrippen import Wet
from toegang.domain.beleid import OpenVerwijzing, Sleutel
from toegang.domain.gedateerd import Gedateerd

OPEN = "open:"
_NAMENS = "namens "


class Bestuursorgaan(Gedateerd):
    """A body that takes decisions (``[[bestuursorgaan]]``); the one without ``wetten`` is that of the gemeente itself.

    Args:
        naam: as it is printed; its article may be left out where it is plain, e.g. "college van …".
        wetten: acts under which it decides instead of the college; empty = it is the college.
        namens: words of who decides on its behalf; empty = "namens" with its name (Awb 10:10).
        werkgever: id of the werkgever whose people are subordinate to it (Awb 10:4); ``None`` = the gemeente.
        postadres: where an objection goes (Awb 6:4); only for another body than the college.
        digitaal_bezwaar: where one objects online (Awb afd. 2.3); only for another body than the college.
        telefoon: number in its letters; ``None`` = that of the gemeente.
    """

    naam: str | OpenVerwijzing
    wetten: tuple[Wet, ...] = ()
    namens: str = ""
    werkgever: Sleutel | None = None
    postadres: str | OpenVerwijzing | None = None
    digitaal_bezwaar: str | OpenVerwijzing | None = None
    telefoon: str | OpenVerwijzing | None = None

    @property
    def is_open(self) -> bool:
        """Tell whether the gemeente still has to say which body it is."""
        return self.naam.startswith(OPEN)

    def is_zelfde(self, naam: str) -> bool:
        """Tell whether a name is that of this body, with or without its article."""
        return kale_naam(self.naam) == kale_naam(naam)

    def gaat_over(self, wet: Wet, dag: date) -> bool:
        """Tell whether it decides under an act on a day because it is named for that act."""
        return wet in self.wetten and self.geldt_op(dag)


def kale_naam(naam: str) -> str:
    """Return the name of a body to compare: without its article, in small letters.

    Args:
        naam: e.g. "Het college van burgemeester en wethouders van Zwolle".
    """
    eerste, _, rest = " ".join(naam.split()).lower().partition(" ")
    return rest if eerste in ("het", "de") and rest else f"{eerste} {rest}".strip()


def als_rijen(waarde: Any) -> Any:
    """Return the rows that a name stands for: ``bestuursorgaan = "…"`` will do where the college decides all."""
    return [{"naam": waarde}] if isinstance(waarde, str) else waarde


def orgaanfouten(organen: Sequence[Bestuursorgaan]) -> Iterable[str]:
    """Give what is wrong with the bodies of a gemeente, in Dutch.

    Args:
        organen: the rows of ``[[bestuursorgaan]]``.
    """
    eigen = [item for item in organen if not item.wetten]
    if len(eigen) != 1:
        yield "noem precies een bestuursorgaan zonder wetten: dat beslist over alles waarvoor geen ander is genoemd"
    for item in eigen:
        if item.geldig_van or item.geldig_tot or item.werkgever or item.postadres or item.digitaal_bezwaar:
            yield f"'{item.naam}' is van de gemeente zelf: noem er alleen de naam; het adres staat bij [contact]"
    for item in organen:
        if item.wetten and not (item.postadres and item.digitaal_bezwaar):
            yield f"'{item.naam}' noemt niet op welk postadres en waar digitaal iemand bezwaar maakt (Awb 6:4)"
        if item.namens and not item.namens.lower().startswith(_NAMENS):
            yield f"de woorden bij namens van '{item.naam}' beginnen met 'namens'"
    yield from _dubbel([item for item in organen if item.wetten])


def _dubbel(organen: Sequence[Bestuursorgaan]) -> Iterable[str]:
    for nummer, item in enumerate(organen):
        for eerder in organen[:nummer]:
            begin = max(item.geldig_van or date.min, eerder.geldig_van or date.min)
            samen = begin <= min(item.geldig_tot or date.max, eerder.geldig_tot or date.max)
            for wet in item.wetten if samen else ():
                if wet in eerder.wetten:
                    yield f"over {wet} beslissen op dezelfde dag twee bestuursorganen: '{eerder.naam}' en '{item.naam}'"
