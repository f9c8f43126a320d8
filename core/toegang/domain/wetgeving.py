"""The acts that rules refer to, each with the version of the text that was read (``data/wetten.toml``)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from toegang.domain.gegevens import geldig_merk, lees_toml
from toegang.errors import ToegangFout

_BWBR = re.compile(r"BWBR\d{7}")
_VERSIE = re.compile(r"(\d{4}(-\d{2}-\d{2})?)?")


@dataclass(frozen=True, slots=True)
class Wettekst:
    """An act or decree.

    Args:
        id: short key, e.g. ``awb``.
        citeertitel: official short title.
        afkorting: as used in letters and messages, e.g. ``Awb``.
        bwbr: number in the Basiswettenbestand.
        soort: ``wet`` or ``amvb``.
        versiedatum: day (or only the year) from which the text that was read was in force; empty = not read.
        bewijs: evidence mark of this row.
    """

    id: str
    citeertitel: str
    afkorting: str
    bwbr: str
    soort: str
    versiedatum: str
    bewijs: str


@cache
def wetteksten() -> tuple[Wettekst, ...]:
    """Return all acts of the packaged file.

    Raises:
        ToegangFout: the packaged file is unusable.
    """
    return lees_toml("wetten.toml", "wet", _wettekst)


def wettekst(sleutel: str) -> Wettekst:
    """Return an act by its key.

    Args:
        sleutel: e.g. ``awb``.

    Returns:
        The act.

    Raises:
        ToegangFout: no act has this key.
    """
    for tekst in wetteksten():
        if tekst.id == sleutel:
            return tekst
    raise ToegangFout(f"De wet '{sleutel}' staat niet in wetten.toml.", vervolg="Controleer de schrijfwijze.")


def _wettekst(rij: Mapping[str, Any]) -> Wettekst:
    tekst = Wettekst(**rij)
    if not _BWBR.fullmatch(tekst.bwbr) or tekst.soort not in ("wet", "amvb"):
        raise ValueError("bwbr of soort klopt niet")
    if not _VERSIE.fullmatch(tekst.versiedatum):
        raise ValueError("versiedatum is geen datum en geen jaar")
    geldig_merk(tekst.bewijs)
    return tekst
