"""Never a fallback font: what the renderer would fill in from elsewhere is refused."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.errors import Controlefout, Invoerfout
from toegang.letters import weasy
from toegang.letters.opdracht import Renderopdracht
from toegang.letters.tekens import gebreken_in, tekens_in

KAAL = '<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><h1>x</h1><p>y</p></body></html>'


def test_a_family_that_is_not_packaged_is_refused_by_the_renderer_too(renderer, logo, tijdstip) -> None:
    opdracht = Renderopdracht(KAAL, Huisstijl(lettertype="Comic Neue"), logo, tijdstip)

    with pytest.raises(Invoerfout, match="niet meegeleverd"):
        renderer.render(opdracht)


def test_a_font_that_slipped_in_is_refused_before_there_is_a_file(logo, tijdstip, monkeypatch) -> None:
    """The packaged family is what fontconfig falls back on; here the letter asks for another one."""
    monkeypatch.setattr(weasy, "maak_css", lambda _stijl: "html { font-family: 'Comic Neue' }")
    vreemd = SimpleNamespace(objects=[{"BaseFont": b"/ABCDEF+DejaVu-Sans"}])

    assert weasy.WeasyRenderer().render(Renderopdracht(KAAL, Huisstijl(), logo, tijdstip))
    with pytest.raises(Controlefout, match="een ander lettertype krijgen dan 'Source Sans 3'"):
        weasy._vereis_huisfont("Source Sans 3", vreemd)


def test_what_the_style_sheet_prints_itself_is_in_the_font() -> None:
    """Bullets, dashes and the hyphen at a line end are in no field, so no field check would find them."""
    assert gebreken_in("•–\u2010 pagina van CONCEPT", tekens_in(Huisstijl().lettertype)) == ()
