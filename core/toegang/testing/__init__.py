"""The contract kit for plugins: ``toegang plugin toets`` in a terminal, :class:`Plugincontract` in a test.

A plugin tests itself with four lines::

    from toegang.testing import Plugincontract

    class TestContract(Plugincontract):
        plugin = "hoorn"

Only the class needs pytest, and only when it is used.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toegang.testing.contract import Plugincontract as Plugincontract

__all__ = ["Plugincontract"]


def __getattr__(naam: str) -> Any:
    """Import the class when it is first used (PEP 562)."""
    if naam != "Plugincontract":
        raise AttributeError(f"module 'toegang.testing' has no attribute {naam!r}")
    from toegang.testing.contract import Plugincontract

    return Plugincontract
