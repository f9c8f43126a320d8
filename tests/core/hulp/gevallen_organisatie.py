"""More cases for rules of the gemeenten: on team, regie, besluit and form."""

from datetime import date

import bouwers as b
import gevallen_besluit as besluit
import gevallen_regie as regie
import gevallen_team as team
from gevallen import goed, mis

from toegang.domain.begrippen import Besluitsoort, Problematiek, Regiemodus, Werkgeversoort, Wet
from toegang.domain.besluit import Advies, Motivering
from toegang.guards.contexten import BeschikkingToets, RegieToets, TeamToets
from toegang.guards.register import Moment

BV, STEUN = Werkgeversoort.OVERHEIDS_BV, Werkgeversoort.CLIENTONDERSTEUNING
MEERVOUDIG = Problematiek.MEERVOUDIG
DUUR = {"indicatie.max_maanden": "24"}


# --- team --------------------------------------------------------------------------------------------


@mis("B-23", Moment.TEAM, "de zaak zou van 'consulenten' naar 'wijkteam' gaan")
def zaak_verhuist():
    return team.toets("B-23", team="consulenten")


@goed("B-23", Moment.TEAM)
def zaak_blijft():
    return team.toets("B-23", team="wijkteam")


@goed("B-23", Moment.TEAM)
def zaak_heeft_nog_geen_team():
    return team.toets("B-23")


@mis("D-8", Moment.TEAM, "P-2 werkt niet bij de gemeente (OVERHEIDS_BV)")
def buurtcoach_bij_een_enkele_vraag():
    return team.toets("D-8", mensen=(b.kandidaat("P-2", BV),), leden=(b.lid("P-2"),))


@goed("D-8", Moment.TEAM)
def consulent_bij_een_enkele_vraag():
    return team.toets("D-8")


@goed("D-8", Moment.TEAM)
def buurtcoach_bij_een_meervoudige_vraag():
    coach = b.kandidaat("P-2", BV)
    return team.toets("D-8", mensen=(coach,), leden=(b.lid("P-2"),), problematiek=MEERVOUDIG)


@mis("D-9", Moment.TEAM, "P-1 draagt de zaak, terwijl er buurtcoaches zijn (P-2)")
def consulent_draagt_meervoudig():
    return team.toets("D-9", mensen=(b.kandidaat("P-2", BV),), problematiek=MEERVOUDIG)


@goed("D-9", Moment.TEAM)
def buurtcoach_draagt_meervoudig():
    toets = team.toets("D-9", mensen=(b.kandidaat("P-2", BV),), problematiek=MEERVOUDIG)
    samen = b.casusteam(b.lid("P-2"), b.lid("P-1", Wet.WMO))
    return TeamToets(toets.zaak, toets.huishouden, toets.kandidaten, samen, toets.beeld)


@goed("D-9", Moment.TEAM)
def geen_buurtcoach_aan_het_werk():
    return team.toets("D-9", mensen=(b.kandidaat("P-2", BV, aanwezig=False),), problematiek=MEERVOUDIG)


@goed("D-9", Moment.TEAM)
def enkele_vraag_vraagt_geen_buurtcoach():
    return team.toets("D-9", mensen=(b.kandidaat("P-2", BV),))


@mis("W-5", Moment.TEAM, "P-2 doet cliëntondersteuning en mag niet beoordelen")
def ondersteuner_beoordeelt():
    return team.toets(mensen=(b.kandidaat("P-2", STEUN),), leden=(b.lid("P-2", Wet.WMO),))


@goed("W-5", Moment.TEAM)
def ondersteuner_werkt_mee():
    return team.toets(mensen=(b.kandidaat("P-2", STEUN),), leden=(b.lid("P-2"),))


@mis("W-10", Moment.TEAM, "P-2 werkt bij een andere organisatie")
def ggd_is_lid():
    return team.toets(mensen=(b.kandidaat("P-2", Werkgeversoort.OVERIG),), leden=(b.lid("P-2"),))


@goed("W-10", Moment.TEAM)
def ggd_adviseert():
    return team.toets(mensen=(b.kandidaat("P-2", Werkgeversoort.OVERIG),), adviseurs=(b.lid("P-2"),))


# --- regie -------------------------------------------------------------------------------------------


@mis("B-40", Moment.REGIE, "P-2 beoordeelt deze zaak niet en heeft toch de regie op de indicatie")
def indicatie_bij_een_ander():
    return regie.toets("B-40", indicatieregie="P-2")


@goed("B-40", Moment.REGIE)
def indicatie_bij_wie_beoordeelt():
    return regie.toets("B-40")


@goed("B-40", Moment.REGIE)
def indicatie_bij_wie_haar_al_had():
    eerder = b.regie(indicatieregie="P-2")
    return regie.toets("B-40", huishouden={"regie": eerder}, indicatieregie="P-2")


@mis("D-11", Moment.REGIE, "voor een enkele vraag is P-1 aangewezen als casemanager")
def casemanager_bij_een_enkele_vraag():
    return regie.toets("D-11", casemanager="P-1")


@goed("D-11", Moment.REGIE)
def enkele_vraag_zonder_casemanager():
    return regie.toets("D-11")


def meervoudige_regie(*, coach=True, regisseur="P-2"):
    mensen = {"P-1": b.kandidaat("P-1"), "P-2": b.kandidaat("P-2", BV)}
    leden = (b.lid("P-2"), b.lid("P-1", Wet.WMO)) if coach else (b.lid("P-1", Wet.WMO),)
    toewijzing = b.regie(modus=Regiemodus.ONDERSTEUND, regisseur=regisseur, eerste_aanspreekpunt=regisseur)
    zaak = b.zaak(problematiek=MEERVOUDIG)
    return RegieToets(zaak, b.huishouden(), mensen, b.casusteam(*leden), toewijzing, b.beeld("D-12"))


@mis("D-12", Moment.REGIE, "de regisseur is P-1, en niet de buurtcoach (P-2)")
def consulent_voert_meervoudige_regie():
    return meervoudige_regie(regisseur="P-1")


@goed("D-12", Moment.REGIE)
def buurtcoach_voert_meervoudige_regie():
    return meervoudige_regie()


@goed("D-12", Moment.REGIE)
def team_zonder_buurtcoach():
    return meervoudige_regie(coach=False, regisseur="P-1")


def professionals(aantal, grens):
    beeld = b.beeld(regie={"max_professionals": grens})
    gezin = b.huishouden(aantal_professionals=aantal)
    return RegieToets(b.zaak(), gezin, {"P-1": b.kandidaat("P-1")}, b.casusteam(), b.regie(), beeld)


@mis("W-15", Moment.REGIE, "er werken 4 professionals met dit huishouden; de grens is 3")
def te_veel_professionals():
    return professionals(4, 3)


@goed("W-15", Moment.REGIE)
def precies_op_de_grens():
    return professionals(3, 3)


@goed("W-15", Moment.REGIE)
def grens_nog_open():
    return professionals(9, "open:regie.max_professionals")


# --- besluit -----------------------------------------------------------------------------------------


@mis("W-3", Moment.BESLUIT, "P-1 adviseerde in deze zaak en beoordeelt haar ook")
def adviseur_beoordeelt():
    return besluit.toets(adviezen=(Advies(van="P-1", overgenomen=True, reden="Het klopt."),))


@goed("W-3", Moment.BESLUIT)
def adviseur_adviseert_alleen():
    return besluit.toets(adviezen=(Advies(van="P-5", overgenomen=True, reden="Het klopt."),))


def met_duur(einddatum, instellingen=None, **anders):
    toets = besluit.toets("B-38", voorzieningen=(b.voorziening(einddatum=einddatum, **anders),))
    beeld = toets.beeld.gewijzigd(instellingen=DUUR if instellingen is None else instellingen)
    return type(toets)(**{**vars(toets), "beeld": beeld})


@mis("B-38", Moment.BESLUIT, "V1 duurt langer dan 24 maanden")
def indicatie_een_dag_te_lang():
    return met_duur(date(2028, 3, 2))


@mis("B-38", Moment.BESLUIT, "V1 heeft geen einddatum")
def indicatie_zonder_einde():
    return met_duur(None)


@goed("B-38", Moment.BESLUIT)
def indicatie_van_precies_twee_jaar():
    return met_duur(date(2028, 3, 1))


@goed("B-38", Moment.BESLUIT)
def hulpmiddel_dat_een_keer_wordt_gegeven():
    return met_duur(None, eenmalig=True)


@goed("B-38", Moment.BESLUIT)
def grens_van_de_duur_nog_open():
    return met_duur(None, {})


@mis("B-63", Moment.BESLUIT, "er staat niet waarom")
def weigering_zonder_uitleg():
    return besluit.toets("B-63", soort=Besluitsoort.AFWIJZING)


@goed("B-63", Moment.BESLUIT)
def weigering_met_uitleg():
    toets = besluit.toets("B-63", soort=Besluitsoort.AFWIJZING)
    return type(toets)(**{**vars(toets), "motivering": Motivering(conclusie="Uw buurman helpt u al.")})


@goed("B-63", Moment.BESLUIT)
def toekenning_hoeft_geen_uitleg():
    return besluit.toets("B-63")


@mis("B-70", Moment.BESLUIT, "functie 'consulent' beslist, maar dat doet 'midoffice'")
def buiten_de_route_beslist():
    return besluit.toets("B-70", beslisser=b.behandelaar("P-9", "consulent"))


@mis("B-70", Moment.BESLUIT, "functie 'midoffice' stelt voor, maar dat hoort niet bij deze route")
def buiten_de_route_voorgesteld():
    return besluit.toets("B-70", beoordelaar=b.behandelaar("P-1", "midoffice"))


@goed("B-70", Moment.BESLUIT)
def langs_de_route_beslist():
    return besluit.toets("B-70")


# --- form --------------------------------------------------------------------------------------------


def met_sjabloon(sjabloon, **anders):
    beeld = b.beeld("B-47")
    return BeschikkingToets(
        b.zaak(),
        b.besluit(**anders),
        b.plan(),
        b.concept(sjabloon=sjabloon),
        beeld.organisatie.besluitroutes[0],
        "P-9",
        "",
        beeld,
    )


@mis("B-47", Moment.BESCHIKKING, "'wmo/onderbanken' is niet de beschikking voor WMO")
def eigen_brief_van_een_oude_gemeente():
    return met_sjabloon("wmo/onderbanken")


@mis("B-47", Moment.BESCHIKKING, "'wmo/toekenning' is niet de beschikking voor WMO met soort afwijzing")
def brief_van_een_ander_besluit():
    return met_sjabloon("wmo/toekenning", soort=Besluitsoort.AFWIJZING)


@goed("B-47", Moment.BESCHIKKING)
def brief_uit_de_gedeelde_set():
    return met_sjabloon("wmo/toekenning")


@goed("B-47", Moment.BESCHIKKING)
def buiten_behandeling_is_voor_elke_wet_gelijk():
    return met_sjabloon("buiten-behandeling", soort=Besluitsoort.BUITEN_BEHANDELING)
