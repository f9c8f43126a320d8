"""Why did it come out like this: the chain of decisions on a zaak, from storage only."""

from __future__ import annotations

from toegang.domain.spoor import Oordeel, Spoor
from toegang.lifecycle.waarom import ASPECTEN, keten
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, zaaknummer

_KOP = {hook: aspect.capitalize() for aspect, hook in ASPECTEN.items()}


def waarom(naam: str, zaak_id: str, aspect: str | None, *, als: str | None, als_json: bool) -> None:
    """Print the decisions on a zaak: who answered, what, why, and the rules that were checked.

    Args:
        naam: key of the gemeente.
        zaak_id: zaaknummer.
        aspect: one of :data:`toegang.lifecycle.waarom.ASPECTEN`, or all.
        als: medewerker that a trial user plays.
        als_json: as JSON.
    """
    nummer = zaaknummer(zaak_id)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        sporen = keten(werk, nummer, aspect)
        zaak = werk.zaken.haal(nummer)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, "zaak": nummer, "keten": [spoor.model_dump(mode="json") for spoor in sporen]})
        return
    if not sporen:
        toon(f"Over {f'het onderdeel {aspect} van ' if aspect else ''}zaak {nummer} is nog niets beslist.")
    for volgnummer, spoor in enumerate(sporen, start=1):
        _toon_spoor(volgnummer, spoor)


def _toon_spoor(volgnummer: int, spoor: Spoor) -> None:
    toon(f"{volgnummer}. {_KOP.get(spoor.hook, spoor.hook)}, {als_tekst(spoor.op)}")
    velden: dict[str, object] = {
        "   Reden": f"{spoor.reden.tekst} ({', '.join((spoor.reden.code, *spoor.reden.regels))})",
        "   Toelichting": spoor.reden.toelichting,
        "   Feiten": [f"{sleutel} = {waarde}" for sleutel, waarde in spoor.reden.parameters],
        "   Antwoord": _antwoord(spoor),
        "   Gegeven door": f"{spoor.plugin} {spoor.plugin_versie}, laag {spoor.laag}, hooks {spoor.haak_api}",
        "   Voldoet aan": [item.regel for item in spoor.regels if item.oordeel is Oordeel.VOLDOET],
    }
    toon_velden(velden)
    for item in spoor.regels:
        if item.oordeel is not Oordeel.VOLDOET:
            toon_velden({f"   {item.oordeel.capitalize()}": f"{item.regel} ({item.grondslag}): {item.boodschap}"})
    toon("")


def _antwoord(spoor: Spoor) -> str:
    """Return the plain fields of an answer; lists of members and papers by their first field."""
    delen = []
    for sleutel, waarde in spoor.antwoord.items():
        if sleutel == "reden" or waarde in (None, "", [], False):
            continue
        items = waarde if isinstance(waarde, list) else [waarde]
        tekst = ", ".join(str(next(iter(item.values()))) if isinstance(item, dict) else str(item) for item in items)
        delen.append(f"{sleutel} {tekst}")
    return "; ".join(delen)
