"""Reading the files of a mapping, and saying what is wrong with them."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import TypeVar

from pydantic import ValidationError

from toegang.domain.veldfouten import veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import Controlefout, Invoerfout
from toegang.fusion.afbeelding.model import Bronafbeelding

M = TypeVar("M", bound=Waarde)


def lees_toml(pad: Path) -> dict[str, object]:
    """Read a TOML file that a person wrote.

    Raises:
        Invoerfout: it cannot be read or is no TOML; names the place.
    """
    try:
        return tomllib.loads(pad.read_text("utf-8-sig"))
    except OSError:
        raise Invoerfout(f"{pad.name} is niet te lezen.", vervolg="Controleer de naam en de rechten.") from None
    except UnicodeDecodeError as fout:
        raise Invoerfout(f"{pad.name}, byte {fout.start + 1}: dit is geen UTF-8.") from None
    except tomllib.TOMLDecodeError as fout:
        plaats = str(fout).rpartition("(at ")[2].removesuffix(")").replace("line", "regel").replace("column", "teken")
        raise Invoerfout(f"{pad.name}: dit is geen geldige TOML ({plaats}).", vervolg="Herstel het bestand.") from None


def lees_afbeelding(pad: Path) -> Bronafbeelding:
    """Read a mapping file; see :func:`lees_model`."""
    return lees_model(pad, Bronafbeelding, "Herstel de afbeelding.")


def lees_model(pad: Path, soort: type[M], vervolg: str) -> M:
    """Read a TOML file as a value.

    Args:
        pad: the file.
        soort: its model.
        vervolg: what to do when it is not right.

    Raises:
        Invoerfout: it cannot be read.
        Controlefout: it is not right; names every field.
    """
    try:
        return soort.model_validate(lees_toml(pad))
    except ValidationError as fout:
        regels = "\n".join(f"  - {regel}" for regel in veldfouten(fout))
        raise Controlefout(f"{pad.name} klopt niet:\n{regels}", vervolg=vervolg) from None
