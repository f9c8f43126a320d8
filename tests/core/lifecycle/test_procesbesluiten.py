"""Besluiten that are none on the aanvraag, and the voornemen before one: who may, when, and what is refused."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from levensloop import met_team, zaak_van

from toegang.domain.begrippen import Besluitsoort, Werkgeversoort
from toegang.domain.besluit import Behandelaar, Motivering
from toegang.domain.besluitopdracht import Besluitopdracht
from toegang.domain.brief import Briefstatus
from toegang.domain.dwangsom import Uitzondering
from toegang.domain.mandaat import Mandaat, Mandaatvraag, bezwaren
from toegang.domain.voorstel import Hoor, Hooruitzondering, Voorstel, Voorstelstatus
from toegang.environment import Klok
from toegang.errors import Conflict, NietToegestaan
from toegang.letters.documenttoets import gebreken
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.woordenschat import lees
from toegang.lifecycle import procesbrief
from toegang.lifecycle.berichtverzending import verzend_berichten
from toegang.lifecycle.dwangsombesluit import stel_dwangsom_vast
from toegang.lifecycle.termijn import stel_in_gebreke
from toegang.lifecycle.zienswijze import vraag_zienswijze
from toegang.tenancy import Register
from toegang_beschikkingen import SJABLONEN
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
ZIENSWIJZE = "termijn.zienswijze_weken"
"""The gemeente of the tests gives two weeks."""
SET = Sjabloonset([SJABLONEN])
MATRIX = Brievenmatrix.uit_map(SJABLONEN)


@pytest.fixture(scope="module")
def gpk(tmp_path_factory):
    """A GPK zaak of which the term is long over."""
    with richt_in("zwolle", Register(tmp_path_factory.mktemp("dwangsom") / "data"), Klok(VANDAAG)) as open_:
        ontvangen = (VANDAAG - timedelta(days=200)).isoformat()
        zaak = met_team(open_, wet="GPK", product="gpk-bestuurder", ontvangen_op=ontvangen)
        with open_.omgeving.werk(open_.actor()) as werk:
            oud = werk.zaken.haal(zaak)
            werk.zaken.bewaar(oud.gewijzigd(aanvraag_op=VANDAAG - timedelta(days=200)))
            werk.commit()
        yield open_, zaak


def gegevens(open_, brief, dag=VANDAAG):
    with open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True) as werk:
        return Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(brief, dag)


def brieven(open_, zaak, sjabloon):
    with open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True) as werk:
        return [item for item in werk.brieven.zoek(zaak_id=zaak) if item.sjabloon == sjabloon]


def beslisser(open_):
    """Return who may decide on anything according to the register."""
    with open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True) as werk:
        mensen = werk.medewerkers.zoek()
    register = open_.omgeving.organisatie.mandaten
    ruim = {item.functie for item in register if not item.besluitsoorten and item.soort == "BESLUIT"}
    return next((mens.id for mens in mensen if mens.functie in ruim), None)


@pytest.mark.regel("L-31")
def test_een_dwangsom_wordt_vastgesteld_en_met_de_som_verteld(gpk):
    open_, zaak = gpk
    door = beslisser(open_)
    actor = open_.actor(door)
    with pytest.raises(Conflict, match="geen ingebrekestelling"):
        stel_dwangsom_vast(open_.omgeving, actor, zaak)
    stel_in_gebreke(open_.omgeving, actor, zaak, VANDAAG - timedelta(days=60))

    record = stel_dwangsom_vast(open_.omgeving, actor, zaak)

    besluit = record.gebeurtenis
    assert besluit.centen == 144_200
    assert [(deel.dagen, deel.per_dag_centen) for deel in besluit.perioden] == [(14, 2300), (14, 3500), (14, 4500)]
    with pytest.raises(Conflict, match="al vastgesteld"):
        stel_dwangsom_vast(open_.omgeving, actor, zaak)
    (brief,) = brieven(open_, zaak, procesbrief.DWANGSOM)
    assert brief.berichtsoort == "besluit"
    inhoud = gegevens(open_, brief)
    assert inhoud.ondertekening is not None
    tekst = lees(SET.html(brief.sjabloon, inhoud), brief.sjabloon)
    assert gebreken(inhoud, tekst) == ()
    assert "1.442,00" in tekst.tekst
    assert "bezwaar maken" in tekst.blok("bezwaar").casefold()

    with open_.omgeving.werk(actor) as werk:
        werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.GEMAAKT, dagtekening=VANDAAG, sha256="0" * 64))
        werk.commit()
    assert verzend_berichten(open_.omgeving, actor, VANDAAG, zaak).verzonden
    with open_.omgeving.opslag.werk(actor, alleen_lezen=True) as werk:
        bekend = werk.termijnzaken.haal(record.id).gebeurtenis
    assert (bekend.bekendgemaakt_op, bekend.bezwaar_tot) == (VANDAAG, date(2027, 1, 4))


def test_alleen_wie_bevoegd_is_stelt_een_dwangsom_vast(gpk):
    open_, zaak = gpk
    with pytest.raises(NietToegestaan):
        stel_dwangsom_vast(open_.omgeving, open_.actor(), zaak)


@pytest.mark.regel("L-21")
def test_een_mandaat_voor_soorten_besluit_dekt_geen_dwangsom():
    mandaat = Mandaat(id="MD-1", functie="f", besluitsoorten={"TOEKENNING"}, geldig_van=date(2026, 1, 1), bron="x")
    vraag = Mandaatvraag(functie="f", wet="WMO", op=VANDAAG)
    assert bezwaren(mandaat, vraag) == ("geldt niet voor een besluit over een dwangsom",)
    assert not bezwaren(mandaat.gewijzigd(besluitsoorten=frozenset()), vraag)


class Proefvoorstel:
    """A proposal to the detriment, as far as asking for a view needs it."""

    def __init__(self, open_, zaak):
        self.open_, self.zaak = open_, zaak_van(open_, zaak)

    def voorstel(self, hoor=None, id="VS-1"):
        opdracht = Besluitopdracht(
            soort=Besluitsoort.AFWIJZING,
            op=VANDAAG,
            wijkt_af_van_opgave=True,
            motivering=Motivering(conclusie="U kunt zelf lopen."),
        )
        steller = Behandelaar(medewerker="M-002", functie="consulent-wijkteam", werkgeversoort=Werkgeversoort.GEMEENTE)
        return Voorstel(
            id=id,
            dossier_id=self.zaak.dossier_id,
            zaak_id=self.zaak.id,
            op=VANDAAG,
            steller=steller,
            opdracht=opdracht,
            hoor=hoor,
        )

    def vraag(self, voorstel, omgeving=None):
        omgeving = omgeving or self.open_.omgeving
        with omgeving.werk(self.open_.actor("M-002")) as werk:
            klaar = werk.voorstellen.bewaar(vraag_zienswijze(werk, omgeving, self.zaak, voorstel))
            werk.commit()
        return klaar

    def wachtend(self):
        return [item for item in brieven(self.open_, self.zaak.id, procesbrief.VOORNEMEN) if item.wacht]


@pytest.mark.regel("L-6")
def test_een_voornemen_geeft_de_inwoner_tijd_en_telt_vanaf_verzending(gpk):
    open_, zaak = gpk
    proef = Proefvoorstel(open_, zaak)
    zonder = {sleutel: waarde for sleutel, waarde in open_.omgeving.antwoorden.items() if sleutel != ZIENSWIJZE}
    proef.vraag(proef.voorstel(), replace(open_.omgeving, antwoorden=zonder, beleid_op=None))
    assert not proef.wachtend()
    klaar = proef.vraag(proef.voorstel())
    assert klaar.hoor.tot == date(2026, 12, 4)
    assert klaar.hoor.bezwaar(VANDAAG) == "de inwoner is niet om een zienswijze gevraagd"
    (brief,) = proef.wachtend()
    inhoud = gegevens(open_, brief)
    tekst = lees(SET.html(brief.sjabloon, inhoud), brief.sjabloon)
    assert gebreken(inhoud, tekst) == ()
    assert "U kunt zelf lopen." in tekst.tekst
    assert "uiterlijk op 4 december 2026" in tekst.tekst
    with pytest.raises(Conflict, match="geen tijd om te antwoorden"):
        gegevens(open_, brief, date(2026, 12, 4))
    with open_.omgeving.werk(open_.actor("M-002")) as werk:
        werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.GEMAAKT, dagtekening=VANDAAG, sha256="0" * 64))
        werk.commit()
    assert verzend_berichten(open_.omgeving, open_.actor("M-002"), VANDAAG, zaak).verzonden
    with open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True) as werk:
        hoor = werk.voorstellen.haal("VS-1").hoor
    assert hoor.gevraagd_op == VANDAAG
    assert "kan nog tot en met" in hoor.bezwaar(VANDAAG)


def test_een_uitzondering_of_een_ingehaald_voorstel_laat_het_voornemen_vervallen(gpk):
    open_, zaak = gpk
    proef = Proefvoorstel(open_, zaak)
    proef.vraag(proef.voorstel(Hoor(tot=date(2026, 12, 4)), "VS-2"))
    assert len(proef.wachtend()) == 1
    proef.vraag(proef.voorstel(Hoor(uitzondering=Hooruitzondering.SPOED, reden="Nu."), "VS-2"))
    assert not proef.wachtend()
    klaar = proef.vraag(proef.voorstel(Hoor(tot=date(2026, 12, 4)), "VS-3"))
    (brief,) = proef.wachtend()
    with open_.omgeving.werk(open_.actor("M-002")) as werk:
        werk.voorstellen.bewaar(klaar.gewijzigd(status=Voorstelstatus.INGETROKKEN))
        werk.commit()
    with pytest.raises(Conflict, match="niet meer ligt"):
        gegevens(open_, brief)


def test_een_dwangsom_die_er_niet_is_heeft_een_reden():
    assert all(item.uitleg for item in Uitzondering)
