"""The besluitroute as recorded: the proposal of an assessor, and what became of it (W-1, L-147)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde


class Voorstelstatus(StrEnum):
    """Where a proposal is."""

    INGEDIEND = "INGEDIEND"
    GETOETST = "GETOETST"
    TERUGGEGEVEN = "TERUGGEGEVEN"
    BESLOTEN = "BESLOTEN"
    INGETROKKEN = "INGETROKKEN"


class Voorstel(Waarde):
    """A proposal for a besluit, as stored.

    Args:
        id: id of the proposal.
        dossier_id: the dossier.
        zaak_id: the zaak.
        status: where it is.
        op: day on which it was handed in.
    """

    id: str
    dossier_id: str
    zaak_id: str
    status: Voorstelstatus = Voorstelstatus.INGEDIEND
    op: date
