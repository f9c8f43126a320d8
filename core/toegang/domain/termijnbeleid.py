"""Which term holds: the one that the gemeente set, the one of the act, or the reasonable one (L-7, L-45)."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field, replace
from datetime import date

from toegang.domain.bewijs import met_merk
from toegang.domain.schakels import REDELIJKE_TERMIJN
from toegang.domain.termijnparameters import (
    EigenTermijn,
    Termijn,
    Termijnparameter,
    eigen_termijnen,
    termijn_van_gemeente,
    termijnparameter,
    termijnparameters,
)
from toegang.errors import ToegangFout

MET_ATW = ".atw"
"""Behind the key of a setting: the verordening declares the Algemene termijnenwet applicable (L-45)."""


@dataclass(frozen=True)
class Termijnbeleid:
    """What a gemeente adds to the law.

    Args:
        eigen: terms it set itself, by key in ``termijnen.toml``.
        bevestigd: rules of law that a jurist of it confirmed.
    """

    eigen: Mapping[str, Termijn] = field(default_factory=dict)
    bevestigd: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Geldendetermijn:
    """The term that holds for a key on a day.

    Args:
        sleutel: the key that was asked for.
        omschrijving: what must be done, in Dutch.
        regel: rule id.
        bewijs: evidence mark.
        termijn: the term, its source marked where it must still be checked; ``None`` when there is no number.
        redelijk: it is the reasonable term of Awb 4:13, that Awb 4:14 lid 3 can make longer.
        leeftijd_onder: it holds only for who is younger.
        toelichting: what a reader should know of it, in Dutch.
    """

    sleutel: str
    omschrijving: str
    regel: str
    bewijs: str
    termijn: Termijn | None
    redelijk: bool = False
    leeftijd_onder: int | None = None
    toelichting: str = ""


def termijnbeleid(antwoorden: Mapping[str, str], bevestigd: Collection[str] = ()) -> Termijnbeleid:
    """Read the terms that a gemeente sets itself out of its answers.

    Args:
        antwoorden: answers by key; other keys are not looked at.
        bevestigd: rules that a jurist confirmed.

    Raises:
        ToegangFout: an answer is no whole number, or above the maximum of the law; names the key.
    """
    eigen = {}
    for rij in eigen_termijnen():
        tekst = antwoorden.get(rij.instelling, "").strip()
        if not tekst:
            continue
        if not (tekst.isascii() and tekst.isdigit()):
            raise ToegangFout(
                f"De instelling '{rij.instelling}' is geen heel getal ({rij.eenheid.lower()}).",
                vervolg="Verbeter haar bij de instellingen van de gemeente.",
            )
        met_atw = antwoorden.get(rij.instelling + MET_ATW, "").strip().lower() == "ja"
        eigen[rij.sleutel] = termijn_van_gemeente(rij.sleutel, int(tekst), atw=True if met_atw else None)
    return Termijnbeleid(eigen, frozenset(bevestigd))


def geldende_termijn(sleutel: str, peildatum: date, beleid: Termijnbeleid) -> Geldendetermijn | None:
    """Return the term that holds for a key; what a gemeente set goes before the act.

    Args:
        sleutel: key in ``termijnen.toml``.
        peildatum: the day of the event.
        beleid: what the gemeente adds.

    Returns:
        The term; ``None`` when there is no such row in the data.

    Raises:
        ToegangFout: no value is in force on that day.
    """
    eigen = next((rij for rij in eigen_termijnen() if rij.sleutel == sleutel), None)
    if eigen is not None and sleutel in beleid.eigen:
        return _van_gemeente(eigen, beleid.eigen[sleutel], beleid)
    if any(rij.sleutel == sleutel for rij in termijnparameters()):
        rij = termijnparameter(sleutel, peildatum)
        return _van_wet(rij, beleid)
    return None if eigen is None else _zonder_getal(eigen, peildatum, beleid)


def _van_wet(rij: Termijnparameter, beleid: Termijnbeleid) -> Geldendetermijn:
    termijn = rij.termijn()
    termijn = replace(termijn, bron=met_merk(termijn.bron, rij.bewijs, rij.regel, beleid.bevestigd))
    return Geldendetermijn(
        rij.sleutel, rij.omschrijving, rij.regel, rij.bewijs, termijn, rij.redelijk, rij.leeftijd_onder
    )


def _van_gemeente(eigen: EigenTermijn, termijn: Termijn, beleid: Termijnbeleid) -> Geldendetermijn:
    termijn = replace(termijn, bron=met_merk(termijn.bron, eigen.bewijs, eigen.regel, beleid.bevestigd))
    return Geldendetermijn(eigen.sleutel, eigen.omschrijving, eigen.regel, eigen.bewijs, termijn)


def _zonder_getal(eigen: EigenTermijn, peildatum: date, beleid: Termijnbeleid) -> Geldendetermijn:
    """Return what holds while the gemeente has not said: for a decision the reasonable term (L-7)."""
    wet = termijnparameter(REDELIJKE_TERMIJN, peildatum)
    open_ = f"De gemeente heeft haar eigen termijn ({eigen.bron}) nog niet ingevuld bij '{eigen.instelling}'"
    kaal = Geldendetermijn(eigen.sleutel, eigen.omschrijving, eigen.regel, eigen.bewijs, None)
    if eigen.vanaf != wet.vanaf:
        return replace(kaal, toelichting=f"{open_}.")
    termijn = replace(wet.termijn(), bron=met_merk(wet.bron, wet.bewijs, wet.regel, beleid.bevestigd))
    tekst = f"{open_}; tot dan rekenen wij met de redelijke termijn van {wet.waarde} weken ({wet.bron})."
    return replace(kaal, bewijs=wet.bewijs, termijn=termijn, redelijk=True, toelichting=tekst)
