"""Cases for the rules on what is proposed: whether a besluit is due, its reasons, its advice, and the acts."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Voorzieningsoort, Wet
from toegang.domain.besluit import Advies, Motivering
from toegang.domain.besluitopdracht import (
    Besluitopdracht,
    Gevraagd,
    Herziening,
    Herzieningsgrond,
    Pgbafweging,
    Pgbweigering,
    Weigeringsgrond,
)
from toegang.domain.besluitrecord import Besluitrecord
from toegang.guards.contexten_besluit import VoorstelToets
from toegang.guards.register import Moment

VOORSTEL = Moment.VOORSTEL
STAPPEN = (("b", "U kunt dit niet zelf."), ("c", "Uw buren kunnen dit niet."), ("e", "De inloop lost dit niet op."))
GOED = Motivering(stappen=STAPPEN, conclusie="Daarom krijgt u hulp.")
AFGEWEZEN, GEWIJZIGD = Besluitsoort.AFWIJZING, Besluitsoort.WIJZIGING
HERZIENING = Herziening(besluit="BS-0", grond=Herzieningsgrond.NIET_LANGER_NODIG, ingaat_op=b.DAG)
VIER_KEER_JA = Pgbafweging(wens=True, bekwaam=True, gemotiveerd=True, kwaliteit=True)


def gevraagd(**anders):
    return Gevraagd(**{"product": "hulp-bij-het-huishouden", "ingangsdatum": b.DAG, **anders})


def eerder(soort=Besluitsoort.TOEKENNING, bekend=b.DAG, **anders):
    """Give an earlier decision about the same client."""
    besluit = b.besluit(id="BS-0", soort=soort, **anders)
    return Besluitrecord(dossier_id="D-1", besluit=besluit, motivering=GOED, bekendgemaakt_op=bekend)


def toets(*regels, wet=Wet.WMO, voorzieningen=None, indiener=None, records=(), vraag=None, **opdracht):
    """Give a proposal of P-1, who assesses in the team."""
    vast = {"soort": Besluitsoort.TOEKENNING, "op": b.DAG, "motivering": GOED, "voorzieningen": (vraag or gevraagd(),)}
    beeld = b.beeld(*regels)
    return VoorstelToets(
        zaak=b.zaak(wet),
        opdracht=Besluitopdracht(**{**vast, **opdracht}),
        voorzieningen=(b.voorziening(),) if voorzieningen is None else voorzieningen,
        indiener=indiener or b.behandelaar(),
        beeld=beeld,
        team=b.casusteam(b.lid("P-1", wet)),
        eerder=tuple(records),
    )


def als_pgb(afweging, soort=Besluitsoort.TOEKENNING):
    vraag = gevraagd(leveringsvorm=Leveringsvorm.PGB, pgb=afweging)
    return toets(soort=soort, vraag=vraag)


def algemeen(**anders):
    return b.voorziening(soort=Voorzieningsoort.ALGEMEEN, product="open-eettafel", **anders)


@mis("B-14", VOORSTEL, "er zijn alleen algemene voorzieningen: leg ze vast als afspraak in het plan")
def besluit_over_alleen_algemeen():
    return toets("B-14", voorzieningen=(algemeen(),))


@mis("B-14", VOORSTEL, "open-eettafel is voor iedereen toegankelijk en heeft geen omvang of einddatum")
def indicatie_voor_wat_algemeen_is():
    return toets("B-14", voorzieningen=(b.voorziening(), algemeen(id="V2", omvang="2 keer per week")))


@goed("B-14", VOORSTEL)
def algemeen_naast_maatwerk():
    return toets("B-14", voorzieningen=(b.voorziening(), algemeen(id="V2")))


@goed("B-14", VOORSTEL)
def afwijzing_met_verwijzing_naar_wat_algemeen_is():
    return toets("B-14", voorzieningen=(algemeen(),), soort=AFGEWEZEN)


@mis("B-61", VOORSTEL, "er staat niet welke lichtere oplossing is gewogen")
def zwaar_zonder_licht_te_wegen():
    return toets("B-61", lichter="  ")


@goed("B-61", VOORSTEL)
def licht_is_gewogen():
    return toets("B-61", lichter="De boodschappendienst: lost het schoonmaken niet op.")


@goed("B-61", VOORSTEL)
def een_afwijzing_vraagt_het_niet():
    return toets("B-61", soort=AFGEWEZEN)


@mis("B-45", VOORSTEL, "functie 'administratief' gaat niet over de inhoud")
def administratie_stelt_voor():
    lijst = ("B-45", b.eigen_regel(lijsten={"functies": ("administratief",)}))
    return toets(lijst, indiener=b.behandelaar("P-1", "administratief"))


@goed("B-45", VOORSTEL)
def consulent_stelt_voor():
    return toets(("B-45", b.eigen_regel(lijsten={"functies": ("administratief",)})))


@mis("W-1", VOORSTEL, "P-7 mag in deze zaak WMO niet beoordelen")
def voorstel_van_buiten_het_team():
    return toets(indiener=b.behandelaar("P-7"))


@goed("W-1", VOORSTEL)
def voorstel_uit_het_team():
    return toets()


@mis("L-5", VOORSTEL, "een verwijzing naar een eerder besluit kan alleen bij een afwijzing")
def toekennen_met_een_verwijzing():
    return toets(herhaling_van="BS-0", records=[eerder(AFGEWEZEN)])


@mis("L-5", VOORSTEL, "er is geen eerdere afwijzing waarnaar dit besluit kan verwijzen")
def verwijzing_naar_een_toekenning():
    return toets(soort=AFGEWEZEN, herhaling_van="BS-0", records=[eerder()])


@mis("L-5", VOORSTEL, "er zijn nieuwe feiten; dan vraagt de aanvraag een eigen beoordeling")
def verwijzing_met_nieuwe_feiten():
    return toets(soort=AFGEWEZEN, herhaling_van="BS-0", nieuwe_feiten=True, records=[eerder(AFGEWEZEN)])


@goed("L-5", VOORSTEL)
def herhaling_zonder_iets_nieuws():
    return toets(soort=AFGEWEZEN, herhaling_van="BS-0", records=[eerder(AFGEWEZEN)])


@mis("L-16", VOORSTEL, "een afwijzing heeft een motivering nodig")
def afwijzing_zonder_woorden():
    return toets(soort=AFGEWEZEN, motivering=Motivering(stappen=(("b", " "),), conclusie=" "))


@mis("L-16", VOORSTEL, "een toekenning heeft een motivering nodig")
def minder_dan_gevraagd_zonder_woorden():
    return toets(wet=Wet.JEUGDWET, minder_dan_gevraagd=True, motivering=Motivering(conclusie=""))


@goed("L-16", VOORSTEL)
def volledige_toekenning_mag_zonder():
    return toets(wet=Wet.JEUGDWET, motivering=Motivering(conclusie=""))


def advies(**anders):
    return Advies(**{"van": "P-3", "overgenomen": True, "reden": "Het advies past.", **anders})


@mis("L-17", VOORSTEL, "verwijst naar het advies van P-3, maar daarin staan geen redenen")
def verwijzing_naar_een_advies_zonder_redenen():
    return toets(adviezen=(advies(verwijst=True, meegestuurd=True),))


@mis("L-17", VOORSTEL, "verwijst naar het advies van P-3, maar de inwoner krijgt het niet")
def verwijzing_naar_een_advies_dat_binnen_blijft():
    return toets(adviezen=(advies(verwijst=True, bevat_redenen=True),))


@goed("L-17", VOORSTEL)
def verwijzing_naar_een_advies_dat_meegaat():
    return toets(adviezen=(advies(verwijst=True, bevat_redenen=True, meegestuurd=True),))


@mis("L-18", VOORSTEL, "het wettelijk advies van P-3 wordt niet gevolgd en er staat niet waarom")
def afwijken_zonder_reden():
    return toets(adviezen=(advies(wettelijk=True, overgenomen=False, reden=" "),))


@goed("L-18", VOORSTEL)
def afwijken_met_reden():
    return toets(adviezen=(advies(wettelijk=True, overgenomen=False, reden="De arts zag u niet."),))


@goed("L-18", VOORSTEL)
def geen_wettelijk_advies():
    return toets(adviezen=(advies(overgenomen=False, reden=" "),))


@mis("L-60", VOORSTEL, "in de motivering ontbreekt een alinea over 'c' (mantelzorg en het eigen netwerk)")
def netwerk_niet_besproken():
    return toets(motivering=Motivering(stappen=(STAPPEN[0], STAPPEN[2]), conclusie="Dus."))


@mis("L-60", VOORSTEL, "'e' (algemene voorzieningen)")
def kop_zonder_tekst():
    return toets(motivering=Motivering(stappen=(*STAPPEN[:2], ("e", " ")), conclusie="Dus."))


@goed("L-60", VOORSTEL)
def koppen_in_woorden():
    koppen = ("Eigen kracht", "Wat uw omgeving kan", "Hulp die voor iedereen is")
    return toets(motivering=Motivering(stappen=tuple((kop, "Zo is het.") for kop in koppen), conclusie="Dus."))


@goed("L-60", VOORSTEL)
def de_jeugdwet_vraagt_het_anders():
    return toets(wet=Wet.JEUGDWET, motivering=Motivering(conclusie="Dus."))


@mis("L-61", VOORSTEL, "bij een pgb hoort de afweging (tabel 'pgb')")
def pgb_zonder_afweging():
    return als_pgb(None)


@mis("L-61", VOORSTEL, "voor een pgb ontbreekt of de inwoner het kan, de kwaliteit")
def pgb_voor_wie_het_niet_kan():
    return als_pgb(Pgbafweging(wens=True, gemotiveerd=True))


@mis("L-61", VOORSTEL, "er is geen grond in de wet om dit pgb te weigeren")
def pgb_geweigerd_zonder_grond():
    return als_pgb(VIER_KEER_JA, AFGEWEZEN)


@goed("L-61", VOORSTEL)
def pgb_voor_wie_wil_en_kan():
    return als_pgb(VIER_KEER_JA)


@goed("L-61", VOORSTEL)
def pgb_geweigerd_om_eerder_misbruik():
    return als_pgb(VIER_KEER_JA.gewijzigd(weigering=Pgbweigering.EERDER_MISBRUIK), AFGEWEZEN)


@mis("L-65", VOORSTEL, "er is geen grond genoemd; kies uit ONJUISTE_GEGEVENS")
def herzien_zonder_grond():
    return wijzig(grond=None)


@mis("L-65", VOORSTEL, "er staat niet vanaf welke dag het besluit geldt")
def herzien_zonder_dag():
    return wijzig(ingaat_op=None)


@mis("L-65", VOORSTEL, "terugvorderen kan alleen als de inwoner met opzet onjuiste of onvolledige gegevens gaf")
def terugvorderen_zonder_opzet():
    return wijzig(Besluitsoort.INTREKKING, terugvordering=True)


@goed("L-65", VOORSTEL)
def herzien_op_een_grond():
    return wijzig()


@goed("L-65", VOORSTEL)
def op_verzoek_van_de_inwoner():
    return wijzig(Besluitsoort.BEEINDIGING, grond=None, op_verzoek=True)


@goed("L-65", VOORSTEL)
def terugvorderen_bij_opzet():
    anders = {"terugvordering": True, "opzet": True, "grond": Herzieningsgrond.ONJUISTE_GEGEVENS}
    return wijzig(Besluitsoort.INTREKKING, **anders)


def wijzig(soort=GEWIJZIGD, records=None, **anders):
    """Give a change of the earlier decision BS-0."""
    records = [eerder()] if records is None else records
    return toets(soort=soort, herziening=HERZIENING.gewijzigd(**anders), records=records)


@mis("L-10", VOORSTEL, "besluit BS-0 is nog niet bekendgemaakt")
def wijzigen_wat_nog_niet_werkt():
    return wijzig(records=[eerder(bekend=None)])


@goed("L-10", VOORSTEL)
def wijzigen_wat_werkt():
    return wijzig()


@mis("L-113", VOORSTEL, "er is geen weigeringsgrond uit de wet genoemd")
def schuldhulp_zonder_grond():
    return toets(wet=Wet.WGS, soort=AFGEWEZEN)


@goed("L-113", VOORSTEL)
def schuldhulp_om_fraude():
    return toets(wet=Wet.WGS, soort=AFGEWEZEN, weigeringsgronden=(Weigeringsgrond.FRAUDE,))
