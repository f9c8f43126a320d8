"""The register as a whole: chains of sub-mandate, and entries that overlap or contradict each other."""

from datetime import date, timedelta

import bouwers as b
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandaatvragen import mandaten, vraag, vragen

from toegang.domain.begrippen import Besluitsoort, Mandaatsoort, Wet
from toegang.domain.mandaat import bezwaren
from toegang.domain.mandaatregister import (
    bezwaren_in_register,
    ketenbezwaren,
    registergebreken,
    ruimer_dan,
    zoek_bevoegd,
)

DAG = timedelta(days=1)
SOORTEN = tuple(Mandaatsoort)


def register(*mandaten):
    return registergebreken(b.organisatie(mandaat=[dict(item) for item in mandaten]))


def onder(**anders):
    return b.mandaat(**{"id": "MD-2", "functie": "consulent", "ondermandaat_van": "MD-1", **anders})


def boven(**anders):
    return b.mandaat(**{"ondermandaat": True, **anders})


@given(mandaten(), vragen)
def test_zonder_keten_zegt_het_register_wat_de_regel_zelf_zegt(mandaat, vraag):
    assert bezwaren_in_register(mandaat, vraag, (mandaat,)) == bezwaren(mandaat, vraag)


@given(mandaten(), mandaten(), vragen)
def test_een_ondermandaat_dekt_nooit_wat_het_mandaat_erboven_niet_dekt(een, twee, vraag):
    """Whatever is passed on: no question gets through the chain that its parent would not cover for that functie."""
    ouder = een.gewijzigd(id="MD-1", ondermandaat=True)
    kind = twee.gewijzigd(id="MD-2", ondermandaat_van="MD-1")
    if zoek_bevoegd((ouder, kind), vraag, SOORTEN) is kind:
        assert not bezwaren(ouder.gewijzigd(functie=vraag.functie), vraag)


@pytest.mark.parametrize(
    ("ouder", "kind", "zegt"),
    [
        ({}, {"ondermandaat_van": "MD-9"}, "rust op 'MD-9', en dat staat niet in het register"),
        ({"ondermandaat": False}, {}, "rust op 'MD-1', en dat mag niet worden doorgegeven"),
        ({"geldig_tot": b.DAG - DAG}, {}, f"rust op 'MD-1', en dat eindigde op {(b.DAG - DAG).isoformat()}"),
        ({"geldig_van": b.DAG + DAG}, {}, f"rust op 'MD-1', en dat gaat pas in op {(b.DAG + DAG).isoformat()}"),
        ({"ondermandaat_van": "MD-2"}, {}, "rust via 'MD-2' op zichzelf"),
        ({"wetten": {Wet.WMO}}, {"wetten": {Wet.WMO, Wet.GPK}}, "is ruimer dan 'MD-1' (wetten)"),
        ({"wetten": {Wet.WMO}}, {}, "is ruimer dan 'MD-1' (wetten)"),
        ({"besluitsoorten": {Besluitsoort.AFWIJZING}}, {}, "is ruimer dan 'MD-1' (soorten besluit)"),
        ({"producten": {"rolstoel"}}, {"producten": {"traplift"}}, "is ruimer dan 'MD-1' (producten)"),
        ({"max_bedrag_centen": 100}, {}, "is ruimer dan 'MD-1' (bedrag)"),
        ({"max_duur_maanden": 12}, {"max_duur_maanden": 13}, "is ruimer dan 'MD-1' (duur)"),
        ({"soort": Mandaatsoort.ONDERTEKENING}, {}, "(beslissen in plaats van alleen ondertekenen)"),
    ],
)
def test_wat_er_aan_een_keten_kan_schelen(ouder, kind, zegt):
    rijen = (boven(**ouder), onder(**kind))
    redenen = ketenbezwaren(rijen[1], rijen, b.DAG)
    assert any(zegt in reden for reden in redenen), redenen
    assert zoek_bevoegd(rijen, vraag(functie="consulent"), SOORTEN) is None


def test_een_keten_van_drie_die_klopt():
    rijen = (
        boven(max_bedrag_centen=300),
        onder(ondermandaat=True, max_bedrag_centen=200),
        b.mandaat(id="MD-3", functie="jurist", ondermandaat_van="MD-2", max_bedrag_centen=200),
    )
    assert zoek_bevoegd(rijen, vraag(functie="jurist", bedrag_centen=200), SOORTEN) is rijen[2]
    assert ketenbezwaren(rijen[2], rijen, b.DAG) == ()
    assert ruimer_dan(rijen[2], rijen[0]) == ()


def test_wat_boven_in_een_keten_eindigt_eindigt_ook_onderin():
    rijen = (
        boven(geldig_tot=b.DAG),
        onder(ondermandaat=True),
        b.mandaat(id="MD-3", functie="jurist", ondermandaat_van="MD-2"),
    )
    assert zoek_bevoegd(rijen, vraag(functie="jurist", op=b.DAG), SOORTEN) is rijen[2]
    assert zoek_bevoegd(rijen, vraag(functie="jurist", op=b.DAG + DAG), SOORTEN) is None


class TestVervangen:
    mandaat = b.mandaat(vervangende_functie="teamleider", vervangers=("P-5",))

    @pytest.mark.parametrize("wie", [{"functie": "teamleider"}, {"functie": "jurist", "medewerker": "P-5"}])
    def test_alleen_als_de_functie_onbezet_is(self, wie):
        weg = vraag(**wie, onbezet=frozenset({"midoffice"}))
        assert zoek_bevoegd((self.mandaat,), weg, SOORTEN) is self.mandaat
        assert (
            "vervangen kan alleen als er niemand met functie 'midoffice' is" in bezwaren(self.mandaat, vraag(**wie))[0]
        )

    def test_een_ander_vervangt_nooit(self):
        onbezet = frozenset({"midoffice"})
        assert bezwaren(self.mandaat, vraag(functie="jurist", medewerker="P-6", onbezet=onbezet)) == (
            "geldt voor functie 'midoffice'",
        )

    def test_eigen_bevoegdheid_gaat_voor_vervangen(self):
        eigen = b.mandaat(id="MD-9", functie="teamleider")
        gevonden = zoek_bevoegd((self.mandaat, eigen), vraag(functie="teamleider", onbezet={"midoffice"}), SOORTEN)
        assert gevonden is eigen


class TestSamen:
    def test_zelfde_bevoegdheid_met_een_andere_grens_spreekt_elkaar_tegen(self):
        (gebrek,) = register(b.mandaat(max_bedrag_centen=100), b.mandaat(id="MD-2", max_bedrag_centen=200))
        assert gebrek.zin == (
            "Mandaat MD-1 en MD-2: spreken elkaar vanaf 2025-01-01 tegen: dezelfde bevoegdheid met een andere grens."
        )
        assert gebrek.hard

    @pytest.mark.regel("L-21")
    def test_wat_de_ene_regel_geeft_en_de_andere_weigert_mag_niemand(self):
        ruim, krap = b.mandaat(), b.mandaat(id="MD-2", max_bedrag_centen=100)
        erboven, eronder = vraag(bedrag_centen=101), vraag(bedrag_centen=100)
        assert zoek_bevoegd((ruim, krap), erboven, SOORTEN) is None
        zegt = "spreekt 'MD-2' tegen, dat voor hetzelfde een lagere grens heeft"
        assert bezwaren_in_register(ruim, erboven, (ruim, krap)) == (zegt,)
        assert zoek_bevoegd((ruim, krap), eronder, SOORTEN) == ruim
        voorbij = krap.gewijzigd(geldig_tot=erboven.op - DAG)
        assert zoek_bevoegd((ruim, voorbij), erboven, SOORTEN) == ruim

    def test_zelfde_bevoegdheid_met_dezelfde_grens_overlapt(self):
        (gebrek,) = register(b.mandaat(), b.mandaat(id="MD-2", geldig_van=date(2026, 1, 1)))
        assert "overlappen elkaar vanaf 2026-01-01" in gebrek.zin
        assert not gebrek.hard

    @pytest.mark.parametrize(
        "anders",
        [
            {"functie": "consulent"},
            {"soort": Mandaatsoort.ONDERTEKENING},
            {"geldig_van": date(2026, 3, 2)},
            {"wetten": {Wet.GPK}},
            {"besluitsoorten": {Besluitsoort.INTREKKING}},
            {"producten": {"traplift"}},
        ],
    )
    def test_wat_elkaar_niet_raakt_is_in_orde(self, anders):
        een = b.mandaat(
            geldig_tot=date(2026, 3, 1) if "geldig_van" in anders else None,
            wetten={Wet.WMO},
            besluitsoorten={Besluitsoort.TOEKENNING},
            producten={"rolstoel"},
        )
        ander = een.gewijzigd(**{"id": "MD-2", "max_bedrag_centen": 5, "geldig_tot": None, **anders})
        assert register(een, ander) == ()

    def test_een_dag_samen_is_al_overlap(self):
        assert register(b.mandaat(geldig_tot=b.DAG), b.mandaat(id="MD-2", geldig_van=b.DAG))
        assert not register(b.mandaat(geldig_tot=b.DAG), b.mandaat(id="MD-2", geldig_van=b.DAG + DAG))

    @pytest.mark.parametrize(
        ("anders", "zegt"),
        [
            ({"functie": "wethouder"}, "functie 'wethouder' bestaat niet"),
            ({"vervangende_functie": "wethouder"}, "functie 'wethouder' bestaat niet"),
            ({"vervangende_functie": "midoffice"}, "een functie vervangt zichzelf"),
            ({"producten": {"vliegtuig"}}, "product 'vliegtuig' staat niet in de catalogus"),
            ({"geldig_tot": date(2020, 1, 1)}, "de laatste dag ligt voor de eerste"),
        ],
    )
    def test_wat_er_aan_een_regel_kan_schelen(self, anders, zegt):
        (gebrek,) = register(b.mandaat(**anders))
        assert (gebrek.mandaten, gebrek.hard) == (("MD-1",), True)
        assert zegt in gebrek.zin

    def test_een_open_sleutel_is_geen_onbekende_functie(self):
        assert register(b.mandaat(functie="open:besluit.beslisser")) == ()

    def test_twee_keer_hetzelfde_kenmerk(self):
        assert "staat er meer dan een keer" in register(b.mandaat(), b.mandaat(functie="consulent"))[0].zin


@given(st.integers(0, 600), st.dates(date(2024, 1, 1), date(2028, 1, 1)))
def test_maanden_tussen_telt_elke_begonnen_maand(dagen, begin):
    from toegang.domain.datums import maanden_tussen, plus_maanden

    einde = begin + timedelta(days=dagen)
    maanden = maanden_tussen(begin, einde)
    assert plus_maanden(begin, maanden) > einde or begin.day > 28
    assert maanden == 0 or plus_maanden(begin, maanden - 1) <= einde
