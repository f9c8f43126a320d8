"""The tables of what happens around a zaak. Each happening is a row, so that two people never overwrite each other."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Column, Date, Table, Text

from toegang.storage.kolommen import dossier, kenmerk, tabel, versleuteld, verwijzing, volgorde


def _rond_dossier(naam: str, *kolommen: Column[Any]) -> Table:
    return tabel(naam, volgorde(), kenmerk(), dossier(), *kolommen, versleuteld())


def _rond_zaak(naam: str, *kolommen: Column[Any]) -> Table:
    return _rond_dossier(naam, verwijzing("zaak_id", "zaken.id"), *kolommen)


def _status() -> Column[str]:
    return Column("status", Text, nullable=False, index=True)


voorstellen = _rond_zaak("voorstellen", _status(), Column("op", Date, nullable=False))
adviezen = _rond_zaak("adviezen", _status(), Column("gevraagd_op", Date, nullable=False))
bezwaren = _rond_zaak(
    "bezwaren",
    verwijzing("besluit_id", "besluiten.id", leeg=True),
    Column("ontvangen_op", Date, nullable=False),
    Column("afgedaan_op", Date),
)
leveringen = _rond_zaak(
    "leveringen", verwijzing("besluit_id", "besluiten.id"), _status(), Column("controle_op", Date, index=True)
)
gespreksafspraken = _rond_zaak("gespreksafspraken", _status(), Column("op", Date, nullable=False, index=True))
monitoringen = _rond_zaak("monitoringen", Column("op", Date, nullable=False))
signaleringen = _rond_zaak(
    "signaleringen",
    Column("soort", Text, nullable=False, index=True),
    Column("op", Date, nullable=False),
    Column("afgehandeld_op", Date),
)
overdrachten = _rond_dossier("overdrachten", _status(), Column("aangeboden_op", Date, nullable=False))
toestemmingen = _rond_dossier("toestemmingen", verwijzing("inwoner_id", "inwoners.id"))
hookvragen = _rond_dossier("hookvragen", Column("hook", Text, nullable=False, index=True))
# The staff as hooks saw it: shared by all zaken, and about no resident, so under no dossier.
kandidatenstanden = tabel("kandidatenstanden", volgorde(), kenmerk(), versleuteld())
