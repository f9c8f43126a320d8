"""Every rule of the register objects when it must, and only then; switched off, it objects no more."""

import re
from dataclasses import replace

import bouwers as b
import pytest
from gevallen import alle, beeld_van
from gevallen_intake import ongeregistreerd_zonder_eigen_regel

import toegang.guards  # noqa: F401  registers the rules
from toegang.domain.organisatie import Sterkte
from toegang.domain.spoor import Oordeel
from toegang.guards.register import (
    ALTIJD_HARD,
    NOG_TE_TOETSEN,
    REGELS,
    Regelovertreding,
    Regelsoort,
    toets,
    weiger_bij_overtreding,
    zonder_regels,
)

MIS, GOED = alle()
EIGEN = [geval for geval in MIS if REGELS[geval.regel, geval.moment].soort is Regelsoort.ORGANISATIE]
WET = [geval for geval in MIS if REGELS[geval.regel, geval.moment].soort is Regelsoort.WET]
WARNT = [geval for geval in MIS if REGELS[geval.regel, geval.moment].waarschuwt]
WEIGERT = [
    geval
    for geval in MIS
    if REGELS[geval.regel, geval.moment].soort is not Regelsoort.WAARSCHUWING and geval not in WARNT
]
ARTIKEL = re.compile(
    r"\b(art\.|artikel|lid \d|Awb|AVG|UAVG|Wmo 2015|Jeugdwet art|Participatiewet art|L-\d)", re.IGNORECASE
)


def bezwaren(geval, context=None, **anders):
    """Return what is not met, by rule id."""
    context = geval.maak() if context is None else context
    uitkomst = toets(geval.moment, context, beeld_van(context), **anders)
    return {item.regel: item for item in uitkomst if item.oordeel is not Oordeel.VOLDOET}


def met_sterkte(context, regel, sterkte):
    """Return the context in a gemeente that lists the rule with this strength, parameters unchanged."""
    eigen = dict(context.beeld.organisatie.regels)
    eigen[regel] = eigen.get(regel, b.eigen_regel()).gewijzigd(sterkte=sterkte)
    beeld = context.beeld.gewijzigd(organisatie=context.beeld.organisatie.gewijzigd(regels=eigen))
    return replace(context, beeld=beeld)


def test_elke_regel_heeft_een_geval_dat_mis_gaat_en_een_dat_goed_gaat():
    """A rule without these cases is a rule that nobody proved."""
    geregistreerd = set(REGELS)
    assert {(geval.regel, geval.moment) for geval in MIS} == geregistreerd
    assert {(geval.regel, geval.moment) for geval in GOED} == geregistreerd


@pytest.mark.parametrize("geval", MIS, ids=str)
class TestMis:
    def test_alleen_deze_regel_heeft_bezwaar(self, geval):
        gevonden = bezwaren(geval)
        assert set(gevonden) == {geval.regel}
        assert geval.zegt in gevonden[geval.regel].boodschap

    def test_hard_of_waarschuwing(self, geval):
        regel = REGELS[geval.regel, geval.moment]
        twijfel = regel.soort is Regelsoort.WET and regel.bewijs in NOG_TE_TOETSEN
        altijd_hard = geval.regel in ALTIJD_HARD
        twijfel = twijfel and not altijd_hard
        zacht = twijfel or regel.waarschuwt or regel.soort is Regelsoort.WAARSCHUWING
        verwacht = Oordeel.WAARSCHUWING if zacht else Oordeel.GEWEIGERD
        gevonden = bezwaren(geval)[geval.regel]
        assert gevonden.oordeel is verwacht
        assert gevonden.boodschap.endswith(" (nog te toetsen)") == twijfel

    def test_zonder_deze_regel_is_er_geen_bezwaar(self, geval):
        """The proof that this rule, and no other, is what objects."""
        with zonder_regels(geval.regel):
            assert bezwaren(geval) == {}
        assert set(bezwaren(geval)) == {geval.regel}

    def test_een_andere_regel_uitzetten_helpt_niet(self, geval):
        anderen = {regel for regel, _ in REGELS} - {geval.regel}
        with zonder_regels(*anderen):
            assert set(bezwaren(geval)) == {geval.regel}


@pytest.mark.parametrize("geval", WARNT, ids=str)
def test_wat_de_wet_alleen_een_waarschuwing_maakt_weigert_ook_bevestigd_niet(geval):
    gevonden = bezwaren(geval, bevestigd=frozenset({geval.regel}))[geval.regel]
    assert gevonden.oordeel is Oordeel.WAARSCHUWING
    assert "nog te toetsen" not in gevonden.boodschap
    weiger_bij_overtreding((gevonden,), "Zaak Z")


@pytest.mark.parametrize("geval", WEIGERT, ids=str)
def test_de_weigering_noemt_regel_en_zaak(geval):
    context = geval.maak()
    uitkomst = toets(geval.moment, context, beeld_van(context), frozenset({geval.regel}))
    with pytest.raises(Regelovertreding) as fout:
        weiger_bij_overtreding(uitkomst, "Zaak Z2026-000001")
    tekst = str(fout.value)
    assert tekst.startswith("Zaak Z2026-000001: geweigerd door 1 regel(s). Er is niets opgeslagen.\n")
    assert f"  - {geval.regel} (" in tekst
    assert geval.zegt in tekst
    assert [item.regel for item in fout.value.toetsen] == [geval.regel]


@pytest.mark.parametrize("geval", GOED, ids=str)
def test_goed(geval):
    assert bezwaren(geval) == {}
    context = geval.maak()
    uitkomst = {item.regel: item for item in toets(geval.moment, context, beeld_van(context))}
    assert uitkomst[geval.regel].oordeel is Oordeel.VOLDOET
    assert uitkomst[geval.regel].boodschap == ""


@pytest.mark.parametrize("geval", WET, ids=str)
class TestWet:
    def test_noemt_het_artikel_en_nooit_een_eigen_regel(self, geval):
        gevonden = bezwaren(geval, bevestigd=frozenset({geval.regel}))[geval.regel]
        regel = REGELS[geval.regel, geval.moment]
        assert gevonden.grondslag == regel.grondslag
        assert re.search(r"art\.|Awb|Selectielijst", gevonden.grondslag)
        tekst = str(Regelovertreding((gevonden,), "Zaak Z"))
        assert regel.grondslag in tekst
        assert "eigen regel" not in tekst
        assert "Proefdorp" not in tekst


@pytest.mark.parametrize(
    "geval", [geval for geval in WET if geval not in WARNT and hasattr(geval.maak(), "beeld")], ids=str
)
def test_een_gemeente_kan_een_regel_van_de_wet_niet_afzwakken(geval):
    zachter = met_sterkte(geval.maak(), geval.regel, Sterkte.PREF)
    gevonden = bezwaren(geval, zachter, bevestigd=frozenset({geval.regel}))
    hard = not REGELS[geval.regel, geval.moment].waarschuwt
    assert gevonden[geval.regel].oordeel is (Oordeel.GEWEIGERD if hard else Oordeel.WAARSCHUWING)


@pytest.mark.parametrize("geval", EIGEN, ids=str)
class TestOrganisatie:
    def test_noemt_gemeente_en_bron_en_nooit_een_artikel(self, geval):
        context = geval.maak()
        gevonden = bezwaren(geval, context)[geval.regel]
        genoemd = geval.regel in context.beeld.organisatie.regels
        eigen = "eigen regel van gemeente Proefdorp, bron nota toegang, par. 3"
        basis = "basisregel van Toegang, geldt tenzij gemeente Proefdorp anders kiest"
        assert gevonden.grondslag == (eigen if genoemd else basis)
        assert genoemd or REGELS[geval.regel, geval.moment].basis
        assert not ARTIKEL.search(str(Regelovertreding((gevonden,), "Zaak Z")))
        assert not ARTIKEL.search(gevonden.titel)

    @pytest.mark.parametrize("sterkte", [Sterkte.PREF, Sterkte.CTX, Sterkte.OPEN])
    def test_wat_de_bron_zachter_zegt_waarschuwt(self, geval, sterkte):
        gevonden = bezwaren(geval, met_sterkte(geval.maak(), geval.regel, sterkte)).get(geval.regel)
        if sterkte is Sterkte.CTX:
            # background judges nothing
            assert gevonden is None
        elif geval.maak is ongeregistreerd_zonder_eigen_regel:
            # that case is about a gemeente that does not list the rule: listing it takes the objection away
            assert gevonden is None
        else:
            assert gevonden.oordeel is Oordeel.WAARSCHUWING
            assert "nog te toetsen" not in gevonden.boodschap
            weiger_bij_overtreding((gevonden,), "Zaak Z")

    def test_zonder_eigen_regel_geldt_alleen_een_basisregel(self, geval):
        context = geval.maak()
        kaal = context.beeld.gewijzigd(organisatie=context.beeld.organisatie.gewijzigd(regels={}))
        getoetst = {item.regel for item in toets(geval.moment, replace(context, beeld=kaal), kaal)}
        assert (geval.regel in getoetst) == REGELS[geval.regel, geval.moment].basis


@pytest.mark.parametrize("moment", sorted({moment for _, moment in REGELS}))
def test_de_uitkomsten_staan_op_volgorde_van_regel(moment):
    for geval in (*MIS, *GOED):
        if geval.moment is moment:
            context = geval.maak()
            regels = [item.regel for item in toets(moment, context, beeld_van(context))]
            assert regels == sorted(regels)
            assert len(set(regels)) == len(regels)
