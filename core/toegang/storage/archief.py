"""What is decided on keeping or destroying each zaak."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select

from toegang.domain.archief import Archiefbesluit
from toegang.storage import tabellen
from toegang.storage.fouten import NietGevonden, veilig
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling
from toegang.storage.waarden import Archiefrecord


class Archief:
    """One archive record per zaak."""

    def __init__(self, sessie: Sessie) -> None:
        self._sessie = sessie
        self.verzameling = Verzameling(
            sessie, tabellen.archief, Archiefrecord, "archiefbesluit van zaak", sleutelkolom="zaak_id"
        )

    def bewaar(
        self, zaak_id: str, besluit: Archiefbesluit, actiedatum: date | None, berekening: Mapping[str, Any]
    ) -> Archiefrecord:
        """Store the archive decision of a zaak; replaces an earlier one.

        Args:
            zaak_id: the zaak.
            besluit: answer of the hook.
            actiedatum: day of destruction or transfer; ``None`` when not known yet.
            berekening: how that day was found, as JSON values.

        Raises:
            NietGevonden: when there is no such zaak.
            DossierVernietigd: when its dossier was destroyed.
        """
        zaken = tabellen.zaken
        vraag = select(zaken.c.dossier_id).where(zaken.c.id == zaak_id)
        dossier_id = self._sessie.verbinding.execute(vraag).scalar_one_or_none()
        if dossier_id is None:
            raise NietGevonden(
                f"Zaak {veilig(zaak_id)} bestaat niet in gemeente {self._sessie.gemeente}.",
                vervolg="Controleer het zaaknummer en de gemeente.",
            )
        record = Archiefrecord(
            zaak_id=zaak_id,
            dossier_id=dossier_id,
            besluit=besluit,
            actiedatum=actiedatum,
            berekening=dict(berekening),
        )
        return self.verzameling.bewaar(record)

    def haal(self, zaak_id: str) -> Archiefrecord:
        """Return the archive record of a zaak.

        Raises:
            NietGevonden: when there is none.
        """
        return self.verzameling.haal(zaak_id)

    def zoek(self, **voorwaarden: Any) -> tuple[Archiefrecord, ...]:
        """Return the records that meet all conditions, as in :meth:`Verzameling.zoek`."""
        return self.verzameling.zoek(**voorwaarden)
