"""What the steps after the decision share: who does it, which rules were checked, and a refusal that is logged."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from toegang.domain.besluit import Behandelaar
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.errors import NietToegestaan
from toegang.guards.register import Moment, Regelovertreding
from toegang.lifecycle.mensen import behandelaar
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.vastleggen import GEWEIGERD, toets_antwoord
from toegang.storage import Actor, Werkeenheid

T = TypeVar("T")


def wie(werk: Werkeenheid, actor: Actor, wat: str) -> Behandelaar:
    """Return who does it.

    Args:
        werk: the unit of work.
        actor: who acts.
        wat: what is done, in Dutch, e.g. "Een controle".

    Raises:
        NietToegestaan: no medewerker acts.
    """
    if actor.medewerker is None:
        raise NietToegestaan(
            f"{wat} legt een medewerker vast; deze gebruiker is er geen.",
            vervolg="Werk onder uw eigen account, of oefen met --als MEDEWERKER.",
        )
    return behandelaar(werk, actor.medewerker)


def met_melding(omgeving: Omgeving, actor: Actor, stap: str, zaak: str | None, doe: Callable[[], T]) -> T:
    """Do a step, and write in the log that a rule refused it.

    Args:
        omgeving: the gemeente.
        actor: who acts.
        stap: what is done, for the log.
        zaak: zaaknummer, if any.
        doe: the step; it stores nothing when a rule refuses.

    Raises:
        Regelovertreding: a rule refuses.
    """
    try:
        return doe()
    except Regelovertreding as fout:
        with omgeving.werk(actor) as werk:
            regels = ",".join(toets.regel for toets in fout.toetsen)
            werk.log(GEWEIGERD, zaak=zaak, detail={"stap": stap, "regels": regels})
            werk.commit()
        raise


def toets(omgeving: Omgeving, moment: Moment, context: object, waar: str) -> tuple[Regeltoets, ...]:
    """Check the rules of a moment and return what they warn of.

    Raises:
        Regelovertreding: a rule refuses.
    """
    return gewaarschuwd(toets_antwoord(omgeving, moment, context, waar))


def gewaarschuwd(regels: tuple[Regeltoets, ...]) -> tuple[Regeltoets, ...]:
    """Return what warns."""
    return tuple(item for item in regels if item.oordeel is Oordeel.WAARSCHUWING)
