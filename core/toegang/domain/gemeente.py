"""The view of the gemeente that every hook gets: frozen, dated, deterministic."""

from __future__ import annotations

from datetime import date

from toegang.domain.organisatie import Organisatie
from toegang.domain.waarde import LEEG, Tabel, Waarde


class Gemeentebeeld(Waarde):
    """What a plugin may know of its gemeente.

    Args:
        naam: key of the gemeente, e.g. ``zwolle``.
        organisatie: its data, with the filled-in open keys.
        instellingen: answers to the open keys, by key.
        peildatum: the day on which is judged; a hook never asks a clock.
    """

    naam: str
    organisatie: Organisatie
    instellingen: Tabel[str, str] = LEEG
    peildatum: date
