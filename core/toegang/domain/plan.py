"""The plan of a household: what a hook sees (:class:`Plan`) and what is stored besides."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Akkoord, Plansoort
from toegang.domain.waarde import Waarde


class Plan(Waarde):
    """The plan of a household as ``draft_beschikking`` sees it: no free text.

    Args:
        id: id.
        dossier_id: the dossier.
        soort: variant.
        versie: 1, 2, ...
        vastgesteld_op: day on which it was agreed.
        akkoord: what the resident said of it.
        getekend_op: day on which the resident signed; ``None`` when not signed.
        geldt_als_aanvraag: the signed plan is registered as aanvraag (Z-28).
    """

    id: str
    dossier_id: str
    soort: Plansoort
    versie: int = Field(default=1, ge=1)
    vastgesteld_op: date
    akkoord: Akkoord = Akkoord.AANGEBODEN
    getekend_op: date | None = None
    geldt_als_aanvraag: bool = False


class Afspraak(Waarde):
    """An agreement in the plan (Z-12): what, by whom, until when."""

    wat: str
    wie: str
    tot: date | None = None


class Planrecord(Waarde):
    """A stored plan.

    Args:
        plan: what the hook sees.
        doelen: goals in plain words.
        afspraken: agreements, also those on algemene voorzieningen and the own network (W-7).
        inbreng: what the resident brought in (Z-9, Z-10).
    """

    plan: Plan
    doelen: tuple[str, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    inbreng: str = ""

    @property
    def id(self) -> str:
        """Id of the plan."""
        return self.plan.id

    @property
    def dossier_id(self) -> str:
        """The dossier it belongs to."""
        return self.plan.dossier_id
