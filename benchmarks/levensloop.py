"""Cases through all five hooks, on SQLite with encryption and log, from melding to archive, without letters."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from meting import Regel, als_tijd

from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.environment import Gemeente, Klok
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.intake import neem_in
from toegang.plugins.bord import Hakenbord
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import Inzending, uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door, rond_af

GEMEENTE = "zwolle"


@dataclass
class Stopwatch:
    """Adds up the time inside hooks, and counts the questions."""

    seconden: float = 0.0
    vragen: dict[str, int] = field(default_factory=dict)

    def om(self, hook: str, vraag: Callable[..., Any]) -> Callable[..., Any]:
        """Return the question with the time it takes added up."""

        def gemeten(*args: Any, **kwargs: Any) -> Any:
            begin = time.perf_counter()
            try:
                return vraag(*args, **kwargs)
            finally:
                self.seconden += time.perf_counter() - begin
                self.vragen[hook] = self.vragen.get(hook, 0) + 1

        return gemeten


def meet(huishoudens: int) -> list[Regel]:
    """Walk households through the life cycle.

    Args:
        huishoudens: number of households; the scenarios of the demo are repeated.
    """
    klok = Stopwatch()
    with (
        tempfile.TemporaryDirectory(prefix="toegang-bench-") as map_,
        richt_in(GEMEENTE, Register(Path(map_)), Klok()) as open_,
    ):
        gemeente = _met_stopwatch(open_, klok)
        omgeving = gemeente.omgeving
        inzendingen = uit_scenarios(GEMEENTE, omgeving.organisatie, omgeving.vandaag(), huishoudens)
        begin, rekenbegin = time.perf_counter(), time.process_time()
        zaken = [zaak for inzending in inzendingen for zaak in _doe(gemeente, inzending)]
        duur, rekenduur = time.perf_counter() - begin, time.process_time() - rekenbegin
        klaar = _gearchiveerd(gemeente)
    assert klaar, "no case reached the archive"
    per_zaak = sum(klok.vragen.values()) / len(zaken)
    return [
        Regel(
            f"zaken per seconde, levensloop zonder brieven ({GEMEENTE})",
            f"{len(zaken) / duur:.1f} per s",
            f"{klaar} van {len(zaken)} zaken tot en met het archief",
            f"{als_tijd(duur / len(zaken))} per zaak",
        ),
        Regel(
            "waarvan rekentijd; de rest is wachten",
            f"{als_tijd(rekenduur / len(zaken))} per zaak",
            "",
            f"{100 * rekenduur / duur:.1f} %",
        ),
        Regel(
            "waarvan in de vijf hooks",
            f"{als_tijd(klok.seconden / len(zaken))} per zaak",
            f"{per_zaak:.1f} hookvragen per zaak",
            f"{100 * klok.seconden / duur:.1f} %",
        ),
    ]


def _met_stopwatch(gemeente: Gemeente, klok: Stopwatch) -> Gemeente:
    class Meetbord(Hakenbord):
        """A hook board that is timed."""

    for hook in ("route_intake", "compose_team", "assign_regie", "draft_beschikking", "decide_archivering"):
        setattr(Meetbord, hook, klok.om(hook, getattr(Hakenbord, hook)))
    oud = gemeente.omgeving.bord
    return replace(gemeente, omgeving=replace(gemeente.omgeving, bord=Meetbord(oud.gemeente, oud.lagen)))


def _doe(gemeente: Gemeente, inzending: Inzending) -> tuple[str, ...]:
    """Take in one submission and walk its zaken to the end; letters are ticked off as made."""
    zaken = neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken
    for zaak_id in zaken:
        if loop_door(gemeente, zaak_id, inzending.scenario).status is Stap.BESCHIKKING:
            _vink_brieven_af(gemeente, zaak_id)
            maak_bekend(gemeente.omgeving, gemeente.actor(), zaak_id, gemeente.omgeving.vandaag())
        rond_af(gemeente, zaak_id)
    return zaken


def _vink_brieven_af(gemeente: Gemeente, zaak_id: str) -> None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        for brief in werk.brieven.zoek(zaak_id=zaak_id):
            gemaakt = {"status": Briefstatus.GEMAAKT, "dagtekening": gemeente.omgeving.vandaag()}
            werk.brieven.bewaar(brief.gewijzigd(**gemaakt))
        werk.commit()


def _gearchiveerd(gemeente: Gemeente) -> int:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return len(werk.zaken.zoek(status=Stap.ARCHIEF))
