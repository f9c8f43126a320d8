"""A mutation of the BRP: what it says of one person, which fields go together, and what cannot be true."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from pydantic import ValidationError

from toegang.domain.datums import OngeldigeDatum, OnvolledigeDatum
from toegang.domain.huishouden import Inwoner

NAAM = ("voorvoegsel", "geslachtsnaam", "predicaat")
"""The name; replaced as a whole as soon as the geslachtsnaam is given."""
PARTNER = (
    "partner_voorvoegsel",
    "partner_geslachtsnaam",
    "partner_predicaat",
    "partner_geslacht",
    "partner_ontbonden",
)
ADRES = (
    "straat",
    "huisnummer",
    "huisletter",
    "toevoeging",
    "aanduiding",
    "locatiebeschrijving",
    "postcode",
    "woonplaats",
    "gemeentecode",
    "land",
    "buitenland_1",
    "buitenland_2",
    "buitenland_3",
    "functieadres",
)
"""An address; replaced as a whole, or the letter of the former house would stay behind the new number."""
LOS = ("voornamen", "geboortedatum", "geslacht", "naamgebruik", "overlijdensdatum", "opschorting", "geheimhouding")
JA_NEE = ("verblijft_er_niet", "curatele", "bewind")
VELDEN = (*LOS, *NAAM, *PARTNER, *ADRES, *JA_NEE)
"""Every field of a person that a mutation can change."""

WIS = "-"
"""Says that a field becomes empty; nothing at all says nothing, so that a death is never wiped out by an empty cell."""
_DATUMS = ("geboortedatum", "overlijdensdatum", "partner_ontbonden")
_NOOIT_LEEG = frozenset({"geslachtsnaam", "geboortedatum", "geslacht", "naamgebruik"})
_CODE = (r"[0-9]{1,4}", "een code van vier cijfers")
_VORMEN = {
    "geheimhouding": (r"[0-7]", "een cijfer van 0 tot en met 7"),
    "geslacht": (r"[MVO]", "M, V of O"),
    "partner_geslacht": (r"[MVO]", "M, V of O"),
    "naamgebruik": (r"[EPVN]", "E, P, V of N"),
    "aanduiding": (r"by|to", "by of to"),
    "functieadres": (r"[WB]", "W of B"),
    # LO3 67.20: emigratie, fout, ministerieel besluit, overlijden, RNI, wissen, onbekend (M; nog te toetsen)
    "opschorting": (r"[EFMORW.]", "E, F, M, O, R, W of een punt"),
    "gemeentecode": _CODE,
    "land": _CODE,
}
"""How a value looks, and that in Dutch; Excel loses the zeros of a code."""
_JA = frozenset({"ja", "j", "1", "true", "waar"})
_NEE = frozenset({"nee", "n", "0", "false", "onwaar", WIS})


class Gevolg(StrEnum):
    """What a mutation can mean for a letter that is on its way."""

    OVERLEDEN = "overleden"
    VERTROKKEN = "vertrokken"
    VERHUISD = "verhuisd"
    NAAM = "andere naam"
    GEHEIM = "geheimhouding gewijzigd"
    GEZAG = "gezag gewijzigd"
    VERTEGENWOORDIGD = "curatele of bewind gewijzigd"


class Mutatiefout(ValueError):
    """A mutation is refused; the words hold no value.

    Args:
        veld: the field.
        reden: why, in Dutch.
    """

    def __init__(self, veld: str, reden: str) -> None:
        super().__init__(f"{veld}: {reden}")
        self.veld = veld
        self.reden = reden


@dataclass(frozen=True, repr=False)
class Mutatie:
    """What the BRP says of one person.

    Args:
        bsn: nine digits; the only thing that says who it is.
        gegeven: field → text as it stands in the file; only what was filled in.
        gezag: BSNs of who has gezag; ``()`` = nobody, ``None`` = the file does not say.
        gezag_onbekend: the file says that gezag is not known.
        peildatum: day on which the BRP said so; ``None`` = the day of the whole file.
    """

    bsn: str
    gegeven: Mapping[str, str]
    gezag: tuple[str, ...] | None = None
    gezag_onbekend: bool = False
    peildatum: date | None = None


def pas_toe(inwoner: Inwoner, mutatie: Mutatie, vandaag: date) -> Inwoner:
    """Return a person as the BRP says; the history and the day of the BRP are not touched.

    Args:
        inwoner: as known.
        mutatie: what is said.
        vandaag: the day.

    Raises:
        Mutatiefout: a value has not the right form, or cannot be true.
    """
    nieuw = {naam: _lees(naam, tekst) for naam, tekst in _heel(mutatie.gegeven).items()}
    if set(ADRES) & set(mutatie.gegeven) and "verblijft_er_niet" not in nieuw:
        nieuw["verblijft_er_niet"] = False
    try:
        uit = inwoner.gewijzigd(**nieuw)
    except ValidationError as fout:
        veld = str(fout.errors()[0]["loc"][0]) if fout.errors()[0]["loc"] else "(geheel)"
        raise Mutatiefout(in_bestand(veld), "heeft niet de juiste vorm") from None
    _vereis_mogelijk(uit, mutatie, vandaag)
    return uit


def gevolgen(was: Inwoner, nu: Inwoner) -> tuple[Gevolg, ...]:
    """Return what a change means for letters that are on their way."""
    anders = {naam for naam in VELDEN if getattr(was, naam) != getattr(nu, naam)}
    waar = (
        (Gevolg.OVERLEDEN, nu.overleden and not was.overleden),
        (Gevolg.VERTROKKEN, bool(nu.opschorting) and not was.opschorting and not nu.overleden),
        (Gevolg.VERHUISD, bool(anders & {*ADRES, "verblijft_er_niet"})),
        (Gevolg.NAAM, bool(anders & {"voornamen", "geslacht", "naamgebruik", *NAAM, *PARTNER})),
        (Gevolg.GEHEIM, "geheimhouding" in anders),
        (Gevolg.VERTEGENWOORDIGD, bool(anders & {"curatele", "bewind"})),
    )
    return tuple(gevolg for gevolg, is_zo in waar if is_zo)


def in_bestand(veld: str) -> str:
    """Return what a field of ours is called in a file."""
    return {"opschorting": "opschorting_reden", "bsn": "burgerservicenummer"}.get(veld, veld)


def _heel(gegeven: Mapping[str, str]) -> dict[str, str]:
    """Return what changes: of what goes together everything, with nothing where nothing was said."""
    alles = dict(gegeven)
    groepen = ((NAAM, {"geslachtsnaam"}), (PARTNER, set(PARTNER)), (ADRES, set(ADRES)))
    for groep, aanleiding in groepen:
        if aanleiding & set(gegeven):
            alles |= {naam: WIS for naam in groep if naam not in gegeven}
        elif los := next((naam for naam in groep if naam in gegeven), None):
            raise Mutatiefout(los, "hoort bij de geslachtsnaam; geef die ook")
    return alles


def _lees(naam: str, tekst: str) -> Any:
    if naam in JA_NEE:
        return _ja_nee(naam, tekst)
    if tekst == WIS:
        if naam in _NOOIT_LEEG:
            raise Mutatiefout(naam, "kan niet leeg worden")
        return 0 if naam == "geheimhouding" else ""
    if naam in _DATUMS:
        return _datum(naam, tekst)
    if naam == "postcode":
        return _postcode(tekst)
    patroon, verwacht = _VORMEN.get(naam, (r".*", ""))
    if not re.fullmatch(patroon, tekst):
        raise Mutatiefout(in_bestand(naam), f"verwacht wordt {verwacht}")
    if naam in ("gemeentecode", "land"):
        return tekst.zfill(4)
    return int(tekst) if naam == "geheimhouding" else tekst


def _ja_nee(naam: str, tekst: str) -> bool:
    if tekst.lower() not in _JA | _NEE:
        raise Mutatiefout(naam, "verwacht wordt ja of nee")
    return tekst.lower() in _JA


def _datum(naam: str, tekst: str) -> str:
    kaal = tekst.replace("-", "") if re.fullmatch(r"\d{4}-\d{2}-\d{2}", tekst) else tekst
    try:
        return OnvolledigeDatum.lees(kaal).lo3()
    except OngeldigeDatum:
        raise Mutatiefout(naam, "deze datum bestaat niet (verwacht: jjjjmmdd)") from None


def _postcode(tekst: str) -> str:
    kaal = tekst.replace(" ", "").upper()
    if not re.fullmatch("[1-9][0-9]{3}[A-Z]{2}", kaal):
        raise Mutatiefout("postcode", "verwacht wordt vier cijfers en twee letters")
    return kaal


def _vereis_mogelijk(nu: Inwoner, mutatie: Mutatie, vandaag: date) -> None:
    vandaag_lo3 = vandaag.strftime("%Y%m%d")
    for naam in _DATUMS:
        if naam in mutatie.gegeven and getattr(nu, naam) > vandaag_lo3:
            raise Mutatiefout(naam, "ligt na vandaag")
    if nu.overlijdensdatum and _ervoor(nu.overlijdensdatum, nu.geboortedatum):
        raise Mutatiefout("overlijdensdatum", "ligt voor de geboortedatum")
    gegeven = any(mutatie.gegeven.get(naam, WIS) != WIS for naam in ADRES)
    if gegeven and not nu.adres_volledig:
        raise Mutatiefout("adres", "is niet volledig; geef alle delen van het nieuwe adres")


def _ervoor(dag: str, ander: str) -> bool:
    """Compare two LO3 dates as far as both are known."""
    for begin, einde in ((0, 4), (4, 6), (6, 8)):
        deel, andere = int(dag[begin:einde]), int(ander[begin:einde])
        if not deel or not andere:
            return False
        if deel != andere:
            return deel < andere
    return False
