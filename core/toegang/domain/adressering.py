"""How to write to a person, in one answer: salutation, name line, name in a sentence, address lines, initials.

The public face exports it, so that a plugin, a portal or a legacy export writes to a person exactly as our letters do.
Rules in :mod:`toegang.domain.aanschrijving` and :mod:`toegang.domain.adresregels` (L-135).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from typing import Any

from toegang.domain.aanschrijving import (
    Aanschrijfwijze,
    Partnernaam,
    Persoonsnaam,
    aanhef,
    aanhef_neutraal,
    aanschrijfwijze,
    naam_in_lopende_tekst,
    voorletters,
)
from toegang.domain.adresregels import Adres, Adresregels, adresregels
from toegang.domain.gegevens import lees_csv
from toegang.domain.gemeenten import gemeenten_met_code
from toegang.errors import Invoerfout

_VERBLIJFT_ER_NIET = "089999"


@dataclass(frozen=True, slots=True, repr=False)
class Adressering:
    """Everything that is needed to write to a person.

    Args:
        aanhef: salutation by the BRP rules, without the comma; ``None`` when the name is not known.
        aanhef_neutraal: salutation that assumes nothing of the reader; what our letters print (L-135).
        aanschrijfwijze: the lines above the address; ``None`` when the name is not known.
        naam_in_lopende_tekst: the name within a sentence; ``None`` when it is not known.
        voorletters: initials; empty when there are none.
        adresregels: the address; ``None`` when there is none that can be used.
        namens: "Aan de curator van ...", when it goes to who acts for somebody else; else empty.
        organisatie: office of who acts for somebody; empty when there is none.
    """

    aanhef: str | None
    aanhef_neutraal: str
    aanschrijfwijze: Aanschrijfwijze | None
    naam_in_lopende_tekst: str | None
    voorletters: str
    adresregels: Adresregels | None
    namens: str = ""
    organisatie: str = ""

    @property
    def venster(self) -> tuple[str, ...]:
        """The lines for the window of an envelope; empty when name or address is not known."""
        wijze, adres = self.aanschrijfwijze, self.adresregels
        if adres is None or (wijze is None and not self.organisatie):
            return ()
        boven = [regel for regel in (self.namens, self.organisatie) if regel]
        if wijze is not None and self.organisatie:
            boven.append(f"t.a.v. {wijze.naam}")
        elif wijze is not None:
            boven += [regel for regel in (wijze.aanspreekvorm, wijze.naam) if regel]
        return (*boven, *adres.regels())

    def __repr__(self) -> str:
        """Show no name and no address."""
        return "Adressering()"


def adresseer(persoon: Persoonsnaam, adres: Adres | None = None) -> Adressering:
    """Return how to write to a person.

    Args:
        persoon: the name.
        adres: the place; ``None`` when it is not asked for.

    Returns:
        The answer; parts that are not known are ``None``.
    """
    return Adressering(
        aanhef=aanhef(persoon),
        aanhef_neutraal=aanhef_neutraal(persoon),
        aanschrijfwijze=aanschrijfwijze(persoon),
        naam_in_lopende_tekst=naam_in_lopende_tekst(persoon),
        voorletters=voorletters(persoon.voornamen),
        adresregels=adresregels(adres) if adres else None,
    )


def adresseer_namens(
    rol: str, voor: Persoonsnaam, *, organisatie: str = "", persoon: Persoonsnaam | None = None, adres: Adres
) -> Adressering:
    """Return how to write to who acts for somebody: a curator, bewindvoerder, mentor or gemachtigde.

    Args:
        rol: what he or she is of that person, e.g. ``curator``.
        voor: name of the person for whom is acted.
        organisatie: name of the office; empty for a private person.
        persoon: name of the person; ``None`` when only the office is known.
        adres: where a letter goes.

    Returns:
        The answer. The window begins with "Aan de curator van de heer Jansen"; the name within a sentence is that of
        the person, or else of the office.

    Raises:
        ValueError: no office and no person is named.
    """
    if persoon is None and not organisatie:
        raise ValueError("er is geen organisatie en geen persoon genoemd")
    van = naam_in_lopende_tekst(voor)
    gewoon = adresseer(persoon or Persoonsnaam(), adres)
    return replace(
        gewoon,
        naam_in_lopende_tekst=gewoon.naam_in_lopende_tekst or organisatie,
        namens=f"Aan de {rol} van {van}" if van else f"Aan de {rol}",
        organisatie=organisatie,
    )


def adresseer_brp(velden: Mapping[str, Any], peildatum: date | None = None) -> Adressering:
    """Return how to write to a person in the fields of the BRP.

    Args:
        velden: ``voornamen``, ``voorvoegsel``, ``geslachtsnaam``, ``geslacht`` (M, V, O), ``adellijkeTitelPredicaat``
            (code of table 38), ``aanduidingNaamgebruik`` (E, P, V, N), ``partners`` (a list with the same name fields
            and ``datumAangaan``, ``datumOntbinding`` as ``jjjjmmdd``) and ``verblijfplaats`` (``straatnaam``,
            ``huisnummer``, ``huisletter``, ``huisnummertoevoeging``, ``aanduidingBijHuisnummer``, ``postcode``,
            ``woonplaats``, ``gemeenteVanInschrijving``, ``locatiebeschrijving``, ``land``, ``regel1Buitenland`` to
            ``regel3Buitenland``, ``aanduidingInOnderzoek``). What is not there counts as not registered; other fields
            of the BRP say nothing about how to write to somebody and are left alone.
        peildatum: day on which a municipality must exist to be named; ``None`` = the last that bore the code.

    Returns:
        The answer; parts that are not known are ``None``.

    Raises:
        Invoerfout: a code that is not in its table; names the field, never the value.
    """
    partners = velden.get("partners") or ()
    try:
        persoon = Persoonsnaam(**_naam(velden), partners=tuple(_partner(partner) for partner in partners))
        plaats = velden.get("verblijfplaats")
        return adresseer(persoon, _adres(plaats, peildatum) if plaats else None)
    except ValueError as fout:
        raise Invoerfout(
            f"Deze persoonsgegevens zijn niet bruikbaar: {fout}.", vervolg="Gebruik de codes van de BRP."
        ) from None


def landnaam(code: str) -> str:
    """Return the name of a country of table 34; empty when the code is not in it.

    Args:
        code: four digits.
    """
    return _landen().get(code, "")


@cache
def _landen() -> Mapping[str, str]:
    return dict(lees_csv("landen.csv", lambda rij: (rij["code"], rij["naam"])))


_NAAMVELDEN = {
    "voornamen": "voornamen",
    "voorvoegsel": "voorvoegsel",
    "geslachtsnaam": "geslachtsnaam",
    "geslacht": "geslacht",
    "adellijkeTitelPredicaat": "titel",
}
_VERBINTENIS = {"datumAangaan": "aangegaan", "datumOntbinding": "ontbonden"}
_PLAATSVELDEN = {
    "straatnaam": "straatnaam",
    "huisnummer": "huisnummer",
    "huisletter": "huisletter",
    "huisnummertoevoeging": "huisnummertoevoeging",
    "aanduidingBijHuisnummer": "aanduiding",
    "postcode": "postcode",
    "woonplaats": "woonplaats",
    "locatiebeschrijving": "locatiebeschrijving",
}
_BUITENLAND = ("regel1Buitenland", "regel2Buitenland", "regel3Buitenland")


def _gekozen(velden: Mapping[str, Any], namen: Mapping[str, str]) -> dict[str, str]:
    return {onze: str(velden[hun]) for hun, onze in namen.items() if velden.get(hun)}


def _naam(velden: Mapping[str, Any]) -> dict[str, str]:
    return _gekozen(velden, {**_NAAMVELDEN, "aanduidingNaamgebruik": "naamgebruik"})


def _partner(velden: Mapping[str, Any]) -> Partnernaam:
    gekozen = _gekozen(velden, {**_NAAMVELDEN, **_VERBINTENIS})
    gekozen.pop("voornamen", None)
    return Partnernaam(**gekozen)


def _adres(plaats: Mapping[str, Any], peildatum: date | None) -> Adres:
    land = str(plaats.get("land") or "")
    if land and not landnaam(land):
        raise ValueError("de code van het land staat niet in landelijke tabel 34")
    regel1, regel2, regel3 = (str(plaats.get(naam) or "") for naam in _BUITENLAND)
    return Adres(
        **_gekozen(plaats, _PLAATSVELDEN),
        gemeentenaam=_gemeentenaam(_gemeentecode(plaats), peildatum),
        landcode=land,
        land=landnaam(land),
        buitenland=(regel1, regel2, regel3),
        verblijft_er_niet=plaats.get("aanduidingInOnderzoek") == _VERBLIJFT_ER_NIET,
    )


def _gemeentecode(plaats: Mapping[str, Any]) -> str:
    return str(plaats.get("gemeenteVanInschrijving") or plaats.get("gemeentecode") or "")


def _gemeentenaam(code: str, peildatum: date | None) -> str:
    """Return the name that goes with a code; one code may have had two names, so the last one that fits."""
    passend = [item for item in gemeenten_met_code(code) if peildatum is None or item.bestaat_op(peildatum)]
    return max(passend, key=lambda item: item.einddatum or date.max).naam if passend else ""
