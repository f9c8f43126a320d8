"""Backups of a gemeente: make one, check one, put one back."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from toegang.environment import Klok, wie_handelt
from toegang.errors import Conflict, Invoerfout
from toegang.storage import Actor
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy import Register
from toegang.tenancy.herstel import controleer_herstel, herstel
from toegang.tenancy.reservekopie import Kopierapport, controleer_kopie, maak_reservekopie, ring_bij
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN


def maak(naam: str, naar: Path | None, *, proef: bool, als_json: bool) -> None:
    """Make a backup, and check it by restoring it in a scratch place.

    Raises:
        OpslagFout: it cannot be made, or is not right.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    doel = (naar.absolute() if naar else register.reservekopie) / naam
    if proef:
        toon(f"De reservekopie van {naam} komt in {doel}.")
        zeg(NIETS_OPGESLAGEN)
        return
    actor = Actor(uid=wie_handelt(register.paden(naam).map))
    rapport = maak_reservekopie(register, naam, doel, actor, klok.nu)
    if als_json:
        toon_json({"gemaakt": True, **_velden(rapport)})
        return
    toon(f"Reservekopie van gemeente {naam} gemaakt en teruggezet op een proefplek: alles is er.")
    _toon(rapport)
    if doel.is_relative_to(register.map):
        zeg("Let op: dit is dezelfde schijf als de gegevens. Kies met --naar of TOEGANG_RESERVEKOPIE een andere.")
    zeg(
        "De sleutel van de gemeente zit er niet in. Bewaar die ergens anders, en bewaar van de sleutelring alleen de "
        "nieuwste: zo blijft een vernietigd dossier vernietigd."
    )


def controleer(naam: str, kopie: Path, ring: Path | None, *, als_json: bool) -> None:
    """Check a backup that was made earlier.

    Raises:
        OpslagFout: it is not right.
        Invoerfout: it is of another gemeente.
    """
    register = Register.standaard()
    if (van := lees_kop(kopie).gemeente) != naam:
        raise Invoerfout(f"Deze reservekopie is van gemeente {van}, niet van {naam}.")
    sleutel = register.paden(naam).sleutel
    rapport = controleer_kopie(kopie, ring or ring_bij(kopie, naam), sleutel, Klok.van_machine().nu)
    if als_json:
        toon_json({"goed": True, **_velden(rapport)})
        return
    toon("Deze reservekopie is goed: zij is teruggezet op een proefplek en helemaal nagelopen.")
    _toon(rapport)


def zet_terug(kopie: Path, ring: Path | None, sleutel: Path | None, *, proef: bool, als_json: bool) -> None:
    """Put a backup back, in a place where there is nothing.

    Raises:
        Conflict: the gemeente is there.
        OpslagFout: copy, ring or key is not right.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    naam = lees_kop(kopie).gemeente
    ring, sleutel = ring or ring_bij(kopie, naam), sleutel or register.paden(naam).sleutel
    if proef:
        rapport = controleer_herstel(register, kopie, ring, sleutel, klok.nu)
        toon(f"Gemeente {naam} kan worden hersteld in {register.paden(naam).map}.")
        _toon(rapport)
        zeg(NIETS_OPGESLAGEN)
        return
    klaar = herstel(register, kopie, ring, sleutel, Actor(uid=wie_handelt(register.map)), klok.nu)
    if als_json:
        toon_json({"hersteld": True, "gemist": klaar.gemist, **_velden(klaar.kopie)})
        return
    if klaar.begonnen:
        zeg("Een eerder herstel was niet af; het is opgeruimd en opnieuw begonnen.")
    toon(f"Gemeente {naam} is hersteld in {register.paden(naam).map}.")
    _toon(klaar.kopie)
    punt = als_tekst(klaar.kopie.gemaakt_op)
    if klaar.gemist:
        toon(f"Punt van herstel: {punt}. Daarna ontbreken {klaar.gemist} logregels, met wat daarbij hoort.")
    else:
        toon(f"Punt van herstel: {punt}. Wat daarna is gedaan, is er niet.")
    zeg(f"Volgende stap: toegang doctor -g {naam}")


def nieuwste(map_: Path) -> Path:
    """Return the newest backup in a folder.

    Raises:
        Conflict: there is none.
    """
    gevonden = sorted(map_.glob("*.toegang"), key=lambda pad: lees_kop(pad).gemaakt_op)
    if not gevonden:
        raise Conflict(f"In {map_} staat geen reservekopie.")
    return gevonden[-1]


def _velden(rapport: Kopierapport) -> dict[str, Any]:
    return rapport.model_dump()


def _toon(rapport: Kopierapport) -> None:
    toon_velden(
        {
            "Kopie": rapport.kopie,
            "Sleutelring": rapport.ring,
            "Van": rapport.gemaakt_op,
            "Databaseversie": rapport.revisie,
            "Rijen": sum(rapport.rijen.values()),
            "Ontsleuteld": rapport.leesbaar,
            "Vernietigd": f"{rapport.vernietigd} rijen, blijven onleesbaar" if rapport.vernietigd else "",
            "Logboek": f"{rapport.logregels} regels, de keten is heel",
        }
    )
