"""PDF/A-3a and PDF/UA-1 as veraPDF judges them, with bad files as a control that the judge is awake."""

from __future__ import annotations

from contextlib import nullcontext
from itertools import product
from pathlib import Path

import pytest
from verapdf import PROFIELEN, oordeel

from toegang.domain.huisstijl import Huisstijl
from toegang.hookspecs import GROEP_GEMEENTEN
from toegang.letters.logo import schone_svg
from toegang.letters.maken import maak_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.opdracht import Renderopdracht
from toegang.letters.pdfuaid import verklaar_pdfua
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek
from toegang_beschikkingen import SJABLONEN

MATRIX = Brievenmatrix.uit_map(SJABLONEN)
BRIEVEN = [regel.sjabloon for regel in MATRIX.brieven]
GEMEENTEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
STRUCTUREN = (
    "wmo/toekenning",
    "wmo/afwijzing",
    "wmo/wijziging",
    "melding/ontvangstbevestiging",
    "termijn/dwangsom",
    "plan/plan-is-beschikking",
)
"""One letter per structure: with a table of provisions, without, a message, a plan; the others differ in words."""

KAAL = (
    '<!DOCTYPE html><html lang="nl"><head><title>Brief</title></head><body><h1>Brief</h1>'
    "<p>Een zin.</p>{}</body></html>"
)


@pytest.mark.parametrize("sjabloon", STRUCTUREN)
def test_a_letter_of_each_structure_conforms(sjabloon, maak, voorbeeld) -> None:
    pdf = maak(voorbeeld(sjabloon)).pdf

    assert {norm: oordeel(pdf, norm) for norm in PROFIELEN} == dict.fromkeys(PROFIELEN, ())


@pytest.mark.lang
@pytest.mark.parametrize(("gemeente", "sjabloon"), list(product(GEMEENTEN, BRIEVEN)))
def test_every_letter_of_every_gemeente_conforms(gemeente, sjabloon, renderer, tijdstip) -> None:
    inschrijving = zoek(gemeente, GROEP_GEMEENTEN)
    plugin = laad_plugin(inschrijving)
    organisatie = plugin.organisatie({})
    stijl, bord = organisatie.huisstijl, maak_bord(gemeente, plugin, inschrijving, organisatie)
    sjablonen = Sjabloonset([Path(map_) for _, mappen in bord.template_dirs() for map_ in mappen])
    logo = schone_svg(plugin.huisstijlbestand(stijl.logo))
    brief = maak_brief(voorbeeldgegevens(sjabloon, MATRIX), sjablonen, stijl, logo, renderer, tijdstip)

    assert {norm: oordeel(brief.pdf, norm) for norm in PROFIELEN} == dict.fromkeys(PROFIELEN, ())


@pytest.mark.parametrize(
    ("html", "norm", "clausule"),
    [
        (KAAL.replace(' lang="nl"', "").format(""), "PDF/UA-1", "7.2"),
        (KAAL.replace("<title>Brief</title>", "").format(""), "PDF/UA-1", "7.1"),
        (KAAL.format("<h3>Te diep</h3>"), "PDF/UA-1", "7.4.2"),
        (KAAL.format("<table><tr><td>1</td><td>2</td></tr><tr><td>3</td></tr></table>"), "PDF/UA-1", "7.2"),
        (KAAL.format('<img alt="" src="huisstijl:logo">'), "PDF/UA-1", "7.3"),
        (KAAL.format("<p>\uf8ff</p>"), "PDF/A-3a", "6.2.11.7.3"),
    ],
    ids=["no-language", "no-title", "level-skipped", "ragged-table", "empty-alt", "private-use"],
)
def test_a_bad_file_is_found(html, norm, clausule, renderer, logo, tijdstip, monkeypatch) -> None:
    # Our renderer refuses some of these itself; here it must let them through to the judge.
    monkeypatch.setattr("toegang.letters.weasy._waarschuwing_is_fout", nullcontext)
    pdf = renderer.render(Renderopdracht(html, Huisstijl(), logo, tijdstip))

    assert clausule in {fout.clausule for fout in oordeel(bytes(pdf), norm)}


def test_the_claim_without_its_description_is_no_pdfa(maak, voorbeeld, monkeypatch) -> None:
    """Why :mod:`toegang.letters.pdfuaid` describes the schema of its claim."""

    def zonder_beschrijving(xmp: bytes) -> bytes:
        klaar = verklaar_pdfua(xmp)
        begin, eind = klaar.index(b"<rdf:Description xmlns:pdfaExtension"), klaar.index(b"</rdf:RDF>")
        return klaar[:begin] + klaar[eind:]

    monkeypatch.setattr("toegang.letters.weasy.verklaar_pdfua", zonder_beschrijving)
    pdf = maak(voorbeeld()).pdf

    assert "6.6.2.3.1" in {fout.clausule for fout in oordeel(pdf, "PDF/A-3a")}


def test_no_claim_no_pdfua(maak, voorbeeld, monkeypatch) -> None:
    monkeypatch.setattr("toegang.letters.weasy.verklaar_pdfua", lambda xmp: xmp)

    assert "5" in {fout.clausule for fout in oordeel(maak(voorbeeld()).pdf, "PDF/UA-1")}
