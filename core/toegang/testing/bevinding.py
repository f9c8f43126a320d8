"""What a contract check found, so that a newcomer can mend it: where, what, which rule, and how."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass


@dataclass(frozen=True)
class Bevinding:
    """One fault.

    Args:
        toets: id of the check.
        waar: file with line or key, or the case that was asked.
        wat: what is wrong, in Dutch, without personal data.
        herstel: how to mend it, in Dutch.
        regel: id of the rule behind it; empty when it is a matter of form.
    """

    toets: str
    waar: str
    wat: str
    herstel: str
    regel: str = ""

    def __str__(self) -> str:
        regel = f" ({self.regel})" if self.regel else ""
        return f"{self.waar}: {self.wat}{regel}. Herstel: {self.herstel}."

    def als_json(self) -> dict[str, str]:
        """Return it under stable keys."""
        return asdict(self)

    @classmethod
    def uit_json(cls, velden: Mapping[str, str]) -> Bevinding:
        """Read one back."""
        return cls(**velden)
