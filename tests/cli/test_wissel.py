"""Confirming a rule, and answering an open key: setting and log line are both kept or none, also after a kill."""

from __future__ import annotations

import os

import pytest

from toegang.environment import open_gemeente
from toegang.storage.werkeenheid import Werkeenheid
from toegang.tenancy import wissel
from toegang_cli.main import voer_uit

BEVESTIG = ("regels", "bevestig", "L-36", "-g", "zwolle")
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
    wissel.bewaar_instellingen = _sterf


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
