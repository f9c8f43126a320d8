"""Two made-up gemeenten that go on as a third: their deliveries, mappings and project, with what is true of them.

Oudstad exports CSV in Windows-1252; Westdorp a workbook and a dBase table. Every BSN is in the test range of the RvIG.
"""

import csv
import random
import struct
from datetime import date, timedelta
from itertools import islice
from pathlib import Path

from openpyxl import Workbook
from stdnum.nl import bsn as elfproef

CODES = {"oudstad": "9101", "westdorp": "9102"}
NAMEN = (
    "Jansen",
    "de Vries",
    "Bakker",
    "Visser",
    "Smit",
    "Meijer",
    "Mulder",
    "Bos",
    "Vos",
    "Peters",
    "Hendriks",
    "Dekker",
)
VOORNAMEN = {"M": ("Jan", "Piet", "Willem", "René", "Thijs"), "V": ("Anna", "Els", "Marie", "Zoë", "Ingrid")}
PRODUCTEN = """product,omschrijving,wet,eenheid,max_uren_per_week,vormen
schoon,Hulp bij het schoonmaken,Wmo,uren,4,ZIN|PGB
rolstoel,Rolstoel,Wmo,stuks,,ZIN|PGB
jeugdhulp,Hulp voor een jeugdige,Jeugdwet,uren,10,ZIN
"""
PROJECT = """titel = "Oudstad en Westdorp gaan samen verder"
doel = "zwolle"
gemeente = "Zwolle"
gemeentecode = "0193"
herindeling = 2027-01-01
peildatum = 2026-12-31
[wetten]
"Wmo" = "WMO"
"Jeugdwet" = "JEUGDWET"
[[bron]]
naam = "oudstad"
gemeentecode = "9101"
gemeente = "Oudstad"
plek = "oudstad"
afbeelding = "oudstad.toml"
[[bron]]
naam = "westdorp"
gemeentecode = "9102"
gemeente = "Westdorp"
plek = "westdorp"
afbeelding = "westdorp.toml"
[[deelnemer]]
id = "oud"
gemeentecode = "9101"
[[deelnemer]]
id = "west"
gemeentecode = "9102"
[[verordening]]
gemeentecode = "9101"
naam = "Verordening Oudstad 2020"
"""
OUDSTAD = """versie = 1
gemeentecode = "9101"
gemeente = "Oudstad"
archiefvormer = "gemeente Oudstad"
[[blad]]
naam = "mensen"
soort = "personen"
regel = [
  { id = "P1", doel = "clientnummer", van = ["NR"] },
  { id = "P2", doel = "naam", van = ["NAAM"], lees = "naam-komma" },
  { id = "P3", doel = "geslacht", van = ["MV"], lees = "code", lijst = "mv" },
  { id = "P4", doel = "geboortedatum", van = ["GEBOREN"], lees = "datum", vorm = ["dd-mm-jjjj"] },
  { id = "P5", doel = "bsn", van = ["BSN"], lees = "bsn" },
  { id = "P6", doel = "adres", van = ["ADRES"], lees = "adres" },
  { id = "P7", doel = "postcode", van = ["PC"], lees = "postcode" },
]
[[blad]]
naam = "hulp"
soort = "indicaties"
regel = [
  { id = "H1", doel = "nummer", van = ["HNR"] },
  { id = "H2", doel = "clientnummer", van = ["NR"] },
  { id = "H3", doel = "product", van = ["CODE"], lees = "code", lijst = "product" },
  { id = "H4", doel = "omvang", van = ["UREN"], lees = "omvang", eenheid = "uren-week" },
  { id = "H5", doel = "vorm", van = ["VORM"], lees = "code", lijst = "vorm" },
  { id = "H6", doel = "status", van = ["ST"], lees = "code", lijst = "status" },
  { id = "H7", doel = "start", van = ["VAN"], lees = "datum", vorm = ["dd-mm-jjjj"] },
  { id = "H8", doel = "einde", van = ["TOT"], lees = "datum", vorm = ["dd-mm-jjjj"] },
  { id = "H9", doel = "besluit_op", van = ["BESLUIT"], lees = "datum", vorm = ["dd-mm-jjjj"] },
]
[[lijst]]
naam = "mv"
id = "L1"
codes = { M = "M", V = "V" }
[[lijst]]
naam = "product"
id = "L2"
codes = { HH = "schoon", RS = "rolstoel", JH = "jeugdhulp" }
[[lijst]]
naam = "vorm"
id = "L3"
codes = { N = "ZIN", P = "PGB" }
[[lijst]]
naam = "status"
id = "L4"
codes = { A = "actief", B = "beeindigd", L = "aanvraag" }
"""
WESTDORP = """versie = 1
gemeentecode = "9102"
gemeente = "Westdorp"
archiefvormer = "gemeente Westdorp"
[[blad]]
naam = "clienten"
soort = "personen"
regel = [
  { id = "P1", doel = "clientnummer", van = ["ID"] },
  { id = "P2", doel = "geslachtsnaam", van = ["NAAM"] },
  { id = "P3", doel = "voorletters", van = ["LETTERS"], lees = "voorletters" },
  { id = "P4", doel = "geslacht", van = ["GESL"], lees = "code", lijst = "mv" },
  { id = "P5", doel = "geboortedatum", van = ["GEBDAT"], lees = "datum", vorm = ["jjjj-mm-dd"] },
  { id = "P6", doel = "bsn", van = ["BSN"], lees = "bsn" },
]
[[blad]]
naam = "Zorg"
soort = "indicaties"
regel = [
  { id = "H1", doel = "nummer", van = ["Zorgnr"] },
  { id = "H2", doel = "clientnummer", van = ["Client"] },
  { id = "H3", doel = "product", van = ["Groep", "Code"], lees = "code", lijst = "product" },
  { id = "H4", doel = "omvang", van = ["Minuten"], lees = "omvang", eenheid = "minuten-week" },
  { id = "H5", doel = "vorm", vast = "ZIN" },
  { id = "H6", doel = "status", van = ["Status"], lees = "code", lijst = "status" },
  { id = "H7", doel = "start", van = ["Begin"], lees = "datum", vorm = ["excel", "jjjj-mm-dd"] },
  { id = "H8", doel = "einde", van = ["Eind"], lees = "datum", vorm = ["excel", "jjjj-mm-dd"] },
]
[[lijst]]
naam = "mv"
id = "L1"
codes = { 1 = "M", 2 = "V" }
[[lijst]]
naam = "product"
id = "L2"
codes = { "1|A" = "schoon", "2|A" = "rolstoel", "3|B" = "jeugdhulp" }
[[lijst]]
naam = "status"
id = "L3"
vrij = true
codes = { "Loopt" = "actief", "Klaar" = "beeindigd", "Nieuw" = "aanvraag" }
"""


_DBF = [("ID", "C", 8), ("NAAM", "C", 20), ("LETTERS", "C", 8), ("GESL", "C", 1), ("GEBDAT", "D", 8), ("BSN", "C", 9)]


def bsn_nummer(nummer: int) -> str:
    """The n-th number of the test range that passes the elfproef."""
    gevonden = -1
    for kandidaat in range(999900000, 1000000000):
        if elfproef.is_valid(str(kandidaat)):
            gevonden += 1
            if gevonden == nummer:
                return str(kandidaat)
    raise ValueError(nummer)


def bsnreeks(aantal: int) -> list[str]:
    """So many numbers that pass the elfproef: of the test range, and made-up ones below it when that is used up."""
    reeks = (
        str(nummer)
        for begin in range(999900000, 990000000, -100000)
        for nummer in range(begin, begin + 100000)
        if elfproef.is_valid(str(nummer))
    )
    return list(islice(reeks, aantal))


def maak_gemeenten(map_: Path, aantal: int = 12, seed: int = 7) -> dict:
    """Write the deliveries, mappings and project.

    Every third person is in both gemeenten; every sixth of those has no BSN in Westdorp. Person 1 has too many hours,
    person 2 ends before it begins.

    Returns:
        ``samen``: record ids of one person; ``zonder_bsn``: those of which one has no BSN; ``project``: its file;
        ``bronnen``: folder; ``in``: gemeentecode → number of indications.
    """
    keuze = random.Random(seed)  # noqa: S311  test data
    nummers = bsnreeks(aantal)
    (map_ / "bronnen" / "oudstad").mkdir(parents=True)
    (map_ / "bronnen" / "westdorp").mkdir()
    oud, hulp, west, zorg = [], [], [], []
    samen, zonder = [], []
    for nummer in range(aantal):
        geslacht = keuze.choice("MV")
        voornaam = keuze.choice(VOORNAMEN[geslacht])
        naam = NAMEN[nummer % len(NAMEN)]
        geboren = date(1940, 1, 1) + timedelta(days=keuze.randrange(25000))
        voor, _, kern = naam.rpartition(" ")
        adres = (f"Dorpsstraat {nummer + 1}", f"{1000 + nummer % 8000} AB")
        if nummer % 3 != 2:
            rij = len(oud) + 1
            oud.append(
                [
                    f"{nummer:05d}",
                    f"{kern.upper()}, {voornaam[0]}. {voor.upper()}".strip(),
                    geslacht,
                    geboren.strftime("%d-%m-%Y"),
                    nummers[nummer].lstrip("0"),
                    *adres,
                ]
            )
            hulp.append(_hulp(nummer))
        if nummer % 3 != 1:
            plek = len(west) + 1
            bsn = "" if nummer % 6 == 0 and nummer % 3 == 0 and nummer else nummers[nummer]
            west.append([f"W{nummer:05d}", naam, voornaam[0], "1" if geslacht == "M" else "2", geboren, bsn])
            zorg.append(
                [
                    f"Z{nummer}",
                    f"W{nummer:05d}",
                    nummer % 3 + 1,
                    "B" if nummer % 3 == 2 else "A",
                    90 if nummer % 3 != 1 else None,
                    "Loopt" if nummer % 4 else "Klaar",
                    date(2024, 3, 1),
                    date(2027, 6, 30),
                ]
            )
            if nummer % 3 == 0:
                paar = (f"9101:mensen:{rij}", f"9102:clienten:{plek}")
                (samen if bsn else zonder).append(paar)
    _csv(map_ / "bronnen/oudstad/mensen.csv", ["NR", "NAAM", "MV", "GEBOREN", "BSN", "ADRES", "PC"], oud)
    _csv(map_ / "bronnen/oudstad/hulp.csv", ["HNR", "NR", "CODE", "UREN", "VORM", "ST", "VAN", "TOT", "BESLUIT"], hulp)
    _xlsx(
        map_ / "bronnen/westdorp/zorg.xlsx",
        "Zorg",
        ["Zorgnr", "Client", "Groep", "Code", "Minuten", "Status", "Begin", "Eind"],
        zorg,
    )
    schrijf_dbf(
        map_ / "bronnen/westdorp/clienten.dbf",
        _DBF,
        west,
    )
    for bestand, tekst in (
        ("project.toml", PROJECT),
        ("oudstad.toml", OUDSTAD),
        ("westdorp.toml", WESTDORP),
        ("producten.csv", PRODUCTEN),
    ):
        (map_ / bestand).write_text(tekst, encoding="utf-8")
    return {
        "samen": samen,
        "zonder_bsn": zonder,
        "project": map_ / "project.toml",
        "bronnen": map_ / "bronnen",
        "in": {"9101": len(hulp), "9102": len(zorg)},
    }


def _hulp(nummer: int) -> list[str]:
    uren = "9" if nummer == 1 else "2,5"
    tot = "01-01-2023" if nummer == 3 else "31-12-2028"
    return [
        f"H{nummer}",
        f"{nummer:05d}",
        "RS" if nummer % 5 == 4 else "HH",
        "" if nummer % 5 == 4 else uren,
        "P" if nummer % 4 == 0 else "N",
        "L" if nummer == 6 else "A",
        "01-02-2024",
        tot,
        "15-01-2024",
    ]


def _csv(pad: Path, kop: list[str], rijen: list[list[str]]) -> None:
    with pad.open("w", encoding="cp1252", newline="") as stroom:
        schrijver = csv.writer(stroom, delimiter=";", lineterminator="\r\n")
        schrijver.writerows([kop, *rijen])


def _xlsx(pad: Path, blad: str, kop: list[str], rijen: list[list]) -> None:
    map_ = Workbook()
    vel = map_.active
    vel.title = blad
    for rij in [kop, *rijen]:
        vel.append(rij)
    map_.save(pad)


def schrijf_dbf(pad: Path, velden: list[tuple[str, str, int]], rijen: list[list]) -> None:
    """Write a dBase III table: header, field descriptors, records of fixed width."""
    lengte = 1 + sum(breed for _, _, breed in velden)
    kop = struct.pack("<BBBBIHH20x", 3, 126, 12, 31, len(rijen), 33 + 32 * len(velden), lengte)
    for naam, soort, breed in velden:
        kop += struct.pack("<11sc4xBB14x", naam.encode(), soort.encode(), breed, 0)
    inhoud = kop + b"\r"
    for rij in rijen:
        inhoud += b" "
        for waarde, (_, _, breed) in zip(rij, velden, strict=True):
            tekst = waarde.strftime("%Y%m%d") if isinstance(waarde, date) else str(waarde)
            inhoud += tekst.encode("cp1252").ljust(breed)[:breed]
    pad.write_bytes(inhoud + b"\x1a")
