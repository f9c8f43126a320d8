"""The short way into WeasyPrint gives the bytes of the long one."""

from __future__ import annotations

from typing import Any

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.letters import weasy
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.onderdelen import Briefsoort
from toegang.letters.opdracht import Renderopdracht
from toegang.letters.weasyhtml import als_boom
from toegang_beschikkingen import SJABLONEN

BRIEVEN = [r.sjabloon for r in Brievenmatrix.uit_map(SJABLONEN).brieven if r.soort is not Briefsoort.BIJLAGE]
ALLES = """<!DOCTYPE html><html lang="nl"><head><meta charset="utf-8"><title>Alles</title></head><body>
<header class="briefhoofd"><img class="logo" src="huisstijl:logo" alt="logo">
<dl class="kenmerken"><dt>a</dt><dd>b</dd></dl></header>
<main><h1>Een&nbsp;kop &amp; meer &eacute;</h1><section data-blok="besluit" class="samen"><p>Eén<br>twee
<strong>vet</strong> <em>schuin</em> <span class="heel">heel</span> <a href="https://x.example">x.example</a></p>
<div class="citaat"><p>woorden</p></div>
<ul><li>een<ul><li>twee</li></ul></li><li>drie<ol><li>vier</li></ol></li></ul><ol><li>een</li><li>twee</li></ol><h2>Twee</h2><h3>Drie</h3><h4>Vier</h4><p>zin</p></section>
<table class="afspraken"><caption>c</caption><colgroup><col><col><col></colgroup><thead><tr><th scope="col">a</th>
<th scope="col">b</th><th scope="col">c</th></tr></thead><tbody><tr><th scope="row">d</th>
<td colspan="2">e<ul><li>f</li></ul></td></tr></tbody></table></main></body></html>"""


@pytest.fixture
def gewoon(monkeypatch: pytest.MonkeyPatch, renderer: weasy.WeasyRenderer) -> Any:
    """Render with WeasyPrint's own class of documents."""

    def render(opdracht: Renderopdracht) -> bytes:
        renderer.software()
        from weasyprint import HTML

        def document(html: str, url_fetcher: Any) -> Any:
            return HTML(string=html, url_fetcher=url_fetcher)

        with monkeypatch.context() as eigen:
            eigen.setattr("toegang.letters.weasy.documentklasse", lambda: document)
            return renderer.render(opdracht)

    return render


def test_every_element_of_the_vocabulary_looks_as_weasyprint_would_have_it(renderer, gewoon, logo, tijdstip) -> None:
    opdracht = Renderopdracht(ALLES, Huisstijl(), logo, tijdstip, concept=True)

    assert als_boom(ALLES) is not None
    assert renderer.render(opdracht) == gewoon(opdracht)


@pytest.mark.lang
@pytest.mark.parametrize("sjabloon", BRIEVEN)
def test_every_letter_has_the_same_bytes_by_the_long_way(
    sjabloon, renderer, gewoon, sjablonen, voorbeeld, logo, tijdstip
) -> None:
    html = sjablonen.html(sjabloon, voorbeeld(sjabloon))
    opdracht = Renderopdracht(html, Huisstijl(venster_links_mm=110), logo, tijdstip)

    assert als_boom(html) is not None
    assert renderer.render(opdracht) == gewoon(opdracht)


@pytest.mark.parametrize(
    "inhoud",
    [
        "<p>niet gesloten",
        "<p>&onbekend;</p>",
        "<!-- commentaar --><p>x</p>",
        "<?opdracht?><p>x</p>",
        "<![CDATA[x]]>",
        "<p>Een & twee</p>",
    ],
)
def test_what_is_no_xml_takes_the_long_way(inhoud: str) -> None:
    assert als_boom(f"<!DOCTYPE html><html><body>{inhoud}</body></html>") is None


def test_a_doctype_with_entities_is_never_read_as_xml() -> None:
    bom = '<!DOCTYPE html [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]><html><body><p>&b;</p></body></html>'

    assert als_boom(bom) is None
    assert als_boom("<html><body><p>x</p></body></html>") is None


def test_characters_with_a_name_become_themselves() -> None:
    boom = als_boom("<!DOCTYPE html><html><body><p>a&nbsp;b &lt;i&gt; &amp;nbsp; &euro;</p></body></html>")

    assert boom is not None
    assert boom.findtext("body/p") == "a\u00a0b <i> &nbsp; €"


def test_words_of_a_resident_are_words_also_in_xml(renderer, gewoon, sjablonen, voorbeeld, logo, tijdstip) -> None:
    woorden = "<b>vet</b> {{ brief }} {% raw %} \"]]> &euro; <br> <!-- --> \\ ' & é"
    gegevens = voorbeeld("melding/ontvangstbevestiging")
    gegevens = gegevens.gewijzigd(melding=gegevens.melding.gewijzigd(woorden=(woorden,)))
    boom = als_boom(sjablonen.html(gegevens.sjabloon, gegevens))

    assert boom is not None
    assert woorden in "".join(boom.itertext())
