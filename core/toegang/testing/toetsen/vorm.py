"""Do the hooks have the right form: name, marker, arguments, and only those that this layer may answer?"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from difflib import get_close_matches

from toegang.hookspecs import BESLISHAKEN, Haken
from toegang.plugins.bord import HAKEN
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.verpakking import implementaties
from toegang.testing.bevinding import Bevinding
from toegang.testing.bron import plek_van
from toegang.testing.register import Nodig, Proef, contracttoets

_BEKEND = frozenset(dir(Gemeenteplugin))


@contracttoets("haaknamen", "Elke hook van de plugin bestaat.", uitbreiding=True, nodig=Nodig.PLUGIN)
def haaknamen(proef: Proef) -> Iterable[Bevinding]:
    """A marked method is a hook; an unmarked one that looks like a hook is a typing error."""
    plugin = proef.stuk.plugin
    if plugin is None:
        return
    gemerkt = implementaties(plugin)
    for methode, opties in gemerkt.items():
        hook = opties.get("specname") or methode
        if hook not in HAKEN:
            yield _onbekend(plugin, methode, hook)
    for methode in dir(type(plugin)):
        if methode in gemerkt or methode in _BEKEND or methode.startswith("_"):
            continue
        if callable(inspect.getattr_static(plugin, methode)) and get_close_matches(methode, HAKEN, 1, 0.85):
            yield _onbekend(plugin, methode, methode)


def _onbekend(plugin: object, methode: str, hook: str) -> Bevinding:
    gelijk = get_close_matches(hook, HAKEN, n=1)
    herstel = f"bedoelde u '{gelijk[0]}'?" if gelijk else f"kies uit: {', '.join(HAKEN)}"
    return Bevinding("haaknamen", plek_van(plugin, methode), f"de hook '{hook}' bestaat niet", herstel.rstrip("?"))


@contracttoets("merkteken", "Boven elke hook staat @hookimpl.", uitbreiding=True, nodig=Nodig.PLUGIN)
def merkteken(proef: Proef) -> Iterable[Bevinding]:
    """Without the marker a method is never called, and nobody says so."""
    plugin = proef.stuk.plugin
    if plugin is None:
        return
    gemerkt = implementaties(plugin)
    for hook in HAKEN:
        methode = inspect.getattr_static(plugin, hook, None)
        if hook not in gemerkt and methode is not None and methode is not vars(Haken)[hook]:
            wat = f"boven '{hook}' staat geen @hookimpl, dus de methode wordt nooit gebruikt"
            yield Bevinding("merkteken", plek_van(plugin, hook), wat, "zet @hookimpl op de regel erboven")


@contracttoets("argumenten", "Elke hook vraagt alleen argumenten die er zijn.", uitbreiding=True, nodig=Nodig.PLUGIN)
def argumenten(proef: Proef) -> Iterable[Bevinding]:
    """An implementation takes the arguments that it needs, under the names of the specification."""
    plugin = proef.stuk.plugin
    if plugin is None:
        return
    for methode, opties in implementaties(plugin).items():
        hook = opties.get("specname") or methode
        if hook not in HAKEN:
            continue
        bekend = tuple(inspect.signature(vars(Haken)[hook]).parameters)[1:]
        for naam in inspect.signature(getattr(plugin, methode)).parameters:
            if naam not in bekend:
                gelijk = get_close_matches(naam, bekend, n=1)
                herstel = f"schrijf '{gelijk[0]}'" if gelijk else f"kies uit: {', '.join(bekend)}"
                wat = f"'{hook}' krijgt geen argument '{naam}'"
                yield Bevinding("argumenten", plek_van(plugin, methode), wat, herstel)


@contracttoets("bord", "De plugin past op het bord van de gemeente.", uitbreiding=True, nodig=Nodig.GEGEVENS)
def bord(proef: Proef) -> Iterable[Bevinding]:
    """What is left after the checks above: wrappers of the old style, extensions that decide, names taken twice."""
    fout = proef.stuk.bordfout
    eerder = any([*haaknamen(proef), *merkteken(proef), *argumenten(proef)])
    if fout is not None and not eerder:
        yield Bevinding("bord", f"plugin {proef.stuk.naam}", fout.boodschap.rstrip("."), fout.vervolg.rstrip("."))
    if proef.stuk.uitbreiding and proef.stuk.plugin is not None:
        for hook in sorted({*implementaties(proef.stuk.plugin)} & {*BESLISHAKEN}):
            wat = f"een uitbreiding mag de beslishook '{hook}' niet beantwoorden"
            yield Bevinding("bord", plek_van(proef.stuk.plugin, hook), wat, "laat de gemeente of haar model beslissen")
