"""The naive call of WeasyPrint beside ours on the same HTML: each in a process of its own, taking turns per letter.

In one process each would pay for the other: garbage that ours leaves is collected while the naive way works, and what
ours keeps out of the collections (``gc.freeze``) is spared the naive way too. So both do as they would by themselves:
the naive way as a newcomer writes it, ours as a worker of the pool.
"""

from __future__ import annotations

import base64
import gc
from collections.abc import Callable
from dataclasses import dataclass
from itertools import islice
from multiprocessing import get_context
from multiprocessing.connection import Connection
from statistics import median, quantiles

from meting import rekentijd

from toegang.letters.opdracht import Renderopdracht
from toegang.letters.opmaak import maak_css
from toegang.letters.vocabulaire import LOGO
from toegang.letters.weasy import VARIANT, WeasyRenderer
from toegang.letters.werker import OPRUIMEN_NA, zelden_opruimen

NAIEF, ONS = "naief", "ons"


@dataclass(frozen=True)
class Uitkomst:
    """What taking turns gave.

    Args:
        naief: median CPU seconds per letter of the naive way.
        ons: the same of ours.
        verhouding: median over the rounds of all CPU of the naive way by all CPU of ours in that round.
        kwartielen: first and third quartile of the same.
    """

    naief: float
    ons: float
    verhouding: float
    kwartielen: tuple[float, float]


def meet(brieven: int, rondes: int) -> Uitkomst:
    """Measure both ways.

    Args:
        brieven: letters per round, of different kinds.
        rondes: rounds that count; one more goes before, to warm up.
    """
    context = get_context("spawn")
    lijnen: dict[str, Connection] = {}
    processen = []
    for manier in (NAIEF, ONS):
        hier, daar = context.Pipe()
        proces = context.Process(target=_werk, args=(daar, manier, brieven), daemon=True)
        proces.start()
        daar.close()
        lijnen[manier] = hier
        processen.append(proces)
    tijden = [_ronde(lijnen, brieven) for _ in range(rondes + 1)][1:]
    for lijn in lijnen.values():
        lijn.close()
    for proces in processen:
        proces.join()
    verhoudingen = [sum(paar[0] for paar in ronde) / sum(paar[1] for paar in ronde) for ronde in tijden]
    kwart = quantiles(verhoudingen) if len(verhoudingen) > 1 else [verhoudingen[0]] * 3
    paren = [paar for ronde in tijden for paar in ronde]
    return Uitkomst(
        naief=median(naief for naief, _ in paren),
        ons=median(ons for _, ons in paren),
        verhouding=median(verhoudingen),
        kwartielen=(kwart[0], kwart[-1]),
    )


def _ronde(lijnen: dict[str, Connection], brieven: int) -> list[tuple[float, float]]:
    """Have every letter made in both ways; per letter the one that begins changes."""
    tijden = []
    for nummer in range(brieven):
        gemeten = {}
        for manier in (NAIEF, ONS) if nummer % 2 else (ONS, NAIEF):
            lijnen[manier].send(nummer)
            gemeten[manier] = lijnen[manier].recv()
        tijden.append((gemeten[NAIEF], gemeten[ONS]))
    return tijden


def _werk(lijn: Connection, manier: str, brieven: int) -> None:
    """Make the letters that are asked for, and say what each cost, until the line ends."""
    maak = _maker(manier, brieven)
    while True:
        try:
            nummer = lijn.recv()
        except EOFError:
            return
        lijn.send(rekentijd(lambda: maak(nummer)))  # noqa: B023  called at once


def _maker(manier: str, aantal: int) -> Callable[[int], None]:
    import brieven
    import weasyprint

    op = brieven.opstelling()
    documenten = [op.sjablonen.html(item.sjabloon, item) for item in islice(brieven.voorbeeldbrieven(op), aantal)]
    renderer = WeasyRenderer()
    renderer.software()  # loads Pango and the packaged fonts, for both
    if manier == NAIEF:
        logo = "data:image/svg+xml;base64," + base64.b64encode(op.logo).decode()
        stijl = f"<style>{maak_css(op.huisstijl)}</style></head>"

        def naief(nummer: int) -> None:
            """Hand in a document as a newcomer would: style and logo inside."""
            html = documenten[nummer].replace("</head>", stijl, 1).replace(LOGO, logo)
            weasyprint.HTML(string=html).write_pdf(pdf_variant=VARIANT)

        return naief
    zelden_opruimen()
    gemaakt = 0

    def ons(nummer: int) -> None:
        """Do as a worker of the pool does, with its rare collections of garbage."""
        nonlocal gemaakt
        renderer.render(Renderopdracht(documenten[nummer], op.huisstijl, op.logo, brieven.TIJDSTIP))
        gemaakt += 1
        if gemaakt % OPRUIMEN_NA == 0:
            gc.collect()

    return ons
