"""The same questions in a second process, whose hashes fall otherwise: an answer may not depend on the order of a set.

Within one process a set of words always comes in the same order; in the next process it does not. A gemeente would
see it as a team that is another one after a restart. So the answering side (``python -m toegang.testing.anderproces``)
is started with another ``PYTHONHASHSEED``, asks the standard set of cases again and gives its answers back.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import asdict
from datetime import date
from typing import Any

from toegang.domain.waarde import Waarde
from toegang.plugins.proefplugin import Proefplugin
from toegang.testing.proefstuk import Proefstuk, laad_proefstuk
from toegang.testing.vraaggesprek import Uitkomsten, ondervraag

GEDULD = 120.0
"""Seconds for the whole second asking; a hook that is too slow was found before."""


def antwoorden(uitkomsten: Iterable[Uitkomsten]) -> dict[str, Any]:
    """Return the answer to each question, as JSON values in which a set has one order.

    Args:
        uitkomsten: what came of the standard set of cases.

    Returns:
        The answers by ``hook: case``; questions without an answer are left out.
    """
    return {
        f"{item.hook}: {item.geval}": _geordend(item.antwoord.waarde)
        for item in uitkomsten
        if item.antwoord is not None
    }


def vraag_elders(stuk: Proefstuk) -> Mapping[str, Any]:
    """Ask the plugin the standard set of cases in another process.

    Args:
        stuk: the plugin, as it was loaded here.

    Returns:
        The answers as :func:`antwoorden` gives them; empty when the process ended or took too long, which the
        checks of the first process say already.
    """
    opdracht = {
        "plugin": asdict(stuk.bron),
        "naam": stuk.naam,
        "op": stuk.op.isoformat(),
        "overslaan": sorted(stuk.overslaan),
        "limiet": stuk.limiet,
    }
    hier = os.environ.get("PYTHONHASHSEED", "")
    omgeving = {**os.environ, "PYTHONHASHSEED": "20260" if hier != "20260" else "20261"}
    omgeving["PYTHONPATH"] = os.pathsep.join(deel for deel in sys.path if deel)
    try:
        klaar = subprocess.run(
            [sys.executable, "-P", "-m", __name__],
            env=omgeving,
            input=json.dumps(opdracht),
            capture_output=True,
            text=True,
            encoding="utf-8",
            timeout=GEDULD,
            check=True,
        )
    except subprocess.SubprocessError:
        return {}
    gegeven: dict[str, Any] = json.loads(klaar.stdout)
    return gegeven


def _geordend(waarde: Any) -> Any:
    if isinstance(waarde, Waarde):
        return {naam: _geordend(deel) for naam, deel in waarde}
    if isinstance(waarde, Mapping):
        return {str(naam): _geordend(deel) for naam, deel in waarde.items()}
    if isinstance(waarde, set | frozenset):
        return sorted((_geordend(deel) for deel in waarde), key=repr)
    if isinstance(waarde, list | tuple):
        return [_geordend(deel) for deel in waarde]
    return waarde if waarde is None or isinstance(waarde, bool | int | float) else str(waarde)


def main() -> None:
    """Be the answering side."""
    with os.fdopen(os.dup(1), "w", encoding="utf-8") as uit:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 1)  # what the plugin prints must not end up in the answer
        opdracht = json.loads(sys.stdin.read())
        stuk = laad_proefstuk(
            Proefplugin(**opdracht["plugin"]),
            opdracht["naam"],
            date.fromisoformat(opdracht["op"]),
            limiet=opdracht["limiet"],
            overslaan=frozenset(opdracht["overslaan"]),
        )
        json.dump(antwoorden(ondervraag(stuk)), uit)


if __name__ == "__main__":
    main()
