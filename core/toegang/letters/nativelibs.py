"""Pango and the packaged fonts, made ready before weasyprint is imported.

Contract with `./setup`: where Pango is absent and nobody is root, setup unpacks the needed shared
libraries flat into `<project>/.libs/` (files named by their soname: `libpango-1.0.so.0`). They are found,
in this order, through

1. the variable TOEGANG_LIBS, a folder;
2. a folder `.libs` beside the virtual environment or in any folder above it.

They are used only when the system itself cannot supply what WeasyPrint needs: two copies of one library in
a process is asking for trouble. Loading happens by full path with RTLD_GLOBAL, dependencies first; after
that WeasyPrint's own look-up by soname finds the loaded copies, so no LD_LIBRARY_PATH and no wrapper is
needed.

Standard library only, and runnable as a file (`python -I nativelibs.py`): setup asks it what is missing.
"""

import contextlib
import ctypes
import hashlib
import os
import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

REQUIRED = (
    "libgobject-2.0.so.0",
    "libpango-1.0.so.0",
    "libharfbuzz.so.0",
    "libfontconfig.so.1",
    "libpangoft2-1.0.so.0",
)
# Without it letters are made too, but take three times as long.
RECOMMENDED = ("libharfbuzz-subset.so.0",)
# What carries them in Debian and Ubuntu; dependencies follow by themselves.
PACKAGES = ("libpango-1.0-0", "libpangoft2-1.0-0", "libharfbuzz-subset0")

FONTS = Path(__file__).resolve().parent / "fonts"

_FONTS_CONF = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{fonts}</dir>
  <cachedir>{cache}</cachedir>
</fontconfig>
"""


def load_native_libraries() -> str | None:
    """Load Pango and its kin from the project's own folder where the system lacks them.

    Call it before weasyprint is imported; calling it again does no harm.

    Returns:
        The folder that libraries were loaded from; None when the system has everything or there is no such
        folder. Whether all is there now, `missing_libraries` tells.
    """
    if not missing_libraries():
        return None
    folder = _libraries_folder()
    if folder is None:
        return None
    _load_all(sorted(folder.glob("*.so*")))
    return str(folder)


def missing_libraries() -> tuple[str, ...]:
    """Name the shared libraries that this process cannot load now.

    Returns:
        Sonames, the required ones first; empty when nothing is missing.
    """
    return tuple(soname for soname in (*REQUIRED, *RECOMMENDED) if not _loadable(soname))


def fontconfig_environment() -> Path:
    """Let fontconfig see the packaged fonts only: the same letter on every machine, and never no font at all.

    Without any font Pango ends the interpreter with a segmentation fault. Sets FONTCONFIG_FILE, so call it
    before weasyprint is imported; child processes inherit it.

    Returns:
        The fonts.conf that was written: in the user's cache folder or, when that is not writable, in a
        temporary folder.

    Raises:
        OSError: no folder at all can be written.
    """
    folder = _cache_folder()
    text = _FONTS_CONF.format(fonts=escape(str(FONTS)), cache=escape(str(folder / "fontconfig")))
    name = f"fonts-{hashlib.sha256(text.encode()).hexdigest()[:12]}.conf"
    conf = folder / name
    if not conf.is_file():
        _write_whole(conf, text)
    os.environ["FONTCONFIG_FILE"] = str(conf)
    return conf


def _loadable(soname: str) -> bool:
    try:
        ctypes.CDLL(soname, mode=ctypes.RTLD_GLOBAL)
    except OSError:
        return False
    return True


def _libraries_folder() -> Path | None:
    given = os.environ.get("TOEGANG_LIBS")
    if given:
        return Path(given) if Path(given).is_dir() else None
    prefix = Path(sys.prefix).resolve()
    return next((p / ".libs" for p in prefix.parents if (p / ".libs").is_dir()), None)


def _load_all(libraries: list[Path]) -> None:
    """Load what can be loaded, again and again, until a round brings nothing new.

    A library loads only once those it needs are in, and the file names do not tell the order.
    """
    waiting = libraries
    while waiting:
        still = [library for library in waiting if not _loadable(str(library))]
        if len(still) == len(waiting):
            return
        waiting = still


def _cache_folder() -> Path:
    base = Path(os.environ.get("XDG_CACHE_HOME") or os.path.expanduser("~/.cache"))  # noqa: PTH111 (never raises)
    for folder in (base / "toegang", Path(tempfile.gettempdir()) / f"toegang-{os.getuid()}"):
        if folder.is_absolute() and _is_ours(folder):
            return folder
    return Path(tempfile.mkdtemp(prefix="toegang-"))


def _is_ours(folder: Path) -> bool:
    """Make the folder; in a shared one somebody else may have been first, with fonts of their own."""
    with contextlib.suppress(OSError):
        folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return folder.lstat().st_uid == os.getuid() and os.access(folder, os.W_OK)
    return False


def _write_whole(target: Path, text: str) -> None:
    handle, name = tempfile.mkstemp(dir=target.parent)
    with os.fdopen(handle, "w", encoding="utf-8") as file:
        file.write(text)
    Path(name).replace(target)


if __name__ == "__main__":
    load_native_libraries()
    sys.stdout.write("".join(f"{soname}\n" for soname in missing_libraries()))
