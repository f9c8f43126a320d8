"""The checks in a process of their own, so that a hook that never ends can be stopped from outside.

The answering side (``python -m toegang.testing.proces``) says what it is about to do, line by line; the asking side
(:func:`beproef`) waits so long for each next line, ends the process when none comes, and goes on without that hook.
"""

from __future__ import annotations

import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass
from datetime import date
from typing import IO, Any

from toegang.plugins.proefplugin import Proefplugin
from toegang.testing.bevinding import Bevinding
from toegang.testing.keuze import Keuze
from toegang.testing.proefstuk import LIMIET, laad_proefstuk
from toegang.testing.register import Proef, alle_toetsen, voer_uit

GENADE = 3.0
"""Seconds on top of the limit of a hook: inside the process a timer of its own comes first."""
OPSTARTEN = 60.0
"""Seconds for loading, and for a check that asks no hook."""


@dataclass(frozen=True)
class Uitslag:
    """The outcome of one check.

    Args:
        toets: its id.
        zin: what holds when it passes.
        bevindingen: the faults; empty = passed, when it was run.
        gedaan: it was run; False = an earlier fault was in the way.
    """

    toets: str
    zin: str
    bevindingen: tuple[Bevinding, ...]
    gedaan: bool = True

    @property
    def goed(self) -> bool:
        """It was run, and found nothing."""
        return self.gedaan and not self.bevindingen


def beproef(keuze: Keuze, op: date, *, uitbreiding: bool = False, limiet: float = LIMIET) -> Iterator[Uitslag]:
    """Run all checks over a plugin, each hook with a time limit, and give the outcomes in order.

    Args:
        keuze: the plugin.
        op: day on which is judged.
        uitbreiding: it is an extension.
        limiet: seconds for one hook.
    """
    over = {toets.id: toets for toets in alle_toetsen(uitbreiding=uitbreiding)}
    traag: dict[str, Bevinding] = {}
    while over:
        gang = _Gang(keuze, op, uitbreiding, limiet, tuple(over), tuple(traag))
        for regel in gang.regels():
            toets = over.pop(regel["toets"])
            gevonden = tuple(Bevinding.uit_json(item) for item in regel["bevindingen"])
            gevonden += tuple(item for item in traag.values() if item.toets == toets.id)
            yield Uitslag(toets.id, toets.zin, gevonden, gedaan=regel["gedaan"] or bool(gevonden))
        if gang.fout is None:
            break
        if gang.hook is not None and gang.hook not in traag:
            traag[gang.hook] = gang.fout
        elif over:  # it ended outside a hook: that check failed, the others can still be run
            toets = over.pop(next(iter(over)))
            yield Uitslag(toets.id, toets.zin, (gang.fout,))


class _Gang:
    """One process, until it is done or has to be ended."""

    def __init__(
        self,
        keuze: Keuze,
        op: date,
        uitbreiding: bool,
        limiet: float,
        toetsen: tuple[str, ...],
        overslaan: tuple[str, ...],
    ) -> None:
        self.hook: str | None = None
        self.fout: Bevinding | None = None
        self._naam, self._limiet = keuze.naam, limiet
        self._opdracht = {
            "plugin": asdict(keuze.plugin),
            "naam": keuze.naam,
            "op": op.isoformat(),
            "uitbreiding": uitbreiding,
            "limiet": limiet,
            "toetsen": toetsen,
            "overslaan": overslaan,
        }

    def regels(self) -> Iterator[dict[str, Any]]:
        omgeving = {naam: waarde for naam, waarde in os.environ.items() if not naam.startswith("TOEGANG_DATA")}
        omgeving["PYTHONPATH"] = os.pathsep.join(deel for deel in sys.path if deel)
        proces = subprocess.Popen(
            [sys.executable, "-P", "-m", __name__],
            env=omgeving,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
            encoding="utf-8",
        )
        assert proces.stdin is not None
        assert proces.stdout is not None
        regels: queue.Queue[str | None] = queue.Queue()
        threading.Thread(target=_lees, args=(proces.stdout, regels), daemon=True).start()
        with suppress(OSError):
            proces.stdin.write(json.dumps(self._opdracht))
            proces.stdin.close()
        try:
            yield from self._volg(proces, regels)
        finally:
            proces.kill()
            proces.wait()
            proces.stdout.close()

    def _volg(self, proces: subprocess.Popen[str], regels: queue.Queue[str | None]) -> Iterator[dict[str, Any]]:
        while True:
            wacht = OPSTARTEN if self.hook is None else self._limiet + GENADE
            try:
                regel = regels.get(timeout=wacht)
            except queue.Empty:
                self.fout = self._te_lang(wacht)
                return
            if regel is None:
                if proces.wait() != 0:
                    self.fout = self._beeindigd(proces.returncode)
                return
            bericht = json.loads(regel)
            self.hook = bericht.get("hook") or None
            if "toets" in bericht:
                yield bericht

    def _te_lang(self, wacht: float) -> Bevinding:
        waar = f"hook '{self.hook}'" if self.hook else f"plugin {self._naam}"
        herstel = "haal de lus of het wachten eruit; een hook rekent met wat hij krijgt"
        return Bevinding("tijd", waar, f"gaf binnen {wacht:g} seconden geen antwoord en is gestopt", herstel)

    def _beeindigd(self, code: int) -> Bevinding:
        waar = f"hook '{self.hook}'" if self.hook else f"plugin {self._naam}"
        wat = f"beëindigde het proces (code {code}) in plaats van te antwoorden"
        return Bevinding("uitzonderingen", waar, wat, "een plugin mag het programma niet stoppen")


def _lees(uit: IO[str], regels: queue.Queue[str | None]) -> None:
    with suppress(ValueError):
        for regel in uit:
            regels.put(regel)
    regels.put(None)


def main() -> None:
    """Be the answering side."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as uit:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what the plugin prints must not end up between the lines
        opdracht = json.loads(sys.stdin.read())

        def zeg(**velden: Any) -> None:
            uit.write(json.dumps(velden) + "\n")
            uit.flush()

        stuk = laad_proefstuk(
            Proefplugin(**opdracht["plugin"]),
            opdracht["naam"],
            date.fromisoformat(opdracht["op"]),
            uitbreiding=opdracht["uitbreiding"],
            limiet=opdracht["limiet"],
            overslaan=frozenset(opdracht["overslaan"]),
            voor_hook=lambda hook: zeg(hook=hook),
        )
        proef = Proef(stuk)
        for toets in alle_toetsen(uitbreiding=opdracht["uitbreiding"]):
            if toets.id in opdracht["toetsen"]:
                kan = toets.kan(proef)
                gevonden = voer_uit(proef, toets) if kan else ()
                zeg(toets=toets.id, gedaan=kan, bevindingen=[item.als_json() for item in gevonden])


if __name__ == "__main__":
    main()
