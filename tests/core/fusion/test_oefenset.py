"""The training set: running objections either go over with their indication or are named."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from toegang.fusion.afbeelding.canoniek import Bezwaarrecord
from toegang.fusion.afbeelding.model import Bladsoort
from toegang.fusion.inventaris import inventariseer
from toegang.fusion.koppel.uitvoeren import koppel
from toegang.fusion.proef import bezwaren_zonder_plek, draai_proef
from toegang.fusion.projectmap import begin_project, open_project
from toegang.storage import Actor

WORTEL = Path(__file__).parents[3]
OEFENSET = WORTEL.parent / "shared" / "data" / "fusie-oefenset"
PROJECT = WORTEL / "plugins" / "beekdaelen" / "toegang_beekdaelen" / "fusie" / "project.toml"
NUTH = Actor(uid=1, medewerker="nuth-1")


@pytest.mark.lang
@pytest.mark.skipif(not OEFENSET.is_dir(), reason="de oefenset staat niet naast deze map")
def test_geen_lopend_bezwaar_verdwijnt_ongenoemd(tmp_path):
    def nu():
        return datetime(2019, 1, 2, 9, tzinfo=UTC)

    def vandaag():
        return date(2019, 1, 2)

    begin_project(tmp_path, "proef", PROJECT, OEFENSET, NUTH, nu, vandaag, oefenen=True)
    with open_project(tmp_path, "proef", nu, vandaag) as project:
        inventariseer(project, NUTH)
        koppel(project, NUTH, kans=False)
        uitslag = draai_proef(project, NUTH)
        with project.werk(NUTH, alleen_lezen=True) as werk:
            bezwaren = [record for _, record in project.records(werk, Bladsoort.BEZWAREN)]
            zonder_plek = bezwaren_zonder_plek(project, werk, frozenset())
    lopend = [record for record in bezwaren if isinstance(record, Bezwaarrecord) and record.loopt]
    assert len(lopend) == 5
    assert zonder_plek == {"0962": 5}, "as it would be when no indication went over"
    assert uitslag.bezwaren_zonder_plek == {}
