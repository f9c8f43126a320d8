"""The copy for a provider: what is to be delivered, and nothing besides (L-68, L-133)."""

from __future__ import annotations

from toegang.domain.levering import Levering
from toegang.lifecycle.aanbieders import aanbieders
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import KOPIE_AANBIEDER, laat_vervallen, leg_procesbrief_klaar
from toegang.storage import Werkeenheid


def zet_kopie_klaar(werk: Werkeenheid, omgeving: Omgeving, levering: Levering) -> None:
    """Put the copy in line for who is to deliver; one for an earlier provider that waits is dropped.

    A provider without a postal address is told by the message traffic (iWmo, iJw) alone, which is made elsewhere.

    Args:
        werk: the unit of work of the assignment.
        omgeving: the gemeente.
        levering: the delivery, assigned.
    """
    zaak = werk.zaken.haal(levering.zaak_id)
    laat_vervallen(werk, zaak, levering.id, KOPIE_AANBIEDER)
    wie = aanbieders(werk).get(levering.aanbieder or "")
    if wie is not None and wie.postadres:
        leg_procesbrief_klaar(werk, omgeving, zaak, KOPIE_AANBIEDER, levering.id)
