"""Reading one value by its rule; each gives one field or several, or says what is wrong."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

from toegang.domain.bsn import is_geldig
from toegang.fusion.afbeelding.datums import Leesfout, lees_datum
from toegang.fusion.afbeelding.model import Bronafbeelding, Regel
from toegang.fusion.afbeelding.namen import maak_voorletters, splits_adres, splits_komma, splits_voorvoegsel
from toegang.fusion.afbeelding.omvang import lees_omvang
from toegang.fusion.lezen.gebrek import Gebreksoort

_POSTCODE = re.compile(r"([1-9]\d{3})\s*([A-Za-z]{2})")
Uitkomst = dict[str, Any]
Lezer = Callable[[str, Regel, Bronafbeelding], Uitkomst]
ONGELDIG = "ongeldig"


def _tekst(tekst: str, regel: Regel, _: Bronafbeelding) -> Uitkomst:
    schoon = " ".join(tekst.split()) if "\n" not in tekst else tekst.strip()
    if regel.doel in ("geslachtsnaam", "partner_naam"):
        voor, naam = splits_voorvoegsel(schoon)
        veld = "voorvoegsel" if regel.doel == "geslachtsnaam" else "partner_voorvoegsel"
        return {regel.doel: naam, **({veld: voor} if voor else {})}
    if regel.doel in ("voorvoegsel", "partner_voorvoegsel"):
        return {regel.doel: schoon.lower()} if schoon else {}
    return {regel.doel: schoon}


def _bsn(tekst: str, _: Regel, __: Bronafbeelding) -> Uitkomst:
    """Read a BSN: a column of numbers has lost its leading zeros, so shorter ones are filled up (L-130)."""
    cijfers = re.sub(r"[ .\-]", "", tekst.strip())
    if not cijfers:
        return {}
    vol = cijfers.zfill(9) if cijfers.isdigit() else cijfers
    return {"bsn": vol} if is_geldig(vol) else {"bsn": None, "bsn_ongeldig": True}


def _naam_komma(tekst: str, _: Regel, __: Bronafbeelding) -> Uitkomst:
    delen = splits_komma(tekst)
    if delen is None:
        raise Leesfout(Gebreksoort.NAAM_ONLEESBAAR, "er staat geen geslachtsnaam")
    return dict(delen)


def _voorletters(tekst: str, regel: Regel, _: Bronafbeelding) -> Uitkomst:
    return {regel.doel: maak_voorletters(tekst)}


def _adres(tekst: str, _: Regel, __: Bronafbeelding) -> Uitkomst:
    delen = splits_adres(tekst)
    return dict(delen) if delen is not None else {"straat": " ".join(tekst.split())}


def _postcode(tekst: str, regel: Regel, _: Bronafbeelding) -> Uitkomst:
    gevonden = _POSTCODE.fullmatch(tekst.strip())
    return {regel.doel: gevonden[1] + gevonden[2].upper() if gevonden else tekst.strip()}


def _datum(tekst: str, regel: Regel, _: Bronafbeelding) -> Uitkomst:
    if not tekst.strip() or tekst.strip() in regel.open:
        return {}
    return {regel.doel: lees_datum(tekst, regel.vorm)}


def _code(tekst: str, regel: Regel, afbeelding: Bronafbeelding) -> Uitkomst:
    lijst = afbeelding.lijst_op_naam[regel.lijst]
    if not tekst.strip(" |"):
        if lijst.leeg:
            return {regel.doel: lijst.leeg}
        raise Leesfout(Gebreksoort.ONBEKENDE_CODE, "er is niets ingevuld, en dat betekent hier niets")
    doel = lijst.zoektabel.get(lijst.sleutel(tekst))
    if doel is None:
        raise Leesfout(Gebreksoort.ONBEKENDE_CODE, f"de code staat niet in de lijst {lijst.naam}")
    return {regel.doel: doel}


def _omvang(tekst: str, regel: Regel, afbeelding: Bronafbeelding) -> Uitkomst:
    gelezen = lees_omvang(tekst, regel.eenheid, afbeelding.dagdeel_uren)
    return {"uren": gelezen.uren, **({"afgerond": True} if gelezen.afgerond else {})}


LEES: dict[str, Lezer] = {
    "tekst": _tekst,
    "bsn": _bsn,
    "naam-komma": _naam_komma,
    "voorletters": _voorletters,
    "adres": _adres,
    "postcode": _postcode,
    "datum": _datum,
    "code": _code,
    "omvang": _omvang,
}
"""Reader per name; a test compares it with what a mapping may name."""
