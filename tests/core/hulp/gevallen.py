"""Cases for the rules: for every rule of the register one in which it objects and one in which it does not.

A case is a function without arguments that returns the context of its moment. The modules
``gevallen_<moment>`` fill the lists when they are imported; :func:`alle` imports them all.
"""

import importlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import bouwers as b

from toegang.guards.register import Moment


@dataclass(frozen=True)
class Geval:
    """A case: the rule, the moment, how to make the context, and a word of the message when it objects."""

    regel: str
    moment: Moment
    maak: Callable[[], Any]
    zegt: str = ""

    def __str__(self) -> str:
        return f"{self.regel}-{self.moment}-{self.maak.__name__}"


MIS: list[Geval] = []
GOED: list[Geval] = []


def mis(regel, moment, zegt):
    """Mark a case in which exactly this rule objects, in these words."""

    def voeg_toe(maak):
        MIS.append(Geval(regel, moment, maak, zegt))
        return maak

    return voeg_toe


def goed(regel, moment):
    """Mark a case in which this rule could have objected and does not; nor does another."""

    def voeg_toe(maak):
        GOED.append(Geval(regel, moment, maak))
        return maak

    return voeg_toe


def beeld_van(context):
    """Return the gemeente of a context; one without gemeente is judged by the law alone."""
    return getattr(context, "beeld", None) or b.beeld()


def alle():
    """Import all modules with cases, once."""
    for bestand in sorted(Path(__file__).parent.glob("gevallen_*.py")):
        importlib.import_module(bestand.stem)
    return tuple(MIS), tuple(GOED)
