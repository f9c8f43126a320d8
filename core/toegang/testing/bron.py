"""The source of a plugin, read without running it: files, imports, and where a method stands."""

from __future__ import annotations

import ast
import inspect
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True)
class Bronbestand:
    """One Python file of a plugin.

    Args:
        naam: as it is shown, from the package on.
        boom: its tree.
    """

    naam: str
    boom: ast.Module


def bronbestanden(map_: Path) -> tuple[Bronbestand, ...]:
    """Return the Python files of a package that can be parsed, in order.

    Args:
        map_: folder of the package.
    """
    gevonden = []
    for pad in sorted(map_.rglob("*.py")):
        try:
            boom = ast.parse(pad.read_text(encoding="utf-8"))
        except (OSError, SyntaxError, ValueError):
            continue
        gevonden.append(Bronbestand(f"{map_.name}/{pad.relative_to(map_)}", boom))
    return tuple(gevonden)


def ingevoerd(bestand: Bronbestand) -> Iterator[tuple[str, int]]:
    """Give every module that is imported, with its line; also inside functions."""
    for knoop in ast.walk(bestand.boom):
        if isinstance(knoop, ast.Import):
            yield from ((naam.name, knoop.lineno) for naam in knoop.names)
        elif isinstance(knoop, ast.ImportFrom) and knoop.module and knoop.level == 0:
            yield knoop.module, knoop.lineno


def aanroepen(bestand: Bronbestand) -> Iterator[tuple[str, int]]:
    """Give the dotted name of everything that is called, with its line."""
    for knoop in ast.walk(bestand.boom):
        if isinstance(knoop, ast.Call) and (naam := _naam(knoop.func)):
            yield naam, knoop.lineno


def _naam(knoop: ast.expr) -> str:
    if isinstance(knoop, ast.Attribute):
        voor = _naam(knoop.value)
        return f"{voor}.{knoop.attr}" if voor else f".{knoop.attr}"
    return knoop.id if isinstance(knoop, ast.Name) else ""


def plek_van(plugin: object, methode: str) -> str:
    """Return file and line of a method as they are shown; the class when it cannot be found."""
    functie = inspect.unwrap(getattr(type(plugin), methode, None) or getattr(plugin, methode))
    code = getattr(functie, "__code__", None)
    if code is None:
        return f"{type(plugin).__module__}.{methode}"
    pad = Path(code.co_filename)
    return f"{pad.parent.name}/{pad.name} regel {code.co_firstlineno}"
