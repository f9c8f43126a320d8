"""The registered rules on a letter that was really filled in: what is refused, what is warned of, what is kept."""

from __future__ import annotations

from datetime import date
from types import SimpleNamespace

import bouwers as b
import pytest
from gevallen_document import ELDERS, THUIS

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.besluit import Motivering
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.bezorging import Bezorgweg
from toegang.domain.brief import Brief
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.plan import Afspraak, Planrecord
from toegang.domain.spoor import Oordeel
from toegang.domain.toestemming import Toestemming, Toestemmingsoort
from toegang.guards.register import Regelovertreding
from toegang.letters.bronnen import Briefbron
from toegang.letters.toetsing import eigen_teksten, sjabloonzinnen, toets_brief

DAG = date(2026, 3, 24)
CLIENT = b.inwoner(voornamen="Proef", **THUIS)


def bron(conclusie="Daarom.", stappen=(), sjabloon="wmo/toekenning", wet=Wet.WMO, organisatie=None, **anders):
    soort = Besluitsoort.AFWIJZING if sjabloon.endswith("afwijzing") else Besluitsoort.TOEKENNING
    item = b.voorziening(wet=wet, resultaat="een schoon huis")
    record = Besluitrecord(
        dossier_id="D-1",
        besluit=b.besluit(soort=soort, voorzieningen=(item,), **anders.pop("besluit", {})),
        motivering=Motivering(stappen=stappen, conclusie=conclusie),
        concept=b.concept(bijlagen=(), sjabloon=sjabloon),
        ondertekenaar="P-9",
        mandaat="MD-1",
    )
    vast = {
        "brief": Brief(
            id="B-1", dossier_id="D-1", zaak_id="Z2026-000001", besluit_id="BS-1", sjabloon=sjabloon, dagtekening=DAG
        ),
        "organisatie": organisatie or b.organisatie(mandaat=[b.mandaat().model_dump()]),
        "zaak": b.zaak(wet),
        "client": CLIENT,
        "geadresseerden": (CLIENT,),
        "huisgenoten": (CLIENT,),
        "besluit": record,
        "medewerkers": {"P-9": b_medewerker()},
    }
    return Briefbron(**{**vast, **anders})


def b_medewerker():
    from toegang.domain.begrippen import Werkgeversoort
    from toegang.domain.medewerker import Medewerker

    return Medewerker(
        id="P-9",
        naam="Medewerker P-9",
        functie="midoffice",
        werkgever="gemeente",
        werkgeversoort=Werkgeversoort.GEMEENTE,
        in_dienst_van=date(2020, 1, 1),
    )


def omgeving(organisatie, bevestigd=()):
    return SimpleNamespace(
        bevestigd=frozenset(bevestigd),
        beeld=lambda dag: Gemeentebeeld(naam="proefdorp", organisatie=organisatie, peildatum=dag),
    )


@pytest.fixture
def toets(sjablonen):
    def toets_(*args, bevestigd=(), **anders):
        gemaakt = bron(*args, **anders)
        return toets_brief(omgeving(gemaakt.organisatie, bevestigd), gemaakt, sjablonen)

    return toets_


def bezwaren(getoetst):
    return {item.regel: item.oordeel for item in getoetst.regels if item.oordeel is not Oordeel.VOLDOET}


@pytest.mark.parametrize("sjabloon", ["wmo/toekenning", "wmo/afwijzing"])
def test_onze_eigen_brieven_halen_elke_regel(toets, sjabloon):
    getoetst = toets(sjabloon=sjabloon)
    assert bezwaren(getoetst) == {}
    assert {"L-131", "L-133", "L-63", "L-66", "L-67", "L-146"} <= {item.regel for item in getoetst.regels}
    getoetst.vereis()


def test_een_bijstandsbrief_noemt_de_inlichtingenplicht(toets):
    assert bezwaren(toets(sjabloon="participatiewet/toekenning", wet=Wet.PARTICIPATIEWET)) == {}


@pytest.mark.regel("L-131")
def test_een_bsn_in_de_motivering_houdt_de_brief_tegen(toets):
    getoetst = toets("Uw nummer 999990019 staat bij ons.")
    with pytest.raises(Regelovertreding) as fout:
        getoetst.vereis()
    assert "Brief B-1 van zaak Z2026-000001: geweigerd door 1 regel(s)." in str(fout.value)
    assert "L-131 (UAVG art. 46; Wabb art. 10 en 11): er staat een nummer dat een BSN kan zijn" in str(fout.value)
    assert "999990019" not in str(fout.value)


@pytest.mark.regel("L-133")
def test_een_geheim_adres_in_de_motivering_houdt_de_brief_tegen(toets):
    geheim = b.inwoner(id="I-2", geheimhouding=7, **ELDERS)
    getoetst = toets("Uw dochter woont op de Geheimlaan 12.", huisgenoten=(CLIENT, geheim))
    with pytest.raises(Regelovertreding, match="L-133") as fout:
        getoetst.vereis()
    assert "Geheimlaan" not in str(fout.value)


def test_wat_de_gemeente_schreef_en_wat_van_het_sjabloon_is(toets):
    plan = Planrecord(
        plan=b.plan(),
        doelen=("Thuis wonen.",),
        afspraken=(Afspraak(wat="Zelf koken.", wie="u"),),
        inbreng="Ik wil dit.",
    )
    getoetst = toets(
        "Onze conclusie is kort.", (("Uw vraag", "U vroeg hulp."),), sjabloon="plan/plan-is-beschikking", plan=plan
    )
    eigen = {deel.plek: deel.tekst for deel in getoetst.eigen}
    assert eigen == {
        "motivering, stap 1": "U vroeg hulp.",
        "motivering, conclusie": "Onze conclusie is kort.",
        "plan, doel 1": "Thuis wonen.",
        "plan, afspraak 1": "Zelf koken.",
    }
    sjabloon = sjabloonzinnen(getoetst.gegevens, getoetst.inhoud)
    assert "Ik wil dit." in getoetst.inhoud.tekst
    assert not {"Ik wil dit.", *eigen.values()} & set(sjabloon)
    assert any(regel.startswith("Bezwaar maken kan door") for regel in sjabloon)
    assert eigen_teksten(getoetst.gegevens) == getoetst.eigen


@pytest.mark.regel("B-64")
def test_moeilijke_woorden_weigeren_waar_de_gemeente_dat_vraagt(toets):
    gemeente = b.organisatie(mandaat=[b.mandaat().model_dump()], regels={"B-64": b.eigen_regel()})
    getoetst = toets("Uw casus is bij ons bekend.", organisatie=gemeente)
    assert bezwaren(getoetst) == {"B-64": Oordeel.GEWEIGERD}
    assert bezwaren(toets("Uw casus is bij ons bekend.")) == {}


@pytest.mark.regel("L-75")
def test_een_afwijzing_wegens_de_wlz_noemt_het_lid(toets):
    tekst = toets(sjabloon="wmo/afwijzing", besluit={"afwijzingsgrond": "WLZ"}).inhoud.blok("grondslag")
    assert "artikel 2.3.5 lid 6 van de Wet maatschappelijke ondersteuning 2015" in tekst


@pytest.mark.regel("L-80")
def test_de_stappen_van_de_jeugdwet_staan_onder_gewone_koppen(toets):
    stappen = (("eigen_mogelijkheden", "U doet al veel."), ("keuze", "U koos zelf."))
    tekst = toets(stappen=stappen, sjabloon="jeugdwet/toekenning", wet=Wet.JEUGDWET).inhoud.blok("motivering")
    assert "Wat uw gezin zelf en met de omgeving kan" in tekst
    assert "Waaruit u kon kiezen" in tekst


def test_de_brief_bewaart_regels_en_weg(toets):
    ja = Toestemming(
        id="TS-1",
        dossier_id="D-1",
        inwoner_id="I-1",
        soort=Toestemmingsoort.DIGITALE_BERICHTEN,
        reikwijdte="besluit",
        gegeven_op=DAG,
    )
    gemeente = b.organisatie(mandaat=[b.mandaat().model_dump()], bezorging=["DIGITAAL", "POST"])
    kaal = bron().brief
    digitaal = toets(organisatie=gemeente, toestemmingen=(ja,)).op_brief(kaal)
    assert (digitaal.bezorgweg, digitaal.id) == (Bezorgweg.DIGITAAL, "B-1")
    assert {item.regel for item in digitaal.regels} >= {"L-131", "L-133"}
    assert toets(organisatie=gemeente).op_brief(kaal).bezorgweg is Bezorgweg.POST
    assert toets(toestemmingen=(ja,)).op_brief(kaal).bezorgweg is Bezorgweg.POST


@pytest.mark.regel("L-24")
@pytest.mark.parametrize(("dag", "digitaal"), [(date(2025, 12, 31), False), (date(2026, 1, 1), True)])
def test_het_digitale_kanaal_staat_sinds_2026_naast_het_postadres(sjablonen, dag, digitaal):
    assert sjablonen.matrix.clausule(sjablonen.matrix.brief("wmo/toekenning").soort, dag).digitaal is digitaal
