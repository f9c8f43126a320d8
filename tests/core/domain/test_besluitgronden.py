"""Refusal grounds, required steps and phases of an act: data, with what bad input gets."""

from datetime import date

import pytest

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.besluitgronden import afwijzingsgrond, motiveringseisen, motiveringskoppen
from toegang.domain.verwerking import verwerkingen, verwerkingsactiviteit
from toegang.errors import Invoerfout
from toegang.guards.besluit_wet import eerste_ingangsdag
from toegang.hookspecs import BESLISHAKEN


def test_l75_de_wmo_kent_de_wlz_als_grond():
    grond = afwijzingsgrond(Wet.WMO, "WLZ")
    assert (grond.artikel, grond.bij_meer_oorzaken) == ("2.3.5 lid 6", True)


def test_l83_de_jeugdwet_kent_andere_wetten_als_grond_maar_niet_bij_meer_oorzaken():
    gronden = [afwijzingsgrond(Wet.JEUGDWET, grond) for grond in ("WLZ", "ZVW", "ANDERE_WET")]
    assert {(grond.artikel, grond.bij_meer_oorzaken) for grond in gronden} == {("1.2", False)}


def test_een_grond_die_een_wet_niet_kent():
    with pytest.raises(Invoerfout, match=r"Veld 'afwijzingsgrond': WMO kent deze grond niet\. Kies uit: WLZ"):
        afwijzingsgrond(Wet.WMO, "ZVW")
    with pytest.raises(Invoerfout, match="schrijf de reden in de motivering"):
        afwijzingsgrond(Wet.GPK, "WLZ")


def test_l80_l87_elke_eis_heeft_een_eigen_kop():
    koppen = motiveringskoppen()
    assert len(set(koppen.values())) == len(koppen) == len(motiveringseisen()) == 5
    assert all(Besluitsoort.TOEKENNING in eis.soorten for eis in motiveringseisen())


@pytest.mark.parametrize(
    ("melding", "eerste"),
    [
        (date(2025, 12, 31), date(2025, 12, 31)),
        (date(2026, 1, 1), date(2025, 10, 1)),
        (date(2026, 5, 31), date(2026, 2, 28)),
        (date(2027, 3, 1), date(2026, 12, 1)),
    ],
)
def test_l101_hoever_terug_hangt_af_van_de_dag_van_melding(melding, eerste):
    assert eerste_ingangsdag(melding) == eerste


def test_l136_elke_haak_die_beslist_heeft_een_verwerkingsactiviteit():
    assert tuple(verwerkingen()) == BESLISHAKEN
    assert len({item.id for item in verwerkingen().values()}) == len(BESLISHAKEN)
    assert all("AVG art. 6 lid 1" in item.grondslag and item.doel for item in verwerkingen().values())
    assert verwerkingsactiviteit("on_gebeurtenis") == ""
