"""The casusteam: answer of ``compose_team``."""

from __future__ import annotations

from pydantic import Field

from toegang.domain.begrippen import Wet
from toegang.domain.reden import Reden
from toegang.domain.waarde import Waarde


class Teamlid(Waarde):
    """A professional on a zaak.

    Args:
        medewerker: id.
        rol: the functie fulfilled in this zaak.
        discipline: the discipline for which this person is on the team.
        beoordeelt: acts that this person may assess; empty = assesses nothing.
        reden: why this person.
    """

    medewerker: str
    rol: str
    discipline: str | None = None
    beoordeelt: tuple[Wet, ...] = ()
    reden: Reden


class Gepasseerd(Waarde):
    """A candidate who was passed over, and why."""

    medewerker: str
    reden: Reden


class Casusteam(Waarde):
    """Answer of ``compose_team``.

    Args:
        team: id of the standing team that carries the zaak.
        leden: the professionals; the first is the one who carries the zaak.
        adviseurs: they advise and assess nothing (B-31, W-8).
        gepasseerd: who was passed over and why.
        intervisie_nodig: an intervisie record must precede a second consulent (S-12).
        reden: why this team.
    """

    team: str
    leden: tuple[Teamlid, ...] = Field(min_length=1)
    adviseurs: tuple[Teamlid, ...] = ()
    gepasseerd: tuple[Gepasseerd, ...] = ()
    intervisie_nodig: bool = False
    reden: Reden

    @property
    def drager(self) -> Teamlid:
        """The professional who carries the zaak."""
        return self.leden[0]

    def beoordelaars(self, wet: Wet) -> tuple[Teamlid, ...]:
        """Return the leden who may assess under that act."""
        return tuple(lid for lid in self.leden if wet in lid.beoordeelt)
