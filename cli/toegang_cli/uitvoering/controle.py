"""One check of ``toegang doctor``: what was looked at, what was found, and how to mend it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any


class Oordeel(StrEnum):
    """Outcome of a check."""

    GOED = "GOED"
    LET_OP = "LET OP"
    FOUT = "FOUT"


@dataclass(frozen=True)
class Controle:
    """One line of the report.

    Args:
        onderwerp: what was looked at.
        oordeel: outcome.
        bevinding: what was found, in Dutch.
        herstel: how to mend it; empty when nothing is to be done.
    """

    onderwerp: str
    oordeel: Oordeel
    bevinding: str
    herstel: str = ""

    def als_json(self) -> dict[str, str]:
        """Return the line under stable keys."""
        return {
            "onderwerp": self.onderwerp,
            "oordeel": self.oordeel.value,
            "bevinding": self.bevinding,
            "herstel": self.herstel,
        }

    @classmethod
    def uit_json(cls, velden: Mapping[str, Any]) -> Controle:
        """Read a line back.

        Raises:
            KeyError, ValueError: it is no line.
        """
        return cls(velden["onderwerp"], Oordeel(velden["oordeel"]), velden["bevinding"], velden["herstel"])


def goed(onderwerp: str, bevinding: str) -> Controle:
    """Return a check that passed."""
    return Controle(onderwerp, Oordeel.GOED, bevinding)


def let_op(onderwerp: str, bevinding: str, herstel: str) -> Controle:
    """Return a check that found something that does not stop the work."""
    return Controle(onderwerp, Oordeel.LET_OP, bevinding, herstel)


def fout(onderwerp: str, bevinding: str, herstel: str) -> Controle:
    """Return a check that failed."""
    return Controle(onderwerp, Oordeel.FOUT, bevinding, herstel)
