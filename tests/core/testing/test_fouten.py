"""Every mistake that a newcomer makes is found by the one check that is about it, and said so that it can be mended."""

import re
import sys
from datetime import date

import pytest

from toegang.hookspecs import BESLISHAKEN
from toegang.plugins.proefplugin import Proefplugin
from toegang.testing.proefstuk import laad_proefstuk
from toegang.testing.register import Proef, alle_toetsen, voer_uit
from toegang_cli.skelet.keuzes import Keuzes
from toegang_cli.skelet.schrijven import schrijf_nieuw

OP = date(2026, 11, 20)
DURE = {"brieven", "rechtsmiddelen", "verzamelhooks", "ander_proces"}
KOP = """from toegang import Casusteam, Gemeenteplugin, Intake, Reden, bouwstenen, hookimpl
from datetime import date, datetime


class Fout(Gemeenteplugin):
    {hook}


plugin = Fout.uit_pakket(__name__)
"""


@pytest.fixture
def maak(tmp_path, monkeypatch):
    """Scaffold a plugin, change it, and return the findings per check."""
    teller = iter(range(100))

    def doe(*, toml=None, python=None, alleen=None, limiet=30.0, bestanden=None):
        sleutel = f"fout{next(teller)}-{tmp_path.name[-24:].lower().replace('_', '-').strip('-')}"
        keuzes = Keuzes(
            sleutel, "Hoorn", "0405", "telefoonfilter", ("Noord", "Zuid"), "teamleider", "a@b.nl", "2026-01-01"
        )
        map_ = tmp_path / sleutel
        schrijf_nieuw(map_, keuzes)
        bestand = map_ / keuzes.pakket / "organisatie.toml"
        if toml is not None:
            tekst = toml(bestand.read_text())
            assert tekst != bestand.read_text(), "the change did not take"
            bestand.write_text(tekst)
        if python is not None:
            (map_ / keuzes.pakket / "__init__.py").write_text(python)
        for naam, inhoud in (bestanden or {}).items():
            (map_ / keuzes.pakket / naam).parent.mkdir(parents=True, exist_ok=True)
            (map_ / keuzes.pakket / naam).write_text(inhoud)
        monkeypatch.setattr(sys, "path", [*sys.path])
        proef = Proefplugin(f"{keuzes.pakket}:plugin", f"toegang-{sleutel}", "0.1.0", str(map_))
        stuk = Proef(laad_proefstuk(proef, sleutel, OP, limiet=limiet, overslaan=niet_nodig(python)))
        toetsen = [toets for toets in alle_toetsen() if toets.id in (alleen or {}) or not (alleen or toets.id in DURE)]
        gevonden = {toets.id: voer_uit(stuk, toets) for toets in toetsen}
        return {id: bevindingen for id, bevindingen in gevonden.items() if bevindingen}

    return doe


def niet_nodig(python):
    """Return the hooks that need not be asked to see what is wrong with one of them."""
    eigen = set(re.findall(r"def (\w+)\(self", python or "")) & set(BESLISHAKEN)
    if not eigen:
        return frozenset()
    return frozenset(BESLISHAKEN) - eigen - ({"compose_team"} if "draft_beschikking" in eigen else set())


def hook(*regels):
    return KOP.format(hook="\n    ".join(regels))


def vervang(oud, nieuw, keer=1):
    return lambda tekst: tekst.replace(oud, nieuw, keer)


def achteraan(stuk):
    return lambda tekst: f"{tekst}\n{stuk}\n"


ROUTE = 'besluit_rol = "teamleider"\nondertekenaar_functie = "teamleider"'
IN_TOML = {
    "onbekende sleutel": (
        vervang('plansoort = "ONDERSTEUNINGSPLAN"', 'plansort = "ONDERSTEUNINGSPLAN"'),
        "gegevens",
        r"regel \d+, plansort: deze sleutel bestaat niet. Herstel: bedoelde u 'plansoort'\?",
    ),
    "verkeerde soort": (
        vervang("mandaatregister_is_voorbeeld = true", "mandaatregister_is_voorbeeld = 7"),
        "gegevens",
        r"regel \d+, mandaatregister_is_voorbeeld: moet true of false zijn. Herstel: pas de waarde aan",
    ),
    "verkeerde keuze": (
        vervang('soort = "WIJKTEAM"', 'soort = "KRING"'),
        "gegevens",
        r"regel \d+, team.1.soort: kies uit",
    ),
    "ontbrekende sleutel": (
        vervang('naam = "het telefoonteam"\n', ""),
        "gegevens",
        r"loket.1.naam: ontbreekt. Herstel: zet 'naam' erbij",
    ),
    "gebied met twee teams": (
        vervang('gebieden = ["zuid"]', 'gebieden = ["noord", "zuid"]'),
        "gegevens",
        r"gebied 'noord' valt onder twee teams tegelijk: wijkteam-noord en wijkteam-zuid. Herstel: geef elk gebied",
    ),
    "model bestaat niet": (
        vervang('model = "telefoonfilter"', 'model = "telefoon"'),
        "gegevens",
        r"regel \d+, model: 'telefoon' bestaat niet. Kies uit: administratieloket",
    ),
    "keuze noemt een loket dat er niet is": (
        vervang("[regie]", '[modelkeuze]\ninkomensloket = "balie"\n\n[regie]'),
        "gegevens",
        r"regel \d+, modelkeuze.inkomensloket: loket 'balie' bestaat niet",
    ),
    "keuze die het model niet kent": (
        vervang("[regie]", "[modelkeuze]\nsnelheid = 3\n\n[regie]"),
        "gegevens",
        r"modelkeuze.snelheid: deze sleutel bestaat niet",
    ),
    "instelling die de plugin niet kent": (
        vervang("[regie]", "[plugin]\ngrens = 3\n\n[regie]"),
        "gegevens",
        r"regel \d+, plugin.grens: deze sleutel bestaat niet",
    ),
    "functie bestaat niet": (
        vervang('verzend_rol = "open:besluit.verzender"', 'verzend_rol = "postkamer"'),
        "samenhang",
        r"regel \d+, besluitroute.1.verzend_rol: noemt functie 'postkamer', en die bestaat niet. Herstel: kies uit: ",
    ),
    "loket geeft door aan niets": (
        vervang('geeft_door_aan = "telefoonteam"', 'geeft_door_aan = "centrale"'),
        "samenhang",
        r"loket.2.geeft_door_aan: noemt loket 'centrale', en die bestaat niet",
    ),
    "werkgever bestaat niet": (
        vervang("werkgevers = [", 'werkgevers = ["bureau", '),
        "samenhang",
        r"team.1.werkgevers: noemt werkgever 'bureau', en die bestaat niet",
    ),
    "rol zonder mandaat": (
        vervang(ROUTE, 'besluit_rol = "jurist"\nondertekenaar_functie = "teamleider"'),
        "samenhang",
        r"besluit_rol: functie 'jurist' heeft op 2026-11-20 geen mandaat .*\(L-21\). Herstel: voeg een \[\[mandaat\]\]",
    ),
    "niemand mag beoordelen": (
        vervang('voorstel_rol = ["consulent"]', 'voorstel_rol = ["jurist"]'),
        "samenhang",
        r"voorstel_rol: geen functie van deze route mag WMO beoordelen",
    ),
    "open sleutel zonder vraag": (
        vervang('archiefactor = "open:archief.actor"', 'archiefactor = "open:archief.wie"'),
        "samenhang",
        r"archiefactor: laat 'archief.wie' open, maar die vraag staat niet onder \[\[open\]\]. Herstel: zet erbij",
    ),
    "datums andersom": (
        vervang('bron = "Voorbeeldregister', 'geldig_tot = 2025-01-01\nbron = "Voorbeeldregister'),
        "samenhang",
        r"mandaat.1.geldig_tot: eindigt op 2025-01-01, voor het begint op 2026-01-01. Herstel: zet de datums",
    ),
    "twee keer dezelfde id": (
        achteraan('[[functie]]\nid = "teamleider"\nnaam = "nog een"'),
        "samenhang",
        r"functie 'teamleider' staat er twee keer op dezelfde dagen",
    ),
    "een weg die dicht is": (
        vervang('kanalen = ["BALIE", "BRIEF"]', 'kanalen = ["BALIE"]'),
        "samenhang",
        r"geen enkel loket neemt een vraag aan langs BRIEF; die weg mag niet dicht \(L-36\)",
    ),
    "regel die niet bestaat": (
        achteraan('[regels.S-99]\nfrase = "x"\nbron = "nota"'),
        "samenhang",
        r"regel \d+, regels.S-99: regel 'S-99' staat niet in het regelboek",
    ),
    "code van een ander": (
        vervang('gemeentecode = "0405"', 'gemeentecode = "0441"'),
        "gemeentecode",
        r"code 0441 is op 2026-11-20 van Schagen, niet van Hoorn",
    ),
    "code van vroeger": (
        vervang('gemeentecode = "0405"', 'gemeentecode = "0476"'),
        "gemeentecode",
        r"Zijpe: .*tot en met 31 december 2012",
    ),
}
ANTWOORD = (
    "Intake(actor='telefoonteam', registratie='MELDING', afhandeling='IN_BEHANDELING', reden=Reden.van('X', 'Zo.'))"
)
IN_PYTHON = {
    "tikfout in de hook": (
        hook("@hookimpl", "def route_intak(self, melding):", "    return None"),
        "haaknamen",
        r"__init__.py regel 6: de hook 'route_intak' bestaat niet. Herstel: bedoelde u 'route_intake'",
    ),
    "tikfout zonder merkteken": (
        hook("def compose_taem(self, zaak):", "    return None"),
        "haaknamen",
        r"de hook 'compose_taem' bestaat niet. Herstel: bedoelde u 'compose_team'",
    ),
    "merkteken vergeten": (
        hook("def route_intake(self, melding, contacten, gemeente):", "    return None"),
        "merkteken",
        r"__init__.py regel 6: boven 'route_intake' staat geen @hookimpl.*Herstel: zet @hookimpl op de regel erboven",
    ),
    "verkeerd argument": (
        hook("@hookimpl", "def route_intake(self, meldng):", "    return None"),
        "argumenten",
        r"__init__.py regel 6: 'route_intake' krijgt geen argument 'meldng'. Herstel: schrijf 'melding'",
    ),
    "verkeerd antwoord": (
        hook("@hookimpl", "def compose_team(self, zaak):", "    return 'wijkteam-noord'"),
        "uitzonderingen",
        r"compose_team, geval 'WMO, enkelvoudig': .*het antwoord is een str, geen Casusteam",
    ),
    "uitzondering": (
        hook("@hookimpl", "def route_intake(self, melding):", "    return 1 / 0"),
        "uitzonderingen",
        r"ZeroDivisionError in toegang_fout\S*/__init__.py regel 8",
    ),
    "eindeloze lus": (
        hook("@hookimpl", "def route_intake(self, melding):", "    while melding.spoed:", "        pass"),
        "tijd",
        r"binnen 0.5 seconden geen antwoord in toegang_fout\S*/__init__.py regel [89].*Herstel: haal de lus",
    ),
    "wijzigt een waarde": (
        hook("@hookimpl", "def route_intake(self, melding):", "    melding.loket = 'balie'"),
        "geen_wijziging",
        r"zij probeert een waarde te veranderen die vaststaat in toegang_fout\S*/__init__.py regel 8",
    ),
    "wijzigt een tabel": (
        hook("@hookimpl", "def route_intake(self, gemeente):", "    gemeente.organisatie.regels['S-1'] = None"),
        "geen_wijziging",
        r"vaststaat in toegang_fout\S*/__init__.py regel 8. .*Herstel: maak een nieuwe waarde met gewijzigd\(\)",
    ),
    "wijzigt om de bewaking heen": (
        hook("@hookimpl", "def route_intake(self, melding):", "    melding.__dict__['spoed'] = True"),
        "geen_wijziging",
        r"argument 'melding' is na de vraag niet meer wat het was",
    ),
    "antwoordt steeds anders": (
        hook(
            "keer = 0",
            "@hookimpl",
            "def route_intake(self, melding):",
            "    self.keer += 1",
            "    return " + ANTWOORD.replace("'X'", "f'X{self.keer}'"),
        ),
        "zelfde_antwoord",
        r"tweemaal dezelfde vraag geeft twee antwoorden",
    ),
    "kijkt naar de volgorde": (
        hook(
            "@hookimpl",
            "def compose_team(self, zaak, huishouden, kandidaten, gemeente):",
            "    basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)",
            "    return basis.gewijzigd(reden=Reden.van('EERSTE', kandidaten[0].id))",
        ),
        "zelfde_antwoord",
        r"dezelfde kandidaten in een andere volgorde geven een ander antwoord",
    ),
    "leunt op de volgorde van een set": (
        hook(
            "@hookimpl",
            "def route_intake(self, melding):",
            "    woorden = {f'woord {nummer}' for nummer in range(50)}",
            "    return " + ANTWOORD.replace("'Zo.'", "next(iter(woorden))"),
        ),
        "ander_proces",
        r"route_intake, geval '.*hetzelfde geval geeft in een ander proces een ander antwoord. Herstel: maak van",
    ),
    "team dat niet bestaat": (
        hook(
            "@hookimpl",
            "def compose_team(self, zaak, huishouden, kandidaten, gemeente):",
            "    basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)",
            "    return basis.gewijzigd(team='zuidoost')",
        ),
        "geldig",
        r"team 'zuidoost' bestaat niet",
    ),
    "tegen de wet": (
        hook(
            "@hookimpl",
            "def compose_team(self, zaak, huishouden, kandidaten, gemeente):",
            "    basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)",
            "    return basis.gewijzigd(leden=tuple(lid.gewijzigd(beoordeelt=()) for lid in basis.leden))",
        ),
        "geldig",
        r"\(W-2\). Herstel",
    ),
    "rol die niet bestaat": (
        hook(
            "@hookimpl",
            "def compose_team(self, zaak, huishouden, kandidaten, gemeente):",
            "    basis = bouwstenen.standaardteam(zaak, huishouden, kandidaten, gemeente)",
            "    return basis.gewijzigd(leden=tuple(lid.gewijzigd(rol='chef') for lid in basis.leden))",
        ),
        "rollen",
        r"rol 'chef' is geen functie van deze gemeente. Herstel: kies uit: medewerker-telefoonteam",
    ),
    "ondertekenaar zonder mandaat": (
        hook(
            "@hookimpl",
            "def draft_beschikking(self, zaak, plan, besluit, gemeente):",
            "    basis = bouwstenen.standaardconcept(zaak, plan, besluit, gemeente)",
            "    return basis.gewijzigd(ondertekenaarfunctie='jurist') if basis.dragers else None",
        ),
        "ondertekenaar",
        r"functie 'jurist' mag een toekenning .* niet ondertekenen: .*\(L-21\)",
    ),
    "resultaat dat niet past": (
        hook(
            "@hookimpl",
            "def decide_archivering(self, toegestaan, gemeente):",
            "    from toegang import Archiefbesluit",
            "    return Archiefbesluit(resultaat='99', archiefactor='archivaris', reden=Reden.van('X', 'Zo.'))",
        ),
        "bewaartermijn",
        r"resultaat 99 past niet; mogelijk: .*\(L-150\)",
    ),
    "importeert dieper": (
        "from toegang.plugins import standaard\n" + hook("pass"),
        "imports",
        r"__init__.py regel 1: importeert 'toegang.plugins', dieper dan 'toegang'",
    ),
    "importeert een andere gemeente": (
        "import toegang_zwolle\n" + hook("pass"),
        "imports",
        r"__init__.py regel 1: importeert een ander onderdeel, 'toegang_zwolle'. Herstel: deel een manier van werken",
    ),
    "kijkt op de klok": (
        hook("def dag(self):", "    return date.today()"),
        "klok",
        r"__init__.py regel 7: roept 'date.today' aan. Herstel: de dag is gemeente.peildatum",
    ),
    "bewaart zonder te wissen": (
        "import sqlite3\n" + hook("pass"),
        "persoonsgegevens",
        r"__init__.py regel 1: importeert 'sqlite3' en kan gegevens naar een database brengen \(AVG 15 en 17\)",
    ),
    "wissen laat iets over": (
        "from toegang import Bewaarplaats\n"
        + hook("bewaart = (Bewaarplaats('kladblok', 'proef', lambda wie: {'x': 1}, lambda wie: 0),)"),
        "persoonsgegevens",
        r"na het wissen geeft 'kladblok' nog gegevens van deze inwoner",
    ),
    "kan niet worden geladen": ("import bestaat_niet\n", "laden", r"No module named 'bestaat_niet'"),
    "geen Gemeenteplugin": (
        "plugin = object()\n",
        "laden",
        r"is geen Gemeenteplugin. Herstel: Laat de entry point wijzen naar",
    ),
}


@pytest.mark.parametrize("geval", IN_TOML)
def test_fout_in_de_gegevens(maak, geval):
    wijzig, toets, zegt = IN_TOML[geval]
    gevonden = maak(toml=wijzig, alleen={"laden", "gegevens", "samenhang", "gemeentecode"})
    assert set(gevonden) == {toets}
    teksten = [str(item) for item in gevonden[toets]]
    assert any(re.search(zegt, tekst) for tekst in teksten), teksten
    assert all("organisatie.toml" in item.waar and item.herstel for item in gevonden[toets])


@pytest.mark.parametrize("geval", IN_PYTHON)
def test_fout_in_de_code(maak, geval):
    bron, toets, zegt = IN_PYTHON[geval]
    # half a second is for the hook that never ends; on a busy machine an honest one may need more
    gevonden = maak(python=bron, alleen={toets}, limiet=0.5 if toets == "tijd" else 30.0)
    assert toets in gevonden, gevonden
    teksten = [str(item) for item in gevonden[toets]]
    assert any(re.search(zegt, tekst) for tekst in teksten), teksten
    assert all(item.waar and item.herstel for item in gevonden[toets])


def test_een_nieuwe_plugin_is_meteen_goed(maak):
    assert maak() == {}


@pytest.mark.lang
def test_een_brief_zonder_rechtsmiddelen(maak):
    weg = '{% extends "gedeeld:wmo/toekenning.html" %}\n{% block bezwaar %}<p>Dag.</p>{% endblock %}\n'
    gevonden = maak(bestanden={"sjablonen/wmo/toekenning.html": weg}, alleen={"rechtsmiddelen"})
    assert [(item.waar, item.regel) for item in gevonden["rechtsmiddelen"]] == [("sjablonen/wmo/toekenning", "L-13")]
    assert "{{ super() }}" in gevonden["rechtsmiddelen"][0].herstel


@pytest.mark.lang
def test_een_brief_met_een_onbekend_gegeven(maak):
    fout = (
        '{% extends "gedeeld:wmo/toekenning.html" %}\n{% block vervolg %}<p>{{ brief.bestaatniet }}</p>{% endblock %}\n'
    )
    gevonden = maak(bestanden={"sjablonen/wmo/toekenning.html": fout}, alleen={"brieven"})
    assert any("wmo/toekenning, regel 2" in item.waar for item in gevonden["brieven"])
