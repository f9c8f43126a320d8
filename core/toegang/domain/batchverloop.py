"""The life of a batch of letters at a glance: its states, the steps between them, and who may take them.

The one place where this stands (DESIGN.md §6). Every step of :mod:`toegang.letters.batch` asks
:func:`overgang` before it does anything.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from toegang.errors import Conflict


class Batchstand(StrEnum):
    """Where a batch is."""

    BEVROREN = "BEVROREN"
    GECONTROLEERD = "GECONTROLEERD"
    GOEDGEKEURD = "GOEDGEKEURD"
    IN_MAAK = "IN_MAAK"
    GEMAAKT = "GEMAAKT"
    VRIJGEGEVEN = "VRIJGEGEVEN"
    VERZONDEN = "VERZONDEN"
    INGETROKKEN = "INGETROKKEN"
    EERDER = "EERDER"
    """Made by a version of Toegang without these steps; its letters are followed one by one."""


class Handeling(StrEnum):
    """What somebody does with a batch; also the word on the command line."""

    BEVRIES = "bevries"
    CONTROLEER = "controleer"
    LAAT_DOOR = "laat-door"
    BEKIJK = "bekijk"
    KEUR_GOED = "keur-goed"
    MAAK = "maak"
    HERVAT = "hervat"
    VRIJGEVEN = "vrijgeven"
    VERZONDEN = "verzonden"
    HERDRUK = "herdruk"
    OPNIEUW = "opnieuw"
    TREK_TERUG = "trek-terug"


class Wie(StrEnum):
    """Who may take a step."""

    IEDER = "wie met brieven werkt"
    TWEEDE = "een ander dan wie bevroor, als de gemeente dat wil"
    VERZENDER = "wie volgens de besluitroute verzendt (B-67)"


@dataclass(frozen=True)
class Overgang:
    """One step.

    Args:
        handeling: what is done.
        van: states in which it may be done.
        naar: the state after it; ``None`` = the batch stays where it is.
        wie: who may do it.
        daarna: what usually comes next.
    """

    handeling: Handeling
    van: frozenset[Batchstand]
    naar: Batchstand | None
    wie: Wie
    daarna: Handeling | None


def _stap(
    handeling: Handeling,
    van: tuple[Batchstand, ...],
    naar: Batchstand | None,
    daarna: Handeling | None,
    wie: Wie = Wie.IEDER,
) -> Overgang:
    return Overgang(handeling, frozenset(van), naar, wie, daarna)


_B, _H = Batchstand, Handeling
_VOOR_VERZENDING = (_B.BEVROREN, _B.GECONTROLEERD, _B.GOEDGEKEURD, _B.IN_MAAK, _B.GEMAAKT, _B.VRIJGEGEVEN)

VERLOOP: tuple[Overgang, ...] = (
    _stap(_H.BEVRIES, (), _B.BEVROREN, _H.CONTROLEER),
    _stap(_H.CONTROLEER, (_B.BEVROREN, _B.GECONTROLEERD), _B.GECONTROLEERD, _H.BEKIJK),
    _stap(_H.LAAT_DOOR, (_B.GECONTROLEERD,), None, _H.CONTROLEER),
    _stap(_H.BEKIJK, (_B.GECONTROLEERD,), None, _H.KEUR_GOED),
    _stap(_H.KEUR_GOED, (_B.GECONTROLEERD,), _B.GOEDGEKEURD, _H.MAAK, Wie.TWEEDE),
    _stap(_H.MAAK, (_B.GOEDGEKEURD, _B.IN_MAAK), _B.GEMAAKT, _H.VRIJGEVEN),
    _stap(_H.HERVAT, (_B.IN_MAAK, _B.GEMAAKT), _B.GEMAAKT, _H.VRIJGEVEN),
    _stap(_H.VRIJGEVEN, (_B.GEMAAKT, _B.VRIJGEGEVEN), _B.VRIJGEGEVEN, _H.VERZONDEN),
    _stap(_H.VERZONDEN, (_B.VRIJGEGEVEN,), _B.VERZONDEN, None, Wie.VERZENDER),
    _stap(_H.HERDRUK, (_B.VRIJGEGEVEN, _B.VERZONDEN), None, _H.VERZONDEN),
    _stap(_H.OPNIEUW, _VOOR_VERZENDING, _B.BEVROREN, _H.CONTROLEER),
    _stap(_H.TREK_TERUG, _VOOR_VERZENDING, _B.INGETROKKEN, None),
)
"""Every step there is. Between IN_MAAK and GEMAAKT lies the making itself: broken off, it stays IN_MAAK."""

KLAAR = frozenset({_B.VERZONDEN, _B.INGETROKKEN, _B.EERDER})
"""States in which nothing is left to do."""

_VOLGENDE = {
    _B.BEVROREN: _H.CONTROLEER,
    _B.GECONTROLEERD: _H.KEUR_GOED,
    _B.GOEDGEKEURD: _H.MAAK,
    _B.IN_MAAK: _H.HERVAT,
    _B.GEMAAKT: _H.VRIJGEVEN,
    _B.VRIJGEGEVEN: _H.VERZONDEN,
}


def volgende(stand: Batchstand) -> Handeling | None:
    """Return what comes next in a state; ``None`` when nothing does."""
    return _VOLGENDE.get(stand)


def overgang(handeling: Handeling, stand: Batchstand, batch_id: str) -> Overgang:
    """Return the step, when a batch in this state may take it.

    Args:
        handeling: what somebody wants to do.
        stand: where the batch is.
        batch_id: id of the batch, for the message.

    Raises:
        Conflict: it may not; names the state and what comes first.
    """
    stap = next(item for item in VERLOOP if item.handeling is handeling)
    if stand in stap.van:
        return stap
    eerst = volgende(stand)
    vervolg = f"Doe eerst: toegang beschikking batch {eerst} {batch_id}" if eerst else _einde(stand)
    raise Conflict(f"Batch {batch_id} is {in_woorden(stand)}; '{handeling}' kan dan niet.", vervolg=vervolg)


def in_woorden(stand: Batchstand) -> str:
    """Say a state in Dutch."""
    return {
        _B.IN_MAAK: "nog niet helemaal gemaakt",
        _B.EERDER: "van een eerdere versie van Toegang",
    }.get(stand, stand.value.lower())


def _einde(stand: Batchstand) -> str:
    if stand is _B.VERZONDEN:
        return "Wat verzonden is, herstelt alleen een nieuw besluit: toegang besluit herzie --help"
    return "Begin een nieuwe batch: toegang beschikking batch bevries"
