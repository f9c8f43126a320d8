"""Discovery by metadata: nothing is imported until a gemeente asks for it by name.

Loading all entry points at start is what brings every tenant down with one bad import
(DESIGN.md §3). Listing and recovery commands use only this module's metadata functions.
"""

from __future__ import annotations

import re
import sys
import traceback
from dataclasses import dataclass
from functools import lru_cache
from importlib import metadata
from pathlib import Path
from typing import Any

from toegang.domain import waarde
from toegang.errors import PluginFout
from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN
from toegang.plugins import tijdslimiet

_PAD = re.compile(r" \([^()]*[/\\][^()]*\)")


@dataclass(frozen=True)
class Inschrijving:
    """One entry point, known without importing it.

    Args:
        naam: name of the entry point, e.g. ``zwolle``.
        groep: entry-point group; its last part is the hook API version.
        distributie: distribution that brings it.
        versie: version of that distribution.
        doel: ``module:attribute``.
    """

    naam: str
    groep: str
    distributie: str
    versie: str
    doel: str


def ingangen(groep: str | None = None) -> metadata.EntryPoints:
    """Return the entry points of a group, or all; the metadata are read once, until something is installed or removed.

    Args:
        groep: the group; ``None`` = every group.
    """
    alle = _lees(tuple((map_, _stempel(map_)) for map_ in sys.path))
    return alle if groep is None else alle.select(group=groep)


@lru_cache(maxsize=2)
def _lees(_zoekpad: tuple[tuple[str, int], ...]) -> metadata.EntryPoints:
    """Read the metadata of everything on the search path, as it is now."""
    alle = metadata.entry_points()
    # Python 3.11 gives a kind of dictionary here, later ones give this
    return metadata.EntryPoints(punt for groep in sorted(alle.groups) for punt in alle.select(group=groep))


def _stempel(map_: str) -> int:
    """Return when a folder last changed: an installation adds or removes a folder in it."""
    try:
        return Path(map_ or ".").stat().st_mtime_ns
    except OSError:
        return 0


def inschrijvingen(groep: str) -> tuple[Inschrijving, ...]:
    """Return all entry points of a group, sorted by name.

    Args:
        groep: ``toegang.gemeenten.v1`` or ``toegang.uitbreidingen.v1``.
    """
    gevonden = {_inschrijving(punt) for punt in ingangen(groep)}
    return tuple(sorted(gevonden, key=lambda item: (item.naam, item.distributie)))


def andere_versies(groep: str) -> tuple[Inschrijving, ...]:
    """Return the entry points for another major of the hook API than this core knows.

    Args:
        groep: the group that this core knows; its last part is the major.
    """
    stam = groep.rpartition(".")[0]
    groepen = [naam for naam in ingangen().groups if naam.rpartition(".")[0] == stam and naam != groep]
    return tuple(item for naam in sorted(groepen) for item in inschrijvingen(naam))


def _inschrijving(punt: metadata.EntryPoint) -> Inschrijving:
    return Inschrijving(punt.name, punt.group, _gegeven(punt, "Name"), _gegeven(punt, "Version"), punt.value)


def _gegeven(punt: metadata.EntryPoint, veld: str) -> str:
    """Return a field of the distribution; "?" when its metadata were half removed."""
    gegevens = punt.dist.metadata if punt.dist else None
    return gegevens[veld] if gegevens is not None and veld in gegevens else "?"


def zoek(naam: str, groep: str = GROEP_GEMEENTEN) -> Inschrijving:
    """Return the one entry point with that name; of the others only the names are read.

    Raises:
        PluginFout: there is none, it was built for another major of the hook API, or two distributions claim the
            name (both are named).
    """
    punten = ingangen(groep)
    eigen = sorted({_inschrijving(punt) for punt in punten if punt.name == naam}, key=lambda item: item.distributie)
    if not eigen:
        _weiger_andere_versie(naam, groep)
        bekend = ", ".join(sorted({punt.name for punt in punten})) or "geen"
        soort = "gemeente" if groep == GROEP_GEMEENTEN else "uitbreiding"
        raise PluginFout(
            f"Er is geen plugin geïnstalleerd voor {soort} '{naam}'.",
            vervolg=f"Geïnstalleerd: {bekend}. Installeer de plugin of controleer de naam.",
        )
    if len(eigen) > 1:
        namen = " en ".join(item.distributie for item in eigen)
        raise PluginFout(f"De naam '{naam}' wordt door twee plugins gebruikt: {namen}.", vervolg="Verwijder er een.")
    return eigen[0]


def _weiger_andere_versie(naam: str, groep: str) -> None:
    """Say of a plugin for another major what it needs; it is never half used (ADR 0004)."""
    ander = next((item for item in andere_versies(groep) if item.naam == naam), None)
    if ander is None:
        return
    versie, eigen = ander.groep.rpartition(".")[2], groep.rpartition(".")[2]
    raise PluginFout(
        f"Plugin '{naam}' ({ander.distributie} {ander.versie}) is gebouwd voor hook-API {versie}; deze Toegang kent "
        f"{eigen}.",
        vervolg=f"Installeer een Toegang die {versie} kent, of een versie van {ander.distributie} voor {eigen}.",
    )


def laad(inschrijving: Inschrijving) -> Any:
    """Import the object of an entry point.

    Raises:
        PluginFout: the import failed; names gemeente, distribution, version and the place of the fault.
    """
    punt = metadata.EntryPoint(inschrijving.naam, inschrijving.doel, inschrijving.groep)
    try:
        return punt.load()
    except PluginFout:
        raise
    except BaseException as fout:
        if isinstance(fout, KeyboardInterrupt):
            raise
        raise PluginFout(
            f"Plugin '{inschrijving.naam}' ({inschrijving.distributie} {inschrijving.versie}) kan niet worden "
            f"geladen: {plaats_van(fout, bij_laden=True)}.",
            vervolg="Deze gemeente staat stil tot de plugin hersteld is; de andere gemeenten werken door.",
        ) from fout


def laad_uitbreiding(naam: str) -> tuple[Inschrijving, Any]:
    """Import an extension by name; see :func:`laad`."""
    inschrijving = zoek(naam, GROEP_UITBREIDINGEN)
    return inschrijving, laad(inschrijving)


def plaats_van(fout: BaseException, *, bij_laden: bool = False) -> str:
    """Return kind and place of an exception, without its message: that may hold personal data.

    Args:
        fout: the exception.
        bij_laden: it came up while loading. Import and syntax errors are then about code only, so their
            message is shown, without paths of this machine.
    """
    tekst = f" ({_PAD.sub('', str(fout))})" if bij_laden and isinstance(fout, ImportError | SyntaxError) else ""
    return f"{type(fout).__name__}{tekst}{plek_in(fout)}"


def plek_in(fout: BaseException) -> str:
    """Return the place of an exception as `` in MODULE/BESTAND regel N``; empty when it has none."""
    stapels = traceback.extract_tb(fout.__traceback__) if fout.__traceback__ else []
    # the import machinery, this module and the timer say nothing about where the fault is
    zonder = (__file__, tijdslimiet.__file__, waarde.__file__)
    eigen = [plek for plek in stapels if "importlib" not in plek.filename and plek.filename not in zonder]
    if not eigen:
        return ""
    module = eigen[-1].filename.replace("\\", "/").rsplit("/", 2)[-2:]
    return f" in {'/'.join(module)} regel {eigen[-1].lineno}"


def python_versie() -> str:
    """Return the version of the interpreter, for ``doctor`` and support."""
    return ".".join(str(deel) for deel in sys.version_info[:3])
