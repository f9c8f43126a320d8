"""The steps of a batch on the real thing: storage, plugins, life cycle and files; the renderer is a light one."""

from __future__ import annotations

import csv
import io
import shutil
import stat
from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pikepdf
import pytest
from batchproef import VANDAAG, Proef
from proefrenderers import Lichte

from toegang.domain.batch import Regelstand
from toegang.domain.batchbeleid import Batchbeleid
from toegang.domain.batchverloop import KLAAR, VERLOOP, Batchstand, Handeling, volgende
from toegang.domain.bevinding import Bevindingsoort, Ernst
from toegang.domain.brief import Aanhoudreden, Brief, Briefstatus
from toegang.environment import Klok, open_gemeente
from toegang.errors import Conflict, Controlefout, Invoerfout, NietToegestaan
from toegang.letters.batch import keuze, steekproef
from toegang.letters.batch.bevries import Bevriesopdracht, NietsGekozen, selecteer
from toegang.letters.batch.controleer import laat_door
from toegang.letters.batch.herdruk import herdruk
from toegang.letters.batch.ineens import beoordeel_selectie
from toegang.letters.batch.kern import Batchplek
from toegang.letters.batch.keur_goed import keur_goed
from toegang.letters.batch.keuze import Gevraagd
from toegang.letters.batch.map import Batchmap
from toegang.letters.batch.oordeel import vingerafdruk
from toegang.letters.batch.terug import Terugreden, opnieuw, trek_terug
from toegang.letters.batch.verzonden import verzonden
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.intake import neem_in
from toegang.storage.bestanden import slot
from toegang.tenancy import Register
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.inrichting import richt_in
from toegang_cli.demo.stappen import loop_door

AANTAL = 3
NAAM = "zwolle"


@pytest.fixture(scope="module")
def klaargezet(tmp_path_factory) -> Path:
    """Walk a few questions up to the letters that are due; done once."""
    map_ = tmp_path_factory.mktemp("klaargezet")
    with richt_in(NAAM, Register(map_), Klok(VANDAAG)) as gemeente:
        for inzending in uit_scenarios(NAAM, gemeente.omgeving.organisatie, VANDAAG, AANTAL):
            for zaak in neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken:
                loop_door(gemeente, zaak, inzending.scenario)
    return map_


@pytest.fixture
def proef(klaargezet: Path, tmp_path: Path) -> Iterator[Proef]:
    shutil.copytree(klaargezet, tmp_path / "data")
    with open_gemeente(NAAM, register=Register(tmp_path / "data"), klok=Klok(VANDAAG)) as geopend:
        yield Proef(geopend)


@pytest.fixture(scope="module")
def gedeeld(klaargezet: Path, tmp_path_factory) -> Iterator[Proef]:
    """One gemeente for the tests that are refused or only look: they leave nothing behind."""
    map_ = tmp_path_factory.mktemp("gedeeld") / "data"
    shutil.copytree(klaargezet, map_)
    with open_gemeente(NAAM, register=Register(map_), klok=Klok(VANDAAG)) as geopend:
        yield Proef(geopend)


def met_beleid(proef: Proef, **anders: object) -> Proef:
    organisatie = proef.gemeente.omgeving.organisatie.gewijzigd(batch=Batchbeleid(**anders))
    omgeving = replace(proef.gemeente.omgeving, organisatie=organisatie)
    return replace(proef, gemeente=replace(proef.gemeente, omgeving=omgeving))


# The state machine itself.


def test_every_state_can_be_reached_and_left() -> None:
    bereikbaar = {stap.naar for stap in VERLOOP} | {Batchstand.IN_MAAK, Batchstand.EERDER}
    assert bereikbaar - {None} == set(Batchstand)
    verlaten = {stand for stap in VERLOOP if stap.naar for stand in stap.van}
    assert verlaten == set(Batchstand) - KLAAR
    assert all(volgende(stand) for stand in verlaten)
    assert {stap.handeling for stap in VERLOOP} == set(Handeling)
    assert len(VERLOOP) == len(Handeling)


# The whole road.


def test_from_freezing_to_dispatch_every_letter_once(proef: Proef) -> None:
    batch = proef.bevries()
    assert (batch.aantal, batch.stand) == (2 * AANTAL, Batchstand.BEVROREN)
    rapport = proef.controleer(batch)
    assert rapport.telling.in_woorden() == "6 gekozen = 6 te maken + 0 gemaakt + 0 aangehouden + 0 mislukt"
    assert not list(proef.gemeente.brievenmap.rglob("*"))
    gezien = steekproef.bekijk(proef.plek, batch.id, proef.logo, Lichte())
    assert {item.brief for item in gezien} == set(rapport.batch.steekproef)
    assert {item.sjabloon for item in gezien} == {brief.sjabloon for brief in proef.brieven().values()}
    keur_goed(proef.plek, batch.id, 6)
    uitslag = proef.maak(batch)
    assert (len(uitslag.nu_gemaakt), uitslag.lijst, uitslag.hersteld) == (6, False, 0)
    proef.vereis_heel(batch)
    assert {stat.S_IMODE(pad.stat().st_mode) for pad in Batchmap.van(batch).brieven.glob("*")} == {0o600}

    vrijgave = proef.vrij(batch)
    assert vrijgave.telling.gemaakt == 6
    (deel,) = vrijgave.druk
    assert (deel.groep, deel.brieven, deel.enveloppen, deel.van, deel.tot) == ("c5", 6, AANTAL, 1, 6)
    met_vellen(proef, vrijgave)

    uit = verzonden(proef.plek, batch.id, VANDAAG, 6)
    assert (uit.batch.stand, uit.brieven, uit.geweigerd) == (Batchstand.VERZONDEN, 6, ())
    assert {tot for _, tot in uit.bezwaar_tot} == {date(2027, 1, 4)}
    alle = proef.brieven().values()
    assert {(brief.status, brief.verzonden_op) for brief in alle} == {(Briefstatus.VERZONDEN, VANDAAG)}
    with proef.plek.lees() as werk:
        assert {besluit.bekendgemaakt_op for besluit in werk.besluiten.zoek()} == {VANDAAG}
    assert [stap.handeling for stap in proef.batch(batch.id).stappen] == [
        *(Handeling.BEVRIES, Handeling.CONTROLEER, Handeling.BEKIJK, Handeling.KEUR_GOED),
        *(Handeling.MAAK, Handeling.VRIJGEVEN, Handeling.VERZONDEN),
    ]
    with pytest.raises(Conflict, match="alleen een nieuw besluit"):
        trek_terug(proef.plek, batch.id, Terugreden.DUBBEL)


def met_vellen(proef: Proef, vrijgave) -> None:
    """The print file has a separator and begins each letter on the front of a sheet; the manifest names each."""
    map_ = Batchmap.van(vrijgave.batch)
    alle = proef.brieven()
    with pikepdf.open(map_.pad / vrijgave.druk[0].bestand) as pdf:
        assert len(pdf.pages) == 2 + sum(brief.paginas + brief.paginas % 2 for brief in alle.values())
    tekst = (map_.druk / "manifest.csv").read_bytes().decode("utf-8-sig")
    rijen = list(csv.DictReader(io.StringIO(tekst), delimiter=";"))
    assert {rij["brief"]: rij["sha256"] for rij in rijen} == {id_: brief.sha256 for id_, brief in alle.items()}
    assert [int(rij["druknr"]) for rij in rijen] == list(range(1, 7))
    assert sum(int(rij["vellen"]) for rij in rijen) == vrijgave.druk[0].vellen
    with pikepdf.open(map_.druk / "manifest.pdf") as manifest:
        assert vrijgave.druk[0].sha256[:32].encode() in manifest.pages[0].Contents.read_bytes()
    with proef.plek.lees() as werk:
        namen = {client.geslachtsnaam for client in werk.inwoners.zoek()}
    assert not any(naam in tekst for naam in namen if len(naam) > 3)


# Freezing.


def test_a_letter_is_in_one_batch_at_a_time(proef: Proef) -> None:
    eerste = proef.bevries(Gevraagd("sjabloon", "melding/ontvangstbevestiging"))
    assert eerste.aantal == AANTAL
    tweede = proef.bevries()
    assert tweede.aantal == AANTAL
    assert not set(proef.regels(eerste)) & set(proef.regels(tweede))
    with pytest.raises(NietsGekozen, match=r"0 brieven gekozen met: verschuldigd\. 6 staan er al in een batch"):
        proef.bevries()
    trek_terug(proef.plek, tweede.id, Terugreden.VERKEERDE_SELECTIE)
    assert set(proef.regels(proef.bevries())) == set(proef.regels(tweede))


def test_two_people_freeze_the_same_letters(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both looked before either stored: the second is refused by the unique key, and nothing of it is kept."""
    from toegang.letters.batch import bevries as module

    gekozen = module.selecteer(proef.plek, module.Bevriesopdracht(VANDAAG))
    eerste = proef.bevries()
    monkeypatch.setattr(module, "selecteer", lambda *_: gekozen)
    with pytest.raises(Conflict, match="staat al in een batch die nog loopt"):
        proef.bevries()
    with proef.plek.lees() as werk:
        assert [batch.id for batch in werk.batches.zoek()] == [eerste.id]


@pytest.mark.parametrize(
    ("dag", "melding"),
    [(VANDAAG - timedelta(days=1), "ligt voor vandaag"), (VANDAAG + timedelta(days=32), "meer dan 31 dagen vooruit")],
)
def test_a_date_that_cannot_be(gedeeld: Proef, dag: date, melding: str) -> None:
    with pytest.raises(Invoerfout, match=melding):
        gedeeld.bevries(dag=dag)


def lijst(inhoud: str | bytes, naam: str = "zaken") -> Gevraagd:
    return Gevraagd(naam, "lijst.csv", inhoud if isinstance(inhoud, bytes) else inhoud.encode())


@pytest.mark.parametrize(
    "inhoud",
    [
        "zaak\nZ2026-000001\n",
        "Z2026-000001\n",
        "\ufeffzaak;naam\r\nZ2026-000001;x\r\n\r\n",
        "naam,zaak\nx,Z2026-000001\n",
        "zaak\topmerking\nZ2026-000001\tprivé\n".encode("cp1252"),
    ],
)
def test_a_list_of_zaken_as_excel_writes_it(gedeeld: Proef, inhoud: str | bytes) -> None:
    gekozen = selecteer(gedeeld.plek, Bevriesopdracht(VANDAAG, (lijst(inhoud),))).gekozen
    assert {brief.zaak_id for brief, _ in gekozen} == {"Z2026-000001"}
    assert {waarom for _, waarom in gekozen} == {"staat in het bestand"}


@pytest.mark.parametrize(
    ("inhoud", "melding"),
    [
        ("zaak\nZ2026-000001\nZ2026-000099\n", "regel 3: deze zaak bestaat niet"),
        ("zaak\nZ2026-12\n", "regel 2: in Z2026-12 ontbreken nullen.*Bedoelt u Z2026-000012"),
        ("zaak\n999990019\n", "regel 2: hier staat geen zaaknummer"),
        ("nummer;naam\n1;x\n", "heeft geen kolom 'zaak'"),
        ("", "is leeg"),
        (b"PK\x03\x04\x00\x00", "is geen CSV"),
        ('zaak\n"Z2026', "niet te lezen als CSV"),
    ],
)
def test_a_list_that_is_not_right_is_refused_with_its_line(gedeeld: Proef, inhoud: str | bytes, melding: str) -> None:
    with pytest.raises(Invoerfout, match=melding) as fout:
        gedeeld.bevries(lijst(inhoud))
    assert "999990019" not in str(fout.value)
    with gedeeld.plek.lees() as werk:
        assert werk.batches.zoek() == ()


def test_a_selection_that_does_not_exist_or_holds_nothing(gedeeld: Proef) -> None:
    proef = gedeeld
    with pytest.raises(Invoerfout, match="Deze keuze bestaat niet"):
        proef.bevries(Gevraagd("gevoel"))
    with pytest.raises(Invoerfout, match="kennen wij niet"):
        proef.bevries(Gevraagd("wet", "wegenverkeerswet"))
    with pytest.raises(NietsGekozen, match="0 brieven gekozen met: wet=llv"):
        proef.bevries(Gevraagd("wet", "llv"))


@pytest.mark.lang
def test_a_selection_can_be_added(proef: Proef, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(keuze, "KEUZES", dict(keuze.KEUZES))

    @keuze.keuze("eerste", "Alleen de eerste brief.")
    def _eerste(bron: keuze.Keuzebron, _: Gevraagd) -> dict[str, str]:
        return {bron.verschuldigd[0].id: "de eerste"}

    batch = proef.bevries(Gevraagd("eerste"), Gevraagd("verschuldigd"))
    assert [regel.gekozen_om for regel in proef.regels(batch).values()] == ["de eerste; staat klaar"]
    with pytest.raises(ValueError, match="bestaat al"):
        keuze.keuze("eerste", "")(_eerste)


# Checking.


def bevindingen(proef: Proef, zaak: str) -> dict[Bevindingsoort, Ernst]:
    """What the check finds of a zaak, as it says it; nothing is stored."""
    opdracht = Bevriesopdracht(VANDAAG)
    gevonden = beoordeel_selectie(proef.plek, opdracht, selecteer(proef.plek, opdracht))
    regels = [regel for regel, _ in gevonden if regel.zaak_id == zaak]
    return {item.soort: item.ernst for regel in regels for item in regel.bevindingen}


@pytest.mark.parametrize(
    ("anders", "soort", "ernst"),
    [
        ({"overlijdensdatum": "20261101"}, Bevindingsoort.OVERLEDEN, Ernst.WACHT),
        ({"opschorting": "E"}, Bevindingsoort.VERTROKKEN, Ernst.WACHT),
        ({"postcode": ""}, Bevindingsoort.ADRES, Ernst.WACHT),
        ({"geboortedatum": "20150101"}, Bevindingsoort.GEZAG, Ernst.WACHT),
        ({"curatele": True}, Bevindingsoort.CURATELE_OF_BEWIND, Ernst.WACHT),
        ({"bewind": True}, Bevindingsoort.CURATELE_OF_BEWIND, Ernst.WACHT),
        ({"straat": "Straat \U0001f600"}, Bevindingsoort.GEGEVENS, Ernst.MISLUKT),
        ({"geheimhouding": 7}, Bevindingsoort.GEHEIMHOUDING, Ernst.LET_OP),
        ({"gemeentecode": "0518"}, Bevindingsoort.VERHUISD, Ernst.LET_OP),
        ({"brp_peildatum": date(2026, 8, 1)}, Bevindingsoort.BRP_OUD, Ernst.LET_OP),
        ({"brp_peildatum": None}, Bevindingsoort.BRP_OUD, Ernst.LET_OP),
    ],
)
def test_what_is_found_of_a_person(gedeeld: Proef, anders: dict, soort: Bevindingsoort, ernst: Ernst) -> None:
    zaak = gedeeld.een_besluit().zaak_id
    was = gedeeld.wijzig_client(zaak, **anders)
    try:
        assert bevindingen(gedeeld, zaak)[soort] is ernst
    finally:
        gedeeld.wijzig_client(zaak, **was)


@pytest.mark.lang
def test_a_mandate_that_ended_before_the_date_of_the_letter(proef: Proef) -> None:
    verlopen = _zonder_mandaat(proef, geldig_tot=VANDAAG - timedelta(days=1))
    batch = verlopen.bevries()
    rapport = verlopen.controleer(batch)
    assert rapport.per_soort[Ernst.WACHT, Bevindingsoort.MANDAAT] >= 1
    houd = [regel for regel in verlopen.regels(batch).values() if regel.stand is Regelstand.AANGEHOUDEN]
    assert all("geldt niet op 2026-11-20" in regel.waarom for regel in houd)


@pytest.mark.lang
def test_the_same_letter_last_week_waits_until_somebody_looked(proef: Proef) -> None:
    brief = next(item for item in proef.brieven().values() if item.besluit_id is None)
    eerder = brief.gewijzigd(
        id="B-00000000000000aa", versie=7, status=Briefstatus.VERZONDEN, verzonden_op=VANDAAG - timedelta(days=3)
    )
    with proef.gemeente.omgeving.werk(proef.plek.actor) as werk:
        werk.brieven.bewaar(eerder)
        werk.commit()
    batch = proef.bevries()
    assert proef.controleer(batch).telling[Regelstand.AANGEHOUDEN] == 1
    assert proef.brieven()[brief.id].aanhoudreden is Aanhoudreden.ZELFDE_BRIEF
    with pytest.raises(Invoerfout, match="gaat niet door"):
        laat_door(proef.plek, batch.id, brief.zaak_id, Bevindingsoort.OVERLEDEN)
    assert laat_door(proef.plek, batch.id, brief.zaak_id, Bevindingsoort.ZELFDE_BRIEF) == 1
    assert proef.controleer(batch).telling[Regelstand.AANGEHOUDEN] == 0
    assert "Nagekeken en doorgelaten" in proef.regels(batch)[brief.id].bevindingen[0].uitleg
    proef.keur_goed(batch)
    assert len(proef.maak(batch).nu_gemaakt) == 6


# Approving.


def test_who_approves_looked_and_says_how_many(proef: Proef) -> None:
    batch = proef.bevries()
    with pytest.raises(Conflict, match="is bevroren; 'keur-goed' kan dan niet"):
        keur_goed(proef.plek, batch.id, 6)
    aantal = len(proef.controleer(batch).batch.steekproef)
    with pytest.raises(Conflict, match=f"{aantal} van de {aantal} brieven van de steekproef"):
        keur_goed(proef.plek, batch.id, 6)
    steekproef.bekijk(proef.plek, batch.id, proef.logo, Lichte())
    with pytest.raises(Invoerfout, match=r"U noemt 5 brieven, maar in batch .* worden er 6 gemaakt"):
        keur_goed(proef.plek, batch.id, 5)
    # what one person looked at, another did not
    with pytest.raises(Conflict, match="nog niet bekeken"):
        keur_goed(replace(proef, uid=2).plek, batch.id, 6)
    assert keur_goed(proef.plek, batch.id, 6).stand is Batchstand.GOEDGEKEURD


@pytest.mark.lang
def test_where_the_gemeente_says_so_another_uid_approves(proef: Proef) -> None:
    streng = met_beleid(proef, tweede_persoon=True, steekproef=0)
    batch = streng.bevries()
    streng.controleer(batch)
    with pytest.raises(NietToegestaan, match="zelf klaargezet; een ander moet haar goedkeuren"):
        keur_goed(streng.plek, batch.id, 6)
    assert keur_goed(replace(streng, uid=2).plek, batch.id, 6).laatste(Handeling.KEUR_GOED).uid == 2


# Making.


def test_what_fails_stops_nothing_and_comes_back_as_a_list(proef: Proef) -> None:
    fout = proef.een_besluit()
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    proef.wijzig_client(fout.zaak_id, straat="Kanariestraat \U0001f600")
    uitslag = proef.maak(batch)
    assert uitslag.telling.in_woorden() == "6 gekozen = 4 gemaakt + 0 aangehouden + 2 mislukt"
    proef.vereis_heel(batch)
    inhoud = Batchmap.van(batch).mislukt.read_bytes()
    assert b"Kanarie" not in inhoud
    assert inhoud.count(fout.zaak_id.encode()) == 2
    proef.wijzig_client(fout.zaak_id, straat="Dorpsstraat")
    # as Excel gives it back: other separators, no BOM
    weer = inhoud.decode("utf-8-sig").replace(";", ",").encode("cp1252")
    tweede = proef.tot_gemaakt(Gevraagd("mislukt", "mislukt.csv", weer))
    assert tweede.telling.in_woorden() == "2 gekozen = 2 gemaakt + 0 aangehouden + 0 mislukt"
    with pytest.raises(Invoerfout, match="geen kenmerk van een brief"):
        proef.bevries(Gevraagd("mislukt", "mislukt.csv", inhoud.replace(b"B-", b"X-")))


@pytest.mark.lang
def test_who_died_after_the_approval_gets_no_letter(proef: Proef) -> None:
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    zaak = proef.een_besluit().zaak_id
    proef.wijzig_client(zaak, overlijdensdatum="20261119")
    assert proef.maak(batch).telling.in_woorden() == "6 gekozen = 4 gemaakt + 2 aangehouden + 0 mislukt"
    assert {regel.zaak_id for regel in proef.regels(batch).values() if regel.waarom} == {zaak}


@pytest.mark.lang
def test_what_changed_after_the_check_is_checked_again(proef: Proef) -> None:
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    brief = proef.een_besluit()
    proef.wijzig_client(brief.zaak_id, straat="Nieuwstraat", geheimhouding=7)
    proef.maak(batch)
    regel = proef.regels(batch)[brief.id]
    assert Bevindingsoort.GEHEIMHOUDING in {item.soort for item in regel.bevindingen}
    assert "Nieuwstraat" in str(proef.brieven()[brief.id].momentopname["geadresseerde"])


def test_what_did_not_change_since_the_check_is_not_composed_again(proef: Proef, monkeypatch) -> None:
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    regels = proef.regels(batch)
    anders = proef.een_besluit()
    assert all(regel.gegevens and vingerafdruk(regel.gegevens) == regel.vingerafdruk for regel in regels.values())
    proef.wijzig_client(anders.zaak_id, straat="Nieuwstraat")
    gezien = _tel_samengesteld(monkeypatch)
    proef.maak(batch)
    assert gezien == {regel.brief_id for regel in regels.values() if regel.dossier_id == anders.dossier_id}
    assert all(not regel.gegevens for regel in proef.regels(batch).values())
    for id_, brief in proef.brieven().items():
        toen = Briefgegevens.model_validate_json(regels[id_].gegevens).model_dump(mode="json")
        assert (brief.momentopname == toen) is (id_ not in gezien)


@pytest.mark.lang
@pytest.mark.parametrize("wat", ["medewerker", "dag", "beleid", "sjabloon"])
def test_what_all_letters_rest_on_changed_since_the_check(proef: Proef, monkeypatch, tmp_path, wat: str) -> None:
    batch = proef.bevries(dag=VANDAAG + timedelta(days=3))
    proef.controleer(batch)
    proef.keur_goed(batch)
    if wat == "medewerker":
        with proef.gemeente.omgeving.werk(proef.plek.actor) as werk:
            werk.medewerkers.bewaar(werk.medewerkers.zoek()[0].gewijzigd(naam="Iemand Anders"))
            werk.commit()
    elif wat == "dag":
        proef = replace(proef, vandaag=VANDAAG + timedelta(days=1))
    elif wat == "beleid":
        proef = met_beleid(proef, zelfde_brief_dagen=8)
    else:
        (tmp_path / "eigen").mkdir()
        (tmp_path / "eigen" / "_extra.html").write_text("{# nieuw #}")
        mappen = proef.plek.sjablonen().mappen
        monkeypatch.setattr(Batchplek, "sjablonen", lambda _: Sjabloonset([tmp_path / "eigen", *mappen]))
    gezien = _tel_samengesteld(monkeypatch)
    assert proef.maak(batch).telling.gemaakt == batch.aantal
    assert gezien == set(proef.regels(batch))


@pytest.mark.lang
def test_a_letter_is_the_same_whether_it_was_composed_before_or_now(proef: Proef, klaargezet, tmp_path) -> None:
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    shutil.copytree(tmp_path / "data", tmp_path / "twee")
    proef.maak(batch)
    with open_gemeente(NAAM, register=Register(tmp_path / "twee"), klok=Klok(VANDAAG)) as geopend:
        ander = Proef(geopend)
        with geopend.omgeving.werk(ander.plek.actor) as werk:
            regels = werk.batchregels.zoek(batch_id=batch.id)
            werk.batchregels.bewaar_alle([regel.gewijzigd(gegevens="") for regel in regels])
            werk.batches.bewaar(werk.batches.haal(batch.id).gewijzigd(map=str(tmp_path / "elders")))
            werk.commit()
        ander.maak(batch)
        assert ander.bestanden(ander.batch(batch.id)) == proef.bestanden(batch)


def _tel_samengesteld(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """Return a set that gets the id of every letter that is composed from here on."""
    gezien: set[str] = set()
    bron = Verzamelaar.bron

    def met_telling(self: Verzamelaar, brief: Brief, dag: date) -> object:
        gezien.add(brief.id)
        return bron(self, brief, dag)

    monkeypatch.setattr(Verzamelaar, "bron", met_telling)
    return gezien


@pytest.mark.lang
def test_two_who_make_at_once(proef: Proef) -> None:
    batch = proef.bevries()
    proef.controleer(batch)
    proef.keur_goed(batch)
    pad = proef.gemeente.omgeving.opslag.pad.with_suffix(".brieven.slot")
    with slot(pad, "brieven"), pytest.raises(Conflict, match="bezig met brieven"):
        proef.maak(batch)
    assert proef.bestanden(batch) == {}
    assert len(proef.maak(batch).nu_gemaakt) == 6
    with pytest.raises(Conflict, match="is gemaakt; 'maak' kan dan niet"):
        proef.maak(batch)


@pytest.mark.lang
def test_files_that_are_gone_or_changed_come_back_from_storage(proef: Proef) -> None:
    batch = proef.tot_gemaakt().batch
    een, ander, *_ = sorted(Batchmap.van(batch).brieven.glob("*.pdf"))
    een.unlink()
    ander.write_bytes(b"gewijzigd")
    with pytest.raises(Controlefout, match=f"1 bestanden in .* zijn gewijzigd.*{ander.stem}"):
        proef.vrij(batch)
    assert proef.maak(batch, handeling=Handeling.HERVAT).hersteld == 2
    shutil.rmtree(Batchmap.van(batch).pad)
    assert proef.vrij(batch).hersteld == 6
    proef.vereis_heel(batch)


# Releasing.


def test_who_died_or_moved_after_the_making_is_held(proef: Proef) -> None:
    batch = proef.tot_gemaakt().batch
    zaken = sorted({brief.zaak_id for brief in proef.brieven().values()})
    proef.wijzig_client(zaken[0], overlijdensdatum="20261119")
    proef.wijzig_client(zaken[1], straat="Verhuisweg")
    proef.wijzig_client(zaken[2], brp_peildatum=date(2026, 1, 1))
    vrijgave = proef.vrij(batch)
    assert vrijgave.telling.in_woorden() == "6 gekozen = 2 gemaakt + 4 aangehouden + 0 mislukt"
    waarom = {regel.zaak_id: regel.bevindingen[-1].soort for regel in vrijgave.aangehouden}
    assert waarom == {zaken[0]: Bevindingsoort.OVERLEDEN, zaken[1]: Bevindingsoort.GEWIJZIGD}
    assert {(zaak, item.soort) for zaak, item in vrijgave.genoemd} == {(zaken[2], Bevindingsoort.BRP_OUD)}
    proef.vereis_heel(batch)
    assert sum(deel.brieven for deel in vrijgave.druk) == 2
    # who moved is made again in another batch, with the new address
    tweede = proef.tot_gemaakt().batch
    assert {regel.zaak_id for regel in proef.regels(tweede).values() if regel.stand is Regelstand.GEMAAKT} == {zaken[1]}


@pytest.mark.lang
def test_a_mandate_that_was_withdrawn_after_the_making(proef: Proef) -> None:
    batch = proef.tot_gemaakt().batch
    vrijgave = _zonder_mandaat(proef).vrij(batch)
    assert {regel.bevindingen[-1].soort for regel in vrijgave.aangehouden} == {Bevindingsoort.MANDAAT}
    assert vrijgave.telling.klopt


@pytest.mark.lang
@pytest.mark.parametrize("vandaag", [date(2026, 11, 21), date(2027, 1, 1)])
def test_after_midnight_and_new_year_the_letters_are_made_again(proef: Proef, vandaag: date) -> None:
    batch = proef.tot_gemaakt().batch
    oud = proef.brieven()
    later = replace(proef, vandaag=vandaag)
    with pytest.raises(Conflict, match=f"die dag is voorbij.*opnieuw .* --dagtekening {vandaag}"):
        later.vrij(batch)
    opnieuw(later.plek, batch.id, vandaag)
    assert proef.bestanden(batch) == {}
    later.controleer(batch)
    later.keur_goed(batch)
    later.maak(batch)
    later.vereis_heel(batch)
    nieuw = later.brieven()
    assert {brief.dagtekening for brief in nieuw.values()} == {vandaag}
    assert all(
        nieuw[id_].versie == brief.versie + 1 and nieuw[id_].sha256 != brief.sha256 for id_, brief in oud.items()
    )
    assert later.vrij(batch).telling.gemaakt == 6


# Sending, printing again, taking back.


def test_a_dispatch_that_is_not_right_records_nothing(proef: Proef) -> None:
    vrijgave = proef.tot_vrij()
    kenmerk = vrijgave.batch.id
    later = replace(proef, vandaag=VANDAAG + timedelta(days=4))
    with pytest.raises(Invoerfout, match="U telde 5 brieven, maar in groep c5 zijn er 6 te verzenden"):
        verzonden(proef.plek, kenmerk, VANDAAG, 5)
    with pytest.raises(Conflict, match=r"20 november 2026, niet 21 november 2026.*opnieuw .* --dagtekening 2026-11-24"):
        verzonden(later.plek, kenmerk, VANDAAG + timedelta(days=1), 6)
    with pytest.raises(Invoerfout, match="20 mei 2027 moet nog komen"):
        verzonden(proef.plek, kenmerk, date(2027, 5, 20), 6)
    with pytest.raises(Invoerfout, match="zeg welke u verzond"):
        verzonden(proef.plek, kenmerk, VANDAAG, 6, "a3")
    druk = Batchmap.van(vrijgave.batch).pad / vrijgave.druk[0].bestand
    druk.write_bytes(druk.read_bytes() + b" ")
    with pytest.raises(Controlefout, match="is gewijzigd nadat het is vrijgegeven"):
        verzonden(proef.plek, kenmerk, VANDAAG, 6)
    assert {brief.status for brief in proef.brieven().values()} == {Briefstatus.GEMAAKT}
    proef.vrij(vrijgave.batch)
    assert verzonden(later.plek, kenmerk, VANDAAG, 6).brieven == 6


@pytest.mark.lang
def test_one_zaak_that_is_refused_does_not_stop_the_others(proef: Proef) -> None:
    vrijgave = proef.tot_vrij()
    zaak = proef.een_besluit().zaak_id
    proef.wijzig_client(zaak, overlijdensdatum="20261119")
    uit = verzonden(proef.plek, vrijgave.batch.id, VANDAAG, 6)
    assert [wie for wie, _ in uit.geweigerd] == [zaak]
    assert (uit.brieven, uit.batch.stand) == (4, Batchstand.VRIJGEGEVEN)
    assert {brief.status for brief in proef.brieven().values() if brief.zaak_id == zaak} == {Briefstatus.GEMAAKT}
    batch, aantal = trek_terug(proef.plek, vrijgave.batch.id, Terugreden.OVERLEDEN, [zaak])
    assert (len(aantal), batch.stand) == (2, Batchstand.VERZONDEN)


@pytest.mark.lang
def test_what_is_taken_off_the_pile_is_named_and_not_counted(proef: Proef) -> None:
    vrijgave = proef.tot_vrij()
    zaak = proef.een_besluit().zaak_id
    _, eruit = trek_terug(proef.plek, vrijgave.batch.id, Terugreden.OVERLEDEN, [zaak])
    nummers = sorted(regel.druknr for regel in eruit)
    assert len(nummers) == 2
    with pytest.raises(Invoerfout, match=f"4 te verzenden.*U trok er 2 terug: nummer {nummers[0]}, {nummers[1]}"):
        verzonden(proef.plek, vrijgave.batch.id, VANDAAG, 6)
    uit = verzonden(proef.plek, vrijgave.batch.id, VANDAAG, 4)
    assert (uit.brieven, uit.batch.stand) == (4, Batchstand.VERZONDEN)
    staan = {brief.status for brief in proef.brieven().values() if brief.zaak_id == zaak}
    assert staan == {Briefstatus.TE_MAKEN}


def test_a_file_of_a_letter_that_is_not_made_goes(proef: Proef) -> None:
    batch = proef.tot_gemaakt().batch
    vreemd = Batchmap.van(batch).brief("B-00000000000000ff")
    vreemd.write_bytes(b"van een eerdere versie")
    proef.maak(batch, handeling=Handeling.HERVAT)
    proef.vereis_heel(batch)


@pytest.mark.lang
def test_a_letter_goes_by_itself_only_after_the_release(proef: Proef) -> None:
    batch = proef.tot_gemaakt().batch
    zaak = proef.een_besluit().zaak_id
    with pytest.raises(Conflict, match="is niet vrijgegeven"):
        maak_bekend(proef.plek.omgeving, proef.plek.actor, zaak, VANDAAG)
    proef.vrij(batch)
    maak_bekend(proef.plek.omgeving, proef.plek.actor, zaak, VANDAAG)
    # its besluit is known now; the other letter of the zaak goes with the group, as printed
    assert verzonden(proef.plek, batch.id, VANDAAG, 6).batch.stand is Batchstand.VERZONDEN


@pytest.mark.lang
def test_print_again_gives_the_stored_bytes(proef: Proef) -> None:
    vrijgave = proef.tot_vrij()
    uit = herdruk(proef.plek, vrijgave.batch.id, 2, 3)
    assert [nummer for nummer, *_ in uit.brieven] == [2, 3]
    alle = proef.brieven()
    with pikepdf.open(uit.bestand) as pdf:
        verwacht = [alle[brief].paginas for _, brief, _ in uit.brieven]
        assert len(pdf.pages) == sum(paginas + paginas % 2 for paginas in verwacht)
    for van, tot in ((0, 1), (5, 7), (3, 2)):
        with pytest.raises(Invoerfout, match="heeft in haar drukgang brief 1 tot en met 6"):
            herdruk(proef.plek, vrijgave.batch.id, van, tot)


@pytest.mark.lang
def test_thick_letters_and_digital_ones_have_groups_of_their_own(proef: Proef) -> None:
    dun = met_beleid(proef, vellen_c5=1, brieven_per_deel=2)
    batch = dun.tot_gemaakt().batch
    digitaal = proef.een_besluit()
    with proef.gemeente.omgeving.werk(proef.plek.actor) as werk:
        werk.brieven.bewaar(werk.brieven.haal(digitaal.id).gewijzigd(bezorgweg="DIGITAAL"))
        werk.commit()
    vrijgave = dun.vrij(batch)
    assert vrijgave.batch.groepen[-1] == "digitaal"
    assert sum(deel.brieven for deel in vrijgave.druk) == 6
    assert [deel.van for deel in vrijgave.druk] == [1, *(deel.tot + 1 for deel in vrijgave.druk[:-1])]
    groepen = vrijgave.batch.groepen
    for plaats, groep in enumerate(groepen):
        uit = verzonden(dun.plek, batch.id, VANDAAG, vrijgave.batch.brieven_in(groep), groep)
        assert (uit.batch.stand is Batchstand.VERZONDEN) is (plaats == len(groepen) - 1)
    with pytest.raises(Conflict, match="is verzonden; 'verzonden' kan dan niet"):
        verzonden(dun.plek, batch.id, VANDAAG, 1, groepen[0])


@pytest.mark.lang
def test_taken_back_the_letters_are_due_again(proef: Proef) -> None:
    vrijgave = proef.tot_vrij()
    batch, aantal = trek_terug(proef.plek, vrijgave.batch.id, Terugreden.FOUT_IN_BRIEF)
    assert (batch.stand, len(aantal)) == (Batchstand.INGETROKKEN, 6)
    assert not list(Batchmap.van(batch).pad.rglob("*.pdf"))
    assert {brief.status for brief in proef.brieven().values()} == {Briefstatus.TE_MAKEN}
    with pytest.raises(Conflict, match="is ingetrokken; 'maak' kan dan niet"):
        proef.maak(batch)
    assert proef.tot_vrij().telling.gemaakt == 6


def _zonder_mandaat(proef: Proef, geldig_tot: date | None = None) -> Proef:
    """The gemeente in which the entries by which letters are signed were withdrawn, or have ended."""
    organisatie = proef.gemeente.omgeving.organisatie
    mandaten = tuple(item.gewijzigd(geldig_tot=geldig_tot) for item in organisatie.mandaten) if geldig_tot else ()
    anders = organisatie.model_copy(update={"mandaten": mandaten})
    omgeving = replace(proef.gemeente.omgeving, organisatie=anders)
    return replace(proef, gemeente=replace(proef.gemeente, omgeving=omgeving))
