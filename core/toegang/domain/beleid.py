"""Policy parts of ``organisatie.toml``: routes, regie, verordeningen and contact details."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from toegang.domain.begrippen import Problematiek, Regiemodus, Wet
from toegang.domain.waarde import Waarde

Sleutel = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$")]
OpenVerwijzing = Annotated[str, Field(pattern=r"^open:[a-z0-9][a-z0-9_.-]*$")]


class Besluitroute(Waarde):
    """Who does what on the way to a decision; the route proposes, the mandate register allows.

    Args:
        wetten: acts; empty = all.
        problematiek: kinds; empty = both.
        voorstel_rol: functies that assess and propose.
        toets_rol: functie that checks lawfulness, or ``None``.
        besluit_rol: functie that decides.
        ondertekenaar_functie: functie that signs.
        verzend_rol: functie that sends.
        bezwaar_rol: functie that owns an objection.
        vier_ogen: signer and assessor must differ (B-49); never in general (W-6).
        bijlagen: annexes that belong to a grant, e.g. ``plan/plan-van-aanpak`` (D-18).
        toets_door_ander: who decides is not who checked; where the gemeente wants three people.
    """

    wetten: tuple[Wet, ...] = ()
    problematiek: tuple[Problematiek, ...] = ()
    voorstel_rol: tuple[Sleutel, ...]
    toets_rol: Sleutel | OpenVerwijzing | None = None
    besluit_rol: Sleutel | OpenVerwijzing
    ondertekenaar_functie: Sleutel | OpenVerwijzing
    verzend_rol: Sleutel | OpenVerwijzing
    bezwaar_rol: Sleutel | OpenVerwijzing
    vier_ogen: bool = False
    bijlagen: tuple[str, ...] = ()
    toets_door_ander: bool = False
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def mag_ineens(self, functie: str) -> bool:
        """Tell whether one person with this functie may propose and decide at once (W-6): no check, same functie."""
        return self.toets_rol is None and functie == self.besluit_rol and functie in self.voorstel_rol


class Regiebeleid(Waarde):
    """How regie is placed.

    Args:
        standaard: the mode unless something else is due.
        gronden_overname: grounds on which regie may be taken over (D-13).
        max_professionals: warn above so many workers in a household (W-15).
    """

    standaard: Regiemodus = Regiemodus.ZELF
    gronden_overname: tuple[str, ...] = ()
    max_professionals: int | OpenVerwijzing | None = None


class Regeling(Waarde):
    """A verordening that a decision cites (L-15), dated.

    Args:
        wet: the act it carries out.
        naam: citation title.
        geldig_van: first day.
        geldig_tot: last day.
        gebieden: only there; empty = in the whole gemeente. After a herindeling the old one goes on for its own area,
            at most two years (Wet arhi 28; F-1).
    """

    wet: Wet
    naam: str | OpenVerwijzing
    geldig_van: date | None = None
    geldig_tot: date | None = None
    gebieden: tuple[Sleutel, ...] = ()

    def geldt_op(self, op: date) -> bool:
        """Tell whether it is in force on a day."""
        return (self.geldig_van or date.min) <= op <= (self.geldig_tot or date.max)


class Contactgegevens(Waarde):
    """Where residents reach the gemeente; printed on every letter."""

    postadres: str | OpenVerwijzing
    telefoon: str | OpenVerwijzing
    website: str | OpenVerwijzing
    digitaal_bezwaar: str | OpenVerwijzing
