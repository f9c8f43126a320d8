"""Every answer carries a reason that can be read years later (DESIGN.md §3, "waarom")."""

from __future__ import annotations

from pydantic import Field

from toegang.domain.waarde import Waarde


class Reden(Waarde):
    """Why something came out as it did.

    Args:
        code: a stable word in capitals, e.g. ``ENKELVOUDIG``; reports count by it.
        tekst: one Dutch sentence for a reader without the plugin at hand; no personal data.
        parameters: the facts that decided, as pairs (name, value); ids only.
        regels: ids of the rules that the answer rests on, e.g. ``("D-3",)``.
        toelichting: free words of a professional, when there are any.
    """

    code: str = Field(pattern=r"^[A-Z0-9_]+$")
    tekst: str = Field(min_length=1)
    parameters: tuple[tuple[str, str], ...] = ()
    regels: tuple[str, ...] = ()
    toelichting: str = ""

    @classmethod
    def van(cls, code: str, tekst: str, *regels: str, toelichting: str = "", **parameters: object) -> Reden:
        """Make a reason in one line.

        Args:
            code: see the class.
            tekst: see the class.
            *regels: rule ids.
            toelichting: see the class.
            **parameters: facts by name; turned into text.
        """
        paren = tuple(sorted((naam, str(waarde)) for naam, waarde in parameters.items()))
        return cls(code=code, tekst=tekst, regels=regels, toelichting=toelichting, parameters=paren)
