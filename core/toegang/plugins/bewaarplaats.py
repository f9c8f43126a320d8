"""What a plugin must offer when it keeps data on people itself, outside the storage of Toegang.

Most plugins keep nothing: a hook gets values and gives values. One that does (a connector that remembers what it
sent) declares each place, so that a request for access or erasure reaches it too (AVG 15 and 17).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Bewaarplaats:
    """One place where a plugin keeps data on people.

    Args:
        naam: what it is, in Dutch, e.g. "verzonden berichten".
        doel: why it is kept, in Dutch.
        exporteer: gives all that is kept on one inwoner (id), as plain data by name; empty when there is nothing.
        wis: removes all that is kept on one inwoner (id), and says how many records that were.
    """

    naam: str
    doel: str
    exporteer: Callable[[str], Mapping[str, object]]
    wis: Callable[[str], int]
