"""``gemeente.toml``: what makes a gemeente exist on this machine. Reading it imports no plugin."""

from __future__ import annotations

import re
import tomllib
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

from pydantic import Field, ValidationError, field_validator

from toegang.domain.gemeenten import is_geldig_rsin
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout, OpslagFout
from toegang.storage.bestanden import als_opslagfout, ruim_resten, schrijf, slot
from toegang.storage.fouten import veilig
from toegang.tenancy.tomlschrijver import als_toml

NAAM = re.compile(r"[a-z][a-z0-9-]*")
MAX_NAAM = 50
GERESERVEERD = frozenset({"sleutels", "reservekopie", "afgesloten", "fusie"})
INSCHRIJVING = "gemeente.toml"
"""Name of the file, in the folder of the gemeente."""
_KOP = "Bijgehouden door Toegang; wijzig dit met 'toegang gemeente'."

Gemeentesleutel = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*$", max_length=MAX_NAAM)]


class Stand(StrEnum):
    """Trial, or the real thing."""

    PROEF = "PROEF"
    PRODUCTIE = "PRODUCTIE"


class Inschrijving(Waarde):
    """A gemeente as listed on this machine.

    Args:
        naam: key, also the name of its folder, e.g. ``zwolle``.
        titel: printed name, e.g. ``Zwolle``.
        plugin: name of its entry point in the group of gemeenteplugins.
        code: CBS code of the gemeente, e.g. ``0193``.
        aangesloten_op: instant of onboarding, UTC.
        stand: trial or production.
        rsin: number of the gemeente as a legal person; ``None`` = not given yet.
        kloon_van: she is a copy of this gemeente, for test and training, and never goes live.
    """

    naam: Gemeentesleutel
    titel: str = Field(min_length=1, max_length=100)
    plugin: str = Field(pattern=r"^[a-z][a-z0-9_.-]*$", max_length=100)
    code: str = Field(pattern=r"^[0-9]{4}$")
    aangesloten_op: datetime
    stand: Stand = Stand.PROEF
    rsin: str | None = Field(default=None, pattern=r"^[0-9]{9}$")

    kloon_van: Gemeentesleutel | None = None

    @field_validator("rsin")
    @classmethod
    def _elfproef(cls, rsin: str | None) -> str | None:
        if rsin is not None and not is_geldig_rsin(rsin):
            raise ValueError("een RSIN voldoet aan de elfproef")
        return rsin


class Inschrijvingsregel(Waarde):
    """A line of the list: the gemeente, or why its file cannot be read.

    Args:
        naam: name of the folder.
        inschrijving: what the file says; ``None`` when it cannot be read.
        fout: why not, in Dutch.
    """

    naam: str
    inschrijving: Inschrijving | None = None
    fout: str = ""


def controleer_naam(naam: str) -> str:
    """Return the name of a gemeente, or refuse it.

    Raises:
        Invoerfout: says what a name looks like.
    """
    if not NAAM.fullmatch(naam) or len(naam) > MAX_NAAM or naam in GERESERVEERD:
        raise Invoerfout(
            f"'{veilig(naam)}' kan geen naam van een gemeente zijn.",
            vervolg="Gebruik kleine letters, cijfers en streepjes en begin met een letter, zoals 'zwolle'.",
        )
    return naam


def lees_inschrijving(pad: Path) -> Inschrijving:
    """Read ``gemeente.toml``.

    Raises:
        OpslagFout: when it cannot be read or is not right; names the fields.
    """
    ruw = lees_toml(pad)
    try:
        inschrijving = Inschrijving.model_validate(ruw)
    except ValidationError as fout:
        velden = ", ".join(sorted({".".join(map(str, deel["loc"])) for deel in fout.errors()}))
        raise OpslagFout(f"In {pad} kloppen deze velden niet: {velden}.", vervolg="Herstel het bestand.") from None
    if inschrijving.naam != pad.parent.name:
        raise OpslagFout(
            f"{pad} is van gemeente {inschrijving.naam}, maar staat in de map {pad.parent.name}.",
            vervolg="Zet de map terug onder haar eigen naam.",
        )
    return inschrijving


def schrijf_inschrijving(pad: Path, inschrijving: Inschrijving) -> None:
    """Write ``gemeente.toml``, whole or not at all.

    Raises:
        OpslagFout: when that is not possible.
    """
    velden: dict[str, Any] = {**inschrijving.model_dump(exclude_none=True), "stand": inschrijving.stand.value}
    schrijf(pad, als_toml(velden, kop=_KOP))


def zet_stand(pad: Path, stand: Stand) -> Inschrijving:
    """Set a gemeente to trial or production in ``gemeente.toml``; the file changes whole or not at all.

    Raises:
        OpslagFout: when it cannot be read or written.
    """
    with slot(pad.with_name(".slot"), "deze gemeente", wachten=True):
        ruim_resten(pad)
        nieuw = lees_inschrijving(pad).gewijzigd(stand=stand)
        schrijf_inschrijving(pad, nieuw)
    return nieuw


def lees_toml(pad: Path) -> dict[str, Any]:
    """Read a TOML file.

    Raises:
        OpslagFout: when it cannot be read or is no TOML; names the file, and the line when known.
    """
    with als_opslagfout("Het bestand lezen", pad):
        ruw = pad.read_bytes()
    try:
        return tomllib.loads(ruw.decode("utf-8"))
    except UnicodeDecodeError:
        reden = "het is geen UTF-8"
    except tomllib.TOMLDecodeError as fout:
        plaats = re.search(r"line (\d+)", str(fout))
        reden = f"fout in regel {plaats[1]}" if plaats else "het houdt te vroeg op"
    raise OpslagFout(f"{pad} is niet te lezen: {reden}.", vervolg="Herstel het bestand of zet een kopie terug.")
