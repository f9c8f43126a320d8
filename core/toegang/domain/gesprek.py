"""The conversation with the resident and its report, as stored."""

from __future__ import annotations

from datetime import date

from toegang.domain.begrippen import Akkoord
from toegang.domain.waarde import Waarde


class Gesprek(Waarde):
    """The conversation (keukentafelgesprek, Het Gesprek) and its report, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak it was held for.
        op: day.
        plaats: ``THUIS``, ``KANTOOR``, ``TELEFONISCH`` or ``ELDERS`` (D-14 prefers home).
        gevoerd_door: medewerker id.
        eigen_verantwoordelijkheid_uitgelegd: S-14.
        vraagverheldering: the question behind the question and the result to reach (part 1, D-15).
        oplossingen: what was agreed on (part 2, D-15).
        onderzoek: answers to Wmo 2.3.2 lid 4 a-g, by letter (L-53).
        akkoord: what the resident said of the report (S-18).
    """

    id: str
    dossier_id: str
    zaak_id: str
    op: date
    plaats: str = "THUIS"
    gevoerd_door: str
    eigen_verantwoordelijkheid_uitgelegd: bool = True
    vraagverheldering: str
    oplossingen: str = ""
    onderzoek: tuple[tuple[str, str], ...] = ()
    akkoord: Akkoord = Akkoord.AANGEBODEN
