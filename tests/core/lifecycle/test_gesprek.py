"""The gesprek on the real thing: own plan, report in parts and versions, advice, and the decision after it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.adviesaanvraag import Adviesstatus
from toegang.domain.gesprek import Verstrekking
from toegang.domain.gespreksmap import Eigenplanstap
from toegang.domain.levensdomeinen import domeinen_van
from toegang.domain.levensloop import Stap
from toegang.domain.plandelen import Afspraak, Overeenstemming
from toegang.domain.zaaktermijn import Stand
from toegang.errors import Conflict, Invoerfout, NietToegestaan
from toegang.guards.register import Regelovertreding
from toegang.lifecycle.advies import (
    MEDISCH_GELEZEN,
    MEDISCH_GEWEIGERD,
    Adviesantwoord,
    Adviesvraag,
    lees_medisch,
    ontvang_advies,
    trek_advies_in,
    vraag_advies,
)
from toegang.lifecycle.eigenplan import Eigenplanopgave, eigenplan_van, leg_eigenplan_vast, uiterste_dag_plan
from toegang.lifecycle.gesprek import Gespreksverslag, leg_gesprek_vast, ontbreekt_nog, verslagen, verstrek_verslag
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.plan import Planvoorstel, stel_plan_vast
from toegang.lifecycle.regie import beleg_regie
from toegang.lifecycle.team import stel_team_samen
from toegang.lifecycle.termijnwerk import Termijnwerk
from toegang.lifecycle.vastleggen import GEWEIGERD
from toegang.lifecycle.zrm import leg_score_vast, scores_van
from toegang_cli.demo.eerste_contact import verhelder_melding
from toegang_cli.demo.scenarios import SCENARIOS
from toegang_cli.demo.stappen import loop_door

WOORDEN = "De trap lukt niet."
GEHEIM = "Ernstige artrose in beide knieën sinds een val van de trap."
PERSOON = {
    "bsn": "999990019",
    "geslachtsnaam": "Testpersoon",
    "geboortedatum": "19500102",
    "straat": "Molenweg",
    "huisnummer": "3",
    "postcode": "1234AB",
    "woonplaats": "Voorbeeldstad",
}
LOKET = {"schagen": "telefoonteam", "beekdaelen": "administratie", "zwolle": None, "doetinchem": "zorgplein"}


def zaak_bij_gesprek(gemeente, wet="WMO", product="traplift"):
    """Take in a question and bring it to just before the gesprek."""
    (zaak_id,) = vraag_om(gemeente, wet, product)
    verhelder_melding(gemeente, haal(gemeente, zaak_id), WOORDEN)
    stel_team_samen(gemeente.omgeving, gemeente.actor(), zaak_id)
    beleg_regie(gemeente.omgeving, gemeente.actor(), zaak_id)
    return haal(gemeente, zaak_id)


def vraag_om(gemeente, wet, product, kenmerk="K-1"):
    """Take in a question of the same person; return the new zaken."""
    organisatie, vandaag = gemeente.omgeving.organisatie, gemeente.omgeving.vandaag()
    loket = LOKET[gemeente.naam]
    velden = {
        "kenmerk": kenmerk,
        "kanaal": "TELEFOON",
        "loket": loket if loket and organisatie.loket(loket) else None,
        "ontvangen_op": (vandaag - timedelta(days=40)).isoformat(),
        "leden": [{"verwijzing": "a", "persoon": PERSOON}],
        "hulpvragen": [{"wet": wet, "voor": "a", "product": product, "woorden": WOORDEN}],
        "gebied": organisatie.gebieden[0].id if organisatie.gebieden else None,
    }
    velden = {sleutel: waarde for sleutel, waarde in velden.items() if waarde is not None}
    return neem_in(gemeente.omgeving, gemeente.actor(), Aanmelding.model_validate(velden)).zaken


def haal(gemeente, zaak_id):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.zaken.haal(zaak_id)


def verslag_voor(gemeente, zaak, **anders):
    """Give a report to which no rule objects; a value of ``None`` leaves the field out."""
    dag = zaak.ontvangen_op + timedelta(days=10)
    wie = zaak.leden[0]
    velden = {
        "op": dag,
        "plaats": "THUIS",
        "gevoerd_door": wie,
        "gepland_door": wie,
        "aanwezig": ("INWONER",),
        "inbreng": "Ik wil thuis blijven.",
        "eigen_plan": "Samen doorgenomen.",
        "eigen_verantwoordelijkheid_uitgelegd": True,
        "vraagverheldering": "Boven komen lukt niet.",
        "resultaat": "Veilig boven.",
        "levensdomeinen": dict.fromkeys(domeinen_van(gemeente.omgeving.organisatie), "niet aan de orde"),
        "gezin": dict.fromkeys(("situatie", "wmo", "jeugdwet", "participatiewet"), "besproken"),
        "bijdrage": [{"van": bron, "wat": "besproken"} for bron in ("ZELF", "OMGEVING", "VOORLIGGEND", "GEMEENTE")],
        "onderzoek": dict.fromkeys("adfg", "besproken"),
        "medisch_complex": False,
        "pgb": {"mogelijkheid_verteld": True, "gevolgen_uitgelegd": True, "hoe": "met de folder"},
        "maatwerk_besproken_op": dag,
        "deel_2": {"op": dag, "gevoerd_door": wie},
        "oplossing": [
            {
                "wat": "traplift",
                "van": "GEMEENTE",
                "waarom": "een leuning is niet genoeg",
                "inwoner": "graag",
                "aanbieders": ["A", "B"],
            }
        ],
        **anders,
    }
    return Gespreksverslag.model_validate({naam: waarde for naam, waarde in velden.items() if waarde is not None})


def lever_eigen_plan(gemeente, zaak, stap=Eigenplanstap.ONTVANGEN, dagen=3):
    opgave = Eigenplanopgave(stap=stap, op=zaak.ontvangen_op + timedelta(days=dagen), tekst="Boven slapen.")
    return leg_eigenplan_vast(gemeente.omgeving, gemeente.actor(), zaak.id, opgave)


def leg_vast(gemeente, zaak, **anders):
    verslag = verslag_voor(gemeente, zaak, **anders)
    return leg_gesprek_vast(gemeente.omgeving, gemeente.actor(zaak.leden[0]), zaak.id, verslag)


def plan_voor(zaak, dagen, **anders):
    """Give a plan to which no rule objects."""
    velden = {
        "op": zaak.ontvangen_op + timedelta(days=dagen),
        "doelen": ("Thuis blijven.",),
        "afspraken": (Afspraak(wat="De leuning controleren.", wie="de inwoner"),),
        "inbreng": "Ik wil thuis blijven.",
        "overeenstemming": Overeenstemming(bereikt=True),
        **anders,
    }
    return Planvoorstel.model_validate(velden)


def zonder_oplossingen():
    return {"deel_2": None, "oplossing": None}


def geweigerd(gemeente, zaak, **anders):
    """Hand in a report that is refused; returns the ids of the rules. Nothing was stored."""
    with pytest.raises(Regelovertreding) as fout:
        leg_vast(gemeente, zaak, **anders)
    assert haal(gemeente, zaak.id).status is Stap.REGIE
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert not werk.gesprekken.zoek(zaak_id=zaak.id)
        assert werk.logboek.regels(actie=GEWEIGERD)
    return {toets.regel for toets in fout.value.toetsen}


@pytest.mark.parametrize(
    ("naam", "regel", "anders"),
    [
        ("schagen", "S-14", {"eigen_verantwoordelijkheid_uitgelegd": None}),
        ("schagen", "S-15", {"bijdrage": [{"van": v, "wat": "x"} for v in ("ZELF", "OMGEVING", "VOORLIGGEND")]}),
        ("schagen", "S-16", {"bijdrage": [{"van": v, "wat": "x"} for v in ("OMGEVING", "ZELF", "GEMEENTE")]}),
        ("beekdaelen", "B-20", {"levensdomeinen": {"wonen": "te groot"}}),
        ("beekdaelen", "B-39", {"gepland_door": "M-002"}),
        ("beekdaelen", "B-60", {"gezin": {"situatie": "alleenstaand"}}),
        ("zwolle", "Z-10", {"inbreng": ""}),
        ("doetinchem", "D-15", {"resultaat": ""}),
        ("doetinchem", "D-17", {"maatwerk_besproken_op": None}),
        ("zwolle", "W-12", {"oplossing": [{"wat": "lift", "van": "GEMEENTE", "waarom": "x", "inwoner": "x"}]}),
        ("zwolle", "W-16", {"samenhang": "", "levensdomeinen": {"wonen": "groot", "financien": "schulden"}}),
        ("zwolle", "W-18", {"oplossing": [{"wat": "zelf doen", "van": "ZELF", "inwoner": "ja"}]}),
        ("zwolle", "W-20", {"medisch_complex": True}),
        ("zwolle", "L-53", {"onderzoek": {"a": "x", "d": "x", "g": "x"}}),
        ("zwolle", "L-54", {"pgb": None}),
    ],
)
def test_een_verslag_dat_een_regel_mist_wordt_geweigerd(open_proef, naam, regel, anders):
    gemeente = open_proef(naam)
    zaak = zaak_bij_gesprek(gemeente)
    lever_eigen_plan(gemeente, zaak)
    gevonden = geweigerd(gemeente, zaak, **anders)
    assert regel in gevonden
    # the same report with what was missing is accepted
    assert leg_vast(gemeente, zaak).versie == 1
    assert haal(gemeente, zaak.id).status is Stap.GESPREK


def test_b13_netwerk_en_voorliggend_voor_jeugdhulp(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = zaak_bij_gesprek(gemeente, "JEUGDWET", "jeugd-ambulant")
    assert geweigerd(gemeente, zaak, bijdrage=[{"van": "ZELF", "wat": "x"}]) == {"B-13"}
    assert leg_vast(gemeente, zaak).versie == 1


def test_z9_zwolle_wil_een_eigen_plan_of_waarom_niet(open_proef):
    gemeente = open_proef("zwolle")
    zaak = zaak_bij_gesprek(gemeente, "JEUGDWET", "jeugd-ambulant")
    assert geweigerd(gemeente, zaak) == {"Z-9"}
    lever_eigen_plan(gemeente, zaak, Eigenplanstap.AFGEZIEN)
    assert leg_vast(gemeente, zaak).versie == 1


class TestPersoonlijkPlan:
    """L-51: told, seven days, used."""

    def test_zonder_vertellen_geen_onderzoek_l51(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        assert geweigerd(gemeente, zaak) == {"L-51"}
        lever_eigen_plan(gemeente, zaak, Eigenplanstap.AANGEBODEN, dagen=1)
        assert leg_vast(gemeente, zaak).versie == 1

    def test_zeven_dagen_worden_niet_afgesneden_l51(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak, Eigenplanstap.AANGEBODEN, dagen=1)
        vroeg = zaak.ontvangen_op + timedelta(days=5)
        wie = {"op": vroeg, "maatwerk_besproken_op": vroeg, "deel_2": {"op": vroeg, "gevoerd_door": zaak.leden[0]}}
        assert geweigerd(gemeente, zaak, **wie) == {"L-51"}
        # once the resident handed the plan in there is nothing to wait for
        lever_eigen_plan(gemeente, zaak, dagen=4)
        assert leg_vast(gemeente, zaak, **wie).versie == 1

    def test_het_plan_telt_mee_l51(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        assert geweigerd(gemeente, zaak, eigen_plan="") == {"L-51"}

    def test_ontvangen_meldt_de_termijn_af(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        stand = lever_eigen_plan(gemeente, zaak)
        assert (stand.plan.tekst, stand.uiterlijk) == ("Boven slapen.", uiterste_dag_plan(zaak))
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            keten = Termijnwerk(gemeente.omgeving, werk, zaak, None).keten
        termijn = next(item for item in keten if item.sleutel == "wmo.persoonlijk_plan")
        assert (termijn.stand, termijn.klaar_op) == (Stand.GEHAALD, zaak.ontvangen_op + timedelta(days=3))

    def test_een_tweede_plan_vervangt_en_laat_het_eerste_staan(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        lever_eigen_plan(gemeente, zaak, dagen=4)
        with pytest.raises(Conflict, match="al vastgelegd"):
            lever_eigen_plan(gemeente, zaak, dagen=4)
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            stand = eigenplan_van(werk, zaak)
        assert [item.op for item in stand.stappen] == [zaak.ontvangen_op + timedelta(days=n) for n in (3, 4)]
        assert stand.plan.op == zaak.ontvangen_op + timedelta(days=4)

    def test_niet_voor_de_melding_en_niet_zonder_gesprek(self, open_proef):
        gemeente = open_proef("zwolle")
        zaak = zaak_bij_gesprek(gemeente)
        with pytest.raises(Invoerfout, match="kan niet op"):
            lever_eigen_plan(gemeente, zaak, dagen=-1)
        loop_door(gemeente, zaak.id, next(item for item in SCENARIOS if item.naam == "traplift"))
        with pytest.raises(Conflict, match="voor het besluit"):
            lever_eigen_plan(gemeente, zaak, dagen=6)


class TestTweeDelen:
    """D-15 in Doetinchem, and the first part of a report anywhere."""

    def test_d15_deel_1_houdt_de_zaak_op_haar_stap_en_zegt_wat_ontbreekt(self, open_proef):
        gemeente = open_proef("doetinchem")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        eerste = leg_vast(gemeente, zaak, **zonder_oplossingen())
        assert not eerste.afgerond
        assert {"D-15", "W-18"} <= {item.regel for item in ontbreekt_nog(eerste)}
        assert haal(gemeente, zaak.id).status is Stap.REGIE
        with pytest.raises(Conflict, match="afgerond verslag"):
            verstrek_verslag(gemeente.omgeving, gemeente.actor(), zaak.id, eerste.op, Verstrekking.POST)
        later = eerste.op + timedelta(days=6)
        tweede = leg_vast(gemeente, zaak, deel_2={"op": later, "gevoerd_door": zaak.leden[0]})
        assert (tweede.versie, tweede.laatste_dag) == (2, later)
        klaar = haal(gemeente, zaak.id)
        assert (klaar.status, klaar.stappen[-1].op) == (Stap.GESPREK, later)

    def test_d15_deel_2_komt_niet_voor_deel_1(self, open_proef):
        gemeente = open_proef("doetinchem")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        vroeg = zaak.ontvangen_op + timedelta(days=9)
        assert geweigerd(gemeente, zaak, deel_2={"op": vroeg, "gevoerd_door": zaak.leden[0]}) == {"D-15"}


class TestVersies:
    def test_aanvullen_tot_het_plan_is_afgesproken(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        leg_vast(gemeente, zaak)
        with pytest.raises(Conflict, match="staat al in zaak"):
            leg_vast(gemeente, zaak)
        leg_vast(gemeente, zaak, resultaat="Veilig boven en beneden.")
        with pytest.raises(Regelovertreding, match="W-18"):
            leg_vast(gemeente, zaak, **zonder_oplossingen())
        stel_plan_vast(gemeente.omgeving, gemeente.actor(), zaak.id, plan_voor(zaak, 12))
        assert leg_vast(gemeente, zaak, resultaat="Iets anders.").versie == 3
        assert haal(gemeente, zaak.id).status is Stap.PLAN
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            assert [item.versie for item in verslagen(werk, zaak.id)] == [1, 2, 3]
            record = werk.plannen.zoek(dossier_id=zaak.dossier_id)[-1]
            werk.plannen.bewaar(record.gewijzigd(plan=record.plan.gewijzigd(akkoord="GEACCORDEERD")))
            werk.commit()
        with pytest.raises(Conflict, match="het verslag staat vast"):
            leg_vast(gemeente, zaak, resultaat="Weer anders.")

    def test_een_verslag_van_voor_de_oplossingen_is_nog_te_geven(self, open_proef):
        """Reports recorded before solutions were written one by one are finished all the same."""
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        gesprek = leg_vast(gemeente, zaak)
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            werk.gesprekken.bewaar(gesprek.gewijzigd(gekozen=(), deel_2=None, oplossingen="samen besproken"))
            werk.commit()
        gegeven = verstrek_verslag(gemeente.omgeving, gemeente.actor(), zaak.id, gesprek.op, Verstrekking.POST)
        assert gegeven.verstrekt_op == gesprek.op

    def test_voor_de_regie_is_er_geen_gesprek(self, open_proef):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            werk.zaken.bewaar(zaak.gewijzigd(status=Stap.TEAM))
            werk.commit()
        with pytest.raises(Conflict, match="staat op TEAM"):
            leg_vast(gemeente, zaak)

    @pytest.mark.parametrize(
        ("anders", "tekst"),
        [
            ({"gevoerd_door": "Jan Geheim"}, "gevoerd_door: deze medewerker bestaat niet"),
            ({"gepland_door": "Jan Geheim"}, "gepland_door: deze medewerker bestaat niet"),
            ({"op": date(2026, 1, 1)}, "Het gesprek kan niet op 2026-01-01"),
            ({"deel_2": {"op": date(2030, 1, 1), "gevoerd_door": "M-001"}}, "Deel 2 van het gesprek kan niet"),
            ({"maatwerk_besproken_op": date(2030, 1, 1)}, "Het bespreken van maatwerk kan niet"),
        ],
    )
    def test_wat_niet_kan(self, open_proef, anders, tekst):
        gemeente = open_proef("schagen")
        zaak = zaak_bij_gesprek(gemeente)
        with pytest.raises(Invoerfout, match=tekst) as fout:
            leg_vast(gemeente, zaak, **anders)
        assert "Geheim" not in str(fout.value)


def _beslis(gemeente, zaak):
    return loop_door(gemeente, zaak.id, next(item for item in SCENARIOS if item.naam == "hulp"))


class TestVoorHetBesluit:
    """What must be there before somebody decides."""

    def _tot_het_plan(self, gemeente, **anders):
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        gesprek = leg_vast(gemeente, zaak, **anders)
        return zaak, gesprek

    def _plan(self, gemeente, zaak):
        dag = zaak.ontvangen_op + timedelta(days=15)
        plan = plan_voor(zaak, 15, getekend_op=dag, geldt_als_aanvraag=True)
        stel_plan_vast(gemeente.omgeving, gemeente.actor(), zaak.id, plan)

    def test_zonder_verslag_voor_de_inwoner_geen_besluit_l55(self, open_proef):
        gemeente = open_proef("zwolle")
        zaak, gesprek = self._tot_het_plan(gemeente)
        self._plan(gemeente, zaak)
        with pytest.raises(Regelovertreding, match=r"L-55.*nog niet gekregen"):
            _beslis(gemeente, zaak)
        assert haal(gemeente, zaak.id).status is Stap.AANVRAAG
        verstrek_verslag(gemeente.omgeving, gemeente.actor(), zaak.id, gesprek.op, Verstrekking.POST)
        assert _beslis(gemeente, zaak).status is Stap.BESCHIKKING

    def test_w20_niemand_beslist_zolang_het_medisch_advies_er_niet_is(self, open_proef):
        gemeente = open_proef("zwolle")
        zaak = zaak_bij_gesprek(gemeente)
        advies = vraag(gemeente, zaak)
        lever_eigen_plan(gemeente, zaak)
        gesprek = leg_vast(gemeente, zaak, medisch_complex=True)
        verstrek_verslag(gemeente.omgeving, gemeente.actor(), zaak.id, gesprek.op, Verstrekking.POST)
        self._plan(gemeente, zaak)
        with pytest.raises(Regelovertreding, match=rf"W-20.*{advies.id}"):
            _beslis(gemeente, zaak)
        trek_advies_in(gemeente.omgeving, gemeente.actor(), zaak.id, advies.id, gemeente.omgeving.vandaag())
        assert _beslis(gemeente, zaak).status is Stap.BESCHIKKING

    def test_d17_maatwerk_dat_niet_is_besproken_wordt_niet_besloten(self, open_proef):
        gemeente = open_proef("doetinchem")
        zelf = [{"wat": "zelf doen", "van": "ZELF", "waarom": "het lukt", "inwoner": "ja"}]
        zaak, gesprek = self._tot_het_plan(gemeente, oplossing=zelf, maatwerk_besproken_op=None)
        verstrek_verslag(gemeente.omgeving, gemeente.actor(), zaak.id, gesprek.op, Verstrekking.POST)
        self._plan(gemeente, zaak)
        with pytest.raises(Regelovertreding, match="D-17"):
            _beslis(gemeente, zaak)


def vraag(gemeente, zaak, **anders):
    velden = {
        "op": zaak.ontvangen_op + timedelta(days=5),
        "soort": "MEDISCH",
        "aan": "GGD",
        "vraag": "Kan de inwoner traplopen?",
        "toestemming_op": zaak.ontvangen_op + timedelta(days=4),
        **anders,
    }
    ingediend = Adviesvraag.model_validate(velden)
    return vraag_advies(gemeente.omgeving, gemeente.actor(zaak.leden[0]), zaak.id, ingediend)


class TestAdvies:
    def test_het_medische_deel_is_voor_lezers_l138(self, open_proef):
        gemeente = open_proef("beekdaelen")
        zaak = zaak_bij_gesprek(gemeente)
        advies = vraag(gemeente, zaak, lezers=["M-004"])
        antwoord = Adviesantwoord(op=advies.gevraagd_op, conclusie="Traplopen lukt niet.", medisch=GEHEIM)
        ontvangen = ontvang_advies(gemeente.omgeving, gemeente.actor(), zaak.id, advies.id, antwoord)
        assert ontvangen.status is Adviesstatus.ONTVANGEN
        for wie in (zaak.leden[0], "M-004"):
            with gemeente.omgeving.werk(gemeente.actor(wie)) as werk:
                assert lees_medisch(werk, zaak.id, advies.id).medisch == GEHEIM
        for wie in ("M-002", None):
            with gemeente.omgeving.werk(gemeente.actor(wie)) as werk:
                with pytest.raises(NietToegestaan, match="mag u niet lezen") as fout:
                    lees_medisch(werk, zaak.id, advies.id)
                assert GEHEIM not in str(fout.value)
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            assert [item.medewerker for item in werk.logboek.regels(actie=MEDISCH_GEWEIGERD)] == ["M-002", None]
            assert len(werk.logboek.regels(actie=MEDISCH_GELEZEN)) == 2

    @pytest.mark.parametrize(
        ("anders", "fout", "tekst"),
        [
            ({"toestemming_op": None}, NietToegestaan, "toestemming van de inwoner"),
            ({"lezers": ["Jan Geheim"]}, Invoerfout, "lezers: deze medewerker bestaat niet"),
            ({"op": date(2030, 1, 1)}, Invoerfout, "De adviesvraag kan niet op"),
        ],
    )
    def test_wat_niet_kan(self, open_proef, anders, fout, tekst):
        gemeente = open_proef("beekdaelen")
        zaak = zaak_bij_gesprek(gemeente)
        with pytest.raises(fout, match=tekst) as gezien:
            vraag(gemeente, zaak, **anders)
        assert "Geheim" not in str(gezien.value)

    def test_medisch_hoort_alleen_bij_medisch(self, open_proef):
        gemeente = open_proef("beekdaelen")
        zaak = zaak_bij_gesprek(gemeente)
        advies = vraag(gemeente, zaak, soort="AANBIEDER", toestemming_op=None)
        antwoord = Adviesantwoord(op=advies.gevraagd_op, conclusie="Kan.", medisch=GEHEIM)
        with pytest.raises(Invoerfout, match="niet medisch gevraagd"):
            ontvang_advies(gemeente.omgeving, gemeente.actor(), zaak.id, advies.id, antwoord)
        with pytest.raises(Invoerfout, match="geen advies met dat kenmerk"):
            trek_advies_in(gemeente.omgeving, gemeente.actor(), zaak.id, "A-0", advies.gevraagd_op)


class TestZrm:
    def test_door_de_tijd_heen(self, open_proef):
        gemeente = open_proef("beekdaelen")
        zaak = zaak_bij_gesprek(gemeente)
        lever_eigen_plan(gemeente, zaak)
        leg_vast(gemeente, zaak, zrm={"financien": 2, "huisvesting": 4})
        vandaag = gemeente.omgeving.vandaag()

        def scoor(domein, niveau, op=vandaag, inwoner=None):
            return leg_score_vast(gemeente.omgeving, gemeente.actor("M-003"), zaak.id, domein, niveau, op, inwoner)

        scoor("financien", 4)
        scoor("financien", 3)
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            scores = [(item.domein, item.niveau) for item in scores_van(werk, zaak.id)]
            # a household as a hook sees it has none of this
            assert not hasattr(werk.dossiers.haal(zaak.dossier_id).als_huishouden((), None), "gespreksmap")
        assert scores == [("financien", 2), ("huisvesting", 4), ("financien", 3)]
        vraag_om(gemeente, "PARTICIPATIEWET", "algemene-bijstand", kenmerk="K-2")
        with gemeente.omgeving.werk(gemeente.actor()) as werk:
            dossier = werk.dossiers.haal(zaak.dossier_id)
            assert len(werk.zaken.zoek(dossier_id=dossier.id)) == 2
        # a second melding says nothing of these, and wipes nothing out
        assert [(item.domein, item.niveau) for item in dossier.gespreksmap.zrm] == scores
        assert [item.tekst for item in dossier.gespreksmap.eigen_plannen] == ["Boven slapen."]
        with pytest.raises(Conflict, match="staat al"):
            scoor("financien", 3)
        for fout, woorden in ((("geld", 3), "bestaat niet"), (("financien", 6), "ZRM-niveau")):
            with pytest.raises(Invoerfout, match=woorden):
                scoor(*fout)
        with pytest.raises(Invoerfout, match="hoort niet bij het huishouden"):
            scoor("financien", 3, inwoner="I-vreemd")
        with pytest.raises(Invoerfout, match="kan niet op"):
            scoor("financien", 3, op=date(2020, 1, 1))
