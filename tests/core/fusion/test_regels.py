"""The rules of DOMAIN.md part E that are built in: each outcome is another one without its rule."""

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from toegang.domain.datums import OnvolledigeDatum
from toegang.domain.fusie import Regime
from toegang.domain.ingebouwd import zonder_regels
from toegang.fusion.afbeelding.canoniek import Indicatierecord
from toegang.fusion.brieven import vraagt_besluit
from toegang.fusion.conflicten.indicaties import (
    Samenloop,
    bestemming,
    loopt_na_verval,
    rechtswijziging,
    voorbij_bewaartermijn,
)
from toegang.fusion.conflicten.soorten import SOORTEN, Bestemming, Keuze
from toegang.fusion.definitie import Product, lees_definitie
from toegang.fusion.regime import oude_regels_gelden, regime_van

PLUGIN = Path(__file__).parents[3] / "plugins/beekdaelen/toegang_beekdaelen/fusie"
BEEKDAELEN = lees_definitie(PLUGIN / "project.toml")
SCHOON = Product(id="hh", naam="Schoon", wet="Wmo", in_uren=True, hoogste=Decimal(4), vormen=frozenset({"ZIN"}))


def indicatie(**velden):
    eigen = {"start": "2016-01-01", "einde": None, **velden}
    for naam in ("start", "einde"):
        eigen[naam] = OnvolledigeDatum.lees(eigen[naam]) if eigen[naam] else None
    basis = {
        "record": "0951:v:1",
        "gemeente": "0951",
        "nummer": "1",
        "clientnummer": "1",
        "product": "hh",
        "status": "actief",
        "vormen": ("ZIN",),
        "uren": Decimal(3),
    }
    return Indicatierecord(**{**basis, **eigen})


@pytest.mark.parametrize(
    ("velden", "loopt_door"),
    [
        ({"einde": "2020-12-31"}, False),
        ({"einde": "2021-01-01"}, True),
        ({"einde": None}, True),
        ({"einde": "2020"}, False),
        ({"einde": "2021"}, True),
        ({"einde": None, "status": "beeindigd"}, False),
        ({"start": "2022-01-01", "einde": "2021-06-01"}, False),
    ],
)
def test_f1_wat_doorloopt_na_het_verval(velden, loopt_door):
    item = indicatie(**velden)
    assert loopt_na_verval(item, BEEKDAELEN) is loopt_door
    with zonder_regels("F-1"):
        assert not loopt_na_verval(item, BEEKDAELEN)


def test_f12_de_grensdagen_van_twee_jaar():
    assert BEEKDAELEN.vervaldag == date(2021, 1, 1)
    for dag, geldt in (
        (date(2018, 12, 31), False),
        (date(2019, 1, 1), True),
        (date(2020, 12, 31), True),
        (date(2021, 1, 1), False),
    ):
        assert oude_regels_gelden(BEEKDAELEN, "0951", "", dag) is geldt
        with zonder_regels("F-12"):
            assert oude_regels_gelden(BEEKDAELEN, "0951", "", dag)


def test_f2_een_verordening_die_eerder_vervallen_is():
    eerder = BEEKDAELEN.verordeningen[0].gewijzigd(vervallen_op=date(2020, 1, 1))
    definitie = BEEKDAELEN.model_copy(update={"verordeningen": (eerder,)})
    assert not oude_regels_gelden(definitie, "0951", eerder.naam, date(2020, 6, 1))
    assert oude_regels_gelden(definitie, "0881", eerder.naam, date(2020, 6, 1))


@pytest.mark.parametrize(
    ("velden", "regime"),
    [
        ({"einde": "2019-06-30"}, Regime.OUD_TOT_EINDDATUM),
        ({"einde": None}, Regime.OUD_TOT_VERVAL),
        ({"einde": "2022-01-01"}, Regime.OUD_TOT_VERVAL),
        ({"status": "aanvraag"}, Regime.OUD_TOT_VERVAL),
    ],
)
def test_f23_regime_per_recht_met_reden(velden, regime):
    gekozen, reden = regime_van(indicatie(**velden), BEEKDAELEN)
    assert gekozen is regime
    assert reden
    with zonder_regels("F-23"):
        assert regime_van(indicatie(**velden), BEEKDAELEN) == (Regime.NIEUW_PER_DATUM, "")
    nieuw = BEEKDAELEN.model_copy(update={"nieuw_per": date(2019, 1, 1)})
    assert regime_van(indicatie(**velden), nieuw)[0] is Regime.NIEUW_PER_DATUM


@pytest.mark.parametrize(
    ("velden", "anders"),
    [
        ({"uren": Decimal("4.25")}, "meer uren"),
        ({"uren": Decimal(4)}, ""),
        ({"vormen": ("PGB",)}, "PGB"),
        ({"uren": Decimal(9), "status": "beeindigd"}, ""),
        ({"uren": Decimal(9), "status": "opgeschort"}, "meer uren"),
    ],
)
def test_f21_een_recht_verandert_niet_vanzelf(velden, anders):
    uit = rechtswijziging(indicatie(**velden), SCHOON)
    assert anders in uit
    assert bool(uit) is bool(anders)
    with zonder_regels("F-21"):
        assert rechtswijziging(indicatie(**velden), SCHOON) == ""


def test_f22_wie_een_besluit_nodig_heeft_krijgt_geen_informatiebrief():
    assert vraagt_besluit({"RECHTSWIJZIGING": Keuze.OVERNEMEN})
    assert not vraagt_besluit({"LOOPT_DOOR": None})
    with zonder_regels("F-22"):
        assert not vraagt_besluit({"RECHTSWIJZIGING": Keuze.OVERNEMEN})


def test_f25_ouder_dan_de_bewaartermijn():
    oud = indicatie(status="beeindigd", einde="2003-12-31")
    assert voorbij_bewaartermijn(oud, date(2019, 1, 1))
    assert not voorbij_bewaartermijn(oud, date(2018, 12, 31))
    assert not voorbij_bewaartermijn(indicatie(einde="2003-12-31"), date(2019, 1, 1))
    with zonder_regels("F-25"):
        assert not voorbij_bewaartermijn(oud, date(2019, 1, 1))


def test_samenloop_kijkt_naar_de_dagen():
    def loopt(*perioden):
        samen = Samenloop()
        for nummer, (van, tot) in enumerate(perioden):
            samen.zie(indicatie(start=van, einde=tot, record=f"0951:v:{nummer}"), "P-1")
        return [geval.records for geval in samen.gevallen()]

    assert loopt(("2016-01-01", "2018-12-31"), ("2019-01-01", None)) == []
    assert loopt(("2016-01-01", "2019-01-01"), ("2019-01-01", None)) == [("0951:v:0", "0951:v:1")]
    assert loopt(("2016-01-01", None)) == []


def test_bestemming_volgt_uit_conflict_en_besluit():
    assert bestemming({}, eerste=True) is Bestemming.OVERGENOMEN
    assert bestemming({}, eerste=False) is Bestemming.SAMENGEVOEGD
    assert bestemming({"TAAK_VERVALT": None}, eerste=True) is Bestemming.AFGEWEZEN
    assert bestemming({"SAMENLOOP": None}, eerste=True) is Bestemming.GEPARKEERD
    assert bestemming({"SAMENLOOP": Keuze.OVERNEMEN}, eerste=True) is Bestemming.OVERGENOMEN
    assert bestemming({"SAMENLOOP": Keuze.OVERNEMEN, "ZIN_EN_PGB": None}, eerste=True) is Bestemming.GEPARKEERD
    assert bestemming({"LOOPT_DOOR": None}, eerste=True) is Bestemming.OVERGENOMEN
    assert all(soort.voorstel in soort.keuzes for soort in SOORTEN.values())
