"""Cases for the rules on the gesprek: the own plan, the report and its parts."""

from datetime import date

import bouwers as b
from gevallen import goed, mis

from toegang.domain.adviesaanvraag import Adviesaanvraag, Adviessoort, Adviesstatus
from toegang.domain.begrippen import Problematiek, Werkgeversoort, Wet
from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksmap import Eigenplan, Eigenplanstand, Eigenplanstap
from toegang.domain.levensdomeinen import levensdomeinen
from toegang.guards.contexten_gesprek import GesprekToets
from toegang.guards.register import Moment

OP = date(2026, 3, 12)
VERTELD, UITERLIJK = date(2026, 3, 3), date(2026, 3, 9)
BRONNEN = ("ZELF", "OMGEVING", "VOORLIGGEND", "GEMEENTE")
OPLOSSING = {
    "wat": "hulp bij zwaar werk",
    "van": "GEMEENTE",
    "waarom": "bukken lukt niet meer",
    "inwoner": "daar ben ik blij mee",
    "aanbieders": ("A", "B"),
}
OVERAL = dict.fromkeys(levensdomeinen(), "niet aan de orde")
GEZIN = {"situatie": "woont samen", "wmo": "huishouden", "jeugdwet": "niet aan de orde", "participatiewet": "ja"}


def bijdragen(*bronnen, genoeg=()):
    return tuple({"van": bron, "wat": f"wat {bron} kan", "genoeg": bron in genoeg} for bron in bronnen)


def verslag(**anders):
    """Give a report to which no gemeente of ours, nor the law, has any objection."""
    vast = {
        "id": "G-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "op": OP,
        "plaats": "THUIS",
        "gevoerd_door": "P-1",
        "gepland_door": "P-1",
        "aanwezig": ("INWONER",),
        "inbreng": "ik wil thuis blijven",
        "eigen_plan": "samen doorgenomen",
        "eigen_verantwoordelijkheid_uitgelegd": True,
        "vraagverheldering": "schoonmaken lukt niet",
        "resultaat": "een schoon huis",
        "samenhang": "een schoon huis geeft rust",
        "levensdomeinen": {**OVERAL, "wonen": "te groot huis"},
        "gezin": GEZIN,
        "bijdragen": bijdragen(*BRONNEN),
        "onderzoek": {"a": "thuis blijven", "d": "niet nodig", "f": "huisarts gebeld", "g": "uitgelegd"},
        "medisch_complex": False,
        "pgb": {"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True, "hoe": "met de folder"},
        "maatwerk_besproken_op": OP,
        "deel_2": {"op": OP, "gevoerd_door": "P-1"},
        "gekozen": (OPLOSSING,),
    }
    return Gesprek.model_validate({**vast, **anders})


def eigenplan(stap=Eigenplanstap.ONTVANGEN, op=date(2026, 3, 5), tekst="zelf koken", **anders):
    vast = {"id": "EP-1", "zaak_id": "Z2026-000001", "stap": stap, "op": op, "tekst": tekst}
    return Eigenplan(**{**vast, **anders})


def stand(*stappen, verteld=VERTELD):
    return Eigenplanstand(stappen=stappen, brief_op=verteld, uiterlijk=UITERLIJK)


def advies(**anders):
    vast = {
        "id": "A-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "gevraagd_op": OP,
        "soort": Adviessoort.MEDISCH,
        "status": Adviesstatus.GEVRAAGD,
    }
    return Adviesaanvraag(**{**vast, **anders})


def toets(*regels, gesprek=None, **anders):
    vast = {
        "zaak": b.zaak(),
        "gesprek": gesprek or verslag(),
        "voerders": (b.behandelaar(),),
        "planner": b.behandelaar(),
        "eigen_plan": stand(eigenplan()),
        "andere_zaken": 0,
        "adviezen": (),
        "beeld": b.beeld(*regels),
    }
    return GesprekToets(**{**vast, **anders})


JEUGD = b.zaak(Wet.JEUGDWET)


@mis("S-14", Moment.GESPREK, "zegt niet of de eigen verantwoordelijkheid is uitgelegd")
def verantwoordelijkheid_niet_genoemd():
    return toets("S-14", gesprek=verslag(eigen_verantwoordelijkheid_uitgelegd=None))


@mis("S-14", Moment.GESPREK, "de eigen verantwoordelijkheid is niet uitgelegd")
def verantwoordelijkheid_niet_uitgelegd():
    return toets("S-14", gesprek=verslag(eigen_verantwoordelijkheid_uitgelegd=False))


@mis("S-15", Moment.GESPREK, "zegt niet wat de gemeente kan doen")
def gemeente_niet_besproken():
    return toets("S-15", gesprek=verslag(bijdragen=bijdragen("ZELF", "OMGEVING", "VOORLIGGEND")))


@mis("S-15", Moment.GESPREK, "zegt niet wat de omgeving kan doen")
def omgeving_niet_besproken():
    return toets("S-15", zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen("ZELF", "GEMEENTE"), onderzoek=()))


@mis("S-16", Moment.GESPREK, "de volgorde was de gemeente, de inwoner zelf")
def gemeente_eerst():
    return toets("S-16", gesprek=verslag(bijdragen=bijdragen("GEMEENTE", "ZELF", "OMGEVING", "VOORLIGGEND")))


@mis("S-16", Moment.GESPREK, "wat de omgeving doet is genoeg")
def toch_hulp_van_de_gemeente():
    return toets("S-16", gesprek=verslag(bijdragen=bijdragen(*BRONNEN, genoeg=("OMGEVING",))))


@goed("S-16", Moment.GESPREK)
def genoeg_zonder_gemeente():
    zelf = {**OPLOSSING, "van": "OMGEVING"}
    return toets("S-16", gesprek=verslag(bijdragen=bijdragen(*BRONNEN, genoeg=("OMGEVING",)), gekozen=(zelf,)))


@mis("B-13", Moment.GESPREK, "zegt niets over algemene voorzieningen")
def voorliggend_niet_besproken():
    return toets("B-13", zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen("ZELF", "OMGEVING", "GEMEENTE")))


@mis("B-13", Moment.GESPREK, "zegt niets over het eigen netwerk")
def netwerk_niet_besproken():
    return toets("B-13", zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen("ZELF", "VOORLIGGEND", "GEMEENTE")))


@goed("B-13", Moment.GESPREK)
def zonder_geindiceerde_zorg():
    zelf = {**OPLOSSING, "van": "ZELF"}
    return toets("B-13", zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen("ZELF"), gekozen=(zelf,)))


@mis("B-20", Moment.GESPREK, "niet beantwoord: onderwijs en opleiding, gezondheid")
def domeinen_vergeten():
    rest = {id: tekst for id, tekst in OVERAL.items() if id not in ("onderwijs", "gezondheid")}
    return toets("B-20", gesprek=verslag(levensdomeinen=rest))


@goed("B-20", Moment.GESPREK)
def eigen_keuze_van_domeinen():
    eigen = ("B-20", b.eigen_regel(lijsten={"domeinen": ("wonen", "financien")}))
    return toets(eigen, gesprek=verslag(levensdomeinen={"wonen": "te groot", "financien": "niet aan de orde"}))


@mis("B-39", Moment.GESPREK, "P-7 plande het huisbezoek en is geen consulent")
def administratie_plande():
    return toets("B-39", planner=b.behandelaar("P-7", "midoffice"))


@mis("B-39", Moment.GESPREK, "zegt niet wie het huisbezoek plande")
def planner_onbekend():
    return toets("B-39", planner=None)


@mis("B-39", Moment.GESPREK, "niet bij de inwoner thuis en er staat niet waarom")
def op_kantoor():
    return toets("B-39", gesprek=verslag(plaats="KANTOOR"))


@goed("B-39", Moment.GESPREK)
def op_kantoor_met_reden():
    return toets("B-39", planner=None, gesprek=verslag(plaats="KANTOOR", waarom_niet_thuis="wens van de inwoner"))


@mis("D-14", Moment.GESPREK, "niet bij de inwoner thuis")
def gesprek_per_telefoon():
    return toets("D-14", gesprek=verslag(plaats="TELEFONISCH"))


@mis("B-60", Moment.GESPREK, "niets over de hele situatie van het gezin")
def alleen_de_vraag():
    return toets("B-60", gesprek=verslag(gezin={**GEZIN, "situatie": ""}))


@mis("B-60", Moment.GESPREK, "niet beantwoord: JEUGDWET")
def jeugd_vergeten():
    return toets("B-60", gesprek=verslag(gezin={**GEZIN, "jeugdwet": " "}))


@mis("Z-9", Moment.GESPREK, "er is geen eigen plan van de inwoner")
def geen_eigen_plan():
    return toets("Z-9", zaak=JEUGD, eigen_plan=stand())


@mis("Z-9", Moment.GESPREK, "er staat niet waarom")
def afgezien_zonder_reden():
    return toets("Z-9", eigen_plan=stand(eigenplan(Eigenplanstap.AFGEZIEN, tekst=" ")))


@mis("Z-9", Moment.GESPREK, "kwam pas op 2026-03-13, na het gesprek")
def eigen_plan_te_laat():
    return toets("Z-9", eigen_plan=stand(eigenplan(op=date(2026, 3, 13))))


@goed("Z-9", Moment.GESPREK)
def afgezien_met_reden():
    return toets("Z-9", eigen_plan=stand(eigenplan(Eigenplanstap.AFGEZIEN, tekst="liever samen")))


@goed("Z-9", Moment.GESPREK)
def andere_wet():
    eigen = ("Z-9", b.eigen_regel(lijsten={"wetten": ("WMO",)}))
    return toets(eigen, zaak=JEUGD, eigen_plan=stand())


@mis("Z-10", Moment.GESPREK, "er volgens het verslag niet bij")
def inwoner_er_niet_bij():
    return toets("Z-10", gesprek=verslag(aanwezig=("PROFESSIONAL", "FAMILIE")))


@mis("Z-10", Moment.GESPREK, "de inbreng van de inwoner staat er niet in")
def zonder_inbreng():
    return toets("Z-10", gesprek=verslag(inbreng=""))


@mis("Z-10", Moment.GESPREK, "bij oplossing 2 staat niet wat de inwoner ervan vindt")
def oplossing_zonder_inwoner():
    return toets("Z-10", gesprek=verslag(gekozen=(OPLOSSING, {**OPLOSSING, "inwoner": ""})))


@goed("Z-10", Moment.GESPREK)
def vertegenwoordiger_spreekt():
    return toets("Z-10", gesprek=verslag(aanwezig=("VERTEGENWOORDIGER",)))


@mis("D-15", Moment.GESPREK, "deel 2 (2026-03-11) was eerder dan deel 1 (2026-03-12)")
def oplossingen_eerst():
    return toets("D-15", gesprek=verslag(deel_2={"op": date(2026, 3, 11), "gevoerd_door": "P-1"}))


@mis("D-15", Moment.GESPREK, "deel 2 heeft nog geen eigen dag en gespreksvoerder")
def een_deel():
    return toets("D-15", gesprek=verslag(deel_2=None))


@mis("D-15", Moment.GESPREK, "het te behalen resultaat staat er niet in")
def geen_resultaat():
    return toets("D-15", gesprek=verslag(resultaat=""))


@goed("D-15", Moment.GESPREK)
def delen_op_twee_dagen():
    return toets("D-15", gesprek=verslag(deel_2={"op": date(2026, 3, 20), "gevoerd_door": "P-2"}))


@mis("D-17", Moment.GESPREK, "er staat niet wanneer dat met de inwoner is besproken")
def maatwerk_niet_besproken():
    return toets("D-17", gesprek=verslag(maatwerk_besproken_op=None))


@goed("D-17", Moment.GESPREK)
def geen_maatwerk():
    zelf = {**OPLOSSING, "van": "ZELF"}
    return toets("D-17", gesprek=verslag(maatwerk_besproken_op=None, gekozen=(zelf,)))


@mis("W-12", Moment.GESPREK, "P-4 voerde het gesprek en werkt bij een aanbieder")
def adviseur_met_belang():
    return toets(voerders=(b.behandelaar(), b.behandelaar("P-4", soort=Werkgeversoort.AANBIEDER)))


@mis("W-12", Moment.GESPREK, "bij oplossing 1 staat niet uit welke aanbieders")
def niets_te_kiezen():
    return toets(gesprek=verslag(gekozen=({**OPLOSSING, "aanbieders": ("A",)},)))


@goed("W-12", Moment.GESPREK)
def een_aanbieder_met_reden():
    enige = {**OPLOSSING, "aanbieders": ("A",), "geen_keuze_omdat": "er is er maar een"}
    return toets(gesprek=verslag(gekozen=(enige,)))


@mis("W-16", Moment.GESPREK, "zegt niet wat de inwoner zelf kan")
def eigen_kracht_vergeten():
    return toets(zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen("GEMEENTE")))


@mis("W-16", Moment.GESPREK, "meer dan één probleem")
def los_van_elkaar():
    domeinen = {**OVERAL, "wonen": "te groot huis", "financien": "schulden"}
    return toets(gesprek=verslag(samenhang="", levensdomeinen=domeinen))


@mis("W-16", Moment.GESPREK, "meer dan één probleem")
def andere_zaak_vergeten():
    return toets(andere_zaken=1, gesprek=verslag(samenhang=""))


@mis("W-16", Moment.GESPREK, "meer dan één probleem")
def meervoudig_zonder_samenhang():
    return toets(zaak=b.zaak(problematiek=Problematiek.MEERVOUDIG), gesprek=verslag(samenhang=""))


@goed("W-16", Moment.GESPREK)
def een_probleem():
    return toets(gesprek=verslag(samenhang=""))


@mis("W-18", Moment.GESPREK, "bij oplossing 1 staat niet waarom")
def zonder_argument():
    return toets(gesprek=verslag(gekozen=({**OPLOSSING, "waarom": " "},)))


@mis("W-18", Moment.GESPREK, "noemt geen enkele oplossing")
def zonder_oplossing():
    return toets(gesprek=verslag(gekozen=()))


@mis("W-20", Moment.GESPREK, "zegt niet of er ingewikkelde medische problemen zijn")
def medisch_niet_genoemd():
    return toets(gesprek=verslag(medisch_complex=None))


@mis("W-20", Moment.GESPREK, "is geen medisch adviseur gevraagd")
def adviseur_vergeten():
    ingetrokken = advies(status=Adviesstatus.INGETROKKEN)
    return toets(gesprek=verslag(medisch_complex=True), adviezen=(ingetrokken, advies(soort=Adviessoort.AANBIEDER)))


@goed("W-20", Moment.GESPREK)
def adviseur_gevraagd():
    return toets(gesprek=verslag(medisch_complex=True), adviezen=(advies(),))


@goed("W-20", Moment.GESPREK)
def adviseur_niet_nodig():
    return toets(gesprek=verslag(medisch_complex=True, geen_medisch_advies_omdat="er ligt een recent advies"))


@goed("S-14", Moment.GESPREK)
@goed("S-15", Moment.GESPREK)
@goed("B-60", Moment.GESPREK)
@goed("D-14", Moment.GESPREK)
@goed("W-18", Moment.GESPREK)
def alles_besproken():
    return toets("S-14", "S-15", "S-16", "B-13", "B-20", "B-39", "B-60", "Z-9", "Z-10", "D-14", "D-15", "D-17")
