"""A mutation of the BRP: what changes together, what is refused, and that refusing never shows a value."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.domain.huishouden import Inwoner
from toegang.domain.mutatie import VELDEN, Gevolg, Mutatie, Mutatiefout, gevolgen, pas_toe

VANDAAG = date(2026, 11, 20)
BSN = "999990019"
ZIJ = Inwoner(
    id="I-1",
    dossier_id="D-1",
    bsn=BSN,
    voornamen="Oefen",
    voorvoegsel="van der",
    geslachtsnaam="Voorbeeld",
    geboortedatum="19500615",
    straat="Dorpsstraat",
    huisnummer="1",
    huisletter="A",
    postcode="1234AA",
    woonplaats="Zwolle",
    gemeentecode="0193",
    verblijft_er_niet=True,
)


def na(**gegeven: str) -> Inwoner:
    return pas_toe(ZIJ, Mutatie(BSN, gegeven), VANDAAG)


def test_een_nieuw_adres_laat_niets_van_het_oude_staan():
    nu = na(straat="Kerkweg", huisnummer="12", postcode="8000 zz", woonplaats="Zwolle", gemeentecode="193")
    assert (nu.straat, nu.huisnummer, nu.huisletter, nu.postcode) == ("Kerkweg", "12", "", "8000ZZ")
    assert (nu.gemeentecode, nu.verblijft_er_niet) == ("0193", False)
    assert gevolgen(ZIJ, nu) == (Gevolg.VERHUISD,)


def test_een_nieuwe_naam_laat_het_oude_voorvoegsel_niet_staan():
    nu = na(geslachtsnaam="Jansen")
    assert (nu.voorvoegsel, nu.geslachtsnaam, nu.voornamen) == ("", "Jansen", "Oefen")


def test_emigratie_met_een_buitenlands_adres():
    nu = na(opschorting="E", land="5010", buitenland_1="Rue de l'Exemple 1", buitenland_2="1000 Bruxelles")
    assert (nu.straat, nu.land, nu.adres_volledig) == ("", "5010", True)
    assert gevolgen(ZIJ, nu) == (Gevolg.VERTROKKEN, Gevolg.VERHUISD)


def test_overlijden_en_wat_daarna_met_een_streepje_wordt_hersteld():
    dood = na(overlijdensdatum="2026-11-01", opschorting="O")
    assert dood.overlijdensdatum == "20261101"
    assert gevolgen(ZIJ, dood) == (Gevolg.OVERLEDEN,)
    weer = pas_toe(dood, Mutatie(BSN, {"overlijdensdatum": "-", "opschorting": "-"}), VANDAAG)
    assert not weer.overleden


def test_geheimhouding_curatele_en_bewind_worden_gevuld_en_gewist():
    nu = na(geheimhouding="7", curatele="ja", bewind="J")
    assert (nu.geheimhouding, nu.curatele, nu.bewind) == (7, True, True)
    assert gevolgen(ZIJ, nu) == (Gevolg.GEHEIM, Gevolg.VERTEGENWOORDIGD)
    weer = pas_toe(nu, Mutatie(BSN, {"geheimhouding": "0", "curatele": "nee", "bewind": "-"}), VANDAAG)
    assert (weer.geheimhouding, weer.curatele, weer.bewind) == (0, False, False)


@pytest.mark.parametrize(
    ("gegeven", "veld"),
    [
        ({"overlijdensdatum": "20261121"}, "overlijdensdatum"),
        ({"overlijdensdatum": "19400000"}, "overlijdensdatum"),
        ({"overlijdensdatum": "20261340"}, "overlijdensdatum"),
        ({"geboortedatum": "20270101"}, "geboortedatum"),
        ({"geslachtsnaam": "-"}, "geslachtsnaam"),
        ({"voorvoegsel": "von"}, "voorvoegsel"),
        ({"straat": "Kerkweg"}, "adres"),
        ({"straat": "Kerkweg", "huisnummer": "1", "postcode": "12345"}, "postcode"),
        ({"geheimhouding": "8"}, "geheimhouding"),
        ({"geslacht": "X"}, "geslacht"),
        ({"opschorting": "Z"}, "opschorting_reden"),
        ({"curatele": "misschien"}, "curatele"),
        ({"gemeentecode": "Zwolle"}, "gemeentecode"),
    ],
)
def test_geweigerd_met_het_veld_en_zonder_de_waarde(gegeven, veld):
    with pytest.raises(Mutatiefout) as fout:
        na(**gegeven)
    assert fout.value.veld == veld
    assert not any(waarde in str(fout.value) for waarde in gegeven.values() if len(waarde) > 1)


@given(st.dictionaries(st.sampled_from(VELDEN), st.text(min_size=1, max_size=12), max_size=6))
def test_elke_mutatie_geeft_een_persoon_of_een_reden_met_een_veld(gegeven):
    mutatie = Mutatie(BSN, gegeven)
    try:
        nu = pas_toe(ZIJ, mutatie, VANDAAG)
    except Mutatiefout as fout:
        geweigerd = fout
        nu = ZIJ
    else:
        geweigerd = None
    assert geweigerd is None or (geweigerd.veld and geweigerd.reden)
    assert (nu.id, nu.bsn, nu.dossier_id) == (ZIJ.id, ZIJ.bsn, ZIJ.dossier_id)
    assert geweigerd or pas_toe(nu, mutatie, VANDAAG) == nu
