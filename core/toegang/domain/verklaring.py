"""Why something came out as it did, in one shape for every kind of decision: what ``toegang waarom`` prints."""

from __future__ import annotations

from datetime import date, datetime

from toegang.domain.reden import Reden
from toegang.domain.spoor import Regeltoets
from toegang.domain.waarde import Waarde


class Rekenstap(Waarde):
    """One step of a sum of days.

    Args:
        tekst: what was done, in Dutch.
        datum: the day that came out.
        artikel: article or rule; empty when the step needs none.
    """

    tekst: str
    datum: date | None = None
    artikel: str = ""


class Verklaring(Waarde):
    """One decision and why it came out so; ids, functies and days, never a name or the words of a resident.

    Args:
        onderdeel: word of ``toegang waarom ZAAK ONDERDEEL``.
        kop: what it is about, in Dutch.
        op: day or instant of the decision; ``None`` when it is no act but a state.
        kenmerk: id of what was stored.
        uitkomst: what came out, as pairs (name, value); a name may come more than once.
        reden: the reason that the answer gave.
        tekst: the reason in words, where there is no answer of a hook.
        door: who decided: a medewerker, or the plugin with its version.
        regels: rules that were checked, in the words of then.
        stappen: the sum, for a term.
    """

    onderdeel: str
    kop: str
    op: datetime | date | None = None
    kenmerk: str = ""
    uitkomst: tuple[tuple[str, str], ...] = ()
    reden: Reden | None = None
    tekst: str = ""
    door: str = ""
    regels: tuple[Regeltoets, ...] = ()
    stappen: tuple[Rekenstap, ...] = ()
