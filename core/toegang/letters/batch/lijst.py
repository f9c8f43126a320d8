"""A list that goes out as CSV and comes back after Excel: read kindly, or refused with the line that is not right."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Sequence

from toegang.errors import Invoerfout

KOLOMMEN = ("batch", "volgnr", "zaak", "brief", "sjabloon", "stand", "reden", "uitleg")
"""The columns of ``mislukt.csv``; no name, no address, no BSN."""
_ZAAK = re.compile(r"Z\d{4}-\d{6,9}")
_NULLEN_KWIJT = re.compile(r"Z(\d{4})-(\d{1,5})")


def schrijf_lijst(kolommen: Sequence[str], rijen: Iterable[Sequence[object]]) -> bytes:
    """Return a table as CSV that a Dutch Excel opens in columns: BOM, semicolons, CRLF.

    Args:
        kolommen: headings.
        rijen: cells.
    """
    tekst = io.StringIO(newline="")
    schrijver = csv.writer(tekst, delimiter=";")
    schrijver.writerow(kolommen)
    schrijver.writerows(rijen)
    return tekst.getvalue().encode("utf-8-sig")


def lees_lijst(inhoud: bytes, bestand: str, kolom: str) -> dict[int, str]:
    """Return one column of a table, or of a list without heading: number of the line → value.

    A BOM, Windows-1252, commas, semicolons and tabs are all understood, empty lines are skipped.

    Args:
        inhoud: the bytes.
        bestand: its name, for messages.
        kolom: heading of the column.

    Raises:
        Invoerfout: it cannot be read, has no such column, is empty, or lost its leading zeros.
    """
    rijen = lees_rijen(inhoud, bestand)
    if not rijen:
        raise Invoerfout(f"{bestand} is leeg.", vervolg="Zet op elke regel een zaaknummer, zoals Z2026-000012.")
    kop = [cel.strip().lower() for cel in rijen[0][1]]
    if kolom in kop:
        plaats, rijen = kop.index(kolom), rijen[1:]
    elif kolom == "zaak" and all(len(cellen) == 1 for _, cellen in rijen):
        plaats = 0
    else:
        raise Invoerfout(
            f"{bestand} heeft geen kolom '{kolom}'.",
            vervolg="Laat de eerste regel met de kolomnamen staan zoals Toegang haar schreef.",
        )
    gevonden = {
        nummer: cellen[plaats].strip() if plaats < len(cellen) else "" for nummer, cellen in rijen if any(cellen)
    }
    if kolom == "zaak":
        for nummer, waarde in gevonden.items():
            _vereis_zaaknummer(bestand, nummer, waarde)
    return gevonden


def lees_rijen(inhoud: bytes, bestand: str) -> list[tuple[int, list[str]]]:
    """Return the rows of a table that are not empty, each with the number of its last line.

    Args:
        inhoud: the bytes; see :func:`lees_lijst` for what is understood.
        bestand: its name, for messages.

    Raises:
        Invoerfout: it is no table.
    """
    try:
        tekst = inhoud.decode("utf-8-sig")
    except UnicodeDecodeError:
        tekst = inhoud.decode("cp1252", errors="replace")
    if "\x00" in tekst:
        raise Invoerfout(
            f"{bestand} is geen CSV.",
            vervolg="Bewaar het in Excel als 'CSV UTF-8 (gescheiden door lijstscheidingsteken)'.",
        )
    eerste = tekst.partition("\n")[0]
    scheiding = max(";,\t", key=eerste.count)
    try:
        lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=scheiding, strict=True)
        return [(lezer.line_num, rij) for rij in lezer if any(cel.strip() for cel in rij)]
    except csv.Error:
        raise Invoerfout(
            f"{bestand} is niet te lezen als CSV.", vervolg="Bewaar het opnieuw als CSV en probeer het nog eens."
        ) from None


def _vereis_zaaknummer(bestand: str, nummer: int, waarde: str) -> None:
    """Refuse what is no zaaknummer; only lost zeros are shown, anything else could be a BSN."""
    if _ZAAK.fullmatch(waarde):
        return
    if kwijt := _NULLEN_KWIJT.fullmatch(waarde):
        raise Invoerfout(
            f"{bestand}, regel {nummer}: in {waarde} ontbreken nullen. Er is niets gekozen.",
            vervolg=f"Bedoelt u Z{kwijt[1]}-{int(kwijt[2]):06d}? Zet in Excel de kolom op 'Tekst' voordat u plakt.",
        )
    raise Invoerfout(
        f"{bestand}, regel {nummer}: hier staat geen zaaknummer. Er is niets gekozen.",
        vervolg="Een zaaknummer ziet eruit als Z2026-000012.",
    )
