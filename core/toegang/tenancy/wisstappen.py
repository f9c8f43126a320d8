"""What is wiped of a gemeente that leaves this machine, in which order; each step can be done again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from toegang.storage.sleutels import kopbestand
from toegang.storage.wissen import wis_bestand, wis_map
from toegang.tenancy.bouwplaats import WERKPLAATS
from toegang.tenancy.register import Paden, Register


class Wisstap(NamedTuple):
    """One step: its Dutch description, how much there is of it, and how to do it (also when it was done)."""

    omschrijving: str
    tel: Callable[[Register, str], int]
    doe: Callable[[Register, str], None]


def _inschrijving(register: Register, naam: str) -> list[Path]:
    return [register.paden(naam).inschrijving]


def _database(register: Register, naam: str) -> list[Path]:
    paden = register.paden(naam)
    return [paden.sqlite.with_name(paden.sqlite.name + deel) for deel in ("", "-wal", "-shm")]


def _sleutels(register: Register, naam: str) -> list[Path]:
    paden: Paden = register.paden(naam)
    return [paden.sleutel, kopbestand(paden.sleutel), *sorted(paden.sleutel.parent.glob(f"{naam}.*"))]


def _wis_bestanden(waar: Callable[[Register, str], list[Path]]) -> Callable[[Register, str], None]:
    def doe(register: Register, naam: str) -> None:
        for pad in waar(register, naam):
            wis_bestand(pad)

    return doe


def _tel(waar: Callable[[Register, str], list[Path]]) -> Callable[[Register, str], int]:
    return lambda register, naam: sum(pad.exists() for pad in set(waar(register, naam)))


def _wis_database(register: Register, naam: str) -> None:
    paden = register.paden(naam)
    if paden.postgres.exists():
        from toegang.storage.postgres_server import Server, lees_gegevens

        Server(register.postgres).verwijder(lees_gegevens(paden.postgres))
        wis_bestand(paden.postgres)
    _wis_bestanden(_database)(register, naam)


def _tel_database(register: Register, naam: str) -> int:
    return int(register.paden(naam).postgres.exists()) + _tel(_database)(register, naam)


def _kopieen(register: Register, naam: str) -> list[Path]:
    return [register.reservekopie / naam, register.map / WERKPLAATS / naam]


def _tel_mappen(*mappen: Path) -> int:
    return sum(1 for map_ in mappen if map_.is_dir() for pad in map_.rglob("*") if not pad.is_dir())


def _wis_mappen(*mappen: Path) -> None:
    for map_ in mappen:
        wis_map(map_)


STAPPEN = (
    # First, so that nobody opens what is half gone, and a killed run is not taken for a gemeente.
    Wisstap("de inschrijving", _tel(_inschrijving), _wis_bestanden(_inschrijving)),
    Wisstap("de database", _tel_database, _wis_database),
    Wisstap(
        "de map met brieven en instellingen",
        lambda register, naam: _tel_mappen(register.paden(naam).map),
        lambda register, naam: _wis_mappen(register.paden(naam).map),
    ),
    Wisstap(
        "de reservekopieën op deze machine",
        lambda register, naam: _tel_mappen(*_kopieen(register, naam)),
        lambda register, naam: _wis_mappen(*_kopieen(register, naam)),
    ),
    Wisstap("de sleutel en de kop van het logboek", _tel(_sleutels), _wis_bestanden(_sleutels)),
)
"""What is wiped, in this order."""
