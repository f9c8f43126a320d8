"""For the time being a part of the gemeente works as its former gemeente did, in its old system (B-76)."""

from __future__ import annotations

from pydantic import Field

from toegang.domain.begrippen import Wet
from toegang.domain.beleid import Sleutel
from toegang.domain.gedateerd import Gedateerd


class Uitvoering(Gedateerd):
    """One way of working beside Toegang (``[[uitvoering]]``); it has a last day, because it is temporary.

    Args:
        id: key, e.g. ``nuth``.
        naam: whose way of working it is, for messages.
        systeem: system in which is decided as long as it lasts.
        gebieden: areas in which it holds.
        wetten: acts for which it holds; empty = all.
    """

    id: Sleutel
    naam: str
    systeem: str
    gebieden: tuple[Sleutel, ...] = Field(min_length=1)
    wetten: tuple[Wet, ...] = ()

    def geldt_voor(self, wet: Wet, gebied: str | None) -> bool:
        """Tell whether a zaak under that act in that area is decided there."""
        return gebied in self.gebieden and (not self.wetten or wet in self.wetten)
