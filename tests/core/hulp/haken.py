"""Layers for a hook board, and the questions that each decision hook is asked with."""

import bouwers as b

from toegang.hookspecs import hookimpl
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.verpakking import Herkomst

LAGEN = ("standaard", "model", "uitbreiding", "gemeente")
PLUGIN = dict(zip(LAGEN, ("toegang", "model-plein", "extra-brieven", "toegang-proefdorp"), strict=True))


def laag(naam, plugin):
    return Laag(plugin, Herkomst(PLUGIN[naam], "1.2.3", naam))


class Stil:
    """A plugin without any hook."""


def bord(**plugins):
    """Build a board; a layer that is not given has a plugin without hooks."""
    return Hakenbord("proefdorp", tuple(laag(naam, plugins.get(naam) or Stil()) for naam in LAGEN))


def plugin(**haken):
    """Make a plugin from functions that take self: ``plugin(route_intake=zegt(intake()))``."""
    return type("Plugin", (), {naam: hookimpl(haak) for naam, haak in haken.items()})()


def zegt(antwoord):
    """Make a hook that takes no arguments and always gives this answer."""

    def haak(self):
        return antwoord

    return haak


VRAAG = {
    "route_intake": lambda: (b.melding(), (), b.beeld()),
    "compose_team": lambda: (b.zaak(), b.huishouden(), (b.kandidaat(),), b.beeld()),
    "assign_regie": lambda: (b.zaak(), b.huishouden(), b.casusteam(), b.beeld()),
    "draft_beschikking": lambda: (b.zaak(), None, b.besluit(), b.beeld()),
    "decide_archivering": lambda: (b.zaak(), (b.besluit(),), (b.archiefkeuze(),), b.beeld()),
}
ANTWOORD = {
    "route_intake": b.intake,
    "compose_team": b.casusteam,
    "assign_regie": b.regie,
    "draft_beschikking": b.concept,
    "decide_archivering": b.archiefbesluit,
}
"""A valid answer per decision hook."""


def vraag(op_bord, hook):
    return getattr(op_bord, hook)(*VRAAG[hook]())
