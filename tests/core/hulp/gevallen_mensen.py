"""Cases for the rules on people: staff, distribution, overleg, escalation, and opening a file."""

import bouwers as b
import gevallen_besluit as besluit
import gevallen_regie as regie
import gevallen_team as team
from gevallen import goed, mis

from toegang.domain.begrippen import Problematiek, Regiemodus, Werkgeversoort, Wet
from toegang.domain.huishouden import Lid
from toegang.domain.levensloop import Stap
from toegang.domain.medewerker import Medewerker
from toegang.domain.overleg import Overleg
from toegang.domain.zaak import ZaakKort
from toegang.guards.contexten import BesluitToets, RegieToets, TeamToets
from toegang.guards.contexten_mensen import EscalatieToets, MedewerkerToets, OverlegToets
from toegang.guards.register import Moment

STEUN, AANBIEDER, WELZIJN = Werkgeversoort.CLIENTONDERSTEUNING, Werkgeversoort.AANBIEDER, Werkgeversoort.WELZIJN
GEMEENTE = Werkgeversoort.GEMEENTE
FUNCTIES = [
    {"id": "consulent", "naam": "consulent", "beoordeelt": ["WMO", "JEUGDWET", "PARTICIPATIEWET"]},
    {"id": "midoffice", "naam": "medewerker midoffice"},
    {"id": "ondersteuner", "naam": "cliëntondersteuner", "ondersteunt_client": True},
    {"id": "alleskunner", "naam": "alleskunner", "beoordeelt": ["WMO"], "ondersteunt_client": True},
]
WERKGEVERS = [
    {"id": "gemeente", "naam": "Gemeente Proefdorp", "soort": "GEMEENTE"},
    {"id": "mee", "naam": "Naast u", "soort": "CLIENTONDERSTEUNING"},
    {"id": "dochter", "naam": "Dochter", "soort": "CLIENTONDERSTEUNING", "valt_onder": "holding"},
    {"id": "holding", "naam": "Holding", "soort": "OVERIG", "valt_onder": "gemeente"},
    {"id": "kring", "naam": "Kring", "soort": "CLIENTONDERSTEUNING", "valt_onder": "rondje"},
    {"id": "rondje", "naam": "Rondje", "soort": "WELZIJN", "valt_onder": "kring"},
]
OVERAL = {"functie": FUNCTIES, "werkgever": WERKGEVERS}


# --- staff -------------------------------------------------------------------------------------------


def staf(*regels, soort=GEMEENTE, functie="consulent", werkgever="gemeente", **anders):
    mens = Medewerker(
        id="M-1",
        naam="Proef",
        functie=functie,
        werkgever=werkgever,
        werkgeversoort=soort,
        in_dienst_van=b.DAG,
        **anders,
    )
    return MedewerkerToets(mens, b.beeld(*regels, **OVERAL))


@mis("S-11", Moment.MEDEWERKER, "M-1 is in dienst van een ander (WELZIJN) en kan niet in wijkteam")
def welzijn_in_een_wijkteam():
    return staf("S-11", soort=WELZIJN, functie="midoffice", teams=("wijkteam",))


@goed("S-11", Moment.MEDEWERKER)
def welzijn_zonder_team():
    return staf("S-11", soort=WELZIJN, functie="midoffice")


@goed("S-11", Moment.MEDEWERKER)
def eigen_mens_in_een_wijkteam():
    return staf("S-11", teams=("wijkteam",))


@mis("W-8", Moment.MEDEWERKER, "M-1 werkt bij een aanbieder en kan niet in wijkteam")
def aanbieder_in_een_vast_team():
    return staf(soort=AANBIEDER, functie="midoffice", teams=("wijkteam",))


@goed("W-8", Moment.MEDEWERKER)
def aanbieder_naar_keuze_in_een_vast_team():
    return staf(team.adviserend(), soort=AANBIEDER, functie="midoffice", teams=("wijkteam",))


@mis("W-5", Moment.MEDEWERKER, "M-1 doet cliëntondersteuning, en de functie 'alleskunner' beoordeelt")
def ondersteuner_met_een_functie_die_beoordeelt():
    return staf(functie="alleskunner")


@mis("W-5", Moment.MEDEWERKER, "de functie 'consulent' beoordeelt")
def consulent_bij_een_ondersteuner():
    return staf(soort=STEUN, werkgever="mee")


@goed("W-5", Moment.MEDEWERKER)
def ondersteuner_beoordeelt_niets():
    return staf(soort=STEUN, werkgever="mee", functie="ondersteuner")


@mis("B-58", Moment.MEDEWERKER, "is in dienst van 'gemeente', dat zelf de toegang doet")
def ondersteuner_in_dienst_van_de_gemeente():
    return staf("B-58", functie="ondersteuner")


@mis("B-58", Moment.MEDEWERKER, "M-1 ondersteunt cliënten en zit in 'wijkteam', dat de toegang doet")
def ondersteuner_in_het_toegangsteam():
    return staf("B-58", soort=STEUN, werkgever="mee", functie="ondersteuner", teams=("wijkteam",))


@mis("B-58", Moment.MEDEWERKER, "'dochter' ondersteunt cliënten en valt onder 'gemeente'")
def ondersteuning_onder_een_dochter_van_de_gemeente():
    return staf("B-58", soort=STEUN, werkgever="dochter", functie="ondersteuner")


@goed("B-58", Moment.MEDEWERKER)
def onafhankelijke_ondersteuner():
    return staf("B-58", soort=STEUN, werkgever="mee", functie="ondersteuner")


@goed("B-58", Moment.MEDEWERKER)
def werkgevers_in_een_kringetje():
    return staf("B-58", soort=STEUN, werkgever="kring", functie="ondersteuner")


@goed("B-58", Moment.MEDEWERKER)
def wie_niet_ondersteunt_mag_in_het_team():
    return staf("B-58", teams=("wijkteam",))


# --- distribution ------------------------------------------------------------------------------------


def verdeling(*regels, eigen=None, mensen=(), plafond=None, toelichting="", bekend=None, **zaak):
    """Give a proposal of P-1, who has ten zaken, among colleagues."""
    gekozen = b.kandidaat("P-1", **{"caseload": 10, "teams": ("wijkteam",), **(eigen or {})})
    kandidaten = {mens.id: mens for mens in (gekozen, *mensen)}
    reden = b.reden(toelichting=toelichting)
    leden = b.casusteam(b.lid("P-1", Wet.WMO).gewijzigd(reden=reden))
    gezin = b.huishouden(regie=b.regie(eerste_aanspreekpunt=bekend) if bekend else None)
    beeld = b.beeld(*regels, **({"caseload_plafond": plafond} if plafond else {}))
    return TeamToets(b.zaak(**zaak), gezin, kandidaten, leden, beeld)


def collega(caseload=3, **anders):
    return b.kandidaat("P-2", **{"caseload": caseload, "teams": ("wijkteam",), **anders})


@mis("B-36", Moment.TEAM, "P-1 heeft 10 zaken, en even geschikt is P-2 met 3")
def ongelijk_verdeeld():
    return verdeling("B-36", mensen=(collega(),))


@mis("B-36", Moment.TEAM, "P-2 met 8")
def ongelijk_boven_de_marge():
    return verdeling(("B-36", b.eigen_regel(getallen={"marge": 1})), mensen=(collega(8),))


@goed("B-36", Moment.TEAM)
def ongelijk_binnen_de_marge():
    return verdeling(("B-36", b.eigen_regel(getallen={"marge": 2})), mensen=(collega(8),))


@goed("B-36", Moment.TEAM)
def een_mens_zei_waarom():
    return verdeling("B-36", mensen=(collega(),), toelichting="Kent de taal van dit gezin.")


@goed("B-36", Moment.TEAM)
def het_gezin_kent_haar_al():
    return verdeling("B-36", mensen=(collega(),), bekend="P-1")


@goed("B-36", Moment.TEAM)
def wie_er_al_werkt_blijft():
    return verdeling("B-36", mensen=(collega(),), leden=("P-1",))


@goed("B-36", Moment.TEAM)
def de_ander_is_niet_even_geschikt():
    anderen = (
        collega(aanwezig=False),
        collega(functie="midoffice"),
        collega(disciplines=("jeugd",)),
        collega(teams=()),
        collega(wetten=(Wet.WMO,)),
        collega(werkgever="kompas"),
    )
    mensen = tuple(mens.gewijzigd(id=f"P-{nummer}") for nummer, mens in enumerate(anderen, start=2))
    return verdeling("B-36", mensen=mensen)


@goed("B-36", Moment.TEAM)
def de_ander_kent_het_gebied_niet():
    eigen, ander = {"gebieden": ("kern",)}, collega(gebieden=("elders",))
    return verdeling("B-36", eigen=eigen, mensen=(ander,), gebied="kern")


@goed("B-36", Moment.TEAM)
def de_ander_is_niet_geregistreerd():
    return verdeling("B-36", eigen={"registers": ("SKJ",)}, mensen=(collega(),))


@mis("B-37", Moment.TEAM, "P-1 zit met 10 zaken aan het plafond van 10; ruimte heeft P-2")
def boven_het_plafond():
    return verdeling("B-37", mensen=(collega(gebieden=("elders",)),), plafond=10, gebied="kern")


@goed("B-37", Moment.TEAM)
def onder_het_plafond():
    return verdeling("B-37", mensen=(collega(),), plafond=11)


@goed("B-37", Moment.TEAM)
def iedereen_zit_vol():
    return verdeling("B-37", mensen=(collega(12),), plafond=10)


@goed("B-37", Moment.TEAM)
def geen_plafond_vastgesteld():
    return verdeling("B-37", mensen=(collega(),))


# --- clashing roles, overleg, inzage -----------------------------------------------------------------


def met_adviseur(wie):
    toets = besluit.toets()
    samen = b.casusteam(b.lid("P-1", Wet.WMO), adviseurs=(b.lid(wie),))
    return BesluitToets(**{**vars(toets), "team": samen})


@mis("W-5", Moment.BESLUIT, "P-9 adviseert in deze zaak en beslist nu ook")
def adviseur_beslist():
    return met_adviseur("P-9")


@mis("W-5", Moment.BESLUIT, "P-8 adviseert in deze zaak en toetst nu ook")
def adviseur_toetst():
    return met_adviseur("P-8")


@goed("W-5", Moment.BESLUIT)
def ander_adviseert():
    return met_adviseur("P-5")


@mis("W-5", Moment.TEAM, "P-2 doet cliëntondersteuning en mag niet beoordelen")
def ondersteuner_van_de_gemeente_beoordeelt():
    lid = b.lid("P-2", Wet.WMO).gewijzigd(rol="ondersteuner")
    toets = team.toets(mensen=(b.kandidaat("P-2"),), leden=(lid,))
    return TeamToets(toets.zaak, toets.huishouden, toets.kandidaten, toets.team, b.beeld(**OVERAL))


def tafel(*disciplines, **anders):
    mensen = {f"P-{nummer}": b.kandidaat(f"P-{nummer}", disciplines=(veld,)) for nummer, veld in enumerate(disciplines)}
    return OverlegToets(b.zaak(), Overleg(deelnemers=tuple(mensen), **anders), mensen, b.beeld("B-22"))


@mis("B-22", Moment.OVERLEG, "3 deelnemers uit 2 vakgebieden bespreken de zaak zonder de inwoner")
def tafel_over_de_client():
    return tafel("wmo", "jeugd", "jeugd")


@goed("B-22", Moment.OVERLEG)
def tafel_met_de_client():
    return tafel("wmo", "jeugd", "ggd", inwoner_erbij=True)


@goed("B-22", Moment.OVERLEG)
def tafel_voor_de_veiligheid():
    return tafel("wmo", "jeugd", "ggd", protocol="meldcode 2026-3")


@goed("B-22", Moment.OVERLEG)
def een_op_een_vragen():
    return tafel("wmo", "ggd")


@goed("B-22", Moment.OVERLEG)
def vakgenoten_onder_elkaar():
    return tafel("wmo", "wmo", "wmo")


# --- coherence, triage again, escalation -------------------------------------------------------------


def kort(**anders):
    vast = {"id": "Z2025-000009", "wet": Wet.GPK, "status": Stap.TEAM, "open": True, "melding_id": "M-9"}
    return ZaakKort(**{**vast, "problematiek": Problematiek.ENKELVOUDIG, **anders})


@mis("Z-18", Moment.REGIE, "er zijn meer partijen (2 professionals)")
def professionals_zonder_afstemming():
    return regie.toets("Z-18", huishouden={"aantal_professionals": 2})


@mis("Z-18", Moment.REGIE, "nog een lopende zaak (Z2025-000009)")
def zaken_zonder_afstemming():
    return regie.toets("Z-18", huishouden={"zaken": (kort(),)})


@mis("Z-18", Moment.REGIE, "2 organisaties in het team")
def organisaties_zonder_afstemming():
    toets = regie.toets("Z-18")
    samen = b.casusteam(b.lid("P-1", Wet.WMO), adviseurs=(b.lid("P-3"),))
    return RegieToets(toets.zaak, toets.huishouden, toets.kandidaten, samen, toets.regie, toets.beeld)


@goed("Z-18", Moment.REGIE)
def een_van_hen_stemt_af():
    return regie.toets("Z-18", huishouden={"aantal_professionals": 3}, coordinatie="P-2")


@goed("Z-18", Moment.REGIE)
def een_partij_hoeft_niet_af_te_stemmen():
    return regie.toets("Z-18", huishouden={"aantal_professionals": 1, "zaken": (kort(open=False),)})


@mis("D-23", Moment.REGIE, "toegang zaak problematiek Z2026-000001")
def hulpvraag_erbij_zonder_triage():
    return regie.toets("D-23", huishouden={"zaken": (kort(),)})


def opnieuw_bekeken(**zaak):
    toets = regie.toets("D-23", huishouden={"zaken": (kort(),)})
    return RegieToets(b.zaak(**zaak), toets.huishouden, toets.kandidaten, toets.team, toets.regie, toets.beeld)


@goed("D-23", Moment.REGIE)
def hulpvraag_erbij_opnieuw_bekeken():
    return opnieuw_bekeken(triage_op=b.DAG)


@goed("D-23", Moment.REGIE)
def hulpvraag_erbij_is_meervoudig():
    return opnieuw_bekeken(problematiek=Problematiek.MEERVOUDIG)


@goed("D-23", Moment.REGIE)
def samen_binnengekomen():
    return regie.toets("D-23", huishouden={"zaken": (kort(melding_id="M-1"),)})


@goed("D-23", Moment.REGIE)
def de_andere_zaak_kwam_later():
    return regie.toets("D-23", huishouden={"zaken": (kort(id="Z2026-000009"),)})


def bewoner_met_coach(aanspreekpunt):
    coach = b.kandidaat("P-2", Werkgeversoort.OVERHEIDS_BV)
    samen = b.casusteam(b.lid("P-2"), b.lid("P-1", Wet.WMO))
    regeling = b.regie(inwoner="I-1", eerste_aanspreekpunt=aanspreekpunt)
    zaak = b.zaak(problematiek=Problematiek.MEERVOUDIG)
    mensen = {"P-1": b.kandidaat("P-1"), "P-2": coach}
    return RegieToets(zaak, b.huishouden(), mensen, samen, regeling, b.beeld("D-12", "D-10"))


@goed("D-12", Moment.REGIE)
def coach_regelt_dat_de_bewoner_zelf_stuurt():
    return bewoner_met_coach("P-2")


@mis("D-12", Moment.REGIE, "het aanspreekpunt van de bewoner is P-1, en niet de buurtcoach (P-2)")
def bewoner_stuurt_zonder_coach():
    return bewoner_met_coach("P-1")


@goed("D-10", Moment.REGIE)
def de_inwoner_is_bij_naam_de_regisseur():
    return regie.toets("D-10", inwoner="I-1")


@mis("W-13", Moment.REGIE, "I-1 voert zelf de regie, en toch staat er ONDERSTEUND")
def inwoner_en_professional():
    return regie.toets(huishouden=regie.KAN_NIET, **regie.ondersteund(inwoner="I-1"))


@mis("W-13", Moment.REGIE, "I-7 hoort niet bij dit huishouden")
def inwoner_van_elders():
    return regie.toets(inwoner="I-7")


@mis("W-13", Moment.REGIE, "I-1 is niet (aantoonbaar) meerderjarig")
def kind_als_regisseur():
    return regie.toets(huishouden={"leden": (Lid(inwoner="I-1", minderjarig=True),)}, inwoner="I-1")


def escalatie(**anders):
    vast = {
        "zaak": b.zaak(),
        "regie": b.regie(modus=Regiemodus.ONDERSTEUND, regisseur="P-1"),
        "door": "P-1",
        "namens": frozenset({"P-1"}),
        "aan": "midoffice",
        "aan_medewerkers": ("P-8", "P-9"),
        "beeld": b.beeld(),
    }
    return EscalatieToets(**{**vast, **anders})


@mis("W-14", Moment.ESCALATIE, "P-4 voert hier niet de regie; dat doet P-1")
def niet_de_regisseur():
    return escalatie(door="P-4", namens=frozenset({"P-4"}))


@mis("W-14", Moment.ESCALATIE, "de regie over dit huishouden is nog niet belegd")
def nog_geen_regie():
    return escalatie(regie=None)


@mis("W-14", Moment.ESCALATIE, "'midoffice' is geen medewerker of functie die er vandaag is")
def niemand_om_naar_op_te_schalen():
    return escalatie(aan_medewerkers=())


@mis("W-14", Moment.ESCALATIE, "P-1 kan niet naar zichzelf opschalen")
def naar_zichzelf():
    return escalatie(aan="P-1", aan_medewerkers=("P-1",))


@goed("W-14", Moment.ESCALATIE)
def regisseur_escaleert():
    return escalatie()


@goed("W-14", Moment.ESCALATIE)
def vervanger_van_de_regisseur():
    return escalatie(door="P-4", namens=frozenset({"P-4", "P-1"}))


@goed("W-14", Moment.ESCALATIE)
def casemanager_schaalt_op():
    gedeeld = b.regie(modus=Regiemodus.ONDERSTEUND, regisseur="P-2", casemanager="P-1")
    return escalatie(regie=gedeeld)


@goed("W-14", Moment.ESCALATIE)
def aanspreekpunt_van_wie_zelf_stuurt():
    return escalatie(regie=b.regie(eerste_aanspreekpunt="P-1"))
