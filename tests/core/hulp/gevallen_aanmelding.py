"""Cases for the rules on what comes in."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Afhandeling, Kanaal, Meldersoort, Registratie, Verwijzersoort, Wet
from toegang.domain.melding import Hulpvraag, Verwijzer
from toegang.guards.contexten import IntakeToets
from toegang.guards.contexten_intake import AanmeldingToets, Clientfeiten
from toegang.guards.register import Moment

AANMELDING, INTAKE = Moment.AANMELDING, Moment.INTAKE
WMO, JEUGD = Wet.WMO, Wet.JEUGDWET
MELDERS = ("B-10", b.eigen_regel(lijsten={"melders": ("INWONER", "PROFESSIONAL")}))
TAAK = {"id": "statushouders", "naam": "Huisvesting", "van": "Onderbanken", "wordt": "ELDERS", "naar": "administratie"}


def aanmelding(*regels, melding=None, intake=None, **anders):
    return AanmeldingToets(melding or b.melding(), intake or b.intake(), b.beeld(*regels), **anders)


def zonder_bsn(*wetten, ontbreekt=()):
    return Clientfeiten(wetten=wetten or (WMO,), bsn_bekend=False, ontbreekt=ontbreekt)


AANVRAAG = {"registratie": Registratie.AANVRAAG}
ONLINE = {"kanaal": Kanaal.WEBFORMULIER}
DOORGEGEVEN = {"registratie": Registratie.CONTACTGEGEVENS, "afhandeling": Afhandeling.DOORGELEID, "wetten": ()}


@mis("L-2", AANMELDING, "de aanvraag mist een handtekening; vraag de inwoner om aanvulling")
def aanvraag_zonder_handtekening():
    return aanmelding(intake=b.intake(**AANVRAAG), ondertekend=False)


@mis("L-2", AANMELDING, "de aanvraag mist een volledig adres")
def aanvraag_zonder_adres():
    return aanmelding(intake=b.intake(**AANVRAAG), clienten=(Clientfeiten(wetten=(WMO,), adres_volledig=False),))


@mis("L-2", AANMELDING, "wat er gevraagd wordt")
def aanvraag_zonder_vraag():
    vragen = (Hulpvraag(nummer=1, wet=None, voor="I-1"),)
    return aanmelding(melding=b.melding(hulpvragen=vragen), intake=b.intake(**AANVRAAG, wetten=()))


@goed("L-2", AANMELDING)
def volledige_aanvraag():
    return aanmelding(intake=b.intake(**AANVRAAG), clienten=(Clientfeiten(wetten=(WMO,)),))


@goed("L-2", AANMELDING)
def melding_hoeft_geen_handtekening():
    return aanmelding(ondertekend=False)


@mis("L-3", AANMELDING, "er staat geen ontvangstbevestiging klaar")
def online_zonder_bevestiging():
    return aanmelding(melding=b.melding(**ONLINE), bevestigd=False)


@goed("L-3", AANMELDING)
def online_met_bevestiging():
    return aanmelding(melding=b.melding(**ONLINE))


@goed("L-3", AANMELDING)
def telefonisch_zonder_bevestiging():
    return aanmelding(bevestigd=False)


@goed("L-3", AANMELDING)
def online_zonder_zaak():
    return aanmelding(melding=b.melding(**ONLINE), intake=b.intake(wetten=()), bevestigd=False)


@mis("L-69", AANMELDING, "het BSN is niet bekend en dit ontbreekt ook: postcode, huisnummer")
def niet_te_herkennen():
    return aanmelding(clienten=(zonder_bsn(ontbreekt=("postcode", "huisnummer")),))


@goed("L-69", AANMELDING)
def te_herkennen_zonder_bsn():
    return aanmelding(clienten=(zonder_bsn(),))


@goed("L-69", AANMELDING)
def bsn_is_genoeg():
    return aanmelding(clienten=(Clientfeiten(wetten=(WMO,), ontbreekt=("postcode",)),))


@goed("L-69", AANMELDING)
def buiten_de_wmo():
    return aanmelding(clienten=(zonder_bsn(Wet.GPK, ontbreekt=("postcode",)),))


@mis("L-84", AANMELDING, "de woonplaats van de jeugdige ligt in een andere gemeente")
def jeugdige_van_elders():
    return aanmelding(melding=b.melding(JEUGD, woont_in_gemeente=False), intake=b.intake(wetten=(JEUGD,)))


@goed("L-84", AANMELDING)
def jeugdige_van_hier():
    return aanmelding(melding=b.melding(JEUGD), intake=b.intake(wetten=(JEUGD,)))


@goed("L-84", AANMELDING)
def jeugdige_van_elders_doorgestuurd():
    return aanmelding(melding=b.melding(JEUGD, woont_in_gemeente=False), intake=b.intake(wetten=()))


@mis("L-139", AANMELDING, "bij registratie CONTACTGEGEVENS wordt ook bewaard: inwoners")
def inhoud_bij_contactgegevens():
    return aanmelding(intake=b.intake(**DOORGEGEVEN), bewaart=("contactnotities", "dossiers", "inwoners"))


@mis("L-139", AANMELDING, "bij registratie GEEN wordt ook bewaard: meldingen")
def naam_van_een_ongeregistreerde_vraag():
    geen = {"registratie": Registratie.GEEN, "afhandeling": Afhandeling.BEANTWOORD, "wetten": (), "bestemming": None}
    return aanmelding(intake=b.intake(**geen), bewaart=("meldingen",))


@goed("L-139", AANMELDING)
def alleen_wie_te_bellen():
    return aanmelding(intake=b.intake(**DOORGEGEVEN), bewaart=("contactnotities", "dossiers"))


@goed("L-139", AANMELDING)
def melding_bewaart_de_woorden():
    return aanmelding(bewaart=("dossiers", "inwoners", "meldingen"))


def kcc(**intake):
    loketten = [{**item, "functie": "midoffice"} if item["id"] == "kcc" else item for item in b.ORGANISATIE["loket"]]
    beeld = b.beeld("B-1", loket=loketten)
    return AanmeldingToets(b.melding(loket="administratie"), b.intake(**intake), beeld, functie="midoffice")


@mis("B-1", AANMELDING, "functie 'midoffice' mag niet meer dan CONTACTGEGEVENS vastleggen, niet MELDING")
def kcc_medewerker_aan_een_ander_loket():
    return kcc()


@goed("B-1", AANMELDING)
def kcc_medewerker_geeft_door():
    return kcc(**DOORGEGEVEN)


@goed("B-1", AANMELDING)
def consulent_legt_vast():
    return aanmelding("B-1", functie="consulent")


# --- what becomes of it --------------------------------------------------------------------------------


def intake(*regels, melding=None, beeld=None, **anders):
    return IntakeToets(melding or b.melding(), b.intake(**anders), beeld or b.beeld(*regels))


@mis("B-10", INTAKE, "melders van soort BEDRIJF onderscheidt deze gemeente niet (INWONER, PROFESSIONAL)")
def melder_die_niet_genoemd_is():
    return intake(MELDERS, melding=b.melding(melder=Meldersoort.BEDRIJF))


@goed("B-10", INTAKE)
def melder_die_genoemd_is():
    return intake(MELDERS, melding=b.melding(melder=Meldersoort.PROFESSIONAL))


@goed("B-10", INTAKE)
def gemeente_noemt_geen_melders():
    return intake("B-10", melding=b.melding(melder=Meldersoort.BEDRIJF))


def verwezen(soort=Verwijzersoort.HUISARTS, *, rechtstreeks=True):
    return b.melding(JEUGD, verwijzer=Verwijzer(soort=soort, rechtstreeks=rechtstreeks))


@mis("L-82", INTAKE, "de verwijzing geeft al toegang tot jeugdhulp")
def beoordeling_na_verwijzing_door_de_huisarts():
    return intake(melding=verwezen(), wetten=(JEUGD,))


@mis("L-82", INTAKE, "de verwijzing geeft al toegang tot jeugdhulp")
def beoordeling_na_uitspraak_van_de_rechter():
    return intake(melding=verwezen(Verwijzersoort.RECHTER), wetten=(JEUGD,))


@goed("L-82", INTAKE)
def hulp_op_verwijzing():
    return intake(melding=verwezen(), wetten=(), afhandeling=Afhandeling.RECHTSTREEKS, bestemming=None)


@goed("L-82", INTAKE)
def huisarts_verwijst_naar_het_wijkteam():
    return intake(melding=verwezen(rechtstreeks=False), wetten=(JEUGD,))


@goed("L-82", INTAKE)
def school_kan_niet_rechtstreeks_verwijzen():
    return intake(melding=verwezen(Verwijzersoort.SCHOOL), wetten=(JEUGD,))


@goed("L-82", INTAKE)
def gemeente_wil_ook_hier_een_besluit():
    return intake(melding=verwezen(), wetten=(JEUGD,), beeld=b.beeld(verwijzing_met_besluit=True))


def eettafel(**anders):
    return b.melding(hulpvragen=(Hulpvraag(nummer=1, wet=WMO, voor="I-1", product="open-eettafel"),), **anders)


@mis("W-11", INTAKE, "alleen om algemene voorzieningen gevraagd")
def zaak_voor_de_eettafel():
    return intake(melding=eettafel())


@goed("W-11", INTAKE)
def eettafel_zonder_zaak():
    return intake(melding=eettafel(), wetten=(), afhandeling=Afhandeling.VOORLIGGEND_VELD, bestemming=None)


@goed("W-11", INTAKE)
def zaak_als_het_huishouden_wegzakt():
    return intake(melding=eettafel(verliest_regie=True))


@goed("W-11", INTAKE)
def zaak_voor_hulp_met_besluit():
    return intake(melding=b.melding(hulpvragen=(Hulpvraag(nummer=1, wet=WMO, voor="I-1", product="traplift"),)))


def statushouder(**anders):
    vraag = Hulpvraag(nummer=1, wet=None, voor="I-1", taak="statushouders")
    teams = [{**item, "soort": "CONSULENTEN"} if item["id"] == "wijkteam" else item for item in b.ORGANISATIE["team"]]
    beeld = b.beeld("B-73", oude_taak=[TAAK], team=teams)
    return intake(melding=b.melding(hulpvragen=(vraag,)), beeld=beeld, **{**DOORGEGEVEN, **anders})


@mis("B-73", INTAKE, "hoort niet bij de consulenten en gaat toch naar 'wijkteam'")
def statushouder_naar_de_consulent():
    return statushouder(bestemming="wijkteam")


@mis("B-73", INTAKE, "gaat naar 'kcc', niet naar 'administratie'")
def statushouder_naar_een_ander():
    return statushouder(bestemming="kcc")


@goed("B-73", INTAKE)
def statushouder_waar_het_hoort():
    return statushouder(bestemming="administratie")


@goed("B-73", INTAKE)
def vraag_zonder_oude_taak():
    return intake("B-73")
