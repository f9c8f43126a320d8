"""Why did it come out like this? The chain of decisions, from storage only: no plugin is needed."""

from __future__ import annotations

from toegang.domain.spoor import Spoor
from toegang.errors import Invoerfout
from toegang.storage import Werkeenheid

ASPECTEN: dict[str, str] = {
    "intake": "route_intake",
    "team": "compose_team",
    "regie": "assign_regie",
    "beschikking": "draft_beschikking",
    "archief": "decide_archivering",
}
"""Words of ``toegang waarom ZAAK ASPECT``, in life-cycle order, with the hook behind each."""


def keten(werk: Werkeenheid, zaak_id: str, aspect: str | None = None) -> tuple[Spoor, ...]:
    """Return the decisions of a zaak in the order in which they were taken.

    Args:
        werk: a unit of work.
        zaak_id: zaaknummer.
        aspect: one of :data:`ASPECTEN`; ``None`` = all.

    Raises:
        NietGevonden: the zaak does not exist.
        Invoerfout: the aspect does not exist.
    """
    if aspect is not None and aspect not in ASPECTEN:
        raise Invoerfout(f"'{aspect}' is geen onderdeel.", vervolg=f"Kies uit: {', '.join(ASPECTEN)}.")
    werk.zaken.haal(zaak_id)
    hook = ASPECTEN[aspect] if aspect else None
    return tuple(spoor for spoor in werk.sporen.zoek(zaak_id=zaak_id) if hook in (None, spoor.hook))
