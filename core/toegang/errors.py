"""All errors of Toegang, with the exit code of the command that meets them.

A strict hierarchy does not pay off; six children do, because each has its own exit code
(DESIGN.md §7). Messages are Dutch: what, which case, what to do next. They never hold a BSN,
a name or an address.
"""

from __future__ import annotations

from enum import IntEnum


class Afsluitcode(IntEnum):
    """Exit codes of every command; documented in docs/naslag/afsluitcodes.md."""

    OK = 0
    FOUT = 1
    GEBRUIK = 2
    DEELS = 3
    NIET_TOEGESTAAN = 4
    CONFLICT = 5
    CONTROLE = 6


class ToegangFout(Exception):
    """Something went wrong; the base of all errors that a user may see.

    Args:
        boodschap: what is wrong and where, in Dutch, without personal data.
        vervolg: what the reader can do next, in Dutch.
    """

    code = Afsluitcode.FOUT

    def __init__(self, boodschap: str, *, vervolg: str = "") -> None:
        super().__init__(boodschap)
        self.boodschap = boodschap
        self.vervolg = vervolg

    def __str__(self) -> str:
        tussen = "\n" if "\n" in self.boodschap else " "
        return f"{self.boodschap}{tussen}{self.vervolg}".strip()


class Invoerfout(ToegangFout):
    """The user's input (file, field, option) is not usable."""

    code = Afsluitcode.GEBRUIK


class NietToegestaan(ToegangFout):
    """A guard, a right or a mandate refuses the act."""

    code = Afsluitcode.NIET_TOEGESTAAN


class Conflict(ToegangFout):
    """Something is there already, is of another version or was changed meanwhile."""

    code = Afsluitcode.CONFLICT


class Controlefout(ToegangFout):
    """A check found faults; nothing was changed."""

    code = Afsluitcode.CONTROLE


class PluginFout(ToegangFout):
    """A plugin could not be loaded, was refused at building, or failed in a hook."""


class OpslagFout(ToegangFout):
    """Storage cannot be used: not there, not writable, wrong version, wrong key."""
