"""Policy carries its days: a new council may decide otherwise, and an act is judged by the policy of its day (B-78)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TypeVar

from toegang.domain.waarde import Waarde

G = TypeVar("G", bound="Gedateerd")


class Gedateerd(Waarde):
    """A piece of policy with the days on which it holds.

    Args:
        geldig_van: first day; ``None`` = as long as the gemeente exists.
        geldig_tot: last day; ``None`` = until further notice.
    """

    geldig_van: date | None = None
    geldig_tot: date | None = None

    def geldt_op(self, dag: date) -> bool:
        """Tell whether it holds on a day."""
        return (self.geldig_van or date.min) <= dag <= (self.geldig_tot or date.max)


def op_die_dag(delen: Iterable[G], dag: date) -> tuple[G, ...]:
    """Return the pieces that hold on a day."""
    return tuple(deel for deel in delen if deel.geldt_op(dag))
