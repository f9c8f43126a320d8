"""What plugins may point out, and what they hear after the fact."""

from __future__ import annotations

from datetime import date

from toegang.domain.waarde import Waarde


class Signaal(Waarde):
    """Something that a person should look at; a proposal, never a decision (L-147).

    Args:
        code: stable word.
        tekst: Dutch sentence without personal data.
        voor: functie that should look.
    """

    code: str
    tekst: str
    voor: str = ""


class Gebeurtenis(Waarde):
    """Something that happened and was committed.

    Args:
        soort: e.g. ``zaak.gesloten``.
        gemeente: key of the gemeente.
        zaak: zaaknummer, if any.
        op: day.
    """

    soort: str
    gemeente: str
    zaak: str | None = None
    op: date
