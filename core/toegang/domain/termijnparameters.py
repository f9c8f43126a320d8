"""Terms and amounts of law as dated data (``data/termijnen.toml``, DOMAIN.md B.8).

What an act says today it may not say next year: every look-up asks for a day.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

from toegang.domain.datums import datum_voluit
from toegang.domain.gegevens import datum_of_niets, geldig_merk, lees_toml
from toegang.errors import ToegangFout

_BESTAND = "termijnen.toml"


class Eenheid(StrEnum):
    """The unit in which a term is set."""

    UREN = "UREN"
    DAGEN = "DAGEN"
    WERKDAGEN = "WERKDAGEN"
    WEKEN = "WEKEN"
    MAANDEN = "MAANDEN"
    JAREN = "JAREN"

    def met_aantal(self, aantal: int) -> str:
        """Return the number with the Dutch word, e.g. ``1 week`` or ``15 jaar``."""
        enkelvoud, meervoud = _WOORDEN[self]
        return f"{aantal} {enkelvoud if aantal == 1 else meervoud}"


_WOORDEN = {
    Eenheid.UREN: ("uur", "uur"),
    Eenheid.DAGEN: ("dag", "dagen"),
    Eenheid.WERKDAGEN: ("werkdag", "werkdagen"),
    Eenheid.WEKEN: ("week", "weken"),
    Eenheid.MAANDEN: ("maand", "maanden"),
    Eenheid.JAREN: ("jaar", "jaar"),
}


class BronSoort(StrEnum):
    """What sets a term; decides whether the Algemene termijnenwet applies (L-45)."""

    WET = "WET"
    AMVB = "AMVB"
    VERORDENING = "VERORDENING"
    EIGEN = "EIGEN"


@dataclass(frozen=True, slots=True)
class Termijn:
    """A term: so many days, weeks, months.

    Args:
        aantal: one or more.
        eenheid: unit.
        bron_soort: what sets it.
        bron: the provision, e.g. ``Awb art. 6:7``.
        atw: only when the provision itself says so: ``False`` excludes the Algemene termijnenwet,
            ``True`` makes it apply to a term of a verordening.

    Raises:
        ValueError: the number is not positive.
    """

    aantal: int
    eenheid: Eenheid
    bron_soort: BronSoort = BronSoort.WET
    bron: str = ""
    atw: bool | None = None

    def __post_init__(self) -> None:
        if self.aantal < 1:
            raise ValueError("een termijn duurt minstens 1")

    def __str__(self) -> str:
        return self.eenheid.met_aantal(self.aantal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Parameter:
    """What every dated parameter carries: its key, its source and who checked it.

    Args:
        sleutel: key, e.g. ``awb.bezwaar``.
        omschrijving: what it is for, in Dutch.
        bron: provision.
        bron_soort: kind of provision.
        regel: rule id in DOMAIN.md.
        bewijs: evidence mark V, V2, M or D.
        geldig_van: first day on which we apply it.
        geldig_tot: last day; ``None`` while it is in force.
        wet: id in ``wetten.toml``.
        wetsversie: version of the text that was read; empty when none was.
        gecontroleerd_op: day on which a jurist checked it; ``None`` = still to be checked.
        gecontroleerd_door: who did.
    """

    sleutel: str
    omschrijving: str
    bron: str
    bron_soort: BronSoort
    regel: str
    bewijs: str
    geldig_van: date
    geldig_tot: date | None = None
    wet: str
    wetsversie: str
    gecontroleerd_op: date | None
    gecontroleerd_door: str

    @property
    def gecontroleerd(self) -> bool:
        """Whether a jurist has ticked it."""
        return self.gecontroleerd_op is not None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether it is in force on a day."""
        return self.geldig_van <= dag and (self.geldig_tot is None or dag <= self.geldig_tot)


@dataclass(frozen=True, slots=True, kw_only=True)
class Termijnparameter(Parameter):
    """A term in force during a period; ``vanaf`` is the event after which it runs."""

    vanaf: str
    waarde: int
    eenheid: Eenheid
    atw: bool | None = None
    terugrekening: bool = False
    redelijk: bool = False
    leeftijd_onder: int | None = None

    def termijn(self) -> Termijn:
        """Return the term itself, ready to be counted."""
        return Termijn(self.waarde, self.eenheid, self.bron_soort, self.bron, self.atw)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bedragparameter(Parameter):
    """An amount in eurocents, for the days ``van_dag`` to ``tot_dag`` of a running term."""

    centen: int
    van_dag: int
    tot_dag: int


@dataclass(frozen=True, slots=True, kw_only=True)
class EigenTermijn:
    """A term that the gemeente sets itself, under key ``instelling``; ``maximum`` when the law has one."""

    sleutel: str
    omschrijving: str
    vanaf: str
    eenheid: Eenheid
    bron: str
    bron_soort: BronSoort
    regel: str
    bewijs: str
    instelling: str = ""
    maximum: int | None = None


P = TypeVar("P", bound=Parameter)


def termijnparameter(sleutel: str, peildatum: date) -> Termijnparameter:
    """Return the term that is in force on a day.

    Args:
        sleutel: key, e.g. ``awb.bezwaar``.
        peildatum: the day of the event from which the term runs.

    Returns:
        The parameter with its source.

    Raises:
        ToegangFout: no such key, or no value in force on that day, or the gemeente sets it itself.
    """
    return _in_werking(termijnparameters(), sleutel, peildatum)


def bedragparameter(sleutel: str, peildatum: date) -> Bedragparameter:
    """Return the amount that is in force on a day (L-31).

    Args:
        sleutel: key, e.g. ``awb.dwangsom_1``.
        peildatum: the day.

    Returns:
        The parameter with its source.

    Raises:
        ToegangFout: no such key, or no value in force on that day.
    """
    return _in_werking(bedragparameters(), sleutel, peildatum)


def termijn_van_gemeente(sleutel: str, aantal: int, *, atw: bool | None = None) -> Termijn:
    """Make a term out of the number that a gemeente has set.

    Args:
        sleutel: key of a term that a gemeente sets, e.g. ``llv.beslissing``.
        aantal: the number, in the unit of that key.
        atw: True when the verordening declares the Algemene termijnenwet applicable (L-45).

    Returns:
        The term.

    Raises:
        ToegangFout: the key is none of these, or the number is not positive or above the maximum.
    """
    eigen = next((rij for rij in eigen_termijnen() if rij.sleutel == sleutel), None)
    if eigen is None:
        raise ToegangFout(
            f"De termijn '{sleutel}' stelt een gemeente niet zelf.",
            vervolg=f"Kies uit: {', '.join(rij.sleutel for rij in eigen_termijnen())}.",
        )
    if aantal < 1 or (eigen.maximum is not None and aantal > eigen.maximum):
        grens = f" en ten hoogste {eigen.maximum}" if eigen.maximum is not None else ""
        raise ToegangFout(
            f"De termijn '{sleutel}' staat op {aantal}; het moet minstens 1 zijn{grens} ({eigen.bron}).",
            vervolg="Pas de waarde van de gemeente aan.",
        )
    return Termijn(aantal, eigen.eenheid, eigen.bron_soort, eigen.bron, atw)


@cache
def termijnparameters() -> tuple[Termijnparameter, ...]:
    """Return all terms of the packaged file, of every period."""
    rijen = lees_toml(_BESTAND, "termijn", lambda rij: Termijnparameter(**gedateerd(rij)))
    return _zonder_overlap(rijen)


@cache
def bedragparameters() -> tuple[Bedragparameter, ...]:
    """Return all amounts of the packaged file, of every period."""
    return _zonder_overlap(lees_toml(_BESTAND, "bedrag", lambda rij: Bedragparameter(**gedateerd(rij))))


@cache
def eigen_termijnen() -> tuple[EigenTermijn, ...]:
    """Return the terms that a gemeente sets itself."""
    return lees_toml(_BESTAND, "eigen", lambda rij: EigenTermijn(**_getypeerd(rij)))


def _in_werking(parameters: tuple[P, ...], sleutel: str, peildatum: date) -> P:
    met_sleutel = [parameter for parameter in parameters if parameter.sleutel == sleutel]
    for parameter in met_sleutel:
        if parameter.geldt_op(peildatum):
            return parameter
    if met_sleutel:
        raise ToegangFout(
            f"Voor '{sleutel}' is op {datum_voluit(peildatum)} geen waarde van kracht.",
            vervolg=f"Controleer de datum, of vul {_BESTAND} aan.",
        )
    if any(rij.sleutel == sleutel for rij in eigen_termijnen()):
        raise ToegangFout(
            f"De termijn '{sleutel}' stelt de gemeente zelf; de wet geeft geen waarde.",
            vervolg="Vul haar in bij de instellingen van de gemeente.",
        )
    raise ToegangFout(f"De sleutel '{sleutel}' staat niet in {_BESTAND}.", vervolg="Controleer de schrijfwijze.")


def _getypeerd(rij: Mapping[str, Any]) -> dict[str, Any]:
    velden = dict(rij)
    if "eenheid" in velden:
        velden["eenheid"] = Eenheid(velden["eenheid"].upper())
    velden["bron_soort"] = BronSoort(velden["bron_soort"].upper())
    velden["bewijs"] = geldig_merk(velden["bewijs"])
    return velden


def gedateerd(rij: Mapping[str, Any]) -> dict[str, Any]:
    """Return the fields of a row of the packaged file with their types, for :class:`Parameter`."""
    velden = _getypeerd(rij)
    velden["geldig_van"] = date.fromisoformat(velden["geldig_van"])
    velden["geldig_tot"] = datum_of_niets(velden.get("geldig_tot", ""))
    velden["gecontroleerd_op"] = datum_of_niets(velden["gecontroleerd_op"])
    return velden


def _zonder_overlap(parameters: tuple[P, ...]) -> tuple[P, ...]:
    for eerste in parameters:
        if eerste.geldig_tot is not None and eerste.geldig_tot < eerste.geldig_van:
            raise ToegangFout(f"In {_BESTAND} eindigt '{eerste.sleutel}' voor zij begint.")
        for tweede in parameters:
            anders = tweede is not eerste and tweede.sleutel == eerste.sleutel
            if anders and tweede.geldt_op(eerste.geldig_van):
                raise ToegangFout(f"In {_BESTAND} gelden twee waarden van '{eerste.sleutel}' op dezelfde dag.")
    return parameters
