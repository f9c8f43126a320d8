"""Choosing people: obstacles, preferences, and everyone who was passed over with the reason."""

from dataclasses import replace

import bouwers as b
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.begrippen import Werkgeversoort, Wet
from toegang.plugins.keuze import Wens, kies

WERKGEVERS = [
    {"id": soort.lower(), "naam": soort, "soort": soort}
    for soort in Werkgeversoort
    if soort is not Werkgeversoort.OVERIG
]
WENS = Wens(wet=Wet.WMO, team=b.organisatie().team("wijkteam"), functies=("consulent",), beoordeelt=True)


def beeld(*regels, **anders):
    return b.beeld(*regels, **{"werkgever": WERKGEVERS, **anders})


def mens(id, **anders):
    return b.kandidaat(id, **{"soort": Werkgeversoort.GEMEENTE, **anders})


def waarom(keuze, id):
    return next(item.reden for item in keuze.gepasseerd if item.medewerker == id)


def test_zonder_kandidaten_wordt_niemand_gekozen():
    keuze = kies((), WENS, beeld())
    assert (keuze.gekozen, keuze.reden.code, keuze.gepasseerd) == (None, "NIEMAND", ())
    with pytest.raises(LookupError):
        keuze.als_lid(Wet.WMO)


def test_de_enige_wordt_lid_met_functie_en_specialisme():
    keuze = kies((mens("P-1", disciplines=("zorg", "jeugd")),), WENS, beeld())
    lid = keuze.als_lid(Wet.WMO)
    assert (lid.medewerker, lid.rol, lid.discipline, lid.beoordeelt) == ("P-1", "consulent", "zorg", (Wet.WMO,))
    assert lid.reden.code == "ENIGE"


def test_wie_niet_is_opgeleid_komt_niet_in_beeld():
    keuze = kies((mens("P-1"), mens("P-2", wetten=(Wet.GPK,))), WENS, beeld())
    assert keuze.gekozen.id == "P-1"
    assert keuze.gepasseerd == ()


@pytest.mark.parametrize(
    ("anders", "code", "regels"),
    [
        ({"aanwezig": False}, "AFWEZIG", ()),
        ({"caseload": 10}, "CASELOAD_VOL", ("B-37",)),
        ({"soort": Werkgeversoort.AANBIEDER}, "GEEN_BESTUURSORGAAN", ("B-24", "W-8")),
        ({"soort": Werkgeversoort.OVERHEIDS_BV}, "GEEN_BESTUURSORGAAN", ("B-24",)),
        ({"werkgever": "onbekend"}, "WERKGEVER_NIET_TOEGESTAAN", ("B-24",)),
        ({"functie": "midoffice", "teams": ("wijkteam",)}, "FUNCTIE_BEOORDEELT_NIET", ()),
    ],
)
def test_elk_beletsel_heeft_zijn_code_en_zijn_regels(anders, code, regels):
    hier = beeld("B-24", "B-37", caseload_plafond=10)
    keuze = kies((mens("P-1", **anders), mens("P-2")), WENS, hier)
    assert keuze.gekozen.id == "P-2"
    reden = waarom(keuze, "P-1")
    assert (reden.code, reden.regels) == (code, regels)


def test_eigen_regel_wordt_alleen_genoemd_waar_hij_geldt():
    extern = (mens("P-1", soort=Werkgeversoort.AANBIEDER),)
    assert waarom(kies(extern, WENS, beeld()), "P-1").regels == ("W-8",)
    assert waarom(kies(extern, WENS, beeld("B-24", "B-31")), "P-1").regels == ("B-24", "B-31", "W-8")


def test_l100_bij_de_participatiewet_wordt_de_wet_genoemd():
    wens = replace(WENS, wet=Wet.PARTICIPATIEWET)
    reden = waarom(kies((mens("P-1", soort=Werkgeversoort.OVERHEIDS_BV),), wens, beeld()), "P-1")
    assert reden.regels == ("L-100",)


def test_wie_niet_hoeft_te_beoordelen_mag_bij_een_ander_werken():
    wens = replace(WENS, beoordeelt=False)
    assert kies((mens("P-1", soort=Werkgeversoort.WELZIJN),), wens, beeld()).gekozen.id == "P-1"


@pytest.mark.parametrize(("registers", "gekozen"), [(("SKJ",), "P-1"), (("BIG",), "P-1"), ((), None)])
def test_een_van_de_gevraagde_registers_is_genoeg(registers, gekozen):
    wens = replace(WENS, wet=Wet.JEUGDWET, registers=("SKJ", "BIG"))
    keuze = kies((mens("P-1", registers=registers),), wens, beeld())
    assert (keuze.gekozen and keuze.gekozen.id) == gekozen
    assert gekozen or waarom(keuze, "P-1").regels == ("L-89",)


@pytest.mark.parametrize(
    ("wens", "voor", "achter", "winst", "verlies"),
    [
        ({}, {"teams": ("wijkteam",), "caseload": 9}, {"caseload": 0}, "UIT_TEAM", "ANDER_TEAM"),
        ({"bekend": ("P-9",)}, {"caseload": 9}, {"caseload": 0}, "BEKEND_BIJ_HUISHOUDEN", "BEKENDE_GAAT_VOOR"),
        (
            {"specialismen": ("zorg",)},
            {"disciplines": ("zorg",), "caseload": 9},
            {"disciplines": ("jeugd", "zorg")},
            "SPECIALISME",
            "ANDER_SPECIALISME",
        ),
        (
            {"gebied": "kern"},
            {"gebieden": ("kern",), "caseload": 9},
            {"gebieden": ("elders",)},
            "AANDACHTSGEBIED",
            "ANDER_GEBIED",
        ),
        ({}, {"caseload": 3}, {"caseload": 4}, "LAAGSTE_CASELOAD", "HOGERE_CASELOAD"),
    ],
)
def test_elke_voorkeur_beslist_en_zegt_dat(wens, voor, achter, winst, verlies):
    keuze = kies((mens("P-1", **achter), mens("P-9", **voor)), replace(WENS, **wens), beeld())
    assert (keuze.gekozen.id, keuze.reden.code, waarom(keuze, "P-1").code) == ("P-9", winst, verlies)


def test_bij_gelijke_geschiktheid_beslist_het_nummer():
    keuze = kies((mens("P-2"), mens("P-1")), WENS, beeld())
    assert (keuze.gekozen.id, keuze.reden.code, waarom(keuze, "P-2").code) == ("P-1", "VOLGORDE", "VOLGORDE")


def test_wie_geen_gebied_heeft_werkt_overal():
    keuze = kies((mens("P-1", gebieden=()), mens("P-2", gebieden=("elders",))), replace(WENS, gebied="kern"), beeld())
    assert keuze.gekozen.id == "P-1"


def test_zit_iedereen_aan_het_plafond_dan_toch_de_laagste():
    hier = beeld("B-37", caseload_plafond=10)
    keuze = kies((mens("P-1", caseload=12), mens("P-2", caseload=11)), WENS, hier)
    assert (keuze.gekozen.id, keuze.reden.code) == ("P-2", "PLAFOND_OVERAL_BEREIKT")
    assert keuze.reden.regels == ("B-37",)


def test_het_plafond_opent_geen_deur_voor_wie_om_een_andere_reden_niet_mag():
    hier = beeld("B-37", caseload_plafond=10)
    keuze = kies((mens("P-1", caseload=12, aanwezig=False), mens("P-2", soort=Werkgeversoort.AANBIEDER)), WENS, hier)
    assert keuze.gekozen is None
    assert {item.medewerker for item in keuze.gepasseerd} == {"P-1", "P-2"}


def test_een_open_plafond_is_geen_plafond():
    keuze = kies((mens("P-1", caseload=500),), WENS, beeld(caseload_plafond="open:caseload.plafond"))
    assert keuze.reden.code == "ENIGE"


def test_wie_al_meedoet_wordt_niet_nog_eens_gekozen():
    keuze = kies((mens("P-1"), mens("P-2")), replace(WENS, niet=("P-1",)), beeld())
    assert (keuze.gekozen.id, keuze.gepasseerd) == ("P-2", ())


kandidaten = st.lists(
    st.builds(
        mens,
        id=st.integers(1, 40).map(lambda nummer: f"P-{nummer:02}"),
        aanwezig=st.booleans(),
        caseload=st.integers(0, 15),
        soort=st.sampled_from(Werkgeversoort),
        disciplines=st.sampled_from([(), ("wmo",), ("jeugd",), ("jeugd", "wmo")]),
        gebieden=st.sampled_from([(), ("kern",), ("elders",)]),
        teams=st.sampled_from([(), ("wijkteam",)]),
    ),
    max_size=8,
    unique_by=lambda kandidaat: kandidaat.id,
)


@settings(max_examples=60, deadline=None)
@given(mensen=kandidaten, data=st.data())
def test_volgorde_doet_er_niet_toe_en_iedereen_krijgt_een_reden(mensen, data):
    hier = beeld("B-24", "B-37", caseload_plafond=10)
    wens = replace(WENS, gebied="kern", specialismen=("wmo",), bekend=("P-07",))
    keuze = kies(mensen, wens, hier)
    assert kies(data.draw(st.permutations(mensen)), wens, hier) == keuze
    gekozen = {keuze.gekozen.id} if keuze.gekozen else set()
    assert gekozen | {item.medewerker for item in keuze.gepasseerd} == {mens.id for mens in mensen}
    if keuze.gekozen:
        assert keuze.gekozen.aanwezig
        assert keuze.gekozen.werkgeversoort.is_bestuursorgaan
