"""The batch: what it costs besides the rendering, whether memory stays flat, and what the check costs beside it."""

from __future__ import annotations

import os
import resource
import sys
import tempfile
import time
from collections.abc import Iterable, Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from statistics import median

from brieven import opstelling, voorbeeldbrieven
from meting import Regel, als_tijd, keer, rekentijd

from toegang.environment import Gemeente, Klok, open_gemeente
from toegang.letters.batch.bevries import Bevriesopdracht, bevries
from toegang.letters.batch.controleer import controleer
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keur_goed import keur_goed
from toegang.letters.batch.maak import Maakopdracht, maak
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


def meet(brieven: int, gerenderd: int) -> list[Regel]:
    """Measure a batch.

    Args:
        brieven: letters in it.
        gerenderd: letters of which the real rendering is measured, beside which the check is held.
    """
    with tempfile.TemporaryDirectory() as map_:
        register = Register(Path(map_) / "data")
        _zet_klaar(register, brieven)
        with open_gemeente(GEMEENTE, register=register, klok=Klok(DAG)) as gemeente:
            return _meet(gemeente, gerenderd)


def _meet(gemeente: Gemeente, gerenderd: int) -> list[Regel]:
    plek = Batchplek(gemeente.omgeving, gemeente.actor())
    batch = bevries(plek, Bevriesopdracht(DAG, map=str(gemeente.brievenmap)))
    aantal = batch.aantal
    nakijken = rekentijd(lambda: controleer(plek, batch.id)) / aantal
    keur_goed(plek, batch.id, aantal, zonder_steekproef=True)
    begin = _geheugen()
    halverwege: list[int] = []

    def meld(gedaan: int, totaal: int) -> None:
        if gedaan in (totaal // 10, totaal):
            halverwege.append(_geheugen())

    kant_en_klaar = GemaakteBrief(os.urandom(PDF_GROOTTE), "0" * 64, 2, (("proef", "1"),))

    def zonder_opmaak(stroom: Iterable[Briefgegevens], _: Werkplaats, __: int | None) -> Iterator[tuple]:
        yield from ((gegevens, kant_en_klaar) for gegevens in stroom)

    logo = gemeente.plugin.huisstijlbestand(gemeente.omgeving.organisatie.huisstijl.logo)
    opdracht = Maakopdracht(logo, voortgang=meld, parallel=zonder_opmaak)
    buiten = rekentijd(lambda: maak(plek, batch.id, opdracht)) / aantal
    opmaak = _opmaak(gerenderd)
    groei = halverwege[-1] - halverwege[0]
    return [
        Regel(
            f"batch van {aantal}: alles behalve het maken van de PDF, rekentijd per brief",
            als_tijd(buiten),
            f"{als_tijd(opmaak)} (een brief opmaken)",
            keer(buiten / opmaak),
            "hoogstens 5 ms",
        ),
        Regel(
            f"batch van {aantal}: controleren, rekentijd per brief",
            als_tijd(nakijken),
            f"{als_tijd(opmaak)} (een brief opmaken)",
            keer(nakijken / opmaak),
            "hoogstens 0,1 x",
        ),
        Regel(
            f"batch van {aantal}: geheugen van een tiende tot het einde",
            f"{groei / 1024:.1f} MB erbij",
            f"{begin / 1024:.0f} MB aan het begin",
            keer((begin + groei) / begin),
            "gelijk",
        ),
    ]


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
