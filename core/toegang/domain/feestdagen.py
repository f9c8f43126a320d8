"""Holidays and equated days of the Algemene termijnenwet, art. 3 (L-42, L-43).

The days of lid 1 and Goede Vrijdag (lid 2) are computed; the days named by royal decree (lid 3)
come from ``data/feestdagen.csv``. Local closing days (carnaval) do not count.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from types import MappingProxyType

from toegang.domain.gegevens import geldig_merk, lees_csv
from toegang.domain.ingebouwd import ingebouwd
from toegang.errors import ToegangFout

EERSTE_JAAR = 2014
"""Before 2014 another day was celebrated than 27 April; we do not reckon further back."""

_ZATERDAG = 5
_ZONDAG = 6
_WEEKEND = "Algemene termijnenwet art. 1 lid 1"
_LID_1 = "Algemene termijnenwet art. 3 lid 1"
_LID_2 = "Algemene termijnenwet art. 3 lid 2"
_LID_3 = "Algemene termijnenwet art. 3 lid 3"


@dataclass(frozen=True, slots=True)
class GelijkgesteldeDag:
    """A day that a royal decree equates with a holiday (art. 3 lid 3).

    Args:
        datum: the day.
        van_jaar: first calendar year that the decree covers.
        tot_jaar: last calendar year that the decree covers.
        besluit: the decree.
        bron: where it was read.
        bewijs: evidence mark; ``V2`` = not read in the decree itself.
    """

    datum: date
    van_jaar: int
    tot_jaar: int
    besluit: str
    bron: str
    bewijs: str


@dataclass(frozen=True, slots=True)
class VrijeDag:
    """Why a day is a Saturday, Sunday or holiday.

    Args:
        omschrijving: Dutch name, e.g. ``tweede Paasdag``.
        artikel: the provision that makes it a free day.
        bewijs: evidence mark of the source.
    """

    omschrijving: str
    artikel: str
    bewijs: str = "V"

    @property
    def is_weekend(self) -> bool:
        """Whether it is free only because it is a Saturday or Sunday."""
        return self.artikel == _WEEKEND


def is_vrije_dag(dag: date) -> bool:
    """Tell whether a term of law cannot end on this day (L-40).

    Args:
        dag: the day.

    Returns:
        True for a Saturday, a Sunday, a holiday or a day equated with one.

    Raises:
        ToegangFout: the day lies before 2014.
    """
    return reden_vrij(dag) is not None


def reden_vrij(dag: date) -> VrijeDag | None:
    """Return why a day is free, or ``None`` for an ordinary day. A holiday goes before the weekend.

    Args:
        dag: the day.

    Returns:
        The reason with its article.

    Raises:
        ToegangFout: the day lies before 2014.
    """
    feestdag = _feestdagen(dag.year).get(dag)
    if feestdag is not None:
        return feestdag
    if dag.weekday() == _ZATERDAG:
        return VrijeDag("zaterdag", _WEEKEND)
    if dag.weekday() == _ZONDAG:
        return VrijeDag("zondag", _WEEKEND)
    return None


def feestdagen(jaar: int) -> Mapping[date, str]:
    """Return the holidays of a year and the days equated with them, in order (L-42, L-43).

    Args:
        jaar: calendar year, 2014 or later.

    Returns:
        Dutch name by date. Weekends are not in it, except a holiday that falls on one.

    Raises:
        ToegangFout: the year lies before 2014.
    """
    return MappingProxyType({dag: vrij.omschrijving for dag, vrij in _feestdagen(jaar).items()})


def eerste_paasdag(jaar: int) -> date:
    """Return Easter Sunday in the Gregorian calendar (Oudin's algorithm, 1940).

    Args:
        jaar: calendar year.

    Returns:
        The date.
    """
    gulden, eeuw = jaar % 19, jaar // 100
    epacta = (eeuw - eeuw // 4 - (8 * eeuw + 13) // 25 + 19 * gulden + 15) % 30
    volle_maan = epacta - (epacta // 28) * (1 - (29 // (epacta + 1)) * ((21 - gulden) // 11))
    weekdag = (jaar + jaar // 4 + volle_maan + 2 - eeuw + eeuw // 4) % 7
    verschil = volle_maan - weekdag
    maand = 3 + (verschil + 40) // 44
    return date(jaar, maand, verschil + 28 - 31 * (maand // 4))


def gelijkstelling_bekend(jaar: int) -> bool:
    """Tell whether we know which days of a year were equated by decree.

    Args:
        jaar: calendar year.

    Returns:
        False for a year that no decree in our table covers: 2020 and 2021, and years to come.
    """
    return any(dag.van_jaar <= jaar <= dag.tot_jaar for dag in gelijkgestelde_dagen())


@cache
def gelijkgestelde_dagen() -> tuple[GelijkgesteldeDag, ...]:
    """Return all equated days in our table (L-43).

    Returns:
        The days in order of date.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return lees_csv("feestdagen.csv", _gelijkgestelde_dag)


def _gelijkgestelde_dag(rij: Mapping[str, str]) -> GelijkgesteldeDag:
    datum = date.fromisoformat(rij["datum"])
    van_jaar, tot_jaar = (int(jaar) for jaar in rij["jaren"].split("-"))
    if not van_jaar <= datum.year <= tot_jaar:
        raise ValueError("de dag ligt buiten de jaren van het besluit")
    if not rij["bron"] or not rij["besluit"]:
        raise ValueError("besluit of bron ontbreekt")
    return GelijkgesteldeDag(datum, van_jaar, tot_jaar, rij["besluit"], rij["bron"], geldig_merk(rij["bewijs"]))


@ingebouwd(
    "L-42",
    "De feestdagen van de wet tellen mee, ook 5 mei en Goede Vrijdag.",
    anders=lambda jaar: MappingProxyType(dict(_besluitdagen(jaar))),
)
def _feestdagen(jaar: int) -> Mapping[date, VrijeDag]:
    return _vrije_dagen(jaar, met_vijf_mei=_vijfde_mei_telt(jaar))


@ingebouwd(
    "L-47",
    "De vijfde mei komt elk jaar uit onze eigen tabel, niet een keer per vijf jaar uit een bibliotheek.",
    anders=lambda jaar: jaar % 5 == 0,
)
def _vijfde_mei_telt(jaar: int) -> bool:  # noqa: ARG001  the answer of the law does not depend on the year
    return True


@cache
def _vrije_dagen(jaar: int, *, met_vijf_mei: bool) -> Mapping[date, VrijeDag]:
    if jaar < EERSTE_JAAR:
        raise ToegangFout(
            f"Feestdagen van {jaar} zijn niet opgenomen; Toegang rekent vanaf {EERSTE_JAAR}.",
            vervolg="Bereken deze termijn met de hand.",
        )
    dagen: dict[date, VrijeDag] = {}
    for datum, vrij in (*_berekende_dagen(jaar, met_vijf_mei=met_vijf_mei), *_besluitdagen(jaar)):
        eerder = dagen.get(datum)
        dagen[datum] = vrij if eerder is None else _beide(eerder, vrij)
    return MappingProxyType(dict(sorted(dagen.items())))


def _beide(eerste: VrijeDag, tweede: VrijeDag) -> VrijeDag:
    return VrijeDag(f"{eerste.omschrijving} en {tweede.omschrijving}", eerste.artikel, eerste.bewijs)


def _berekende_dagen(jaar: int, *, met_vijf_mei: bool) -> tuple[tuple[date, VrijeDag], ...]:
    pasen = eerste_paasdag(jaar)
    koningsdag = date(jaar, 4, 27)
    if koningsdag.weekday() == _ZONDAG:
        koningsdag = date(jaar, 4, 26)
    lid_1 = (
        (date(jaar, 1, 1), "Nieuwjaarsdag"),
        (pasen + timedelta(days=1), "tweede Paasdag"),
        (koningsdag, "Koningsdag"),
        *(((date(jaar, 5, 5), "vijfde mei"),) if met_vijf_mei else ()),
        (pasen + timedelta(days=39), "Hemelvaartsdag"),
        (pasen + timedelta(days=50), "tweede Pinksterdag"),
        (date(jaar, 12, 25), "eerste Kerstdag"),
        (date(jaar, 12, 26), "tweede Kerstdag"),
    )
    goede_vrijdag = (pasen - timedelta(days=2), VrijeDag("Goede Vrijdag", _LID_2))
    return (*((datum, VrijeDag(naam, _LID_1)) for datum, naam in lid_1), goede_vrijdag)


def _besluitdagen(jaar: int) -> tuple[tuple[date, VrijeDag], ...]:
    return tuple(
        (dag.datum, VrijeDag("gelijkgesteld met een feestdag", f"{_LID_3}, {dag.besluit}", dag.bewijs))
        for dag in gelijkgestelde_dagen()
        if dag.datum.year == jaar
    )
