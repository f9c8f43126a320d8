"""The tables of the new gemeente that tell what a fusion wrote, and where it came from."""

from __future__ import annotations

from sqlalchemy import Column, Integer, Text

from toegang.storage.kolommen import dossier, kenmerk, tabel, versleuteld, volgorde

herkomsten = tabel(
    "herkomsten",
    volgorde(),
    kenmerk(),
    dossier(),
    Column("run_id", Text, nullable=False, index=True),
    Column("doel", Text, nullable=False, index=True),
    Column("bronrecord", Text, nullable=False, index=True),
    versleuteld(),
)
fusieruns = tabel("fusieruns", volgorde(), kenmerk(), Column("stand", Text, nullable=False), versleuteld())
fusiedelen = tabel(
    "fusiedelen",
    volgorde(),
    kenmerk(),
    Column("run_id", Text, nullable=False, index=True),
    Column("nummer", Integer, nullable=False),
    versleuteld(),
)
