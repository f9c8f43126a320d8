"""The key of a gemeente: 32 bytes in a file outside the database, made once, never overwritten."""

from __future__ import annotations

import secrets
from pathlib import Path

from toegang.errors import OpslagFout
from toegang.storage.bestanden import als_opslagfout, controleer_rechten, maak_map, schrijf_nieuw

LENGTE = 32
_KOPIE = "Zet het sleutelbestand terug uit de kopie die bij het aansluiten is bewaard. Er is niets gewijzigd."


def maak_sleutel(pad: Path) -> None:
    """Make a new random key.

    Args:
        pad: the key file, e.g. ``sleutels/zwolle.sleutel``.

    Raises:
        Conflict: when the file exists.
        OpslagFout: when it cannot be written.
    """
    maak_map(pad.parent)
    schrijf_nieuw(pad, secrets.token_bytes(LENGTE))


def lees_sleutel(pad: Path) -> bytes:
    """Read a key.

    Raises:
        OpslagFout: when it is absent, not 32 bytes long, or readable for others.
    """
    if not pad.exists():
        raise OpslagFout(f"Het sleutelbestand {pad} is er niet.", vervolg=_KOPIE)
    controleer_rechten(pad)
    with als_opslagfout("Het sleutelbestand lezen", pad, _KOPIE):
        sleutel = pad.read_bytes()
    if len(sleutel) != LENGTE:
        raise OpslagFout(
            f"Het sleutelbestand {pad} is {len(sleutel)} bytes lang; een sleutel is {LENGTE} bytes.", vervolg=_KOPIE
        )
    return sleutel


def kopbestand(sleutel: Path) -> Path:
    """Return where the head of the log is kept: beside the key, outside the database."""
    return sleutel.with_suffix(".kop")


def wisselbestanden(sleutel: Path) -> tuple[Path, Path]:
    """Return where the new and the old key are while the key is being replaced."""
    return sleutel.with_name(f"{sleutel.name}.nieuw"), sleutel.with_name(f"{sleutel.name}.oud")
