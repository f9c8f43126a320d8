"""What a hand-over changes in the regie over a household; nothing is read or stored here."""

from __future__ import annotations

from typing import Any

from toegang.domain.begrippen import Regiemodus, Zelfregie
from toegang.domain.overdracht import Overdracht, Overdrachtdeel
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.plugins.regiekeuze import OVERDRACHT

VELD = {
    Overdrachtdeel.REGIE: "regisseur",
    Overdrachtdeel.COORDINATIE: "coordinatie",
    Overdrachtdeel.INDICATIEREGIE: "indicatieregie",
    Overdrachtdeel.CASEMANAGEMENT: "casemanager",
}
"""Which field of the regie a part is."""


def na_overdracht(overdracht: Overdracht, regie: Regietoewijzing, zelf: Zelfregie) -> Regietoewijzing:
    """Return the regie as it is after a hand-over.

    The first contact goes with the regisseur, and so does what the old regisseur coordinated or managed. Regie on
    the indication never moves along (B-41).

    Args:
        overdracht: what was offered.
        regie: the regie now.
        zelf: how far the household can steer itself; decides the mode when a resident hands back.
    """
    tekst = f"{overdracht.deel.capitalize()} gaat van {overdracht.van} naar {overdracht.naar}."
    reden = Reden(
        code=f"{OVERDRACHT}_{overdracht.reden or 'AFGESPROKEN'}", tekst=tekst, toelichting=overdracht.toelichting
    )
    velden: dict[str, Any] = {"reden": reden}
    if overdracht.deel is not Overdrachtdeel.REGIE:
        return regie.gewijzigd(**velden, **{VELD[overdracht.deel]: overdracht.naar})
    if overdracht.naar_inwoner:
        coordinatie = None if regie.coordinatie == regie.regisseur else regie.coordinatie
        velden |= {"modus": Regiemodus.ZELF, "inwoner": overdracht.naar, "regisseur": None, "casemanager": None}
        return regie.gewijzigd(**velden, coordinatie=coordinatie, grond="HUISHOUDEN_KAN_ZELF")
    mee = {rol: overdracht.naar for rol in ("coordinatie", "casemanager") if getattr(regie, rol) == overdracht.van}
    modus = regie.modus
    if modus is Regiemodus.ZELF:
        modus = Regiemodus.GECOACHT if zelf is Zelfregie.KAN_NIET else Regiemodus.ONDERSTEUND
        mee = {"coordinatie": overdracht.naar, "grond": str(zelf)}
    velden |= {"modus": modus, "inwoner": None, "regisseur": overdracht.naar}
    return regie.gewijzigd(**{**velden, **mee, "eerste_aanspreekpunt": overdracht.naar})
