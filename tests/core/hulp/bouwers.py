"""Builders: each gives a valid value that a test changes where it matters.

The gemeente is called Proefdorp and does not exist. It keeps every rule of every moment, until a test
asks for something else.
"""

from datetime import date

from toegang.domain.archief import Archiefbesluit, Archiefkeuze
from toegang.domain.begrippen import (
    Afhandeling,
    Besluitsoort,
    Besluitvorm,
    Drager,
    Kanaal,
    Plansoort,
    Regiemodus,
    Registratie,
    Voorzieningsoort,
    Werkgeversoort,
    Wet,
)
from toegang.domain.besluit import Behandelaar, Beschikkingsconcept, Besluit, Dragerverdeling, Voorziening
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden, Inwoner, Lid
from toegang.domain.mandaat import Mandaat
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Hulpvraag, Intake, Melding
from toegang.domain.organisatie import EigenRegel, Organisatie
from toegang.domain.plan import Plan
from toegang.domain.reden import Reden
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signaal import Gebeurtenis
from toegang.domain.team import Casusteam, Teamlid
from toegang.domain.zaak import Zaak

DAG = date(2026, 3, 2)
PLAN_VAN_AANPAK = "plan/plan-van-aanpak"

ORGANISATIE = {
    "naam": "Proefdorp",
    "gemeentecode": "9998",
    "bestuursorgaan": "het college van burgemeester en wethouders van Proefdorp",
    "loket": [
        {"id": "telefoonteam", "naam": "Telefoonteam", "soort": "TELEFOONTEAM", "kanalen": ["TELEFOON"]},
        {"id": "kcc", "naam": "KCC", "soort": "KCC", "kanalen": ["BALIE"], "registreert": "CONTACTGEGEVENS"},
        {"id": "administratie", "naam": "Administratie", "soort": "ADMINISTRATIE", "kanalen": ["BRIEF"]},
    ],
    "gebied": [{"id": "kern", "naam": "De Kern"}],
    "team": [
        {"id": "wijkteam", "naam": "Wijkteam", "soort": "WIJKTEAM"},
        {"id": "zorgplein", "naam": "Zorgplein", "soort": "PLEIN", "wetten": ["WMO"], "problematiek": ["ENKELVOUDIG"]},
        {"id": "buurtplein", "naam": "Buurtplein", "soort": "PLEIN", "problematiek": ["MEERVOUDIG"]},
    ],
    "functie": [
        {"id": "consulent", "naam": "consulent", "beoordeelt": ["WMO", "JEUGDWET", "PARTICIPATIEWET"]},
        {"id": "midoffice", "naam": "medewerker midoffice"},
    ],
    "werkgever": [{"id": "gemeente", "naam": "Gemeente Proefdorp", "soort": "GEMEENTE"}],
    "besluitroute": [
        {
            "voorstel_rol": ["consulent"],
            "toets_rol": "midoffice",
            "besluit_rol": "midoffice",
            "ondertekenaar_functie": "midoffice",
            "verzend_rol": "midoffice",
            "bezwaar_rol": "midoffice",
        }
    ],
    "archiefactor": "midoffice",
    "contact": dict.fromkeys(("postadres", "telefoon", "website", "digitaal_bezwaar"), "zie de brief"),
}


def organisatie(**anders):
    return Organisatie.model_validate({**ORGANISATIE, **anders})


def eigen_regel(sterkte="MUST", **anders):
    return EigenRegel(frase="zo staat het er", bron="nota toegang, par. 3", sterkte=sterkte, **anders)


def beeld(*regels, **anders):
    """Give the view of a gemeente with these own rules: ids, or pairs of id and EigenRegel."""
    eigen = dict(regel if isinstance(regel, tuple) else (regel, eigen_regel()) for regel in regels)
    return Gemeentebeeld(naam="proefdorp", organisatie=organisatie(regels=eigen, **anders), peildatum=DAG)


def reden(code="PROEF", **anders):
    return Reden(code=code, tekst="Zo kwam het uit.", **anders)


def melding(*wetten, **anders):
    vragen = tuple(
        Hulpvraag(nummer=nummer, wet=wet, voor="I-1") for nummer, wet in enumerate(wetten or (Wet.WMO,), start=1)
    )
    vast = {
        "id": "M-1",
        "kanaal": Kanaal.TELEFOON,
        "loket": "telefoonteam",
        "ontvangen_op": DAG,
        "hulpvragen": vragen,
        "gebied": "kern",
    }
    return Melding(**{**vast, **anders})


def intake(**anders):
    vast = {
        "actor": "telefoonteam",
        "registratie": Registratie.MELDING,
        "afhandeling": Afhandeling.IN_BEHANDELING,
        "bestemming": "wijkteam",
        "wetten": (Wet.WMO,),
        "reden": reden(),
    }
    return Intake(**{**vast, **anders})


def zaak(wet=Wet.WMO, **anders):
    vast = {
        "id": "Z2026-000001",
        "dossier_id": "D-1",
        "melding_id": "M-1",
        "client_id": "I-1",
        "wet": wet,
        "ontvangen_op": DAG,
    }
    return Zaak(**{**vast, **anders})


def huishouden(**anders):
    return Huishouden(**{"id": "D-1", "leden": (Lid(inwoner="I-1"),), **anders})


def kandidaat(id="P-1", soort=Werkgeversoort.GEMEENTE, **anders):
    vast = {
        "functie": "consulent",
        "werkgever": soort.lower(),
        "disciplines": ("wmo",),
        "wetten": tuple(Wet),
    }
    return Kandidaat(id=id, werkgeversoort=soort, **{**vast, **anders})


def lid(medewerker="P-1", *beoordeelt):
    return Teamlid(medewerker=medewerker, rol="consulent", beoordeelt=beoordeelt, reden=reden())


def casusteam(*leden, adviseurs=(), **anders):
    leden = leden or (lid("P-1", Wet.WMO),)
    return Casusteam(**{"team": "wijkteam", "leden": leden, "adviseurs": adviseurs, "reden": reden(), **anders})


def regie(**anders):
    vast = {
        "modus": Regiemodus.ZELF,
        "indicatieregie": "P-1",
        "eerste_aanspreekpunt": "P-1",
        "grond": "INWONER_KAN_ZELF",
        "reden": reden(),
    }
    return Regietoewijzing(**{**vast, **anders})


def behandelaar(medewerker="P-1", functie="consulent", soort=Werkgeversoort.GEMEENTE):
    return Behandelaar(medewerker=medewerker, functie=functie, werkgeversoort=soort)


def voorziening(id="V1", soort=Voorzieningsoort.MAATWERK, **anders):
    vast = {"product": "hulp-huishouden", "naam": "hulp bij het huishouden", "wet": Wet.WMO, "ingangsdatum": DAG}
    return Voorziening(**{"id": id, "soort": soort, **vast, **anders})


def besluit(**anders):
    vast = {
        "id": "BS-1",
        "zaak_id": "Z2026-000001",
        "soort": Besluitsoort.TOEKENNING,
        "datum": DAG,
        "voorzieningen": (voorziening(),),
        "beoordelaar": behandelaar(),
        "toetser": behandelaar("P-8", "midoffice"),
        "beslisser": behandelaar("P-9", "midoffice"),
    }
    return Besluit(**{**vast, **anders})


def plan(**anders):
    vast = {"id": "PL-1", "dossier_id": "D-1", "soort": Plansoort.ONDERSTEUNINGSPLAN, "vastgesteld_op": DAG}
    return Plan(**{**vast, **anders})


def drager(voorziening_id="V1", papier=Drager.BESCHIKKING):
    return Dragerverdeling(voorziening=voorziening_id, drager=papier)


def concept(**anders):
    vast = {
        "vorm": Besluitvorm.BESCHIKKING,
        "dragers": (drager(),),
        "sjabloon": "wmo/toekenning",
        "ondertekenaarfunctie": "midoffice",
        "bijlagen": (PLAN_VAN_AANPAK,),
        "reden": reden(),
    }
    return Beschikkingsconcept(**{**vast, **anders})


def mandaat(**anders):
    vast = {"id": "MD-1", "functie": "midoffice", "geldig_van": date(2025, 1, 1), "bron": "mandaatbesluit"}
    return Mandaat(**{**vast, **anders})


def archiefkeuze(nummer="8.1.1"):
    return Archiefkeuze(nummer=nummer, naam="Verstrekt", bewaartermijn="P15Y", procestermijn="nihil")


def archiefbesluit(resultaat="8.1.1"):
    return Archiefbesluit(resultaat=resultaat, archiefactor="midoffice", reden=reden())


def gebeurtenis(soort="zaak.gesloten"):
    return Gebeurtenis(soort=soort, gemeente="proefdorp", zaak="Z2026-000001", op=DAG)


def inwoner(**anders):
    vast = {"id": "I-1", "dossier_id": "D-1", "geslachtsnaam": "Kanariegeel", "geboortedatum": "19800000"}
    return Inwoner(**{**vast, **anders})
