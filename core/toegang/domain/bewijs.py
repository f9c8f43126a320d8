"""How sure we are of a rule of law, in the words that a reader sees (DOMAIN.md, evidence marks)."""

from __future__ import annotations

from collections.abc import Collection

NOG_TE_TOETSEN = frozenset({"M", "V2"})
"""Marks of what was not read in the law itself; a jurist still has to tick it."""
MERK = " (nog te toetsen)"


def met_merk(bron: str, bewijs: str, regel: str, bevestigd: Collection[str] = ()) -> str:
    """Return a source, with the remark that it still has to be checked where that is so.

    Args:
        bron: the provision.
        bewijs: evidence mark.
        regel: rule id.
        bevestigd: rules that a jurist of the gemeente confirmed.
    """
    return f"{bron}{MERK}" if bewijs in NOG_TE_TOETSEN and regel not in bevestigd else bron
