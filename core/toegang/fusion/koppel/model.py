"""The model of chances: how often records of one person agree, and of two; data, not code."""

from __future__ import annotations

import tomllib
from datetime import date
from functools import lru_cache
from itertools import pairwise

from pydantic import Field, model_validator

from toegang.domain.gegevens import GEGEVENSMAP
from toegang.domain.waarde import Waarde

BESTAND = "koppelmodel.toml"


class Niveau(Waarde):
    """One outcome of a comparison.

    Args:
        sql: when it holds; ``ELSE`` for the last.
        woorden: what it says, in Dutch.
        m: share of pairs of one person for which it holds.
        u: share of pairs of two persons for which it holds.
        leeg: it says nothing: one of the two is not known.
        sluit_uit: with this outcome the two are never proposed as one person, whatever else agrees.
    """

    sql: str
    woorden: str
    m: float | None = Field(default=None, gt=0, le=1)
    u: float | None = Field(default=None, gt=0, le=1)
    leeg: bool = False
    sluit_uit: bool = False


class Vergelijking(Waarde):
    """What is compared.

    Args:
        naam: key.
        woord: Dutch word for it.
        niveaus: the outcomes, the most special first.
    """

    naam: str
    woord: str
    niveaus: tuple[Niveau, ...] = Field(alias="niveau", min_length=2)


class Koppelmodel(Waarde):
    """A model.

    Args:
        geldig_van: first day on which it is used.
        waarschijnlijk: chance from which a pair is ``WAARSCHIJNLIJK``.
        mogelijk: chance from which it is ``MOGELIJK``; below it nothing is proposed.
        deel_dubbel: share of the records without BSN that has another record, when the numbers do not tell.
        blokken: which pairs are looked at, as conditions on ``l`` and ``r``.
        vergelijkingen: what is compared.
        leer: learn m and u from the data itself (unsupervised EM) on these conditions; empty = use what stands here.
    """

    geldig_van: date
    waarschijnlijk: float = Field(gt=0, lt=1)
    mogelijk: float = Field(gt=0, lt=1)
    deel_dubbel: float = Field(gt=0, lt=1)
    blokken: tuple[str, ...] = Field(min_length=1)
    vergelijkingen: tuple[Vergelijking, ...] = Field(alias="vergelijking", min_length=1)
    leer: tuple[str, ...] = ()

    @model_validator(mode="after")
    def _oplopend(self) -> Koppelmodel:
        grenzen = (self.mogelijk, self.waarschijnlijk)
        if any(laag > hoog for laag, hoog in pairwise(grenzen)):
            raise ValueError("'mogelijk' hoort onder 'waarschijnlijk' te liggen")
        return self


@lru_cache(maxsize=1)
def standaardmodel() -> Koppelmodel:
    """Return the packaged model (``data/koppelmodel.toml``)."""
    ruw = tomllib.loads((GEGEVENSMAP / BESTAND).read_text("utf-8"))
    return Koppelmodel.model_validate(ruw)
