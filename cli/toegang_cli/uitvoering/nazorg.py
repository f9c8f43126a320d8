"""What the commands after the decision share: open, do one thing, show it, say what the rules warn of."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from toegang.domain.levering import Bericht
from toegang.errors import Invoerfout
from toegang_cli.invoer import maak_waarde
from toegang_cli.uitvoer import zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN, Werkplek, werkplek

T = TypeVar("T")


def doe(naam: str, als: str | None, *, proef: bool, stap: Callable[[Werkplek], T], laat_zien: Callable[[T], None]) -> T:
    """Open the gemeente, do one step and show what came out.

    Args:
        naam: key of the gemeente.
        als: medewerker that a trial user plays.
        proef: keep nothing.
        stap: what is done.
        laat_zien: how it is shown.
    """
    with werkplek(naam, als, proef=proef) as plek:
        uitkomst = stap(plek)
        laat_zien(uitkomst)
    if proef:
        zeg(NIETS_OPGESLAGEN)
    return uitkomst


def bericht_van(soort: str | None, kenmerk: str | None, op: object) -> Bericht | None:
    """Return the reference to a message that was typed, or ``None``.

    Raises:
        Invoerfout: only one of the two was given, or one of them is not usable.
    """
    if soort is None and kenmerk is None:
        return None
    if soort is None or kenmerk is None:
        raise Invoerfout(
            "--bericht en --berichtkenmerk horen bij elkaar.", vervolg="Geef ze allebei, of geen van beide."
        )
    return maak_waarde(Bericht, soort=soort.upper(), kenmerk=kenmerk, op=op)
