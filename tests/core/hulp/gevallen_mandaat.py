"""Cases for the rules on the mandate register, delegation, and who may decide for whom."""

from datetime import date, timedelta

import bouwers as b
from gevallen import goed, mis
from gevallen_besluit import MET_INSTEMMING, toets

from toegang.domain.begrippen import Problematiek, Werkgeversoort, Wet
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_besluit import MandaatregisterToets
from toegang.guards.register import Moment

BESLUIT, REGISTER = Moment.BESLUIT, Moment.MANDAATREGISTER
BV, GR, AANBIEDER = Werkgeversoort.OVERHEIDS_BV, Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING, Werkgeversoort.AANBIEDER
GISTEREN = b.DAG - timedelta(days=1)
DELEGATIE = {
    "id": "DEL-1",
    "naar": "het dagelijks bestuur van Regio Proef",
    "werkgever": "regio",
    "wetten": ["PARTICIPATIEWET"],
    "wettelijke_grondslag": "Wgr artikel 30",
    "besluit": "Delegatiebesluit Regio Proef 2020",
    "vindplaats": "het gemeenteblad van 2020",
    "geldig_van": date(2020, 1, 1),
}
WERKGEVERS = [
    {"id": "gemeente", "naam": "Gemeente Proefdorp", "soort": "GEMEENTE"},
    {"id": "regio", "naam": "Regio Proef", "soort": "GEMEENSCHAPPELIJKE_REGELING"},
]


def register(*mandaten, werkgevers=None, delegatie=()):
    """Give a register that is judged on the day of the builders."""
    rijen = [dict(item) for item in mandaten]
    orgaan = {"bestuursorgaan": ORGANEN} if delegatie else {}
    beeld = b.beeld(mandaat=rijen, delegatie=list(delegatie), werkgever=WERKGEVERS, **orgaan)
    return MandaatregisterToets(b.DAG, beeld, werkgevers or {})


REGIO = {
    "naam": "het dagelijks bestuur van Regio Proef",
    "wetten": ["PARTICIPATIEWET"],
    "werkgever": "regio",
    "postadres": "Postbus 9, 1234 AB Proefstad",
    "digitaal_bezwaar": "www.regio.example/bezwaar",
}
ORGANEN = [{"naam": "het college"}, REGIO]


def in_eigen_naam(*mandaten, werkgevers=None, delegatie=(DELEGATIE,)):
    """Give a register where a joint arrangement decides in its own name on the Participatiewet."""
    rijen = [dict(item) for item in mandaten]
    beeld = b.beeld(mandaat=rijen, delegatie=list(delegatie), werkgever=WERKGEVERS, bestuursorgaan=ORGANEN)
    return MandaatregisterToets(b.DAG, beeld, werkgevers or {})


def besluit_van_de_regio(soort):
    """Give a decision on the Participatiewet in the name of the joint arrangement, on an entry without consent."""
    wie = b.behandelaar("P-9", "midoffice", soort)
    basis = toets(wet=Wet.PARTICIPATIEWET, mandaat=b.mandaat(), beslisser=wie)
    beeld = b.beeld(werkgever=WERKGEVERS, bestuursorgaan=ORGANEN)
    return BesluitToets(**{**vars(basis), "beeld": beeld})


@mis("L-21", BESLUIT, "P-9 is niet ondergeschikt aan het dagelijks bestuur van Regio Proef; bij mandaat MD-1 ontbreekt")
def gemeente_beslist_namens_de_regio():
    return besluit_van_de_regio(Werkgeversoort.GEMEENTE)


@goed("L-21", BESLUIT)
def de_regio_beslist_met_eigen_mensen():
    return besluit_van_de_regio(GR)


@mis(
    "L-21",
    REGISTER,
    "mandaat MD-1 is gegeven door het college, maar over PARTICIPATIEWET beslist het dagelijks bestuur",
)
def een_ander_geeft_wat_hij_niet_heeft():
    return in_eigen_naam(b.mandaat(gever="het college", wetten=["PARTICIPATIEWET"]))


@goed("L-21", REGISTER)
def het_orgaan_geeft_aan_eigen_mensen():
    mandaat = b.mandaat(gever="Dagelijks bestuur van Regio Proef", wetten=["PARTICIPATIEWET"])
    return in_eigen_naam(mandaat, werkgevers={"midoffice": frozenset({GR})})


@mis("L-21", REGISTER, "functie 'midoffice' is in dienst van een ander (gemeente)")
def het_orgaan_geeft_aan_de_gemeente_zonder_instemming():
    return in_eigen_naam(
        b.mandaat(wetten=["PARTICIPATIEWET"]), werkgevers={"midoffice": frozenset({Werkgeversoort.GEMEENTE})}
    )


@mis("L-100", REGISTER, "mandaat MD-1 gaat over de Participatiewet, maar functie 'midoffice' werkt bij: overheids-BV")
def bijstand_bij_een_bv():
    return register(b.mandaat(**MET_INSTEMMING), werkgevers={"midoffice": frozenset({BV})})


@goed("L-100", REGISTER)
def bijstand_bij_een_regeling():
    return register(b.mandaat(**MET_INSTEMMING), werkgevers={"midoffice": frozenset({GR})})


@goed("L-100", REGISTER)
def een_bv_over_een_andere_wet():
    return register(b.mandaat(**{**MET_INSTEMMING, "wetten": ["WMO"]}), werkgevers={"midoffice": frozenset({BV})})


@mis(
    "L-1",
    REGISTER,
    "over PARTICIPATIEWET beslist het dagelijks bestuur van Regio Proef in eigen naam, maar er staat geen",
)
def eigen_naam_zonder_delegatie():
    return in_eigen_naam(delegatie=())


@mis("L-1", REGISTER, "(delegatie DEL-1), maar het bestuursorgaan is het college")
def delegatie_zonder_orgaan():
    beeld = b.beeld(delegatie=[DELEGATIE], werkgever=WERKGEVERS, bestuursorgaan="het college")
    return MandaatregisterToets(b.DAG, beeld, {})


@goed("L-1", REGISTER)
def eigen_naam_met_delegatie():
    return in_eigen_naam()


def met_delegatie(wet=Wet.PARTICIPATIEWET, **beslisser):
    """Give a decision in a gemeente that delegated the Participatiewet."""
    basis = toets(wet=wet, beslisser=b.behandelaar("P-9", "midoffice", **beslisser))
    beeld = b.beeld(delegatie=[DELEGATIE], werkgever=WERKGEVERS)
    return BesluitToets(**{**vars(basis), "beeld": beeld})


@mis("L-21", BESLUIT, "P-9 is niet in dienst van de gemeente; bij mandaat MD-1 ontbreekt de instemming")
def regeling_beslist_zonder_instemming():
    return toets(mandaat=b.mandaat(), beslisser=b.behandelaar("P-9", "midoffice", GR))


@mis("L-21", BESLUIT, "ontbreekt de instemming van de gemandateerde en van zijn werkgever")
def alleen_de_werkgever_stemt_in():
    mandaat = b.mandaat(instemming_werkgever="brief 2")
    return toets(mandaat=mandaat, beslisser=b.behandelaar("P-9", "midoffice", GR))


@goed("L-21", BESLUIT)
def regeling_beslist_met_instemming():
    return toets(beslisser=b.behandelaar("P-9", "midoffice", GR))


@mis("L-92", BESLUIT, "bij mandaat MD-1 ontbreekt de instemming")
def regeling_beslist_over_jeugd_zonder_instemming():
    return toets(wet=Wet.JEUGDWET, mandaat=b.mandaat(), beslisser=b.behandelaar("P-9", "midoffice", GR))


@goed("L-92", BESLUIT)
def regeling_beslist_over_jeugd_met_instemming():
    return toets(wet=Wet.JEUGDWET, beslisser=b.behandelaar("P-9", "midoffice", GR))


@mis("L-62", BESLUIT, "mandaat MD-1 aan een aanbieder noemt artikel 2.6.3 niet")
def aanbieder_op_een_ander_artikel():
    mag = ("W-9", b.eigen_regel(lijsten={"mandaat_aan": (AANBIEDER,)}))
    mandaat = b.mandaat(**{**MET_INSTEMMING, "artikel": "Awb, artikel 10:3"})
    return toets(mag, mandaat=mandaat, beslisser=b.behandelaar("P-9", "midoffice", AANBIEDER))


@goed("L-62", BESLUIT)
def aanbieder_op_het_artikel_van_de_wmo():
    mag = ("W-9", b.eigen_regel(lijsten={"mandaat_aan": (AANBIEDER,)}))
    return toets(mag, beslisser=b.behandelaar("P-9", "midoffice", AANBIEDER))


@mis("L-23", BESLUIT, "over PARTICIPATIEWET beslist het dagelijks bestuur van Regio Proef (delegatie DEL-1)")
def gemeente_beslist_wat_zij_delegeerde():
    return met_delegatie()


@goed("L-23", BESLUIT)
def wie_het_kreeg_beslist():
    return met_delegatie(soort=GR)


@goed("L-23", BESLUIT)
def over_een_andere_wet_beslist_de_gemeente():
    return met_delegatie(Wet.WMO)


def alleen(problematiek=Problematiek.ENKELVOUDIG, soort=Werkgeversoort.GEMEENTE, route=None, regels=()):
    """Give a decision by the one who also assessed."""
    wie = b.behandelaar("P-1", "consulent", soort)
    basis = toets(*regels, route=route, beoordelaar=wie, beslisser=wie)
    return BesluitToets(**{**vars(basis), "zaak": basis.zaak.gewijzigd(problematiek=problematiek)})


@mis("W-6", BESLUIT, "de vraag is meervoudig; wie beoordeelde (P-1) beslist er niet ook over")
def een_mens_over_een_meervoudige_vraag():
    return alleen(Problematiek.MEERVOUDIG)


@mis("W-6", BESLUIT, "P-1 beoordeelt en beslist, maar is niet in dienst van de gemeente")
def een_mens_van_een_regeling():
    return alleen(soort=GR)


@mis("W-6", BESLUIT, "P-9 toetste het voorstel, en de besluitroute vraagt dat een ander beslist")
def wie_toetste_beslist_waar_de_route_drie_mensen_vraagt():
    return toets(route={"toets_door_ander": True}, toetser=b.behandelaar("P-9", "midoffice"))


@goed("W-6", BESLUIT)
def wie_toetste_beslist_waar_de_route_dat_toelaat():
    return toets(toetser=b.behandelaar("P-9", "midoffice"))


@goed("W-6", BESLUIT)
def een_generalist_over_een_enkelvoudige_vraag():
    return alleen()


@mis("B-49", BESLUIT, "P-1 heeft de indicatie gesteld en mag er niet over beslissen")
def wie_beoordeelt_beslist_ook_met_vier_ogen():
    return alleen(route={"vier_ogen": True}, regels=("B-49",))


@goed("B-49", BESLUIT)
def met_vier_ogen_beslist_een_ander():
    return toets("B-49", route={"vier_ogen": True})


@goed("B-49", BESLUIT)
def zonder_vier_ogen_mag_het():
    return alleen(regels=("B-49",))


@mis("L-21", REGISTER, "mandaat MD-1 noemt geen bron")
def mandaat_zonder_bron():
    return register(b.mandaat(bron=" "))


@mis("L-21", REGISTER, "mandaat MD-2 rust op 'MD-1', en dat staat niet in het register")
def ondermandaat_zonder_grond():
    return register(b.mandaat(id="MD-2", ondermandaat_van="MD-1"))


@mis("L-21", REGISTER, "mandaat MD-2 rust op 'MD-1', en dat mag niet worden doorgegeven")
def ondermandaat_dat_niet_mag():
    return register(b.mandaat(), b.mandaat(id="MD-2", functie="consulent", ondermandaat_van="MD-1"))


@mis("L-21", REGISTER, f"en dat eindigde op {GISTEREN.isoformat()}")
def ondermandaat_op_een_mandaat_dat_gisteren_eindigde():
    boven = b.mandaat(ondermandaat=True, geldig_tot=GISTEREN)
    return register(boven, b.mandaat(id="MD-2", functie="consulent", ondermandaat_van="MD-1"))


@mis("L-21", REGISTER, "is ruimer dan 'MD-1' (bedrag)")
def ondermandaat_dat_ruimer_is():
    boven = b.mandaat(ondermandaat=True, max_bedrag_centen=100)
    onder = b.mandaat(id="MD-2", functie="consulent", ondermandaat_van="MD-1", max_bedrag_centen=101)
    return register(boven, onder)


@mis("L-21", REGISTER, "functie 'buurtcoach' is in dienst van een ander (overheids-BV)")
def bv_zonder_instemming():
    return register(b.mandaat(functie="buurtcoach", wetten=["WMO"]), werkgevers={"buurtcoach": frozenset({BV})})


@goed("L-21", REGISTER)
def bv_met_instemming_van_beide():
    mandaat = b.mandaat(functie="buurtcoach", wetten=["WMO"], **MET_INSTEMMING)
    return register(mandaat, werkgevers={"buurtcoach": frozenset({BV})})


@goed("L-21", REGISTER)
def geldig_ondermandaat():
    boven = b.mandaat(ondermandaat=True, max_bedrag_centen=100)
    onder = b.mandaat(id="MD-2", functie="consulent", ondermandaat_van="MD-1", max_bedrag_centen=100)
    return register(boven, onder)


@goed("L-21", REGISTER)
def wat_voorbij_is_telt_niet():
    return register(b.mandaat(geldig_tot=GISTEREN, bron=" "))


@mis("L-23", REGISTER, "delegatie DEL-1 noemt geen wet die haar toestaat")
def delegatie_zonder_wet():
    return register(delegatie=[{**DELEGATIE, "wettelijke_grondslag": ""}])


@mis("L-23", REGISTER, "delegatie DEL-1 gaat naar ondergeschikten")
def delegatie_naar_ondergeschikten():
    return register(delegatie=[{**DELEGATIE, "werkgever": "gemeente"}])


@mis("L-23", REGISTER, "noemt niet het delegatiebesluit en waar dat te vinden is")
def delegatie_zonder_vindplaats():
    return register(delegatie=[{**DELEGATIE, "vindplaats": ""}])


@goed("L-23", REGISTER)
def delegatie_die_klopt():
    return register(delegatie=[DELEGATIE])
