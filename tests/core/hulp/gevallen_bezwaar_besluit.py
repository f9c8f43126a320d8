"""Cases for the rules on the decision on an objection."""

from datetime import date, timedelta

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Hoorzitting, Horen, Inbreng, NietOntvankelijk, Onderdeel
from toegang.guards.contexten_nazorg import BezwaarbesluitToets
from toegang.guards.register import Moment

BEZWAARBESLUIT = Moment.BEZWAARBESLUIT
DAG = b.DAG
TOT = DAG + timedelta(days=42)
ZITTING = Hoorzitting(op=DAG + timedelta(days=30), door=("P-6",), stukken_vanaf=DAG + timedelta(days=23))
JURIST = b.behandelaar("P-7", "jurist")


def besluit(bezwaar=(), regels=(), **anders):
    """Give a decision that keeps every rule, until a test asks for something else."""
    feiten = {
        "id": "BZ-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "besluit_id": "BS-1",
        "ontvangen_op": DAG + timedelta(days=10),
        "bevestigd_op": DAG + timedelta(days=11),
        "hoorzitting": ZITTING,
        "inbreng": Inbreng(op=DAG + timedelta(days=20), door="P-1", tekst="De uren volgen uit het plan."),
    }
    vast = {
        "bezwaar": Bezwaar(**{**feiten, **dict(bezwaar)}),
        "besluit": b.besluit(),
        "uitkomst": Bezwaaruitkomst.ONGEGROND,
        "niet_ontvankelijk": None,
        "horen_afgezien": None,
        "beslist_door": JURIST,
        "voorbereid": frozenset({"P-1", "P-8", "P-9"}),
        "eigenaar": "jurist",
        "bezwaar_tot": TOT,
        "op": DAG + timedelta(days=60),
        "beeld": b.beeld(*regels),
        "mandaat": b.mandaat(soort="BEZWAAR", functie="jurist"),
    }
    return BezwaarbesluitToets(**{**vast, **anders})


def niet_ontvankelijk(waarom, bezwaar=(), **anders):
    return besluit(bezwaar, uitkomst=Bezwaaruitkomst.NIET_ONTVANKELIJK, niet_ontvankelijk=waarom, **anders)


GEBREK = {"ontbreekt": (Onderdeel.GRONDEN,)}
HERSTEL = {**GEBREK, "herstel_gevraagd_op": DAG + timedelta(days=12)}


@mis("L-25", BEZWAARBESLUIT, "kreeg geen termijn om het bezwaar te herstellen")
def vormgebrek_zonder_hersteltermijn():
    return niet_ontvankelijk(NietOntvankelijk.VORMGEBREK, GEBREK)


@mis("L-25", BEZWAARBESLUIT, "loopt nog tot en met 2026-05-01")
def hersteltermijn_loopt_nog():
    return niet_ontvankelijk(NietOntvankelijk.VORMGEBREK, {**HERSTEL, "herstel_tot": DAG + timedelta(days=60)})


@mis("L-25", BEZWAARBESLUIT, "er ontbreekt niets")
def vormgebrek_dat_er_niet_is():
    return niet_ontvankelijk(NietOntvankelijk.VORMGEBREK)


@goed("L-25", BEZWAARBESLUIT)
def hersteltermijn_is_voorbij():
    return niet_ontvankelijk(NietOntvankelijk.VORMGEBREK, {**HERSTEL, "herstel_tot": DAG + timedelta(days=59)})


LAAT = {"ontvangen_op": TOT + timedelta(days=1), "hoorzitting": None}


def laat(waarom=None, bezwaar=(), **anders):
    soort = {"uitkomst": Bezwaaruitkomst.NIET_ONTVANKELIJK, "niet_ontvankelijk": waarom} if waarom else {}
    return besluit({**LAAT, **dict(bezwaar)}, horen_afgezien=Horen.WIL_NIET, **soort, **anders)


@mis("L-27", BEZWAARBESLUIT, "niemand beoordeelde of dat te verontschuldigen is")
def te_laat_en_niet_beoordeeld():
    return laat()


@mis("L-27", BEZWAARBESLUIT, "wordt toch inhoudelijk beoordeeld")
def te_laat_zonder_reden_en_toch_behandeld():
    return laat(bezwaar={"verschoonbaar": False})


@mis("L-27", BEZWAARBESLUIT, "was op tijd")
def op_tijd_en_toch_te_laat_genoemd():
    return niet_ontvankelijk(NietOntvankelijk.TE_LAAT)


@mis("L-27", BEZWAARBESLUIT, "niet aan de inwoner te verwijten")
def te_verontschuldigen_en_toch_afgewezen():
    return laat(NietOntvankelijk.TE_LAAT, {"verschoonbaar": True})


@goed("L-27", BEZWAARBESLUIT)
def te_laat_zonder_reden():
    return laat(NietOntvankelijk.TE_LAAT, {"verschoonbaar": False})


@goed("L-27", BEZWAARBESLUIT)
def te_laat_met_reden():
    return laat(bezwaar={"verschoonbaar": True})


@goed("L-27", BEZWAARBESLUIT)
def op_tijd_gepost_en_binnen_een_week_ontvangen():
    return laat(bezwaar={"gepost_op": TOT, "ontvangen_op": TOT + timedelta(days=7)})


@mis("L-27", BEZWAARBESLUIT, "niemand beoordeelde")
def op_tijd_gepost_en_een_dag_te_laat_ontvangen():
    return laat(bezwaar={"gepost_op": TOT, "ontvangen_op": TOT + timedelta(days=8)})


@mis("L-29", BEZWAARBESLUIT, "de ontvangst is nog niet schriftelijk bevestigd")
def niet_bevestigd():
    return besluit({"bevestigd_op": None})


@goed("L-29", BEZWAARBESLUIT)
def bevestigd():
    return besluit()


@mis("L-33", BEZWAARBESLUIT, "er staat niet waarom dat niet hoefde")
def niet_gehoord():
    return besluit({"hoorzitting": None})


@mis("L-33", BEZWAARBESLUIT, "maar dat is de uitkomst niet")
def afgezien_om_een_andere_uitkomst():
    return besluit({"hoorzitting": None}, horen_afgezien=Horen.KENNELIJK_NIET_ONTVANKELIJK)


@mis("L-33", BEZWAARBESLUIT, "lagen niet uiterlijk op 2026-03-25 ter inzage")
def stukken_een_dag_te_laat_ter_inzage():
    return besluit({"hoorzitting": ZITTING.gewijzigd(stukken_vanaf=date(2026, 3, 26))})


@goed("L-33", BEZWAARBESLUIT)
def gehoord_met_de_stukken_een_week_ter_inzage():
    return besluit()


@goed("L-33", BEZWAARBESLUIT)
def inwoner_wil_niet_gehoord_worden():
    return besluit({"hoorzitting": None}, horen_afgezien=Horen.WIL_NIET)


@mis("L-27", BEZWAARBESLUIT, "het bezwaar blijft bewaard tot de termijn begint")
def het_besluit_is_nog_niet_bekend():
    return besluit(bezwaar_tot=None)


@mis("L-27", BEZWAARBESLUIT, "het besluit is er wel; wie alleen te vroeg was")
def te_vroeg_is_niet_zonder_besluit():
    return niet_ontvankelijk(NietOntvankelijk.GEEN_BESLUIT, te_vroeg=True)


@goed("L-27", BEZWAARBESLUIT)
def er_kwam_nooit_een_besluit():
    return niet_ontvankelijk(NietOntvankelijk.GEEN_BESLUIT, bezwaar_tot=None, besluit=None, te_vroeg=True)


@mis("L-21", BEZWAARBESLUIT, "functie 'jurist' heeft geen mandaat om op dit bezwaar te beslissen (staat er niet)")
def zonder_mandaat_op_het_bezwaar():
    return besluit(mandaat=None, waarom_niet="staat er niet")


@mis("L-21", BEZWAARBESLUIT, "heeft de instemming van de gemandateerde en van zijn werkgever niet")
def van_buiten_zonder_instemming():
    return besluit(beslist_door=b.behandelaar("P-7", "jurist", Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING))


@goed("L-21", BEZWAARBESLUIT)
def met_mandaat_op_het_bezwaar():
    return besluit()


@goed("L-21", BEZWAARBESLUIT)
def het_college_beslist_zelf():
    return besluit(mandaat=None, waarom_niet="staat er niet", door_orgaan=True)


@goed("L-22", BEZWAARBESLUIT)
def wie_besliste_legt_vast_wat_het_college_besliste():
    return besluit(beslist_door=b.behandelaar("P-9", "jurist"), door_orgaan=True)


@mis("L-22", BEZWAARBESLUIT, "P-9 nam zelf het besluit")
def beslisser_beslist_ook_op_het_bezwaar():
    return besluit(beslist_door=b.behandelaar("P-9", "jurist"))


@mis("L-22", BEZWAARBESLUIT, "wie hoort, werkte niet mee aan het eerste besluit; P-1 wel")
def gehoord_door_de_beoordelaar():
    return besluit({"hoorzitting": ZITTING.gewijzigd(door=("P-1",))})


@mis("L-22", BEZWAARBESLUIT, "P-8 wel")
def een_van_drie_die_hoorden_werkte_mee():
    return besluit({"hoorzitting": ZITTING.gewijzigd(door=("P-5", "P-6", "P-8"))})


@goed("L-22", BEZWAARBESLUIT)
def een_ander_beslist():
    return besluit()


@mis("B-50", BEZWAARBESLUIT, "functie 'consulent' handelt het bezwaar af, maar dat doet 'jurist'")
def consulent_handelt_af():
    return besluit(regels=("B-50",), beslist_door=b.behandelaar("P-7", "consulent"))


@mis("B-50", BEZWAARBESLUIT, "de consulent (P-1) leverde nog geen inbreng")
def zonder_inbreng_van_de_consulent():
    return besluit({"inbreng": None}, regels=("B-50",))


@goed("B-50", BEZWAARBESLUIT)
def wie_te_laat_is_vraagt_geen_inbreng():
    te_laat = {"inbreng": None, "verschoonbaar": False}
    return laat(NietOntvankelijk.TE_LAAT, te_laat, regels=("B-50",))


@goed("B-50", BEZWAARBESLUIT)
def eigenaar_handelt_af():
    return besluit(regels=("B-50",))
