"""A table with submissions: one row per person or question; rows with the same key are one submission."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toegang.errors import Invoerfout
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.inname.velden import Veldfout, bouw_aanmelding, lees_veld
from toegang_cli.inname.vertaling import NEGEER, Formulier
from toegang_cli.invoer import bestandsnaam, lees_bytes

GEWEIGERD = "_geweigerd"
"""Column with the reasons in a table that goes back; skipped when it is fed in again."""
CODERINGEN = ("utf-8", "windows-1252")
SCHEIDINGSTEKENS = {";": ";", ",": ",", "tab": "\t", "|": "|"}
_NODIG = ("kenmerk", "ontvangen_op")


@dataclass(frozen=True)
class Vorm:
    """How the table is written.

    Args:
        codering: ``utf-8`` or ``windows-1252``.
        scheidingsteken: the sign itself.
    """

    codering: str = "utf-8"
    scheidingsteken: str = ";"


@dataclass(frozen=True, repr=False)
class Inzending:
    """The rows of one submission.

    Args:
        regels: number of each row in the file.
        rijen: cells by column name.
    """

    regels: tuple[int, ...]
    rijen: tuple[Mapping[str, str], ...]


@dataclass(frozen=True, repr=False)
class Tabel:
    """A table as read.

    Args:
        kolommen: names of the columns, in order.
        inzendingen: the submissions, in order of their first row.
        fouten: rows that cannot be read: number and why.
    """

    kolommen: tuple[str, ...]
    inzendingen: tuple[Inzending, ...]
    fouten: tuple[tuple[int, str], ...]


def maak_vorm(codering: str, scheidingsteken: str) -> Vorm:
    """Return how a table is written, as named on the command line.

    Raises:
        Invoerfout: a name does not exist.
    """
    naam = codering.lower().replace("_", "-")
    if naam not in CODERINGEN:
        raise Invoerfout("Deze codering bestaat niet.", vervolg=f"Kies uit: {', '.join(CODERINGEN)}.")
    if scheidingsteken.lower() not in SCHEIDINGSTEKENS:
        raise Invoerfout("Dit scheidingsteken kan niet.", vervolg=f"Kies uit: {' '.join(SCHEIDINGSTEKENS)}")
    return Vorm(naam, SCHEIDINGSTEKENS[scheidingsteken.lower()])


def lees_tabel(bestand: Path, vorm: Vorm, formulier: Formulier) -> Tabel:
    """Read a table.

    Args:
        bestand: the file, or standard input when it is called ``-``.
        vorm: how it is written.
        formulier: which column is which field of ours.

    Raises:
        Invoerfout: it cannot be read, is empty, or has no usable heading.
    """
    tekst = _ontcijfer(bestand, vorm)
    lezer = csv.reader(io.StringIO(tekst, newline=""), delimiter=vorm.scheidingsteken, strict=True)
    kop, rijen, fouten = _rijen(bestand, lezer)
    _controleer_kop(bestand, kop, vorm, formulier)
    samen: dict[str, list[tuple[int, Mapping[str, str]]]] = {}
    sleutelkolom = next(naam for naam in kop if formulier.veld_voor(naam) == "kenmerk")
    for nummer, cellen in rijen:
        if not any(cel.strip() for cel in cellen):
            continue
        if len(cellen) != len(kop):
            fouten.append((nummer, f"er zijn {len(cellen)} cellen, en de kop heeft er {len(kop)}"))
            continue
        rij = dict(zip(kop, (cel.strip() for cel in cellen), strict=True))
        # without a key every row is a submission of its own, which is then refused with its reason
        samen.setdefault(rij[sleutelkolom] or f"\0{nummer}", []).append((nummer, rij))
    inzendingen = tuple(
        Inzending(tuple(nummer for nummer, _ in groep), tuple(rij for _, rij in groep)) for groep in samen.values()
    )
    if not inzendingen and not fouten:
        raise Invoerfout(f"{bestandsnaam(bestand)} bevat geen aanmeldingen.", vervolg="Onder de kop staat niets.")
    return Tabel(kop, inzendingen, tuple(fouten))


def vertaal(inzending: Inzending, formulier: Formulier) -> dict[str, Any]:
    """Turn the rows of one submission into our fields.

    Raises:
        Veldfout: a value cannot be read; ``rij`` says which row of the submission.
    """
    gelezen: list[dict[str, Any]] = []
    overig: dict[tuple[str, str], None] = {}
    for nummer, rij in enumerate(inzending.rijen):
        velden: dict[str, Any] = {}
        for kolom, tekst in rij.items():
            veld = formulier.veld_voor(kolom)
            if not tekst or veld == NEGEER or kolom == GEWEIGERD:
                continue
            if veld is None:
                overig[kolom, tekst] = None
            else:
                velden[veld] = lees_veld(veld, formulier.waarde_voor(veld, tekst), nummer)
        gelezen.append(velden)
    for veld, tekst in formulier.vast.items():
        gelezen[0].setdefault(veld, lees_veld(veld, tekst))
    _bereikbaar(gelezen)
    for veld in _NODIG:
        if veld not in gelezen[0]:
            raise Veldfout(veld, "ontbreekt")
    return bouw_aanmelding(gelezen, overig)


def schrijf_geweigerd(
    bestand: Path, vorm: Vorm, kolommen: tuple[str, ...], geweigerd: Iterable[tuple[Inzending, str]]
) -> None:
    """Write refused submissions as a table of the same shape, with a column of reasons.

    Args:
        bestand: the new file.
        vorm: how it is written.
        kolommen: columns of the table they came from.
        geweigerd: submissions with their reasons.
    """
    uit = io.StringIO(newline="")
    kop = (*(kolom for kolom in kolommen if kolom != GEWEIGERD), GEWEIGERD)
    schrijver = csv.DictWriter(uit, kop, delimiter=vorm.scheidingsteken, extrasaction="ignore", lineterminator="\r\n")
    schrijver.writeheader()
    for inzending, redenen in geweigerd:
        for rij in inzending.rijen:
            schrijver.writerow({**rij, GEWEIGERD: redenen})
    schrijf_nieuw(bestand, uit.getvalue().encode(vorm.codering, errors="replace"), GEKOZEN_PLEK)


def _ontcijfer(bestand: Path, vorm: Vorm) -> str:
    ruw = lees_bytes(bestand)
    if not ruw.strip():
        raise Invoerfout(f"{bestandsnaam(bestand)} is leeg.", vervolg="Geef een bestand met aanmeldingen.")
    try:
        return ruw.decode("utf-8-sig" if vorm.codering == "utf-8" else vorm.codering)
    except UnicodeDecodeError as fout:
        regel = ruw[: fout.start].count(b"\n") + 1
        kolom = ruw[: fout.start].rpartition(b"\n")[2].count(vorm.scheidingsteken.encode()) + 1
        ander = next(naam for naam in CODERINGEN if naam != vorm.codering)
        raise Invoerfout(
            f"{bestandsnaam(bestand)}, regel {regel}, kolom {kolom}: dit is geen {vorm.codering.upper()}.",
            vervolg=f"Sla het bestand op als {vorm.codering.upper()}, of geef --codering {ander}.",
        ) from None


def _rijen(bestand: Path, lezer: Any) -> tuple[tuple[str, ...], list[tuple[int, list[str]]], list[tuple[int, str]]]:
    """Return heading, rows with the number of their first line, and faults."""
    rijen: list[tuple[int, list[str]]] = []
    begin = 1
    try:
        for cellen in lezer:
            rijen.append((begin, cellen))
            begin = lezer.line_num + 1
    except csv.Error:
        raise Invoerfout(
            f"{bestandsnaam(bestand)}, regel {begin}: de aanhalingstekens kloppen niet.",
            vervolg="Zet een tekst met een aanhalingsteken of scheidingsteken tussen dubbele aanhalingstekens.",
        ) from None
    kop = tuple(naam.strip() for naam in rijen[0][1]) if rijen else ()
    return kop, rijen[1:], []


def _controleer_kop(bestand: Path, kop: tuple[str, ...], vorm: Vorm, formulier: Formulier) -> None:
    """Check the heading; its words are shown only when it is one, for otherwise it may be a person."""
    naam = bestandsnaam(bestand)
    velden = [formulier.veld_voor(kolom) for kolom in kop]
    if mist := [veld for veld in _NODIG if veld not in velden and (veld == "kenmerk" or veld not in formulier.vast)]:
        ander = next(
            (teken for teken in (",", ";", "\t") if teken != vorm.scheidingsteken and teken in "".join(kop)), ""
        )
        woord = {"\t": "tab"}.get(ander, ander)
        raise Invoerfout(
            f"{naam}, regel 1: de kop mist {' en '.join(mist)}.",
            vervolg=f"Staan de kolommen wel in het bestand? Geef dan --scheidingsteken '{woord}'."
            if ander
            else "De eerste regel noemt de kolommen; bekijk een voorbeeld met: toegang melding voorbeeld csv",
        )
    dubbel = [veld for veld in dict.fromkeys(velden) if veld not in (None, NEGEER) and velden.count(veld) > 1]
    if dubbel:
        plaatsen = [str(nummer) for nummer, veld in enumerate(velden, start=1) if veld == dubbel[0]]
        raise Invoerfout(
            f"{naam}, regel 1: de kolommen {' en '.join(plaatsen)} zijn allebei '{dubbel[0]}'.",
            vervolg="Laat er een weg, of zet haar in de vertaling op 'negeer'.",
        )


def _bereikbaar(gelezen: list[dict[str, Any]]) -> None:
    for rij in gelezen:
        if langs := [str(rij.pop(naam)) for naam in ("telefoon", "email") if naam in rij]:
            gelezen[0].setdefault("bereikbaar", ", ".join(langs))
