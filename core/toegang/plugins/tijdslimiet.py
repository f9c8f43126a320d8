"""A hook gets so many seconds. After that the step ends, whatever the plugin is doing; nothing was written.

In the main thread an alarm of the operating system interrupts it, also while it sleeps or waits. In another thread,
where no alarm can come, a watchdog raises the same in it; that one cannot end a wait inside the C library.
"""

from __future__ import annotations

import ctypes
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any

STANDAARD = 10.0
"""Seconds for one answer. A hook computes with values that it has; a slow one takes milliseconds."""
_Behandelaar = Callable[[int, FrameType | None], Any] | int | None
_NOG_EENS = 0.1
"""Seconds until the next attempt, for a plugin that catches what ends it."""


class Voorbij(BaseException):
    """The time is over. No ``Exception``: an ``except Exception`` of the plugin must not keep it."""


@contextmanager
def hoogstens(seconden: float) -> Iterator[None]:
    """End what happens in the block after so many seconds.

    Args:
        seconden: the limit; 0 or less = none.

    Raises:
        Voorbij: it took longer.
    """
    if seconden <= 0:
        yield
    elif threading.current_thread() is threading.main_thread():
        with _met_alarm(seconden):
            yield
    else:
        with _met_wachter(seconden):
            yield


@contextmanager
def _met_alarm(seconden: float) -> Iterator[None]:
    begin = time.monotonic()
    vorige = signal.signal(signal.SIGALRM, _bij_alarm)
    over, _ = signal.setitimer(signal.ITIMER_REAL, seconden, _NOG_EENS)
    try:
        yield
    finally:
        _zet_uit(vorige)
        if over:  # a block around this one goes on with what is left of its time
            signal.setitimer(signal.ITIMER_REAL, max(over - (time.monotonic() - begin), 0.001), _NOG_EENS)


def _zet_uit(vorige: _Behandelaar) -> None:
    """Stop the alarm; one that comes at this very moment no longer counts, since the answer is there."""
    while True:
        try:
            signal.setitimer(signal.ITIMER_REAL, 0)
            signal.signal(signal.SIGALRM, vorige)
        except Voorbij:
            continue
        return


def _bij_alarm(_nummer: int, _frame: FrameType | None) -> None:
    raise Voorbij


@contextmanager
def _met_wachter(seconden: float) -> Iterator[None]:
    """Raise in this thread from another one."""
    klaar, slot = threading.Event(), threading.Lock()
    doel = threading.get_ident()

    def waak() -> None:
        wacht = seconden
        while not klaar.wait(wacht):
            with slot:
                if not klaar.is_set():
                    ctypes.pythonapi.PyThreadState_SetAsyncExc(ctypes.c_ulong(doel), ctypes.py_object(Voorbij))
            wacht = _NOG_EENS

    threading.Thread(target=waak, name="toegang-hooktijd", daemon=True).start()
    try:
        yield
    finally:
        with slot:
            klaar.set()
