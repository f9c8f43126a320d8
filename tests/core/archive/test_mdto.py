"""What we write of a zaak and its files is MDTO by both official schemas, which refuse what is not."""

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from lxml import etree

from toegang.archive import mdto

DATA = Path(__file__).parents[4] / "shared" / "data" / "mdto"
pytestmark = pytest.mark.skipif(not DATA.is_dir(), reason="de officiele schema's van MDTO staan hier niet")
VERSIES = ("1.0.1", "1.0.2")
VORMER = mdto.gemeente_als_archiefvormer("Nuth", "0951")


def schema(versie):
    return etree.XMLSchema(etree.parse(DATA / f"MDTO-XML{versie}.xsd"))


def zaak(**anders):
    velden = {
        "kenmerk": "Z2026-000001",
        "bron": "Toegang, gemeente Beekdaelen",
        "naam": "Zaak Z2026-000001, WMO",
        "niveau": "Zaak",
        "begonnen_op": date(2017, 3, 1),
        "bevroren_op": date(2017, 9, 1),
        "blijvend": False,
        "termijn": mdto.Bewaartermijn(date(2017, 9, 1), "P15Y", date(2032, 9, 1)),
        "categorie": ("8.1.1", "WMO voorziening"),
        "vormer": VORMER,
        "onderdelen": (mdto.Verwijzing("Brief", "B-1", "Toegang"),),
    }
    return mdto.informatieobject(mdto.Informatieobject(**(velden | anders)))


def stuk():
    return zaak(
        niveau="Archiefstuk",
        bevroren_op=None,
        onderdelen=(),
        onderdeel_van=mdto.Verwijzing("Zaak", "Z2026-000001", "Toegang"),
        bestanden=(mdto.Verwijzing("B-1.pdf", "B-1.pdf", "Toegang"),),
    )


def bestand():
    velden = mdto.Bestand(
        kenmerk="B-1.pdf",
        bron="Toegang",
        naam="B-1.pdf",
        omvang=1,
        formaat=("Acrobat PDF/A - Portable Document Format 3a", "fmt/479"),
        sha256="0" * 64,
        berekend_op=datetime(2026, 11, 20, 12, tzinfo=UTC),
        representatie_van=mdto.Verwijzing("Brief", "B-1", "Toegang"),
    )
    return mdto.bestand(velden)


GEVALLEN = {
    "zaak": zaak,
    "blijvend": lambda: zaak(blijvend=True, termijn=None),
    "langere wet": lambda: zaak(termijn=mdto.Bewaartermijn(date(2017, 9, 1), "", date(2033, 1, 1))),
    "stuk": stuk,
    "bestand": bestand,
}


@pytest.mark.parametrize("versie", VERSIES)
@pytest.mark.parametrize("geval", GEVALLEN)
def test_geldig(geval, versie):
    schema(versie).assertValid(etree.fromstring(GEVALLEN[geval]()))


@pytest.mark.parametrize("versie", VERSIES)
@pytest.mark.parametrize("geval", ["zaak", "stuk", "bestand"])
def test_zonder_een_verplicht_element_is_het_dat_niet(geval, versie):
    toets, naam = schema(versie), "omvang" if geval == "bestand" else "waardering"
    document = etree.fromstring(GEVALLEN[geval]())
    (element,) = document.iter(f"{{{mdto.NAAMRUIMTE}}}{naam}")
    element.getparent().remove(element)
    assert not toets.validate(document)


def test_de_officiele_voorbeelden_zijn_geldig():
    voorbeelden = sorted(DATA.glob("*.xml"))
    assert len(voorbeelden) == 4
    for voorbeeld in voorbeelden:
        schema("1.0.2").assertValid(etree.parse(voorbeeld))


def test_de_archiefvormer_is_een_adres_in_het_register():
    document = etree.fromstring(zaak())
    vormer = document.find(f".//{{{mdto.NAAMRUIMTE}}}archiefvormer")
    assert [deel.text for deel in vormer.iter() if deel.text and deel.text.strip()] == [
        "gemeente Nuth",
        "https://identifier.overheid.nl/tooi/id/gemeente/gm0951",
        "TOOI-register van overheidsorganisaties",
    ]
