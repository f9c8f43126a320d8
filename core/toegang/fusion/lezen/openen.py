"""What is in a delivery: looked at by content, not by name."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

from toegang.errors import Controlefout
from toegang.fusion.lezen.blad import Bronblad
from toegang.fusion.lezen.csvblad import lees_csv_blad
from toegang.fusion.lezen.dbfblad import lees_dbf_blad
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort
from toegang.fusion.lezen.stroom import Bronbestand, bestanden_van, is_oud_excel
from toegang.fusion.lezen.xlsxblad import lees_xlsx_bladen

_DBF = frozenset({0x02, 0x03, 0x30, 0x31, 0x32, 0x43, 0x63, 0x83, 0x8B, 0xCB, 0xF5, 0xFB})


def open_levering(
    plek: Path, vast: Mapping[str, tuple[str, str]] | None = None
) -> tuple[tuple[Bronbestand, ...], tuple[Bronblad, ...]]:
    """Return the files and the tables of a delivery.

    Args:
        plek: file, folder or ZIP.
        vast: table → encoding and delimiter that the mapping fixes; empty = find out.

    Raises:
        Invoerfout: it is not there.
        Controlefout: a file in it cannot be read or trusted, or two tables have one name.
    """
    bestanden = bestanden_van(plek)
    bladen: list[Bronblad] = []
    for bestand in bestanden:
        bladen += _bladen(bestand, (vast or {}).get(bestand.kern, ("", "")))
    namen = [blad.naam for blad in bladen]
    dubbel = sorted({naam for naam in namen if namen.count(naam) > 1})
    if dubbel:
        raise Controlefout(
            f"In {plek.name} staan {len(dubbel)} namen dubbel: {', '.join(dubbel)}.",
            vervolg="Geef elk bestand en elk blad een eigen naam.",
        )
    return bestanden, tuple(bladen)


def _bladen(bestand: Bronbestand, vast: tuple[str, str]) -> tuple[Bronblad, ...]:
    if bestand.grootte == 0:
        raise Controlefout(f"{bestand.naam} is leeg.", vervolg="Vraag de leverancier om de levering opnieuw.")
    begin = bestand.begin(4)
    if is_oud_excel(bestand):
        raise Controlefout(
            f"{bestand.naam} is een werkmap van voor 2007.", vervolg="Bewaar hem als .xlsx en probeer het opnieuw."
        )
    if begin == b"PK\x03\x04":
        return lees_xlsx_bladen(bestand)
    if bestand.naam.lower().endswith(".dbf") and begin[0] in _DBF:
        return (lees_dbf_blad(bestand, vast[0]),)
    anders: tuple[Gebrek, ...] = ()
    if bestand.naam.lower().endswith((".xlsx", ".xlsm", ".dbf")):
        reden = f"het heet {Path(bestand.naam).suffix} en is een tekstbestand; wij lezen het als CSV"
        anders = (Gebrek(bestand=bestand.kern, soort=Gebreksoort.ANDERE_VORM, reden=reden),)
    return (lees_csv_blad(bestand, *vast, gebreken=anders),)
