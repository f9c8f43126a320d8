"""The domains of life that a gesprek goes through, and those of the ZRM: names only, as packaged data (B-20, B-27)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from toegang.domain.gegevens import lees_csv
from toegang.domain.organisatie import Organisatie
from toegang.errors import Invoerfout

NIET_AAN_DE_ORDE = "niet aan de orde"
"""The answer that says: looked at, and nothing the matter."""
LAAGSTE, HOOGSTE = 1, 5
"""Levels of the ZRM: 1 is the least self-reliant, 5 the most."""


@cache
def levensdomeinen() -> Mapping[str, str]:
    """Return the domains of life, id → printed name, in the order of a gesprek.

    Raises:
        ToegangFout: the packaged file is unusable.
    """
    return dict(lees_csv("levensdomeinen.csv", lambda rij: (rij["id"], rij["naam"])))


@cache
def zrm_domeinen() -> Mapping[str, str]:
    """Return the domains of the ZRM, id → printed name.

    Raises:
        ToegangFout: the packaged file is unusable.
    """
    return dict(lees_csv("zrm.csv", lambda rij: (rij["id"], rij["naam"])))


def domeinen_van(organisatie: Organisatie) -> Mapping[str, str]:
    """Return the domains that a gemeente goes through: its own choice under B-20, otherwise all.

    Args:
        organisatie: data of the gemeente.

    Raises:
        Invoerfout: its choice names a domain that does not exist.
    """
    eigen = organisatie.regels.get("B-20")
    gekozen = eigen.lijsten.get("domeinen", ()) if eigen else ()
    alle = levensdomeinen()
    vreemd = [id for id in gekozen if id not in alle]
    if vreemd:
        raise Invoerfout(
            f"regels.B-20.lijsten.domeinen: '{vreemd[0]}' is geen levensdomein.",
            vervolg=f"Kies uit: {', '.join(alle)}.",
        )
    return {id: alle[id] for id in gekozen} if gekozen else alle


def zrm_domein(id: str) -> str:
    """Return the printed name of a ZRM domain.

    Raises:
        Invoerfout: it does not exist; what was given is not repeated.
    """
    try:
        return zrm_domeinen()[id]
    except KeyError:
        raise Invoerfout("Dit ZRM-domein bestaat niet.", vervolg=f"Kies uit: {', '.join(zrm_domeinen())}.") from None
