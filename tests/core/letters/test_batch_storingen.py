"""A batch that is broken off: killed at any moment, a full disk, a folder that goes, a worker that hangs.

After each the batch is taken up again, and then the set is equal: no double, no gap, the same bytes.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import subprocess
import sys
import traceback
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
from batchproef import VANDAAG, Proef
from proefrenderers import Lichte
from veel import vermenigvuldig

from toegang.domain.batch import Batch, Regelstand
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.environment import Klok, open_gemeente
from toegang.errors import OpslagFout
from toegang.letters.batch import emmer
from toegang.letters.batch.map import Batchmap
from toegang.letters.pool import maak_parallel
from toegang.lifecycle.intake import neem_in
from toegang.storage import Werkeenheid
from toegang.storage.batchregels import Batchregels
from toegang.storage.brieven import Brieven
from toegang.storage.logboek import Logboek
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

pytestmark = pytest.mark.lang
BRIEVEN = 300
HIER = Path(__file__).parent
HULP = os.pathsep.join(str(pad) for pad in (HIER / "hulp", HIER.parent / "hulp"))

KIND = """
import sys
from pathlib import Path
from batchproef import VANDAAG, Proef
from proefrenderers import Lichte
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.environment import Klok, open_gemeente
from toegang.letters.pool import maak_parallel
from toegang.letters.weasy import WeasyRenderer
from toegang.tenancy import Register

if __name__ == "__main__":
    map_, kenmerk, renderer = sys.argv[1:4]
    with open_gemeente("zwolle", register=Register(Path(map_)), klok=Klok(VANDAAG)) as gemeente:
        proef = Proef(gemeente)
        batch = proef.batch(kenmerk)
        stap = Handeling.MAAK if batch.stand is Batchstand.GOEDGEKEURD else Handeling.HERVAT
        meld = lambda gedaan, totaal: print(gedaan, flush=True)
        maakt = {"Lichte": Lichte, "WeasyRenderer": WeasyRenderer}[renderer]
        proef.maak(batch, renderer=maakt, parallel=maak_parallel, werkers=2, voortgang=meld, handeling=stap)
"""


@pytest.fixture(scope="module")
def klaargezet(tmp_path_factory) -> tuple[Path, str]:
    """A batch of three hundred letters that was approved."""
    map_ = tmp_path_factory.mktemp("storingen")
    with richt_in("zwolle", Register(map_), Klok(VANDAAG)) as gemeente:
        for inzending in uit_scenarios("zwolle", gemeente.omgeving.organisatie, VANDAAG, 3):
            for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                loop_door(gemeente, zaak, inzending.scenario)
        vermenigvuldig(gemeente, BRIEVEN // 2 - 3)
        proef = Proef(gemeente)
        batch = proef.bevries()
        assert batch.aantal == BRIEVEN
        proef.controleer(batch)
        proef.keur_goed(batch)
    return map_, batch.id


@pytest.fixture
def data(klaargezet: tuple[Path, str], tmp_path: Path) -> Path:
    shutil.copytree(klaargezet[0], tmp_path / "data")
    return tmp_path / "data"


@pytest.fixture
def proef(data: Path) -> Iterator[Proef]:
    with open_gemeente("zwolle", register=Register(data), klok=Klok(VANDAAG)) as geopend:
        yield Proef(geopend)


@pytest.fixture
def batch(proef: Proef, klaargezet: tuple[Path, str]) -> Batch:
    """The same batch in the copy; its files go there as well."""
    return _in_eigen_map(proef, klaargezet[1])


def _in_eigen_map(proef: Proef, kenmerk: str) -> Batch:
    with proef.gemeente.omgeving.werk(proef.plek.actor) as werk:
        batch = werk.batches.bewaar(werk.batches.haal(kenmerk).gewijzigd(map=str(proef.gemeente.brievenmap)))
        werk.commit()
    return batch


@contextmanager
def geopend(data: Path) -> Iterator[Proef]:
    """Open the copy for a moment: a process may only be copied while no database is open."""
    with open_gemeente("zwolle", register=Register(data), klok=Klok(VANDAAG)) as gemeente:
        yield Proef(gemeente)


def start(data: Path, batch: Batch, script: Path, renderer: str = "Lichte", **anders: object) -> subprocess.Popen[str]:
    script.write_text(KIND)
    return subprocess.Popen(
        [sys.executable, str(script), str(data), batch.id, renderer],
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONPATH": HULP},
        start_new_session=True,
        **anders,
    )


def kinderen(pid: int) -> list[int]:
    uit = Path(f"/proc/{pid}/task/{pid}/children")
    return [int(kind) for kind in uit.read_text().split()] if uit.exists() else []


def hashes(proef: Proef) -> dict[str, str]:
    return {id_: brief.sha256 for id_, brief in proef.brieven().items() if brief.sha256}


@pytest.fixture(scope="module")
def ongestoord(klaargezet: tuple[Path, str], tmp_path_factory) -> dict[str, str]:
    """The hashes of the same batch, made without any trouble."""
    map_ = tmp_path_factory.mktemp("ongestoord") / "data"
    shutil.copytree(klaargezet[0], map_)
    with open_gemeente("zwolle", register=Register(map_), klok=Klok(VANDAAG)) as gemeente:
        proef = Proef(gemeente)
        proef.maak(_in_eigen_map(proef, klaargezet[1]))
        return hashes(proef)


def test_killed_at_fifty_moments_the_set_is_whole(klaargezet, ongestoord, tmp_path) -> None:
    """One batch, its process killed over and over at a random write, taken up again each time until it is whole."""
    data = tmp_path / "data"
    shutil.copytree(klaargezet[0], data)
    with geopend(data) as proef:
        _in_eigen_map(proef, klaargezet[1])
    toeval = random.Random(20261120)  # noqa: S311  a fixed row of moments
    gedood = rondes = 0
    while gedood < 50:
        levend = maak_tot_write(data, klaargezet[1], toeval.randrange(1, 14))
        gedood += not levend
        if levend or gedood == 50:
            with geopend(data) as proef:
                batch = proef.batch(klaargezet[1])
                proef.maak(batch, handeling=_stap(proef, batch))
                proef.vereis_heel(batch)
                assert hashes(proef) == ongestoord
                rondes += 1
                _terug_naar_goedgekeurd(proef, batch)
    assert rondes <= 5, "too few of the moments lay on the way"


def maak_tot_write(data: Path, kenmerk: str, hoeveelste: int) -> bool:
    """Make the batch in a process that is killed at a write; tells whether it came to its end before that."""
    kind = os.fork()
    if kind == 0:
        _maak_en_sterf(data, kenmerk, hoeveelste)
    _, hoe = os.waitpid(kind, 0)
    if os.WIFSIGNALED(hoe):
        assert os.WTERMSIG(hoe) == signal.SIGKILL
        return False
    assert os.WEXITSTATUS(hoe) == 0
    return True


def _maak_en_sterf(data: Path, kenmerk: str, hoeveelste: int) -> None:
    """Never returns. Before and after each write to database or folder lies a moment; small groups, so many of them."""
    nog = hoeveelste

    def moment() -> None:
        nonlocal nog
        nog -= 1
        if nog == 0:
            os.kill(os.getpid(), signal.SIGKILL)

    def rond(klasse: type, naam: str) -> None:
        doe = getattr(klasse, naam)

        def met_momenten(*args: object, **anders: object) -> object:
            moment()
            uit = doe(*args, **anders)
            moment()
            return uit

        setattr(klasse, naam, met_momenten)

    code = 1
    try:
        emmer.MEESTE = 12
        for klasse, naam in (
            *((Batchregels, "bewaar_alle"), (Brieven, "bewaar_pdfs"), (Logboek, "schrijf")),
            *((Werkeenheid, "commit"), (Batchmap, "schrijf_brieven")),
        ):
            rond(klasse, naam)
        with geopend(data) as proef:
            batch = proef.batch(kenmerk)
            proef.maak(batch, handeling=_stap(proef, batch))
        code = 0
    except BaseException:  # noqa: BLE001  said by the exit code; this process holds a copy of the test run
        traceback.print_exc()
    finally:
        os._exit(code)


def test_workers_killed_on_the_way_and_then_their_parent(data, proef, batch, ongestoord, tmp_path) -> None:
    """Real workers: one is killed every so many letters, then the parent; what is taken up is whole."""
    kind = start(data, batch, tmp_path / "kind.py")
    gedood = 0
    for regel in kind.stdout:
        if int(regel) % 20 == 0:
            werkers = kinderen(kind.pid)
            _dood(werkers[gedood % len(werkers)])
            gedood += 1
        if gedood == 10:
            break
    _dood(kind.pid)
    kind.wait()
    kind.stdout.close()
    kind.stderr.close()
    assert gedood == 10
    proef.maak(batch, handeling=_stap(proef, batch))
    proef.vereis_heel(batch)
    assert hashes(proef) == ongestoord


def test_killed_with_the_real_renderer(data, proef, batch, tmp_path) -> None:
    """The same with WeasyPrint, on a batch of which most letters are taken out: it is slow."""
    from toegang.letters.batch.terug import Terugreden, trek_terug

    zaken = sorted({regel.zaak_id for regel in proef.regels(batch).values()})[6:]
    trek_terug(proef.plek, batch.id, Terugreden.OP_VERZOEK, zaken)
    for _ in range(3):
        with start(data, batch, tmp_path / "kind.py", "WeasyRenderer") as kind:
            kind.stdout.readline()
            _dood(kind.pid)
    with start(data, batch, tmp_path / "kind.py", "WeasyRenderer") as kind:
        _, fout = kind.communicate(timeout=300)
    assert kind.returncode == 0, fout
    regels = proef.regels(batch).values()
    assert sum(regel.stand is Regelstand.GEMAAKT for regel in regels) == 12
    gemaakt = {regel.brief_id for regel in regels if regel.stand is Regelstand.GEMAAKT}
    assert proef.bestanden(batch) == {id_: hash_ for id_, hash_ in hashes(proef).items() if id_ in gemaakt}


def test_a_full_disk_in_the_middle(data, proef, batch, ongestoord, tmp_path) -> None:
    """No file may grow any further than this, the write-ahead log neither: as on a full disk, a write fails."""

    def vol() -> None:
        import resource

        signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
        resource.setrlimit(resource.RLIMIT_FSIZE, (600_000, 600_000))

    kind = start(data, batch, tmp_path / "kind.py", preexec_fn=vol)
    uit, fout = kind.communicate(timeout=400)
    assert kind.returncode != 0, uit
    assert "OpslagFout" in fout
    stand = proef.batch(batch.id)
    assert stand.stand is Batchstand.IN_MAAK
    proef.maak(batch, handeling=Handeling.HERVAT)
    proef.vereis_heel(batch)
    assert hashes(proef) == ongestoord


def test_the_output_folder_is_removed_in_the_middle(proef, batch, ongestoord) -> None:
    def weg(gedaan: int, _totaal: int) -> None:
        if gedaan == 150:
            shutil.rmtree(Batchmap.van(batch).pad, ignore_errors=True)

    proef.maak(batch, voortgang=weg)
    proef.maak(batch, handeling=Handeling.HERVAT)
    proef.vereis_heel(batch)
    assert hashes(proef) == ongestoord


def test_a_folder_that_cannot_be_written_stops_and_can_be_taken_up(proef, batch, ongestoord, tmp_path) -> None:
    pad = Batchmap.van(batch).pad
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text("hier staat een bestand in de weg")
    with pytest.raises(OpslagFout):
        proef.maak(batch)
    pad.unlink()
    proef.maak(batch, handeling=_stap(proef, batch))
    proef.vereis_heel(batch)
    assert hashes(proef) == ongestoord


def test_a_worker_that_hangs_fails_its_letter_only(proef, batch) -> None:
    zaak = proef.een_besluit().zaak_id
    proef.wijzig_client(zaak, straat="HANG")
    omgeving = proef.gemeente.omgeving
    kort = omgeving.organisatie.gewijzigd(batch=Batchbeleid(letter_seconden=5))
    proef.gemeente = replace(proef.gemeente, omgeving=replace(omgeving, organisatie=kort))
    uitslag = proef.maak(batch, renderer=Lichte, parallel=maak_parallel, werkers=2)
    assert uitslag.telling[Regelstand.MISLUKT] == 2
    assert uitslag.telling.gemaakt == BRIEVEN - 2
    mislukt = [regel for regel in proef.regels(batch).values() if regel.stand is Regelstand.MISLUKT]
    assert {regel.zaak_id for regel in mislukt} == {zaak}
    assert all("langer dan 5 seconden" in regel.waarom for regel in mislukt)
    proef.vereis_heel(batch)


def _stap(proef: Proef, batch: Batch) -> Handeling:
    return Handeling.MAAK if proef.batch(batch.id).stand is Batchstand.GOEDGEKEURD else Handeling.HERVAT


def _dood(pid: int) -> None:
    try:
        os.kill(pid, signal.SIGKILL)
    except ProcessLookupError:
        return


def _terug_naar_goedgekeurd(proef: Proef, batch: Batch) -> None:
    """Undo the making of the whole batch, with the instant that its files had."""
    with proef.gemeente.omgeving.werk(proef.plek.actor) as werk:
        regels = werk.batchregels.zoek(batch_id=batch.id)
        brieven = werk.brieven.zoek(id=[regel.brief_id for regel in regels])
        werk.batchregels.bewaar_alle([regel.gewijzigd(stand=Regelstand.GEKOZEN) for regel in regels])
        werk.brieven.bewaar_alle([brief.gewijzigd(status="TE_MAKEN", sha256="") for brief in brieven])
        werk.batches.bewaar(werk.batches.haal(batch.id).gewijzigd(stand=Batchstand.GOEDGEKEURD))
        werk.commit()
    shutil.rmtree(Batchmap.van(batch).pad, ignore_errors=True)
