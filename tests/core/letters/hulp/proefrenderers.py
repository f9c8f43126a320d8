"""Renderers as a second engine would be: workers import them by name."""

from __future__ import annotations

import os

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
