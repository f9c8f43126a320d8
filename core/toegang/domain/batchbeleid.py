"""What a gemeente wants of a batch of letters (``[batch]`` in ``organisatie.toml``)."""

from __future__ import annotations

from pydantic import Field

from toegang.domain.waarde import Waarde


class Batchbeleid(Waarde):
    """How a gemeente makes letters by the batch. None of it is law: the defaults are ours, a gemeente sets its own.

    Args:
        tweede_persoon: who approves is another person than who froze the batch.
        steekproef: number of letters to look at, besides one of every template; 0 = none.
        zelfde_brief_dagen: a letter of the same kind in so many days is held.
        brp_hoogstens_dagen: BRP data older than this are named.
        dubbelzijdig: printed on both sides.
        vellen_c5: most sheets in a C5 envelope; more go in C4.
        brieven_per_deel: most letters in one file of the print run.
        letter_seconden: longest time that one letter may take to make.
    """

    tweede_persoon: bool = False
    steekproef: int = Field(default=3, ge=0, le=100)
    zelfde_brief_dagen: int = Field(default=7, ge=0, le=365)
    brp_hoogstens_dagen: int = Field(default=90, ge=1)
    dubbelzijdig: bool = True
    vellen_c5: int = Field(default=3, ge=1)
    brieven_per_deel: int = Field(default=500, ge=1)
    letter_seconden: int = Field(default=120, ge=1)
