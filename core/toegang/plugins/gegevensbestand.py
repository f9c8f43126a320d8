"""The data of a gemeente without running its plugin: reading goes on when the code is broken or half removed."""

from __future__ import annotations

import importlib.util
import tomllib
from collections.abc import Mapping
from pathlib import Path

from pydantic import ValidationError

from toegang.domain.openstaand import vul_in
from toegang.domain.organisatie import Organisatie
from toegang.errors import PluginFout
from toegang.plugins.ontdekking import zoek

BESTAND = "organisatie.toml"


def lees_organisatie(plugin: str, antwoorden: Mapping[str, str]) -> Organisatie | None:
    """Return the organisation data of an installed plugin; none of its code is run.

    Args:
        plugin: name of the entry point.
        antwoorden: answers to the open keys.

    Returns:
        The data; ``None`` when they are not on this machine or not valid.
    """
    try:
        pakket = zoek(plugin).doel.partition(":")[0]
        if "." in pakket:
            return None  # to find a module in a package, the package would have to be run
        gevonden = importlib.util.find_spec(pakket)
        if gevonden is None or gevonden.origin is None:
            return None
        ruw = tomllib.loads((Path(gevonden.origin).parent / BESTAND).read_text(encoding="utf-8"))
        return Organisatie.model_validate(vul_in(ruw, antwoorden))
    except (PluginFout, ImportError, ValueError, OSError, ValidationError):
        return None
