"""Where an answer names a rule as its reason. To be named is less than to be carried: nothing can switch it off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

from toegang_cli.regelstand.dragers import GEMEENTEN

_ID = re.compile(r"[SBZDWLF]-\d+")


def citaten() -> dict[str, tuple[str, ...]]:
    """Return, by rule id, the functions whose code names it; text and comments do not count."""
    gevonden: dict[str, list[str]] = {}
    for naam, bron in _bronnen():
        for id, plaats in _in_code(naam, bron):
            gevonden.setdefault(id, []).append(plaats)
    return {id: tuple(dict.fromkeys(plaatsen)) for id, plaatsen in gevonden.items()}


def _bronnen() -> Iterator[tuple[str, Path]]:
    for gemeente in GEMEENTEN:
        yield gemeente, Path(str(resources.files(f"toegang_{gemeente}"))) / "__init__.py"
    for pad in sorted(Path(str(resources.files("toegang.plugins"))).glob("*.py")):
        yield f"plugins.{pad.stem}", pad


def _in_code(naam: str, bron: Path) -> Iterator[tuple[str, str]]:
    for deel in ast.parse(bron.read_text(encoding="utf-8")).body:
        plaats = getattr(deel, "name", naam)
        functies = [item for item in getattr(deel, "body", []) if isinstance(item, ast.FunctionDef)]
        for stuk in functies if isinstance(deel, ast.ClassDef) else [deel]:
            for knoop in ast.walk(stuk):
                if isinstance(knoop, ast.Constant) and isinstance(knoop.value, str) and _ID.fullmatch(knoop.value):
                    yield knoop.value, f"{naam}:{getattr(stuk, 'name', plaats)}"
