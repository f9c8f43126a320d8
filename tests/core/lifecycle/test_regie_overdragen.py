"""Regie changes hands only when the other accepts; it goes up with an outcome; and triage comes again."""

from datetime import date, timedelta

import pytest
from levensloop import lees, logregels, met_regie, met_team, regie_van, wijzig_mens, zaak_van

from toegang.domain.begrippen import Problematiek, Regiemodus, Zelfregie
from toegang.domain.overdracht import Overdrachtdeel, Overdrachtreden, Overdrachtstatus
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.escalatie import Escalatieuitkomst, escaleer, handel_escalatie_af
from toegang.lifecycle.herziening import Regiefeiten, hertriage, herzie_regie
from toegang.lifecycle.medewerkers import meld_afwezig
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.regieoverdracht import Aanbod, aanvaard_regie, bied_regie_aan, trek_aanbod_in, weiger_regie
from toegang.lifecycle.team import team_van

VANDAAG = date(2026, 11, 20)


def bied_aan(gemeente, zaak, naar="M-008", deel=Overdrachtdeel.REGIE, door="M-002", reden=Overdrachtreden.CASELOAD):
    return bied_regie_aan(gemeente.omgeving, gemeente.actor(door), zaak, Aanbod(naar, deel, reden))


def aanvaard(gemeente, overdracht, door="M-008"):
    return aanvaard_regie(gemeente.omgeving, gemeente.actor(door), overdracht.id)


def status(gemeente, overdracht):
    with lees(gemeente) as werk:
        return werk.overdrachten.haal(overdracht.id).status


# --- hand-over ---------------------------------------------------------------------------------------


def test_w13_regie_gaat_pas_over_als_de_ander_aanvaardt(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    overdracht = bied_aan(gemeente, zaak)
    assert regie_van(gemeente, zaak).regisseur == "M-002"
    nieuw = aanvaard(gemeente, overdracht)
    assert nieuw == regie_van(gemeente, zaak)
    assert (nieuw.regisseur, nieuw.eerste_aanspreekpunt, nieuw.coordinatie) == ("M-008",) * 3
    # regie on the indication stays (B-41)
    assert nieuw.indicatieregie == "M-002"
    assert nieuw.reden.code == "OVERDRACHT_CASELOAD"
    assert status(gemeente, overdracht) is Overdrachtstatus.AANVAARD
    assert [regel.detail["naar"] for regel in logregels(gemeente, "regie.aanvaard")] == ["M-008"]
    with pytest.raises(Conflict, match="al aanvaard"):
        aanvaard(gemeente, overdracht)


def test_weigeren_en_intrekken_laten_de_regie_waar_zij_is(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    eerste = bied_aan(gemeente, zaak)
    with pytest.raises(Conflict, match="staat al een aanbod open aan M-008"):
        bied_aan(gemeente, zaak, naar="M-003")
    weiger_regie(gemeente.omgeving, gemeente.actor("M-008"), eerste.id, "Ik zit vol.")
    tweede = bied_aan(gemeente, zaak, naar="M-003")
    with pytest.raises(NietToegestaan, match="M-003 deed dit aanbod niet"):
        trek_aanbod_in(gemeente.omgeving, gemeente.actor("M-003"), tweede.id)
    trek_aanbod_in(gemeente.omgeving, gemeente.actor("M-002"), tweede.id)
    assert (status(gemeente, eerste), status(gemeente, tweede)) == ("GEWEIGERD", "INGETROKKEN")
    assert regie_van(gemeente, zaak).regisseur == "M-002"


def test_alleen_wie_het_heeft_biedt_aan_en_alleen_wie_het_krijgt_antwoordt(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    with pytest.raises(NietToegestaan, match="doet een medewerker"):
        bied_aan(gemeente, zaak, door=None)
    with pytest.raises(NietToegestaan, match="M-003 heeft dit niet; dat heeft M-002"):
        bied_aan(gemeente, zaak, door="M-003")
    with pytest.raises(Invoerfout, match="heeft dit al"):
        bied_aan(gemeente, zaak, naar="M-002")
    with pytest.raises(Invoerfout, match="bestaat niet"):
        bied_aan(gemeente, zaak, naar="M-999")
    with pytest.raises(Conflict, match="Niemand heeft nu casemanagement"):
        bied_aan(gemeente, zaak, deel=Overdrachtdeel.CASEMANAGEMENT)
    overdracht = bied_aan(gemeente, zaak)
    with pytest.raises(NietToegestaan, match="M-003 kan hier niet op antwoorden"):
        aanvaard(gemeente, overdracht, door="M-003")
    assert status(gemeente, overdracht) is Overdrachtstatus.AANGEBODEN


def test_een_vervanger_doet_het_zolang(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-002", VANDAAG, VANDAAG + timedelta(days=5), "M-003")
    overdracht = bied_aan(gemeente, zaak, door="M-003")
    assert (overdracht.van, overdracht.aangeboden_door) == ("M-002", "M-003")
    assert aanvaard(gemeente, overdracht).regisseur == "M-008"


def test_achterhaald_aanbod_wordt_geweigerd(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    overdracht = bied_aan(gemeente, zaak)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        dossier = werk.zaken.haal(zaak).dossier_id
        werk.regie.beleg(dossier, werk.regie.huidig(dossier).gewijzigd(regisseur="M-005"), VANDAAG)
        werk.commit()
    with pytest.raises(Conflict, match="M-002 heeft dit niet meer"):
        aanvaard(gemeente, overdracht)


def test_b41_coordinatie_kan_naar_een_aanbieder_en_de_indicatie_niet(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente, zelfregie="KAN_MET_STEUN")
    houder = regie_van(gemeente, zaak).indicatieregie
    with pytest.raises(Regelovertreding, match="B-41"):
        bied_aan(gemeente, zaak, naar="M-010", deel=Overdrachtdeel.INDICATIEREGIE, door=houder)
    overdracht = bied_aan(gemeente, zaak, naar="M-010", deel=Overdrachtdeel.COORDINATIE, door=houder)
    na = aanvaard(gemeente, overdracht, door="M-010")
    assert (na.coordinatie, na.indicatieregie, na.regisseur) == ("M-010", houder, houder)


def test_b25_casemanager_gaat_met_de_regie_mee(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente, zelfregie="KAN_NIET", aantal_professionals=2)
    houder = regie_van(gemeente, zaak).regisseur
    assert regie_van(gemeente, zaak).casemanager == houder
    assert aanvaard(gemeente, bied_aan(gemeente, zaak, naar="M-004", door=houder), door="M-004").casemanager == "M-004"


def test_d10_de_bewoner_kan_de_ene_regisseur_zijn(open_proef):
    """The contradiction: one regisseur per household, and the resident steers. By name, both hold."""
    gemeente = open_proef("doetinchem")
    zaak = met_regie(gemeente, zelfregie="KAN_MET_STEUN")
    assert regie_van(gemeente, zaak).regisseur == "M-001"
    reden = Overdrachtreden.HUISHOUDEN_KAN_ZELF
    overdracht = bied_aan(gemeente, zaak, naar=None, door="M-001", reden=reden)
    with pytest.raises(NietToegestaan, match="het antwoord van het huishouden legt vast M-001"):
        aanvaard(gemeente, overdracht, door="M-003")
    na = aanvaard(gemeente, overdracht, door="M-001")
    client = zaak_van(gemeente, zaak).client_id
    assert (na.modus, na.inwoner, na.regisseur) == (Regiemodus.ZELF, client, None)
    assert na.eerste_aanspreekpunt == "M-001"
    with lees(gemeente) as werk:
        assert werk.dossiers.haal(zaak_van(gemeente, zaak).dossier_id).zelfregie is Zelfregie.KAN_ZELF
    # and back again: the first contact hands over for a household that steers itself
    terug = aanvaard(gemeente, bied_aan(gemeente, zaak, naar="M-003", door="M-001"), door="M-003")
    assert (terug.modus, terug.inwoner, terug.regisseur) == (Regiemodus.ONDERSTEUND, None, "M-003")


def test_huishouden_zonder_volwassene_krijgt_de_regie_niet(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        dossier = werk.dossiers.haal(werk.zaken.haal(zaak).dossier_id)
        kind = dossier.leden[0].gewijzigd(minderjarig=True)
        werk.dossiers.bewaar(dossier.gewijzigd(leden=(kind,)))
        werk.commit()
    with pytest.raises(Conflict, match="geen volwassene bekend"):
        bied_aan(gemeente, zaak, naar=None)


# --- look again --------------------------------------------------------------------------------------


def test_d23_van_enkel_naar_meervoudig_brengt_team_en_regie_opnieuw(open_proef):
    gemeente = open_proef("doetinchem")
    zaak = met_regie(gemeente)
    uitkomst = hertriage(gemeente.omgeving, gemeente.actor(), zaak, Problematiek.MEERVOUDIG)
    nu = zaak_van(gemeente, zaak)
    assert (nu.problematiek, nu.bestemming, nu.team) == (Problematiek.MEERVOUDIG, "buurtplein", "buurtplein")
    assert nu.triage_op == VANDAAG
    coach = nu.leden[0]
    assert uitkomst.team.drager.rol == "buurtcoach"
    assert regie_van(gemeente, zaak).regisseur == coach == uitkomst.regie.regisseur
    assert regie_van(gemeente, zaak).indicatieregie == "M-001"
    with lees(gemeente) as werk:
        assert werk.caseload.van_zaak(zaak) == set(nu.leden)
        assert len(werk.regie.verloop(nu.dossier_id)) == 2
    hertriage(gemeente.omgeving, gemeente.actor(), zaak, Problematiek.ENKELVOUDIG)
    terug = zaak_van(gemeente, zaak)
    assert (terug.team, terug.leden) == ("zorgplein", ("M-001",))


def test_d23_nieuwe_hulpvraag_vraagt_opnieuw_triage(open_proef):
    gemeente = open_proef("doetinchem")
    eerste = met_regie(gemeente)
    tweede = met_team(gemeente, kenmerk="K-2", wet="GPK", product="gpk-bestuurder")
    assert zaak_van(gemeente, tweede).dossier_id == zaak_van(gemeente, eerste).dossier_id
    with pytest.raises(Regelovertreding, match="D-23"):
        beleg_regie(gemeente.omgeving, gemeente.actor(), tweede)
    with zonder_regels("D-23"):
        herzie_regie(gemeente.omgeving, gemeente.actor(), eerste, Regiefeiten())
    gebleven = hertriage(gemeente.omgeving, gemeente.actor(), tweede, Problematiek.ENKELVOUDIG)
    assert (gebleven.team, gebleven.regie) == (None, None)
    assert beleg_regie(gemeente.omgeving, gemeente.actor(), tweede).regisseur == "M-001"


def test_hertriage_die_niet_kan_verandert_niets(open_proef):
    gemeente = open_proef("doetinchem")
    zaak = met_regie(gemeente)
    wijzig_mens(gemeente, "M-001", in_dienst_tot=VANDAAG - timedelta(days=1))
    voor, regie = zaak_van(gemeente, zaak), regie_van(gemeente, zaak)
    with pytest.raises(NietToegestaan):
        hertriage(gemeente.omgeving, gemeente.actor(), zaak, Problematiek.MEERVOUDIG)
    assert (zaak_van(gemeente, zaak), regie_van(gemeente, zaak)) == (voor, regie)


def test_b23_hertriage_verhuist_een_zaak_niet(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente)
    hertriage(gemeente.omgeving, gemeente.actor(), zaak, Problematiek.MEERVOUDIG)
    with lees(gemeente) as werk:
        team = team_van(werk, zaak)
    assert team.team == "consulenten"
    assert team.adviseurs


def test_d13_overnemen_op_een_vastgelegde_grond(open_proef):
    gemeente = open_proef("doetinchem")
    zaak = met_regie(gemeente)
    werk = (gemeente.omgeving, gemeente.actor(), zaak)
    with pytest.raises(Invoerfout, match="geen grond van gemeente Doetinchem"):
        herzie_regie(*werk, Regiefeiten(zelfregie=Zelfregie.KAN_NIET, erbij=("LASTIG",)))
    grond = "KANDIDAAT_BESCHERMD_WONEN"
    over = herzie_regie(*werk, Regiefeiten(zelfregie=Zelfregie.KAN_NIET, erbij=(grond,)))
    assert (over.modus, over.grond) == (Regiemodus.OVERGENOMEN, grond)
    with pytest.raises(Invoerfout, match="speelt niet"):
        herzie_regie(*werk, Regiefeiten(eraf=("DREIGENDE_ONTSPORING_GEZIN",)))
    weer = herzie_regie(*werk, Regiefeiten(zelfregie=Zelfregie.KAN_MET_STEUN, eraf=(grond,)))
    assert weer.modus is Regiemodus.ONDERSTEUND


def test_b25_casemanager_komt_en_gaat_met_de_feiten(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente)
    werk = (gemeente.omgeving, gemeente.actor(), zaak)
    assert regie_van(gemeente, zaak).casemanager is None
    erbij = herzie_regie(*werk, Regiefeiten(zelfregie=Zelfregie.KAN_NIET, professionals=3))
    assert erbij.casemanager == erbij.regisseur
    eraf = herzie_regie(*werk, Regiefeiten(professionals=1))
    assert eraf.casemanager is None


def test_herzien_voor_de_regie_belegd_is_kan_niet(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_team(gemeente)
    with pytest.raises(Conflict, match="nog niet belegd"):
        herzie_regie(gemeente.omgeving, gemeente.actor(), zaak, Regiefeiten())


# --- escalation --------------------------------------------------------------------------------------


def test_w14_regisseur_schaalt_op_en_de_uitkomst_staat_vast(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    record = escaleer(gemeente.omgeving, gemeente.actor("M-002"), zaak, "teamleider", "Het loopt vast.")
    assert (record.door, record.aan, record.afgehandeld_op) == ("M-002", "teamleider", None)
    assert logregels(gemeente, "regie.geescaleerd")[-1].detail == {"kenmerk": record.id, "aan": "teamleider"}
    klaar = Escalatieuitkomst.OPGELOST
    with pytest.raises(NietToegestaan, match="ging naar 'teamleider', niet naar M-002"):
        handel_escalatie_af(gemeente.omgeving, gemeente.actor("M-002"), record.id, klaar)
    na = handel_escalatie_af(gemeente.omgeving, gemeente.actor("M-012"), record.id, klaar, "Gebeld.")
    assert (na.uitkomst, na.afgehandeld_door, na.toelichting) == ("OPGELOST", "M-012", "Gebeld.")
    assert logregels(gemeente, "escalatie.afgehandeld")[-1].detail["uitkomst"] == "OPGELOST"
    with pytest.raises(Conflict, match="al afgehandeld"):
        handel_escalatie_af(gemeente.omgeving, gemeente.actor("M-012"), record.id, klaar)


def test_w14_wie_niet_de_regie_heeft_schaalt_niet_op(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    with pytest.raises(Regelovertreding, match="W-14"):
        escaleer(gemeente.omgeving, gemeente.actor("M-003"), zaak, "teamleider", "x")
    with pytest.raises(Regelovertreding, match="niet naar zichzelf"):
        escaleer(gemeente.omgeving, gemeente.actor("M-002"), zaak, "M-002", "x")
    with pytest.raises(Regelovertreding, match="die er vandaag is"):
        escaleer(gemeente.omgeving, gemeente.actor("M-002"), zaak, "M-007", "x")
    with pytest.raises(Invoerfout, match="geen medewerker en geen functie"):
        escaleer(gemeente.omgeving, gemeente.actor("M-002"), zaak, "baas", "x")
    with lees(gemeente) as werk:
        assert werk.signaleringen.zoek(zaak_id=zaak) == ()
    meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-002", VANDAAG, VANDAAG, "M-003")
    assert escaleer(gemeente.omgeving, gemeente.actor("M-003"), zaak, "teamleider", "x").door == "M-003"
