"""Dates and amounts as the law counts them and as a Dutch reader reads them.

Own tables of twelve months and seven days: letters must not change with a newer locale library.
Messages never show the value that was refused: a birth date is personal data.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from zoneinfo import ZoneInfo

NEDERLAND = ZoneInfo("Europe/Amsterdam")

MAANDEN = (
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
)
DAGEN = ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag")

_VASTE_SPATIE = "\u00a0"
_CENT = Decimal("0.01")
_VORMEN = (
    re.compile(r"(?P<jaar>\d{4})(?P<maand>\d{2})(?P<dag>\d{2})"),
    re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{2})-(?P<dag>\d{2})"),
    re.compile(r"(?P<dag>\d{2})-(?P<maand>\d{2})-(?P<jaar>\d{4})"),
    re.compile(r"(?P<jaar>\d{4})-(?P<maand>\d{2})"),
    re.compile(r"(?P<jaar>\d{4})"),
)


class OngeldigeDatum(ValueError):
    """A text is no date, not even an incomplete one. The message does not show it."""


class OngeldigBedrag(ValueError):
    """An amount cannot be printed in whole cents."""


def datum_voluit(dag: date) -> str:
    """Write a date in full.

    Args:
        dag: the date.

    Returns:
        For example ``22 november 2026``.
    """
    return f"{dag.day} {MAANDEN[dag.month - 1]} {dag.year}"


def dag_voluit(dag: date) -> str:
    """Write a date in full with its weekday.

    Args:
        dag: the date.

    Returns:
        For example ``zondag 22 november 2026``.
    """
    return f"{DAGEN[dag.weekday()]} {datum_voluit(dag)}"


def plus_maanden(dag: date, aantal: int) -> date:
    """Return the same day a number of calendar months on.

    Args:
        dag: the day from which is counted.
        aantal: number of months; negative counts back.

    Returns:
        The day with the same number, or the last day of that month when there is none
        (Europese Overeenkomst inzake de berekening van termijnen, art. 4 lid 2).

    Raises:
        ValueError: the result lies outside the calendar.
    """
    jaar, maand = divmod(dag.year * 12 + dag.month - 1 + aantal, 12)
    laatste = calendar.monthrange(jaar, maand + 1)[1]
    return date(jaar, maand + 1, min(dag.day, laatste))


def maanden_tussen(begin: date, einde: date) -> int:
    """Return how many months a period takes, both days included; a month that was begun counts.

    Args:
        begin: first day.
        einde: last day.
    """
    heel = (einde.year - begin.year) * 12 + einde.month - begin.month
    return heel + (1 if einde.day >= begin.day else 0)


def plus_jaren(dag: date, aantal: int) -> date:
    """Return the same day a number of calendar years on; 29 February becomes the 28th (L-150).

    Args:
        dag: the day from which is counted.
        aantal: number of years.

    Returns:
        The day.

    Raises:
        ValueError: the result lies outside the calendar.
    """
    return plus_maanden(dag, 12 * aantal)


def rond_af(euro: Decimal) -> Decimal:
    """Round an amount to whole cents, half a cent away from zero.

    Args:
        euro: a computed amount.

    Returns:
        The amount with two decimals.

    Raises:
        OngeldigBedrag: it is not a finite number.
    """
    if not euro.is_finite():
        raise OngeldigBedrag("Een bedrag moet een eindig getal zijn.")
    return euro.quantize(_CENT, rounding=ROUND_HALF_UP)


def bedrag(waarde: Decimal | int) -> str:
    """Write an amount of money. Never rounds: what is not in whole cents is refused.

    A computed amount goes through :func:`rond_af` first, so that rounding is visible in the code.

    Args:
        waarde: euros as ``Decimal``, or eurocents as ``int``.

    Returns:
        For example ``€ 1.234,50``, with a no-break space after the sign.

    Raises:
        OngeldigBedrag: a part of a cent, not finite, or not a ``Decimal`` or ``int``.
    """
    euro = _in_euro(waarde)
    cijfers = f"{abs(euro):,.2f}".translate(str.maketrans(",.", ".,"))
    return f"€{_VASTE_SPATIE}{'-' if euro < 0 else ''}{cijfers}"


def _in_euro(waarde: object) -> Decimal:
    if isinstance(waarde, int) and not isinstance(waarde, bool):
        return Decimal(waarde).scaleb(-2)
    if not isinstance(waarde, Decimal):
        raise OngeldigBedrag("Een bedrag is een Decimal in euro's of een int in eurocenten.")
    if rond_af(waarde) != waarde:
        raise OngeldigBedrag("Het bedrag heeft een deel van een cent; rond het eerst af.")
    return waarde


@dataclass(frozen=True, slots=True, repr=False)
class OnvolledigeDatum:
    """A date of the BRP, of which day, or day and month, or everything may be unknown.

    Args:
        jaar: year, or ``None`` when unknown.
        maand: month, or ``None``; unknown when the year is.
        dag: day, or ``None``; unknown when the month is.

    Raises:
        OngeldigeDatum: the parts make no date, or a smaller part is known without the larger one.
    """

    jaar: int | None = None
    maand: int | None = None
    dag: int | None = None

    def __post_init__(self) -> None:
        if (self.maand is not None and self.jaar is None) or (self.dag is not None and self.maand is None):
            raise OngeldigeDatum("In de datum is een kleiner deel bekend en een groter deel niet.")
        if self.jaar is None:
            return
        try:
            date(self.jaar, self.maand or 1, self.dag or 1)
        except ValueError:
            raise OngeldigeDatum("De datum bestaat niet.") from None

    @classmethod
    def lees(cls, tekst: str) -> OnvolledigeDatum:
        """Read a date in which zeros stand for unknown parts.

        Args:
            tekst: ``JJJJMMDD`` (LO3), ``JJJJ-MM-DD``, ``DD-MM-JJJJ``, ``JJJJ-MM`` or ``JJJJ``.

        Returns:
            The date.

        Raises:
            OngeldigeDatum: another form, or no date; the message does not show the text.
        """
        schoon = tekst.strip()
        for vorm in _VORMEN:
            gevonden = vorm.fullmatch(schoon)
            if gevonden and schoon.isascii():
                delen = {naam: int(cijfers) or None for naam, cijfers in gevonden.groupdict().items()}
                return cls(**delen)
        raise OngeldigeDatum("De datum heeft niet de vorm JJJJMMDD, JJJJ-MM-DD of DD-MM-JJJJ.")

    @property
    def datum(self) -> date | None:
        """The date when it is complete, else ``None``."""
        if self.jaar is None or self.maand is None or self.dag is None:
            return None
        return date(self.jaar, self.maand, self.dag)

    @property
    def vroegst(self) -> date | None:
        """The earliest day it can be; ``None`` when the year is unknown."""
        return None if self.jaar is None else date(self.jaar, self.maand or 1, self.dag or 1)

    @property
    def laatst(self) -> date | None:
        """The last day it can be; ``None`` when the year is unknown."""
        if self.jaar is None:
            return None
        maand = self.maand or 12
        return date(self.jaar, maand, self.dag or calendar.monthrange(self.jaar, maand)[1])

    def leeftijd_minstens(self, jaren: int, peildatum: date) -> bool | None:
        """Tell whether somebody born on this date has reached an age.

        Args:
            jaren: the age.
            peildatum: the day on which is judged.

        Returns:
            True or False when it is certain, ``None`` when it cannot be known. Who was born on
            29 February grows a year older on 1 March when there is no 29th.
        """
        if self.vroegst is None or self.laatst is None:
            return None
        if _verjaardag(self.laatst, jaren) <= peildatum:
            return True
        if _verjaardag(self.vroegst, jaren) > peildatum:
            return False
        return None

    def lo3(self) -> str:
        """Return the date as in the BRP: ``JJJJMMDD`` with zeros for what is unknown."""
        return f"{self.jaar or 0:04d}{self.maand or 0:02d}{self.dag or 0:02d}"

    def voluit(self) -> str:
        """Return what is known in Dutch: ``5 mei 1980``, ``mei 1980``, ``1980`` or ``onbekend``."""
        if self.datum is not None:
            return datum_voluit(self.datum)
        if self.jaar is None:
            return "onbekend"
        return f"{MAANDEN[self.maand - 1]} {self.jaar}" if self.maand else str(self.jaar)

    def __repr__(self) -> str:
        """Show no date: it may be a birth date."""
        return "OnvolledigeDatum()"


def _verjaardag(geboren: date, jaren: int) -> date:
    try:
        return geboren.replace(year=geboren.year + jaren)
    except ValueError:
        return date(geboren.year + jaren, 3, 1)
