"""Letters: the naive call of WeasyPrint beside ours on the same HTML in the same run, and two processes beside one."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import cycle, islice
from pathlib import Path
from statistics import median
from typing import Any

import briefgeheugen
import briefoffice
import briefparen
from meting import Regel, als_tijd, keer, rekentijd

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.logo import schone_svg
from toegang.letters.maken import maak_brief
from toegang.letters.pool import Brieffout, Werkplaats, maak_parallel
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.weasy import VARIANT, WeasyRenderer
from toegang.letters.werker import OPRUIMEN_NA, zelden_opruimen
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
    op = opstelling()
    gegevens = list(islice(voorbeeldbrieven(op), brieven))
    paren = briefparen.meet(brieven, rondes)
    maak = Maker(op, WeasyRenderer())
    maak.heel(gegevens)  # warms up
    zelden_opruimen()
    heel = median(rekentijd(lambda: maak.heel(gegevens)) for _ in range(rondes)) / brieven
    een, twee = _tempo(op, 1, parallel), _tempo(op, 2, parallel)
    laag, hoog = paren.kwartielen
    return [
        Regel(
            f"brieven per seconde en kern, alleen opmaak ({GEMEENTE})",
            f"{1 / paren.ons:.1f} per s",
            f"{1 / paren.naief:.1f} per s (naïef WeasyPrint, {VARIANT})",
            f"{keer(paren.verhouding)} [{laag:.2f}-{hoog:.2f}]",
            f"≥ {GRENS} x",
        ),
        Regel(
            "hetzelfde, met sjabloon en alle controles",
            f"{1 / heel:.1f} per s",
            f"{1 / paren.naief:.1f} per s (naïef WeasyPrint)",
            keer(paren.naief / heel),
        ),
        Regel("twee processen naast één", f"{twee:.1f} per s", f"{een:.1f} per s (één proces)", keer(twee / een)),
        Regel("één brief, opmaak", als_tijd(paren.ons), f"{als_tijd(paren.naief)} (naïef)", ""),
        *briefoffice.meet(maak, gegevens),
        *briefgeheugen.meet(*geheugen),
    ]


@dataclass(frozen=True)
class Maker:
    """Makes whole letters."""

    opstelling: Opstelling
    renderer: WeasyRenderer

    def heel(self, brieven: list[Briefgegevens]) -> None:
        """Make each letter from its data: template, checks and rendering; then collect garbage, as a worker does."""
        op = self.opstelling
        for nummer, gegevens in enumerate(brieven, start=1):
            maak_brief(gegevens, op.sjablonen, op.huisstijl, op.logo, self.renderer, TIJDSTIP)
            if nummer % OPRUIMEN_NA == 0:
                gc.collect()


def opstelling() -> Opstelling:
    """Return what every letter of the measured gemeente shares."""
    inschrijving = zoek(GEMEENTE)
    plugin = laad_plugin(inschrijving)
    organisatie = plugin.organisatie({})
    bord = maak_bord(GEMEENTE, plugin, inschrijving, organisatie)
    mappen = tuple(Path(map_) for _, lagen in bord.template_dirs() for map_ in lagen)
    logo = schone_svg(plugin.huisstijlbestand(organisatie.huisstijl.logo))
    return Opstelling(Sjabloonset(mappen), organisatie.huisstijl, logo)


def voorbeeldbrieven(opstelling: Opstelling) -> Iterator[Briefgegevens]:
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
        maak_parallel(islice(voorbeeldbrieven(opstelling), warm + aantal), werkplaats, werkers), start=1
    ):
        assert not isinstance(uitkomst, Brieffout), uitkomst.uitleg
        if nummer == warm:
            begin = time.perf_counter()
    return aantal / (time.perf_counter() - begin)
