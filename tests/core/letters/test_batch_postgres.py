"""A batch on a real PostgreSQL: from freezing to dispatch, and taken up again after a kill in the middle."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from batchproef import VANDAAG, Proef

from toegang.domain.batch import Regelstand
from toegang.domain.batchverloop import Batchstand, Handeling
from toegang.environment import Klok
from toegang.letters.batch.verzonden import verzonden
from toegang.lifecycle.intake import neem_in
from toegang.storage.logboek import controleer_logboek
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

pytestmark = pytest.mark.lang
HIER = Path(__file__).parent
HULP = os.pathsep.join(str(pad) for pad in (HIER / "hulp", HIER.parent / "hulp"))

STERFT = """
import os
import signal
import sys
from pathlib import Path
from batchproef import VANDAAG, Proef
from toegang.environment import Klok, open_gemeente
from toegang.letters.batch import emmer
from toegang.tenancy import Register

emmer.MEESTE = 1
with open_gemeente("zwolle", register=Register(Path(sys.argv[1])), klok=Klok(VANDAAG)) as gemeente:
    proef = Proef(gemeente)
    sterf = lambda gedaan, _: gedaan == 2 and os.kill(os.getpid(), signal.SIGKILL)
    proef.maak(proef.batch(sys.argv[2]), voortgang=sterf)
"""


@pytest.fixture
def proef(tmp_path: Path, postgres: str) -> Iterator[Proef]:
    with richt_in("zwolle", Register(tmp_path / "data", postgres=postgres), Klok(VANDAAG)) as gemeente:
        for inzending in uit_scenarios("zwolle", gemeente.omgeving.organisatie, VANDAAG, 2):
            for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                loop_door(gemeente, zaak, inzending.scenario)
        yield Proef(gemeente)
    from toegang.storage.postgres_server import Server, lees_gegevens

    Server(postgres).verwijder(lees_gegevens(tmp_path / "data" / "zwolle" / "postgres.toml"))


def test_killed_in_the_middle_taken_up_and_sent(proef: Proef, tmp_path: Path) -> None:
    assert proef.gemeente.omgeving.opslag.motor.soort == "PostgreSQL"
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    script = tmp_path / "kind.py"
    script.write_text(STERFT)
    opdracht = [sys.executable, str(script), str(tmp_path / "data"), batch.id]
    kind = subprocess.run(
        opdracht, check=False, capture_output=True, text=True, env={**os.environ, "PYTHONPATH": HULP}, timeout=300
    )
    assert kind.returncode == -signal.SIGKILL, kind.stderr
    halverwege = proef.regels(batch).values()
    assert 0 < sum(regel.stand is Regelstand.GEMAAKT for regel in halverwege) < batch.aantal
    assert proef.batch(batch.id).stand is Batchstand.IN_MAAK
    uitslag = proef.maak(batch, handeling=Handeling.HERVAT)
    assert uitslag.telling.gemaakt == batch.aantal
    proef.vereis_heel(batch)
    vrij = proef.vrij(batch).batch
    for groep in vrij.groepen:
        klaar = verzonden(proef.plek, batch.id, VANDAAG, vrij.brieven_in(groep), groep)
        assert klaar.geweigerd == ()
    assert klaar.batch.stand is Batchstand.VERZONDEN
    assert klaar.telling[Regelstand.VERZONDEN] == batch.aantal
    with proef.plek.lees() as werk:
        bekend = [record for record in werk.besluiten.zoek() if record.bekendgemaakt_op == VANDAAG]
        assert bekend
        assert all(record.bezwaar_tot for record in bekend)
        assert controleer_logboek(werk).fouten == ()
