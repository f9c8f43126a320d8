"""A stored person at the window of an envelope: abroad, on the water, with a titled partner (L-133, L-134, L-135)."""

from __future__ import annotations

from datetime import date

import pytest

from toegang.domain.aanschrijfbaar import noemt_adres, verzendbezwaar, zelfde_adres
from toegang.domain.huishouden import Persoonsgegevens
from toegang.domain.persoonsadres import adresseer_persoon

DAG = date(2026, 3, 24)
ABROAD = {"land": "5010", "buitenland_1": "Rue de la Preuve 1", "buitenland_2": "1000 Bruxelles"}


def persoon(**velden: object) -> Persoonsgegevens:
    thuis = {"straat": "Kerkstraat", "huisnummer": "1", "postcode": "8011AA", "gemeentecode": "0193"}
    return Persoonsgegevens(
        **{"voornamen": "Eva", "geslachtsnaam": "Toets", "geboortedatum": "19700102", **thuis, **velden}
    )


def venster(**velden: object) -> tuple[str, ...]:
    return adresseer_persoon(persoon(**velden), DAG).venster


@pytest.mark.regel("L-135")
def test_an_address_abroad_has_its_own_lines_and_the_country_in_capitals() -> None:
    assert venster(**ABROAD) == ("E. Toets", "Rue de la Preuve 1", "1000 Bruxelles", "BELGIË")
    assert persoon(**ABROAD).adres_volledig


@pytest.mark.parametrize("gebrek", [{"land": "0000"}, {"land": "1111"}, {"land": ""}, {"buitenland_2": ""}])
def test_an_address_abroad_that_is_not_whole_is_never_half_printed(gebrek: dict[str, str]) -> None:
    halve = persoon(**{**ABROAD, **gebrek})

    assert not halve.adres_volledig or adresseer_persoon(halve, DAG).venster == ()


def test_a_houseboat_and_an_address_across_from_a_number() -> None:
    assert venster(straat="", huisnummer="", postcode="", locatiebeschrijving="Woonboot tegenover de Gracht") == (
        "E. Toets",
        "Woonboot tegenover de Gracht",
        "ZWOLLE",
    )
    assert venster(aanduiding="to")[1] == "Kerkstraat t/o 1"


@pytest.mark.regel("L-135")
def test_the_title_of_a_partner_and_the_end_of_the_relation_count() -> None:
    partner = {"partner_voorvoegsel": "van", "partner_geslachtsnaam": "Oker", "partner_geslacht": "M"}
    wijze = adresseer_persoon(
        persoon(geslacht="V", naamgebruik="P", partner_predicaat="G", **partner), DAG
    ).aanschrijfwijze
    assert wijze is not None
    assert (wijze.aanspreekvorm, wijze.naam) == ("De hooggeboren vrouwe", "E. gravin van Oker")

    jonkvrouw = {"geslacht": "V", "predicaat": "JV", **partner}
    assert venster(**jonkvrouw)[0] == "E. Toets"
    assert venster(**jonkvrouw, partner_ontbonden="20200101")[:2] == ("De hoogwelgeboren vrouwe", "Jonkvrouw E. Toets")


def test_a_code_that_does_not_exist_is_left_out_rather_than_printed_wrong() -> None:
    assert venster(predicaat="hertog", partner_geslachtsnaam="Oker", partner_predicaat="graaf")[0] == "E. Toets"


@pytest.mark.regel("L-134")
def test_who_was_found_not_to_live_there_gets_no_letter_without_a_person() -> None:
    assert verzendbezwaar(persoon(verblijft_er_niet=True)) is not None
    assert verzendbezwaar(persoon()) is None


@pytest.mark.regel("L-133")
def test_a_secret_address_abroad_or_on_the_water_is_found_in_a_text() -> None:
    assert noemt_adres("Zij woont nu in Rue de la preuve 1 te Brussel.", persoon(**ABROAD))
    assert noemt_adres("de woonboot bij de brug", persoon(locatiebeschrijving="Woonboot bij de brug"))
    assert not noemt_adres("Zij woont nu in België.", persoon(**ABROAD))


def test_the_same_address_also_abroad() -> None:
    assert zelfde_adres(persoon(**ABROAD), persoon(**ABROAD))
    assert not zelfde_adres(persoon(**ABROAD), persoon(**ABROAD, buitenland_3="appartement 2"))
    assert not zelfde_adres(persoon(**ABROAD), persoon())
    assert zelfde_adres(persoon(), persoon())
    assert not zelfde_adres(persoon(), persoon(aanduiding="by"))
