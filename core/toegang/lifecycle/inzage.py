"""Opening a file: every read is logged, and only who had it open may decide (L-140, L-147)."""

from __future__ import annotations

from toegang.domain.zaak import Zaak
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid

INGEZIEN = "zaak.ingezien"


def open_zaak(omgeving: Omgeving, actor: Actor, zaak_id: str) -> Zaak:
    """Open the file of a zaak and log who did.

    Args:
        omgeving: the gemeente.
        actor: who opens it.
        zaak_id: zaaknummer.

    Returns:
        The zaak.
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        werk.log(INGEZIEN, zaak=zaak.id, dossier=zaak.dossier_id)
        werk.commit()
    return zaak


def had_open(werk: Werkeenheid, zaak_id: str, medewerker_id: str) -> bool:
    """Tell whether this medewerker opened the file before."""
    return any(regel.medewerker == medewerker_id for regel in werk.logboek.regels(zaak=zaak_id, actie=INGEZIEN))
