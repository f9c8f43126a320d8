"""Sending a decision on the real thing: who died since, who no longer wants it digitally, who may send."""

from __future__ import annotations

from datetime import timedelta

import pytest

from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Briefstatus
from toegang.domain.levensloop import Stap
from toegang.domain.spoor import Oordeel
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.guards.register import Regelovertreding
from toegang.lifecycle.bekendmaking import maak_bekend
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.stappen import loop_door


@pytest.fixture
def klaar(open_proef):
    """Bring a zaak to a letter that is made, without making its PDF; gives gemeente and zaaknummer."""

    def klaar_(naam, **brief):
        gemeente = open_proef(naam)
        omgeving, vandaag = gemeente.omgeving, gemeente.omgeving.vandaag()
        inzending = uit_scenarios(naam, omgeving.organisatie, vandaag, 1)[0]
        resultaat = neem_in(omgeving, gemeente.actor(), inzending.aanmelding)
        if not resultaat.zaken:
            door = inzending.aanmelding.gewijzigd(kenmerk="vervolg", loket=resultaat.intake.bestemming)
            resultaat = neem_in(omgeving, gemeente.actor(), door)
        zaak = loop_door(gemeente, resultaat.zaken[0], inzending.scenario)
        with omgeving.werk(gemeente.actor()) as werk:
            for item in werk.brieven.zoek(zaak_id=zaak.id):
                velden = {"status": Briefstatus.GEMAAKT, "dagtekening": vandaag, **brief}
                werk.brieven.bewaar(item.gewijzigd(**velden))
            werk.commit()
        return gemeente, zaak.id

    return klaar_


def lees(gemeente, haal):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return haal(werk)


@pytest.mark.regel("L-134")
@pytest.mark.parametrize(
    ("anders", "waarom"),
    [({"overlijdensdatum": "20261119"}, "is overleden"), ({"opschorting": "E"}, "is vertrokken")],
)
def test_wie_sinds_de_brief_overleed_of_vertrok_krijgt_niets(klaar, anders, waarom):
    gemeente, zaak_id = klaar("zwolle")
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        client = werk.inwoners.haal(werk.zaken.haal(zaak_id).client_id)
        werk.inwoners.bewaar(client.gewijzigd(**anders))
        werk.commit()
    with pytest.raises(Regelovertreding) as fout:
        maak_bekend(gemeente.omgeving, gemeente.actor(), zaak_id, gemeente.omgeving.vandaag())
    assert waarom in str(fout.value)
    assert client.geslachtsnaam not in str(fout.value)
    assert lees(gemeente, lambda werk: werk.zaken.haal(zaak_id)).status is Stap.BESCHIKKING
    (regel,) = lees(gemeente, lambda werk: werk.logboek.regels(actie=GEWEIGERD))
    assert regel.detail == {"regels": "L-134", "stap": "maak_bekend"}


@pytest.mark.regel("B-67")
def test_in_beekdaelen_verzendt_de_administratie(klaar):
    gemeente, zaak_id = klaar("beekdaelen")
    vandaag = gemeente.omgeving.vandaag()
    mensen = {mens.functie: mens.id for mens in lees(gemeente, lambda werk: werk.medewerkers.zoek())}
    with pytest.raises(Regelovertreding, match=r"B-67.*maar dat doet 'medewerker-administratie'"):
        maak_bekend(gemeente.omgeving, gemeente.actor(mensen["consulent-wmo"]), zaak_id, vandaag)
    maak_bekend(gemeente.omgeving, gemeente.actor(mensen["medewerker-administratie"]), zaak_id, vandaag)
    assert lees(gemeente, lambda werk: werk.zaken.haal(zaak_id)).status is Stap.BEKENDMAKING


@pytest.mark.parametrize(("ingetrokken", "gewaarschuwd"), [(False, ""), (True, "L-24")])
def test_l24_een_digitale_brief_en_een_toestemming_die_weg_is(klaar, ingetrokken, gewaarschuwd):
    gemeente, zaak_id = klaar("schagen", bezorgweg=Bezorgweg.DIGITAAL)
    vandaag = gemeente.omgeving.vandaag()
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        zaak = werk.zaken.haal(zaak_id)
        werk.toestemmingen.bewaar(
            Toestemming(
                id="TS-1",
                dossier_id=zaak.dossier_id,
                inwoner_id=zaak.client_id,
                soort=Toestemmingsoort.DIGITALE_BERICHTEN,
                reikwijdte="besluit",
                gegeven_op=vandaag - timedelta(days=9),
                ingetrokken_op=vandaag if ingetrokken else None,
            )
        )
        # the confirmation of receipt is another kind of message and goes by post
        for brief in werk.brieven.zoek(zaak_id=zaak_id):
            if brief.besluit_id is None:
                werk.brieven.bewaar(brief.gewijzigd(bezorgweg=Bezorgweg.POST))
        werk.commit()
    maak_bekend(gemeente.omgeving, gemeente.actor(), zaak_id, vandaag)
    (regel,) = lees(gemeente, lambda werk: werk.logboek.regels(actie="besluit.bekendgemaakt"))
    assert (regel.detail["wijze"], regel.detail["waarschuwingen"]) == ("digitaal", gewaarschuwd)


def test_l136_elk_spoor_noemt_zijn_verwerkingsactiviteit(klaar):
    gemeente, zaak_id = klaar("zwolle")
    sporen = lees(gemeente, lambda werk: werk.sporen.zoek(zaak_id=zaak_id))
    assert {spoor.hook: spoor.verwerking for spoor in sporen} == {
        "route_intake": "TG-01",
        "compose_team": "TG-02",
        "assign_regie": "TG-03",
        "draft_beschikking": "TG-04",
    }
    regels = lees(gemeente, lambda werk: werk.logboek.regels(zaak=zaak_id, actie="hook.draft_beschikking"))
    assert [regel.detail["verwerking"] for regel in regels] == ["TG-04"]


@pytest.mark.regel("L-108")
def test_het_besluit_noemt_de_fase_van_de_wet(open_proef):
    from toegang.domain.begrippen import Wet
    from toegang.domain.besluitgronden import wetsfase

    gemeente = open_proef("zwolle")
    inzending = next(
        item
        for item in uit_scenarios("zwolle", gemeente.omgeving.organisatie, gemeente.omgeving.vandaag(), 18)
        if item.scenario.naam == "bijstand"
    )
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), inzending.aanmelding).zaken
    loop_door(gemeente, zaak_id, inzending.scenario)
    (record,) = lees(gemeente, lambda werk: werk.besluiten.zoek(zaak_id=zaak_id))
    assert record.wetsfase == "Participatiewet in balans fase 1"
    assert all(item.oordeel is not Oordeel.GEWEIGERD for item in record.regels)
    dag = gemeente.omgeving.vandaag()
    assert [wetsfase(Wet.PARTICIPATIEWET, dag.replace(year=jaar)) for jaar in (2025, 2027)] == [
        "Participatiewet",
        "Participatiewet in balans fase 3",
    ]
    assert wetsfase(Wet.WMO, dag) == ""
