"""Who does what after the decision: ``[nazorg]`` in ``organisatie.toml``."""

from __future__ import annotations

from toegang.domain.beleid import OpenVerwijzing, Sleutel
from toegang.domain.waarde import Waarde

JA = "ja"


class Nazorgbeleid(Waarde):
    """Who does what after the decision. What is left out falls to nobody in particular.

    Args:
        levering_rol: functie that checks whether the help is really delivered (B-44).
        levering_na_dagen: so many days after dispatch, or after the first day if that is later, it looks.
        voortgang_rol: functies that guard the progress of all files (B-46).
        kwaliteit_rol: functies that judge the quality of providers (B-51, D-20).
        factuur_rol: functie that handles invoices and claims (D-21).
        monitor_rol: functies that follow a meervoudige zaak (D-22).
        contract_rol: functies that keep contracts and relations with providers (B-72).
        afloop_rol: functie that hears, besides the resident, that an indication ends (B-51).
        afloop_als: whether it does: ``ja`` or ``nee``, for the gemeente to say; ``None`` = yes.
    """

    levering_rol: Sleutel | None = None
    levering_na_dagen: int | OpenVerwijzing | None = None
    voortgang_rol: tuple[Sleutel, ...] = ()
    kwaliteit_rol: tuple[Sleutel, ...] = ()
    factuur_rol: Sleutel | None = None
    monitor_rol: tuple[Sleutel, ...] = ()
    contract_rol: tuple[Sleutel, ...] = ()
    afloop_rol: Sleutel | None = None
    afloop_als: str | None = None

    @property
    def afloop_ontvanger(self) -> str | None:
        """Functie that hears of an ending indication; ``None`` = the resident only."""
        gewenst = self.afloop_als is None or self.afloop_als.casefold() == JA
        return self.afloop_rol if gewenst else None
