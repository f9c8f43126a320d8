"""The command, run in this process on a copy of a gemeente that is ready for use."""

from __future__ import annotations

import json
import re
import shutil
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from toegang.environment import Klok
from toegang.storage import Actor
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.main import voer_uit

VANDAAG = date(2026, 11, 20)
BSN = "999990019"
NAAM = "Kanariepiet"


@dataclass(frozen=True)
class Uitkomst:
    """What a command gave: exit code, stdout, stderr."""

    code: int
    uit: str
    fout: str

    @property
    def json(self) -> Any:
        return json.loads(self.uit)

    @property
    def alles(self) -> str:
        return self.uit + self.fout


Toegang = Callable[..., Uitkomst]


@pytest.fixture(scope="session")
def ingericht(tmp_path_factory):
    """A data folder with Zwolle, its open keys filled in and its people let in."""
    map_ = tmp_path_factory.mktemp("ingericht") / "data"
    richt_in("zwolle", Register(map_), Klok(VANDAAG)).sluit()
    return map_


@pytest.fixture
def leeg(tmp_path, monkeypatch):
    """An empty data folder."""
    map_ = tmp_path / "data"
    monkeypatch.setenv("TOEGANG_DATA", str(map_))
    monkeypatch.setenv("TOEGANG_VANDAAG", VANDAAG.isoformat())
    for naam in ("TOEGANG_GEMEENTE", "TOEGANG_SPOOR", "FORCE_COLOR", "SUDO_UID"):
        monkeypatch.delenv(naam, raising=False)
    monkeypatch.setenv("COLUMNS", "80")
    return map_


@pytest.fixture
def data(ingericht, leeg):
    """A copy of :func:`ingericht` that a test may change."""
    shutil.copytree(ingericht, leeg)
    return leeg


LEEST_DOSSIER = {
    *(("gesprek", "toon"), ("gesprek", "zrm"), ("gesprek", "eigen-plan"), ("plan", "toon")),
    *(("besluit", "toon"), ("bezwaar", "toon"), ("zaak", "signalen")),
    ("gesprek", "advies", "toon"),
}
"""Commands that show a file: only to who is concerned with the zaak (Z-20)."""


def als_lezer(map_: Path, woorden: list[str]) -> list[str]:
    """Let whoever carries the zaak read its file, where a test names nobody."""
    zaak = next((woord for woord in woorden if re.fullmatch(r"Z\d{4}-\d{6,}", woord)), None)
    leest = tuple(woorden[:2]) in LEEST_DOSSIER or tuple(woorden[:3]) in LEEST_DOSSIER
    if not leest or "--als" in woorden or "-g" not in woorden or zaak is None:
        return woorden
    naam = woorden[woorden.index("-g") + 1]
    with Register(map_).opslag(naam, Klok(VANDAAG).nu) as opslag, opslag.werk(Actor(uid=1), alleen_lezen=True) as werk:
        gevonden = next((item for item in werk.zaken.zoek() if item.id == zaak), None)
        if gevonden is None:
            return woorden
        teams = {gevonden.team or gevonden.bestemming}
        mensen = [mens.id for mens in werk.medewerkers.zoek() if teams & set(mens.teams)]
    return [*woorden, "--als", *(gevonden.leden or mensen)[:1]]


@pytest.fixture
def toegang(leeg, capsys) -> Toegang:
    """Run one command."""

    def voer(*woorden: object) -> Uitkomst:
        capsys.readouterr()
        code = voer_uit(als_lezer(leeg, [str(woord) for woord in woorden]))
        gezien = capsys.readouterr()
        return Uitkomst(code, gezien.out, gezien.err)

    return voer


@pytest.fixture
def schrijf(tmp_path):
    """Write a file for a command to read; anything but text becomes JSON."""

    def maak(naam: str, inhoud: object) -> Path:
        pad = tmp_path / "invoer" / naam
        pad.parent.mkdir(exist_ok=True)
        pad.write_text(inhoud if isinstance(inhoud, str) else json.dumps(inhoud), encoding="utf-8")
        return pad

    return maak


@pytest.fixture
def aanmelding():
    """Make a submission; fields may be replaced."""

    def maak(kenmerk: str = "k-1", bsn: str = BSN, **velden: object) -> dict[str, Any]:
        persoon = {
            "bsn": bsn,
            "voornamen": "Tess",
            "geslachtsnaam": NAAM,
            "geboortedatum": "19500102",
            "straat": "Molenweg",
            "huisnummer": "3",
            "postcode": "1234AB",
            "woonplaats": "Voorbeeldstad",
        }
        return {
            "kenmerk": kenmerk,
            "kanaal": "TELEFOON",
            "ontvangen_op": "2026-10-12",
            "gebied": "wijk-1",
            "leden": [{"verwijzing": "a", "persoon": persoon}],
            "hulpvragen": [{"wet": "WMO", "voor": "a", "product": "traplift", "woorden": "De trap lukt niet meer."}],
            **velden,
        }

    return maak


@pytest.fixture(scope="session")
def met_zaak(tmp_path_factory) -> Path:
    """Where the data folder with one fresh zaak is kept for the tests that come later."""
    return tmp_path_factory.mktemp("met_zaak")


@pytest.fixture
def zaak(data, met_zaak, toegang, schrijf, aanmelding) -> str:
    """A fresh zaak in Zwolle."""
    bewaard = next(met_zaak.iterdir(), None)
    if bewaard is not None:
        shutil.rmtree(data)
        shutil.copytree(bewaard, data)
        return bewaard.name
    uitkomst = toegang("melding", "importeer", schrijf("melding.json", aanmelding()), "-g", "zwolle", "--json")
    assert uitkomst.code == 0, uitkomst.fout
    (nummer,) = uitkomst.json["zaken"]
    shutil.copytree(data, met_zaak / nummer)
    return str(nummer)


@pytest.fixture
def stappen(schrijf, zaak) -> dict[str, tuple[object, ...]]:
    """The words of every step that the zaak takes, in order."""
    return {naam: (*woorden, "-g", "zwolle") for naam, woorden in _stappen(schrijf, zaak)}


@pytest.fixture(scope="session")
def momenten(tmp_path_factory) -> Path:
    """The data folder as it was just before each step, kept for the tests that come later."""
    return tmp_path_factory.mktemp("momenten")


@pytest.fixture
def brenger(toegang, stappen, zaak, data, momenten):
    """Bring the zaak to just before a step, over the command line."""

    def breng(tot: str) -> str:
        namen = list(stappen)[: list(stappen).index(tot) + 1]
        bewaard = [naam for naam in namen if (momenten / naam).exists()]
        if bewaard:
            shutil.rmtree(data)
            shutil.copytree(momenten / bewaard[-1], data)
        for naam in namen[len(bewaard) :]:
            if naam != namen[0]:
                vorige = namen[namen.index(naam) - 1]
                uitkomst = toegang(*stappen[vorige])
                assert uitkomst.code == 0, (vorige, uitkomst.fout)
            shutil.copytree(data, momenten / naam)
        return zaak

    return breng


def _stappen(schrijf, zaak) -> list[tuple[str, tuple[object, ...]]]:
    medewerkers = tomllib.loads(_demo().read_text(encoding="utf-8"))["medewerker"]
    beslisser = next(mens["id"] for mens in medewerkers if mens["functie"] == "teamleider")
    drager = next(mens["id"] for mens in medewerkers if "wijkteam-1" in mens.get("teams", ()))
    eerste_contact = {
        "op": "2026-10-13",
        "vraag": "Zij wil weer boven kunnen slapen.",
        "regimes": [{"regime": naam, "uitkomst": "NIET_AAN_DE_ORDE"} for naam in ("ZVW", "WLZ")],
        "clientondersteuning": {"aangeboden_op": "2026-10-13", "uitkomst": "NIET_GEWENST", "mantelzorger": "GEWEZEN"},
        "identiteit": [{"document": "PASPOORT", "op": "2026-10-13"}],
    }
    eigenplan = {"op": "2026-10-15", "tekst": "Ik wil boven blijven slapen."}
    verslag = {
        "op": "2026-10-22",
        "plaats": "THUIS",
        "gevoerd_door": drager,
        "aanwezig": ["INWONER"],
        "inbreng": "Ik wil boven blijven slapen.",
        "eigen_plan": "Het eigen plan was het begin van het gesprek.",
        "vraagverheldering": "De trap lukt niet.",
        "resultaat": "Veilig boven kunnen komen.",
        "bijdrage": [
            {"van": "ZELF", "wat": "Beneden redt de inwoner zich."},
            {"van": "OMGEVING", "wat": "De dochter komt in het weekend."},
            {"van": "VOORLIGGEND", "wat": "De klussendienst plaatst een leuning."},
        ],
        "onderzoek": {"a": "Thuis blijven.", "d": "Niet nodig.", "f": "Huisarts gebeld.", "g": "Uitgelegd."},
        "medisch_complex": False,
        "pgb": {"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True, "hoe": "Met de folder."},
        "oplossing": [
            {
                "wat": "Een traplift.",
                "van": "GEMEENTE",
                "product": "traplift",
                "waarom": "Een leuning is niet genoeg.",
                "inwoner": "Daarmee kan ik verder.",
                "aanbieders": ["aanbieder A", "aanbieder B"],
            }
        ],
    }
    plan = {
        "op": "2026-10-27",
        "doelen": ["Thuis blijven wonen."],
        "afspraken": [{"wat": "De leuning wordt gecontroleerd.", "wie": "de inwoner"}],
        "getekend_op": "2026-10-27",
        "geldt_als_aanvraag": True,
    }
    besluit = {
        "soort": "TOEKENNING",
        "op": VANDAAG.isoformat(),
        "beoordelaar": drager,
        "voorzieningen": [{"product": "traplift", "ingangsdatum": "2026-12-01"}],
        "motivering": {
            "stappen": [
                ["Eigen kracht", "U kunt dit niet zelf."],
                ["Mantelzorg en netwerk", "Uw buren kunnen dit niet."],
                ["Algemene voorzieningen", "Die lossen dit niet op."],
            ],
            "conclusie": "Dit is nodig.",
        },
    }
    return [
        ("bekijk", ("melding", "toon", zaak)),
        ("verhelder", ("melding", "verhelder", zaak, schrijf("contact.json", eerste_contact))),
        ("team", ("zaak", "team", zaak)),
        ("regie", ("regie", "beleg", zaak)),
        ("eigenplan", ("gesprek", "eigen-plan", zaak, schrijf("eigenplan.json", eigenplan))),
        ("gesprek", ("gesprek", "verslag", zaak, schrijf("verslag.json", verslag), "--als", drager)),
        ("verstrekt", ("gesprek", "verstrek", zaak, "--op", "2026-10-26", "--hoe", "post")),
        ("plan", ("zaak", "plan", zaak, schrijf("plan.json", plan))),
        ("aanvraag", ("zaak", "aanvraag", zaak, "--op", "2026-10-31")),
        ("voorstel", ("besluit", "voorstel", zaak, schrijf("voorstel.json", besluit), "--als", drager)),
        ("inzien", ("zaak", "inzien", zaak, "--als", beslisser)),
        ("besluit", ("zaak", "besluit", zaak, schrijf("besluit.json", besluit), "--als", beslisser)),
        ("opstellen", ("beschikking", "opstellen", zaak)),
        ("batch", ("beschikking", "batch", "--ja", "--processen", 1)),
        ("verzonden", ("beschikking", "verzonden", "--op", VANDAAG.isoformat())),
        ("sluit", ("zaak", "sluit", zaak)),
        ("archief", ("archief", "bepaal", zaak)),
    ]


def _demo() -> Path:
    from importlib import resources

    return Path(str(resources.files("toegang_zwolle"))) / "demo.toml"
