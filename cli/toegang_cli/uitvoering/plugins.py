"""Plugins and hooks, from metadata only: works with every plugin broken."""

from __future__ import annotations

import inspect

from toegang.hookspecs import BESLISHAKEN, GROEP_GEMEENTEN, GROEP_UITBREIDINGEN, HAAK_API, Haken
from toegang.plugins.ontdekking import inschrijvingen
from toegang_cli.uitvoer import toon, toon_json, toon_tabel

_SOORT = {GROEP_GEMEENTEN: "gemeente", GROEP_UITBREIDINGEN: "uitbreiding"}


def lijst(*, als_json: bool) -> None:
    """List what is installed, without importing it."""
    gevonden = [item for groep in _SOORT for item in inschrijvingen(groep)]
    if als_json:
        rijen = [
            {
                "naam": item.naam,
                "soort": _SOORT[item.groep],
                "distributie": item.distributie,
                "versie": item.versie,
                "doel": item.doel,
                "haak_api": item.groep.rsplit(".", 1)[-1],
            }
            for item in gevonden
        ]
        toon_json({"plugins": rijen})
        return
    toon_tabel(
        ("Naam", "Soort", "Distributie", "Versie", "Hooks"),
        [
            (item.naam, _SOORT[item.groep], item.distributie, item.versie, item.groep.rsplit(".", 1)[-1])
            for item in gevonden
        ],
        leeg="Er is geen enkele plugin geïnstalleerd.",
    )


def haken(*, als_json: bool) -> None:
    """List the hooks in life-cycle order, with their arguments."""
    gevonden = [(naam, argumenten, soort) for naam, argumenten, soort, _ in hooks()]
    if als_json:
        toon_json(
            {
                "haak_api": HAAK_API,
                "haken": [{"naam": naam, "argumenten": list(args), "soort": soort} for naam, args, soort in gevonden],
            }
        )
        return
    toon_tabel(("Hook", "Soort", "Argumenten"), [(naam, soort, args) for naam, args, soort in gevonden], leeg="")
    toon("", "Wat elke hook krijgt en antwoordt, staat in docs/naslag/haken.md.")


def hooks() -> list[tuple[str, tuple[str, ...], str, str]]:
    """Return name, arguments, kind and docstring of every hook, in the order of the specification."""
    gevonden = []
    for naam, functie in vars(Haken).items():
        if inspect.isfunction(functie):
            argumenten = tuple(inspect.signature(functie).parameters)[1:]
            soort = "beslist" if naam in BESLISHAKEN else "verzamelt"
            gevonden.append((naam, argumenten, soort, inspect.getdoc(functie) or ""))
    return gevonden


def schema(naam: str) -> None:
    """Print the JSON Schema of the data of a gemeente.

    Args:
        naam: name of its plugin.

    Raises:
        PluginFout: it is not installed, or cannot be loaded.
    """
    from toegang.plugins.laden import laad_plugin
    from toegang.plugins.ontdekking import zoek
    from toegang.plugins.schema import organisatieschema

    toon_json(organisatieschema(laad_plugin(zoek(naam))))
