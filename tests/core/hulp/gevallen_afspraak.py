"""Cases for the rules on an appointment."""

from datetime import date

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Kanaal, Wet
from toegang.domain.gespreksafspraak import Directreden, Gespreksafspraak
from toegang.guards.contexten_gesprek import AfspraakToets
from toegang.guards.register import Moment

AFSPRAAK = Moment.AFSPRAAK
BEIDE = frozenset({Kanaal.WEBFORMULIER, Kanaal.TELEFOON})


def toets(regel, *, kanalen=BEIDE, planner=None, **anders):
    vast = {
        "id": "AF-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "op": date(2026, 3, 12),
        "tijd": "10:00",
        "plaats": "THUIS",
        "met": "P-1",
        "gepland_door": "P-1",
        "gepland_op": date(2026, 3, 3),
    }
    afspraak = Gespreksafspraak.model_validate({**vast, **anders})
    return AfspraakToets(b.zaak(Wet.WMO), afspraak, planner or b.behandelaar("P-1"), kanalen, b.beeld(regel))


@mis("S-2", AFSPRAAK, "er was nog geen contact online en per telefoon")
def meteen_op_bezoek():
    return toets("S-2", kanalen=frozenset({Kanaal.BALIE}))


@mis("S-2", AFSPRAAK, "er was nog geen contact online; zorg daar eerst voor")
def alleen_gebeld():
    return toets("S-2", kanalen=frozenset({Kanaal.TELEFOON}), plaats="KANTOOR")


@goed("S-2", AFSPRAAK)
def na_click_en_call():
    return toets("S-2")


@goed("S-2", AFSPRAAK)
def met_een_reden():
    return toets("S-2", kanalen=frozenset(), direct=Directreden.NIET_DIGITAAL)


@goed("S-2", AFSPRAAK)
def bellen_is_geen_bezoek():
    return toets("S-2", kanalen=frozenset(), plaats="TELEFONISCH")


@mis("B-39", AFSPRAAK, "P-7 plant dit huisbezoek en is geen consulent")
def administratie_plant():
    return toets("B-39", planner=b.behandelaar("P-7", "midoffice"))


@goed("B-39", AFSPRAAK)
def administratie_plant_op_kantoor():
    return toets("B-39", planner=b.behandelaar("P-7", "midoffice"), plaats="KANTOOR")


@goed("B-39", AFSPRAAK)
def consulent_plant():
    return toets("B-39")
