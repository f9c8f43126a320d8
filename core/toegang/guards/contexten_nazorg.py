"""What the moments after the decision are judged on."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from toegang.domain.aanbieder import Aanbieder, Kwaliteitstoets
from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.besluit import Behandelaar, Besluit, Voorziening
from toegang.domain.bezwaar import Bezwaar, Bezwaaruitkomst, Horen, NietOntvankelijk
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.levering import Factuur, Levering, Leveringscontrole
from toegang.domain.mandaat import Mandaat
from toegang.domain.monitoring import Monitoruitkomst
from toegang.domain.zaak import Zaak


@dataclass(frozen=True)
class ToewijzingToets:
    """A delivery that is about to be assigned to a provider.

    Args:
        op: day of the assignment.
        bij_gezin: other running deliveries of that provider to the same household.
    """

    levering: Levering
    aanbieder: Aanbieder
    op: date
    beeld: Gemeentebeeld
    bij_gezin: tuple[Levering, ...] = ()


@dataclass(frozen=True)
class LeveringToets:
    """A check of a delivery that somebody records."""

    levering: Levering
    controle: Leveringscontrole
    door: Behandelaar
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class FactuurToets:
    """An invoice that somebody approves or sends back."""

    levering: Levering
    factuur: Factuur
    door: Behandelaar
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class KwaliteitToets:
    """A quality check of a provider that somebody records."""

    aanbieder: Aanbieder
    toets: Kwaliteitstoets
    door: Behandelaar
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class MonitoringToets:
    """How it goes, as somebody records it.

    Args:
        knelpunt: a bottleneck is raised with it, for somebody to solve.
    """

    zaak: Zaak
    uitkomst: Monitoruitkomst
    door: Behandelaar
    knelpunt: bool
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class HerindicatieToets:
    """A provision that was granted, and when the gemeente looks again.

    Args:
        heronderzoek_op: the day; ``None`` = not planned.
    """

    zaak: Zaak
    voorziening: Voorziening
    heronderzoek_op: date | None
    beeld: Gemeentebeeld


@dataclass(frozen=True)
class BezwaarbesluitToets:
    """A decision on an objection that somebody is about to take.

    Args:
        bezwaar: the objection as it is.
        besluit: the besluit it is against; ``None`` when there never was one.
        uitkomst: what is decided.
        niet_ontvankelijk: why it is not looked into.
        horen_afgezien: why nobody was heard.
        beslist_door: who decides.
        voorbereid: medewerker ids of who worked on the besluit.
        eigenaar: functie that owns objections here; empty while the gemeente has not said which.
        bezwaar_tot: last day of the term.
        op: day of the decision.
        mandaat: entry of the register by which it is decided, or ``None``.
        waarom_niet: why there is no entry.
        te_vroeg: it came before its term began.
        door_orgaan: the bestuursorgaan decides itself, so nobody does by mandate.
        ondergeschikt: kind of employer of who is subordinate to the bestuursorgaan.
    """

    bezwaar: Bezwaar
    besluit: Besluit | None
    uitkomst: Bezwaaruitkomst
    niet_ontvankelijk: NietOntvankelijk | None
    horen_afgezien: Horen | None
    beslist_door: Behandelaar
    voorbereid: frozenset[str]
    eigenaar: str
    bezwaar_tot: date | None
    op: date
    beeld: Gemeentebeeld
    mandaat: Mandaat | None = None
    waarom_niet: str = ""
    te_vroeg: bool = False
    door_orgaan: bool = False
    ondergeschikt: Werkgeversoort = Werkgeversoort.GEMEENTE


@dataclass(frozen=True)
class Intervisietelling:
    """How often intervisie was recorded in a period.

    Args:
        onderling: among people of one employer.
        extern: with somebody of another employer.
    """

    onderling: int
    extern: int


@dataclass(frozen=True)
class RapportToets:
    """What the gemeente must be able to tell on a day.

    Args:
        op: the day.
        onderzoek_over: the year of which the experience of clients must be known by then.
        onderzoek_voor: the day before which that was to be published.
        gepubliceerd_op: the day on which it was; ``None`` = not yet.
        zonder_gesprek: zaaknummers of schuldhulp with a result, but without a first conversation.
        intervisie: what was recorded of intervisie in the period; ``None`` = not asked.
    """

    op: date
    onderzoek_over: int
    onderzoek_voor: date
    gepubliceerd_op: date | None
    beeld: Gemeentebeeld
    zonder_gesprek: tuple[str, ...] = field(default=())
    intervisie: Intervisietelling | None = None
