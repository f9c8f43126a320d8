"""Does a text name a diagnosis? Words out of packaged data; a person judges what was found (L-138)."""

from __future__ import annotations

import re
from functools import cache

from toegang.domain.gegevens import lees_csv

_AFKORTING = 4
"""A word this short counts as a whole word only: it stands by chance inside many others."""


def noemt_diagnose(tekst: str) -> bool:
    """Tell whether a text speaks of a diagnosis, or names an illness.

    Args:
        tekst: free text; nothing of it is kept.

    Raises:
        ToegangFout: the packaged list is unusable.
    """
    return _patroon().search(tekst) is not None


@cache
def _patroon() -> re.Pattern[str]:
    woorden = lees_csv("diagnosewoorden.csv", lambda rij: rij["woord"])
    delen = [rf"\b{re.escape(woord)}\b" if len(woord) <= _AFKORTING else re.escape(woord) for woord in woorden]
    return re.compile("|".join((r"\b(?:ge)?diagnos", *delen)), re.IGNORECASE)
