"""Cases for the rules on readable text, of a decision and of a letter."""

from dataclasses import replace

import bouwers as b
from gevallen import goed, mis
from gevallen_besluit import toets
from gevallen_document import erbij

from toegang.domain.besluit import Advies, Motivering
from toegang.guards.register import Moment

BESLUIT, DOCUMENT = Moment.BESLUIT, Moment.DOCUMENT
GEWOON = "U kunt na uw operatie niet bukken en tillen. Uw dochter helpt met de was."
LANG = (
    "Omdat u na de operatie die u in het voorjaar heeft gehad nog altijd niet goed kunt bukken en tillen krijgt u van "
    "ons hulp bij het huishouden voor een paar uur per week."
)
JARGON = "Uw zelfredzaamheid is niet toereikend."


def besluit(conclusie, *regels, stappen=(), **anders):
    return replace(toets(*regels, **anders), motivering=Motivering(stappen=stappen, conclusie=conclusie))


def brief(tekst, *regels):
    return replace(erbij(tekst, eigen=(("motivering, conclusie", tekst),)), beeld=b.beeld(*regels))


@mis("B-64", BESLUIT, "motivering, conclusie: 'zelfredzaamheid' (zeg: wat u zelf kunt)")
def jargon_in_de_conclusie():
    return besluit(JARGON, "B-64")


@mis("B-64", BESLUIT, "advies 1: 'adequaat'")
def jargon_in_een_advies():
    return besluit(GEWOON, "B-64", adviezen=(Advies(van="P-4", overgenomen=True, reden="De hulp is adequaat."),))


@mis("B-64", BESLUIT, "resultaat van V1: 'participeren'")
def jargon_in_het_resultaat():
    return besluit(GEWOON, "B-64", voorzieningen=(b.voorziening(resultaat="U kunt participeren."),))


@mis("B-64", BESLUIT, "en nog 1")
def veel_jargon():
    return besluit("Casus, casus, casus, casus, casus en casus.", "B-64")


@goed("B-64", BESLUIT)
def gewone_woorden():
    return besluit(GEWOON, "B-64")


@goed("B-64", BESLUIT)
def jargon_met_uitleg():
    return besluit("Uw zelfredzaamheid (wat u zelf kunt) is genoeg.", "B-64")


@goed("B-64", BESLUIT)
def een_gemeente_die_een_paar_woorden_toestaat():
    return besluit(JARGON, ("B-64", b.eigen_regel(getallen={"moeilijk": 2})))


@mis("B-64", DOCUMENT, "moeilijke woorden zonder uitleg")
def jargon_in_de_brief():
    return brief("Uw casus is nu bij ons.", "B-64")


@goed("B-64", DOCUMENT)
def jargon_van_het_sjabloon_telt_niet_mee():
    return replace(erbij(JARGON), beeld=b.beeld("B-64"))


@mis("Z-22", BESLUIT, "0 van de 1 zinnen is op niveau B1")
def een_lange_zin():
    return besluit(LANG, "Z-22")


@mis("Z-22", BESLUIT, "1 van de 2 zinnen is op niveau B1")
def precies_de_helft_is_niet_meer_dan_de_helft():
    return besluit(GEWOON.partition(".")[0] + ".", "Z-22", stappen=(("Uw vraag", LANG),))


@goed("Z-22", BESLUIT)
def twee_van_de_drie():
    return besluit(GEWOON, "Z-22", stappen=(("Uw vraag", LANG),))


@goed("Z-22", BESLUIT)
def zonder_eigen_tekst():
    return toets("Z-22")


@mis("Z-22", DOCUMENT, "er moet meer dan 80% zijn")
def een_strengere_gemeente():
    tekst = f"{GEWOON} {GEWOON} Dat is van belang omdat u anders niet meer goed voor uzelf en uw huis kunt zorgen."
    return brief(tekst, ("Z-22", b.eigen_regel(getallen={"aandeel_b1": 80})))


@goed("Z-22", DOCUMENT)
def een_leesbare_brief():
    return brief(GEWOON, "Z-22")


@mis("L-146", DOCUMENT, "motivering, conclusie, zin 1: 34 woorden")
def lange_zin_in_de_brief():
    return brief(LANG)


@mis("L-146", DOCUMENT, "de eigen tekst leest moeilijk: score")
def lange_woorden_in_de_brief():
    return brief("Administratieve ondersteuning bevordert zelfstandigheid.")


@goed("L-146", DOCUMENT)
def korte_zinnen_in_de_brief():
    return brief(GEWOON)
