from __future__ import annotations

from datetime import date

import pytest
from bouwers import besluit, inwoner, mandaat, organisatie

from toegang.domain.besluit import Motivering
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Aanhoudreden
from toegang.domain.huishouden import Lid
from toegang.letters.geadresseerden import (
    Aangehouden,
    als_geadresseerde,
    kies_geadresseerden,
    vereis_ondertekenaar,
)

DAG = date(2026, 3, 24)
ADRES = {"straat": "Dorpsstraat", "huisnummer": "1", "postcode": "1234AB", "woonplaats": "Proefdorp"}


def persoon(id="I-1", **anders):
    vast = {"id": id, "voornamen": "Proef", "geboortedatum": "19800512", "geslacht": "V", **ADRES}
    return inwoner(**{**vast, **anders})


KIND = persoon("I-2", geboortedatum="20150101", geslacht="M")
OUDER = persoon("I-3", geslachtsnaam="Citroengeel")
ANDERE_OUDER = persoon("I-4", geslachtsnaam="Goudgeel", geslacht="M")
ALLEN = {mens.id: mens for mens in (KIND, OUDER, ANDERE_OUDER)}


def reden(client, leden=(), inwoners=None) -> Aanhoudreden:
    with pytest.raises(Aangehouden) as fout:
        kies_geadresseerden(client, leden, ALLEN if inwoners is None else inwoners, DAG)
    assert "geel" not in str(fout.value)
    return fout.value.reden


def test_an_adult_gets_the_own_letter() -> None:
    assert kies_geadresseerden(persoon(), (), {}, DAG) == (persoon(),)


@pytest.mark.regel("L-86")
def test_letters_on_a_minor_go_to_who_has_gezag() -> None:
    leden = (Lid(inwoner="I-2", rol="KIND", gezag=("I-3", "I-4")),)

    personen = kies_geadresseerden(KIND, leden, ALLEN, DAG)
    blok = als_geadresseerde(personen, KIND, DAG)

    assert blok.adresregels == ("P. Citroengeel", "P. Goudgeel", "Dorpsstraat 1", "1234 AB  PROEFDORP")
    assert blok.aanhef == "Geachte heer of mevrouw Citroengeel en geachte heer of mevrouw Goudgeel"
    assert blok.naam == "mevrouw Citroengeel en de heer Goudgeel"
    assert not blok.is_client


@pytest.mark.regel("L-86")
@pytest.mark.parametrize("gezag", [None, (), ("I-3", "I-9")])
def test_gezag_that_is_not_known_is_held(gezag) -> None:
    assert reden(KIND, (Lid(inwoner="I-2", gezag=gezag),)) is Aanhoudreden.GEZAG_ONBEKEND


def test_an_age_that_is_not_known_is_held() -> None:
    assert reden(persoon(geboortedatum="00000000")) is Aanhoudreden.GEZAG_ONBEKEND


@pytest.mark.regel("L-86")
def test_gezag_at_another_address_is_held() -> None:
    elders = {**ALLEN, "I-4": ANDERE_OUDER.gewijzigd(huisnummer="2")}
    leden = (Lid(inwoner="I-2", gezag=("I-3", "I-4")),)

    assert reden(KIND, leden, elders) is Aanhoudreden.GEZAG_OP_ANDER_ADRES


@pytest.mark.regel("L-134")
@pytest.mark.parametrize("anders", [{"overlijdensdatum": "20260101"}, {"opschorting": "O"}])
def test_no_letter_to_the_dead(anders) -> None:
    assert reden(persoon(**anders)) is Aanhoudreden.OVERLEDEN


def test_no_letter_about_a_dead_child_either() -> None:
    leden = (Lid(inwoner="I-2", gezag=("I-3",)),)

    assert reden(KIND.gewijzigd(overlijdensdatum="20260301"), leden) is Aanhoudreden.OVERLEDEN


@pytest.mark.regel("L-134")
@pytest.mark.parametrize("opschorting", ["E", "R", "M"])
def test_who_left_is_held(opschorting: str) -> None:
    assert reden(persoon(opschorting=opschorting)) is Aanhoudreden.BRIEFADRES_OF_VERTROKKEN


@pytest.mark.parametrize(
    "anders", [{"straat": ""}, {"straat": "."}, {"huisnummer": "0"}, {"postcode": ""}, {"geslachtsnaam": "."}]
)
def test_an_address_or_name_that_is_not_whole_is_held(anders) -> None:
    assert reden(persoon(**anders)) is Aanhoudreden.ADRES_ONVOLLEDIG


def test_a_titel_outside_the_table_is_left_out() -> None:
    assert als_geadresseerde((persoon(predicaat="hertog"),), persoon(), DAG).adresregels[0] == "P. Kanariegeel"


def test_the_name_follows_naamgebruik() -> None:
    gehuwd = persoon(naamgebruik="V", partner_voorvoegsel="van", partner_geslachtsnaam="Oker")

    blok = als_geadresseerde((gehuwd,), gehuwd, DAG)

    assert blok.adresregels[0] == "P. van Oker-Kanariegeel"
    assert blok.aanhef == "Geachte heer of mevrouw Van Oker-Kanariegeel"
    assert blok.is_client


@pytest.mark.parametrize(
    "anders",
    [
        {"ondertekenaar": None, "mandaat": "MD-1"},
        {"ondertekenaar": "P-9", "mandaat": None},
        {"ondertekenaar": "P-9", "mandaat": "MD-2"},
    ],
)
def test_without_mandate_nobody_signs(anders) -> None:
    record = Besluitrecord(dossier_id="D-1", besluit=besluit(), motivering=Motivering(conclusie="x"), **anders)

    with pytest.raises(Aangehouden) as fout:
        vereis_ondertekenaar(record, organisatie(mandaat=[mandaat().model_dump()]))
    assert fout.value.reden is Aanhoudreden.GEEN_MANDAAT


@pytest.mark.regel("L-134")
def test_a_briefadres_is_held() -> None:
    assert reden(persoon(functieadres="B")) is Aanhoudreden.BRIEFADRES_OF_VERTROKKEN
    assert kies_geadresseerden(persoon(functieadres="W"), (), {}, DAG)
