"""The wrapper around a plugin: it names who answered, checks the type, and isolates exceptions.

Not the plugin itself is registered, but an object whose attributes are its hook implementations,
wrapped. pluggy reads names, options and argument lists through ``__wrapped__``, so subset arguments and
validation keep working.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from contextvars import ContextVar
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from toegang.domain.archief import Archiefbesluit
from toegang.domain.besluit import Beschikkingsconcept
from toegang.domain.melding import Intake
from toegang.domain.regie import Regietoewijzing
from toegang.domain.team import Casusteam
from toegang.domain.veldfouten import veldfouten
from toegang.errors import PluginFout, ToegangFout
from toegang.hookspecs import BESLISHAKEN, PROJECT
from toegang.plugins.ontdekking import plaats_van

ANTWOORDTYPE: dict[str, type] = {
    "route_intake": Intake,
    "compose_team": Casusteam,
    "assign_regie": Regietoewijzing,
    "draft_beschikking": Beschikkingsconcept,
    "decide_archivering": Archiefbesluit,
}


@dataclass(frozen=True)
class Herkomst:
    """Who answers: distribution, version and layer of the board."""

    plugin: str
    versie: str
    laag: str


class HookFout(PluginFout):
    """A plugin failed in a hook or gave something that is no answer; nothing was written."""


class GeenAntwoord(PluginFout):
    """No layer answered a decision hook."""


laatste_antwoord: ContextVar[Herkomst | None] = ContextVar("laatste_antwoord", default=None)


class Verpakking:
    """Stands in for one plugin on one board.

    Args:
        plugin: the plugin object.
        herkomst: who it is.
        gemeente: key of the gemeente, for messages.
    """

    def __init__(self, plugin: object, herkomst: Herkomst, gemeente: str) -> None:
        self._herkomst = herkomst
        self._gemeente = gemeente
        for naam in dir(plugin):
            methode = getattr(plugin, naam) if not naam.startswith("__") else None
            opties = getattr(methode, f"{PROJECT}_impl", None)
            if methode is not None and opties is not None:
                # a wrapper is a generator: it passes through untouched
                setattr(self, naam, methode if opties.get("wrapper") else self._bewaak(opties, naam, methode))

    def __repr__(self) -> str:
        """Show the plugin by name; pluggy prints this in its errors."""
        return f"{self._herkomst.plugin} {self._herkomst.versie}"

    def _bewaak(self, opties: dict[str, Any], naam: str, methode: Callable[..., Any]) -> Callable[..., Any]:
        hook = opties.get("specname") or naam

        @functools.wraps(methode)
        def bewaakt(*args: Any, **kwargs: Any) -> Any:
            try:
                antwoord = methode(*args, **kwargs)
            except ToegangFout:
                raise
            except ValidationError as fout:
                raise self._fout(hook, "het antwoord is niet geldig: " + "; ".join(veldfouten(fout))) from None
            except Exception as fout:
                raise self._fout(hook, f"onverwachte fout: {plaats_van(fout)}") from fout
            if antwoord is not None and hook in BESLISHAKEN:
                soort = ANTWOORDTYPE[hook]
                if not isinstance(antwoord, soort):
                    raise self._fout(hook, f"het antwoord is een {type(antwoord).__name__}, geen {soort.__name__}")
                laatste_antwoord.set(self._herkomst)
            return antwoord

        return bewaakt

    def _fout(self, hook: str, wat: str) -> HookFout:
        return HookFout(
            f"Gemeente {self._gemeente}: plugin {self!r} faalde in hook '{hook}': {wat}.",
            vervolg="Er is niets opgeslagen. Meld dit aan de beheerder van de plugin.",
        )
