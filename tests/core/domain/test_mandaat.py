"""The mandate register: an entry covers exactly what it says, on exactly its days (L-19..L-21)."""

from datetime import date, timedelta
from itertools import permutations

import bouwers as b
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mandaatvragen import mandaten, vraag, vragen

from toegang.domain.begrippen import Besluitsoort, Mandaatsoort, Wet
from toegang.domain.mandaat import bezwaren, zoek_mandaat

DAG = timedelta(days=1)


def dekt(mandaat, vraag):
    """Say once more, as one condition, when an entry covers a question."""
    return (
        mandaat.functie == vraag.functie
        and (not mandaat.wetten or vraag.wet in mandaat.wetten)
        and (not mandaat.besluitsoorten or vraag.besluitsoort in mandaat.besluitsoorten)
        and mandaat.geldig_van <= vraag.op <= (mandaat.geldig_tot or date.max)
        and (mandaat.max_bedrag_centen is None or vraag.bedrag_centen <= mandaat.max_bedrag_centen)
        and (mandaat.max_duur_maanden is None or vraag.duur_maanden <= mandaat.max_duur_maanden)
    )


@given(mandaten(), vragen)
def test_bezwaren_dan_en_slechts_dan_als_het_niet_dekt(mandaat, vraag):
    assert (bezwaren(mandaat, vraag) == ()) == dekt(mandaat, vraag)


@given(st.lists(mandaten(), max_size=6), vragen)
def test_zoek_vindt_iets_dan_en_slechts_dan_als_een_regel_dekt(register, vraag):
    gevonden = zoek_mandaat(register, vraag)
    # who may decide on an objection may not for that decide on the aanvraag
    dekkend = [item for item in register if item.soort is not Mandaatsoort.BEZWAAR and dekt(item, vraag)]
    assert (gevonden is None) == (not dekkend)
    assert gevonden is None or gevonden in dekkend


@given(st.lists(mandaten(), max_size=6), vragen)
def test_beslissen_gaat_voor_ondertekenen(register, vraag):
    gevonden = zoek_mandaat(register, vraag)
    soorten = {mandaat.soort for mandaat in register if dekt(mandaat, vraag)}
    if Mandaatsoort.BESLUIT in soorten:
        assert gevonden.soort is Mandaatsoort.BESLUIT
    else:
        assert gevonden is None or gevonden.soort is Mandaatsoort.ONDERTEKENING


@given(st.lists(mandaten(), max_size=4, unique_by=lambda mandaat: mandaat.id), vragen)
def test_de_volgorde_van_het_register_doet_er_niet_toe(register, vraag):
    assert len({zoek_mandaat(volgorde, vraag) for volgorde in permutations(register)}) == 1


@given(mandaten(), vragen)
def test_ruimer_maken_neemt_nooit_iets_weg(mandaat, vraag):
    ruimer = mandaat.gewijzigd(
        wetten=frozenset(), besluitsoorten=frozenset(), max_bedrag_centen=None, max_duur_maanden=None, geldig_tot=None
    )
    assert set(bezwaren(ruimer, vraag)) <= set(bezwaren(mandaat, vraag))


@pytest.mark.parametrize(
    ("op", "bezwaar"),
    [
        (date(2026, 3, 1), "gaat pas in op 2026-03-02"),
        (date(2026, 3, 2), None),
        (date(2026, 12, 31), None),
        (date(2027, 1, 1), "eindigde op 2026-12-31"),
    ],
)
def test_de_eerste_en_de_laatste_dag_tellen_mee(op, bezwaar):
    mandaat = b.mandaat(geldig_van=date(2026, 3, 2), geldig_tot=date(2026, 12, 31))
    assert bezwaren(mandaat, vraag(op=op)) == ((bezwaar,) if bezwaar else ())


def test_een_mandaat_van_een_dag():
    mandaat = b.mandaat(geldig_van=b.DAG, geldig_tot=b.DAG)
    assert [not bezwaren(mandaat, vraag(op=b.DAG + dag)) for dag in (-DAG, 0 * DAG, DAG)] == [False, True, False]


@pytest.mark.parametrize(
    ("grens", "gevraagd", "bezwaar"),
    [
        ({"max_bedrag_centen": 100}, {"bedrag_centen": 100}, None),
        ({"max_bedrag_centen": 100}, {"bedrag_centen": 101}, "het bedrag is hoger dan het mandaat"),
        ({"max_bedrag_centen": 0}, {"bedrag_centen": 1}, "het bedrag is hoger dan het mandaat"),
        ({"max_duur_maanden": 12}, {"duur_maanden": 12}, None),
        ({"max_duur_maanden": 12}, {"duur_maanden": 13}, "de duur is langer dan het mandaat"),
        ({"wetten": {Wet.GPK}}, {}, "geldt niet voor WMO"),
        ({"besluitsoorten": {Besluitsoort.AFWIJZING}}, {}, "geldt niet voor een toekenning"),
        ({"functie": "teamleider"}, {}, "geldt voor functie 'teamleider'"),
    ],
)
def test_elke_grens_heeft_haar_eigen_woorden(grens, gevraagd, bezwaar):
    assert bezwaren(b.mandaat(**grens), vraag(**gevraagd)) == ((bezwaar,) if bezwaar else ())


def test_alle_bezwaren_tegelijk():
    mandaat = b.mandaat(
        functie="teamleider",
        wetten={Wet.GPK},
        besluitsoorten={Besluitsoort.INTREKKING},
        max_bedrag_centen=1,
        max_duur_maanden=1,
        geldig_tot=date(2025, 6, 1),
    )
    assert len(bezwaren(mandaat, vraag(bedrag_centen=2, duur_maanden=2))) == 6


def test_een_leeg_register_dekt_niets():
    assert zoek_mandaat((), vraag()) is None
