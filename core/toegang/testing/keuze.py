"""Which plugin is meant: an installed one by name, or a distribution in a folder."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from toegang.errors import Invoerfout
from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN
from toegang.plugins.ontdekking import Inschrijving, zoek
from toegang.plugins.proefplugin import Proefplugin, vind_proefplugin

_NIEMAND = Inschrijving("", GROEP_GEMEENTEN, "?", "?", "")


@dataclass(frozen=True)
class Keuze:
    """A plugin that is to be tested.

    Args:
        naam: key of the gemeente or extension.
        plugin: where it can be loaded from.
    """

    naam: str
    plugin: Proefplugin


@contextmanager
def kies(verwijzing: str, *, uitbreiding: bool = False) -> Iterator[Keuze]:
    """Find the plugin that is meant; a wheel is unpacked as long as the block lasts.

    Args:
        verwijzing: name of an installed plugin, or path of a folder or wheel.
        uitbreiding: it is an extension.

    Raises:
        PluginFout: there is no installed plugin with that name.
        Invoerfout: the folder holds no plugin.
    """
    pad = Path(verwijzing)
    if os.sep not in verwijzing and not pad.is_dir() and pad.suffix != ".whl":
        groep = GROEP_UITBREIDINGEN if uitbreiding else GROEP_GEMEENTEN
        gevonden = zoek(verwijzing, groep)
        yield Keuze(gevonden.naam, Proefplugin(gevonden.doel, gevonden.distributie, gevonden.versie))
        return
    if uitbreiding:
        raise Invoerfout("Een uitbreiding wordt getoetst als zij geïnstalleerd is.", vervolg="pip install -e MAP")
    with vind_proefplugin(verwijzing, _NIEMAND) as proef:
        yield Keuze(_naam(pad, proef), proef)


def _naam(pad: Path, proef: Proefplugin) -> str:
    """Return the name of the entry point, or else the last part of the package."""
    try:
        project = tomllib.loads((pad / "pyproject.toml").read_text(encoding="utf-8")).get("project", {})
        punten = project.get("entry-points", {}).get(GROEP_GEMEENTEN, {})
    except (OSError, ValueError):
        punten = {}
    namen = [naam for naam, doel in punten.items() if doel == proef.doel]
    return namen[0] if namen else proef.doel.partition(":")[0].removeprefix("toegang_").replace("_", "-")
