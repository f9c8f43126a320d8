"""The report of a gesprek as a value: what one answer serves for, and what an old record still says."""

import json

import bouwers as b
import pytest
from gevallen_gesprek import bijdragen, verslag
from pydantic import ValidationError

from toegang.domain.adviesaanvraag import neemt_over
from toegang.domain.begrippen import Wet
from toegang.domain.gesprek import Gesprek
from toegang.domain.levensdomeinen import domeinen_van, levensdomeinen, zrm_domein, zrm_domeinen
from toegang.domain.verslag import Bron
from toegang.errors import Invoerfout


def test_een_antwoord_dient_voor_bron_en_onderdeel():
    uit_bronnen = verslag(bijdragen=bijdragen("ZELF", "OMGEVING", "VOORLIGGEND"), onderzoek={})
    assert [bool(uit_bronnen.antwoord(letter)) for letter in "abcdefg"] == [
        False,
        True,
        True,
        False,
        True,
        False,
        False,
    ]
    uit_letters = verslag(bijdragen=(), onderzoek={"b": "zelf koken", "c": "de buren"})
    assert uit_letters.wat(Bron.ZELF) == "zelf koken"
    assert uit_letters.wat(Bron.OMGEVING) == "de buren"
    assert uit_letters.wat(Bron.VOORLIGGEND) == uit_letters.wat(Bron.GEMEENTE) == ""


@pytest.mark.parametrize(
    ("wet", "oplossing", "is_maatwerk"),
    [
        (Wet.WMO, {"wat": "lift", "van": "GEMEENTE"}, True),
        (Wet.WMO, {"wat": "lift", "van": "GEMEENTE", "product": "traplift"}, True),
        (Wet.WMO, {"wat": "inloop", "van": "GEMEENTE", "product": "inloop-zonder-indicatie"}, False),
        (Wet.WMO, {"wat": "zelf", "van": "ZELF", "product": "traplift"}, False),
        (Wet.PARTICIPATIEWET, {"wat": "bijstand", "van": "GEMEENTE"}, False),
    ],
)
def test_maatwerk_is_wat_alleen_de_gemeente_geeft(wet, oplossing, is_maatwerk):
    assert bool(verslag(gekozen=(oplossing,)).maatwerk(wet)) is is_maatwerk


def test_niet_aan_de_orde_speelt_niet():
    domeinen = {"wonen": "te groot", "werken": "Niet aan de orde", "financien": " "}
    assert verslag(levensdomeinen=domeinen).spelende_domeinen == ("wonen",)


@pytest.mark.parametrize("niveau", [0, 6, "hoog"])
def test_een_zrm_niveau_is_een_tot_en_met_vijf(niveau):
    with pytest.raises(ValidationError):
        verslag(zrm={"financien": niveau})


def test_een_oud_verslag_is_nog_te_lezen_en_zegt_niets_wat_niemand_zei():
    oud = {
        "id": "G-1",
        "dossier_id": "D-1",
        "zaak_id": "Z2026-000001",
        "op": "2026-03-02",
        "plaats": "THUIS",
        "gevoerd_door": "M-1",
        "vraagverheldering": "hulp",
        "oplossingen": "samen",
        "onderzoek": [["a", "besproken"]],
        "akkoord": "AANGEBODEN",
    }
    gesprek = Gesprek.model_validate_json(json.dumps(oud))
    assert gesprek.eigen_verantwoordelijkheid_uitgelegd is None
    assert (gesprek.versie, gesprek.verstrekt_op, gesprek.afgerond) == (1, None, False)
    assert Gesprek.model_validate_json(gesprek.model_dump_json()) == gesprek


def test_de_vijf_domeinen_van_de_bron_staan_vooraan():
    assert list(levensdomeinen())[:5] == ["wonen", "werken", "financien", "onderwijs", "gezondheid"]


def test_een_gemeente_kiest_haar_domeinen_en_niet_een_dat_er_niet_is():
    eigen = b.eigen_regel(lijsten={"domeinen": ("gezondheid", "wonen")})
    assert list(domeinen_van(b.organisatie(regels={"B-20": eigen}))) == ["gezondheid", "wonen"]
    fout = b.eigen_regel(lijsten={"domeinen": ("wonne",)})
    with pytest.raises(Invoerfout, match="'wonne' is geen levensdomein"):
        domeinen_van(b.organisatie(regels={"B-20": fout}))


def test_zrm_heeft_dertien_namen_en_geen_criteria():
    assert len(zrm_domeinen()) == 13
    assert all(len(naam) < 40 for naam in zrm_domeinen().values())
    with pytest.raises(Invoerfout, match="bestaat niet") as fout:
        zrm_domein("999990019")
    assert "999990019" not in str(fout.value)


def test_zes_woorden_op_rij_zijn_overgenomen():
    bron = "De cliënt heeft al jaren last van een ernstige aandoening."
    assert neemt_over("U heeft, zo staat er, al jaren last van een ernstige kwaal.", bron)
    assert not neemt_over("Al jaren last van een kwaal.", bron)
    assert not neemt_over(bron, "")
