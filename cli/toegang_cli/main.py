"""The command ``toegang``. Importing this module and asking for help load nothing but typer."""

from __future__ import annotations

import functools
import io
import os
import sys
from collections.abc import Sequence
from typing import Annotated, Any

import typer
from typer.main import get_command

from toegang_cli.fouten import ONDERBROKEN, meld
from toegang_cli.hulp import Groep, maak_groep
from toegang_cli.opdrachten import (
    aanbieder,
    algemeen,
    archief,
    beschikking,
    besluit,
    bezwaar,
    fusie,
    gemeente,
    gesprek,
    herindicatie,
    inwoner,
    levering,
    mandaat,
    medewerker,
    melding,
    monitoring,
    ondersteuning,
    plan,
    plugin,
    privacy,
    proefdraai,
    rapport,
    regels,
    regie,
    team,
    termijn,
    zaak,
)

PROGRAMMA = "toegang"

_SLOT = """Beginnen:
  toegang demo                vier gemeenten aan het werk, met testpersonen
  toegang doctor              is deze machine in orde?
  toegang zaak toon --help    uitleg bij een opdracht

Afsluitcodes: 0 goed, 1 fout, 2 verkeerd gebruik, 3 deels gelukt,
4 niet toegestaan, 5 conflict, 6 controle vond fouten, 130 onderbroken."""


_GROEPEN = (
    gemeente,
    plugin,
    medewerker,
    melding,
    gesprek,
    plan,
    zaak,
    team,
    inwoner,
    regie,
    besluit,
    mandaat,
    termijn,
    beschikking,
    archief,
    regels,
    privacy,
    ondersteuning,
)
_NAZORG = (levering, aanbieder, monitoring, herindicatie, bezwaar, rapport, fusie)


def maak_app(alleen: str | None = None) -> typer.Typer:
    """Return the command with its groups.

    Args:
        alleen: fill this group only and leave the others empty, because making all of them takes longer
            than importing typer; ``None`` = fill all.
    """
    app = maak_groep("Toegang: van eerste vraag tot beschikking, voor Nederlandse gemeenten.", _SLOT)
    app.callback(cls=Groep)(_begin)
    algemeen.registreer(app)
    termijn.registreer(app)
    proefdraai.registreer(app)
    for module in (*_GROEPEN, *_NAZORG):
        vol = alleen is None or alleen == module.NAAM
        app.add_typer(module.groep if vol else maak_groep(str(module.groep.info.help)), name=module.NAAM)
    return app


@functools.cache
def opdrachtboom(alleen: str | None = None) -> Any:
    """Return the tree of groups and commands, made once per process; see :func:`maak_app`."""
    return get_command(maak_app(alleen))


def voer_uit(argumenten: Sequence[str]) -> int:
    """Run one command.

    Args:
        argumenten: what was typed after ``toegang``.

    Returns:
        The exit code (:class:`toegang.errors.Afsluitcode`; 130 when interrupted).
    """
    try:
        eerste = next((woord for woord in argumenten if not woord.startswith("-")), "")
        uitkomst: Any = opdrachtboom(eerste).main(args=list(argumenten), prog_name=PROGRAMMA, standalone_mode=False)
        sys.stdout.flush()
        if uitkomst == ONDERBROKEN:
            raise KeyboardInterrupt
    except SystemExit as einde:
        uitkomst = einde.code
    except BaseException as fout:  # noqa: BLE001  nothing may reach the user as a traceback
        uitkomst = meld(fout)
    return uitkomst if isinstance(uitkomst, int) else 0


def main() -> None:
    """Run the command that was typed, and end with its exit code."""
    os.umask(0o077)
    for stroom in (sys.stdout, sys.stderr):
        if isinstance(stroom, io.TextIOWrapper):
            stroom.reconfigure(encoding="utf-8", errors="replace")
    code = voer_uit(sys.argv[1:])
    try:
        sys.stdout.flush()
    except BrokenPipeError:
        # The reader went away; without this the interpreter complains about it at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(code)


def _toon_versie(gevraagd: bool) -> None:
    if gevraagd:
        from importlib.metadata import version

        typer.echo(f"toegang {version('toegang')}")
        raise typer.Exit


def _begin(
    versie: Annotated[
        bool,
        typer.Option("--versie", "--version", help="Toon de versie en stop.", callback=_toon_versie, is_eager=True),
    ] = False,
) -> None:
    """Take the options of the command as a whole."""


if __name__ == "__main__":
    main()
