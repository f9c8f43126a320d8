"""Reading the sheets of a workbook, row by row, every cell as text."""

from __future__ import annotations

import re
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time
from typing import Any

from toegang.errors import Controlefout
from toegang.fusion.lezen.blad import Bronblad, Bronrij, maak_kop
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort
from toegang.fusion.lezen.stroom import Bronbestand, controleer_verhouding

_SAMENGEVOEGD = re.compile(rb'<mergeCell ref="([A-Z]+)(\d+):([A-Z]+)(\d+)"')


def lees_xlsx_bladen(bestand: Bronbestand) -> tuple[Bronblad, ...]:
    """Return the sheets of a workbook that hold something.

    Raises:
        Controlefout: it cannot be read, or cannot be trusted.
    """
    with _werkmap(bestand) as map_:
        namen = [blad.title for blad in map_.worksheets]
        stelsel = "1904" if map_.epoch.year == 1904 else "1900"
    bladen = []
    for nummer, naam in enumerate(namen):
        kopcellen = _kop(bestand, nummer)
        if not any(kopcellen):
            continue
        kop, gebreken = maak_kop(naam, kopcellen)
        samen = _samengevoegd(bestand, nummer, naam)
        vorm = f"XLSX, datumgetallen in het {stelsel}-stelsel"
        bladen.append(Bronblad(naam, bestand.naam, kop, vorm, _lezer(bestand, nummer, naam, kop), (*gebreken, *samen)))
    if not bladen:
        raise Controlefout(f"{bestand.naam} is leeg.", vervolg="Vraag de leverancier om de levering opnieuw.")
    return tuple(bladen)


@contextmanager
def _werkmap(bestand: Bronbestand) -> Iterator[Any]:
    from openpyxl import load_workbook
    from openpyxl.utils.exceptions import InvalidFileException

    with bestand.open() as stroom:
        try:
            with zipfile.ZipFile(stroom) as inhoud:
                for deel in inhoud.infolist():
                    controleer_verhouding(bestand.naam, deel)
            stroom.seek(0)
            map_ = load_workbook(stroom, read_only=True, data_only=False, keep_links=False)
        except (InvalidFileException, zipfile.BadZipFile, KeyError, ValueError):
            raise Controlefout(
                f"{bestand.naam} is geen werkmap die wij kunnen lezen.",
                vervolg="Open het in een rekenblad, bewaar het opnieuw als .xlsx en probeer het nog eens.",
            ) from None
        try:
            yield map_
        finally:
            map_.close()


def _blad(map_: Any, nummer: int) -> Any:
    """Return a sheet that is read to its end, whatever size its writer noted in it."""
    blad = map_.worksheets[nummer]
    blad.reset_dimensions()
    return blad


def _kop(bestand: Bronbestand, nummer: int) -> list[str]:
    with _werkmap(bestand) as map_:
        rij = next(iter(_blad(map_, nummer).iter_rows(max_row=1)), ())
        cellen = [als_tekst(cel.value) for cel in rij]
    while cellen and not cellen[-1].strip():
        cellen.pop()
    return cellen


def _lezer(bestand: Bronbestand, nummer: int, naam: str, kop: tuple[str, ...]) -> Any:
    def rijen() -> Iterator[Bronrij]:
        with _werkmap(bestand) as map_:
            for volgnr, rij in enumerate(_blad(map_, nummer).iter_rows(min_row=2), start=1):
                waarden = dict.fromkeys(kop, "")
                gebreken: list[Gebrek] = []
                for plaats, cel in enumerate(rij):
                    tekst = als_tekst(cel.value)
                    if plaats >= len(kop):
                        if tekst.strip():
                            reden = f"er staat iets rechts van de laatste kop ({len(kop)} kolommen)"
                            gebreken.append(_gebrek(naam, volgnr, Gebreksoort.RIJ_TE_LANG, reden))
                            waarden[f"kolom {plaats + 1}"] = tekst
                        continue
                    waarden[kop[plaats]] = tekst
                    gebreken += _celgebrek(naam, volgnr, kop[plaats], cel)
                if any(waarde.strip() for waarde in waarden.values()):
                    yield Bronrij(volgnr, waarden, tuple(gebreken))

    return rijen


def als_tekst(waarde: object) -> str:
    """Return a cell as text: whole numbers without decimals, days as JJJJ-MM-DD.

    Args:
        waarde: what the workbook holds.
    """
    if waarde is None:
        return ""
    if isinstance(waarde, bool):
        return "1" if waarde else "0"
    if isinstance(waarde, datetime):
        return waarde.date().isoformat() if waarde.time() == time() else waarde.isoformat(sep=" ")
    if isinstance(waarde, date):
        return waarde.isoformat()
    if isinstance(waarde, float):
        return str(int(waarde)) if waarde.is_integer() else repr(waarde)
    return str(waarde)


def _celgebrek(naam: str, rij: int, kolom: str, cel: Any) -> Iterator[Gebrek]:
    if cel.data_type == "f":
        yield _gebrek(naam, rij, Gebreksoort.FORMULE, "er staat een formule; wij rekenen niets uit", kolom)
    elif cel.data_type == "e":
        yield _gebrek(naam, rij, Gebreksoort.FOUTCEL, "het rekenblad geeft hier een fout", kolom)


def _samengevoegd(bestand: Bronbestand, nummer: int, naam: str) -> tuple[Gebrek, ...]:
    """Return the merged cells: only the first of them has the value, so the rows below are empty there."""
    gevonden: list[Gebrek] = []
    with bestand.open() as stroom, zipfile.ZipFile(stroom) as inhoud:
        deel = f"xl/worksheets/sheet{nummer + 1}.xml"
        if deel not in inhoud.namelist():
            return ()
        with inhoud.open(deel) as xml:
            rest = b""
            while stuk := xml.read(1 << 20):
                stuk = rest + stuk
                for van in _SAMENGEVOEGD.finditer(stuk):
                    kolom, eerste, _, laatste = (item.decode() for item in van.groups())
                    tot = int(laatste) - 1
                    reden = f"samengevoegde cellen (tot en met rij {tot}); alleen de eerste heeft een waarde"
                    rij = max(0, int(eerste) - 1)
                    gevonden.append(_gebrek(naam, rij, Gebreksoort.SAMENGEVOEGDE_CEL, reden, f"kolom {kolom}"))
                rest = stuk[-200:] if b"<mergeCell " in stuk[-200:] else b""
    return tuple(dict.fromkeys(gevonden))


def _gebrek(naam: str, rij: int, soort: Gebreksoort, reden: str, kolom: str = "") -> Gebrek:
    return Gebrek(bestand=naam, rij=rij, kolom=kolom, soort=soort, reden=reden)
