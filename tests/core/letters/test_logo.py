from __future__ import annotations

from pathlib import Path

import pytest

from toegang.errors import Invoerfout
from toegang.letters.logo import schone_svg

PLUGINS = Path(__file__).parents[3] / "plugins"


def svg(inhoud: str, kenmerken: str = 'viewBox="0 0 10 10"') -> bytes:
    ruimten = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"<svg {ruimten} {kenmerken}>{inhoud}</svg>".encode()


@pytest.mark.parametrize("bestand", sorted(PLUGINS.glob("*/*/huisstijl/*.svg")), ids=lambda pad: pad.parts[-3])
def test_the_logos_of_our_gemeenten_only_draw(bestand: Path) -> None:
    assert schone_svg(bestand.read_bytes()) == bestand.read_bytes()


def test_an_own_gradient_may_be_used() -> None:
    schoon = schone_svg(svg('<defs><linearGradient id="a"/></defs><rect fill="url(#a)"/><use href="#a"/><!-- x -->'))
    assert b"linearGradient" in schoon
    assert b"url(#a)" in schoon


@pytest.mark.parametrize(
    ("bron", "uitleg"),
    [
        (svg("<script>x</script>"), "<script> mag niet"),
        (svg("<text>Zwolle</text>"), "<text> mag niet"),
        (svg("<style>@import 'x'</style>"), "<style> mag niet"),
        (svg('<image href="file:///etc/passwd"/>'), "<image> mag niet"),
        (svg("<foreignObject/>"), "<foreignObject> mag niet"),
        (svg('<use href="file:///etc/passwd#a"/>'), "verwijzing naar buiten"),
        (svg('<use xlink:href="http://x.example/a.svg#a"/>'), "verwijzing naar buiten"),
        (svg('<rect fill="url(http://x.example)"/>'), "verwijzing naar buiten"),
        (svg("<rect style=\"fill: url( 'file:///x')\"/>"), "verwijzing naar buiten"),
        (svg('<rect onload="x()"/>'), "'onload' mag niet"),
        (svg("", ""), "viewBox ontbreekt"),
        (b'<!DOCTYPE svg [<!ENTITY a "b">]>' + svg("&a;"), "DOCTYPE"),
        (b"<svg", "geen leesbare XML op regel 1"),
        (b"<html xmlns='http://www.w3.org/2000/svg'/>", "geen <svg>"),
        (b"x" * 300_000, "groter dan 200 kB"),
    ],
)
def test_what_does_more_than_draw_is_refused(bron: bytes, uitleg: str) -> None:
    with pytest.raises(Invoerfout, match=uitleg):
        schone_svg(bron)
