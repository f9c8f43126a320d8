"""The road of a letter: digital only where it is offered and everybody asked for that kind of message."""

from datetime import date

import pytest

from toegang.domain.bezorging import Berichtsoort, Bezorgweg, kies_bezorging
from toegang.domain.brief import Brief
from toegang.domain.toestemming import Toestemming, Toestemmingsoort

DAG = date(2026, 3, 24)
BEIDE = (Bezorgweg.DIGITAAL, Bezorgweg.POST)


def toestemming(wie="I-1", **anders):
    vast = {
        "id": f"TS-{wie}",
        "dossier_id": "D-1",
        "inwoner_id": wie,
        "soort": Toestemmingsoort.DIGITALE_BERICHTEN,
        "reikwijdte": "besluit",
        "gegeven_op": date(2026, 1, 5),
    }
    return Toestemming(**{**vast, **anders})


def weg(*toestemmingen, aangeboden=BEIDE, ontvangers=("I-1",), soort=Berichtsoort.BESLUIT):
    return kies_bezorging(aangeboden, soort, ontvangers, toestemmingen, DAG)


def test_met_toestemming_gaat_een_besluit_digitaal():
    gekozen = weg(toestemming())
    assert (gekozen.weg, gekozen.reden) == (Bezorgweg.DIGITAAL, "ieder die hem krijgt, wil een besluit digitaal")


@pytest.mark.regel("L-24")
@pytest.mark.parametrize(
    "toestemmingen",
    [
        (),
        (toestemming(reikwijdte="bericht"),),
        (toestemming(soort=Toestemmingsoort.GEGEVENS_DELEN),),
        (toestemming("I-2"),),
        (toestemming(gegeven_op=date(2026, 3, 25)),),
        (toestemming(ingetrokken_op=DAG),),
    ],
)
def test_zonder_geldige_toestemming_voor_die_soort_gaat_hij_per_post(toestemmingen):
    gekozen = weg(*toestemmingen)
    assert (gekozen.weg, gekozen.reden) == (Bezorgweg.POST, "niet iedereen die hem krijgt, wil een besluit digitaal")


@pytest.mark.regel("L-24")
def test_ieder_die_hem_krijgt_moet_het_willen():
    assert weg(toestemming("I-1"), ontvangers=("I-1", "I-2")).weg is Bezorgweg.POST
    assert weg(toestemming("I-1"), toestemming("I-2"), ontvangers=("I-1", "I-2")).weg is Bezorgweg.DIGITAAL


def test_een_gemeente_die_het_niet_aanbiedt_verstuurt_per_post():
    gekozen = weg(toestemming(), aangeboden=(Bezorgweg.POST,))
    assert (gekozen.weg, gekozen.reden) == (Bezorgweg.POST, "de gemeente biedt geen digitale bezorging aan")


def test_de_soort_van_een_brief_volgt_uit_wat_hij_draagt():
    brief = Brief(id="B-1", dossier_id="D-1", zaak_id="Z2026-000001", sjabloon="melding/ontvangstbevestiging")
    assert brief.berichtsoort is Berichtsoort.BERICHT
    assert brief.gewijzigd(besluit_id="BS-1").berichtsoort is Berichtsoort.BESLUIT
