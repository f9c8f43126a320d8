"""The batch: what each step costs besides the rendering, how that grows, whether memory stays flat, and two workers."""

from __future__ import annotations

import hashlib
import io
import os
import resource
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median
from typing import TypeVar

from brieven import opstelling, voorbeeldbrieven
from meting import Regel, als_tijd, keer, rekentijd

from toegang.domain.batch import Batch, Regelstand
from toegang.environment import Gemeente, Klok, open_gemeente
from toegang.letters.batch.bevries import Bevriesopdracht, bevries
from toegang.letters.batch.controleer import controleer
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keur_goed import keur_goed
from toegang.letters.batch.maak import Maakopdracht, maak
from toegang.letters.batch.terug import Terugreden, trek_terug
from toegang.letters.batch.verzonden import verzonden
from toegang.letters.batch.vrijgeven import geef_vrij
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.maken import GemaakteBrief, maak_brief
from toegang.letters.pool import Werkplaats
from toegang.letters.weasy import WeasyRenderer
from toegang.lifecycle.intake import neem_in
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

sys.path.append(str(Path(__file__).parents[1] / "tests" / "core" / "hulp"))
from veel import vermenigvuldig

DAG = date(2026, 11, 20)
PDF_GROOTTE = 40_000
GEMEENTE = "zwolle"
WARM = 10
"""Letters before the measurement of workers begins: loading WeasyPrint is no part of it."""
T = TypeVar("T")
Stroom = Iterator[tuple[Briefgegevens, GemaakteBrief]]


def meet(brieven: Sequence[int], gerenderd: int, werkers: int, rondes: int) -> list[Regel]:
    """Measure batches.

    Args:
        brieven: letters of a small and of a large batch, measured after each other.
        gerenderd: letters of which the real rendering is measured, beside which the rest is held.
        werkers: letters of a batch that one worker makes, and two workers make.
        rondes: turns of those.
    """
    klein, groot = (_met_batch(aantal, _stappen) for aantal in brieven)
    opmaak = _opmaak(gerenderd)
    een, twee = _werkers(werkers, rondes)
    regels = [
        Regel(
            f"batch van {groot.aantal}: {stap}, rekentijd per brief",
            als_tijd(per_brief),
            f"{als_tijd(klein.per_brief[stap])} bij {klein.aantal}",
            keer(per_brief / klein.per_brief[stap]),
            _GRENZEN.get(stap, ""),
        )
        for stap, per_brief in groot.per_brief.items()
    ]
    buiten = sum(per_brief for stap, per_brief in groot.per_brief.items() if stap != "controleer")
    return [
        *regels,
        _naast_opmaak(f"batch van {groot.aantal}: alle stappen samen, zonder controleer en opmaak", buiten, opmaak, ""),
        _naast_opmaak(f"batch van {groot.aantal}: controleer", groot.per_brief["controleer"], opmaak, "< 0,1 x"),
        Regel(
            f"batch van {groot.aantal}: geheugen van een tiende tot het einde van maak",
            f"{groot.erbij / 1024:.1f} MB erbij",
            f"{groot.begin / 1024:.0f} MB aan het begin",
            keer((groot.begin + groot.erbij) / groot.begin),
            "gelijk",
        ),
        Regel("maak met twee werkers naast een", f"{twee:.1f} per s", f"{een:.1f} per s", keer(twee / een), "≥ 1,8 x"),
    ]


_GRENZEN = {"maak": "≤ 5 ms"}
"""The bar of the issue: everything but the rendering, while the letters are made."""


def _naast_opmaak(wat: str, per_brief: float, opmaak: float, grens: str) -> Regel:
    return Regel(wat, als_tijd(per_brief), f"{als_tijd(opmaak)} (een brief opmaken)", keer(per_brief / opmaak), grens)


@dataclass
class Meting:
    """One batch: CPU seconds per letter of each step, and kilobytes of memory while its letters were made."""

    aantal: int
    per_brief: dict[str, float] = field(default_factory=dict)
    begin: int = 0
    erbij: int = 0

    def stap(self, naam: str, doe: Callable[[], object]) -> None:
        """Take a step and keep what it cost."""
        self.per_brief[naam] = rekentijd(doe) / self.aantal


def _met_batch(brieven: int, doe: Callable[[Batchplek, Gemeente], T]) -> T:
    with tempfile.TemporaryDirectory() as map_:
        register = Register(Path(map_) / "data")
        _zet_klaar(register, brieven)
        with open_gemeente(GEMEENTE, register=register, klok=Klok(DAG)) as gemeente:
            return doe(Batchplek(gemeente.omgeving, gemeente.actor()), gemeente)


def _stappen(plek: Batchplek, gemeente: Gemeente) -> Meting:
    batches: list[Batch] = []
    begin = time.process_time()
    batches.append(bevries(plek, Bevriesopdracht(DAG, map=str(gemeente.brievenmap))))
    meting, kenmerk = Meting(batches[0].aantal), batches[0].id
    meting.per_brief["bevries"] = (time.process_time() - begin) / meting.aantal
    meting.stap("controleer", lambda: controleer(plek, kenmerk))
    _keur_goed(plek, kenmerk)
    meting.begin = _geheugen()
    halverwege: list[int] = []

    def meld(gedaan: int, totaal: int) -> None:
        if gedaan in (totaal // 10, totaal):
            halverwege.append(_geheugen())

    opdracht = Maakopdracht(_logo(gemeente), voortgang=meld, parallel=_zonder_opmaak)
    meting.stap("maak", lambda: maak(plek, kenmerk, opdracht))
    meting.erbij = halverwege[-1] - halverwege[0]
    meting.stap("vrijgeven", lambda: batches.append(geef_vrij(plek, kenmerk).batch))
    meting.stap("verzonden", lambda: _verzend(plek, batches[-1]))
    return meting


def _verzend(plek: Batchplek, batch: Batch) -> None:
    for groep in batch.groepen:
        uitslag = verzonden(plek, batch.id, DAG, batch.brieven_in(groep), groep)
        assert not uitslag.geweigerd, uitslag.geweigerd[0]


def _keur_goed(plek: Batchplek, kenmerk: str) -> None:
    with plek.lees() as werk:
        batch = werk.batches.haal(kenmerk)
        te_maken = werk.batchregels.telling(kenmerk, batch.aantal)[Regelstand.GEKOZEN]
    keur_goed(plek, kenmerk, te_maken, zonder_steekproef=True)


def _zonder_opmaak(stroom: Iterable[Briefgegevens], _: Werkplaats, __: int | None) -> Stroom:
    """Give every letter the same file: what is left is everything but the rendering."""
    import pikepdf

    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.add_blank_page()
        pdf.Root.Vulling = pikepdf.Stream(pdf, os.urandom(PDF_GROOTTE))
        pdf.save(bestand := io.BytesIO())
    inhoud = bestand.getvalue()
    brief = GemaakteBrief(inhoud, hashlib.sha256(inhoud).hexdigest(), 2, (("proef", "1"),))
    yield from ((gegevens, brief) for gegevens in stroom)


def _werkers(brieven: int, rondes: int) -> tuple[float, float]:
    """Return letters per second of ``maak`` with the real renderer, for one worker and for two, taking turns."""

    def beurten(plek: Batchplek, gemeente: Gemeente) -> tuple[float, float]:
        paren = [(_tempo(plek, gemeente, 1), _tempo(plek, gemeente, 2)) for _ in range(rondes)]
        een, verhouding = median(paar[0] for paar in paren), median(paar[1] / paar[0] for paar in paren)
        return een, een * verhouding

    return _met_batch(brieven, beurten)


def _tempo(plek: Batchplek, gemeente: Gemeente, werkers: int) -> float:
    """Make every letter that is due, and take them back so that it can be done again."""
    batch = bevries(plek, Bevriesopdracht(DAG, map=str(gemeente.brievenmap)))
    controleer(plek, batch.id)
    _keur_goed(plek, batch.id)
    tijden: list[float] = []
    opdracht = Maakopdracht(_logo(gemeente), werkers, lambda *_: tijden.append(time.perf_counter()))
    maak(plek, batch.id, opdracht)
    trek_terug(plek, batch.id, Terugreden.OP_VERZOEK)
    warm = min(WARM, len(tijden) // 4)
    return (len(tijden) - 1 - warm) / (tijden[-1] - tijden[warm])


def _logo(gemeente: Gemeente) -> bytes:
    return gemeente.plugin.huisstijlbestand(gemeente.omgeving.organisatie.huisstijl.logo)


def _opmaak(aantal: int) -> float:
    """Return the CPU seconds of one letter from data to PDF, as a worker makes it."""
    op, renderer = opstelling(), WeasyRenderer()
    tijden = []
    for gegevens in islice(voorbeeldbrieven(op), aantal + 2):
        begin = time.process_time()
        maak_brief(gegevens, op.sjablonen, op.huisstijl, op.logo, renderer, Klok(DAG).nu())
        tijden.append(time.process_time() - begin)
    return sum(tijden[2:]) / max(1, len(tijden[2:])) if aantal > 2 else median(tijden)


def _zet_klaar(register: Register, brieven: int) -> None:
    with richt_in(GEMEENTE, register, Klok(DAG)) as gemeente:
        for inzending in uit_scenarios(GEMEENTE, gemeente.omgeving.organisatie, DAG, 4):
            for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                loop_door(gemeente, zaak, inzending.scenario)
        vermenigvuldig(gemeente, max(0, brieven // 2 - 4))


def _geheugen() -> int:
    """Return the most memory that this process had, in kilobytes."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
