"""Names by the BRP rules (L-135)."""

from collections.abc import Callable, Mapping
from typing import Any

import pytest

from toegang.domain.aanschrijving import (
    Partnernaam,
    Persoonsnaam,
    aanhef,
    aanhef_neutraal,
    aanschrijfwijze,
    naam_in_lopende_tekst,
    voorletters,
)

EIGEN: dict[str, Any] = {"voornamen": "Proef Test", "voorvoegsel": "van den", "geslachtsnaam": "Voorbeeld"}
PARTNER = Partnernaam(voorvoegsel="in 't", geslachtsnaam="Toets")
EX = Partnernaam(voorvoegsel="in 't", geslachtsnaam="Toets", ontbonden="20211109")


def naamregel(persoon: Persoonsnaam) -> tuple[str, str] | None:
    wijze = aanschrijfwijze(persoon)
    return (wijze.aanspreekvorm, wijze.naam) if wijze else None


@pytest.mark.parametrize(
    ("voornamen", "letters"),
    [
        ("Proef", "P."),
        ("Proef Test", "P.T."),
        ("Proef-Test Ötto", "P.Ö."),
        ("Thea IJs", "T.I."),
        ("Proef Q", "P.Q"),
        ("Q Proef", "Q P."),
        ("A", "A"),
        ("J P", "J P"),
        ("Ali bin Proef", "A.b.P."),
        ("", ""),
        (".", ""),
        ("  Proef   Test ", "P.T."),
    ],
)
def test_voorletters(voornamen: str, letters: str) -> None:
    assert voorletters(voornamen) == letters


@pytest.mark.parametrize(
    ("naamgebruik", "achternaam", "met_hoofdletter"),
    [
        ("E", "van den Voorbeeld", "Van den Voorbeeld"),
        ("P", "in 't Toets", "In 't Toets"),
        ("V", "in 't Toets-van den Voorbeeld", "In 't Toets-van den Voorbeeld"),
        ("N", "van den Voorbeeld-in 't Toets", "Van den Voorbeeld-in 't Toets"),
    ],
)
@pytest.mark.parametrize("partner", [PARTNER, EX])
def test_naamgebruik(naamgebruik: str, achternaam: str, met_hoofdletter: str, partner: Partnernaam) -> None:
    def persoon(geslacht: str) -> Persoonsnaam:
        return Persoonsnaam(**EIGEN, geslacht=geslacht, naamgebruik=naamgebruik, partners=(partner,))

    assert aanhef(persoon("V")) == f"Geachte mevrouw {met_hoofdletter}"
    assert aanhef(persoon("M")) == f"Geachte heer {met_hoofdletter}"
    assert aanhef(persoon("O")) == f"Geachte P.T. {achternaam}"
    assert aanhef_neutraal(persoon("V")) == f"Geachte heer of mevrouw {met_hoofdletter}"
    assert naam_in_lopende_tekst(persoon("M")) == f"de heer {met_hoofdletter}"
    assert naam_in_lopende_tekst(persoon("O")) == f"P.T. {achternaam}"
    assert naamregel(persoon("V")) == ("", f"P.T. {achternaam}")


def test_zonder_voorletters_begint_de_naam_met_een_hoofdletter() -> None:
    persoon = Persoonsnaam(voorvoegsel="in het", geslachtsnaam="Voorbeeld")
    assert aanhef(persoon) == "Geachte In het Voorbeeld"
    assert naamregel(persoon) == ("", "In het Voorbeeld")
    assert naam_in_lopende_tekst(persoon) == "In het Voorbeeld"


def test_voorvoegsel_met_weglatingsteken_krijgt_geen_hoofdletter() -> None:
    persoon = Persoonsnaam(voorvoegsel="'t", geslachtsnaam="Voorbeeld", geslacht="V")
    assert aanhef(persoon) == "Geachte mevrouw 't Voorbeeld"


@pytest.mark.parametrize("geslachtsnaam", ["", "."])
def test_onbekende_naam(geslachtsnaam: str) -> None:
    for naamgebruik in ("E", "V", "N"):
        persoon = Persoonsnaam(geslachtsnaam=geslachtsnaam, naamgebruik=naamgebruik, partners=(PARTNER,), geslacht="V")
        assert aanhef(persoon) is None
        assert aanschrijfwijze(persoon) is None
        assert naam_in_lopende_tekst(persoon) is None
        assert aanhef_neutraal(persoon) == "Geachte heer of mevrouw"
    persoon = Persoonsnaam(geslachtsnaam=geslachtsnaam, naamgebruik="P", partners=(PARTNER,), geslacht="V")
    assert aanhef(persoon) == "Geachte mevrouw In 't Toets"


@pytest.mark.parametrize("partners", [(), (Partnernaam(geslachtsnaam="."),), (Partnernaam(),)])
@pytest.mark.parametrize("naamgebruik", ["E", "P", "V", "N"])
def test_zonder_bekende_partner_geldt_de_eigen_naam(partners: tuple[Partnernaam, ...], naamgebruik: str) -> None:
    persoon = Persoonsnaam(**EIGEN, geslacht="V", naamgebruik=naamgebruik, partners=partners)
    assert aanhef(persoon) == "Geachte mevrouw Van den Voorbeeld"


def test_oudste_relatie_geeft_de_naam() -> None:
    later = Partnernaam(geslachtsnaam="Later", aangegaan="19610831")
    eerder = Partnernaam(geslachtsnaam="Eerder", aangegaan="19580401")
    onbekend = Partnernaam(geslachtsnaam="Onbekend", aangegaan="00000000")
    voorbij = Partnernaam(geslachtsnaam="Voorbij", aangegaan="19500101", ontbonden="19570101")
    persoon: dict[str, Any] = {"geslachtsnaam": "Voorbeeld", "geslacht": "V", "naamgebruik": "P"}
    assert aanhef(Persoonsnaam(**persoon, partners=(later, eerder, voorbij))) == "Geachte mevrouw Eerder"
    assert aanhef(Persoonsnaam(**persoon, partners=(later, onbekend))) == "Geachte mevrouw Onbekend"


def test_laatst_ontbonden_relatie_geeft_de_naam() -> None:
    eerste = Partnernaam(geslachtsnaam="Eerste", aangegaan="19800101", ontbonden="19900101")
    tweede = Partnernaam(geslachtsnaam="Tweede", aangegaan="19920101", ontbonden="20000101")
    persoon = Persoonsnaam(geslachtsnaam="Voorbeeld", geslacht="M", naamgebruik="P", partners=(tweede, eerste))
    assert aanhef(persoon) == "Geachte heer Tweede"


@pytest.mark.parametrize(
    ("titel", "geslacht", "groet", "vorm", "regel", "lopend"),
    [
        ("G", "M", "Hooggeboren heer", "De hooggeboren heer", "P.T. graaf {}", "graaf {}"),
        ("B", "V", "Hoogwelgeboren vrouwe", "De hoogwelgeboren vrouwe", "P.T. barones {}", "barones {}"),
        ("PS", "M", "Hoogheid", "De hoogheid", "P.T. prins {}", "prins {}"),
        ("P", "O", "Hoogheid", "De hoogheid", "P.T. {}", "P.T. {}"),
        ("JH", "V", "Hoogwelgeboren vrouwe", "De hoogwelgeboren vrouwe", "Jonkvrouw P.T. {}", "jonkvrouw {}"),
        ("R", "V", "Hoogwelgeboren vrouwe", "", "P.T. {}", "mevrouw Van den Voorbeeld"),
        ("B", "O", "Geachte P.T. {}", "", "P.T. {}", "P.T. {}"),
    ],
)
def test_titels(titel: str, geslacht: str, groet: str, vorm: str, regel: str, lopend: str) -> None:
    naam = "van den Voorbeeld"
    persoon = Persoonsnaam(**EIGEN, titel=titel, geslacht=geslacht)
    assert aanhef(persoon) == groet.format(naam)
    assert naamregel(persoon) == (vorm, regel.format(naam))
    assert naam_in_lopende_tekst(persoon) == lopend.format(naam)


@pytest.mark.parametrize(
    ("naamgebruik", "partner", "regel"),
    [
        ("E", PARTNER, ("", "P.T. van den Voorbeeld")),
        ("E", EX, ("De hoogwelgeboren vrouwe", "Jonkvrouw P.T. van den Voorbeeld")),
        ("N", EX, ("", "P.T. van den Voorbeeld-in 't Toets")),
    ],
)
def test_predicaat_van_een_vrouw_vervalt_bij_huwelijk_of_naam(
    naamgebruik: str, partner: Partnernaam, regel: tuple[str, str]
) -> None:
    persoon = Persoonsnaam(**EIGEN, titel="JV", geslacht="V", naamgebruik=naamgebruik, partners=(partner,))
    assert naamregel(persoon) == regel


@pytest.mark.parametrize(
    ("geslacht", "naamgebruik", "titel", "groet", "lopend"),
    [
        ("V", "P", "G", "Hooggeboren vrouwe", "gravin in 't Toets"),
        ("V", "V", "B", "Hoogwelgeboren vrouwe", "barones in 't Toets-van den Voorbeeld"),
        ("V", "N", "B", "Hoogwelgeboren vrouwe", "mevrouw Van den Voorbeeld-barones in 't Toets"),
        ("V", "E", "B", "Geachte mevrouw Van den Voorbeeld", "mevrouw Van den Voorbeeld"),
        ("V", "P", "BS", "Geachte mevrouw In 't Toets", "mevrouw In 't Toets"),
        ("V", "P", "JH", "Geachte mevrouw In 't Toets", "mevrouw In 't Toets"),
        ("M", "P", "B", "Geachte heer In 't Toets", "de heer In 't Toets"),
    ],
)
def test_hoffelijkheidstitel(geslacht: str, naamgebruik: str, titel: str, groet: str, lopend: str) -> None:
    partner = Partnernaam(voorvoegsel="in 't", geslachtsnaam="Toets", titel=titel)
    persoon = Persoonsnaam(**EIGEN, geslacht=geslacht, naamgebruik=naamgebruik, partners=(partner,))
    assert aanhef(persoon) == groet
    assert naam_in_lopende_tekst(persoon) == lopend


def test_titel_van_de_man_gaat_voor_die_van_de_vrouw() -> None:
    def groet(geslacht_partner: str) -> str | None:
        partner = Partnernaam(geslachtsnaam="Toets", titel="G", geslacht=geslacht_partner)
        return aanhef(Persoonsnaam(**EIGEN, titel="BS", geslacht="V", naamgebruik="V", partners=(partner,)))

    assert groet("M") == "Hooggeboren vrouwe"
    assert groet("V") == "Hoogwelgeboren vrouwe"


@pytest.mark.parametrize("velden", [{"geslacht": "X"}, {"naamgebruik": "Z"}, {"titel": "KEIZER"}])
def test_onbekende_code_wordt_geweigerd_zonder_naam(velden: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=r"geslacht|naamgebruik|titel") as fout:
        Persoonsnaam(**EIGEN, **velden)
    assert "Voorbeeld" not in str(fout.value)


def test_toont_geen_naam() -> None:
    persoon = Persoonsnaam(**EIGEN, partners=(PARTNER,))
    getoond = f"{persoon} {persoon!r} {PARTNER!r} {aanschrijfwijze(persoon)!r}"
    assert "Voorbeeld" not in getoond
    assert "Toets" not in getoond


def bouw_persoon(invoer: Mapping[str, Any]) -> Persoonsnaam:
    partners = tuple(
        Partnernaam(
            voorvoegsel=partner.get("voorvoegsel", ""),
            geslachtsnaam=partner.get("geslachtsnaam", ""),
            titel=partner.get("adellijkeTitelPredicaat", ""),
            geslacht=partner.get("geslacht", ""),
            aangegaan=partner.get("datumAangaan", ""),
            ontbonden=partner.get("datumOntbinding", ""),
        )
        for partner in invoer.get("partners", ())
    )
    return Persoonsnaam(
        voornamen=invoer.get("voornamen", ""),
        voorvoegsel=invoer.get("voorvoegsel", ""),
        geslachtsnaam=invoer.get("geslachtsnaam", ""),
        geslacht=invoer.get("geslacht", "O"),
        titel=invoer.get("adellijkeTitelPredicaat", ""),
        naamgebruik=invoer.get("aanduidingNaamgebruik", "E"),
        partners=partners,
    )


def antwoord(geval: Mapping[str, Any]) -> dict[str, str | None]:
    if geval["soort"] == "voorletters":
        return {"voorletters": voorletters(geval["invoer"]["voornamen"])}
    persoon = bouw_persoon(geval["invoer"])
    vorm, naam = naamregel(persoon) or ("", "")
    return {
        "aanhef": aanhef(persoon),
        "gebruikInLopendeTekst": naam_in_lopende_tekst(persoon),
        "aanschrijfwijze.naam": naam,
        "aanschrijfwijze.aanspreekvorm": vorm,
    }


@pytest.mark.parametrize(
    ("soort", "aantal"), [("aanhef", 72), ("aanschrijfwijze", 63), ("lopendeTekst", 49), ("voorletters", 7)]
)
def test_gevallen_van_de_brp(gedeeld: Callable[[str], Any], soort: str, aantal: int) -> None:
    gevallen = [geval for geval in gedeeld("brp-aanschrijving/cases.json")["cases"] if geval["soort"] == soort]
    fouten = []
    for geval in gevallen:
        gekregen = antwoord(geval)
        if {veld: gekregen[veld] for veld in geval["gevraagd"] if gekregen[veld]} != geval["verwacht"]:
            fouten.append(geval["id"])
    assert (len(gevallen), fouten) == (aantal, [])
