"""Looking at meldingen: the list, and one melding with what the file holds already (W-19, B-65, Z-24)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.huishouden import Meldingsrecord
from toegang.domain.opvraagbaar import opvraagbaar
from toegang.domain.organisatie import Organisatie
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.lifecycle.plan import plan_van
from toegang.lifecycle.verheldering import bekende_gegevens, melding_van, noteer_inzage
from toegang.storage import Werkeenheid
from toegang_cli.discretie import mask
from toegang_cli.uitvoer import als_tekst, toon, toon_json, toon_tabel, toon_velden, zeg
from toegang_cli.uitvoering.zaken import persoonvelden
from toegang_cli.werkplek import leesplek, werkplek

_KENMERK = re.compile(r"M-[0-9a-f]{16}|Z\d{4}-\d{6,9}")
_LANG = 200
"""Of a kept field so much is shown; an attachment would fill the screen."""


def meldingkenmerk(tekst: str) -> str:
    """Return the id of a melding or zaak as typed, or refuse what is none; it is not shown, it may be a BSN.

    Raises:
        Invoerfout: it does not look like one.
    """
    if not _KENMERK.fullmatch(tekst):
        raise Invoerfout(
            "Dit is geen kenmerk van een melding of zaak.",
            vervolg="Het begint met M- of Z. Bekijk ze met: toegang melding lijst",
        )
    return tekst


def lijst(naam: str, *, alles: bool, als: str | None, als_json: bool) -> None:
    """List the meldingen that still wait for a first contact, or all of them."""
    with leesplek(naam, als) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        zaken: dict[str, list[Zaak]] = {}
        for zaak in werk.zaken.zoek():
            zaken.setdefault(zaak.melding_id, []).append(zaak)
        records = [item for item in werk.meldingen.zoek() if alles or _wacht(item, zaken.get(item.id, []))]
    rijen = [_rij(item, zaken.get(item.id, [])) for item in records]
    if als_json:
        toon_json({"gemeente": naam, "meldingen": rijen})
        return
    toon_tabel(
        ("Melding", "Ontvangen", "Kanaal", "Zaken", "Helder"),
        [(rij["melding"], rij["ontvangen_op"], rij["kanaal"], rij["zaken"], rij["verhelderd"]) for rij in rijen],
        leeg=f"Gemeente {naam} heeft geen meldingen{'' if alles else ' die op een eerste contact wachten'}.",
    )


def toon_melding(naam: str, kenmerk: str, *, als: str | None, als_json: bool) -> None:
    """Show a melding beside what the file holds. Who looked is logged."""
    gevraagd = meldingkenmerk(kenmerk)
    with werkplek(naam, als) as plek, plek.omgeving.werk(plek.actor) as werk:
        record = melding_van(werk, gevraagd)
        inhoud = _inhoud(werk, record, plek.omgeving.organisatie)
        noteer_inzage(werk, record)
        werk.commit()
    if als_json:
        toon_json({"gemeente": naam, **inhoud})
        return
    _toon(inhoud)
    if inhoud["verheldering"] is None:
        zeg(f"Volgende stap: toegang melding verhelder {record.id} BESTAND -g {naam}")


def _wacht(record: Meldingsrecord, zaken: list[Zaak]) -> bool:
    """Tell whether a first contact is still to come: none yet, and its zaken, if any, are not closed."""
    return record.verheldering is None and (not zaken or any(zaak.open for zaak in zaken))


def _rij(record: Meldingsrecord, zaken: list[Zaak]) -> dict[str, Any]:
    return {
        "melding": record.id,
        "ontvangen_op": record.melding.ontvangen_op.isoformat(),
        "kanaal": record.melding.kanaal.value,
        "loket": record.melding.loket,
        "melder": record.melding.melder.value,
        "zaken": [zaak.id for zaak in zaken],
        "verhelderd": record.verheldering is not None,
    }


def _inhoud(werk: Werkeenheid, record: Meldingsrecord, organisatie: Organisatie) -> dict[str, Any]:
    melding = record.melding
    eigen = werk.zaken.zoek(melding_id=record.id)
    alle = werk.zaken.zoek(dossier_id=record.dossier_id)
    bekend = bekende_gegevens(werk, melding)
    return {
        **_rij(record, list(eigen)),
        "dossier": record.dossier_id,
        "gebied": melding.gebied,
        "verwijzer": melding.verwijzer.model_dump(mode="json") if melding.verwijzer else None,
        "doorgegeven_door": record.doorgegeven_door,
        "eerdere_contacten": [item.model_dump(mode="json") for item in record.contacten],
        "vragen": [
            {**vraag.model_dump(mode="json"), "woorden": woorden}
            for vraag, woorden in zip(melding.hulpvragen, record.woorden, strict=False)
        ],
        "personen": [
            persoonvelden(item, {vraag.voor for vraag in melding.hulpvragen})
            for item in werk.inwoners.zoek(dossier_id=record.dossier_id)
        ],
        "al_bekend": [item.naam for item in opvraagbaar() if item.id in bekend],
        "anders_opgegeven": list(record.afwijkend),
        "andere_zaken": [_zaakfeiten(werk, zaak) for zaak in alle if zaak.melding_id != record.id],
        "eerdere_meldingen": [
            {
                "melding": item.id,
                "ontvangen_op": item.melding.ontvangen_op.isoformat(),
                "vraag": item.verheldering.vraag if item.verheldering else " / ".join(filter(None, item.woorden)),
            }
            for item in werk.meldingen.zoek(dossier_id=record.dossier_id)
            if item.id != record.id
        ],
        "doelen": list(plan.doelen) if (plan := plan_van(werk, record.dossier_id)) else [],
        "overig": dict(record.overig),
        "voorzieningen_in_gebied": [
            {"id": item.id, "naam": item.naam}
            for item in organisatie.voorzieningen
            if item.is_er(melding.gebied, melding.ontvangen_op)
        ],
        "verheldering": record.verheldering.model_dump(mode="json") if record.verheldering else None,
        "versies": len(record.verhelderingen),
    }


def _zaakfeiten(werk: Werkeenheid, zaak: Zaak) -> dict[str, Any]:
    besluiten = []
    for record in werk.besluiten.zoek(zaak_id=zaak.id):
        wat = ", ".join(deel.product for deel in record.besluit.voorzieningen) or "-"
        besluiten.append(f"{record.besluit.soort.woord} van {wat}")
    feiten = {"zaak": zaak.id, "wet": zaak.wet.value, "stand": zaak.status.value, "open": zaak.open}
    return {**feiten, "besluiten": besluiten}


def _toon(inhoud: Mapping[str, Any]) -> None:
    verwijzer = inhoud["verwijzer"]
    toon_velden(
        {
            "Melding": inhoud["melding"],
            "Ontvangen": inhoud["ontvangen_op"],
            "Langs": f"{inhoud['kanaal']}, loket {inhoud['loket']}",
            "Melder": inhoud["melder"],
            "Verwijzer": f"{verwijzer['soort']} {verwijzer['kenmerk']}".strip() if verwijzer else None,
            "Doorgegeven": inhoud["doorgegeven_door"],
            "Gebied": inhoud["gebied"],
            "Zaken": inhoud["zaken"],
        }
    )
    _deel("Vragen", map(_vraag, inhoud["vragen"]))
    _deel("Personen", map(_persoon, inhoud["personen"]))
    if inhoud["al_bekend"]:
        toon("", f"Al bekend, dus niet opnieuw vragen: {', '.join(inhoud['al_bekend'])}.")
    if inhoud["anders_opgegeven"]:
        toon("", f"Anders opgegeven dan bekend was: {', '.join(inhoud['anders_opgegeven'])}. Vraag wat er klopt.")
    _deel("Andere zaken van dit huishouden", inhoud["andere_zaken"])
    _deel("Eerdere meldingen", inhoud["eerdere_meldingen"])
    if inhoud["doelen"]:
        toon("", "Doelen in het plan", *(f"  {doel}" for doel in inhoud["doelen"]))
    if inhoud["overig"]:
        _deel("Verder op het formulier", [{mask(naam): _kort(tekst) for naam, tekst in inhoud["overig"].items()}])
    _deel("Algemene voorzieningen hier", ({item["id"]: item["naam"]} for item in inhoud["voorzieningen_in_gebied"]))
    if inhoud["verheldering"]:
        _deel(f"Eerste contact (versie {inhoud['versies']})", [_plat(inhoud["verheldering"])])


def _deel(kop: str, delen: Iterable[Mapping[str, Any]]) -> None:
    rijen = list(delen)
    if not rijen:
        return
    toon("", kop)
    for nummer, rij in enumerate(rijen):
        if nummer and len(rij) > 1:
            toon("")
        toon_velden({f"  {naam.replace('_', ' ')}": waarde for naam, waarde in rij.items()})


def _plat(verheldering: Mapping[str, Any]) -> dict[str, Any]:
    """Return nested values on one line each."""
    velden: dict[str, Any] = {}
    for naam, waarde in verheldering.items():
        if isinstance(waarde, dict):
            velden[naam] = _zin(waarde)
        elif isinstance(waarde, list) and waarde and isinstance(waarde[0], dict):
            velden[naam] = "\n".join(_zin(item) for item in waarde)
        else:
            velden[naam] = waarde
    return velden


def _persoon(persoon: Mapping[str, Any]) -> dict[str, Any]:
    """Show who it is about first, and a birth date as people write it."""
    rol = " (hierover gaat de melding)" if persoon["client"] else ""
    geboren = OnvolledigeDatum.lees(persoon["geboren"]).voluit()
    rest = {naam: persoon[naam] for naam in ("adres", "bsn_bekend", "geheim", "overleden")}
    return {persoon["id"]: f"{persoon['naam']}{rol}", "geboren": geboren, **rest}


def _vraag(vraag: Mapping[str, Any]) -> dict[str, Any]:
    wat = ("wet", "product", "taak")
    return {**{naam: vraag[naam] for naam in wat}, "in eigen woorden": vraag["woorden"]}


def _zin(deel: Mapping[str, Any]) -> str:
    gevuld = ((naam, waarde) for naam, waarde in deel.items() if waarde not in (None, "", []))
    return "; ".join(f"{naam.replace('_', ' ')}: {als_tekst(waarde)}" for naam, waarde in gevuld)


def _kort(tekst: str) -> str:
    return tekst if len(tekst) <= _LANG else f"{tekst[:_LANG]} … ({len(tekst)} tekens)"
