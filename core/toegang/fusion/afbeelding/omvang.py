"""Volumes of old systems in hours a week: exact, and where that cannot be, never in favour of the gemeente."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import ROUND_CEILING, Decimal
from fractions import Fraction

from toegang.fusion.afbeelding.datums import Leesfout
from toegang.fusion.lezen.gebrek import Gebreksoort

AFRONDING = (
    "Uren per week worden exact omgerekend. Kan dat niet, dan ronden wij naar boven af, op vier cijfers achter de "
    "komma: zo krijgt niemand minder dan er stond (F-21)."
)
"""The rounding rule, as it stands in the report."""
_STAP = Decimal("0.0001")
_GETAL = r"(\d+(?:[.,]\d+)?)"
_PER = r"(?:per|p/|/)\s*"
_WEEK = rf"(?:{_PER}w(?:eek|k)?\.?|wekelijks)"
_UUR = r"(?:uur|uren|u)\.?"
_MIN = r"(?:minuten|minuut|min)\.?"
_DAGDEEL = r"(?:dagdelen|dagdeel)"
_VIER = rf"{_PER}(?:4|vier)\s*weken"
_STUKS = re.compile(r"(?:\d+\s*)?(?:stuks?|etma(?:al|len)|keer|x)?|n\.?v\.?t\.?", re.IGNORECASE)


@dataclass(frozen=True)
class Omvang:
    """A volume.

    Args:
        uren: hours a week; ``None`` for what is not counted in hours.
        afgerond: it could not be exact.
    """

    uren: Decimal | None
    afgerond: bool = False


def _patroon(deel: str) -> re.Pattern[str]:
    return re.compile(rf"\s*{deel}\s*", re.IGNORECASE)


_SCHRIJFWIJZEN: tuple[tuple[re.Pattern[str], tuple[Fraction | str, ...]], ...] = (
    (_patroon(rf"{_GETAL}\s*{_UUR}\s*(?:en)?\s*{_GETAL}\s*{_MIN}\s*{_WEEK}"), (Fraction(1), Fraction(1, 60))),
    (_patroon(rf"{_GETAL}\s*{_UUR}\s*(?:en)?\s*{_GETAL}\s*{_MIN}\s*{_VIER}"), (Fraction(1, 4), Fraction(1, 240))),
    (_patroon(rf"{_GETAL}\s*{_UUR}\s*{_WEEK}"), (Fraction(1),)),
    (_patroon(rf"{_GETAL}\s*{_UUR}\s*{_VIER}"), (Fraction(1, 4),)),
    (_patroon(rf"{_GETAL}\s*{_MIN}\s*{_WEEK}"), (Fraction(1, 60),)),
    (_patroon(rf"{_GETAL}\s*{_MIN}\s*{_VIER}"), (Fraction(1, 240),)),
    (_patroon(rf"{_GETAL}\s*{_DAGDEEL}\s*{_WEEK}"), ("dagdeel",)),
    (_patroon(rf"{_GETAL}\s*{_DAGDEEL}\s*{_VIER}"), ("dagdeel/4",)),
)
_MAAL = (
    (_patroon(rf"{_GETAL}\s*(?:x|keer|maal)\s*{_WEEK}\s*{_GETAL}\s*{_MIN}"), Fraction(1, 60)),
    (_patroon(rf"{_GETAL}\s*(?:x|keer|maal)\s*{_WEEK}\s*{_GETAL}\s*{_UUR}"), Fraction(1)),
    (_patroon(rf"{_GETAL}\s*(?:x|keer|maal)\s*{_GETAL}\s*{_MIN}\s*{_WEEK}"), Fraction(1, 60)),
    (_patroon(rf"{_GETAL}\s*(?:x|keer|maal)\s*{_GETAL}\s*{_UUR}\s*{_WEEK}"), Fraction(1)),
)
_EENHEDEN = {
    "uren-week": Fraction(1),
    "minuten-week": Fraction(1, 60),
    "minuten-4-weken": Fraction(1, 240),
    "uren-4-weken": Fraction(1, 4),
}


def lees_omvang(tekst: str, eenheid: str, dagdeel_uren: int) -> Omvang:
    """Read a volume.

    Args:
        tekst: the value; empty = no volume.
        eenheid: what a bare number means; empty = a bare number counts pieces.
        dagdeel_uren: hours of a dagdeel.

    Raises:
        Leesfout: it is written in a way that we do not know.
    """
    schoon = " ".join(tekst.split())
    if not schoon:
        return Omvang(None)
    if eenheid:
        if not re.fullmatch(_GETAL, schoon):
            raise Leesfout(Gebreksoort.GEEN_GETAL, "dit is geen getal")
        factor = Fraction(dagdeel_uren) if eenheid == "dagdelen-week" else _EENHEDEN[eenheid]
        return in_uren(_breuk(schoon) * factor)
    for patroon, factor in _MAAL:
        raak = patroon.fullmatch(schoon)
        if raak:
            return in_uren(_breuk(raak[1]) * _breuk(raak[2]) * factor)
    for patroon, factoren in _SCHRIJFWIJZEN:
        raak = patroon.fullmatch(schoon)
        if raak:
            delen = zip(raak.groups(), factoren, strict=True)
            return in_uren(sum((_breuk(getal) * _factor(f, dagdeel_uren) for getal, f in delen), Fraction(0)))
    if _STUKS.fullmatch(schoon):
        return Omvang(None)
    raise Leesfout(Gebreksoort.OMVANG_ONBEKEND, "deze schrijfwijze van de omvang kennen wij niet")


def in_uren(breuk: Fraction) -> Omvang:
    """Return hours a week as a decimal: exact when that ends, else rounded up (see :data:`AFRONDING`)."""
    noemer = breuk.denominator
    for deler in (2, 5):
        while noemer % deler == 0:
            noemer //= deler
    deling = Decimal(breuk.numerator) / Decimal(breuk.denominator)
    if noemer == 1:
        return Omvang(deling.normalize() + 0)
    return Omvang(deling.quantize(_STAP, rounding=ROUND_CEILING).normalize() + 0, afgerond=True)


def tekst_van(uren: Decimal) -> str:
    """Return hours without exponent and without zeros at the end."""
    return f"{uren:f}"


def _factor(factor: Fraction | str, dagdeel_uren: int) -> Fraction:
    if isinstance(factor, Fraction):
        return factor
    return Fraction(dagdeel_uren, 4 if factor.endswith("/4") else 1)


def _breuk(getal: str) -> Fraction:
    return Fraction(getal.replace(",", "."))
