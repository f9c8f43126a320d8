"""A folder as a BagIt bag, and the check of one: complete, unchanged, and nothing extra."""

from __future__ import annotations

import hashlib
import logging
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from toegang.errors import Invoerfout, OpslagFout

MANIFEST = "manifest-sha256.txt"
_ALGORITME = "sha256"


def maak_zak(map_: Path, info: Mapping[str, str]) -> str:
    """Turn a folder into a bag, and read it back.

    Args:
        map_: the folder; its content moves to ``data``.
        info: fields of ``bag-info.txt``.

    Returns:
        sha256 of the manifest.

    Raises:
        OpslagFout: what was written reads back otherwise.
    """
    bagit = _bagit()
    bagit.make_bag(str(map_), dict(info), checksums=[_ALGORITME])
    if fouten := controleer_zak(map_):
        raise OpslagFout(
            f"De overdracht is geschreven, maar niet goed terug te lezen: {fouten[0]}.",
            vervolg="Controleer de schijf en probeer het opnieuw; er is niets gewijzigd.",
        )
    return hashlib.sha256((map_ / MANIFEST).read_bytes()).hexdigest()


def controleer_zak(map_: Path) -> tuple[str, ...]:
    """Read a bag whole and say what is wrong with it.

    Args:
        map_: the bag.

    Returns:
        The faults in Dutch, each with the file; empty when all is as it was written.

    Raises:
        Invoerfout: the folder is no bag.
    """
    bagit = _bagit()
    if not (map_ / "bagit.txt").is_file():
        raise Invoerfout(
            f"De map {map_.name} is geen overdracht: bagit.txt ontbreekt.",
            vervolg="Noem de map die 'toegang archief exporteer' maakte.",
        )
    try:
        zak = bagit.Bag(str(map_))
    except bagit.BagError:
        return ("bagit.txt of het manifest is onleesbaar",)
    try:
        zak.validate()
    except bagit.BagError:
        return tuple(_verschillen(map_, zak.payload_entries())) or ("de beschrijving van de map zelf is gewijzigd",)
    return ()


def _verschillen(map_: Path, manifest: Mapping[str, Mapping[str, str]]) -> Iterator[str]:
    """Name each file that is not as the manifest says; the library stops at the first sum that differs."""
    for pad, hashes in sorted(manifest.items()):
        bestand = map_ / pad
        if not bestand.is_file():
            yield f"{pad} ontbreekt"
        elif hashlib.sha256(bestand.read_bytes()).hexdigest() != hashes[_ALGORITME]:
            yield f"{pad} is gewijzigd nadat de hash is berekend"
    aanwezig = {pad.relative_to(map_).as_posix() for pad in (map_ / "data").rglob("*") if pad.is_file()}
    yield from (f"{pad} hoort er niet bij" for pad in sorted(aanwezig - set(manifest)))


def _bagit() -> Any:
    """Return the library, silenced: it logs each file to stderr; what matters comes back as a value."""
    import bagit  # type: ignore[import-untyped]

    logging.getLogger("bagit").setLevel(logging.CRITICAL)
    return bagit
