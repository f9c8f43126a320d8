"""Delegation: another bestuursorgaan decides in its own name, and not on behalf of ours (Awb 10:13-10:19; L-23)."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.waarde import Waarde


class Delegatie(Waarde):
    """A power that was handed over.

    Args:
        id: id of the entry.
        naar: the body that decides from then on, as it is printed.
        werkgever: id of the werkgever whose people decide for that body.
        wetten: acts; empty = all.
        wettelijke_grondslag: the act and article that allow the delegation (Awb 10:15).
        besluit: the delegation besluit, as a decision cites it (Awb 10:19).
        vindplaats: where that besluit can be found.
        geldig_van: first day.
        geldig_tot: last day; ``None`` = until withdrawn.
    """

    id: str
    naar: str
    werkgever: str
    wetten: frozenset[Wet] = frozenset()
    wettelijke_grondslag: str = ""
    besluit: str = ""
    vindplaats: str = ""
    geldig_van: date
    geldig_tot: date | None = None

    def geldt(self, wet: Wet, dag: date) -> bool:
        """Tell whether it covers an act on a day."""
        return (not self.wetten or wet in self.wetten) and self.geldig_van <= dag <= (self.geldig_tot or date.max)

    @property
    def citaat(self) -> str:
        """Return the words by which a decision cites it, with the place where it can be found."""
        return f"{self.besluit} (te vinden in {self.vindplaats})"
