"""Reading what a user hands in: JSON or TOML, from a file or from standard input. Values are never shown."""

from __future__ import annotations

import errno
import json
import re
import sys
import tomllib
from datetime import date
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout
from toegang_cli.discretie import mask

M = TypeVar("M", bound=Waarde)

STANDAARDINVOER = Path("-")
_REDENEN = {
    errno.ENOENT: "het bestaat niet",
    errno.EACCES: "u mag het niet lezen",
    errno.EISDIR: "het is een map",
}


def bestandsnaam(pad: Path) -> str:
    """Return a path as it may stand in a message."""
    return "de invoer" if pad == STANDAARDINVOER else mask(str(pad))


def lees_tekst(pad: Path) -> str:
    """Read a file, or standard input when it is called ``-``.

    Raises:
        Invoerfout: it cannot be read, or is no UTF-8.
    """
    ruw = lees_bytes(pad)
    try:
        return ruw.decode("utf-8-sig")
    except UnicodeDecodeError as fout:
        raise Invoerfout(
            f"{bestandsnaam(pad)}, byte {fout.start + 1}: dit is geen UTF-8.",
            vervolg="Sla het bestand op als UTF-8 en probeer het opnieuw.",
        ) from None


def lees_bytes(pad: Path) -> bytes:
    """Read a file, or standard input when it is called ``-``, as it is.

    Raises:
        Invoerfout: it cannot be read.
    """
    try:
        return sys.stdin.buffer.read() if pad == STANDAARDINVOER else pad.read_bytes()
    except OSError as fout:
        reden = _REDENEN.get(fout.errno or 0, f"foutnummer {fout.errno}")
        raise Invoerfout(
            f"{bestandsnaam(pad)} is niet te lezen: {reden}.", vervolg="Controleer de naam en de rechten."
        ) from None


def lees_gegevens(pad: Path) -> Any:
    """Read a file as TOML when it is called so, and as JSON otherwise.

    Raises:
        Invoerfout: it cannot be read, or is not valid; names the line.
    """
    tekst = lees_tekst(pad)
    try:
        return tomllib.loads(tekst) if pad.suffix == ".toml" else json.loads(tekst)
    except tomllib.TOMLDecodeError as fout:
        plaats = re.search(r"line (\d+)", str(fout))
        raise Invoerfout(
            f"{bestandsnaam(pad)}{f', regel {plaats[1]}' if plaats else ''}: dit is geen geldige TOML.",
            vervolg="Herstel het bestand en probeer het opnieuw. Er is niets opgeslagen.",
        ) from None
    except json.JSONDecodeError as fout:
        raise Invoerfout(
            f"{bestandsnaam(pad)}, regel {fout.lineno}, teken {fout.colno}: dit is geen geldige JSON.",
            vervolg="Herstel het bestand en probeer het opnieuw. Er is niets opgeslagen.",
        ) from None
    except RecursionError:
        raise Invoerfout(f"{bestandsnaam(pad)}: de gegevens zitten te diep in elkaar.") from None


def lees_waarde(pad: Path, soort: type[M]) -> M:
    """Read one value.

    Args:
        pad: file.
        soort: its model.

    Raises:
        Invoerfout: see :func:`lees_gegevens`; or fields are not right, all of them at once.
    """
    try:
        return soort.model_validate(lees_gegevens(pad))
    except ValidationError as fout:
        regels = "\n".join(f"  - {mask(regel)}" for regel in veldfouten(fout))
        raise Invoerfout(
            f"{bestandsnaam(pad)} klopt niet:\n{regels}", vervolg="Herstel deze velden. Er is niets opgeslagen."
        ) from None


def lees_dag(optie: str, tekst: str) -> date:
    """Return the day that an option names.

    Args:
        optie: name of the option, for the message.
        tekst: ``2026-11-22`` or ``22-11-2026``.

    Raises:
        Invoerfout: it is no day.
    """
    nederlands = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", tekst)
    try:
        if nederlands:
            dag, maand, jaar = (int(deel) for deel in nederlands.groups())
            return date(jaar, maand, dag)
        if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst):
            return date.fromisoformat(tekst)
    except ValueError:
        pass
    raise Invoerfout(f"De waarde van {optie} is geen dag.", vervolg="Schrijf hem als 2026-11-22 of 22-11-2026.")


def lees_dag_of_niets(optie: str, tekst: str | None) -> date | None:
    """Return the day that an option names, or ``None`` when it was not given.

    Raises:
        Invoerfout: it is no day.
    """
    return None if tekst is None else lees_dag(optie, tekst)


def maak_waarde(model: type[M], /, **velden: Any) -> M:
    """Make a value out of options.

    Args:
        model: its model.
        **velden: what was typed.

    Raises:
        Invoerfout: fields are not right, all of them at once; values are never shown.
    """
    try:
        return model.model_validate(velden)
    except ValidationError as fout:
        regels = "\n".join(f"  - {mask(regel)}" for regel in veldfouten(fout))
        raise Invoerfout(f"Dit klopt niet:\n{regels}", vervolg="Er is niets opgeslagen.") from None


def een_van(optie: str, ja: bool, tegendeel: str, nee: bool) -> bool:
    """Return which of two opposite options was given; nobody may be held to a default here.

    Args:
        optie: name of the one.
        ja: it was given.
        tegendeel: name of the other.
        nee: that was given.

    Raises:
        Invoerfout: both were given, or none.
    """
    if ja == nee:
        raise Invoerfout(f"Kies {optie} of {tegendeel}.", vervolg="Geef precies een van beide. Er is niets opgeslagen.")
    return ja


def lees_toelichting(pad: Path | None) -> str:
    """Return free text from a file; empty when none was given.

    Raises:
        Invoerfout: the file cannot be read.
    """
    return "" if pad is None else lees_tekst(pad).strip()
