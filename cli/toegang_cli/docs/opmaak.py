"""Markdown, a little."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

GEMAAKT = "<!-- Gemaakt uit de code met: make docs. Wijzig de code, niet deze pagina. -->"


def pagina(titel: str, *delen: str) -> str:
    """Return a page: title, the line that says it is generated, and its parts."""
    return "\n\n".join((GEMAAKT, f"# {titel}", *(deel for deel in delen if deel))) + "\n"


def tabel(kop: Sequence[str], rijen: Iterable[Sequence[object]]) -> str:
    """Return a table."""
    regels = [kop, ["---"] * len(kop), *rijen]
    return "\n".join(f"| {' | '.join(_cel(cel) for cel in rij)} |" for rij in regels)


def code(tekst: str) -> str:
    """Return a block of code."""
    return f"```\n{tekst}\n```"


def _cel(waarde: object) -> str:
    return str(waarde).replace("|", "\\|").replace("\n", " ").strip()
