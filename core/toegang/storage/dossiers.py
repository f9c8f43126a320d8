"""The dossiers, each with a data key of its own (ADR 0007)."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, insert, update

from toegang.domain.huishouden import Dossier
from toegang.storage import tabellen
from toegang.storage.kluis import Datasleutel, Plek
from toegang.storage.kolommen import metadata
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling


class Dossiers(Verzameling[Dossier]):
    """The dossiers, each with a data key of its own."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(sessie, tabellen.dossiers, Dossier, "dossier")

    def nieuw(self, dossier: Dossier) -> Dossier:
        """Add a dossier: make its data key, wrap it, and store both.

        Raises:
            Conflict: when the id is taken.
        """
        sleutel, ingepakt = self.sessie.kluis.nieuwe_dossiersleutel(dossier.id)
        inhoud = sleutel.versleutel(Plek("dossiers", dossier.id, "inhoud"), dossier.model_dump_json().encode())
        with self.sessie.uniek(self.soort, dossier.id):
            waarden = {**self._open(dossier), "sleutel": ingepakt, "inhoud": inhoud}
            self.sessie.verbinding.execute(insert(self.tabel).values(waarden))
        self.sessie.onthoud_sleutel(dossier.id, sleutel)
        self._noteer(dossier)
        return dossier

    def vernietig_sleutel(self, dossier_id: str) -> None:
        """Destroy the key of a dossier: everything in it becomes unreadable (DESIGN.md §5).

        Keyed hashes by which its residents and meldingen could be found go as well. The rows stay,
        so that the log still verifies. After the commit the old bytes are gone from the files too.

        Args:
            dossier_id: the dossier.

        Raises:
            NietGevonden: when there is no such dossier.
            DossierVernietigd: when it was destroyed before.
        """
        self.sessie.dossiersleutel(dossier_id)
        self.sessie.verbinding.execute(update(self.tabel).where(self.tabel.c.id == dossier_id).values(sleutel=None))
        for tabel in metadata.sorted_tables:
            gehasht = {kolom.name: None for kolom in tabel.columns if kolom.name.endswith("_hash")}
            if gehasht and "dossier_id" in tabel.c:
                self.sessie.verbinding.execute(update(tabel).where(tabel.c.dossier_id == dossier_id).values(gehasht))
        self.sessie.vergeet_sleutel(dossier_id)
        self.sessie.vooraf = None  # what was read ahead of it says nothing any more
        self.sessie.noteer("dossiers.sleutel", dossier_id, dossier_id)

    def _sleutel_van(self, rij: Row[Any]) -> Datasleutel:
        return self.sessie.uitgepakt(rij.id, rij.sleutel)
