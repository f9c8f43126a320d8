"""Providers on the command line."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.aanbieder import Aanbieder, Contactsoort, Contract, Kwaliteitsoordeel
from toegang.domain.veldfouten import veldfouten
from toegang.environment import Klok
from toegang.errors import Invoerfout
from toegang.lifecycle import aanbieders as stappen
from toegang.lifecycle.aanbieders import Kwaliteitsverzoek
from toegang_cli.discretie import mask
from toegang_cli.invoer import bestandsnaam, lees_dag, lees_dag_of_niets, lees_tekst, maak_waarde
from toegang_cli.uitvoer import aantal, toon, toon_json, toon_tabel, toon_velden
from toegang_cli.uitvoering.nazorg import doe
from toegang_cli.uitvoering.regelmelding import waarschuw
from toegang_cli.werkplek import leesplek

KOLOMMEN = (
    "id",
    "naam",
    "agb_code",
    "relatiebeheerder",
    "contract",
    "producten",
    "geldig_van",
    "geldig_tot",
    "start_binnen_dagen",
)
_AANBIEDER, _MEESTE = ("naam", "agb_code", "relatiebeheerder", "postadres"), 20
EXTRA = "postadres"
"""May be left out: without it a provider gets no letters, only messages."""


def lijst(naam: str, *, als_json: bool) -> None:
    """List providers."""
    vandaag = Klok.van_machine().vandaag()
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        alle = tuple(stappen.aanbieders(werk).values())
    if als_json:
        toon_json({"gemeente": naam, "op": vandaag, "aanbieders": [item.model_dump(mode="json") for item in alle]})
        return
    toon_tabel(
        ("Aanbieder", "Naam", "Contracten", "Loopt tot", "Kwaliteit"),
        [(item.id, item.naam, len(_lopend(item, vandaag)), _tot(item, vandaag), _oordeel(item)) for item in alle],
        leeg=f"Gemeente {naam} kent geen aanbieders. Lees ze in met: toegang aanbieder importeer",
    )


def toon_aanbieder(naam: str, kenmerk: str, *, als_json: bool) -> None:
    """Show one provider."""
    with leesplek(naam) as plek, plek.opslag.werk(plek.actor, alleen_lezen=True) as werk:
        item = stappen.aanbieder(werk, kenmerk)
    if als_json:
        toon_json({"gemeente": naam, **item.model_dump(mode="json")})
        return
    _toon(item)


def importeer(naam: str, bestand: Path, *, als: str | None, proef: bool) -> None:
    """Read providers with their contracts; all rows are right, or nothing is stored."""
    nieuw = lees_aanbieders(bestand)

    def laat_zien(uitkomst: tuple[int, int]) -> None:
        erbij, gewijzigd = uitkomst
        gelijk = len(nieuw) - erbij - gewijzigd
        toon(f"{aantal(erbij, 'aanbieder', 'aanbieders')} nieuw, {gewijzigd} gewijzigd, {gelijk} gelijk gebleven.")

    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.bewaar_aanbieders(plek.omgeving, plek.actor, nieuw),
        laat_zien=laat_zien,
    )


def kwaliteit(
    naam: str,
    kenmerk: str,
    oordeel: str,
    op: str,
    stuk: str | None,
    opnieuw: str | None,
    *,
    als: str | None,
    proef: bool,
) -> None:
    """Record a quality check."""
    verzoek = maak_waarde(
        Kwaliteitsverzoek,
        op=lees_dag("--op", op),
        oordeel=Kwaliteitsoordeel(oordeel.upper()),
        stuk=stuk,
        opnieuw_op=lees_dag_of_niets("--opnieuw", opnieuw),
    )
    _, let_op = doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.leg_kwaliteit_vast(plek.omgeving, plek.actor, kenmerk, verzoek),
        laat_zien=lambda uitkomst: _toon(uitkomst[0]),
    )
    waarschuw(let_op)


def contact(naam: str, kenmerk: str, soort: str, op: str, stuk: str | None, *, als: str | None, proef: bool) -> None:
    """Record a contact."""
    dag, wat = lees_dag("--op", op), Contactsoort(soort.upper())
    doe(
        naam,
        als,
        proef=proef,
        stap=lambda plek: stappen.leg_contact_vast(plek.omgeving, plek.actor, kenmerk, wat, dag, stuk),
        laat_zien=_toon,
    )


def lees_aanbieders(bestand: Path) -> tuple[Aanbieder, ...]:
    """Read providers out of a CSV file.

    Args:
        bestand: UTF-8, semicolons, one row per contract; the first row names the columns.

    Raises:
        Invoerfout: columns are missing or unknown, or rows are not right: each is named with its number.
    """
    lezer = csv.DictReader(io.StringIO(lees_tekst(bestand)), delimiter=";")
    _controleer_kop(bestand, [kolom.strip() for kolom in lezer.fieldnames or ()])
    fouten: list[str] = []
    gevonden: dict[str, Aanbieder] = {}
    for rij in lezer:
        schoon = {str(naam).strip(): str(waarde or "").strip() for naam, waarde in rij.items() if naam is not None}
        try:
            if None in rij:
                raise Invoerfout("er staan meer velden dan kolommen")
            item = Aanbieder.model_validate(_velden(schoon))
            eerder = gevonden.get(item.id)
            if eerder is not None and any(getattr(eerder, veld) != getattr(item, veld) for veld in _AANBIEDER):
                raise Invoerfout("dezelfde aanbieder heeft op een eerdere regel andere gegevens")
            oud = eerder.contracten if eerder else ()
            gevonden[item.id] = item.gewijzigd(contracten=(*oud, *item.contracten))
        except ValidationError as fout:
            fouten += [f"regel {lezer.line_num}: {mask(tekst)}" for tekst in veldfouten(fout)]
        except Invoerfout as fout:
            fouten.append(f"regel {lezer.line_num}: {fout.boodschap}")
    if fouten:
        rest = [f"en nog {len(fouten) - _MEESTE} andere"] if len(fouten) > _MEESTE else []
        regels = "\n".join(f"  - {tekst}" for tekst in (*fouten[:_MEESTE], *rest))
        raise Invoerfout(
            f"{bestandsnaam(bestand)} klopt niet:\n{regels}", vervolg="Herstel deze regels. Er is niets opgeslagen."
        )
    return tuple(gevonden.values())


def _controleer_kop(bestand: Path, kolommen: list[str]) -> None:
    ontbreekt = [kolom for kolom in KOLOMMEN if kolom not in kolommen]
    vreemd = len([kolom for kolom in kolommen if kolom not in (*KOLOMMEN, EXTRA)])
    if ontbreekt or vreemd:
        wat = [f"ontbreekt: {', '.join(ontbreekt)}"] if ontbreekt else []
        wat += [f"onbekend: {aantal(vreemd, 'kolom', 'kolommen')}"] if vreemd else []
        raise Invoerfout(
            f"{bestandsnaam(bestand)}, regel 1: de kolommen kloppen niet ({'; '.join(wat)}).",
            vervolg=f"Gebruik deze kolommen, met puntkomma's ertussen: {';'.join(KOLOMMEN)}",
        )


def _velden(rij: Mapping[str, str]) -> dict[str, Any]:
    contract = {
        "nummer": rij["contract"],
        "producten": tuple(rij["producten"].split()),
        "geldig_van": rij["geldig_van"] or None,
        "geldig_tot": rij["geldig_tot"] or None,
        "start_binnen_dagen": rij["start_binnen_dagen"] or None,
    }
    kaal = {naam: rij[naam] for naam in ("id", *_AANBIEDER) if naam != EXTRA}
    adres = tuple(deel.strip() for deel in rij.get(EXTRA, "").split(",") if deel.strip())
    return {**kaal, EXTRA: adres, "contracten": (contract,) if rij["contract"] else ()}


def _toon(item: Aanbieder) -> None:
    toon_velden(
        {
            "Aanbieder": item.id,
            "Naam": item.naam,
            "AGB-code": item.agb_code,
            "Postadres": ", ".join(item.postadres) or "niet bekend: krijgt geen brieven",
            "Relatiebeheerder": item.relatiebeheerder,
        }
    )
    if item.contracten:
        toon("", "Contracten")
        rijen = [
            (contract.nummer, contract.producten or "alle", contract.geldig_van.isoformat(), _iso(contract.geldig_tot),
             contract.start_binnen_dagen)
            for contract in item.contracten
        ]  # fmt: skip
        toon_tabel(("Nummer", "Producten", "Van", "Tot", "Start binnen"), rijen, leeg="")
    if item.toetsen:
        toon("", "Kwaliteit")
        toetsen = [(t.op.isoformat(), t.oordeel.lower(), t.door, t.stuk, _iso(t.opnieuw_op)) for t in item.toetsen]
        toon_tabel(("Op", "Oordeel", "Door", "Stuk", "Opnieuw"), toetsen, leeg="")
    if item.contacten:
        toon("", "Contacten")
        contacten = [(c.op.isoformat(), c.soort.lower(), c.door, c.stuk) for c in item.contacten]
        toon_tabel(("Op", "Soort", "Door", "Stuk"), contacten, leeg="")


def _iso(dag: date | None) -> str | None:
    return dag.isoformat() if dag else None


def _lopend(item: Aanbieder, op: date) -> list[Contract]:
    return [c for c in item.contracten if c.geldig_van <= op and (c.geldig_tot is None or op <= c.geldig_tot)]


def _tot(item: Aanbieder, op: date) -> str | None:
    lopend = _lopend(item, op)
    if not lopend:
        return "geen lopend contract"
    return "onbepaald" if any(c.geldig_tot is None for c in lopend) else max(str(c.geldig_tot) for c in lopend)


def _oordeel(item: Aanbieder) -> str | None:
    return f"{item.toetsen[-1].oordeel.lower()} ({item.toetsen[-1].op.isoformat()})" if item.toetsen else None
