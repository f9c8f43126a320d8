"""Persons in the fields of the BRP, such as the official test persons of the RvIG: read and checked.

Every record ends as done, held or refused, with a reason from a closed list.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.bsn import in_testreeks, is_geldig
from toegang.domain.datums import OngeldigeDatum, OnvolledigeDatum
from toegang.domain.huishouden import Persoonsgegevens
from toegang.errors import Invoerfout

_GELIJK = (
    "voornamen",
    "voorvoegsel",
    "geslachtsnaam",
    "predicaat",
    "partner_voorvoegsel",
    "partner_geslachtsnaam",
    "partner_predicaat",
    "partner_geslacht",
    "partner_ontbonden",
    "straat",
    "huisnummer",
    "huisletter",
    "toevoeging",
    "aanduiding",
    "locatiebeschrijving",
    "land",
    "buitenland_1",
    "buitenland_2",
    "buitenland_3",
    "postcode",
    "woonplaats",
    "gemeentecode",
    "overlijdensdatum",
    "functieadres",
)
"""Fields that have the same name in the file and with us."""


class Weigering(StrEnum):
    """Why a record is refused; nothing is stored of it."""

    GEEN_RECORD = "het record is geen tabel met velden"
    GEEN_NAAM = "de geslachtsnaam ontbreekt"
    BSN_ONTBREEKT = "het burgerservicenummer ontbreekt"
    BSN_ONGELDIG = "het burgerservicenummer klopt niet (elfproef)"
    BSN_BUITEN_TESTREEKS = "het burgerservicenummer ligt buiten de testreeks 9999"
    BSN_DUBBEL = "dit burgerservicenummer staat al eerder in het bestand"
    DATUM_ONGELDIG = "een datum bestaat niet (verwacht: jjjjmmdd)"
    VELD_ONGELDIG = "een ander veld heeft niet de juiste vorm"


class Aanhouding(StrEnum):
    """Why a person is held; somebody has to look first."""

    OVERLEDEN = "de persoon is overleden"
    GEEN_VAST_ADRES = "vertrokken of zonder vast adres"
    ADRES_ONVOLLEDIG = "het adres is niet volledig"
    GEBOORTEDATUM_ONBEKEND = "de leeftijd is niet te bepalen"


@dataclass(frozen=True)
class Persoonrecord:
    """A usable record.

    Args:
        nummer: 1-based place in the file.
        persoon: the person.
        onvolledige_datum: the birth date has unknown parts; worth a word to the reader.
    """

    nummer: int
    persoon: Persoonsgegevens
    onvolledige_datum: bool


@dataclass(frozen=True)
class Geweigerd:
    """A refused record: place in the file, field and reason; never the value."""

    nummer: int
    veld: str
    reden: Weigering


def lees_personen(pad: Path) -> tuple[list[Persoonrecord], list[Geweigerd]]:
    """Read a file with test persons.

    Args:
        pad: JSON file with a list of records in the field names of the BRP.

    Returns:
        The usable records and the refused ones; together as many as the file holds.

    Raises:
        Invoerfout: the file cannot be read, is no JSON, or holds no list.
    """
    goed: list[Persoonrecord] = []
    fout: list[Geweigerd] = []
    gezien: set[str] = set()
    for nummer, ruw in enumerate(_lees_lijst(pad), start=1):
        uitkomst = beoordeel(nummer, ruw, gezien)
        if isinstance(uitkomst, Geweigerd):
            fout.append(uitkomst)
        else:
            goed.append(uitkomst)
            gezien.add(str(uitkomst.persoon.bsn))
    return goed, fout


def beoordeel(nummer: int, ruw: Any, gezien: set[str], *, alleen_testreeks: bool = True) -> Persoonrecord | Geweigerd:
    """Judge one record.

    Args:
        nummer: 1-based place in the file.
        ruw: the record.
        gezien: BSNs of earlier records.
        alleen_testreeks: refuse what lies outside the RvIG test range (L-132).
    """
    if not isinstance(ruw, Mapping):
        return Geweigerd(nummer, "(geheel)", Weigering.GEEN_RECORD)
    velden = {naam: str(waarde) for naam, waarde in ruw.items() if isinstance(waarde, str | int)}
    if not velden.get("geslachtsnaam", "").strip():
        return Geweigerd(nummer, "geslachtsnaam", Weigering.GEEN_NAAM)
    bsn = velden.get("burgerservicenummer", "").strip()
    if not bsn:
        return Geweigerd(nummer, "burgerservicenummer", Weigering.BSN_ONTBREEKT)
    if not is_geldig(bsn):
        return Geweigerd(nummer, "burgerservicenummer", Weigering.BSN_ONGELDIG)
    if alleen_testreeks and not in_testreeks(bsn):
        return Geweigerd(nummer, "burgerservicenummer", Weigering.BSN_BUITEN_TESTREEKS)
    if bsn in gezien:
        return Geweigerd(nummer, "burgerservicenummer", Weigering.BSN_DUBBEL)
    for veld in ("geboortedatum", "overlijdensdatum"):
        if not _datum_kan(velden.get(veld, "")):
            return Geweigerd(nummer, veld, Weigering.DATUM_ONGELDIG)
    return _maak(nummer, velden, bsn)


def aanhouding(persoon: Persoonsgegevens, op: date) -> Aanhouding | None:
    """Return why a person is held, or ``None``."""
    if persoon.overleden:
        return Aanhouding.OVERLEDEN
    if persoon.opschorting:
        return Aanhouding.GEEN_VAST_ADRES
    if not persoon.adres_volledig:
        return Aanhouding.ADRES_ONVOLLEDIG
    if persoon.minderjarig(op) is None:
        return Aanhouding.GEBOORTEDATUM_ONBEKEND
    return None


def _lees_lijst(pad: Path) -> list[Any]:
    try:
        ruw = json.loads(pad.read_text(encoding="utf-8"))
    except FileNotFoundError:
        raise Invoerfout(f"Het bestand {pad} bestaat niet.", vervolg="Controleer het pad bij --personen.") from None
    except (OSError, UnicodeDecodeError):
        raise Invoerfout(
            f"Het bestand {pad} is niet te lezen als tekst.", vervolg="Geef een JSON-bestand in UTF-8."
        ) from None
    except json.JSONDecodeError as fout:
        raise Invoerfout(
            f"{pad}, regel {fout.lineno}, teken {fout.colno}: dit is geen JSON.",
            vervolg="Herstel het bestand; er is niets ingelezen.",
        ) from None
    if not isinstance(ruw, list):
        raise Invoerfout(f"{pad} bevat geen lijst van personen.", vervolg="Verwacht wordt: [ {...}, {...} ].")
    return ruw


def _datum_kan(tekst: str) -> bool:
    try:
        OnvolledigeDatum.lees(tekst or "00000000")
    except OngeldigeDatum:
        return False
    return True


def _maak(nummer: int, velden: dict[str, str], bsn: str) -> Persoonrecord | Geweigerd:
    geboren = velden.get("geboortedatum") or "00000000"
    try:
        gelijk: dict[str, Any] = {naam: velden.get(naam, "").strip() for naam in _GELIJK}
        persoon = Persoonsgegevens(
            **gelijk,
            bsn=bsn,
            geboortedatum=geboren,
            geslacht=velden.get("geslacht") or "O",
            naamgebruik=velden.get("naamgebruik") or "E",
            geheimhouding=int(velden.get("geheimhouding") or 0),
            opschorting=velden.get("opschorting_reden", ""),
        )
    except (ValidationError, ValueError) as fout:
        veld = str(fout.errors()[0]["loc"][0]) if isinstance(fout, ValidationError) else "geheimhouding"
        return Geweigerd(nummer, veld, Weigering.VELD_ONGELDIG)
    return Persoonrecord(nummer, persoon, OnvolledigeDatum.lees(geboren).datum is None)
