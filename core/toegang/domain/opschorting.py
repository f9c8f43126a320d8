"""What makes a term stand still or end later: opschorting and verdaging (L-8, L-9, L-30, L-120).

The grounds and kinds are data (``data/termijnen.toml``); here is what one of them says and how many
days it takes. Several may overlap: a day counts once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum
from functools import cache
from typing import Any, Literal

from pydantic import Field, model_validator

from toegang.domain.gegevens import lees_toml
from toegang.domain.termijnparameters import Parameter, gedateerd
from toegang.domain.waarde import Waarde
from toegang.errors import Invoerfout, ToegangFout

_BESTAND = "termijnen.toml"
_EEN_DAG = timedelta(days=1)


class Onderwerp(StrEnum):
    """What has to be decided on."""

    AANVRAAG = "AANVRAAG"
    BEZWAAR = "BEZWAAR"


class Grond(StrEnum):
    """Grounds on which a term stands still."""

    AANVULLING = "AANVULLING"
    INSTEMMING = "INSTEMMING"
    AANVRAGER = "AANVRAGER"
    OVERMACHT = "OVERMACHT"
    VERZUIM = "VERZUIM"


class Wijze(StrEnum):
    """Kinds of adjournment."""

    MEDEDELING = "MEDEDELING"
    REDELIJKE_TERMIJN = "REDELIJKE_TERMIJN"
    VERLENGING = "VERLENGING"
    BEZWAAR = "BEZWAAR"


@dataclass(frozen=True, slots=True, kw_only=True)
class Opschortingsgrond(Parameter):
    """A ground in force during a period.

    Args:
        grond: which.
        over: the subject of the term.
        dag_erna: it begins on the day after the request to the applicant.
        vaste_duur: all agreed days count, those to come included.
        uiterlijk: it has a last day of its own.
        melden_bij_begin: the applicant must be told that the term stands still.
        melden_bij_einde: the applicant must be told that it runs again.
    """

    grond: Grond
    over: Onderwerp
    dag_erna: bool
    vaste_duur: bool
    uiterlijk: bool
    melden_bij_begin: bool
    melden_bij_einde: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdagingsregel(Parameter):
    """A kind of adjournment in force during a period.

    Args:
        soort: which.
        over: the subject of the term.
        verschuift: the term ends later; else it is a notice only.
        maal: how often it may be done.
        ten_hoogste: key of the term within which it stays; empty when the law names none.
    """

    soort: Wijze
    over: Onderwerp
    verschuift: bool
    maal: int
    ten_hoogste: str = ""


class Opschorting(Waarde):
    """A period in which the term stands still.

    Args:
        grond: why.
        over: which term.
        van: first day that does not count.
        uiterlijk: last day it can have by itself: the end of the hersteltermijn or of the agreed delay.
        tot: the day from which the term runs again; ``None`` while that is not known.
        medegedeeld_op: day on which the applicant was told; ``None`` = not yet.
        einde_medegedeeld_op: day on which the applicant was told that it runs again.
        ingetrokken_op: taken back: it never counted.
        ontbreekt: what the applicant was asked to add, one by one (Awb 4:5).
        reden: why the term stands still, as the applicant reads it.
        wacht_op_brief: the request is in a letter that was not sent yet; until then nothing stands still.
    """

    soort: Literal["OPSCHORTING"] = "OPSCHORTING"
    grond: Grond
    over: Onderwerp = Onderwerp.AANVRAAG
    van: date
    uiterlijk: date | None = None
    tot: date | None = None
    medegedeeld_op: date | None = None
    einde_medegedeeld_op: date | None = None
    ingetrokken_op: date | None = None
    ontbreekt: tuple[str, ...] = ()
    reden: str = ""
    wacht_op_brief: bool = False

    @model_validator(mode="after")
    def _op_volgorde(self) -> Opschorting:
        if self.tot is not None and self.tot < self.van:
            raise ValueError("de opschorting eindigt voor zij begint")
        if self.uiterlijk is not None and self.uiterlijk < self.van:
            raise ValueError("de uiterste dag ligt voor het begin van de opschorting")
        return self

    @property
    def regel(self) -> Opschortingsgrond:
        """The ground as the law has it on the first day."""
        return opschortingsgrond(self.grond, self.over, self.van)

    def eindigt_voor(self, op: date) -> date:
        """Return the first day after it, as far as is known on a day.

        Args:
            op: the day on which is looked; one that may end any day counts up to and including it.
        """
        einden = [] if self.tot is None else [self.tot]
        if self.uiterlijk is not None:
            einden.append(self.uiterlijk + _EEN_DAG)
        if self.tot is None and not self.regel.vaste_duur:
            einden.append(max(self.van, op + _EEN_DAG))
        return min(einden)

    def loopt_op(self, op: date) -> bool:
        """Tell whether the term stands still on a day."""
        return self.telt and self.van <= op < self.eindigt_voor(op)

    @property
    def telt(self) -> bool:
        """Tell whether its days count: it was not taken back, and its request was sent."""
        return self.ingetrokken_op is None and not self.wacht_op_brief

    def is_open(self, op: date) -> bool:
        """Tell whether nobody ended it yet, and it did not end by itself before a day."""
        voorbij = self.uiterlijk is not None and self.uiterlijk < op
        return self.ingetrokken_op is None and self.tot is None and not voorbij


class Verdaging(Waarde):
    """A notice that the decision comes later.

    Args:
        wijze: on which rule it rests.
        over: which term.
        weken: how much later.
        medegedeeld_op: day on which the applicant was told, or is to be.
        ingetrokken_op: taken back: it never counted.
        reden: why the decision takes longer, as the applicant reads it.
        wacht_op_brief: the notice is in a letter that was not sent yet; until then no day moves.
    """

    soort: Literal["VERDAGING"] = "VERDAGING"
    wijze: Wijze
    over: Onderwerp = Onderwerp.AANVRAAG
    weken: int = Field(ge=1, le=52)
    medegedeeld_op: date
    ingetrokken_op: date | None = None
    reden: str = ""
    wacht_op_brief: bool = False

    @property
    def telt(self) -> bool:
        """Tell whether it moves the term: it was not taken back, its notice was sent, and its kind does."""
        return self.ingetrokken_op is None and not self.wacht_op_brief and self.regel.verschuift

    @property
    def regel(self) -> Verdagingsregel:
        """The kind as the law has it on the day of the notice."""
        return verdagingsregel(self.wijze, self.medegedeeld_op)


@dataclass(frozen=True, slots=True)
class Telling:
    """The days that one opschorting takes, days that another took first left out."""

    opschorting: Opschorting
    van: date
    dagen: int

    @property
    def laatste(self) -> date:
        """Last day that does not count."""
        return self.van + timedelta(days=self.dagen - 1)


def tel_dagen(opschortingen: Iterable[Opschorting], na: date, op: date) -> tuple[Telling, ...]:
    """Count suspended days once each, in order of the calendar.

    Args:
        opschortingen: in any order; those taken back, or of which the letter waits, are left out.
        na: day of the event; what lies on or before it takes nothing.
        op: the day on which is looked.

    Returns:
        One count per opschorting that takes a day.
    """
    geldig = [item for item in opschortingen if item.telt]
    vrij_vanaf, tellingen = na + _EEN_DAG, []
    for item in sorted(geldig, key=lambda een: (een.van, een.eindigt_voor(op), een.grond)):
        begin, einde = max(item.van, vrij_vanaf), item.eindigt_voor(op)
        if einde > begin:
            tellingen.append(Telling(item, begin, (einde - begin).days))
            vrij_vanaf = einde
    return tuple(tellingen)


def opschortingsgrond(grond: Grond, over: Onderwerp, peildatum: date) -> Opschortingsgrond:
    """Return a ground as it is in force on a day.

    Raises:
        Invoerfout: the law has no such ground for this subject on that day.
    """
    for rij in opschortingsgronden():
        if rij.grond is grond and rij.over is over and rij.geldt_op(peildatum):
            return rij
    bekend = [rij.grond.lower() for rij in opschortingsgronden() if rij.over is over and rij.geldt_op(peildatum)]
    raise Invoerfout(
        f"De grond '{grond.lower()}' bestaat niet voor een {over.lower()}.",
        vervolg=f"Kies uit: {', '.join(bekend)}.",
    )


def verdagingsregel(wijze: Wijze, peildatum: date) -> Verdagingsregel:
    """Return a kind of adjournment as it is in force on a day.

    Raises:
        ToegangFout: there is none on that day.
    """
    for rij in verdagingsregels():
        if rij.soort is wijze and rij.geldt_op(peildatum):
            return rij
    raise ToegangFout(f"Verdagen ({wijze.lower()}) kon op {peildatum.isoformat()} niet.", vervolg="Controleer de dag.")


@cache
def opschortingsgronden() -> tuple[Opschortingsgrond, ...]:
    """Return all grounds of the packaged file."""
    return lees_toml(_BESTAND, "opschorting", lambda rij: Opschortingsgrond(**_getypeerd(rij, "grond", Grond)))


@cache
def verdagingsregels() -> tuple[Verdagingsregel, ...]:
    """Return all kinds of adjournment of the packaged file."""
    return lees_toml(_BESTAND, "verdaging", lambda rij: Verdagingsregel(**_getypeerd(rij, "soort", Wijze)))


def _getypeerd(rij: Mapping[str, Any], veld: str, lijst: type[StrEnum]) -> dict[str, Any]:
    velden = gedateerd(rij)
    return {**velden, veld: lijst(velden[veld].upper()), "over": Onderwerp(velden["over"].upper())}
