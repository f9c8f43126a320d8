"""A bundle for who helps: what is installed, what doctor says, how much there is; nothing about people."""

from __future__ import annotations

import io
import json
import os
import platform
import pwd
import sqlite3
import sys
import zipfile
from collections.abc import Mapping
from importlib.metadata import distributions
from pathlib import Path
from typing import Any

from toegang.errors import Conflict, ToegangFout
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang.storage.structuur import lees_structuur
from toegang.tenancy import Register
from toegang_cli.discretie import mask
from toegang_cli.kindproces import voer_in_kind
from toegang_cli.uitvoer import toon, toon_json, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN

_REGELS = 500
_GEDULD = 600.0
_KORTSTE = 4
"""A shorter account name is no word that can be replaced without spoiling others."""
_LEESMIJ = """Bundel van Toegang voor wie helpt.

versies.json      wat er geïnstalleerd is
doctor.json       de controles van deze machine en haar gemeenten
status.json       hoe elke gemeente ervoor staat
structuur.json    per gemeente: aantallen per tabel, en welke instellingen er zijn (niet wat erin staat)
logboek.json      per gemeente de laatste {regels} logregels: de dag en wat er gedaan werd, niet wie en bij wie
omgeving.json     welke variabelen van Toegang gezet zijn (niet de waarde)

Er staat niets in over inwoners of medewerkers. Mappen en accounts zijn vervangen door <gegevens>, ~ en <account>.
"""


def bundel(naar: Path, *, proef: bool, als_json: bool) -> None:
    """Make the bundle.

    Raises:
        Conflict: the file exists.
        OpslagFout: it cannot be written.
    """
    doel = naar.absolute()
    if doel.exists():
        raise Conflict(f"{doel} bestaat al en wordt niet overschreven.", vervolg="Kies een andere naam.")
    register = Register.standaard()
    inhoud = {naam: _schoon(tekst, register) for naam, tekst in _delen(register).items()}
    if not proef:
        schrijf_nieuw(doel, _als_zip(inhoud), GEKOZEN_PLEK)
    velden = {naam: len(tekst.encode()) for naam, tekst in inhoud.items()}
    if als_json:
        toon_json({"gemaakt": not proef, "bestand": doel, "delen": velden})
    else:
        toon(f"De bundel staat in {doel}." if not proef else f"De bundel komt in {doel}.")
        toon(*(f"  {naam}  {grootte} bytes" for naam, grootte in velden.items()))
    zeg(NIETS_OPGESLAGEN if proef else "Kijk hem na voor u hem verstuurt; het is gewone tekst.")


def _delen(register: Register) -> dict[str, str]:
    structuur, logboek = _gemeenten(register)
    return {
        "LEESMIJ.txt": _LEESMIJ.format(regels=_REGELS),
        "versies.json": _json(_versies()),
        "doctor.json": _uit_kind("doctor", "--json"),
        "status.json": _uit_kind("gemeente", "status", "--json"),
        "structuur.json": _json(structuur),
        "logboek.json": _json(logboek),
        "omgeving.json": _json(sorted(naam for naam in os.environ if naam.startswith("TOEGANG_"))),
    }


def _versies() -> dict[str, Any]:
    pakketten = {str(item.metadata["Name"]): item.version for item in distributions()}
    return {
        "systeem": f"{platform.system()} {platform.release()} {platform.machine()}",
        "python": sys.version.split()[0],
        "sqlite": sqlite3.sqlite_version,
        "pakketten": dict(sorted(pakketten.items(), key=lambda paar: paar[0].lower())),
    }


def _gemeenten(register: Register) -> tuple[dict[str, Any], dict[str, Any]]:
    structuren: dict[str, Any] = {}
    logboeken: dict[str, Any] = {}
    for regel in register.regels():
        naam, ingeschreven = regel.naam, regel.inschrijving
        try:
            gezien = lees_structuur(register.paden(naam).database, _REGELS)
            sleutels = sorted(register.lees_instellingen(naam))
        except ToegangFout as fout:
            structuren[naam] = {"fout": fout.boodschap}
            continue
        structuren[naam] = {
            **gezien.model_dump(mode="json", exclude={"logregels"}),
            "plugin": ingeschreven.plugin if ingeschreven else None,
            "stand": ingeschreven.stand.value if ingeschreven else None,
            "kloon": bool(ingeschreven and ingeschreven.kloon_van),
            "instellingen": sleutels,
        }
        logboeken[naam] = [item.model_dump(mode="json") for item in gezien.logregels]
    return structuren, logboeken


def _uit_kind(*woorden: str) -> str:
    """Return what a command says; each gemeente is opened in a process of her own there."""
    kind = voer_in_kind(*woorden, geduld=_GEDULD)
    return kind.uit or _json({"fout": kind.fout})


def _schoon(tekst: str, register: Register) -> str:
    """Replace folders and accounts, and mask whatever looks like a BSN."""
    vervang = {str(register.map): "<gegevens>", str(register.reservekopie): "<reservekopie>", str(Path.home()): "~"}
    accounts = {os.getuid(), *([register.map.stat().st_uid] if register.map.exists() else [])}
    if (sudo := os.environ.get("SUDO_UID", "")).isdigit():
        accounts.add(int(sudo))
    for uid in accounts:
        try:
            naam = pwd.getpwuid(uid).pw_name
        except KeyError:
            continue
        if len(naam) > _KORTSTE:
            vervang[naam] = "<account>"
    for echt, schoon in sorted(vervang.items(), key=lambda paar: -len(paar[0])):
        if len(echt) > 1:
            tekst = tekst.replace(echt, schoon)
    return mask(tekst)


def _als_zip(inhoud: Mapping[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as zak:
        for naam, tekst in inhoud.items():
            zak.writestr(naam, tekst)
    return buffer.getvalue()


def _json(gegevens: Any) -> str:
    return json.dumps(gegevens, ensure_ascii=False, indent=2)
