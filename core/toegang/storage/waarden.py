"""The values of storage itself: who acts, and what the log and the small tables answer."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from toegang.domain.archief import Archiefbesluit
from toegang.domain.begrippen import Kanaal
from toegang.domain.regie import Regietoewijzing
from toegang.domain.waarde import Waarde


class Actor(Waarde):
    """Who acts: the real uid, never a name from the environment (DESIGN.md §5).

    Args:
        uid: operating-system user.
        medewerker: id of the medewerker that this uid is, when known.
    """

    uid: int = Field(ge=0)
    medewerker: str | None = None


class Logregel(Waarde):
    """One link of the log.

    Args:
        volgnr: 1, 2, ... without gaps.
        op: instant, UTC.
        uid: who.
        medewerker: id of the medewerker, when known.
        actie: what was done, e.g. ``zaak.inzien``.
        zaak: zaaknummer.
        dossier: dossier id.
        detail: ids and fixed words only.
        vorige: MAC of the link before.
        mac: MAC of this link.
    """

    volgnr: int
    op: datetime
    uid: int
    medewerker: str | None
    actie: str
    zaak: str | None
    dossier: str | None
    detail: dict[str, str]
    vorige: str
    mac: str


class Lograpport(Waarde):
    """Outcome of a check of the log.

    Args:
        aantal: number of links that were read.
        kop: last link that is confirmed outside the database; ``None`` when that file is missing or false.
        fouten: what is wrong, one Dutch sentence each; empty = the chain is whole.
    """

    aantal: int
    kop: int | None
    fouten: tuple[str, ...] = ()

    @property
    def in_orde(self) -> bool:
        """Tell whether nothing was found."""
        return not self.fouten


class Regieregel(Waarde):
    """A period of regie over a dossier.

    Args:
        id: dossier id and place in the sequence.
        dossier_id: the dossier.
        toewijzing: who steers.
        sinds: first day.
        tot: day on which another took over; ``None`` = runs.
    """

    id: str
    dossier_id: str
    toewijzing: Regietoewijzing
    sinds: date
    tot: date | None = None

    @property
    def regisseur(self) -> str | None:
        """The one professional regisseur, or ``None``."""
        return self.toewijzing.regisseur


class Archiefrecord(Waarde):
    """What was decided on keeping or destroying a zaak.

    Args:
        zaak_id: the zaak.
        dossier_id: its dossier.
        besluit: answer of the hook.
        actiedatum: day of destruction or transfer; ``None`` when it cannot be known yet.
        berekening: how core came to that day, as JSON values.
    """

    zaak_id: str
    dossier_id: str
    besluit: Archiefbesluit
    actiedatum: date | None = None
    berekening: dict[str, Any] = Field(default_factory=dict)

    @property
    def id(self) -> str:
        """A zaak has one archive record."""
        return self.zaak_id


class Telling(Waarde):
    """The anonymous counter of questions that were answered at once (Z-7)."""

    dag: date
    kanaal: Kanaal
    domein: str
    aantal: int
