"""Cases for the rules of law on taking a besluit."""

from dataclasses import replace
from datetime import date

import bouwers as b
from gevallen import goed, mis
from gevallen_besluit import toets
from gevallen_regie import toets as regietoets

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluit import Motivering
from toegang.guards.besluit_wet import MAATREGEL_OVERWOGEN, RAAD_VERZOCHT
from toegang.guards.register import Moment

BESLUIT, REGIE = Moment.BESLUIT, Moment.REGIE
JEUGD = tuple((sleutel, "Zo is het.") for sleutel in ("eigen_mogelijkheden", "deskundige", "achtergrond", "keuze"))
PGB = {"voorzieningen": (b.voorziening(wet=Wet.JEUGDWET, leveringsvorm=Leveringsvorm.PGB),)}


def met_redenen(conclusie="Dit is nodig.", stappen=(), wet=Wet.WMO, **anders):
    return replace(toets(wet=wet, **anders), motivering=Motivering(stappen=stappen, conclusie=conclusie))


def jeugd(stappen=JEUGD, **anders):
    return met_redenen(stappen=stappen, wet=Wet.JEUGDWET, **anders)


def bijstand(ingangsdatum, melding, soort=Besluitsoort.TOEKENNING):
    item = b.voorziening(wet=Wet.PARTICIPATIEWET, ingangsdatum=ingangsdatum)
    context = toets(wet=Wet.PARTICIPATIEWET, soort=soort, voorzieningen=(item,))
    return replace(context, zaak=context.zaak.gewijzigd(ontvangen_op=melding))


@mis("L-35", BESLUIT, "van rechtswege is verleend; WMO kent dat niet")
def van_rechtswege_verleend():
    return met_redenen("De voorziening is nu van rechtswege\nverleend.")


@mis("L-35", BESLUIT, "van rechtswege")
def toegekend_van_rechtswege():
    return met_redenen(stappen=(("Termijn", "De hulp is daarmee toegekend van rechtswege."),))


@goed("L-35", BESLUIT)
def van_rechtswege_zonder_verlening():
    return met_redenen("Uw bewind eindigt van rechtswege.")


@mis("L-80", BESLUIT, "in de motivering ontbreekt: deskundige, achtergrond, keuze")
def jeugd_zonder_achtergrond():
    return jeugd(JEUGD[:1])


@mis("L-80", BESLUIT, "ontbreekt: achtergrond")
def een_lege_stap_telt_niet():
    return jeugd((*JEUGD[:2], ("achtergrond", "  "), JEUGD[3]))


@goed("L-80", BESLUIT)
def jeugd_met_alle_stappen():
    return jeugd()


@goed("L-80", BESLUIT)
def jeugd_met_de_koppen_van_de_brief():
    koppen = (
        "Wat uw gezin zelf en met de omgeving kan",
        "Wie er met kennis van zaken heeft meegekeken",
        "Wat bij uw kind en uw gezin past",
        "Waaruit u kon kiezen",
    )
    return jeugd(tuple((kop, "Zo is het.") for kop in koppen))


@goed("L-80", BESLUIT)
def een_afwijzing_vraagt_geen_keuze():
    return jeugd(JEUGD[:3], soort=Besluitsoort.AFWIJZING)


@goed("L-80", BESLUIT)
def de_wmo_kent_deze_stappen_niet():
    return met_redenen()


@mis("L-87", BESLUIT, "ontbreekt: pgb")
def jeugd_pgb_zonder_uitleg():
    return jeugd(**PGB)


@goed("L-87", BESLUIT)
def jeugd_pgb_met_uitleg():
    return jeugd((*JEUGD, ("pgb", "U kunt het beheren.")), **PGB)


@mis("L-83", BESLUIT, "geweigerd op grond WLZ, maar er zijn meer oorzaken")
def meer_oorzaken():
    return jeugd(soort=Besluitsoort.AFWIJZING, afwijzingsgrond="WLZ", meer_oorzaken=True)


@goed("L-83", BESLUIT)
def een_oorzaak():
    return jeugd(soort=Besluitsoort.AFWIJZING, afwijzingsgrond="ZVW")


@goed("L-83", BESLUIT)
def de_wmo_kent_deze_uitzondering_niet():
    return met_redenen(soort=Besluitsoort.AFWIJZING, afwijzingsgrond="WLZ", meer_oorzaken=True)


@mis("L-101", BESLUIT, "gaat in op 28 november 2025; dat kan op zijn vroegst op 2 december 2025")
def bijstand_van_meer_dan_drie_maanden_terug():
    return bijstand(date(2025, 11, 28), date(2026, 3, 2))


@mis("L-101", BESLUIT, "op zijn vroegst op 15 december 2025")
def bijstand_voor_de_melding_in_2025():
    return bijstand(date(2025, 12, 14), date(2025, 12, 15))


@goed("L-101", BESLUIT)
def bijstand_vanaf_de_melding():
    return bijstand(date(2026, 3, 2), date(2026, 3, 2))


@goed("L-101", BESLUIT)
def een_geweigerde_bijstand_gaat_niet_in():
    return bijstand(date(2020, 1, 1), date(2026, 3, 2), Besluitsoort.AFWIJZING)


@mis("L-108", BESLUIT, "rust op de wijziging 'Participatiewet in balans fase 1'")
def bijstand_van_twee_maanden_terug():
    return bijstand(date(2026, 1, 2), date(2026, 3, 2))


@mis("L-108", BESLUIT, "fase 3")
def bijstand_van_voor_de_melding_in_2027():
    return bijstand(date(2027, 1, 2), date(2027, 2, 2))


@goed("L-108", BESLUIT)
def bijstand_na_de_melding():
    return bijstand(date(2026, 3, 20), date(2026, 3, 2))


def regie(*bijzonderheden):
    context = regietoets()
    return replace(context, huishouden=context.huishouden.gewijzigd(bijzonderheden=bijzonderheden))


@mis("L-90", REGIE, "nog geen verzoek bij de raad voor de kinderbescherming")
def maatregel_zonder_verzoek():
    return regie(MAATREGEL_OVERWOGEN)


@goed("L-90", REGIE)
def maatregel_met_verzoek():
    return regie(MAATREGEL_OVERWOGEN, RAAD_VERZOCHT)
