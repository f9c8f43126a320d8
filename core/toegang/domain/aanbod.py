"""What a gemeente offers without a decision, old tasks, and processes beside ours: parts of ``organisatie.toml``."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from toegang.domain.beleid import Sleutel
from toegang.domain.gedateerd import Gedateerd
from toegang.domain.waarde import Waarde


class Algemenevoorziening(Waarde):
    """A general provision, free to use (B-14, B-62, W-11).

    Args:
        id: key.
        naam: what it is called.
        team: id of the team it belongs to (W-11).
        gebieden: wijken or kernen where it is; empty = everywhere.
        product: id in the product catalogue, when it is there too.
        geldig_van: first day.
        geldig_tot: last day.
    """

    id: Sleutel
    naam: str
    team: Sleutel
    gebieden: tuple[Sleutel, ...] = ()
    product: str | None = None
    geldig_van: date | None = None
    geldig_tot: date | None = None

    def is_er(self, gebied: str | None, op: date) -> bool:
        """Tell whether it can be used there on that day; an unknown area has only what is everywhere."""
        in_tijd = (self.geldig_van or date.min) <= op <= (self.geldig_tot or date.max)
        return in_tijd and (not self.gebieden or gebied in self.gebieden)


class Taakbestemming(StrEnum):
    """What becomes of a task that former gemeenten gave to a consulent (B-73)."""

    VERVALT = "VERVALT"
    ELDERS = "ELDERS"


class OudeTaak(Waarde):
    """A task that no longer belongs to the consulenten.

    Args:
        id: key, named by a hulpvraag.
        naam: what it is.
        van: former gemeente where a consulent did it.
        wordt: dropped, or done elsewhere.
        naar: id of the team or loket that does it now.
    """

    id: Sleutel
    naam: str
    van: str = ""
    wordt: Taakbestemming
    naar: Sleutel | None = None


class Aansluiting(Gedateerd):
    """How a process beside ours joins the social domain (B-53).

    Args:
        proces: key, e.g. ``smi``.
        naam: what it is called.
        via: id of the team, loket or functie that keeps the connection.
    """

    proces: Sleutel
    naam: str
    via: Sleutel
