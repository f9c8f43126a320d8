"""Cases for the rules on the first contact, on leaving the intake, and on the research."""

from datetime import timedelta

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Besluitsoort, Kanaal, Meldersoort, Problematiek, Wet
from toegang.domain.melding import Contact, Hulpvraag
from toegang.domain.verheldering import Identiteit, Vervolguitleg, Vraagverheldering
from toegang.guards.contexten_intake import IdentiteitToets, OnderzoekToets, UitIntakeToets, VerhelderingToets
from toegang.guards.register import Moment

VERHELDERING = Moment.VERHELDERING
GEREGELD = {"uitkomst": "GEREGELD", "geregeld_bij": "Steunpunt", "geregeld_op": b.DAG}
LICHT = {"hulp": ("HUISBEZOEK",), "inzet": "VRIJWILLIGERSORGANISATIE", "door": "Steunpunt", "van": b.DAG}
MORGEN, EERDER = b.DAG + timedelta(days=1), b.DAG - timedelta(days=3)


def verheldering(**anders):
    bekeken = [{"regime": naam, "uitkomst": "NIET_AAN_DE_ORDE"} for naam in ("ZVW", "WLZ")]
    vast = {"op": b.DAG, "vraag": "Hij wil weer buiten komen.", "regimes": bekeken, "vertrouwenspersoon_genoemd": True}
    return Vraagverheldering.model_validate({**vast, **anders})


def toets(*regels, melding=None, contacten=(), bekend=(), bekeken=True, organisatie=None, **anders):
    beeld = b.beeld(*regels, **(organisatie or {}))
    return VerhelderingToets(
        melding or b.melding(), verheldering(**anders), beeld, contacten, frozenset(bekend), bekeken
    )


@mis("B-57", VERHELDERING, "onafhankelijke cliëntondersteuning is niet aangeboden")
def ondersteuning_niet_aangeboden():
    return toets("B-57")


@mis("B-57", VERHELDERING, "bij welke organisatie en op welke dag")
def ondersteuning_gewenst_en_niet_geregeld():
    return toets("B-57", clientondersteuning={"aangeboden_op": b.DAG, "uitkomst": "GEREGELD"})


@goed("B-57", VERHELDERING)
def ondersteuning_geregeld():
    return toets("B-57", clientondersteuning={"aangeboden_op": b.DAG, **GEREGELD})


@goed("B-57", VERHELDERING)
def ondersteuning_niet_gewenst():
    return toets("B-57", clientondersteuning={"aangeboden_op": b.DAG, "uitkomst": "NIET_GEWENST"})


@mis("W-17", VERHELDERING, "er is niet gekeken naar ZVW en WLZ")
def geen_ander_regime_bekeken():
    return toets(regimes=())


@mis("W-17", VERHELDERING, "er is niet gekeken naar WLZ")
def een_ander_regime_vergeten():
    return toets(regimes=[{"regime": "ZVW", "uitkomst": "VOORLIGGEND"}])


@goed("W-17", VERHELDERING)
def beide_bekeken():
    return toets()


@goed("W-17", VERHELDERING)
def bijstand_vraagt_geen_zvw():
    return toets(melding=b.melding(Wet.PARTICIPATIEWET), regimes=())


@mis("W-19", VERHELDERING, "nog niet ingezien")
def zonder_te_kijken():
    return toets(bekeken=False)


@goed("W-19", VERHELDERING)
def na_te_kijken():
    return toets()


@mis("B-65", VERHELDERING, "dit is al bekend en hoeft de inwoner niet te geven: adres")
def adres_nog_eens_gevraagd():
    return toets("B-65", opgevraagd=("adres", "zorgpolis"), bekend=("adres",))


@goed("B-65", VERHELDERING)
def alleen_wat_ontbreekt():
    return toets("B-65", opgevraagd=("zorgpolis",), bekend=("adres",))


@mis("Z-24", VERHELDERING, "dit is al bekend en hoeft de inwoner niet te geven: geboortedatum")
def geboortedatum_nog_eens_gevraagd():
    return toets("Z-24", opgevraagd=("geboortedatum",), bekend=("geboortedatum",))


@goed("Z-24", VERHELDERING)
def niets_dubbel_gevraagd():
    return toets("Z-24", opgevraagd=("adres",))


@mis("L-105", VERHELDERING, "dit is op te vragen bij UWV: loon van de laatste maanden")
def loon_bij_de_inwoner_gevraagd():
    return toets(melding=b.melding(Wet.PARTICIPATIEWET), opgevraagd=("loon", "bankafschriften"))


@goed("L-105", VERHELDERING)
def bankafschriften_heeft_alleen_de_inwoner():
    return toets(melding=b.melding(Wet.PARTICIPATIEWET), opgevraagd=("bankafschriften",))


@goed("L-105", VERHELDERING)
def buiten_de_participatiewet():
    return toets(opgevraagd=("loon",))


@mis("L-85", VERHELDERING, "er staat niet dat de vertrouwenspersoon is genoemd")
def vertrouwenspersoon_vergeten():
    return toets(melding=b.melding(Wet.JEUGDWET), vertrouwenspersoon_genoemd=None)


@goed("L-85", VERHELDERING)
def vertrouwenspersoon_staat_erbij():
    return toets(melding=b.melding(Wet.JEUGDWET))


@goed("L-85", VERHELDERING)
def volwassene_zonder_jeugdhulp():
    return toets(vertrouwenspersoon_genoemd=None)


@mis("B-17", VERHELDERING, "de lichte route is kortdurend en heeft een laatste dag nodig")
def lichte_route_zonder_einde():
    return toets("B-17", lichte_route=LICHT)


@mis("B-17", VERHELDERING, "huisbezoek of extra informatie")
def lichte_route_zonder_bezoek():
    return toets("B-17", lichte_route={**LICHT, "hulp": (), "tot": MORGEN})


@mis("B-17", VERHELDERING, "te zwaar voor de lichte route")
def lichte_route_bij_gespecialiseerde_hulp():
    vragen = (Hulpvraag(nummer=1, wet=Wet.WMO, voor="I-1", gespecialiseerd=True),)
    return toets("B-17", melding=b.melding(hulpvragen=vragen), lichte_route={**LICHT, "tot": MORGEN})


@mis("B-17", VERHELDERING, "te zwaar voor de lichte route")
def lichte_route_bij_regieverlies():
    zwaar = b.melding(Wet.WMO, Wet.WGS, verliest_regie=True)
    assert zwaar.problematiek is Problematiek.MEERVOUDIG
    return toets("B-17", melding=zwaar, lichte_route={**LICHT, "tot": MORGEN})


@goed("B-17", VERHELDERING)
def lichte_route_met_huisbezoek():
    return toets("B-17", lichte_route={**LICHT, "tot": MORGEN})


@goed("B-17", VERHELDERING)
def geen_lichte_route():
    return toets("B-17")


EETTAFEL = {"id": "eettafel", "naam": "Eettafel", "team": "wijkteam", "gebieden": ["kern"]}


@mis("B-62", VERHELDERING, "'eettafel' is er niet in gebied 'elders'")
def voorziening_van_een_andere_kern():
    elders = b.melding(gebied="elders")
    organisatie = {"voorziening": [EETTAFEL]}
    return toets("B-62", melding=elders, organisatie=organisatie, algemene_voorzieningen=("eettafel",))


@goed("B-62", VERHELDERING)
def voorziening_van_de_eigen_kern():
    return toets("B-62", organisatie={"voorziening": [EETTAFEL]}, algemene_voorzieningen=("eettafel",))


@goed("B-62", VERHELDERING)
def geen_voorziening_genoemd():
    return toets("B-62", organisatie={"voorziening": [EETTAFEL]})


KLIKBELKOM = {"kanaalprincipe": ["klik", "bel", "kom"]}


@mis("Z-3", VERHELDERING, "de stap KOM komt na BEL; noem anders een reden")
def langskomen_zonder_te_bellen():
    online = (Contact(kanaal=Kanaal.WEBFORMULIER, op=EERDER),)
    return toets("Z-3", organisatie=KLIKBELKOM, contacten=online, vervolgcontact={"vorm": "KOM"})


@mis("Z-3", VERHELDERING, "de stap BEL komt na KLIK")
def bellen_zonder_online():
    return toets("Z-3", organisatie=KLIKBELKOM, vervolgcontact={"vorm": "BEL"})


@goed("Z-3", VERHELDERING)
def langskomen_na_klik_en_bel():
    geweest = (Contact(kanaal=Kanaal.BRIEF, op=EERDER), Contact(kanaal=Kanaal.TELEFOON, op=EERDER))
    return toets("Z-3", organisatie=KLIKBELKOM, contacten=geweest, vervolgcontact={"vorm": "KOM"})


@goed("Z-3", VERHELDERING)
def langskomen_met_een_reden():
    met_reden = {"vorm": "KOM", "eerder_reden": "De inwoner wil liever langskomen."}
    return toets("Z-3", organisatie=KLIKBELKOM, vervolgcontact=met_reden)


@goed("Z-3", VERHELDERING)
def gemeente_zonder_kanaalprincipe():
    return toets("Z-3", vervolgcontact={"vorm": "KOM"})


# --- leaving the intake --------------------------------------------------------------------------------


def uit(*regels, melder=Meldersoort.INWONER, met=None, bevestigd=True):
    return UitIntakeToets(b.zaak(), b.melding(melder=melder), met, bevestigd, b.beeld(*regels))


def verteld(**anders):
    uitleg = Vervolguitleg.model_validate({"op": b.DAG, "wijze": "TELEFOON", "wat": "Wij bellen u.", **anders})
    return verheldering(vervolg=uitleg)


@mis("B-6", Moment.UIT_INTAKE, "de vraagverheldering is nog niet vastgelegd")
def zonder_vraagverheldering():
    return uit("B-6")


@goed("B-6", Moment.UIT_INTAKE)
def met_vraagverheldering():
    return uit("B-6", met=verheldering())


@mis("B-11", Moment.UIT_INTAKE, "de melder weet nog niet hoe het verdergaat")
def niets_verteld():
    return uit("B-11", bevestigd=False)


@mis("B-11", Moment.UIT_INTAKE, "de melding kwam van een PROFESSIONAL")
def alleen_de_inwoner_verteld():
    return uit("B-11", melder=Meldersoort.PROFESSIONAL, met=verteld())


@goed("B-11", Moment.UIT_INTAKE)
def bevestiging_is_gemaakt():
    return uit("B-11")


@goed("B-11", Moment.UIT_INTAKE)
def verteld_aan_de_telefoon():
    return uit("B-11", met=verteld(), bevestigd=False)


@goed("B-11", Moment.UIT_INTAKE)
def ook_de_melder_verteld():
    return uit("B-11", melder=Meldersoort.PROFESSIONAL, met=verteld(ook_melder=True))


# --- the research, and whose zaak it is ----------------------------------------------------------------


def onderzoek(gewezen_op, wet=Wet.WMO):
    return OnderzoekToets(b.zaak(wet), b.DAG, gewezen_op, b.beeld())


@mis("L-52", Moment.VOOR_ONDERZOEK, "nog niet gewezen op gratis cliëntondersteuning")
def onderzoek_zonder_te_wijzen():
    return onderzoek(None)


@mis("L-52", Moment.VOOR_ONDERZOEK, "pas gewezen op 2026-03-03, na het begin")
def te_laat_gewezen():
    return onderzoek(MORGEN)


@goed("L-52", Moment.VOOR_ONDERZOEK)
def op_de_dag_zelf_gewezen():
    return onderzoek(b.DAG)


@goed("L-52", Moment.VOOR_ONDERZOEK)
def alleen_bij_de_wmo():
    return onderzoek(None, Wet.PARTICIPATIEWET)


def identiteit(vastgesteld=None, wet=Wet.WMO, soort=Besluitsoort.TOEKENNING):
    gezien = Identiteit.model_validate({"document": "PASPOORT", "op": vastgesteld}) if vastgesteld else None
    return IdentiteitToets(b.zaak(wet), soort, b.DAG, gezien, b.beeld())


@mis("L-58", Moment.IDENTITEIT, "de identiteit van de cliënt is nog niet vastgesteld")
def besluit_over_een_onbekende():
    return identiteit()


@mis("L-58", Moment.IDENTITEIT, "pas vastgesteld op 2026-03-03, na de dag van het besluit")
def te_laat_vastgesteld():
    return identiteit(MORGEN)


@goed("L-58", Moment.IDENTITEIT)
def paspoort_gezien():
    return identiteit(EERDER)


@goed("L-58", Moment.IDENTITEIT)
def parkeerkaart_valt_er_niet_onder():
    return identiteit(wet=Wet.GPK)


@goed("L-58", Moment.IDENTITEIT)
def buiten_behandeling_kan_zonder():
    return identiteit(soort=Besluitsoort.BUITEN_BEHANDELING)
