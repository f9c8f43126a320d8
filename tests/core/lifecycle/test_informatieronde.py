"""One informatiebrief to many: once per resident, taken up again without doubles, and chosen by the batch."""

from __future__ import annotations

import re

import pytest

from toegang.domain.brief import Briefstatus, Informatietekst
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.letters.batch.keuze import Gevraagd, Keuzebron, kies_brieven
from toegang.lifecycle.informatieronde import Informatiestand, informeer_ronde
from toegang.lifecycle.intake import neem_in
from toegang_cli.demo.aanmeldingen import uit_scenarios

ADMINISTRATIE = "M-002"
RONDE = "nieuw-nummer"
TEKST = Informatietekst(onderwerp="Ons nieuwe nummer", alineas=("Vanaf 1 april belt u ons op een ander nummer.",))


@pytest.fixture
def zaken(open_proef):
    """Two households that reported something; gives the gemeente and the zaken with their client."""
    gemeente = open_proef("zwolle")
    omgeving = gemeente.omgeving
    for inzending in uit_scenarios("zwolle", omgeving.organisatie, omgeving.vandaag(), 2):
        neem_in(omgeving, gemeente.actor(), inzending.aanmelding)
    return gemeente, lees(gemeente, "zaken")


def lees(gemeente, naam):
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        return getattr(werk, naam).zoek()


def houd(gemeente, nummers, *, tekst=TEKST, als=ADMINISTRATIE, ronde=RONDE):
    lijst = dict(enumerate(nummers, start=2))
    return informeer_ronde(gemeente.omgeving, gemeente.actor(als), ronde, tekst, lijst, "zaken.csv")


def test_elke_inwoner_krijgt_hem_een_keer_en_nog_eens_doen_geeft_alleen_wat_er_niet_was(zaken):
    gemeente, alle = zaken
    per_client = {zaak.client_id: zaak.id for zaak in reversed(alle)}
    assert len(per_client) > 1
    nummers = [zaak.id for zaak in alle]
    (eerste,) = houd(gemeente, nummers[:1])
    assert eerste.stand is Informatiestand.KLAAR
    regels = houd(gemeente, [*nummers, nummers[0]])
    assert [regel.zaak for regel in regels] == nummers
    standen = {regel.zaak: regel.stand for regel in regels}
    assert standen[nummers[0]] is Informatiestand.AL_KLAAR
    nieuw = [regel.brief for regel in regels if regel.stand is Informatiestand.KLAAR]
    assert len(nieuw) == len(per_client) - 1
    assert all(
        regel.stand is Informatiestand.ZELFDE_INWONER for regel in regels if regel.zaak not in per_client.values()
    )
    # the batch takes these and no other
    with gemeente.omgeving.opslag.werk(gemeente.actor(), alleen_lezen=True) as werk:
        gekozen = kies_brieven(Keuzebron(werk, gemeente.omgeving), (Gevraagd("informatie", RONDE),))
        anders = kies_brieven(Keuzebron(werk, gemeente.omgeving), (Gevraagd("informatie", "andere-ronde"),))
    assert {brief.id for brief, _ in gekozen} == {eerste.brief, *nieuw}
    assert {waarom for _, waarom in gekozen} == {f"informatiebrief {RONDE}"}
    assert anders == []


@pytest.mark.lang
def test_wie_is_overleden_krijgt_niets_en_een_vervallen_brief_telt_niet_mee(zaken):
    gemeente, alle = zaken
    nummer, omgeving = alle[0].id, gemeente.omgeving
    (regel,) = houd(gemeente, [nummer])
    with omgeving.werk(gemeente.actor(ADMINISTRATIE)) as werk:
        brief = werk.brieven.haal(regel.brief)
        werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.VERVALLEN))
        werk.commit()
    (weer,) = houd(gemeente, [nummer])
    assert weer.stand is Informatiestand.KLAAR
    assert weer.brief != regel.brief
    met_ander = next(zaak for zaak in alle if zaak.client_id != alle[0].client_id)
    with omgeving.werk(gemeente.actor(ADMINISTRATIE)) as werk:
        client = werk.inwoners.haal(met_ander.client_id)
        werk.inwoners.bewaar(client.gewijzigd(overlijdensdatum="20261101"))
        werk.commit()
    (dood,) = houd(gemeente, [met_ander.id])
    assert (dood.stand, dood.brief) == (Informatiestand.OVERLEDEN, None)


def test_wat_niet_klopt_zet_niets_klaar(zaken):
    gemeente, alle = zaken
    nummers = [zaak.id for zaak in alle]
    voor = lees(gemeente, "brieven")
    with pytest.raises(Invoerfout, match=re.escape("zaken.csv, regel 3: deze zaak bestaat niet in gemeente zwolle")):
        houd(gemeente, [nummers[0], "Z2026-999999"])
    with pytest.raises(Invoerfout, match="naam van een ronde"):
        houd(gemeente, nummers, ronde="Jansen 1234")
    with pytest.raises(NietToegestaan, match="Dit is geen informatiebrief"):
        houd(gemeente, nummers, tekst=TEKST.gewijzigd(alineas=("Uw hulp wordt per 1 mei minder.",)))
    with pytest.raises(NietToegestaan, match="legt een medewerker vast"):
        houd(gemeente, nummers, als=None)
    assert lees(gemeente, "brieven") == voor
    houd(gemeente, nummers[:1])
    with pytest.raises(Conflict, match="begonnen met een andere tekst"):
        houd(gemeente, nummers, tekst=TEKST.gewijzigd(onderwerp="Iets anders"))
