"""One melding file, driven through the command line of all four gemeenten, comes out differently (DOMAIN.md A.6).

What is compared is what was *stored*: the answers that ``toegang waarom --json`` reads back.
"""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from toegang.domain.levensdomeinen import levensdomeinen
from toegang.environment import Klok, aansluitopdracht, open_gemeente
from toegang.lifecycle.besluit import route_van
from toegang.storage import Actor
from toegang.tenancy import Register, aansluiten
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.main import voer_uit

VANDAAG = date(2026, 11, 20)
CLIENT = {
    "bsn": "999990019",
    "voornamen": "Tess",
    "geslachtsnaam": "Testpersoon",
    "geboortedatum": "19500102",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}
ENKELVOUDIG = {
    "kenmerk": "contrast",
    "kanaal": "TELEFOON",
    "ontvangen_op": "2026-10-12",
    "leden": [{"verwijzing": "a", "persoon": CLIENT}],
    "hulpvragen": [
        {"wet": "WMO", "voor": "a", "product": "hulp-bij-het-huishouden", "woorden": "Ik krijg het huis niet schoon."}
    ],
}
MEERVOUDIG = ENKELVOUDIG | {
    "hulpvragen": [
        {"wet": "WMO", "voor": "a", "product": "begeleiding-individueel", "gespecialiseerd": True},
        {"wet": "PARTICIPATIEWET", "voor": "a", "product": "algemene-bijstand"},
    ],
    "zelfregie": "KAN_NIET",
    "verliest_regie": True,
    "aantal_professionals": 3,
}
LICHT = ENKELVOUDIG | {
    "hulpvragen": [{"wet": "WMO", "voor": "a", "product": "vervoerspas", "woorden": "Ik kom nergens meer."}]
}

# A report to which none of the four gemeenten, nor the law, has any objection.
VERSLAG = {
    "op": "2026-10-22",
    "plaats": "THUIS",
    "aanwezig": ["INWONER"],
    "inbreng": "Ik wil thuis blijven.",
    "eigen_plan": "Er is geen eigen plan.",
    "eigen_verantwoordelijkheid_uitgelegd": True,
    "vraagverheldering": "De inwoner mist overzicht.",
    "resultaat": "Zelf thuis blijven wonen.",
    "samenhang": "Met overzicht lukt de rest ook beter.",
    "levensdomeinen": dict.fromkeys(levensdomeinen(), "niet aan de orde"),
    "gezin": dict.fromkeys(("situatie", "wmo", "jeugdwet", "participatiewet"), "besproken"),
    "bijdrage": [{"van": bron, "wat": "besproken"} for bron in ("ZELF", "OMGEVING", "VOORLIGGEND", "GEMEENTE")],
    "onderzoek": dict.fromkeys("adfg", "besproken"),
    "medisch_complex": False,
    "pgb": {"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True, "hoe": "met de folder"},
    "maatwerk_besproken_op": "2026-10-22",
    "zrm": {"huisvesting": 3},
    "oplossing": [
        {"wat": "hulp", "van": "GEMEENTE", "waarom": "nodig", "inwoner": "graag", "aanbieders": ["aanbieder A", "B"]}
    ],
}

# What each gemeente must store, and why: the row of DOMAIN.md A.6 behind each key.
#   registratie, actor, bestemming: "Intake actor", "Triage" · werkgevers, adviseurs: "Team members"
#   modus, regisseur, casemanager: "Regie default" · vorm, sjabloon, bijlagen: "Decision carrier"
#   ondertekenaar: "Decides/signs" (the functie is an open key in three of the four; the demo fills it in)
ALTIJD = {"registratie": "MELDING"}
SCHAGEN = ALTIJD | {
    "actor": "telefoonteam",
    "bestemming": "wijkteam-1",
    "team": "wijkteam-1",
    "werkgevers": ["GEMEENTE"],
    "adviseurs": [],
    "casemanager": False,
    "vorm": "BESCHIKKING",
    "vier_ogen": False,
}
BEEKDAELEN = ALTIJD | {
    "actor": "administratie",
    "bestemming": "consulenten",
    "vorm": "BESCHIKKING",
    "vier_ogen": True,
}
ZWOLLE = ALTIJD | {
    "actor": "contactcentrum",
    "bestemming": "wijkteam-1",
    "team": "wijkteam-1",
    "regisseur": True,
    "casemanager": False,
    "vier_ogen": False,
}
DOETINCHEM = ALTIJD | {
    "actor": "zorgplein",
    "regisseur": True,
    "casemanager": False,
    "vorm": "BESCHIKKING",
    "ondertekenaarfunctie": "midoffice",
    "vier_ogen": False,
}
_ZELF = {"modus": "ZELF", "regisseur": False}
_WMO = {"sjabloon": "wmo/toekenning"}
_AANPAK = {"bijlagen": ["plan/plan-van-aanpak"]}

# (submission, product) → gemeente → what is stored
VERWACHT: dict[str, dict[str, dict[str, object]]] = {
    "enkelvoudig": {
        "schagen": SCHAGEN | _ZELF | _WMO,
        "beekdaelen": BEEKDAELEN | _ZELF | _WMO | {"team": "consulenten", "werkgevers": ["GEMEENTE"], "adviseurs": []},
        "zwolle": ZWOLLE | _WMO | {"modus": "ONDERSTEUND", "werkgevers": ["GEMEENTE"], "vorm": "PLAN_PLUS_BESCHIKKING"},
        "doetinchem": DOETINCHEM | _WMO | _AANPAK | {"bestemming": "zorgplein", "werkgevers": ["GEMEENTE"]},
    },
    "licht": {
        "schagen": SCHAGEN | _ZELF | _WMO,
        "beekdaelen": BEEKDAELEN | _ZELF | _WMO,
        "zwolle": ZWOLLE | {"vorm": "PLAN_IS_BESCHIKKING", "sjabloon": "plan/plan-is-beschikking", "bijlagen": []},
        "doetinchem": DOETINCHEM | _WMO | _AANPAK,
    },
    "meervoudig": {
        "schagen": SCHAGEN | _WMO | {"modus": "GECOACHT", "regisseur": True},
        "beekdaelen": BEEKDAELEN
        | _WMO
        | {"team": "consulenten", "adviseurs": ["GEMEENSCHAPPELIJKE_REGELING"], "regisseur": True, "casemanager": True},
        "zwolle": ZWOLLE | _WMO | {"werkgevers": ["GEMEENTE", "WELZIJN"], "vorm": "PLAN_PLUS_BESCHIKKING"},
        "doetinchem": DOETINCHEM
        | _WMO
        | _AANPAK
        | {"bestemming": "buurtplein", "team": "buurtplein", "werkgevers": ["GEMEENTE", "OVERHEIDS_BV"]},
    },
    "meervoudig-bijstand": {
        "schagen": SCHAGEN | {"sjabloon": "participatiewet/toekenning"},
        "beekdaelen": BEEKDAELEN | {"team": "kompas", "werkgevers": ["GEMEENSCHAPPELIJKE_REGELING"]},
        "zwolle": ZWOLLE | {"vorm": "BESCHIKKING", "sjabloon": "participatiewet/toekenning"},
        "doetinchem": DOETINCHEM | {"team": "buurtplein", "bijlagen": [], "werkgevers": ["GEMEENTE", "OVERHEIDS_BV"]},
    },
}
INZENDING = {"enkelvoudig": ENKELVOUDIG, "licht": LICHT, "meervoudig": MEERVOUDIG, "meervoudig-bijstand": MEERVOUDIG}
PRODUCT = {
    "enkelvoudig": "hulp-bij-het-huishouden",
    "licht": "vervoerspas",
    "meervoudig": "begeleiding-individueel",
    "meervoudig-bijstand": "algemene-bijstand",
}
TAAKVELDEN = ("wmo", "jeugd", "participatie", "veilig-thuis")
GEMEENTEN = tuple(VERWACHT["enkelvoudig"])


class Gang:
    """One gemeente that is worked in through the command line only."""

    def __init__(self, naam: str, map_: Path, monkeypatch, capsys, plugin: str | None = None) -> None:
        self.naam, self.map, self.capsys = naam, map_, capsys
        monkeypatch.setenv("TOEGANG_DATA", str(map_))
        monkeypatch.setenv("TOEGANG_VANDAAG", VANDAAG.isoformat())
        monkeypatch.setenv("TOEGANG_GEMEENTE", naam)
        if plugin is not None:
            # connected under one name, with the plugin of the other
            opdracht = aansluitopdracht(naam, Register(map_)).gewijzigd(plugin=plugin)
            aansluiten(Register(map_), opdracht, Actor(uid=os.getuid()), Klok(VANDAAG).nu)
        richt_in(naam, Register(map_), Klok(VANDAAG)).sluit()
        with open_gemeente(naam, register=Register(map_), klok=Klok(VANDAAG)) as gemeente:
            self.organisatie = gemeente.omgeving.organisatie
            with gemeente.omgeving.werk(gemeente.actor()) as werk:
                self.mensen = {mens.id: mens for mens in werk.medewerkers.zoek()}

    def doe(self, *woorden: str) -> str:
        code = voer_uit(woorden)
        uit = self.capsys.readouterr()
        assert code == 0, (woorden, uit.err)
        return uit.out

    def neem_in(self, melding: dict[str, object]) -> list[str]:
        """Import the file; a door that only passes on is followed by the one it told (B-1)."""
        uit = self.importeer(melding)
        if uit["contactnotities"]:
            kcc = next(loket for loket in self.organisatie.loketten if loket.soort == "KCC")
            uit = self.importeer(melding | {"kenmerk": "contrast-vervolg", "loket": kcc.geeft_door_aan})
        return list(uit["zaken"])

    def importeer(self, melding: dict[str, object]) -> dict[str, object]:
        gebied = ["--gebied", self.organisatie.gebieden[0].id] if self.organisatie.gebieden else []
        return json.loads(self.doe("melding", "importeer", str(self._bestand(melding)), *gebied, "--json"))

    def werk_af(self, zaak: str, product: str, soort: str = "TOEKENNING") -> dict[str, object]:
        """Do every step up to the form of the decision, and return the stored answers."""
        wet = self.zaak(zaak)["wet"]
        if wet == "PARTICIPATIEWET":
            self.doe("zaak", "aanvraag", zaak, "--op", "2026-10-31")
        self._eerste_contact(zaak)
        self.doe("zaak", "team", zaak)
        self.doe("regie", "beleg", zaak)
        antwoord = self.antwoorden(zaak)["compose_team"]
        drager = antwoord["leden"][0]["medewerker"]
        dag = "2026-11-01" if wet == "PARTICIPATIEWET" else "2026-10-22"
        wie = {"gevoerd_door": drager, "gepland_door": drager, "deel_2": {"op": dag, "gevoerd_door": drager}}
        eigen = {"stap": "AFGEZIEN", "op": "2026-10-14", "tekst": "Liever samen, in het gesprek."}
        self.doe("gesprek", "eigen-plan", zaak, str(self._bestand(eigen)), "--als", drager)
        self.doe("gesprek", "verslag", zaak, str(self._bestand(VERSLAG | wie | {"op": dag})), "--als", drager)
        if wet != "PARTICIPATIEWET":
            self.doe("gesprek", "verstrek", zaak, "--op", "2026-10-26", "--hoe", "post", "--als", drager)
            plan = {
                "op": "2026-10-27",
                "doelen": [{"tekst": "Zelf thuis blijven wonen.", "domein": "wonen"}],
                "afspraken": [{"wat": "De inwoner doet zelf wat lukt.", "wie": "de inwoner"}],
                "inbreng": "Ik wil thuis blijven.",
                "deelnemers": ["client"],
                "stemmen": [{"wie": "coach", "rol": "BUURTCOACH", "tekst": "Er is meer rust nodig."}],
                "gezin": [{"wie": "client", "tekst": "Woont alleen."}],
                "taakvelden": [{"veld": veld, "tekst": "niet aan de orde"} for veld in TAAKVELDEN],
                "getekend_op": "2026-10-27",
                "geldt_als_aanvraag": True,
            }
            self.doe("zaak", "plan", zaak, str(self._bestand(plan)), "--als", drager)
            self.doe("zaak", "aanvraag", zaak, "--op", "2026-10-31", "--als", drager)
        self._besluit(zaak, product, soort, antwoord)
        self.doe("beschikking", "opstellen", zaak)
        return self.antwoorden(zaak)

    def _eerste_contact(self, zaak: str) -> None:
        self.doe("melding", "toon", zaak)
        contact = {
            "op": "2026-10-13",
            "vraag": "De inwoner wil weer zelf vooruit kunnen.",
            "regimes": [{"regime": naam, "uitkomst": "NIET_AAN_DE_ORDE"} for naam in ("ZVW", "WLZ")],
            "clientondersteuning": {
                "aangeboden_op": "2026-10-13",
                "uitkomst": "NIET_GEWENST",
                "mantelzorger": "GEEN_MANTELZORGER",
            },
            "vervolg": {"op": "2026-10-13", "wijze": "TELEFOON", "wat": "Wij bellen voor een afspraak."},
            "identiteit": [{"document": "PASPOORT", "op": "2026-10-13"}],
        }
        self.doe("melding", "verhelder", zaak, str(self._bestand(contact)))

    def antwoorden(self, zaak: str) -> dict[str, object]:
        keten = json.loads(self.doe("waarom", zaak, "--json"))
        return {stap["hook"]: stap["antwoord"] for stap in keten["keten"]}

    def _besluit(self, zaak: str, product: str, soort: str, team: dict[str, object]) -> None:
        with open_gemeente(self.naam, register=Register(self.map), klok=Klok(VANDAAG)) as gemeente:
            with gemeente.omgeving.werk(gemeente.actor()) as werk:
                stand = werk.zaken.haal(zaak)
            route = route_van(gemeente.omgeving, stand, VANDAAG)
        beoordelaar = next(lid["medewerker"] for lid in team["leden"] if stand.wet in lid["beoordeelt"])
        besluit = {
            "soort": soort,
            "op": VANDAAG.isoformat(),
            "lichter": "De hulp in de buurt is niet genoeg.",
            "voorzieningen": [{"product": product, "ingangsdatum": "2026-12-01", "einddatum": "2028-11-30"}],
            "motivering": {"conclusie": "Dit is nodig.", "stappen": [[stap, "Dat lukt niet."] for stap in "bce"]},
        }
        self.doe("besluit", "voorstel", zaak, str(self._bestand(besluit)), "--als", beoordelaar)
        if route.toets_rol:
            toetser = self._iemand(route.toets_rol, beoordelaar)
            self.doe("zaak", "inzien", zaak, "--als", toetser)
            self.doe("besluit", "toets", zaak, "--akkoord", "--als", toetser)
        beslisser = self._iemand(route.besluit_rol, beoordelaar)
        self.doe("zaak", "inzien", zaak, "--als", beslisser)
        self.doe("besluit", "neem", zaak, "--als", beslisser)

    def _iemand(self, functie: str, liever_niet: str) -> str:
        werkend = [mens.id for mens in self.mensen.values() if mens.functie == functie and mens.werkt_op(VANDAAG)]
        return min(werkend, key=lambda naam: (naam == liever_niet, naam))

    def zaak(self, zaak: str) -> dict[str, object]:
        return json.loads(self.doe("zaak", "toon", zaak, "--json"))

    def _bestand(self, inhoud: dict[str, object]) -> Path:
        pad = self.map.parent / "invoer.json"
        pad.write_text(json.dumps(inhoud))
        return pad


@pytest.fixture
def gang(tmp_path, monkeypatch, capsys):
    return lambda naam, plugin=None: Gang(naam, tmp_path / "data", monkeypatch, capsys, plugin)


def beeld(gang: Gang, antwoorden: dict[str, object]) -> dict[str, object]:
    """Reduce the stored answers to what DOMAIN.md A.6 compares."""
    intake, team = antwoorden["route_intake"], antwoorden["compose_team"]
    regie, concept = antwoorden["assign_regie"], antwoorden["draft_beschikking"]
    route = gang.organisatie.besluitroutes[0]
    return {
        "registratie": intake["registratie"],
        "actor": intake["actor"],
        "bestemming": intake["bestemming"],
        "team": team["team"],
        "werkgevers": sorted({gang.mensen[lid["medewerker"]].werkgeversoort for lid in team["leden"]}),
        "adviseurs": sorted({gang.mensen[lid["medewerker"]].werkgeversoort for lid in team["adviseurs"]}),
        "modus": regie["modus"],
        "regisseur": regie["regisseur"] is not None,
        "casemanager": regie["casemanager"] is not None,
        "vorm": concept["vorm"],
        "sjabloon": concept["sjabloon"],
        "bijlagen": concept["bijlagen"],
        "ondertekenaarfunctie": concept["ondertekenaarfunctie"],
        "vier_ogen": route.vier_ogen,
    }


def drijf_door(gang: Gang, geval: str) -> dict[str, object]:
    """Take the submission in and work off the zaak that this case is about."""
    wet = "PARTICIPATIEWET" if geval.endswith("bijstand") else "WMO"
    zaak = next(zaak for zaak in gang.neem_in(INZENDING[geval]) if gang.zaak(zaak)["wet"] == wet)
    return beeld(gang, gang.werk_af(zaak, PRODUCT[geval]))


def afwijkingen(gezien: dict[str, object], verwacht: dict[str, object]) -> dict[str, tuple[object, object]]:
    return {naam: (gezien[naam], wat) for naam, wat in verwacht.items() if gezien[naam] != wat}


@pytest.mark.parametrize("naam", GEMEENTEN)
@pytest.mark.parametrize("geval", VERWACHT)
def test_een_melding_vier_uitkomsten(gang, geval, naam):
    assert not afwijkingen(drijf_door(gang(naam), geval), VERWACHT[geval][naam])


@pytest.mark.parametrize("geval", VERWACHT)
def test_geen_twee_gemeenten_zijn_gelijk(geval):
    rijen = [tuple(sorted((naam, str(wat)) for naam, wat in rij.items())) for rij in VERWACHT[geval].values()]
    assert len(set(rijen)) == len(GEMEENTEN)


@pytest.mark.lang
@pytest.mark.parametrize(
    ("naam", "plugin"),
    [("schagen", "zwolle"), ("zwolle", "schagen"), ("beekdaelen", "doetinchem"), ("doetinchem", "beekdaelen")],
)
def test_verwisselde_plugins_vallen_door_de_mand(gang, naam, plugin):
    verwisseld = gang(naam, plugin)
    assert afwijkingen(drijf_door(verwisseld, "enkelvoudig"), VERWACHT["enkelvoudig"][naam])


def test_behapbare_vraag_blijft_alleen_in_zwolle_ongeregistreerd(gang):
    vraag = ENKELVOUDIG | {
        "hulpvragen": [{"wet": None, "voor": "a", "woorden": "Waar is de bibliotheek?"}],
        "behapbaar": True,
        "wil_geen_melding": True,
    }
    gezien = {naam: gang(naam).importeer(vraag) for naam in GEMEENTEN}
    assert {naam for naam, uit in gezien.items() if uit["beantwoord"]} == {"zwolle"}
    assert all(uit["contactnotities"] or uit["meldingen"] for naam, uit in gezien.items() if naam != "zwolle")
