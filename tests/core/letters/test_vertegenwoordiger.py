"""A letter to who acts for a resident: recorded, divided over copies, written, made known, and ended again (L-11)."""

from __future__ import annotations

from datetime import date

import na_besluit
import pytest
from levensloop import nieuwe_zaak

from toegang.domain.brief import Aanhoudreden, Briefstatus
from toegang.domain.huisstijl import Huisstijl
from toegang.domain.vertegenwoordiger import Vertegenwoordigingsopgave
from toegang.environment import Klok
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle.exemplaren import vul_alle_exemplaren_aan
from toegang.lifecycle.vertegenwoordigers import beeindig_vertegenwoordiging, leg_vertegenwoordiger_vast
from toegang.tenancy import Register
from toegang_beschikkingen import SJABLONEN
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
SET = Sjabloonset([SJABLONEN])
MATRIX = Brievenmatrix.uit_map(SJABLONEN)
KANTOOR = {
    "organisatie": "Kantoor Voorbeeld B.V.",
    "voornamen": "K.",
    "geslachtsnaam": "Tekenaar",
    "postbus": "12",
    "postcode": "8000AA",
    "woonplaats": "Zwolle",
    "vanaf": "2026-01-01",
    "document": "UITSPRAAK",
    "document_van": "2025-12-01",
}


@pytest.fixture(scope="module")
def open_(tmp_path_factory):
    with richt_in("zwolle", Register(tmp_path_factory.mktemp("namens") / "data"), Klok(VANDAAG)) as gemeente:
        yield gemeente


def leg_vast(open_, zaak, soort="CURATOR", actor=None, **anders):
    opgave = Vertegenwoordigingsopgave.model_validate({**KANTOOR, "soort": soort, **anders})
    return leg_vertegenwoordiger_vast(open_.omgeving, actor or open_.actor("M-002"), zaak, "client", opgave)


def wachtend(open_, zaak):
    alle = na_besluit.lees(open_, "brieven", zaak_id=zaak)
    return {item.exemplaar: item for item in alle if item.status is not Briefstatus.VERVALLEN}


def tekst(open_, brief) -> str:
    with open_.omgeving.opslag.werk(open_.actor(), alleen_lezen=True) as werk:
        gegevens = Verzamelaar(werk, open_.omgeving, MATRIX).gegevens(brief, VANDAAG)
    return controleer_brief(gegevens, SET, Huisstijl())[1].tekst


@pytest.mark.regel("L-11")
def test_golden_letter_to_a_curator(open_, snapshot) -> None:
    zaak = nieuwe_zaak(open_, kenmerk="K-curator")
    leg_vast(open_, zaak)
    (brief,) = wachtend(open_, zaak).values()
    gedrukt = tekst(open_, brief)

    assert "Molenweg 3" not in gedrukt
    assert gedrukt.replace(brief.id, "B-0").replace(zaak, "Z-0") == snapshot


@pytest.mark.regel("L-11")
def test_letters_that_wait_follow_what_is_recorded_and_ended(open_) -> None:
    zaak = nieuwe_zaak(open_, kenmerk="K-bewind", bsn="999990408", wet="WGS", product="schuldregeling")
    client = _client(open_, zaak)
    bewind = leg_vast(open_, zaak, "BEWINDVOERDER")

    assert set(wachtend(open_, zaak)) == {"", client}
    assert "Aan de bewindvoerder van" in tekst(open_, wachtend(open_, zaak)[""])
    assert "Molenweg 3" in tekst(open_, wachtend(open_, zaak)[client])
    assert vul_alle_exemplaren_aan(open_.omgeving, open_.actor(), VANDAAG) == 0

    with pytest.raises(Conflict, match="in die periode al"):
        leg_vast(open_, zaak, "BEWINDVOERDER")
    with pytest.raises(Invoerfout, match="voor de eerste"):
        beeindig_vertegenwoordiging(open_.omgeving, open_.actor("M-002"), zaak, bewind.id, date(2025, 12, 31))
    beeindig_vertegenwoordiging(open_.omgeving, open_.actor("M-002"), zaak, bewind.id, date(2026, 11, 19))
    assert set(wachtend(open_, zaak)) == {""}
    assert "Molenweg 3" in tekst(open_, wachtend(open_, zaak)[""])
    with pytest.raises(Conflict, match="eindigt al"):
        beeindig_vertegenwoordiging(open_.omgeving, open_.actor("M-002"), zaak, bewind.id, date(2026, 11, 19))


def _client(open_, zaak) -> str:
    with open_.omgeving.werk(open_.actor()) as werk:
        return werk.zaken.haal(zaak).client_id


def test_who_may_record_it_and_of_whom(open_) -> None:
    zaak = nieuwe_zaak(open_, kenmerk="K-weiger", bsn="999990433")

    with pytest.raises(NietToegestaan, match="medewerker"):
        leg_vast(open_, zaak, actor=open_.actor())
    with pytest.raises(Invoerfout, match="nog geen achttien"):
        leg_vast(open_, zaak, vanaf="1960-01-01")
    with pytest.raises(Invoerfout, match="hoort niet bij het huishouden"):
        beeindig_vertegenwoordiging(open_.omgeving, open_.actor("M-002"), zaak, "V-niet", VANDAAG)
    leg_vast(open_, zaak)
    (brief,) = wachtend(open_, zaak).values()
    client = _client(open_, zaak)
    with open_.omgeving.werk(open_.actor()) as werk:
        werk.inwoners.bewaar(werk.inwoners.haal(client).gewijzigd(overlijdensdatum="20261101"))
        werk.commit()
    with pytest.raises(Aangehouden) as fout:
        tekst(open_, brief)
    assert fout.value.reden is Aanhoudreden.OVERLEDEN
