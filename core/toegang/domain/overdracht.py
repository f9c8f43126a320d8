"""A hand-over of regie: offered, and only then real when it is accepted."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Overdrachtstatus(StrEnum):
    """Where a hand-over is."""

    AANGEBODEN = "AANGEBODEN"
    AANVAARD = "AANVAARD"
    GEWEIGERD = "GEWEIGERD"
    INGETROKKEN = "INGETROKKEN"


class Overdracht(Waarde):
    """A hand-over, as stored.

    Args:
        id: id.
        dossier_id: the dossier whose regie it is.
        status: where it is.
        aangeboden_op: day on which it was offered.
        van: medewerker id.
        naar: medewerker id.
    """

    id: str
    dossier_id: str
    status: Overdrachtstatus = Overdrachtstatus.AANGEBODEN
    aangeboden_op: date
    van: str
    naar: str
