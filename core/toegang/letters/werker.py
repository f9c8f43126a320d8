"""The side of the worker: letter in, file or fault out, until the line ends (:mod:`toegang.letters.pool`)."""

from __future__ import annotations

import contextlib
import gc
import os
import signal
import threading
from multiprocessing import parent_process
from multiprocessing.connection import Connection

from toegang.errors import ToegangFout
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.opdracht import Renderer
from toegang.letters.pool import Brieffout, Werkplaats
from toegang.letters.sjablonen import Sjabloonset

OPRUIMEN_NA = 20
"""Letters between two collections of garbage: a letter makes many objects that go by themselves (LETTERS.md §5)."""


def werk(lijn: Connection, plaats: Werkplaats) -> None:
    """Make letters until the line ends.

    Args:
        lijn: letters come in over it; the first word back is ``None``, and then one outcome per letter.
        plaats: what all letters share.
    """
    # Ctrl-C goes to the whole group of processes; the parent decides what happens then.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_volg_ouder, daemon=True).start()
    renderer = plaats.renderer()
    with contextlib.suppress(ToegangFout):  # what is missing here, every letter says itself
        renderer.software()  # loads what rendering needs, so that it is frozen with the rest
    sjablonen = Sjabloonset(plaats.mappen)
    zelden_opruimen()
    with contextlib.suppress(EOFError, OSError):
        lijn.send(None)
        gemaakt = 0
        while True:
            gegevens = lijn.recv()
            lijn.send(_maak(gegevens, plaats, sjablonen, renderer))
            gemaakt += 1
            if gemaakt % OPRUIMEN_NA == 0:
                gc.collect()


def zelden_opruimen() -> None:
    """Leave what is loaded out of every later collection of garbage, and collect only after some letters."""
    gc.collect()
    gc.freeze()
    gc.disable()


def _volg_ouder() -> None:
    """End with the parent: a worker of a killed parent would wait for work for ever."""
    ouder = parent_process()
    if ouder is not None:
        ouder.join()
        os._exit(1)


def _maak(
    gegevens: Briefgegevens, plaats: Werkplaats, sjablonen: Sjabloonset, renderer: Renderer
) -> GemaakteBrief | Brieffout:
    """Make one letter; every exception becomes a fault, and only our own texts are shown."""
    try:
        return maak_brief(gegevens, sjablonen, plaats.huisstijl, plaats.logo, renderer, plaats.tijdstip)
    except ToegangFout as fout:
        return Brieffout(str(fout))
    except Exception as fout:  # noqa: BLE001  its text may hold words of the letter
        return Brieffout(
            f"Onverwachte fout bij het maken van de brief ({type(fout).__name__}). Meld het aan de beheerder."
        )
