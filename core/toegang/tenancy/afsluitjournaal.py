"""``afgesloten/<naam>/afsluiten.json``: a gemeente that is being taken off this machine, and how far that is."""

from __future__ import annotations

import json
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path

from pydantic import Field, ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import Conflict, OpslagFout
from toegang.storage.bestanden import als_opslagfout, maak_map, ruim_resten, schrijf
from toegang.tenancy.inschrijving import controleer_naam
from toegang.tenancy.register import Register

AFGESLOTEN = "afgesloten"
VERKLARING = "verklaring.json"


class Afsluitstand(StrEnum):
    """Waiting, so that it can be withdrawn; or wiping, and there is no way back."""

    WACHT = "WACHT"
    WIST = "WIST"


class Afsluiting(Waarde):
    """The journal.

    Args:
        gemeente: key of the gemeente.
        titel: her printed name.
        code: CBS code.
        stand: waiting or wiping.
        gevraagd_op: instant of the request, UTC.
        gevraagd_door: uid.
        wissen_vanaf: first day on which she may be wiped.
        export: file name of the export, without its folder.
        export_sha256: hash of the export.
        export_kenmerk: id in the export.
        logregels: links of the log in the export.
        rijen: rows in the export.
        tekensleutel: private key that signs the proof; empty until wiping began. It vanishes with this file.
        machtiging: signature of the gemeente under its public key.
        sleutel_gemeente: public key of the gemeente.
        begonnen_op: instant at which wiping began, UTC.
        begonnen_door: uid.
        gewist: what was wiped so far: step and number of files.
    """

    gemeente: str
    titel: str
    code: str
    stand: Afsluitstand = Afsluitstand.WACHT
    gevraagd_op: datetime
    gevraagd_door: int
    wissen_vanaf: date
    export: str
    export_sha256: str
    export_kenmerk: str
    logregels: int
    rijen: int
    tekensleutel: str = Field(default="", repr=False)
    machtiging: str = ""
    sleutel_gemeente: str = ""
    begonnen_op: datetime | None = None
    begonnen_door: int | None = None
    gewist: tuple[tuple[str, int], ...] = ()


def map_van(register: Register, naam: str) -> Path:
    """Return the folder that stays of a gemeente that went.

    Raises:
        Invoerfout: this can be no name.
    """
    return register.map / AFGESLOTEN / controleer_naam(naam)


def lees_afsluiting(register: Register, naam: str) -> Afsluiting | None:
    """Return the journal; ``None`` when she is not being taken off.

    Raises:
        OpslagFout: it cannot be read.
    """
    pad = _pad(register, naam)
    if not pad.exists():
        return None
    with als_opslagfout("Het journaal van het afsluiten lezen", pad):
        ruw = pad.read_bytes()
    try:
        return Afsluiting.model_validate_json(ruw)
    except ValidationError:
        raise OpslagFout(f"{pad} is niet te lezen.", vervolg="Meld dit aan de leverancier.") from None


def schrijf_afsluiting(register: Register, afsluiting: Afsluiting) -> None:
    """Write the journal, whole or not at all."""
    pad = _pad(register, afsluiting.gemeente)
    maak_map(pad.parent)
    ruim_resten(pad)
    schrijf(pad, (json.dumps(afsluiting.model_dump(mode="json"), indent=2) + "\n").encode())


def weiger_afsluitend(register: Register, naam: str) -> None:
    """Refuse to work in a gemeente that is being taken off: what is changed now is not in her export.

    Raises:
        Conflict: she is.
    """
    if (loopt := lees_afsluiting(register, naam)) is None:
        return
    raise Conflict(
        f"Gemeente {naam} wordt afgesloten en is dicht; vanaf {loopt.wissen_vanaf.isoformat()} kan zij gewist worden.",
        vervolg=f"Toch niet? Typ: toegang gemeente afsluiten {naam} --trek-in",
    )


def _pad(register: Register, naam: str) -> Path:
    return map_van(register, naam) / "afsluiten.json"
