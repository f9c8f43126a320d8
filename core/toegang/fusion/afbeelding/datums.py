"""Dates of old systems: in the forms that the mapping expects; nothing is guessed."""

from __future__ import annotations

import re
from datetime import date, timedelta
from functools import lru_cache

from toegang.domain.datums import OngeldigeDatum, OnvolledigeDatum
from toegang.fusion.lezen.gebrek import Gebreksoort

_PATRONEN: dict[str, re.Pattern[str]] = {
    "dd-mm-jjjj": re.compile(r"(?P<d>\d{1,2})[-/.](?P<m>\d{1,2})[-/.](?P<j>\d{4})"),
    "jjjj-mm-dd": re.compile(r"(?P<j>\d{4})-(?P<m>\d{2})-(?P<d>\d{2})(?: 00:00:00)?"),
    "jjjjmmdd": re.compile(r"(?P<j>\d{4})(?P<m>\d{2})(?P<d>\d{2})"),
    "mm/dd/jjjj": re.compile(r"(?P<m>\d{1,2})/(?P<d>\d{1,2})/(?P<j>\d{4})"),
    "jjjj": re.compile(r"(?P<j>\d{4})"),
}
_TWEE_CIJFERS = re.compile(r"\d{1,2}[-/.]\d{1,2}[-/.]\d{2}")
_EXCEL_LAATSTE = 2_958_465
VORMEN = (*_PATRONEN, "excel", "excel-1904")
"""Forms of a date that a mapping can name."""


class Leesfout(ValueError):
    """A value is not what its rule expects.

    Args:
        soort: kind of fault.
        reden: why, in Dutch, without the value.
    """

    def __init__(self, soort: Gebreksoort, reden: str) -> None:
        super().__init__(reden)
        self.soort = soort
        self.reden = reden


@lru_cache(maxsize=65536)
def lees_datum(tekst: str, vormen: tuple[str, ...]) -> OnvolledigeDatum:
    """Read a date in one of the expected forms; zeros are unknown parts.

    Args:
        tekst: the value, not empty.
        vormen: names out of :data:`VORMEN`.

    Raises:
        Leesfout: it has another form, or is no day.
    """
    schoon = tekst.strip()
    for vorm in vormen:
        if vorm.startswith("excel"):
            if schoon.isdigit() and 1 <= int(schoon) <= _EXCEL_LAATSTE:
                return _uit_excel(int(schoon), vorm)
            continue
        gevonden = _PATRONEN[vorm].fullmatch(schoon)
        if gevonden:
            return _maak({naam: int(deel) or None for naam, deel in gevonden.groupdict().items()})
    if _TWEE_CIJFERS.fullmatch(schoon):
        raise Leesfout(
            Gebreksoort.JAAR_IN_TWEE_CIJFERS, "het jaar heeft twee cijfers; wij raden niet welke eeuw bedoeld is"
        )
    for vorm, patroon in _PATRONEN.items():
        if vorm not in vormen and patroon.fullmatch(schoon):
            raise Leesfout(
                Gebreksoort.DATUMVORMEN_DOOR_ELKAAR,
                f"de datum is geschreven als {vorm}; verwacht is {' of '.join(vormen)}",
            )
    raise Leesfout(Gebreksoort.GEEN_DATUM, f"dit is geen datum; verwacht is {' of '.join(vormen)}")


def _maak(delen: dict[str, int | None]) -> OnvolledigeDatum:
    jaar, maand, dag = delen.get("j"), delen.get("m"), delen.get("d")
    try:
        # an unknown month with a known day is kept as far as it is known
        return OnvolledigeDatum(jaar, maand if jaar else None, dag if jaar and maand else None)
    except OngeldigeDatum:
        raise Leesfout(Gebreksoort.GEEN_DATUM, "deze dag bestaat niet") from None


def _uit_excel(getal: int, vorm: str) -> OnvolledigeDatum:
    if vorm == "excel-1904":
        dag = date(1904, 1, 1) + timedelta(days=getal)
    else:
        # the 1900 system counts a 29 February 1900 that never was
        dag = date(1899, 12, 30 if getal > 60 else 31) + timedelta(days=getal)
    return OnvolledigeDatum(dag.year, dag.month, dag.day)


def spoor_vormen_op(teksten: list[str]) -> tuple[str, ...]:
    """Return the forms in which nearly all texts are a date, for a first draft of a mapping.

    Args:
        teksten: values of a column, not empty.
    """
    if not teksten:
        return ()
    passend = []
    over = list(teksten)
    for vorm in ("jjjjmmdd", "dd-mm-jjjj", "jjjj-mm-dd", "excel"):
        raak = [tekst for tekst in over if _past(tekst, vorm)]
        if len(raak) > 0.02 * len(teksten):
            passend.append(vorm)
            over = [tekst for tekst in over if tekst not in set(raak)]
    return tuple(passend) if len(over) <= 0.02 * len(teksten) else ()


def _past(tekst: str, vorm: str) -> bool:
    if vorm == "excel":
        return tekst.isdigit() and 3_000 <= int(tekst) <= 60_000
    try:
        datum = lees_datum(tekst, (vorm,))
    except Leesfout:
        return False
    return datum.jaar is None or 1850 <= datum.jaar <= 2100 or datum.jaar == 9999
