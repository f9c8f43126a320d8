"""Cases for the rules on the separate kinds of decision."""

from datetime import timedelta

import bouwers as b
from gevallen import goed, mis
from gevallen_voorstel import HERZIENING, VOORSTEL, eerder, gevraagd, toets

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Voorzieningsoort, Wet
from toegang.domain.besluitopdracht import Herzieningsgrond
from toegang.domain.opschorting import Grond, Opschorting

WEEK = timedelta(weeks=1)
ONTBRAK = ("een kopie van het huurcontract",)
UITKERING = {"wet": Wet.PARTICIPATIEWET, "soort": Voorzieningsoort.UITKERING, "product": "algemene-bijstand"}


def gevraagd_op(weken_terug, **anders):
    """Give a request to complete of so many weeks ago, with a term of two weeks."""
    van = b.DAG - weken_terug * WEEK
    return Opschorting(grond=Grond.AANVULLING, van=van, uiterlijk=van + 2 * WEEK, **anders)


def niet_behandeld(verzoek, **anders):
    vast = {"soort": Besluitsoort.BUITEN_BEHANDELING, "voorzieningen": (), "ontbrak": ONTBRAK}
    context = toets(wet=Wet.PARTICIPATIEWET, **{**vast, **anders})
    return type(context)(**{**vars(context), "gevraagd": verzoek})


@mis("L-4", VOORSTEL, "de inwoner is niet gevraagd om de aanvraag aan te vullen")
def buiten_behandeling_zonder_verzoek():
    return niet_behandeld(None)


@mis("L-4", VOORSTEL, "de inwoner kan nog tot en met")
def buiten_behandeling_voor_het_einde_van_de_termijn():
    return niet_behandeld(gevraagd_op(1))


@mis("L-4", VOORSTEL, "daarna moet de gemeente op de aanvraag zelf beslissen")
def buiten_behandeling_meer_dan_vier_weken_later():
    return niet_behandeld(gevraagd_op(8))


@mis("L-4", VOORSTEL, "er staat niet wat er ontbrak")
def buiten_behandeling_zonder_te_zeggen_waarom():
    return niet_behandeld(gevraagd_op(3), ontbrak=())


@goed("L-4", VOORSTEL)
def buiten_behandeling_op_tijd():
    return niet_behandeld(gevraagd_op(3))


@goed("L-4", VOORSTEL)
def aangevuld_maar_niet_genoeg():
    return niet_behandeld(gevraagd_op(2, tot=b.DAG - WEEK))


def wijzig(wet, soort=Besluitsoort.WIJZIGING, vorm=Leveringsvorm.ZIN, **anders):
    voorziening = b.voorziening(wet=wet, soort=Voorzieningsoort.INDIVIDUEEL, leveringsvorm=vorm)
    herziening = HERZIENING.gewijzigd(**anders)
    return toets(wet=wet, soort=soort, voorzieningen=(voorziening,), herziening=herziening, records=[eerder()])


@mis("L-15", VOORSTEL, "er is geen grond van JEUGDWET genoemd; kies uit ONJUISTE_GEGEVENS")
def jeugdhulp_in_natura_kent_deze_grond_niet():
    return wijzig(Wet.JEUGDWET, grond=Herzieningsgrond.VOORWAARDEN_NIET_NAGEKOMEN)


@mis("L-15", VOORSTEL, "er staat niet vanaf welke dag het besluit geldt")
def bijstand_stopt_zonder_dag():
    return wijzig(Wet.PARTICIPATIEWET, Besluitsoort.BEEINDIGING, ingaat_op=None)


@goed("L-15", VOORSTEL)
def pgb_voor_jeugdhulp_kent_de_grond_wel():
    return wijzig(Wet.JEUGDWET, vorm=Leveringsvorm.PGB, grond=Herzieningsgrond.VOORWAARDEN_NIET_NAGEKOMEN)


@goed("L-15", VOORSTEL)
def grond_in_eigen_woorden():
    return wijzig(Wet.LLV, grond=None, grond_in_woorden="Artikel 12 van de verordening: de school is dichterbij.")


def tijdelijk(**anders):
    voorziening = b.voorziening(**anders)
    return toets(soort=Besluitsoort.TIJDELIJK, voorzieningen=(voorziening,))


@mis("L-57", VOORSTEL, "V1 (hulp-huishouden) heeft geen einddatum")
def tijdelijk_zonder_einde():
    return tijdelijk(einddatum=None)


@goed("L-57", VOORSTEL)
def tijdelijk_tot_een_dag():
    return tijdelijk(einddatum=b.DAG + 8 * WEEK)


def voorschot(centen, **anders):
    voorziening = b.voorziening(**UITKERING, bedrag_centen=centen)
    vraag = gevraagd(product="algemene-bijstand", bedrag_centen=centen)
    return toets(
        wet=Wet.PARTICIPATIEWET, soort=Besluitsoort.VOORSCHOT, voorzieningen=(voorziening,), vraag=vraag, **anders
    )


@mis("L-104", VOORSTEL, "het is ten minste 90 procent, dus €\u00a01.211,11")
def voorschot_een_cent_te_laag():
    return voorschot(121_110, bijstandsnorm_centen=134_567)


@mis("L-104", VOORSTEL, "er staat niet hoe hoog de bijstand zou zijn")
def voorschot_waarvan():
    return voorschot(121_111)


@goed("L-104", VOORSTEL)
def voorschot_van_negen_tiende():
    return voorschot(121_111, bijstandsnorm_centen=134_567)


def schuldhulp(**anders):
    voorziening = b.voorziening(wet=Wet.WGS, soort=Voorzieningsoort.SCHULDHULP, product="schuldregeling")
    return toets(wet=Wet.WGS, voorzieningen=(voorziening,), **anders)


@mis("L-111", VOORSTEL, "er staat niet hoeveel weken het duurt tot het resultaat")
def schuldhulp_zonder_weken():
    return schuldhulp()


@goed("L-111", VOORSTEL)
def schuldhulp_met_weken():
    return schuldhulp(weken_tot_resultaat=30)
