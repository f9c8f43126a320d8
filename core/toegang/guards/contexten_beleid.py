"""What is judged when the policy of a gemeente itself is looked at."""

from __future__ import annotations

from dataclasses import dataclass

from toegang.domain.gemeente import Gemeentebeeld


@dataclass(frozen=True)
class BeleidToets:
    """The data of a gemeente on a day."""

    beeld: Gemeentebeeld
