"""Confirming a rule, answering an open key, going live: file and log line are both kept or none, also after a kill."""

from __future__ import annotations

import os

import pytest

from toegang.environment import Gemeente, Klok, inschrijving_van, open_gemeente
from toegang.storage import Actor
from toegang.storage.werkeenheid import Werkeenheid
from toegang.tenancy import Register, Stand, wissel
from toegang_cli.main import voer_uit

BEVESTIG = ("regels", "bevestig", "L-36", "-g", "zwolle")
OPEN = ("gemeente", "open", "zwolle")
INSTEL = ("gemeente", "instel", "zwolle", "caseload.plafond", "41")


def stand():
    """Return what holds: is the rule confirmed, the answer, and how often each was logged."""
    with open_gemeente("zwolle") as gemeente, gemeente.omgeving.werk(gemeente.actor()) as werk:
        regels = werk.logboek.regels(actie="regel.bevestigd")
        antwoorden = werk.logboek.regels(actie="instelling.gewijzigd")
        plafond = gemeente.omgeving.antwoorden["caseload.plafond"]
        return "L-36" in gemeente.omgeving.bevestigd, plafond == "41", len(regels), len(antwoorden)


def dood_bij(waar, opdracht):
    """Run a command in a child that is killed where ``waar`` says."""
    kind = os.fork()
    if not kind:
        waar()
        os._exit(voer_uit(list(opdracht)))
    return os.waitstatus_to_exitcode(os.waitpid(kind, 0)[1])


def _sterf(*_args, **_kwargs):
    os._exit(9)


def voor_de_commit():
    Werkeenheid.commit = _sterf


def na_de_commit():
    wissel.bewaar_instellingen = wissel.zet_stand = _sterf


@pytest.mark.parametrize(
    ("waar", "opdracht", "verwacht"),
    [
        pytest.param(voor_de_commit, BEVESTIG, (False, False, 0, 0), id="regel-voor"),
        pytest.param(na_de_commit, BEVESTIG, (True, False, 1, 0), id="regel-na"),
        pytest.param(voor_de_commit, INSTEL, (False, False, 0, 0), id="antwoord-voor"),
        pytest.param(na_de_commit, INSTEL, (False, True, 0, 1), id="antwoord-na"),
    ],
)
def test_een_gedood_proces_laat_instelling_en_logregel_gelijk(data, toegang, waar, opdracht, verwacht):
    assert dood_bij(waar, opdracht) == 9
    assert (data / "zwolle" / wissel.VOORGENOMEN).exists()
    assert stand() == verwacht
    assert not (data / "zwolle" / wissel.VOORGENOMEN).exists()
    # the next one finds nothing in the way
    assert toegang(*opdracht).code == (5 if verwacht[0] else 0)
    assert stand()[:2] == (opdracht is BEVESTIG, opdracht is INSTEL)


def test_een_opslag_die_weigert_laat_alles_zoals_het_was(data, toegang, monkeypatch):
    voor = (data / "zwolle" / "instellingen.toml").read_bytes()

    def weiger(self):
        raise OSError(28, "vol")

    with monkeypatch.context() as even:
        even.setattr(Werkeenheid, "commit", weiger)
        assert toegang(*BEVESTIG).code == 1
    assert stand() == (False, False, 0, 0)
    assert (data / "zwolle" / "instellingen.toml").read_bytes() == voor


def test_twee_die_tegelijk_bevestigen_tellen_allebei(data, toegang, monkeypatch):
    """What a second one confirmed meanwhile is not overwritten: the new answer is made from the present one."""
    gewoon, eerst = wissel.voer_wissel_uit, []

    def ertussen(*args):
        if not eerst:
            eerst.append(True)
            assert toegang("regels", "bevestig", "L-147", "-g", "zwolle").code == 0
        return gewoon(*args)

    monkeypatch.setattr("toegang_cli.uitvoering.regels.voer_wissel_uit", ertussen)
    assert toegang(*BEVESTIG).code == 0
    with open_gemeente("zwolle") as gemeente:
        assert {"L-36", "L-147"} <= gemeente.omgeving.bevestigd


@pytest.fixture
def kan_open(data, toegang, monkeypatch):
    """A gemeente with nothing left open, and somebody else than the owner of the data at work."""
    monkeypatch.setattr(Gemeente, "vereis_gereed", lambda _gemeente: None)
    monkeypatch.setattr(Gemeente, "ontbrekende_sleutels", lambda _gemeente: ())
    assert toegang("gemeente", "beheerder", "zwolle", "--erbij", 4711).code == 0
    monkeypatch.setenv("SUDO_UID", "4711")
    return data


def geopend():
    """Return the stand, after whoever comes first, and how often it was logged that the gemeente went live."""
    register, klok = Register.standaard(), Klok.van_machine()
    stand_nu = inschrijving_van(register, "zwolle", klok).stand
    opslag = register.opslag("zwolle", klok.nu)
    with opslag.werk(Actor(uid=4711), alleen_lezen=True) as werk:
        keer = len(werk.logboek.regels(actie="gemeente.geopend"))
    opslag.sluit()
    return stand_nu, keer


@pytest.mark.parametrize(
    ("waar", "verwacht"),
    [
        pytest.param(voor_de_commit, (Stand.PROEF, 0), id="voor"),
        pytest.param(na_de_commit, (Stand.PRODUCTIE, 1), id="na"),
    ],
)
def test_een_gedood_open_laat_stand_en_logregel_gelijk(kan_open, toegang, monkeypatch, waar, verwacht):
    assert dood_bij(waar, OPEN) == 9
    assert Register(kan_open).haal("zwolle").stand is Stand.PROEF
    monkeypatch.delenv("TOEGANG_VANDAAG")
    assert geopend() == verwacht
    assert not (kan_open / "zwolle" / wissel.VOORGENOMEN).exists()
    assert toegang(*OPEN).code == 0
    assert geopend() == (Stand.PRODUCTIE, 1)


def test_wie_na_een_gedood_open_alleen_leest_kan_niet_meer_oefenen(kan_open, toegang):
    """The stand is mended before it is asked, so nobody plays a medewerker in what went live."""
    assert dood_bij(na_de_commit, OPEN) == 9
    spelen = toegang("zaak", "inzien", "Z2026-000001", "-g", "zwolle", "--als", "M-002")
    assert spelen.code == 4
    assert Register(kan_open).haal("zwolle").stand is Stand.PRODUCTIE


def test_een_open_dat_niet_kan_worden_vastgelegd_gaat_niet_door(kan_open, toegang, monkeypatch):
    def weiger(self):
        raise OSError(28, "vol")

    with monkeypatch.context() as even:
        even.setattr(Werkeenheid, "commit", weiger)
        assert toegang(*OPEN).code == 1
    assert geopend() == (Stand.PROEF, 0)
