"""The decision as data inside its own letter: a file of facts, and only those that this copy prints.

Whoever may read the letter may read the file, and nothing more: a fact that does not stand in the text (because a
gemeente leaves it out, or it is shielded for this reader) is left out of the file too.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date
from typing import Any

from toegang.domain.datums import bedrag, datum_voluit
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.opdracht import Bestandsbijlage
from toegang.letters.tekst import alineas
from toegang.letters.woordenschat import Inhoud

BESTAND = "besluit.json"
VORM = "toegang/besluit/1"
_CENTEN = "bedrag_centen"
_CODES = frozenset({"soort", "wet", "leveringsvorm"})
"""Closed lists: the letter says them in words."""


def databijlage(gegevens: Briefgegevens, inhoud: Inhoud) -> Bestandsbijlage | None:
    """Return the facts of a decision as a file to embed.

    Args:
        gegevens: what was to be printed.
        inhoud: what stands in the document.

    Returns:
        JSON: days as ``jjjj-mm-dd``, amounts in euro cents; ``None`` for a letter that decides nothing.
    """
    if gegevens.besluit is None:
        return None
    tekst = _vlak(inhoud.tekst)
    feiten = {"vorm": VORM, **_gedrukt(_feiten(gegevens), tekst)}
    geheel = json.dumps(feiten, ensure_ascii=False, indent=1, sort_keys=True, default=date.isoformat)
    return Bestandsbijlage(BESTAND, geheel.encode(), "De gegevens van dit besluit, voor een computer leesbaar")


def _feiten(gegevens: Briefgegevens) -> dict[str, Any]:
    besluit, bezwaar = gegevens.besluit, gegevens.bezwaar
    assert besluit is not None
    feiten: dict[str, Any] = {
        "gemeente": gegevens.gemeente.naam,
        "bestuursorgaan": gegevens.gemeente.bestuursorgaan,
        "zaaknummer": gegevens.zaaknummer,
        "kenmerk": gegevens.kenmerk,
        "dagtekening": gegevens.dagtekening,
        "wet": gegevens.wet,
        "geadresseerde": " ".join(gegevens.geadresseerde.adresregels[:1]),
        "besluit": besluit.model_dump(
            include={"soort", "datum", "aanvraag_op", "voorzieningen", "grondslagen", "regeling"}
        ),
    }
    if bezwaar is not None:
        feiten["bezwaar"] = bezwaar.model_dump(include={"termijn", "orgaan", "postadres", "digitaal", "laatste_dag"})
    if gegevens.ondertekening is not None:
        feiten["ondertekening"] = gegevens.ondertekening.model_dump(include={"formule", "naam", "functie"})
    return feiten


def _gedrukt(deel: Mapping[str, Any], tekst: str) -> dict[str, Any]:
    """Return the facts that stand in the text; an empty one stands nowhere."""
    klaar: dict[str, Any] = {}
    for naam, waarde in deel.items():
        if isinstance(waarde, Mapping):
            klaar[naam] = _gedrukt(waarde, tekst)
        elif isinstance(waarde, list | tuple):
            delen = [_gedrukt(item, tekst) for item in waarde]
            klaar[naam] = [item for item in delen if set(item) - _CODES]
        elif waarde and (naam in _CODES or _staat_in(naam, waarde, tekst)):
            klaar[naam] = waarde
    return klaar


def _staat_in(naam: str, waarde: Any, tekst: str) -> bool:
    if isinstance(waarde, date):
        return _vlak(datum_voluit(waarde)) in tekst
    if naam == _CENTEN:
        return _vlak(bedrag(waarde)) in tekst
    return all(_vlak(alinea) in tekst for alinea in alineas(str(waarde)))


def _vlak(tekst: str) -> str:
    return " ".join(tekst.split()).casefold()
