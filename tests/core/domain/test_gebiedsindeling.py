"""A kern in no area or in two, an area without a team or with two: refused when the data are read."""

from datetime import date

import bouwers as b
import pytest
from pydantic import ValidationError

from toegang.domain.gebiedsindeling import gebied_van

WIJKEN = [{"id": "noord", "naam": "Noord"}, {"id": "zuid", "naam": "Zuid"}]


def team(id, *gebieden, **anders):
    return {"id": id, "naam": id, "soort": "WIJKTEAM", "gebieden": list(gebieden), **anders}


def fout(**anders):
    with pytest.raises(ValidationError) as gezien:
        b.organisatie(**{"gebied": WIJKEN, "team": [team("een", "noord"), team("twee", "zuid")], **anders})
    (item,) = gezien.value.errors()
    return item["msg"]


def test_een_indeling_die_klopt():
    organisatie = b.organisatie(gebied=WIJKEN, team=[team("een", "noord"), team("twee", "zuid")])
    assert [item.id for item in organisatie.gebieden] == ["noord", "zuid"]


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        ({"team": [team("een", "noord")]}, "gebied 'zuid' valt onder geen enkel team"),
        (
            {"team": [team("een", "noord", "zuid"), team("twee", "zuid")]},
            "gebied 'zuid' valt onder twee teams tegelijk: een en twee",
        ),
        ({"team": [team("een", "noord", "zuid", "west")]}, "team 'een' noemt gebied 'west', en dat bestaat niet"),
        ({"gebied": [*WIJKEN, WIJKEN[0]]}, "gebied 'noord' staat er twee keer"),
        ({"kernen": ["Dorp"]}, "kern 'Dorp' ligt in geen enkel gebied"),
        (
            {"gebied": [{**item, "kernen": ["Dorp"]} for item in WIJKEN]},
            "kern 'dorp' ligt in 2 gebieden: noord, zuid",
        ),
        (
            {"gebied": [{**WIJKEN[0], "dorpscoordinator": "niemand"}, WIJKEN[1]]},
            "gebied 'noord' noemt dorpscoördinator 'niemand', en dat loket bestaat niet",
        ),
        (
            {"voorziening": [{"id": "eettafel", "naam": "Eettafel", "team": "een", "gebieden": ["west"]}]},
            "voorziening 'eettafel' noemt gebied 'west', en dat bestaat niet",
        ),
        (
            {"voorziening": [{"id": "eettafel", "naam": "Eettafel", "team": "vijf"}]},
            "voorziening 'eettafel' hoort bij team 'vijf', en dat bestaat niet",
        ),
        (
            {"regeling": [{"wet": "WMO", "naam": "Oud", "gebieden": ["nergens"]}]},
            "een regeling voor WMO noemt gebied 'nergens', en dat bestaat niet",
        ),
        (
            {"oude_taak": [{"id": "huis", "naam": "Huis", "wordt": "ELDERS", "naar": "nergens"}]},
            "oude taak 'huis' gaat naar 'nergens', en dat bestaat niet",
        ),
    ],
)
def test_een_indeling_die_niet_klopt(anders, zegt):
    assert zegt in fout(**anders)


def test_teams_mogen_elkaar_opvolgen_of_andere_vragen_nemen():
    opvolger = [
        team("oud", "noord", "zuid", geldig_tot=date(2025, 12, 31)),
        team("nieuw", "noord", "zuid", geldig_van=date(2026, 1, 1)),
    ]
    assert b.organisatie(gebied=WIJKEN, team=opvolger)
    verdeeld = [
        team("zorg", "noord", "zuid", wetten=["WMO"]),
        team("werk", "noord", "zuid", wetten=["PARTICIPATIEWET"]),
    ]
    assert b.organisatie(gebied=WIJKEN, team=verdeeld)
    assert b.organisatie(gebied=WIJKEN, team=[team("een", "noord"), team("overal")])


def test_een_kern_wijst_het_gebied_aan():
    kernen = [{**WIJKEN[0], "kernen": ["Boven Dorp"]}, {**WIJKEN[1], "kernen": ["Beneden"]}]
    organisatie = b.organisatie(gebied=kernen, kernen=["Boven Dorp", "Beneden"], team=[team("een", "noord", "zuid")])
    assert gebied_van(organisatie, " boven dorp ") == "noord"
    assert gebied_van(organisatie, "Elders") is None
