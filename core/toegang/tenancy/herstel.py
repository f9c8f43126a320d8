"""Putting a backup back, in a place where there is nothing: never over a gemeente that is there.

All is built in ``.herstel/<naam>`` and appears at once, by one rename. A run that is killed leaves only that
folder (and an unused number on the server); the next run removes it and begins again.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import maak_map, schrijf, slot
from toegang.storage.bestandssysteem import weiger_netwerk
from toegang.storage.kluis import Kluis
from toegang.storage.kop import Kop, Kopbestand
from toegang.storage.opslag import Gemeenteopslag
from toegang.storage.sleutels import kopbestand, lees_sleutel
from toegang.storage.waarden import Actor
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy.bouwplaats import WERKPLAATS, bewijs_van, maak_plek, ruim, zet_neer
from toegang.tenancy.controles import controleer_schrijfbaar, controleer_server
from toegang.tenancy.register import Paden, Register
from toegang.tenancy.reservekopie import Kopierapport, controleer_kopie, herstel_in

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
        ruim(register, bouw)
        maak_map(bouw)
        gemist = _bouw(register, bouw, rapport, sleutel, actor, klok)
        zet_neer(paden, bouw, sleutel)
    return Herstelrapport(kopie=rapport, gemist=gemist, begonnen=begonnen)


def _bouw(register: Register, bouw: Path, rapport: Kopierapport, sleutel: Path, actor: Actor, klok: Klok) -> int | None:
    naam = rapport.gemeente
    eigen_sleutel = bouw.parent / f"{naam}.sleutel"
    eigen_sleutel.unlink(missing_ok=True)
    eigen_sleutel.symlink_to(sleutel.absolute())
    database = maak_plek(register, bouw)
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


def _gemist(paden: Paden, kluis: Kluis, in_kopie: int) -> int | None:
    """Return how many confirmed links of the log the copy does not have."""
    bewijs = bewijs_van(paden)
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
