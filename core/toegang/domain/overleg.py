"""Professionals who speak with each other about a zaak: intervisie (S-12), or an overleg (B-22)."""

from __future__ import annotations

from pydantic import Field

from toegang.domain.waarde import Waarde


class Overleg(Waarde):
    """Who spoke with whom, and whether the resident was there.

    Args:
        deelnemers: medewerker ids; two at least.
        inwoner_erbij: the resident, or who speaks for the resident, took part.
        protocol: reference of the safety protocol under which was spoken without the resident (B-22).
        tweede_nodig: outcome of an intervisie: a second consulent is needed (S-12); ``None`` for an overleg.
    """

    deelnemers: tuple[str, ...] = Field(min_length=2)
    inwoner_erbij: bool = False
    protocol: str = Field(default="", pattern=r"^[A-Za-z0-9][A-Za-z0-9 ./-]{1,60}$|^$")
    tweede_nodig: bool | None = None
