"""Cases for the law on the research, and for what must be there before a decision on it."""

from datetime import date

import bouwers as b
from gevallen import goed, mis
from gevallen_gesprek import BRONNEN, JEUGD, advies, bijdragen, eigenplan, stand, toets, verslag

from toegang.domain.adviesaanvraag import Adviesstatus
from toegang.domain.begrippen import Besluitsoort, Voorzieningsoort
from toegang.domain.besluit import Motivering
from toegang.domain.gespreksmap import Eigenplanstap
from toegang.guards.contexten_gesprek import OnderzoekToets
from toegang.guards.register import Moment

GEGEVEN = date(2026, 3, 1)
RAPPORT = "De cliënt heeft al jaren last van een ernstige aandoening aan de knie."


def voor_besluit(*regels, **anders):
    vast = {
        "zaak": b.zaak(),
        "gesprek": verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=GEGEVEN),
        "adviezen": (),
        "soort": Besluitsoort.TOEKENNING,
        "voorzieningen": (b.voorziening(),),
        "motivering": Motivering(stappen=(("Eigen kracht", "U kunt niet bukken."),), conclusie="Daarom."),
        "beeld": b.beeld(*regels),
    }
    return OnderzoekToets(**{**vast, **anders})


@mis("L-51", Moment.GESPREK, "nergens staat dat de inwoner hoorde")
def niet_verteld():
    return toets(eigen_plan=stand(verteld=None))


@mis("L-51", Moment.GESPREK, "pas op 2026-03-14 van het persoonlijk plan, na het gesprek")
def te_laat_verteld():
    return toets(eigen_plan=stand(verteld=date(2026, 3, 14)))


@mis("L-51", Moment.GESPREK, "kan tot en met 2026-03-09 nog een persoonlijk plan inleveren")
def zeven_dagen_niet_om():
    dag = date(2026, 3, 9)
    return toets(gesprek=verslag(op=dag, deel_2={"op": dag, "gevoerd_door": "P-1"}), eigen_plan=stand())


@mis("L-51", Moment.GESPREK, "zegt niet wat er met het persoonlijk plan is gedaan")
def plan_niet_gebruikt():
    return toets(gesprek=verslag(eigen_plan=" "))


@goed("L-51", Moment.GESPREK)
def zeven_dagen_voorbij():
    return toets(gesprek=verslag(eigen_plan=""), eigen_plan=stand())


@goed("L-51", Moment.GESPREK)
def afgezien_binnen_zeven_dagen():
    dag, ziet_af = date(2026, 3, 5), eigenplan(Eigenplanstap.AFGEZIEN, op=date(2026, 3, 4), tekst="")
    gesprek = verslag(op=dag, eigen_plan="", deel_2={"op": dag, "gevoerd_door": "P-1"})
    return toets(gesprek=gesprek, eigen_plan=stand(ziet_af))


@goed("L-51", Moment.GESPREK)
def jeugd_kent_geen_persoonlijk_plan():
    return toets(zaak=JEUGD, eigen_plan=stand(verteld=None))


@mis("L-53", Moment.GESPREK, "niet beantwoord: onderdeel d, g")
def onderdelen_vergeten():
    return toets(gesprek=verslag(onderzoek={"a": "thuis", "d": " ", "f": "gebeld"}))


@mis("L-53", Moment.GESPREK, "niet beantwoord: onderdeel e")
def algemene_voorziening_vergeten():
    return toets(gesprek=verslag(bijdragen=bijdragen("ZELF", "OMGEVING", "GEMEENTE")))


@goed("L-53", Moment.GESPREK)
def letters_in_plaats_van_bijdragen():
    return toets(gesprek=verslag(bijdragen=(), onderzoek=dict.fromkeys("abcdefg", "besproken")))


@goed("L-53", Moment.GESPREK)
def zeven_onderdelen_zijn_van_de_wmo():
    return toets(zaak=JEUGD, gesprek=verslag(bijdragen=bijdragen(*BRONNEN), onderzoek=()))


@mis("L-54", Moment.GESPREK, "niet dat de inwoner van het persoonsgebonden budget hoorde")
def pgb_niet_genoemd():
    return toets(gesprek=verslag(pgb=None))


@mis("L-54", Moment.GESPREK, "de gevolgen van een persoonsgebonden budget zijn niet uitgelegd")
def pgb_zonder_gevolgen():
    return toets(gesprek=verslag(pgb={"mogelijkheid_verteld": True, "hoe": "met de folder"}))


@mis("L-54", Moment.GESPREK, "niet hoe het persoonsgebonden budget begrijpelijk is uitgelegd")
def pgb_onbegrijpelijk():
    return toets(gesprek=verslag(pgb={"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True}))


@goed("L-54", Moment.GESPREK)
def pgb_uitgelegd():
    return toets()


@mis("L-55", Moment.ONDERZOEK, "heeft het verslag van het onderzoek nog niet gekregen")
def verslag_niet_gegeven():
    return voor_besluit(gesprek=verslag())


@mis("L-55", Moment.ONDERZOEK, "(versie 2) nog niet gekregen")
def nieuwe_versie_niet_gegeven():
    return voor_besluit(gesprek=verslag(versie=2))


@mis("L-55", Moment.ONDERZOEK, "heeft het verslag van het onderzoek nog niet gekregen")
def geen_verslag():
    return voor_besluit(gesprek=None)


@mis("L-55", Moment.ONDERZOEK, "pas op 2026-03-03, na het besluit")
def verslag_na_besluit():
    return voor_besluit(gesprek=verslag(verstrekt_op=date(2026, 3, 3)))


@goed("L-55", Moment.ONDERZOEK)
def intrekking_volgt_niet_uit_onderzoek():
    return voor_besluit(gesprek=None, soort=Besluitsoort.INTREKKING)


@mis("D-17", Moment.ONDERZOEK, "zegt niet dat dit met de inwoner is besproken")
def besluit_over_onbesproken_maatwerk():
    return voor_besluit("D-17", gesprek=verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=None))


@mis("D-17", Moment.ONDERZOEK, "pas op 2026-03-03 besproken, na dit besluit")
def achteraf_besproken():
    return voor_besluit("D-17", gesprek=verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=date(2026, 3, 3)))


@goed("D-17", Moment.ONDERZOEK)
def besluit_zonder_maatwerk():
    algemeen = b.voorziening(soort=Voorzieningsoort.ALGEMEEN)
    zonder = verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=None)
    return voor_besluit("D-17", gesprek=zonder, voorzieningen=(algemeen,))


@mis("W-20", Moment.ONDERZOEK, "het medisch advies A-1 is gevraagd en nog niet ontvangen")
def advies_loopt_nog():
    return voor_besluit(adviezen=(advies(),))


@goed("W-20", Moment.ONDERZOEK)
def advies_binnen_of_niet_meer_nodig():
    binnen, weg = advies(status=Adviesstatus.ONTVANGEN), advies(id="A-2", status=Adviesstatus.INGETROKKEN)
    return voor_besluit(adviezen=(binnen, weg))


@mis("L-138", Moment.ONDERZOEK, "spreekt van een diagnose")
def diagnose_in_motivering():
    return voor_besluit(motivering=Motivering(conclusie="Bij u is gediagnosticeerd dat uw knie op is."))


@mis("L-138", Moment.ONDERZOEK, "neemt een stuk over uit het medische deel van advies A-1")
def medisch_overgenomen():
    binnen = advies(status=Adviesstatus.ONTVANGEN, medisch=RAPPORT)
    stappen = (("Uw knie", "U heeft al jaren last van een ernstige aandoening, en dus hulp nodig."),)
    return voor_besluit(adviezen=(binnen,), motivering=Motivering(stappen=stappen, conclusie="Daarom."))


@mis("L-138", Moment.GESPREK, "noemt een diagnose (vraagverheldering, onderzoek.a)")
def diagnose_in_verslag():
    onderzoek = {"a": "zij heeft COPD", "d": "niet nodig", "f": "huisarts gebeld", "g": "uitgelegd"}
    woorden = {"vraagverheldering": "Door beginnende dementie lukt het niet.", "onderzoek": onderzoek}
    return toets(gesprek=verslag(**woorden))


@goed("L-138", Moment.GESPREK)
def verslag_noemt_wat_niet_lukt():
    return toets(gesprek=verslag(vraagverheldering="Een tablet en addertjes onder het gras: onthouden lukt niet."))


@goed("L-138", Moment.ONDERZOEK)
def alleen_beperkingen():
    binnen = advies(status=Adviesstatus.ONTVANGEN, medisch=RAPPORT, conclusie="Traplopen lukt niet.")
    return voor_besluit(adviezen=(binnen,), motivering=Motivering(conclusie="Traplopen lukt u niet."))


@mis("B-27", Moment.ONDERZOEK, "het verslag heeft geen scores van de ZRM")
def toekenning_zonder_scores():
    return voor_besluit("B-27", gesprek=verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=GEGEVEN, zrm=()))


@goed("B-27", Moment.ONDERZOEK)
def toekenning_met_scores():
    gesprek = verslag(verstrekt_op=GEGEVEN, maatwerk_besproken_op=GEGEVEN, zrm=(("financien", 3),))
    return voor_besluit("B-27", gesprek=gesprek)


@goed("B-27", Moment.ONDERZOEK)
def afwijzing_zonder_scores():
    return voor_besluit("B-27", soort=Besluitsoort.AFWIJZING)
