"""``python -m toegang_cli.docs --schrijf`` writes the pages; ``--controleer`` says which are out of date."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Sequence
from pathlib import Path

from toegang_cli.docs.commandos import commandos
from toegang_cli.docs.haken import haken
from toegang_cli.docs.naslag import afsluitcodes, levensloop, regels
from toegang_cli.docs.regelboek import regelboek

MAP = Path(__file__).resolve().parents[3] / "docs" / "naslag"
PAGINAS = {
    "commandos.md": commandos,
    "afsluitcodes.md": afsluitcodes,
    "../haken.md": haken,
    "levensloop.md": levensloop,
    "regels.md": regels,
    "../regels.md": regelboek,
}


def main(argumenten: Sequence[str] | None = None) -> int:
    """Write or check the pages.

    Args:
        argumenten: what was typed; ``None`` = from the command line.

    Returns:
        0, or 1 when a page differs from the code.
    """
    lezer = argparse.ArgumentParser(prog="python -m toegang_cli.docs", description=__doc__)
    keuze = lezer.add_mutually_exclusive_group(required=True)
    keuze.add_argument("--schrijf", action="store_true")
    keuze.add_argument("--controleer", action="store_true")
    lezer.add_argument("--map", type=Path, default=MAP)
    gekozen = lezer.parse_args(argumenten)
    anders = [naam for naam, maak in PAGINAS.items() if _lees(gekozen.map / naam) != maak()]
    if gekozen.controleer:
        sys.stdout.writelines(f"{gekozen.map / naam} klopt niet meer met de code\n" for naam in anders)
        return 1 if anders else 0
    gekozen.map.mkdir(parents=True, exist_ok=True)
    for naam in anders:
        (gekozen.map / naam).write_text(PAGINAS[naam](), encoding="utf-8")
        sys.stdout.write(f"{gekozen.map / naam} geschreven\n")
    return 0


def _lees(pad: Path) -> str | None:
    return pad.read_text(encoding="utf-8") if pad.exists() else None


if __name__ == "__main__":
    sys.exit(main())
