"""Renderers as a second engine would be: workers import them by name."""

from __future__ import annotations

import hashlib
import os
import re
import time

from toegang.letters.opdracht import Pdf, Renderopdracht


class Snelle:
    """Makes no PDF; dies or fails on the letter that asks for it."""

    def render(self, opdracht: Renderopdracht) -> Pdf:
        if "STERF" in opdracht.html:
            os._exit(9)
        if "VAL" in opdracht.html:
            raise ValueError("Kanariegeel")
        return Pdf(f"%PDF {opdracht.tijdstip.isoformat()} {opdracht.html}".encode(), 1)

    def software(self) -> tuple[tuple[str, str], ...]:
        return (("proef", "1"),)


class Hangende(Snelle):
    """Never comes back from the letter that asks for it."""

    def render(self, opdracht: Renderopdracht) -> Pdf:
        if "HANG" in opdracht.html:
            time.sleep(3600)
        return super().render(opdracht)


class Lichte(Hangende):
    """Makes a real PDF that tells letters apart, without any layout; hangs or dies where the letter asks for it."""

    def render(self, opdracht: Renderopdracht) -> Pdf:
        super().render(opdracht)
        woorden = re.sub(r"<[^>]+>", " ", opdracht.html).split()
        inhoud = f"BT /F1 8 Tf 20 800 Td ({opdracht.tijdstip.isoformat()} {len(woorden)}) Tj ET".encode()
        merk = hashlib.sha256(opdracht.html.encode()).hexdigest().encode()
        paginas = 1 + len(woorden) // 400
        return Pdf(_pdf(inhoud, merk, paginas), paginas)

    def software(self) -> tuple[tuple[str, str], ...]:
        return (("licht", "1"),)


def _pdf(inhoud: bytes, merk: bytes, paginas: int) -> bytes:
    """Return the smallest file that every reader takes; the mark stands in it as a comment."""
    kinderen = b" ".join(b"%d 0 R" % (5 + nummer) for nummer in range(paginas))
    blad = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 3 0 R/Resources<</Font<</F1 4 0 R>>>>>>"
    delen = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Count %d/Kids[%s]>>" % (paginas, kinderen),
        b"<</Length %d>>stream\n%s\nendstream" % (len(inhoud), inhoud),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        *([blad] * paginas),
    ]
    uit, plaatsen = b"%PDF-1.4\n%" + merk + b"\n", []
    for nummer, deel in enumerate(delen, start=1):
        plaatsen.append(len(uit))
        uit += b"%d 0 obj%s\nendobj\n" % (nummer, deel)
    tabel = b"".join(b"%010d 00000 n \n" % plaats for plaats in plaatsen)
    slot = b"xref\n0 %d\n0000000000 65535 f \n%strailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF"
    return uit + slot % (len(delen) + 1, tabel, len(delen) + 1, len(uit))
