"""The batch on the real thing: storage, plugins, life cycle, workers, files."""

from __future__ import annotations

import contextlib
import os
import shutil
import signal
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from datetime import date, timedelta
from hashlib import sha256
from pathlib import Path

import pytest
from proefrenderers import Snelle

from toegang.domain.brief import Aanhoudreden, Brief, Briefstatus
from toegang.environment import Gemeente, Klok, open_gemeente
from toegang.errors import Conflict
from toegang.letters.batch import Batchopdracht, maak_verschuldigde_brieven
from toegang.letters.uitslag import Batchuitslag
from toegang.letters.weasy import WeasyRenderer
from toegang.lifecycle.intake import neem_in
from toegang.storage.bestanden import slot
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

VANDAAG = date(2026, 11, 20)
AANTAL = 3
NAAM = "zwolle"


@pytest.fixture(scope="module")
def klaargezet(tmp_path_factory) -> Path:
    """Walk a few questions up to the letters that are due; done once."""
    map_ = tmp_path_factory.mktemp("klaargezet")
    with richt_in(NAAM, Register(map_), Klok(VANDAAG)) as gemeente:
        for inzending in uit_scenarios(NAAM, gemeente.omgeving.organisatie, VANDAAG, AANTAL):
            for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                loop_door(gemeente, zaak, inzending.scenario)
    return map_


@pytest.fixture
def gemeente(klaargezet: Path, tmp_path: Path) -> Iterator[Gemeente]:
    shutil.copytree(klaargezet, tmp_path / "data")
    with open_gemeente(NAAM, register=Register(tmp_path / "data"), klok=Klok(VANDAAG)) as geopend:
        yield geopend


@pytest.fixture
def maak(gemeente: Gemeente) -> Callable[..., Batchuitslag]:
    def maak_(**anders: object) -> Batchuitslag:
        vast = {
            "logo": gemeente.plugin.huisstijlbestand("logo.svg"),
            "uitvoermap": gemeente.brievenmap,
            "dagtekening": VANDAAG,
            "werkers": 1,
            "renderer": Snelle,
        }
        return maak_verschuldigde_brieven(gemeente.omgeving, gemeente.actor(), Batchopdracht(**{**vast, **anders}))

    return maak_


def brieven(gemeente: Gemeente) -> dict[str, Brief]:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        # the report of the gesprek was handed over, so its letter was dropped
        return {brief.id: brief for brief in werk.brieven.zoek() if brief.status is not Briefstatus.VERVALLEN}


def bestanden(gemeente: Gemeente) -> dict[str, str]:
    return {pad.stem: sha256(pad.read_bytes()).hexdigest() for pad in gemeente.brievenmap.glob("*")}


def logkop(gemeente: Gemeente) -> int:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.logboek.kop().volgnr


def wijzig_client(gemeente: Gemeente, zaak_id: str, **anders: object) -> None:
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        client = werk.inwoners.haal(werk.zaken.haal(zaak_id).client_id)
        werk.inwoners.bewaar(client.gewijzigd(**anders))
        werk.commit()


def test_every_letter_is_made_once_and_stored_as_it_was_handed_out(gemeente, maak) -> None:
    voortgang = []

    uitslag = maak(voortgang=lambda gedaan, totaal: voortgang.append((gedaan, totaal)), renderer=WeasyRenderer)

    alle = brieven(gemeente)
    assert len(alle) == 2 * AANTAL
    assert set(uitslag.gemaakt) == set(alle)
    assert (uitslag.aangehouden, uitslag.mislukt, uitslag.hersteld) == ((), (), 0)
    assert voortgang == [(nummer, 6) for nummer in range(1, 7)]
    assert bestanden(gemeente) == {id_: brief.sha256 for id_, brief in alle.items()}
    for brief in alle.values():
        assert brief.status is Briefstatus.GEMAAKT
        assert brief.dagtekening == VANDAAG
        assert brief.paginas >= 1
        assert brief.momentopname["zaaknummer"] == brief.zaak_id
        assert dict(brief.software)["weasyprint"]
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            assert sha256(werk.brieven.pdf(brief.id)).hexdigest() == brief.sha256
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in gemeente.brievenmap.glob("*")} == {0o600}


def test_a_second_run_changes_nothing(gemeente, maak) -> None:
    maak()
    eerst = brieven(gemeente), bestanden(gemeente), logkop(gemeente)
    rekentijd = os.times().children_user

    uitslag = maak(dagtekening=VANDAAG + timedelta(days=1))

    assert uitslag.niets_gedaan
    assert os.times().children_user == rekentijd
    assert (brieven(gemeente), bestanden(gemeente), logkop(gemeente)) == eerst


def test_a_run_can_be_limited_to_some_templates(gemeente, maak) -> None:
    bevestiging = frozenset({"melding/ontvangstbevestiging"})
    eerste = maak(alleen=bevestiging, dagtekening=date(2026, 10, 12))
    alle = brieven(gemeente)
    assert {alle[id_].sjabloon for id_ in eerste.gemaakt} == bevestiging
    assert {brief.dagtekening for brief in alle.values() if brief.sjabloon in bevestiging} == {date(2026, 10, 12)}
    rest = maak()
    assert set(eerste.gemaakt) | set(rest.gemaakt) == set(alle)
    assert not set(eerste.gemaakt) & set(rest.gemaakt)


def test_who_died_gets_no_letter_until_a_person_looked(gemeente, maak) -> None:
    overleden = next(brief for brief in brieven(gemeente).values() if brief.besluit_id)
    wijzig_client(gemeente, overleden.zaak_id, overlijdensdatum="20261101")

    uitslag = maak()
    nogmaals = maak()

    assert len(uitslag.gemaakt) == 2 * AANTAL - 2
    assert {melding.reden for melding in uitslag.aangehouden} == {Aanhoudreden.OVERLEDEN}
    assert len(uitslag.aangehouden) == 2
    assert nogmaals.niets_gedaan
    assert nogmaals.aangehouden == uitslag.aangehouden
    brief = brieven(gemeente)[overleden.id]
    assert brief.status is Briefstatus.AANGEHOUDEN
    assert brief.aanhoudreden is Aanhoudreden.OVERLEDEN
    assert overleden.id not in bestanden(gemeente)

    wijzig_client(gemeente, overleden.zaak_id, overlijdensdatum="")
    assert set(maak().gemaakt) == {melding.brief for melding in uitslag.aangehouden}
    assert brieven(gemeente)[overleden.id].aanhoudreden is None


def test_a_letter_that_fails_is_listed_and_can_be_made_after_repair(gemeente, maak) -> None:
    fout = next(brief for brief in brieven(gemeente).values() if brief.besluit_id)
    wijzig_client(gemeente, fout.zaak_id, straat="Kanariegeelstraat \U0001f600")

    uitslag = maak()
    stand = logkop(gemeente)
    nogmaals = maak()

    assert len(uitslag.gemaakt) == 2 * AANTAL - 2
    assert {melding.zaak for melding in uitslag.mislukt} == {fout.zaak_id}
    assert all("U+1F600" in melding.uitleg and "Kanarie" not in melding.uitleg for melding in uitslag.mislukt)
    assert brieven(gemeente)[fout.id].toelichting == uitslag.mislukt[0].uitleg
    assert nogmaals.niets_gedaan
    assert nogmaals.mislukt == uitslag.mislukt
    assert logkop(gemeente) == stand

    wijzig_client(gemeente, fout.zaak_id, straat="Dorpsstraat")
    assert len(maak().gemaakt) == 2
    assert set(bestanden(gemeente)) == set(brieven(gemeente))


KIND = """
import os, sys
from datetime import date
from pathlib import Path
from toegang.environment import Klok, open_gemeente
from toegang.letters.batch import Batchopdracht, maak_verschuldigde_brieven
from toegang.tenancy import Register
from proefrenderers import Snelle

if __name__ == "__main__":
    na = int(sys.argv[2])
    def voortgang(gedaan, totaal):
        print(gedaan, flush=True)
        if gedaan == na:
            os.kill(os.getpid(), 9)
    with open_gemeente("zwolle", register=Register(Path(sys.argv[1])), klok=Klok(date(2026, 11, 20))) as gemeente:
        opdracht = Batchopdracht(gemeente.plugin.huisstijlbestand("logo.svg"), gemeente.brievenmap,
                                 date(2026, 11, 20), 1, voortgang, Snelle)
        maak_verschuldigde_brieven(gemeente.omgeving, gemeente.actor(), opdracht)
"""


def test_killed_and_taken_up_again_the_set_is_whole(gemeente, maak, tmp_path: Path) -> None:
    (tmp_path / "kind.py").write_text(KIND)
    kind = subprocess.run(
        [sys.executable, str(tmp_path / "kind.py"), str(tmp_path / "data"), "2"],
        capture_output=True,
        text=True,
        check=False,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).parent / "hulp")},
    )
    assert kind.returncode == -signal.SIGKILL, kind.stderr
    eerste = {id_: brief for id_, brief in brieven(gemeente).items() if brief.status is Briefstatus.GEMAAKT}
    assert 2 <= len(eerste) < 2 * AANTAL
    # Killed between commit and file: the letter is stored, its file is not there.
    kwijt = next(iter(eerste))
    with contextlib.suppress(FileNotFoundError):
        (gemeente.brievenmap / f"{kwijt}.pdf").unlink()

    uitslag = maak(dagtekening=VANDAAG + timedelta(days=3))

    alle = brieven(gemeente)
    assert not set(uitslag.gemaakt) & set(eerste)
    assert set(uitslag.gemaakt) | set(eerste) == set(alle)
    assert uitslag.hersteld == 1
    assert bestanden(gemeente) == {id_: brief.sha256 for id_, brief in alle.items()}
    # The date was frozen with the set: a later run does not print another.
    assert {brief.dagtekening for brief in alle.values()} == {VANDAAG}
    assert {id_: alle[id_] for id_ in eerste} == eerste
    assert maak().niets_gedaan


def test_two_runs_at_once_are_refused(gemeente, maak) -> None:
    with (
        slot(gemeente.omgeving.opslag.pad.with_suffix(".brieven.slot"), "het maken van brieven"),
        pytest.raises(Conflict, match="bezig met het maken van brieven"),
    ):
        maak()
    assert bestanden(gemeente) == {}
