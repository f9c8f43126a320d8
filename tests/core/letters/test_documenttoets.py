from __future__ import annotations

import re

import pytest

from toegang.domain.begrippen import Mandaatsoort
from toegang.domain.huisstijl import Huisstijl
from toegang.errors import NietToegestaan
from toegang.letters.documenttoets import TOETSEN, gebreken, opmerkingen, vereis_geldig
from toegang.letters.documentwensen import WAARSCHUWT
from toegang.letters.maken import controleer_brief
from toegang.letters.ondertekening import formule
from toegang.letters.voorbeelden import ORGAAN
from toegang.letters.woordenschat import lees

OVER = '{% extends "gedeeld:wmo/toekenning.html" %}'


@pytest.fixture
def toets(eigen_map, voorbeeld):
    """Check a letter whose template overrides something; gives the rules that refuse."""

    def toets_(blokken: str = "", sjabloon: str = "wmo/toekenning", **anders):
        gegevens = voorbeeld(sjabloon, **anders)
        over = f'{{% extends "gedeeld:{sjabloon}.html" %}}{blokken}'
        html = eigen_map(**{sjabloon.replace("/", "__"): over}).html(sjabloon, gegevens)
        return dict(gebreken(gegevens, lees(html, sjabloon)))

    return toets_


def besluit(voorbeeld, sjabloon="wmo/toekenning", **anders):
    return voorbeeld(sjabloon).besluit.gewijzigd(**anders)


def test_the_shared_letters_hold(toets) -> None:
    assert toets() == {}
    assert toets(sjabloon="wmo/afwijzing") == {}
    assert toets(sjabloon="plan/plan-is-beschikking") == {}
    assert toets(sjabloon="melding/ontvangstbevestiging") == {}


@pytest.mark.parametrize(
    ("blok", "mist"),
    [
        ("<p>U kunt bezwaar maken.</p>", "door wie en binnen welke termijn en bij welk orgaan"),
        (
            (
                "<p>{{ brief.bezwaar.door_wie }}, {{ brief.bezwaar.termijn }} {{ brief.bezwaar.ingang }}, bij ons: "
                "{{ brief.bezwaar.laatste_dag | datum }}</p>"
            ),
            "zegt niet bij welk orgaan",
        ),
        (
            (
                "<p>{{ brief.bezwaar.door_wie }}, {{ brief.bezwaar.termijn }} {{ brief.bezwaar.ingang }}, bij "
                "{{ brief.bezwaar.orgaan }}</p>"
            ),
            "zegt niet tot welke dag",
        ),
        (
            (
                "<p>{{ brief.bezwaar.door_wie }}, binnen acht weken, {{ brief.bezwaar.laatste_dag | datum }}, bij "
                "{{ brief.bezwaar.orgaan }}</p>"
            ),
            "zegt niet binnen welke termijn",
        ),
    ],
)
def test_who_overrides_the_remedies_keeps_their_elements(toets, blok: str, mist: str) -> None:
    uitkomst = toets(f"{{% block bezwaar %}}{blok}{{% endblock %}}")

    assert set(uitkomst) - {"L-26"} == {"L-13"}
    assert mist in uitkomst["L-13"]


@pytest.mark.regel("L-13")
def test_remedies_elsewhere_in_the_letter_do_not_count(toets) -> None:
    alles = (
        "{{ brief.bezwaar.door_wie }} {{ brief.bezwaar.termijn }} {{ brief.bezwaar.ingang }} {{ brief.bezwaar.orgaan }}"
    )
    blokken = (
        f"{{% block vervolg %}}<p>{alles}</p>{{% endblock %}}{{% block bezwaar %}}<p>Zie boven.</p>{{% endblock %}}"
    )

    assert list(toets(blokken)) == ["L-13", "L-26"]


@pytest.mark.regel("L-13", "L-19")
def test_data_without_remedies_or_signer_are_refused(toets) -> None:
    zonder = "{% block bezwaar %}<p>x</p>{% endblock %}"

    assert "L-13" in toets(zonder, bezwaar=None)
    assert "L-19" in toets(ondertekening=None)


@pytest.mark.regel("L-14")
def test_reasons_are_due_when_the_resident_is_worse_off(toets, voorbeeld) -> None:
    leeg = {"stappen": (), "conclusie": "", "adviezen": ()}

    assert (
        "de motivering ontbreekt"
        in toets(sjabloon="wmo/afwijzing", besluit=besluit(voorbeeld, "wmo/afwijzing", **leeg))["L-14"]
    )
    assert toets(besluit=besluit(voorbeeld, **leeg)) == {}
    assert "L-14" in toets(besluit=besluit(voorbeeld, belastend=True, **leeg))


@pytest.mark.regel("L-14")
def test_reasons_of_the_decision_must_all_be_printed(toets) -> None:
    assert "L-14" in toets("{% block motivering %}<p>Zo is het nu eenmaal.</p>{% endblock %}")


@pytest.mark.regel("L-15")
def test_an_article_must_be_cited_in_data_and_text(toets, voorbeeld) -> None:
    assert "L-15" in toets(besluit=besluit(voorbeeld, grondslagen=()))
    uitkomst = toets("{% block grondslag %}<p>De Wet maatschappelijke ondersteuning 2015.</p>{% endblock %}")
    assert uitkomst["L-15"].endswith("artikel 2.3.5, niet")


@pytest.mark.regel("L-19", "L-20")
def test_both_formulas_of_mandate(toets, voorbeeld) -> None:
    ondertekening = voorbeeld().ondertekening.gewijzigd(
        soort=Mandaatsoort.ONDERTEKENING, formule=formule(Mandaatsoort.ONDERTEKENING, ORGAAN)
    )

    assert toets(ondertekening=ondertekening) == {}
    assert list(toets(ondertekening=ondertekening.gewijzigd(formule=f"Namens {ORGAAN},"))) == ["L-20"]
    assert list(toets("{% block ondertekening %}<p>Groeten, {{ brief.ondertekening.naam }}</p>{% endblock %}")) == [
        "L-19"
    ]


@pytest.mark.regel("L-1")
def test_the_dictum_names_day_and_provision(toets) -> None:
    assert "datum" in toets("{% block besluit %}<p>Ja.</p>{% endblock %}")["L-1"]
    assert "voorzieningen" in toets("{% block besluit %}<p>{{ brief.besluit.datum | datum }}</p>{% endblock %}")["L-1"]


def test_a_refused_letter_names_rule_and_article(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(wmo__toekenning=OVER + "{% block bezwaar %}<p>Nee.</p>{% endblock %}")

    with pytest.raises(NietToegestaan, match=r"B-VOORBEELD.*L-13 \(Awb 3:45\)"):
        controleer_brief(voorbeeld(), eigen, Huisstijl())


def test_every_check_is_registered_with_its_article() -> None:
    assert {"L-1", "L-13", "L-14", "L-15", "L-19", "L-20", "L-28"} < set(TOETSEN)
    assert set(TOETSEN) & set(WAARSCHUWT) == set()
    assert all(re.search(r"\d", artikel) for artikel, _ in TOETSEN.values())
    assert all(re.search(r"\d", eis.artikel) or "Awb" in eis.artikel for eis in WAARSCHUWT.values())


def test_a_letter_without_decision_needs_none_of_it(sjablonen, voorbeeld) -> None:
    gegevens = voorbeeld("melding/ontvangstbevestiging")

    vereis_geldig(gegevens, lees(sjablonen.html(gegevens.sjabloon, gegevens), "x"))


@pytest.mark.regel("L-4", "L-16", "L-57", "L-65", "L-104")
@pytest.mark.parametrize(
    ("sjabloon", "blok", "regel"),
    [
        ("buiten-behandeling", "aanleiding", "L-4"),
        ("wmo/tijdelijk", "besluit", "L-57"),
        ("wmo/wijziging", "besluit", "L-65"),
        ("wmo/intrekking", "aanleiding", "L-65"),
        ("participatiewet/voorschot", "vervolg", "L-104"),
    ],
)
def test_a_gemeente_cannot_leave_out_what_the_act_asks(toets, sjabloon: str, blok: str, regel: str) -> None:
    leeg = f"{{% block {blok} %}}<p>Wij besloten dit op {{{{ brief.besluit.datum | datum }}}}.</p>{{% endblock %}}"

    assert regel in toets(leeg, sjabloon=sjabloon)
    assert toets(sjabloon=sjabloon) == {}


@pytest.mark.regel("L-16")
def test_only_a_full_grant_may_do_without_reasons(toets, voorbeeld) -> None:
    leeg = besluit(voorbeeld, "wmo/tijdelijk", stappen=(), conclusie="", adviezen=())

    assert "L-16" in toets(sjabloon="wmo/tijdelijk", besluit=leeg)


def test_what_only_warns_does_not_refuse(toets, eigen_map, voorbeeld) -> None:
    over = "{% block alternatief %}<p>Dag.</p>{% endblock %}"
    gegevens = voorbeeld("wmo/afwijzing")
    eigen = eigen_map(wmo__afwijzing='{% extends "gedeeld:wmo/afwijzing.html" %}' + over)

    (regel,) = opmerkingen(gegevens, lees(eigen.html("wmo/afwijzing", gegevens), "x"))

    assert toets(over, sjabloon="wmo/afwijzing") == {}
    assert (regel.regel, regel.oordeel) == ("L-52", "WAARSCHUWING")
    assert "gratis kan helpen" in regel.boodschap
