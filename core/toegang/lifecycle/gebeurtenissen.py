"""Tell the observers what happened, after the commit; a failing observer stops nothing and is logged."""

from __future__ import annotations

from toegang.domain.signaal import Gebeurtenis
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor

MISLUKT = "waarnemer.mislukt"


def vertel(omgeving: Omgeving, actor: Actor, soort: str, zaak: str) -> None:
    """Tell every observer of this gemeente.

    Args:
        omgeving: the gemeente.
        actor: who did it.
        soort: what happened, e.g. ``zaak.gesloten``.
        zaak: zaaknummer.
    """
    gebeurtenis = Gebeurtenis(soort=soort, gemeente=omgeving.naam, zaak=zaak, op=omgeving.vandaag())
    mislukt = omgeving.bord.on_gebeurtenis(gebeurtenis)
    if not mislukt:
        return
    with omgeving.werk(actor) as werk:
        werk.log(MISLUKT, zaak=zaak, detail={"gebeurtenis": soort, "aantal": str(len(mislukt))})
        werk.commit()
