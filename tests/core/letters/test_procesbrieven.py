"""Letters on the way to a decision: put in line by the step that makes them due, filled from storage, sent."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from levensloop import met_team

from toegang.domain.bezorging import Berichtsoort
from toegang.domain.brief import Briefstatus, Informatietekst
from toegang.domain.gespreksafspraak import Afgezegd, Afspraakvraag, Plaats
from toegang.domain.huisstijl import Huisstijl
from toegang.domain.opschorting import Grond, Onderwerp
from toegang.environment import Klok
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import zonder_regels
from toegang.letters.documenttoets import gebreken, vereis_geldig
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.procestoetsen import PROCESTOETSEN
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.woordenschat import lees
from toegang.lifecycle import procesbrief
from toegang.lifecycle.afspraak import plan_afspraak, zeg_afspraak_af
from toegang.lifecycle.berichtverzending import verzend_berichten
from toegang.lifecycle.informeren import informeer
from toegang.lifecycle.termijn import Opschortverzoek, hervat, schort_op, verdaag
from toegang.lifecycle.termijnafmelding import trek_in
from toegang.lifecycle.termijnen import beleid_van, termijnen_van
from toegang.lifecycle.uitnodiging import Uitnodigingstand
from toegang.tenancy import Register
from toegang_beschikkingen import SJABLONEN
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
SET = Sjabloonset([SJABLONEN])
MATRIX = Brievenmatrix.uit_map(SJABLONEN)
PROCES = [regel.sjabloon for regel in MATRIX.brieven if any(pad.startswith("proces.") for pad in regel.vraagt)]


@pytest.fixture(scope="module")
def bron(tmp_path_factory):
    with richt_in("zwolle", Register(tmp_path_factory.mktemp("proces") / "data"), Klok(VANDAAG)) as open_:
        gpk = met_team(open_, wet="GPK", product="gpk-bestuurder")
        wmo = met_team(open_, kenmerk="K-2", bsn="999990408")
        yield open_, gpk, wmo


class Proef:
    """One zaak, and short words for what happens to it; every test takes back what it did."""

    def __init__(self, open_, zaak):
        self.open_, self.omgeving, self.zaak = open_, open_.omgeving, zaak
        self.actor = open_.actor("M-002")

    def lees(self):
        return self.omgeving.opslag.werk(self.actor, alleen_lezen=True)

    def brieven(self, sjabloon, *, wacht=True):
        with self.lees() as werk:
            alle = [item for item in werk.brieven.zoek(zaak_id=self.zaak) if item.sjabloon == sjabloon]
        return [item for item in alle if item.wacht is wacht]

    def tekst(self, sjabloon, dag=VANDAAG):
        (brief,) = self.brieven(sjabloon)
        with self.lees() as werk:
            gegevens = Verzamelaar(werk, self.omgeving, MATRIX).gegevens(brief, dag)
        return controleer_brief(gegevens, SET, Huisstijl())[1].tekst

    def maak(self, sjabloon, dag=VANDAAG):
        """Take the letter as made."""
        wachtend = self.brieven(sjabloon)
        with self.omgeving.werk(self.actor) as werk:
            for brief in wachtend:
                werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.GEMAAKT, dagtekening=dag, sha256="0" * 64))
            werk.commit()

    def verzend(self, sjabloon, dag=VANDAAG):
        """Take the letter as made, and record that it was sent."""
        self.maak(sjabloon, dag)
        return verzend_berichten(self.omgeving, self.actor, dag, self.zaak)

    def record(self, id):
        with self.lees() as werk:
            return werk.termijnzaken.haal(id).gebeurtenis

    def einde(self):
        with self.lees() as werk:
            keten = termijnen_van(werk, werk.zaken.haal(self.zaak), VANDAAG, beleid_van(self.omgeving))
        return next(item.einde for item in keten if item.schakel and item.schakel.over is Onderwerp.AANVRAAG)

    def vraag(self, **anders):
        velden = {"grond": Grond.AANVULLING, "uiterlijk": date(2026, 12, 4), "ontbreekt": ("- uw rijbewijs", " ")}
        return schort_op(self.omgeving, self.actor, self.zaak, Opschortverzoek(**{**velden, **anders}))


@pytest.fixture
def gpk(bron):
    open_, zaak, _ = bron
    return Proef(open_, zaak)


@pytest.fixture
def wmo(bron):
    open_, _, zaak = bron
    return Proef(open_, zaak)


def test_een_verzoek_om_aanvulling_zet_de_termijn_pas_stil_als_het_verzonden_is(gpk):
    eerst = gpk.einde()
    record = gpk.vraag()
    assert gpk.einde() == eerst
    gedrukt = gpk.tekst(procesbrief.AANVULLING)
    assert "uw rijbewijs" in gedrukt
    assert "uiterlijk op 4 december 2026" in gedrukt
    assert "niet te behandelen" in gedrukt

    (verzonden,) = gpk.verzend(procesbrief.AANVULLING).verzonden

    item = gpk.record(record.id)
    assert (item.van, item.medegedeeld_op, item.wacht_op_brief) == (VANDAAG + timedelta(days=1), VANDAAG, False)
    assert verzonden.berichtsoort is Berichtsoort.BERICHT
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, record.id)


@pytest.mark.parametrize("anders", [{"ontbreekt": ()}, {"ontbreekt": ("-", " ")}, {"ontbreekt": ("x" * 301,)}])
def test_een_verzoek_zonder_dat_er_iets_ontbreekt_wordt_geweigerd(gpk, anders):
    with pytest.raises(Invoerfout):
        gpk.vraag(**anders)
    assert not gpk.brieven(procesbrief.AANVULLING)


@pytest.mark.lang
def test_komt_de_aanvulling_of_vervalt_het_verzoek_dan_gaat_de_brief_niet_meer_uit(gpk):
    record = gpk.vraag()
    with pytest.raises(Conflict, match="al opgeschort"):
        gpk.vraag()
    hervat(gpk.omgeving, gpk.actor, gpk.zaak, VANDAAG)
    assert not gpk.brieven(procesbrief.AANVULLING)
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, record.id)
    opnieuw = gpk.vraag()
    assert len(gpk.brieven(procesbrief.AANVULLING)) == 1
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, opnieuw.id)
    assert not gpk.brieven(procesbrief.AANVULLING)


@pytest.mark.lang
def test_een_verzoek_dat_te_laat_de_deur_uit_gaat_wordt_geweigerd(gpk):
    record = gpk.vraag(uiterlijk=date(2026, 11, 23))
    with pytest.raises(Conflict, match="laatste dag om aan te vullen"):
        gpk.tekst(procesbrief.AANVULLING, date(2026, 11, 23))
    uit = gpk.verzend(procesbrief.AANVULLING, date(2026, 11, 23))
    assert not uit.verzonden
    assert "om aan te vullen" in str(uit.geweigerd[0])
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, record.id)


@pytest.mark.lang
def test_een_verdaging_noemt_oude_en_nieuwe_dag_en_telt_vanaf_verzending(gpk):
    eerst = gpk.einde()
    record = verdaag(gpk.omgeving, gpk.actor, gpk.zaak, 2, reden="De arts heeft meer tijd nodig.")
    assert gpk.einde() == eerst
    gedrukt = gpk.tekst(procesbrief.VERDAGING)
    assert "De arts heeft meer tijd nodig." in gedrukt
    assert "mogen dit een keer uitstellen" in gedrukt
    with pytest.raises(Conflict, match="kan een keer"):
        verdaag(gpk.omgeving, gpk.actor, gpk.zaak, 2, reden="Nog eens.")
    gpk.verzend(procesbrief.VERDAGING)
    assert gpk.einde() == eerst + timedelta(weeks=2)
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, record.id)
    laatste = verdaag(gpk.omgeving, gpk.actor, gpk.zaak, 2, reden="Later.")
    with pytest.raises(Conflict, match="voor de datum van de brief"):
        gpk.tekst(procesbrief.VERDAGING, eerst + timedelta(days=1))
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, laatste.id)


def test_een_verdaging_zonder_reden_wordt_geweigerd(gpk):
    with pytest.raises(Invoerfout, match="waarom het langer duurt"):
        verdaag(gpk.omgeving, gpk.actor, gpk.zaak, 2)


@pytest.mark.lang
def test_overmacht_wordt_verteld_en_ook_dat_de_termijn_weer_loopt(gpk):
    op = VANDAAG - timedelta(days=3)
    with pytest.raises(Invoerfout, match="zegt niet waarom"):
        gpk.vraag(grond=Grond.OVERMACHT, op=op, uiterlijk=None, ontbreekt=())
    record = gpk.vraag(grond=Grond.OVERMACHT, op=op, uiterlijk=None, ontbreekt=(), reden="Er was brand.")
    assert "Er was brand." in gpk.tekst(procesbrief.OPSCHORTING)
    hervat(gpk.omgeving, gpk.actor, gpk.zaak, VANDAAG)
    assert not gpk.brieven(procesbrief.OPSCHORTING)
    gedrukt = gpk.tekst(procesbrief.HERVATTING)
    assert "Dat zijn 3 dagen" in gedrukt
    assert "Wij beslissen uiterlijk op" in gedrukt
    gpk.verzend(procesbrief.HERVATTING)
    assert gpk.record(record.id).einde_medegedeeld_op == VANDAAG
    trek_in(gpk.omgeving, gpk.actor, gpk.zaak, record.id)


def test_de_uitnodiging_noemt_dag_plek_eigen_plan_en_gratis_hulp(wmo):
    def afzeggen(afspraak):
        return zeg_afspraak_af(wmo.omgeving, wmo.actor, afspraak.id, Afgezegd.GEMEENTE).uitnodiging

    vraag = Afspraakvraag(op=date(2026, 12, 3), tijd="09:30", plaats=Plaats.THUIS, toelichting="Wij bellen aan.")
    gepland = plan_afspraak(wmo.omgeving, wmo.actor, wmo.zaak, vraag)
    assert gepland.uitnodiging is Uitnodigingstand.KLAAR
    gedrukt = wmo.tekst(procesbrief.UITNODIGING)
    for woorden in (
        "3 december 2026 om 09.30 uur",
        "bij u thuis",
        "Wij bellen aan.",
        "persoonlijk plan",
        "cliëntondersteuner",
    ):
        assert woorden in gedrukt
    with pytest.raises(Conflict, match="niet na de datum"):
        wmo.tekst(procesbrief.UITNODIGING, date(2026, 12, 3))
    wmo.verzend(procesbrief.UITNODIGING)
    assert afzeggen(gepland.afspraak) is Uitnodigingstand.VERZONDEN
    anders = vraag.gewijzigd(op=date(2026, 12, 4), plaats=Plaats.KANTOOR, adres="Stadskantoor, kamer 2")
    verzet = plan_afspraak(wmo.omgeving, wmo.actor, wmo.zaak, anders)
    assert verzet.uitnodiging is Uitnodigingstand.KLAAR_VERZET
    gedrukt = wmo.tekst(procesbrief.UITNODIGING)
    assert "Die afspraak is verzet" in gedrukt
    assert "Stadskantoor, kamer 2" in gedrukt
    assert afzeggen(verzet.afspraak) is Uitnodigingstand.VERVALLEN
    assert not wmo.brieven(procesbrief.UITNODIGING)


def test_een_gemaakte_uitnodiging_voor_een_afgezegde_afspraak_gaat_niet_uit(wmo):
    vraag = Afspraakvraag(op=date(2026, 12, 7), tijd="09:30", plaats=Plaats.THUIS)
    afspraak = plan_afspraak(wmo.omgeving, wmo.actor, wmo.zaak, vraag).afspraak
    wmo.maak(procesbrief.UITNODIGING)
    uitkomst = zeg_afspraak_af(wmo.omgeving, wmo.actor, afspraak.id, Afgezegd.INWONER)
    assert uitkomst.uitnodiging is Uitnodigingstand.GEMAAKT
    (fout,) = verzend_berichten(wmo.omgeving, wmo.actor, VANDAAG, wmo.zaak).geweigerd
    assert "is ingehaald" in str(fout)


def test_een_informatiebrief_vertelt_en_beslist_niets(wmo):
    tekst = Informatietekst(onderwerp="Een nieuw telefoonnummer", alineas=("Vanaf 1 december belt u 14 038.",))
    brief = informeer(wmo.omgeving, wmo.actor, wmo.zaak, tekst)
    assert "Vanaf 1 december belt u 14 038." in wmo.tekst(procesbrief.INFORMATIE)
    assert brief.berichtsoort is Berichtsoort.BERICHT


@pytest.mark.parametrize(
    "zin",
    [
        "Uw hulp stopt op 1 januari.",
        "Wij hebben besloten dat het anders gaat.",
        "U krijgt voortaan minder uren.",
        "Bent u het er niet mee eens? Maak dan bezwaar.",
        "U heeft recht op een hoger bedrag.",
        "Uw uitkering wordt vanaf mei verlaagd.",
        "De rechter kan een voorlopige voorziening treffen.",
    ],
)
def test_een_recht_of_rechtsmiddel_in_een_informatiebrief_wordt_geweigerd(wmo, zin):
    with pytest.raises(NietToegestaan, match="geen informatiebrief: alinea 1"):
        informeer(wmo.omgeving, wmo.actor, wmo.zaak, Informatietekst(onderwerp="Nieuws", alineas=(zin,)))
    gegevens = voorbeeldgegevens(procesbrief.INFORMATIE, MATRIX)
    deel = gegevens.proces.informatie.gewijzigd(alineas=(zin,))
    gegevens = gegevens.gewijzigd(proces=gegevens.proces.gewijzigd(informatie=deel))
    with pytest.raises(NietToegestaan, match="lijkt er wel een"):
        vereis_geldig(gegevens, lees(SET.html(procesbrief.INFORMATIE, gegevens), "x"))


def test_een_bericht_met_een_rechtsmiddelenblok_wordt_geweigerd():
    gegevens = voorbeeldgegevens(procesbrief.VERDAGING, MATRIX)
    html = SET.html(procesbrief.VERDAGING, gegevens).replace(
        '<section data-blok="bericht">',
        '<section data-blok="bezwaar"><p>U kunt bezwaar maken.</p></section>\n<section data-blok="bericht">',
    )
    with pytest.raises(NietToegestaan, match="blok 'bezwaar'"):
        vereis_geldig(gegevens, lees(html, "x"))


WEG = {
    "L-4": ("aanvraag/aanvulling", "niet te behandelen"),
    "L-6": ("besluit/voornemen", "14 april 2026"),
    "L-8": ("termijn/verdaging", "5 mei 2026"),
    "L-9": ("termijn/opschorting", "9 maart 2026"),
    "L-25": ("bezwaar/herstel", "uw handtekening"),
    "L-29": ("bezwaar/doorzending", "het bestuur van Voorbeeldwerk"),
    "L-30": ("bezwaar/besluit", "de rechtbank Voorbeeldland"),
    "L-31": ("termijn/dwangsom", "175,00"),
    "L-51": ("gesprek/uitnodiging", "persoonlijk plan"),
    "L-52": ("gesprek/uitnodiging", "mantelzorger"),
    "L-55": ("gesprek/verslag", "In het buurthuis is elke dinsdag een inloop."),
}
"""A rule, the letter that it is about, and words without which it does not hold."""


@pytest.mark.parametrize("regel", [pytest.param(regel, marks=pytest.mark.regel(regel)) for regel in WEG])
def test_wat_een_brief_moet_zeggen_wordt_op_de_brief_zelf_nagegaan(regel):
    sjabloon, woorden = WEG[regel]
    gegevens = voorbeeldgegevens(sjabloon, MATRIX)
    html = SET.html(sjabloon, gegevens)
    assert gebreken(gegevens, lees(html, sjabloon)) == ()
    assert woorden in html
    zonder = lees(html.replace(woorden, "iets anders"), sjabloon)
    assert regel in dict(gebreken(gegevens, zonder))
    with zonder_regels(regel):
        assert regel not in dict(gebreken(gegevens, zonder))


def test_elke_toets_heeft_een_brief_en_elke_brief_een_soort_bericht():
    assert set(WEG) == set(PROCESTOETSEN)
    for regel in MATRIX.brieven:
        if regel.sjabloon in PROCES:
            assert regel.draagt_besluit is (regel.sjabloon in procesbrief.BESLUITEN)
