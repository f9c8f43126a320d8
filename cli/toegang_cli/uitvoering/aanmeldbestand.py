"""The file with submissions: what comes in, and what goes back to be corrected."""

from __future__ import annotations

import json
import os
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from toegang.errors import Invoerfout
from toegang.storage.bestanden import GEKOZEN_PLEK, schrijf_nieuw
from toegang_cli.invoer import STANDAARDINVOER, bestandsnaam, lees_tekst

GEWEIGERD = "_geweigerd"
"""Key under which the reasons stand in a file that goes back; skipped when it is fed in again."""
TEKST = "_tekst"
"""Key of a line that was no JSON."""
_EINDE = ".geweigerd"
_LIJNEN = frozenset({".jsonl", ".ndjson"})


@dataclass(frozen=True, repr=False)
class Ruw:
    """One record as it came in.

    Args:
        nummer: 1-based place in the file; in JSON lines the number of the line.
        inhoud: what it holds.
        fout: why it cannot even be read; empty when it can.
    """

    nummer: int
    inhoud: Any
    fout: str = ""


def lees_records(bestand: Path) -> list[Ruw]:
    """Read the records: one object, a list of objects, or an object on every line.

    Raises:
        Invoerfout: the file cannot be read, or holds something else.
    """
    tekst = lees_tekst(bestand)
    if not tekst.strip():
        raise Invoerfout(f"{bestandsnaam(bestand)} is leeg.", vervolg="Geef een bestand met aanmeldingen.")
    if bestand.suffix in _LIJNEN:
        return _lees_lijnen(tekst)
    try:
        gelezen = json.loads(tekst)
    except json.JSONDecodeError as fout:
        if fout.msg == "Extra data" and fout.lineno > 1:
            return _lees_lijnen(tekst)
        raise Invoerfout(
            f"{bestandsnaam(bestand)}, regel {fout.lineno}, teken {fout.colno}: dit is geen geldige JSON.",
            vervolg="Herstel het bestand en probeer het opnieuw. Er is niets opgeslagen.",
        ) from None
    except RecursionError:
        raise Invoerfout(f"{bestandsnaam(bestand)}: de gegevens zitten te diep in elkaar.") from None
    if isinstance(gelezen, dict):
        return [_record(1, gelezen)]
    if isinstance(gelezen, list) and gelezen:
        return [_record(nummer, item) for nummer, item in enumerate(gelezen, start=1)]
    raise Invoerfout(
        f"{bestandsnaam(bestand)} bevat geen aanmeldingen.", vervolg="Verwacht wordt: { ... } of [ { ... }, { ... } ]."
    )


def vereis_plaats(bestand: Path) -> None:
    """Check, before anything is stored, that refused records can be written back.

    Raises:
        Invoerfout: the folder is not writable.
    """
    map_ = _map_van(bestand)
    if not os.access(map_, os.W_OK | os.X_OK):
        raise Invoerfout(
            f"In de map van {bestandsnaam(bestand)} mag u niet schrijven, dus geweigerde records kunnen niet terug.",
            vervolg="Zet het bestand in een eigen map. Er is niets opgeslagen.",
        )


def schrijf_geweigerd(bestand: Path, geweigerd: list[tuple[Ruw, tuple[tuple[str, str], ...]]]) -> Path:
    """Write the refused records to a new file, readable for this account only; nothing is overwritten.

    Args:
        bestand: where they came from.
        geweigerd: records with their pairs (field, reason).

    Returns:
        The new file: ``<bestand>.geweigerd.json``, with a number when that exists.

    Raises:
        OpslagFout: it cannot be written.
    """
    records = [
        {
            GEWEIGERD: {"record": ruw.nummer, "redenen": [f"{veld}: {reden}" for veld, reden in redenen]},
            **(ruw.inhoud if isinstance(ruw.inhoud, dict) else {TEKST: ruw.inhoud}),
        }
        for ruw, redenen in geweigerd
    ]
    pad = vrije_naam(bestand)
    schrijf_nieuw(pad, (json.dumps(records, ensure_ascii=False, indent=2) + "\n").encode(), GEKOZEN_PLEK)
    return pad


def _lees_lijnen(tekst: str) -> list[Ruw]:
    records = []
    for nummer, lijn in enumerate(tekst.splitlines(), start=1):
        if not lijn.strip():
            continue
        try:
            records.append(_record(nummer, json.loads(lijn)))
        except (json.JSONDecodeError, RecursionError):
            records.append(Ruw(nummer, lijn, fout="deze regel is geen geldige JSON"))
    return records


def _record(nummer: int, gelezen: Any) -> Ruw:
    if not isinstance(gelezen, dict):
        return Ruw(nummer, gelezen, fout="dit is geen aanmelding: een tabel { ... } wordt verwacht")
    inhoud = {sleutel: waarde for sleutel, waarde in gelezen.items() if sleutel != GEWEIGERD}
    if set(inhoud) == {TEKST}:
        return Ruw(nummer, inhoud[TEKST], fout=f"zet de tekst onder {TEKST} om in een aanmelding")
    return Ruw(nummer, inhoud)


def _map_van(bestand: Path) -> Path:
    return Path.cwd() if bestand == STANDAARDINVOER else bestand.absolute().parent


def vrije_naam(bestand: Path, achtervoegsel: str = ".json") -> Path:
    """Return a name beside the file that nothing has yet: ``<bestand>.geweigerd.json``, or with a number.

    Args:
        bestand: where the records came from.
        achtervoegsel: of the new file.
    """
    naam = "invoer" if bestand == STANDAARDINVOER else bestand.name
    basis = naam.split(_EINDE)[0] if _EINDE in naam else naam
    map_ = _map_van(bestand)
    eerste = map_ / f"{basis}{_EINDE}{achtervoegsel}"
    if not eerste.exists():
        return eerste
    nummer = 2
    while (map_ / f"{basis}{_EINDE}-{nummer}{achtervoegsel}").exists():
        nummer += 1
    return map_ / f"{basis}{_EINDE}-{nummer}{achtervoegsel}"
