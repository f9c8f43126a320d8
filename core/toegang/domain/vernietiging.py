"""Vernietigingslijst: what is proposed for destruction, who judged it, and what became of it (L-153).

    OPGESTELD -- beoordeel --> BEOORDEELD -- stel vast --> VASTGESTELD -- vernietig --> VERNIETIGD
    each of the first three -- trek in --> INGETROKKEN

Between vaststellen and vernietigen lies the time for second thoughts that the gemeente chose.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum

from pydantic import Field

from toegang.domain.waarde import Waarde


class Archiefbeleid(Waarde):
    """How a gemeente destroys. None of it is law: the default is ours, a gemeente sets its own.

    Args:
        bedenktijd_dagen: days between the decision to destroy and the first day on which it can be done.
    """

    bedenktijd_dagen: int = Field(default=30, ge=1, le=366)


class Lijststand(StrEnum):
    """Where a list is."""

    OPGESTELD = "OPGESTELD"
    BEOORDEELD = "BEOORDEELD"
    VASTGESTELD = "VASTGESTELD"
    VERNIETIGD = "VERNIETIGD"
    INGETROKKEN = "INGETROKKEN"


class Lijststap(StrEnum):
    """What is done with a list."""

    STEL_OP = "STEL_OP"
    BEOORDEEL = "BEOORDEEL"
    STEL_VAST = "STEL_VAST"
    VERNIETIG = "VERNIETIG"
    TREK_IN = "TREK_IN"


VERLOOP: Mapping[Lijststap, tuple[frozenset[Lijststand], Lijststand]] = {
    Lijststap.BEOORDEEL: (frozenset({Lijststand.OPGESTELD}), Lijststand.BEOORDEELD),
    Lijststap.STEL_VAST: (frozenset({Lijststand.BEOORDEELD}), Lijststand.VASTGESTELD),
    Lijststap.VERNIETIG: (frozenset({Lijststand.VASTGESTELD}), Lijststand.VERNIETIGD),
    Lijststap.TREK_IN: (
        frozenset({Lijststand.OPGESTELD, Lijststand.BEOORDEELD, Lijststand.VASTGESTELD}),
        Lijststand.INGETROKKEN,
    ),
}
"""From which stands a step can be done, and to which it leads."""


class Behoudreden(StrEnum):
    """Why a reviewer keeps a dossier: a closed list, so that no words about a person stay behind."""

    PROCEDURE = "procedure"
    TOEZICHT = "toezicht"
    VERZOEK_INWONER = "verzoek-inwoner"
    NOG_NODIG = "nog-nodig"
    BLIJVEND_BELANG = "blijvend-belang"

    @property
    def uitleg(self) -> str:
        """Say it in Dutch."""
        return {
            Behoudreden.PROCEDURE: "Er loopt of dreigt een procedure.",
            Behoudreden.TOEZICHT: "Een inspectie of accountant heeft het nog nodig.",
            Behoudreden.VERZOEK_INWONER: "De inwoner vroeg het langer te bewaren.",
            Behoudreden.NOG_NODIG: "Het is nog nodig voor hulp die loopt.",
            Behoudreden.BLIJVEND_BELANG: "Het kan van blijvend belang zijn; de archivaris onderzoekt dat.",
        }[self]


class Gedaan(Waarde):
    """Who did a step, and when.

    Args:
        stap: what was done.
        op: day.
        uid: operating-system user.
        medewerker: id of the medewerker, when known.
    """

    stap: Lijststap
    op: date
    uid: int
    medewerker: str | None = None

    def zelfde_mens(self, ander: Gedaan) -> bool:
        """Tell whether one person did both: the same medewerker, or without a name the same account."""
        if self.medewerker is not None and ander.medewerker is not None:
            return self.medewerker == ander.medewerker
        return self.uid == ander.uid


class Item(Waarde):
    """One zaak on the list.

    Args:
        zaak: zaaknummer.
        resultaat: number in the selectielijst.
        datum: day on which its term ended.
        sha256: hash over what was destroyed; empty before.
    """

    zaak: str
    resultaat: str
    datum: date
    sha256: str = ""


class Post(Waarde):
    """A dossier on the list; it goes as a whole.

    Args:
        dossier: id.
        items: its zaken.
        uitgezonderd: why it stays, as the reviewer or the law says; empty = it goes.
    """

    dossier: str
    items: tuple[Item, ...]
    uitgezonderd: str = ""

    @property
    def zaken(self) -> tuple[str, ...]:
        """Return the zaaknummers."""
        return tuple(item.zaak for item in self.items)


class Vernietigingslijst(Waarde):
    """A list of what is to be destroyed; it holds numbers and days, nothing of a person.

    Args:
        id: id.
        peildatum: day for which it was drawn up.
        stand: where it is.
        posten: the dossiers.
        stappen: who did what when.
        uitvoerbaar_vanaf: first day on which it can be carried out; ``None`` before it is decided.
    """

    id: str
    peildatum: date
    stand: Lijststand = Lijststand.OPGESTELD
    posten: tuple[Post, ...]
    stappen: tuple[Gedaan, ...] = ()
    uitvoerbaar_vanaf: date | None = None

    @property
    def te_vernietigen(self) -> tuple[Post, ...]:
        """Return the dossiers that go."""
        return tuple(post for post in self.posten if not post.uitgezonderd)

    @property
    def aantal_zaken(self) -> int:
        """Return how many zaken go."""
        return sum(len(post.items) for post in self.te_vernietigen)

    def gedaan(self, stap: Lijststap) -> Gedaan | None:
        """Return who did a step; ``None`` when nobody did."""
        return next((item for item in self.stappen if item.stap is stap), None)

    def post_van(self, zaak: str) -> Post | None:
        """Return the dossier in which a zaak is."""
        return next((post for post in self.posten if zaak in post.zaken), None)
