"""The caseload: who works on which open zaak."""

from __future__ import annotations

import pytest

from toegang.errors import OpslagFout

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""


def test_zet_vervangt_en_telt(opslag, actor, huishouden):
    with opslag.werk(actor) as werk:
        zaak = huishouden(werk)
        werk.caseload.zet(zaak.id, ("M-1", "M-2", "M-1"))
        assert dict(werk.caseload.per_medewerker()) == {"M-1": 1, "M-2": 1}
        werk.caseload.zet(zaak.id, ("M-2",))
        assert dict(werk.caseload.per_medewerker()) == {"M-2": 1}
        werk.caseload.zet(zaak.id, ())
        assert not werk.caseload.per_medewerker()


def test_zaak_moet_bestaan(opslag, actor):
    with opslag.werk(actor) as werk:
        werk.caseload.zet("Z2026-999999", ("M-1",))
        with pytest.raises(OpslagFout, match="verwijst naar een zaak"):
            werk.commit()
