"""What a provider was asked to deliver, and whether that is done (B-44)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Leveringstatus(StrEnum):
    """What is known of the delivery."""

    TOEGEWEZEN = "TOEGEWEZEN"
    GESTART = "GESTART"
    NIET_GELEVERD = "NIET_GELEVERD"
    GESTOPT = "GESTOPT"


class Levering(Waarde):
    """The delivery of one provision.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        besluit_id: the besluit that granted it.
        status: what is known.
        controle_op: day on which somebody must check it; ``None`` when no check is due.
    """

    id: str
    dossier_id: str
    zaak_id: str
    besluit_id: str
    status: Leveringstatus = Leveringstatus.TOEGEWEZEN
    controle_op: date | None = None
