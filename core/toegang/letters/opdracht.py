"""The port between letters and a renderer: what it gets, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import Protocol, Self

from toegang.domain.huisstijl import Huisstijl


@dataclass(frozen=True, slots=True, repr=False)
class Bestandsbijlage:
    """A file that travels inside the PDF (PDF/A-3).

    Args:
        naam: file name; holds no personal data.
        inhoud: its bytes.
        omschrijving: what it is, in Dutch.
        relatie: relation to the letter (ISO 32000-2, 7.11.3), e.g. ``Source`` or ``Data``.
    """

    naam: str
    inhoud: bytes
    omschrijving: str
    relatie: str = "Data"


@dataclass(frozen=True, slots=True, repr=False)
class Renderopdracht:
    """One letter to be rendered; the same assignment gives the same bytes on one software set.

    Args:
        html: document that passed the strict parser.
        huisstijl: house style from which the CSS is made.
        logo: SVG of the logo, sanitised.
        tijdstip: instant that is written in the file as its creation; with time zone.
        bijlagen: files to embed.
        concept: mark every page as a preview that is no letter.
    """

    html: str
    huisstijl: Huisstijl
    logo: bytes
    tijdstip: datetime
    bijlagen: tuple[Bestandsbijlage, ...] = field(default=())
    concept: bool = False


class Pdf(bytes):
    """The bytes of a PDF that know their number of pages.

    Args:
        inhoud: the bytes.
        paginas: number of pages.
    """

    paginas: int

    def __new__(cls, inhoud: bytes, paginas: int) -> Self:
        """Make it."""
        pdf = super().__new__(cls, inhoud)
        pdf.paginas = paginas
        return pdf

    def __getnewargs__(self) -> tuple[bytes, int]:  # type: ignore[override]
        """Let it travel between processes."""
        return bytes(self), self.paginas


class Renderer(Protocol):
    """Makes a PDF out of a letter."""

    def render(self, opdracht: Renderopdracht) -> Pdf:
        """Render one letter.

        Args:
            opdracht: the letter.

        Returns:
            One file that is PDF/A-3a and PDF/UA-1.

        Raises:
            ToegangFout: it cannot be made; in Dutch, without text of the letter.
        """
        ...

    def software(self) -> tuple[tuple[str, str], ...]:
        """Return name and version of everything that decides the bytes."""
        ...
