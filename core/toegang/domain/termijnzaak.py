"""What happened to the deadlines of a zaak, as stored: one record per happening, never changed by another."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Literal

from pydantic import Field

from toegang.domain.dwangsom import Dwangsombesluit, Ingebrekestelling
from toegang.domain.opschorting import Onderwerp, Opschorting, Verdaging
from toegang.domain.waarde import Waarde


class Voltooiing(Waarde):
    """Something that ends a term and is no step of the life cycle, e.g. an advance that was paid (L-104).

    Args:
        sleutel: key of the term, e.g. ``pw.voorschot``.
        op: day on which it was done.
        over: the decision whose term it ends; a dwangsom may be owed for that on the aanvraag and on a bezwaar (L-31).
        niet_nodig: it need not be done at all (any more); the reason is in the file.
        besluit: id of the decision by which it was done; such a one is read from the decision and never stored.
        ingetrokken_op: taken back: it never counted.
    """

    soort: Literal["VOLTOOIING"] = "VOLTOOIING"
    sleutel: str
    op: date
    over: Onderwerp = Onderwerp.AANVRAAG
    niet_nodig: bool = False
    besluit: str = ""
    ingetrokken_op: date | None = None


Gebeurtenis = Annotated[
    Opschorting | Verdaging | Ingebrekestelling | Voltooiing | Dwangsombesluit, Field(discriminator="soort")
]


class Termijnrecord(Waarde):
    """One happening.

    Args:
        id: id, e.g. ``T-1``.
        dossier_id: the dossier, whose key encrypts it.
        zaak_id: the zaak.
        gebeurtenis: what happened.
        bezwaar_id: the objection whose term it is; ``None`` when it is about no objection, or about the only one.
    """

    id: str
    dossier_id: str
    zaak_id: str
    gebeurtenis: Gebeurtenis
    bezwaar_id: str | None = None

    def telt_voor(self, bezwaar: str) -> bool:
        """Tell whether it counts in the chain of one objection; what is about the aanvraag always does."""
        return self.bezwaar_id in (None, bezwaar)
