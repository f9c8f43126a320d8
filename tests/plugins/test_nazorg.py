"""Who does what after the decision: every functie that the data name exists in that gemeente."""

import pytest
import vier


@pytest.mark.parametrize("naam", vier.NAMEN)
def test_elke_functie_van_de_nazorg_bestaat(naam):
    organisatie = vier.proef(naam).organisatie
    beleid = organisatie.nazorg
    lijsten = (beleid.voortgang_rol, beleid.kwaliteit_rol, beleid.monitor_rol, beleid.contract_rol)
    genoemd = {rol for lijst in lijsten for rol in lijst}
    genoemd |= {rol for rol in (beleid.levering_rol, beleid.factuur_rol, beleid.afloop_rol) if rol}
    assert [rol for rol in sorted(genoemd) if organisatie.functie(rol) is None] == []


def test_waar_de_bron_niets_zegt_staat_niets():
    for naam in ("schagen", "zwolle"):
        beleid = vier.proef(naam).organisatie.nazorg
        assert (beleid.levering_rol, beleid.factuur_rol, beleid.afloop_ontvanger) == (None, None, None)
