"""Building blocks for a gemeente plugin: ``from toegang import bouwstenen``.

The standard answers and the parts they are made of, so that a plugin that differs in one step need not
repeat the others. All are pure functions of the values a hook gets.
"""

from __future__ import annotations

from toegang.plugins.casusteam import (
    bekenden,
    standaardteam,
    team_van_zaak,
    uitgebreid,
    vereis_route,
    wens_beoordelaar,
)
from toegang.plugins.keuze import Keuze, Wens, kies
from toegang.plugins.regelgids import geldend, reden
from toegang.plugins.regiekeuze import OVERDRACHT, modus_en_grond, standaardregie
from toegang.plugins.triage import (
    Bestemming,
    intakeloket,
    kan_meteen,
    ladder_doorlopen,
    loket_van,
    meteen_beantwoord,
    registratie_van,
    standaardintake,
    vereis_bestemming,
    voorliggend_veld,
    woont_elders,
)
from toegang.plugins.vasteweg import vaste_weg
from toegang.plugins.vormen import (
    PLAN_IS_BESCHIKKING,
    PLAN_VAN_AANPAK,
    alleen_algemeen,
    aparte_beschikking,
    bijlagen_voor,
    ondertekenaarfunctie,
    sjabloon_voor,
    standaardconcept,
    verdeel,
)

__all__ = [
    "OVERDRACHT",
    "PLAN_IS_BESCHIKKING",
    "PLAN_VAN_AANPAK",
    "Bestemming",
    "Keuze",
    "Wens",
    "alleen_algemeen",
    "aparte_beschikking",
    "bekenden",
    "bijlagen_voor",
    "geldend",
    "intakeloket",
    "kan_meteen",
    "kies",
    "ladder_doorlopen",
    "loket_van",
    "meteen_beantwoord",
    "modus_en_grond",
    "ondertekenaarfunctie",
    "reden",
    "registratie_van",
    "sjabloon_voor",
    "standaardconcept",
    "standaardintake",
    "standaardregie",
    "standaardteam",
    "team_van_zaak",
    "uitgebreid",
    "vaste_weg",
    "verdeel",
    "vereis_bestemming",
    "vereis_route",
    "voorliggend_veld",
    "wens_beoordelaar",
    "woont_elders",
]
