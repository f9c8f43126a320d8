"""What may not stand in an informatiebrief: a change of a right, or a remedies clause (F-22 of the design).

Such a letter tells something: another name, another phone number, how far the gemeente is. What changes a right is
a besluit, with its reasons and its remedies; who reads of a right without them cannot defend himself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

_RECHTSMIDDELEN = re.compile(
    r"\bbezwaar(?:schrift|termijn)?\b|\bin beroep\b|\bberoepschrift\b|\bvoorlopige voorziening\b"
    r"|\bvoorzieningenrechter\b|\brechtsmiddel",
    re.IGNORECASE,
)
_RECHT = "hulp|ondersteuning|uitkering|zorg|voorziening|pgb|budget|indicatie"
_ANDERS = "minder|meer|lager|hoger|korter|stopgezet|verlaagd|verhoogd|gewijzigd"
_BESLUIT = re.compile(
    r"\bbeslui(?:t|ten)\b|\bbeschikking|\bbesloten\b|\b(?:toe|af)(?:gekend|kennen|gewezen|wijzen)\b|\bgeweigerd\b"
    r"|\bbeëindig|\bingetrokken\b|\bintrekken\b|\bheeft (?:geen |nog |wel )?recht op\b"
    r"|\bu krijgt (?:\w+ ){0,4}(?:minder|meer|geen|niet)\b"
    rf"|\b(?:uw|de) (?:{_RECHT}) (?:\w+ ){{0,4}}(?:stopt|eindigt|vervalt|verandert|daalt|stijgt)\b"
    rf"|\b(?:uw|de) (?:{_RECHT}) (?:\w+ ){{0,4}}wordt (?:\w+ ){{0,3}}(?:{_ANDERS})\b",
    re.IGNORECASE,
)


def bezwaren_tegen_informatie(delen: Iterable[str]) -> tuple[str, ...]:
    """Return, in Dutch, why a text is no informatiebrief; empty when it only tells something.

    Args:
        delen: heading and paragraphs, in order; the first is called the onderwerp.
    """
    redenen = []
    for nummer, tekst in enumerate(delen):
        plek = f"alinea {nummer}" if nummer else "het onderwerp"
        if gevonden := _RECHTSMIDDELEN.search(tekst):
            redenen.append(f"{plek} gaat over bezwaar of beroep ('{gevonden[0].lower()}')")
        if gevonden := _BESLUIT.search(tekst):
            redenen.append(f"{plek} lijkt over een recht te beslissen ('{gevonden[0].lower()}')")
    return tuple(redenen)
