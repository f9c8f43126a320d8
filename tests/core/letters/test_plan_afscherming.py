"""What is meant for one member of a household stands in the letter to that member, and in no other (rendered HTML)."""

from __future__ import annotations

from datetime import date

import pytest
from huishoudens import JEUGD, WMO, Huishouden

from toegang.domain.plandelen import Handtekening
from toegang.domain.toestemming import Toestemmingsoort
from toegang.environment import Klok
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle.beschikking import stel_beschikking_op
from toegang.lifecycle.plan import stel_plan_vast
from toegang.lifecycle.plantoets import planbeeld
from toegang.lifecycle.planuitspraak import teken
from toegang.lifecycle.toestemming import Toestemmingsverzoek, geef_toestemming
from toegang.tenancy import Register
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
GEHEIM = "Geheimzinnigheid"
OPEN = "Openbaarheid"
WGS = {"wet": "WGS", "voor": "a", "product": "schuldhulpverlening"}


@pytest.fixture
def huis(tmp_path):
    open_ = []

    def maak(naam, *vragen):
        gemeente = richt_in(naam, Register(tmp_path / "data"), Klok(VANDAAG))
        open_.append(gemeente)
        return Huishouden(gemeente, *vragen)

    yield maak
    for gemeente in open_:
        gemeente.sluit()


def afgeschermd(wie):
    """Give every kind of passage twice: one for one member only, one for all."""
    voor = {"alleen_voor": wie}
    return {
        "doelen": [{"tekst": f"{GEHEIM} doel", **voor}, {"tekst": f"{OPEN} doel"}],
        "afspraken": [
            {"wat": f"{GEHEIM} afspraak", "wie": "x", **voor},
            {"wat": f"{OPEN} afspraak", "wie": "y"},
        ],
        "oplossingen": [
            {"wat": f"{GEHEIM} oplossing", "soort": "NETWERK", **voor},
            {"wat": f"{OPEN} oplossing", "soort": "NETWERK"},
        ],
        "stemmen": [
            {"wie": "client", "tekst": f"{GEHEIM} stem", **voor},
            {"wie": "client", "tekst": f"{OPEN} stem"},
        ],
    }


def leg_vast(h, nummer, **anders):
    return stel_plan_vast(h.omgeving, h.actor(), nummer, h.voorstel(**anders))


def brief(h, sjablonen, nummer, sjabloon=None):
    """Give the rendered HTML of the letter of a zaak that prints the plan."""

    def maak(werk):
        (klaar,) = [
            item
            for item in werk.brieven.zoek(zaak_id=nummer)
            if item.besluit_id and (sjabloon is None or item.sjabloon == sjabloon)
        ]
        gegevens = Verzamelaar(werk, h.omgeving, sjablonen.matrix).gegevens(klaar, VANDAAG)
        return sjablonen.html(gegevens.sjabloon, gegevens)

    return h.lees(maak)


def besluit_op(h, nummer, **anders):
    h.besluit(nummer=nummer, **anders)
    return stel_beschikking_op(h.omgeving, h.actor(), nummer).concept


@pytest.mark.parametrize(("wie", "verwacht"), [("client", 4), ("partner", 0), ("kind", 0)])
def test_de_brief_van_de_een_drukt_niet_af_wat_voor_de_ander_is(huis, sjablonen, wie, verwacht):
    h = huis("zwolle", WMO)
    nummer = h.van["client"]
    leg_vast(h, nummer, getekend_op=h.dag(), geldt_als_aanvraag=True, **afgeschermd(wie))
    assert besluit_op(h, nummer).vorm == "PLAN_IS_BESCHIKKING"
    html = brief(h, sjablonen, nummer)
    assert html.count(OPEN) == 4
    assert html.count(GEHEIM) == verwacht


def test_ook_in_een_bijlage_en_ook_van_een_andere_zaak_van_het_huishouden(huis, sjablonen):
    h = huis("doetinchem", WMO, {**WMO, "voor": "b"})
    eerste, tweede = h.van["client"], h.van["partner"]
    passages, coach = afgeschermd("client"), {"wie": "coach", "rol": "BUURTCOACH", "tekst": "Ik help."}
    passages["stemmen"].append(coach)
    leg_vast(h, eerste, inbreng="Ik wil rust.", **passages)
    leg_vast(h, tweede, inbreng="Ik ook.", doelen=["Eigen doel."], stemmen=[coach])
    assert "plan/plan-van-aanpak" in besluit_op(h, tweede).bijlagen
    html = brief(h, sjablonen, tweede)
    assert "Eigen doel." in html
    assert f"{OPEN} doel" in html
    assert GEHEIM not in html
    # the words of one are not printed as those of the other
    assert "Ik ook." in html
    assert "Ik wil rust." not in html


def test_een_brief_aan_de_ouders_verzwijgt_wat_alleen_voor_het_kind_of_een_van_hen_is(huis, sjablonen):
    h = huis("zwolle", JEUGD)
    nummer = h.van["kind"]
    doelen = [
        {"tekst": f"{GEHEIM} van het kind", "alleen_voor": "kind"},
        {"tekst": f"{GEHEIM} van een ouder", "alleen_voor": "partner"},
        {"tekst": f"{OPEN} doel"},
    ]
    leg_vast(h, nummer, doelen=doelen, inbreng=f"{OPEN} stem", getekend_op=h.dag(), geldt_als_aanvraag=True)
    besluit_op(h, nummer, product="jeugd-ambulant")
    gegevens = h.lees(lambda werk: _plan(werk, h, sjablonen, nummer))
    assert gegevens.doelen == (f"{OPEN} doel",)
    assert gegevens.inbreng == f"{OPEN} stem"


def test_l68_zonder_toestemming_staat_een_andere_wet_niet_in_de_brief(huis, sjablonen):
    h = huis("zwolle", WGS, WMO)
    schuld, wmo = h.zaken["WGS"], h.zaken["WMO"]
    leg_vast(h, schuld, doelen=[f"{GEHEIM} schuld"])
    leg_vast(h, wmo, getekend_op=h.dag(), geldt_als_aanvraag=True)
    besluit_op(h, wmo)
    assert GEHEIM not in brief(h, sjablonen, wmo)
    verzoek = Toestemmingsverzoek(
        wie="client", soort=Toestemmingsoort.GEGEVENS_DELEN, reikwijdte="WGS", op=h.omgeving.vandaag()
    )
    geef_toestemming(h.omgeving, h.actor(), wmo, verzoek)
    assert GEHEIM in brief(h, sjablonen, wmo)


def test_een_haak_krijgt_geen_woord_van_het_plan(huis):
    h = huis("zwolle", WMO)
    nummer = h.van["client"]
    leg_vast(h, nummer, **afgeschermd("partner"))
    teken(h.omgeving, h.actor(), nummer, Handtekening(wie="client", op=h.dag(16)))
    beeld = h.lees(lambda werk: planbeeld(werk, werk.zaken.haal(nummer)))
    assert beeld.getekend_op == h.dag(16)
    assert GEHEIM not in beeld.model_dump_json()
    assert OPEN not in beeld.model_dump_json()


def _plan(werk, h, sjablonen, nummer):
    from toegang.letters.samenstellen import _plan as plan_op_papier

    klaar = next(item for item in werk.brieven.zoek(zaak_id=nummer) if item.besluit_id)
    bron = Verzamelaar(werk, h.omgeving, sjablonen.matrix).bron(klaar, VANDAAG)
    assert {persoon.id for persoon in bron.geadresseerden} == {h.leden["client"], h.leden["partner"]}
    return plan_op_papier(bron, bron.plan)
