"""Cases for the rules on what comes after the decision."""

from datetime import date, timedelta

import bouwers as b
from gevallen import goed, mis

from toegang.domain.aanbieder import Aanbieder, Contract, Kwaliteitsoordeel, Kwaliteitstoets
from toegang.domain.begrippen import Problematiek, Voorzieningsoort, Wet
from toegang.domain.levering import Factuur, Levering, Leveringscontrole, Leveringstatus
from toegang.domain.monitoring import Monitoruitkomst
from toegang.guards.contexten_nazorg import (
    FactuurToets,
    HerindicatieToets,
    KwaliteitToets,
    LeveringToets,
    MonitoringToets,
    RapportToets,
    ToewijzingToets,
)
from toegang.guards.register import Moment

DAG = b.DAG
EINDE = DAG + timedelta(days=300)
ADMINISTRATIE = {"levering_rol": "midoffice"}


def beeld(*regels, **nazorg):
    return b.beeld(*regels, nazorg=nazorg)


def levering(**anders):
    vast = {
        "id": "LV-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "besluit_id": "BS-1",
        "status": Leveringstatus.GESTART,
        "product": "hulp-bij-het-huishouden",
        "ingangsdatum": DAG,
        "einddatum": EINDE,
        "toegewezen_op": DAG,
        "gestart_op": DAG,
    }
    return Levering(**{**vast, **anders})


def aanbieder(**anders):
    contract = Contract(nummer="C-1", geldig_van=date(2025, 1, 1), **anders)
    return Aanbieder(id="thuiszorg", naam="Thuiszorg Voorbeeld", contracten=(contract,))


# --- B-72 --------------------------------------------------------------------------------------------


def toewijzing(**contract):
    return ToewijzingToets(levering(), aanbieder(**contract), DAG, beeld("B-72"))


@mis("B-72", Moment.TOEWIJZING, "geen contract voor 'hulp-bij-het-huishouden'")
def contract_voor_een_ander_product():
    return toewijzing(producten=("rolstoel",))


@mis("B-72", Moment.TOEWIJZING, "geen contract")
def contract_is_gisteren_afgelopen():
    return toewijzing(geldig_tot=DAG - timedelta(days=1))


@mis("B-72", Moment.TOEWIJZING, "op 2026-04-01 geen contract")
def contract_geldt_op_de_toewijsdag_maar_niet_op_de_ingangsdag():
    laat = levering(ingangsdatum=date(2026, 4, 1))
    return ToewijzingToets(laat, aanbieder(geldig_tot=date(2026, 3, 31)), DAG, beeld("B-72"))


@goed("B-72", Moment.TOEWIJZING)
def contract_geldt():
    return toewijzing(producten=("rolstoel", "hulp-bij-het-huishouden"), geldig_tot=DAG)


# --- B-44 --------------------------------------------------------------------------------------------


def controle(functie):
    gezien = Leveringscontrole(op=DAG, door="P-1", geleverd=True)
    return LeveringToets(levering(), gezien, b.behandelaar(functie=functie), beeld("B-44", **ADMINISTRATIE))


@mis("B-44", Moment.LEVERING, "functie 'consulent' controleert of de hulp er is, maar dat doet 'midoffice'")
def consulent_controleert():
    return controle("consulent")


@goed("B-44", Moment.LEVERING)
def administratie_controleert():
    return controle("midoffice")


# --- B-68, D-21 --------------------------------------------------------------------------------------


def factuur(regel="B-68", functie="consulent", van=DAG, tot=DAG, akkoord=True, rol=None, **anders):
    regel_ = Factuur(nummer="F-1", van=van, tot=tot, centen=100, ontvangen_op=tot, door="P-1", akkoord=akkoord)
    nazorg = {"factuur_rol": rol} if rol else {}
    return FactuurToets(levering(**anders), regel_, b.behandelaar(functie=functie), beeld(regel, **nazorg))


@mis("B-68", Moment.FACTURATIE, "is niet gestart")
def factuur_zonder_start():
    return factuur(gestart_op=None, status=Leveringstatus.TOEGEWEZEN)


@mis("B-68", Moment.FACTURATIE, "is niet gestart")
def factuur_voor_hulp_die_er_niet_is():
    return factuur(status=Leveringstatus.NIET_GELEVERD)


@mis("B-68", Moment.FACTURATIE, "de levering pas op")
def factuur_van_voor_de_start():
    return factuur(van=DAG, gestart_op=DAG + timedelta(days=2))


@mis("B-68", Moment.FACTURATIE, "voor de ingangsdatum")
def factuur_van_voor_de_ingang():
    return factuur(ingangsdatum=DAG + timedelta(days=1), gestart_op=DAG)


@mis("B-68", Moment.FACTURATIE, "de laatste dag van de levering")
def factuur_na_het_einde():
    return factuur(tot=EINDE + timedelta(days=1))


@mis("B-68", Moment.FACTURATIE, "is al goedgekeurd")
def factuur_voor_de_tweede_keer():
    eerder = Factuur(nummer="F-1", van=DAG, tot=DAG, centen=100, ontvangen_op=DAG, door="P-1")
    return factuur(facturen=(eerder,))


@goed("B-68", Moment.FACTURATIE)
def factuur_tot_en_met_de_laatste_dag():
    return factuur(tot=EINDE)


@goed("B-68", Moment.FACTURATIE)
def een_factuur_die_teruggaat_mag_overal_over_gaan():
    return factuur(gestart_op=None, akkoord=False)


@mis("D-21", Moment.FACTURATIE, "behandelt een factuur, maar dat doet 'midoffice'")
def consulent_behandelt_een_factuur():
    return factuur("D-21", rol="midoffice")


@goed("D-21", Moment.FACTURATIE)
def midoffice_behandelt_een_factuur():
    return factuur("D-21", "midoffice", rol="midoffice")


# --- D-20, B-51 --------------------------------------------------------------------------------------


def kwaliteit(regel, functie, rol):
    gedaan = Kwaliteitstoets(op=DAG, door="P-1", oordeel=Kwaliteitsoordeel.VOLDOENDE)
    return KwaliteitToets(aanbieder(), gedaan, b.behandelaar(functie=functie), beeld(regel, kwaliteit_rol=(rol,)))


@mis("D-20", Moment.KWALITEIT, "functie 'consulent' toetst de kwaliteit, maar dat doet 'midoffice'")
def consulent_toetst_kwaliteit():
    return kwaliteit("D-20", "consulent", "midoffice")


@goed("D-20", Moment.KWALITEIT)
def midoffice_toetst_kwaliteit():
    return kwaliteit("D-20", "midoffice", "midoffice")


@mis("B-51", Moment.KWALITEIT, "functie 'midoffice' toetst de kwaliteit, maar dat doet 'consulent'")
def een_ander_dan_de_consulent_toetst():
    return kwaliteit("B-51", "midoffice", "consulent")


@goed("B-51", Moment.KWALITEIT)
def de_consulent_toetst():
    return kwaliteit("B-51", "consulent", "consulent")


# --- D-22, W-22 --------------------------------------------------------------------------------------


def monitoring(regel=None, functie="consulent", uitkomst="ADEQUAAT", knelpunt=False, **zaak):
    nazorg = beeld(*([regel] if regel else []), monitor_rol=("midoffice",))
    return MonitoringToets(b.zaak(**zaak), Monitoruitkomst(uitkomst), b.behandelaar(functie=functie), knelpunt, nazorg)


@mis("D-22", Moment.MONITORING, "bij een meervoudige vraag vast, maar dat doet 'midoffice'")
def een_ander_volgt_een_meervoudige_vraag():
    return monitoring("D-22", problematiek=Problematiek.MEERVOUDIG)


@goed("D-22", Moment.MONITORING)
def de_aangewezen_functie_volgt_een_meervoudige_vraag():
    return monitoring("D-22", "midoffice", problematiek=Problematiek.MEERVOUDIG)


@goed("D-22", Moment.MONITORING)
def een_enkelvoudige_vraag_mag_iedereen_volgen():
    return monitoring("D-22")


@mis("W-22", Moment.MONITORING, "de hulp past niet, en er is geen knelpunt bij gemeld")
def hulp_past_niet_en_niemand_hoort_het():
    return monitoring(uitkomst="NIET_ADEQUAAT")


@mis("W-22", Moment.MONITORING, "geen knelpunt")
def ook_waar_de_gemeente_de_regel_zelf_noemt():
    return monitoring("W-22", uitkomst="NIET_ADEQUAAT")


@goed("W-22", Moment.MONITORING)
def het_knelpunt_is_gemeld():
    return monitoring(uitkomst="NIET_ADEQUAAT", knelpunt=True)


# --- L-64 --------------------------------------------------------------------------------------------


def heronderzoek(op=None, wet=Wet.WMO, **anders):
    return HerindicatieToets(b.zaak(wet), b.voorziening(einddatum=EINDE, **anders), op, b.beeld())


@mis("L-64", Moment.HERINDICATIE, "is geen heronderzoek gepland")
def geen_heronderzoek():
    return heronderzoek()


@mis("L-64", Moment.HERINDICATIE, "pas gepland als de voorziening al voorbij is")
def heronderzoek_na_het_einde():
    return heronderzoek(EINDE + timedelta(days=1))


@goed("L-64", Moment.HERINDICATIE)
def heronderzoek_op_de_laatste_dag():
    return heronderzoek(EINDE)


@goed("L-64", Moment.HERINDICATIE)
def een_algemene_voorziening_vraagt_het_niet():
    return heronderzoek(soort=Voorzieningsoort.ALGEMEEN)


# --- L-73, L-111 -------------------------------------------------------------------------------------


def rapport(op=date(2026, 6, 30), gepubliceerd=None, zonder=()):
    return RapportToets(op, 2025, date(2026, 7, 1), gepubliceerd, b.beeld(), zonder)


@mis("L-73", Moment.RAPPORT, "moest voor 2026-07-01 gepubliceerd zijn")
def niet_gepubliceerd_op_1_juli():
    return rapport(date(2026, 7, 1))


@mis("L-73", Moment.RAPPORT, "is pas op 2026-07-01 gepubliceerd")
def op_1_juli_is_te_laat():
    return rapport(date(2026, 12, 1), date(2026, 7, 1))


@goed("L-73", Moment.RAPPORT)
def op_30_juni_kan_het_nog():
    return rapport()


@goed("L-73", Moment.RAPPORT)
def op_30_juni_gepubliceerd():
    return rapport(date(2026, 12, 1), date(2026, 6, 30))


@mis("L-111", Moment.RAPPORT, "zaak Z2026-000001 heeft een resultaat en geen dag van het eerste gesprek")
def schuldhulp_zonder_gesprek():
    return rapport(zonder=("Z2026-000001",))


@goed("L-111", Moment.RAPPORT)
def schuldhulp_met_gesprek():
    return rapport()
