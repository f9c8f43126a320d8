"""What is wrong in a delivery, said without showing it: file, row, column, class of the value, reason."""

from __future__ import annotations

import re
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Gebreksoort(StrEnum):
    """Kinds of faults in a delivery."""

    RIJ_TE_KORT = "RIJ_TE_KORT"
    RIJ_TE_LANG = "RIJ_TE_LANG"
    TEKENSET = "TEKENSET"
    AANHALINGSTEKENS = "AANHALINGSTEKENS"
    DUBBELE_KOP = "DUBBELE_KOP"
    KOP_LEEG = "KOP_LEEG"
    FORMULE = "FORMULE"
    FOUTCEL = "FOUTCEL"
    SAMENGEVOEGDE_CEL = "SAMENGEVOEGDE_CEL"
    ANDERE_VORM = "ANDERE_VORM"
    DUBBEL_GECODEERD = "DUBBEL_GECODEERD"
    VERWIJDERDE_RIJ = "VERWIJDERDE_RIJ"
    GEEN_DATUM = "GEEN_DATUM"
    JAAR_IN_TWEE_CIJFERS = "JAAR_IN_TWEE_CIJFERS"
    DATUMVORMEN_DOOR_ELKAAR = "DATUMVORMEN_DOOR_ELKAAR"
    GEEN_GETAL = "GEEN_GETAL"
    OMVANG_ONBEKEND = "OMVANG_ONBEKEND"
    AFGEROND = "AFGEROND"
    NAAM_ONLEESBAAR = "NAAM_ONLEESBAAR"
    ONBEKENDE_CODE = "ONBEKENDE_CODE"
    SLEUTEL_LEEG = "SLEUTEL_LEEG"
    SLEUTEL_DUBBEL = "SLEUTEL_DUBBEL"
    WEES = "WEES"

    @property
    def zet_rij_apart(self) -> bool:
        """Whether a row with it is kept aside: what stands in it cannot be trusted."""
        return self in _APART


_APART = frozenset(
    {
        Gebreksoort.RIJ_TE_KORT,
        Gebreksoort.RIJ_TE_LANG,
        Gebreksoort.TEKENSET,
        Gebreksoort.AANHALINGSTEKENS,
    }
)


class Gebrek(Waarde):
    """One fault.

    Args:
        bestand: file or sheet, as in a record id.
        rij: number of the data row; 0 = the file as a whole.
        kolom: heading of the column; empty = the row as a whole.
        soort: kind.
        waarde: class of the value that was met, never the value itself, e.g. "9 cijfers".
        reden: why, in Dutch.
    """

    bestand: str
    rij: int = 0
    kolom: str = ""
    soort: Gebreksoort
    waarde: str = ""
    reden: str

    @property
    def zin(self) -> str:
        """Say it in one line."""
        plaats = self.bestand + (f", rij {self.rij}" if self.rij else "") + (f", {self.kolom}" if self.kolom else "")
        return f"{plaats}: {self.reden}{f' ({self.waarde})' if self.waarde else ''}"


def waardeklasse(tekst: str) -> str:
    """Return what kind of value a text is; enough to find the fault, too little to know a person.

    Args:
        tekst: the value.

    Returns:
        For example ``leeg``, ``9 cijfers`` or ``tekst van 12 tekens``; digits show as 9 and letters as x in short ones.
    """
    if not tekst.strip():
        return "leeg"
    if tekst.isdigit():
        return f"{len(tekst)} cijfers"
    if len(tekst) <= 12 and re.search(r"\d", tekst):
        return re.sub(r"[^\W\d_]", "x", re.sub(r"\d", "9", tekst))
    return f"tekst van {len(tekst)} tekens"
