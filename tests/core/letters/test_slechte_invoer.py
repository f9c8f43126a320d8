"""Bad input, through the whole road of one letter: right, or refused with field and reason."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from pydantic import ValidationError

from toegang.domain.besluit import Voorziening
from toegang.errors import Controlefout, Invoerfout
from toegang.letters.besluitonderdelen import Voorzieningregel
from toegang.letters.logo import schone_svg
from toegang.letters.tekens import Tekenfout

WOORDEN = "melding/ontvangstbevestiging"


def met_woorden(voorbeeld: Any, woorden: str) -> Any:
    gegevens = voorbeeld(WOORDEN)
    return gegevens.gewijzigd(melding=gegevens.melding.gewijzigd(woorden=(woorden,)))


@pytest.mark.parametrize(
    ("woorden", "teken"),
    [
        ("Bedankt \U0001f600", "U\\+1F600"),
        ("\u0645\u0631\u062d\u0628\u0627", "U\\+0645"),
        ("\u05e9\u05dc\u05d5\u05dd", "U\\+05E9"),
        ("abc\u202ecba", "U\\+202E"),
        ("\u4f60\u597d", "U\\+4F60"),
        ("zero\u200bwidth", "U\\+200B"),
        ("\x00", "U\\+0000"),
    ],
    ids=["emoji", "arabic", "hebrew", "bidi-override", "chinese", "zero-width", "null"],
)
def test_what_cannot_be_printed_is_refused_by_field(woorden: str, teken: str, maak, voorbeeld) -> None:
    with pytest.raises(Tekenfout, match=rf"veld melding\.woorden\.1: {teken}"):
        maak(met_woorden(voorbeeld, woorden))


@pytest.mark.parametrize(
    "woorden",
    [
        '<script>alert("x")</script><img src="file:///etc/hostname" alt="x">',
        "{{ brief.kenmerk }} {% include 'wmo/toekenning.html' %} {# weg #}",
        "&lt;b&gt; &nbsp; &#65; </p></section><h1>Ander besluit</h1>",
        "]]> --> <!-- <?php ?> \\u0041 \\\\ ${accent}",
    ],
    ids=["html", "jinja", "entities", "markup-ends"],
)
def test_markup_in_the_words_of_a_resident_is_shown_as_text(woorden: str, sjablonen, maak, voorbeeld) -> None:
    from structuurboom import gevonden

    lijst = gevonden(maak(met_woorden(voorbeeld, woorden)).pdf)
    vlak = "".join(woorden.split()).replace("-", "")

    assert sum(vlak in tekst for _, tekst in lijst) == 1
    assert [rol for rol, _ in lijst].count("H1") == 1


def test_a_name_of_four_hundred_characters_stays_on_the_paper(maak, voorbeeld) -> None:
    import pypdfium2

    gegevens = voorbeeld()
    lang = f"{'Aa' * 200}".capitalize()
    geadresseerde = gegevens.geadresseerde.gewijzigd(
        adresregels=(lang, "Straat 1", "8011 AA  ZWOLLE"), aanhef=f"Geachte heer of mevrouw {lang}", naam=lang
    )
    document = pypdfium2.PdfDocument(maak(gegevens.gewijzigd(geadresseerde=geadresseerde, client=lang)).pdf)
    try:
        bladzijde = document[0]
        breedte, tekst = bladzijde.get_width(), bladzijde.get_textpage()
        randen = [tekst.get_rect(nr) for nr in range(tekst.count_rects())]
        heel = "".join(tekst.get_text_range().split())
    finally:
        document.close()

    assert all(links >= 0 and rechts <= breedte for links, _, rechts, _ in randen)
    assert heel.count("aaaa") > 0
    assert heel.lower().count("a") >= 2 * len(lang)


def test_an_amount_with_half_a_cent_is_no_amount() -> None:
    with pytest.raises(ValidationError, match="bedrag_centen"):
        Voorzieningregel(naam="pgb", leveringsvorm="PGB", ingangsdatum=date(2026, 4, 1), bedrag_centen=Decimal("100.5"))


def test_an_end_before_the_beginning_is_refused() -> None:
    with pytest.raises(ValidationError, match="einddatum"):
        Voorziening(
            id="V-1",
            product="hulp-bij-het-huishouden",
            naam="hulp bij het huishouden",
            wet="WMO",
            soort="MAATWERK",
            leveringsvorm="ZIN",
            ingangsdatum=date(2026, 4, 1),
            einddatum=date(2026, 3, 31),
        )
    with pytest.raises(ValidationError, match="einddatum"):
        Voorzieningregel(naam="hulp", leveringsvorm="ZIN", ingangsdatum=date(2026, 4, 1), einddatum=date(2026, 3, 31))


@pytest.mark.parametrize("adres", ["file:///etc/hostname", "http://x.example/a.png", "https://x.example/a.svg"])
def test_a_template_or_logo_that_fetches_is_refused(adres: str, eigen_map, voorbeeld) -> None:
    from toegang.letters.woordenschat import lees

    sjablonen = eigen_map(
        wmo__toekenning='{% extends "gedeeld:wmo/toekenning.html" %}'
        f'{{% block contact %}}<p>Bel ons.</p><img src="{adres}" alt="plaatje">{{% endblock %}}'
    )
    with pytest.raises(Controlefout, match="alleen src"):
        lees(sjablonen.html("wmo/toekenning", voorbeeld()), "wmo/toekenning")

    naamruimten = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    for deel in (
        f'<image xlink:href="{adres}" width="9" height="9"/>',
        f'<use href="{adres}#a"/>',
        f'<rect width="9" height="9" fill="url({adres}#g)"/>',
        f'<style>@import "{adres}";</style>',
    ):
        with pytest.raises(Invoerfout):
            schone_svg(f'<svg {naamruimten} viewBox="0 0 9 9">{deel}</svg>'.encode())
