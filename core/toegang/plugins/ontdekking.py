"""Discovery by metadata: nothing is imported until a gemeente asks for it by name.

Loading all entry points at start is what brings every tenant down with one bad import
(DESIGN.md §3). Listing and recovery commands use only this module's metadata functions.
"""

from __future__ import annotations

import re
import sys
import traceback
from dataclasses import dataclass
from importlib import metadata
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


def inschrijvingen(groep: str) -> tuple[Inschrijving, ...]:
    """Return all entry points of a group, sorted by name.

    Args:
        groep: ``toegang.gemeenten.v1`` or ``toegang.uitbreidingen.v1``.
    """
    gevonden = {
        Inschrijving(ep.name, groep, _gegeven(ep, "Name"), _gegeven(ep, "Version"), ep.value)
        for ep in metadata.entry_points(group=groep)
    }
    return tuple(sorted(gevonden, key=lambda item: (item.naam, item.distributie)))


def _gegeven(punt: metadata.EntryPoint, veld: str) -> str:
    """Return a field of the distribution; "?" when its metadata were half removed."""
    gegevens = punt.dist.metadata if punt.dist else None
    return gegevens[veld] if gegevens is not None and veld in gegevens else "?"


def zoek(naam: str, groep: str = GROEP_GEMEENTEN) -> Inschrijving:
    """Return the one entry point with that name.

    Raises:
        PluginFout: there is none, or two distributions claim the name (both are named).
    """
    alle = inschrijvingen(groep)
    eigen = [item for item in alle if item.naam == naam]
    if not eigen:
        bekend = ", ".join(item.naam for item in alle) or "geen"
        soort = "gemeente" if groep == GROEP_GEMEENTEN else "uitbreiding"
        raise PluginFout(
            f"Er is geen plugin geïnstalleerd voor {soort} '{naam}'.",
            vervolg=f"Geïnstalleerd: {bekend}. Installeer de plugin of controleer de naam.",
        )
    if len(eigen) > 1:
        namen = " en ".join(item.distributie for item in eigen)
        raise PluginFout(f"De naam '{naam}' wordt door twee plugins gebruikt: {namen}.", vervolg="Verwijder er een.")
    return eigen[0]


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
