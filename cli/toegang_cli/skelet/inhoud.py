"""What the data file of a new gemeente holds, per organisation model; every name in it is hers to change."""

from __future__ import annotations

import importlib
import inspect
import re
from collections.abc import Callable
from datetime import date
from typing import Any

from toegang.domain.begrippen import Wet
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.plugins.modellen import laad_model
from toegang_cli.skelet.keuzes import OPEN, Keuzes, sleutel_van

_ALLE = [wet.value for wet in Wet]
_GEEN_BALIE = ["TELEFOON", "WEBFORMULIER", "EMAIL", "BRIEF"]
_OVERAL = ["BALIE", *_GEEN_BALIE]
_VERORDENINGEN = [("WMO", "wmo"), ("JEUGDWET", "jeugd"), ("PARTICIPATIEWET", "pw"), ("WGS", "wgs"), ("LLV", "llv")]
_NAAM = {
    "wmo": ("L-15", "Hoe heet de verordening maatschappelijke ondersteuning?"),
    "jeugd": ("L-15", "Hoe heet de verordening jeugdhulp?"),
    "pw": ("L-15", "Hoe heet de verordening bij de Participatiewet die in besluiten wordt genoemd?"),
    "wgs": ("L-112", "Hoe heet de verordening met de beslistermijn voor schuldhulpverlening?"),
    "llv": ("L-125", "Hoe heet de verordening leerlingenvervoer?"),
}


def gegevens(keuzes: Keuzes) -> dict[str, Any]:
    """Return everything that the templates of the scaffold print.

    Args:
        keuzes: the answers of the maker.
    """
    model = laad_model(keuzes.model)
    gebieden = [{"id": sleutel_van(naam), "naam": naam} for naam in keuzes.wijken]
    is_open = keuzes.beslisser == OPEN
    velden: dict[str, Any] = {
        "sleutel": keuzes.sleutel,
        "pakket": keuzes.pakket,
        "gemeente": {"naam": keuzes.gemeente, "code": keuzes.code},
        "contact": keuzes.contact,
        "binnen": keuzes.binnen,
        "groep": GROEP_GEMEENTEN,
        "model": model.naam,
        "uitleg": model.uitleg,
        "vandaag": date(date.fromisoformat(keuzes.dag).year, 1, 1).isoformat(),
        "gebieden": gebieden,
        "werkgever": f"gemeente-{keuzes.sleutel}",
        "werkgevers": [],
        "beslisser": "open:besluit.beslisser" if is_open else keuzes.beslisser,
        "ondertekenaar": "open:besluit.ondertekenaar" if is_open else keuzes.beslisser,
        "verordeningen": _VERORDENINGEN,
        "passend": _passend(model.naam),
        "open": _open(keuzes, is_open=is_open),
    }
    velden |= _PER_MODEL[model.naam](keuzes, gebieden)
    velden["routes"] = [{"wetten": [], "toets": "", **route} for route in velden["routes"]]
    velden["functies"] += _algemene_functies(keuzes, velden["functies"])
    return velden


def _telefoonfilter(keuzes: Keuzes, gebieden: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "loketten": [
            _loket(
                "telefoonteam",
                "het telefoonteam",
                "TELEFOONTEAM",
                ["TELEFOON", "WEBFORMULIER", "EMAIL"],
                "AANVRAAG",
                functie="medewerker-telefoonteam",
            ),
            _loket("gemeentehuis", "het gemeentehuis", "BALIE", ["BALIE", "BRIEF"], "MELDING", naar="telefoonteam"),
        ],
        "teams": _wijkteams(gebieden, [f"gemeente-{keuzes.sleutel}"]),
        "functies": [
            _functie("medewerker-telefoonteam", "medewerker telefoonteam"),
            _functie("consulent", "consulent", _ALLE),
        ],
        "routes": [{"voorstel": ["consulent"]}],
    }


def _administratieloket(_keuzes: Keuzes, _gebieden: list[dict[str, str]]) -> dict[str, Any]:
    vakken = (
        ("consulent-wmo", "consulent Wmo", ["WMO", "WGS", "GPK"]),
        ("consulent-jeugd", "consulent jeugd", ["JEUGDWET", "LLV"]),
        ("consulent-participatie", "consulent participatie", ["PARTICIPATIEWET"]),
    )
    return {
        "loketten": [
            _loket("kcc", "het KCC", "KCC", ["TELEFOON", "BALIE"], "CONTACTGEGEVENS", naar="administratie"),
            _loket(
                "administratie",
                "de administratie",
                "ADMINISTRATIE",
                _OVERAL,
                "AANVRAAG",
                functie="medewerker-administratie",
            ),
        ],
        "teams": [
            _team("consulenten", "het team consulenten", "CONSULENTEN"),
            _team("expertiseteam", "het Expertiseteam", "EXPERTISETEAM", adviserend=True),
        ],
        "functies": [_functie(*vak) for vak in vakken],
        "routes": [{"wetten": wetten, "voorstel": [functie]} for functie, _, wetten in vakken],
    }


def _wijkteams_model(_keuzes: Keuzes, gebieden: list[dict[str, str]]) -> dict[str, Any]:
    return {
        "loketten": [
            _loket(
                "contactcentrum",
                "het contactcentrum",
                "CONTACTCENTRUM",
                _GEEN_BALIE,
                "AANVRAAG",
                functie="medewerker-contactcentrum",
            ),
            _loket("wijkbalie", "een wijkteam", "WIJKTEAM", ["BALIE", "TELEFOON"], "AANVRAAG", functie="consulent"),
        ],
        "teams": _wijkteams(gebieden, []),
        "functies": [
            _functie("medewerker-contactcentrum", "medewerker contactcentrum"),
            _functie("consulent", "consulent wijkteam", _ALLE),
            _functie("sociaal-werker", "sociaal werker", rollen=["ADVISEUR", "REGISSEUR"]),
        ],
        "werkgevers": [{"id": "welzijnsorganisatie", "naam": "welzijnsorganisatie", "soort": "WELZIJN"}],
        "routes": [{"voorstel": ["consulent"]}],
    }


def _pleinen(keuzes: Keuzes, _gebieden: list[dict[str, str]]) -> dict[str, Any]:
    eigen = [f"gemeente-{keuzes.sleutel}"]
    zorg, werk = ["WMO", "JEUGDWET", "GPK", "LLV"], ["PARTICIPATIEWET", "WGS"]
    return {
        "loketten": [
            _loket("zorgplein", "het Zorgplein", "PLEIN", _OVERAL, "AANVRAAG", functie="consulent-zorg"),
            _loket("werkplein", "het Werkplein", "PLEIN", _OVERAL, "AANVRAAG", functie="consulent-werk"),
            _loket("buurtplein", "het Buurtplein", "PLEIN", _OVERAL, "AANVRAAG", functie="buurtcoach"),
        ],
        "teams": [
            _team("zorgplein", "het Zorgplein", "PLEIN", wetten=zorg, problematiek=["ENKELVOUDIG"], werkgevers=eigen),
            _team("werkplein", "het Werkplein", "PLEIN", wetten=werk, problematiek=["ENKELVOUDIG"], werkgevers=eigen),
            _team("buurtplein", "het Buurtplein", "PLEIN", problematiek=["MEERVOUDIG"]),
        ],
        "functies": [
            _functie("consulent-zorg", "consulent zorg", zorg),
            _functie("consulent-werk", "consulent werk", werk),
            _functie("buurtcoach", "buurtcoach", ["WMO", "JEUGDWET"]),
        ],
        "routes": [
            {"wetten": ["WMO", "JEUGDWET"], "voorstel": ["consulent-zorg", "buurtcoach"]},
            {"wetten": ["GPK", "LLV"], "voorstel": ["consulent-zorg"]},
            {"wetten": werk, "voorstel": ["consulent-werk"]},
        ],
    }


_PER_MODEL: dict[str, Callable[[Keuzes, list[dict[str, str]]], dict[str, Any]]] = {
    "telefoonfilter": _telefoonfilter,
    "administratieloket": _administratieloket,
    "wijkteams": _wijkteams_model,
    "pleinen": _pleinen,
}


def _loket(id: str, naam: str, soort: str, kanalen: list[str], registreert: str, **meer: str) -> dict[str, Any]:
    vast = {"id": id, "naam": naam, "soort": soort, "kanalen": kanalen, "registreert": registreert}
    return {**vast, "functie": "", "naar": "", **meer}


def _team(id: str, naam: str, soort: str, **meer: Any) -> dict[str, Any]:
    leeg = {"gebieden": [], "problematiek": [], "wetten": [], "werkgevers": [], "adviserend": False}
    return {"id": id, "naam": naam, "soort": soort, **leeg, **meer}


def _functie(
    id: str, naam: str, beoordeelt: list[str] | None = None, rollen: list[str] | None = None
) -> dict[str, Any]:
    return {"id": id, "naam": naam, "beoordeelt": beoordeelt or [], "rollen": rollen or []}


def _wijkteams(gebieden: list[dict[str, str]], werkgevers: list[str]) -> list[dict[str, Any]]:
    return [
        _team(
            f"wijkteam-{item['id'].removeprefix('wijk-')}",
            f"wijkteam {item['naam'].removeprefix('wijk ')}",
            "WIJKTEAM",
            gebieden=[item["id"]],
            werkgevers=werkgevers,
        )
        for item in gebieden
    ]


def _algemene_functies(keuzes: Keuzes, eigen: list[dict[str, Any]]) -> list[dict[str, Any]]:
    algemeen = [
        _functie("teamleider", "teamleider", rollen=["TEAMLEIDER"]),
        _functie("medewerker-administratie", "medewerker administratie", rollen=["ADMINISTRATIE"]),
        _functie("jurist", "jurist bezwaar en beroep", rollen=["JURIST"]),
        _functie("archivaris", "medewerker informatiebeheer", rollen=["DIV"]),
        _functie("functionaris-gegevensbescherming", "functionaris gegevensbescherming", rollen=["FG"]),
    ]
    bekend = {item["id"] for item in (*eigen, *algemeen)}
    if keuzes.beslisser not in (OPEN, *bekend):
        algemeen.insert(0, _functie(keuzes.beslisser, keuzes.beslisser.replace("-", " ")))
    return [item for item in algemeen if item["id"] not in {ander["id"] for ander in eigen}]


def _open(keuzes: Keuzes, *, is_open: bool) -> list[dict[str, str]]:
    vragen = [
        ("besluit.beslisser", "L-21", "FUNCTIE", "Welke functie beslist over een aanvraag?") if is_open else None,
        ("besluit.ondertekenaar", "L-21", "FUNCTIE", "Welke functie ondertekent een beschikking?") if is_open else None,
        ("besluit.verzender", "L-11", "FUNCTIE", "Welke functie verzendt de beschikkingen?"),
        ("bezwaar.eigenaar", "L-24", "FUNCTIE", "Welke functie behandelt bezwaar?"),
        ("archief.actor", "L-150", "FUNCTIE", "Welke functie beheert het archief?"),
        ("caseload.plafond", "B-37", "GETAL", "Hoeveel lopende zaken mag een medewerker hooguit hebben?"),
        ("termijn.jeugd_weken", "L-81", "GETAL", "Binnen hoeveel weken beslist de gemeente over jeugdhulp?"),
        ("contact.postadres", "L-25", "TEKST", "Op welk postadres ontvangt de gemeente brieven en bezwaarschriften?"),
        ("contact.telefoon", "L-36", "TEKST", "Op welk telefoonnummer kan een inwoner bellen?"),
        ("contact.website", "L-36", "TEKST", "Welk webadres staat in de brieven?"),
        ("contact.digitaal_bezwaar", "L-24", "TEKST", "Waar kan een inwoner digitaal bezwaar maken?"),
        *((f"verordening.{naam}", _NAAM[naam][0], "TEKST", _NAAM[naam][1]) for _, naam in _VERORDENINGEN),
    ]
    if all(re.fullmatch(r"wijk \d+", naam) for naam in keuzes.wijken):
        vragen.append(("gebieden.indeling", "S-7", "TEKST", "Welke wijken zijn er, en welk team hoort bij welke wijk?"))
    namen = ("sleutel", "regel", "soort", "vraag")
    return [dict(zip(namen, vraag, strict=True)) for vraag in vragen if vraag]


def _passend(model: str) -> list[str]:
    """Return the rules that the model cites when a gemeente lists them."""
    bron = inspect.getsource(importlib.import_module(f"toegang.plugins.modellen.{model}"))
    gevonden = set(re.findall(r'"([SBZD]-\d+)"', bron))
    return sorted(gevonden, key=lambda regel: (regel[0], int(regel[2:])))
