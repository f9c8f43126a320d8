"""What a dossier keeps around its gesprekken: the own plan of the resident, and ZRM scores over time."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field

from toegang.domain.levensdomeinen import HOOGSTE, LAAGSTE
from toegang.domain.waarde import Waarde


class Eigenplansoort(StrEnum):
    """What kind of plan the resident makes (L-51, L-88)."""

    PERSOONLIJK_PLAN = "PERSOONLIJK_PLAN"
    FAMILIEGROEPSPLAN = "FAMILIEGROEPSPLAN"


class Eigenplanstap(StrEnum):
    """What happened around the own plan."""

    AANGEBODEN = "AANGEBODEN"
    ONTVANGEN = "ONTVANGEN"
    AFGEZIEN = "AFGEZIEN"


class Eigenplan(Waarde):
    """One happening around the own plan of the resident; a later one never overwrites it.

    Args:
        id: id.
        zaak_id: the zaak for which it was recorded.
        soort: kind of plan.
        stap: the resident was told of it, handed it in, or makes none.
        op: day.
        tekst: the plan in the resident's own words, or why there is none.
        vastgelegd_door: medewerker id; empty when somebody without one recorded it.
    """

    id: str
    zaak_id: str
    soort: Eigenplansoort = Eigenplansoort.PERSOONLIJK_PLAN
    stap: Eigenplanstap
    op: date
    tekst: str = ""
    vastgelegd_door: str = ""


class Afspraakplek(StrEnum):
    """Where a gesprek is."""

    THUIS = "THUIS"
    KANTOOR = "KANTOOR"
    TELEFONISCH = "TELEFONISCH"
    ELDERS = "ELDERS"


class Afspraak(Waarde):
    """An appointment for a gesprek; a later one of the same zaak takes its place.

    Args:
        id: id.
        zaak_id: the zaak.
        op: day.
        tijd: time of day, e.g. ``10:30``.
        plek: where.
        adres: where exactly, for KANTOOR and ELDERS.
        met: medewerker id of who holds it; empty when that is not known yet.
        gemaakt_op: day on which the appointment was made.
        gemaakt_door: medewerker id.
        vervallen_op: day on which it was called off.
    """

    id: str
    zaak_id: str
    op: date
    tijd: str = Field(pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    plek: Afspraakplek
    adres: str = ""
    met: str = ""
    gemaakt_op: date
    gemaakt_door: str = ""
    vervallen_op: date | None = None


class Zrmscore(Waarde):
    """A level on a domain of the ZRM, of one person on one day.

    Args:
        domein: id of the domain.
        niveau: 1 (least self-reliant) to 5.
        op: day on which it was judged.
        inwoner: id of the inwoner it is about.
        zaak_id: the zaak in which it was judged.
        door: medewerker id of who judged.
    """

    domein: str
    niveau: int = Field(ge=LAAGSTE, le=HOOGSTE)
    op: date
    inwoner: str
    zaak_id: str
    door: str = ""


class Gespreksmap(Waarde):
    """All of it, in order of arrival."""

    eigen_plannen: tuple[Eigenplan, ...] = ()
    afspraken: tuple[Afspraak, ...] = ()
    zrm: tuple[Zrmscore, ...] = ()

    def afspraak(self, zaak_id: str) -> Afspraak | None:
        """Return the appointment of a zaak that holds: the last one that was made and not called off."""
        eigen = [item for item in self.afspraken if item.zaak_id == zaak_id]
        return eigen[-1] if eigen and eigen[-1].vervallen_op is None else None

    def met_score(self, score: Zrmscore) -> Gespreksmap:
        """Return this with a score; one of the same person, domain and day is put right by it."""
        plek = (score.inwoner, score.domein, score.op)
        rest = tuple(item for item in self.zrm if (item.inwoner, item.domein, item.op) != plek)
        return self.gewijzigd(zrm=(*rest, score))

    def scores_van(self, inwoner: str) -> tuple[Zrmscore, ...]:
        """Return the scores of one person, oldest first."""
        return tuple(sorted((item for item in self.zrm if item.inwoner == inwoner), key=lambda item: item.op))

    def eigenplan(self, zaken: tuple[str, ...]) -> Eigenplanstand:
        """Return how it stands with the own plan in zaken of one melding.

        Args:
            zaken: zaaknummers.
        """
        eigen = [item for item in self.eigen_plannen if item.zaak_id in zaken]
        return Eigenplanstand(stappen=tuple(sorted(eigen, key=lambda item: item.op)))


class Eigenplanstand(Waarde):
    """How it stands with the own plan.

    Args:
        stappen: what happened, oldest first.
        brief_op: date of the letter that told of it, when there is one.
        uiterlijk: last day to hand it in (L-51); ``None`` where the act sets none.
    """

    stappen: tuple[Eigenplan, ...] = ()
    brief_op: date | None = None
    uiterlijk: date | None = None

    @property
    def verteld_op(self) -> date | None:
        """Day on which the resident knew of it; who hands a plan in or makes none knows."""
        dagen = [item.op for item in self.stappen] + ([self.brief_op] if self.brief_op else [])
        return min(dagen, default=None)

    @property
    def plan(self) -> Eigenplan | None:
        """The plan as last handed in."""
        return next((item for item in reversed(self.stappen) if item.stap is Eigenplanstap.ONTVANGEN), None)

    @property
    def afgezien(self) -> Eigenplan | None:
        """That the resident makes none; nothing when one was handed in all the same."""
        if self.plan is not None:
            return None
        return next((item for item in reversed(self.stappen) if item.stap is Eigenplanstap.AFGEZIEN), None)
