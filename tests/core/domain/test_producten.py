"""The product catalogue: complete, consistent with the acts, and usable as a provision."""

from datetime import date

import pytest

from toegang.domain.begrippen import Kenmerk, Leveringsvorm, Voorzieningsoort, Wet
from toegang.domain.producten import product, producten, producten_van
from toegang.errors import Invoerfout

SOORT = {
    Wet.WMO: Voorzieningsoort.MAATWERK,
    Wet.JEUGDWET: Voorzieningsoort.INDIVIDUEEL,
    Wet.PARTICIPATIEWET: Voorzieningsoort.UITKERING,
    Wet.WGS: Voorzieningsoort.SCHULDHULP,
    Wet.GPK: Voorzieningsoort.PARKEERKAART,
    Wet.LLV: Voorzieningsoort.VERVOER,
}


def test_ids_en_namen_zijn_uniek():
    alle = producten()
    assert len({item.id for item in alle}) == len({item.naam for item in alle}) == len(alle)


@pytest.mark.parametrize("wet", list(Wet))
def test_elke_wet_heeft_producten_van_haar_eigen_soort(wet):
    soorten = {item.soort for item in producten_van(wet)}
    assert SOORT[wet] in soorten
    assert soorten <= {SOORT[wet], Voorzieningsoort.ALGEMEEN}


def test_z15_alleen_de_vervoerspas_is_wmo_maatwerk_zonder_kenmerk():
    zonder = [item.id for item in producten_van(Wet.WMO) if item.soort is SOORT[Wet.WMO] and not item.kenmerken]
    assert zonder == ["vervoerspas"]
    assert Kenmerk.HUISHOUDELIJKE_HULP in product("hulp-bij-het-huishouden").kenmerken
    assert Kenmerk.WONINGAANPASSING_OF_HULPMIDDEL in product("traplift").kenmerken


def test_alleen_geld_wordt_in_geld_gegeven():
    in_geld = {item.wet for item in producten() if item.leveringsvorm is Leveringsvorm.FINANCIEEL}
    assert in_geld == {Wet.PARTICIPATIEWET}


def test_product_wordt_een_voorziening_met_eigen_woorden():
    voorziening = product("rolstoel").als_voorziening("V1", date(2026, 11, 2), omvang="1 stuk")
    assert (voorziening.product, voorziening.naam, voorziening.omvang) == ("rolstoel", "rolstoel", "1 stuk")
    assert voorziening.kenmerken == product("rolstoel").kenmerken
    pgb = product("rolstoel").als_voorziening("V1", date(2026, 11, 2), leveringsvorm=Leveringsvorm.PGB)
    assert pgb.leveringsvorm is Leveringsvorm.PGB


def test_onbekend_product_is_een_duidelijke_fout():
    with pytest.raises(Invoerfout, match="vliegend-tapijt") as fout:
        product("vliegend-tapijt")
    assert "rolstoel" in fout.value.vervolg
