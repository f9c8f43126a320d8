from __future__ import annotations

import dataclasses
import os
import signal
import subprocess
import sys
import time
from multiprocessing import active_children
from pathlib import Path

import pytest
from proefrenderers import Hangende, Snelle

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.maken import GemaakteBrief
from toegang.letters.pool import Brieffout, Werkplaats, maak_parallel


@pytest.fixture
def werkplaats(sjablonen, logo, tijdstip) -> Werkplaats:
    return Werkplaats(sjablonen.mappen, Huisstijl(), logo, tijdstip)


@pytest.fixture
def snel(werkplaats) -> Werkplaats:
    """Give a workshop without WeasyPrint, in which a letter can kill its worker."""
    return Werkplaats(werkplaats.mappen, werkplaats.huisstijl, b"", werkplaats.tijdstip, Snelle)


def brieven(voorbeeld, aantal: int, **bijzonder: str):
    return [
        voorbeeld("gpk/afwijzing", id=f"B-{nummer}", onderwerp=bijzonder.get(f"nr{nummer}", f"Brief {nummer}"))
        for nummer in range(aantal)
    ]


def test_one_bad_letter_never_stops_the_rest(werkplaats, voorbeeld, maak) -> None:
    lijst = brieven(voorbeeld, 6, nr2="onmogelijk \U0001f600")

    uitkomsten = {gegevens.id: uitkomst for gegevens, uitkomst in maak_parallel(lijst, werkplaats, werkers=2)}

    assert set(uitkomsten) == {f"B-{nummer}" for nummer in range(6)}
    fout = uitkomsten.pop("B-2")
    assert isinstance(fout, Brieffout)
    assert "veld onderwerp: U+1F600" in fout.uitleg
    assert all(isinstance(uitkomst, GemaakteBrief) for uitkomst in uitkomsten.values())
    assert uitkomsten["B-5"] == maak(lijst[5])


@pytest.mark.lang
def test_a_letter_that_kills_its_worker_is_the_only_one_reported(snel, voorbeeld) -> None:

    uitkomsten = {
        gegevens.id: uitkomst
        for gegevens, uitkomst in maak_parallel(brieven(voorbeeld, 9, nr1="STERF", nr4="STERF"), snel, werkers=2)
    }

    mislukt = {naam: uitkomst.uitleg for naam, uitkomst in uitkomsten.items() if isinstance(uitkomst, Brieffout)}
    assert len(uitkomsten) == 9
    assert set(mislukt) == {"B-1", "B-4"}
    assert all("stopte onverwacht" in uitleg for uitleg in mislukt.values())


def test_an_unforeseen_error_shows_its_kind_and_not_its_text(snel, voorbeeld) -> None:

    ((_, uitkomst),) = maak_parallel(brieven(voorbeeld, 1, nr0="VAL"), snel, werkers=1)

    assert isinstance(uitkomst, Brieffout)
    assert "ValueError" in uitkomst.uitleg
    assert "Kanariegeel" not in uitkomst.uitleg


@pytest.mark.lang
def test_a_worker_that_is_killed_costs_no_letter(snel, voorbeeld) -> None:
    gemaakt = []
    for gegevens, uitkomst in maak_parallel(brieven(voorbeeld, 8), snel, werkers=2):
        if not gemaakt:
            for kind in active_children():
                os.kill(kind.pid, signal.SIGKILL)
        gemaakt.append(gegevens.id)
        assert isinstance(uitkomst, GemaakteBrief)

    assert sorted(gemaakt) == [f"B-{nummer}" for nummer in range(8)]


@pytest.mark.lang
def test_a_letter_that_hangs_is_broken_off_and_the_others_are_made(snel, voorbeeld) -> None:
    hangt = dataclasses.replace(snel, renderer=Hangende, seconden=4)

    uitkomsten = maak_parallel(brieven(voorbeeld, 5, nr1="HANG"), hangt, werkers=1)

    per_brief = {gegevens.id: uitkomst for gegevens, uitkomst in uitkomsten}
    assert len(per_brief) == 5
    fout = per_brief.pop("B-1")
    assert isinstance(fout, Brieffout)
    assert "langer dan 4 seconden" in fout.uitleg
    assert all(isinstance(uitkomst, GemaakteBrief) for uitkomst in per_brief.values())
    assert active_children() == []


def test_letters_are_read_only_as_fast_as_they_are_made(snel, voorbeeld) -> None:
    gelezen = []

    def bron():
        for gegevens in brieven(voorbeeld, 20):
            gelezen.append(gegevens.id)
            yield gegevens

    stroom = maak_parallel(bron(), snel, werkers=1)
    next(stroom)

    assert len(gelezen) <= 4
    stroom.close()
    assert active_children() == []


def test_no_letters_need_no_workers(werkplaats) -> None:
    assert list(maak_parallel([], werkplaats)) == []
    assert active_children() == []


OUDER = """
import os, sys
from datetime import UTC, datetime
from multiprocessing import active_children
from toegang_beschikkingen import SJABLONEN
from toegang.domain.huisstijl import Huisstijl
from toegang.letters.pool import Werkplaats, maak_parallel
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens

if __name__ == "__main__":
    set_ = Sjabloonset([SJABLONEN])
    logo = bytes.fromhex(sys.argv[1])
    werkplaats = Werkplaats(set_.mappen, Huisstijl(), logo, datetime(2026, 1, 1, tzinfo=UTC))
    brief = voorbeeldgegevens("gpk/afwijzing", set_.matrix)
    for _ in maak_parallel([brief] * 3, werkplaats, werkers=1):
        print(*[kind.pid for kind in active_children()], flush=True)
        os.kill(os.getpid(), 9)
"""


@pytest.mark.lang
def test_workers_end_with_a_killed_parent(tmp_path: Path, logo) -> None:
    (tmp_path / "ouder.py").write_text(OUDER)
    ouder = subprocess.run(
        [sys.executable, str(tmp_path / "ouder.py"), logo.hex()], capture_output=True, text=True, check=False
    )

    assert ouder.returncode == -signal.SIGKILL
    nummers = [int(nummer) for nummer in ouder.stdout.split()]
    assert nummers
    deadline = time.monotonic() + 10
    while any(_leeft(nummer) for nummer in nummers) and time.monotonic() < deadline:
        time.sleep(0.05)
    assert not any(_leeft(nummer) for nummer in nummers)


def _leeft(nummer: int) -> bool:
    try:
        return "Z" not in Path(f"/proc/{nummer}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
