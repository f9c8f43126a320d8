"""Appointments: planned with a day and a time, called off, and never two at once."""

from datetime import date, timedelta

import pytest
from levensloop import logregels, met_regie, wijzig_mens

from toegang.domain.gespreksafspraak import Afgezegd, Afspraakvraag
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding
from toegang.lifecycle.afspraak import komende_afspraken, plan_afspraak, zeg_afspraak_af

VANDAAG = date(2026, 11, 20)
MORGEN = VANDAAG + timedelta(days=1)


def plan(gemeente, zaak, door="M-002", **anders):
    vraag = Afspraakvraag.model_validate({"op": MORGEN, "tijd": "10:00", "plaats": "THUIS", **anders})
    return plan_afspraak(gemeente.omgeving, gemeente.actor(door), zaak, vraag).afspraak


def komend(gemeente, wie=None):
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        return [item.id for item in komende_afspraken(werk, VANDAAG, wie)]


def test_plannen_en_afzeggen(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    latere = plan(gemeente, zaak, tijd="15:30")
    eerste = plan(gemeente, zaak, met="M-003", plaats="TELEFONISCH")
    assert (latere.met, eerste.met, eerste.gepland_door) == ("M-002", "M-003", "M-002")
    assert komend(gemeente) == [eerste.id, latere.id]
    assert komend(gemeente, "M-003") == [eerste.id]
    weg = zeg_afspraak_af(gemeente.omgeving, gemeente.actor("M-002"), eerste.id, Afgezegd.INWONER).afspraak
    assert (weg.staat, weg.afgezegd_op) == (False, VANDAAG)
    assert komend(gemeente) == [latere.id]
    with pytest.raises(Conflict, match="al afgezegd"):
        zeg_afspraak_af(gemeente.omgeving, gemeente.actor("M-002"), eerste.id, Afgezegd.GEMEENTE)
    assert [regel.detail["kenmerk"] for regel in logregels(gemeente, "afspraak.afgezegd")] == [eerste.id]


def test_wat_niet_kan_wordt_geweigerd_en_laat_niets_na(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    eerste = plan(gemeente, zaak)
    wijzig_mens(gemeente, "M-003", in_dienst_tot=VANDAAG)
    for fout, woord, velden in (
        (NietToegestaan, "doet een medewerker", {"door": None}),
        (Invoerfout, "kan niet", {"op": VANDAAG - timedelta(days=1)}),
        (Invoerfout, "kan niet", {"op": VANDAAG + timedelta(days=500)}),
        (Invoerfout, "waar de afspraak is", {"plaats": "KANTOOR"}),
        (Invoerfout, "waar de afspraak is", {"plaats": "ELDERS", "adres": " "}),
        (Invoerfout, "thuis hoort geen adres", {"adres": "Dorpsstraat 1"}),
        (Invoerfout, "bestaat niet", {"met": "M-999"}),
        (Invoerfout, "M-003 werkt niet op 2026-11-21", {"met": "M-003"}),
        (Conflict, f"heeft dan al een afspraak .{eerste.id}", {}),
    ):
        with pytest.raises(fout, match=woord):
            plan(gemeente, zaak, **velden)
    assert komend(gemeente) == [eerste.id]


def test_s2_in_schagen_eerst_bellen_of_zeggen_waarom_niet(open_proef):
    gemeente = open_proef("schagen")
    zaak = met_regie(gemeente)
    with pytest.raises(Regelovertreding, match="S-2"):
        plan(gemeente, zaak)
    assert plan(gemeente, zaak, plaats="TELEFONISCH").plaats == "TELEFONISCH"
    assert plan(gemeente, zaak, tijd="11:00", direct="NIET_DIGITAAL").direct == "NIET_DIGITAAL"


def test_b39_in_beekdaelen_plant_de_consulent_het_huisbezoek(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente)
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        drager = werk.zaken.haal(zaak).leden[0]
        administratie = next(m.id for m in werk.medewerkers.zoek() if m.functie == "medewerker-administratie")
    with pytest.raises(Regelovertreding, match="B-39"):
        plan(gemeente, zaak, door=administratie, met=drager)
    assert plan(gemeente, zaak, door=drager).met == drager
