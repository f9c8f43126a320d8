from __future__ import annotations

import pytest

from toegang.letters.woordenschat import Sjabloonfout, lees

TABEL = (
    '<table><colgroup><col><col></colgroup><tbody><tr><th scope="row">Vanaf</th><td>vandaag</td></tr></tbody></table>'
)


def document(inhoud: str, kop: str = "<title>Brief</title>", html: str = '<html lang="nl">') -> str:
    return (
        f"<!DOCTYPE html>\n{html}\n<head>{kop}</head>\n<body>\n<main>\n<h1>Onderwerp</h1>\n{inhoud}\n"
        "</main>\n</body>\n</html>"
    )


def codes(html: str) -> list[str]:
    with pytest.raises(Sjabloonfout) as fout:
        lees(html, "wmo/proef")
    return [item.code for item in fout.value.fouten]


def test_a_good_document_gives_its_words_by_block() -> None:
    inhoud = lees(
        document(f'<section data-blok="bezwaar"><p>Binnen <strong>zes\n weken</strong>.</p></section>{TABEL}'), "x"
    )

    assert (inhoud.titel, inhoud.taal) == ("Brief", "nl")
    assert inhoud.blok("bezwaar") == "Binnen zes weken."
    assert inhoud.blok("grondslag") == ""
    assert inhoud.tekst.splitlines() == ["Onderwerp", "Binnen zes weken.", "Vanaf", "vandaag"]


@pytest.mark.parametrize(
    ("inhoud", "code"),
    [
        ("<script>x</script>", "element"),
        ("<blockquote><p>x</p></blockquote>", "element"),
        ('<p style="color:red">x</p>', "kenmerk"),
        ('<p onclick="x()">x</p>', "kenmerk"),
        ('<p class="rood">x</p>', "klasse"),
        ('<section data-blok="verzonnen"><p>x</p></section>', "blok"),
        ("<ul><li><p>x</p></li></ul>", "plaats"),
        ("<p><p>x</p></p>", "plaats"),
        ("<div>losse woorden</div>", "tekst-zonder-rol"),
        ("losse woorden", "tekst-zonder-rol"),
        ("<h3>te diep</h3>", "kop"),
        ("<h1>nog een</h1>", "dubbel"),
        ("<h2></h2>", "leeg"),
        ("<p> </p>", "leeg"),
        ("<ul><li><span></span></li></ul>", "leeg"),
        ("<p>x", "element-gesloten"),
        ("<p>x</em></p>", "element-gesloten"),
        ("<p/>", "element-gesloten"),
        ("<p>x</br></p>", "element-gesloten"),
        ("<!-- weg -->", "commentaar"),
        ("<?php x ?>", "opdracht"),
        ('<img src="huisstijl:logo" alt="">', "alt"),
        ('<img src="huisstijl:logo">', "alt"),
        ('<img src="file:///etc/passwd" alt="x">', "afbeelding"),
        ('<img src="https://x.example/a.png" alt="x">', "afbeelding"),
        ('<p><a href="http://x.example">naar x</a></p>', "link"),
        ('<p><a href="javascript:alert(1)">naar x</a></p>', "link"),
        ('<p><a href="file:///etc/passwd">naar x</a></p>', "link"),
        ("<p><a>naar x</a></p>", "link"),
        ('<p><a href="https://x.example">klik hier</a></p>', "linktekst"),
        (TABEL.replace('scope="row"', ""), "tabel-scope"),
        (TABEL.replace('scope="row"', 'scope="rij"'), "tabel-scope"),
        (TABEL.replace("<colgroup><col><col></colgroup>", ""), "tabel-colgroup"),
        (TABEL.replace("<td>vandaag</td>", ""), "tabel-cellen"),
        (TABEL.replace("<td>", '<td colspan="2">'), "tabel-cellen"),
        (TABEL.replace("<td>", '<td colspan="0">'), "tabel-cellen"),
        (TABEL.replace('th scope="row"', "td").replace("/th", "/td"), "tabel-koppen"),
        (TABEL.replace("<tbody>", "<caption>laat</caption><tbody>"), "tabel-caption"),
    ],
)
def test_what_is_outside_the_vocabulary_is_refused(inhoud: str, code: str) -> None:
    assert code in codes(document(inhoud))


@pytest.mark.parametrize(
    "inhoud",
    [
        TABEL,
        TABEL.replace("<table>", "<table><caption>Wat u krijgt</caption>"),
        TABEL.replace('<th scope="row">Vanaf</th><td>', '<th scope="col" colspan="2">').replace("</td>", "</th>"),
        "<ul><li>een<ul><li>twee</li></ul></li></ul>",
        "<dl><dt>Datum</dt><dd>vandaag</dd></dl>",
        '<p><a href="https://www.x.example/pad">www.x.example</a> <a href="tel:14038">14 038</a></p>',
        '<p><a href="mailto:x@x.example">x@x.example</a> <span lang="fr">bon<br>jour</span></p>',
        "<h2>twee</h2><h3>drie</h3><h2>weer twee</h2>",
        '<div class="dictum"><p class="kernzin">U krijgt hulp.</p></div>',
        '<img class="logo" src="huisstijl:logo" alt="Logo">',
    ],
)
def test_what_letters_need_is_allowed(inhoud: str) -> None:
    lees(document(inhoud), "x")


def test_language_title_and_heading_are_demanded() -> None:
    assert codes(document("", html="<html>")) == ["taal"]
    assert "titel" in codes(document("", kop=""))
    assert "leeg" in codes(document("", kop="<title> </title>"))
    assert "kop" in codes(document("").replace("<h1>Onderwerp</h1>", ""))


def test_the_error_names_template_line_and_rule_but_no_text() -> None:
    with pytest.raises(Sjabloonfout) as fout:
        lees(document('<p class="geheimnaam">Kanariegeel</p>\n<ul><li><p>Kanariegeel</p></li></ul>'), "wmo/proef")

    assert "'wmo/proef'" in str(fout.value)
    assert "regel 7, klasse:" in str(fout.value)
    assert "regel 8, plaats:" in str(fout.value)
    assert "Kanariegeel" not in str(fout.value)


def test_many_faults_are_counted() -> None:
    with pytest.raises(Sjabloonfout, match="en nog 3 fouten"):
        lees(document("<p></p>" * 8), "x")
