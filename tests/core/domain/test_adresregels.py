"""Address lines by the BRP rules."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from toegang.domain.adresregels import Adres, adresregels

STRAAT: dict[str, Any] = {"straatnaam": "Proefstraat", "huisnummer": "12"}


@pytest.mark.parametrize(
    ("velden", "regel1"),
    [
        ({}, "Proefstraat 12"),
        ({"huisletter": "b"}, "Proefstraat 12 b"),
        ({"huisnummertoevoeging": "III"}, "Proefstraat 12 III"),
        ({"huisnummertoevoeging": "2"}, "Proefstraat 12-2"),
        ({"huisletter": "L", "huisnummertoevoeging": "2"}, "Proefstraat 12 L2"),
        ({"huisletter": "L", "huisnummertoevoeging": "III"}, "Proefstraat 12 LIII"),
        ({"aanduiding": "to"}, "Proefstraat t/o 12"),
        ({"aanduiding": "by", "huisnummertoevoeging": "2"}, "Proefstraat bij 12-2"),
    ],
)
def test_straat_en_nummer(velden: dict[str, Any], regel1: str) -> None:
    regels = adresregels(Adres(**STRAAT, **velden))
    assert regels is not None
    assert regels.regel1 == regel1


@pytest.mark.parametrize(
    ("velden", "regel2"),
    [
        ({"postcode": "1234ab", "woonplaats": "Proefstad", "gemeentenaam": "Elders"}, "1234 AB  PROEFSTAD"),
        ({"postcode": "1234 AB", "gemeentenaam": "'s-Gravenhage"}, "1234 AB  'S-GRAVENHAGE"),
        ({"postcode": "1234AB", "woonplaats": ".", "gemeentenaam": "Súdwest-Fryslân"}, "1234 AB  SÚDWEST-FRYSLÂN"),
        ({"woonplaats": "Proefstad"}, "PROEFSTAD"),
        ({"postcode": "1234AB"}, "1234 AB"),
        ({}, ""),
    ],
)
def test_postcode_en_plaats(velden: dict[str, Any], regel2: str) -> None:
    regels = adresregels(Adres(**STRAAT, **velden))
    assert regels is not None
    assert regels.regel2 == regel2
    assert regels.regels() == tuple(regel for regel in ("Proefstraat 12", regel2) if regel)


def test_locatie() -> None:
    regels = adresregels(Adres(locatiebeschrijving="Woonboot aan de kade", gemeentenaam="Zwolle"))
    assert regels is not None
    assert regels.regels() == ("Woonboot aan de kade", "ZWOLLE")


def test_buitenland() -> None:
    adres = Adres(landcode="5010", land="België", buitenland=("Rue de la Preuve 1", "1000 Bruxelles", ""))
    regels = adresregels(adres)
    assert regels is not None
    assert regels.regels() == ("Rue de la Preuve 1", "1000 Bruxelles", "BELGIË")


@pytest.mark.parametrize(
    "velden",
    [
        {},
        {"straatnaam": ".", "huisnummer": "12"},
        {"straatnaam": "Proefstraat", "huisnummer": "0"},
        {"straatnaam": "Proefstraat"},
        {"landcode": "0000", "buitenland": ("Rue de la Preuve 1", "", "")},
        {"landcode": "5010", "land": "België"},
    ],
)
def test_geen_bruikbaar_adres(velden: dict[str, Any]) -> None:
    assert adresregels(Adres(**velden, postcode="1234AB", woonplaats="Proefstad")) is None


def test_verblijft_er_niet_gaat_mee() -> None:
    regels = adresregels(Adres(**STRAAT, verblijft_er_niet=True))
    assert regels is not None
    assert regels.verblijft_er_niet


def test_toont_geen_adres() -> None:
    adres = Adres(**STRAAT)
    assert "Proefstraat" not in f"{adres} {adres!r} {adresregels(adres)} {adresregels(adres)!r}"
    with pytest.raises(ValueError, match="aanduiding") as fout:
        Adres(**STRAAT, aanduiding="naast")
    assert "Proefstraat" not in str(fout.value)


def bouw_adres(plaats: Mapping[str, Any], tabellen: Mapping[str, Any]) -> Adres:
    return Adres(
        straatnaam=plaats.get("straatnaam", ""),
        huisnummer=plaats.get("huisnummer", ""),
        huisletter=plaats.get("huisletter", ""),
        huisnummertoevoeging=plaats.get("huisnummertoevoeging", ""),
        aanduiding=plaats.get("aanduidingBijHuisnummer", ""),
        postcode=plaats.get("postcode", ""),
        woonplaats=plaats.get("woonplaats", ""),
        gemeentenaam=tabellen["gemeente"].get(plaats.get("gemeenteVanInschrijving"), ""),
        locatiebeschrijving=plaats.get("locatiebeschrijving", ""),
        landcode=plaats.get("land", ""),
        land=tabellen["land"].get(plaats.get("land"), ""),
        buitenland=tuple(plaats.get(f"regel{nummer}Buitenland", "") for nummer in (1, 2, 3)),
        verblijft_er_niet=plaats.get("aanduidingInOnderzoek") == "089999",
    )


def test_gevallen_van_de_brp(gedeeld: Callable[[str], Any]) -> None:
    bestand = gedeeld("brp-aanschrijving/cases.json")
    fouten, gevallen = [], [geval for geval in bestand["cases"] if geval["soort"] == "adresregels"]
    for geval in gevallen:
        regels = adresregels(bouw_adres(geval["invoer"]["verblijfplaats"], bestand["tabellen"]))
        antwoord = (
            {}
            if regels is None
            else {
                "adresregel1": regels.regel1,
                "adresregel2": regels.regel2,
                "adresregel3": regels.regel3,
                "land.omschrijving": regels.land,
                "indicatieVastgesteldVerblijftNietOpAdres": "true" if regels.verblijft_er_niet else "",
            }
        )
        gekregen = {veld: antwoord[veld] for veld in geval["gevraagd"] if antwoord.get(veld)}
        if gekregen != geval["verwacht"]:
            fouten.append(geval["id"])
    assert (len(gevallen), fouten) == (15, [])
