"""Objections on the real thing: receipt, repair, lateness, hearing, decision, and their deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import na_besluit
import pytest

from toegang.domain.begrippen import Mandaatsoort
from toegang.domain.bezwaar import Belanghebbende, Bezwaaruitkomst, Hoorzitting, Horen, NietOntvankelijk, Onderdeel
from toegang.domain.brief import Briefstatus
from toegang.domain.levering import Leveringstatus
from toegang.domain.opschorting import Onderwerp
from toegang.domain.schakels import Partij
from toegang.domain.zaaktermijn import Stand
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.matrix import brieven_van
from toegang.letters.verzamelen import Verzamelaar
from toegang.lifecycle import bezwaar as stappen
from toegang.lifecycle.berichtverzending import verzend_berichten
from toegang.lifecycle.bezwaarbesluit import Bezwaarbesluit, beslis, beslis_samen
from toegang.lifecycle.bezwaarhoren import leg_horen_vast, let_op_bij_horen
from toegang.lifecycle.bezwaarinboeken import Bezwaarschrift, registreer
from toegang.lifecycle.bezwaarinbreng import lever_inbreng
from toegang.lifecycle.nazorgbrief import BEZWAAR
from toegang.lifecycle.nazorgwerk import nazorgwerk
from toegang.lifecycle.procesbrief import BESLUIT_OP_BEZWAAR, DOORZENDING, HERSTEL_BEZWAAR
from toegang.lifecycle.termijn import stel_in_gebreke, verdaag
from toegang.lifecycle.termijnen import bezwaarfeiten, termijnen_van

BUUR = Belanghebbende(naam="Testbuur, M.", adresregels=("Proefstraat 1", "0000 AA Proefdorp"), belang="tweede ouder")
TWEEDE_PAASDAG = date(2027, 3, 29)
AJZ, TEAMLEIDER, CONSULENT = "M-014", "M-013", "M-003"


class Zaak:
    """A besluit that is known, and days counted from it."""

    def __init__(self, gemeente):
        self.gemeente = gemeente
        self.begin = gemeente.omgeving.vandaag()
        self.id, self.record = na_besluit.bekend(gemeente)

    def dag(self, dagen):
        return self.begin + timedelta(days=dagen)

    def op(self, dagen):
        """Return the gemeente as it is so many days later."""
        return replace(self.gemeente.omgeving, vandaag=lambda: self.dag(dagen))

    def actor(self, wie=AJZ):
        return self.gemeente.actor(wie)

    def registreer(self, dagen=10, **anders):
        stuk = Bezwaarschrift(ontvangen_op=self.dag(dagen), gronden="Ik wil meer uren.", **anders)
        return registreer(self.op(dagen), self.actor(), self.id, stuk)[0]

    def keten(self, dagen, bezwaar=None):
        feiten = bezwaarfeiten(bezwaar) if bezwaar else None
        with self.gemeente.omgeving.werk(self.actor()) as werk:
            return termijnen_van(werk, werk.zaken.haal(self.id), self.dag(dagen), bezwaar=feiten)

    def beslistermijn(self, dagen):
        return next(t for t in self.keten(dagen) if t.schakel and t.schakel.over is Onderwerp.BEZWAAR)

    def brieven_aan(self, bezwaar, dagen):
        """Return what the letters that wait about an objection print."""
        with self.gemeente.omgeving.werk(self.actor()) as werk:
            lezer = Verzamelaar(werk, self.op(dagen), brieven_van(self.gemeente.omgeving.bord.template_dirs()))
            wachtend = [brief for brief in werk.brieven.zoek(zaak_id=self.id) if brief.wacht]
            return [lezer.gegevens(item, self.dag(dagen)) for item in wachtend if item.aanleiding == bezwaar.id]

    def verzend(self, bezwaar, dagen):
        """Send the letters about an objection, as the administratie does."""
        wie = next(
            m.id for m in na_besluit.lees(self.gemeente, "medewerkers") if m.functie == "medewerker-administratie"
        )
        velden = {"status": Briefstatus.GEMAAKT, "dagtekening": self.dag(dagen), "sha256": "0" * 64}
        with self.gemeente.omgeving.werk(self.actor()) as werk:
            for brief in werk.brieven.zoek(zaak_id=self.id):
                if brief.wacht and brief.aanleiding == bezwaar.id:
                    werk.brieven.bewaar(brief.gewijzigd(**velden))
            werk.commit()
        return verzend_berichten(self.op(dagen), self.gemeente.actor(wie), self.dag(dagen), self.id)


@pytest.fixture
def zaak(open_proef):
    return Zaak(open_proef("beekdaelen"))


def behandeld(zaak, bezwaar):
    """Do all that must precede the decision."""
    stappen.bevestig(zaak.op(11), zaak.actor(), bezwaar.id, zaak.dag(11))
    lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), bezwaar.id, "De uren volgen uit het plan.")
    zitting = Hoorzitting(op=zaak.dag(30), door=(AJZ,), stukken_vanaf=zaak.dag(20))
    return leg_horen_vast(zaak.op(30), zaak.actor(), bezwaar.id, zitting)


def besluit(zaak, dagen, uitkomst=Bezwaaruitkomst.ONGEGROND, **anders):
    return Bezwaarbesluit(op=zaak.dag(dagen), uitkomst=uitkomst, motivering="De uren passen bij het plan.", **anders)


def weg(dag, uitkomst=Bezwaaruitkomst.NIET_ONTVANKELIJK, waarom=None):
    """Give a decision without hearing."""
    return Bezwaarbesluit(
        op=dag, uitkomst=uitkomst, niet_ontvankelijk=waarom, horen_afgezien=Horen.WIL_NIET, motivering="Daarom."
    )


class TestInboeken:
    def test_l28_het_besluit_blijft_gelden(self, zaak):
        (voor,) = na_besluit.lees(zaak.gemeente, "leveringen")
        zaak.registreer()
        (na,) = na_besluit.lees(zaak.gemeente, "leveringen")
        assert na == voor
        assert na.status is Leveringstatus.TOE_TE_WIJZEN
        (record,) = na_besluit.lees(zaak.gemeente, "besluiten")
        assert record == zaak.record

    def test_l29_de_bevestiging_staat_klaar_en_wacht_in_de_werkvoorraad_van_ajz(self, zaak):
        bezwaar = zaak.registreer()
        assert [brief.status.value for brief in na_besluit.lees(zaak.gemeente, "brieven") if brief.sjabloon == BEZWAAR]
        with zaak.gemeente.omgeving.werk(zaak.actor()) as werk:
            wat = [taak.wat for taak in nazorgwerk(werk, zaak.op(10), AJZ)]
            assert wat == ["ontvangst van het bezwaar bevestigen"]
            assert [taak.wat for taak in nazorgwerk(werk, zaak.op(10), CONSULENT)] == [
                "inbreng leveren over het bezwaar"
            ]
        assert stappen.bevestig(zaak.op(11), zaak.actor(), bezwaar.id, zaak.dag(11)).bevestigd_op == zaak.dag(11)
        with pytest.raises(Conflict, match="al bevestigd"):
            stappen.bevestig(zaak.op(12), zaak.actor(), bezwaar.id, zaak.dag(12))

    def test_l29_een_verkeerd_orgaan_zendt_door(self, zaak):
        bezwaar = zaak.registreer()
        weg = stappen.zend_door(zaak.op(12), zaak.actor(), bezwaar.id, zaak.dag(12), "dagelijks bestuur Kompas")
        assert (weg.uitkomst, weg.afgedaan_op) == (Bezwaaruitkomst.DOORGEZONDEN, zaak.dag(12))
        assert not [t for t in zaak.keten(12) if t.schakel and t.schakel.over is Onderwerp.BEZWAAR]
        # who objected hears to whom, with the day of receipt; that letter confirms the receipt too (Awb 6:15)
        (gedrukt,) = zaak.brieven_aan(bezwaar, 12)
        assert gedrukt.sjabloon == DOORZENDING
        deel = gedrukt.proces.doorzending
        assert (deel.aan, deel.ontvangen_op, deel.op) == ("dagelijks bestuur Kompas", zaak.dag(10), zaak.dag(12))
        assert not zaak.verzend(bezwaar, 12).geweigerd
        (klaar,) = na_besluit.lees(zaak.gemeente, "bezwaren")
        assert klaar.bevestigd_op == zaak.dag(12)

    def test_een_tweede_van_dezelfde_indiener(self, zaak):
        eerste = zaak.registreer()
        with pytest.raises(Conflict, match=f"bezwaar van dezelfde indiener \\({eerste.id}\\)"):
            zaak.registreer(11)
        zaak.registreer(11, belanghebbende=BUUR)
        with pytest.raises(Conflict, match="van dezelfde indiener"):
            zaak.registreer(12, belanghebbende=BUUR.gewijzigd(naam="TESTBUUR, M."))

    def test_wie_bezwaar_maakt_bestaat_en_is_een(self, zaak):
        with pytest.raises(Invoerfout, match="veld 'inwoner' bestaat niet"):
            zaak.registreer(inwoner="I-0000")
        with pytest.raises(ValueError, match="niet allebei"):
            Bezwaarschrift(ontvangen_op=zaak.begin, inwoner="I-1", belanghebbende=BUUR)

    def test_na_intrekken_kan_er_een_nieuw_komen(self, zaak):
        bezwaar = zaak.registreer()
        stappen.trek_in(zaak.op(12), zaak.actor(), bezwaar.id, zaak.dag(12))
        zaak.registreer(13)
        assert len(na_besluit.lees(zaak.gemeente, "bezwaren")) == 2
        with pytest.raises(Conflict, match="al afgedaan"):
            stappen.trek_in(zaak.op(14), zaak.actor(), bezwaar.id, zaak.dag(14))

    def test_een_besluit_van_een_ander(self, zaak):
        with pytest.raises(Invoerfout, match="geen besluit met dat kenmerk"):
            zaak.registreer(besluit="BS-0000")

    def test_zonder_medewerker(self, zaak):
        stuk = Bezwaarschrift(ontvangen_op=zaak.begin)
        with pytest.raises(NietToegestaan, match="legt een medewerker vast"):
            registreer(zaak.op(0), zaak.gemeente.actor(), zaak.id, stuk)


class TestTeVroeg:
    """Awb 6:10: never refused, kept until the term begins."""

    @pytest.fixture
    def vroeg(self, open_proef):
        """Give a gemeente and a zaak without besluit."""
        gemeente = open_proef("zwolle")
        verhaal, zaken = na_besluit.ingenomen(gemeente)
        return gemeente, verhaal, zaken[0]

    def test_zonder_besluit_wacht_het_op_de_bekendmaking(self, vroeg):
        gemeente, verhaal, zaak_id = vroeg
        omgeving, actor, dag = gemeente.omgeving, gemeente.actor("M-013"), gemeente.omgeving.vandaag()
        bezwaar, record = registreer(omgeving, actor, zaak_id, Bezwaarschrift(ontvangen_op=dag))
        assert (record, bezwaar.besluit_id, bezwaar.ontvangen_op) == (None, None, dag)
        stappen.bevestig(omgeving, actor, bezwaar.id, dag)
        with pytest.raises(Regelovertreding, match=r"L-27.*blijft bewaard tot de termijn begint"):
            beslis(omgeving, actor, bezwaar.id, weg(dag, Bezwaaruitkomst.ONGEGROND))
        with omgeving.werk(actor) as werk:
            assert not [t for t in termijnen_van(werk, werk.zaken.haal(zaak_id), dag) if t.einde and t.bezwaar]
        record = na_besluit.maak_bekend_na(gemeente, zaak_id, verhaal)
        (klaar,) = na_besluit.lees(gemeente, "bezwaren")
        assert (klaar.besluit_id, klaar.ontvangen_op) == (record.id, dag)
        assert klaar.te_vroeg(record.bekendgemaakt_op)
        assert not klaar.te_laat(record.bezwaar_tot)
        with omgeving.werk(actor) as werk:
            (termijn,) = [t for t in termijnen_van(werk, werk.zaken.haal(zaak_id), dag) if t.bezwaar == klaar.id]
        assert termijn.einde == record.bezwaar_tot + timedelta(weeks=6)
        with pytest.raises(Regelovertreding, match=r"L-27.*te vroeg") as fout:
            beslis(omgeving, actor, bezwaar.id, weg(dag, waarom=NietOntvankelijk.GEEN_BESLUIT))
        assert "L-21" not in {item.regel for item in fout.value.toetsen}

    @pytest.mark.lang
    def test_herstel_vragen_kan_ook_voor_de_termijn_begint(self, vroeg):
        gemeente, _, zaak_id = vroeg
        omgeving, actor, dag = gemeente.omgeving, gemeente.actor("M-013"), gemeente.omgeving.vandaag()
        stuk = Bezwaarschrift(ontvangen_op=dag, ontbreekt=(Onderdeel.GRONDEN,))
        bezwaar, _ = registreer(omgeving, actor, zaak_id, stuk)
        gevraagd = stappen.vraag_herstel(omgeving, actor, bezwaar.id, dag, dag + timedelta(days=14))
        assert gevraagd.herstel_tot == dag + timedelta(days=14)

    @pytest.mark.lang
    def test_waar_nooit_een_besluit_kwam_beslist_een_mens_dat(self, vroeg):
        gemeente, _, zaak_id = vroeg
        omgeving, actor, dag = gemeente.omgeving, gemeente.actor("M-013"), gemeente.omgeving.vandaag()
        bezwaar, _ = registreer(omgeving, actor, zaak_id, Bezwaarschrift(ontvangen_op=dag))
        stappen.bevestig(omgeving, actor, bezwaar.id, dag)
        klaar, _ = beslis(omgeving, actor, bezwaar.id, weg(dag, waarom=NietOntvankelijk.GEEN_BESLUIT))
        assert klaar.uitkomst is Bezwaaruitkomst.NIET_ONTVANKELIJK


class TestSamen:
    """Several people may each object against one besluit."""

    @pytest.fixture
    def paar(self, zaak):
        eerste, tweede = zaak.registreer(10), zaak.registreer(12, belanghebbende=BUUR, commissie=True)
        return eerste, tweede

    def test_ieder_krijgt_een_eigen_bevestiging_die_naar_de_indiener_gaat(self, zaak, paar):
        brieven = [brief for brief in na_besluit.lees(zaak.gemeente, "brieven") if brief.sjabloon == BEZWAAR]
        assert {brief.aanleiding for brief in brieven} == {item.id for item in paar}
        stappen.bevestig(zaak.op(13), zaak.actor(), paar[1].id, zaak.dag(13))
        na = {item.id: item.bevestigd_op for item in na_besluit.lees(zaak.gemeente, "bezwaren")}
        assert na == {paar[0].id: None, paar[1].id: zaak.dag(13)}
        brieven = {b.aanleiding: b for b in na_besluit.lees(zaak.gemeente, "brieven") if b.sjabloon == BEZWAAR}
        with zaak.gemeente.omgeving.werk(zaak.actor()) as werk:
            lezer = Verzamelaar(werk, zaak.op(12), brieven_van(zaak.gemeente.omgeving.bord.template_dirs()))
            eigen, ander = (lezer.gegevens(brieven[item.id], zaak.dag(12)) for item in paar)
        assert eigen.geadresseerde.is_client
        assert ander.geadresseerde.adresregels == ("Testbuur, M.", "Proefstraat 1", "0000 AA Proefdorp")
        assert ander.nazorg.bezwaar.ontvangen_op == zaak.dag(12)
        assert (eigen.nazorg.bezwaar.commissie, ander.nazorg.bezwaar.commissie) == (False, True)

    @pytest.mark.regel("L-25")
    def test_herstel_en_uitspraak_gaan_per_brief_naar_de_indiener(self, zaak):
        """Sent letters set going what is about that objection, and nothing about the other."""
        mist = {"ontbreekt": (Onderdeel.GRONDEN,)}
        eigen, ander = zaak.registreer(10, **mist), zaak.registreer(10, belanghebbende=BUUR, **mist)
        for item in (eigen, ander):
            stappen.vraag_herstel(zaak.op(10), zaak.actor(), item.id, None, zaak.dag(24))
        lees = zaak.brieven_aan(ander, 11)
        assert {item.sjabloon for item in lees} == {BEZWAAR, HERSTEL_BEZWAAR}
        assert {item.geadresseerde.adresregels[0] for item in lees} == {BUUR.naam}
        assert zaak.verzend(ander, 11).geweigerd == ()
        na = {item.id: item for item in na_besluit.lees(zaak.gemeente, "bezwaren")}
        assert (na[ander.id].bevestigd_op, na[ander.id].herstel_gevraagd_op) == (zaak.dag(11), zaak.dag(11))
        assert (na[eigen.id].bevestigd_op, na[eigen.id].herstel_gevraagd_op) == (None, None)
        stil = {item.bezwaar_id: item.gebeurtenis for item in na_besluit.lees(zaak.gemeente, "termijnzaken")}
        assert (stil[ander.id].wacht_op_brief, stil[eigen.id].wacht_op_brief) == (False, True)

        stappen.herstel(zaak.op(12), zaak.actor(), ander.id, zaak.dag(12))
        lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), ander.id, "De uren volgen uit het plan.")
        klaar, _ = beslis(zaak.op(60), zaak.actor(), ander.id, besluit(zaak, 60, horen_afgezien=Horen.WIL_NIET))
        (uitspraak,) = [item for item in zaak.brieven_aan(ander, 60) if item.sjabloon == BESLUIT_OP_BEZWAAR]
        assert uitspraak.geadresseerde.adresregels[0] == BUUR.naam
        assert (klaar.mandaat, uitspraak.ondertekening.formule[:6]) == ("bkd-bezwaar", "Namens")
        assert zaak.verzend(ander, 60).geweigerd == ()
        tot = {item.id: item.beroep_tot for item in na_besluit.lees(zaak.gemeente, "bezwaren")}
        assert tot[ander.id] is not None
        assert tot[eigen.id] is None

    def test_ieder_heeft_een_eigen_keten(self, zaak, paar):
        tot = zaak.record.bezwaar_tot
        verdaag(zaak.op(60), zaak.actor(), zaak.id, 6, zaak.dag(60), bezwaarfeiten(paar[0]))
        einden = {t.bezwaar: t.einde for t in zaak.keten(61) if t.bezwaar}
        assert einden == {item.id: tot + timedelta(weeks=12, days=1) for item in paar}  # both end on Easter Monday
        verdaag(zaak.op(62), zaak.actor(), zaak.id, 2, zaak.dag(62), bezwaarfeiten(paar[1]))
        einden = {t.bezwaar: t.einde for t in zaak.keten(63) if t.bezwaar}
        assert einden[paar[0].id] == tot + timedelta(weeks=12, days=1)
        assert einden[paar[1].id] == tot + timedelta(weeks=14)

    @pytest.mark.lang
    def test_het_zaaknummer_zegt_dan_niet_welk_bezwaar(self, zaak, paar):
        with pytest.raises(Invoerfout, match="lopen 2 bezwaren"):
            stappen.trek_in(zaak.op(13), zaak.actor(), zaak.id, zaak.dag(13))
        stappen.trek_in(zaak.op(13), zaak.actor(), paar[1].id, zaak.dag(13))
        assert stappen.trek_in(zaak.op(13), zaak.actor(), zaak.id, zaak.dag(13)).id == paar[0].id

    def test_samen_of_apart_beslissen_en_samen_is_alles_of_niets(self, zaak, paar):
        eerste, tweede = paar
        lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), eerste.id, "De uren volgen uit het plan.")
        lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), tweede.id, "De uren volgen uit het plan.")
        stappen.bevestig(zaak.op(13), zaak.actor(), eerste.id, zaak.dag(13))
        wat = besluit(zaak, 60, horen_afgezien=Horen.WIL_NIET)
        with pytest.raises(Regelovertreding, match="L-29"):
            beslis_samen(zaak.op(60), zaak.actor(), (eerste.id, tweede.id), wat)
        assert all(item.loopt for item in na_besluit.lees(zaak.gemeente, "bezwaren"))
        stappen.bevestig(zaak.op(13), zaak.actor(), tweede.id, zaak.dag(13))
        klaar, _ = beslis_samen(zaak.op(60), zaak.actor(), (eerste.id, tweede.id, eerste.id), wat)
        assert [(item.id, item.samen_met) for item in klaar] == [(eerste.id, (tweede.id,)), (tweede.id, (eerste.id,))]


class TestTermijn:
    def test_l30_zes_weken_na_het_einde_van_de_bezwaartermijn(self, zaak):
        zaak.registreer()
        termijn = zaak.beslistermijn(60)
        assert termijn.stand is Stand.LOOPT
        assert termijn.einde == zaak.record.bezwaar_tot + timedelta(weeks=6)

    def test_l30_twaalf_weken_met_een_commissie(self, zaak):
        zaak.registreer(commissie=True)
        assert zaak.record.bezwaar_tot + timedelta(weeks=12) == TWEEDE_PAASDAG
        assert zaak.beslistermijn(60).einde == TWEEDE_PAASDAG + timedelta(days=1)

    def test_l30_verdagen_met_zes_weken(self, zaak):
        bezwaar = zaak.registreer()
        verdaag(zaak.op(60), zaak.actor(), zaak.id, 6, zaak.dag(60), bezwaarfeiten(bezwaar))
        assert zaak.beslistermijn(61).einde == TWEEDE_PAASDAG + timedelta(days=1)
        with pytest.raises(Conflict, match="al verdaagd"):
            verdaag(zaak.op(61), zaak.actor(), zaak.id, 6, zaak.dag(61), bezwaarfeiten(bezwaar))

    def test_l25_herstel_zet_de_termijn_stil(self, zaak):
        bezwaar = zaak.registreer(ontbreekt=(Onderdeel.GRONDEN,))
        voor = zaak.beslistermijn(60).einde
        stappen.vraag_herstel(zaak.op(60), zaak.actor(), bezwaar.id, zaak.dag(60), zaak.dag(74))
        assert zaak.beslistermijn(62).stand is Stand.OPGESCHORT
        klaar = stappen.herstel(zaak.op(70), zaak.actor(), bezwaar.id, zaak.dag(70))
        assert klaar.ontbreekt == ()
        # day 61 up to and including day 69 do not count; an end on a free day moves on
        assert zaak.beslistermijn(75).einde >= voor + timedelta(days=9)
        assert zaak.beslistermijn(75).stand is Stand.LOOPT

    def test_l34_beroep_tegen_niet_beslissen_twee_weken_na_de_ingebrekestelling(self, zaak):
        bezwaar = zaak.registreer()
        einde = zaak.beslistermijn(60).einde
        dagen = (einde - zaak.begin).days + 3
        stel_in_gebreke(zaak.op(dagen), zaak.actor(), zaak.id, zaak.dag(dagen), None, bezwaarfeiten(bezwaar))
        beroep = next(t for t in zaak.keten(dagen + 1) if t.regel == "L-34")
        assert beroep.partij is Partij.INWONER
        assert beroep.einde == zaak.dag(dagen) + timedelta(weeks=2)
        assert "kan de inwoner bij de rechtbank in beroep" in beroep.toelichting[-1]

    def test_een_gesloten_zaak_houdt_haar_bezwaartermijn(self, zaak):
        from toegang.lifecycle.sluiting import sluit

        sluit(zaak.op(5), zaak.actor(CONSULENT), zaak.id)
        zaak.registreer()
        assert zaak.beslistermijn(60).stand is Stand.LOOPT

    def test_zolang_een_bezwaar_loopt_gaat_een_zaak_niet_naar_het_archief(self, zaak):
        from toegang.lifecycle.sluiting import bepaal_archief, sluit

        sluit(zaak.op(5), zaak.actor(CONSULENT), zaak.id)
        bezwaar = zaak.registreer()
        with pytest.raises(Conflict, match="loopt nog een bezwaar"):
            bepaal_archief(zaak.op(12), zaak.actor(), zaak.id)
        stappen.trek_in(zaak.op(13), zaak.actor(), bezwaar.id, zaak.dag(13))
        assert bepaal_archief(zaak.op(14), zaak.actor(), zaak.id).besluit.resultaat


class TestBesluit:
    def test_een_besluit_op_bezwaar(self, zaak):
        bezwaar = behandeld(zaak, zaak.registreer())
        klaar, let_op = beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60))
        assert (klaar.uitkomst, klaar.beslist_door, klaar.afgedaan_op) == ("ONGEGROND", AJZ, zaak.dag(60))
        assert (klaar.mandaat, klaar.door_orgaan) == ("bkd-bezwaar", False)
        assert let_op == ()
        assert zaak.beslistermijn(61).stand is Stand.GEHAALD

    def test_l22_wie_besliste_beslist_niet_op_het_bezwaar(self, zaak):
        bezwaar = behandeld(zaak, zaak.registreer())
        assert zaak.record.besluit.beslisser.medewerker == TEAMLEIDER
        with pytest.raises(Regelovertreding) as fout:
            beslis(zaak.op(60), zaak.actor(TEAMLEIDER), bezwaar.id, besluit(zaak, 60))
        assert {item.regel for item in fout.value.toetsen} == {"L-21", "L-22", "B-50"}

    def test_l21_zonder_mandaat_beslist_het_bestuursorgaan_zelf(self, zaak):
        organisatie = zaak.gemeente.omgeving.organisatie
        zonder = organisatie.gewijzigd(mandaten=tuple(m for m in organisatie.mandaten if m.soort != "BEZWAAR"))
        zaak.gemeente = replace(
            zaak.gemeente, omgeving=replace(zaak.gemeente.omgeving, organisatie=zonder, beleid_op=None)
        )
        bezwaar = behandeld(zaak, zaak.registreer())
        with pytest.raises(Regelovertreding, match=r"L-21.*staat niet in het mandaatregister om op een bezwaar"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60))
        klaar, _ = beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60, door_orgaan=True))
        assert (klaar.door_orgaan, klaar.mandaat, klaar.beslist_door) == (True, None, AJZ)
        with pytest.raises(Aangehouden, match="mandaat"):
            zaak.brieven_aan(bezwaar, 60)

    def test_l19_wat_het_bestuursorgaan_zelf_besloot_wordt_alleen_ondertekend(self, zaak):
        omgeving = zaak.gemeente.omgeving
        tekenen = next(m for m in omgeving.organisatie.mandaten if m.soort == "BEZWAAR").gewijzigd(
            id="bkd-tekenen-bezwaar", soort=Mandaatsoort.ONDERTEKENING
        )
        met = omgeving.organisatie.gewijzigd(mandaten=(*omgeving.organisatie.mandaten, tekenen))
        zaak.gemeente = replace(zaak.gemeente, omgeving=replace(omgeving, organisatie=met, beleid_op=None))
        bezwaar = behandeld(zaak, zaak.registreer())
        klaar, _ = beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60, door_orgaan=True))
        assert klaar.mandaat == "bkd-tekenen-bezwaar"
        (brief,) = [item for item in zaak.brieven_aan(bezwaar, 60) if item.sjabloon == BESLUIT_OP_BEZWAAR]
        assert "heeft dit besluit genomen" in brief.ondertekening.formule

    def test_b50_ajz_handelt_af_en_de_consulent_levert_inbreng(self, zaak):
        bezwaar = zaak.registreer()
        with pytest.raises(NietToegestaan, match=f"wie de vraag beoordeelde: {CONSULENT}"):
            lever_inbreng(zaak.op(12), zaak.actor(AJZ), bezwaar.id, "De uren volgen uit het plan.")
        with pytest.raises(Invoerfout, match="geen inbreng"):
            lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), bezwaar.id, " ")
        zonder = stappen.bevestig(zaak.op(11), zaak.actor(), bezwaar.id, zaak.dag(11))
        met = besluit(zaak, 60, horen_afgezien=Horen.WIL_NIET)
        with pytest.raises(Regelovertreding, match=rf"B-50.*\({CONSULENT}\) leverde nog geen inbreng"):
            beslis(zaak.op(60), zaak.actor(), zonder.id, met)
        lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), bezwaar.id, "De uren volgen uit het plan.")
        with pytest.raises(Regelovertreding, match=r"B-50.*maar dat doet 'medewerker-ajz'"):
            beslis(zaak.op(60), zaak.actor("M-002"), bezwaar.id, met)
        assert beslis(zaak.op(60), zaak.actor(), bezwaar.id, met)[0].uitkomst is Bezwaaruitkomst.ONGEGROND

    @pytest.mark.parametrize("wie", [(TEAMLEIDER,), (AJZ, CONSULENT)])
    def test_l22_gehoord_door_wie_niet_meewerkte(self, zaak, wie):
        bezwaar = zaak.registreer()
        stappen.bevestig(zaak.op(11), zaak.actor(), bezwaar.id, zaak.dag(11))
        zitting = Hoorzitting(op=zaak.dag(30), door=wie, stukken_vanaf=zaak.dag(20))
        leg_horen_vast(zaak.op(30), zaak.actor(), bezwaar.id, zitting)
        with zaak.gemeente.omgeving.werk(zaak.actor()) as werk:
            let_op = let_op_bij_horen(zaak.op(30), werk, werk.bezwaren.haal(bezwaar.id))
        assert [item.regel for item in let_op] == ["L-22"]
        with pytest.raises(Regelovertreding, match=f"L-22.*{wie[-1]} wel"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60))
        opnieuw = Hoorzitting(op=zaak.dag(40), door=(AJZ,), stukken_vanaf=zaak.dag(20))
        with pytest.raises(Conflict, match="al gehoord"):
            leg_horen_vast(zaak.op(40), zaak.actor(), bezwaar.id, opnieuw.gewijzigd(op=zaak.dag(30)))
        leg_horen_vast(zaak.op(40), zaak.actor(), bezwaar.id, opnieuw)
        lever_inbreng(zaak.op(40), zaak.actor(CONSULENT), bezwaar.id, "De uren volgen uit het plan.")
        assert beslis(zaak.op(60), zaak.actor(), bezwaar.id, besluit(zaak, 60))[0].hoorzitting == opnieuw

    def test_l29_eerst_bevestigen(self, zaak):
        bezwaar = zaak.registreer()
        lever_inbreng(zaak.op(12), zaak.actor(CONSULENT), bezwaar.id, "De uren volgen uit het plan.")
        met = besluit(zaak, 60, horen_afgezien=Horen.WIL_NIET)
        with pytest.raises(Regelovertreding, match="L-29"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, met)
        with zonder_regels("L-29"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, met)

    def test_l25_niet_ontvankelijk_pas_na_de_hersteltermijn(self, zaak):
        bezwaar = zaak.registreer(ontbreekt=(Onderdeel.GRONDEN,))
        stappen.bevestig(zaak.op(11), zaak.actor(), bezwaar.id, zaak.dag(11))
        weg = besluit(
            zaak,
            60,
            Bezwaaruitkomst.NIET_ONTVANKELIJK,
            niet_ontvankelijk=NietOntvankelijk.VORMGEBREK,
            horen_afgezien=Horen.KENNELIJK_NIET_ONTVANKELIJK,
        )
        with pytest.raises(Regelovertreding, match="L-25"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, weg)
        stappen.vraag_herstel(zaak.op(20), zaak.actor(), bezwaar.id, zaak.dag(20), zaak.dag(40))
        assert beslis(zaak.op(60), zaak.actor(), bezwaar.id, weg)[0].niet_ontvankelijk == "VORMGEBREK"

    def test_te_laat_is_nooit_vanzelf_afgewezen(self, zaak):
        laat = (zaak.record.bezwaar_tot - zaak.begin).days + 5
        bezwaar = zaak.registreer(laat, reden_te_laat="Ik lag in het ziekenhuis.")
        assert bezwaar.te_laat(zaak.record.bezwaar_tot)
        stappen.bevestig(zaak.op(laat), zaak.actor(), bezwaar.id, zaak.dag(laat))
        lever_inbreng(zaak.op(laat), zaak.actor(CONSULENT), bezwaar.id, "De uren volgen uit het plan.")
        met = besluit(zaak, laat + 20, horen_afgezien=Horen.WIL_NIET)
        with pytest.raises(Regelovertreding, match="L-27"):
            beslis(zaak.op(laat + 20), zaak.actor(), bezwaar.id, met)
        stappen.beoordeel_vertraging(zaak.op(laat), zaak.actor(), bezwaar.id, verschoonbaar=True)
        assert beslis(zaak.op(laat + 20), zaak.actor(), bezwaar.id, met)[0].uitkomst == "ONGEGROND"

    def test_zonder_motivering(self, zaak):
        bezwaar = behandeld(zaak, zaak.registreer())
        leeg = Bezwaarbesluit(op=zaak.dag(60), uitkomst=Bezwaaruitkomst.ONGEGROND, motivering=" ")
        with pytest.raises(Invoerfout, match="rust op een motivering"):
            beslis(zaak.op(60), zaak.actor(), bezwaar.id, leeg)
