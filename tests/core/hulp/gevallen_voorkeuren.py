"""Cases for what a source prefers; the strength of the row decides nothing here, these never refuse."""

import bouwers as b
from gevallen import goed, mis
from gevallen_nazorg import aanbieder, levering

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.medewerker import Medewerker
from toegang.guards.contexten_beleid import BeleidToets
from toegang.guards.contexten_mensen import MedewerkerToets
from toegang.guards.contexten_nazorg import Intervisietelling, RapportToets, ToewijzingToets
from toegang.guards.register import Moment

BELEID = Moment.BELEID
KCC = {"id": "kcc", "naam": "het KCC", "soort": "KCC", "kanalen": ["TELEFOON"]}
ADMINISTRATIE = {"id": "adm", "naam": "de administratie", "soort": "ADMINISTRATIE", "kanalen": ["TELEFOON"]}


def loketten(regel, *rijen):
    return BeleidToets(b.beeld(regel, loket=list(rijen)))


# --- B-8 ---------------------------------------------------------------------------------------------


@mis("B-8", BELEID, "het telefoonmenu van het KCC heeft geen keuze voor het sociaal domein")
def kcc_zonder_keuze():
    return loketten("B-8", KCC, ADMINISTRATIE)


@mis("B-8", BELEID, "het telefoonmenu van het KCC")
def kcc_met_een_lege_keuze():
    return loketten("B-8", {**KCC, "telefoonkeuze": " "})


@goed("B-8", BELEID)
def kcc_met_keuze():
    return loketten("B-8", {**KCC, "telefoonkeuze": "sociaal domein"}, ADMINISTRATIE)


@goed("B-8", BELEID)
def kcc_zonder_telefoon():
    return loketten("B-8", {**KCC, "kanalen": ["BALIE"]})


# --- B-9 ---------------------------------------------------------------------------------------------


@mis("B-9", BELEID, "het KCC neemt de telefoon op en geeft niet door aan de administratie")
def kcc_houdt_de_telefoon():
    return loketten("B-9", KCC, ADMINISTRATIE)


@mis("B-9", BELEID, "het KCC neemt de telefoon op en geeft niet door")
def kcc_geeft_in_een_kring_door():
    return loketten("B-9", {**KCC, "geeft_door_aan": "kcc"}, ADMINISTRATIE)


@mis("B-9", BELEID, "geen loket van de administratie is telefonisch te bereiken")
def administratie_zonder_telefoon():
    return loketten("B-9", {**KCC, "geeft_door_aan": "adm"}, {**ADMINISTRATIE, "kanalen": ["BALIE"]})


@goed("B-9", BELEID)
def kcc_geeft_in_twee_stappen_door():
    tussen = {**KCC, "id": "tussen", "naam": "tussen", "soort": "BALIE", "kanalen": ["BALIE"], "geeft_door_aan": "adm"}
    return loketten("B-9", {**KCC, "geeft_door_aan": "tussen"}, tussen, ADMINISTRATIE)


# --- B-28 --------------------------------------------------------------------------------------------


@mis("B-28", BELEID, "voor het gezinsplan is geen vast format genoemd")
def gezinsplan_zonder_format():
    return BeleidToets(b.beeld("B-28", plansoorten=["GEZINSPLAN"]))


@mis("B-28", BELEID, "voor het gezinsplan is geen vast format genoemd")
def meervoudig_gezinsplan_met_format_van_een_ander_plan():
    formaten = {"ONDERSTEUNINGSPLAN": "eigen format"}
    return BeleidToets(b.beeld("B-28", plansoort_meervoudig="GEZINSPLAN", planformaten=formaten))


@goed("B-28", BELEID)
def gezinsplan_met_format():
    return BeleidToets(b.beeld("B-28", plansoorten=["GEZINSPLAN"], planformaten={"GEZINSPLAN": "format Streek"}))


@goed("B-28", BELEID)
def geen_gezinsplan_in_gebruik():
    return BeleidToets(b.beeld("B-28"))


# --- B-53 --------------------------------------------------------------------------------------------

PROCESSEN = ("B-53", b.eigen_regel(lijsten={"processen": ("lrkp", "smi")}))
SMI = {"proces": "smi", "naam": "Sociaal-medische indicatie", "via": "consulent"}


@mis("B-53", BELEID, "nog niet afgesproken is hoe deze processen aansluiten: lrkp ([[aansluiting]])")
def een_proces_sluit_niet_aan():
    return BeleidToets(b.beeld(PROCESSEN, aansluiting=[SMI]))


@goed("B-53", BELEID)
def alle_processen_sluiten_aan():
    lrkp = {"proces": "lrkp", "naam": "Register kinderopvang", "via": "wijkteam"}
    return BeleidToets(b.beeld(PROCESSEN, aansluiting=[SMI, lrkp]))


# --- B-66 --------------------------------------------------------------------------------------------

VELDEN = ("B-66", b.eigen_regel(lijsten={"functies": ("midoffice",), "vakgebieden": ("wmo", "jeugd")}))


def administratie(*disciplines, functie="midoffice"):
    mens = Medewerker(
        id="M-1",
        naam="Proef",
        functie=functie,
        werkgever="gemeente",
        werkgeversoort=Werkgeversoort.GEMEENTE,
        disciplines=disciplines,
        in_dienst_van=b.DAG,
    )
    return MedewerkerToets(mens, b.beeld(VELDEN))


@mis("B-66", Moment.MEDEWERKER, "M-1 doet administratie zonder eigen vakgebied; kies uit wmo, jeugd")
def administratie_zonder_vakgebied():
    return administratie("schulden")


@mis("B-66", Moment.MEDEWERKER, "M-1 doet de administratie van alle vakgebieden")
def allround_administratie():
    return administratie("jeugd", "wmo")


@goed("B-66", Moment.MEDEWERKER)
def administratie_met_een_vakgebied():
    return administratie("jeugd")


@goed("B-66", Moment.MEDEWERKER)
def consulent_zonder_vakgebied():
    return administratie(functie="consulent")


# --- B-42 --------------------------------------------------------------------------------------------


def toewijzing(contact, *anderen):
    bij_gezin = tuple(levering(id=f"LV-{nr}", contact=ander) for nr, ander in enumerate(anderen, start=2))
    return ToewijzingToets(levering(contact=contact), aanbieder(), b.DAG, b.beeld("B-42"), bij_gezin)


@mis("B-42", Moment.TOEWIJZING, "aanbieder 'thuiszorg' heeft voor dit gezin geen contactpersoon genoemd")
def geen_contact_genoemd():
    return toewijzing("", "P-12")


@mis("B-42", Moment.TOEWIJZING, "aanbieder 'thuiszorg' heeft bij dit gezin al een contactpersoon: P-12")
def een_tweede_contact():
    return toewijzing("P-13", "P-12", "P-13")


@goed("B-42", Moment.TOEWIJZING)
def hetzelfde_contact():
    return toewijzing("P-12", "P-12", "")


# --- B-81 --------------------------------------------------------------------------------------------


def intervisie(onderling, extern):
    telling = Intervisietelling(onderling, extern)
    return RapportToets(b.DAG, 2025, b.DAG, b.DAG.replace(year=2026, month=1, day=1), b.beeld("B-81"), (), telling)


@mis("B-81", Moment.RAPPORT, "geen onderlinge intervisie vastgelegd")
def geen_onderlinge_intervisie():
    return intervisie(0, 2)


@mis("B-81", Moment.RAPPORT, "geen intervisie met iemand van buiten vastgelegd")
def geen_externe_intervisie():
    return intervisie(2, 0)


@goed("B-81", Moment.RAPPORT)
def beide_soorten_intervisie():
    return intervisie(1, 1)
