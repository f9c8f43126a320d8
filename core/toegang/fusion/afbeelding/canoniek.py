"""What every source is turned into: one shape of person, indication and objection."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from toegang.domain.datums import OnvolledigeDatum
from toegang.fusion.lezen.gebrek import Gebrek

OPEN_EINDE = date.max


@dataclass(frozen=True, slots=True)
class Herleiding:
    """Where a value came from (F-20).

    Args:
        veld: field of the new gemeente.
        kolom: columns in the old system.
        bron: the text that stood there.
        doel: what it became.
        regel: id of the conversion rule.
    """

    veld: str
    kolom: str
    bron: str = field(repr=False)
    doel: str = field(repr=False)
    regel: str


@dataclass(frozen=True, slots=True)
class Persoonsrecord:
    """A person as one old system knows him; ``None`` or empty = not known.

    Args:
        record: record id of the row.
        gemeente: code of the old gemeente.
        bsn: nine digits that pass the elfproef.
        bsn_ongeldig: something was filled in that is no BSN.
        overleden: there is a date of death; of which parts may be unknown.
    """

    record: str
    gemeente: str
    clientnummer: str
    bsn: str | None = field(default=None, repr=False)
    bsn_ongeldig: bool = False
    geslachtsnaam: str = field(default="", repr=False)
    voorvoegsel: str = ""
    voorletters: str = field(default="", repr=False)
    voornaam: str = field(default="", repr=False)
    partner_naam: str = field(default="", repr=False)
    partner_voorvoegsel: str = ""
    naamgebruik: str = "E"
    geslacht: str = "O"
    geboortedatum: OnvolledigeDatum = field(default_factory=OnvolledigeDatum, repr=False)
    straat: str = field(default="", repr=False)
    huisnummer: str = ""
    huisletter: str = ""
    toevoeging: str = ""
    postcode: str = ""
    plaats: str = ""
    telefoon: str = field(default="", repr=False)
    geheim: bool | None = None
    overleden: OnvolledigeDatum | None = None
    huishouden: str = ""
    kern: str = ""
    gebreken: tuple[Gebrek, ...] = ()
    herleiding: tuple[Herleiding, ...] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Indicatierecord:
    """An indication as one old system knows it.

    Args:
        record: record id of the row.
        gemeente: code of the old gemeente.
        product: id in the product list of the new gemeente; ``None`` = not known.
        taak: id of an old task that it is instead of an indication (B-73).
        uren: hours a week; ``None`` for what has none.
        start: first day.
        einde: last day; ``None`` = open.
        vormen: ZIN, PGB, or both.
        status: ``aanvraag``, ``actief``, ``opgeschort``, ``beeindigd``, ``ingetrokken`` or ``afgewezen``.
        besluit: number of the decision in the old system.
        basis: what pupil transport rests on (B-54).
    """

    record: str
    gemeente: str
    nummer: str
    clientnummer: str
    product: str | None = None
    taak: str = ""
    uren: Decimal | None = None
    start: OnvolledigeDatum = field(default_factory=OnvolledigeDatum)
    einde: OnvolledigeDatum | None = None
    vormen: tuple[str, ...] = ()
    status: str | None = None
    aanvraag_op: OnvolledigeDatum | None = None
    besluit: str = ""
    besluit_op: OnvolledigeDatum | None = None
    grondslag: str = ""
    aanbieder: str = ""
    agb: str = ""
    contactpersoon: str = field(default="", repr=False)
    toelichting: str = field(default="", repr=False)
    basis: str = ""
    gebreken: tuple[Gebrek, ...] = ()
    herleiding: tuple[Herleiding, ...] = field(default=(), repr=False)

    @property
    def loopt(self) -> bool:
        """Whether it gives a right now, or will again: active or suspended."""
        return self.status in ("actief", "opgeschort")

    @property
    def van(self) -> date:
        """The earliest day on which it can begin."""
        return self.start.vroegst or date.min

    @property
    def tot(self) -> date:
        """The last day on which it can end."""
        return (self.einde.laatst if self.einde else None) or OPEN_EINDE

    @property
    def einde_voor_start(self) -> bool:
        """Whether it surely ends before it begins."""
        laatst_einde = self.einde.laatst if self.einde else None
        return laatst_einde is not None and self.start.vroegst is not None and laatst_einde < self.start.vroegst


@dataclass(frozen=True, slots=True)
class Bezwaarrecord:
    """An objection as one old system knows it."""

    record: str
    gemeente: str
    nummer: str
    clientnummer: str
    indicatie: str = ""
    ontvangen_op: OnvolledigeDatum = field(default_factory=OnvolledigeDatum)
    onderwerp: str = field(default="", repr=False)
    stand: str | None = None
    beslis_voor: OnvolledigeDatum | None = None
    gebreken: tuple[Gebrek, ...] = ()
    herleiding: tuple[Herleiding, ...] = field(default=(), repr=False)

    @property
    def loopt(self) -> bool:
        """Whether nobody decided on it yet."""
        return self.stand == "lopend"


@dataclass(frozen=True, slots=True)
class Besluitrij:
    """A decision as an old system keeps it in a table of its own."""

    record: str
    gemeente: str
    nummer: str
    besluit_op: OnvolledigeDatum | None = None
    grondslag: str = ""
    ondertekenaar: str = ""
    gebreken: tuple[Gebrek, ...] = ()


@dataclass(frozen=True, slots=True)
class Overigrecord:
    """A row that is counted and kept, and becomes nothing of itself."""

    record: str
    gemeente: str
    blad: str
    clientnummer: str = ""
