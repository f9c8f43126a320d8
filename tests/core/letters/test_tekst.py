from __future__ import annotations

from datetime import date

import pytest

from toegang.letters.htmlfilters import datum, postadres, weblink
from toegang.letters.tekst import (
    alineas,
    genormaliseerd,
    hoofdletter,
    met_lidwoord,
    opsomming,
    telwoord,
    zonder_schema,
)


def test_text_is_composed_and_has_one_line_end() -> None:
    assert genormaliseerd(" e\u0301e\u0301n\r\ntwee\tdrie\r ") == "één\ntwee drie"


def test_every_line_is_a_paragraph() -> None:
    assert alineas("een\n\n  twee \ndrie\n") == ("een", "twee", "drie")
    assert alineas(" ") == ()


@pytest.mark.parametrize(
    ("delen", "zin"), [([], ""), (["a"], "a"), (["a", "b"], "a en b"), (["a", "b", "c"], "a, b en c")]
)
def test_a_list_in_a_sentence(delen, zin) -> None:
    assert opsomming(delen) == zin


def test_capitals_at_the_beginning() -> None:
    assert hoofdletter("de heer Van Dam") == "De heer Van Dam"
    assert hoofdletter("ijs") == "IJs"
    assert hoofdletter("") == ""


def test_small_numbers_are_words() -> None:
    assert [telwoord(getal) for getal in (0, 6, 12, 13)] == ["nul", "zes", "twaalf", "13"]


@pytest.mark.parametrize(
    ("orgaan", "uit"),
    [
        ("college van burgemeester en wethouders van Zwolle", "het college van burgemeester en wethouders van Zwolle"),
        ("Het college van Zwolle", "het college van Zwolle"),
        ("Burgemeester van Zwolle", "de burgemeester van Zwolle"),
        ("dagelijks bestuur van Kompas", "het dagelijks bestuur van Kompas"),
    ],
)
def test_a_body_gets_its_article(orgaan: str, uit: str) -> None:
    assert met_lidwoord(orgaan) == uit


def test_web_addresses_are_printed_without_scheme() -> None:
    assert zonder_schema("https://www.x.example/bezwaar/") == "www.x.example/bezwaar"


def test_filters_escape_what_they_wrap() -> None:
    assert weblink("www.x.example/a") == '<a href="https://www.x.example/a">www.x.example/a</a>'
    assert weblink('x" onclick="y') == "x&#34; onclick=&#34;y"
    heel = '<span class="naam">Postbus 1 &lt;b&gt;, <span class="heel">1234 AB</span> Stad</span>'
    assert postadres("Postbus 1 <b>, 1234 AB Stad") == heel
    assert datum(date(2026, 3, 1)) == '<span class="heel">1 maart 2026</span>'
