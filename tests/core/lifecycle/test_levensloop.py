"""The whole road on the real thing: storage, plugins, guards; no letters."""

from __future__ import annotations

from datetime import timedelta

import pytest

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Besluitvorm, Registratie
from toegang.domain.levensloop import Stap
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.aanvraag import registreer_aanvraag, uiterste_dag_onderzoek
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.team import stel_team_samen
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.lifecycle.waarom import keten
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.scenarios import SCENARIOS
from toegang_cli.demo.stappen import loop_door

pytestmark = pytest.mark.parametrize("motor", ["sqlite", pytest.param("postgres", marks=pytest.mark.lang)])
"""The same on both kinds of database."""
NAMEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
CLIENT = {
    "bsn": "999990019",
    "voornamen": "Tess",
    "geslachtsnaam": "Testpersoon",
    "geboortedatum": "19500102",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}


def aanmelding(gemeente, **anders) -> Aanmelding:
    vandaag = gemeente.omgeving.vandaag()
    gebieden = gemeente.omgeving.organisatie.gebieden
    velden = {
        "kenmerk": "K-1",
        "kanaal": "TELEFOON",
        "ontvangen_op": (vandaag - timedelta(days=40)).isoformat(),
        "leden": [{"verwijzing": "a", "persoon": CLIENT}],
        "hulpvragen": [{"wet": "WMO", "voor": "a", "product": "vervoerspas", "woorden": "Ik kom nergens meer."}],
        "gebied": gebieden[0].id if gebieden else None,
    }
    return Aanmelding.model_validate(velden | anders)


def zaak_van(gemeente, zaak_id):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.zaken.haal(zaak_id)


def logregels(gemeente, actie):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.logboek.regels(actie=actie)


def neem(gemeente, **anders):
    """Take in, following a door that only passes on."""
    resultaat = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente, **anders))
    if resultaat.intake is not None and resultaat.intake.registratie is Registratie.CONTACTGEGEVENS:
        door = aanmelding(gemeente, **anders, loket=resultaat.intake.bestemming)
        resultaat = neem_in(gemeente.omgeving, gemeente.actor(), door.gewijzigd(kenmerk="K-1-vervolg"))
    return resultaat


@pytest.mark.parametrize("naam", NAMEN)
def test_elk_scenario_komt_tot_zijn_brieven_of_wordt_beantwoord(open_proef, naam):
    gemeente = open_proef(naam)
    for inzending in uit_scenarios(naam, gemeente.omgeving.organisatie, gemeente.omgeving.vandaag(), len(SCENARIOS)):
        resultaat = neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding)
        intake = resultaat.intake
        assert intake is not None
        if intake.registratie is Registratie.CONTACTGEGEVENS and intake.bestemming:
            door = inzending.aanmelding.gewijzigd(kenmerk=inzending.aanmelding.kenmerk + "-2", loket=intake.bestemming)
            resultaat = neem_in(gemeente.omgeving, gemeente.actor(), door)
        # a question answered at once, or only about what is there for everyone, makes no zaak (W-7, W-11, B-14)
        beantwoord = inzending.scenario.naam in ("vraagje", "koffie")
        assert bool(resultaat.zaken) is not beantwoord, inzending.scenario.naam
        for zaak_id in resultaat.zaken:
            zaak = loop_door(gemeente, zaak_id, inzending.scenario)
            if inzending.scenario.naam == "afspraken":
                # agreements in the plan answer it: no aanvraag, no besluit, no paper (W-7, B-14)
                assert (zaak.status, zaak.uitkomst, zaak.aanvraag_op) == (Stap.SLUITING, "AFGEBROKEN", None)
                with gemeente.omgeving.werk(gemeente.actor()) as werk:
                    assert werk.besluiten.zoek(zaak_id=zaak_id) == ()
                continue
            assert zaak.status in (Stap.BESCHIKKING, Stap.BESLUIT), (inzending.scenario.naam, zaak.status)
            if zaak.status is Stap.BESLUIT:
                with gemeente.omgeving.werk(gemeente.actor()) as werk:
                    concept = werk.besluiten.zoek(zaak_id=zaak_id)[-1].concept
                assert concept is not None
                assert concept.vorm is Besluitvorm.GEEN


def test_dezelfde_inzending_maakt_nooit_een_tweede_zaak(open_proef):
    gemeente = open_proef("zwolle")
    eerste = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente))
    tweede = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente))
    assert eerste.zaken
    assert tweede.reeds_bekend
    assert tweede.zaken == eerste.zaken


def test_tweede_vraag_van_hetzelfde_huishouden_komt_in_hetzelfde_dossier(open_proef):
    gemeente = open_proef("zwolle")
    eerste = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente))
    vraag = [{"wet": "GPK", "voor": "a", "product": "gpk-bestuurder"}]
    tweede = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente, kenmerk="K-2", hulpvragen=vraag))
    assert tweede.dossier_id == eerste.dossier_id
    assert tweede.lopende_zaken == eerste.zaken


def test_geweigerde_stap_bewaart_niets_en_staat_in_het_logboek(open_proef):
    gemeente = open_proef("zwolle")
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente)).zaken
    te_vroeg = gemeente.omgeving.vandaag() - timedelta(days=39)
    with pytest.raises(Regelovertreding, match="L-56"):
        registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak_id, te_vroeg)
    assert zaak_van(gemeente, zaak_id).status is Stap.INTAKE
    (regel,) = logregels(gemeente, GEWEIGERD)
    assert regel.zaak == zaak_id
    assert regel.detail == {"stap": "registreer_aanvraag", "regels": "L-56"}


def test_l56_uitzondering_na_zes_weken(open_proef):
    gemeente = open_proef("zwolle")
    lang_geleden = (gemeente.omgeving.vandaag() - timedelta(days=60)).isoformat()
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente, ontvangen_op=lang_geleden)).zaken
    laatste = uiterste_dag_onderzoek(zaak_van(gemeente, zaak_id))
    with pytest.raises(Regelovertreding, match="L-56"):
        registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak_id, laatste)
    dag = laatste + timedelta(days=1)
    zaak = registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak_id, dag)
    assert (zaak.status, zaak.aanvraag_op) == (Stap.INTAKE, dag)
    with pytest.raises(Conflict, match="al geregistreerd"):
        registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak_id, dag)
    # the research is done after all, and the aanvraag counts from its own day
    klaar = loop_door(gemeente, zaak_id, next(item for item in SCENARIOS if item.naam == "vervoerspas"))
    assert klaar.status is Stap.BESCHIKKING
    assert klaar.aanvraag_op == dag
    assert {item.stap: item.op for item in klaar.stappen}[Stap.AANVRAAG] == dag
    assert not [item.stap for item in klaar.stappen if item.nvt]


def test_zonder_l56_houdt_de_tabel_van_de_levensloop_nog_stand(open_proef):
    gemeente = open_proef("zwolle")
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente)).zaken
    dag = gemeente.omgeving.vandaag() - timedelta(days=39)
    with zonder_regels("L-56"), pytest.raises(Conflict):
        registreer_aanvraag(gemeente.omgeving, gemeente.actor(), zaak_id, dag)


def test_stap_twee_keer_is_een_conflict(open_proef):
    gemeente = open_proef("zwolle")
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente)).zaken
    stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak_id)
    with pytest.raises(Conflict, match="TEAM"):
        stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak_id)


def test_onbekend_loket_is_een_duidelijke_fout(open_proef):
    gemeente = open_proef("doetinchem")
    with pytest.raises(Invoerfout, match="bestaat niet"):
        neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente, loket="achterdeur"))


def test_elke_uitkomst_antwoordt_waarom(open_proef):
    gemeente = open_proef("doetinchem")
    (zaak_id,) = neem(gemeente).zaken
    loop_door(gemeente, zaak_id, next(item for item in SCENARIOS if item.naam == "vervoerspas"))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        sporen = keten(werk, zaak_id)
    assert [spoor.hook for spoor in sporen] == ["route_intake", "compose_team", "assign_regie", "draft_beschikking"]
    for spoor in sporen:
        assert spoor.plugin.startswith("toegang")
        assert spoor.plugin_versie
        assert spoor.reden.tekst
        assert len(spoor.invoer_hmac) >= 32


def test_ongeregistreerd_laat_niets_na(open_proef, tmp_path):
    gemeente = open_proef("zwolle")
    canarie = {**CLIENT, "geslachtsnaam": "Kanariepietje", "bsn": "999990081"}
    stand = len(logregels(gemeente, None))
    resultaat = neem_in(
        gemeente.omgeving,
        gemeente.actor(),
        aanmelding(
            gemeente,
            kenmerk="kenmerk-kanarie",
            leden=[{"verwijzing": "a", "persoon": canarie}],
            hulpvragen=[{"wet": None, "voor": "a", "woorden": "Waar is de bibliotheek van Kanariepietje?"}],
            behapbaar=True,
            wil_geen_melding=True,
        ),
    )
    assert resultaat.intake is not None
    assert resultaat.intake.registratie is Registratie.GEEN
    assert resultaat.melding_id is None
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert [telling.aantal for telling in werk.tellers.alles()] == [1]
        assert not werk.meldingen.zoek()
        assert not werk.dossiers.zoek()
        assert not werk.sporen.zoek()
        assert len(werk.logboek.regels()) == stand
    gemeente.sluit()
    for bestand in (pad for pad in (tmp_path / "data").rglob("*") if pad.is_file()):
        inhoud = bestand.read_bytes()
        for woord in (b"Kanariepietje", b"999990081", b"kenmerk-kanarie", b"bibliotheek"):
            assert woord not in inhoud, bestand.name


@pytest.mark.parametrize("naam", ["schagen", "beekdaelen", "doetinchem"])
def test_ongeregistreerd_bestaat_alleen_in_zwolle(open_proef, naam):
    gemeente = open_proef(naam)
    vraag = [{"wet": None, "voor": "a", "woorden": "Waar is de bibliotheek?"}]
    resultaat = neem_in(
        gemeente.omgeving,
        gemeente.actor(),
        aanmelding(gemeente, hulpvragen=vraag, behapbaar=True, wil_geen_melding=True),
    )
    assert resultaat.intake is not None
    assert resultaat.intake.registratie is not Registratie.GEEN


def test_caseload_telt_open_zaken_per_medewerker(open_proef):
    gemeente = open_proef("zwolle")
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding(gemeente)).zaken
    team = stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak_id)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert dict(werk.caseload.per_medewerker()) == {lid.medewerker: 1 for lid in team.leden}
