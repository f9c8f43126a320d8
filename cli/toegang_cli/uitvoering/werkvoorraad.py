"""What must I do today: deadlines, notices, letters, and zaken that wait for a step."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from toegang.domain.brief import Brief, Briefstatus
from toegang.errors import Afsluitcode
from toegang.lifecycle.nazorgwerk import Taak, nazorgwerk
from toegang.lifecycle.werkvoorraad import Werkvoorraad
from toegang.lifecycle.werkvoorraad import werkvoorraad as verzamel
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, zeg
from toegang_cli.uitvoering.afspraken import rij, velden
from toegang_cli.uitvoering.termijnen import Regel, rij_van, te_halen
from toegang_cli.uitvoering.vervolg import opdracht_voor
from toegang_cli.werkplek import werkplek

DAGEN = 7
"""Deadlines of the coming week are work of today."""

_WERK = {
    Briefstatus.TE_MAKEN: "maken",
    Briefstatus.MISLUKT: "mislukt, herstellen",
    Briefstatus.AANGEHOUDEN: "aangehouden, beoordelen",
    Briefstatus.GEMAAKT: "verzenden",
}


def werkvoorraad(naam: str, *, als: str | None, als_json: bool) -> int:
    """Show what must be done, of everybody or of one medewerker."""
    with werkplek(naam, als) as plek:
        vandaag = plek.omgeving.vandaag()
        with plek.omgeving.opslag.werk(plek.actor, alleen_lezen=True) as werk:
            voorraad = verzamel(werk, plek.omgeving, als)
            taken = nazorgwerk(werk, plek.omgeving, als)
    termijnen = te_halen(list(voorraad.standen), vandaag, DAGEN)
    fouten = [stand for stand in voorraad.standen if stand.fout is not None]
    for stand in fouten:
        zeg(f"Let op: de termijnen van zaak {stand.zaak.id} zijn niet te berekenen. {stand.fout}")
    if als_json:
        toon_json(
            {
                "gemeente": naam,
                "op": vandaag,
                "medewerker": als,
                **_velden(naam, voorraad, termijnen),
                "nazorg": _taakvelden(taken, naam),
            }
        )
    else:
        _toon(naam, voorraad, termijnen, taken)
    return int(Afsluitcode.DEELS if fouten else Afsluitcode.OK)


def _velden(naam: str, voorraad: Werkvoorraad, termijnen: list[Regel]) -> dict[str, Any]:
    return {
        "termijnen": [regel.velden for regel in termijnen],
        "meedelen": [
            {"zaak": item.zaak.id, "kenmerk": item.record.id, "wat": item.wat, "wie": item.wie.in_woorden}
            for item in voorraad.meldingen
        ],
        "afspraken": [velden(item) for item in voorraad.afspraken],
        "gesprekken": [
            {"zaak": item.zaak.id, "wat": item.wat, "opdracht": f"{item.opdracht} -g {naam}"}
            for item in voorraad.gesprekken
        ],
        "plankopieen": [
            {"zaak": item.zaak.id, "versie": item.versie, "sinds": item.sinds, "team": item.zaak.team}
            for item in voorraad.kopieen
        ],
        "brieven": [
            {
                "brief": item.brief.id,
                "zaak": item.zaak.id,
                "sjabloon": item.brief.sjabloon,
                "stand": item.brief.status.value,
                "waarom": item.brief.aanhoudreden.value if item.brief.aanhoudreden else item.brief.toelichting,
                "wie": item.wie.in_woorden,
            }
            for item in voorraad.brieven
        ],
        "regie": [
            {"kenmerk": item.kenmerk, "zaak": item.zaak, "wat": item.wat, "wie": item.wie} for item in voorraad.regie
        ],
        "stappen": [
            {
                "zaak": item.zaak.id,
                "wet": item.zaak.wet.value,
                "stap": item.stap.value,
                "wacht_op": item.wacht_op or None,
                "wie": item.wie.in_woorden,
                "opdracht": opdracht_voor(item.stap, item.zaak.id, naam),
            }
            for item in voorraad.wachtend
        ],
        "signaleringen": [
            {"kenmerk": item.id, "zaak": item.zaak_id, "soort": item.soort.value, "van": item.door, "aan": item.aan}
            for item in voorraad.signaleringen
        ],
    }


def _taakvelden(taken: Sequence[Taak], naam: str) -> list[dict[str, Any]]:
    return [
        {"zaak": t.zaak.id, "wat": t.wat, "op": t.op, "wie": t.wie, "opdracht": f"{t.opdracht} -g {naam}"}
        for t in taken
    ]


def _toon(naam: str, voorraad: Werkvoorraad, termijnen: list[Regel], taken: Sequence[Taak]) -> None:
    delen = [deel for deel in _delen(voorraad, termijnen, taken) if deel[2]]
    if not delen and not voorraad.wachtend:
        toon("Er is niets te doen.")
        return
    for kop, kolommen, rijen in delen:
        _deel(kop, kolommen, rijen)
    if voorraad.wachtend:
        stappen = [
            (
                item.zaak.id,
                item.zaak.wet,
                f"{item.stap}{f' ({item.wacht_op})' if item.wacht_op else ''}",
                item.wie.in_woorden,
            )
            for item in voorraad.wachtend
        ]
        _deel("Zaken die op een stap wachten", ("Zaak", "Wet", "Stap", "Wie"), stappen)
        zeg(f"{aantal(len(stappen), 'zaak', 'zaken')}. De opdracht bij een zaak: toegang zaak toon ZAAK -g {naam}")


def _soort(brief: Brief) -> str:
    """Return the kind of letter in words: "toekenning (wmo)" and not the path of its template."""
    map_, _, naam = brief.sjabloon.rpartition("/")
    return f"{naam.replace('-', ' ')}{f' ({map_})' if map_ else ''}"


def _werk(brief: Brief) -> str:
    waarom = brief.aanhoudreden.uitleg if brief.aanhoudreden else brief.toelichting
    return f"{_WERK[brief.status]}{f': {waarom}' if waarom else ''}"


def _delen(
    voorraad: Werkvoorraad, termijnen: list[Regel], taken: Sequence[Taak]
) -> Iterable[tuple[str, tuple[str, ...], list[tuple[object, ...]]]]:
    """Yield every part of the list: heading, columns and rows."""
    yield "Termijnen", ("Zaak", "Wat", "Uiterlijk", "Wanneer", "Team"), [tuple(rij_van(regel)) for regel in termijnen]
    yield "Afspraken", ("Afspraak", "Zaak", "Dag", "Tijd", "Plaats", "Met"), [rij(item) for item in voorraad.afspraken]
    meldingen = [(item.zaak.id, item.wat, item.wie.in_woorden) for item in voorraad.meldingen]
    yield "Meedelen aan de inwoner", ("Zaak", "Wat", "Wie"), list(meldingen)
    gesprekken = [(item.zaak.id, item.wat, ", ".join(item.zaak.leden)) for item in voorraad.gesprekken]
    yield "Rond een gesprek", ("Zaak", "Wat", "Wie"), list(gesprekken)
    kopieen = [(item.zaak.id, item.versie, item.sinds, item.zaak.team) for item in voorraad.kopieen]
    yield "Kopie van het plan naar de inwoner", ("Zaak", "Versie", "Plan van", "Team"), list(kopieen)
    brieven = [(item.zaak.id, _soort(item.brief), _werk(item.brief), item.wie.in_woorden) for item in voorraad.brieven]
    yield "Brieven", ("Zaak", "Brief", "Werk", "Wie"), list(brieven)
    regie = [(item.kenmerk, item.zaak, item.wat, item.wie) for item in voorraad.regie]
    yield "Regie: wacht op een antwoord", ("Kenmerk", "Zaak", "Wat", "Wie"), list(regie)
    nazorg = [(taak.zaak.id, taak.wat, taak.op.isoformat(), taak.wie) for taak in taken]
    yield "Na het besluit", ("Zaak", "Wat", "Dag", "Wie"), list(nazorg)
    signalen = [(item.id, item.zaak_id, item.soort.lower(), item.door, item.aan) for item in voorraad.signaleringen]
    yield "Gesignaleerd", ("Kenmerk", "Zaak", "Soort", "Van", "Aan"), list(signalen)


def _deel(kop: str, kolommen: tuple[str, ...], rijen: Sequence[Sequence[object]]) -> None:
    toon(kop)
    toon_tabel(kolommen, rijen, leeg="")
    toon("")
