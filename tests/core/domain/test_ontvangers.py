"""To whom a letter about somebody goes, and who gets an own copy (L-86)."""

from __future__ import annotations

from datetime import date

import pytest
from bouwers import inwoner
from hypothesis import given
from hypothesis import strategies as st

from toegang.domain.huishouden import Lid
from toegang.domain.ontvangers import exemplaren, lezers_van, ontvangers, zonder_exemplaar

DAG = date(2026, 3, 24)


def persoon(id, nummer="1", geboren="19800512"):
    adres = {"straat": "Dorpsstraat", "huisnummer": nummer, "postcode": "1234AB", "woonplaats": "Proefdorp"}
    return inwoner(id=id, geboortedatum=geboren, **adres)


def kind(jaren, nummer="1"):
    return persoon("I-K", nummer, f"{DAG.year - jaren}0101")


MOEDER, VADER = persoon("I-M"), persoon("I-V", "2")
LEDEN = (Lid(inwoner="I-K", rol="KIND", gezag=("I-M", "I-V")),)
MENSEN = {"I-M": MOEDER, "I-V": VADER}


def aan(client, geen=()):
    return [item.id for item in ontvangers(client, LEDEN, MENSEN, DAG, geen) or ()]


@pytest.mark.regel("L-86")
@pytest.mark.parametrize(
    ("jaren", "wie"),
    [(11, ["I-M", "I-V"]), (12, ["I-M", "I-V", "I-K"]), (17, ["I-M", "I-V", "I-K"]), (18, ["I-K"])],
)
def test_vanaf_twaalf_jaar_leest_een_jongere_mee(jaren, wie):
    assert aan(kind(jaren)) == wie


@pytest.mark.regel("L-86")
def test_niet_als_is_vastgelegd_waarom_niet():
    assert aan(kind(14), ("I-K",)) == ["I-M", "I-V"]


@pytest.mark.parametrize("gezag", [None, (), ("I-M", "I-X")])
def test_is_het_gezag_niet_bekend_dan_krijgt_niemand_de_brief(gezag):
    assert ontvangers(kind(14), (Lid(inwoner="I-K", gezag=gezag),), MENSEN, DAG) is None


@pytest.mark.regel("L-86")
def test_wie_elders_woont_en_de_jongere_zelf_krijgen_een_eigen_exemplaar():
    client = kind(14)
    groepen = exemplaren(ontvangers(client, LEDEN, MENSEN, DAG), client)
    assert [[item.id for item in groep] for groep in groepen] == [["I-M"], ["I-V"], ["I-K"]]


def test_ouders_op_een_adres_lezen_een_brief_samen():
    samen = {**MENSEN, "I-V": persoon("I-V")}
    client = kind(8)
    (groep,) = exemplaren(ontvangers(client, LEDEN, samen, DAG), client)
    assert [item.id for item in groep] == ["I-M", "I-V"]


@given(
    jaren=st.integers(0, 30),
    adressen=st.tuples(*[st.sampled_from("123")] * 3),
    eigen=st.sets(st.sampled_from(["I-M", "I-V", "I-K"])),
)
def test_ieder_leest_precies_een_exemplaar_en_niemand_het_adres_van_een_ander(jaren, adressen, eigen):
    client = kind(jaren, adressen[0])
    mensen = {"I-M": persoon("I-M", adressen[1]), "I-V": persoon("I-V", adressen[2])}
    alle = ontvangers(client, LEDEN, mensen, DAG)
    gemist = zonder_exemplaar(eigen, alle, client)
    erbij = {groep[0].id for groep in (exemplaren(gemist, client) if gemist else ())}
    eigen = eigen | erbij

    assert not zonder_exemplaar(eigen, alle, client)
    gelezen = [lezers_van(kop, eigen, alle, client) for kop in ("", *sorted(eigen))]
    assert sorted(item.id for groep in gelezen for item in groep) == sorted(item.id for item in alle)
    assert all(len({item.huisnummer for item in groep}) <= 1 for groep in gelezen)
