"""Advice that is asked from an expert during the research (W-20)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Adviesstatus(StrEnum):
    """Where a request for advice is."""

    GEVRAAGD = "GEVRAAGD"
    ONTVANGEN = "ONTVANGEN"
    INGETROKKEN = "INGETROKKEN"


class Adviesaanvraag(Waarde):
    """A request for advice, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        status: where it is.
        gevraagd_op: day on which it was asked.
    """

    id: str
    dossier_id: str
    zaak_id: str
    status: Adviesstatus = Adviesstatus.GEVRAAGD
    gevraagd_op: date
