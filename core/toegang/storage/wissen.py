"""Wiping files for good: overwritten, then removed; each can be done again.

On a disk that spreads its writes (SSD, snapshots) old blocks may live on. What was in them is encrypted, and the key is
wiped as well; that is what makes it final.
"""

from __future__ import annotations

import os
from pathlib import Path

from toegang.storage.bestanden import als_opslagfout

_STUK = 1 << 20


def wis_bestand(pad: Path) -> bool:
    """Overwrite a file with zeros and remove it.

    Returns:
        Whether there was one.

    Raises:
        OpslagFout: that is not possible.
    """
    with als_opslagfout("Het bestand wissen", pad):
        if not pad.exists() and not pad.is_symlink():
            return False
        if not pad.is_symlink() and pad.is_file():
            nummer = os.open(pad, os.O_WRONLY | os.O_CLOEXEC | os.O_NOFOLLOW)
            try:
                rest = os.fstat(nummer).st_size
                while rest > 0:
                    rest -= os.write(nummer, bytes(min(_STUK, rest)))
                os.fsync(nummer)
            finally:
                os.close(nummer)
        pad.unlink()
        _leg_vast(pad.parent)
    return True


def wis_map(map_: Path) -> int:
    """Wipe everything in a folder, and the folder; links are removed and not followed.

    Returns:
        How many files were wiped.

    Raises:
        OpslagFout: that is not possible.
    """
    aantal = 0
    with als_opslagfout("De map wissen", map_):
        if not map_.is_dir():
            return 0
        for plek, mappen, bestanden in os.walk(map_, topdown=False, followlinks=False):
            aantal += sum(wis_bestand(Path(plek) / naam) for naam in bestanden)
            for naam in mappen:
                deel = Path(plek) / naam
                deel.unlink() if deel.is_symlink() else deel.rmdir()
        map_.rmdir()
        _leg_vast(map_.parent)
    return aantal


def _leg_vast(map_: Path) -> None:
    nummer = os.open(map_, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
