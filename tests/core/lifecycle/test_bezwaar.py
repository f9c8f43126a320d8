"""Objections on the real thing: receipt, repair, lateness, hearing, decision, and their deadlines."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import na_besluit
import pytest

from toegang.domain.bezwaar import Bezwaaruitkomst, Hoorzitting, Horen, NietOntvankelijk, Onderdeel
from toegang.domain.levering import Leveringstatus
from toegang.domain.opschorting import Onderwerp
from toegang.domain.schakels import Partij
from toegang.domain.zaaktermijn import Stand
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle import bezwaar as stappen
from toegang.lifecycle.bezwaar import Bezwaarschrift
from toegang.lifecycle.bezwaarbesluit import Bezwaarbesluit, beslis
from toegang.lifecycle.bezwaarhoren import leg_horen_vast, let_op_bij_horen
from toegang.lifecycle.bezwaarinbreng import lever_inbreng
from toegang.lifecycle.nazorgbrief import BEZWAAR
from toegang.lifecycle.nazorgwerk import nazorgwerk
from toegang.lifecycle.termijn import stel_in_gebreke, verdaag
from toegang.lifecycle.termijnen import bezwaarfeiten, termijnen_van

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
        return stappen.registreer(self.op(dagen), self.actor(), self.id, stuk)[0]

    def keten(self, dagen, bezwaar=None):
        feiten = bezwaarfeiten((bezwaar,)) if bezwaar else None
        with self.gemeente.omgeving.werk(self.actor()) as werk:
            return termijnen_van(werk, werk.zaken.haal(self.id), self.dag(dagen), bezwaar=feiten)

    def beslistermijn(self, dagen):
        return next(t for t in self.keten(dagen) if t.schakel and t.schakel.over is Onderwerp.BEZWAAR)


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

    def test_een_bezwaar_voor_het_besluit_bekend_is(self, open_proef):
        gemeente = open_proef("zwolle")
        _, (zaak_id,) = na_besluit.ingenomen(gemeente)
        stuk = Bezwaarschrift(ontvangen_op=gemeente.omgeving.vandaag())
        with pytest.raises(Conflict, match="nog geen besluit bekendgemaakt"):
            stappen.registreer(gemeente.omgeving, gemeente.actor("M-013"), zaak_id, stuk)

    def test_twee_lopende_bezwaren_in_een_zaak(self, zaak):
        zaak.registreer()
        with pytest.raises(Conflict, match="loopt al een bezwaar"):
            zaak.registreer(11)

    def test_na_intrekken_kan_er_een_nieuw_komen(self, zaak):
        bezwaar = zaak.registreer()
        stappen.trek_in(zaak.op(12), zaak.actor(), bezwaar.id, zaak.dag(12))
        zaak.registreer(13)
        assert len(na_besluit.lees(zaak.gemeente, "bezwaren")) == 2
        with pytest.raises(Conflict, match="al afgedaan"):
            stappen.trek_in(zaak.op(14), zaak.actor(), bezwaar.id, zaak.dag(14))

    def test_een_besluit_van_een_ander(self, zaak):
        with pytest.raises(Invoerfout, match="geen bekendgemaakt besluit"):
            zaak.registreer(besluit="BS-0000")

    def test_zonder_medewerker(self, zaak):
        stuk = Bezwaarschrift(ontvangen_op=zaak.begin)
        with pytest.raises(NietToegestaan, match="legt een medewerker vast"):
            stappen.registreer(zaak.op(0), zaak.gemeente.actor(), zaak.id, stuk)


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
        verdaag(zaak.op(60), zaak.actor(), zaak.id, 6, zaak.dag(60), bezwaarfeiten((bezwaar,)))
        assert zaak.beslistermijn(61).einde == TWEEDE_PAASDAG + timedelta(days=1)
        with pytest.raises(Conflict, match="al verdaagd"):
            verdaag(zaak.op(61), zaak.actor(), zaak.id, 6, zaak.dag(61), bezwaarfeiten((bezwaar,)))

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
        stel_in_gebreke(zaak.op(dagen), zaak.actor(), zaak.id, zaak.dag(dagen), None, bezwaarfeiten((bezwaar,)))
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
        assert let_op == ()
        assert zaak.beslistermijn(61).stand is Stand.GEHAALD

    def test_l22_wie_besliste_beslist_niet_op_het_bezwaar(self, zaak):
        bezwaar = behandeld(zaak, zaak.registreer())
        assert zaak.record.besluit.beslisser.medewerker == TEAMLEIDER
        with pytest.raises(Regelovertreding) as fout:
            beslis(zaak.op(60), zaak.actor(TEAMLEIDER), bezwaar.id, besluit(zaak, 60))
        assert {item.regel for item in fout.value.toetsen} == {"L-22", "B-50"}

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
