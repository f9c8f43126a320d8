"""Drafts of a round: the new amount per case, what gets no draft, and a draft that is proposed as it is."""

from datetime import timedelta

import na_besluit
import pytest

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluitopdracht import Besluitopdracht, Herzieningsgrond
from toegang.errors import Invoerfout
from toegang.lifecycle.herzieningsronde import Rondevraag, open_ronde
from toegang.lifecycle.rondeconcept import Tarief, Tariefwijziging, maak_concepten
from toegang_cli.uitvoering.rondeconcepten import als_bestand, lees_tarieven

GRONDSLAG = "het Besluit Wmo 2027, artikel 4"


@pytest.fixture
def ronde(open_proef):
    """A round with one review of a pgb of 100 euro; gives the gemeente, the product and the first day of the tariff."""
    gemeente = open_proef("beekdaelen")
    na_besluit.bekend(gemeente)
    omgeving, actor = gemeente.omgeving, gemeente.actor("M-003")
    with omgeving.werk(actor) as werk:
        (record,) = (item for item in werk.besluiten.zoek() if item.besluit.soort.geeft_recht)
        pgb = {"leveringsvorm": Leveringsvorm.PGB, "bedrag_centen": 10_000, "omvang": "per maand"}
        stukken = tuple(item.gewijzigd(**pgb) for item in record.besluit.voorzieningen)
        werk.besluiten.bewaar(record.gewijzigd(besluit=record.besluit.gewijzigd(voorzieningen=stukken)))
        werk.commit()
    product, dag = stukken[0].product, stukken[0].ingangsdatum + timedelta(days=31)
    open_ronde(omgeving, actor, Rondevraag("tarief-2027", dag, wet=Wet.WMO, product=product))
    return gemeente, product, dag


def concepten(ronde, *tarieven):
    gemeente, _, dag = ronde
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        wijziging = Tariefwijziging(tarieven, dag, GRONDSLAG)
        return maak_concepten(werk, "tarief-2027", wijziging, gemeente.omgeving.vandaag())


def test_een_hoger_bedrag_wordt_een_wijziging_met_de_som_en_de_grond(ronde):
    _, product, dag = ronde
    (concept,) = concepten(ronde, Tarief(product, Leveringsvorm.PGB, 10_000, 12_550))
    assert concept.bedragen == ((10_000, 12_550),)
    opdracht = concept.opdracht
    assert (opdracht.soort, opdracht.ten_nadele) == (Besluitsoort.WIJZIGING, False)
    assert opdracht.herziening.grond is Herzieningsgrond.NIET_TOEREIKEND
    assert opdracht.herziening.ingaat_op == dag
    (gevraagd,) = opdracht.voorzieningen
    assert (gevraagd.bedrag_centen, gevraagd.ingangsdatum) == (12_550, dag)
    assert "25,5 procent hoger dan" in gevraagd.berekening
    assert "125,50" in opdracht.motivering.conclusie
    assert GRONDSLAG in opdracht.motivering.conclusie
    assert Besluitopdracht.model_validate_json(als_bestand(concept)) == opdracht


def test_een_lager_bedrag_is_ten_nadele_en_laat_de_grond_open(ronde):
    _, product, _ = ronde
    (concept,) = concepten(ronde, Tarief(product, None, None, 9_000))
    assert concept.opdracht.ten_nadele
    assert concept.opdracht.moet_horen
    assert concept.opdracht.herziening.grond is None


def test_zonder_tarief_of_verschil_is_er_geen_concept(ronde):
    _, product, _ = ronde
    assert [item.waarom_niet for item in concepten(ronde, Tarief(product, None, 9_999, 12_000))] == [
        "Voor geen van de voorzieningen staat er een tarief in de lijst."
    ]
    assert concepten(ronde, Tarief(product, Leveringsvorm.ZIN, None, 12_000))[0].opdracht is None
    assert [item.waarom_niet for item in concepten(ronde, Tarief(product, None, None, 10_000))] == [
        "Het bedrag blijft gelijk."
    ]


@pytest.mark.parametrize(
    ("tekst", "zegt"),
    [
        ("product;vorm;oud\n", "heeft niet de kolommen product;vorm;oud;nieuw"),
        ("product;vorm;oud;nieuw\nbestaat-niet;;;1\n", "regel 2"),
        ("product;vorm;oud;nieuw\n;;;1\n", "regel 2: het product ontbreekt"),
        ("product;vorm;oud;nieuw\ntraplift;;;12,345\n", "regel 2: Een bedrag is niet te lezen"),
        ("product;vorm;oud;nieuw\ntraplift;;;\n", "regel 2: Een bedrag is niet te lezen"),
        ("product;vorm;oud;nieuw\ntraplift;gratis;;1\n", "regel 2: De waarde van vorm kennen wij niet"),
    ],
)
def test_een_tabel_die_niet_klopt_noemt_regel_en_kolom(tmp_path, tekst, zegt):
    bestand = tmp_path / "tarieven.csv"
    bestand.write_text(tekst)
    with pytest.raises(Invoerfout, match=zegt):
        lees_tarieven(bestand)


def test_een_tabel_uit_excel(tmp_path):
    bestand = tmp_path / "tarieven.csv"
    bestand.write_bytes("product;vorm;oud;nieuw\r\ntraplift;pgb;1.234,50;€ 1300\r\n".encode("cp1252"))
    assert lees_tarieven(bestand) == (Tarief("traplift", Leveringsvorm.PGB, 123_450, 130_000),)
