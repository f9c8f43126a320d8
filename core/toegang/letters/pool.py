"""Many letters at once: processes that a bad letter cannot bring down, and that are watched one by one.

Workers are spawned, not forked: Pango, fontconfig and a later engine keep state that does not survive a fork.
Each has a line of its own to this process, so it is always known which letter is in whose hands. A worker that
dies, or takes too long, is replaced; the letter it was making is tried once more in another, and what was only
waiting is handed on. So a letter that kills is the only one that is reported, and a kill from outside costs none.
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection, wait
from multiprocessing.context import SpawnProcess
from os import sched_getaffinity
from pathlib import Path
from typing import TYPE_CHECKING

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.weasy import WeasyRenderer

if TYPE_CHECKING:
    from toegang.letters.maken import GemaakteBrief
    from toegang.letters.opdracht import Renderer

PER_WERKER = 2
"""Letters in hand per worker: one being made, one waiting."""

VERVERS_NA = 2000
"""Workers are replaced after so many letters each: layout leaks a few kilobytes each (LETTERS.md §6)."""

KEREN = 2
"""Times that a letter is tried when its worker died or hung: the first time it may have been something else."""

BEGINTIJD = 120.0
"""Seconds that a worker may take before it can make a letter."""


@dataclass(frozen=True, slots=True, repr=False)
class Werkplaats:
    """What all letters of one run share.

    Args:
        mappen: folders with templates, the most specific first.
        huisstijl: house style.
        logo: its logo, sanitised.
        tijdstip: instant that stands in every file of the run, so that making one again gives the same bytes.
        renderer: makes the renderer, once in every worker.
        seconden: longest time that one letter may take.
    """

    mappen: tuple[Path, ...]
    huisstijl: Huisstijl
    logo: bytes
    tijdstip: datetime
    renderer: Callable[[], Renderer] = WeasyRenderer
    seconden: float = 120.0


@dataclass(frozen=True, slots=True)
class Brieffout:
    """A letter that could not be made.

    Args:
        uitleg: why and what to do, in Dutch, without personal data.
    """

    uitleg: str


_GESTOPT = Brieffout(
    "Het programma dat de brief maakte, stopte onverwacht. Kijk of er bijzondere tekens of zeer lange teksten in "
    "staan, en meld het aan de beheerder."
)


def aantal_werkers() -> int:
    """Return how many workers this machine can use at once."""
    return max(1, len(sched_getaffinity(0)))


def maak_parallel(
    brieven: Iterable[Briefgegevens], werkplaats: Werkplaats, werkers: int | None = None
) -> Iterator[tuple[Briefgegevens, GemaakteBrief | Brieffout]]:
    """Make letters in parallel; give each as it comes.

    Args:
        brieven: the letters; read only as fast as they are made.
        werkplaats: what they share.
        werkers: number of processes; ``None`` = one per processor.

    Yields:
        Every letter once, with the file or the reason why there is none, in order of completion.
    """
    ploeg = _Ploeg(iter(brieven), werkplaats, werkers or aantal_werkers())
    try:
        yield from ploeg.werk()
    finally:
        ploeg.stop()


@dataclass(slots=True)
class _Taak:
    """A letter in somebody's hands."""

    gegevens: Briefgegevens
    keren: int = 0


@dataclass(slots=True, eq=False)
class _Werker:
    """One worker, seen from here: the first letter in its hands is the one it is making."""

    proces: SpawnProcess
    lijn: Connection
    in_handen: deque[_Taak] = field(default_factory=deque)
    gemaakt: int = 0
    klaar: bool = False
    sinds: float = 0.0

    @property
    def vol(self) -> bool:
        return len(self.in_handen) >= PER_WERKER or self.gemaakt + len(self.in_handen) >= VERVERS_NA


class _Ploeg:
    """The workers of one run."""

    def __init__(self, bron: Iterator[Briefgegevens], plaats: Werkplaats, aantal: int) -> None:
        self._bron, self._plaats, self._aantal = bron, plaats, aantal
        self._opnieuw: deque[_Taak] = deque()
        self._werkers: list[_Werker] = []

    def werk(self) -> Iterator[tuple[Briefgegevens, GemaakteBrief | Brieffout]]:
        """Give every letter with its outcome."""
        while True:
            self._deel_uit()
            bezig = [werker for werker in self._werkers if werker.in_handen]
            if not bezig:
                return
            klaar = set(wait([werker.lijn for werker in bezig], timeout=self._wachttijd(bezig)))
            for werker in bezig:
                if werker.lijn in klaar:
                    yield from self._ontvang(werker)
                elif self._te_lang(werker):
                    seconden = self._plaats.seconden if werker.klaar else BEGINTIJD
                    yield from self._vervang(werker, _te_laat(seconden))

    def stop(self) -> None:
        """End all workers; whoever is not idle is not waited for."""
        for werker in self._werkers:
            self._beeindig(werker)
        self._werkers.clear()

    def _deel_uit(self) -> None:
        """Give everybody work, as long as there is some; new workers come only for work."""
        for ronde in range(PER_WERKER):
            for plaats in range(self._aantal):
                if plaats < len(self._werkers) and len(self._werkers[plaats].in_handen) > ronde:
                    continue
                taak = self._volgende(plaats)
                if taak is None:
                    return
                self._geef(plaats, taak)

    def _volgende(self, plaats: int) -> _Taak | None:
        if plaats < len(self._werkers) and self._werkers[plaats].vol:
            if self._werkers[plaats].in_handen:
                return None
            self._beeindig(self._werkers[plaats])
            self._werkers[plaats] = self._nieuw()
        if self._opnieuw:
            return self._opnieuw.popleft()
        return next((_Taak(gegevens) for gegevens in islice(self._bron, 1)), None)

    def _geef(self, plaats: int, taak: _Taak) -> None:
        while plaats >= len(self._werkers):
            self._werkers.append(self._nieuw())
        werker = self._werkers[plaats]
        if not werker.in_handen:
            werker.sinds = time.monotonic()
        werker.in_handen.append(taak)
        try:
            werker.lijn.send(taak.gegevens)
        except OSError:
            return  # it died between two letters; the end of its line tells so at the next look

    def _ontvang(self, werker: _Werker) -> Iterator[tuple[Briefgegevens, GemaakteBrief | Brieffout]]:
        try:
            bericht = werker.lijn.recv()
        except (EOFError, OSError):
            yield from self._vervang(werker, _GESTOPT)
            return
        werker.sinds = time.monotonic()
        if bericht is None:
            werker.klaar = True
            return
        werker.gemaakt += 1
        yield werker.in_handen.popleft().gegevens, bericht

    def _vervang(self, werker: _Werker, waarom: Brieffout) -> Iterator[tuple[Briefgegevens, Brieffout]]:
        """Replace a worker; its letter gets another chance, what waited behind it goes first to the others."""
        self._beeindig(werker)
        self._werkers[self._werkers.index(werker)] = self._nieuw()
        dader, *wachtend = werker.in_handen
        dader.keren += 1
        self._opnieuw.extend(wachtend)
        if dader.keren < KEREN:
            self._opnieuw.append(dader)
        else:
            yield dader.gegevens, waarom

    def _te_lang(self, werker: _Werker) -> bool:
        return time.monotonic() - werker.sinds > (self._plaats.seconden if werker.klaar else BEGINTIJD)

    def _wachttijd(self, bezig: list[_Werker]) -> float:
        nu = time.monotonic()
        einden = [werker.sinds + (self._plaats.seconden if werker.klaar else BEGINTIJD) for werker in bezig]
        return max(0.01, min(einden) - nu)

    def _nieuw(self) -> _Werker:
        # the worker's side is a module of its own: it loads what making a letter needs, and this process does not
        from toegang.letters.werker import werk

        context = get_context("spawn")
        hier, daar = context.Pipe()
        proces = context.Process(target=werk, args=(daar, self._plaats), daemon=True)
        proces.start()
        daar.close()
        return _Werker(proces, hier, sinds=time.monotonic())

    def _beeindig(self, werker: _Werker) -> None:
        werker.lijn.close()
        if werker.in_handen:
            werker.proces.kill()
        werker.proces.join(timeout=5)
        if werker.proces.exitcode is None:
            werker.proces.kill()
            werker.proces.join()
        werker.proces.close()


def _te_laat(seconden: float) -> Brieffout:
    return Brieffout(
        f"Het maken van de brief duurde langer dan {seconden:g} seconden en is afgebroken. Kijk of er zeer lange "
        "teksten in staan, en meld het aan de beheerder."
    )
