"""Rules on the archive result."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.guards.contexten import ArchiefToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-150",
    Regelsoort.WET,
    Moment.ARCHIEF,
    "Elke gesloten zaak heeft precies één passend resultaat uit de selectielijst.",
    grondslag="Selectielijst gemeenten en intergemeentelijke organen 2020",
)
def een_resultaat(t: ArchiefToets) -> Iterable[str]:
    """L-150: the result is one of those that fit."""
    passend = [keuze.nummer for keuze in t.toegestaan]
    if t.archief.resultaat not in passend:
        yield f"resultaat {t.archief.resultaat} past niet; mogelijk: {', '.join(passend) or 'geen'}"
