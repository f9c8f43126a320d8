from __future__ import annotations

import re

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.letters.opmaak import contrast_met_wit, maak_css, meng_met_wit
from toegang.letters.tekens import Tekenfout
from toegang.letters.vocabulaire import KLASSEN


def eigenschap(css: str, kiezer: str, naam: str) -> str:
    (blok,) = re.findall(rf"^{re.escape(kiezer)} {{([^}}]*)}}", css, re.MULTILINE)
    return next(waarde for sleutel, waarde in re.findall(r"([\w-]+): ([^;]+);", blok) if sleutel == naam)


def test_every_class_of_the_vocabulary_has_a_style_and_the_reverse() -> None:
    css = maak_css(Huisstijl())

    assert set(re.findall(r"\.([a-z]+)\b", re.sub(r"{[^}]*}", "", css.partition("html {")[2]))) == KLASSEN


def test_the_window_stands_where_the_envelope_has_it() -> None:
    css = maak_css(Huisstijl(venster_links_mm=20, venster_boven_mm=48, venster_breedte_mm=85, marge_links_mm=25))

    assert eigenschap(css, ".adresvenster", "float") == "left"
    assert eigenschap(css, ".adresvenster", "margin-left") == "-5.00mm"
    assert eigenschap(css, ".adresvenster", "margin-top") == "24.00mm"
    assert eigenschap(css, ".adresvenster", "width") == "85.00mm"
    assert eigenschap(css, ".kenmerken", "float") == "right"


def test_a_window_on_the_right_moves_the_reference_block_to_the_left() -> None:
    css = maak_css(Huisstijl(venster_links_mm=110, venster_breedte_mm=80, marge_links_mm=25, marge_rechts_mm=25))

    assert eigenschap(css, ".adresvenster", "float") == "right"
    assert eigenschap(css, ".adresvenster", "margin-right") == "-5.00mm"
    assert eigenschap(css, ".kenmerken", "float") == "left"
    assert eigenschap(css, ".kenmerken", "width") == "75.00mm"


@pytest.mark.parametrize(("accent", "kop"), [("#1f4e79", "#1f4e79"), ("#e87722", "#1a1a1a"), ("#ffee00", "#1a1a1a")])
def test_headings_are_readable_whatever_the_accent(accent: str, kop: str) -> None:
    css = maak_css(Huisstijl(accent=accent))

    assert eigenschap(css, "h1, h2, h3, h4", "color") == kop
    assert f"solid {accent}" in css


def test_contrast_is_that_of_wcag() -> None:
    assert contrast_met_wit("#000000") == pytest.approx(21)
    assert contrast_met_wit("#ffffff") == pytest.approx(1)
    assert contrast_met_wit("#767676") == pytest.approx(4.54, abs=0.01)


def test_tints_are_colours_without_transparency() -> None:
    assert meng_met_wit("#000000", 0.5) == "#808080"
    assert "rgba" not in maak_css(Huisstijl())
    assert "opacity" not in maak_css(Huisstijl())


def test_the_foot_and_the_room_for_a_pen_are_data() -> None:
    css = maak_css(Huisstijl(voettekst="Postbus 1, 8000 AA Zwolle | zwolle.nl", handtekening_mm=22))

    assert 'content: "Postbus 1, 8000 AA Zwolle | zwolle.nl"' in css
    assert "margin-bottom: 22.00mm" in css
    assert "string(afzender)" in maak_css(Huisstijl())


def test_no_text_of_a_foot_can_become_css() -> None:
    css = maak_css(Huisstijl(voettekst='x"; } @page { background: url(file:///etc/hostname) } /* \\ $accent'))

    (inhoud,) = re.findall(r"@bottom-left { content: (.*); width", css)
    assert re.fullmatch(r'"[^"\n]*"', inhoud)
    assert "url(" not in css
    assert "@page {" not in inhoud


def test_a_character_in_the_foot_that_the_font_lacks_is_named() -> None:
    with pytest.raises(Tekenfout, match=r"huisstijl, voettekst: U\+260E"):
        maak_css(Huisstijl(voettekst="bel \u260e 14 038"))
