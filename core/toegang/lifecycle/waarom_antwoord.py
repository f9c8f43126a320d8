"""Why did a hook answer so: its answer, part by part, from the trace that was kept of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from toegang.domain.spoor import Spoor
from toegang.domain.verklaring import Verklaring

_KOPPEN = {
    "intake": "Intake: wat er is vastgelegd en waar de vraag heen ging",
    "team": "Team: wie eraan werkt en wie niet is gekozen",
    "regie": "Regie: wie de regie heeft",
    "beschikking": "Beschikking: in welke vorm het besluit komt",
    "archief": "Archief: welk resultaat van de selectielijst past",
}
_LIJSTEN = {"leden": "lid", "adviseurs": "adviseur", "gepasseerd": "niet gekozen", "dragers": "drager"}
"""Lists of which every item gets a line of its own."""


def verklaring(onderdeel: str, spoor: Spoor) -> Verklaring:
    """Return why a hook answered as it did.

    Args:
        onderdeel: word of ``toegang waarom``.
        spoor: the trace.
    """
    return Verklaring(
        onderdeel=onderdeel,
        kop=_KOPPEN[onderdeel],
        op=spoor.op,
        kenmerk=spoor.id,
        uitkomst=tuple(_delen(spoor.antwoord)),
        reden=spoor.reden,
        door=f"{spoor.plugin} {spoor.plugin_versie}, laag {spoor.laag}, hooks {spoor.haak_api}",
        regels=spoor.regels,
    )


def _delen(antwoord: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for naam, waarde in antwoord.items():
        if naam == "reden" or waarde in (None, "", [], False):
            continue
        if naam in _LIJSTEN and isinstance(waarde, list):
            for item in waarde:
                yield _LIJSTEN[naam], _regel(item)
        else:
            yield naam.replace("_", " "), _tekst(waarde)


def _regel(item: Any) -> str:
    """Return an item of a list: its fields, and its own reason behind it."""
    if not isinstance(item, dict):
        return _tekst(item)
    delen = []
    for naam, waarde in item.items():
        if naam == "reden" or waarde in (None, "", [], False):
            continue
        delen.append(f"beoordeelt {_tekst(waarde)}" if naam == "beoordeelt" else _tekst(waarde))
    reden = item.get("reden")
    waarom = f": {reden['tekst']}" if isinstance(reden, dict) and reden.get("tekst") else ""
    return f"{', '.join(delen)}{waarom}"


def _tekst(waarde: Any) -> str:
    if isinstance(waarde, list):
        return ", ".join(_tekst(deel) for deel in waarde)
    if isinstance(waarde, dict):
        return ", ".join(_tekst(deel) for deel in waarde.values())
    return "ja" if waarde is True else str(waarde)
