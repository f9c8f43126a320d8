"""Asking the resident for a view before a decision to the detriment: the voornemen by letter (Awb 4:7, 4:8; L-6)."""

from __future__ import annotations

from toegang.domain.termijnen import einde
from toegang.domain.voorstel import Hoor, Voorstel
from toegang.domain.zaak import Zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import VOORNEMEN, laat_vervallen, leg_procesbrief_klaar
from toegang.lifecycle.termijnen import beleid_van
from toegang.storage import Werkeenheid

TERMIJN = "awb.zienswijze"
"""The term to answer is the gemeente's own; while it has none, a person names the last day."""


def vraag_zienswijze(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, voorstel: Voorstel) -> Voorstel:
    """Put the voornemen in line when the resident must be heard, or drop it when that is settled.

    Args:
        werk: the unit of work of the step; the proposal is stored by the caller.
        omgeving: the gemeente.
        zaak: the zaak.
        voorstel: the proposal, with what is known of the hearing.

    Returns:
        The proposal with the last day to answer.
    """
    hoor = voorstel.hoor
    if hoor is not None and (hoor.uitzondering or hoor.gevraagd_op or hoor.ontvangen_op):
        laat_vervallen(werk, zaak, voorstel.id)
        return voorstel
    if not voorstel.opdracht.moet_horen and hoor is None:
        return voorstel
    if hoor is None:
        eigen = beleid_van(omgeving).eigen.get(TERMIJN)
        if eigen is None:
            return voorstel
        voorstel = voorstel.gewijzigd(hoor=Hoor(tot=einde(omgeving.vandaag(), eigen).einde))
    leg_procesbrief_klaar(werk, omgeving, zaak, VOORNEMEN, voorstel.id)
    return voorstel
