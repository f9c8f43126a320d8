"""The head of the log in a second place: a small sealed file beside the key, outside the database."""

from __future__ import annotations

import hmac
import json
from pathlib import Path
from typing import NamedTuple

from toegang.storage.bestanden import als_opslagfout, schrijf
from toegang.storage.kluis import Kluis


class Kop(NamedTuple):
    """A link of the log, by its number and MAC."""

    volgnr: int
    mac: str


class Kopbestand:
    """The file; sealed, so that nobody without the key can set it back to an earlier link.

    Args:
        pad: where it is.
        kluis: the keys.
    """

    def __init__(self, pad: Path, kluis: Kluis) -> None:
        self.pad = pad
        self._kluis = kluis

    def lees(self) -> Kop | None:
        """Return the head, or ``None`` when the file is absent or its seal is false.

        Raises:
            OpslagFout: when the file is there and cannot be read.
        """
        with als_opslagfout("Het kopbestand lezen", self.pad):
            if not self.pad.exists():
                return None
            ruw = self.pad.read_bytes()
        try:
            inhoud = json.loads(ruw)
            kop = Kop(int(inhoud["volgnr"]), str(inhoud["mac"]))
            zegel = str(inhoud["zegel"])
        except (ValueError, KeyError, TypeError):
            return None
        return kop if hmac.compare_digest(zegel.encode(), self._zegel(kop).encode()) else None

    def schrijf(self, kop: Kop) -> None:
        """Write the head.

        Raises:
            OpslagFout: when that is not possible.
        """
        inhoud = {**kop._asdict(), "zegel": self._zegel(kop)}
        schrijf(self.pad, (json.dumps(inhoud) + "\n").encode())

    def _zegel(self, kop: Kop) -> str:
        return self._kluis.log_mac(json.dumps(["kop", kop.volgnr, kop.mac]).encode())
