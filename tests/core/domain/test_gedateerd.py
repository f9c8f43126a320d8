"""Policy of a day: what a gemeente says then, and what it said before (B-78)."""

from datetime import date

import bouwers as b
import pytest

from toegang.domain.gemeente import Gemeentebeeld
from toegang.guards.register import REGELS, Moment

OUD, NIEUW = date(2026, 12, 31), date(2027, 1, 1)


def test_b78_een_eigen_regel_geldt_alleen_op_haar_dagen():
    """A rule that ended does not refuse any more, and one that is to come not yet."""
    regel = b.eigen_regel().gewijzigd(geldig_van=date(2026, 1, 1), geldig_tot=OUD)
    organisatie = b.organisatie(regels={"D-3": regel})

    def geldt(dag):
        beeld = Gemeentebeeld(naam="proefdorp", organisatie=organisatie.op(dag), peildatum=dag)
        return REGELS["D-3", Moment.INTAKE].geldt_voor(beeld)

    assert [geldt(dag) for dag in (date(2025, 12, 31), date(2026, 1, 1), OUD, NIEUW)] == [False, True, True, False]


def test_b78_delen_van_de_organisatie_wisselen_op_een_dag():
    werkgevers = [
        {"id": "gr", "naam": "Oude regeling", "soort": "GEMEENSCHAPPELIJKE_REGELING", "geldig_tot": OUD},
        {"id": "gr", "naam": "Nieuwe regeling", "soort": "GEMEENSCHAPPELIJKE_REGELING", "geldig_van": NIEUW},
    ]
    organisatie = b.organisatie(werkgever=werkgevers)
    assert [item.naam for item in organisatie.op(OUD).werkgevers] == ["Oude regeling"]
    assert [item.naam for item in organisatie.op(NIEUW).werkgevers] == ["Nieuwe regeling"]


def test_zonder_dagen_is_de_organisatie_elke_dag_dezelfde():
    organisatie = b.organisatie()
    assert organisatie.op(OUD) is organisatie


@pytest.mark.parametrize(
    ("gebied", "wet", "dag", "verwacht"),
    [
        ("kern", "WMO", date(2019, 1, 1), "oud"),
        ("kern", "WMO", date(2020, 12, 31), "oud"),
        ("kern", "WMO", date(2021, 1, 1), None),
        ("kern", "WMO", date(2018, 12, 31), None),
        ("kern", "LLV", date(2020, 1, 1), None),
        ("dorp", "WMO", date(2020, 1, 1), None),
        (None, "WMO", date(2020, 1, 1), None),
    ],
)
def test_b76_welke_manier_van_werken_geldt(gebied, wet, dag, verwacht):
    oud = {
        "id": "oud",
        "naam": "de oude gemeente",
        "systeem": "het oude systeem",
        "gebieden": ["kern"],
        "wetten": ["WMO"],
        "geldig_van": date(2019, 1, 1),
        "geldig_tot": date(2020, 12, 31),
    }
    gevonden = b.organisatie(uitvoering=[oud]).uitvoering(wet, gebied, dag)
    assert (gevonden.id if gevonden else None) == verwacht
