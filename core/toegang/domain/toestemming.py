"""What a resident agreed to: digital messages per kind (L-24), sharing between acts (L-68)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Toestemmingsoort(StrEnum):
    """What it is for."""

    DIGITALE_BERICHTEN = "DIGITALE_BERICHTEN"
    GEGEVENS_DELEN = "GEGEVENS_DELEN"


class Toestemming(Waarde):
    """One consent.

    Args:
        id: id.
        dossier_id: the dossier.
        inwoner_id: whose consent.
        soort: what for.
        reikwijdte: kind of message (template group), or the act whose data may be shared.
        gegeven_op: day.
        ingetrokken_op: day on which it was taken back; ``None`` while it holds.
    """

    id: str
    dossier_id: str
    inwoner_id: str
    soort: Toestemmingsoort
    reikwijdte: str
    gegeven_op: date
    ingetrokken_op: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether the consent holds on a day."""
        return self.gegeven_op <= dag and (self.ingetrokken_op is None or dag < self.ingetrokken_op)
