"""Opening a file: every read is logged, and only who had it open may decide (Z-20, L-147)."""

from __future__ import annotations

from collections.abc import Mapping

from toegang.domain.ingebouwd import ingebouwd
from toegang.domain.inzagerecht import Diepte, Inzagereden
from toegang.domain.zaak import Zaak
from toegang.lifecycle.inzagerecht import vereis_inzage
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Actor, Werkeenheid

INGEZIEN = "zaak.ingezien"


def open_zaak(omgeving: Omgeving, actor: Actor, zaak_id: str, reden: Inzagereden | None = None) -> Zaak:
    """Open the file of a zaak and log who did.

    Args:
        omgeving: the gemeente.
        actor: who opens it.
        zaak_id: zaaknummer.
        reden: why it must be seen by somebody who is not concerned with it.

    Returns:
        The zaak.

    Raises:
        Regelovertreding: this medewerker may not see it (Z-20).
    """
    with omgeving.werk(actor) as werk:
        zaak = werk.zaken.haal(zaak_id)
        detail = vereis_inzage(werk, zaak, Diepte.DOSSIER, omgeving.beeld(), reden)
        log_lezen(werk, zaak, detail)
        werk.commit()
    return zaak


@ingebouwd("L-140", "Wie een dossier opent, staat in het logboek.", anders=lambda *_: None)
def log_lezen(werk: Werkeenheid, zaak: Zaak, detail: Mapping[str, str], actie: str = INGEZIEN) -> None:
    """Log that a file was opened, and by whom (BIO; L-140).

    Args:
        werk: the unit of work; the caller commits it.
        zaak: the zaak.
        detail: ids and fixed words, e.g. the reason of who is not concerned with it.
        actie: what the log calls it.
    """
    werk.log(actie, zaak=zaak.id, dossier=zaak.dossier_id, detail=detail)


def had_open(werk: Werkeenheid, zaak_id: str, medewerker_id: str) -> bool:
    """Tell whether this medewerker opened the file before."""
    return any(regel.medewerker == medewerker_id for regel in werk.logboek.regels(zaak=zaak_id, actie=INGEZIEN))
