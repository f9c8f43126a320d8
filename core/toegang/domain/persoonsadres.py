"""A stored person as the rules of address see it: the name, and the place where a letter goes."""

from __future__ import annotations

from datetime import date

from toegang.domain.aanschrijving import Partnernaam, Persoonsnaam
from toegang.domain.adeldom import is_bekende_code
from toegang.domain.adresregels import Adres
from toegang.domain.adressering import Adressering, adresseer, adresseer_namens, landnaam
from toegang.domain.gemeenten import gemeente_met_code
from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.vertegenwoordiger import Vertegenwoordiger
from toegang.errors import Invoerfout


def adresseer_persoon(persoon: Persoonsgegevens, op: date) -> Adressering:
    """Return how to write to a stored person.

    Args:
        persoon: the person.
        op: date of the letter; a municipality is called by its name on that day.

    Returns:
        The answer; parts that are not known are ``None``.
    """
    return adresseer(persoonsnaam(persoon), adres_van(persoon, op))


def adresseer_vertegenwoordiger(wie: Vertegenwoordiger, client: Persoonsgegevens) -> Adressering:
    """Return how to write to who acts for a stored person.

    Args:
        wie: who acts.
        client: for whom.

    Returns:
        The answer; see :func:`toegang.domain.adressering.adresseer_namens`.
    """
    return adresseer_namens(
        wie.soort.in_woorden,
        persoonsnaam(client),
        organisatie=wie.organisatie.strip(),
        persoon=wie.persoonsnaam,
        adres=wie.adres(landnaam(wie.land)),
    )


def persoonsnaam(persoon: Persoonsgegevens) -> Persoonsnaam:
    """Return the name of a person for the rules of address.

    Args:
        persoon: the person.

    Returns:
        The name; a titel that is not in table 38 is left out rather than printed wrong.
    """
    partners: tuple[Partnernaam, ...] = ()
    if persoon.partner_geslachtsnaam:
        partner = Partnernaam(
            voorvoegsel=persoon.partner_voorvoegsel,
            geslachtsnaam=persoon.partner_geslachtsnaam,
            titel=_titel(persoon.partner_predicaat),
            geslacht=persoon.partner_geslacht,
            ontbonden=persoon.partner_ontbonden,
        )
        partners = (partner,)
    return Persoonsnaam(
        voornamen=persoon.voornamen,
        voorvoegsel=persoon.voorvoegsel,
        geslachtsnaam=persoon.geslachtsnaam,
        geslacht=persoon.geslacht,
        naamgebruik=persoon.naamgebruik,
        titel=_titel(persoon.predicaat),
        partners=partners,
    )


def adres_van(persoon: Persoonsgegevens, op: date) -> Adres:
    """Return the place where a letter to a person goes.

    Args:
        persoon: the person.
        op: date of the letter.

    Returns:
        The place; a country that is not in table 34 counts as unknown, and then there is no usable address.
    """
    land = landnaam(persoon.land)
    return Adres(
        straatnaam=persoon.straat,
        huisnummer=persoon.huisnummer,
        huisletter=persoon.huisletter,
        huisnummertoevoeging=persoon.toevoeging,
        aanduiding=persoon.aanduiding,
        postcode=persoon.postcode,
        woonplaats=persoon.woonplaats,
        gemeentenaam=_gemeentenaam(persoon.gemeentecode, op),
        locatiebeschrijving=persoon.locatiebeschrijving,
        landcode=persoon.land if land or not persoon.land else "0000",
        land=land,
        buitenland=(persoon.buitenland_1, persoon.buitenland_2, persoon.buitenland_3),
        verblijft_er_niet=persoon.verblijft_er_niet,
    )


def _titel(code: str) -> str:
    return code if is_bekende_code(code) else ""


def _gemeentenaam(code: str, op: date) -> str:
    try:
        return gemeente_met_code(code, op).naam if code else ""
    except Invoerfout:
        return ""
