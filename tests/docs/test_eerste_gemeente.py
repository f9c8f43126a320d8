"""The tutorial keeps its promise: at most eight commands, and forty lines typed by hand."""

from bladzijden import blokken

BLADZIJDE = "docs/ontwikkelaars/eerste-gemeente.md"


def test_hooguit_acht_opdrachten_en_veertig_regels():
    opdrachten = [
        regel for blok in blokken(BLADZIJDE) if blok.is_voorbeeld for regel in blok.tekst.splitlines() if regel
    ]
    getypt = [
        regel for blok in blokken(BLADZIJDE) if blok.waarde("bestand") for regel in blok.tekst.splitlines() if regel
    ]
    assert 0 < len(opdrachten) <= 8
    assert 0 < len(getypt) <= 40
