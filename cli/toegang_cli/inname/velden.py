"""From flat fields to a submission: every value read with care, every fault with its field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from toegang.domain.bsn import Bsn, OngeldigBsn
from toegang.domain.datums import NEDERLAND
from toegang.domain.huishouden import Persoonsgegevens
from toegang.errors import Invoerfout

PERSOON = tuple(Persoonsgegevens.model_fields)
_JA = frozenset({"ja", "j", "true", "waar", "1", "x", "yes"})
_NEE = frozenset({"nee", "n", "false", "onwaar", "0", "no"})
_JA_NEE = frozenset(
    {
        "spoed",
        "verliest_regie",
        "behapbaar",
        "wil_geen_melding",
        "woont_in_gemeente",
        "ondertekend",
        "gespecialiseerd",
        "vervolgaanvraag",
        "verwijzer_rechtstreeks",
        "verblijft_er_niet",
    }
)
_GETAL = frozenset({"aantal_professionals", "samenhang", "geheimhouding"})
_HOOFDLETTERS = frozenset(
    {"kanaal", "melder", "wet", "rol", "zelfregie", "verwijzer_soort", "geslacht", "naamgebruik", "partner_geslacht"}
)
_LIJST = frozenset({"bijzonderheden", "gezag"})
VAN_DE_AANMELDING = (
    "kenmerk",
    "ontvangen_op",
    "kanaal",
    "loket",
    "melder",
    "gebied",
    "bereikbaar",
    "eerder_kenmerk",
    "spoed",
    "verliest_regie",
    "behapbaar",
    "wil_geen_melding",
    "woont_in_gemeente",
    "ondertekend",
    "aantal_professionals",
    "zelfregie",
    "bijzonderheden",
)
VAN_DE_VRAAG = ("wet", "product", "woorden", "gespecialiseerd", "vervolgaanvraag", "samenhang", "taak")
_VERWIJZER = {"verwijzer_soort": "soort", "verwijzer_kenmerk": "kenmerk", "verwijzer_rechtstreeks": "rechtstreeks"}
GEEN_WET = "GEEN"
"""What stands for: nothing formal is asked. Saying nothing is a fault, for then a question could get lost."""
_GEEN_WET_GENOEMD = f"ontbreekt: onder welke wet valt de vraag? Schrijf {GEEN_WET} als er niets formeels is gevraagd"


class Veldfout(Invoerfout):
    """A value that cannot be read.

    Args:
        veld: our name of the field.
        reden: why; never the value.
        rij: which row of the submission, from 0.
    """

    def __init__(self, veld: str, reden: str, rij: int = 0) -> None:
        super().__init__(reden)
        self.veld = veld
        self.rij = rij


def lees_veld(veld: str, tekst: str, rij: int = 0) -> Any:
    """Read one value.

    Args:
        veld: our name of the field.
        tekst: what stands there, not empty.
        rij: which row, for the message.

    Raises:
        Veldfout: it is no day, no yes or no, no number, or no BSN.
    """
    for velden, lees in _LEZERS:
        if veld in velden:
            return lees(veld, tekst.strip(), rij)
    return tekst.strip()


def lees_moment(veld: str, tekst: str, rij: int = 0) -> date:
    """Read a day or an instant; an instant is the day that it was in the Netherlands.

    Raises:
        Veldfout: there is no such day.
    """
    nederlands = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", tekst.strip())
    try:
        if nederlands:
            dag, maand, jaar = (int(deel) for deel in nederlands.groups())
            return date(jaar, maand, dag)
        moment = datetime.fromisoformat(tekst.strip())
    except ValueError:
        raise Veldfout(veld, "deze dag bestaat niet (schrijf 2026-11-22 of 22-11-2026)", rij) from None
    return moment.astimezone(NEDERLAND).date() if moment.tzinfo else moment.date()


def bouw_aanmelding(rijen: Sequence[Mapping[str, Any]], overig: Iterable[tuple[str, str]] = ()) -> dict[str, Any]:
    """Build the fields of one submission out of one or more rows: one per person or question.

    Args:
        rijen: rows of read values by field; what belongs to the submission may stand in each of them.
        overig: what no field of ours holds, by name.

    Returns:
        What :class:`toegang.domain.aanmelding.Aanmelding` is made of.

    Raises:
        Veldfout: two rows contradict each other, or there is no question.
    """
    samen = _samen(rijen, VAN_DE_AANMELDING)
    verwijzer = _samen(rijen, tuple(_VERWIJZER))
    leden, vragen = _leden(rijen), _vragen(rijen)
    if not vragen:
        raise Veldfout("wet", _GEEN_WET_GENOEMD)
    gegevens: dict[str, Any] = {
        **samen,
        "leden": leden,
        "hulpvragen": vragen,
        "overig": [list(paar) for paar in overig],
    }
    if verwijzer:
        gegevens["verwijzer"] = {_VERWIJZER[veld]: waarde for veld, waarde in verwijzer.items()}
    return gegevens


def _samen(rijen: Sequence[Mapping[str, Any]], velden: Iterable[str]) -> dict[str, Any]:
    gegevens: dict[str, Any] = {}
    for nummer, rij in enumerate(rijen):
        for veld in velden:
            if veld not in rij:
                continue
            if gegevens.setdefault(veld, rij[veld]) != rij[veld]:
                raise Veldfout(veld, "zegt iets anders dan een eerdere regel met hetzelfde kenmerk", nummer)
    return gegevens


def _leden(rijen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    leden: dict[str, dict[str, Any]] = {}
    for nummer, rij in enumerate(rijen):
        wie = str(rij.get("lid", "client"))
        persoon = {veld: rij[veld] for veld in PERSOON if veld in rij}
        if wie not in leden:
            leden[wie] = {"verwijzing": wie, "persoon": {}}
        lid = leden[wie]
        for veld, waarde in persoon.items():
            if lid["persoon"].setdefault(veld, waarde) != waarde:
                raise Veldfout(veld, f"zegt iets anders dan een eerdere regel over lid '{wie}'", nummer)
        for veld in ("rol", "gezag"):
            if veld in rij:
                lid[veld] = rij[veld]
    return list(leden.values())


def _vragen(rijen: Sequence[Mapping[str, Any]]) -> list[dict[str, Any]]:
    vragen: list[dict[str, Any]] = []
    for nummer, rij in enumerate(rijen):
        vraag = {veld: rij[veld] for veld in VAN_DE_VRAAG if veld in rij}
        if not vraag:
            continue
        if "wet" not in vraag:
            raise Veldfout("wet", _GEEN_WET_GENOEMD, nummer)
        if vraag["wet"] == GEEN_WET:
            vraag["wet"] = None
        vragen.append({"voor": str(rij.get("voor", rij.get("lid", "client"))), **vraag})
    return vragen


def _ja_nee(veld: str, tekst: str, rij: int) -> bool:
    if tekst.lower() not in _JA | _NEE:
        raise Veldfout(veld, "moet ja of nee zijn", rij)
    return tekst.lower() in _JA


def _getal(veld: str, tekst: str, rij: int) -> int:
    if not tekst.isdecimal():
        raise Veldfout(veld, "moet een geheel getal zijn", rij)
    return int(tekst)


def _bsn(veld: str, tekst: str, rij: int) -> str:
    try:
        # a spreadsheet drops leading zeros
        return Bsn.lees(tekst, vul_aan=True).onthul()
    except OngeldigBsn as fout:
        raise Veldfout(veld, str(fout), rij) from None


def _hoofdletters(_veld: str, tekst: str, _rij: int) -> str:
    return re.sub(r"[\s-]+", "_", tekst).upper()


def _lijst(_veld: str, tekst: str, _rij: int) -> list[str]:
    return [deel.strip() for deel in re.split(r"[,|]", tekst) if deel.strip()]


def _postcode(_veld: str, tekst: str, _rij: int) -> str:
    return tekst.replace(" ", "").upper()


def _geboortedatum(_veld: str, tekst: str, _rij: int) -> str:
    """Give a Dutch day its zeros back: 1-2-1950 is 01-02-1950."""
    delen = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", tekst)
    return f"{int(delen[1]):02d}-{int(delen[2]):02d}-{delen[3]}" if delen else tekst


_LEZERS: tuple[tuple[frozenset[str], Callable[[str, str, int], Any]], ...] = (
    (frozenset({"ontvangen_op"}), lees_moment),
    (_JA_NEE, _ja_nee),
    (_GETAL, _getal),
    (_HOOFDLETTERS, _hoofdletters),
    (_LIJST, _lijst),
    (frozenset({"bsn"}), _bsn),
    (frozenset({"postcode"}), _postcode),
    (frozenset({"geboortedatum"}), _geboortedatum),
)
