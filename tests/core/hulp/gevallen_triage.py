"""Cases for the rules on triage."""

from datetime import date

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Verwijzersoort, Wet
from toegang.domain.melding import Contact, Verwijzer
from toegang.guards.contexten import IntakeToets
from toegang.guards.register import Moment

INTAKE = Moment.INTAKE
MEERVOUDIG = Problematiek.MEERVOUDIG
DIRECT = {"afhandeling": Afhandeling.BEANTWOORD, "bestemming": None, "wetten": ()}
VERWEZEN = {**DIRECT, "afhandeling": Afhandeling.VOORLIGGEND_VELD, "registratie": Registratie.CONTACTGEGEVENS}
LOKETTEN = (
    {"id": "telefoonteam", "naam": "Telefoonteam", "soort": "TELEFOONTEAM", "kanalen": ["TELEFOON"]},
    {"id": "deur", "naam": "Wijkteam", "soort": "WIJKTEAM", "kanalen": ["BALIE"]},
)
TEAMS = (
    {"id": "wijkteam", "naam": "Wijkteam", "soort": "WIJKTEAM"},
    {"id": "consulenten", "naam": "Consulenten", "soort": "CONSULENTEN"},
    {"id": "beleid", "naam": "Beleid", "soort": "UITVOERING", "adviserend": True},
)


def toets(*regels, melding=None, contacten=(), **intake):
    beeld = b.beeld(*regels, loket=LOKETTEN, team=TEAMS)
    return IntakeToets(melding or b.melding(), b.intake(**intake), beeld, contacten)


def aan_de_deur(**anders):
    return b.melding(**{"loket": "deur", "kanaal": Kanaal.BALIE, **anders})


def eerder(*kanalen):
    return tuple(Contact(kanaal=kanaal, op=b.DAG) for kanaal in kanalen)


def reden(**parameters):
    return b.reden(parameters=tuple(parameters.items()))


def vraag(melding, **anders):
    """Give a melding of which every question differs from the usual."""
    return melding.gewijzigd(hulpvragen=tuple(item.gewijzigd(**anders) for item in melding.hulpvragen))


@mis("S-2", INTAKE, "geen contact online en per telefoon vooraf")
def afspraak_zonder_ladder():
    return toets("S-2", melding=aan_de_deur(), contacten=eerder(Kanaal.TELEFOON))


@goed("S-2", INTAKE)
def afspraak_na_click_en_call():
    return toets("S-2", melding=aan_de_deur(), contacten=eerder(Kanaal.WEBFORMULIER, Kanaal.TELEFOON))


@goed("S-2", INTAKE)
def afspraak_met_een_reden():
    return toets("S-2", melding=aan_de_deur(), reden=b.reden(toelichting="Bellen lukt niet."))


@goed("S-2", INTAKE)
def doorgeleid_van_de_deur():
    return toets("S-2", melding=aan_de_deur(), afhandeling=Afhandeling.DOORGELEID)


@mis("S-3", INTAKE, "de vraag is beantwoord en wordt toch doorgezet")
def beantwoord_en_doorgezet():
    return toets("S-3", afhandeling=Afhandeling.BEANTWOORD)


@goed("S-3", INTAKE)
def beantwoord_en_klaar():
    return toets("S-3", **DIRECT)


@mis("S-4", INTAKE, "de vraag is behapbaar")
def behapbaar_naar_het_wijkteam():
    return toets("S-4", melding=b.melding(behapbaar=True))


@goed("S-4", INTAKE)
def niet_behapbaar_naar_het_wijkteam():
    return toets("S-4")


@goed("S-4", INTAKE)
def behapbare_aanvraag_gaat_door():
    return toets("S-4", melding=b.melding(behapbaar=True), registratie=Registratie.AANVRAAG)


@mis("S-5", INTAKE, "de triage zegt 'None'")
def triage_zegt_niets():
    return toets("S-5")


@mis("S-5", INTAKE, "de triage zegt 'EENVOUDIGE_VERVOLGAANVRAAG', en dat volgt niet")
def nieuwe_vraag_heet_vervolgaanvraag():
    return toets("S-5", reden=reden(triage="EENVOUDIGE_VERVOLGAANVRAAG"))


@goed("S-5", INTAKE)
def nieuwe_vraag_is_complexer():
    return toets("S-5", reden=reden(triage="COMPLEXER"))


@goed("S-5", INTAKE)
def vervolgaanvraag_is_eenvoudig():
    melding = vraag(b.melding(), vervolgaanvraag=True)
    return toets("S-5", melding=melding, reden=reden(triage="EENVOUDIGE_VERVOLGAANVRAAG"))


@goed("S-5", INTAKE)
def beantwoord_heeft_geen_triage():
    return toets("S-5", **DIRECT)


@mis("S-21", INTAKE, "er is ook iets gevraagd over PARTICIPATIEWET")
def bijstand_valt_weg():
    return toets("S-21", melding=b.melding(Wet.WMO, Wet.PARTICIPATIEWET))


@goed("S-21", INTAKE)
def bijstand_gaat_mee():
    wetten = (Wet.WMO, Wet.PARTICIPATIEWET)
    return toets("S-21", melding=b.melding(*wetten), wetten=wetten)


@mis("B-7", INTAKE, "te zwaar om alleen te verwijzen")
def meervoudig_verwezen():
    return toets("B-7", melding=b.melding(Wet.WMO, Wet.WGS, wil_geen_melding=True), **VERWEZEN)


@mis("B-7", INTAKE, "te zwaar om alleen te verwijzen")
def regieverlies_verwezen():
    return toets("B-7", melding=b.melding(verliest_regie=True, wil_geen_melding=True), **VERWEZEN)


@mis("B-7", INTAKE, "er volgt toch een zaak")
def verwezen_met_zaak():
    return toets("B-7", afhandeling=Afhandeling.VOORLIGGEND_VELD)


@goed("B-7", INTAKE)
def lichte_vraag_verwezen():
    return toets("B-7", melding=b.melding(wil_geen_melding=True), **VERWEZEN)


@goed("B-7", INTAKE)
def zware_vraag_in_behandeling():
    return toets("B-7", melding=b.melding(verliest_regie=True))


@mis("B-18", INTAKE, "'beleid' is geen team van consulenten")
def regieverlies_naar_beleid():
    return toets("B-18", melding=b.melding(Wet.WMO, Wet.WGS, verliest_regie=True), bestemming="beleid")


@goed("B-18", INTAKE)
def regieverlies_naar_consulenten():
    return toets("B-18", melding=b.melding(Wet.WMO, Wet.WGS, verliest_regie=True), bestemming="consulenten")


@goed("B-18", INTAKE)
def meervoudig_met_eigen_regie():
    return toets("B-18", melding=b.melding(Wet.WMO, Wet.WGS), bestemming="beleid")


@goed("B-18", INTAKE)
def regieverlies_bij_een_enkele_vraag():
    return toets("B-18", melding=b.melding(verliest_regie=True), bestemming="beleid")


@mis("B-19", INTAKE, "'beleid' is geen team van consulenten")
def specialistisch_naar_beleid():
    return toets("B-19", melding=vraag(b.melding(), gespecialiseerd=True), bestemming="beleid")


@goed("B-19", INTAKE)
def specialistisch_naar_consulenten():
    return toets("B-19", melding=vraag(b.melding(), gespecialiseerd=True), bestemming="consulenten")


@goed("B-19", INTAKE)
def gewone_vraag_naar_beleid():
    return toets("B-19", bestemming="beleid")


@mis("Z-6", INTAKE, "een HUISARTS verwees, en dat staat niet bij de reden")
def verwijzer_kwijt():
    return toets("Z-6", melding=b.melding(verwijzer=Verwijzer(soort=Verwijzersoort.HUISARTS)))


@goed("Z-6", INTAKE)
def verwijzer_genoemd():
    melding = b.melding(verwijzer=Verwijzer(soort=Verwijzersoort.HUISARTS))
    return toets("Z-6", melding=melding, reden=reden(verwijzer="HUISARTS"))


@goed("Z-6", INTAKE)
def geen_verwijzer():
    return toets("Z-6")


@mis("Z-8", INTAKE, "'consulenten' is geen wijkteam")
def gesprek_bij_niemand():
    return toets("Z-8", bestemming="consulenten")


@goed("Z-8", INTAKE)
def gesprek_bij_het_wijkteam():
    return toets("Z-8")


@goed("Z-8", INTAKE)
def inwoner_van_elders_krijgt_geen_gesprek():
    doorgeleid = {"afhandeling": Afhandeling.DOORGELEID, "bestemming": "telefoonteam", "wetten": ()}
    return toets("Z-8", melding=b.melding(woont_in_gemeente=False), **doorgeleid)


@mis("D-2", INTAKE, "meer dan één op zichzelf staand probleem en de triage zegt ENKELVOUDIG")
def twee_problemen_enkelvoudig():
    return toets("D-2", melding=b.melding(Wet.WMO, Wet.WGS))


@goed("D-2", INTAKE)
def twee_problemen_meervoudig():
    return toets("D-2", melding=b.melding(Wet.WMO, Wet.WGS), problematiek=MEERVOUDIG)


@goed("D-2", INTAKE)
def een_vraag_over_twee_pleinen():
    return toets("D-2", problematiek=MEERVOUDIG)


@mis("D-7", INTAKE, "er is ook iets gevraagd over WGS")
def halve_intake_doorgeleid():
    feiten = reden(ontvangen_op=b.DAG.isoformat())
    return toets("D-7", melding=b.melding(Wet.WMO, Wet.WGS), afhandeling=Afhandeling.DOORGELEID, reden=feiten)


@mis("D-7", INTAKE, "de dag van ontvangst gaat niet mee")
def doorgeleid_met_een_andere_dag():
    feiten = reden(ontvangen_op=date(2026, 3, 9).isoformat())
    return toets("D-7", afhandeling=Afhandeling.DOORGELEID, reden=feiten)


@goed("D-7", INTAKE)
def hele_intake_doorgeleid():
    return toets("D-7", afhandeling=Afhandeling.DOORGELEID, reden=reden(ontvangen_op=b.DAG.isoformat()))


@goed("D-7", INTAKE)
def niet_doorgeleid():
    return toets("D-7", melding=b.melding(Wet.WMO, Wet.WGS))


@mis("L-74", INTAKE, "de inwoner woont niet in deze gemeente")
def maatwerk_voor_iemand_van_elders():
    return toets(melding=b.melding(woont_in_gemeente=False))


@goed("L-74", INTAKE)
def beschermd_wonen_voor_iemand_van_elders():
    return toets(melding=vraag(b.melding(woont_in_gemeente=False), product="beschermd-wonen"))


@goed("L-74", INTAKE)
def vraag_van_elders_zonder_zaak():
    return toets(melding=b.melding(woont_in_gemeente=False), **DIRECT)


@mis("L-121", INTAKE, "de inwoner woont niet in deze gemeente")
def parkeerkaart_voor_iemand_van_elders():
    return toets(melding=b.melding(Wet.GPK, woont_in_gemeente=False), wetten=(Wet.GPK,))


@goed("L-121", INTAKE)
def parkeerkaart_voor_een_eigen_inwoner():
    return toets(melding=b.melding(Wet.GPK), wetten=(Wet.GPK,))
