"""Who gets a letter when somebody acts for a resident (L-11; BW Boek 1; Awb 2:1)."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bouwers import inwoner
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

import toegang
from toegang.domain.begrippen import Wet
from toegang.domain.bezorging import Berichtsoort
from toegang.domain.huishouden import Lid
from toegang.domain.ontvangers import exemplaren, ontvangers
from toegang.domain.persoonsadres import adresseer_vertegenwoordiger
from toegang.domain.vertegenwoordiger import Vertegenwoordiger, Vertegenwoordigersoort, Vertegenwoordigingsopgave
from toegang.domain.vertegenwoordiging import Briefaard, bevoegdheid

DAG = date(2026, 11, 20)
SOORT = Vertegenwoordigersoort
VAN_DE_RECHTER = {
    "organisatie": "Kantoor Voorbeeld",
    "postbus": "12",
    "postcode": "8000AA",
    "woonplaats": "Zwolle",
    "vanaf": date(2026, 1, 1),
    "document": "UITSPRAAK",
    "document_van": date(2025, 12, 1),
}


def wie(soort="CURATOR", id="V-1", **anders) -> Vertegenwoordiger:
    document = {"document": "VOLMACHT"} if soort == "GEMACHTIGDE" else {}
    velden = {**VAN_DE_RECHTER, **document, "soort": soort, "id": id, "vastgelegd_op": DAG, "vastgelegd_door": "M-001"}
    return Vertegenwoordiger(**{**velden, **anders})


def client(*namens, **anders):
    return inwoner(**{"id": "I-1", "geboortedatum": "19800512", "vertegenwoordigers": namens, **anders})


def aard(*wetten: Wet, soort=Berichtsoort.BESLUIT, geld=False) -> Briefaard:
    return Briefaard(frozenset(wetten), soort, geld)


def krijgen(persoon, over: Briefaard, op=DAG, leden=(), inwoners=None) -> list[str]:
    return [item.id for item in ontvangers(persoon, leden, inwoners or {}, op, (), over)]


@pytest.mark.regel("L-11")
@pytest.mark.parametrize("wet", list(Wet))
def test_everything_goes_to_a_curator_and_nothing_to_the_client(wet: Wet) -> None:
    for soort in Berichtsoort:
        assert krijgen(client(wie()), aard(wet, soort=soort)) == ["V-1"]


@pytest.mark.regel("L-11")
@pytest.mark.parametrize(
    ("over", "verwacht"),
    [
        (aard(Wet.PARTICIPATIEWET), ["V-1", "I-1"]),
        (aard(Wet.WGS, soort=Berichtsoort.BERICHT), ["V-1", "I-1"]),
        (aard(Wet.WMO, geld=True), ["V-1", "I-1"]),
        (aard(Wet.WMO), ["I-1"]),
        (aard(Wet.GPK), ["I-1"]),
        (aard(Wet.WMO, Wet.WGS, soort=Berichtsoort.BERICHT), ["V-1", "I-1"]),
    ],
)
def test_a_bewindvoerder_gets_what_is_about_money(over: Briefaard, verwacht: list[str]) -> None:
    assert krijgen(client(wie("BEWINDVOERDER")), over) == verwacht


@pytest.mark.regel("L-11")
@pytest.mark.parametrize(("wet", "verwacht"), [(Wet.WMO, ["V-1", "I-1"]), (Wet.PARTICIPATIEWET, ["I-1"])])
def test_a_mentor_gets_what_is_about_care(wet: Wet, verwacht: list[str]) -> None:
    assert krijgen(client(wie("MENTOR")), aard(wet)) == verwacht


@pytest.mark.regel("L-11")
def test_a_gemachtigde_gets_the_correspondence_and_the_client_the_besluit_when_the_gemeente_chose_that() -> None:
    bericht, besluit = aard(Wet.WMO, soort=Berichtsoort.BERICHT), aard(Wet.WMO)

    assert krijgen(client(wie("GEMACHTIGDE")), bericht) == ["V-1"]
    assert krijgen(client(wie("GEMACHTIGDE")), besluit) == ["V-1", "I-1"]
    assert krijgen(client(wie("GEMACHTIGDE", besluit_ook_aan_inwoner=False)), besluit) == ["V-1"]
    assert krijgen(client(wie("GEMACHTIGDE", wetten=("WGS",))), besluit) == ["I-1"]
    assert krijgen(client(wie("GEMACHTIGDE", berichten=("bericht",))), besluit) == ["I-1"]


@pytest.mark.regel("L-11")
@given(van=st.integers(-400, 400), duur=st.none() | st.integers(0, 400))
def test_somebody_acts_from_the_first_day_to_the_last(van: int, duur: int | None) -> None:
    vanaf = DAG + timedelta(days=van)
    tot = None if duur is None else vanaf + timedelta(days=duur)
    verwacht = ["V-1"] if vanaf <= DAG and (tot is None or tot >= DAG) else ["I-1"]

    assert krijgen(client(wie(vanaf=vanaf, tot=tot)), aard(Wet.WMO)) == verwacht


def test_two_who_act_each_get_an_own_copy() -> None:
    persoon = client(wie("BEWINDVOERDER", "V-1"), wie("MENTOR", "V-2"))
    personen = ontvangers(persoon, (), {}, DAG, (), aard(Wet.WMO, geld=True))

    assert [[item.id for item in groep] for groep in exemplaren(personen, persoon)] == [["V-1"], ["V-2"], ["I-1"]]


@pytest.mark.regel("L-86")
def test_with_a_child_a_gemachtigde_reads_along_with_who_has_gezag() -> None:
    kind = client(wie("GEMACHTIGDE"), wie("CURATOR", "V-2"), geboortedatum="20200101")
    ouder = inwoner(id="I-2", geboortedatum="19800512")
    leden = (Lid(inwoner="I-1", minderjarig=True, gezag=("I-2",)), Lid(inwoner="I-2"))

    assert krijgen(kind, aard(Wet.JEUGDWET), leden=leden, inwoners={"I-1": kind, "I-2": ouder}) == ["V-1", "I-2"]


@pytest.mark.parametrize("soort", list(SOORT))
def test_what_each_may_is_dated_data_with_its_article(soort: SOORT) -> None:
    regel = bevoegdheid(soort, DAG)

    assert regel is not None
    assert (bool(regel.artikel), regel.bewijs) == (True, "M")
    assert bevoegdheid(soort, date(1900, 1, 1)) is None


@pytest.mark.parametrize(
    ("anders", "waarom"),
    [
        ({"organisatie": ""}, "geen organisatie en geen geslachtsnaam"),
        ({"postbus": ""}, "adres is niet volledig"),
        ({"straat": "Weg", "huisnummer": "1"}, "een postbus en een straat"),
        ({"tot": date(2025, 1, 1)}, "eindigt voor zij begint"),
        ({"document": "VOLMACHT"}, "uitspraak of register"),
        ({"wetten": ("WMO",)}, "zegt de wet"),
        ({"soort": "GEMACHTIGDE"}, "volmacht, notariele_akte of advocaat"),
        ({"postcode": "80AA"}, "postcode"),
        ({"land": "6030"}, "adres is niet volledig"),
    ],
)
def test_what_cannot_be_is_refused(anders, waarom: str) -> None:
    with pytest.raises(ValidationError, match=waarom) as fout:
        Vertegenwoordigingsopgave(**{"soort": "CURATOR", **VAN_DE_RECHTER, **anders})
    assert "Kantoor" not in str(fout.value)


def test_the_window_says_for_whom() -> None:
    persoon = client(geslachtsnaam="Testpersoon", geslacht="V")
    met_naam = wie(voornamen="K.", voorvoegsel="van", geslachtsnaam="Dijk")
    antwoord = adresseer_vertegenwoordiger(met_naam, persoon)

    assert antwoord.venster == (
        "Aan de curator van mevrouw Testpersoon",
        "Kantoor Voorbeeld",
        "t.a.v. K. van Dijk",
        "Postbus 12",
        "8000 AA  ZWOLLE",
    )
    assert antwoord.aanhef_neutraal == "Geachte heer of mevrouw Van Dijk"
    kantoor = adresseer_vertegenwoordiger(wie(), persoon)
    assert (kantoor.aanhef_neutraal, kantoor.naam_in_lopende_tekst) == ("Geachte heer of mevrouw", "Kantoor Voorbeeld")
    assert "t.a.v." not in " ".join(kantoor.venster)


def test_the_public_function_takes_names_only() -> None:
    naam, adres = (
        toegang.Persoonsnaam,
        toegang.Adres(straatnaam="Weg", huisnummer="1", postcode="8011AA", woonplaats="Zwolle"),
    )
    antwoord = toegang.adresseer_namens(
        "gemachtigde", naam(geslachtsnaam="."), persoon=naam(voornamen="Eva", geslachtsnaam="Toets"), adres=adres
    )

    assert antwoord.venster == ("Aan de gemachtigde", "E. Toets", "Weg 1", "8011 AA  ZWOLLE")
    with pytest.raises(ValueError, match="geen organisatie"):
        toegang.adresseer_namens("curator", naam(geslachtsnaam="Toets"), adres=adres)
