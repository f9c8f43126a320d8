"""Who replaces an absent colleague sees what that colleague sees, and only as long (Z-20)."""

from datetime import date, timedelta

import pytest
from levensloop import logregels, met_regie

from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.inzage import INGEZIEN, open_zaak
from toegang.lifecycle.medewerkers import meld_afwezig

VANDAAG = date(2026, 11, 20)


@pytest.fixture
def gemeente(open_proef):
    return open_proef("zwolle")


def open_als(gemeente, zaak, wie):
    return open_zaak(gemeente.omgeving, gemeente.actor(wie), zaak)


def test_z20_wie_er_niets_mee_te_maken_heeft_wordt_geweigerd_en_gelogd(gemeente):
    zaak = met_regie(gemeente)
    with pytest.raises(Regelovertreding, match="Z-20"):
        open_als(gemeente, zaak, "M-005")
    assert logregels(gemeente, INGEZIEN) == ()
    assert [regel.medewerker for regel in logregels(gemeente, "regel.geweigerd")] == ["M-005"]
    with zonder_regels("Z-20"):
        open_als(gemeente, zaak, "M-005")


def test_z20_een_vervanger_ziet_de_zaak_zolang_de_collega_weg_is(gemeente):
    zaak = met_regie(gemeente)
    meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-002", VANDAAG, VANDAAG + timedelta(days=3), "M-005")
    open_als(gemeente, zaak, "M-005")
    assert [regel.medewerker for regel in logregels(gemeente, INGEZIEN)] == ["M-005"]


def test_l140_wie_een_dossier_opent_staat_in_het_logboek(gemeente):
    zaak = met_regie(gemeente)
    open_als(gemeente, zaak, "M-002")
    (regel,) = logregels(gemeente, INGEZIEN)
    assert (regel.medewerker, regel.zaak) == ("M-002", zaak)
