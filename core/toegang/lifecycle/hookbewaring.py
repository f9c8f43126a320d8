"""What a hook was asked, stored once: the staff is the same for every zaak of a day, so it is kept apart.

Kept with each zaak it would grow with staff times zaken. The staff as the hooks see it holds no name and nothing of a
resident, so it stays when a dossier is destroyed.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from toegang.domain.spoor import Hookvraag, Kandidatenstand, Spoor
from toegang.plugins.hookvragen import plat
from toegang.storage import NietGevonden, Werkeenheid

_KANDIDATEN, _STAND, _CASELOAD = "kandidaten", "stand", "caseload"
_TABEL = "kandidatenstanden"


def bewaar_vraag(werk: Werkeenheid, spoor: Spoor, invoer: Mapping[str, object], op: date) -> None:
    """Store what a hook was asked beside its trace.

    Args:
        werk: the unit of work of this step.
        spoor: the trace.
        invoer: the arguments, without the gemeente.
        op: day on which was judged.
    """
    vraag = plat(invoer)
    if _KANDIDATEN in vraag:
        vraag[_KANDIDATEN] = _apart(werk, vraag[_KANDIDATEN])
    werk.hookvragen.bewaar(Hookvraag(id=spoor.id, dossier_id=spoor.dossier_id, hook=spoor.hook, vraag=vraag, op=op))


def vraag_van(werk: Werkeenheid, spoor_id: str) -> Hookvraag | None:
    """Return what a hook was asked, as it was asked; ``None`` when that was not kept.

    Args:
        werk: a unit of work.
        spoor_id: id of the trace.
    """
    try:
        bewaard = werk.hookvragen.haal(spoor_id)
    except NietGevonden:
        return None
    apart = bewaard.vraag.get(_KANDIDATEN)
    if not isinstance(apart, dict):
        return bewaard
    stand = werk.kandidatenstanden.haal(apart[_STAND])
    mensen = [{**mens, _CASELOAD: apart[_CASELOAD].get(mens["id"], 0)} for mens in stand.kandidaten]
    return bewaard.gewijzigd(vraag={**bewaard.vraag, _KANDIDATEN: mensen})


def _apart(werk: Werkeenheid, mensen: list[dict[str, Any]]) -> dict[str, Any]:
    """Store the staff once, and return where it is with how busy each one was."""
    zonder = tuple({naam: deel for naam, deel in mens.items() if naam != _CASELOAD} for mens in mensen)
    kenmerk = werk.kluis.zoekhash(_TABEL, _KANDIDATEN, json.dumps(zonder, sort_keys=True))
    if not werk.kandidatenstanden.zoek(id=kenmerk):
        werk.kandidatenstanden.bewaar(Kandidatenstand(id=kenmerk, kandidaten=zonder))
    return {_STAND: kenmerk, _CASELOAD: {mens["id"]: mens[_CASELOAD] for mens in mensen if mens[_CASELOAD]}}
