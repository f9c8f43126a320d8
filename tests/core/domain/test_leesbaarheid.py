"""Readability: syllables and sentences counted by hand, the formula, and the advice per sentence."""

import pytest

from toegang.domain.leesbaarheid import meet, splits
from toegang.domain.leesgegevens import Zwaarte, grenzen, jargonlijst
from toegang.domain.lettergrepen import lettergrepen
from toegang.errors import ToegangFout

# Counted aloud, word by word.
WOORDEN = {
    1: "u uw hulp aan naar thuis mooi taai nieuw leeuw hij zijn vrouw geel team",
    2: "open over oma idee buiten duwen eeuwen koeien ruzie café euro reeën skiën ouders eigen vooral zoals huisarts",
    3: "huishouden gemeente beschikking eieren museum radio familie uitkering financier kinderen inkomen België",
    4: "ondersteuning situatie schuldregeling begeleiding sociale beëindigd geïndiceerd beoordeling vacature officieel",
    5: "administratie mogelijkheden financiële georganiseerd leerlingenvervoer bijstandsuitkering coöperatie",
    6: "cliëntondersteuner individuele",
    8: "gehandicaptenparkeerkaart ziektekostenverzekering",
}


@pytest.mark.parametrize(("aantal", "woord"), [(n, woord) for n, rij in WOORDEN.items() for woord in rij.split()])
def test_lettergrepen(aantal, woord):
    assert lettergrepen(woord) == aantal


@pytest.mark.parametrize(
    ("woord", "aantal"), [("CAK", 3), ("UWV", 3), ("Wmo", 3), ("pgb", 3), ("Wmo-hulp", 4), ("2026", 1), ("e-mail", 2)]
)
def test_afkortingen_en_getallen(woord, aantal):
    assert lettergrepen(woord) == aantal


# (words, syllables, score) by hand: 206.84 - 0.93 x words per sentence - 77 x syllables per word
ZINNEN = [
    ("De kat zit op de mat.", 6, 6, 124.3),
    ("U krijgt hulp bij het huishouden.", 6, 8, 98.6),
    ("Wij beoordelen uw aanvraag op grond van de verordening.", 9, 16, 61.6),
    ("De kat zit op de mat. U krijgt hulp bij het huishouden.", 12, 14, 111.4),
]


@pytest.mark.parametrize(("tekst", "woorden", "lettergrepen_", "score"), ZINNEN)
def test_flesch_douma_met_de_hand_nageteld(tekst, woorden, lettergrepen_, score):
    rapport = meet([tekst])
    assert rapport.woorden == woorden
    assert sum(zin.lettergrepen for zin in rapport.zinnen) == lettergrepen_
    assert rapport.score == score


def test_zonder_woorden_is_er_geen_score():
    leeg = meet(["", "  \n - \n"])
    assert (leeg.score, leeg.woorden, leeg.woorden_per_zin, leeg.aandeel_b1) == (None, 0, 0.0, 100)


@pytest.mark.parametrize(
    ("tekst", "zinnen"),
    [
        ("Dit is een zin. Dit ook! En dit?", 3),
        ("U krijgt 1.234,50 euro op 3 maart 2026.", 1),
        ("Bel bijv. de huisarts of mevr. Oker.", 1),
        ("Dat staat in art. 2.3.5 van de Wmo.", 1),
        ("J. P. Oker belt u.", 1),
        ("Hij zei: \u201cKom maar.\u201d Zij kwam.", 2),
        ("Wij komen om 14.30 uur. Dan praten wij verder.", 2),
    ],
)
def test_waar_een_zin_eindigt(tekst, zinnen):
    assert len(splits(tekst)) == zinnen


def test_elke_regel_is_een_zin_en_koppen_kunnen_weg():
    tekst = "Wat u zelf kunt\nU kookt zelf.\n- brood halen\nPostbus 1"
    assert len(meet([tekst]).zinnen) == 4
    assert [zin.tekst for zin in meet([tekst], alleen_zinnen=True).zinnen] == ["U kookt zelf."]


def zin(tekst, **getallen):
    (een,) = meet([tekst], grenzen().met(getallen)).zinnen
    return een


def test_een_gewone_zin_is_op_b1():
    gewoon = zin("Uw dochter doet elke week de was voor u.")
    assert gewoon.op_b1
    assert gewoon.adviezen() == ()


def test_een_lange_zin():
    lang = zin("Wij " + "doen " * 20 + "dit.")
    assert not lang.op_b1
    assert lang.adviezen() == ("22 woorden: maak er twee zinnen van",)
    assert zin("Wij " + "doen " * 15 + "dit.").adviezen() == ("17 woorden: kan het korter?",)


def test_een_gemeente_kan_strenger_zijn():
    tekst = "Uw dochter doet elke week de was voor u."
    assert not zin(tekst, zin_woorden=8).op_b1
    assert zin(tekst, iets_anders=1).op_b1


def test_een_moeilijk_woord_met_een_gewoon_woord_erbij():
    moeilijk = zin("Uw zelfredzaamheid is genoeg.")
    assert not moeilijk.op_b1
    assert moeilijk.adviezen() == ("zeg in plaats van 'zelfredzaamheid': wat u zelf kunt",)


def test_een_stijf_woord_is_alleen_een_advies():
    stijf = zin("Indien u belt, helpen wij u.")
    assert stijf.op_b1
    assert [item.jargon.zwaarte for item in stijf.jargon] == [Zwaarte.STIJF]
    assert stijf.adviezen() == ("zeg in plaats van 'Indien': als",)


def test_een_woord_dat_meteen_wordt_uitgelegd_mag():
    assert zin("Uw zelfredzaamheid (wat u zelf kunt) is genoeg.").moeilijk == ()


def test_een_woord_in_een_ander_woord_telt_niet():
    assert zin("De conformiteit en het casusteam.").jargon == ()


def test_woorden_van_meer_dan_een_woord():
    (vondst,) = zin("Dit is voor u   zorg in  natura.").moeilijk
    assert vondst.jargon.gewoon == "hulp die de gemeente voor u regelt"


def test_te_veel_lange_woorden():
    veel = zin("De administratie en de bijstandsuitkering.")
    assert not veel.op_b1
    assert veel.adviezen() == ("veel lange woorden: administratie, bijstandsuitkering",)
    assert zin("Uw bijstandsuitkering blijft.").op_b1


@pytest.mark.parametrize(
    ("tekst", "lijdend"),
    [
        ("Uw aanvraag wordt door ons afgewezen.", True),
        ("De hulp wordt geregeld.", True),
        ("Er werden vragen gesteld.", True),
        ("Het wordt warm in dit gebied.", False),
        ("Wij hebben uw aanvraag afgewezen.", False),
        ("U wordt 80 jaar.", False),
    ],
)
def test_lijdende_zinnen(tekst, lijdend):
    assert zin(tekst).lijdend is lijdend


def test_niets_van_de_tekst_in_een_repr():
    rapport = meet(["Mevrouw Oker woont alleen met haar zelfredzaamheid."])
    assert "Oker" not in repr(rapport) + repr(rapport.zinnen) + repr(rapport.moeilijk)


def test_de_lijst_heeft_geen_dubbele_woorden_en_legt_niets_uit_met_zichzelf():
    woorden = [item.woord for item in jargonlijst()]
    assert len(woorden) == len(set(woorden)) > 80
    hard = [item for item in jargonlijst() if item.zwaarte is Zwaarte.MOEILIJK]
    assert [item.woord for item in hard if meet([item.gewoon.replace(";", ".")]).moeilijk] == []


@pytest.mark.parametrize("rij", ["Casus,situatie,moeilijk", "casus,,moeilijk", "casus,situatie,lastig"])
def test_een_foute_rij_in_de_lijst(eigen_gegevensmap, rij):
    (eigen_gegevensmap / "jargon.csv").write_text(f"woord,gewoon,zwaarte\n{rij}\n")
    jargonlijst.cache_clear()
    try:
        with pytest.raises(ToegangFout, match=r"jargon\.csv, regel 2"):
            jargonlijst()
    finally:
        jargonlijst.cache_clear()
