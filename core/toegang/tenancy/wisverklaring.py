"""The proof of erasure: what of a gemeente was wiped, when and by whom, signed so that anybody can check it later."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from toegang.errors import Invoerfout
from toegang.storage.bestanden import maak_map, schrijf
from toegang.storage.handtekening import klopt, onderteken, openbaar
from toegang.tenancy.afsluitjournaal import Afsluiting

VORM = "toegang.wisverklaring/1"
_WIJZE = (
    "Elk bestand is overschreven en verwijderd, en als laatste de sleutel van de gemeente, zonder welke niets meer te "
    "lezen is. Oude blokken op een SSD of in een momentopname van de schijf kunnen blijven; wat erin stond, was "
    "versleuteld."
)
_NIET = (
    "De export, kopieën van het sleutelbestand en reservekopieën buiten deze machine zijn niet gewist; die heeft "
    "Toegang niet in beheer."
)


def machtig(afsluiting: Afsluiting, openbare_sleutel: str) -> bytes:
    """Return what a gemeente signs to vouch for the key that will sign her proof."""
    return _bytes([VORM, afsluiting.gemeente, afsluiting.export_sha256, openbare_sleutel])


def schrijf_verklaring(map_: Path, afsluiting: Afsluiting, op: datetime) -> Path:
    """Write the proof; one that is there already stays.

    Args:
        map_: the folder.
        afsluiting: the journal, with what was wiped.
        op: instant at which all was gone, UTC.

    Returns:
        The file.
    """
    pad = map_ / f"verklaring-{afsluiting.export_kenmerk}.json"
    if pad.exists():
        return pad
    inhoud = _inhoud(afsluiting, op)
    verklaring = {
        "vorm": VORM,
        "inhoud": inhoud,
        "handtekening": onderteken(afsluiting.tekensleutel, _bytes(inhoud)),
        "openbare_sleutel": openbaar(afsluiting.tekensleutel),
        "machtiging": {"handtekening": afsluiting.machtiging, "openbare_sleutel": afsluiting.sleutel_gemeente},
    }
    maak_map(map_)
    schrijf(pad, (json.dumps(verklaring, ensure_ascii=False, indent=2) + "\n").encode())
    return pad


def controleer_wisverklaring(gegevens: object) -> bool:
    """Tell whether a proof is as it was signed, by a key for which the gemeente vouched.

    Args:
        gegevens: the proof, read back from a file.

    Raises:
        Invoerfout: it is no proof of erasure.
    """
    if not isinstance(gegevens, Mapping) or gegevens.get("vorm") != VORM:
        raise Invoerfout(
            "Dit is geen verklaring van het wissen van een gemeente.", vervolg="Noem het bestand dat Toegang schreef."
        )
    try:
        inhoud, machtiging, sleutel = gegevens["inhoud"], gegevens["machtiging"], gegevens["openbare_sleutel"]
        gemachtigd = _bytes([VORM, inhoud["gemeente"], inhoud["export"]["sha256"], sleutel])
        return klopt(sleutel, gegevens["handtekening"], _bytes(inhoud)) and klopt(
            machtiging["openbare_sleutel"], machtiging["handtekening"], gemachtigd
        )
    except (KeyError, TypeError):
        return False


def _inhoud(afsluiting: Afsluiting, op: datetime) -> dict[str, Any]:
    return {
        "gemeente": afsluiting.gemeente,
        "titel": afsluiting.titel,
        "code": afsluiting.code,
        "gevraagd_op": _tijd(afsluiting.gevraagd_op),
        "gevraagd_door": afsluiting.gevraagd_door,
        "wissen_mocht_vanaf": afsluiting.wissen_vanaf.isoformat(),
        "begonnen_op": _tijd(afsluiting.begonnen_op),
        "gewist_door": afsluiting.begonnen_door,
        "gewist_op": _tijd(op),
        "gewist": [{"wat": wat, "bestanden": aantal} for wat, aantal in afsluiting.gewist],
        "wijze": _WIJZE,
        "niet_gewist": _NIET,
        "export": {
            "bestand": afsluiting.export,
            "sha256": afsluiting.export_sha256,
            "kenmerk": afsluiting.export_kenmerk,
            "rijen": afsluiting.rijen,
            "logregels": afsluiting.logregels,
        },
    }


def _tijd(op: datetime | None) -> str | None:
    return None if op is None else op.astimezone(UTC).isoformat(timespec="seconds")


def _bytes(inhoud: Any) -> bytes:
    return json.dumps(inhoud, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()
