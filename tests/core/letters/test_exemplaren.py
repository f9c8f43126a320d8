"""Own copies of one letter: parents at their own address, the young person, and the copy for a provider."""

from __future__ import annotations

from datetime import date

import na_besluit
import pytest
from levensloop import PERSOON, WOORDEN, nieuwe_zaak

from toegang.domain.aanbieder import Aanbieder, Contract
from toegang.domain.bevinding import Bevindingsoort
from toegang.domain.brief import Aanhoudreden, Briefstatus
from toegang.domain.huisstijl import Huisstijl
from toegang.domain.vertegenwoordiger import Vertegenwoordiger
from toegang.environment import Klok
from toegang.errors import Conflict, Invoerfout
from toegang.guards.contexten_document import DocumentToets
from toegang.guards.document import alleen_het_nodige, geheim_adres
from toegang.letters.batch.bevindingen import CONTROLES, Stof
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.toetsing import toets_brief
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle.aanbiederbrief import zet_kopie_klaar
from toegang.lifecycle.aanbieders import bewaar_aanbieders
from toegang.lifecycle.exemplaren import geen_eigen_brief, vul_alle_exemplaren_aan
from toegang.lifecycle.procesbrief import KOPIE_AANBIEDER, VERSLAG
from toegang.tenancy import Register
from toegang_beschikkingen import SJABLONEN
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
SET = Sjabloonset([SJABLONEN])
MATRIX = Brievenmatrix.uit_map(SJABLONEN)
GEZIN = {
    "leden": [
        {"verwijzing": "m", "rol": "OUDER", "persoon": {**PERSOON, "bsn": "999990019", "geboortedatum": "19800102"}},
        {
            "verwijzing": "v",
            "rol": "OUDER",
            "persoon": {
                **PERSOON,
                "bsn": "999990408",
                "geboortedatum": "19790102",
                "straat": "Geheimpad",
                "huisnummer": "9",
                "voornamen": "Vic",
                "geslachtsnaam": "Verborgen",
                "postcode": "4321ZZ",
                "geheimhouding": 7,
            },
        },
        {
            "verwijzing": "k",
            "rol": "KIND",
            "gezag": ["m", "v"],
            "persoon": {**PERSOON, "bsn": "999990020", "geboortedatum": "20120102", "voornamen": "Kim"},
        },
    ],
    "hulpvragen": [{"wet": "JEUGDWET", "voor": "k", "product": "jeugdhulp", "woorden": WOORDEN}],
}


@pytest.fixture(scope="module")
def open_(tmp_path_factory):
    with richt_in("zwolle", Register(tmp_path_factory.mktemp("kopie") / "data"), Klok(VANDAAG)) as gemeente:
        yield gemeente


@pytest.fixture(scope="module")
def gezin(open_):
    return nieuwe_zaak(open_, **GEZIN)


@pytest.fixture(scope="module")
def besloten(open_):
    """A zaak with a report and a besluit that was made known."""
    return na_besluit.bekend(open_)


def lees(open_):
    return open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True)


def brieven(open_, zaak):
    with lees(open_) as werk:
        return [item for item in werk.brieven.zoek(zaak_id=zaak) if item.status is not Briefstatus.VERVALLEN]


def teksten(open_, zaak):
    uit = {}
    for brief in brieven(open_, zaak):
        with lees(open_) as werk:
            gegevens = Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(brief, VANDAAG)
        uit[brief.exemplaar] = controleer_brief(gegevens, SET, Huisstijl())[1].tekst
    return uit


@pytest.mark.regel("L-86")
def test_ieder_een_eigen_exemplaar_zonder_het_adres_van_een_ander(open_, gezin):
    gevonden = teksten(open_, gezin)

    assert len(gevonden) == 3
    van_vader = next(tekst for tekst in gevonden.values() if "Geheimpad 9" in tekst)
    anderen = [tekst for tekst in gevonden.values() if tekst is not van_vader]
    assert "Molenweg 3" not in van_vader
    assert all("Geheimpad" not in tekst and "Verborgen" not in tekst for tekst in anderen)
    assert vul_alle_exemplaren_aan(open_.omgeving, open_.actor(), VANDAAG) == 0


@pytest.mark.parametrize("bekend", [False, True], ids=["uit de BRP", "met een curator"])
def test_een_ouder_onder_curatele_heeft_geen_gezag_dus_de_brief_wacht(open_, gezin, bekend):
    brief = next(item for item in brieven(open_, gezin) if item.exemplaar)
    with lees(open_) as werk:
        bron = Verzamelaar(werk, open_.omgeving, MATRIX).bron(brief, VANDAAG)
    ouder = next(item for item in bron.huisgenoten if item.id != bron.client.id)
    kantoor = {"organisatie": "Kantoor Voorbeeld", "postbus": "12", "postcode": "8000AA", "woonplaats": "Zwolle"}
    papier = {"document": "UITSPRAAK", "document_van": "2025-12-01", "vanaf": "2026-01-01"}
    door = {"id": "V-0000000000000001", "vastgelegd_op": VANDAAG, "vastgelegd_door": "M-002"}
    curator = Vertegenwoordiger.model_validate({"soort": "CURATOR", **kantoor, **papier, **door})
    onder = ouder.gewijzigd(vertegenwoordigers=(curator,)) if bekend else ouder.gewijzigd(curatele=True)
    (controle,) = [item for item in CONTROLES if item.soort is Bevindingsoort.CURATELE_OF_BEWIND]

    def gevonden(wie):
        stof = Stof(bron.gewijzigd(geadresseerden=(wie,)), (), open_.omgeving.organisatie.batch, VANDAAG, ())
        return [item.uitleg for item in controle.kijk(stof)]

    assert gevonden(ouder) == []
    assert ["kan dan geen gezag hebben (nog te toetsen: BW 1:246)" in item for item in gevonden(onder)] == [True]


@pytest.mark.lang
def test_een_jongere_krijgt_geen_eigen_exemplaar_als_is_vastgelegd_waarom(open_, gezin):
    actor = open_.actor("M-002")
    geen_eigen_brief(open_.omgeving, actor, gezin, "client", "Dat is nu niet veilig.")
    assert len(brieven(open_, gezin)) == 2
    geen_eigen_brief(open_.omgeving, actor, gezin, "client", "")
    assert len(teksten(open_, gezin)) == 3
    with pytest.raises(Conflict, match="geen eigen brief krijgt"):
        geen_eigen_brief(open_.omgeving, actor, gezin, "client", "")
    with lees(open_) as werk:
        zaak = werk.zaken.haal(gezin)
        ouder = next(lid.inwoner for lid in werk.dossiers.haal(zaak.dossier_id).leden if lid.rol == "OUDER")
    with pytest.raises(Invoerfout, match="van 12 tot 18 jaar"):
        geen_eigen_brief(open_.omgeving, actor, gezin, ouder, "Omdat het kan.")


@pytest.mark.lang
def test_wordt_het_gezag_onbekend_dan_wachten_alle_exemplaren(open_, gezin):
    with open_.omgeving.werk(open_.actor()) as werk:
        zaak = werk.zaken.haal(gezin)
        dossier = werk.dossiers.haal(zaak.dossier_id)
        leden = tuple(lid.gewijzigd(gezag=None) if lid.inwoner == zaak.client_id else lid for lid in dossier.leden)
        werk.dossiers.bewaar(dossier.gewijzigd(leden=leden))
        werk.commit()
    for brief in brieven(open_, gezin):
        with lees(open_) as werk, pytest.raises(Aangehouden) as fout:
            Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(brief, VANDAAG)
        assert fout.value.reden is Aanhoudreden.GEZAG_ONBEKEND


@pytest.mark.lang
def test_wie_voor_zichzelf_en_voor_een_ander_meldt_krijgt_van_elk_een_bevestiging(open_):
    leden = [
        {"verwijzing": "a", "persoon": {**PERSOON, "bsn": "999990421", "geboortedatum": "19500102"}},
        {"verwijzing": "b", "rol": "PARTNER", "persoon": {**PERSOON, "voornamen": "Bo", "geboortedatum": "19510102"}},
    ]
    vragen = [
        {"wet": "WMO", "voor": "a", "product": "vervoerspas", "woorden": "Ik kom de deur niet uit."},
        {"wet": "GPK", "voor": "b", "product": "gpk-bestuurder", "woorden": "Lopen lukt mij niet."},
    ]
    with pytest.raises(ValueError, match="too many values"):
        nieuwe_zaak(open_, kenmerk="K-9", leden=leden, hulpvragen=vragen)
    with lees(open_) as werk:
        zaken = werk.zaken.zoek()[-2:]
    paren = {zaak.wet: teksten(open_, zaak.id)[""] for zaak in zaken}
    assert "Ik kom de deur niet uit." in paren["WMO"]
    assert "Lopen lukt mij niet." not in paren["WMO"]
    assert "Lopen lukt mij niet." in paren["GPK"]


@pytest.mark.lang
@pytest.mark.regel("L-133")
@pytest.mark.regel("L-68")
def test_een_aanbieder_leest_alleen_wat_nodig_is(open_, besloten):
    zaak, record = besloten
    bureau = Aanbieder(
        id="proefzorg",
        naam="Proefzorg",
        postadres=("Postbus 5", "8000 AA  ZWOLLE"),
        contracten=(Contract(nummer="C-1", geldig_van=date(2026, 1, 1), start_binnen_dagen=10),),
    )
    bewaar_aanbieders(open_.omgeving, open_.actor("M-002"), (bureau,))
    with open_.omgeving.werk(open_.actor()) as werk:
        levering = werk.leveringen.zoek(zaak_id=zaak)[0].gewijzigd(aanbieder="proefzorg", toegewezen_op=VANDAAG)
        werk.leveringen.bewaar(levering)
        zet_kopie_klaar(werk, open_.omgeving, levering)
        werk.commit()
    (brief,) = [item for item in brieven(open_, zaak) if item.sjabloon == KOPIE_AANBIEDER]
    with lees(open_) as werk:
        bron = Verzamelaar(werk, open_.omgeving, MATRIX).bron(brief, VANDAAG)
        getoetst = toets_brief(open_.omgeving, bron, SET)
    getoetst.vereis()
    assert bron.bezorging.weg == "POST"
    assert levering.naam in getoetst.inhoud.tekst.casefold()
    assert bron.client.geslachtsnaam in getoetst.inhoud.tekst

    # the same words as a rule meets them when a gemeente writes more than it may
    context = DocumentToets(
        zaak=bron.zaak, op=VANDAAG, tekst="", beeld=open_.omgeving.beeld(), aan_derde=True, anderen=(bron.client,)
    )
    adres = context.__class__(**{**vars(context), "tekst": f"{bron.client.straat} {bron.client.huisnummer}"})
    assert "adres" in next(iter(geheim_adres(adres)))
    geheim = bron.client.gewijzigd(geheimhouding=7)
    naam = context.__class__(**{**vars(context), "tekst": f"Help {geheim.geslachtsnaam} snel.", "anderen": (geheim,)})
    assert "naam" in next(iter(geheim_adres(naam)))
    redenen = (record.motivering.conclusie,)
    reden = context.__class__(**{**vars(context), "tekst": record.motivering.conclusie, "vertrouwelijk": redenen})
    assert "niet voor hem is" in next(iter(alleen_het_nodige(reden)))
    assert not list(alleen_het_nodige(context))


@pytest.mark.lang
@pytest.mark.regel("L-55")
def test_het_verslag_staat_klaar_en_zegt_alles_behalve_scores_en_advies(open_, besloten):
    zaak, _ = besloten
    with lees(open_) as werk:
        gesprek = werk.gesprekken.zoek(zaak_id=zaak)[-1]
        (klaar,) = [item for item in werk.brieven.zoek(zaak_id=zaak) if item.sjabloon == VERSLAG]
    # it was handed over before the decision, so the letter was dropped
    assert (klaar.aanleiding, klaar.status) == (gesprek.id, Briefstatus.VERVALLEN)
    assert gesprek.verstrekt_op is not None

    with lees(open_) as werk:
        gegevens = Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(klaar, VANDAAG)
    tekst = controleer_brief(gegevens, SET, Huisstijl())[1].tekst
    vlak = " ".join(tekst.split())
    assert " ".join(gesprek.vraagverheldering.split()) in vlak
    assert all(" ".join(item.wat.split()) in vlak for item in gesprek.gekozen)
    assert "Antwoordstrook" in tekst
    volgorde = [kop for kop in ("Wat u zelf kunt", "uw omgeving kunnen doen", "voor iedereen") if kop in tekst]
    assert sorted(volgorde, key=tekst.index) == volgorde

    canary = gesprek.gewijzigd(
        levensdomeinen=(("gezondheid", "Kanariediagnose"),), geen_medisch_advies_omdat="Kanarie."
    )
    with open_.omgeving.werk(open_.actor()) as werk:
        werk.gesprekken.bewaar(canary)
        gegevens = Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(klaar, VANDAAG)
    assert "Kanarie" not in SET.html(klaar.sjabloon, gegevens)
