"""Why did it come out like this: every decision on a zaak, from storage only."""

from __future__ import annotations

from typing import Any

from toegang.domain.spoor import Oordeel
from toegang.domain.verklaring import Verklaring
from toegang.environment import Klok
from toegang.lifecycle.waarom import Vraag, keten, verklaar
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_velden
from toegang_cli.uitvoering.inzage import keur_inzage
from toegang_cli.uitvoering.termijnen import beleid_van_naam
from toegang_cli.uitvoering.zaken import GETOOND
from toegang_cli.werkplek import leesplek, zaaknummer

VORM = "toegang.waarom/2"
"""Name and version of the JSON; documented in docs/handleiding/waarom.md."""


def waarom(
    naam: str, zaak_id: str, aspect: str | None, *, als: str | None, als_json: bool, reden: str | None = None
) -> None:
    """Print the decisions on a zaak: who decided, what, why, and the rules that were checked.

    Args:
        naam: key of the gemeente.
        zaak_id: zaaknummer.
        aspect: one of :data:`toegang.lifecycle.waarom.ASPECTEN`, or all.
        als: medewerker that a trial user plays.
        als_json: as JSON.
        reden: why a medewerker who is not concerned must see it.
    """
    nummer, vandaag, beleid = zaaknummer(zaak_id), Klok.van_machine().vandaag(), beleid_van_naam(naam)
    with leesplek(naam, als) as plek, plek.werk() as werk:
        zaak = werk.zaken.haal(nummer)
        detail = keur_inzage(naam, werk, zaak, reden=reden)
        sporen = keten(werk, nummer, aspect)
        verklaringen = verklaar(Vraag(werk, zaak, vandaag, beleid), aspect)
        werk.log(GETOOND, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)
        werk.commit()
    if als_json:
        velden: dict[str, Any] = {"vorm": VORM, "gemeente": naam, "zaak": nummer, "onderdeel": aspect, "op": vandaag}
        velden["verklaringen"] = [als_velden(item) for item in verklaringen]
        velden["keten"] = [spoor.model_dump(mode="json") for spoor in sporen]
        toon_json(velden)
        return
    if not verklaringen:
        toon(_niets(nummer, aspect))
    for volgnummer, item in enumerate(verklaringen, start=1):
        _toon(volgnummer, item)


def als_velden(item: Verklaring) -> dict[str, Any]:
    """Return an explanation under stable keys, for ``--json``."""
    velden = item.model_dump(mode="json")
    return {**velden, "uitkomst": [{"naam": naam, "waarde": waarde} for naam, waarde in item.uitkomst]}


def _niets(nummer: str, aspect: str | None) -> str:
    if aspect == "weigeringen":
        return f"In zaak {nummer} is nooit een stap geweigerd."
    return f"Over {f'het onderdeel {aspect} van ' if aspect else ''}zaak {nummer} is nog niets beslist."


def _toon(volgnummer: int, item: Verklaring) -> None:
    wanneer = f", {als_tekst(item.op)}" if item.op else ""
    toon(f"{volgnummer}. {item.kop}{wanneer}")
    reden = item.reden
    velden: dict[str, object] = {
        "   Reden": f"{reden.tekst} ({', '.join((reden.code, *reden.regels))})" if reden else item.tekst,
        "   Toelichting": reden.toelichting if reden else None,
        "   Feiten": [f"{sleutel} = {waarde}" for sleutel, waarde in reden.parameters] if reden else None,
    }
    for naam, waarde in item.uitkomst:
        sleutel = f"   {naam[:1].upper()}{naam[1:]}"
        velden[sleutel] = f"{velden[sleutel]}\n{waarde}" if sleutel in velden else waarde
    for stap in item.stappen:
        regel = f"- {stap.tekst}{f' [{stap.artikel}]' if stap.artikel else ''}"
        velden["   Som"] = f"{velden['   Som']}\n{regel}" if "   Som" in velden else regel
    velden["   Door"] = item.door
    # a rule can be checked twice, on the proposal and on the decision
    voldoet = [toets.regel for toets in item.regels if toets.oordeel is Oordeel.VOLDOET]
    velden["   Voldoet aan"] = list(dict.fromkeys(voldoet))
    for toets in item.regels:
        if toets.oordeel is not Oordeel.VOLDOET:
            velden[f"   {toets.oordeel.capitalize()} {toets.regel}"] = f"{toets.boodschap} ({toets.grondslag})"
    toon_velden(velden)
    toon("")
