"""The name of a round past many zaken: typed on the command line and kept in the log, so it holds nobody's data."""

from __future__ import annotations

import re

from toegang.errors import Invoerfout

_NAAM = re.compile(r"(?!.*\d{5})[a-z][a-z0-9-]{2,39}")
"""No run of five digits: nobody can name a round after a person."""


def vereis_rondenaam(naam: str) -> None:
    """See to it that a round is named as it may be.

    Raises:
        Invoerfout: it is not; the name itself is not repeated.
    """
    if not _NAAM.fullmatch(naam):
        raise Invoerfout(
            "De naam van een ronde begint met een letter en heeft 3 tot 40 kleine letters, cijfers en streepjes.",
            vervolg="Bijvoorbeeld: tarief-2027. Zet er niets van een inwoner in.",
        )
