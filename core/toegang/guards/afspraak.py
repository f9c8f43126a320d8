"""Rules on an appointment with a resident; checked when it is planned."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Kanaal
from toegang.domain.gespreksafspraak import Plaats
from toegang.guards.contexten_gesprek import AfspraakToets
from toegang.guards.register import Moment, Regelsoort, regel

_DIGITAAL = frozenset({Kanaal.WEBFORMULIER, Kanaal.EMAIL, Kanaal.MIJN_INKOMEN})


@regel("S-2", Regelsoort.ORGANISATIE, Moment.AFSPRAAK, "Een afspraak komt na contact online en per telefoon.")
def eerst_click_en_call(t: AfspraakToets) -> Iterable[str]:
    """S-2: people meet only after click and call, or with a recorded reason."""
    if not t.afspraak.plaats.is_face or t.afspraak.direct is not None:
        return
    stappen = (("online", _DIGITAAL), ("per telefoon", frozenset({Kanaal.TELEFOON})))
    if mist := [naam for naam, kanalen in stappen if kanalen.isdisjoint(t.kanalen)]:
        yield f"er was nog geen contact {' en '.join(mist)}; zorg daar eerst voor, of zeg met --direct waarom niet"


@regel("B-39", Regelsoort.ORGANISATIE, Moment.AFSPRAAK, "Een huisbezoek plant de consulent, niet de administratie.")
def consulent_plant_huisbezoek(t: AfspraakToets) -> Iterable[str]:
    """B-39: planning home visits is no task of the administratie."""
    functie = t.beeld.organisatie.functie(t.planner.functie)
    if t.afspraak.plaats is Plaats.THUIS and (functie is None or not functie.beoordeelt):
        yield f"{t.planner.medewerker} plant dit huisbezoek en is geen consulent"
