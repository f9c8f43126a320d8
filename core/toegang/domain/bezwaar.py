"""An objection against a besluit, as recorded (Awb chapters 6 and 7)."""

from __future__ import annotations

from datetime import date

from toegang.domain.waarde import Waarde


class Bezwaar(Waarde):
    """An objection.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        besluit_id: the besluit it is against.
        ontvangen_op: day of receipt.
        afgedaan_op: day on which it ended; ``None`` while it runs.
    """

    id: str
    dossier_id: str
    zaak_id: str
    besluit_id: str
    ontvangen_op: date
    afgedaan_op: date | None = None
