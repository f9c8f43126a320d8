"""The municipalities of the Netherlands by name or code, on a day (``data/gemeenten.csv``).

A code may outlive the municipality: Schagen kept 0441 when it merged with Harenkarspel and Zijpe
in 2013. So the key is code plus validity, and every look-up asks for a day.
"""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from toegang.domain import bsn
from toegang.domain.datums import datum_voluit
from toegang.domain.gegevens import datum_of_niets, lees_csv
from toegang.errors import Invoerfout

_CODELENGTE = 4


@dataclass(frozen=True, slots=True)
class Gemeente:
    """A municipality during its existence.

    Args:
        code: four digits (CBS).
        naam: official name.
        begindatum: first day; ``None`` when it existed before the list begins.
        einddatum: last day; ``None`` while it exists.
        provincie: name of the province.
        opmerking: what to know of this row; mostly empty.
    """

    code: str
    naam: str
    begindatum: date | None
    einddatum: date | None
    provincie: str
    opmerking: str = ""

    def bestaat_op(self, dag: date) -> bool:
        """Tell whether it exists on a day; first and last day included."""
        begonnen = self.begindatum is None or self.begindatum <= dag
        return begonnen and (self.einddatum is None or dag <= self.einddatum)


@cache
def gemeenten() -> tuple[Gemeente, ...]:
    """Return all municipalities of the list, abolished ones included.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return lees_csv("gemeenten.csv", _gemeente)


def gemeenten_met_code(code: str) -> tuple[Gemeente, ...]:
    """Return the municipalities that have, or had, a code; a code may outlive one."""
    return _per_code().get(code, ())


@cache
def _per_code() -> Mapping[str, tuple[Gemeente, ...]]:
    per_code: dict[str, tuple[Gemeente, ...]] = {}
    for gemeente in gemeenten():
        per_code[gemeente.code] = (*per_code.get(gemeente.code, ()), gemeente)
    return per_code


def gemeente_met_naam(naam: str, peildatum: date) -> Gemeente:
    """Find a municipality by its name on a day.

    Args:
        naam: official name; capitals and accents make no difference.
        peildatum: the day.

    Returns:
        The municipality that has this name on that day.

    Raises:
        Invoerfout: none has; the message names what comes near, or when it existed.
    """
    gezocht = _vergelijkbaar(naam)
    gelijk = [gemeente for gemeente in gemeenten() if _vergelijkbaar(gemeente.naam) == gezocht]
    for gemeente in gelijk:
        if gemeente.bestaat_op(peildatum):
            return gemeente
    if gelijk:
        raise Invoerfout(
            f"De gemeente {gelijk[0].naam} bestaat niet op {datum_voluit(peildatum)} ({_bestaan(gelijk)}).",
            vervolg="Controleer de datum of kies de gemeente van nu.",
        )
    bestaand = {_vergelijkbaar(g.naam): g.naam for g in gemeenten() if g.bestaat_op(peildatum)}
    nabij = [bestaand[sleutel] for sleutel in difflib.get_close_matches(gezocht, bestaand, n=3)]
    raise Invoerfout(
        f"Er is op {datum_voluit(peildatum)} geen gemeente met de naam '{naam}'.",
        vervolg=f"Bedoelde u {' of '.join(nabij)}?" if nabij else "Controleer de schrijfwijze.",
    )


def gemeente_met_code(code: str, peildatum: date) -> Gemeente:
    """Find a municipality by its code on a day.

    Args:
        code: four digits; text, so that ``0193`` keeps its zero.
        peildatum: the day.

    Returns:
        The municipality that has this code on that day.

    Raises:
        Invoerfout: it is no code, or no municipality has it on that day.
    """
    if len(code) != _CODELENGTE or not (code.isascii() and code.isdigit()):
        raise Invoerfout(f"'{code}' is geen gemeentecode.", vervolg="Een gemeentecode heeft vier cijfers, zoals 0193.")
    gelijk = gemeenten_met_code(code)
    for gemeente in gelijk:
        if gemeente.bestaat_op(peildatum):
            return gemeente
    uitleg = f" ({gelijk[0].naam}: {_bestaan(gelijk)})" if gelijk else ""
    raise Invoerfout(
        f"Er is op {datum_voluit(peildatum)} geen gemeente met code {code}{uitleg}.",
        vervolg="Controleer de code en de datum.",
    )


def is_geldig_rsin(rsin: str) -> bool:
    """Tell whether a text can be the RSIN of a municipality: nine digits that pass the elfproef.

    Args:
        rsin: the number, digits only.

    Returns:
        True when it passes; it is not looked up anywhere.
    """
    return bsn.is_geldig(rsin)


def _gemeente(rij: Mapping[str, str]) -> Gemeente:
    code = rij["code"]
    if len(code) != _CODELENGTE or not code.isdigit():
        raise ValueError(f"'{code}' is geen gemeentecode")
    begin, eind = datum_of_niets(rij["begindatum"]), datum_of_niets(rij["einddatum"])
    if begin is not None and eind is not None and eind < begin:
        raise ValueError("de einddatum ligt voor de begindatum")
    return Gemeente(code, rij["naam"], begin, eind, rij["provincie"], rij["opmerking"])


def _vergelijkbaar(naam: str) -> str:
    ontleed = unicodedata.normalize("NFKD", naam.strip().replace("’", "'"))
    return "".join(teken for teken in ontleed if not unicodedata.combining(teken)).casefold()


def _bestaan(rijen: Sequence[Gemeente]) -> str:
    def periode(gemeente: Gemeente) -> str:
        van = f"vanaf {datum_voluit(gemeente.begindatum)}" if gemeente.begindatum else ""
        tot = f"tot en met {datum_voluit(gemeente.einddatum)}" if gemeente.einddatum else ""
        return " ".join(deel for deel in (van, tot) if deel)

    return " en ".join(periode(gemeente) for gemeente in rijen)
