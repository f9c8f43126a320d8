"""One letter, from data to PDF: every check first, then the rendering."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from datetime import datetime

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.databijlage import databijlage
from toegang.letters.documenttoets import vereis_geldig
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.opdracht import Bestandsbijlage, Renderer, Renderopdracht
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.tekens import controleer_tekens, controleer_vaste_tekst
from toegang.letters.woordenschat import Inhoud, lees


@dataclass(frozen=True, slots=True, repr=False)
class GemaakteBrief:
    """A letter that was made.

    Args:
        pdf: the file.
        sha256: its hash, in hexadecimal.
        paginas: number of pages.
        software: name and version of what it was made with; a reprint needs the same (LETTERS.md II.7).
    """

    pdf: bytes
    sha256: str
    paginas: int
    software: tuple[tuple[str, str], ...]


def controleer_brief(gegevens: Briefgegevens, sjabloonset: Sjabloonset, huisstijl: Huisstijl) -> tuple[str, Inhoud]:
    """Do everything that can be done without rendering: all faults show here.

    Args:
        gegevens: what is printed.
        sjabloonset: the templates of the gemeente.
        huisstijl: its house style.

    Returns:
        The HTML document and what stands in it.

    Raises:
        Controlefout: a character, the template or the HTML is not right.
        NietToegestaan: the law asks something that is not there; names the rule.
    """
    controleer_tekens(gegevens, huisstijl.lettertype)
    html = sjabloonset.html(gegevens.sjabloon, gegevens)
    inhoud = lees(html, gegevens.sjabloon)
    controleer_inhoud(gegevens, inhoud, huisstijl)
    return html, inhoud


def controleer_inhoud(gegevens: Briefgegevens, inhoud: Inhoud, huisstijl: Huisstijl) -> None:
    """Do what :func:`controleer_brief` does with what stands in a letter.

    Args:
        gegevens: what is printed.
        inhoud: what stands in it.
        huisstijl: the house style.

    Raises:
        Controlefout: a character or the HTML is not right.
        NietToegestaan: the law asks something that is not there; names the rule.
    """
    controleer_vaste_tekst(gegevens.sjabloon, inhoud.tekst, huisstijl.lettertype)
    vereis_geldig(gegevens, inhoud)


def maak_brief(
    gegevens: Briefgegevens,
    sjabloonset: Sjabloonset,
    huisstijl: Huisstijl,
    logo: bytes,
    renderer: Renderer,
    tijdstip: datetime,
    bestanden: tuple[Bestandsbijlage, ...] = (),
    *,
    concept: bool = False,
) -> GemaakteBrief:
    """Make one letter.

    Args:
        gegevens: what is printed.
        sjabloonset: the templates of the gemeente.
        huisstijl: its house style.
        logo: its logo, sanitised (:func:`toegang.letters.logo.schone_svg`).
        renderer: the port.
        tijdstip: instant of making, from the injected clock; stands in the file.
        bestanden: files to embed, besides the data of a decision.
        concept: mark every page as a preview.

    Returns:
        The letter with its hash.

    Raises:
        ToegangFout: see :func:`controleer_brief` and :class:`toegang.letters.opdracht.Renderer`.
    """
    html, inhoud = controleer_brief(gegevens, sjabloonset, huisstijl)
    data = databijlage(gegevens, inhoud)
    bestanden = (data, *bestanden) if data else bestanden
    pdf = renderer.render(Renderopdracht(html, huisstijl, logo, tijdstip, bestanden, concept))
    return GemaakteBrief(bytes(pdf), hashlib.sha256(pdf).hexdigest(), pdf.paginas, renderer.software())
