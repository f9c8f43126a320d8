"""``versies.json``: the manifest of upgrades, one line per gemeente: from where to where, when, and how it ended."""

from __future__ import annotations

import json
from datetime import datetime
from pathlib import Path

from pydantic import TypeAdapter, ValidationError

from toegang.domain.waarde import Waarde
from toegang.errors import OpslagFout
from toegang.storage.bestanden import als_opslagfout, ruim_resten, schrijf, slot
from toegang.tenancy.register import Register


class Versieregel(Waarde):
    """How the last upgrade of a gemeente went.

    Args:
        gemeente: key of the gemeente.
        op: instant, UTC.
        van: revision before; ``None`` = not known.
        naar: revision after.
        uitkomst: a fixed Dutch word.
        kopie: the backup of before.
        fout: why it failed, in Dutch.
    """

    gemeente: str
    op: datetime
    van: str | None = None
    naar: str | None = None
    uitkomst: str
    kopie: str = ""
    fout: str = ""


_ALLE: TypeAdapter[dict[str, Versieregel]] = TypeAdapter(dict[str, Versieregel])


def lees_versies(register: Register) -> dict[str, Versieregel]:
    """Return the manifest, by gemeente; empty when there was no upgrade yet.

    Raises:
        OpslagFout: it cannot be read.
    """
    pad = _pad(register)
    if not pad.exists():
        return {}
    with als_opslagfout("Het overzicht van versies lezen", pad):
        ruw = pad.read_bytes()
    try:
        return dict(_ALLE.validate_json(ruw))
    except ValidationError:
        raise OpslagFout(
            f"{pad} is niet te lezen.", vervolg="Verwijder het; de databases zelf weten hun versie."
        ) from None


def bewaar_versie(register: Register, regel: Versieregel) -> None:
    """Put one line in the manifest, in the place of the one before.

    Raises:
        OpslagFout: it cannot be written.
    """
    pad = _pad(register)
    with slot(register.map / ".versies.slot", "het overzicht van versies", wachten=True):
        ruim_resten(pad)
        alle = {**lees_versies(register), regel.gemeente: regel}
        inhoud = {naam: json.loads(item.model_dump_json()) for naam, item in sorted(alle.items())}
        schrijf(pad, (json.dumps(inhoud, ensure_ascii=False, indent=2) + "\n").encode())


def _pad(register: Register) -> Path:
    return register.map / "versies.json"
