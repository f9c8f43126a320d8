"""Is this machine in order, and each gemeente on it? One line per check, with the mend.

A process holds the keys of one gemeente only, so every gemeente is checked in a child process; one that
crashes is named, and the rest goes on (DESIGN.md §5).
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from toegang.errors import Afsluitcode, ToegangFout
from toegang.tenancy import Register
from toegang_cli.kindproces import voer_in_kind, voor_elk
from toegang_cli.uitvoer import druk, toon_json
from toegang_cli.uitvoering.controle import Controle, Oordeel, fout, goed, let_op
from toegang_cli.uitvoering.gemeentecontrole import controleer_gemeente
from toegang_cli.uitvoering.machinecontrole import controleer_machine

_GEDULD = 120.0
_KLEUR = {Oordeel.GOED: "green", Oordeel.LET_OP: "yellow", Oordeel.FOUT: "bold red"}


def doctor(gemeente: str | None, *, als_json: bool) -> Afsluitcode:
    """Run all checks.

    Args:
        gemeente: check only this one, in this process; ``None`` = the machine and every gemeente.
        als_json: as JSON.

    Returns:
        CONTROLE when something is wrong.

    Raises:
        Invoerfout: this can be no name of a gemeente.
    """
    if gemeente is not None:
        Register.standaard().paden(gemeente)
    controles = list(controleer_gemeente(gemeente) if gemeente else _alles())
    if als_json:
        toon_json({"goed": not _heeft_fout(controles), "controles": [item.als_json() for item in controles]})
    else:
        _toon(controles)
    return Afsluitcode.CONTROLE if _heeft_fout(controles) else Afsluitcode.OK


def _alles() -> Iterable[Controle]:
    yield from controleer_machine()
    try:
        register = Register.standaard()
        namen = [regel.naam for regel in register.regels()]
        onvoltooid = register.onvoltooid()
    except ToegangFout as storing:
        yield fout("gemeenten", storing.boodschap, storing.vervolg)
        return
    if not namen:
        yield goed("gemeenten", "er is nog geen gemeente aangesloten")
    for naam in onvoltooid:
        yield let_op(naam, "het aansluiten is niet af", f"toegang gemeente aansluiten {naam}")
    for gevonden in voor_elk(namen, _in_kind):
        yield from gevonden


def _in_kind(naam: str) -> list[Controle]:
    kind = voer_in_kind("doctor", "--gemeente", naam, "--json", geduld=_GEDULD)
    try:
        return [Controle.uit_json(item) for item in json.loads(kind.uit)["controles"]]
    except (ValueError, KeyError, TypeError):
        return [fout(naam, f"de controle stopte voortijdig ({kind.fout})", f"toegang doctor -g {naam}")]


def _heeft_fout(controles: list[Controle]) -> bool:
    return any(item.oordeel is Oordeel.FOUT for item in controles)


def _toon(controles: list[Controle]) -> None:
    from rich.table import Table
    from rich.text import Text

    tabel = Table.grid(padding=(0, 2))
    tabel.add_column(no_wrap=True)
    tabel.add_column(no_wrap=True, max_width=24)
    tabel.add_column(overflow="fold")
    for item in controles:
        tekst = f"{item.bevinding}\n→ {item.herstel}" if item.herstel else item.bevinding
        tabel.add_row(Text(item.oordeel.value, style=_KLEUR[item.oordeel]), item.onderwerp, tekst)
    druk(tabel)
