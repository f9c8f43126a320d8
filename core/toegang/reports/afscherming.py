"""Small numbers do not go outside, and no medewerker does: a count below five could tell of one person."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from toegang.reports.rapport import Berekend, Cel, Cijfer, Rapport, Tabel

GRENS = 5
KLEIN = f"minder dan {GRENS}"
VERBORGEN = "niet getoond"
VERANTWOORDING = (
    f"Aantallen van 1 tot en met {GRENS - 1} staan er niet in, en wat daaruit te berekenen is ook niet: zij zouden "
    "iets over een mens kunnen zeggen. Daarom ontbreekt soms ook een groter aantal of een percentage, namelijk als de "
    "rest zo klein is."
)
ZONDER_MEDEWERKERS = "Cijfers per medewerker staan er niet in; die zijn alleen voor de gemeente zelf."


def voor_buiten(rapport: Rapport) -> Rapport:
    """Return a report that may leave the gemeente.

    Args:
        rapport: the report as counted.

    Returns:
        The same without small numbers and what is computed from them, and without a line per medewerker. A sentence
        says so where it is the case.
    """
    tabellen = tuple(_buiten(rapport.tabellen))
    cijfers = [item for item in rapport.cijfers if not item.binnen]
    telt_mensen = any(not item.vrij for item in cijfers) or any(tabel.telling is not None for tabel in tabellen)
    noemt_medewerkers = any(tabel.noemt_medewerkers for tabel in rapport.tabellen) or len(cijfers) < len(
        rapport.cijfers
    )
    return replace(
        rapport,
        cijfers=tuple(_cijfer(item) for item in cijfers),
        tabellen=tuple(_tabel(item) for item in tabellen),
        definities=(
            *rapport.definities,
            *((ZONDER_MEDEWERKERS,) if noemt_medewerkers else ()),
            *((VERANTWOORDING,) if telt_mensen else ()),
        ),
        regels=(),
    )


def is_klein(getal: object) -> bool:
    """Tell whether a count is too small to be shown."""
    return isinstance(getal, int) and 0 < getal < GRENS


def _cijfer(item: Cijfer) -> Cijfer:
    if item.vrij or not _te_klein(item):
        return item
    return replace(item, waarde=KLEIN if not item.eenheid and is_klein(item.waarde) else VERBORGEN, eenheid="")


def _te_klein(item: Cijfer) -> bool:
    """Tell whether a figure, its whole, or the rest of its whole is a small count."""
    delen = [item.over]
    if isinstance(item.waarde, int) and item.eenheid == "%" and item.over is not None:
        deel = round(item.waarde * item.over / 100)
        delen += [deel, item.over - deel]
    elif isinstance(item.waarde, int) and not item.eenheid:
        delen += [item.waarde, item.over - item.waarde if item.over is not None else None]
    return any(is_klein(deel) for deel in delen)


def _buiten(tabellen: Iterable[Tabel]) -> Iterator[Tabel]:
    """Give the tables that may be seen outside: one that names medewerkers makes way for what is said instead."""
    for tabel in tabellen:
        if not tabel.noemt_medewerkers:
            yield tabel
        elif tabel.buiten is not None:
            yield tabel.buiten


def _tabel(tabel: Tabel) -> Tabel:
    plaats = tabel.telling
    if plaats is None:
        return tabel
    te_klein = {nummer for nummer, rij in enumerate(tabel.rijen) if is_klein(rij[plaats])}
    if len(te_klein) == 1:
        rest = [
            (aantal, nummer)
            for nummer, rij in enumerate(tabel.rijen)
            if nummer not in te_klein and isinstance(aantal := rij[plaats], int) and aantal > 0
        ]
        te_klein |= {min(rest)[1]} if rest else set()
    rijen = tuple(
        _verberg(rij, plaats) if nummer in te_klein else _verberg_ook(rij, plaats, tabel.ook)
        for nummer, rij in enumerate(tabel.rijen)
    )
    return replace(tabel, rijen=rijen)


def _verberg(rij: tuple[Cel, ...], plaats: int) -> tuple[Cel, ...]:
    """Hide the count of a row and every number that goes with it."""
    woord = KLEIN if is_klein(rij[plaats]) else VERBORGEN
    return tuple(
        woord if nummer == plaats else VERBORGEN if isinstance(cel, int | float | Berekend) else cel
        for nummer, cel in enumerate(rij)
    )


def _verberg_ook(rij: tuple[Cel, ...], plaats: int, ook: tuple[int, ...]) -> tuple[Cel, ...]:
    """Hide what a row that may be shown tells of a few: other counts of some of them, and what is computed."""
    return tuple(_cel(cel, rij[plaats] if nummer in ook else None) for nummer, cel in enumerate(rij))


def _cel(cel: Cel, geheel: Cel) -> Cel:
    """Return a cell, or a word when it, or what is left of the whole, is a small count.

    Args:
        cel: the cell.
        geheel: what a count is a part of; ``None`` when it is none.
    """
    if isinstance(cel, Berekend):
        rest = () if cel.deel is None else (cel.deel, cel.over - cel.deel)
        return VERBORGEN if any(is_klein(aantal) for aantal in (cel.over, *rest)) else cel.waarde
    if not isinstance(cel, int) or not isinstance(geheel, int):
        return cel
    return KLEIN if is_klein(cel) else VERBORGEN if is_klein(geheel - cel) else cel
