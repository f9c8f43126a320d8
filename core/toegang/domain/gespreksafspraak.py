"""An appointment with a resident: a day, a time and a place, still to come or called off (S-17)."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from toegang.domain.waarde import Waarde


class Plaats(StrEnum):
    """Where a gesprek is held; the words of a report."""

    THUIS = "THUIS"
    KANTOOR = "KANTOOR"
    TELEFONISCH = "TELEFONISCH"
    ELDERS = "ELDERS"

    @property
    def is_face(self) -> bool:
        """Tell whether people meet there: the last step of click, call, face (S-2)."""
        return self is not Plaats.TELEFONISCH

    @property
    def vraagt_waar(self) -> bool:
        """Tell whether the resident has to be told where it is."""
        return self in (Plaats.KANTOOR, Plaats.ELDERS)


class Directreden(StrEnum):
    """Why there is an appointment at once, without contact online and by phone before (S-2)."""

    WENS_INWONER = "WENS_INWONER"
    SPOED = "SPOED"
    NIET_DIGITAAL = "NIET_DIGITAAL"
    NIET_TELEFONISCH = "NIET_TELEFONISCH"


class Afspraakstatus(StrEnum):
    """How it stands with an appointment."""

    GEPLAND = "GEPLAND"
    AFGEZEGD = "AFGEZEGD"


class Afgezegd(StrEnum):
    """Who called it off."""

    INWONER = "INWONER"
    GEMEENTE = "GEMEENTE"


class Afspraakvraag(Waarde):
    """An appointment as it is asked for.

    Args:
        op: day.
        tijd: time of day in the Netherlands, e.g. ``09:30``.
        plaats: where.
        adres: which building, for KANTOOR and ELDERS; never where somebody lives.
        toelichting: more about it, in words for the resident.
        met: medewerker id of who comes; ``None`` = who plans it.
        direct: why there was no contact online and by phone before (S-2); ``None`` = there was.
    """

    op: date
    tijd: str = Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    plaats: Plaats
    adres: str = Field(default="", max_length=200)
    toelichting: str = ""
    met: str | None = None
    direct: Directreden | None = None


class Gespreksafspraak(Afspraakvraag):
    """An appointment, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak it is for.
        met: medewerker id of who comes.
        gepland_door: medewerker id of who planned it (B-39).
        gepland_op: day on which it was planned.
        status: whether it stands.
        afgezegd_op: day on which it was called off.
        afgezegd_door: who called it off.
        (others as in :class:`Afspraakvraag`)
    """

    id: str
    dossier_id: str
    zaak_id: str
    met: str
    gepland_door: str
    gepland_op: date
    status: Afspraakstatus = Afspraakstatus.GEPLAND
    afgezegd_op: date | None = None
    afgezegd_door: Afgezegd | None = None

    @property
    def staat(self) -> bool:
        """Tell whether it was not called off."""
        return self.status is Afspraakstatus.GEPLAND
