"""Cases for the rules on the intake."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Afhandeling, Kanaal, Problematiek, Registratie, Wet
from toegang.guards.contexten import IntakeToets
from toegang.guards.register import Moment

INTAKE = Moment.INTAKE
MEERVOUDIG = Problematiek.MEERVOUDIG


def toets(*regels, melding=None, **intake):
    return IntakeToets(melding or b.melding(), b.intake(**intake), b.beeld(*regels))


def direct(**anders):
    """Give an answer that leaves nothing behind."""
    vast = {"registratie": Registratie.GEEN, "afhandeling": Afhandeling.BEANTWOORD, "bestemming": None, "wetten": ()}
    return {**vast, **anders}


def behapbaar(**anders):
    return b.melding(**{"behapbaar": True, "wil_geen_melding": True, **anders})


@mis("S-1", INTAKE, "niet bij het sociaal telefoonteam")
def administratie_doet_de_intake():
    return toets("S-1", actor="administratie")


@mis("S-1", INTAKE, "belegd bij 'wijkteam'")
def actor_is_geen_loket():
    return toets("S-1", actor="wijkteam")


@goed("S-1", INTAKE)
def telefoonteam_doet_de_intake():
    return toets("S-1", melding=b.melding(loket="administratie", kanaal=Kanaal.BRIEF))


@mis("B-1", INTAKE, "niet meer dan CONTACTGEGEVENS")
def kcc_legt_een_melding_vast():
    return toets("B-1", melding=b.melding(loket="kcc"), actor="kcc")


@mis("B-1", INTAKE, "niet AANVRAAG")
def kcc_legt_een_aanvraag_vast():
    return toets("B-1", melding=b.melding(loket="kcc"), actor="kcc", registratie=Registratie.AANVRAAG)


@goed("B-1", INTAKE)
def kcc_legt_contactgegevens_vast():
    doorgeleid = {"registratie": Registratie.CONTACTGEGEVENS, "afhandeling": Afhandeling.DOORGELEID, "wetten": ()}
    return toets("B-1", melding=b.melding(loket="kcc"), actor="kcc", bestemming="administratie", **doorgeleid)


@goed("B-1", INTAKE)
def onbekend_loket_is_geen_kcc():
    return toets("B-1", melding=b.melding(loket="nergens"))


@goed("B-1", INTAKE)
def ander_loket_legt_een_melding_vast():
    return toets("B-1", melding=b.melding(loket="administratie"))


@mis("Z-7", INTAKE, "deze gemeente heeft niet geregeld dat vragen ongeregistreerd blijven")
def ongeregistreerd_zonder_eigen_regel():
    return toets(melding=behapbaar(), **direct())


@mis("Z-7", INTAKE, "de vraag is niet behapbaar")
def ongeregistreerd_en_niet_behapbaar():
    return toets("Z-7", melding=behapbaar(behapbaar=False), **direct())


@mis("Z-7", INTAKE, "heeft niet gezegd dat er geen melding hoeft te komen")
def ongeregistreerd_tegen_de_wil():
    return toets("Z-7", melding=behapbaar(wil_geen_melding=False), **direct())


@mis("Z-7", INTAKE, "moet meteen zijn beantwoord")
def ongeregistreerd_en_niet_beantwoord():
    return toets("Z-7", melding=behapbaar(), **direct(afhandeling=Afhandeling.VOORLIGGEND_VELD))


@goed("Z-7", INTAKE)
def behapbare_vraag_blijft_ongeregistreerd():
    return toets("Z-7", melding=behapbaar(), **direct())


@goed("Z-7", INTAKE)
def gewone_melding_wordt_vastgelegd():
    return toets(melding=b.melding())


@mis("L-36", INTAKE, "er staat niet naar wie")
def doorgeleid_naar_niemand():
    return toets(afhandeling=Afhandeling.DOORGELEID, bestemming=None)


@mis("L-36", INTAKE, "er staat niet naar wie")
def omgeleid_naar_niemand():
    return toets(afhandeling=Afhandeling.OMGELEID, bestemming=None)


@mis("L-36", INTAKE, "er is iets gevraagd over WMO, en daarvan blijft geen melding over")
def afgedaan_zonder_melding():
    klaar = {"registratie": Registratie.CONTACTGEGEVENS, "bestemming": None, "wetten": ()}
    return toets(afhandeling=Afhandeling.BEANTWOORD, **klaar)


@goed("L-36", INTAKE)
def afgedaan_zonder_melding_met_instemming():
    klaar = {"registratie": Registratie.CONTACTGEGEVENS, "bestemming": None, "wetten": ()}
    wil_niet = b.melding(Wet.WMO, wil_geen_melding=True, behapbaar=True)
    return toets(afhandeling=Afhandeling.BEANTWOORD, melding=wil_niet, **klaar)


@goed("L-36", INTAKE)
def doorgeleid_met_bestemming():
    return toets(afhandeling=Afhandeling.DOORGELEID, bestemming="wijkteam")


@mis("D-3", INTAKE, "'buurtplein' behandelt geen enkelvoudige vragen over WMO")
def enkelvoudig_naar_het_buurtplein():
    return toets("D-3", bestemming="buurtplein")


@mis("D-3", INTAKE, "'zorgplein' behandelt geen enkelvoudige vragen over PARTICIPATIEWET")
def participatiewet_naar_het_zorgplein():
    return toets("D-3", bestemming="zorgplein", wetten=(Wet.PARTICIPATIEWET,), melding=b.melding(Wet.PARTICIPATIEWET))


@mis("D-3", INTAKE, "'None' behandelt geen enkelvoudige vragen")
def enkelvoudig_naar_nergens():
    return toets("D-3", bestemming=None)


@goed("D-3", INTAKE)
def enkelvoudig_naar_het_zorgplein():
    return toets("D-3", bestemming="zorgplein")


@goed("D-3", INTAKE)
def contactgegevens_openen_geen_zaak():
    klaar = {"registratie": Registratie.CONTACTGEGEVENS, "afhandeling": Afhandeling.DOORGELEID}
    return toets("D-3", bestemming="buurtplein", **klaar)


@goed("D-3", INTAKE)
def meervoudig_valt_niet_onder_het_plein():
    return toets("D-3", bestemming="buurtplein", problematiek=MEERVOUDIG)


@mis("D-4", INTAKE, "'zorgplein' behandelt geen meervoudige vragen")
def meervoudig_naar_het_zorgplein():
    return toets("D-4", bestemming="zorgplein", problematiek=MEERVOUDIG)


@mis("D-4", INTAKE, "'telefoonteam' behandelt geen meervoudige vragen")
def meervoudig_naar_een_loket():
    return toets("D-4", bestemming="telefoonteam", problematiek=MEERVOUDIG)


@goed("D-4", INTAKE)
def meervoudig_zonder_zaak():
    return toets("D-4", bestemming=None, problematiek=MEERVOUDIG, wetten=(), afhandeling=Afhandeling.BEANTWOORD)


@goed("D-4", INTAKE)
def enkelvoudig_hoeft_niet_naar_het_buurtplein():
    return toets("D-4", bestemming="zorgplein")


@goed("D-4", INTAKE)
def meervoudig_naar_het_buurtplein():
    return toets("D-4", bestemming="buurtplein", problematiek=MEERVOUDIG)


@mis("B-3", INTAKE, "'wijkteam' is geen bestemming van de administratie (consulenten, beleid)")
def administratie_naar_een_vijfde_bestemming():
    return toets(vier(), actor="administratie", bestemming="wijkteam")


@goed("B-3", INTAKE)
def administratie_naar_een_van_de_vier():
    return toets(vier(), actor="administratie", bestemming="consulenten")


@goed("B-3", INTAKE)
def administratie_handelt_zelf_af():
    return toets(vier(), actor="administratie", bestemming=None)


@goed("B-3", INTAKE)
def onbekend_loket_is_geen_administratie():
    return toets(vier(), actor="nergens", bestemming="wijkteam")


@goed("B-3", INTAKE)
def gemeente_noemt_geen_bestemmingen():
    return toets("B-3", actor="administratie", bestemming="wijkteam")


@goed("B-3", INTAKE)
def ander_loket_naar_het_wijkteam():
    return toets(vier(), actor="telefoonteam", bestemming="wijkteam")


def vier():
    return "B-3", b.eigen_regel(lijsten={"bestemmingen": ("consulenten", "beleid")})


@mis("S-20", INTAKE, "via Mijn Inkomen komt een aanvraag binnen, geen MELDING")
def mijn_inkomen_als_melding():
    return toets("S-20", melding=via_mijn_inkomen(), wetten=(Wet.PARTICIPATIEWET,))


@goed("S-20", INTAKE)
def mijn_inkomen_als_aanvraag():
    return toets("S-20", melding=via_mijn_inkomen(), registratie=Registratie.AANVRAAG, wetten=(Wet.PARTICIPATIEWET,))


@goed("S-20", INTAKE)
def participatiewet_via_de_telefoon():
    return toets("S-20", melding=b.melding(Wet.PARTICIPATIEWET), wetten=(Wet.PARTICIPATIEWET,))


@goed("S-20", INTAKE)
def wmo_via_mijn_inkomen():
    return toets("S-20", melding=b.melding(Wet.WMO, kanaal=Kanaal.MIJN_INKOMEN))


def via_mijn_inkomen():
    return b.melding(Wet.PARTICIPATIEWET, kanaal=Kanaal.MIJN_INKOMEN)


@mis("S-7", INTAKE, "'zorgplein' is geen wijkteam")
def doorgezet_naar_een_plein():
    return toets("S-7", bestemming="zorgplein")


@mis("S-7", INTAKE, "'telefoonteam' is geen wijkteam")
def blijft_bij_het_telefoonteam():
    return toets("S-7", bestemming="telefoonteam")


@goed("S-7", INTAKE)
def doorgezet_naar_het_wijkteam():
    return toets("S-7", bestemming="wijkteam")


@goed("S-7", INTAKE)
def niets_door_te_zetten():
    return toets("S-7", bestemming=None, wetten=(), afhandeling=Afhandeling.BEANTWOORD)
