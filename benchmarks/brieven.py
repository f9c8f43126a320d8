"""Letters: the naive call of WeasyPrint beside ours on the same HTML in the same run, and two processes beside one."""

from __future__ import annotations

import base64
import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

import briefgeheugen
import briefoffice
from meting import Regel, als_tijd, keer, rekentijd

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import maak_brief
from toegang.letters.opdracht import Renderopdracht
from toegang.letters.opmaak import maak_css
from toegang.letters.pool import Brieffout, Werkplaats, maak_parallel
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.vocabulaire import LOGO
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.weasy import VARIANT, WeasyRenderer
from toegang.letters.werker import OPRUIMEN_NA
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek

GEMEENTE = "zwolle"
TIJDSTIP = datetime(2026, 3, 24, 12, tzinfo=UTC)


@dataclass(frozen=True)
class Opstelling:
    """What every letter of a gemeente shares."""

    sjablonen: Sjabloonset
    huisstijl: Huisstijl
    logo: bytes


GRENS = 1.4


def meet(brieven: int, rondes: int, parallel: int, geheugen: tuple[int, int]) -> list[Regel]:
    """Measure letters.

    Args:
        brieven: letters per round.
        rondes: rounds, in each of which both take turns per letter.
        parallel: letters for the comparison of one and two processes.
        geheugen: letters before the first and the last reading of memory.
    """
    opstelling = _opstelling()
    gegevens = list(islice(_brieven(opstelling), brieven))
    renderer = WeasyRenderer()
    renderer.software()  # loads Pango and the packaged fonts, for both
    gc.collect()
    gc.freeze()
    maak = Maker(opstelling, renderer)
    paren = [maak.ronde(gegevens) for _ in range(rondes + 1)][1:]  # the first round warms up
    naief = median(paar[0] for paar in paren) / brieven
    ons = median(paar[1] for paar in paren) / brieven
    heel = median(rekentijd(lambda: maak.heel(gegevens)) for _ in range(rondes)) / brieven
    een, twee = _tempo(opstelling, 1, parallel), _tempo(opstelling, 2, parallel)
    return [
        Regel(
            f"brieven per seconde en kern, alleen opmaak ({GEMEENTE})",
            f"{1 / ons:.1f} per s",
            f"{1 / naief:.1f} per s (naïef WeasyPrint, {VARIANT})",
            keer(median(een / ander for een, ander in maak.paren[brieven:])),
            f"≥ {GRENS} x",
        ),
        Regel(
            "hetzelfde, met sjabloon en alle controles",
            f"{1 / heel:.1f} per s",
            f"{1 / naief:.1f} per s (naïef WeasyPrint)",
            keer(naief / heel),
        ),
        Regel("twee processen naast één", f"{twee:.1f} per s", f"{een:.1f} per s (één proces)", keer(twee / een)),
        Regel("één brief, opmaak", als_tijd(ons), f"{als_tijd(naief)} (naïef)", ""),
        *briefoffice.meet(maak, gegevens),
        *briefgeheugen.meet(*geheugen),
    ]


@dataclass
class Maker:
    """Makes the same letters in two ways."""

    opstelling: Opstelling
    renderer: WeasyRenderer
    gemaakt: int = 0
    paren: list[tuple[float, float]] = field(default_factory=list)

    def ronde(self, brieven: list[Briefgegevens]) -> tuple[float, float]:
        """Return the CPU seconds of the naive way and of ours; per letter the one that begins changes."""
        deze = [self._paar(nummer, gegevens) for nummer, gegevens in enumerate(brieven)]
        self.paren += deze
        return sum(naief for naief, _ in deze), sum(ons for _, ons in deze)

    def _paar(self, nummer: int, gegevens: Briefgegevens) -> tuple[float, float]:
        html = self.opstelling.sjablonen.html(gegevens.sjabloon, gegevens)
        if nummer % 2:
            naief = rekentijd(lambda: self._naief(html))
            return naief, rekentijd(lambda: self._ons(html))
        ons = rekentijd(lambda: self._ons(html))
        return rekentijd(lambda: self._naief(html)), ons

    def heel(self, brieven: list[Briefgegevens]) -> None:
        """Make each letter from its data: template, checks and rendering."""
        op = self.opstelling
        for gegevens in brieven:
            maak_brief(gegevens, op.sjablonen, op.huisstijl, op.logo, self.renderer, TIJDSTIP)

    def _ons(self, html: str) -> None:
        """As a worker does it, with its rare collections of garbage; the naive way has those of Python."""
        gc.disable()
        self.renderer.render(Renderopdracht(html, self.opstelling.huisstijl, self.opstelling.logo, TIJDSTIP))
        self.gemaakt += 1
        if self.gemaakt % OPRUIMEN_NA == 0:
            gc.collect()
        gc.enable()

    def _naief(self, html: str) -> None:
        import weasyprint

        weasyprint.HTML(string=_met_stijl(html, self.opstelling)).write_pdf(pdf_variant=VARIANT)


def _met_stijl(html: str, opstelling: Opstelling) -> str:
    """Return the document as a newcomer would hand it in: style and logo inside."""
    logo = "data:image/svg+xml;base64," + base64.b64encode(opstelling.logo).decode()
    stijl = f"<style>{maak_css(opstelling.huisstijl)}</style></head>"
    return html.replace("</head>", stijl, 1).replace(LOGO, logo)


def _opstelling() -> Opstelling:
    inschrijving = zoek(GEMEENTE)
    plugin = laad_plugin(inschrijving)
    organisatie = plugin.organisatie({})
    bord = maak_bord(GEMEENTE, plugin, inschrijving, organisatie)
    mappen = tuple(Path(map_) for _, lagen in bord.template_dirs() for map_ in lagen)
    logo = schone_svg(plugin.huisstijlbestand(organisatie.huisstijl.logo))
    return Opstelling(Sjabloonset(mappen), organisatie.huisstijl, logo)


def _brieven(opstelling: Opstelling) -> Iterator[Briefgegevens]:
    """Yield letters without end: every letter of the matrix in turn, no two with the same name and number."""
    matrix = opstelling.sjablonen.matrix
    soorten = [voorbeeldgegevens(regel.sjabloon, matrix) for regel in matrix.brieven]
    for nummer, soort in enumerate(cycle(soorten), start=1):
        yield soort.gewijzigd(**_anders(soort, nummer))


def _anders(soort: Briefgegevens, nummer: int) -> dict[str, Any]:
    naam = f"de heer of mevrouw Voorbeeld-{nummer}"
    geadresseerde = soort.geadresseerde.gewijzigd(
        adresregels=(f"E. Voorbeeld-{nummer}", f"Voorbeeldstraat {nummer}", "1234 AB  VOORBEELDSTAD"), naam=naam
    )
    kenmerk = f"B-VOORBEELD-{nummer}"
    return {"id": kenmerk, "kenmerk": kenmerk, "client": naam, "geadresseerde": geadresseerde}


def _tempo(opstelling: Opstelling, werkers: int, aantal: int) -> float:
    """Return letters per second by the clock on the wall, from the moment that every process is warm."""
    werkplaats = Werkplaats(opstelling.sjablonen.mappen, opstelling.huisstijl, opstelling.logo, TIJDSTIP)
    warm = 2 * werkers
    begin = 0.0
    for nummer, (_, uitkomst) in enumerate(
        maak_parallel(islice(_brieven(opstelling), warm + aantal), werkplaats, werkers), start=1
    ):
        assert not isinstance(uitkomst, Brieffout), uitkomst.uitleg
        if nummer == warm:
            begin = time.perf_counter()
    return aantal / (time.perf_counter() - begin)
