"""Cases for the rules on seeing: by a medewerker, and by a resident."""

import bouwers as b
from gevallen import goed, mis

from toegang.domain.begrippen import Wet
from toegang.domain.inwonerinzage import Inzagelaag, Vertegenwoordiging, Verzoeker
from toegang.domain.inzagerecht import STANDAARD, Betrokkenheid, Diepte, Inzagerecht, Inzagereden
from toegang.domain.levensloop import Stap
from toegang.guards.contexten_inzage import InwonerToets, InzageToets
from toegang.guards.register import Moment

INZAGE, INWONER = Moment.INZAGE, Moment.INWONER
NIET_BETROKKEN = "P-1 is niet bij deze zaak betrokken"


def zien(*betrokken, rechten=STANDAARD, **anders):
    """Give P-1, a consulent, who wants to see the file."""
    vast = {
        "zaak": b.zaak(status=Stap.BESLUIT),
        "medewerker": "P-1",
        "functie": "consulent",
        "betrokken": frozenset(betrokken),
        "diepte": Diepte.DOSSIER,
        "reden": None,
        "rechten": rechten,
        "beeld": b.beeld("Z-20"),
    }
    return InzageToets(**{**vast, **anders})


@mis("Z-20", INZAGE, NIET_BETROKKEN)
def wie_er_niets_mee_te_maken_heeft():
    return zien()


@mis("Z-20", INZAGE, NIET_BETROKKEN)
def adviseur_ziet_alleen_de_stand():
    return zien(Betrokkenheid.ADVISEUR)


@mis("Z-20", INZAGE, NIET_BETROKKEN)
def functie_in_een_andere_fase():
    return zien(rechten=(Inzagerecht(functies=("consulent",), fasen=(Stap.ARCHIEF,)),))


@mis("Z-20", INZAGE, NIET_BETROKKEN)
def functie_voor_een_andere_wet():
    return zien(rechten=(Inzagerecht(functies=("consulent",), wetten=(Wet.LLV,)),))


@mis("Z-20", INZAGE, "is geen medewerker")
def beheerder_opent_geen_dossier():
    return zien(medewerker=None, functie=None, reden=Inzagereden.STORING)


@goed("Z-20", INZAGE)
def lid_van_het_team():
    return zien(Betrokkenheid.TEAM)


@goed("Z-20", INZAGE)
def adviseur_ziet_de_stand():
    return zien(Betrokkenheid.ADVISEUR, diepte=Diepte.FEITEN)


@goed("Z-20", INZAGE)
def functie_in_deze_fase():
    return zien(rechten=(Inzagerecht(functies=("consulent",), fasen=(Stap.BESLUIT,)),))


@goed("Z-20", INZAGE)
def met_een_reden_uit_de_lijst():
    return zien(reden=Inzagereden.WAARNEMING)


def kijken(*regels, **anders):
    """Give an adult resident who sees the overview and the file, after a check of identity."""
    vast = {
        "onder_12": False,
        "onder_16": False,
        "voor": Verzoeker.INWONER,
        "grond": None,
        "heeft_gezag": None,
        "identiteit_vastgesteld": True,
        "lagen": frozenset({Inzagelaag.OVERZICHT, Inzagelaag.DOSSIER}),
        "beeld": b.beeld(*regels),
        "momenten": frozenset({"G-1"}),
        "getoond": frozenset({"G-1"}),
    }
    return InwonerToets(**{**vast, **anders})


def namens(grond, **anders):
    return kijken(voor=Verzoeker.VERTEGENWOORDIGER, grond=grond, **anders)


@mis("L-70", INWONER, "jonger dan twaalf jaar")
def kind_vraagt_zelf():
    return kijken(onder_12=True, onder_16=True)


@mis("L-70", INWONER, "de leeftijd van de inwoner is niet te bepalen")
def leeftijd_onbekend():
    return kijken(onder_12=None, onder_16=None)


@mis("L-70", INWONER, "zestien jaar of ouder")
def ouder_van_een_zestienjarige():
    return namens(Vertegenwoordiging.GEZAG, heeft_gezag=True)


@mis("L-70", INWONER, "geen gezag")
def iemand_zonder_gezag():
    return namens(Vertegenwoordiging.GEZAG, onder_12=True, onder_16=True, heeft_gezag=False)


@mis("L-70", INWONER, "niet bekend wie het gezag heeft")
def gezag_onbekend():
    return namens(Vertegenwoordiging.GEZAG, onder_16=True, heeft_gezag=None)


@mis("L-70", INWONER, "op welke grond")
def zonder_grond():
    return namens(None)


@goed("L-70", INWONER)
def veertienjarige_vraagt_zelf():
    return kijken(onder_16=True)


@goed("L-70", INWONER)
def ouder_met_gezag():
    return namens(Vertegenwoordiging.GEZAG, onder_12=True, onder_16=True, heeft_gezag=True)


@goed("L-70", INWONER)
def curator_van_een_volwassene():
    return namens(Vertegenwoordiging.CURATELE)


@mis("B-56", INWONER, "pas na controle van de identiteit")
def dossier_zonder_controle():
    return kijken("B-56", identiteit_vastgesteld=False)


@mis("B-56", INWONER, "Z2026-000002 gaat over een ander lid")
def zaak_van_een_ander():
    return kijken("B-56", van_anderen=("zaak Z2026-000002",))


@goed("B-56", INWONER)
def overzicht_zonder_controle():
    return kijken("B-56", identiteit_vastgesteld=False, lagen=frozenset({Inzagelaag.OVERZICHT}))


@mis("S-17", INWONER, "niet alle contactmomenten en afspraken zijn te zien (G-1)")
def gesprek_niet_te_zien():
    return kijken("S-17", getoond=frozenset())


@goed("S-17", INWONER)
def alles_te_zien():
    return kijken("S-17")


AFSCHRIFT = frozenset({Inzagelaag.AFSCHRIFT})


@mis("L-137", INWONER, "in het afschrift ontbreekt: plannen")
def afschrift_zonder_plan():
    return kijken(lagen=AFSCHRIFT, ontbreekt=("plannen",))


@goed("L-137", INWONER)
def afschrift_met_alles():
    return kijken(lagen=AFSCHRIFT)


@mis("L-141", INWONER, "noemt de medewerker (P-1)")
def logregel_met_medewerker():
    return kijken(lagen=AFSCHRIFT, medewerkers=("P-1",))


@goed("L-141", INWONER)
def logregel_met_functie():
    return kijken(lagen=AFSCHRIFT)
