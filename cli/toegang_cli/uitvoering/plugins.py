"""Plugins and hooks. Listing works from metadata only, so with every plugin broken."""

from __future__ import annotations

import inspect
from difflib import get_close_matches

from toegang.errors import Invoerfout
from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN, HAAK_API, Haken
from toegang.plugins.haakgids import Haak, gids
from toegang.plugins.ontdekking import Inschrijving, andere_versies, inschrijvingen
from toegang_cli.uitvoer import toon, toon_json, toon_tabel

_SOORT = {GROEP_GEMEENTEN: "gemeente", GROEP_UITBREIDINGEN: "uitbreiding"}


def lijst(*, als_json: bool) -> None:
    """List what is installed, without importing it."""
    gevonden = [item for groep in _SOORT for item in (*inschrijvingen(groep), *andere_versies(groep))]
    if als_json:
        rijen = [
            {
                "naam": item.naam,
                "soort": _soort_plugin(item),
                "distributie": item.distributie,
                "versie": item.versie,
                "doel": item.doel,
                "haak_api": item.groep.rsplit(".", 1)[-1],
                "bruikbaar": item.groep in _SOORT,
            }
            for item in gevonden
        ]
        toon_json({"plugins": rijen})
        return
    toon_tabel(
        ("Naam", "Soort", "Distributie", "Versie", "Hooks"),
        [(item.naam, _soort_plugin(item), item.distributie, item.versie, _haak_api(item)) for item in gevonden],
        leeg="Er is geen enkele plugin geïnstalleerd.",
    )


def _soort_plugin(item: Inschrijving) -> str:
    stam = item.groep.rpartition(".")[0]
    return next(soort for groep, soort in _SOORT.items() if groep.rpartition(".")[0] == stam)


def _haak_api(item: Inschrijving) -> str:
    versie = item.groep.rpartition(".")[2]
    return versie if item.groep in _SOORT else f"{versie} (onbekend)"


def haken(naam: str | None, *, als_json: bool) -> None:
    """List the hooks in life-cycle order, or say everything of one.

    Args:
        naam: name of a hook; ``None`` = the list.
        als_json: as JSON.

    Raises:
        Invoerfout: there is no such hook.
    """
    gevonden = [haak for haak in gids() if naam in (None, haak.naam)]
    if not gevonden:
        bekend = [haak.naam for haak in gids()]
        gelijk = get_close_matches(str(naam), bekend, n=1)
        vervolg = f"Bedoelde u {gelijk[0]}?" if gelijk else f"Kies uit: {', '.join(bekend)}."
        raise Invoerfout("Die hook bestaat niet.", vervolg=vervolg)
    if als_json:
        toon_json({"haak_api": HAAK_API, "haken": [_velden(haak) for haak in gevonden]})
    elif naam is not None:
        from toegang_cli.docs.haken import tekst_van

        toon(tekst_van(gevonden[0]))
    else:
        rijen = [(haak.naam, _soort(haak), [argument for argument, _ in haak.argumenten]) for haak in gevonden]
        toon_tabel(("Hook", "Soort", "Argumenten"), rijen, leeg="")
        toon("", "Alles over een hook, met een voorbeeld: toegang plugin haken NAAM")


def _soort(haak: Haak) -> str:
    return "beslist" if haak.beslist else "verzamelt"


def _velden(haak: Haak) -> dict[str, object]:
    return {
        "naam": haak.naam,
        "argumenten": list(inspect.signature(vars(Haken)[haak.naam]).parameters)[1:],
        "soort": _soort(haak),
        "ondertekening": haak.ondertekening,
        "wanneer": haak.wanneer,
        "geen_mening": haak.geen_mening,
        "controleert": haak.controleert,
        "sinds": haak.sinds,
        "voorbeeld": haak.module,
    }


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
