from __future__ import annotations

from pathlib import Path

import pytest

from toegang.errors import Controlefout, Invoerfout
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.woordenschat import lees
from toegang_beschikkingen import SJABLONEN

OVER = '{% extends "gedeeld:wmo/toekenning.html" %}'


def test_all_templates_compile(sjablonen) -> None:
    assert sjablonen.controleer() == ()


def test_a_gemeente_overrides_one_block_and_keeps_the_letter(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(wmo__toekenning=OVER + "{% block bezwaar_vooraf %}<p>Kom gerust langs.</p>{% endblock %}")

    inhoud = lees(eigen.html("wmo/toekenning", voorbeeld()), "wmo/toekenning")

    assert inhoud.blok("bezwaar").startswith("Bent u het niet eens met dit besluit?\nKom gerust langs.\nBezwaar maken")
    assert eigen.controleer() == ()


def test_a_gemeente_overrides_what_all_letters_share(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(
        basis='{% extends "gedeeld:basis.html" %}{% block privacy %}<h2>Privacy</h2><p>Kort.</p>{% endblock %}'
    )

    assert lees(eigen.html("gpk/afwijzing", voorbeeld("gpk/afwijzing")), "x").blok("privacy") == "Privacy\nKort."


@pytest.mark.parametrize(
    "woorden",
    [
        "<b>vet</b> & <script>alert(1)</script>",
        "{{ 7 * 7 }} {% set x = 1 %} {# weg #}",
        "{{ brief.__class__.__mro__ }}",
        "</p></section><h1>Ander besluit</h1>",
        '"><img src=file:///etc/passwd>',
        "&lt;b&gt; &amp;amp; &#60;",
        "{%- raw -%}",
    ],
)
def test_words_of_a_resident_come_out_letter_for_letter(sjablonen, voorbeeld, woorden: str) -> None:
    gegevens = voorbeeld("plan/plan-is-beschikking", onderwerp=woorden)
    plan = gegevens.plan.gewijzigd(inbreng=woorden, doelen=(woorden,))
    besluit = gegevens.besluit.gewijzigd(conclusie=woorden)

    inhoud = lees(sjablonen.html(gegevens.sjabloon, gegevens.gewijzigd(plan=plan, besluit=besluit)), "x")

    assert inhoud.titel == woorden
    assert inhoud.blok("plan").count(woorden) == 2
    assert woorden in inhoud.blok("motivering")


def test_an_unknown_variable_names_template_and_line(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(wmo__toekenning=OVER + "\n{% block vervolg %}\n<p>{{ brief.geboortedatum }}</p>{% endblock %}")

    with pytest.raises(Controlefout, match=r"'wmo/toekenning' \(wmo/toekenning.html, regel 3\).*geboortedatum"):
        eigen.html("wmo/toekenning", voorbeeld())


@pytest.mark.parametrize(
    ("tekst", "uitleg"),
    [
        ("{% block vervolg %}{{ brief.client | safe }}{% endblock %}", "No filter named 'safe'"),
        ("{% block vervolg %}{{ brief.client | tojson }}{% endblock %}", "No filter named 'tojson'"),
        ("{% block vervolg %}{% autoescape false %}x{% endautoescape %}{% endblock %}", "autoescape"),
        ("{% block vervolg %}", "Unexpected end"),
        ('{% block vervolg %}{% include "wmo/weg.html" %}{% endblock %}', "'wmo/weg.html' bestaat niet"),
    ],
)
def test_what_is_not_safe_or_not_whole_is_found_without_data(eigen_map, tekst: str, uitleg: str) -> None:
    (fout,) = eigen_map(wmo__toekenning=OVER + tekst).controleer()

    assert fout.startswith("wmo/toekenning, regel 1: ")
    assert uitleg in fout


def test_a_template_that_extends_itself_is_told_how(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(wmo__toekenning='{% extends "wmo/toekenning.html" %}')

    assert "breidt zichzelf uit; schrijf 'gedeeld:wmo/toekenning.html'" in eigen.controleer()[0]
    with pytest.raises(Controlefout, match="breidt zichzelf uit"):
        eigen.html("wmo/toekenning", voorbeeld())


@pytest.mark.parametrize("naam", ["wmo/weg", "../geheim", "/etc/passwd", "wmo/toekenning.html", "gedeeld:basis", ""])
def test_a_template_that_is_not_there_or_no_name_is_refused(sjablonen, voorbeeld, naam: str) -> None:
    with pytest.raises(Controlefout, match="bestaat niet"):
        sjablonen.html(naam, voorbeeld())


def test_code_in_a_template_does_not_reach_python(eigen_map, voorbeeld) -> None:
    aanval = "{% block vervolg %}<p>{{ brief.html.__globals__ }}{{ ''.__class__ }}</p>{% endblock %}"

    with pytest.raises(Controlefout):
        eigen_map(wmo__toekenning=OVER + aanval).html("wmo/toekenning", voorbeeld())


def test_an_error_with_personal_data_in_its_text_is_not_shown(eigen_map, voorbeeld) -> None:
    eigen = eigen_map(wmo__toekenning=OVER + "{% block vervolg %}<p>{{ brief.client + 1 }}</p>{% endblock %}")

    with pytest.raises(Controlefout, match="onverwachte fout") as fout:
        eigen.html("wmo/toekenning", voorbeeld(client="Kanariegeel"))
    assert "Kanariegeel" not in str(fout.value)
    assert fout.value.__cause__ is None


def test_a_row_of_the_matrix_without_template_is_found(tmp_path: Path) -> None:
    for naam in ("matrix.toml", "rechtsmiddelen.toml"):
        (tmp_path / naam).write_text((SJABLONEN / naam).read_text())

    assert "wmo/toekenning: staat in de matrix, maar er is geen sjabloon" in Sjabloonset([tmp_path]).controleer()


def test_without_folders_nothing_can_be_made(tmp_path: Path) -> None:
    with pytest.raises(Invoerfout, match="geen mappen"):
        Sjabloonset([])
    with pytest.raises(Invoerfout, match="'weg' ontbreekt"):
        Sjabloonset([tmp_path / "weg"])
