"""Taking back an onboarding that was never finished: nothing of it stays, and nothing else goes.

Whoever is connected has no unfinished onboarding, and does not leave by this road.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

from toegang.errors import Conflict, Invoerfout
from toegang.storage.bestanden import als_opslagfout, maak_map, ruim_resten, slot, verwijder
from toegang.storage.sleutels import kopbestand
from toegang.tenancy.controles import controleer_server
from toegang.tenancy.journaal import lees_journaal
from toegang.tenancy.register import Paden, Register


class Terugweg(NamedTuple):
    """What will be removed.

    Args:
        begonnen_door: uid of who began.
        bestanden: files of the onboarding that are there.
        database: place on a server; empty = none.
    """

    begonnen_door: int
    bestanden: tuple[Path, ...]
    database: str


def plan_ongedaan(register: Register, naam: str) -> Terugweg:
    """Say what of an unfinished onboarding would be removed; changes nothing.

    Raises:
        Conflict: the gemeente is connected, or files of somebody else are in her folder.
        Invoerfout: there is no unfinished onboarding.
        OpslagFout: her database is on a server that cannot be used.
    """
    paden = register.paden(naam)
    if paden.inschrijving.exists():
        raise Conflict(
            f"Gemeente {naam} is aangesloten; dat wordt zo niet ongedaan gemaakt. Er is niets gewijzigd.",
            vervolg="Alleen een aansluiting die niet af is, kan worden teruggenomen.",
        )
    journaal = lees_journaal(paden.journaal)
    if journaal is None:
        raise Invoerfout(f"Er loopt geen aansluiting van {naam}; er is niets ongedaan te maken.")
    vreemd = [pad for pad in sorted(paden.map.iterdir()) if not _hoort_erbij(pad, paden)]
    if vreemd:
        raise Conflict(
            f"{vreemd[0]} hoort niet bij de aansluiting en wordt niet weggehaald. Er is niets gewijzigd.",
            vervolg="Verplaats het eerst.",
        )
    plaats = ""
    if paden.postgres.exists():
        from toegang.storage.motor import motor_van

        controleer_server(register.postgres)
        plaats = motor_van(paden.postgres).plaats
    bestanden = tuple(pad for pad in _bestanden(paden) if pad.exists())
    return Terugweg(begonnen_door=journaal.uid, bestanden=bestanden, database=plaats)


def maak_ongedaan(register: Register, naam: str) -> Terugweg:
    """Remove what an unfinished onboarding made; the journal goes last, so that a killed run can be done again.

    Raises:
        ToegangFout: as :func:`plan_ongedaan`; or something cannot be removed, and the next run goes on there.
    """
    plan_ongedaan(register, naam)
    maak_map(register.map)
    with slot(register.map / ".slot", "het aansluiten van een gemeente", wachten=True):
        plan, paden = plan_ongedaan(register, naam), register.paden(naam)
        if paden.postgres.exists():
            from toegang.storage.postgres_server import Server, lees_gegevens

            Server(register.postgres).verwijder(lees_gegevens(paden.postgres))
        for pad in _bestanden(paden):
            if pad.parent.is_dir():
                ruim_resten(pad)
                verwijder(pad)
        with als_opslagfout("De map weghalen", paden.map):
            if paden.brieven.is_dir():
                paden.brieven.rmdir()
            ruim_resten(paden.journaal)
            verwijder(paden.journaal)
            for rest in paden.map.glob(".*"):
                rest.unlink()
            paden.map.rmdir()
    return plan


def _bestanden(paden: Paden) -> tuple[Path, ...]:
    database = (paden.sqlite, *(paden.sqlite.with_name(paden.sqlite.name + deel) for deel in ("-wal", "-shm")))
    return (*database, paden.postgres, paden.sleutel, kopbestand(paden.sleutel), _slot_van(paden))


def _slot_van(paden: Paden) -> Path:
    return kopbestand(paden.sleutel).with_suffix(".slot")


def _hoort_erbij(pad: Path, paden: Paden) -> bool:
    if pad == paden.brieven:
        return pad.is_dir() and not any(pad.iterdir())
    return pad in _bestanden(paden) or pad == paden.journaal or pad.name.startswith(".")
