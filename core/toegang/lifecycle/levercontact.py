"""Whom a provider named as the one contact for a family (B-42)."""

from __future__ import annotations

from toegang.domain.levering import Levering
from toegang.storage import Werkeenheid


def bij_gezin(werk: Werkeenheid, levering: Levering, aanbieder_id: str) -> tuple[Levering, ...]:
    """Return the other running deliveries of a provider to the same household.

    Args:
        werk: a unit of work.
        levering: the delivery that is about to be assigned.
        aanbieder_id: id of the provider.
    """
    alle = werk.leveringen.zoek(dossier_id=levering.dossier_id)
    return tuple(item for item in alle if item.id != levering.id and item.loopt and item.aanbieder == aanbieder_id)


def bekend_contact(levering: Levering, aanbieder_id: str, anderen: tuple[Levering, ...]) -> str:
    """Return the contact that this family has at the provider already; empty when that is not one person.

    Args:
        levering: the delivery as it is stored.
        aanbieder_id: id of the provider.
        anderen: what :func:`bij_gezin` gave.
    """
    if levering.aanbieder == aanbieder_id and levering.contact:
        return levering.contact
    bekend = {item.contact for item in anderen if item.contact}
    return bekend.pop() if len(bekend) == 1 else ""
