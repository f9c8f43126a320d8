"""What a hook was asked is kept beside its trace, and comes back as the same frozen values."""

from __future__ import annotations

import json

import pytest
from inzendingen import inzending

from toegang.domain.begrippen import Registratie
from toegang.errors import Invoerfout
from toegang.hookspecs import BESLISHAKEN
from toegang.lifecycle.hookbewaring import vraag_van
from toegang.lifecycle.intake import neem_in
from toegang.plugins.hookvragen import argumenten, herbouw, plat
from toegang_cli.demo.aanmeldingen import uit_scenarios
from toegang_cli.demo.stappen import loop_door


def test_elke_vraag_komt_terug_zoals_zij_was(open_proef):
    gemeente = open_proef("zwolle")
    demo = uit_scenarios("zwolle", gemeente.omgeving.organisatie, gemeente.omgeving.vandaag(), 2)[1]
    (zaak_id,) = neem_in(gemeente.omgeving, gemeente.actor(), demo.aanmelding).zaken
    loop_door(gemeente, zaak_id, demo.scenario)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        sporen = werk.sporen.zoek(zaak_id=zaak_id)
        bewaard = {item.id: item for item in werk.hookvragen.zoek()}
        vragen = {id: vraag_van(werk, id) for id in bewaard}
        besluit = werk.besluiten.zoek(zaak_id=zaak_id)[0].besluit
    assert [spoor.hook for spoor in sporen] == list(BESLISHAKEN[:4])
    assert set(vragen) == {spoor.id for spoor in sporen}
    for spoor in sporen:
        vraag = vragen[spoor.id]
        terug = herbouw(vraag.hook, vraag.vraag)
        assert plat(terug) == vraag.vraag
        assert set(terug) == set(argumenten(vraag.hook))
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            hmac = werk.kluis.invoer_hmac(json.dumps(plat(terug), sort_keys=True).encode())
        assert hmac == spoor.invoer_hmac
    laatste = vragen[sporen[-1].id]
    assert laatste.op == besluit.datum
    assert herbouw(laatste.hook, laatste.vraag)["besluit"] == besluit


def test_het_personeel_wordt_een_keer_bewaard_en_niet_bij_elke_zaak(open_proef):
    """Kept with each zaak it would grow with staff times zaken; the caseload of that moment is kept with the zaak."""
    gemeente = open_proef("zwolle")
    demo = uit_scenarios("zwolle", gemeente.omgeving.organisatie, gemeente.omgeving.vandaag(), 3)
    zaken = [neem_in(gemeente.omgeving, gemeente.actor(), item.aanmelding).zaken[0] for item in demo]
    for zaak_id, item in zip(zaken, demo, strict=True):
        loop_door(gemeente, zaak_id, item.scenario)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        sporen = [spoor for spoor in werk.sporen.zoek() if spoor.hook == "compose_team"]
        samen, los = werk.kandidatenstanden.zoek(), [werk.hookvragen.haal(spoor.id) for spoor in sporen]
        terug = [vraag_van(werk, spoor.id).vraag["kandidaten"] for spoor in sporen]
        # what was stored before, with the staff in it, is still read
        oud = los[0].gewijzigd(vraag={**los[0].vraag, "kandidaten": terug[0]})
        werk.hookvragen.bewaar(oud)
        assert vraag_van(werk, oud.id) == oud
    assert (len(samen), len(sporen)) == (1, 3)
    assert {vraag.vraag["kandidaten"]["stand"] for vraag in los} == {samen[0].id}
    bezig = [sum(mens["caseload"] for mens in mensen) for mensen in terug]
    assert bezig == [0, 1, 2]
    assert {len(mensen) for mensen in terug} == {len(samen[0].kandidaten)}


def test_van_een_doorgegeven_vraag_blijft_alleen_wat_b1_toestaat(open_proef):
    """Where only contact details may be kept, what was asked is not kept either."""
    gemeente = open_proef("beekdaelen")
    resultaat = neem_in(gemeente.omgeving, gemeente.actor(), inzending(gemeente, kanaal="BALIE", loket="kcc"))
    assert resultaat.intake.registratie is Registratie.CONTACTGEGEVENS
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert len(werk.sporen.zoek()) == 1
        assert werk.hookvragen.zoek() == ()


def test_van_een_ongeregistreerde_vraag_blijft_niets(open_proef):
    gemeente = open_proef("zwolle")
    aanmelding = inzending(gemeente, behapbaar=True, wil_geen_melding=True)
    resultaat = neem_in(gemeente.omgeving, gemeente.actor(), aanmelding)
    assert resultaat.intake.registratie is Registratie.GEEN
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert werk.hookvragen.zoek() == ()


@pytest.mark.parametrize(
    ("vraag", "zegt"),
    [
        ({}, "contacten, melding"),
        ({"melding": {}, "contacten": [], "oud": 1}, "oud"),
        ({"melding": {"id": "999990019"}, "contacten": []}, "melding: "),
    ],
)
def test_een_vraag_van_een_andere_versie(vraag, zegt):
    with pytest.raises(Invoerfout, match="past niet bij deze versie") as fout:
        herbouw("route_intake", vraag)
    assert zegt in str(fout.value)
    assert "999990019" not in str(fout.value)
