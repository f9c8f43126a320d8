"""Reading a delimited text file, row by row."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator

from toegang.errors import Controlefout
from toegang.fusion.lezen.blad import Bronblad, Bronrij, maak_kop
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort
from toegang.fusion.lezen.stroom import Bronbestand
from toegang.fusion.lezen.tekenset import Tekstvorm, bepaal_vorm

_MOJIBAKE = ("Ã©", "Ã«", "Ã¶", "Ã¨", "Ã¼", "Ã¯", "â€")


def lees_csv_blad(
    bestand: Bronbestand, codering: str = "", scheiding: str = "", gebreken: tuple[Gebrek, ...] = ()
) -> Bronblad:
    """Return the table of a text file.

    Args:
        bestand: the file.
        codering: encoding that the mapping fixes; empty = find out.
        scheiding: delimiter that the mapping fixes; empty = find out.
        gebreken: what was found before.

    Raises:
        Controlefout: it is empty, or has no heading.
    """
    vorm = bepaal_vorm(bestand, codering, scheiding)
    naam = bestand.kern
    with _tekst(bestand, vorm) as tekst:
        eerste = next(_regels(tekst, vorm), None)
    if not isinstance(eerste, list) or not any(veld.strip() for veld in eerste):
        raise Controlefout(f"{bestand.naam} heeft geen kopregel.", vervolg="Vraag de leverancier om een kopregel.")
    kop, kopgebreken = maak_kop(naam, eerste)

    def rijen() -> Iterator[Bronrij]:
        with _tekst(bestand, vorm) as tekst:
            regels = _regels(tekst, vorm)
            next(regels)
            yield from _als_rijen(naam, kop, regels)

    omschrijving = f"CSV, {vorm.in_woorden} ({vorm.waarom})"
    return Bronblad(naam, bestand.naam, kop, omschrijving, rijen, (*gebreken, *kopgebreken))


def _tekst(bestand: Bronbestand, vorm: Tekstvorm) -> io.TextIOWrapper:
    """Open a file as text; what does not fit the encoding is kept, and found per row."""
    return io.TextIOWrapper(bestand.open(), encoding=vorm.codering, errors="surrogateescape", newline="")


def _regels(tekst: io.TextIOWrapper, vorm: Tekstvorm) -> Iterator[list[str] | csv.Error]:
    lezer = csv.reader(tekst, delimiter=vorm.scheiding, strict=True)
    while True:
        try:
            regel = next(lezer)
        except StopIteration:
            return
        except csv.Error as fout:
            yield fout
            continue
        if regel:
            yield regel


def _als_rijen(naam: str, kop: tuple[str, ...], regels: Iterator[list[str] | csv.Error]) -> Iterator[Bronrij]:
    for nummer, regel in enumerate(regels, start=1):
        if isinstance(regel, csv.Error):
            reden = "de aanhalingstekens in deze rij kloppen niet; zij is niet te lezen"
            yield Bronrij(nummer, {}, (_gebrek(naam, nummer, Gebreksoort.AANHALINGSTEKENS, reden),))
            continue
        gebreken = list(_gebreken(naam, nummer, kop, regel))
        waarden = dict(zip(kop, regel, strict=False))
        for plaats, extra in enumerate(regel[len(kop) :], start=len(kop) + 1):
            waarden[f"kolom {plaats}"] = extra
        if any(_kapot(waarde) for waarde in regel):
            waarden = {
                naam_: waarde.encode("utf-8", "surrogateescape").decode("utf-8", "replace")
                for naam_, waarde in waarden.items()
            }
        yield Bronrij(nummer, waarden, tuple(gebreken))


def _gebreken(naam: str, nummer: int, kop: tuple[str, ...], regel: list[str]) -> Iterator[Gebrek]:
    if len(regel) < len(kop):
        reden = f"de rij heeft {len(regel)} velden en de kopregel {len(kop)}"
        yield _gebrek(naam, nummer, Gebreksoort.RIJ_TE_KORT, reden)
    if len(regel) > len(kop):
        reden = f"de rij heeft {len(regel)} velden en de kopregel {len(kop)}"
        yield _gebrek(naam, nummer, Gebreksoort.RIJ_TE_LANG, reden)
    for kolom, waarde in zip(kop, regel, strict=False):
        if waarde.isascii():
            continue
        if _kapot(waarde):
            reden = "er staat een teken in dat niet bij de tekenset hoort"
            yield _gebrek(naam, nummer, Gebreksoort.TEKENSET, reden, kolom)
        elif any(reeks in waarde for reeks in _MOJIBAKE):
            reden = "de tekst lijkt twee keer omgezet (Ã© in plaats van é)"
            yield _gebrek(naam, nummer, Gebreksoort.DUBBEL_GECODEERD, reden, kolom)


def _kapot(waarde: str) -> bool:
    return not waarde.isascii() and any("\udc80" <= teken <= "\udcff" for teken in waarde)


def _gebrek(naam: str, rij: int, soort: Gebreksoort, reden: str, kolom: str = "") -> Gebrek:
    return Gebrek(bestand=naam, rij=rij, kolom=kolom, soort=soort, reden=reden)
