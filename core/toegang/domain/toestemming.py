"""What a resident agreed to: digital messages per kind (L-24), sharing between acts (L-68)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.begrippen import Kanaal
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
        kanaal: the road along which it was given; ``None`` when that was not recorded.
        gegeven_door: inwoner id of who gave it for somebody else, such as a parent; ``None`` = the resident.
        vastgelegd_door: medewerker id, when known.
    """

    id: str
    dossier_id: str
    inwoner_id: str
    soort: Toestemmingsoort
    reikwijdte: str
    gegeven_op: date
    ingetrokken_op: date | None = None
    kanaal: Kanaal | None = None
    gegeven_door: str | None = None
    vastgelegd_door: str | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether the consent holds on a day."""
        return self.gegeven_op <= dag and (self.ingetrokken_op is None or dag < self.ingetrokken_op)
