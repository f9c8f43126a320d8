"""After the decision on the real thing: deliveries, providers, invoices, monitoring, review."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import na_besluit
import pytest

from toegang.domain.aanbieder import Aanbieder, Contract, Kwaliteitsoordeel
from toegang.domain.levering import Bericht, Leveringstatus, Leverreden, Stopreden, Uitvoering
from toegang.domain.monitoring import Monitoruitkomst
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle import levering as stappen
from toegang.lifecycle.aanbieders import Kwaliteitsverzoek, bewaar_aanbieders, leg_kwaliteit_vast
from toegang.lifecycle.facturatie import Factuurverzoek, factureer
from toegang.lifecycle.herindicatie import INWONER, aflopend, meld_aangekondigd, ontvangers, plan_heronderzoek
from toegang.lifecycle.knelpunten import zie_knelpunten
from toegang.lifecycle.levering import Controleverzoek
from toegang.lifecycle.monitoring import Knelpunt, Monitorverslag, handel_af, registreer_monitoring
from toegang.lifecycle.nazorgbrief import EINDE, zet_brief_klaar
from toegang.lifecycle.nazorgwerk import nazorgwerk
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.lifecycle.werkvoorraad import werkvoorraad

CONTRACT = Contract(nummer="C-1", geldig_van=date(2026, 1, 1), start_binnen_dagen=10)
AANBIEDER = Aanbieder(id="thuiszorg", naam="Thuiszorg Voorbeeld", contracten=(CONTRACT,))
BEEK = {"administratie": "M-002", "consulent": "M-003"}


def op_dag(gemeente, dagen):
    """Return the same gemeente, so many days later."""
    later = gemeente.omgeving.vandaag() + timedelta(days=dagen)
    omgeving = replace(gemeente.omgeving, vandaag=lambda: later)
    return replace(gemeente, omgeving=omgeving), later


@pytest.fixture
def beekdaelen(open_proef):
    return open_proef("beekdaelen")


@pytest.fixture
def hulp(beekdaelen):
    """Help with the household in Beekdaelen, just made known; gives the gemeente and the delivery."""
    na_besluit.bekend(beekdaelen)
    (levering,) = na_besluit.lees(beekdaelen, "leveringen")
    return beekdaelen, levering


@pytest.fixture
def toegewezen(hulp):
    gemeente, levering = hulp
    bewaar_aanbieders(gemeente.omgeving, gemeente.actor(), (AANBIEDER,))
    actor, vandaag = gemeente.actor(BEEK["consulent"]), gemeente.omgeving.vandaag()
    bericht = Bericht(soort="WMO301", kenmerk="T-1", op=vandaag)
    nieuw, _ = stappen.wijs_toe(gemeente.omgeving, actor, levering.id, "thuiszorg", vandaag, bericht)
    return gemeente, nieuw


class TestToewijzing:
    def test_elke_toekenning_wordt_een_levering_met_een_controle(self, hulp):
        gemeente, levering = hulp
        assert levering.status is Leveringstatus.TOE_TE_WIJZEN
        assert levering.uitvoering is Uitvoering.AANBIEDER
        assert levering.controle_op == levering.ingangsdatum + timedelta(days=14)
        (besluit,) = na_besluit.lees(gemeente, "besluiten")
        assert (levering.besluit_id, levering.voorziening) == (besluit.id, "V1")

    @pytest.mark.regel("L-10")
    def test_l10_geen_hulp_van_voor_de_bekendmaking(self, toegewezen):
        gemeente, levering = toegewezen
        begin = gemeente.omgeving.vandaag()
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            record = werk.besluiten.haal(levering.besluit_id)
            werk.besluiten.bewaar(record.gewijzigd(bekendgemaakt_op=begin + timedelta(days=2)))
            werk.commit()
        later, derde = op_dag(gemeente, 3)
        actor = gemeente.actor(BEEK["administratie"])
        controle = Controleverzoek(op=begin + timedelta(days=1), geleverd=True)
        with pytest.raises(Regelovertreding, match="L-10"):
            stappen.start(later.omgeving, actor, levering.id, begin)
        with pytest.raises(Regelovertreding, match="L-10"):
            stappen.controleer(later.omgeving, actor, levering.id, controle)
        assert stappen.start(later.omgeving, actor, levering.id, derde)[0].gestart_op == derde

    def test_een_afwijzing_levert_niets(self, beekdaelen):
        na_besluit.bekend(beekdaelen, "traplift")
        assert na_besluit.lees(beekdaelen, "leveringen") == ()

    def test_geld_en_kaarten_levert_de_gemeente_zelf(self, beekdaelen):
        na_besluit.bekend(beekdaelen, "parkeerkaart")
        (levering,) = na_besluit.lees(beekdaelen, "leveringen")
        assert (levering.uitvoering, levering.status) == (Uitvoering.GEMEENTE, Leveringstatus.TOEGEWEZEN)

    def test_b44_alleen_waar_de_administratie_controleert_is_er_een_taak(self, hulp, open_proef):
        gemeente, _ = hulp
        later, _ = op_dag(gemeente, 60)
        with later.omgeving.werk(later.actor()) as werk:
            taken = nazorgwerk(werk, later.omgeving, BEEK["administratie"])
        assert "nagaan of de hulp er is: hulp bij het huishouden" in [taak.wat for taak in taken]
        zwolle = open_proef("zwolle")
        na_besluit.bekend(zwolle)
        assert [item.controle_op for item in na_besluit.lees(zwolle, "leveringen")] == [None]

    @pytest.mark.regel("B-42")
    def test_b42_een_contact_per_gezin_gaat_mee_en_een_tweede_waarschuwt(self, toegewezen):
        gemeente, levering = toegewezen
        actor, vandaag = gemeente.actor(BEEK["consulent"]), gemeente.omgeving.vandaag()

        def wijs_toe(kenmerk, contact=""):
            argumenten = (gemeente.omgeving, actor, kenmerk, "thuiszorg", vandaag)
            nieuw, let_op = stappen.wijs_toe(*argumenten, contact=contact)
            return nieuw.contact, "".join(item.boodschap for item in let_op if item.regel == "B-42")

        assert "geen contactpersoon genoemd" in wijs_toe(levering.id)[1]
        assert wijs_toe(levering.id, "P-12") == ("P-12", "")
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            werk.leveringen.bewaar(levering.gewijzigd(id="LV-2", contact="", aanbieder=None))
            werk.commit()
        assert wijs_toe("LV-2") == ("P-12", "")
        assert "al een contactpersoon: P-12" in wijs_toe("LV-2", "P-13")[1]

    def test_b72_zonder_contract_geen_toewijzing_en_dat_staat_in_het_logboek(self, hulp):
        gemeente, levering = hulp
        rolstoelen = AANBIEDER.gewijzigd(contracten=(CONTRACT.gewijzigd(producten=("rolstoel",)),))
        bewaar_aanbieders(gemeente.omgeving, gemeente.actor(), (rolstoelen,))
        actor, vandaag = gemeente.actor(BEEK["consulent"]), gemeente.omgeving.vandaag()
        with pytest.raises(Regelovertreding, match="B-72"):
            stappen.wijs_toe(gemeente.omgeving, actor, levering.id, "thuiszorg", vandaag)
        (zelfde,) = na_besluit.lees(gemeente, "leveringen")
        assert zelfde == levering
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            (regel,) = werk.logboek.regels(actie=GEWEIGERD)[-1:]
        assert regel.zaak == levering.zaak_id
        assert regel.detail["regels"] == "B-72"

    def test_b72_contracten_beheert_wie_de_gemeente_aanwijst(self, beekdaelen):
        with pytest.raises(NietToegestaan, match="beheert geen contracten"):
            bewaar_aanbieders(beekdaelen.omgeving, beekdaelen.actor(BEEK["administratie"]), (AANBIEDER,))

    def test_b72_opnieuw_inlezen_houdt_de_kwaliteit_vast(self, beekdaelen):
        omgeving, actor = beekdaelen.omgeving, beekdaelen.actor(BEEK["consulent"])
        assert bewaar_aanbieders(omgeving, actor, (AANBIEDER,)) == (1, 0)
        verzoek = Kwaliteitsverzoek(op=omgeving.vandaag(), oordeel=Kwaliteitsoordeel.VOLDOENDE, stuk="R-1")
        getoetst, _ = leg_kwaliteit_vast(omgeving, actor, "thuiszorg", verzoek)
        assert bewaar_aanbieders(omgeving, actor, (AANBIEDER,)) == (0, 0)
        assert bewaar_aanbieders(omgeving, actor, (AANBIEDER.gewijzigd(naam="Andere Naam"),)) == (0, 1)
        assert getoetst.toetsen[0].oordeel is Kwaliteitsoordeel.VOLDOENDE


class TestLevering:
    def test_b44_wat_niet_geleverd_wordt_blijft_op_de_lijst(self, toegewezen):
        gemeente, levering = toegewezen
        omgeving, actor = gemeente.omgeving, gemeente.actor(BEEK["administratie"])
        vandaag = omgeving.vandaag()
        niet = Controleverzoek(op=vandaag, geleverd=False, reden=Leverreden.WACHTLIJST)
        nieuw, _ = stappen.controleer(omgeving, actor, levering.id, niet)
        assert (nieuw.status, nieuw.controle_op) == (Leveringstatus.NIET_GELEVERD, vandaag + timedelta(days=14))
        with omgeving.werk(actor) as werk:
            assert "wordt niet geleverd" in " ".join(item.wat for item in zie_knelpunten(werk, omgeving))
        goed, _ = stappen.controleer(omgeving, actor, levering.id, Controleverzoek(op=vandaag, geleverd=True))
        assert (goed.status, goed.gestart_op, goed.controle_op) == (Leveringstatus.GESTART, vandaag, None)
        assert len(goed.controles) == 2

    def test_b44_een_consulent_controleert_niet(self, toegewezen):
        gemeente, levering = toegewezen
        verzoek = Controleverzoek(op=gemeente.omgeving.vandaag(), geleverd=True)
        consulent = gemeente.actor(BEEK["consulent"])
        with pytest.raises(Regelovertreding, match="B-44"):
            stappen.controleer(gemeente.omgeving, consulent, levering.id, verzoek)
        with zonder_regels("B-44"):
            stappen.controleer(gemeente.omgeving, consulent, levering.id, verzoek)

    def test_niet_geleverd_vraagt_een_reden(self, toegewezen):
        gemeente, levering = toegewezen
        verzoek = Controleverzoek(op=gemeente.omgeving.vandaag(), geleverd=False)
        with pytest.raises(Invoerfout, match="hoort daar een reden bij"):
            stappen.controleer(gemeente.omgeving, gemeente.actor(BEEK["administratie"]), levering.id, verzoek)

    def test_zonder_medewerker_legt_niemand_iets_vast(self, toegewezen):
        gemeente, levering = toegewezen
        with pytest.raises(NietToegestaan, match="legt een medewerker vast"):
            stappen.start(gemeente.omgeving, gemeente.actor(), levering.id, gemeente.omgeving.vandaag())

    def test_een_andere_aanbieder_krijgt_de_rest(self, toegewezen):
        gemeente, levering = toegewezen
        later, dag = op_dag(gemeente, 30)
        actor = later.actor(BEEK["administratie"])
        stappen.start(later.omgeving, actor, levering.id, dag - timedelta(days=10))
        stappen.stop(later.omgeving, actor, levering.id, dag, Stopreden.ANDERE_AANBIEDER)
        oud, nieuw = na_besluit.lees(later, "leveringen")
        assert (oud.status, oud.gestopt_op) == (Leveringstatus.GESTOPT, dag)
        assert (nieuw.status, nieuw.ingangsdatum) == (Leveringstatus.TOE_TE_WIJZEN, dag + timedelta(days=1))
        assert (nieuw.einddatum, nieuw.voorziening) == (oud.einddatum, oud.voorziening)
        with pytest.raises(Conflict, match="al gestopt"):
            stappen.stop(later.omgeving, actor, oud.id, dag, Stopreden.ANDERS)

    def test_welke_levering_zonder_kenmerk(self, toegewezen):
        gemeente, levering = toegewezen
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            assert stappen.vind(werk, levering.zaak_id) == levering
            assert stappen.vind(werk, f"{levering.zaak_id}/V1") == levering
            for onzin in ("", "999990019", f"{levering.zaak_id}/V9"):
                with pytest.raises(Invoerfout, match="bestaat niet") as fout:
                    stappen.vind(werk, onzin)
                assert "999990019" not in str(fout.value)


class TestFactuur:
    def verzoek(self, levering, **anders):
        vast = {"nummer": "F-1", "van": levering.ingangsdatum, "tot": levering.ingangsdatum, "centen": 1250}
        return Factuurverzoek(**{**vast, "ontvangen_op": levering.ingangsdatum, **anders})

    def test_b68_van_melding_tot_factuur_is_een_keten(self, toegewezen):
        gemeente, levering = toegewezen
        later, _ = op_dag(gemeente, 30)
        actor = later.actor(BEEK["administratie"])
        with pytest.raises(Regelovertreding, match="B-68"):
            factureer(later.omgeving, actor, levering.id, self.verzoek(levering))
        stappen.start(later.omgeving, actor, levering.id, levering.ingangsdatum)
        betaald, _ = factureer(later.omgeving, actor, levering.id, self.verzoek(levering))
        with pytest.raises(Regelovertreding, match="al goedgekeurd"):
            factureer(later.omgeving, actor, levering.id, self.verzoek(levering))
        (zaak,) = na_besluit.lees(later, "zaken", id=betaald.zaak_id)
        (besluit,) = na_besluit.lees(later, "besluiten", id=betaald.besluit_id)
        assert besluit.zaak_id == zaak.id
        assert na_besluit.lees(later, "meldingen", id=zaak.melding_id)
        assert betaald.facturen[0].centen == 1250

    def test_b68_een_factuur_die_teruggaat_hoeft_nergens_bij_te_passen(self, toegewezen):
        gemeente, levering = toegewezen
        later, _ = op_dag(gemeente, 30)
        verzoek = self.verzoek(levering, akkoord=False)
        terug, _ = factureer(later.omgeving, later.actor(BEEK["administratie"]), levering.id, verzoek)
        assert not terug.facturen[0].akkoord

    def test_d21_facturen_via_de_midoffice(self, open_proef):
        doetinchem = open_proef("doetinchem")
        na_besluit.bekend(doetinchem)
        (levering,) = na_besluit.lees(doetinchem, "leveringen")
        later, _ = op_dag(doetinchem, 30)
        verzoek = self.verzoek(levering, akkoord=False)
        with pytest.raises(Regelovertreding, match="D-21"):
            factureer(later.omgeving, later.actor("M-001"), levering.id, verzoek)
        assert factureer(later.omgeving, later.actor("M-010"), levering.id, verzoek)[0].facturen

    def test_d20_kwaliteit_via_de_midoffice(self, open_proef):
        doetinchem = open_proef("doetinchem")
        omgeving = doetinchem.omgeving
        bewaar_aanbieders(omgeving, doetinchem.actor("M-010"), (AANBIEDER,))
        verzoek = Kwaliteitsverzoek(op=omgeving.vandaag(), oordeel=Kwaliteitsoordeel.ONVOLDOENDE)
        with pytest.raises(Regelovertreding, match="D-20"):
            leg_kwaliteit_vast(omgeving, doetinchem.actor("M-001"), "thuiszorg", verzoek)
        assert leg_kwaliteit_vast(omgeving, doetinchem.actor("M-010"), "thuiszorg", verzoek)[0].toetsen

    def test_b51_kwaliteit_bij_de_consulent(self, beekdaelen):
        omgeving = beekdaelen.omgeving
        bewaar_aanbieders(omgeving, beekdaelen.actor(), (AANBIEDER,))
        verzoek = Kwaliteitsverzoek(op=omgeving.vandaag(), oordeel=Kwaliteitsoordeel.VOLDOENDE)
        with pytest.raises(Regelovertreding, match="B-51"):
            leg_kwaliteit_vast(omgeving, beekdaelen.actor(BEEK["administratie"]), "thuiszorg", verzoek)


class TestMonitoring:
    def verslag(self, gemeente, uitkomst, **anders):
        return Monitorverslag(op=gemeente.omgeving.vandaag(), uitkomst=uitkomst, **anders)

    @pytest.mark.parametrize("uitkomst", [Monitoruitkomst.VRAAG_GROTER, Monitoruitkomst.ADDITIONELE_PROBLEMEN])
    def test_d22_een_grotere_vraag_vraagt_om_nieuwe_triage(self, hulp, uitkomst):
        gemeente, levering = hulp
        actor = gemeente.actor(BEEK["consulent"])
        gedaan = registreer_monitoring(gemeente.omgeving, actor, levering.zaak_id, self.verslag(gemeente, uitkomst))
        (signaal,) = gedaan.signalen
        assert signaal.tekst.startswith("Opnieuw bekijken wat er nodig is")
        assert signaal.afgehandeld_op is None

    def test_d22_bij_een_meervoudige_vraag_volgt_de_buurtcoach(self, open_proef):
        doetinchem = open_proef("doetinchem")
        zaak_id, _ = na_besluit.bekend(doetinchem, "meervoudig")
        verslag = self.verslag(doetinchem, Monitoruitkomst.VRAAG_KLEINER)
        with pytest.raises(Regelovertreding, match="D-22"):
            registreer_monitoring(doetinchem.omgeving, doetinchem.actor("M-001"), zaak_id, verslag)
        assert not na_besluit.lees(doetinchem, "monitoringen")
        registreer_monitoring(doetinchem.omgeving, doetinchem.actor("M-007"), zaak_id, verslag)
        (record,) = na_besluit.lees(doetinchem, "monitoringen")
        assert (record.uitkomst, record.door) == (Monitoruitkomst.VRAAG_KLEINER, "M-007")

    def test_w22_hulp_die_niet_past_wordt_een_knelpunt_tot_het_is_opgelost(self, hulp):
        gemeente, levering = hulp
        omgeving, actor = gemeente.omgeving, gemeente.actor(BEEK["consulent"])
        kaal = self.verslag(gemeente, Monitoruitkomst.NIET_ADEQUAAT)
        with pytest.raises(Regelovertreding, match="W-22"):
            registreer_monitoring(omgeving, actor, levering.zaak_id, kaal)
        met = kaal.gewijzigd(knelpunt=Knelpunt(aan="teamleider", tekst="De hulp komt te laat op de dag."))
        (signaal,) = registreer_monitoring(omgeving, actor, levering.zaak_id, met).signalen
        with omgeving.werk(actor) as werk:
            assert signaal.id in {item.signaal for item in zie_knelpunten(werk, omgeving)}
        handel_af(omgeving, actor, signaal.id, omgeving.vandaag(), "De tijd is aangepast.")
        with omgeving.werk(actor) as werk:
            assert signaal.id not in {item.signaal for item in zie_knelpunten(werk, omgeving)}
        with pytest.raises(Conflict, match="al afgehandeld"):
            handel_af(omgeving, actor, signaal.id, omgeving.vandaag(), "Nog eens.")

    def test_een_knelpunt_gaat_naar_iemand_die_bestaat(self, hulp):
        gemeente, levering = hulp
        verslag = self.verslag(gemeente, Monitoruitkomst.ADEQUAAT, knelpunt=Knelpunt(aan="Kanariepiet", tekst="x"))
        with pytest.raises(Invoerfout, match="bestaat niet als medewerker of functie") as fout:
            registreer_monitoring(gemeente.omgeving, gemeente.actor(BEEK["consulent"]), levering.zaak_id, verslag)
        assert "Kanariepiet" not in str(fout.value)

    def test_w22_hulp_die_niet_begon_is_vanzelf_een_knelpunt(self, toegewezen):
        gemeente, _levering = toegewezen
        for dagen, verwacht in ((10, False), (11, True)):
            later, _ = op_dag(gemeente, dagen)
            with later.omgeving.werk(later.actor()) as werk:
                gezien = [item.wat for item in zie_knelpunten(werk, later.omgeving) if "niet gestart" in item.wat]
            assert bool(gezien) is verwacht, dagen

    def test_zonder_besluit_valt_er_niets_te_volgen(self, open_proef):
        gemeente = open_proef("zwolle")
        _, (zaak_id,) = na_besluit.ingenomen(gemeente)
        verslag = self.verslag(gemeente, Monitoruitkomst.ADEQUAAT)
        with pytest.raises(Conflict, match="nog niets besloten"):
            registreer_monitoring(gemeente.omgeving, gemeente.actor("M-002"), zaak_id, verslag)


class TestHerindicatie:
    def test_b51_inwoner_en_administratie_horen_het_en_de_consulent_niet(self, hulp):
        gemeente, levering = hulp
        dagen = (levering.einddatum - gemeente.omgeving.vandaag()).days
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            assert aflopend(werk, gemeente.omgeving, dagen - 1) == ()
            (afloop,) = aflopend(werk, gemeente.omgeving, dagen)
        assert afloop.bericht_aan == (INWONER, "medewerker-administratie")
        assert (afloop.einddatum, afloop.dagen) == (levering.einddatum, dagen)
        later, _ = op_dag(gemeente, dagen - 10)
        with later.omgeving.werk(later.actor()) as werk:
            voor_administratie = [taak.wat for taak in nazorgwerk(werk, later.omgeving, BEEK["administratie"])]
            voor_consulent = [taak.wat for taak in nazorgwerk(werk, later.omgeving, BEEK["consulent"])]
        assert any("loopt af" in wat for wat in voor_administratie)
        assert not any("loopt af" in wat for wat in voor_consulent)

    def test_b51_waar_de_administratie_het_niet_wenst_hoort_alleen_de_inwoner_het(self, beekdaelen):
        nee = beekdaelen.omgeving.organisatie.nazorg.gewijzigd(afloop_als="nee")
        organisatie = beekdaelen.omgeving.organisatie.gewijzigd(nazorg=nee)
        assert ontvangers(replace(beekdaelen.omgeving, organisatie=organisatie)) == (INWONER,)

    def test_wat_gestopt_is_loopt_niet_meer_af(self, toegewezen):
        gemeente, levering = toegewezen
        actor, vandaag = gemeente.actor(BEEK["administratie"]), gemeente.omgeving.vandaag()
        stappen.stop(gemeente.omgeving, actor, levering.id, vandaag, Stopreden.VERHUISD)
        with gemeente.omgeving.werk(actor) as werk:
            assert aflopend(werk, gemeente.omgeving, 2000) == ()

    def test_l64_zonder_heronderzoek_staat_er_een_waarschuwing(self, hulp):
        gemeente, levering = hulp
        actor = gemeente.actor(BEEK["consulent"])
        with gemeente.omgeving.werk(actor) as werk:
            (afloop,) = aflopend(werk, gemeente.omgeving, 2000)
        assert [regel.regel for regel in afloop.let_op] == ["L-64"]
        op = levering.einddatum - timedelta(days=60)
        _, let_op = plan_heronderzoek(gemeente.omgeving, actor, levering.id, op)
        assert let_op == ()
        _, te_laat = plan_heronderzoek(gemeente.omgeving, actor, levering.id, levering.einddatum + timedelta(days=1))
        assert "al voorbij" in te_laat[0].boodschap

    def test_de_brief_staat_een_keer_klaar(self, hulp):
        gemeente, levering = hulp
        omgeving, actor = gemeente.omgeving, gemeente.actor(BEEK["administratie"])
        kenmerk = zet_brief_klaar(omgeving, actor, levering.id)
        (brief,) = na_besluit.lees(gemeente, "brieven", id=kenmerk)
        assert (brief.sjabloon, brief.besluit_id) == (EINDE, None)
        with pytest.raises(Conflict, match="staat al klaar"):
            zet_brief_klaar(omgeving, actor, levering.id)
        assert meld_aangekondigd(omgeving, actor, levering.id, omgeving.vandaag()).aangekondigd_op


def test_b46_administratie_ziet_de_voortgang_van_alles(hulp):
    gemeente, _ = hulp
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        alles = werkvoorraad(werk, gemeente.omgeving)
        van_administratie = werkvoorraad(werk, gemeente.omgeving, BEEK["administratie"])
        van_ander = werkvoorraad(werk, gemeente.omgeving, "M-005")
    assert van_administratie.wachtend == alles.wachtend != ()
    assert len(van_administratie.standen) == len(alles.standen) == 1
    assert van_ander.standen == ()
