"""The policy of the hook API (ADR 0004): what a new argument, a renamed one and another major mean for a plugin."""

import sys

import bouwers as b
import distributies
import pytest

from toegang import hookspecs
from toegang.errors import PluginFout
from toegang.hookspecs import GROEP_GEMEENTEN, hookimpl
from toegang.plugins import verpakking
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.ontdekking import andere_versies, inschrijvingen, zoek
from toegang.plugins.verpakking import Herkomst


def bord(plugin):
    return Hakenbord("proefdorp", (Laag(plugin, Herkomst("toegang-proefdorp", "1.2.3", "gemeente")),))


def test_een_nieuw_argument_is_vrij():
    """An implementation of before keeps working: it takes what it names."""

    class VanVroeger:
        @hookimpl
        def route_intake(self, melding):
            return b.intake(actor=melding.loket)

    assert bord(VanVroeger()).route_intake(b.melding(), (), b.beeld()).waarde.actor == "telefoonteam"


def test_een_hernoemd_argument_werkt_nog_een_versie_met_een_waarschuwing(monkeypatch):
    class VanVroeger:
        @hookimpl
        def route_intake(self, gemeente, vraag):
            return b.intake(actor=vraag.loket, reden=b.reden(parameters=(("gemeente", gemeente.naam),)))

    monkeypatch.setattr(verpakking, "HERNOEMD", {"route_intake": {"vraag": "melding"}})
    with pytest.warns(
        FutureWarning, match=r"toegang-proefdorp 1\.2\.3: argument 'vraag' van hook 'route_intake' heet nu 'melding'"
    ):
        op_bord = bord(VanVroeger())
    antwoord = op_bord.route_intake(b.melding(), (), b.beeld()).waarde
    assert (antwoord.actor, antwoord.reden.parameters) == ("telefoonteam", (("gemeente", "proefdorp"),))


def test_daarna_wordt_het_geweigerd():
    class VanVroeger:
        @hookimpl
        def route_intake(self, vraag):
            return None

    with pytest.raises(PluginFout, match="past niet op de hooks"):
        bord(VanVroeger())


def test_nu_is_er_niets_hernoemd():
    assert dict(hookspecs.HERNOEMD) == {}


class TestAndereVersie:
    @pytest.fixture(autouse=True)
    def _v2(self, tmp_path, monkeypatch):
        monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
        distributies.maak(tmp_path, "toegang-straks", "straks", groep="toegang.gemeenten.v2")

    def test_wordt_geweigerd_met_wat_eraan_te_doen_is(self):
        with pytest.raises(
            PluginFout, match=r"'straks' \(toegang-straks 1\.2\.3\) is gebouwd voor hook-API v2"
        ) as fout:
            zoek("straks")
        assert "deze Toegang kent v1" in fout.value.boodschap
        assert fout.value.vervolg == "Installeer een Toegang die v2 kent, of een versie van toegang-straks voor v1."

    def test_staat_wel_in_de_lijst(self):
        assert [(item.naam, item.groep) for item in andere_versies(GROEP_GEMEENTEN)] == [
            ("straks", "toegang.gemeenten.v2")
        ]
        assert "straks" not in {item.naam for item in inschrijvingen(GROEP_GEMEENTEN)}
