"""The public answer to "how do I write to this person" (L-135): all cases of the BRP through one function."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import toegang
from toegang.domain.adeldom import hoffelijkheidstitel, is_predicaat, titel_bij_geslacht
from toegang.domain.adressering import Adressering, adresseer, adresseer_brp, landnaam
from toegang.errors import Invoerfout

CODES = ("B", "BS", "G", "GI", "H", "HI", "JH", "JV", "M", "MI", "P", "PS", "R")
TITELWOORDEN = frozenset(titel_bij_geslacht(code, geslacht) for code in CODES for geslacht in "MV") - {""}


def als_antwoord(a: Adressering) -> Mapping[str, str | None]:
    wijze, adres = a.aanschrijfwijze, a.adresregels
    return {
        "aanhef": a.aanhef,
        "gebruikInLopendeTekst": a.naam_in_lopende_tekst,
        "aanschrijfwijze.naam": wijze and wijze.naam,
        "aanschrijfwijze.aanspreekvorm": wijze and wijze.aanspreekvorm,
        "voorletters": a.voorletters,
        "adresregel1": adres and adres.regel1,
        "adresregel2": adres and adres.regel2,
        "adresregel3": adres and adres.regel3,
        "land.omschrijving": adres and adres.land,
        "indicatieVastgesteldVerblijftNietOpAdres": "true" if adres and adres.verblijft_er_niet else None,
    }


def test_alle_gevallen_van_de_brp_door_de_publieke_functie(gedeeld: Callable[[str], Any]) -> None:
    gevallen = gedeeld("brp-aanschrijving/cases.json")["cases"]
    fouten = []
    for geval in gevallen:
        antwoord = als_antwoord(toegang.adresseer_brp(geval["invoer"]))
        if {veld: antwoord[veld] for veld in geval["gevraagd"] if antwoord.get(veld)} != geval["verwacht"]:
            fouten.append(geval["id"])

    assert (len(gevallen), fouten) == (206, [])


naam = st.text("abcdefgABC'é", min_size=1, max_size=8)
voorvoegsel = st.sampled_from(("", "van", "in 't", "van de", "'t", "Op den"))
datum = st.sampled_from(("", "00000000", "19800000", "19800100", "19800103", "20011224"))


@st.composite
def partners(draw: st.DrawFn) -> dict[str, str]:
    return {
        "voorvoegsel": draw(voorvoegsel),
        "geslachtsnaam": draw(naam | st.sampled_from(("", "."))),
        "adellijkeTitelPredicaat": draw(st.sampled_from(("", *CODES))),
        "geslacht": draw(st.sampled_from(("", "M", "V", "O"))),
        "datumAangaan": draw(datum),
        "datumOntbinding": draw(st.just("") | datum),
    }


@st.composite
def personen(draw: st.DrawFn) -> dict[str, Any]:
    return {
        "voornamen": draw(st.just("") | st.lists(naam, min_size=1, max_size=4).map(" ".join)),
        "voorvoegsel": draw(voorvoegsel),
        "geslachtsnaam": draw(naam | st.sampled_from(("", "."))),
        "geslacht": draw(st.sampled_from("MVO")),
        "adellijkeTitelPredicaat": draw(st.sampled_from(("", "", *CODES))),
        "aanduidingNaamgebruik": draw(st.sampled_from("EPVN")),
        "partners": draw(st.lists(partners(), max_size=3)),
    }


def teksten(a: Adressering) -> list[str]:
    return [tekst for tekst in als_antwoord(a).values() if tekst]


@given(persoon=personen())
def test_geen_naam_begint_eindigt_of_hapert(persoon: dict[str, Any]) -> None:
    for tekst in teksten(adresseer_brp(persoon)):
        assert tekst == tekst.strip()
        assert "  " not in tekst
        assert not {" -", "- "} & {tekst[i : i + 2] for i in range(len(tekst))}
        assert "None" not in tekst


@given(persoon=personen())
def test_wat_bekend_is_is_overal_bekend(persoon: dict[str, Any]) -> None:
    """Name line and name in a sentence stand or fall together; a form of address may stand without a name."""
    a = adresseer_brp(persoon)

    assert (a.aanschrijfwijze is None) == (a.naam_in_lopende_tekst is None)
    assert a.aanschrijfwijze is None or a.aanhef is not None
    assert a.aanhef_neutraal.startswith("Geachte heer of mevrouw")


@given(persoon=personen())
def test_de_neutrale_aanhef_zegt_niets_over_geslacht_of_stand(persoon: dict[str, Any]) -> None:
    anders = {**persoon, "geslacht": "O", "adellijkeTitelPredicaat": ""}
    anders["partners"] = [{**partner, "adellijkeTitelPredicaat": ""} for partner in persoon["partners"]]

    assert adresseer_brp(persoon).aanhef_neutraal == adresseer_brp(anders).aanhef_neutraal


@given(persoon=personen())
def test_wie_geen_titel_draagt_krijgt_geen_titelwoord(persoon: dict[str, Any]) -> None:
    persoon = {**persoon, "adellijkeTitelPredicaat": ""}
    persoon["partners"] = [{**partner, "adellijkeTitelPredicaat": ""} for partner in persoon["partners"]]
    a = adresseer_brp(persoon)
    woorden = {woord for tekst in teksten(a) for deel in tekst.split("-") for woord in deel.lower().split()}

    assert not woorden & TITELWOORDEN
    assert a.aanschrijfwijze is None or a.aanschrijfwijze.aanspreekvorm == ""
    assert a.aanhef is None or a.aanhef.startswith("Geachte ")


@given(persoon=personen())
def test_een_hoffelijkheidstitel_is_er_alleen_voor_een_vrouw_met_de_naam_van_een_partner(
    persoon: dict[str, Any],
) -> None:
    persoon = {**persoon, "adellijkeTitelPredicaat": ""}
    a = adresseer_brp(persoon)
    mag = persoon["geslacht"] == "V" and persoon["aanduidingNaamgebruik"] != "E"
    kan = mag and any(hoffelijkheidstitel(partner["adellijkeTitelPredicaat"]) for partner in persoon["partners"])

    if a.aanschrijfwijze is not None and a.aanschrijfwijze.aanspreekvorm:
        assert kan
    if persoon["geslacht"] != "V" and a.aanhef is not None:
        assert a.aanhef.startswith("Geachte ")


@given(persoon=personen())
def test_een_predicaat_staat_nooit_achter_de_voorletters_van_de_eigen_naam(persoon: dict[str, Any]) -> None:
    """A predicaat stands before the initials, a titel after them."""
    a = adresseer_brp({**persoon, "partners": []})
    code = persoon["adellijkeTitelPredicaat"]
    woord = titel_bij_geslacht(code, persoon["geslacht"])
    if a.aanschrijfwijze is None or not woord:
        return
    regel = a.aanschrijfwijze.naam
    if is_predicaat(code):
        assert regel.lower().startswith(woord)
    else:
        assert regel.lower().startswith(f"{a.voorletters} {woord}".strip().lower())


@given(persoon=personen())
def test_de_volgorde_van_partners_in_het_bestand_maakt_niet_uit(persoon: dict[str, Any]) -> None:
    sleutels = {(partner["datumAangaan"], partner["datumOntbinding"]) for partner in persoon["partners"]}
    if len(sleutels) == len(persoon["partners"]) == len({aangegaan for aangegaan, _ in sleutels}):
        omgekeerd = {**persoon, "partners": persoon["partners"][::-1]}
        gelijk = len({einde for _, einde in sleutels if einde}) == sum(1 for _, einde in sleutels if einde)
        assert not gelijk or teksten(adresseer_brp(persoon)) == teksten(adresseer_brp(omgekeerd))


@pytest.mark.parametrize(
    ("velden", "veld"),
    [
        ({"geslacht": "X"}, "geslacht"),
        ({"aanduidingNaamgebruik": "Q"}, "naamgebruik"),
        ({"adellijkeTitelPredicaat": "KEIZER"}, "tabel 38"),
        ({"partners": [{"geslachtsnaam": "Toets", "adellijkeTitelPredicaat": "ZZ"}]}, "tabel 38"),
        ({"partners": [{"geslachtsnaam": "Toets", "geslacht": "Q"}]}, "partner"),
        ({"verblijfplaats": {"land": "1234", "regel1Buitenland": "Rue 1"}}, "tabel 34"),
        ({"verblijfplaats": {"straatnaam": "Kerkstraat", "aanduidingBijHuisnummer": "naast"}}, "aanduiding"),
    ],
)
def test_een_code_die_niet_bestaat_wordt_geweigerd_zonder_naam(velden: dict[str, Any], veld: str) -> None:
    with pytest.raises(Invoerfout, match=veld) as fout:
        adresseer_brp({"geslachtsnaam": "Kanariegeel", **velden})
    assert "Kanariegeel" not in str(fout.value)


def test_het_venster_van_een_envelop() -> None:
    thuis = {"straatnaam": "Kerkstraat", "huisnummer": "1", "postcode": "8011AA", "gemeenteVanInschrijving": "0193"}
    weg = {"land": "5010", "regel1Buitenland": "Rue de la Preuve 1", "regel2Buitenland": "1000 Bruxelles"}
    persoon = {"voornamen": "Eva Test", "geslachtsnaam": "Toets", "geslacht": "V", "adellijkeTitelPredicaat": "BS"}

    assert adresseer_brp({**persoon, "verblijfplaats": thuis}).venster == (
        "De hoogwelgeboren vrouwe",
        "E.T. barones Toets",
        "Kerkstraat 1",
        "8011 AA  ZWOLLE",
    )
    assert adresseer_brp({**persoon, "verblijfplaats": weg}).venster[2:] == (
        "Rue de la Preuve 1",
        "1000 Bruxelles",
        "BELGIË",
    )
    assert adresseer_brp(persoon).venster == ()
    assert adresseer(toegang.Persoonsnaam(geslachtsnaam="Toets")).adresregels is None


def test_landen() -> None:
    assert landnaam("5010") == "België"
    assert landnaam("1111") == ""


def test_toont_geen_naam() -> None:
    assert "Kanariegeel" not in repr(adresseer_brp({"geslachtsnaam": "Kanariegeel"}))
