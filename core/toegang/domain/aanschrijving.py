"""How to address a person: salutation, name line, name in running text (L-135).

The rules are those of the BRP interface (Haal Centraal BRP bevragen, RvIG, EUPL-1.2, features
``adressering``): naamgebruik, voorvoegsels, adellijke titels and predicaten. Addresses of places
are in :mod:`toegang.domain.adresregels`.
"""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.adeldom import (
    aanspreekvorm,
    bekende_code,
    hoffelijkheidstitel,
    is_predicaat,
    titel_bij_geslacht,
)
from toegang.domain.ingebouwd import ingebouwd

_ONBEKEND = "."
_AANHEF = {"M": "heer", "V": "mevrouw"}
_LOPEND = {"M": "de heer", "V": "mevrouw"}


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Partnernaam:
    """The name of a present or former partner, as registered with the person.

    Args:
        voorvoegsel: e.g. ``van den``; empty when none.
        geslachtsnaam: ``.`` or empty when unknown.
        titel: code of table 38 (``B``, ``JH`` …); empty when none.
        geslacht: ``M``, ``V`` or ``O``; empty when not stated.
        aangegaan: LO3 date of the marriage or partnership; empty or zeros when unknown.
        ontbonden: LO3 date of its end; empty while it lasts.

    Raises:
        ValueError: geslacht or titel is not in its list; the message holds no name.
    """

    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    titel: str = ""
    geslacht: str = ""
    aangegaan: str = ""
    ontbonden: str = ""

    def __post_init__(self) -> None:
        if self.geslacht not in ("", "M", "V", "O"):
            raise ValueError("geslacht van de partner moet M, V of O zijn")
        bekende_code(self.titel)

    def __repr__(self) -> str:
        """Show no name."""
        return "Partnernaam()"


@dataclass(frozen=True, slots=True, repr=False, kw_only=True)
class Persoonsnaam:
    """The name of a person with all that decides how it is written.

    Args:
        voornamen: all first names; empty when there are none.
        voorvoegsel: e.g. ``van den``; empty when none.
        geslachtsnaam: ``.`` or empty when unknown.
        geslacht: ``M``, ``V`` or ``O`` (unknown).
        titel: code of table 38 for an adellijke titel or predicaat; empty when none.
        naamgebruik: ``E`` own, ``P`` partner, ``V`` partner before own, ``N`` partner after own.
        partners: present and former partners.

    Raises:
        ValueError: geslacht, naamgebruik or titel is not in its list; the message holds no name.
    """

    voornamen: str = ""
    voorvoegsel: str = ""
    geslachtsnaam: str = ""
    geslacht: str = "O"
    titel: str = ""
    naamgebruik: str = "E"
    partners: tuple[Partnernaam, ...] = ()

    def __post_init__(self) -> None:
        if self.geslacht not in ("M", "V", "O"):
            raise ValueError("geslacht moet M, V of O zijn")
        if self.naamgebruik not in ("E", "P", "V", "N"):
            raise ValueError("naamgebruik moet E, P, V of N zijn")
        bekende_code(self.titel)

    def __repr__(self) -> str:
        """Show no name."""
        return "Persoonsnaam()"


@dataclass(frozen=True, slots=True, repr=False)
class Aanschrijfwijze:
    """The first lines above an address.

    Args:
        naam: e.g. ``J.A. barones van den Aedel-de Boer``.
        aanspreekvorm: line above it for nobility, e.g. ``De hoogwelgeboren vrouwe``; else empty.
    """

    naam: str
    aanspreekvorm: str = ""

    def __repr__(self) -> str:
        """Show no name."""
        return "Aanschrijfwijze()"


def voorletters(voornamen: str) -> str:
    """Return the initials of first names.

    Args:
        voornamen: first names, separated by spaces.

    Returns:
        One letter with a full stop per name. A name of one letter gets no stop, and a space when
        another follows: ``J P``.
    """
    namen = [naam for naam in voornamen.split() if naam != _ONBEKEND]
    delen = [f"{naam} " if len(naam) == 1 else f"{naam[0]}." for naam in namen]
    return "".join(delen).rstrip()


def aanhef(persoon: Persoonsnaam) -> str | None:
    """Return the salutation of a letter by the BRP rules.

    Args:
        persoon: the name.

    Returns:
        For example ``Geachte mevrouw Van Velzen-in het Veld`` or ``Hoogwelgeboren heer``; ``None``
        when the name is unknown.
    """
    samen = _Samenstelling(persoon)
    if samen.vorm_in_aanhef:
        return samen.vorm_in_aanhef
    if not samen.bekend:
        return None
    woord = _AANHEF.get(persoon.geslacht)
    if woord:
        return f"Geachte {woord} {_hoofdletter(samen.naam(met_titels=False))}"
    return f"Geachte {samen.met_voorletters()}"


@ingebouwd("L-135", "De aanhef van een brief is neutraal.", anders=lambda persoon: aanhef(persoon) or "Geachte")
def aanhef_neutraal(persoon: Persoonsnaam) -> str:
    """Return a salutation that assumes nothing of the reader: the default for letters (L-135).

    Args:
        persoon: the name.

    Returns:
        ``Geachte heer of mevrouw`` with the name in the chosen naamgebruik, without it when unknown.
    """
    samen = _Samenstelling(persoon)
    naam = _hoofdletter(samen.naam(met_titels=False)) if samen.bekend else ""
    return f"Geachte heer of mevrouw {naam}".strip()


def aanschrijfwijze(persoon: Persoonsnaam) -> Aanschrijfwijze | None:
    """Return the name as written above the address.

    Args:
        persoon: the name.

    Returns:
        The name line with, for nobility, the form of address; ``None`` when the name is unknown.
    """
    samen = _Samenstelling(persoon)
    if not samen.bekend:
        return None
    vorm = samen.vorm_in_naamregel
    return Aanschrijfwijze(samen.met_voorletters(), f"De {vorm[0].lower()}{vorm[1:]}" if vorm else "")


def naam_in_lopende_tekst(persoon: Persoonsnaam) -> str | None:
    """Return the name as used within a sentence.

    Args:
        persoon: the name.

    Returns:
        For example ``de heer In het Veld`` or ``gravin van den Aedel``; ``None`` when unknown.
    """
    samen = _Samenstelling(persoon)
    if not samen.bekend:
        return None
    if samen.begint_met_titel:
        return samen.naam()
    woord = _LOPEND.get(persoon.geslacht)
    return f"{woord} {_hoofdletter(samen.naam())}" if woord else samen.met_voorletters()


@ingebouwd("L-135", "De naam volgt het naamgebruik dat iemand koos.", anders=lambda _gebruik: "E")
def _gekozen(gebruik: str) -> str:
    return gebruik


class _Samenstelling:
    """Which names and titles a person bears, and in which order."""

    def __init__(self, persoon: Persoonsnaam) -> None:
        self._persoon = persoon
        self._partner = _naamgevende_partner(persoon.partners)
        partner_bekend = self._partner is not None and _bekend(self._partner.geslachtsnaam)
        self._gebruik = _gekozen(persoon.naamgebruik) if partner_bekend else "E"
        self._eigen_titel_telt = self._gebruik != "P" and not self._predicaat_vervalt()
        self._eigen_titel = titel_bij_geslacht(persoon.titel, persoon.geslacht) if self._eigen_titel_telt else ""
        self._titel_van_partner = self._hoffelijkheidstitel() if self._gebruik != "E" else ""

    @property
    def bekend(self) -> bool:
        """Whether the name that is used is known."""
        return self._gebruik == "P" or _bekend(self._persoon.geslachtsnaam)

    @property
    def begint_met_titel(self) -> bool:
        """Whether the first of the two names carries a title."""
        return bool(self._titel_van_partner if self._gebruik in ("P", "V") else self._eigen_titel)

    @property
    def vorm_in_aanhef(self) -> str:
        """The form of address that replaces the salutation; also when a surname is unknown."""
        if self._partner and self._persoon.naamgebruik != "E" and self._hoffelijkheidstitel():
            return aanspreekvorm(self._partner.titel, "V")
        return aanspreekvorm(self._persoon.titel, self._persoon.geslacht) if self._eigen_titel_telt else ""

    @property
    def vorm_in_naamregel(self) -> str:
        """The form of address above the name line."""
        if self._partner and self._titel_van_partner:
            return aanspreekvorm(self._partner.titel, "V")
        zonder_geslacht = aanspreekvorm(self._persoon.titel, "O") if self._eigen_titel_telt else ""
        return aanspreekvorm(self._persoon.titel, self._persoon.geslacht) if self._eigen_titel else zonder_geslacht

    def naam(self, *, met_titels: bool = True, predicaat_vooraan: bool = False) -> str:
        """Return the surnames in the order of the naamgebruik."""
        persoon, partner = self._persoon, self._partner or Partnernaam()
        weg = predicaat_vooraan and is_predicaat(persoon.titel)
        eigen_titel = self._eigen_titel if met_titels and not weg else ""
        eigen = _woorden(eigen_titel, persoon.voorvoegsel, persoon.geslachtsnaam)
        titel = self._titel_van_partner if met_titels else ""
        van_partner = _woorden(titel, partner.voorvoegsel, partner.geslachtsnaam)
        volgorde = {"E": (eigen,), "P": (van_partner,), "V": (van_partner, eigen), "N": (eigen, van_partner)}
        return "-".join(volgorde[self._gebruik])

    def met_voorletters(self) -> str:
        """Return the name with initials; a predicaat stands before them, a titel after."""
        eigen_naam_eerst = self._gebruik in ("E", "N")
        predicaat = self._eigen_titel if eigen_naam_eerst and is_predicaat(self._persoon.titel) else ""
        letters = voorletters(self._persoon.voornamen)
        naam = _woorden(predicaat, letters, self.naam(predicaat_vooraan=eigen_naam_eerst))
        return _hoofdletter(naam) if predicaat or not letters else naam

    def _predicaat_vervalt(self) -> bool:
        # A woman bears her predicaat neither during a marriage nor with the name of a former partner.
        if not is_predicaat(self._persoon.titel) or self._persoon.geslacht != "V":
            return False
        return self._gebruik != "E" or any(not partner.ontbonden for partner in self._persoon.partners)

    def _hoffelijkheidstitel(self) -> str:
        partner = self._partner
        if partner is None or self._persoon.geslacht != "V":
            return ""
        if self._persoon.titel and partner.geslacht == "V":
            return ""
        return hoffelijkheidstitel(partner.titel)


def _naamgevende_partner(partners: tuple[Partnernaam, ...]) -> Partnernaam | None:
    # LO3 dates sort as text, with unknown parts (zeros) first. Of present partners the oldest
    # relation gives the name, of former ones the relation that ended last.
    actueel = [partner for partner in partners if not partner.ontbonden]
    if actueel:
        return min(actueel, key=lambda partner: partner.aangegaan)
    return max(partners, key=lambda partner: partner.ontbonden, default=None)


def _bekend(naam: str) -> bool:
    return naam not in ("", _ONBEKEND)


def _woorden(*delen: str) -> str:
    return " ".join(deel for deel in delen if deel)


def _hoofdletter(naam: str) -> str:
    return naam[:1].upper() + naam[1:]
