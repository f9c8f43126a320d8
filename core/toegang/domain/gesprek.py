"""The conversation with the resident and its report, as stored."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from toegang.domain.plandelen import Reactie
from toegang.domain.spoor import Regeltoets
from toegang.domain.verslag import Verslag


class Verstrekking(StrEnum):
    """How the report was given to the resident (L-55)."""

    POST = "POST"
    DIGITAAL = "DIGITAAL"
    OVERHANDIGD = "OVERHANDIGD"


class Gesprek(Verslag):
    """The conversation (keukentafelgesprek, Het Gesprek) with one version of its report, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak it was held for.
        versie: 1, 2, ...; older versions stay as they were.
        vastgelegd_op: day on which this version was recorded; ``None`` = before versions were kept.
        verstrekt_op: day on which this version was given to the resident (L-55).
        verstrekt_hoe: how.
        reacties: what residents said of this version, by channel and time (S-18).
        regels: what the rules said of this version.
        (others as in :class:`toegang.domain.verslag.Verslag`)
    """

    id: str
    dossier_id: str
    zaak_id: str
    versie: int = Field(default=1, ge=1)
    vastgelegd_op: date | None = None
    verstrekt_op: date | None = None
    verstrekt_hoe: Verstrekking | None = None
    reacties: tuple[Reactie, ...] = ()
    regels: tuple[Regeltoets, ...] = ()

    @property
    def inhoud(self) -> Verslag:
        """The report alone, to compare with another."""
        return Verslag(**{naam: getattr(self, naam) for naam in Verslag.model_fields})
