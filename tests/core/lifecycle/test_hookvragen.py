"""What a hook was asked is kept beside its trace, and comes back as the same frozen values."""

from __future__ import annotations

import json

import pytest
from inzendingen import inzending

from toegang.domain.begrippen import Registratie
from toegang.errors import Invoerfout
from toegang.hookspecs import BESLISHAKEN
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
        vragen = {item.id: item for item in werk.hookvragen.zoek()}
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
