"""Which body decides under an act: the college, unless another is named for it."""

from datetime import date

import pytest
from bouwers import organisatie
from pydantic import ValidationError

from toegang.domain.begrippen import Werkgeversoort, Wet

COLLEGE = "college van burgemeester en wethouders van Proefdorp"
REGIO = {
    "naam": "het dagelijks bestuur van Regio Proef",
    "wetten": ["PARTICIPATIEWET"],
    "werkgever": "regio",
    "postadres": "Postbus 9, 1234 AB Proefstad",
    "digitaal_bezwaar": "www.regio.example/bezwaar",
    "geldig_van": date(2026, 7, 1),
}
WERKGEVERS = [
    {"id": "gemeente", "naam": "Gemeente Proefdorp", "soort": "GEMEENTE"},
    {"id": "regio", "naam": "Regio Proef", "soort": "GEMEENSCHAPPELIJKE_REGELING"},
]
VOOR, NA = date(2026, 6, 30), date(2026, 7, 1)


def gemeente(*organen):
    return organisatie(bestuursorgaan=[{"naam": COLLEGE}, *organen], werkgever=WERKGEVERS)


def test_een_ander_orgaan_beslist_alleen_over_zijn_wet_en_in_zijn_tijd() -> None:
    org = gemeente(REGIO)

    assert org.orgaan(Wet.PARTICIPATIEWET, VOOR).naam == COLLEGE
    regio = org.orgaan(Wet.PARTICIPATIEWET, NA)
    assert (regio.naam, regio.postadres) == (REGIO["naam"], REGIO["postadres"])
    assert org.werkgeversoort_van(regio) is Werkgeversoort.GEMEENSCHAPPELIJKE_REGELING
    assert org.orgaan(Wet.WMO, NA).naam == COLLEGE == org.bestuursorgaan
    assert org.orgaan(Wet.WMO, NA).postadres == org.contact.postadres
    assert org.werkgeversoort_van(org.orgaan(Wet.WMO, NA)) is Werkgeversoort.GEMEENTE


def test_een_naam_zonder_tabel_is_het_college() -> None:
    org = organisatie(bestuursorgaan=COLLEGE)
    assert {org.orgaan(wet, NA).naam for wet in Wet} == {COLLEGE}


def test_wie_het_college_antwoordt_houdt_het_college_met_eigen_ondergeschikten() -> None:
    org = gemeente({**REGIO, "naam": f"Het {COLLEGE}"})
    orgaan = org.orgaan(Wet.PARTICIPATIEWET, NA)
    assert (orgaan.naam, orgaan.wetten, orgaan.postadres) == (COLLEGE, (), REGIO["postadres"])
    assert org.werkgeversoort_van(orgaan) is Werkgeversoort.GEMEENTE


@pytest.mark.parametrize(
    ("organen", "fout"),
    [
        ([REGIO], "precies een bestuursorgaan zonder wetten"),
        ([{"naam": COLLEGE}, {"naam": "ander"}], "precies een bestuursorgaan zonder wetten"),
        ([{"naam": COLLEGE, "postadres": "Postbus 1"}], "noem er alleen de naam"),
        ([{"naam": COLLEGE}, {**REGIO, "postadres": None}], "op welk postadres"),
        ([{"naam": COLLEGE}, {**REGIO, "namens": "voor de regio"}], "beginnen met 'namens'"),
        ([{"naam": COLLEGE}, REGIO, {**REGIO, "naam": "een derde"}], "op dezelfde dag twee bestuursorganen"),
    ],
)
def test_wat_niet_kan_wordt_geweigerd(organen, fout) -> None:
    with pytest.raises(ValidationError, match=fout):
        organisatie(bestuursorgaan=organen, werkgever=WERKGEVERS)


def test_twee_organen_na_elkaar_mogen() -> None:
    eerder = {**REGIO, "naam": "de oude dienst", "geldig_van": None, "geldig_tot": VOOR}
    org = gemeente(eerder, REGIO)
    assert [org.orgaan(Wet.PARTICIPATIEWET, dag).naam for dag in (VOOR, NA)] == ["de oude dienst", REGIO["naam"]]
