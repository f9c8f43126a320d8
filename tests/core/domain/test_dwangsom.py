"""The dwangsom for deciding too late: L-31 (Awb 4:17, 4:18)."""

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain import termijnparameters
from toegang.domain.dwangsom import Ingebrekestelling, Uitzondering, dwangsom
from toegang.domain.feestdagen import is_vrije_dag
from toegang.domain.gegevens import GEGEVENSMAP
from toegang.domain.opschorting import Onderwerp

EINDE = date(2026, 9, 1)
NOTICE = date(2026, 10, 5)  # a Monday; two weeks later is Monday 19 October
EERSTE = date(2026, 10, 20)
EEN_DAG = timedelta(days=1)


def stand(op: date, besluit_op: date | None = None, ontvangen: date = NOTICE, **anders: object):
    return dwangsom(EINDE, Ingebrekestelling(ontvangen_op=ontvangen, **anders), besluit_op, op)


# 14 days of 23, 14 of 35 and 14 of 45 euro: 322, 812 and 1442 in all
@pytest.mark.parametrize(
    ("dagen", "centen"),
    [(0, 0), (1, 2300), (14, 32200), (15, 35700), (28, 81200), (29, 85700), (42, 144200), (43, 144200), (400, 144200)],
)
def test_elke_schijf(dagen: int, centen: int) -> None:
    gezien = stand(EERSTE + timedelta(days=dagen - 1))
    assert (gezien.eerste_dag, gezien.dagen, gezien.centen) == (EERSTE, min(dagen, 42), centen)
    assert gezien.maximum_centen == 144_200
    assert gezien.laatste_dag == date(2026, 11, 30)
    assert gezien.vaststelling is not None
    assert gezien.vaststelling.einde == date(2026, 12, 14)


def test_op_tijd_alsnog_beslist_kost_niets() -> None:
    for besluit in (date(2026, 10, 6), date(2026, 10, 19), EERSTE):
        gezien = stand(date(2027, 1, 1), besluit)
        assert (gezien.dagen, gezien.centen, gezien.vaststelling) == (0, 0, None)
    een_dag = stand(date(2027, 1, 1), EERSTE + EEN_DAG)
    assert (een_dag.centen, een_dag.laatste_dag) == (2300, EERSTE)
    assert een_dag.vaststelling is not None
    assert een_dag.vaststelling.einde == date(2026, 11, 3)


def test_de_wachttijd_valt_onder_de_termijnenwet_en_de_42_dagen_niet() -> None:
    # two weeks after Friday 11 December are over on Friday 25 December: Monday the 28th
    gezien = stand(date(2027, 6, 1), ontvangen=date(2026, 12, 11))
    assert gezien.wachttijd.einde == date(2026, 12, 28)
    assert gezien.eerste_dag == date(2026, 12, 29)
    # the forty-second day is a Monday, whatever holidays lie between
    assert gezien.laatste_dag == gezien.eerste_dag + timedelta(days=41)
    # and it may end on a Sunday
    assert stand(date(2027, 6, 1), ontvangen=date(2026, 10, 11)).laatste_dag.weekday() == 0
    zondag = stand(date(2027, 6, 1), ontvangen=date(2027, 1, 1))
    assert zondag.laatste_dag == zondag.eerste_dag + timedelta(days=41)


def test_uitzondering() -> None:
    for grond in Uitzondering:
        gezien = stand(date(2027, 1, 1), uitzondering=grond)
        assert (gezien.dagen, gezien.centen, gezien.maximum_centen, gezien.vaststelling) == (0, 0, 0, None)
        (stap,) = [item for item in gezien.stappen if "geen dwangsom" in item.omschrijving_nl]
        assert grond.uitleg in stap.omschrijving_nl
        assert stap.artikel == "Awb art. 4:17 lid 6 (nog te toetsen)"


def test_voor_bezwaar_is_de_som_dezelfde() -> None:
    assert stand(date(2026, 12, 1), over=Onderwerp.BEZWAAR) == stand(date(2026, 12, 1))


def test_de_som_is_te_volgen() -> None:
    gezien = stand(EERSTE + timedelta(days=15))
    stappen = [(stap.omschrijving_nl, stap.artikel) for stap in gezien.stappen]
    assert (
        "14 dagen tot en met maandag 2 november 2026: 14 x €\u00a023,00 = €\u00a0322,00.",
        "Awb art. 4:17 lid 2",
    ) in stappen
    assert (
        "2 dagen tot en met woensdag 4 november 2026: 2 x €\u00a035,00 = €\u00a070,00.",
        "Awb art. 4:17 lid 2",
    ) in stappen
    assert gezien.vaststelling is not None
    assert [stap.artikel for stap in gezien.vaststelling.stappen][1] == "Awb art. 4:18"
    assert gezien.wachttijd.stappen[1].artikel == "Awb art. 4:17 lid 3"


def test_te_vroeg_is_geen_ingebrekestelling() -> None:
    with pytest.raises(ValueError, match="voor de termijn voorbij was"):
        stand(date(2026, 12, 1), ontvangen=EINDE)


def test_nieuwe_bedragen_gelden_vanaf_hun_eigen_dag(eigen_gegevensmap: Path) -> None:
    oud = (GEGEVENSMAP / "termijnen.toml").read_text(encoding="utf-8")
    for naam in ("feestdagen.csv",):
        (eigen_gegevensmap / naam).write_bytes((GEGEVENSMAP / naam).read_bytes())
    kop, rest = oud.split('sleutel = "awb.dwangsom_1"', 1)
    rij, staart = rest.split("[[bedrag]]", 1)
    eerst = 'sleutel = "awb.dwangsom_1"' + rij.replace(
        'geldig_van = "2019-01-01"', 'geldig_van = "2019-01-01"\ngeldig_tot = "2026-12-31"'
    )
    dan = 'sleutel = "awb.dwangsom_1"' + rij.replace("centen = 2300", "centen = 2500").replace(
        "2019-01-01", "2027-01-01"
    )
    (eigen_gegevensmap / "termijnen.toml").write_text(
        f"{kop}{eerst}[[bedrag]]\n{dan}[[bedrag]]{staart}", encoding="utf-8"
    )
    assert termijnparameters.bedragparameter("awb.dwangsom_1", date(2027, 1, 1)).centen == 2500
    # wait over on 29 December 2026: two days of 23 in the old year, twelve of 25 in the new
    gezien = stand(date(2027, 1, 12), ontvangen=date(2026, 12, 15))
    assert gezien.eerste_dag == date(2026, 12, 30)
    assert gezien.centen == 2 * 2300 + 12 * 2500


@settings(max_examples=80, deadline=None)
@given(st.dates(date(2024, 1, 1), date(2028, 12, 31)), st.integers(0, 90))
def test_dag_voor_dag_geteld(ontvangen: date, later: int) -> None:
    wacht = ontvangen + timedelta(days=14)
    while is_vrije_dag(wacht):
        wacht += EEN_DAG
    op = ontvangen + timedelta(days=later)
    som, dag, nummer = 0, wacht + EEN_DAG, 1
    while dag <= op and nummer <= 42:
        som += 2300 if nummer <= 14 else 3500 if nummer <= 28 else 4500
        dag, nummer = dag + EEN_DAG, nummer + 1
    gezien = dwangsom(ontvangen - EEN_DAG, Ingebrekestelling(ontvangen_op=ontvangen), None, op)
    assert (gezien.eerste_dag, gezien.centen) == (wacht + EEN_DAG, som)
