"""The dwangsom for deciding too late: when it begins, what it is by now, and where it stops (L-31).

Awb 4:17 and 4:18. The two weeks of waiting are a term of law like any other; on the days over which
the dwangsom runs the Algemene termijnenwet does not apply. Amounts are looked up for each day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal

from pydantic import Field

from toegang.domain.bewijs import MERK
from toegang.domain.datums import bedrag, dag_voluit
from toegang.domain.opschorting import Onderwerp
from toegang.domain.termijnen import Stap, Termijnberekening, einde
from toegang.domain.termijnparameters import Bedragparameter, bedragparameter, termijnparameter
from toegang.domain.waarde import Waarde

_WACHTTIJD, _LOOPTIJD, _VASTSTELLING = "awb.dwangsom", "awb.dwangsom_looptijd", "awb.dwangsom_vaststelling"
_SCHIJVEN = ("awb.dwangsom_1", "awb.dwangsom_2", "awb.dwangsom_3")
_EEN_DAG = timedelta(days=1)


class Uitzondering(StrEnum):
    """Why no dwangsom is owed (Awb 4:17 lid 6); a person judges it."""

    ONREDELIJK_LAAT = "ONREDELIJK_LAAT"
    GEEN_BELANGHEBBENDE = "GEEN_BELANGHEBBENDE"
    KENNELIJK = "KENNELIJK"

    @property
    def uitleg(self) -> str:
        """Say it in Dutch, of an aanvraag."""
        return self.uitleg_bij(Onderwerp.AANVRAAG)

    def uitleg_bij(self, over: Onderwerp) -> str:
        """Say it in Dutch.

        Args:
            over: the decision that was late.
        """
        bezwaar = over is Onderwerp.BEZWAAR
        return {
            Uitzondering.ONREDELIJK_LAAT: "de ingebrekestelling kwam onredelijk laat",
            Uitzondering.GEEN_BELANGHEBBENDE: f"{'de indiener' if bezwaar else 'de aanvrager'} is geen belanghebbende",
            Uitzondering.KENNELIJK: f"{'het bezwaar' if bezwaar else 'de aanvraag'} is kennelijk niet-ontvankelijk of "
            "kennelijk ongegrond",
        }[self]


class Ingebrekestelling(Waarde):
    """A written notice of default.

    Args:
        over: which decision is late.
        ontvangen_op: day of receipt.
        uitzondering: why no dwangsom is owed all the same; ``None`` when nothing of the kind.
        ingetrokken_op: taken back: it never counted.
    """

    soort: Literal["INGEBREKESTELLING"] = "INGEBREKESTELLING"
    over: Onderwerp = Onderwerp.AANVRAAG
    ontvangen_op: date
    uitzondering: Uitzondering | None = None
    ingetrokken_op: date | None = None


class Dwangsomperiode(Waarde):
    """Days over which the same amount is owed, in euro cents.

    Args:
        van: first day.
        tot: last day.
        dagen: how many days.
        per_dag_centen: amount per day.
    """

    van: date
    tot: date
    dagen: int = Field(ge=1)
    per_dag_centen: int = Field(ge=0)

    @property
    def centen(self) -> int:
        """What is owed over these days."""
        return self.dagen * self.per_dag_centen


class Dwangsombesluit(Waarde):
    """The beschikking that fixes a dwangsom (Awb 4:18), as it was taken.

    Args:
        over: which decision was late.
        ingebrekestelling: id of the record of the notice of default.
        op: day on which it was taken.
        termijn_tot: last day on which the decision was in time.
        ingebreke_op: day of receipt of the notice.
        eerste_dag: first day over which it is owed.
        laatste_dag: last day over which it is owed.
        besloten_op: day on which the decision was made known all the same; ``None`` = never, or not yet.
        perioden: the sum, in order.
        uitzondering: why nothing is owed.
        beslisser: medewerker id of who decided and signs.
        mandaat: entry of the register by which.
        bekendgemaakt_op: day on which the letter was sent.
        bezwaar_tot: last day to object.
        ingetrokken_op: taken back before it was sent.
    """

    soort: Literal["DWANGSOMBESLUIT"] = "DWANGSOMBESLUIT"
    over: Onderwerp = Onderwerp.AANVRAAG
    ingebrekestelling: str
    op: date
    termijn_tot: date
    ingebreke_op: date
    eerste_dag: date
    laatste_dag: date
    besloten_op: date | None = None
    perioden: tuple[Dwangsomperiode, ...] = ()
    uitzondering: Uitzondering | None = None
    beslisser: str
    mandaat: str
    bekendgemaakt_op: date | None = None
    bezwaar_tot: date | None = None
    ingetrokken_op: date | None = None

    @property
    def centen(self) -> int:
        """What is owed in all."""
        return sum(periode.centen for periode in self.perioden)


@dataclass(frozen=True, slots=True)
class Dwangsom:
    """How a dwangsom stands on a day.

    Args:
        wachttijd: the two weeks in which the gemeente can still decide without paying.
        eerste_dag: first day over which it is owed.
        laatste_dag: last day over which it can be owed, or was.
        dagen: days over which it is owed by now.
        centen: what is owed by now.
        maximum_centen: what is owed when nobody decides.
        vaststelling: the term to fix it by beschikking; ``None`` when nothing is owed.
        uitzondering: why nothing is owed.
        stappen: the sum of the amounts, in order; the two terms have their own.
        perioden: the same sum as data.
        loopt: it can still grow.
    """

    wachttijd: Termijnberekening
    eerste_dag: date
    laatste_dag: date
    dagen: int
    centen: int
    maximum_centen: int
    vaststelling: Termijnberekening | None
    uitzondering: Uitzondering | None
    stappen: tuple[Stap, ...]
    perioden: tuple[Dwangsomperiode, ...] = ()
    loopt: bool = False


def dwangsom(
    laatste_dag_termijn: date,
    ingebrekestelling: Ingebrekestelling,
    besluit_op: date | None,
    op: date,
) -> Dwangsom:
    """Compute a dwangsom.

    Args:
        laatste_dag_termijn: last day on which the decision was in time.
        ingebrekestelling: the notice.
        besluit_op: day on which the decision was made known; ``None`` = not yet. Over that day itself
            nothing is owed: the gemeente is no longer in default.
        op: the day up to and including which is counted.

    Returns:
        The dwangsom with its sum.

    Raises:
        ValueError: the notice came before the term was over.
        ToegangFout: no amount is in force on one of the days.
    """
    ontvangen = ingebrekestelling.ontvangen_op
    if ontvangen <= laatste_dag_termijn:
        raise ValueError("de ingebrekestelling kwam voor de termijn voorbij was")
    wachttijd = einde(ontvangen, termijnparameter(_WACHTTIJD, ontvangen).termijn())
    eerste = wachttijd.einde + _EEN_DAG
    looptijd = termijnparameter(_LOOPTIJD, ontvangen)
    slot = einde(wachttijd.einde, looptijd.termijn()).einde
    uitgezonderd = ingebrekestelling.uitzondering
    tot = slot if besluit_op is None else min(slot, besluit_op - _EEN_DAG)
    geteld = 0 if uitgezonderd else max(0, (min(tot, op) - eerste).days + 1)
    te_tellen = 0 if uitgezonderd else max(0, (tot - eerste).days + 1)
    perioden = _per_schijf(eerste, geteld)
    vast = _vaststelling(tot) if te_tellen else None
    return Dwangsom(
        wachttijd=wachttijd,
        eerste_dag=eerste,
        laatste_dag=tot if te_tellen else slot,
        dagen=geteld,
        centen=sum(dagen * rij.centen for rij, _, dagen in perioden),
        maximum_centen=0 if uitgezonderd else sum(n * rij.centen for rij, _, n in _per_schijf(eerste, looptijd.waarde)),
        vaststelling=vast,
        uitzondering=uitgezonderd,
        stappen=(
            *_uitgezonderd(ingebrekestelling, eerste),
            *_eerste_dag(eerste, te_tellen),
            *_bedragen(perioden),
        ),
        perioden=tuple(
            Dwangsomperiode(van=dag, tot=dag + timedelta(days=aantal - 1), dagen=aantal, per_dag_centen=rij.centen)
            for rij, dag, aantal in perioden
        ),
        loopt=not uitgezonderd and besluit_op is None and op < slot,
    )


def _vaststelling(laatste_dag: date) -> Termijnberekening:
    return einde(laatste_dag, termijnparameter(_VASTSTELLING, laatste_dag).termijn())


def _per_schijf(eerste: date, dagen: int) -> list[tuple[Bedragparameter, date, int]]:
    """Return the amounts in order: the row in force, its first day, and over how many days it counts."""
    perioden: list[tuple[Bedragparameter, date, int]] = []
    for nummer in range(1, dagen + 1):
        dag = eerste + timedelta(days=nummer - 1)
        rijen = (bedragparameter(sleutel, dag) for sleutel in _SCHIJVEN)
        rij = next(rij for rij in rijen if rij.van_dag <= nummer <= rij.tot_dag)
        if perioden and perioden[-1][0] == rij:
            perioden[-1] = (rij, perioden[-1][1], perioden[-1][2] + 1)
        else:
            perioden.append((rij, dag, 1))
    return perioden


def _uitgezonderd(aanzegging: Ingebrekestelling, dag: date) -> tuple[Stap, ...]:
    if aanzegging.uitzondering is None:
        return ()
    waarom = aanzegging.uitzondering.uitleg_bij(aanzegging.over)
    return (Stap(f"Er is geen dwangsom verschuldigd: {waarom}.", dag, f"Awb art. 4:17 lid 6{MERK}"),)


def _eerste_dag(eerste: date, te_tellen: int) -> tuple[Stap, ...]:
    if not te_tellen:
        return ()
    tekst = f"De dwangsom loopt vanaf {dag_voluit(eerste)}, als de twee weken voorbij zijn."
    return (Stap(tekst, eerste, "Awb art. 4:17 lid 3"),)


def _bedragen(perioden: list[tuple[Bedragparameter, date, int]]) -> tuple[Stap, ...]:
    stappen = []
    for rij, dag, aantal in perioden:
        laatste = dag + timedelta(days=aantal - 1)
        tekst = (
            f"{aantal} {'dag' if aantal == 1 else 'dagen'} tot en met {dag_voluit(laatste)}: "
            f"{aantal} x {bedrag(rij.centen)} = {bedrag(aantal * rij.centen)}."
        )
        stappen.append(Stap(tekst, laatste, rij.bron))
    return tuple(stappen)
