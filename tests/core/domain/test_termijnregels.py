"""The terms beside the chains of deadlines, against the numbers in the articles themselves."""

from datetime import date

import pytest

from toegang.domain.termijnparameters import eigen_termijnen, termijnparameter, termijnparameters

DAG = date(2026, 11, 20)


@pytest.mark.parametrize(
    ("regel", "sleutel", "termijn", "terug"),
    [
        ("L-4", "awb.buiten_behandeling", "4 weken", False),
        ("L-27", "awb.bezwaar_per_post", "1 week", False),
        ("L-33", "awb.stukken_ter_inzage", "1 week", True),
        ("L-71", "wmo.bewaren", "15 jaar", False),
        ("L-91", "jeugd.bewaren", "20 jaar", False),
    ],
)
def test_termijn_van_het_artikel(regel: str, sleutel: str, termijn: str, terug: bool) -> None:
    parameter = termijnparameter(sleutel, DAG)
    assert (str(parameter.termijn()), parameter.terugrekening) == (termijn, terug)
    assert parameter.regel == regel


@pytest.mark.parametrize(("regel", "sleutel"), [("L-57", "wmo.spoed"), ("L-125", "llv.beslissing")])
def test_waar_de_wet_geen_getal_noemt_kiest_de_gemeente(regel: str, sleutel: str) -> None:
    assert sleutel in {item.sleutel for item in eigen_termijnen() if item.regel == regel}
    assert sleutel not in {item.sleutel for item in termijnparameters()}
