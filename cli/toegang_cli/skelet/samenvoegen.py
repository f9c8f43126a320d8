"""Three versions of a text into one, line by line: what a person changed and what the scaffold changed."""

from __future__ import annotations

from difflib import SequenceMatcher


def voeg_samen(basis: str, eigen: str, nieuw: str) -> str | None:
    """Return the text with both sets of changes.

    Args:
        basis: what the scaffold wrote before.
        eigen: what stands there now.
        nieuw: what the scaffold writes now.

    Returns:
        The text; ``None`` when both changed the same lines, or lines next to each other, in another way.
    """
    b, e, n = (tekst.splitlines(keepends=True) for tekst in (basis, eigen, nieuw))
    stukken = sorted([*_wijzigingen(b, e), *_wijzigingen(b, n)], key=lambda stuk: stuk[:2])
    uit: list[str] = []
    plaats = 0
    vorige: tuple[int, int, tuple[str, ...]] | None = None
    for begin, einde, regels in stukken:
        if vorige == (begin, einde, regels):
            continue  # both did the same
        if vorige is not None and begin <= vorige[1]:
            return None
        uit += [*b[plaats:begin], *regels]
        plaats, vorige = einde, (begin, einde, regels)
    return "".join([*uit, *b[plaats:]])


def _wijzigingen(van: list[str], naar: list[str]) -> list[tuple[int, int, tuple[str, ...]]]:
    """Return (first line, line after the last, what comes instead) of every change."""
    stappen = SequenceMatcher(None, van, naar, autojunk=False).get_opcodes()
    return [(begin, einde, tuple(naar[v:w])) for soort, begin, einde, v, w in stappen if soort != "equal"]
