"""Rounds: past indications that end, and past what a change of tariff touches; letters and decisions stay apart."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import na_besluit
import pytest

from toegang.domain.begrippen import Leveringsvorm, Wet
from toegang.domain.brief import Briefstatus
from toegang.errors import Invoerfout, NietToegestaan
from toegang.letters.batch.keuze import Gevraagd, Keuzebron, kies_brieven
from toegang.lifecycle.berichtverzending import verzend_bericht_in
from toegang.lifecycle.herindicatieronde import Rondestand, houd_ronde
from toegang.lifecycle.herzieningsronde import Rondevraag, open_ronde, rondezaken, tel
from toegang.lifecycle.nazorgbrief import EINDE

ADMINISTRATIE = "M-002"


@pytest.fixture
def hulp(open_proef):
    """Help with the household, just made known; gives the gemeente and the delivery."""
    gemeente = open_proef("beekdaelen")
    na_besluit.bekend(gemeente)
    (levering,) = na_besluit.lees(gemeente, "leveringen")
    return gemeente, levering


def kies(gemeente, naam, waarde):
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        return kies_brieven(Keuzebron(werk, gemeente.omgeving), (Gevraagd(naam, waarde),))


def test_een_ronde_zet_elke_brief_een_keer_klaar_en_plant_het_nieuwe_onderzoek(hulp):
    gemeente, levering = hulp
    actor = gemeente.actor(ADMINISTRATIE)
    binnen = (levering.einddatum - gemeente.omgeving.vandaag()).days
    assert houd_ronde(gemeente.omgeving, actor, binnen - 1) == ()
    (regel,) = houd_ronde(gemeente.omgeving, actor, binnen, heronderzoek_vooraf=56)
    assert (regel.stand, regel.heronderzoek_op) == (Rondestand.BRIEF, levering.einddatum - timedelta(days=56))
    (nog_eens,) = houd_ronde(gemeente.omgeving, actor, binnen, heronderzoek_vooraf=7)
    assert (nog_eens.brief, nog_eens.heronderzoek_op) == (regel.brief, regel.heronderzoek_op)
    ((brief, waarom),) = kies(gemeente, "herindicatie", str(binnen))
    assert (brief.id, brief.sjabloon) == (regel.brief, EINDE)
    assert waarom == f"hulp loopt af op {levering.einddatum.isoformat()}"
    assert kies(gemeente, "herindicatie", str(binnen - 1)) == []
    with gemeente.omgeving.werk(actor) as werk:
        verzend_bericht_in(gemeente.omgeving, werk, werk.brieven.haal(brief.id), gemeente.omgeving.vandaag())
        werk.commit()
    (na,) = houd_ronde(gemeente.omgeving, actor, binnen)
    assert (na.stand, na.brief) == (Rondestand.AANGEKONDIGD, None)
    (levering,) = na_besluit.lees(gemeente, "leveringen")
    assert levering.aangekondigd_op == gemeente.omgeving.vandaag()


@pytest.mark.lang
def test_wat_al_voorbij_is_krijgt_geen_brief_dat_het_afloopt(hulp):
    gemeente, levering = hulp
    later = levering.einddatum + timedelta(days=1)
    omgeving = replace(gemeente.omgeving, vandaag=lambda: later)
    (regel,) = houd_ronde(omgeving, gemeente.actor(ADMINISTRATIE), 30)
    assert (regel.stand, regel.brief) == (Rondestand.VOORBIJ, None)
    with pytest.raises(NietToegestaan):
        houd_ronde(omgeving, gemeente.actor(), 30)


@pytest.mark.regel("L-147")
def test_l147_een_ronde_opent_per_zaak_een_herziening_en_besluit_niets(hulp):
    gemeente, levering = hulp
    omgeving, actor = gemeente.omgeving, gemeente.actor("M-003")
    besluiten = na_besluit.lees(gemeente, "besluiten")
    brieven = na_besluit.lees(gemeente, "brieven", status=Briefstatus.TE_MAKEN)
    vraag = Rondevraag("tarief-2027", levering.ingangsdatum, wet=Wet.WMO, product=levering.product)
    (geraakt,) = open_ronde(omgeving, actor, vraag)
    assert (geraakt.zaak.id, geraakt.besluit, geraakt.al_in) == (levering.zaak_id, levering.besluit_id, None)
    assert [item.id for item in geraakt.voorzieningen] == [levering.voorziening]
    (weer,) = open_ronde(omgeving, actor, vraag)
    assert (weer.al_in, weer.nieuw) == (geraakt.nieuw, None)
    with omgeving.opslag.werk(actor, alleen_lezen=True) as werk:
        (zaak,) = rondezaken(werk, "tarief-2027")
    assert (zaak.zaak.herziet, zaak.voorstel, zaak.besloten) == (levering.besluit_id, None, False)
    assert tel([zaak]) == {"tarief-2027": (1, 0)}
    assert na_besluit.lees(gemeente, "besluiten") == besluiten
    assert na_besluit.lees(gemeente, "brieven", status=Briefstatus.TE_MAKEN) == brieven
    assert kies(gemeente, "ronde", "tarief-2027") == []
    with pytest.raises(Invoerfout, match="ronde bestaat niet"):
        kies(gemeente, "ronde", "tarief-2099")


@pytest.mark.lang
def test_een_ronde_raakt_alleen_wat_voldoet_en_loopt(hulp):
    gemeente, levering = hulp
    omgeving, actor = gemeente.omgeving, gemeente.actor("M-003")
    voor, na = levering.ingangsdatum - timedelta(days=1), levering.einddatum + timedelta(days=1)
    for anders in (
        {"loopt_op": voor},
        {"loopt_op": na},
        {"wet": Wet.JEUGDWET},
        {"product": "traplift"},
        {"vorm": Leveringsvorm.PGB},
        {"zaken": frozenset()},
    ):
        vraag = Rondevraag(**{"naam": "beleid-1", "loopt_op": levering.ingangsdatum, "wet": Wet.WMO, **anders})
        assert open_ronde(omgeving, actor, vraag) == (), anders
    assert not [zaak for zaak in na_besluit.lees(gemeente, "zaken") if zaak.ronde]
    for fout, zegt in (
        (Rondevraag("Jan Jansen", voor, wet=Wet.WMO), "naam van een ronde"),
        (Rondevraag("alles", voor), "alles wat loopt"),
        (Rondevraag("bestand", voor, zaken=frozenset({"Z2026-999999"})), "bestaan hier niet"),
    ):
        with pytest.raises(Invoerfout, match=zegt):
            open_ronde(omgeving, actor, fout)
