"""Never a fallback font: what the renderer would fill in from elsewhere is refused."""

from __future__ import annotations

import pytest

from toegang.domain.huisstijl import Huisstijl
from toegang.errors import Controlefout
from toegang.letters.opdracht import Renderopdracht
from toegang.letters.tekens import gebreken_in, tekens_in

KAAL = '<!DOCTYPE html><html lang="nl"><head><title>x</title></head><body><h1>x</h1><p>y</p></body></html>'


def test_a_family_that_is_not_packaged_is_refused_by_the_renderer_too(renderer, logo, tijdstip) -> None:
    opdracht = Renderopdracht(KAAL, Huisstijl(lettertype="Comic Neue"), logo, tijdstip)

    with pytest.raises(Controlefout, match="een ander lettertype krijgen dan 'Comic Neue'"):
        renderer.render(opdracht)


def test_what_the_style_sheet_prints_itself_is_in_the_font() -> None:
    """Bullets, dashes and the hyphen at a line end are in no field, so no field check would find them."""
    assert gebreken_in("•–\u2010 pagina van CONCEPT", tekens_in(Huisstijl().lettertype)) == ()
