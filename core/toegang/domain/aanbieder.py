"""A provider as the gemeente knows it: contracts, relation, quality (B-72, D-20). No personal data."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from pydantic import Field, model_validator

from toegang.domain.beleid import Sleutel
from toegang.domain.levering import Kenmerktekst
from toegang.domain.waarde import Waarde


class Kwaliteitsoordeel(StrEnum):
    """What a quality check found."""

    VOLDOENDE = "VOLDOENDE"
    VERBETERING_NODIG = "VERBETERING_NODIG"
    ONVOLDOENDE = "ONVOLDOENDE"


class Contactsoort(StrEnum):
    """Kinds of contact with a provider."""

    CONTRACTGESPREK = "CONTRACTGESPREK"
    WERKBEZOEK = "WERKBEZOEK"
    KLACHT = "KLACHT"
    OVERLEG = "OVERLEG"


class Contract(Waarde):
    """A contract, or a line of one.

    Args:
        nummer: its number.
        producten: product ids it covers; empty = all.
        geldig_van: first day.
        geldig_tot: last day; ``None`` when it goes on.
        start_binnen_dagen: agreed number of days between assignment and start; ``None`` = none agreed.
    """

    nummer: Kenmerktekst
    producten: tuple[Sleutel, ...] = ()
    geldig_van: date
    geldig_tot: date | None = None
    start_binnen_dagen: int | None = Field(default=None, ge=0, le=365)

    @model_validator(mode="after")
    def _op_volgorde(self) -> Contract:
        if self.geldig_tot is not None and self.geldig_tot < self.geldig_van:
            raise ValueError("het contract eindigt voor het begint")
        return self

    def dekt(self, product: str, op: date) -> bool:
        """Tell whether it covers a product on a day."""
        in_tijd = self.geldig_van <= op and (self.geldig_tot is None or op <= self.geldig_tot)
        return in_tijd and (not self.producten or product in self.producten)


class Kwaliteitstoets(Waarde):
    """A quality check of a provider.

    Args:
        op: day.
        door: medewerker id.
        oordeel: what was found.
        stuk: reference of the report; no free text, because this is not kept per dossier.
        opnieuw_op: day on which somebody looks again.
    """

    op: date
    door: str
    oordeel: Kwaliteitsoordeel
    stuk: Kenmerktekst | None = None
    opnieuw_op: date | None = None


class Relatiecontact(Waarde):
    """A contact with a provider; what was said is in the paper with that reference."""

    op: date
    door: str
    soort: Contactsoort
    stuk: Kenmerktekst | None = None


class Aanbieder(Waarde):
    """A provider.

    Args:
        id: key.
        naam: name of the organisation.
        agb_code: its code in message traffic, eight digits; empty when not known.
        postadres: where letters go: street or box, then postcode and place; empty when not known.
        relatiebeheerder: medewerker id of who keeps the relation.
        contracten: contracts.
        toetsen: quality checks, in order.
        contacten: contacts, in order.
    """

    id: Sleutel
    naam: str = Field(min_length=1, max_length=80)
    agb_code: str = Field(default="", pattern=r"^(\d{8})?$")
    postadres: tuple[str, ...] = Field(default=(), max_length=3)
    relatiebeheerder: str = Field(default="", pattern=r"^([A-Za-z]+-\d+)?$")
    contracten: tuple[Contract, ...] = ()
    toetsen: tuple[Kwaliteitstoets, ...] = ()
    contacten: tuple[Relatiecontact, ...] = ()

    def contract(self, product: str, op: date) -> Contract | None:
        """Return the first contract that covers a product on a day, or ``None``."""
        return next((item for item in self.contracten if item.dekt(product, op)), None)
