"""What a project keeps in its own storage."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from pydantic import Field

from toegang.domain.waarde import Waarde
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.lezen.gebrek import Gebrek


class Bladbeeld(Waarde):
    """What was found in a table of a delivery.

    Args:
        id: source and table.
        bron: name of the source.
        naam: table.
        bestand: file it is in.
        sha256: digest of that file.
        grootte: its size in bytes.
        vorm: how it is written.
        rijen: number of data rows.
        apart: how many are kept aside.
        kolommen: what was seen per column.
        gebreken: what is wrong, of the whole and of rows, the first of each kind in full.
        gebrekentelling: kind of fault → how often.
        op: day of the snapshot.
    """

    id: str
    bron: str
    naam: str
    bestand: str
    sha256: str
    grootte: int
    vorm: str
    rijen: int
    apart: int
    kolommen: tuple[Kolombeeld, ...]
    gebreken: tuple[Gebrek, ...] = ()
    gebrekentelling: dict[str, int] = Field(default_factory=dict)
    op: date


class Kolombeeld(Waarde):
    """What was seen of a column.

    Args:
        naam: heading.
        gevuld: number of rows with something in it.
        verschillend: number of different values; ``None`` = more than were counted.
        waarden: the values with their counts, when there are few and none says who somebody is.
        lijkt: what it looks like: ``sleutel``, ``datum``, ``bsn``, ``code``, ``getal``, ``tekst``.
        vorm: form of a date.
        lengte: shortest and longest text.
    """

    naam: str
    gevuld: int
    verschillend: int | None
    waarden: tuple[tuple[str, int], ...] = ()
    lijkt: str = "tekst"
    vorm: tuple[str, ...] = ()
    lengte: tuple[int, int] = (0, 0)


class Bronregel(Waarde):
    """A row of a delivery, as text.

    Args:
        id: record id, e.g. ``0951:personen:17``.
        bron: name of the source.
        blad: table.
        soort: what it holds.
        apart: kept aside: something in it cannot be trusted.
        client: source and client number, to find rows of one client.
        waarden: column → text.
        gebreken: faults of the row.
        eerste: record id of the first row that is the same; empty = this is the first.
        afdruk: digest of the row.
    """

    id: str
    bron: str
    blad: str
    soort: Bladsoort
    apart: bool = False
    client: str | None = None
    waarden: dict[str, str]
    gebreken: tuple[Gebrek, ...] = ()
    eerste: str = ""
    afdruk: str = ""

    @property
    def nummer(self) -> int:
        """Number of the row."""
        return int(self.id.rpartition(":")[2])


class Plaats(Waarde):
    """Where a record of a person belongs.

    Args:
        id: record id.
        persoon: the person, as proposed.
        vast: the person, without what no people decided.
        huishouden: the household.
        zekerheid: how sure.
    """

    id: str
    persoon: str
    vast: str
    huishouden: str
    zekerheid: str


class Uitspraak(Waarde):
    """What somebody of the team said of something; statements are added, never changed.

    Args:
        id: number.
        over: what it is about, e.g. ``regel:nuth:N-P01``, ``paar:K-...``, ``conflict:C-...`` or ``zeker``.
        keuze: what is said; ``INGETROKKEN`` takes the own statement back.
        stempel: digest of what it was said of; when that changes, it counts no more.
        reden: why.
        door: id of the deelnemer.
        uid: operating-system user.
        op: instant, UTC.
    """

    id: str
    over: str
    keuze: str
    stempel: str = ""
    reden: str = ""
    door: str
    uid: int
    op: datetime


class Feit(Waarde):
    """Something that the project keeps under a name."""

    id: str
    inhoud: dict[str, Any]


Bladbeeld.model_rebuild()
