"""A canary: a BSN and a name in the input of every command that fails never show up anywhere."""

from __future__ import annotations

import importlib
import json
from itertools import groupby
from operator import itemgetter

import pytest

from toegang_cli.docs.commandos import alle_opdrachten
from toegang_cli.main import opdrachtboom
from toegang_cli.opdrachten.rapport import RAPPORTEN

BSN, NAAM = "999990019", "Kanariepiet"
GEHEIM = f"{NAAM} {BSN}"
ZAAK = "Z2026-000001"

# Bodies with the canary in a value, in a key, and where no JSON or TOML is at all.
BESTANDEN = {
    "waarde.json": {"op": GEHEIM, "gevoerd_door": GEHEIM, "soort": GEHEIM, "doelen": GEHEIM, "kenmerk": GEHEIM},
    "sleutel.json": {BSN: 1, "naam": {BSN: NAAM}},
    "formulier.json": {"values": {"wet": NAAM, "spoed": GEHEIM, BSN: NAAM}, "metadata": {"public_reference": GEHEIM}},
    "kop.csv": f"{NAAM};{BSN}\n",
    "rij.csv": f"kenmerk;ontvangen_op;bsn;geslachtsnaam;spoed\n{GEHEIM};2026-10-12;{BSN[:-1]}8;{NAAM};{GEHEIM}\n",
    "lijst.json": [GEHEIM, {"kenmerk": GEHEIM, "leden": [{"persoon": {"bsn": BSN[:-1] + "8"}}]}],
    "kapot.json": '{"naam": "' + GEHEIM,
    "kapot.toml": f"naam = {GEHEIM}\n",
    "waarde.toml": f'[[medewerker]]\nid = 3\nnaam = "{GEHEIM}"\nfunctie = "{NAAM}"\n',
}
MET_BESTAND = [
    ("gesprek", "verslag", ZAAK),
    ("gesprek", "eigen-plan", ZAAK),
    ("gesprek", "advies", "vraag", ZAAK),
    ("gesprek", "advies", "ontvang", ZAAK, "A-1"),
    ("zaak", "plan", ZAAK),
    ("plan", "herzie", ZAAK),
    ("zaak", "besluit", ZAAK),
    ("besluit", "voorstel", ZAAK),
    ("besluit", "hoor", ZAAK),
    ("besluit", "toets", "--als", "M-012", "--lijst"),
    ("medewerker", "importeer"),
    ("melding", "importeer"),
    ("melding", "verhelder", ZAAK),
    ("beschikking", "controleer"),
    ("medewerker", "nieuw"),
    ("bezwaar", "registreer", ZAAK),
    ("bezwaar", "besluit", ZAAK),
    ("bezwaar", "inbreng", ZAAK),
    ("monitoring", "registreer", ZAAK),
    ("monitoring", "knelpunt", ZAAK, "--op", "2026-11-20"),
    ("monitoring", "afhandelen", "SG-1", "--op", "2026-11-20"),
    ("aanbieder", "importeer"),
    ("privacy", "datalek", "registreer"),
    ("privacy", "datalek", "vul-aan", "DL-0123456789abcdef"),
]
# Any text may be measured, so these succeed; what stands in them must stay unseen all the same.
LUKT = {(("beschikking", "controleer"), naam) for naam in ("kop.csv", "rij.csv")}
BATCHSTAPPEN = (*("controleer", "bekijk", "keur-goed", "maak", "hervat", "vrijgeven", "status", "waarom", "rapport"),)
MET_ARGUMENT = [
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("waarom",), ("zaak", "toon"), ("zaak", "inzien")]),
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("zaak", "team"), ("zaak", "sluit"), ("regie", "toon")]),
    *((*woorden, BSN, "-g", "zwolle") for woorden in [("regie", "beleg"), ("archief", "bepaal")]),
    ("archief", "lijst", "--op", BSN, "-g", "zwolle"),
    ("archief", "exporteer", BSN, "--naar", ".", "-g", "zwolle"),
    ("archief", "controleer", "bestaat-niet"),
    ("archief", "vernietiging", "opstellen", "--op", BSN, "-g", "zwolle"),
    ("archief", "vernietiging", "toon", BSN, "-g", "zwolle"),
    ("archief", "vernietiging", "beoordeel", BSN, "--behoud", f"{NAAM}={BSN}", "-g", "zwolle"),
    ("archief", "vernietiging", "vaststellen", BSN, "--aantal", "1", "-g", "zwolle"),
    ("archief", "vernietiging", "uitvoeren", BSN, "--aantal", "1", "-g", "zwolle"),
    ("archief", "vernietiging", "trek-in", BSN, "-g", "zwolle"),
    ("archief", "vernietiging", "verklaring", BSN, "--naar", "v.json", "-g", "zwolle"),
    ("archief", "vernietiging", "controleer", f"{BSN}.json"),
    ("beschikking", "opstellen", BSN, "-g", "zwolle"),
    ("beschikking", "verzonden", "-g", "zwolle", "--op", BSN),
    ("beschikking", "verzonden", "-g", "zwolle", "--op", "2026-11-20", "--zaak", BSN),
    ("beschikking", "batch", "--ja", "-g", "zwolle", "--dagtekening", BSN),
    ("beschikking", "batch", "--ja", "-g", BSN),
    *(("beschikking", "batch", stap, BSN, "-g", "zwolle") for stap in BATCHSTAPPEN),
    *(("beschikking", "batch", "bevries", "-g", "zwolle", "--kies", f"{wat}={BSN}") for wat in ("wet", "zaken")),
    ("beschikking", "batch", "bevries", "-g", "zwolle", "--kies", BSN),
    ("beschikking", "batch", "keuzes", BSN),
    ("beschikking", "batch", "laat-door", BSN, "--bevinding", NAAM, "-g", "zwolle"),
    ("beschikking", "batch", "verzonden", BSN, "--op", BSN, "--aantal", "1", "-g", "zwolle"),
    ("beschikking", "batch", "herdruk", BSN, "--van", "1", "--tot", "2", "-g", "zwolle"),
    ("beschikking", "batch", "opnieuw", BSN, "--dagtekening", BSN, "-g", "zwolle"),
    ("beschikking", "batch", "trek-terug", "--reden", BSN, "--zaak", BSN, "-g", "zwolle"),
    ("beschikking", "sjablonen", "-g", BSN),
    ("beschikking", "informeer", BSN, f"{BSN}.toml", "-g", "zwolle"),
    ("beschikking", "exemplaren", BSN, "-g", "zwolle"),
    ("termijn", "dwangsom", BSN, "-g", "zwolle"),
    ("gesprek", "akkoord", BSN, "geaccordeerd", "-g", "zwolle"),
    ("gesprek", "plan", BSN, "--op", "2026-12-03", "--tijd", "10:00", "--plaats", "thuis", "-g", "zwolle"),
    ("gesprek", "plan", ZAAK, "--op", "2026-12-03", "--tijd", BSN, "--plaats", "thuis", "-g", "zwolle"),
    ("gesprek", "afspraken", "-g", BSN),
    ("gesprek", "afzeggen", BSN, "--door", "inwoner", "-g", "zwolle"),
    ("gesprek", "akkoord", ZAAK, NAAM, "-g", "zwolle"),
    ("beschikking", "voorbeeld", BSN, "-g", "zwolle"),
    ("beschikking", "voorbeeld", "wmo/toekenning", "-g", "zwolle", "--zaak", BSN),
    ("beschikking", "controleer", BSN, "-g", "zwolle"),
    ("beschikking", "controleer", f"{BSN}.json", "-g", "zwolle"),
    ("beschikking", "controleer", "-g", "zwolle", "--batch", BSN),
    ("beschikking", "bezorging", "-g", "zwolle", "--op", BSN),
    ("zaak", "aanvraag", ZAAK, "-g", "zwolle", "--op", BSN),
    ("zaak", "lijst", "-g", "zwolle", "--wet", BSN),
    ("zaak", "lijst", "-g", BSN),
    ("zaak", "toon", ZAAK, "-g", "zwolle", "--als", BSN),
    ("zaak", "team", ZAAK, "-g", "zwolle", "--als", GEHEIM),
    ("gesprek", "verslag", BSN, BSN, "-g", "zwolle"),
    ("gesprek", "eigen-plan", ZAAK, "--aangeboden", BSN, "-g", "zwolle"),
    ("gesprek", "eigen-plan", BSN, "-g", "zwolle"),
    ("gesprek", "voorbeeld", "-g", "zwolle", "--wet", NAAM),
    ("gesprek", "toon", BSN, "-g", "zwolle"),
    ("gesprek", "verstrek", ZAAK, "--op", BSN, "--hoe", "post", "-g", "zwolle"),
    ("gesprek", "verstrek", ZAAK, "--op", "2026-11-20", "--hoe", NAAM, "-g", "zwolle"),
    ("gesprek", "zrm", ZAAK, "--domein", NAAM, "--niveau", "3", "-g", "zwolle"),
    ("gesprek", "zrm", ZAAK, "--domein", "financien", "--niveau", BSN, "-g", "zwolle"),
    ("gesprek", "zrm", ZAAK, "--domein", "financien", "--niveau", "3", "--inwoner", BSN, "-g", "zwolle"),
    ("gesprek", "advies", "vraag", BSN, BSN, "-g", "zwolle"),
    ("gesprek", "advies", "ontvang", ZAAK, BSN, BSN, "-g", "zwolle"),
    ("gesprek", "advies", "trek-in", ZAAK, BSN, "--op", "2026-11-20", "-g", "zwolle"),
    ("gesprek", "advies", "toon", ZAAK, "--medisch", BSN, "-g", "zwolle"),
    ("zaak", "plan", ZAAK, BSN, "-g", "zwolle"),
    ("zaak", "besluit", ZAAK, f"{BSN}.toml", "-g", "zwolle"),
    ("zaak", "signaleer", ZAAK, f"{BSN}.txt", "-g", "zwolle"),
    ("zaak", "signaleer", ZAAK, "-", "--aan", GEHEIM, "-g", "zwolle", "--als", "M-012"),
    ("zaak", "signalen", BSN, "-g", "zwolle"),
    ("zaak", "signaal-af", BSN, "-", "-g", "zwolle"),
    ("besluit", "lijst", "-g", BSN),
    ("besluit", "toon", BSN, "-g", "zwolle"),
    ("besluit", "voorstel", BSN, BSN, "-g", "zwolle"),
    ("besluit", "hoor", ZAAK, f"{BSN}.toml", "-g", "zwolle"),
    ("besluit", "toets", BSN, "--akkoord", "-g", "zwolle"),
    ("besluit", "toets", ZAAK, "--terug", BSN, "-g", "zwolle"),
    ("besluit", "toets", "--lijst", BSN, "-g", "zwolle"),
    ("besluit", "neem", ZAAK, "--op", BSN, "-g", "zwolle"),
    ("besluit", "neem", BSN, "-g", "zwolle"),
    ("besluit", "herzie", BSN, "-g", "zwolle"),
    ("mandaat", "lijst", "-g", "zwolle", "--op", BSN),
    ("mandaat", "toets", BSN, "-g", "zwolle"),
    ("mandaat", "toets", ZAAK, "--medewerker", GEHEIM, "-g", "zwolle"),
    ("medewerker", "lijst", "-g", BSN),
    ("medewerker", "importeer", BSN, "-g", "zwolle"),
    ("melding", "importeer", BSN, "-g", "zwolle"),
    ("melding", "importeer", f"{BSN}.csv", "-g", "zwolle"),
    ("melding", "importeer", "a.csv", "-g", "zwolle", "--codering", BSN),
    ("melding", "importeer", "a.csv", "-g", "zwolle", "--scheidingsteken", BSN),
    ("melding", "importeer", "a.json", "-g", "zwolle", "--vertaling", f"{BSN}.toml"),
    ("melding", "lijst", "-g", BSN),
    ("melding", "toon", BSN, "-g", "zwolle"),
    ("melding", "verhelder", BSN, "a.json", "-g", "zwolle"),
    ("melding", "voorbeeld", BSN, "-g", "zwolle"),
    ("gemeente", "aansluiten", BSN),
    ("gemeente", "controleer", BSN),
    ("gemeente", "open", BSN),
    ("gemeente", "instel", "zwolle", BSN, GEHEIM),
    ("gemeente", "instel", "zwolle", "archief.actor", GEHEIM),
    ("gemeente", "lijst", BSN),
    ("plugin", "lijst", BSN),
    ("plugin", "haken", BSN),
    ("regels", "lijst", "--stap", BSN),
    ("regels", "bevestig", BSN, "-g", "zwolle"),
    ("regels", "bevestig", NAAM, "-g", "zwolle"),
    ("gemeente", "bijwerken", BSN),
    *(("gemeente", naam, BSN) for naam in ("status", "isolatie", "schema", "reservekopie")),
    ("gemeente", "exporteer", "zwolle", f"/{BSN}/z.export"),
    ("gemeente", "afsluiten", BSN, "--export", f"/{BSN}/x"),
    ("gemeente", "afsluiten", "zwolle", "--ja", "--export", f"/{BSN}/z.export"),
    ("gemeente", "wisverklaring", f"{BSN}.json"),
    ("gemeente", "sleutel", "wissel", BSN, "--ja"),
    ("gemeente", "sleutel", "borg", "zwolle", "--naar", f"/{BSN}/z.borg"),
    ("gemeente", "sleutel", "uit-borg", f"/{BSN}/z.borg", "--naar", f"/{BSN}/x"),
    ("privacy", "datalek", "vul-aan", BSN, f"{BSN}.toml", "-g", "zwolle"),
    ("privacy", "datalek", "lijst", "-g", BSN),
    ("ondersteuning", "bundel", "--naar", f"/{BSN}/x.zip"),
    ("gemeente", "kloon", "zwolle", "--anoniem", "--naar", BSN),
    ("gemeente", "kloon", BSN, "--anoniem", "--naar", "oefen"),
    *(("gemeente", naam, "zwolle", f"{BSN}.toegang") for naam in ("herstel", "importeer")),
    ("plugin", "nieuw", BSN, "--naar", NAAM, "--ja"),
    ("plugin", "bijwerken", BSN),
    ("plugin", "toets", BSN),
    ("termijn", "lijst", "-g", BSN),
    ("termijn", "lijst", "--binnen", BSN + "x", "-g", "zwolle"),
    ("termijn", "waarom", BSN, "-g", "zwolle"),
    ("termijn", "opschorten", ZAAK, NAAM, "-g", "zwolle"),
    ("termijn", "opschorten", BSN, "aanvulling", "--op", "2026-11-20", "-g", "zwolle"),
    ("termijn", "hervatten", ZAAK, "--op", BSN, "-g", "zwolle"),
    ("termijn", "verdagen", ZAAK, "--weken", NAAM, "-g", "zwolle"),
    ("termijn", "ingebrekestelling", ZAAK, "--op", NAAM, "-g", "zwolle"),
    ("termijn", "afmelden", ZAAK, BSN, "--op", "2026-11-20", "-g", "zwolle"),
    ("termijn", "intrekken", ZAAK, BSN, "-g", "zwolle"),
    ("plan", "voorbeeld", "-g", BSN),
    ("plan", "toon", BSN, "-g", "zwolle"),
    ("plan", "toon", ZAAK, "-g", "zwolle", "--voor", NAAM),
    ("plan", "verloop", BSN, "-g", "zwolle"),
    ("plan", "akkoord", ZAAK, "geaccordeerd", "-g", "zwolle", "--wie", NAAM),
    ("plan", "akkoord", ZAAK, "geaccordeerd", "-g", "zwolle", "--tijd", BSN),
    ("plan", "teken", ZAAK, "-g", "zwolle", "--wie", GEHEIM),
    ("plan", "teken", ZAAK, "-g", "zwolle", "--weigert", "--reden", BSN),
    ("plan", "instemming", ZAAK, "nee", "-g", "zwolle", "--toelichting", BSN),
    ("plan", "afspraak", ZAAK, "1", NAAM, "-g", "zwolle"),
    ("plan", "afspraak", ZAAK, BSN, "gelukt", "-g", "zwolle"),
    ("plan", "kopie", ZAAK, "-g", "zwolle", "--wijze", NAAM),
    ("inwoner", "toestemming", "geef", ZAAK, "-g", "zwolle", "--delen", "wgs", "--wie", NAAM),
    ("inwoner", "toestemming", "geef", ZAAK, "-g", "zwolle", "--digitaal", GEHEIM),
    ("inwoner", "toestemming", "trek-in", ZAAK, BSN, "-g", "zwolle"),
    ("inwoner", "toestemming", "toon", BSN, "-g", "zwolle"),
    ("inwoner", "vertegenwoordiger", "leg-vast", ZAAK, f"{BSN}.toml", "-g", "zwolle", "--wie", NAAM),
    ("inwoner", "vertegenwoordiger", "beeindig", ZAAK, BSN, "-g", "zwolle", "--tot", NAAM),
    ("inwoner", "vertegenwoordiger", "toon", BSN, "-g", "zwolle"),
    ("werkvoorraad", "-g", "zwolle", "--als", NAAM),
    ("aanbieder", "lijst", "-g", BSN),
    ("aanbieder", "toon", GEHEIM, "-g", "zwolle"),
    (
        "aanbieder",
        "kwaliteit",
        GEHEIM,
        "--oordeel",
        "voldoende",
        "--op",
        "2026-11-20",
        "--als",
        "M-002",
        "-g",
        "zwolle",
    ),
    (
        "aanbieder",
        "contact",
        GEHEIM,
        "klacht",
        "--op",
        "2026-11-20",
        "--stuk",
        GEHEIM,
        "--als",
        "M-002",
        "-g",
        "zwolle",
    ),
    ("aanbieder", "importeer", BSN, "-g", "zwolle"),
    ("bezwaar", "lijst", "-g", BSN),
    *(("bezwaar", naam, BSN, "-g", "zwolle") for naam in ("toon", "termijn")),
    *(
        ("bezwaar", naam, GEHEIM, "--op", "2026-11-20", "--als", "M-002", "-g", "zwolle")
        for naam in ("bevestig", "hersteld", "trek-in", "ingebrekestelling")
    ),
    ("bezwaar", "vraag-herstel", BSN, "--op", "2026-11-20", "--tot", BSN, "--als", "M-002", "-g", "zwolle"),
    ("bezwaar", "vertraging", BSN, "--verschoonbaar", "--als", "M-002", "-g", "zwolle"),
    ("bezwaar", "hoor", ZAAK, "--op", "2026-11-20", "--door", GEHEIM, "--als", "M-002", "-g", "zwolle"),
    ("bezwaar", "verdaag", BSN, "--weken", "6", "--op", "2026-11-20", "--als", "M-002", "-g", "zwolle"),
    ("bezwaar", "zend-door", ZAAK, "--aan", GEHEIM, "--op", "2026-11-20", "--als", "M-002", "-g", "zwolle"),
    ("bezwaar", "registreer", BSN, BSN, "-g", "zwolle"),
    ("herindicatie", "lijst", "-g", BSN),
    ("herindicatie", "ronde", "-g", BSN),
    ("besluit", "herzie-ronde", BSN, "--wet", NAAM, "--als", "M-002", "-g", "zwolle"),
    ("besluit", "herzie-ronde", BSN, "--wet", "wmo", "--als", "M-002", "-g", "zwolle"),
    ("besluit", "rondes", "--ronde", BSN, "-g", "zwolle"),
    *(
        ("besluit", "ronde-concept", BSN, f"{BSN}.csv", *wanneer, "--naar", BSN, "-g", "zwolle")
        for wanneer in (("--ingaat-op", BSN, "--grondslag", "x"), ("--ingaat-op", "2027-01-01", "--grondslag", NAAM))
    ),
    ("inwoner", "bijwerken", f"/{BSN}/brp.csv", "-g", "zwolle"),
    ("inwoner", "brp-vraag", "--naar", f"/{BSN}/{NAAM}.csv", "--batch", BSN, "-g", "zwolle"),
    ("zaak", "kies", "--naar", f"/{BSN}/{NAAM}.csv", "--product", NAAM, "-g", "zwolle"),
    ("herindicatie", "plan", BSN, "--op", "2027-01-01", "--als", "M-002", "-g", "zwolle"),
    ("herindicatie", "brief", GEHEIM, "--als", "M-002", "-g", "zwolle"),
    ("herindicatie", "aangekondigd", GEHEIM, "--op", BSN, "--als", "M-002", "-g", "zwolle"),
    ("levering", "lijst", "--zaak", BSN, "-g", "zwolle"),
    ("levering", "wijs-toe", BSN, "--aanbieder", NAAM, "--op", "2026-11-20", "--als", "M-002", "-g", "zwolle"),
    ("levering", "start", BSN, "--op", "2026-11-20", "--bericht", NAAM, "--als", "M-002", "-g", "zwolle"),
    ("levering", "controleer", GEHEIM, "--geleverd", "--op", "2026-11-20", "--als", "M-002", "-g", "zwolle"),
    (
        *("levering", "factuur", GEHEIM, "--nummer", GEHEIM, "--van", "2026-11-01", "--tot", "2026-11-02"),
        *("--bedrag", "1", "--ontvangen", "2026-11-20", "--als", "M-002", "-g", "zwolle"),
    ),
    ("levering", "stop", GEHEIM, "--op", "2026-11-20", "--reden", "anders", "--als", "M-002", "-g", "zwolle"),
    ("zaak", "keten", BSN, "-g", "zwolle"),
    ("monitoring", "lijst", "--zaak", BSN, "-g", "zwolle"),
    ("monitoring", "knelpunten", "-g", BSN),
    ("rapport", "lijst", BSN),
    ("rapport", "gepubliceerd", "--jaar", BSN, "--op", "2026-06-01", "-g", "zwolle"),
    *(("rapport", naam, "-g", BSN) for naam in RAPPORTEN),
    ("rapport", "caseload", "-g", "zwolle", "--html", f"/{BSN}/{NAAM}/x.html"),
    ("rapport", "caseload", "-g", "zwolle", "--van", GEHEIM),
    ("doctor", "-g", BSN),
    ("proefdraai", "-g", "zwolle", "--plugin", BSN),
    ("proefdraai", "-g", "zwolle", "--plugin", f"{BSN}.whl"),
    ("proefdraai", "-g", "zwolle", "--plugin", "zwolle", "--zaken", BSN),
    ("proefdraai", "-g", "zwolle", "--plugin", "zwolle", "--haak", NAAM),
    ("proefdraai", "-g", "zwolle", "--plugin", "zwolle", "--sinds", BSN),
    ("inwoner", "dossier", BSN, "-g", "zwolle", "--als", "M-002"),
    ("inwoner", "dossier", "I-1", "-g", "zwolle", "--als", "M-002", "--voor", NAAM),
    ("inwoner", "dossier", "I-1", "-g", "zwolle", "--als", "M-002", "--houd-achter", BSN),
    ("inwoner", "dossier", "I-1", "-g", "zwolle", "--als", "M-002", "--reden", GEHEIM),
    ("inwoner", "afschrift", BSN, "-g", "zwolle", "--naar", "a.zip"),
    ("inwoner", "afschrift", "I-1", "-g", "zwolle", "--naar", "a.zip", "--bewijs", GEHEIM),
    ("inwoner", "zoek", "-g", BSN),
    ("zaak", "inzien", ZAAK, "-g", "zwolle", "--als", "M-001", "--reden", GEHEIM),
    ("gemeente", "instel", "zwolle", "archief.actor", "archivaris", "--vanaf", BSN),
    ("demo", "--personen", BSN),
    ("demo", "--aantal", BSN + "x"),
    ("medewerker", "toon", NAAM, "-g", "zwolle"),
    ("medewerker", "toon", BSN, "-g", "zwolle"),
    ("medewerker", "terug", NAAM, "-g", "zwolle"),
    ("medewerker", "overdragen", NAAM, "--verdeel", "-g", "zwolle"),
    ("medewerker", "account", NAAM, "--uid", "1", "-g", "zwolle"),
    ("regie", "afhandelen", NAAM, "--uitkomst", "opgelost", "--als", "M-002", "-g", "zwolle"),
    ("medewerker", "rol", BSN, "--functie", NAAM, "-g", "zwolle"),
    ("medewerker", "rol", "M-002", "--functie", NAAM, "-g", "zwolle"),
    ("medewerker", "rol", "M-002", "--team", NAAM, "--gebied", BSN, "-g", "zwolle"),
    ("medewerker", "rol", "M-002", "--registratie", GEHEIM, "-g", "zwolle"),
    ("medewerker", "rol", "M-002", "--discipline", f"{NAAM}:{BSN}", "-g", "zwolle"),
    ("medewerker", "rol", "M-002", "--wet", NAAM, "-g", "zwolle"),
    ("medewerker", "afwezig", BSN, "--tot", "2026-12-01", "-g", "zwolle"),
    ("medewerker", "afwezig", "M-002", "--tot", BSN, "-g", "zwolle"),
    ("medewerker", "afwezig", "M-002", "--tot", "2026-12-01", "--vervanger", NAAM, "-g", "zwolle"),
    ("medewerker", "terug", BSN, "-g", "zwolle"),
    ("medewerker", "uit-dienst", BSN, "--op", "2026-12-01", "-g", "zwolle"),
    ("medewerker", "overdragen", BSN, "--verdeel", "-g", "zwolle"),
    ("medewerker", "overdragen", "M-002", "--naar", NAAM, "-g", "zwolle"),
    ("medewerker", "account", BSN, "--uid", "1", "-g", "zwolle"),
    ("medewerker", "account", "M-002", "--uid", NAAM, "-g", "zwolle"),
    ("medewerker", "controleer", "--binnen", BSN, "-g", "zwolle"),
    ("medewerker", "geef-rol", NAAM, "teamleider", "-g", "zwolle"),
    ("medewerker", "geef-rol", "M-002", "jurist", "--vanaf", BSN, "-g", "zwolle"),
    ("medewerker", "neem-rol", BSN, NAAM, "-g", "zwolle"),
    ("gemeente", "beheerder", BSN),
    ("gemeente", "beheerder", "zwolle", "--erbij", GEHEIM),
    ("gemeente", "rechten", BSN),
    ("gemeente", "rechten", "zwolle", "--medewerker", BSN),
    ("bezwaar", "koppel", BSN, "--besluit", NAAM, "-g", "zwolle"),
    ("privacy", "logboek", "--inwoner", BSN, "-g", "zwolle"),
    ("privacy", "logboek", "--medewerker", NAAM, "-g", "zwolle"),
    ("privacy", "logboek", "--inwoner", "I-0", "--van", BSN, "-g", "zwolle"),
    ("team", "voorstel", BSN, "-g", "zwolle"),
    ("team", "toon", BSN, "-g", "zwolle"),
    ("team", "wijzig", ZAAK, "--erbij", NAAM, "-g", "zwolle"),
    ("team", "wijzig", ZAAK, "--eraf", NAAM, "--voorop", BSN, "-g", "zwolle"),
    ("team", "wijzig", ZAAK, "--erbij", "M-003", "--toelichting", BSN, "-g", "zwolle"),
    ("team", "overleg", ZAAK, BSN, "--op", "2026-11-20", "--deelnemer", NAAM, "-g", "zwolle"),
    ("team", "overleg", ZAAK, "-", "--op", BSN, "--deelnemer", NAAM, "--protocol", f"{GEHEIM};", "-g", "zwolle"),
    ("team", "verdeling", "-g", BSN),
    ("zaak", "intervisie", ZAAK, BSN, "--op", "2026-11-20", "--deelnemer", NAAM, "--tweede-nodig", "-g", "zwolle"),
    ("zaak", "problematiek", BSN, "--meervoudig", "-g", "zwolle"),
    ("regie", "draag-over", ZAAK, "--naar", NAAM, "--reden", "caseload", "--als", "M-002", "-g", "zwolle"),
    ("regie", "draag-over", ZAAK, "--naar", "M-003", "--reden", NAAM, "-g", "zwolle"),
    ("regie", "aanvaard", BSN, "--als", "M-002", "-g", "zwolle"),
    ("regie", "weiger", NAAM, "--als", "M-002", "-g", "zwolle"),
    ("regie", "trek-in", BSN, "--als", "M-002", "-g", "zwolle"),
    ("regie", "overdrachten", "-g", BSN),
    ("regie", "herzie", ZAAK, "--grond", NAAM, "-g", "zwolle"),
    ("regie", "escaleer", ZAAK, BSN, "--aan", NAAM, "--als", "M-002", "-g", "zwolle"),
    ("regie", "escalaties", "-g", BSN),
    ("regie", "afhandelen", BSN, "--uitkomst", "opgelost", "--als", "M-002", "-g", "zwolle"),
    ("regie", "controleer", "-g", BSN),
    *(
        ("fusie", *woorden, "-p", BSN)
        for woorden in (
            *(("overeenkomst", NAAM), ("inventariseer",), ("koppel",), ("paren",), ("paar", BSN), ("teken-koppeling",)),
            *(("oordeel", BSN, "een"), ("conflicten",), ("besluit", BSN), ("proef",), ("pas-toe",), ("controleer",)),
            *(("brieven",), ("rapport",), ("terugdraaien", BSN), ("uitvoer", "uit"), ("herkomst", BSN)),
            *(("afbeelding", stap, BSN) for stap in ("ontwerp", "toon", "akkoord")),
            ("afbeelding", "dekking"),
        )
    ),
    ("fusie", "begin", BSN, "--plugin", "beekdaelen", "--bronnen", BSN),
    ("fusie", "lijst", BSN),
    (BSN,),
    (NAAM,),
    ("zaak", NAAM),
    ("zaak", "toon", ZAAK, f"--{NAAM}", BSN),
]


# A command that fails changes nothing, so the commands of one noun share a data folder.
GROEPEN = {noun: tuple(groep) for noun, groep in groupby(sorted(MET_ARGUMENT, key=itemgetter(0)), key=itemgetter(0))}


def niets_lekt(map_, uitkomst):
    niets_in_de_uitvoer(uitkomst)
    niets_op_schijf(map_)


def niets_in_de_uitvoer(uitkomst):
    assert BSN not in uitkomst.alles
    assert NAAM not in uitkomst.alles


def niets_op_schijf(map_):
    for pad in map_.rglob("*"):
        assert BSN not in pad.name
        if pad.is_file():
            inhoud = pad.read_bytes()
            assert BSN.encode() not in inhoud, pad
            assert NAAM.encode() not in inhoud, pad


@pytest.mark.parametrize("woorden", MET_BESTAND, ids=" ".join)
def test_in_een_bestand(zaak, data, toegang, schrijf, woorden):
    for naam, inhoud in BESTANDEN.items():
        uitkomst = toegang(*woorden, schrijf(f"kanarie-{naam}", inhoud), "-g", "zwolle")
        assert (uitkomst.code == 0) is ((woorden, naam) in LUKT), (naam, uitkomst)
        niets_in_de_uitvoer(uitkomst)
    niets_op_schijf(data)


@pytest.mark.parametrize("groep", GROEPEN)
def test_in_een_argument(zaak, data, toegang, groep, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    for woorden in GROEPEN[groep]:
        uitkomst = toegang(*woorden)
        assert uitkomst.code != 0, woorden
        niets_in_de_uitvoer(uitkomst)
    niets_op_schijf(data)


@pytest.mark.parametrize(
    "velden",
    [
        {"bsn": "999990018"},
        {"geboortedatum": BSN},
        {"geslacht": NAAM},
        {"geheimhouding": NAAM},
        {NAAM.lower() + "_" + BSN: 1},
        {"geslachtsnaam": ""},
    ],
)
def test_in_een_geweigerde_persoon(data, toegang, schrijf, aanmelding, velden):
    slecht = aanmelding()
    slecht["leden"][0]["persoon"] |= velden
    bestand = schrijf("a.json", [slecht, aanmelding("k-2", loket=BSN), aanmelding("k-3", melder=NAAM)])
    uitkomst = toegang("melding", "importeer", bestand, "-g", "zwolle", "--json")
    assert len(json.loads(uitkomst.uit)["redenen"]) >= 3
    niets_lekt(data, uitkomst)


@pytest.mark.parametrize("spoor", ["0", "1"])
@pytest.mark.parametrize(
    ("plek", "woorden"),
    [
        ("uitvoering.stappen.stel_team_samen", ("zaak", "team", ZAAK, "-g", "zwolle")),
        ("uitvoering.stappen.beleg_regie", ("regie", "beleg", ZAAK, "-g", "zwolle")),
        ("uitvoering.meldingen.neem_in", ("melding", "importeer", "-g", "zwolle", "BESTAND")),
        ("uitvoering.zaken.feiten", ("zaak", "toon", ZAAK, "-g", "zwolle", "--json")),
        ("uitvoering.waarom.keten", ("waarom", ZAAK, "-g", "zwolle")),
        ("uitvoering.batchgids.doe_ineens", ("beschikking", "batch", "--ja", "-g", "zwolle")),
    ],
)
def test_in_een_storing(zaak, data, toegang, schrijf, aanmelding, monkeypatch, plek, woorden, spoor):
    def stuk(*_, **__):
        lokaal = {"bsn": BSN, "naam": NAAM}
        raise KeyError(lokaal)

    module, _, naam = plek.rpartition(".")
    monkeypatch.setattr(importlib.import_module(f"toegang_cli.{module}"), naam, stuk)
    monkeypatch.setenv("TOEGANG_SPOOR", spoor)
    bestand = schrijf("a.json", aanmelding("k-9", bsn=None))
    uitkomst = toegang(*(bestand if woord == "BESTAND" else woord for woord in woorden))
    assert uitkomst.code == 1
    assert uitkomst.fout.splitlines()[-1 if spoor == "1" else -2].startswith(("Storing", "builtins.KeyError"))
    niets_lekt(data, uitkomst)


def test_niets_van_een_gelukte_zaak_ligt_leesbaar_op_schijf(brenger, data, toegang):
    zaak = brenger("opstellen")
    niets_lekt(data, toegang("beschikking", "opstellen", zaak, "-g", "zwolle"))


def test_elke_opdracht_is_beproefd():
    # a group within a group has commands of three words
    getypt = (*MET_BESTAND, *MET_ARGUMENT)
    beproefd = {" ".join(woorden[:diep]) for woorden in getypt for diep in (2, 3)} | {
        "waarom",
        "doctor",
        "demo",
        "werkvoorraad",
        "proefdraai",
    }
    alle = {naam for naam, _ in alle_opdrachten(opdrachtboom(), "")}
    assert {naam.strip() for naam in alle} - beproefd == set()
