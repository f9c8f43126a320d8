"""The data inside a letter: the facts of the decision, and nothing that the copy does not print."""

from __future__ import annotations

import io
import json
from datetime import date

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toegang.domain.datums import bedrag, datum_voluit
from toegang.domain.huisstijl import Huisstijl
from toegang.letters.databijlage import BESTAND, databijlage
from toegang.letters.maken import controleer_brief
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang_beschikkingen import SJABLONEN

SET = Sjabloonset([SJABLONEN])
BESLUITEN = [regel.sjabloon for regel in SET.matrix.brieven if regel.besluitsoorten]
CODES = {"soort", "wet", "leveringsvorm", "vorm"}


def feiten_van(gegevens, set_=SET):
    inhoud = controleer_brief(gegevens, set_, Huisstijl())[1]
    bijlage = databijlage(gegevens, inhoud)
    return (json.loads(bijlage.inhoud) if bijlage else None), " ".join(inhoud.tekst.split()).casefold()


def bladeren(deel, naam=""):
    if isinstance(deel, dict):
        for sleutel, waarde in deel.items():
            yield from bladeren(waarde, sleutel)
    elif isinstance(deel, list):
        for waarde in deel:
            yield from bladeren(waarde, naam)
    else:
        yield naam, deel


@pytest.mark.parametrize("sjabloon", BESLUITEN)
def test_every_fact_in_it_stands_in_the_letter(sjabloon) -> None:
    feiten, tekst = feiten_van(voorbeeldgegevens(sjabloon, SET.matrix))

    for naam, waarde in bladeren(feiten):
        if naam in CODES:
            continue
        if naam == "bedrag_centen":
            gedrukt = bedrag(waarde)
        elif naam in ("dagtekening", "datum", "aanvraag_op", "ingangsdatum", "einddatum", "laatste_dag"):
            gedrukt = datum_voluit(date.fromisoformat(waarde))
        else:
            gedrukt = waarde
        assert " ".join(gedrukt.split()).casefold() in tekst, naam


def test_the_facts_of_a_grant() -> None:
    feiten, _ = feiten_van(voorbeeldgegevens("wmo/toekenning", SET.matrix))

    assert feiten["vorm"] == "toegang/besluit/1"
    assert (feiten["zaaknummer"], feiten["wet"], feiten["dagtekening"]) == ("Z2026-000000", "WMO", "2026-03-24")
    assert feiten["besluit"]["soort"] == "TOEKENNING"
    assert feiten["besluit"]["voorzieningen"] == [
        {
            "naam": "hulp bij het huishouden",
            "leveringsvorm": "ZIN",
            "omvang": "3 uur per week",
            "ingangsdatum": "2026-04-01",
            "einddatum": "2028-03-31",
            "aanbieder": "Thuiszorg Voorbeeld",
            "resultaat": "een schoon en leefbaar huis",
        }
    ]
    assert feiten["bezwaar"]["laatste_dag"] == "2026-05-06"


def test_what_a_refusal_does_not_print_is_not_in_it() -> None:
    feiten, tekst = feiten_van(voorbeeldgegevens("wmo/afwijzing", SET.matrix))

    assert "3 uur per week" not in tekst
    assert feiten["besluit"]["voorzieningen"] == [{"naam": "hulp bij het huishouden", "leveringsvorm": "ZIN"}]


def test_a_block_that_a_gemeente_leaves_out_is_not_in_it_either(eigen_map) -> None:
    eigen = eigen_map(
        wmo__toekenning='{% extends "gedeeld:wmo/toekenning.html" %}{% block contact %}<p>Bel ons.</p>{% endblock %}'
        "{% block besluit %}<p>U krijgt {{ brief.besluit.voorzieningen[0].naam }}."
        " Besloten op {{ brief.besluit.datum | datum }}.</p>{% endblock %}"
    )
    feiten, _ = feiten_van(voorbeeldgegevens("wmo/toekenning", eigen.matrix), eigen)

    assert feiten["besluit"]["voorzieningen"] == [{"naam": "hulp bij het huishouden", "leveringsvorm": "ZIN"}]


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet=st.characters(codec="latin-1", categories=("L", "N", "P", "Zs")), min_size=1, max_size=60))
def test_whatever_a_consulent_wrote_is_in_it_as_it_was_printed(omvang) -> None:
    gegevens = voorbeeldgegevens("wmo/toekenning", SET.matrix)
    regel = gegevens.besluit.voorzieningen[0].gewijzigd(omvang=omvang)
    feiten, _ = feiten_van(gegevens.gewijzigd(besluit=gegevens.besluit.gewijzigd(voorzieningen=(regel,))))

    assert feiten["besluit"]["voorzieningen"][0].get("omvang", "") == regel.omvang


def test_a_message_has_no_data() -> None:
    feiten, _ = feiten_van(voorbeeldgegevens("melding/ontvangstbevestiging", SET.matrix))

    assert feiten is None


def test_it_travels_in_the_pdf_as_data_of_the_document(maak, voorbeeld) -> None:
    with pikepdf.open(io.BytesIO(maak(voorbeeld()).pdf)) as pdf:
        (bijlage,) = pdf.attachments.values()
        assert bijlage.filename == BESTAND
        assert json.loads(bijlage.get_file().read_bytes())["zaaknummer"] == "Z2026-000000"
        assert str(pdf.Root.AF[0].AFRelationship) == "/Data"
