"""Amounts of money: whole euro cents, never a fraction."""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BeforeValidator, Field


def _hele_centen(waarde: Any) -> Any:
    """Refuse what is no whole number of cents, in words that say how to write it."""
    if isinstance(waarde, bool) or not isinstance(waarde, int):
        raise ValueError(  # noqa: TRY004  pydantic reports only this as a fault of the field
            "moet een heel aantal centen zijn, zonder komma of punt (12,50 euro is 1250)"
        )
    return waarde


Centen = Annotated[int, BeforeValidator(_hele_centen), Field(ge=0)]
"""An amount in whole euro cents, zero or more."""
