"""A hook that never ends is ended, a developer sees each call, and strict mode hides nothing."""

import threading
import time

import bouwers as b
import pytest

from toegang.hookspecs import hookimpl
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.hookspoor import STRIKT, luisteraar_van_machine
from toegang.plugins.tijdslimiet import Voorbij, hoogstens
from toegang.plugins.verpakking import Bewaking, Herkomst, HookFout, HookTeLang, Wijzigpoging


class Lus:
    @hookimpl
    def route_intake(self, melding):
        while True:
            try:
                while True:
                    pass
            except Exception:  # noqa: BLE001, S112  what a stubborn plugin would do
                continue


class Slaapt:
    @hookimpl
    def route_intake(self, melding):
        time.sleep(600)


def bord(plugin, seconden=0.2, luisteraar=None):
    laag = Laag(plugin, Herkomst("toegang-proefdorp", "1.2.3", "gemeente"))
    return Hakenbord("proefdorp", (laag,), Bewaking(seconden, luisteraar))


def vraag(op_bord):
    return op_bord.route_intake(b.melding(), (), b.beeld())


@pytest.mark.parametrize("plugin", [Lus(), Slaapt()], ids=["lus", "slaapt"])
def test_een_eindeloze_hook_wordt_gestopt(plugin):
    with pytest.raises(
        HookTeLang, match=r"toegang-proefdorp 1\.2\.3 gaf in hook 'route_intake' binnen 0\.2 seconden"
    ) as fout:
        vraag(bord(plugin))
    assert "test_bewaking.py regel" in str(fout.value)
    assert "er is niets opgeslagen" in fout.value.vervolg


def test_ook_buiten_de_hoofddraad():
    gevangen = []

    def doe():
        try:
            vraag(bord(Lus()))
        except HookTeLang as fout:
            gevangen.append(fout)

    draad = threading.Thread(target=doe)
    draad.start()
    draad.join(timeout=10)
    assert len(gevangen) == 1


def test_de_tijd_eromheen_loopt_door():
    def genest():
        with hoogstens(0.2):
            with hoogstens(5):
                pass
            time.sleep(5)

    with pytest.raises(Voorbij):
        genest()


def test_wie_op_tijd_is_merkt_niets():
    with hoogstens(0.05):
        pass
    time.sleep(0.1)
    with hoogstens(0):
        time.sleep(0.01)


def test_een_wijzigpoging_wordt_herkend():
    class Wijzigt:
        @hookimpl
        def route_intake(self, melding):
            melding.loket = "999990019"

    with pytest.raises(Wijzigpoging, match=r"die vaststaat in plugins/test_bewaking\.py regel \d+") as fout:
        vraag(bord(Wijzigt()))
    assert "999990019" not in str(fout.value)


def test_het_spoor_noemt_hook_antwoorder_en_tijd(capsys, monkeypatch):
    class Zwijgt:
        @hookimpl
        def route_intake(self):
            return None

    class Antwoordt:
        @hookimpl
        def route_intake(self):
            return b.intake()

    monkeypatch.setenv("TOEGANG_SPOOR", "1")
    lagen = (
        Laag(Antwoordt(), Herkomst("toegang", "1", "standaard")),
        Laag(Zwijgt(), Herkomst("toegang-proefdorp", "2", "gemeente")),
    )
    Hakenbord("proefdorp", lagen, Bewaking(luisteraar=luisteraar_van_machine())).route_intake(
        b.melding(), (), b.beeld()
    )
    eerst, dan = capsys.readouterr().err.splitlines()
    assert eerst.split()[:6] == ["spoor:", "route_intake", "toegang-proefdorp", "2", "(gemeente)", "geen"]
    assert "toegang 1 (standaard)" in dan
    assert dan.split()[-3:-2] == ["antwoord"]
    assert dan.endswith(" ms")


def test_zonder_de_variabele_luistert_niemand(monkeypatch):
    monkeypatch.delenv("TOEGANG_SPOOR", raising=False)
    assert luisteraar_van_machine() is None


def test_strikt_verbergt_geen_waarnemer_die_faalt(monkeypatch):
    class Faalt:
        @hookimpl
        def on_gebeurtenis(self, gebeurtenis):
            raise ValueError("stuk")

    assert len(bord(Faalt()).on_gebeurtenis(b.gebeurtenis())) == 1
    monkeypatch.setenv(STRIKT, "1")
    with pytest.raises(HookFout):
        bord(Faalt()).on_gebeurtenis(b.gebeurtenis())
