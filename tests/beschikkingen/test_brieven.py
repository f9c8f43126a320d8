"""Golden letters: a jurist can read the difference in a review."""

from __future__ import annotations

import re
from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.domain.huisstijl import Huisstijl
from toegang.errors import NietToegestaan
from toegang.letters.documenttoets import gebreken
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.onderdelen import Briefsoort
from toegang.letters.ondertekening import formule as formule_van
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.tekens import tekens_in
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.woordenschat import Inhoud, lees
from toegang.plugins.vormen import sjabloon_voor
from toegang_beschikkingen import SJABLONEN

MATRIX = Brievenmatrix.uit_map(SJABLONEN)
BRIEVEN = [regel.sjabloon for regel in MATRIX.brieven]
BESLUITEN = [regel for regel in MATRIX.brieven if regel.besluitsoorten]


GEDEELD = Sjabloonset([SJABLONEN])


@cache
def inhoud_van(sjabloon: str, wet: Wet | None = None) -> Inhoud:
    return controleer_brief(voorbeeldgegevens(sjabloon, MATRIX, wet), GEDEELD, Huisstijl())[1]


@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_golden_text(sjabloon: str, snapshot) -> None:
    assert inhoud_van(sjabloon).tekst == snapshot


ORGAAN = "het dagelijks bestuur van Regio Voorbeeld"


@pytest.mark.parametrize("sjabloon", ["participatiewet/toekenning", "participatiewet/beeindiging"])
def test_golden_text_of_another_body_than_the_college(sjabloon: str, snapshot) -> None:
    basis = voorbeeldgegevens(sjabloon, MATRIX)
    assert basis.besluit is not None
    assert basis.bezwaar is not None
    assert basis.ondertekening is not None
    formule = formule_van(basis.ondertekening.soort, ORGAAN)
    gegevens = basis.gewijzigd(
        gemeente=basis.gemeente.gewijzigd(bestuursorgaan=ORGAAN),
        besluit=basis.besluit.gewijzigd(orgaan=ORGAAN),
        bezwaar=basis.bezwaar.gewijzigd(orgaan=ORGAAN, postadres="Postbus 9, 1234 AB Proefstad"),
        ondertekening=basis.ondertekening.gewijzigd(formule=formule),
    )

    inhoud = controleer_brief(gegevens, GEDEELD, Huisstijl())[1]

    delen = ("besluit", "bezwaar", "ondertekening")
    assert "\n".join(inhoud.blok(naam) for naam in delen) == snapshot
    assert "college" not in inhoud.tekst


def test_the_objection_goes_to_the_body_that_decided() -> None:
    basis = voorbeeldgegevens("participatiewet/toekenning", MATRIX)
    assert basis.besluit is not None
    assert basis.bezwaar is not None
    elders = basis.gewijzigd(bezwaar=basis.bezwaar.gewijzigd(orgaan=ORGAAN))
    with pytest.raises(NietToegestaan, match=r"L-13 .* bezwaar gaat naar het dagelijks bestuur van Regio"):
        controleer_brief(elders, GEDEELD, Huisstijl())
    # a template that says "wij" where another body decided
    verzwegen = inhoud_van("participatiewet/toekenning")
    ander = basis.gewijzigd(besluit=basis.besluit.gewijzigd(orgaan=ORGAAN))
    assert [regel for regel, _ in gebreken(ander, verzwegen)] == ["L-1"]


@pytest.mark.parametrize("wet", list(Wet))
def test_golden_confirmation_per_act(wet: Wet, snapshot) -> None:
    assert inhoud_van("melding/ontvangstbevestiging", wet).blok("melding") == snapshot


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_the_dictum_comes_first_and_the_signature_after_the_remedies(regel) -> None:
    blokken = list(inhoud_van(regel.sjabloon).blokken)

    vaste = [
        "aanhef",
        "besluit",
        "motivering",
        "grondslag",
        "vervolg",
        "bezwaar",
        "contact",
        "ondertekening",
        "privacy",
    ]
    assert [blok for blok in blokken if blok not in ("plan", "bijlage")] == vaste


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_a_decision_says_what_a_reader_needs(regel) -> None:
    inhoud = inhoud_van(regel.sjabloon)

    assert "blijft gelden zolang wij uw bezwaar behandelen" in inhoud.blok("bezwaar")
    assert "voorlopige voorziening" in inhoud.blok("bezwaar")
    assert "www.voorbeeldstad.example/bezwaar" in inhoud.blok("bezwaar")
    assert "gegevens kunt inzien of laten verbeteren" in inhoud.blok("privacy")
    assert "Z2026-000000" in inhoud.blok("contact")


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_every_form_of_delivery_and_every_gap_fits(regel) -> None:
    gegevens = voorbeeldgegevens(regel.sjabloon, MATRIX)
    (product,) = gegevens.besluit.voorzieningen or voorbeeldgegevens("wmo/toekenning", MATRIX).besluit.voorzieningen
    kaal = product.gewijzigd(omvang="", einddatum=None, aanbieder="", bedrag_centen=None, resultaat="", berekening="")
    for vorm in Leveringsvorm:
        vol = product.gewijzigd(leveringsvorm=vorm, bedrag_centen=100)
        besluit = gegevens.besluit.gewijzigd(voorzieningen=(vol, kaal.gewijzigd(leveringsvorm=vorm)), aanvraag_op=None)
        brief = gegevens.gewijzigd(besluit=besluit, aanspreekpunt=None)

        assert gebreken(brief, lees(GEDEELD.html(regel.sjabloon, brief), regel.sjabloon)) == ()


@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_every_template_begins_with_its_articles_and_rules(sjabloon: str) -> None:
    kop = re.match(r"\{#\n(.*?)#\}", (SJABLONEN / f"{sjabloon}.html").read_text(), re.DOTALL)

    assert kop, "het sjabloon begint niet met een blok voor de jurist"
    assert re.search(r"^  Artikelen +\S", kop[1], re.MULTILINE)
    assert re.search(r"^  Regels +\S", kop[1], re.MULTILINE)


@pytest.mark.parametrize("regel", MATRIX.brieven, ids=lambda regel: regel.sjabloon)
def test_the_rules_in_the_template_are_those_of_the_matrix(regel) -> None:
    kop = (SJABLONEN / f"{regel.sjabloon}.html").read_text().partition("#}")[0]

    assert set(re.findall(r"\b[A-Z]-\d+\b", kop)) <= set(regel.regels)


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_every_decision_carries_the_rules_of_the_awb(regel) -> None:
    assert {"L-1", "L-13", "L-14", "L-15", "L-19", "L-20", "L-24", "L-25", "L-26", "L-28", "L-137"} <= set(regel.regels)


CELLEN = {
    Wet.WMO: "TOEKENNING AFWIJZING WIJZIGING INTREKKING BEEINDIGING BUITEN_BEHANDELING VERLENGING TIJDELIJK",
    Wet.JEUGDWET: "TOEKENNING AFWIJZING WIJZIGING INTREKKING BEEINDIGING BUITEN_BEHANDELING VERLENGING",
    Wet.PARTICIPATIEWET: "TOEKENNING AFWIJZING WIJZIGING INTREKKING BEEINDIGING BUITEN_BEHANDELING VOORSCHOT",
    Wet.WGS: "TOEKENNING AFWIJZING BEEINDIGING BUITEN_BEHANDELING",
    Wet.GPK: "TOEKENNING AFWIJZING INTREKKING BUITEN_BEHANDELING",
    Wet.LLV: "TOEKENNING AFWIJZING WIJZIGING INTREKKING BEEINDIGING BUITEN_BEHANDELING",
}
"""What can be decided under each act; anything else has no article."""


@pytest.mark.parametrize("wet", list(Wet))
def test_an_act_knows_the_kinds_of_decision_that_it_has_an_article_for(wet: Wet) -> None:
    assert [soort.value for soort in MATRIX.soorten(wet)] == CELLEN[wet].split()
    assert MATRIX.kent_pgb(wet) == (wet in (Wet.WMO, Wet.JEUGDWET))


@pytest.mark.parametrize("wet", list(Wet))
def test_every_cell_has_the_letter_that_a_decision_asks_for(wet: Wet) -> None:
    for soort in MATRIX.soorten(wet):
        regel = MATRIX.brief(sjabloon_voor(wet, soort), wet, soort)

        assert regel.soort is Briefsoort.BESCHIKKING
        assert regel.gronden(wet, frozenset())
        assert not controleer_brief(voorbeeldgegevens(regel.sjabloon, MATRIX, wet), GEDEELD, Huisstijl())[1].blok("x")


@pytest.mark.parametrize("wet", list(Wet))
def test_golden_not_dealt_with_per_act(wet: Wet, snapshot) -> None:
    assert inhoud_van("buiten-behandeling", wet).blok("vervolg") == snapshot


@pytest.mark.parametrize("soort", ["WIJZIGING", "VERLENGING"])
def test_golden_plan_that_goes_on_from_an_earlier_decision(soort: str, snapshot) -> None:
    plan, brief = (voorbeeldgegevens(id, MATRIX) for id in ("plan/plan-is-beschikking", f"wmo/{soort.lower()}"))

    inhoud = controleer_brief(plan.gewijzigd(besluit=brief.besluit), GEDEELD, Huisstijl())[1]

    assert inhoud.blok("besluit") == snapshot


@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_no_letter_shows_a_number_that_could_be_a_bsn(sjabloon: str) -> None:
    assert not re.search(r"\b\d{8,9}\b", inhoud_van(sjabloon).tekst)


def test_a_confirmation_is_no_decision() -> None:
    inhoud = inhoud_van("melding/ontvangstbevestiging")

    assert MATRIX.brief("melding/ontvangstbevestiging").soort is Briefsoort.BERICHT
    assert not {"besluit", "bezwaar", "grondslag"} & set(inhoud.blokken)


DRUKBAAR = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z")).filter(
        lambda teken: ord(teken) in tekens_in("Source Sans 3")
    ),
    min_size=1,
    max_size=60,
)


@given(woorden=DRUKBAAR)
def test_whatever_a_resident_writes_stays_words(woorden: str) -> None:
    gegevens = voorbeeldgegevens("melding/ontvangstbevestiging", MATRIX)
    gegevens = gegevens.gewijzigd(melding=gegevens.melding.gewijzigd(woorden=(woorden,)))

    inhoud = controleer_brief(gegevens, GEDEELD, Huisstijl())[1]

    assert gegevens.melding.woorden[0] in inhoud.blok("melding")
