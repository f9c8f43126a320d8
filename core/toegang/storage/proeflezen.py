"""Reading ciphertexts as somebody would who got hold of a database: for the proof that they stay closed."""

from __future__ import annotations

from pathlib import Path

from sqlalchemy import LargeBinary, inspect, select

from toegang.errors import OpslagFout
from toegang.storage import rond_zaak  # noqa: F401  it fills the metadata
from toegang.storage.kluis import Kluis, Plek
from toegang.storage.kolommen import metadata
from toegang.storage.motor import motor_van
from toegang.storage.tabellen import dossiers

PER_TABEL = 50


def open_met_vreemde_sleutel(pad: Path, eigenaar: str, kluizen: tuple[Kluis, ...]) -> tuple[int, int]:
    """Try to decrypt rows, letters and dossier keys of another gemeente.

    Args:
        pad: her database file, or how to reach it.
        eigenaar: her name, for messages.
        kluizen: the keys of who tries, each way in which he can derive them.

    Returns:
        How many ciphertexts were tried, and how many opened.

    Raises:
        ToegangFout: the database cannot be read.
    """
    geprobeerd = geopend = 0
    with motor_van(pad).maak_engine(eigenaar, kijken=True).connect() as verbinding:
        aanwezig = set(inspect(verbinding).get_table_names())
        for tabel in metadata.sorted_tables:
            geheim = [kolom for kolom in tabel.columns if isinstance(kolom.type, LargeBinary)]
            if tabel.name not in aanwezig or not geheim:
                continue
            kenmerk = next(kolom for kolom in tabel.columns if kolom.unique)
            for rij in verbinding.execute(select(tabel).limit(PER_TABEL)).mappings():
                for kolom in geheim:
                    if rij[kolom] is not None:
                        geprobeerd += 1
                        plek = Plek(tabel.name, str(rij[kenmerk]), kolom.name)
                        geopend += any(_gaat_open(kluis, plek, rij[kolom]) for kluis in kluizen)
    return geprobeerd, geopend


def _gaat_open(kluis: Kluis, plek: Plek, geheim: bytes) -> bool:
    doel = "inpakken" if (plek.tabel, plek.kolom) == (dossiers.name, "sleutel") else plek.tabel
    try:
        kluis.gemeentesleutel(doel).ontsleutel(plek, geheim)
    except OpslagFout:
        return False
    return True
