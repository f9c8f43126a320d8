"""Files and folders of the service account: private, whole or absent, never half (DESIGN.md §5)."""

from __future__ import annotations

import errno
import fcntl
import os
import pwd
import stat
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from toegang.errors import Conflict, OpslagFout

BESTAND = 0o600
MAP = 0o700
GEKOZEN_PLEK = "Kies een map die er is en waarin u mag schrijven."
"""Next step when a person chose the place with an option: where the data of this machine lives has no part in it."""

_REDENEN = {
    errno.EACCES: "geen toegang voor dit account",
    errno.EPERM: "niet toegestaan voor dit account",
    errno.EROFS: "het bestandssysteem is alleen-lezen",
    errno.ENOSPC: "de schijf is vol",
    errno.EDQUOT: "het quotum is op",
    errno.ENOTDIR: "een deel van dit pad is geen map",
    errno.EISDIR: "dit is een map",
    errno.ENOENT: "bestaat niet",
    errno.EEXIST: "bestaat al",
}


@contextmanager
def als_opslagfout(wat: str, pad: Path, vervolg: str = "") -> Iterator[None]:
    """Turn an operating-system error into a Dutch one.

    Args:
        wat: what was tried, e.g. "De map maken".
        pad: where.
        vervolg: next step; a general one when empty.

    Raises:
        OpslagFout: for every ``OSError`` inside the block.
    """
    try:
        yield
    except OSError as fout:
        reden = _REDENEN.get(fout.errno or 0, f"foutnummer {fout.errno}")
        raise OpslagFout(
            f"{wat} lukt niet: {pad} ({reden}).",
            vervolg=vervolg or "Controleer de rechten en de ruimte, of kies een andere map met TOEGANG_DATA.",
        ) from None


def maak_map(pad: Path, vervolg: str = "") -> None:
    """Make a folder with mode 0700, and its parents; an existing one stays as it is.

    Args:
        pad: the folder.
        vervolg: next step when it fails; a general one when empty.

    Raises:
        OpslagFout: when that is not possible.
    """
    with als_opslagfout("De map maken", pad, vervolg):
        if pad.is_dir():
            return
        ontbrekend = [deel for deel in (pad, *pad.parents) if not deel.exists()]
        for nieuw in reversed(ontbrekend):
            nieuw.mkdir(mode=MAP, exist_ok=True)


def schrijf(pad: Path, inhoud: bytes, vervolg: str = "") -> None:
    """Write a file whole: temporary file, fsync, rename, fsync of the folder.

    Args:
        pad: the file; replaced when it exists.
        inhoud: its content.
        vervolg: next step when it fails; a general one when empty.

    Raises:
        OpslagFout: when that is not possible; the old file is then untouched.
    """
    with als_opslagfout("Het bestand schrijven", pad, vervolg):
        tijdelijk = _schrijf_tijdelijk(pad, inhoud)
        tijdelijk.replace(pad)
        _leg_map_vast(pad.parent)


def schrijf_veel(map_: Path, bestanden: Mapping[str, bytes]) -> None:
    """Write many files, each whole or not at all, with one fsync of the folder.

    For copies of what is stored elsewhere: after a loss of power one may be empty, so its reader compares a hash.

    Args:
        map_: the folder.
        bestanden: content by name; each replaces a file that exists.

    Raises:
        OpslagFout: when that is not possible; what was written before the fault stays.
    """
    with als_opslagfout("De bestanden schrijven", map_):
        for naam, inhoud in bestanden.items():
            _schrijf_tijdelijk(map_ / naam, inhoud, vast=False).replace(map_ / naam)
        _leg_map_vast(map_)


def schrijf_nieuw(pad: Path, inhoud: bytes, vervolg: str = "") -> None:
    """Write a file that must not exist yet; it appears whole or not at all.

    Args:
        pad: the file.
        inhoud: its content.
        vervolg: next step when it cannot be written; a general one when empty.

    Raises:
        Conflict: when it exists; it is left untouched and its owner is named.
        OpslagFout: when it cannot be written.
    """
    with als_opslagfout("Het bestand schrijven", pad, vervolg):
        tijdelijk = _schrijf_tijdelijk(pad, inhoud)
        try:
            os.link(tijdelijk, pad)
        except FileExistsError:
            raise Conflict(
                f"Het bestand {pad} bestaat al (eigenaar: {eigenaar(pad)}) en wordt nooit overschreven.",
                vervolg="Verplaats het eerst, als u zeker weet dat het weg mag.",
            ) from None
        finally:
            tijdelijk.unlink()
        _leg_map_vast(pad.parent)


def verwijder(pad: Path) -> None:
    """Remove a file; nothing happens when it is not there.

    Raises:
        OpslagFout: when that is not possible.
    """
    with als_opslagfout("Het bestand weghalen", pad):
        pad.unlink(missing_ok=True)
        _leg_map_vast(pad.parent)


def ruim_resten(pad: Path) -> None:
    """Remove what killed writers of this file left behind; call it only while holding the lock.

    Raises:
        OpslagFout: when that is not possible.
    """
    with als_opslagfout("Het tijdelijke bestand weghalen", pad):
        for rest in pad.parent.glob(f".{pad.name}.*.nieuw"):
            rest.unlink(missing_ok=True)


def controleer_rechten(pad: Path) -> None:
    """Refuse a file that others may read or write.

    Raises:
        OpslagFout: names the mode and the command that repairs it.
    """
    with als_opslagfout("Het bestand lezen", pad):
        rechten = stat.S_IMODE(pad.stat().st_mode)
    if rechten & 0o077:
        raise OpslagFout(
            f"Anderen kunnen bij {pad} (rechten {rechten:04o}); alleen het dienstaccount mag dat.",
            vervolg=f"Herstel de rechten: chmod 600 '{pad}'",
        )


def eigenaar(pad: Path) -> str:
    """Return the account that owns a file, for a message."""
    try:
        uid = pad.stat().st_uid
    except OSError:
        return "onbekend"
    try:
        return pwd.getpwuid(uid).pw_name
    except KeyError:
        return f"uid {uid}"


@contextmanager
def slot(pad: Path, bezig_met: str, *, wachten: bool = False) -> Iterator[None]:
    """Hold an exclusive lock, so that two processes never change the same thing at once.

    Args:
        pad: lock file; made when absent, and left in place.
        bezig_met: what the other one is doing, for the message.
        wachten: wait for the other one; for changes that take milliseconds.

    Raises:
        Conflict: when another process holds it and there is no waiting.
        OpslagFout: when the lock file cannot be made.
    """
    with als_opslagfout("Het slot zetten", pad):
        nummer = os.open(pad, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW, BESTAND)
    try:
        try:
            fcntl.flock(nummer, fcntl.LOCK_EX | (0 if wachten else fcntl.LOCK_NB))
        except BlockingIOError:
            raise Conflict(
                f"Een ander proces is bezig met {bezig_met}.", vervolg="Wacht tot dat klaar is en probeer opnieuw."
            ) from None
        yield
    finally:
        os.close(nummer)


def _schrijf_tijdelijk(pad: Path, inhoud: bytes, *, vast: bool = True) -> Path:
    # A name per process: two writers never share one, and what a killed one leaves is swept up by ruim_resten.
    tijdelijk = pad.with_name(f".{pad.name}.{os.getpid()}.nieuw")
    nummer = os.open(tijdelijk, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC | os.O_NOFOLLOW, BESTAND)
    try:
        with os.fdopen(nummer, "wb") as stroom:
            stroom.write(inhoud)
            stroom.flush()
            if vast:
                os.fsync(stroom.fileno())
    except OSError:
        tijdelijk.unlink(missing_ok=True)
        raise
    return tijdelijk


def _leg_map_vast(pad: Path) -> None:
    nummer = os.open(pad, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(nummer)
    finally:
        os.close(nummer)
