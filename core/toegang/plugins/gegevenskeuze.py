"""Free tables of ``organisatie.toml`` (``[modelkeuze]``, ``[plugin]``), read as the value that their owner declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from toegang.domain.waarde import Waarde

K = TypeVar("K", bound=Waarde)


def lees_keuzes(tabel: Mapping[str, Any], soort: type[K]) -> K:
    """Return a free table as a value.

    Args:
        tabel: the table, with the open keys filled in.
        soort: what its owner declares.

    Raises:
        ValidationError: it is not valid; :meth:`~toegang.plugins.gemeenteplugin.Gemeenteplugin.organisatie` found
            that out before any hook is called.
    """
    return soort.model_validate(dict(tabel))
