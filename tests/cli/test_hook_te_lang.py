"""In production a timer ends a step whose plugin does not answer; nothing of the step is written."""

import functools

from toegang.hookspecs import hookimpl
from toegang.plugins import laden
from toegang.plugins.modellen.wijkteams import Wijkteams
from toegang.plugins.verpakking import Bewaking


def test_een_stap_die_te_lang_duurt_stopt_en_schrijft_niets(brenger, toegang, data, monkeypatch):
    zaak = brenger("team")

    @hookimpl
    def compose_team(self, zaak):
        while zaak is not None:
            pass

    monkeypatch.setattr(Wijkteams, "compose_team", compose_team)
    monkeypatch.setattr(laden, "Bewaking", functools.partial(Bewaking, 0.3))
    voor = toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json
    uitkomst = toegang("zaak", "team", zaak, "-g", "zwolle")
    assert uitkomst.code == 1
    gezegd = " ".join(uitkomst.alles.split())
    assert "plugin toegang/wijkteams 0.1.0 gaf in hook 'compose_team' binnen 0.3 seconden geen antwoord" in gezegd
    assert "er is niets opgeslagen" in gezegd
    na = toegang("zaak", "toon", zaak, "-g", "zwolle", "--json").json
    assert (na["status"], na.get("team")) == (voor["status"], voor.get("team"))
