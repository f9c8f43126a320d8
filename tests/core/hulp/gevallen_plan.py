"""Cases for the rules on the plan of a household."""

from datetime import date, timedelta

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Akkoord, Besluitsoort, Kanaal, Plansoort, Problematiek, Wet
from toegang.domain.huishouden import Lid
from toegang.domain.plan import Planrecord
from toegang.domain.plandelen import (
    Afspraak,
    Afspraakstand,
    Deelnemer,
    Doel,
    Familiegroepsplan,
    Gezinslid,
    Handtekening,
    Instemming,
    Instemmingstand,
    Oplossing,
    Oplossingsoort,
    Overeenstemming,
    Planrol,
    Reactie,
    Stem,
    Taakveld,
    Tekenuitkomst,
)
from toegang.guards.contexten_plan import PlanbesluitToets, PlanreactieToets, PlanToets
from toegang.guards.register import Moment

PLAN, REACTIE, BESLUIT = Moment.PLAN, Moment.PLANREACTIE, Moment.PLANBESLUIT
LEDEN = (Lid(inwoner="I-1"), Lid(inwoner="I-2", rol="PARTNER"))
AFSPRAAK = Afspraak(nummer=1, wat="Boodschappen doen", wie="de buurman")
EENS = Overeenstemming(bereikt=True)
VELDEN = ("wmo", "veilig-thuis")
B59 = ("B-59", b.eigen_regel(lijsten={"taakvelden": VELDEN, "levensdomeinen": ("wonen",)}))
GEZIN = {
    "gezin": (Gezinslid(wie="I-1", tekst="Heeft pijn."), Gezinslid(wie="I-2", tekst="Helpt veel.")),
    "taakvelden": tuple(Taakveld(veld=veld, tekst="niet aan de orde") for veld in VELDEN),
    "doelen": (Doel(nummer=1, tekst="Veilig wonen.", domein="wonen"),),
}


def record(soort=Plansoort.ONDERSTEUNINGSPLAN, plan=None, **anders):
    vast = {"client_id": "I-1", "afspraken": (AFSPRAAK,), "overeenstemming": EENS}
    return Planrecord(plan=b.plan(soort=soort, **(plan or {})), **{**vast, **anders})


def toets(*regels, zaak=None, vorige=None, gesprek_op=b.DAG, gedeeld=(), coaches=(), **anders):
    return PlanToets(
        zaak=zaak or b.zaak(),
        leden=LEDEN,
        nieuw=record(**anders),
        beeld=b.beeld(*regels),
        vorige=vorige,
        gesprek_op=gesprek_op,
        gedeeld=frozenset(gedeeld),
        sprekers=frozenset({"I-1"}),
        coaches=coaches,
    )


def bij_besluit(*regels, soort=Besluitsoort.TOEKENNING, plan=None, zaak=None):
    return PlanbesluitToets(zaak or b.zaak(), soort, plan, b.beeld(*regels), frozenset({"I-1"}))


def gezinsplan(**anders):
    return record(Plansoort.GEZINSPLAN, **anders)


def teken(wie="I-1", uitkomst=Tekenuitkomst.GETEKEND, **anders):
    return Handtekening(wie=wie, uitkomst=uitkomst, op=b.DAG, **anders)


@mis("W-21", PLAN, "geen oplossing en geen afspraak")
def plan_zonder_oplossing_en_afspraak():
    return toets(afspraken=())


@mis("W-21", PLAN, "geen oplossing en geen afspraak")
def alleen_vervallen_afspraken_en_die_van_een_andere_zaak():
    weg = AFSPRAAK.gewijzigd(stand=Afspraakstand.VERVALLEN)
    elders = AFSPRAAK.gewijzigd(nummer=2, zaak_id="Z2026-000009")
    return toets(afspraken=(weg, elders))


@goed("W-21", PLAN)
def oplossing_zonder_afspraak():
    return toets(afspraken=(), oplossingen=(Oplossing(wat="De inloop", soort=Oplossingsoort.NETWERK),))


@mis("W-23", PLAN, "er staat niet of u het met de inwoner eens bent geworden")
def overeenstemming_niet_vastgelegd():
    return toets(overeenstemming=None)


@mis("W-23", PLAN, "er staat niet waarover")
def oneens_zonder_waarover():
    return toets(overeenstemming=Overeenstemming(bereikt=False))


@goed("W-23", PLAN)
def oneens_met_waarover():
    return toets(overeenstemming=Overeenstemming(bereikt=False, toelichting="De inwoner wil meer uren."))


@goed("W-23", PLAN)
def getekend_is_eens():
    return toets(overeenstemming=None, plan={"getekend_op": b.DAG})


@goed("W-23", PLAN)
def geaccordeerd_is_eens():
    return toets(overeenstemming=None, plan={"akkoord": Akkoord.GEACCORDEERD})


@mis("Z-12", PLAN, "het plan heeft geen afspraken")
def alleen_oplossingen():
    return toets("Z-12", afspraken=(), oplossingen=(Oplossing(wat="De inloop", soort=Oplossingsoort.NETWERK),))


@goed("Z-12", PLAN)
def met_afspraak():
    return toets("Z-12")


@mis("Z-11", PLAN, "nog geen gesprek vastgelegd")
def plan_zonder_gesprek():
    return toets("Z-11", gesprek_op=None)


@mis("Z-11", PLAN, "voor het gesprek van 2026-03-03")
def plan_voor_het_gesprek():
    return toets("Z-11", gesprek_op=b.DAG + timedelta(days=1))


@goed("Z-11", PLAN)
def plan_op_de_dag_van_het_gesprek():
    return toets("Z-11")


@mis("Z-14", PLAN, "dit huishouden heeft al een ondersteuningsplan; een plan van aanpak daarnaast kan niet")
def tweede_soort_plan():
    return toets("Z-14", vorige=record(), soort=Plansoort.PLAN_VAN_AANPAK)


@mis("Z-14", PLAN, "dit huishouden heeft al een gezinsplan")
def plan_voor_een_naast_het_gezinsplan():
    return toets("Z-14", vorige=record(Plansoort.GEZINSPLAN))


@goed("Z-14", PLAN)
def volgende_versie():
    return toets("Z-14", vorige=record())


@goed("Z-14", PLAN)
def het_plan_wordt_een_gezinsplan():
    return toets("Z-14", vorige=record(), soort=Plansoort.GEZINSPLAN)


@goed("Z-14", PLAN)
def eerste_plan():
    return toets("Z-14", soort=Plansoort.PLAN_VAN_AANPAK)


@mis("B-21", PLAN, "niemand van het huishouden staat bij de deelnemers")
def plan_zonder_huishouden():
    return toets("B-21", deelnemers=(Deelnemer(wie="P-1", rol=Planrol.CONSULENT),))


@goed("B-21", PLAN)
def partner_doet_mee():
    return toets("B-21", deelnemers=(Deelnemer(wie="I-2"),))


@mis("B-59", PLAN, "over gezinslid I-2 (partner) staat er niets")
def gezinslid_vergeten():
    return toets(B59, **{**GEZIN, "gezin": GEZIN["gezin"][:1]})


@mis("B-59", PLAN, "niet ingevuld: taakveld veilig-thuis")
def veilig_thuis_vergeten():
    return toets(B59, **{**GEZIN, "taakvelden": GEZIN["taakvelden"][:1]})


@mis("B-59", PLAN, "doel 1 heeft geen levensdomein uit de lijst: wonen")
def doel_buiten_de_systematiek():
    return toets(B59, **{**GEZIN, "doelen": (Doel(nummer=1, tekst="Rust."),)})


@goed("B-59", PLAN)
def hele_gezin_en_alle_velden():
    return toets(B59, **GEZIN)


@mis("D-16", PLAN, "de inbreng van de inwoner ontbreekt")
def plan_zonder_stem_van_de_inwoner():
    return toets("D-16", stemmen=(Stem(wie="P-1", rol=Planrol.CONSULENT, tekst="Dit moet."),))


@mis("D-16", PLAN, "de inbreng van de buurtcoach (P-4) ontbreekt")
def plan_zonder_stem_van_de_buurtcoach():
    return toets("D-16", inbreng="Ik wil rust.", coaches=("P-4",))


@goed("D-16", PLAN)
def beide_stemmen():
    stem = Stem(wie="P-4", rol=Planrol.BUURTCOACH, tekst="Ik help met de post.")
    return toets("D-16", inbreng="Ik wil rust.", coaches=("P-4",), stemmen=(stem,))


@goed("D-16", PLAN)
def zonder_coach_is_de_stem_van_de_inwoner_genoeg():
    return toets("D-16", stemmen=(Stem(wie="I-1", tekst="Ik wil rust."),))


def passage_van_een_andere_wet(**anders):
    doel = Doel(nummer=1, tekst="Naar school.", wet=Wet.JEUGDWET, over="I-2", zaak_id="Z2026-000001")
    return toets(doelen=(doel,), **anders)


@mis("L-68", PLAN, "I-2 gaf geen toestemming om gegevens van JEUGDWET te gebruiken voor WMO")
def andere_wet_zonder_toestemming():
    return passage_van_een_andere_wet()


@mis("L-68", PLAN, "I-2 gaf geen toestemming")
def toestemming_van_een_ander_of_voor_iets_anders():
    return passage_van_een_andere_wet(gedeeld=[("I-1", Wet.JEUGDWET), ("I-2", Wet.WGS)])


@goed("L-68", PLAN)
def andere_wet_met_toestemming():
    return passage_van_een_andere_wet(gedeeld=[("I-2", Wet.JEUGDWET)])


@goed("L-68", PLAN)
def deel_van_een_andere_zaak_blijft_staan():
    doel = Doel(nummer=1, tekst="Naar school.", wet=Wet.JEUGDWET, over="I-2", zaak_id="Z2026-000009")
    return toets(doelen=(doel,))


JEUGD = b.zaak(Wet.JEUGDWET)


@mis("L-88", PLAN, "er staat niet dat het gezin een eigen familiegroepsplan mocht maken")
def gezin_hoorde_er_niet_van():
    return toets(zaak=JEUGD)


@mis("L-88", PLAN, "er staat niet wat ermee is gedaan")
def familiegroepsplan_bleef_liggen():
    eigen = Familiegroepsplan(aangeboden_op=b.DAG, ontvangen_op=b.DAG, inhoud="Oma haalt hem op.")
    return toets(zaak=JEUGD, familiegroepsplan=eigen)


@goed("L-88", PLAN)
def gezin_maakte_er_geen():
    return toets(zaak=JEUGD, familiegroepsplan=Familiegroepsplan(aangeboden_op=b.DAG))


@goed("L-88", PLAN)
def familiegroepsplan_is_gebruikt():
    eigen = Familiegroepsplan(aangeboden_op=b.DAG, ontvangen_op=b.DAG, verwerkt="Doel 1 komt eruit.")
    return toets(zaak=JEUGD, familiegroepsplan=eigen)


@goed("L-88", PLAN)
def alleen_bij_jeugdhulp():
    return toets()


def reactie(*regels, stand=Akkoord.GEACCORDEERD, kanaal=Kanaal.WEBFORMULIER, tijd="14:30"):
    gegeven = Reactie(wie="I-1", stand=stand, op=date(2026, 3, 4), kanaal=kanaal, tijd=tijd)
    return PlanreactieToets(b.zaak(), gegeven, b.beeld(*regels))


@mis("S-18", REACTIE, "het kanaal van de reactie ontbreekt")
def reactie_zonder_kanaal():
    return reactie("S-18", kanaal=None)


@mis("S-18", REACTIE, "het tijdstip van de reactie ontbreekt")
def reactie_zonder_tijdstip():
    return reactie("S-18", tijd=None)


@goed("S-18", REACTIE)
def digitaal_geaccordeerd():
    return reactie("S-18")


@goed("S-18", REACTIE)
def per_brief_aangeboden():
    return reactie("S-18", stand=Akkoord.AANGEBODEN, kanaal=Kanaal.BRIEF, tijd=None)


MET_AANBIEDER = (Deelnemer(nummer=1, wie="I-1"), Deelnemer(nummer=2, wie="thuiszorg", rol=Planrol.AANBIEDER))
GETEKEND = {"getekend_op": b.DAG}


@mis("B-26", BESLUIT, "de handtekening van de hulpvrager ontbreekt")
def hulpvrager_tekende_niet():
    return bij_besluit("B-26", plan=gezinsplan())


@mis("B-26", BESLUIT, "de handtekening van deelnemer 2 (aanbieder) ontbreekt")
def betrokkene_tekende_niet():
    return bij_besluit("B-26", plan=gezinsplan(handtekeningen=(teken(),), plan=GETEKEND, deelnemers=MET_AANBIEDER))


@goed("B-26", BESLUIT)
def iedereen_tekende():
    tekens = (teken(), teken("thuiszorg"))
    return bij_besluit("B-26", plan=gezinsplan(handtekeningen=tekens, plan=GETEKEND, deelnemers=MET_AANBIEDER))


@goed("B-26", BESLUIT)
def weigering_met_reden_houdt_niets_op():
    tekens = (
        teken("I-1", Tekenuitkomst.NIET_BEREIKT, reden="Drie keer gebeld."),
        teken("thuiszorg", Tekenuitkomst.GEWEIGERD, reden="Tekent nooit."),
    )
    return bij_besluit("B-26", plan=gezinsplan(handtekeningen=tekens, deelnemers=MET_AANBIEDER))


@goed("B-26", BESLUIT)
def afwijzing_wacht_niet_op_handtekeningen():
    return bij_besluit("B-26", soort=Besluitsoort.AFWIJZING, plan=gezinsplan())


@goed("B-26", BESLUIT)
def ander_plan_dan_1gezin1plan():
    return bij_besluit("B-26", plan=record())


@mis("B-27", BESLUIT, "de vraag is meervoudig en het plan is geen 1Gezin1Plan")
def meervoudig_zonder_1gezin1plan():
    return bij_besluit("B-27", zaak=b.zaak(problematiek=Problematiek.MEERVOUDIG), plan=record())


@goed("B-27", BESLUIT)
def meervoudig_met_1gezin1plan():
    tekens = (teken(),)
    plan = gezinsplan(handtekeningen=tekens, plan=GETEKEND)
    return bij_besluit("B-27", zaak=b.zaak(problematiek=Problematiek.MEERVOUDIG), plan=plan)


@goed("B-27", BESLUIT)
def enkelvoudig_met_een_gewoon_plan():
    return bij_besluit("B-27", plan=record())


@mis("Z-23", BESLUIT, "de instemming van de inwoner ontbreekt")
def instemming_ontbreekt():
    return bij_besluit("Z-23", plan=record())


@mis("Z-23", BESLUIT, "de instemming van de inwoner ontbreekt")
def een_ander_stemde_in():
    return bij_besluit("Z-23", plan=record(instemmingen=(stem(Instemmingstand.JA, wie="I-2"),)))


@mis("Z-23", BESLUIT, "de inwoner stemde niet in, en er staat niet waarom")
def geen_reactie_zonder_uitleg():
    return bij_besluit("Z-23", plan=record(instemmingen=(stem(Instemmingstand.GEEN_REACTIE),)))


@goed("Z-23", BESLUIT)
def stemde_in():
    return bij_besluit("Z-23", plan=record(instemmingen=(stem(Instemmingstand.JA),)))


@goed("Z-23", BESLUIT)
def geen_reactie_houdt_het_besluit_niet_op():
    return bij_besluit(
        "Z-23", plan=record(instemmingen=(stem(Instemmingstand.GEEN_REACTIE, toelichting="Tweemaal gebeld."),))
    )


@goed("Z-23", BESLUIT)
def handtekening_is_instemming():
    return bij_besluit("Z-23", plan=record(plan=GETEKEND))


@goed("Z-23", BESLUIT)
def lijn_zonder_plan():
    return bij_besluit("Z-23")


def stem(stand, wie="I-1", toelichting=""):
    return Instemming(wie=wie, stand=stand, op=b.DAG, toelichting=toelichting)
