"""The page of the commands, from the tree that the user gets."""

from __future__ import annotations

import inspect
from collections.abc import Iterator
from typing import Any

from typer.core import TyperArgument

from toegang_cli.docs.opmaak import code, pagina, tabel
from toegang_cli.hulp import gebruik, naam_van, uitleg_van
from toegang_cli.main import PROGRAMMA, opdrachtboom

_INLEIDING = """Elke opdracht die iets leest heeft `--json`; een opdracht die iets vastlegt heeft meestal `--proef`: dan
gebeurt alles, en wordt niets opgeslagen. Resultaten gaan naar stdout, de rest naar stderr.
`--help` werkt overal."""


def commandos() -> str:
    """Return the page."""
    return pagina("Opdrachten", _INLEIDING, *_delen(opdrachtboom(), PROGRAMMA))


def alle_opdrachten(groep: Any, pad: str) -> Iterator[tuple[str, Any]]:
    """Give every command with its full name, groups left out.

    Args:
        groep: a group of typer.
        pad: its name.
    """
    for naam, deel in groep.commands.items():
        if hasattr(deel, "commands"):
            yield from alle_opdrachten(deel, f"{pad} {naam}")
        else:
            yield f"{pad} {naam}", deel


def _delen(groep: Any, pad: str) -> Iterator[str]:
    for naam, deel in groep.commands.items():
        volledig = f"{pad} {naam}"
        if hasattr(deel, "commands"):
            yield f"## {volledig}\n\n{deel.help}"
            if deel.invoke_without_command:  # it does something by itself
                yield from _opties(deel, is_argument=False, kop="Optie")
            yield from _delen(deel, volledig)
        else:
            kop = "###" if " " in pad else "##"
            yield "\n\n".join((f"{kop} {volledig}", *_opdracht(deel, volledig)))


def _opdracht(opdracht: Any, volledig: str) -> Iterator[str]:
    yield inspect.cleandoc(opdracht.help or "")
    yield code(" ".join((volledig, *gebruik(opdracht.params))))
    for kop, is_argument in (("Argument", True), ("Optie", False)):
        yield from _opties(opdracht, is_argument=is_argument, kop=kop)
    kop, *regels = opdracht.epilog.splitlines()
    yield kop
    yield code("\n".join(regel.strip() for regel in regels))


def _opties(opdracht: Any, *, is_argument: bool, kop: str) -> Iterator[str]:
    rijen = [
        (f"`{naam_van(item)}`", uitleg_van(item))
        for item in opdracht.params
        if isinstance(item, TyperArgument) is is_argument and not item.hidden
    ]
    if rijen:
        yield tabel((kop, "Uitleg"), rijen)
