"""``toegang demo``: run the four gemeenten side by side and show what came out."""

from __future__ import annotations

import multiprocessing
import os
import queue
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from toegang.environment import Klok
from toegang.errors import Afsluitcode, ToegangFout
from toegang.tenancy.controles import controleer_schrijfbaar
from toegang_cli.demo.aanmeldingen import GEMEENTEN
from toegang_cli.demo.loop import Opdracht, doe_gemeente
from toegang_cli.demo.scenarios import SCENARIOS
from toegang_cli.demo.verslag import Gemeenteverslag

if TYPE_CHECKING:
    from multiprocessing.process import BaseProcess

    from rich.progress import Progress

STANDAARDMAP = Path("demo")


def demo(personen: Path | None, map_: Path | None, aantal: int | None) -> Afsluitcode:
    """Run the demo.

    Args:
        personen: file with official test persons; ``None`` = generated ones.
        map_: data folder; ``None`` = ``demo`` in the current folder.
        aantal: households per gemeente, without a file.

    Returns:
        OK; DEELS when a gemeente could not finish, FOUT when none could.

    Raises:
        Invoerfout: the file cannot be used.
    """
    from toegang_cli.brp import lees_personen
    from toegang_cli.demo.tonen import toon_alles, toon_personen

    map_ = (map_ or STANDAARDMAP).absolute()
    bestand = personen.absolute() if personen else None
    gelezen = lees_personen(bestand) if bestand else None
    controleer_schrijfbaar(map_)
    opdrachten = [
        Opdracht(naam, map_, aantal or len(SCENARIOS), bestand, (plaats, len(GEMEENTEN)))
        for plaats, naam in enumerate(GEMEENTEN)
    ]
    verslagen = _draai(opdrachten)
    toon_alles(verslagen, map_)
    if gelezen is not None and bestand is not None:
        toon_personen(gelezen, verslagen, bestand, Klok.van_machine().vandaag())
    gestopt = sum(1 for verslag in verslagen if verslag.fout)
    if gestopt == len(verslagen):
        return Afsluitcode.FOUT
    return Afsluitcode.DEELS if gestopt else Afsluitcode.OK


def _draai(opdrachten: list[Opdracht]) -> list[Gemeenteverslag]:
    """Run one child per gemeente, as many at a time as there are cores; in the order that was asked."""
    omgeving = multiprocessing.get_context("spawn")
    post: Any = omgeving.Queue()
    wachtend = list(opdrachten)
    lopend: dict[str, BaseProcess] = {}
    klaar: dict[str, Gemeenteverslag] = {}
    with _voortgangsbalk() as balk:
        taken = {item.naam: balk.add_task(item.naam, total=None, stand="wacht") for item in opdrachten}
        while len(klaar) < len(opdrachten):
            while wachtend and len(lopend) < _kernen():
                opdracht = wachtend.pop(0)
                proces = omgeving.Process(target=_kind, args=(opdracht, post), name=opdracht.naam)
                proces.start()
                lopend[opdracht.naam] = proces
            for naam, wat in _berichten(post):
                if isinstance(wat, Gemeenteverslag):
                    klaar[naam] = wat
                    lopend.pop(naam).join()
                    balk.update(taken[naam], total=1, completed=1, stand=(wat.fout and "gestopt") or "klaar")
                else:
                    fase, gedaan, totaal = wat
                    balk.update(taken[naam], total=totaal, completed=gedaan, stand=f"{fase} {gedaan}/{totaal}")
            for naam in [naam for naam, proces in lopend.items() if not proces.is_alive() and post.empty()]:
                code = lopend.pop(naam).exitcode
                klaar.setdefault(naam, Gemeenteverslag(naam, fout=f"het proces stopte onverwacht (code {code})"))
    return [klaar[item.naam] for item in opdrachten]


def _kind(opdracht: Opdracht, post: Any) -> None:
    """Run one gemeente and post progress and the outcome; an error stops this gemeente only."""
    naam = opdracht.naam
    try:
        verslag = doe_gemeente(opdracht, lambda fase, gedaan, totaal: post.put((naam, (fase, gedaan, totaal))))
    except ToegangFout as fout:
        verslag = Gemeenteverslag(naam, fout=str(fout))
    post.put((naam, replace(verslag)))


def _berichten(post: Any) -> list[tuple[str, Any]]:
    """Return what was posted; waits a moment for the first message."""
    gevonden = []
    try:
        gevonden.append(post.get(timeout=0.2))
        while True:
            gevonden.append(post.get_nowait())
    except queue.Empty:
        return gevonden


def _kernen() -> int:
    return max(1, len(os.sched_getaffinity(0)))


def _voortgangsbalk() -> Progress:
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn

    fouten = Console(stderr=True)
    return Progress(
        TextColumn("{task.description:<12}"),
        BarColumn(bar_width=30),
        TextColumn("{task.fields[stand]}"),
        console=fouten,
        transient=True,
        disable=not fouten.is_terminal,
    )
