"""Backups of a gemeente: make one, check one, put one back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from toegang.environment import Klok, wie_handelt
from toegang.errors import Afsluitcode, Invoerfout
from toegang.storage import Actor
from toegang.storage.zegelbestand import lees_kop
from toegang.tenancy import Register
from toegang.tenancy.herstel import controleer_herstel, herstel
from toegang.tenancy.reservekopie import EXPORT, Kopierapport, controleer_kopie, maak_reservekopie, ring_bij
from toegang.tenancy.reservekopie import exporteer as exporteer_gemeente
from toegang_cli.kindproces import voer_in_kind
from toegang_cli.uitvoer import aantal, als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN

_GEDULD = 4 * 3600.0


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


def maak_alle(naar: Path | None, *, proef: bool, als_json: bool) -> Afsluitcode:
    """Make a backup of every gemeente, each in a process of her own; one that fails does not stop the others.

    Returns:
        OK, DEELS when some failed, FOUT when none succeeded.
    """
    woorden = [*(["--naar", str(naar.absolute())] if naar else []), *(["--proef"] if proef else [])]
    namen = [regel.naam for regel in Register.standaard().regels()]
    rijen = []
    for naam in namen:
        kind = voer_in_kind("gemeente", "reservekopie", naam, "--json", *woorden, geduld=_GEDULD)
        gelezen = json.loads(kind.uit) if kind.code == 0 and not proef else {}
        rijen.append({"gemeente": naam, "kopie": gelezen.get("kopie"), "fout": kind.fout})
        zeg(f"  {naam}: {kind.fout or 'klaar'}")
    if als_json:
        toon_json({"gemeenten": rijen})
    else:
        leeg = "Er is nog geen gemeente aangesloten."
        toon_tabel(("Gemeente", "Kopie", "Mislukt omdat"), [tuple(rij.values()) for rij in rijen], leeg=leeg)
    mislukt = sum(1 for rij in rijen if rij["fout"])
    if not mislukt:
        return Afsluitcode.OK
    return Afsluitcode.DEELS if mislukt < len(rijen) else Afsluitcode.FOUT


def controleer(naam: str | None, kopie: Path, ring: Path | None, *, als_json: bool) -> None:
    """Check a backup that was made earlier.

    Raises:
        OpslagFout: it is not right.
        Invoerfout: it is of another gemeente.
    """
    register = Register.standaard()
    van = lees_kop(kopie).gemeente
    if naam not in {None, van}:
        raise Invoerfout(f"Deze reservekopie is van gemeente {van}, niet van {naam}.")
    sleutel = register.paden(van).sleutel
    rapport = controleer_kopie(kopie, ring or ring_bij(kopie, van), sleutel, Klok.van_machine().nu)
    if als_json:
        toon_json({"goed": True, **_velden(rapport)})
        return
    toon("Deze reservekopie is goed: zij is teruggezet op een proefplek en helemaal nagelopen.")
    _toon(rapport)


def exporteer(naam: str, bestand: Path, *, proef: bool, als_json: bool) -> None:
    """Put a whole gemeente in one sealed file, to be imported elsewhere.

    Raises:
        Conflict: the file exists.
        OpslagFout: it cannot be made, or is not right.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    register.haal(naam)
    bestand = bestand.absolute()
    if proef:
        toon(f"De export van {naam} komt in {bestand}.")
        zeg(NIETS_OPGESLAGEN)
        return
    actor = Actor(uid=wie_handelt(register.paden(naam).map))
    rapport = exporteer_gemeente(register, naam, bestand, actor, klok.nu)
    if als_json:
        toon_json({"gemaakt": True, **_velden(rapport)})
        return
    toon(f"Export van gemeente {naam} gemaakt en op een proefplek ingelezen: geen verschil.")
    _toon(rapport)
    zeg(
        "De sleutels van de dossiers zitten erin, die van de gemeente niet. Stuur het sleutelbestand langs een andere "
        "weg, en verwijder de export als zij is ingelezen."
    )


def zet_terug(kopie: Path, ring: Path | None, sleutel: Path | None, *, proef: bool, als_json: bool) -> None:
    """Put a backup back, in a place where there is nothing.

    Raises:
        Conflict: the gemeente is there.
        OpslagFout: copy, ring or key is not right.
    """
    register, klok = Register.standaard(), Klok.van_machine()
    kop = lees_kop(kopie)
    naam = kop.gemeente
    ring = None if kop.soort == EXPORT else ring or ring_bij(kopie, naam)
    sleutel = sleutel or register.paden(naam).sleutel
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
    wat = "ingelezen, zonder verschil met de export," if ring is None else "hersteld"
    toon(f"Gemeente {naam} is {wat} in {register.paden(naam).map}.")
    _toon(klaar.kopie)
    punt = als_tekst(klaar.kopie.gemaakt_op)
    if klaar.gemist:
        mist = aantal(klaar.gemist, "logregel", "logregels")
        toon(f"Punt van herstel: {punt}. Van daarna is weg: {mist}, met wat daarbij hoort.")
    else:
        toon(f"Punt van herstel: {punt}. Wat daarna is gedaan, is er niet.")
    zeg(f"Volgende stap: toegang doctor -g {naam}")


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
