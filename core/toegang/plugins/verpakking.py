"""The wrapper around a plugin: it names who answered, checks the type, and isolates exceptions.

Not the plugin itself is registered, but an object whose attributes are its hook implementations,
wrapped. pluggy reads names, options and argument lists through ``__wrapped__``, so subset arguments and
validation keep working.
"""

from __future__ import annotations

import functools
import inspect
import time
import warnings
from collections.abc import Callable, Generator, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import FunctionType, MethodType
from typing import Any

from pydantic import ValidationError

from toegang.domain.archief import Archiefbesluit
from toegang.domain.besluit import Beschikkingsconcept
from toegang.domain.melding import Intake
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signaal import Signaal
from toegang.domain.team import Casusteam
from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Onveranderlijk
from toegang.errors import PluginFout, ToegangFout
from toegang.hookspecs import BESLISHAKEN, HERNOEMD, PROJECT
from toegang.plugins.hookspoor import Hookaanroep, Luisteraar
from toegang.plugins.ontdekking import plaats_van, plek_in
from toegang.plugins.tijdslimiet import STANDAARD, Voorbij, hoogstens

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


class HookTeLang(HookFout):
    """A plugin did not answer in time; the step ended and nothing was written."""


class Wijzigpoging(HookFout):
    """A plugin tried to change a value that it was given."""


class GeenAntwoord(PluginFout):
    """No layer answered a decision hook."""


laatste_antwoord: ContextVar[tuple[Herkomst, object] | None] = ContextVar("laatste_antwoord", default=None)
"""Who gave the present answer, and that answer."""


def implementaties(plugin: object) -> dict[str, dict[str, Any]]:
    """Return the options of every marked hook implementation, by attribute name; runs no code of the plugin.

    Args:
        plugin: an object or a module.
    """
    gevonden = {}
    for naam in dir(plugin):
        opties = getattr(inspect.getattr_static(plugin, naam, None), f"{PROJECT}_impl", None)
        if isinstance(opties, dict):
            gevonden[naam] = opties
    return gevonden


@dataclass(frozen=True)
class Bewaking:
    """What is kept an eye on while a plugin works.

    Args:
        seconden: how long one call may take; 0 = no limit.
        luisteraar: hears of each call; ``None`` = nobody.
    """

    seconden: float = STANDAARD
    luisteraar: Luisteraar | None = None


class Verpakking:
    """Stands in for one plugin on one board.

    Args:
        plugin: the plugin object.
        herkomst: who it is.
        gemeente: key of the gemeente, for messages.
        bewaking: how long a hook may take, and who hears of each call.
    """

    def __init__(self, plugin: object, herkomst: Herkomst, gemeente: str, bewaking: Bewaking | None = None) -> None:
        self._herkomst = herkomst
        self._gemeente = gemeente
        self._bewaking = bewaking or Bewaking()
        for naam, opties in implementaties(plugin).items():
            bewaak = self._bewaak_wrapper if opties.get("wrapper") else self._bewaak
            hook = opties.get("specname") or naam
            bewaakt = bewaak(hook, self._met_oude_namen(hook, getattr(plugin, naam)))
            # the layers have a fixed order: a wish of the plugin to go first or last does not count
            setattr(bewaakt, f"{PROJECT}_impl", {**opties, "tryfirst": False, "trylast": False})
            setattr(self, naam, bewaakt)

    def __repr__(self) -> str:
        """Show the plugin by name; pluggy prints this in its errors."""
        return f"{self._herkomst.plugin} {self._herkomst.versie}"

    def _met_oude_namen(self, hook: str, methode: Callable[..., Any]) -> Callable[..., Any]:
        """Let an implementation keep the old name of an argument for a while, and warn."""
        oud = {naam: nieuw for naam, nieuw in HERNOEMD.get(hook, {}).items() if naam in _argumenten(methode)}
        if not oud:
            return methode
        for naam, nieuw in oud.items():
            warnings.warn(
                f"Plugin {self!r}: argument '{naam}' van hook '{hook}' heet nu '{nieuw}'. De oude naam verdwijnt in de "
                "volgende versie.",
                FutureWarning,
                stacklevel=2,
            )
        return _onder_nieuwe_namen(methode, oud)

    def _bewaak(self, hook: str, methode: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(methode)
        def bewaakt(*args: Any, **kwargs: Any) -> Any:
            with self._volg(hook) as uitkomst:
                with self._vertaal(hook), hoogstens(self._bewaking.seconden):
                    antwoord = methode(*args, **kwargs)
                self._keur(hook, antwoord)
                uitkomst.append("geen mening" if antwoord is None else "antwoord")
            return antwoord

        return bewaakt

    def _bewaak_wrapper(self, hook: str, methode: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(methode)
        def bewaakt(*args: Any, **kwargs: Any) -> Generator[None, Any, Any]:
            with self._vertaal(hook):
                antwoord = yield from methode(*args, **kwargs)
            if hook in BESLISHAKEN:
                self._keur(hook, antwoord)
            elif not isinstance(antwoord, list):
                raise self._fout(hook, "een wrapper om een verzamelhook geeft de lijst met alle antwoorden terug")
            else:
                for deel in antwoord:
                    self._keur(hook, deel)
            return antwoord

        return bewaakt

    @contextmanager
    def _volg(self, hook: str) -> Iterator[list[str]]:
        """Tell the listener how a call went."""
        luisteraar = self._bewaking.luisteraar
        uitkomst: list[str] = []
        if luisteraar is None:
            yield uitkomst
            return
        begin = time.perf_counter()
        try:
            yield uitkomst
        finally:
            wie = self._herkomst
            duur = time.perf_counter() - begin
            hoe = uitkomst[0] if uitkomst else "fout"
            luisteraar(Hookaanroep(hook, wie.plugin, wie.versie, wie.laag, hoe, duur))

    @contextmanager
    def _vertaal(self, hook: str) -> Iterator[None]:
        """Turn an exception into a HookFout with the same frames, without its words: they may name a person."""
        try:
            yield
        except ToegangFout:
            raise
        except Voorbij as fout:
            grens = f"{self._bewaking.seconden:g} seconden"
            te_lang = HookTeLang(
                f"Gemeente {self._gemeente}: plugin {self!r} gaf in hook '{hook}' binnen {grens} geen antwoord"
                f"{plek_in(fout)}.",
                vervolg="De stap is gestopt en er is niets opgeslagen. Meld dit aan de beheerder van de plugin.",
            )
            raise te_lang.with_traceback(fout.__traceback__) from None
        except ValidationError as fout:
            wat = "het antwoord is niet geldig: " + "; ".join(veldfouten(fout))
            raise self._fout(hook, wat).with_traceback(fout.__traceback__) from None
        except Onveranderlijk as fout:
            wat = f"zij probeert een waarde te veranderen die vaststaat{plek_in(fout)}"
            raise self._fout(hook, wat, Wijzigpoging).with_traceback(fout.__traceback__) from None
        except Exception as fout:  # noqa: BLE001  whatever a plugin raises ends here
            wat = f"onverwachte fout: {plaats_van(fout)}"
            raise self._fout(hook, wat).with_traceback(fout.__traceback__) from None

    def _keur(self, hook: str, antwoord: object) -> None:
        """Check the type of an answer, and remember who gave it."""
        if antwoord is None:
            return
        if hook in BESLISHAKEN:
            soort = ANTWOORDTYPE[hook]
            if not isinstance(antwoord, soort):
                raise self._fout(hook, f"het antwoord is een {type(antwoord).__name__}, geen {soort.__name__}")
            eerder = laatste_antwoord.get()
            if eerder is None or eerder[1] is not antwoord:
                laatste_antwoord.set((self._herkomst, antwoord))
        elif hook in VERZAMELVORM and not VERZAMELVORM[hook](antwoord):
            raise self._fout(hook, f"de vorm van het antwoord ({type(antwoord).__name__}) is niet die van hookspecs.py")

    def _fout(self, hook: str, wat: str, soort: type[HookFout] = HookFout) -> HookFout:
        return soort(
            f"Gemeente {self._gemeente}: plugin {self!r} faalde in hook '{hook}': {wat}.",
            vervolg="Er is niets opgeslagen. Meld dit aan de beheerder van de plugin.",
        )


def _argumenten(methode: Callable[..., Any]) -> tuple[str, ...]:
    return tuple(inspect.signature(methode).parameters)


def _onder_nieuwe_namen(methode: Callable[..., Any], oud: Mapping[str, str]) -> Callable[..., Any]:
    """Return the same function with other names for its arguments; pluggy reads those from its code."""
    functie = methode.__func__ if isinstance(methode, MethodType) else methode
    assert isinstance(functie, FunctionType)

    def hernoem(namen: tuple[str, ...]) -> tuple[str, ...]:
        return tuple(oud.get(naam, naam) for naam in namen)

    code = functie.__code__
    nieuw = FunctionType(
        code.replace(co_varnames=hernoem(code.co_varnames), co_cellvars=hernoem(code.co_cellvars)),
        functie.__globals__,
        functie.__name__,
        functie.__defaults__,
        functie.__closure__,
    )
    nieuw.__qualname__ = functie.__qualname__
    return MethodType(nieuw, methode.__self__) if isinstance(methode, MethodType) else nieuw


def _is_rij(waarde: object, soort: type) -> bool:
    return isinstance(waarde, tuple) and all(isinstance(deel, soort) for deel in waarde)


def _zijn_alineas(waarde: object) -> bool:
    return isinstance(waarde, Mapping) and all(
        isinstance(blok, str) and _is_rij(alineas, str) for blok, alineas in waarde.items()
    )


VERZAMELVORM: dict[str, Callable[[object], bool]] = {
    "beschikking_alineas": _zijn_alineas,
    "signalen": lambda waarde: _is_rij(waarde, Signaal),
    "template_dirs": lambda waarde: _is_rij(waarde, str),
}
"""What a part of a collected answer looks like."""
