"""The whole road: two made-up gemeenten go on as a third; refused where it must be, the same at each run, and back."""

import hashlib
import json
import os
import signal
import subprocess
import sys
from datetime import date

import pytest
from fusiedata import maak_gemeenten
from fusiewerk import OUD, WEST, Werk, keur_alles_goed

from toegang.domain.brief import Informatietekst
from toegang.environment import Klok, sluit_aan
from toegang.errors import Conflict, Controlefout, Invoerfout, NietToegestaan
from toegang.fusion.afbeelding.dekking import dekking
from toegang.fusion.afbeelding.goedkeuring import geef_akkoord
from toegang.fusion.brieven import maak_briefplan, zet_informatie_klaar
from toegang.fusion.conflicten.soorten import Geval, Keuze
from toegang.fusion.controle import controleer
from toegang.fusion.inventaris import inventariseer
from toegang.fusion.koppel.paren import Paar
from toegang.fusion.koppel.uitvoeren import EEN, koppel
from toegang.fusion.oordeel import oordeel_conflicten, oordeel_paar, teken_af, teken_zekere
from toegang.fusion.overname.terugdraaien import draai_terug
from toegang.fusion.overname.uitvoeren import pas_toe
from toegang.fusion.proef import draai_proef
from toegang.fusion.project import INGETROKKEN
from toegang.fusion.resultaat import schrijf_resultaat
from toegang.fusion.waarden import Bronregel, Plaats
from toegang.storage import Actor
from toegang.storage.uittreksel import lees_rijen


def afdruk(gemeente, *buiten):
    """A digest per table of all rows as they are on the disk, without the log."""
    with gemeente.omgeving.opslag.verbind(alleen_lezen=True) as verbinding:
        tabellen, naam = {}, None
        for regel in lees_rijen(verbinding):
            if isinstance(regel, dict):
                naam = regel.get("tabel")
                continue
            tabellen.setdefault(naam, hashlib.sha256()).update(json.dumps(regel).encode())
    return {naam: som.hexdigest() for naam, som in tabellen.items() if naam not in ("logboek", *buiten)}


def plaatsen(project):
    with project.werk(OUD, alleen_lezen=True) as bank:
        return {item.id: item for item in bank.van("plaatsen", Plaats).zoek()}


def gevallen(project, soort):
    with project.werk(OUD, alleen_lezen=True) as bank:
        return bank.van("conflicten", Geval).zoek(soort=soort)


def test_voor_de_herindeling_vraagt_het_een_overeenkomst(werk):
    voor = Klok(date(2026, 12, 30))
    with werk.open(voor) as project:
        with pytest.raises(NietToegestaan, match="AVG artikel 26 en 28"):
            inventariseer(project, OUD)
        with project.werk(OUD) as bank:
            project.bewaar_feit(bank, "overeenkomst", {"kenmerk": "VWO-1"})
            bank.commit()
        assert len(inventariseer(project, OUD)) == 4


def test_koppelen_vindt_wie_dezelfde_is(gekoppeld):
    with gekoppeld.open() as project:
        waar = plaatsen(project)
        for een, ander in gekoppeld.feiten["samen"]:
            assert waar[een].vast == waar[ander].vast
            assert waar[een].zekerheid == "ZEKER"
        for een, ander in gekoppeld.feiten["zonder_bsn"]:
            assert waar[een].vast != waar[ander].vast
            assert waar[een].persoon == waar[ander].persoon
        paren = len(gekoppeld.feiten["samen"]) + len(gekoppeld.feiten["zonder_bsn"])
        assert len({item.persoon for item in waar.values()}) == len(waar) - paren


def test_een_oordeel_telt_bij_twee_mensen_en_gaat_weer_terug(gekoppeld):
    een, ander = gekoppeld.feiten["zonder_bsn"][0]
    with gekoppeld.open() as project:
        voor = plaatsen(project)
        with project.werk(OUD, alleen_lezen=True) as bank:
            paar = next(p for p in bank.van("paren", Paar).zoek() if set(p.records) == {een, ander})
        assert oordeel_paar(project, OUD, paar.id, EEN).besloten == 0
        assert oordeel_paar(project, OUD, paar.id, EEN).besloten == 0  # the same person twice is one person
        assert plaatsen(project)[een].vast != plaatsen(project)[ander].vast
        assert oordeel_paar(project, WEST, paar.id, EEN).besloten == 1
        assert plaatsen(project)[een].vast == plaatsen(project)[ander].vast
        oordeel_paar(project, OUD, paar.id, INGETROKKEN)
        assert plaatsen(project) == voor


def test_conflicten_worden_gevonden_en_beslist_door_twee(gekoppeld):
    with gekoppeld.open() as project:
        assert [geval.records for geval in gevallen(project, "RECHTSWIJZIGING")] == [("9101:hulp:2",)]
        assert [geval.records for geval in gevallen(project, "EINDE_VOOR_START")] == [("9101:hulp:3",)]
        (geval,) = gevallen(project, "RECHTSWIJZIGING")
        with pytest.raises(Invoerfout, match="kan niet bij RECHTSWIJZIGING"):
            oordeel_conflicten(project, OUD, [geval.id], keuze=Keuze.AFWIJZEN)
        assert oordeel_conflicten(project, OUD, [geval.id], keuze=Keuze.OVERNEMEN).besloten == 0
        assert oordeel_conflicten(project, WEST, [geval.id], keuze=Keuze.PARKEER).besloten == 0
        assert oordeel_conflicten(project, WEST, [geval.id], keuze=Keuze.OVERNEMEN).besloten == 1


def test_wie_koppelde_tekent_niet(gekoppeld):
    with gekoppeld.open() as project:
        with pytest.raises(NietToegestaan, match="vier ogen"):
            teken_zekere(project, OUD)
        assert teken_zekere(project, WEST) == len(gekoppeld.feiten["samen"])


def test_de_proef_is_in_balans_en_telt_alles(gekoppeld):
    with gekoppeld.open() as project:
        uitslag = draai_proef(project, OUD)
    assert uitslag.buiten_balans == []
    assert {code: deel["in"] for code, deel in uitslag.per_bron.items()} == gekoppeld.feiten["in"]
    assert uitslag.verlies["schoon"] == {"rechten": 1, "uren": "5", "vorm": 0}


@pytest.mark.lang
def test_een_rij_die_verdwijnt_brengt_de_proef_uit_balans(gekoppeld):
    with gekoppeld.open() as project:
        with project.werk(OUD) as bank:
            bank.leeg("bronrijen", id="9101:hulp:1")
            bank.commit()
        assert "gemeente 9101" in draai_proef(project, OUD).buiten_balans[0]


def test_het_resultaat_noemt_niemand(gekoppeld, tmp_path):
    with gekoppeld.open() as project:
        telling = schrijf_resultaat(project, OUD, tmp_path / "uit")
        with project.werk(OUD, alleen_lezen=True) as bank:
            nummers = [rij.waarden.get("BSN", "") for rij in bank.van("bronrijen", Bronregel).zoek()]
    assert {code: deel["in"] for code, deel in telling.items()} == gekoppeld.feiten["in"]
    tekst = "".join(item.read_text() for item in (tmp_path / "uit").iterdir())
    assert not [nummer for nummer in nummers if nummer and nummer in tekst]
    assert "Jansen" not in tekst


def test_een_ontbrekend_blad_of_een_dubbele_kop_wordt_geweigerd(werk):
    hulp = werk.feiten["bronnen"] / "oudstad" / "hulp.csv"
    inhoud = hulp.read_bytes()
    hulp.write_bytes(inhoud.replace(b"HNR;NR;", b"NR;NR;", 1))
    with werk.open() as project, pytest.raises(Controlefout) as fout:
        inventariseer(project, OUD)
    assert "hulp: kolom 'HNR' is er niet" in fout.value.boodschap
    assert "hulp: kolom 'NR' staat er meer dan eens" in fout.value.boodschap
    hulp.unlink()
    with werk.open() as project, pytest.raises(Controlefout, match="het blad of bestand 'hulp' is er niet"):
        inventariseer(project, OUD)


@pytest.mark.lang
def test_een_volgende_levering_loopt_door_dezelfde_afbeelding(gekoppeld):
    hulp = gekoppeld.feiten["bronnen"] / "oudstad" / "hulp.csv"
    hulp.write_bytes(hulp.read_bytes() + b"H99;00001;XX;1;N;A;01-01-2026;;\r\n")
    with gekoppeld.open() as project:
        inventariseer(project, OUD, "oudstad")
        koppel(project, OUD, kans=False)
        with project.werk(OUD, alleen_lezen=True) as bank:
            (gat,) = dekking(project, bank, "oudstad")
        assert (gat.kolom, gat.wat) == ("CODE", "code 'XX' staat in geen lijst")
        draai_proef(project, OUD)
        assert len(gevallen(project, "ONBEKENDE_CODE")) == 1


class TestOvernemen:
    def test_zonder_akkoord_tekening_of_besluit_gaat_er_niets_over(self, gekoppeld):
        sluit_aan("zwolle", Actor(uid=0), register=gekoppeld.register, klok=gekoppeld.klok)
        with gekoppeld.open() as project, gekoppeld.gemeente() as gemeente:
            with pytest.raises(Conflict, match="nog geen proef"):
                pas_toe(project, gemeente.omgeving, OUD)
            draai_proef(project, OUD)
            with pytest.raises(NietToegestaan) as fout:
                pas_toe(project, gemeente.omgeving, OUD)
            for woord in ("afbeelding oudstad: 20 regels", "zekere koppelingen", "RECHTSWIJZIGING 1"):
                assert woord in fout.value.boodschap
            assert "zaken" not in afdruk(gemeente)

    def test_de_hele_weg(self, klaar):
        with klaar.open() as project, klaar.gemeente() as gemeente:
            voor = afdruk(gemeente)
            uit = pas_toe(project, gemeente.omgeving, OUD)
            na = afdruk(gemeente)
            # again is nothing new, byte for byte
            weer = pas_toe(project, gemeente.omgeving, OUD)
            assert (weer.nieuw, weer.afdruk, afdruk(gemeente)) == (0, uit.afdruk, na)
            aansluiting = controleer(project, gemeente.omgeving, OUD)
            assert aansluiting.sluit_aan
            assert aansluiting.per_bron["9101"]["aanwezig"] == klaar.feiten["in"]["9101"] - 2
            with pytest.raises(NietToegestaan, match="tekent niet voor deze gemeente"):
                teken_af(project, OUD, "9102", aansluiting.stempel)
            teken_af(project, OUD, "9101", aansluiting.stempel)
            assert controleer(project, gemeente.omgeving, OUD).getekend == {"9101": "oud"}
            self._herkomst(gemeente)
            self._brieven(project, gemeente)
            # and back: as it was, byte for byte
            draai_terug(gemeente.omgeving, OUD, uit.run)
            assert afdruk(gemeente) == voor

    def _herkomst(self, gemeente):
        with gemeente.omgeving.opslag.werk(OUD, alleen_lezen=True) as werk:
            (herkomst,) = werk.herkomsten.zoek(bronrecord="9101:hulp:1")
            assert herkomst.archiefvormer == "gemeente Oudstad"
            assert herkomst.besluit_op == "2024-01-15"
            assert herkomst.regime == "OUD_TOT_EINDDATUM"
            regels = {item.veld: item.conversieregel_id for item in herkomst.waarden}
            assert regels["uren"] == "H4"
            assert regels["kanaal"] == "VAST-KANAAL"
            zaak = next(z for z in werk.zaken.zoek() if f"meldingen:{z.melding_id}" == herkomst.doel)
            (record,) = werk.besluiten.zoek(zaak_id=zaak.id)
            assert record.besluit.voorzieningen[0].omvang == "2,5 uur per week"
            assert record.besluit.voorzieningen[0].einddatum == date(2028, 12, 31)
            mens = werk.herkomsten.zoek(bronrecord="9101:mensen:4")[0]
            inwoner = werk.inwoners.haal(mens.doel.partition(":")[2])
            vast = {item.veld: item for item in mens.waarden if item.conversieregel_id.startswith("VAST")}
            # the source has the name in capitals; that it reads otherwise here, is told
            assert (vast["geslachtsnaam"].bron, vast["geslachtsnaam"].doel) == ("SMIT", inwoner.geslachtsnaam)
            aanvraag = next(h for h in werk.herkomsten.zoek(bronrecord="9101:hulp:5"))
            open_ = next(z for z in werk.zaken.zoek() if f"meldingen:{z.melding_id}" == aanvraag.doel)
            assert (open_.status, open_.bekendgemaakt_op) == ("AANVRAAG", None)

    def _brieven(self, project, gemeente):
        plan = maak_briefplan(project, gemeente.omgeving, OUD)
        assert plan.informatie
        fout = Informatietekst(onderwerp="Uw hulp wordt minder", alineas=("U kunt bezwaar maken.",))
        with pytest.raises(NietToegestaan, match="geen informatiebrief"):
            zet_informatie_klaar(project, gemeente.omgeving, OUD, fout)
        goed = Informatietekst(onderwerp="Uw gemeente heet anders", alineas=("Uw hulp gaat door.",))
        assert zet_informatie_klaar(project, gemeente.omgeving, OUD, goed, proef=True).nieuw == len(plan.informatie)

    @pytest.mark.lang
    @pytest.mark.parametrize("wat", ["levering", "afbeelding", "besluit", "akkoord"])
    def test_wat_na_de_proef_verandert_houdt_alles_tegen(self, klaar, wat):
        if wat == "levering":
            hulp = klaar.feiten["bronnen"] / "oudstad" / "hulp.csv"
            hulp.write_bytes(hulp.read_bytes().replace(b"2,5", b"2,0", 1))
        with klaar.open() as project, klaar.gemeente() as gemeente:
            if wat == "afbeelding":
                pad = project.afbeeldingspad("oudstad")
                pad.write_text(pad.read_text().replace('A = "actief"', 'A = "opgeschort"'))
            elif wat == "besluit":
                (geval,) = gevallen(project, "RECHTSWIJZIGING")
                oordeel_conflicten(project, OUD, [geval.id], keuze=Keuze.OVERNEMEN)
            elif wat == "akkoord":
                geef_akkoord(project, OUD, "oudstad", ["H4"], intrekken=True)
            soort = NietToegestaan if wat == "akkoord" else Conflict
            with pytest.raises(soort):
                pas_toe(project, gemeente.omgeving, OUD)
            assert "zaken" not in afdruk(gemeente)

    @pytest.mark.lang
    def test_terugdraaien_kan_niet_als_er_is_gewerkt(self, klaar):
        with klaar.open() as project, klaar.gemeente() as gemeente:
            uit = pas_toe(project, gemeente.omgeving, OUD)
            with gemeente.omgeving.werk(Actor(uid=0)) as werk:
                inwoner = werk.inwoners.zoek()[0]
                werk.inwoners.bewaar(inwoner.gewijzigd(straat="Nieuweweg"))
                werk.commit()
            voor = afdruk(gemeente)
            with pytest.raises(NietToegestaan, match="is na de run gewerkt"):
                draai_terug(gemeente.omgeving, OUD, uit.run)
            assert afdruk(gemeente) == voor

    @pytest.mark.lang
    def test_terugdraaien_kan_niet_als_er_een_brief_weg_is(self, klaar):
        with klaar.open() as project, klaar.gemeente() as gemeente:
            uit = pas_toe(project, gemeente.omgeving, OUD)
            tekst = Informatietekst(onderwerp="Uw gemeente heet anders", alineas=("Uw hulp gaat door.",))
            zet_informatie_klaar(project, gemeente.omgeving, OUD, tekst)
            with gemeente.omgeving.werk(Actor(uid=0)) as werk:
                brief = werk.brieven.zoek()[0]
                werk.brieven.bewaar(brief.gewijzigd(status="VERZONDEN", verzonden_op=date(2027, 1, 5)))
                werk.commit()
            with pytest.raises(NietToegestaan, match="1 brieven gemaakt of verzonden"):
                draai_terug(gemeente.omgeving, OUD, uit.run)

    @pytest.mark.lang
    def test_wie_er_al_is_krijgt_zijn_hulp_in_zijn_eigen_dossier(self, klaar):
        with klaar.open() as project, klaar.gemeente() as gemeente:
            uit = pas_toe(project, gemeente.omgeving, OUD)
            with gemeente.omgeving.opslag.werk(OUD, alleen_lezen=True) as werk:
                mensen = len(werk.inwoners.zoek())
            (geval,) = gevallen(project, "RECHTSWIJZIGING")
            for actor in (OUD, WEST):
                oordeel_conflicten(project, actor, [geval.id], keuze=Keuze.OVERNEMEN)
            draai_proef(project, OUD)
            tweede = pas_toe(project, gemeente.omgeving, OUD)
            assert tweede.run != uit.run
            assert tweede.rijen["zaken"] == 1
            with gemeente.omgeving.opslag.werk(OUD, alleen_lezen=True) as werk:
                assert len(werk.inwoners.zoek()) - mensen <= 1
            assert controleer(project, gemeente.omgeving, OUD).sluit_aan
            # a right that the new rules do not know so: a besluit, no letter
            assert len(maak_briefplan(project, gemeente.omgeving, OUD).conversie) == 1


_KIND = """
import os, signal, sys
sys.path[:0] = {pad!r}
from pathlib import Path
from fusiedata import maak_gemeenten
from fusiewerk import OUD, Werk
from toegang.fusion.overname import uitvoeren
uitvoeren.PER_DEEL = 2
werk = Werk(Path({map!r}), {{}})
with werk.open() as project, werk.gemeente() as gemeente:
    uitvoeren.pas_toe(project, gemeente.omgeving, OUD,
        na_deel=lambda nummer, _: os.kill(os.getpid(), signal.SIGKILL) if nummer == {nummer} else None)
"""


@pytest.mark.lang
@pytest.mark.parametrize("nummer", [1, 3])
def test_na_een_kill_gaat_dezelfde_run_verder(klaar, nummer, monkeypatch):
    code = _KIND.format(pad=[item for item in sys.path if "tests" in item], map=str(klaar.map), nummer=nummer)
    kind = subprocess.run([sys.executable, "-c", code], check=False, env={**os.environ}, timeout=300)
    assert kind.returncode == -signal.SIGKILL
    monkeypatch.setattr("toegang.fusion.overname.uitvoeren.PER_DEEL", 2)
    with klaar.open() as project, klaar.gemeente() as gemeente:
        uit = pas_toe(project, gemeente.omgeving, OUD)
        assert uit.nieuw == uit.delen - nummer
        assert controleer(project, gemeente.omgeving, OUD).sluit_aan
        heel = uit.afdruk
        draai_terug(gemeente.omgeving, OUD, uit.run)
        assert pas_toe(project, gemeente.omgeving, OUD).afdruk == heel


@pytest.mark.lang
def test_dezelfde_weg_met_kans_en_op_een_server(postgres, tmp_path):
    werk = Werk(tmp_path, maak_gemeenten(tmp_path, 30))
    werk.register.map.mkdir(mode=0o700)
    werk.register.postgres = postgres
    werk.begin()
    with werk.open() as project:
        inventariseer(project, OUD)
        koppel(project, OUD)
    sluit_aan("zwolle", Actor(uid=0), register=werk.register, klok=werk.klok)
    keur_alles_goed(werk)
    with werk.open() as project, werk.gemeente() as gemeente:
        voor = afdruk(gemeente)
        uit = pas_toe(project, gemeente.omgeving, OUD)
        assert controleer(project, gemeente.omgeving, OUD).sluit_aan
        draai_terug(gemeente.omgeving, OUD, uit.run)
        assert afdruk(gemeente) == voor


def test_een_besluit_over_een_hele_soort_laat_wat_al_besloten_is(klaar):
    with klaar.open() as project:
        voor = [geval.id for geval in gevallen(project, "RECHTSWIJZIGING")]
        assert voor
        uit = oordeel_conflicten(project, OUD, [], soort="RECHTSWIJZIGING", keuze=Keuze.OVERNEMEN)
        assert uit.aantal == 0
        assert oordeel_conflicten(project, OUD, voor[:1], keuze=Keuze.OVERNEMEN).aantal == 1
