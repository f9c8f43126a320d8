"""Cases for the rules on a letter as a whole, and on sending it."""

from dataclasses import replace
from datetime import date

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.guards.contexten_document import BekendmakingToets, DocumentToets, Eigentekst
from toegang.guards.register import Moment

DOCUMENT, BEKENDMAKING = Moment.DOCUMENT, Moment.BEKENDMAKING
THUIS = {"straat": "Dorpsstraat", "huisnummer": "1", "postcode": "1234AB", "woonplaats": "Proefdorp"}
ELDERS = {"straat": "Geheimlaan", "huisnummer": "12", "postcode": "9876ZX", "woonplaats": "Elders"}
BSN = "999990019"
WMO = (
    "U krijgt hulp bij het huishouden vanaf 2 maart 2026. Waarvoor: een schoon huis. Verandert er iets? Laat het ons "
    "meteen weten. Dat moet van artikel\u00a02.3.8 van de wet. De eigen bijdrage stelt het CAK vast."
)
PW = "U krijgt bijstand. Verandert er iets? Laat het ons meteen weten. Dat moet van artikel 17 van de wet."
BESLUIT = {"besluit": "Hulp bij het huishouden, vanaf 2 maart 2026, waarvoor: een schoon huis."}


def brief(tekst=WMO, *regels, wet=Wet.WMO, eigen=(), soort=Besluitsoort.TOEKENNING, **anders):
    """Give a letter of a full grant, to a client at home, in which all is well."""
    voorziening = anders.pop("voorziening", b.voorziening(wet=wet, resultaat="een schoon huis"))
    vast = {
        "zaak": b.zaak(wet),
        "op": b.DAG,
        "tekst": tekst,
        "beeld": b.beeld(*regels),
        "blokken": BESLUIT,
        "eigen": tuple(Eigentekst(plek, deel) for plek, deel in eigen),
        "besluit": b.besluit(soort=soort, voorzieningen=(voorziening,)),
        "voorzieningen": (voorziening,),
        "geadresseerden": (b.inwoner(**THUIS),),
    }
    return DocumentToets(**{**vast, **anders})


def erbij(tekst, **anders):
    return brief(f"{WMO} {tekst}", **anders)


# L-131


@mis("L-131", DOCUMENT, "er staat een nummer dat een BSN kan zijn in motivering, conclusie")
def bsn_in_de_motivering():
    tekst = f"Uw nummer {BSN} is bekend."
    return erbij(tekst, eigen=(("motivering, conclusie", tekst), ("motivering, stap 1", "U kookt zelf.")))


@mis("L-131", DOCUMENT, "een nummer dat een BSN kan zijn")
def bsn_in_groepjes():
    return erbij(f"Nummer {BSN[:4]} {BSN[4:6]} {BSN[6:]}.")


@mis("L-131", DOCUMENT, "2 nummers")
def twee_nummers():
    return erbij(f"{BSN} en {BSN[:3]}.{BSN[3:6]}.{BSN[6:]}")


@goed("L-131", DOCUMENT)
def telefoon_zaaknummer_rekening_en_bedrag():
    zaak = f"Z2026-{BSN}"
    return erbij(f"Bel 088 {BSN[:3]} 12 34. Zaak {zaak}. Rekening NL00BANK0{BSN}. Op 12-03-2026 was het 1.234.567,89.")


@goed("L-131", DOCUMENT)
def negen_cijfers_die_de_elfproef_niet_doorstaan():
    return erbij("Kenmerk 999990018.")


# L-133


def met_geheim(tekst, geheimhouding=7, adres=ELDERS):
    ander = b.inwoner(id="I-2", geheimhouding=geheimhouding, **adres)
    return erbij(tekst, anderen=(ander,))


GEHEIM = "De inwoner vertelde dat het thuis vaak misgaat."


@mis("L-68", DOCUMENT, "neemt 1 keer over wat niet voor hem is")
def aanbieder_leest_eigen_woorden():
    return brief(f"Lever hulp. {GEHEIM}", aan_derde=True, geadresseerden=(), vertrouwelijk=(GEHEIM,), besluit=None)


@mis("L-68", DOCUMENT, "een blok met redenen")
def aanbieder_leest_redenen():
    return brief("Lever hulp.", aan_derde=True, geadresseerden=(), blokken={"motivering": "Omdat."}, besluit=None)


@goed("L-68", DOCUMENT)
def aanbieder_leest_wat_nodig_is():
    return brief(
        "Lever twee uur hulp.", aan_derde=True, geadresseerden=(), vertrouwelijk=(GEHEIM, "hulp"), besluit=None
    )


@goed("L-68", DOCUMENT)
def de_inwoner_leest_de_eigen_woorden():
    return brief(f"{WMO} {GEHEIM}", vertrouwelijk=(GEHEIM,))


@mis("L-133", DOCUMENT, "de brief noemt het adres van I-2, die geheimhouding heeft")
def geheim_adres_met_straat():
    return met_geheim("Uw dochter woont op de Geheimlaan  12 in Elders.")


@mis("L-133", DOCUMENT, "I-2")
def geheim_adres_met_postcode():
    return met_geheim("Haar postcode is 9876 zx.")


@goed("L-133", DOCUMENT)
def een_ander_huis_in_die_straat():
    return met_geheim("De school staat op de Geheimlaan 120.")


@goed("L-133", DOCUMENT)
def adres_zonder_geheimhouding():
    return met_geheim("Uw dochter woont op de Geheimlaan 12.", geheimhouding=0)


@goed("L-133", DOCUMENT)
def wie_daar_zelf_woont_mag_het_lezen():
    return met_geheim("U woont op de Dorpsstraat 1, 1234 AB.", adres=THUIS)


# L-63, L-107


@mis("L-63", DOCUMENT, "de brief zegt niet dat de inwoner veranderingen moet doorgeven")
def geen_inlichtingenplicht():
    return brief("U krijgt hulp. De eigen bijdrage stelt het CAK vast.")


@mis("L-63", DOCUMENT, "zonder artikel 2.3.8")
def inlichtingenplicht_zonder_artikel():
    return brief("Verandert er iets? Laat het ons weten. De eigen bijdrage stelt het CAK vast.")


@goed("L-63", DOCUMENT)
def inlichtingenplicht_met_artikel():
    return brief()


@goed("L-63", DOCUMENT)
def een_afwijzing_vraagt_niets_door_te_geven():
    return brief("Wij wijzen uw aanvraag af.", soort=Besluitsoort.AFWIJZING)


@mis("L-107", DOCUMENT, "veranderingen moet doorgeven")
def bijstand_zonder_inlichtingenplicht():
    return brief("U krijgt bijstand.", wet=Wet.PARTICIPATIEWET)


@mis("L-107", DOCUMENT, "zonder artikel 17")
def bijstand_met_een_ander_artikel():
    return brief(PW.replace("17", "170"), wet=Wet.PARTICIPATIEWET)


@goed("L-107", DOCUMENT)
def bijstand_met_inlichtingenplicht():
    return brief(PW, wet=Wet.PARTICIPATIEWET)


# L-66


@mis("L-66", DOCUMENT, "de brief zegt niet of er een eigen bijdrage is")
def niets_over_de_bijdrage():
    return brief(WMO.replace("De eigen bijdrage stelt het CAK vast.", ""))


@mis("L-66", DOCUMENT, "niet dat het CAK haar vaststelt en int")
def een_bijdrage_zonder_cak():
    return brief(WMO.replace("stelt het CAK vast", "komt later"))


@mis("L-66", DOCUMENT, "boven het hoogste bedrag van die dag: €\u00a021,80 per maand")
def een_te_hoge_bijdrage():
    return erbij("De eigen bijdrage is € 25,00 per maand.")


@mis("L-66", DOCUMENT, "wat er op 1 februari 2027 geldt, is niet bekend")
def een_bedrag_in_een_jaar_dat_niet_bekend_is():
    return erbij("De eigen bijdrage is € 21,80 per maand.", op=date(2027, 2, 1))


@mis("L-66", DOCUMENT, "wat er op 1 juli 2019 geldt, is niet bekend")
def in_2019_was_het_een_bedrag_per_vier_weken():
    return erbij("De eigen bijdrage is € 19,00 per maand.", op=date(2019, 7, 1))


@goed("L-66", DOCUMENT)
def beschermd_wonen_kent_een_ander_bedrag():
    wonen = b.voorziening(product="beschermd-wonen", resultaat="een schoon huis")
    return erbij("De eigen bijdrage is € 180,00 per maand.", voorziening=wonen)


@goed("L-66", DOCUMENT)
def het_bedrag_van_dit_jaar():
    return erbij("De eigen bijdrage is hoogstens € 21,80 per maand. De hulp kost € 900 per maand.")


@goed("L-66", DOCUMENT)
def het_bedrag_van_2024():
    return erbij("De eigen bijdrage is hoogstens € 20,60 per maand.", op=date(2024, 5, 1))


# L-67


@mis("L-67", DOCUMENT, "bij V1 (hulp-huishouden) staat niet: met welk resultaat")
def zonder_resultaat():
    return brief(voorziening=b.voorziening())


@mis("L-67", DOCUMENT, "vanaf wanneer, tot wanneer")
def zonder_dagen():
    item = b.voorziening(resultaat="een schoon huis", ingangsdatum=date(2026, 5, 1), einddatum=date(2027, 5, 1))
    return brief(voorziening=item)


@mis("L-67", DOCUMENT, "dat het een pgb is, het bedrag van het pgb, hoe het bedrag is berekend")
def pgb_zonder_bedrag():
    return brief(voorziening=b.voorziening(resultaat="een schoon huis", leveringsvorm=Leveringsvorm.PGB))


@goed("L-67", DOCUMENT)
def pgb_met_bedrag():
    anders = {"leveringsvorm": Leveringsvorm.PGB, "bedrag_centen": 512_000, "berekening": "4 uur per week"}
    item = b.voorziening(resultaat="een schoon huis", **anders)
    blok = {"besluit": f"{BESLUIT['besluit']} Een pgb van €\u00a05.120,00: 4 uur per week."}
    return brief(voorziening=item, blokken=blok)


@goed("L-67", DOCUMENT)
def alles_staat_erin():
    return brief()


# L-134, B-67


def verzending(*regels, verzender="midoffice", persoon=None, **anders):
    beeld = b.beeld(*regels)
    vast = {
        "zaak": b.zaak(),
        "op": b.DAG,
        "personen": (b.inwoner(**THUIS, **(persoon or {})),),
        "verzender": verzender,
        "route": beeld.organisatie.besluitroutes[0],
        "beeld": beeld,
    }
    return BekendmakingToets(**{**vast, **anders})


@mis("L-134", BEKENDMAKING, "I-1 is overleden")
def sinds_de_brief_overleden():
    return verzending(persoon={"overlijdensdatum": "20260228"})


@mis("L-134", BEKENDMAKING, "I-1 is vertrokken of heeft geen vast adres")
def sinds_de_brief_vertrokken():
    return verzending(persoon={"opschorting": "E"})


@mis("L-134", BEKENDMAKING, "geen vast adres")
def een_briefadres():
    return verzending(persoon={"functieadres": "B"})


@goed("L-134", BEKENDMAKING)
def een_woonadres():
    return verzending(persoon={"functieadres": "W"})


@mis("B-67", BEKENDMAKING, "functie 'consulent' verzendt, maar dat doet 'midoffice'")
def de_consulent_verzendt_zelf():
    return verzending("B-67", verzender="consulent")


@goed("B-67", BEKENDMAKING)
def de_route_verzendt():
    return verzending("B-67")


@goed("B-67", BEKENDMAKING)
def niemand_met_een_functie_verzendt():
    return replace(verzending("B-67"), verzender=None)


# L-24


def digitaal(**anders):
    ja = Toestemming(
        id="TS-1",
        dossier_id="D-1",
        inwoner_id="I-1",
        soort=Toestemmingsoort.DIGITALE_BERICHTEN,
        reikwijdte="besluit",
        gegeven_op=b.DAG,
    )
    return verzending(digitaal=(Berichtsoort.BESLUIT,), toestemmingen=(ja.gewijzigd(**anders),))


@mis("L-24", BEKENDMAKING, "een besluit gaat digitaal, maar niet iedereen die hem krijgt wil dat op die dag")
def sinds_de_brief_ingetrokken():
    return digitaal(ingetrokken_op=b.DAG)


@goed("L-24", BEKENDMAKING)
def nog_steeds_digitaal():
    return digitaal()


@goed("L-24", BEKENDMAKING)
def per_post_vraagt_geen_toestemming():
    return verzending()
