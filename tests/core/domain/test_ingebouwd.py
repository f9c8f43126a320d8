"""Built-in rules: the decorator, and for each of them an outcome that is another one without the rule."""

from datetime import date

import pytest

from toegang.domain.aanschrijving import Partnernaam, Persoonsnaam, aanhef_neutraal, aanschrijfwijze
from toegang.domain.archieftermijn import Waardering, archiefactiedatum, resultaten
from toegang.domain.archiefwet import afleidingswijze, archiefvormer, overbrengen_voor
from toegang.domain.bsn import Bsn, OngeldigBsn, in_testreeks
from toegang.domain.feestdagen import feestdagen, is_vrije_dag
from toegang.domain.ijkpunten import afwijkingen, ijkpunten
from toegang.domain.ingebouwd import INGEBOUWD, ingebouwd, zonder_regels
from toegang.domain.regelboek import regelboek
from toegang.domain.termijnen import BronSoort, Eenheid, Termijn, atw_geldt, bezwaartermijn, einde, verleng

ZATERDAG = date(2026, 11, 21)


def termijn(aantal, eenheid=Eenheid.DAGEN, bron=BronSoort.WET):
    return Termijn(aantal, eenheid, bron)


class TestInbouwen:
    @pytest.fixture
    def dubbel(self):
        @ingebouwd("X-1", "Twee keer zo veel.", anders=lambda getal: getal)
        def dubbel(getal):
            """Double it."""
            return 2 * getal

        yield dubbel
        del INGEBOUWD["X-1", f"{dubbel.__module__}:dubbel"]

    def test_met_en_zonder_de_regel(self, dubbel):
        assert dubbel(3) == 6
        with zonder_regels("X-1"):
            assert dubbel(3) == 3
            with zonder_regels("X-2"):
                assert dubbel(getal=4) == 4
        assert dubbel(3) == 6

    def test_een_andere_regel_uitzetten_verandert_niets(self, dubbel):
        with zonder_regels("X-2"):
            assert dubbel(3) == 6

    def test_de_functie_blijft_zichzelf(self, dubbel):
        assert (dubbel.__name__, dubbel.__doc__) == ("dubbel", "Double it.")

    def test_twee_keer_op_dezelfde_plaats_kan_niet(self, dubbel):
        with pytest.raises(ValueError, match="regel X-1 is al ingebouwd in"):
            ingebouwd("X-1", "Nog eens.", anders=int)(dubbel)

    def test_elke_ingebouwde_regel_staat_in_het_boek_met_een_zin(self):
        for item in INGEBOUWD.values():
            assert item.id in regelboek()
            assert item.titel[0].isupper()
            assert item.titel.endswith(".")
            assert ":" in item.plaats


def test_l40_een_termijn_eindigt_niet_op_zaterdag():
    assert verleng(ZATERDAG) == date(2026, 11, 23)
    assert bezwaartermijn(date(2026, 10, 10)).einde == date(2026, 11, 23)


def test_l41_twee_werkdagen_in_een_korte_termijn():
    # from Thursday before Easter: Friday to Monday are all free
    som = einde(date(2026, 4, 2), termijn(3))
    assert som.einde == date(2026, 4, 8)
    assert verleng(date(2026, 4, 7), begin=date(2026, 4, 2)) == date(2026, 4, 8)


def test_l42_l40_feestdagen_van_de_wet():
    assert is_vrije_dag(date(2026, 4, 3))
    assert is_vrije_dag(date(2026, 12, 25))
    assert len(feestdagen(2023)) == 9 + 2


def test_l47_vijf_mei_telt_elk_jaar():
    assert [jaar for jaar in range(2021, 2031) if date(jaar, 5, 5) in feestdagen(jaar)] == list(range(2021, 2031))


@pytest.mark.parametrize(
    ("duur", "geldt"),
    [
        (termijn(90), True),
        (termijn(91), False),
        (termijn(12, Eenheid.WEKEN), True),
        (termijn(13, Eenheid.WEKEN), False),
        (termijn(3, Eenheid.MAANDEN), True),
        (termijn(4, Eenheid.MAANDEN), False),
        (termijn(1, Eenheid.JAREN), False),
        (termijn(48, Eenheid.UREN), False),
    ],
    ids=str,
)
def test_l44_lange_termijnen_schuiven_niet(duur, geldt):
    assert atw_geldt(duur).geldt is geldt


@pytest.mark.parametrize(("bron", "geldt"), [(BronSoort.WET, True), (BronSoort.VERORDENING, False)])
def test_l45_een_verordening_valt_er_niet_onder(bron, geldt):
    assert atw_geldt(termijn(8, Eenheid.WEKEN, bron)).geldt is geldt


def test_l46_zeven_ijkpunten_kloppen():
    assert len(ijkpunten()) == 7
    assert len({punt.waarom for punt in ijkpunten()}) >= 5
    assert afwijkingen() == ()


def test_l46_wie_anders_rekent_valt_op():
    assert len(ijkpunten()) == 7
    with zonder_regels("L-40"):
        fouten = afwijkingen()
    assert len(fouten) == 5
    assert fouten[0] == (
        "Bekendgemaakt op 24 maart 2026: 5 mei 2026 in plaats van 6 mei 2026 (zes weken eindigen op 5 mei)."
    )


def test_l130_de_elfproef():
    with pytest.raises(OngeldigBsn, match="elfproef"):
        Bsn("999990018")


def test_l132_alleen_de_testreeks():
    assert in_testreeks("999990019")
    assert not in_testreeks("123456782")
    assert Bsn("999990019").is_testnummer


@pytest.mark.parametrize(("gebruik", "naam"), [("E", "Oker"), ("P", "Rood"), ("V", "Rood-Oker"), ("N", "Oker-Rood")])
def test_l135_de_naam_volgt_het_naamgebruik_en_de_aanhef_is_neutraal(gebruik, naam):
    persoon = Persoonsnaam(
        voornamen="Proef",
        geslachtsnaam="Oker",
        geslacht="V",
        naamgebruik=gebruik,
        partners=(Partnernaam(geslachtsnaam="Rood"),),
    )
    assert aanschrijfwijze(persoon).naam == f"P. {naam}"
    assert aanhef_neutraal(persoon) == f"Geachte heer of mevrouw {naam}"


def bewaar(nummer, **anders):
    gesloten = date(2026, 11, 20)
    vast = {"gesloten_op": gesloten, "einde_voorziening": date(2029, 1, 1), "ontvangen_op": date(2026, 1, 5)}
    return archiefactiedatum(resultaten()[nummer], **{**vast, "wet": "WMO", **anders})


def test_l151_de_wet_is_langer_dan_de_lijst():
    assert bewaar("8.3").archiefactiedatum == date(2041, 11, 20)
    assert bewaar("8.3").verschil


def test_l152_tot_de_archivaris_kiest_wordt_er_niets_vernietigd():
    termijn_ = bewaar("8.2")
    assert termijn_.geblokkeerd
    assert "archivaris" in termijn_.reden_blokkade


def test_l154_overbrengen_volgt_het_archiefregime_van_de_dag():
    assert overbrengen_voor(date(2026, 11, 20)) == date(2046, 11, 20)
    blijvend = next(item for item in resultaten().values() if item.waardering is Waardering.BLIJVEND_BEWAREN)
    assert bewaar(blijvend.volledig_nummer).stappen[-1].datum == date(2046, 11, 20)


@pytest.mark.parametrize(
    ("procestermijn", "wijze"),
    [
        ("nihil", "afgehandeld"),
        ("bestaansduur_procesobject", "vervaldatum_besluit"),
        ("ingeschatte_bestaansduur_procesobject", "termijn"),
        ("vast_te_leggen_datum", "eigenschap"),
        ("samengevoegd_met_bewaartermijn", "eigenschap"),
    ],
)
def test_l155_afleidingswijze_van_zgw(procestermijn, wijze):
    assert afleidingswijze(procestermijn) == wijze


@pytest.mark.parametrize(
    ("code", "dag", "vormer"),
    [
        ("0951", date(2017, 6, 1), "Nuth"),
        ("0881", date(2018, 12, 31), "Onderbanken"),
        ("0962", date(2018, 12, 31), "Schinnen"),
        ("1954", date(2019, 1, 1), "Beekdaelen"),
    ],
)
def test_l156_archiefvormer_is_de_gemeente_van_toen(code, dag, vormer):
    assert archiefvormer(code, dag, "Beekdaelen") == vormer


def test_l156_een_onbekende_code_valt_terug_op_wie_er_nu_is():
    assert archiefvormer("9998", ZATERDAG, "Proefdorp") == "Proefdorp"
