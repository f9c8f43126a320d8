"""Many letters at once: a pool of processes that a bad letter cannot bring down.

Workers are spawned, not forked: Pango, fontconfig and a later engine keep state that does not
survive a fork. When a worker dies, the letters that were in its hands are made again one by one,
each in a process of its own, so that only the letter that kills is reported as failed.
"""

from __future__ import annotations

import contextlib
import gc
import os
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import datetime
from itertools import chain, islice
from multiprocessing import get_context, parent_process
from pathlib import Path

from toegang.domain.huisstijl import Huisstijl
from toegang.errors import ToegangFout
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.opdracht import Renderer
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.weasy import WeasyRenderer

PER_WERKER = 2
"""Letters in hand per worker: one being made, one waiting."""

OPRUIMEN_NA = 20
"""Letters between two collections of garbage: a letter makes many objects that go by themselves (LETTERS.md §5)."""

VERVERS_NA = 2000
"""Workers are replaced after so many letters each: layout leaks a few kilobytes each (LETTERS.md §6)."""


@dataclass(frozen=True, slots=True, repr=False)
class Werkplaats:
    """What all letters of one run share.

    Args:
        mappen: folders with templates, the most specific first.
        huisstijl: house style.
        logo: its logo, sanitised.
        tijdstip: instant that stands in every file of the run, so that making one again gives the same bytes.
        renderer: makes the renderer, once in every worker.
    """

    mappen: tuple[Path, ...]
    huisstijl: Huisstijl
    logo: bytes
    tijdstip: datetime
    renderer: Callable[[], Renderer] = WeasyRenderer


@dataclass(frozen=True, slots=True)
class Brieffout:
    """A letter that could not be made.

    Args:
        uitleg: why and what to do, in Dutch, without personal data.
    """

    uitleg: str


Uitkomst = GemaakteBrief | Brieffout

_GESTOPT = Brieffout(
    "Het programma dat de brief maakte, stopte onverwacht. Kijk of er bijzondere tekens of zeer lange teksten in "
    "staan, en meld het aan de beheerder."
)


def aantal_werkers() -> int:
    """Return how many workers this machine can use at once."""
    return max(1, len(os.sched_getaffinity(0)))


def maak_parallel(
    brieven: Iterable[Briefgegevens], werkplaats: Werkplaats, werkers: int | None = None
) -> Iterator[tuple[Briefgegevens, Uitkomst]]:
    """Make letters in parallel; give each as it comes.

    Args:
        brieven: the letters; read only as fast as they are made.
        werkplaats: what they share.
        werkers: number of processes; ``None`` = one per processor.

    Yields:
        Every letter once, with the file or the reason why there is none, in order of completion.
    """
    aantal = werkers or aantal_werkers()
    bron = iter(brieven)
    for eerste in bron:
        lichting = chain((eerste,), islice(bron, aantal * VERVERS_NA - 1))
        yield from _maak_lichting(lichting, werkplaats, aantal)


def _maak_lichting(
    bron: Iterator[Briefgegevens], werkplaats: Werkplaats, aantal: int
) -> Iterator[tuple[Briefgegevens, Uitkomst]]:
    lopend: dict[Future[Uitkomst], Briefgegevens] = {}
    pool = _pool(werkplaats, aantal)
    try:
        while True:
            for gegevens in islice(bron, aantal * PER_WERKER - len(lopend)):
                lopend[_geef(pool, gegevens)] = gegevens
            if not lopend:
                return
            klaar, _ = wait(lopend, return_when=FIRST_COMPLETED)
            if any(isinstance(future.exception(), BrokenProcessPool) for future in klaar):
                in_handen = list(lopend.items())
                lopend.clear()
                pool.shutdown(wait=True, cancel_futures=True)
                yield from _herstel(in_handen, werkplaats)
                pool = _pool(werkplaats, aantal)
                continue
            for future in klaar:
                yield lopend.pop(future), _uitkomst(future)
    finally:
        pool.shutdown(wait=True, cancel_futures=True)


def _geef(pool: ProcessPoolExecutor, gegevens: Briefgegevens) -> Future[Uitkomst]:
    try:
        return pool.submit(_maak, gegevens)
    except BrokenProcessPool as fout:
        # A worker died between two letters; this one is made again like those in hand.
        mislukt: Future[Uitkomst] = Future()
        mislukt.set_exception(fout)
        return mislukt


def _herstel(
    in_handen: list[tuple[Future[Uitkomst], Briefgegevens]], werkplaats: Werkplaats
) -> Iterator[tuple[Briefgegevens, Uitkomst]]:
    for future, gegevens in in_handen:
        if future.done() and not future.cancelled() and future.exception() is None:
            yield gegevens, future.result()
            continue
        with _pool(werkplaats, 1) as alleen:
            yield gegevens, _uitkomst(alleen.submit(_maak, gegevens))


def _uitkomst(future: Future[Uitkomst]) -> Uitkomst:
    try:
        return future.result()
    except BrokenProcessPool:
        return _GESTOPT


def _pool(werkplaats: Werkplaats, werkers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(
        werkers,
        mp_context=get_context("spawn"),
        initializer=_begin,
        initargs=(werkplaats,),
    )


# In the worker.


@dataclass(slots=True)
class _Werker:
    """What one worker keeps between letters."""

    werkplaats: Werkplaats
    sjablonen: Sjabloonset
    renderer: Renderer
    gemaakt: int = 0


_werker: list[_Werker] = []


def _begin(werkplaats: Werkplaats) -> None:
    threading.Thread(target=_volg_ouder, daemon=True).start()
    renderer = werkplaats.renderer()
    with contextlib.suppress(ToegangFout):  # what is missing here, every letter says itself
        renderer.software()  # loads what rendering needs, so that it is frozen with the rest
    _werker[:] = [_Werker(werkplaats, Sjabloonset(werkplaats.mappen), renderer)]
    zelden_opruimen()


def zelden_opruimen() -> None:
    """Leave what is loaded out of every later collection of garbage, and collect only when :func:`_maak` says so."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _volg_ouder() -> None:
    """End with the parent: a worker of a killed parent would wait for work for ever."""
    ouder = parent_process()
    if ouder is not None:
        ouder.join()
        os._exit(1)


def _maak(gegevens: Briefgegevens) -> Uitkomst:
    """Make one letter; every exception becomes a fault, and only our own texts are shown."""
    hier = _werker[0]
    plaats = hier.werkplaats
    hier.gemaakt += 1
    if hier.gemaakt % OPRUIMEN_NA == 0:
        gc.collect()
    try:
        return maak_brief(gegevens, hier.sjablonen, plaats.huisstijl, plaats.logo, hier.renderer, plaats.tijdstip)
    except ToegangFout as fout:
        return Brieffout(str(fout))
    except Exception as fout:  # noqa: BLE001  its text may hold words of the letter
        return Brieffout(
            f"Onverwachte fout bij het maken van de brief ({type(fout).__name__}). Meld het aan de beheerder."
        )
