"""The residents, found by keyed hash of their BSN."""

from __future__ import annotations

from toegang.domain.huishouden import Inwoner
from toegang.storage import tabellen
from toegang.storage.sessie import Sessie
from toegang.storage.verzameling import Verzameling


class Inwoners(Verzameling[Inwoner]):
    """The residents; at most one record per BSN in a gemeente."""

    def __init__(self, sessie: Sessie) -> None:
        super().__init__(
            sessie,
            tabellen.inwoners,
            Inwoner,
            "inwoner",
            dubbel="er is al een inwoner met hetzelfde kenmerk of hetzelfde burgerservicenummer",
        )

    def met_bsn(self, bsn: str) -> Inwoner | None:
        """Return the resident with this BSN, or ``None``; looks up by keyed hash."""
        gevonden = self.zoek(bsn=bsn)
        return gevonden[0] if gevonden else None
