"""Retention of a closed zaak: the selectielijst beside the special act (L-150, L-151, L-152).

Years are calendar years; the Algemene termijnenwet does not apply (L-44). Core computes the
dates and says where they disagree; an archivist decides, nothing here destroys anything (L-153).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum
from functools import cache

from toegang.domain.archiefwet import BESTAANSDUUR, NIHIL, afleidingswijze, overbrengen_voor
from toegang.domain.datums import datum_voluit, plus_jaren, plus_maanden
from toegang.domain.gegevens import lees_csv
from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.termijnen import Eenheid, Stap, einde, termijnparameter
from toegang.errors import Invoerfout

_DUUR = re.compile(r"P(?P<aantal>[1-9]\d*)(?P<eenheid>[YMD])")
_EENHEDEN = {"Y": Eenheid.JAREN, "M": Eenheid.MAANDEN, "D": Eenheid.DAGEN}
_BIJZONDERE_TERMIJN = {"WMO": "wmo.bewaren", "JEUGDWET": "jeugd.bewaren"}
_WETTEN = frozenset({"WMO", "JEUGDWET", "PARTICIPATIEWET", "WGS", "GPK", "LLV"})
_LOOPT_NOG = "De bewaartermijn begint pas als de voorziening eindigt; die einddatum is nog niet bekend."
_KIES = "De selectielijst is korter dan de wet: de archivaris van de gemeente kiest welke termijn geldt (L-152)."


class Waardering(StrEnum):
    """What happens to the records in the end."""

    VERNIETIGEN = "VERNIETIGEN"
    BLIJVEND_BEWAREN = "BLIJVEND_BEWAREN"


class Bewaarkeuze(StrEnum):
    """What the archivist follows where the selectielijst is shorter than the act (L-152)."""

    SELECTIELIJST = "SELECTIELIJST"
    BIJZONDERE_WET = "BIJZONDERE_WET"


_KEUZEWOORD = {Bewaarkeuze.SELECTIELIJST: "de selectielijst", Bewaarkeuze.BIJZONDERE_WET: "de bijzondere wet"}


@dataclass(frozen=True, slots=True)
class Resultaat:
    """A result of the selectielijst.

    Args:
        volledig_nummer: e.g. ``8.1.1``.
        procestype: name of the process type.
        naam: generic name, e.g. ``Verstrekt``.
        omschrijving: specific name; empty for the generic result.
        waardering: destroy or keep for ever.
        procestermijn: ``nihil``, ``bestaansduur_procesobject`` or empty.
        bewaartermijn: ISO 8601 duration such as ``P15Y``; empty when kept for ever.
        voorstel: the list has no result of its own for this zaak; the archivist chooses.
        opmerking: why it is a proposal.
    """

    volledig_nummer: str
    procestype: str
    naam: str
    omschrijving: str
    waardering: Waardering
    procestermijn: str
    bewaartermijn: str
    voorstel: bool = False
    opmerking: str = ""

    @property
    def afleidingswijze(self) -> str:
        """How ZGW derives the start of the retention (L-155); empty when it does not run."""
        return afleidingswijze(self.procestermijn)


@dataclass(frozen=True, slots=True)
class Archieftermijn:
    """When the records of a zaak come up for destruction, with the whole sum.

    Args:
        resultaat: the result that was applied.
        archiefactiedatum: start of the retention plus its length, as ZGW counts; ``None`` when
            kept for ever, or while the provision still runs.
        stappen: the sum, in order, with sources.
        verschil: selectielijst and act give different days; the archivist should see it (L-151).
        geblokkeerd: nothing may be destroyed until something is known or chosen.
        reden_blokkade: what, in Dutch; empty when not blocked.
    """

    resultaat: Resultaat
    archiefactiedatum: date | None
    stappen: tuple[Stap, ...]
    verschil: bool = False
    geblokkeerd: bool = False
    reden_blokkade: str = ""


@cache
def resultaten() -> Mapping[str, Resultaat]:
    """Return the results of the selectielijst that we use, by number.

    Raises:
        ToegangFout: the packaged table is unusable.
    """
    return {resultaat.volledig_nummer: resultaat for resultaat in lees_csv("selectielijst.csv", _resultaat)}


def toegestane_resultaten(wet: str, uitkomst: str) -> tuple[Resultaat, ...]:
    """Return the results that fit a zaak; the first is what we propose.

    Args:
        wet: ``WMO``, ``JEUGDWET``, ``PARTICIPATIEWET``, ``WGS``, ``GPK`` or ``LLV``.
        uitkomst: ``VERSTREKT``, ``GEWEIGERD``, ``BEEINDIGD``, ``AFGEBROKEN`` or ``BUITEN_BEHANDELING``.

    Returns:
        One or more results. ``voorstel`` is set where the list has none of its own: leerlingenvervoer,
        and ``BUITEN_BEHANDELING`` everywhere (8.2 is proposed: it is a besluit, Awb 4:5, and the
        42 days of 8.4.1 may pass while bezwaar is still open).

    Raises:
        Invoerfout: no such combination.
    """
    gevonden = tuple(resultaat for paar, resultaat in _gebruik() if paar == (wet, uitkomst))
    if not gevonden:
        raise Invoerfout(
            f"Bij wet '{wet}' en uitkomst '{uitkomst}' hoort geen resultaat van de selectielijst.",
            vervolg=f"Kies een wet uit {', '.join(sorted(_WETTEN))}.",
        )
    return gevonden


def archiefactiedatum(
    resultaat: Resultaat,
    *,
    gesloten_op: date,
    einde_voorziening: date | None,
    ontvangen_op: date,
    wet: str,
    laatste_stuk_op: date | None = None,
    keuze: Bewaarkeuze | None = None,
) -> Archieftermijn:
    """Compute when the records of a closed zaak come up for destruction.

    Args:
        resultaat: the result of the zaak.
        gesloten_op: day on which the zaak was closed.
        einde_voorziening: last day of the provision; ``None`` while it runs or when there is none.
        ontvangen_op: day of the first record, the melding or aanvraag.
        wet: see :func:`toegestane_resultaten`.
        laatste_stuk_op: day of the last record or change; ``None`` = the day of closing.
        keuze: what the archivist chose where the act is longer than the list (L-152); it is read
            nowhere else.

    Returns:
        The later of the term of the selectielijst and that of the act, with every step.

    Raises:
        Invoerfout: the days are not in order, or the law is unknown.
    """
    laatste = laatste_stuk_op or gesloten_op
    _controleer(wet, ontvangen_op=ontvangen_op, laatste=laatste, gesloten_op=gesloten_op)
    if resultaat.waardering is Waardering.BLIJVEND_BEWAREN:
        bewaren = Stap("Blijvend bewaren: er wordt niets vernietigd.", gesloten_op, _bron(resultaat))
        dag = overbrengen_voor(gesloten_op)
        overbrengen = Stap(f"Overbrengen naar het archief voor {datum_voluit(dag)}.", dag, "regel L-154")
        return Archieftermijn(resultaat, None, (bewaren, overbrengen))
    begin = einde_voorziening if resultaat.procestermijn == BESTAANSDUUR else gesloten_op
    if begin is None:
        stap = Stap(_LOOPT_NOG, gesloten_op, _bron(resultaat))
        return Archieftermijn(resultaat, None, (stap,), geblokkeerd=True, reden_blokkade=_LOOPT_NOG)
    lijst, stappen = _volgens_lijst(resultaat, begin)
    sleutel = _BIJZONDERE_TERMIJN.get(wet)
    if sleutel is None:
        return Archieftermijn(resultaat, lijst, stappen)
    return _naast_de_wet(Archieftermijn(resultaat, lijst, stappen), sleutel, ontvangen_op, laatste, keuze)


@ingebouwd("L-151", "De latere van selectielijst en wet geldt.", anders=lambda lijst, *_: lijst)
def _naast_de_wet(
    volgens_lijst: Archieftermijn, sleutel: str, eerste_stuk: date, laatste_stuk: date, keuze: Bewaarkeuze | None
) -> Archieftermijn:
    lijst = volgens_lijst.archiefactiedatum or laatste_stuk
    termijn = termijnparameter(sleutel, laatste_stuk).termijn()
    eerste, wet = einde(eerste_stuk, termijn).einde, einde(laatste_stuk, termijn).einde
    stappen = [
        *volgens_lijst.stappen,
        Stap(f"Volgens de wet {termijn} na het eerste stuk ({datum_voluit(eerste_stuk)}).", eerste, termijn.bron),
        Stap(f"Volgens de wet {termijn} na het laatste stuk ({datum_voluit(laatste_stuk)}).", wet, termijn.bron),
    ]
    open_keuze = _kiest_archivaris(volgens_lijst.resultaat, termijn.aantal) and lijst < wet
    datum = max(lijst, wet)
    if open_keuze and keuze is Bewaarkeuze.SELECTIELIJST:
        datum = lijst
    geblokkeerd = open_keuze and keuze is None
    waarom = "De latere van de twee geldt"
    if open_keuze:
        waarom = (
            f"De archivaris koos {_KEUZEWOORD[keuze]}" if keuze else "Zolang niemand kiest, geldt de latere van de twee"
        )
    stappen.append(Stap(f"{waarom}: {datum_voluit(datum)}.", datum, "regel L-152" if open_keuze else "regel L-151"))
    return replace(
        volgens_lijst,
        archiefactiedatum=datum,
        stappen=tuple(stappen),
        verschil=len({lijst, eerste, wet}) > 1,
        geblokkeerd=geblokkeerd,
        reden_blokkade=_KIES if geblokkeerd else "",
    )


def _volgens_lijst(resultaat: Resultaat, begin: date) -> tuple[date, tuple[Stap, ...]]:
    vanaf = "het einde van de voorziening" if resultaat.procestermijn == BESTAANSDUUR else "het sluiten van de zaak"
    datum = _na_duur(begin, resultaat.bewaartermijn)
    return datum, (
        Stap(f"De bewaartermijn begint bij {vanaf}: {datum_voluit(begin)}.", begin, _bron(resultaat)),
        Stap(
            f"De bewaartermijn is {_in_woorden(resultaat.bewaartermijn)}: {datum_voluit(datum)}.",
            datum,
            _bron(resultaat),
        ),
    )


@ingebouwd("L-152", "Is de lijst korter dan de wet, dan kiest de archivaris.", anders=lambda _resultaat, _jaren: False)
def _kiest_archivaris(resultaat: Resultaat, jaren: int) -> bool:
    ijkdag = date(2000, 1, 1)
    return _na_duur(ijkdag, resultaat.bewaartermijn) < plus_jaren(ijkdag, jaren)


def _na_duur(begin: date, duur: str) -> date:
    aantal, eenheid = _ontleed(duur)
    if eenheid is Eenheid.DAGEN:
        return begin + timedelta(days=aantal)
    return plus_jaren(begin, aantal) if eenheid is Eenheid.JAREN else plus_maanden(begin, aantal)


def _in_woorden(duur: str) -> str:
    aantal, eenheid = _ontleed(duur)
    return eenheid.met_aantal(aantal)


def _ontleed(duur: str) -> tuple[int, Eenheid]:
    gevonden = _DUUR.fullmatch(duur)
    if gevonden is None:
        raise ValueError(f"bewaartermijn '{duur}' heeft niet de vorm P15Y, P6M of P42D")
    return int(gevonden["aantal"]), _EENHEDEN[gevonden["eenheid"]]


def _controleer(wet: str, *, ontvangen_op: date, laatste: date, gesloten_op: date) -> None:
    if wet not in _WETTEN:
        raise Invoerfout(f"De wet '{wet}' is onbekend.", vervolg=f"Kies uit {', '.join(sorted(_WETTEN))}.")
    if not ontvangen_op <= laatste <= gesloten_op:
        raise Invoerfout(
            "De datums van de zaak staan niet op volgorde: eerst ontvangen, dan het laatste stuk, dan gesloten.",
            vervolg="Controleer de datums van de zaak.",
        )


def _bron(resultaat: Resultaat) -> str:
    return f"Selectielijst gemeenten 2020, resultaat {resultaat.volledig_nummer}"


@cache
def _gebruik() -> tuple[tuple[tuple[str, str], Resultaat], ...]:
    return lees_csv("selectielijst_gebruik.csv", _gebruiksregel)


def _gebruiksregel(rij: Mapping[str, str]) -> tuple[tuple[str, str], Resultaat]:
    voorstel = {"ja": True, "nee": False}[rij["voorstel"]]
    resultaat = replace(resultaten()[rij["volledig_nummer"]], voorstel=voorstel, opmerking=rij["opmerking"])
    return (rij["wet"], rij["uitkomst"]), resultaat


def _resultaat(rij: Mapping[str, str]) -> Resultaat:
    waardering = Waardering(rij["waardering"].upper())
    if waardering is Waardering.VERNIETIGEN:
        _na_duur(date(2000, 1, 1), rij["bewaartermijn"])
        if rij["procestermijn"] not in (NIHIL, BESTAANSDUUR):
            raise ValueError(f"procestermijn '{rij['procestermijn']}' kennen wij niet")
    return Resultaat(
        rij["volledig_nummer"],
        rij["procestype"],
        rij["naam"],
        rij["omschrijving"],
        waardering,
        rij["procestermijn"],
        rij["bewaartermijn"],
    )
