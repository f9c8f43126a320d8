"""The parts of a plan: passages that may be shielded for one member, and what people said of it."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from pydantic import Field, model_validator

from toegang.domain.begrippen import Akkoord, Kanaal, Wet
from toegang.domain.waarde import Waarde


class Planrol(StrEnum):
    """As what somebody takes part in a plan."""

    INWONER = "INWONER"
    CONSULENT = "CONSULENT"
    BUURTCOACH = "BUURTCOACH"
    MANTELZORGER = "MANTELZORGER"
    CLIENTONDERSTEUNER = "CLIENTONDERSTEUNER"
    AANBIEDER = "AANBIEDER"
    SCHOOL = "SCHOOL"
    VEILIG_THUIS = "VEILIG_THUIS"
    ANDERS = "ANDERS"


class Oplossingsoort(StrEnum):
    """Where a solution comes from: first what is nearest to the resident (S-16, W-16)."""

    EIGEN_KRACHT = "EIGEN_KRACHT"
    NETWERK = "NETWERK"
    ALGEMENE_VOORZIENING = "ALGEMENE_VOORZIENING"
    ANDERE_WET = "ANDERE_WET"
    MAATWERK = "MAATWERK"


class Afspraakstand(StrEnum):
    """How far an agreement is."""

    AFGESPROKEN = "AFGESPROKEN"
    LOOPT = "LOOPT"
    GELUKT = "GELUKT"
    NIET_GELUKT = "NIET_GELUKT"
    VERVALLEN = "VERVALLEN"

    @property
    def is_klaar(self) -> bool:
        """Tell whether nobody has to do anything for it any more."""
        return self in (Afspraakstand.GELUKT, Afspraakstand.NIET_GELUKT, Afspraakstand.VERVALLEN)


class Tekenuitkomst(StrEnum):
    """What became of asking somebody to sign (B-26)."""

    GETEKEND = "GETEKEND"
    GEWEIGERD = "GEWEIGERD"
    NIET_BEREIKT = "NIET_BEREIKT"


class Instemmingstand(StrEnum):
    """Whether the resident consents to the support (Z-23)."""

    JA = "JA"
    NEE = "NEE"
    GEEN_REACTIE = "GEEN_REACTIE"


class Passage(Waarde):
    """A piece of a plan.

    Args:
        alleen_voor: the one member for whom it is meant; nobody else of the household gets to see it.
        wet: act under which it was written; another than that of the zaak asks for consent (L-68).
        over: inwoner whom it is about.
        zaak_id: the zaak for which it was written.
    """

    alleen_voor: str | None = None
    wet: Wet | None = None
    over: str | None = None
    zaak_id: str | None = None


class Doel(Passage):
    """A goal, in plain words; a text by itself is a goal too.

    Args:
        nummer: number in the plan; 0 = not numbered yet.
        tekst: the goal.
        domein: domain of life, e.g. ``wonen``.
    """

    nummer: int = Field(default=0, ge=0)
    tekst: str
    domein: str = Field(default="", pattern=r"^([a-z0-9]+(-[a-z0-9]+)*)?$")

    @model_validator(mode="before")
    @classmethod
    def _ook_als_tekst(cls, ruw: Any) -> Any:
        return {"tekst": ruw} if isinstance(ruw, str) else ruw


class Afspraakwijziging(Waarde):
    """A change in how far an agreement is.

    Args:
        stand: what it became.
        op: day.
        door: medewerker id, when known.
        toelichting: how it went.
    """

    stand: Afspraakstand
    op: date
    door: str | None = None
    toelichting: str = ""


class Afspraak(Passage):
    """An agreement in the plan (Z-12): what, by whom, until when, and how far it is.

    Args:
        nummer: number in the plan; 0 = not numbered yet.
        wat: the action.
        wie: its owner.
        tot: day on which it must be done.
        doel: number of the goal that it serves.
        stand: how far it is.
        verloop: earlier changes, the oldest first.
    """

    nummer: int = Field(default=0, ge=0)
    wat: str
    wie: str
    tot: date | None = None
    doel: int | None = Field(default=None, ge=1)
    stand: Afspraakstand = Afspraakstand.AFGESPROKEN
    verloop: tuple[Afspraakwijziging, ...] = ()

    def te_laat(self, dag: date) -> bool:
        """Tell whether it should have been done before a day, and is not."""
        return self.tot is not None and self.tot < dag and not self.stand.is_klaar


class Oplossing(Passage):
    """A part of the arrangement (W-21, W-23): what helps, and where it comes from."""

    wat: str
    soort: Oplossingsoort


class Stem(Passage):
    """What one party brought in (Z-10, D-16).

    Args:
        wie: inwoner id, medewerker id, or the name of an outside party.
        rol: as what.
        tekst: in that party's own words.
    """

    wie: str
    rol: Planrol = Planrol.INWONER
    tekst: str


class Gezinslid(Passage):
    """How it goes with one member of the household (B-59)."""

    wie: str
    tekst: str


class Taakveld(Passage):
    """What the plan says on one task field, or that it does not matter here (B-59)."""

    veld: str
    tekst: str


class Deelnemer(Passage):
    """Who takes part in the plan; a reference by itself is a resident.

    Args:
        nummer: number in the plan; 0 = not numbered yet.
        wie: inwoner id, medewerker id, or the name of an outside party.
        rol: as what.
    """

    nummer: int = Field(default=0, ge=0)
    wie: str = Field(min_length=1)
    rol: Planrol = Planrol.INWONER

    @model_validator(mode="before")
    @classmethod
    def _ook_als_tekst(cls, ruw: Any) -> Any:
        return {"wie": ruw} if isinstance(ruw, str) else ruw


class Handtekening(Waarde):
    """A signature under one version, or that it did not come (B-26).

    Args:
        wie: who; as in :class:`Deelnemer`.
        uitkomst: signed, refused, or not reached.
        op: day.
        wijze: ``PAPIER`` or ``DIGITAAL``; empty when it is not known.
        reden: why not; only without a signature.
    """

    wie: str
    uitkomst: Tekenuitkomst = Tekenuitkomst.GETEKEND
    op: date
    wijze: str = Field(default="", pattern="^(PAPIER|DIGITAAL)?$")
    reden: str = ""


class Reactie(Waarde):
    """What a resident said of one version (S-18).

    Args:
        wie: inwoner id.
        stand: offered, agreed, or with remarks.
        op: day.
        tijd: time of day, when it is known.
        kanaal: the road along which it came.
        opmerkingen: the remarks as they came.
        vastgelegd_op: instant at which it was recorded, UTC.
    """

    wie: str = "client"
    stand: Akkoord
    op: date
    tijd: str | None = Field(default=None, pattern=r"^([01]\d|2[0-3]):[0-5]\d$")
    kanaal: Kanaal | None = None
    opmerkingen: str = ""
    vastgelegd_op: datetime | None = None


class Instemming(Waarde):
    """Whether a resident consents to the support (Z-23).

    Args:
        wie: inwoner id.
        stand: yes, no, or no answer.
        op: day.
        kanaal: the road along which it came.
        toelichting: why not, or what was tried.
    """

    wie: str = "client"
    stand: Instemmingstand
    op: date
    kanaal: Kanaal | None = None
    toelichting: str = ""


class Overeenstemming(Waarde):
    """Whether resident and gemeente agree on the arrangement; if not, on what not (W-23)."""

    bereikt: bool
    toelichting: str = ""


class Familiegroepsplan(Passage):
    """The own plan of a family and its circle (L-88).

    Args:
        aangeboden_op: day on which the family heard that it may make one.
        ontvangen_op: day on which it was handed in; ``None`` when the family made none.
        inhoud: the plan, in the words of the family.
        verwerkt: what this plan does with it.
    """

    aangeboden_op: date
    ontvangen_op: date | None = None
    inhoud: str = ""
    verwerkt: str = ""


class Kopie(Waarde):
    """A copy of one version that went to a resident (Z-11).

    Args:
        aan: inwoner id.
        op: day.
        wijze: ``POST``, ``UITGEREIKT`` or ``DIGITAAL``.
    """

    aan: str
    op: date
    wijze: str = Field(pattern="^(POST|UITGEREIKT|DIGITAAL)$")
