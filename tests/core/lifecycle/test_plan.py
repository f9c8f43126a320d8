"""The plan of a household on real storage: versions, who sees what, what people say of it, and the rules."""

from __future__ import annotations

from datetime import timedelta

import pytest
from huishoudens import JEUGD, WMO, Huishouden

from toegang.domain.begrippen import Akkoord, Kanaal, Plansoort, Wet
from toegang.domain.plandelen import (
    Afspraak,
    Afspraakstand,
    Doel,
    Handtekening,
    Instemming,
    Instemmingstand,
    Kopie,
    Reactie,
    Stem,
    Tekenuitkomst,
)
from toegang.domain.planzicht import zicht
from toegang.domain.toestemming import Toestemmingsoort
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.plan import herzie_plan, plan_van, planversies, stel_plan_vast
from toegang.lifecycle.plantoets import planbeeld
from toegang.lifecycle.planuitspraak import lever_kopie, reageer, stem_in, teken, werk_afspraak_bij
from toegang.lifecycle.toestemming import Toestemmingsverzoek, gedeeld_op, geef_toestemming, trek_toestemming_in
from toegang.lifecycle.werkvoorraad import werkvoorraad

B59 = {
    "gezin": [{"wie": wie, "tekst": "Het gaat redelijk."} for wie in ("client", "partner", "kind")],
    "taakvelden": [
        {"veld": veld, "tekst": "niet aan de orde"} for veld in ("wmo", "jeugd", "participatie", "veilig-thuis")
    ],
    "deelnemers": ["client"],
}


@pytest.fixture
def huis(open_proef):
    return lambda naam, *vragen, **anders: Huishouden(open_proef(naam), *vragen, **anders)


def leg_vast(h, wet="WMO", **anders):
    return stel_plan_vast(h.omgeving, h.actor(), h.zaken[wet], h.voorstel(**anders))


def herzie(h, wet="WMO", **anders):
    return herzie_plan(h.omgeving, h.actor(), h.zaken[wet], h.voorstel(**anders))


def versies(h):
    dossier = h.zaak(next(iter(h.zaken.values()))).dossier_id
    return h.lees(lambda werk: planversies(werk, dossier))


class TestVersies:
    def test_z14_een_tweede_zaak_maakt_een_volgende_versie_van_hetzelfde_plan(self, huis):
        h = huis("zwolle", WMO, JEUGD)
        eerste = leg_vast(h)
        tweede = leg_vast(h, "JEUGDWET", doelen=["Weer naar school."])
        assert (eerste.plan.versie, tweede.plan.versie) == (1, 2)
        assert [doel.tekst for doel in tweede.doelen] == ["Thuis blijven wonen.", "Weer naar school."]
        assert [doel.nummer for doel in tweede.doelen] == [1, 2]
        assert [doel.wet for doel in tweede.doelen] == [Wet.WMO, Wet.JEUGDWET]
        assert [item.nummer for item in tweede.afspraken] == [1, 2]
        assert [record.plan.versie for record in versies(h)] == [1, 2]
        assert versies(h)[0] == eerste

    def test_z14_een_tweede_soort_plan_naast_het_eerste_kan_niet(self, huis):
        h = huis("zwolle", WMO, {**WMO, "wet": "WGS", "product": "schuldhulpverlening"})
        leg_vast(h)
        with pytest.raises(Regelovertreding, match=r"Z-14.*een plan van aanpak daarnaast kan niet"):
            leg_vast(h, "WGS", soort="PLAN_VAN_AANPAK")
        assert len(versies(h)) == 1
        assert leg_vast(h, "WGS", soort="GEZINSPLAN").plan.versie == 2

    def test_z19_zwolle_kent_het_gezinsplan(self, huis):
        assert leg_vast(huis("zwolle"), soort="GEZINSPLAN").plan.soort is Plansoort.GEZINSPLAN

    def test_een_soort_die_de_gemeente_niet_gebruikt_wordt_geweigerd(self, huis):
        h = huis("schagen")
        with pytest.raises(Invoerfout, match=r"soort: gemeente Schagen werkt niet met een gezinsplan.*plansoorten"):
            leg_vast(h, soort="GEZINSPLAN")
        assert versies(h) == ()

    def test_herzien_bewaart_de_oude_versie_en_het_verloop_van_de_afspraken(self, huis):
        h = huis("zwolle")
        eerste = leg_vast(
            h, afspraken=[{"wat": "Boodschappen doen", "wie": "de buurman"}, {"wat": "Bellen", "wie": "gemeente"}]
        )
        werk_afspraak_bij(h.omgeving, h.actor(), h.zaken["WMO"], 1, Afspraakstand.LOOPT, h.dag(18), "Gaat goed.")
        tweede = herzie(
            h,
            op=h.dag(20),
            afspraken=[Afspraak(wat="Boodschappen doen", wie="de buurman"), Afspraak(wat="Nieuw", wie="x")],
        )
        stand = {item.nummer: item.stand for item in tweede.afspraken}
        assert stand == {1: "LOOPT", 2: "VERVALLEN", 3: "AFGESPROKEN"}
        (keer,) = next(item for item in tweede.afspraken if item.nummer == 1).verloop
        assert (keer.stand, keer.toelichting) == (Afspraakstand.LOOPT, "Gaat goed.")
        oud, nieuw = versies(h)
        assert (oud.plan, oud.doelen) == (eerste.plan, eerste.doelen)
        assert nieuw == tweede

    def test_herzien_kan_niet_zonder_plan_en_niet_met_een_eerdere_dag(self, huis):
        h = huis("zwolle", WMO, JEUGD)
        with pytest.raises(Conflict, match="heeft nog geen plan"):
            herzie(h)
        leg_vast(h)
        with pytest.raises(Conflict, match="heeft nog geen plan"):
            herzie(h, "JEUGDWET")
        with pytest.raises(Invoerfout, match="Het herziene plan kan niet op"):
            herzie(h, op=h.dag(10))
        assert len(versies(h)) == 1

    def test_een_doel_dat_er_niet_is(self, huis):
        h = huis("zwolle")
        with pytest.raises(Invoerfout, match=r"afspraken\.1\.doel: doel 3 bestaat niet"):
            leg_vast(h, afspraken=[{"wat": "Bellen", "wie": "gemeente", "doel": 3}])

    @pytest.mark.parametrize(
        ("veld", "waarde", "plek"),
        [
            ("doelen", [{"tekst": "Rust.", "alleen_voor": "opa"}], r"doelen\.1\.alleen_voor"),
            ("deelnemers", ["Kanariepiet"], r"deelnemers\.1\.wie"),
            ("gezin", [{"wie": "oma", "tekst": "Ziek."}], r"gezin\.1\.wie"),
            ("stemmen", [{"wie": "oma", "tekst": "Nee."}], r"stemmen\.1\.wie"),
        ],
    )
    def test_wie_geen_lid_is_wordt_geweigerd_zonder_de_naam_te_herhalen(self, huis, veld, waarde, plek):
        h = huis("zwolle")
        with pytest.raises(Invoerfout, match=f"{plek}.*geen lid van het huishouden") as fout:
            leg_vast(h, **{veld: waarde})
        assert "Kanariepiet" not in str(fout.value)
        assert h.leden["partner"] in str(fout.value)
        assert versies(h) == ()


class TestRegels:
    def test_w21_zonder_oplossing_of_afspraak_geen_plan(self, huis):
        h = huis("schagen")
        with pytest.raises(Regelovertreding, match="W-21"):
            leg_vast(h, afspraken=())
        with zonder_regels("W-21"):
            assert leg_vast(h, afspraken=()).plan.versie == 1

    def test_w23_oneens_houdt_het_plan_niet_op_maar_staat_erin(self, huis):
        h = huis("schagen")
        with pytest.raises(Regelovertreding, match="W-23"):
            leg_vast(h, overeenstemming=None)
        record = leg_vast(h, overeenstemming={"bereikt": False, "toelichting": "De inwoner wil meer uren."})
        assert record.overeenstemming.toelichting == "De inwoner wil meer uren."

    def test_z11_het_plan_volgt_uit_het_gesprek(self, huis):
        h = huis("zwolle")
        with pytest.raises(Regelovertreding, match="Z-11"):
            leg_vast(h, op=h.dag(5))
        assert leg_vast(h).gesprek_id is not None

    def test_z12_zonder_afspraken_geen_plan_in_zwolle(self, huis):
        h = huis("zwolle")
        alleen = {"afspraken": (), "oplossingen": [{"wat": "De inloop", "soort": "NETWERK"}]}
        with pytest.raises(Regelovertreding, match="Z-12"):
            leg_vast(h, **alleen)
        assert versies(h) == ()

    def test_b21_b59_het_huishouden_doet_mee_en_alle_velden_zijn_bekeken(self, huis):
        h = huis("beekdaelen")
        with pytest.raises(Regelovertreding) as fout:
            leg_vast(h)
        assert {toets.regel for toets in fout.value.toetsen} == {"B-21", "B-59"}
        assert "veilig-thuis" in str(fout.value)
        assert leg_vast(h, **B59).plan.soort is Plansoort.ONDERSTEUNINGSPLAN

    def test_d16_de_stem_van_inwoner_en_buurtcoach(self, huis):
        meer = {"verliest_regie": True, "zelfregie": "KAN_NIET", "aantal_professionals": 3}
        tweede = {"wet": "WGS", "voor": "a", "product": "schuldhulpverlening"}
        h = huis("doetinchem", {**WMO, "product": "begeleiding-individueel"}, tweede, **meer)
        with pytest.raises(Regelovertreding, match="de inbreng van de inwoner ontbreekt"):
            leg_vast(h)
        with pytest.raises(Regelovertreding, match="de inbreng van de buurtcoach") as fout:
            leg_vast(h, inbreng="Ik wil rust.")
        assert {toets.regel for toets in fout.value.toetsen} == {"D-16"}
        stem = Stem(wie="coach", rol="BUURTCOACH", tekst="Ik help met de post.")
        record = leg_vast(h, inbreng="Ik wil rust.", stemmen=(stem,))
        assert [item.tekst for item in record.stemmen] == ["Ik help met de post.", "Ik wil rust."]

    def test_l88_het_gezin_hoort_van_het_familiegroepsplan(self, huis):
        h = huis("zwolle", JEUGD)
        record = leg_vast(h, "JEUGDWET")
        (toets,) = [toets for toets in record.regels if toets.regel == "L-88"]
        assert (toets.oordeel, "mocht maken" in toets.boodschap) == ("WAARSCHUWING", True)
        eigen = {
            "aangeboden_op": h.dag(3),
            "ontvangen_op": h.dag(9),
            "inhoud": "Oma brengt hem naar school.",
            "verwerkt": "Dit is afspraak 2.",
        }
        nieuw = herzie(h, "JEUGDWET", familiegroepsplan=eigen)
        assert nieuw.familiegroepsplan.inhoud == "Oma brengt hem naar school."
        assert not [toets for toets in nieuw.regels if toets.regel == "L-88" and toets.boodschap]

    def test_l68_gegevens_van_een_andere_wet_alleen_met_toestemming(self, huis):
        h = huis("zwolle")
        doelen = [Doel(tekst="Van school weten wij dat het misgaat.", wet=Wet.JEUGDWET, over="kind")]
        with pytest.raises(Regelovertreding, match="L-68"):
            leg_vast(h, doelen=doelen)
        verzoek = Toestemmingsverzoek(
            wie="kind", soort=Toestemmingsoort.GEGEVENS_DELEN, reikwijdte="JEUGDWET", op=h.dag(14), door="partner"
        )
        geef_toestemming(h.omgeving, h.actor(), h.zaken["WMO"], verzoek)
        assert leg_vast(h, doelen=doelen).plan.versie == 1


class TestUitspraken:
    def test_s18_een_reactie_met_kanaal_tijd_en_opmerkingen_blijft_bewaard(self, huis):
        h = huis("schagen")
        leg_vast(h)
        zaak = h.zaken["WMO"]
        kaal = Reactie(stand=Akkoord.GEACCORDEERD, op=h.dag(16))
        with pytest.raises(Regelovertreding, match="S-18"):
            reageer(h.omgeving, h.actor(), zaak, kaal)
        digitaal = {"kanaal": Kanaal.WEBFORMULIER, "tijd": "21:05"}
        met = Reactie(stand=Akkoord.MET_OPMERKINGEN, op=h.dag(16), opmerkingen="Het was twee uur.", **digitaal)
        assert reageer(h.omgeving, h.actor(), zaak, met).plan.akkoord is Akkoord.MET_OPMERKINGEN
        record = reageer(h.omgeving, h.actor(), zaak, kaal.gewijzigd(**digitaal))
        assert record.plan.akkoord is Akkoord.GEACCORDEERD
        assert [item.opmerkingen for item in record.reacties] == ["Het was twee uur.", ""]
        assert all(item.wie == h.leden["client"] and item.vastgelegd_op for item in record.reacties)

    def test_s18_geen_reactie_houdt_een_besluit_niet_op(self, huis):
        h = huis("schagen")
        assert leg_vast(h).plan.akkoord is Akkoord.AANGEBODEN
        assert h.besluit().soort == "TOEKENNING"

    def test_opmerkingen_zonder_tekst_worden_geweigerd(self, huis):
        h = huis("zwolle")
        leg_vast(h)
        with pytest.raises(Invoerfout, match="die staan er niet bij"):
            reageer(h.omgeving, h.actor(), h.zaken["WMO"], Reactie(stand=Akkoord.MET_OPMERKINGEN, op=h.dag(16)))

    def test_z23_zonder_instemming_geen_toekenning_en_uitblijven_is_vast_te_leggen(self, huis):
        h = huis("zwolle")
        leg_vast(h)
        with pytest.raises(Regelovertreding, match="Z-23"):
            h.besluit()
        zaak = h.zaken["WMO"]
        geen = Instemming(stand=Instemmingstand.GEEN_REACTIE, op=h.dag(20))
        with pytest.raises(Invoerfout, match="wat u probeerde"):
            stem_in(h.omgeving, h.actor(), zaak, geen)
        stem_in(h.omgeving, h.actor(), zaak, geen.gewijzigd(toelichting="Twee keer gebeld."))
        assert neem(h).soort == "TOEKENNING"

    def test_b26_1gezin1plan_wordt_door_iedereen_getekend(self, huis):
        meer = {"verliest_regie": True, "zelfregie": "KAN_NIET", "aantal_professionals": 3}
        tweede = {"wet": "PARTICIPATIEWET", "voor": "a", "product": "algemene-bijstand"}
        h = huis("beekdaelen", {**WMO, "product": "begeleiding-individueel", "gespecialiseerd": True}, tweede, **meer)
        partijen = ["client", {"wie": "de wijkverpleging", "rol": "AANBIEDER"}]
        record = leg_vast(h, **{**B59, "deelnemers": partijen})
        assert record.plan.soort is Plansoort.GEZINSPLAN
        assert record.format == "format Zuid-Limburg"  # B-28
        with pytest.raises(Regelovertreding, match=r"B-26.*hulpvrager") as fout:
            h.besluit(product="begeleiding-individueel")
        assert "deelnemer 2 (aanbieder)" in str(fout.value)
        zaak = h.zaken["WMO"]
        teken(h.omgeving, h.actor(), zaak, Handtekening(wie="client", op=h.dag(16), wijze="PAPIER"))
        weigert = Handtekening(wie="2", uitkomst=Tekenuitkomst.GEWEIGERD, op=h.dag(17))
        with pytest.raises(Invoerfout, match="Er staat niet waarom"):
            teken(h.omgeving, h.actor(), zaak, weigert)
        nieuw = teken(h.omgeving, h.actor(), zaak, weigert.gewijzigd(reden="Tekent uit beleid niet."))
        assert nieuw.doelen == record.doelen
        assert nieuw.plan.getekend_op == h.dag(16)
        assert neem(h, "begeleiding-individueel").soort == "TOEKENNING"

    def test_tekenen_twee_keer_door_een_vreemde_en_als_aanvraag(self, huis):
        h = huis("zwolle")
        leg_vast(h)
        zaak = h.zaken["WMO"]
        partner = Handtekening(wie="partner", op=h.dag(16))
        with pytest.raises(Invoerfout, match="Alleen een plan dat de inwoner zelf tekent"):
            teken(h.omgeving, h.actor(), zaak, partner, als_aanvraag=True)
        assert teken(h.omgeving, h.actor(), zaak, partner).plan.getekend_op is None
        client = teken(h.omgeving, h.actor(), zaak, Handtekening(wie="client", op=h.dag(17)), als_aanvraag=True)
        assert (client.plan.getekend_op, client.plan.geldt_als_aanvraag) == (h.dag(17), True)
        with pytest.raises(Conflict, match="tekende versie 1 al op"):
            teken(h.omgeving, h.actor(), zaak, Handtekening(wie="client", op=h.dag(18)))
        with pytest.raises(Invoerfout, match="geen deelnemer aan het plan") as fout:
            teken(h.omgeving, h.actor(), zaak, Handtekening(wie="Kanariepiet", op=h.dag(18)))
        assert "Kanariepiet" not in str(fout.value)

    def test_een_ouder_tekent_voor_het_kind(self, huis):
        h = huis("zwolle", JEUGD)
        leg_vast(h, "JEUGDWET")
        record = teken(h.omgeving, h.actor(), h.zaken["JEUGDWET"], Handtekening(wie="partner", op=h.dag(16)))
        assert record.plan.getekend_op == h.dag(16)

    def test_de_handtekening_van_de_een_is_niet_die_van_de_ander(self, huis):
        partner = {**WMO, "voor": "b", "wet": "WGS", "product": "schuldhulpverlening"}
        h = huis("zwolle", WMO, partner)
        leg_vast(h, getekend_op=h.dag(), geldt_als_aanvraag=True)
        leg_vast(h, "WGS")
        gezien = {
            wet: h.lees(lambda werk, nummer=nummer: planbeeld(werk, werk.zaken.haal(nummer)))
            for wet, nummer in h.zaken.items()
        }
        assert (gezien["WMO"].versie, gezien["WMO"].getekend_op) == (1, h.dag())
        assert (gezien["WGS"].versie, gezien["WGS"].getekend_op) == (2, None)

    def test_afspraak_die_er_niet_is_en_een_stand_die_er_al_was(self, huis):
        h = huis("zwolle")
        zaak = h.zaken["WMO"]
        with pytest.raises(Conflict, match="nog geen plan"):
            werk_afspraak_bij(h.omgeving, h.actor(), zaak, 1, Afspraakstand.LOOPT, h.dag())
        leg_vast(h)
        with pytest.raises(Invoerfout, match=r"geen afspraak 7\. Wel: 1\."):
            werk_afspraak_bij(h.omgeving, h.actor(), zaak, 7, Afspraakstand.LOOPT, h.dag())
        with pytest.raises(Conflict, match="al AFGESPROKEN"):
            werk_afspraak_bij(h.omgeving, h.actor(), zaak, 1, Afspraakstand.AFGESPROKEN, h.dag())
        with pytest.raises(Invoerfout, match="Deze stand kan niet op"):
            werk_afspraak_bij(h.omgeving, h.actor(), zaak, 1, Afspraakstand.GELUKT, h.dag(90))


class TestKopie:
    def test_z11_de_kopie_is_werk_tot_de_inwoner_haar_heeft(self, huis):
        h = huis("zwolle")
        leg_vast(h)
        (open_,) = h.lees(lambda werk: werkvoorraad(werk, h.omgeving).kopieen)
        assert (open_.zaak.id, open_.versie, open_.sinds) == (h.zaken["WMO"], 1, h.dag())
        lever_kopie(h.omgeving, h.actor(), open_.zaak.id, Kopie(aan="client", op=h.dag(16), wijze="POST"))
        assert h.lees(lambda werk: werkvoorraad(werk, h.omgeving).kopieen) == ()
        with pytest.raises(Conflict, match="kreeg versie 1 al op"):
            lever_kopie(h.omgeving, h.actor(), open_.zaak.id, Kopie(aan="client", op=h.dag(16), wijze="POST"))
        herzie(h, op=h.dag(20))
        (weer,) = h.lees(lambda werk: werkvoorraad(werk, h.omgeving).kopieen)
        assert weer.versie == 2

    def test_waar_de_bron_het_niet_zegt_is_het_geen_werk(self, huis):
        h = huis("schagen")
        leg_vast(h)
        assert h.lees(lambda werk: werkvoorraad(werk, h.omgeving).kopieen) == ()


class TestToestemming:
    def verzoek(self, h, **anders):
        vast = {"wie": "client", "soort": Toestemmingsoort.GEGEVENS_DELEN, "reikwijdte": "WGS", "op": h.dag()}
        return Toestemmingsverzoek.model_validate({**vast, **anders})

    def test_l68_zonder_toestemming_ziet_de_ene_zaak_het_deel_van_de_andere_niet(self, huis):
        h = huis("zwolle", {**WMO, "wet": "WGS", "product": "schuldhulpverlening"}, WMO)
        leg_vast(h, "WGS", doelen=["Uit de schulden komen."], inbreng="Ik schaam mij.")
        leg_vast(h)
        zaak = h.zaak(h.zaken["WMO"])
        record = h.lees(lambda werk: plan_van(werk, zaak.dossier_id))

        def te_zien():
            gedeeld = h.lees(lambda werk: gedeeld_op(werk, zaak.dossier_id, h.omgeving.vandaag()))
            return [doel.tekst for doel in zicht(record, None, Wet.WMO, gedeeld).doelen]

        assert te_zien() == ["Thuis blijven wonen."]
        gegeven = geef_toestemming(h.omgeving, h.actor(), zaak.id, self.verzoek(h))
        assert te_zien() == ["Uit de schulden komen.", "Thuis blijven wonen."]
        trek_toestemming_in(h.omgeving, h.actor(), zaak.id, gegeven.id, h.omgeving.vandaag())
        assert te_zien() == ["Thuis blijven wonen."]

    def test_wat_niet_kan(self, huis):
        h = huis("zwolle")
        zaak = h.zaken["WMO"]
        with pytest.raises(Invoerfout, match="kan geen toestemming geven voor"):
            geef_toestemming(h.omgeving, h.actor(), zaak, self.verzoek(h, wie="partner", door="client"))
        morgen = h.omgeving.vandaag() + timedelta(days=1)
        with pytest.raises(Invoerfout, match="De toestemming kan niet op"):
            geef_toestemming(h.omgeving, h.actor(), zaak, self.verzoek(h, op=morgen))
        gegeven = geef_toestemming(h.omgeving, h.actor(), zaak, self.verzoek(h))
        with pytest.raises(Conflict, match="gaf deze toestemming al"):
            geef_toestemming(h.omgeving, h.actor(), zaak, self.verzoek(h))
        with pytest.raises(Invoerfout, match="hoort niet bij het huishouden"):
            trek_toestemming_in(h.omgeving, h.actor(), zaak, "TS-0", h.dag())
        trek_toestemming_in(h.omgeving, h.actor(), zaak, gegeven.id, h.dag(20))
        with pytest.raises(Conflict, match="is al ingetrokken op"):
            trek_toestemming_in(h.omgeving, h.actor(), zaak, gegeven.id, h.dag(20))
        assert geef_toestemming(h.omgeving, h.actor(), zaak, self.verzoek(h, op=h.dag(25))).id != gegeven.id


def neem(h, product="vervoerspas"):
    """Take the decision after the aanvraag was registered before."""
    return h.besluit(product=product, met_aanvraag=False)
