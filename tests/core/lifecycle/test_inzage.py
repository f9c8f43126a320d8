"""Who may open a file: a warning until a jurist confirmed L-140, a refusal after."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from levensloop import logregels, met_regie, nieuwe_zaak

from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.inzage import INGEZIEN, open_zaak
from toegang.lifecycle.medewerkers import meld_afwezig

VANDAAG = date(2026, 11, 20)


@pytest.fixture
def gemeente(open_proef):
    gemeente = open_proef("zwolle")
    return replace(gemeente, omgeving=replace(gemeente.omgeving, bevestigd=frozenset({"L-140"})))


def open_als(gemeente, zaak, wie):
    return open_zaak(gemeente.omgeving, gemeente.actor(wie), zaak)


def test_l140_wie_er_niets_mee_te_maken_heeft_wordt_geweigerd_en_gelogd(gemeente):
    zaak = met_regie(gemeente)
    for wie in ("M-005", None):
        with pytest.raises(Regelovertreding, match="L-140"):
            open_als(gemeente, zaak, wie)
    assert logregels(gemeente, INGEZIEN) == ()
    assert [regel.medewerker for regel in logregels(gemeente, "regel.geweigerd")] == ["M-005", None]
    with zonder_regels("L-140"):
        open_als(gemeente, zaak, "M-005")


@pytest.mark.parametrize("wie", ["M-002", "M-008", "M-012", "M-013", "M-014"])
def test_l140_wie_een_rol_heeft_opent_het_dossier(gemeente, wie):
    """Its lid, the standing team, who decides, who owns an objection, who keeps the archive."""
    zaak = met_regie(gemeente)
    open_als(gemeente, zaak, wie)
    assert [regel.medewerker for regel in logregels(gemeente, INGEZIEN)] == [wie]


def test_l140_een_vervanger_opent_het_zolang(gemeente):
    zaak = met_regie(gemeente)
    meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-002", VANDAAG, VANDAAG + timedelta(days=3), "M-005")
    open_als(gemeente, zaak, "M-005")


def test_l140_voor_er_een_team_is_opent_het_loket(gemeente):
    open_als(gemeente, nieuwe_zaak(gemeente), "M-003")


def test_l140_waarschuwt_zolang_niemand_haar_bevestigde(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    open_als(gemeente, zaak, "M-005")
    assert len(logregels(gemeente, INGEZIEN)) == 1
