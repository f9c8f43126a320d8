"""Templates against their data, before there are data: one mistake of each kind is found, with its place."""

from __future__ import annotations

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.sjabloonlint import controleer_sjablonen
from toegang_beschikkingen import SJABLONEN

TOEKENNING = '{% extends "gedeeld:wmo/toekenning.html" %}\n'
ONTVANGST = '{% extends "gedeeld:melding/ontvangstbevestiging.html" %}\n'


def contact(tekst: str) -> str:
    """Give a template of a gemeente that overrides one block."""
    return TOEKENNING + "{% block contact %}" + tekst + "{% endblock %}"


def test_our_own_templates_are_right() -> None:
    assert controleer_sjablonen(Sjabloonset([SJABLONEN]), Huisstijl()) == ()


@pytest.mark.parametrize(
    ("tekst", "fout"),
    [
        (contact("<p>{{ brief.zaaknumer }}</p>"), "regel 2: 'brief' heeft geen gegeven 'zaaknumer'"),
        (contact("<p>{{ brief.gemeente.fax }}</p>"), "regel 2: 'brief.gemeente' heeft geen gegeven 'fax'"),
        (contact("<p>{{ zaaknummer }}</p>"), "regel 2: 'zaaknummer' bestaat hier niet"),
        (
            contact("<p>{{ brief.aanspreekpunt.naam }}</p>"),
            "regel 2: 'brief.aanspreekpunt' kan ontbreken",
        ),
        (contact("<p>{{ brief.plan.naam }}</p>"), "regel 2: 'brief.plan' kan ontbreken; vraag eerst met 'if'"),
        (contact("<p>{{ brief.bezwaar.laatste_dag }}</p>"), "zou dan als 'None' op de brief staan"),
        (contact("<p>{{ brief.bezwaar.laatste_dag | datum }}</p>"), "'brief.bezwaar.laatste_dag' kan ontbreken"),
        (
            contact("{% for regel in brief.besluit.voorzieningen %}<p>{{ regel.nam }}</p>{% endfor %}"),
            "regel 2: 'brief.besluit.voorzieningen.regel' heeft geen gegeven 'nam'",
        ),
        (
            contact('<p>{{ brief.besluit.voorzieningen | map(attribute="nam") | list | opsomming }}</p>'),
            "'brief.besluit.voorzieningen' heeft geen gegeven 'nam'",
        ),
        (
            contact('{% if brief.besluit.soort == "TOEGEKEND" %}<p>x</p>{% endif %}'),
            "regel 2: 'brief.besluit.soort' is nooit 'TOEGEKEND'",
        ),
        (
            contact('<p>a</p>{% if brief.wet == "JEUGDWET" %}<p>x</p>{% endif %}'),
            "regel 2: de voorwaarde kan in geen enkele brief waar zijn",
        ),
        (
            contact("<p>a</p>{% if false %}<p>x</p>{% endif %}"),
            "regel 2: de voorwaarde kan in geen enkele brief waar zijn",
        ),
        (
            contact('<p>a</p>{% if brief.wet == "WMO" %}<p>x</p>{% else %}<p>y</p>{% endif %}'),
            "regel 2: het deel na 'else' kan in geen enkele brief waar zijn",
        ),
        (
            contact("<p>a</p>{% if brief.melding %}<p>x</p>{% endif %}"),
            "regel 2: de voorwaarde kan in geen enkele brief waar zijn",
        ),
        (TOEKENNING + "{% block kontakt %}<p>x</p>{% endblock %}", "regel 2: de brief heeft geen blok 'kontakt'"),
        (TOEKENNING + "<p>Los.</p>", "regel 2: tekst naast de blokken wordt nooit afgedrukt"),
        (
            '{% extends "gedeeld:besluit/besluit.html" %}',
            "wmo/toekenning: blok 'besluit' is verplicht en ontbreekt",
        ),
        (
            TOEKENNING + '{% from "gedeeld:_delen.html" import voorziening %}'
            "{% block contact %}{{ voorziening(brief.bezwaar) }}{% endblock %}",
            "'brief.bezwaar' heeft geen gegeven 'omvang'",
        ),
        (
            TOEKENNING + '{% macro om(x) %}{{ om(x) }}{% endmacro %}{% block contact %}{{ om("a") }}{% endblock %}',
            "dit roept zichzelf aan",
        ),
    ],
)
def test_a_mistake_is_found_with_its_place(eigen_map, tekst, fout) -> None:
    fouten = controleer_sjablonen(eigen_map(wmo__toekenning=tekst), Huisstijl())

    assert any(fout in gevonden for gevonden in fouten), fouten
    assert all(gevonden.startswith(("wmo/toekenning", "gedeeld:", "_delen")) for gevonden in fouten), fouten


@pytest.mark.lang
@pytest.mark.parametrize(
    "tekst",
    [
        contact("<p>x{% if brief.aanspreekpunt %}{{ brief.aanspreekpunt.naam }}{% endif %}</p>"),
        contact("<p>{{ brief.aanspreekpunt.naam if brief.aanspreekpunt else brief.gemeente.naam }}</p>"),
        contact("<p>x{% if not brief.plan %}y{% else %}{{ brief.plan.naam }}{% endif %}</p>"),
        contact(
            "<p>x{% if brief.besluit.aanvraag_op is not none %}{{ brief.besluit.aanvraag_op | datum }}{% endif %}</p>"
        ),
        contact("<p>x{{ brief.bezwaar.laatste_dag | datum if brief.bezwaar.laatste_dag else 'later' }}</p>"),
        TOEKENNING + "{% block vervolg %}{{ super() }}<p>En dit.</p>{% endblock %}",
        TOEKENNING
        + '{% from "_delen.html" import voorziening %}{% block voorzieningen %}'
        + "{% for regel in brief.besluit.voorzieningen %}{{ voorziening(regel, levering=false) }}{% endfor %}"
        + "{% endblock %}",
    ],
)
def test_what_is_asked_for_first_may_be_used(eigen_map, tekst) -> None:
    assert controleer_sjablonen(eigen_map(wmo__toekenning=tekst), Huisstijl()) == ()


def test_a_message_has_no_decision(eigen_map) -> None:
    tekst = ONTVANGST + "{% block contact %}<p>{{ brief.besluit.datum | datum }}</p>{% endblock %}"
    fouten = controleer_sjablonen(eigen_map(melding__ontvangstbevestiging=tekst), Huisstijl())

    assert fouten == (
        "melding/ontvangstbevestiging, regel 2: 'brief.besluit' kan ontbreken; vraag eerst met 'if' of het er is",
    )


def test_blocks_in_another_order_are_found(eigen_map) -> None:
    tekst = TOEKENNING + (
        '{% block besluit %}{{ super() }}</section><section data-blok="vervolg"><h2>Vooraf</h2><p>Nu.</p>{% endblock %}'
        "{% block vervolg %}{% endblock %}"
    )
    fouten = controleer_sjablonen(eigen_map(wmo__toekenning=tekst), Huisstijl())

    assert fouten
    assert all(fout.startswith("wmo/toekenning") for fout in fouten)
