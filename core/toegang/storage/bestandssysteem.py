"""Where a path lives: SQLite in WAL mode needs shared memory, which network file systems do not give."""

from __future__ import annotations

from pathlib import Path

from toegang.errors import OpslagFout

NETWERK = frozenset(
    {
        "9p", "afs", "beegfs", "ceph", "cifs", "coda", "davfs", "drvfs", "gfs2", "glusterfs", "lustre",
        "ncpfs", "nfs", "nfs4", "ocfs2", "orangefs", "smb3", "smbfs", "vboxsf", "vmhgfs",
    }
)  # fmt: skip
NETWERK_FUSE = ("sshfs", "glusterfs", "ceph", "davfs", "s3fs", "rclone", "gcsfuse", "smb", "vmhgfs", "goofys")
AANKOPPELINGEN = Path("/proc/self/mountinfo")


def soort(pad: Path, aankoppelingen: Path = AANKOPPELINGEN) -> str:
    """Return the type of the file system of a path, e.g. ``ext4``; empty when it cannot be known.

    Args:
        pad: file or folder; need not exist yet.
        aankoppelingen: the table of mounts in the format of ``proc(5)`` mountinfo.
    """
    try:
        regels = aankoppelingen.read_text(encoding="utf-8", errors="surrogateescape").splitlines()
    except OSError:
        return ""
    doel = pad.resolve()
    beste, gevonden = -1, ""
    for regel in regels:
        punt, type_ = _lees(regel)
        # The last of equal mount points lies on top.
        if punt is not None and (doel == punt or punt in doel.parents) and len(punt.parts) >= beste:
            beste, gevonden = len(punt.parts), type_
    return gevonden


def weiger_netwerk(pad: Path, aankoppelingen: Path = AANKOPPELINGEN) -> None:
    """Refuse a path on a network file system.

    Raises:
        OpslagFout: names the path and the type.
    """
    type_ = soort(pad, aankoppelingen)
    fuse = type_.removeprefix("fuse.") if type_.startswith("fuse.") else ""
    if type_ in NETWERK or fuse.startswith(NETWERK_FUSE):
        raise OpslagFout(
            f"{pad} staat op een netwerkschijf ({type_}); een database kan daar beschadigd raken.",
            vervolg="Kies met TOEGANG_DATA een map op een schijf van deze machine.",
        )


def _lees(regel: str) -> tuple[Path | None, str]:
    voor, scheiding, na = regel.partition(" - ")
    velden, rest = voor.split(" "), na.split(" ")
    if not scheiding or len(velden) < 5:
        return None, ""
    # proc(5): space, tab, newline and backslash stand there as octal escapes
    punt = velden[4]
    for code, teken in ((r"\040", " "), (r"\011", "\t"), (r"\012", "\n"), (r"\134", "\\")):
        punt = punt.replace(code, teken)
    return Path(punt), rest[0]
