"""Putting a backup back, in a place where there is nothing: never over a gemeente that is there.

All is built in ``.herstel/<naam>`` and appears at once, by one rename. A run that is killed leaves only that
folder (and an unused number on the server); the next run removes it and begins again.
"""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import als_opslagfout, maak_map, schrijf, schrijf_nieuw, slot
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.storage.kluis import Kluis
from toegang.storage.kop import Kop, Kopbestand
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.sleutels import kopbestand, lees_sleutel
from toegang.storage.waarden import Actor
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy.controles import controleer_schrijfbaar, controleer_server
from toegang.tenancy.register import Paden, Register
from toegang.tenancy.reservekopie import Kopierapport, controleer_kopie, herstel_in
from toegang.tenancy.stappen import schrijf_verbinding

WERKPLAATS = ".herstel"
Klok = Callable[[], datetime]


class Herstelrapport(Waarde):
    """What was put back.

    Args:
        kopie: what the copy held.
        gemist: links of the log that were confirmed here and are not in the copy; ``None`` = not known here.
        begonnen: an earlier run was not finished, and was removed.
    """

    kopie: Kopierapport
    gemist: int | None
    begonnen: bool


def controleer_herstel(register: Register, kopie: Path, ring: Path | None, sleutel: Path, klok: Klok) -> Kopierapport:
    """Check everything: the place, the copy, the key ring and the key; changes nothing.

    Raises:
        Conflict: the gemeente is there, or files of somebody else are in her place.
        OpslagFout: copy, ring or key is not right, or the place cannot be used.
    """
    naam = lees_kop(kopie).gemeente
    paden = register.paden(naam)
    _weiger_bestaande(naam, paden, sleutel)
    weiger_netwerk(register.map)
    controleer_schrijfbaar(register.map)
    if register.postgres:
        controleer_server(register.postgres)
    return controleer_kopie(kopie, ring, sleutel, klok)


def herstel(
    register: Register, kopie: Path, ring: Path | None, sleutel: Path, actor: Actor, klok: Klok
) -> Herstelrapport:
    """Put a backup back.

    Args:
        register: where; the gemeente must not be there.
        kopie: the copy.
        ring: the newest key ring; ``None`` for an export.
        sleutel: key file of the gemeente; a copy of it is put in its place when it is not there.
        actor: who does it.
        klok: gives the instant, UTC.

    Raises:
        ToegangFout: as :func:`controleer_herstel`; nothing was changed then.
    """
    rapport = controleer_herstel(register, kopie, ring, sleutel, klok)
    naam = rapport.gemeente
    maak_map(register.map)
    with slot(register.map / ".slot", "het aansluiten van een gemeente", wachten=True):
        paden = register.paden(naam)
        _weiger_bestaande(naam, paden, sleutel)
        bouw = register.map / WERKPLAATS / naam
        begonnen = bouw.exists()
        _ruim(register, bouw)
        maak_map(bouw)
        gemist = _bouw(register, bouw, rapport, sleutel, actor, klok)
        _zet_neer(paden, bouw, sleutel)
    return Herstelrapport(kopie=rapport, gemist=gemist, begonnen=begonnen)


def _bouw(register: Register, bouw: Path, rapport: Kopierapport, sleutel: Path, actor: Actor, klok: Klok) -> int | None:
    naam = rapport.gemeente
    eigen_sleutel = bouw.parent / f"{naam}.sleutel"
    eigen_sleutel.unlink(missing_ok=True)
    eigen_sleutel.symlink_to(sleutel.absolute())
    database = bouw / "toegang.sqlite3"
    if register.postgres:
        from toegang.storage.postgres_server import Server

        server, database = Server(register.postgres), bouw / "postgres.toml"
        gegevens = server.nieuwe_gegevens()
        schrijf_verbinding(database, gegevens)
        server.maak_rol(gegevens)
        server.sluit_gedeelde()
        server.maak_database(gegevens)
    with Gemeenteopslag.open(database, eigen_sleutel, naam, klok, toets=False) as opslag:
        _, bestanden = herstel_in(opslag, rapport.kopie, rapport.ring)
        gemist = _gemist(register.paden(naam), opslag.kluis, rapport.logregels)
        with opslag.werk(actor) as werk:
            kenmerk = lees_kop(rapport.kopie).kenmerk
            werk.log("gemeente.hersteld", detail={"kenmerk": kenmerk, "gemist": str(gemist or 0)})
            werk.commit()
    maak_map(bouw / "brieven")
    for bestand, inhoud in bestanden.items():
        schrijf(bouw / bestand, inhoud)
    return gemist


def _zet_neer(paden: Paden, bouw: Path, sleutel: Path) -> None:
    """Let the gemeente appear: first what lies outside her folder, then the folder, by one rename."""
    maak_map(paden.sleutel.parent)
    nieuwe_kop, oude_kop = kopbestand(bouw.parent / paden.sleutel.name), kopbestand(paden.sleutel)
    with als_opslagfout("De gemeente op haar plaats zetten", paden.map):
        if not paden.sleutel.exists():
            schrijf_nieuw(paden.sleutel, lees_sleutel(sleutel))
        bewijs = _bewijs(paden)
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


def _bewijs(paden: Paden) -> Path:
    return kopbestand(paden.sleutel).with_suffix(".kop-voor-herstel")


def _ruim(register: Register, bouw: Path) -> None:
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


def _gemist(paden: Paden, kluis: Kluis, in_kopie: int) -> int | None:
    """Return how many confirmed links of the log the copy does not have."""
    bewijs = _bewijs(paden)
    bevestigd: Kop | None = Kopbestand(bewijs if bewijs.exists() else kopbestand(paden.sleutel), kluis).lees()
    return None if bevestigd is None else max(0, bevestigd.volgnr - in_kopie)


def _weiger_bestaande(naam: str, paden: Paden, sleutel: Path) -> None:
    if paden.map.exists() and any(paden.map.iterdir()):
        raise Conflict(
            f"Gemeente {naam} is er al ({paden.map}); een kopie gaat nooit over een bestaande gemeente heen.",
            vervolg="Herstel in een andere map (TOEGANG_DATA), of verplaats eerst wat er staat. Er is niets gewijzigd.",
        )
    if paden.sleutel.exists() and lees_sleutel(paden.sleutel) != lees_sleutel(sleutel):
        raise Conflict(
            f"In {paden.sleutel} staat een andere sleutel dan u opgeeft; die wordt niet overschreven.",
            vervolg="Laat --sleutel weg, of verplaats het bestand.",
        )
    if not sleutel.exists():
        raise OpslagFout(
            f"Het sleutelbestand {sleutel} is er niet; zonder sleutel is een kopie niet te lezen.",
            vervolg="Noem met --sleutel de kopie van het sleutelbestand die elders bewaard is.",
        )
