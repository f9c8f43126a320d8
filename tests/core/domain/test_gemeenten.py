"""The official list: code plus validity is the key (DOMAIN.md part C)."""

from collections.abc import Callable
from datetime import date
from itertools import pairwise
from typing import Any

import pytest

from toegang.domain.gemeenten import Gemeente, gemeente_met_code, gemeente_met_naam, gemeenten, is_geldig_rsin
from toegang.errors import Invoerfout

VANDAAG = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("naam", "code"),
    [("Zwolle", "0193"), ("Doetinchem", "0222"), ("Schagen", "0441"), ("Beekdaelen", "1954")],
)
def test_onze_gemeenten(naam: str, code: str) -> None:
    assert gemeente_met_naam(naam, VANDAAG).code == code
    assert gemeente_met_code(code, VANDAAG).naam == naam


@pytest.mark.parametrize(
    ("gezocht", "naam"),
    [
        ("zwolle", "Zwolle"),
        (" ZWOLLE ", "Zwolle"),
        ("sudwest-fryslan", "Súdwest-Fryslân"),
        ("’s-gravenhage", "'s-Gravenhage"),
    ],
)
def test_hoofdletters_en_accenten_maken_niet_uit(gezocht: str, naam: str) -> None:
    assert gemeente_met_naam(gezocht, VANDAAG).naam == naam


@pytest.mark.parametrize("naam", ["Nuth", "Onderbanken", "Schinnen"])
def test_beekdaelen_volgt_op_1_januari_2019(naam: str) -> None:
    laatste_dag, eerste_dag = date(2018, 12, 31), date(2019, 1, 1)
    oud = gemeente_met_naam(naam, laatste_dag)
    assert oud.einddatum == laatste_dag
    with pytest.raises(Invoerfout, match="tot en met 31 december 2018"):
        gemeente_met_naam(naam, eerste_dag)
    with pytest.raises(Invoerfout, match=naam):
        gemeente_met_code(oud.code, eerste_dag)
    with pytest.raises(Invoerfout, match="vanaf 1 januari 2019"):
        gemeente_met_naam("Beekdaelen", laatste_dag)


def test_schagen_hield_zijn_code_bij_de_samenvoeging() -> None:
    voor, na = gemeente_met_code("0441", date(2012, 12, 31)), gemeente_met_code("0441", date(2013, 1, 1))
    assert voor != na
    assert (voor.einddatum, na.begindatum) == (date(2012, 12, 31), date(2013, 1, 1))
    for code in ("0395", "0476"):
        assert gemeente_met_code(code, date(2012, 12, 31)).einddatum == date(2012, 12, 31)


def test_wat_erop_lijkt_wordt_genoemd() -> None:
    with pytest.raises(Invoerfout, match="Bedoelde u Zwolle"):
        gemeente_met_naam("Zwole", VANDAAG)
    with pytest.raises(Invoerfout, match=r"Bedoelde u .*Bergen"):
        gemeente_met_naam("Bergen", VANDAAG)


@pytest.mark.parametrize("code", ["193", "01930", "019a", "", "٠١٩٣"])
def test_geen_code(code: str) -> None:
    with pytest.raises(Invoerfout, match="geen gemeentecode"):
        gemeente_met_code(code, VANDAAG)


def test_onbekende_code() -> None:
    with pytest.raises(Invoerfout, match="code 9999"):
        gemeente_met_code("9999", VANDAAG)


def test_code_en_naam_zijn_op_elke_dag_eenduidig() -> None:
    for sleutel in ("code", "naam"):
        per_sleutel: dict[str, list[Gemeente]] = {}
        for gemeente in gemeenten():
            per_sleutel.setdefault(getattr(gemeente, sleutel), []).append(gemeente)
        for rijen in per_sleutel.values():
            for eerste, tweede in pairwise(rijen):
                assert eerste.einddatum is not None
                assert tweede.begindatum is not None
                assert eerste.einddatum < tweede.begindatum


def test_aantal_gemeenten_sinds_2023() -> None:
    assert sum(gemeente.bestaat_op(VANDAAG) for gemeente in gemeenten()) == 342


def test_gelijk_aan_de_gedeelde_lijst(gedeeld: Callable[[str], Any]) -> None:
    lijst = {rij["code"]: rij for rij in gedeeld("tooi-gemeenten/gemeenten.json") if rij["code"]}
    onze = [gemeente for gemeente in gemeenten() if gemeente.code != "0441"]
    assert {gemeente.code for gemeente in onze} | {"0441"} == set(lijst)
    for gemeente in onze:
        rij = lijst[gemeente.code]
        begin = gemeente.begindatum and gemeente.begindatum.isoformat()
        einde = gemeente.einddatum and gemeente.einddatum.isoformat()
        assert (gemeente.naam, begin, einde) == (rij["naam"], rij["begindatum"], rij["einddatum"])


def test_rsin_heeft_de_elfproef() -> None:
    # Numbers of the test range: a RSIN is checked as a BSN is.
    geldig = [nummer for nummer in (f"9999{staart:05d}" for staart in range(50)) if is_geldig_rsin(nummer)]
    assert 3 <= len(geldig) <= 6
    assert not is_geldig_rsin(geldig[0][:8])
    assert not is_geldig_rsin("0" * 9)
