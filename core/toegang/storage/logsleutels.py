"""The keys of the log: the present one, and those of before each replacement, under which older links keep verifying.

Whoever has an old key can make links with it, but not one with the same MAC as the last: the first link under the next
key holds that MAC. So rewriting what lies before a replacement shows.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import json

from sqlalchemy import Connection, select

from toegang.errors import Conflict
from toegang.storage.kluis import Kluis, Plek
from toegang.storage.sessie import Sessie
from toegang.storage.tabellen import kenmerken
from toegang.storage.tellers import CONTROLEGETAL, LOGSLEUTELS

_PLEK = Plek("kenmerken", LOGSLEUTELS, "waarde")
Oude = tuple[tuple[int, bytes], ...]


class Logsleutels:
    """Gives the MAC of a link under the key of its time.

    Args:
        kluis: the present keys.
        oude: per earlier key the number of its last link, the oldest first.
    """

    def __init__(self, kluis: Kluis, oude: Oude = ()) -> None:
        self._kluis = kluis
        self.oude = oude

    def mac(self, volgnr: int, regel: bytes) -> str:
        """Return the MAC of a link.

        Args:
            volgnr: its number; 0 for the beginning.
            regel: its content.
        """
        for laatste, sleutel in self.oude:
            if volgnr <= laatste:
                return hmac.new(sleutel, regel, hashlib.sha256).hexdigest()
        return self._kluis.log_mac(regel)


def lees_logsleutels(sessie: Sessie) -> Logsleutels:
    """Return the keys of the log of a gemeente.

    Raises:
        OpslagFout: the old ones were changed outside Toegang.
    """
    vraag = select(kenmerken.c.waarde).where(kenmerken.c.sleutel == LOGSLEUTELS)
    ruw = sessie.verbinding.execute(vraag).scalar_one_or_none()
    if ruw is None:
        return Logsleutels(sessie.kluis)
    klaar = json.loads(sessie.kluis.gemeentesleutel(LOGSLEUTELS).ontsleutel(_PLEK, base64.b64decode(ruw)))
    return Logsleutels(sessie.kluis, tuple((int(laatste), bytes.fromhex(sleutel)) for laatste, sleutel in klaar))


def verzegel(oude: Oude, kluis: Kluis) -> str:
    """Return the old keys of the log as they are stored, sealed with other keys."""
    inhoud = json.dumps([[laatste, sleutel.hex()] for laatste, sleutel in oude]).encode()
    return base64.b64encode(kluis.gemeentesleutel(LOGSLEUTELS).versleutel(_PLEK, inhoud)).decode()


def vereis_zelfde_sleutel(verbinding: Connection, kluis: Kluis) -> None:
    """Refuse to write with a key that was replaced after this process read it.

    Raises:
        Conflict: it was.
    """
    vraag = select(kenmerken.c.waarde).where(kenmerken.c.sleutel == CONTROLEGETAL)
    getal = verbinding.execute(vraag).scalar_one_or_none()
    if getal is not None and not hmac.compare_digest(str(getal), kluis.controlegetal()):
        raise Conflict(
            "De sleutel van deze gemeente is intussen gewisseld. Er is niets opgeslagen.",
            vervolg="Voer de opdracht opnieuw uit.",
        )
