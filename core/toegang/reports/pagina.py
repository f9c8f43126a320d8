"""A report as one page: HTML that stands by itself, and what the PDF is made of. Nothing is fetched."""

from __future__ import annotations

from html import escape

from toegang.domain.huisstijl import Huisstijl
from toegang.reports.afscherming import KLEIN, VERBORGEN
from toegang.reports.rapport import Cel, Cijfer, Rapport, Tabel, kaal

_MEESTE, _MEESTE_PDF = 100, 24
"""Rows of all tables together, so that a PDF is one page; the rest is in the JSON."""


def maak_pagina(rapport: Rapport, stijl: Huisstijl, *, voor_pdf: bool = False, meeste: int = 0) -> str:
    """Return a report as a page.

    The bars stand in a column of the table itself, so that figure and numbers are read together; a bar says
    nothing that the number beside it does not, and is hidden from a reader who does not see it.

    Args:
        rapport: the report; already without small numbers when it goes outside.
        stijl: house style of the gemeente.
        voor_pdf: for the renderer of letters, which brings page and fonts of its own.
        meeste: rows of all tables together; 0 = as many as make one page.
    """
    hoogstens = meeste or (_MEESTE_PDF if voor_pdf else _MEESTE)
    ruimte = _verdeel([len(tabel.rijen) for tabel in rapport.tabellen], hoogstens)
    delen = [
        "<!DOCTYPE html>",
        '<html lang="nl"><head><meta charset="utf-8">',
        "" if voor_pdf else '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f"<title>{escape(rapport.titel)}, gemeente {escape(rapport.gemeente)}</title>",
        f"<style>{_css(stijl, voor_pdf=voor_pdf)}</style></head><body><main>",
        f"<h1>{escape(rapport.titel)}</h1>",
        f'<p class="periode">Gemeente {escape(rapport.gemeente)}. {rapport.wanneer}</p>',
        _cijfers(rapport.cijfers),
        *(_tabel(tabel, meeste) for tabel, meeste in zip(rapport.tabellen, ruimte, strict=True)),
        "<h2>Wat de cijfers betekenen</h2><ul>",
        *(f"<li>{escape(tekst)}</li>" for tekst in rapport.definities),
        "</ul></main></body></html>",
    ]
    return "\n".join(filter(None, delen))


def getal(waarde: Cel, eenheid: str = "") -> str:
    """Return a cell as a reader wants to see it: a decimal comma, a dash for nothing."""
    waarde = kaal(waarde)
    if waarde is None:
        return "–"
    if isinstance(waarde, float):
        tekst = f"{waarde:,.2f}" if eenheid == "euro" else f"{waarde:,}"
        tekst = tekst.replace(",", " ").replace(".", ",").replace(" ", ".")
    else:
        tekst = str(waarde)
    if eenheid == "%":
        return f"{tekst}%"
    return f"{tekst} {_EENTJE.get(eenheid, eenheid) if waarde == 1 else eenheid}".strip()


_EENTJE = {"dagen": "dag", "maanden": "maand", "weken": "week", "zaken": "zaak"}
"""Units of exactly one."""


def _verdeel(rijen: list[int], samen: int) -> list[int]:
    """Return how many rows each table gets: what a small one leaves goes to those that need more."""
    uit, over = [0] * len(rijen), samen
    for plaats, nummer in enumerate(sorted(range(len(rijen)), key=rijen.__getitem__)):
        uit[nummer] = min(rijen[nummer], over // (len(rijen) - plaats))
        over -= uit[nummer]
    return uit


def _cijfers(cijfers: tuple[Cijfer, ...]) -> str:
    paren = ((escape(item.naam), escape(getal(item.waarde, item.eenheid))) for item in cijfers)
    rijen = "".join(f'<tr><th scope="row">{naam}</th><td class="getal">{waarde}</td></tr>' for naam, waarde in paren)
    kop = '<thead><tr><th scope="col">Cijfer</th><th scope="col" class="getal">Waarde</th></tr></thead>'
    return f'<table class="kern"><caption>In het kort</caption>{kop}<tbody>{rijen}</tbody></table>'


def _tabel(tabel: Tabel, meeste: int) -> str:
    kop = "".join(
        f'<th scope="col"{_klasse(tabel, nummer)}>{escape(naam)}</th>' for nummer, naam in enumerate(tabel.kolommen)
    )
    if tabel.balk is not None:
        kop += '<th scope="col" class="beeld">In beeld</th>'
    if not tabel.rijen:
        return f"<h2>{escape(tabel.titel)}</h2><p>Er is niets te tellen.</p>"
    hoogste = max((cel for rij in tabel.rijen if isinstance(cel := _balkcel(tabel, rij), int | float)), default=0)
    rijen = "".join(_rij(tabel, rij, hoogste) for rij in tabel.rijen[:meeste])
    rest = len(tabel.rijen) - meeste
    slot = f"<p>En nog {rest} rijen; die staan in de JSON.</p>" if rest > 0 else ""
    titel = f"<caption>{escape(tabel.titel)}</caption>"
    return f"<table>{titel}<thead><tr>{kop}</tr></thead><tbody>{rijen}</tbody></table>{slot}"


def _rij(tabel: Tabel, rij: tuple[Cel, ...], hoogste: float) -> str:
    eerste, *rest = rij
    cellen = "".join(
        f"<td{_klasse(tabel, nummer)}>{escape(getal(cel, tabel.eenheid if nummer == tabel.balk else ''))}</td>"
        for nummer, cel in enumerate(rest, start=1)
    )
    if tabel.balk is not None:
        waarde = _balkcel(tabel, rij)
        breedte = round(100 * waarde / hoogste) if isinstance(waarde, int | float) and hoogste else 0
        # nothing, or a number that is not shown, has no bar: a sliver would still say that there is something
        balk = f'<div class="balk" aria-hidden="true" style="width: {breedte}%"></div>' if breedte else ""
        cellen += f'<td class="beeld">{balk}</td>'
    return f'<tr><th scope="row">{escape(getal(eerste))}</th>{cellen}</tr>'


def _balkcel(tabel: Tabel, rij: tuple[Cel, ...]) -> Cel:
    return kaal(rij[tabel.balk]) if tabel.balk is not None else None


def _klasse(tabel: Tabel, nummer: int) -> str:
    """Return the class of a column: numbers stand at the right, words at the left."""
    cellen = [cel for rij in tabel.rijen if (cel := rij[nummer]) is not None]
    woorden = any(isinstance(cel, str) and cel not in (KLEIN, VERBORGEN) for cel in cellen)
    return "" if woorden or not nummer or not cellen else ' class="getal"'


def _css(stijl: Huisstijl, *, voor_pdf: bool) -> str:
    eigen = (
        ".periode { margin-bottom: 4mm; }"
        f"tbody th {{ color: {stijl.tekst}; font-weight: normal; }}"
        "table { table-layout: auto; } .kern { width: 60%; }"
        ".getal { text-align: right; } td.beeld, th.beeld { width: 28%; padding-left: 4mm; padding-right: 0; }"
        f".balk {{ background: {stijl.accent}; height: 3mm; margin-top: 0.8mm; }}"
        "li { font-size: 0.9em; } .periode, li { hyphens: manual; }"
    )
    if voor_pdf:
        return eigen
    return (
        f'body {{ font: 1rem/1.45 "{stijl.lettertype}", "Segoe UI", Arial, sans-serif; color: {stijl.tekst};'
        " background: #ffffff; margin: 0; } main { max-width: 52rem; margin: 0 auto; padding: 1.5rem 1rem 3rem; }"
        "h1 { font-size: 1.7rem; line-height: 1.2; } h2 { font-size: 1.2rem; margin-top: 2rem; }"
        "table { width: 100%; border-collapse: collapse; margin: 1.5rem 0; }"
        "caption { text-align: left; font-weight: bold; padding-bottom: 0.3rem; }"
        "th, td { text-align: left; vertical-align: top; padding: 0.25rem 0.8rem 0.25rem 0;"
        " border-bottom: 1px solid #d0d0d0; }"
        f"{eigen} .kern {{ width: auto; min-width: 50%; }} .balk {{ height: 0.9rem; }}"
        "@media (max-width: 34rem) { th.beeld, td.beeld { display: none; } }"
    )
