"""Turning rows into what every source is turned into, by the rules of the mapping and nothing else."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from decimal import Decimal
from typing import Any

from toegang.domain.datums import OnvolledigeDatum
from toegang.fusion.afbeelding.canoniek import (
    Besluitrij,
    Bezwaarrecord,
    Herleiding,
    Indicatierecord,
    Overigrecord,
    Persoonsrecord,
)
from toegang.fusion.afbeelding.datums import Leesfout
from toegang.fusion.afbeelding.lezers import LEES
from toegang.fusion.afbeelding.model import Bladafbeelding, Bladsoort, Bronafbeelding, Regel
from toegang.fusion.lezen.gebrek import Gebrek, Gebreksoort, waardeklasse

Record = Persoonsrecord | Indicatierecord | Bezwaarrecord | Besluitrij | Overigrecord
TAAK = "taak:"
_ALS_WAAR = {"ja": True, "nee": False}


def zet_om(afbeelding: Bronafbeelding, blad: Bladafbeelding, record: str, waarden: Mapping[str, str]) -> Record:
    """Return what a row becomes.

    Args:
        afbeelding: the mapping of its source.
        blad: how its table is read.
        record: record id.
        waarden: column → text.
    """
    if blad.soort is Bladsoort.OVERIG:
        velden, _, _ = lees_velden(afbeelding, blad, record, waarden)
        return Overigrecord(record, afbeelding.gemeentecode, blad.naam, velden.get("clientnummer", ""))
    velden, gebreken, herleiding = lees_velden(afbeelding, blad, record, waarden)
    kern: dict[str, Any] = {"record": record, "gemeente": afbeelding.gemeentecode, "gebreken": gebreken}
    if blad.soort is Bladsoort.PERSONEN:
        return _persoon(kern, velden, herleiding)
    if blad.soort is Bladsoort.INDICATIES:
        return _indicatie(kern, velden, herleiding)
    if blad.soort is Bladsoort.BEZWAREN:
        return Bezwaarrecord(**kern, herleiding=herleiding, **velden)
    velden = {naam: velden[naam] for naam in ("nummer", "besluit_op", "grondslag", "ondertekenaar") if naam in velden}
    return Besluitrij(**kern, **velden)


def lees_velden(
    afbeelding: Bronafbeelding, blad: Bladafbeelding, record: str, waarden: Mapping[str, str]
) -> tuple[dict[str, Any], tuple[Gebrek, ...], tuple[Herleiding, ...]]:
    """Return the fields of a row, what was wrong with them, and where each came from.

    Args:
        afbeelding: the mapping.
        blad: how the table is read.
        record: record id.
        waarden: column → text.
    """
    velden: dict[str, Any] = {}
    gebreken: list[Gebrek] = []
    herleiding: list[Herleiding] = []
    rij = int(record.rpartition(":")[2])
    for regel in blad.regels:
        kolom = " + ".join(regel.van)
        bron = "|".join(waarden.get(naam, "").strip() for naam in regel.van) if regel.van else regel.vast
        try:
            gelezen = {regel.doel: regel.vast} if regel.vast else LEES[regel.lees](bron, regel, afbeelding)
        except Leesfout as fout:
            klasse = waardeklasse(bron.replace("|", " "))
            gebreken.append(
                Gebrek(bestand=blad.naam, rij=rij, kolom=kolom, soort=fout.soort, waarde=klasse, reden=fout.reden)
            )
            herleiding.append(Herleiding(regel.doel, kolom, bron, "", regel.id))
            continue
        if gelezen.pop("afgerond", False):
            reden = "de uren per week zijn niet exact te schrijven en naar boven afgerond"
            gebreken.append(Gebrek(bestand=blad.naam, rij=rij, kolom=kolom, soort=Gebreksoort.AFGEROND, reden=reden))
        herleiding += _herleid(regel, kolom, bron, gelezen)
        velden |= gelezen
    return velden, tuple(gebreken), tuple(herleiding)


def _herleid(regel: Regel, kolom: str, bron: str, gelezen: Mapping[str, Any]) -> Iterator[Herleiding]:
    for veld, waarde in gelezen.items():
        if waarde not in ("", None, False):
            yield Herleiding(veld, kolom, bron, als_doeltekst(waarde), regel.id)


def als_doeltekst(waarde: object) -> str:
    """Return a value as it is shown beside its source."""
    if isinstance(waarde, OnvolledigeDatum):
        return datumtekst(waarde)
    return f"{waarde:f}" if isinstance(waarde, Decimal) else str(waarde)


def datumtekst(datum: OnvolledigeDatum | None) -> str:
    """Return a date as ``JJJJ-MM-DD``; unknown parts are left out, and no date is empty."""
    if datum is None or datum.jaar is None:
        return ""
    delen = [f"{datum.jaar:04d}"]
    if datum.maand is not None:
        delen.append(f"{datum.maand:02d}")
        if datum.dag is not None:
            delen.append(f"{datum.dag:02d}")
    return "-".join(delen)


def _persoon(kern: Mapping[str, Any], velden: dict[str, Any], herleiding: tuple[Herleiding, ...]) -> Persoonsrecord:
    for naam in ("naam", "adres", "opmerking", "mutatiedatum"):
        velden.pop(naam, None)
    geheim = velden.pop("geheim", None)
    velden["geheim"] = _ALS_WAAR.get(str(geheim))
    if not velden.get("kern"):
        velden["kern"] = velden.get("plaats", "")
    return Persoonsrecord(**kern, **velden, herleiding=herleiding)


def _indicatie(kern: Mapping[str, Any], velden: dict[str, Any], herleiding: tuple[Herleiding, ...]) -> Indicatierecord:
    product: str | None = velden.pop("product", None)
    taak = ""
    if product is not None and product.startswith(TAAK):
        taak = product.removeprefix(TAAK)
        product = None
    vorm = velden.pop("vorm", "")
    vormen = tuple(vorm.split("+")) if vorm else ()
    return Indicatierecord(**kern, **velden, product=product, taak=taak, vormen=vormen, herleiding=herleiding)
