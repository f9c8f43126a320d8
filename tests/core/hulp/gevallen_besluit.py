"""Cases for the rules on the aanvraag and on taking a besluit."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.domain.besluit import Advies
from toegang.domain.levensloop import Stap
from toegang.guards.contexten import AanvraagToets, BesluitToets
from toegang.guards.register import Moment

AANVRAAG, BESLUIT = Moment.AANVRAAG, Moment.BESLUIT
BV, WELZIJN = Werkgeversoort.OVERHEIDS_BV, Werkgeversoort.WELZIJN
GR = Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING
MET_INSTEMMING = {
    "instemming": "brief 1",
    "instemming_werkgever": "brief 2",
    "artikel": "Wmo 2015, artikel 2.6.3",
}


def aanvraag(status, wet=Wet.WMO, te_laat=False):
    return AanvraagToets(b.zaak(wet, status=status), b.DAG, te_laat)


@mis("L-56", AANVRAAG, "het onderzoek is nog niet afgerond en de zes weken zijn nog niet voorbij")
def aanvraag_bij_de_melding():
    return aanvraag(Stap.INTAKE)


@mis("L-56", AANVRAAG, "zes weken")
def aanvraag_na_het_gesprek():
    return aanvraag(Stap.GESPREK)


@goed("L-56", AANVRAAG)
def aanvraag_na_het_onderzoek():
    return aanvraag(Stap.PLAN)


@goed("L-56", AANVRAAG)
def onderzoek_is_te_laat():
    return aanvraag(Stap.INTAKE, te_laat=True)


@goed("L-56", AANVRAAG)
def jeugdwet_kent_deze_regel_niet():
    return aanvraag(Stap.INTAKE, Wet.JEUGDWET)


def toets(*regels, wet=Wet.WMO, route=None, had_open=True, mandaat=None, **besluit):
    """Give a decision by P-9 on a proposal of P-1, who assesses in the team; all on a mandate."""
    beeld = b.beeld(*regels)
    return BesluitToets(
        zaak=b.zaak(wet, status=Stap.AANVRAAG),
        besluit=b.besluit(**besluit),
        team=b.casusteam(b.lid("P-1", wet)),
        route=beeld.organisatie.besluitroutes[0].gewijzigd(**(route or {})),
        mandaat=b.mandaat(**MET_INSTEMMING) if mandaat is None else mandaat or None,
        waarom_niet="",
        had_dossier_open=had_open,
        beeld=beeld,
    )


@mis("L-21", BESLUIT, "functie 'midoffice' heeft geen mandaat voor dit besluit")
def beslisser_zonder_mandaat():
    return toets(mandaat=False)


@goed("L-21", BESLUIT)
def beslisser_met_mandaat():
    return toets()


@mis("L-100", BESLUIT, "de beoordelaar P-1 werkt niet bij een bestuursorgaan")
def bv_beoordeelt():
    return toets(wet=Wet.PARTICIPATIEWET, beoordelaar=b.behandelaar(soort=BV))


@mis("L-100", BESLUIT, "de beslisser P-9 werkt niet bij een bestuursorgaan")
def bv_beslist():
    mag = ("W-9", b.eigen_regel(lijsten={"mandaat_aan": (BV,)}))
    return toets(mag, wet=Wet.PARTICIPATIEWET, beslisser=b.behandelaar("P-9", "midoffice", BV))


@goed("L-100", BESLUIT)
def regeling_beoordeelt_en_beslist():
    mensen = {"beoordelaar": b.behandelaar(soort=GR), "beslisser": b.behandelaar("P-9", "midoffice", GR)}
    return toets(wet=Wet.PARTICIPATIEWET, **mensen)


@goed("L-100", BESLUIT)
def welzijn_beoordeelt_de_wmo():
    return toets(beoordelaar=b.behandelaar(soort=WELZIJN))


@mis("W-9", BESLUIT, "P-9 werkt bij een aanbieder, en dat is geen bestuursorgaan")
def aanbieder_beslist():
    return toets(beslisser=b.behandelaar("P-9", "midoffice", Werkgeversoort.AANBIEDER))


@mis("W-9", BESLUIT, "P-9 werkt bij een welzijnsorganisatie")
def keuze_voor_een_ander_helpt_niet():
    mag = ("W-9", b.eigen_regel(lijsten={"mandaat_aan": (BV,)}))
    return toets(mag, beslisser=b.behandelaar("P-9", "midoffice", WELZIJN))


@goed("W-9", BESLUIT)
def gemeente_kiest_voor_mandaat_aan_een_bv():
    mag = ("W-9", b.eigen_regel(lijsten={"mandaat_aan": (BV,)}))
    return toets(mag, beslisser=b.behandelaar("P-9", "midoffice", BV))


@mis("D-19", BESLUIT, "functie 'consulent' beslist, maar dat doet 'midoffice'")
def consulent_beslist():
    return toets("D-19", beslisser=b.behandelaar("P-9", "consulent"))


@mis("D-19", BESLUIT, "de rechtmatigheid is niet getoetst")
def niemand_toetst():
    return toets("D-19", toetser=None)


@mis("D-19", BESLUIT, "functie 'consulent' toetst, maar dat doet 'midoffice'")
def consulent_toetst():
    return toets("D-19", toetser=b.behandelaar("P-8", "consulent"))


@goed("D-19", BESLUIT)
def midoffice_toetst_en_beslist():
    return toets("D-19")


@goed("D-19", BESLUIT)
def route_zegt_niet_wie_toetst():
    return toets("D-19", route={"toets_rol": None}, toetser=b.behandelaar("P-8", "consulent"))


@mis("B-24", BESLUIT, "de indicatiesteller P-1 werkt niet bij de gemeente")
def aanbieder_stelt_de_indicatie():
    return toets("B-24", beoordelaar=b.behandelaar(soort=Werkgeversoort.AANBIEDER))


@goed("B-24", BESLUIT)
def regeling_stelt_de_indicatie():
    return toets("B-24", beoordelaar=b.behandelaar(soort=GR))


@mis("W-1", BESLUIT, "P-7 mag in deze zaak WMO niet beoordelen")
def beoordelaar_van_buiten_het_team():
    return toets(beoordelaar=b.behandelaar("P-7"))


@mis("W-1", BESLUIT, "P-1 mag in deze zaak WMO niet beoordelen")
def beoordelaar_voor_een_andere_wet():
    goed_toets = toets()
    ander_team = b.casusteam(b.lid("P-1", Wet.JEUGDWET))
    return BesluitToets(**{**vars(goed_toets), "team": ander_team})


@goed("W-1", BESLUIT)
def beoordelaar_uit_het_team():
    return toets(beoordelaar=b.behandelaar("P-1"))


@mis("W-4", BESLUIT, "het advies van P-3 is gevolgd zonder uitleg")
def gevolgd_zonder_uitleg():
    return toets(adviezen=(Advies(van="P-3", overgenomen=True, reden=" "),))


@mis("W-4", BESLUIT, "het advies van P-3 is niet gevolgd zonder uitleg")
def afgeweken_zonder_uitleg():
    return toets(adviezen=(Advies(van="P-3", overgenomen=False, reden=""),))


@goed("W-4", BESLUIT)
def advies_met_uitleg():
    return toets(adviezen=(Advies(van="P-3", overgenomen=False, reden="De omvang past niet bij het doel."),))


@mis("L-147", BESLUIT, "P-9 heeft het dossier niet ingezien")
def dossier_bleef_dicht():
    return toets(had_open=False)


@goed("L-147", BESLUIT)
def dossier_was_open():
    return toets(had_open=True)
