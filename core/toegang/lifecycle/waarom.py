"""Why did it come out like this? Every decision on a zaak, from storage only: no plugin is needed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from toegang.domain.spoor import Spoor
from toegang.domain.termijnbeleid import Termijnbeleid
from toegang.domain.verklaring import Verklaring
from toegang.domain.zaak import Zaak
from toegang.errors import Invoerfout
from toegang.lifecycle import waarom_antwoord, waarom_dossier, waarom_termijn
from toegang.storage import Werkeenheid

ASPECTEN: dict[str, str] = {
    "intake": "route_intake",
    "team": "compose_team",
    "regie": "assign_regie",
    "gesprek": "",
    "plan": "",
    "besluit": "",
    "mandaat": "",
    "beschikking": "draft_beschikking",
    "brief": "",
    "termijn": "",
    "archief": "decide_archivering",
    "weigeringen": "",
}
"""Words of ``toegang waarom ZAAK ASPECT``, in life-cycle order, with the hook behind each, if there is one."""


@dataclass(frozen=True)
class Vraag:
    """What is asked.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        op: the day on which terms are looked at.
        beleid: what the gemeente adds to the terms of the law; ``None`` = the law only.
    """

    werk: Werkeenheid
    zaak: Zaak
    op: date
    beleid: Termijnbeleid | None = None

    def sporen(self, hook: str) -> tuple[Spoor, ...]:
        """Return the answers to a hook, in the order in which they were given."""
        return tuple(spoor for spoor in self.werk.sporen.zoek(zaak_id=self.zaak.id) if spoor.hook == hook)


def keten(werk: Werkeenheid, zaak_id: str, aspect: str | None = None) -> tuple[Spoor, ...]:
    """Return the answered hooks of a zaak in the order in which they were asked.

    Args:
        werk: a unit of work.
        zaak_id: zaaknummer.
        aspect: one of :data:`ASPECTEN`; ``None`` = all.

    Raises:
        NietGevonden: the zaak does not exist.
        Invoerfout: the aspect does not exist.
    """
    _controleer(aspect)
    werk.zaken.haal(zaak_id)
    hook = ASPECTEN[aspect] if aspect else None
    return tuple(spoor for spoor in werk.sporen.zoek(zaak_id=zaak_id) if hook in (None, spoor.hook))


def verklaar(vraag: Vraag, aspect: str | None = None) -> tuple[Verklaring, ...]:
    """Return every decision on a zaak with why it came out so, in life-cycle order.

    Args:
        vraag: the zaak, and the day.
        aspect: one of :data:`ASPECTEN`; ``None`` = all.

    Raises:
        Invoerfout: the aspect does not exist.
        ToegangFout: a term has no value in force on the day it began.
    """
    _controleer(aspect)
    gevraagd = (aspect,) if aspect else tuple(ASPECTEN)
    return tuple(verklaring for naam in gevraagd for verklaring in _MAKERS[naam](vraag))


def _controleer(aspect: str | None) -> None:
    if aspect is not None and aspect not in ASPECTEN:
        raise Invoerfout(f"'{aspect}' is geen onderdeel.", vervolg=f"Kies uit: {', '.join(ASPECTEN)}.")


def _van_hook(naam: str) -> Callable[[Vraag], tuple[Verklaring, ...]]:
    def maak(vraag: Vraag) -> tuple[Verklaring, ...]:
        return tuple(waarom_antwoord.verklaring(naam, spoor) for spoor in vraag.sporen(ASPECTEN[naam]))

    return maak


def _regie(vraag: Vraag) -> tuple[Verklaring, ...]:
    return (*_van_hook("regie")(vraag), *waarom_dossier.regieverloop(vraag.werk, vraag.zaak))


def _archief(vraag: Vraag) -> tuple[Verklaring, ...]:
    return (*_van_hook("archief")(vraag), *waarom_termijn.archief(vraag.werk, vraag.zaak))


_MAKERS: dict[str, Callable[[Vraag], tuple[Verklaring, ...]]] = {
    "intake": _van_hook("intake"),
    "team": _van_hook("team"),
    "regie": _regie,
    "gesprek": lambda vraag: waarom_dossier.gesprekken(vraag.werk, vraag.zaak),
    "plan": lambda vraag: waarom_dossier.plannen(vraag.werk, vraag.zaak),
    "besluit": lambda vraag: waarom_dossier.besluiten(vraag.werk, vraag.zaak),
    "mandaat": lambda vraag: waarom_dossier.mandaten(vraag.werk, vraag.zaak, vraag.sporen("draft_beschikking")),
    "beschikking": _van_hook("beschikking"),
    "brief": lambda vraag: waarom_dossier.brieven(vraag.werk, vraag.zaak),
    "termijn": lambda vraag: waarom_termijn.termijnen(vraag.werk, vraag.zaak, vraag.op, vraag.beleid),
    "archief": _archief,
    "weigeringen": lambda vraag: waarom_dossier.weigeringen(vraag.werk, vraag.zaak),
}
