"""A plugin that is to be tried: installed by name, in a folder, in a wheel, or other data for the present one.

Nothing is imported or installed here: a folder or wheel is only looked into, so that trying a plugin never
touches the entry points of this machine. :mod:`toegang.plugins.proefproces` loads it, in a process of its own.
"""

from __future__ import annotations

import configparser
import os
import tempfile
import tomllib
import zipfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from email.parser import HeaderParser
from pathlib import Path
from typing import Any

from toegang.errors import Invoerfout
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.plugins.ontdekking import Inschrijving, zoek

ORGANISATIE = "organisatie.toml"
_LOS = "los"
_VERVOLG = "Noem een geïnstalleerde plugin, een map, een wheel (.whl) of een organisatie.toml."


@dataclass(frozen=True)
class Proefplugin:
    """Where a plugin that is to be tried can be loaded from.

    Args:
        doel: ``module:attribute``.
        distributie: distribution that brings it.
        versie: version of that distribution; ``los`` when a folder says none.
        pad: folder that goes first on the search path; empty = as installed.
        organisatie: file that takes the place of its ``organisatie.toml``; empty = its own.
    """

    doel: str
    distributie: str
    versie: str
    pad: str = ""
    organisatie: str = ""

    @property
    def naam(self) -> str:
        """How a reader may recognise it."""
        gewijzigd = " met andere organisatiegegevens" if self.organisatie else ""
        return f"{self.distributie} {self.versie}{gewijzigd}"


@contextmanager
def vind_proefplugin(verwijzing: str, huidig: Inschrijving) -> Iterator[Proefplugin]:
    """Find the plugin that a user names; a wheel is unpacked as long as the block lasts.

    Args:
        verwijzing: name of an installed plugin, or path of a folder, a wheel or an ``organisatie.toml``.
        huidig: the present plugin of the gemeente, for other data with the same code.

    Raises:
        PluginFout: there is no installed plugin with that name.
        Invoerfout: the folder, wheel or file is not there or holds no plugin of a gemeente.
    """
    pad = Path(verwijzing)
    if pad.suffix == ".whl":
        with tempfile.TemporaryDirectory(prefix="toegang-proef-") as map_:
            yield _uit_wheel(pad, Path(map_), huidig)
    elif pad.suffix == ".toml":
        yield _met_gegevens(pad, huidig)
    elif os.sep in verwijzing or pad.is_dir():
        yield _uit_map(pad, huidig)
    else:
        gevonden = zoek(verwijzing, GROEP_GEMEENTEN)
        yield Proefplugin(gevonden.doel, gevonden.distributie, gevonden.versie)


def _met_gegevens(pad: Path, huidig: Inschrijving) -> Proefplugin:
    if not pad.is_file():
        raise Invoerfout(f"Het bestand {pad.name} is er niet.", vervolg=_VERVOLG)
    return Proefplugin(huidig.doel, huidig.distributie, huidig.versie, organisatie=str(pad.resolve()))


def _uit_map(pad: Path, huidig: Inschrijving) -> Proefplugin:
    if not pad.is_dir():
        raise Invoerfout(f"De map {pad.name} is er niet.", vervolg=_VERVOLG)
    pad = pad.resolve()
    project = pad / "pyproject.toml"
    if project.is_file():
        gegevens = _project(project)
        punten = gegevens.get("entry-points", {}).get(GROEP_GEMEENTEN, {})
        doel = _kies(punten, huidig, pad.name)
        wortel = pad / "src" if (pad / "src").is_dir() else pad
        return Proefplugin(doel, str(gegevens.get("name", pad.name)), str(gegevens.get("version", _LOS)), str(wortel))
    if (pad / "__init__.py").is_file():
        return Proefplugin(f"{pad.name}:plugin", pad.name, _LOS, str(pad.parent))
    if (pad / ORGANISATIE).is_file():
        return _met_gegevens(pad / ORGANISATIE, huidig)
    raise Invoerfout(
        f"In de map {pad.name} staat geen plugin: geen pyproject.toml, geen __init__.py en geen {ORGANISATIE}.",
        vervolg=_VERVOLG,
    )


def _project(pad: Path) -> dict[str, Any]:
    try:
        gegevens = tomllib.loads(pad.read_text(encoding="utf-8")).get("project", {})
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise Invoerfout(f"{pad.parent.name}/pyproject.toml is niet te lezen of geen geldige TOML.") from None
    return gegevens if isinstance(gegevens, dict) else {}


def _uit_wheel(pad: Path, map_: Path, huidig: Inschrijving) -> Proefplugin:
    if not pad.is_file():
        raise Invoerfout(f"De wheel {pad.name} is er niet.", vervolg=_VERVOLG)
    try:
        with zipfile.ZipFile(pad) as wheel:
            wheel.extractall(map_)
    except (zipfile.BadZipFile, OSError):
        raise Invoerfout(f"De wheel {pad.name} is stuk.", vervolg="Bouw of download hem opnieuw.") from None
    info = next(map_.glob("*.dist-info"), None)
    if info is None or not (info / "entry_points.txt").is_file():
        raise Invoerfout(f"De wheel {pad.name} brengt geen plugin van een gemeente mee.", vervolg=_VERVOLG)
    punten = configparser.ConfigParser(delimiters=("=",))
    punten.read(info / "entry_points.txt", encoding="utf-8")
    doel = _kies(dict(punten[GROEP_GEMEENTEN]) if punten.has_section(GROEP_GEMEENTEN) else {}, huidig, pad.name)
    kop = HeaderParser().parsestr((info / "METADATA").read_text(encoding="utf-8"))
    return Proefplugin(doel, kop.get("Name", pad.name), kop.get("Version", _LOS), str(map_))


def _kies(punten: Mapping[str, str], huidig: Inschrijving, waar: str) -> str:
    """Return the only entry point, or the one that bears the name of the present plugin."""
    if not punten:
        raise Invoerfout(f"{waar} brengt geen plugin van een gemeente mee ({GROEP_GEMEENTEN}).", vervolg=_VERVOLG)
    if huidig.naam in punten:
        return punten[huidig.naam]
    if len(punten) > 1:
        namen = ", ".join(sorted(punten))
        raise Invoerfout(f"{waar} brengt meer plugins mee ({namen}), maar geen '{huidig.naam}'.", vervolg=_VERVOLG)
    return next(iter(punten.values()))
