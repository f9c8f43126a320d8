"""The invitation to a gesprek: in line as soon as the appointment is planned, out of it when it is off (L-51, L-52)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.gespreksafspraak import Gespreksafspraak
from toegang.domain.levensloop import LEVENSLOOP, Stap
from toegang.domain.zaak import Zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import UITNODIGING, brieven_van, laat_vervallen, leg_procesbrief_klaar
from toegang.storage import Werkeenheid


class Uitnodigingstand(StrEnum):
    """How it stands with the invitation after an appointment was planned or called off."""

    GEEN = "GEEN"
    KLAAR = "KLAAR"
    KLAAR_VERZET = "KLAAR_VERZET"
    VERVALLEN = "VERVALLEN"
    GEMAAKT = "GEMAAKT"
    VERZONDEN = "VERZONDEN"


def nodig_uit(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, afspraak: Gespreksafspraak) -> Uitnodigingstand:
    """Put the invitation to an appointment in line, when it is for the gesprek that a zaak still waits for.

    Args:
        werk: the unit of work in which the appointment was planned.
        omgeving: the gemeente.
        zaak: the zaak.
        afspraak: the appointment, stored already.

    Returns:
        ``KLAAR``, ``KLAAR_VERZET`` when the letter says that it was moved, or ``GEEN``: an appointment after the
        gesprek, or in a line without one, is not what this letter tells of.
    """
    gehad = any(item.stap is Stap.GESPREK for item in zaak.stappen)
    if gehad or Stap.GESPREK not in LEVENSLOOP[zaak.wet]:
        return Uitnodigingstand.GEEN
    leg_procesbrief_klaar(werk, omgeving, zaak, UITNODIGING, afspraak.id)
    return Uitnodigingstand.KLAAR_VERZET if is_verzet(werk, afspraak) else Uitnodigingstand.KLAAR


def trek_uitnodiging_in(werk: Werkeenheid, zaak: Zaak, afspraak: Gespreksafspraak) -> Uitnodigingstand:
    """Drop the invitation to an appointment that is off, when it still waits.

    Args:
        werk: the unit of work in which it was called off.
        zaak: the zaak.
        afspraak: the appointment.

    Returns:
        ``VERVALLEN``; ``GEMAAKT`` or ``VERZONDEN`` when at least one copy was made or sent already, so that somebody
        has to be told; ``GEEN`` when there was no letter.
    """
    weg = laat_vervallen(werk, zaak, afspraak.id)
    rest = {brief.status for brief in brieven_van(werk, zaak.id, afspraak.id)}
    if Briefstatus.VERZONDEN in rest:
        return Uitnodigingstand.VERZONDEN
    if rest:
        return Uitnodigingstand.GEMAAKT
    return Uitnodigingstand.VERVALLEN if weg else Uitnodigingstand.GEEN


def ruim_uitnodigingen_op(werk: Werkeenheid, zaak: Zaak, gesproken_op: date) -> None:
    """Drop the invitations that wait for an appointment on or before the day of a gesprek that was held."""
    for afspraak in werk.gespreksafspraken.zoek(zaak_id=zaak.id):
        if afspraak.op <= gesproken_op:
            laat_vervallen(werk, zaak, afspraak.id)


def is_verzet(werk: Werkeenheid, afspraak: Gespreksafspraak) -> bool:
    """Tell whether the resident was told of another day, which this appointment takes the place of.

    Args:
        werk: a unit of work; only read from.
        afspraak: the appointment, stored already.
    """
    eerder = werk.gespreksafspraken.zoek(zaak_id=afspraak.zaak_id)
    voor = eerder[: next(nr for nr, item in enumerate(eerder) if item.id == afspraak.id)]
    for item in reversed(voor):
        if _kent(brieven_van(werk, item.zaak_id, item.id)):
            return not item.staat
    return False


def _kent(brieven: Iterable[Brief]) -> bool:
    return any(brief.status is Briefstatus.VERZONDEN for brief in brieven)
