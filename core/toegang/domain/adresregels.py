"""Address lines of a place in the Netherlands or abroad.

Rules of the BRP interface after NEN 5825 (Haal Centraal BRP bevragen, RvIG, EUPL-1.2, features
``adressering/adres-regels``).
"""

from __future__ import annotations

from dataclasses import dataclass

_ONBEKEND = "."
_ONBEKEND_LAND = "0000"
_AANDUIDING = {"by": "bij", "to": "t/o", "": ""}


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Adres:
    """A place as registered. All fields are text; empty = not registered.

    Args:
        straatnaam: street; ``.`` = unknown.
        huisnummer: number; ``0`` = unknown.
        huisletter: letter after the number.
        huisnummertoevoeging: addition after number and letter.
        aanduiding: ``by`` or ``to`` (across from) before the number; mostly empty.
        postcode: with or without its space.
        woonplaats: when empty, the municipality stands in its place.
        gemeentenaam: municipality of registration.
        locatiebeschrijving: description of a place without an address, such as a houseboat.
        landcode: code of the country abroad; ``0000`` = unknown.
        land: name of that country.
        buitenland: the three lines of a foreign address.
        verblijft_er_niet: the municipality has found that the person does not live here.

    Raises:
        ValueError: the aanduiding is not in its list; the message holds no address.
    """

    straatnaam: str = ""
    huisnummer: str = ""
    huisletter: str = ""
    huisnummertoevoeging: str = ""
    aanduiding: str = ""
    postcode: str = ""
    woonplaats: str = ""
    gemeentenaam: str = ""
    locatiebeschrijving: str = ""
    landcode: str = ""
    land: str = ""
    buitenland: tuple[str, str, str] = ("", "", "")
    verblijft_er_niet: bool = False

    def __post_init__(self) -> None:
        if self.aanduiding not in _AANDUIDING:
            raise ValueError("de aanduiding bij het huisnummer moet 'by' of 'to' zijn")

    def __repr__(self) -> str:
        """Show no address."""
        return "Adres()"


@dataclass(frozen=True, slots=True, repr=False)
class Adresregels:
    """The lines of an address.

    Args:
        regel1: street and number, or the description of the place.
        regel2: postcode, two spaces and the place in capitals.
        regel3: third line of a foreign address.
        land: name of the country of a foreign address.
        verblijft_er_niet: no letter should go there without a person's decision (L-134).
    """

    regel1: str = ""
    regel2: str = ""
    regel3: str = ""
    land: str = ""
    verblijft_er_niet: bool = False

    def regels(self) -> tuple[str, ...]:
        """Return the lines for an address block: none empty, the country in capitals."""
        return tuple(regel for regel in (self.regel1, self.regel2, self.regel3, self.land.upper()) if regel)

    def __repr__(self) -> str:
        """Show no address."""
        return "Adresregels()"


def adresregels(adres: Adres) -> Adresregels | None:
    """Return the lines of an address.

    Args:
        adres: the place.

    Returns:
        The lines, or ``None`` when there is no usable address: street, number or country is
        unknown, or nothing is registered.
    """
    if adres.landcode or any(adres.buitenland):
        return _buitenland(adres)
    if adres.locatiebeschrijving:
        regel1 = adres.locatiebeschrijving
    elif adres.straatnaam in ("", _ONBEKEND) or adres.huisnummer in ("", "0"):
        return None
    else:
        regel1 = _straat_en_nummer(adres)
    return Adresregels(regel1, _postcode_en_plaats(adres), verblijft_er_niet=adres.verblijft_er_niet)


def _buitenland(adres: Adres) -> Adresregels | None:
    if adres.landcode == _ONBEKEND_LAND or not any(adres.buitenland):
        return None
    return Adresregels(*adres.buitenland, land=adres.land, verblijft_er_niet=adres.verblijft_er_niet)


def _straat_en_nummer(adres: Adres) -> str:
    toevoeging = adres.huisnummertoevoeging
    nummer = adres.huisnummer
    if adres.huisletter:
        nummer += f" {adres.huisletter}{toevoeging}"
    elif toevoeging:
        nummer += f"-{toevoeging}" if toevoeging[0].isdigit() else f" {toevoeging}"
    return " ".join(deel for deel in (adres.straatnaam, _AANDUIDING[adres.aanduiding], nummer) if deel)


def _postcode_en_plaats(adres: Adres) -> str:
    postcode = adres.postcode.replace(" ", "").upper()
    gesplitst = f"{postcode[:4]} {postcode[4:]}" if postcode else ""
    plaats = adres.woonplaats if adres.woonplaats not in ("", _ONBEKEND) else adres.gemeentenaam
    return "  ".join(deel for deel in (gesplitst, plaats.upper()) if deel)
