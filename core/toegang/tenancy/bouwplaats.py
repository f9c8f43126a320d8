"""Building a gemeente beside her place and letting her appear at once, by one rename: for a restore and for a clone.

All is built in ``.herstel/<naam>``. A run that is killed leaves only that folder (and an unused number on the server);
the next run removes it and begins again.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from toegang.storage.bestanden import als_opslagfout, maak_map, schrijf, schrijf_nieuw
from toegang.storage.sleutels import kopbestand, lees_sleutel
from toegang.tenancy.controles import controleer_server
from toegang.tenancy.register import Paden, Register
from toegang.tenancy.stappen import schrijf_verbinding

WERKPLAATS = ".herstel"


def maak_plek(register: Register, bouw: Path) -> Path:
    """Make the empty place of a database, in a file or on the server, and return the file that leads to it."""
    if not register.postgres:
        return bouw / "toegang.sqlite3"
    from toegang.storage.postgres_server import Server

    server, database = Server(register.postgres), bouw / "postgres.toml"
    gegevens = server.nieuwe_gegevens()
    schrijf_verbinding(database, gegevens)
    server.maak_rol(gegevens)
    server.sluit_gedeelde()
    server.maak_database(gegevens)
    return database


def zet_neer(paden: Paden, bouw: Path, sleutel: Path) -> None:
    """Let the gemeente appear: first what lies outside her folder, then the folder, by one rename."""
    maak_map(paden.sleutel.parent)
    nieuwe_kop, oude_kop = kopbestand(bouw.parent / paden.sleutel.name), kopbestand(paden.sleutel)
    with als_opslagfout("De gemeente op haar plaats zetten", paden.map):
        if not paden.sleutel.exists():
            schrijf_nieuw(paden.sleutel, lees_sleutel(sleutel))
        bewijs = bewijs_van(paden)
        if oude_kop.exists() and not bewijs.exists():
            # What was confirmed before the disaster stays; a run that is killed here has not lost it.
            schrijf(bewijs, oude_kop.read_bytes())
        schrijf(oude_kop, nieuwe_kop.read_bytes())
        if paden.map.exists():
            paden.map.rmdir()
        bouw.rename(paden.map)
        if bewijs.exists():
            bewijs.rename(paden.map / "kop-voor-herstel.json")
        for rest in bouw.parent.glob(f"{paden.map.name}.*"):
            rest.unlink()


def bewijs_van(paden: Paden) -> Path:
    """Return where the head of the log of before is kept while a gemeente is put back."""
    return kopbestand(paden.sleutel).with_suffix(".kop-voor-herstel")


def ruim(register: Register, bouw: Path) -> None:
    """Remove what a killed run left."""
    if (verbinding := bouw / "postgres.toml").exists():
        from toegang.storage.postgres_server import Server, lees_gegevens

        controleer_server(register.postgres)
        Server(register.postgres).verwijder(lees_gegevens(verbinding))
    with als_opslagfout("De resten van een eerder herstel weghalen", bouw):
        if bouw.exists():
            shutil.rmtree(bouw)
        for rest in bouw.parent.glob(f"{bouw.name}.*"):
            rest.unlink()
