from __future__ import annotations

from datetime import date

import pytest
from bouwers import besluit, concept, drager, inwoner, mandaat, melding, organisatie, plan, voorziening, zaak

from toegang.domain.begrippen import (
    Besluitsoort,
    Besluitvorm,
    Drager,
    Leveringsvorm,
    Mandaatsoort,
    Voorzieningsoort,
    Werkgeversoort,
    Wet,
)
from toegang.domain.besluit import Advies, Motivering
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.brief import Brief
from toegang.domain.huishouden import Meldingsrecord
from toegang.domain.medewerker import Medewerker
from toegang.domain.plan import Afspraak, Planrecord
from toegang.errors import Controlefout, NietToegestaan
from toegang.letters.bronnen import Briefbron
from toegang.letters.documenttoets import gebreken
from toegang.letters.geadresseerden import Aangehouden
from toegang.letters.samenstellen import stel_samen
from toegang.letters.woordenschat import lees

DAG = date(2026, 3, 24)
CONTACT = {
    "postadres": "Postbus 1, 1234 AA Proefdorp",
    "telefoon": "14 000",
    "website": "https://www.proefdorp.example/",
    "digitaal_bezwaar": "https://www.proefdorp.example/bezwaar",
}
CLIENT = inwoner(
    voornamen="Proef",
    geboortedatum="19800512",
    straat="Dorpsstraat",
    huisnummer="1",
    postcode="1234AB",
    woonplaats="Proefdorp",
)


def medewerker(id: str, functie: str) -> Medewerker:
    return Medewerker(
        id=id,
        naam=f"Medewerker {id}",
        functie=functie,
        werkgever="gemeente",
        werkgeversoort=Werkgeversoort.GEMEENTE,
        in_dienst_van=date(2020, 1, 1),
    )


def gemeente(**anders):
    vast = {
        "contact": CONTACT,
        "mandaat": [mandaat().model_dump(), mandaat(id="MD-2", soort=Mandaatsoort.ONDERTEKENING).model_dump()],
        "regeling": [{"wet": "WMO", "naam": "Verordening Wmo Proefdorp 2026"}],
    }
    return organisatie(**{**vast, **anders})


def record(besluit_=None, concept_=None, **anders) -> Besluitrecord:
    vast = {
        "dossier_id": "D-1",
        "besluit": besluit_ or besluit(),
        "motivering": Motivering(
            stappen=(("b", "U kunt zelf koken."), ("eigen_netwerk", "Niemand.")), conclusie="Daarom."
        ),
        "concept": concept_ or concept(bijlagen=()),
        "ondertekenaar": "P-9",
        "mandaat": "MD-1",
    }
    return Besluitrecord(**{**vast, **anders})


def brief(sjabloon, besluit, **anders) -> Brief:
    kenmerk = besluit.besluit.id if besluit else None
    return Brief(id="B-1", dossier_id="D-1", zaak_id="Z2026-000001", besluit_id=kenmerk, sjabloon=sjabloon, **anders)


def bron(sjabloon="wmo/toekenning", besluit=None, **anders) -> Briefbron:
    besluit = record() if besluit is None and sjabloon != "melding/ontvangstbevestiging" else besluit
    vast = {
        "brief": brief(sjabloon, besluit, dagtekening=DAG),
        "organisatie": gemeente(),
        "zaak": zaak(aanvraag_op=date(2026, 3, 10)),
        "client": CLIENT,
        "geadresseerden": (CLIENT,),
        "besluit": besluit,
        "medewerkers": {mens.id: mens for mens in (medewerker("P-1", "consulent"), medewerker("P-9", "midoffice"))},
        "aanspreekpunt": "P-1",
    }
    return Briefbron(**{**vast, **anders})


@pytest.fixture
def stel(sjablonen):
    return lambda *args, **anders: stel_samen(bron(*args, **anders), sjablonen.matrix)


@pytest.fixture
def gedrukt(sjablonen):
    """Give the words of a letter, and what the law misses in it."""

    def gedrukt_(*args, **anders):
        gegevens = stel_samen(bron(*args, **anders), sjablonen.matrix)
        inhoud = lees(sjablonen.html(gegevens.sjabloon, gegevens), gegevens.sjabloon)
        assert gebreken(gegevens, inhoud) == ()
        return inhoud

    return gedrukt_


def test_a_grant_says_what_was_decided(stel) -> None:
    gegevens = stel()

    assert gegevens.onderwerp == "Besluit op uw aanvraag: hulp bij het huishouden"
    assert gegevens.geadresseerde.adresregels == ("P. Kanariegeel", "Dorpsstraat 1", "1234 AB  PROEFDORP")
    assert gegevens.gemeente.naam == "Gemeente Proefdorp"
    assert gegevens.gemeente.website == "www.proefdorp.example"
    assert gegevens.aanspreekpunt.functie == "consulent"
    assert gegevens.besluit.aanvraag_op == date(2026, 3, 10)
    assert gegevens.besluit.regeling == "Verordening Wmo Proefdorp 2026"
    assert [stap.kop for stap in gegevens.besluit.stappen] == [
        "Wat u zelf kunt, en wie er bij u in huis helpt",
        "Eigen netwerk",
    ]


def test_the_last_day_of_bezwaar_follows_from_the_printed_date(stel) -> None:
    # L-46: sent on 24 March 2026; six weeks end on 5 May, a holiday
    assert stel().bezwaar.laatste_dag == date(2026, 5, 6)
    assert stel().bezwaar.termijn == "binnen zes weken"
    assert stel(besluit=record(bezwaar_tot=date(2026, 6, 1))).bezwaar.laatste_dag == date(2026, 6, 1)


def test_no_letter_holds_the_bsn(stel) -> None:
    met_bsn = CLIENT.gewijzigd(bsn="999990019")

    gegevens = stel(client=met_bsn, geadresseerden=(met_bsn,))

    assert "999990019" not in gegevens.model_dump_json()


@pytest.mark.parametrize(
    ("mandaat_id", "formule"),
    [
        ("MD-1", "Namens het college van burgemeester en wethouders van Proefdorp,"),
        ("MD-2", "Het college van burgemeester en wethouders van Proefdorp heeft dit besluit genomen."),
    ],
)
def test_the_formula_follows_from_the_mandate(gedrukt, mandaat_id: str, formule: str) -> None:
    assert formule in gedrukt(besluit=record(mandaat=mandaat_id)).blok("ondertekening")


def test_a_paper_prints_only_what_it_decides(stel) -> None:
    voorzieningen = (
        voorziening("V1", naam="hulp bij het huishouden"),
        voorziening("V2", naam="vervoerspas"),
        voorziening("V3", Voorzieningsoort.ALGEMEEN, naam="koffie in het buurthuis"),
    )
    verdeeld = concept(
        vorm=Besluitvorm.PLAN_PLUS_BESCHIKKING, dragers=(drager("V1"), drager("V2", Drager.PLAN)), bijlagen=()
    )
    besluit_ = record(besluit(voorzieningen=voorzieningen), verdeeld)
    planrecord = Planrecord(plan=plan(getekend_op=DAG), afspraken=(Afspraak(wat="Koffie drinken", wie="de inwoner"),))

    brief = stel(besluit=besluit_)
    papier = stel("plan/plan-is-beschikking", besluit=besluit_, plan=planrecord)

    assert [regel.naam for regel in brief.besluit.voorzieningen] == ["hulp bij het huishouden"]
    assert [regel.naam for regel in papier.besluit.voorzieningen] == ["vervoerspas"]


def test_a_plan_that_is_the_decision_counts_from_the_day_it_was_received(gedrukt) -> None:
    planrecord = Planrecord(plan=plan(getekend_op=DAG), doelen=("Thuis blijven wonen.",), inbreng="Ik wil zelf koken.")
    in_plan = concept(dragers=(drager("V1", Drager.PLAN),))

    inhoud = gedrukt("plan/plan-is-beschikking", besluit=record(concept_=in_plan), plan=planrecord)

    assert "binnen zes weken na de dag waarop u dit plan kreeg." in inhoud.blok("bezwaar")
    assert "laatste dag" not in inhoud.blok("bezwaar")
    assert "Dit ondersteuningsplan is ook ons besluit van 2 maart 2026." in inhoud.blok("besluit")
    assert "Ik wil zelf koken." in inhoud.blok("plan")
    assert "bijlage" not in inhoud.blokken


def test_an_annex_is_printed_behind_the_letter(gedrukt) -> None:
    planrecord = Planrecord(plan=plan(), doelen=("Rust.",))

    inhoud = gedrukt(besluit=record(concept_=concept()), plan=planrecord)

    assert inhoud.blok("bijlage").startswith("Bijlage 1: Plan van aanpak")


def test_an_annex_without_plan_is_refused(stel) -> None:
    with pytest.raises(Controlefout, match="drukt het plan af, maar er is geen plan"):
        stel(besluit=record(concept_=concept()))


def test_a_pgb_cites_its_article_and_the_bank(gedrukt) -> None:
    pgb = voorziening(leveringsvorm=Leveringsvorm.PGB, bedrag_centen=123_450, omvang="2 uur per week")

    inhoud = gedrukt(besluit=record(besluit(voorzieningen=(pgb,))))

    assert "artikel 2.3.6 van de Wet maatschappelijke ondersteuning 2015" in inhoud.blok("grondslag")
    assert "€ 1.234,50" in inhoud.blok("besluit")
    assert "Sociale Verzekeringsbank" in inhoud.blok("vervolg")


def test_advice_is_named_by_function_and_never_by_id(gedrukt) -> None:
    adviezen = (
        Advies(van="P-1", overgenomen=True, reden="Het klopt."),
        Advies(van="onbekend-7", overgenomen=False, reden="Het is oud."),
    )

    motivering = gedrukt(besluit=record(besluit(adviezen=adviezen))).blok("motivering")

    assert "advies gevraagd aan een consulent. Dat advies volgen wij. Het klopt." in motivering
    assert "advies gevraagd aan een deskundige. Dat advies volgen wij niet. Het is oud." in motivering


def test_a_letter_to_a_parent_names_the_child(gedrukt) -> None:
    kind = CLIENT.gewijzigd(id="I-2", geslacht="M", geboortedatum="20150101")

    inhoud = gedrukt(client=kind)

    assert inhoud.blok("besluit").startswith("Proef Kanariegeel krijgt: hulp bij het huishouden.")
    assert "na uw aanvraag voor Proef Kanariegeel van 10 maart 2026" in inhoud.blok("besluit")


def test_less_than_asked_is_said(gedrukt) -> None:
    inhoud = gedrukt(besluit=record(besluit(minder_dan_gevraagd=True)))

    assert "Het is minder dan u vroeg." in inhoud.blok("besluit")


def test_paragraphs_of_extensions_come_in_their_block(gedrukt) -> None:
    inhoud = gedrukt(alineas={"vervolg": ("Lees ook de folder.",)})

    assert inhoud.blok("vervolg").endswith("Lees ook de folder.")


def test_paragraphs_for_a_block_that_does_not_exist_are_not_lost_in_silence(stel) -> None:
    with pytest.raises(Controlefout, match="blok 'slotwoord'"):
        stel(alineas={"slotwoord": ("Tot ziens.",)})


def test_a_confirmation_gives_the_days_of_every_line(gedrukt) -> None:
    ontvangen = zaak(ontvangen_op=date(2026, 3, 20))
    schulden = zaak(Wet.WGS, id="Z2026-000002", ontvangen_op=date(2026, 3, 20))
    woorden = Meldingsrecord(
        id="M-1", dossier_id="D-1", kenmerk="k", melding=melding(), woorden=("Ik val steeds.", " ")
    )

    inhoud = gedrukt("melding/ontvangstbevestiging", zaak=ontvangen, zaken=(schulden,), melding=woorden).blok("melding")

    assert "uw melding ontvangen" in inhoud
    assert "Ik val steeds." in inhoud
    assert "Uw vraag over ondersteuning" in inhoud
    assert "onderzoek uiterlijk af op 1 mei 2026" in inhoud
    assert "uiterlijk op 27 maart 2026" in inhoud
    assert "Uw vraag over schuldhulp" in inhoud
    assert "Dat gesprek is uiterlijk op 17 april 2026." in inhoud
    assert "cliëntondersteuner" in inhoud
    assert "mantelzorger" in inhoud


def test_a_confirmation_that_is_late_says_so(gedrukt) -> None:
    laat = zaak(ontvangen_op=date(2026, 1, 5))

    inhoud = gedrukt("melding/ontvangstbevestiging", zaak=laat).blok("melding")

    assert "Het onderzoek had klaar moeten zijn op 16 februari 2026." in inhoud
    assert "Geef het ons dan voor het gesprek." in inhoud


@pytest.mark.parametrize(
    ("wet", "tekst"),
    [
        # 15 May 2026 is equated with a holiday (L-43), so the term ends on Monday
        (Wet.PARTICIPATIEWET, "uiterlijk op 18 mei 2026 een besluit"),
        (Wet.GPK, "uiterlijk op 18 mei 2026 een besluit"),
        (Wet.LLV, "bespreken wat er nodig is"),
    ],
)
def test_a_line_that_begins_with_an_aanvraag_is_called_so(gedrukt, wet, tekst: str) -> None:
    inhoud = gedrukt("melding/ontvangstbevestiging", zaak=zaak(wet, ontvangen_op=date(2026, 3, 20)))

    assert "uw aanvraag ontvangen" in inhoud.blok("melding")
    assert tekst in inhoud.blok("melding")
    assert "bezwaar" not in inhoud.blokken


def test_an_open_key_is_never_printed(stel) -> None:
    with pytest.raises(NietToegestaan, match=r"'contact\.telefoon' is nog niet ingevuld"):
        stel(organisatie=gemeente(contact={**CONTACT, "telefoon": "open:contact.telefoon"}))


def test_without_mandate_the_letter_waits(stel) -> None:
    with pytest.raises(Aangehouden):
        stel(besluit=record(mandaat=None))


def test_a_letter_for_another_act_or_decision_is_refused(stel) -> None:
    with pytest.raises(Controlefout, match="bestaat niet voor WMO"):
        stel("gpk/toekenning")
    with pytest.raises(Controlefout, match="kan geen afwijzing dragen"):
        stel(besluit=record(besluit(soort=Besluitsoort.AFWIJZING)))


def test_a_letter_without_its_decision_or_date_is_refused(sjablonen) -> None:
    with pytest.raises(Controlefout, match="hoort een besluit"):
        stel_samen(bron().gewijzigd(besluit=None), sjablonen.matrix)
    zonder_dag = brief("wmo/toekenning", record())
    with pytest.raises(ValueError, match="dagtekening"):
        stel_samen(bron(brief=zonder_dag), sjablonen.matrix)


def test_l23_een_besluit_na_delegatie_noemt_het_delegatiebesluit_en_waar_het_staat(gedrukt) -> None:
    delegatie = {
        "id": "DEL-1",
        "naar": "het dagelijks bestuur",
        "werkgever": "gemeente",
        "wetten": ["WMO"],
        "besluit": "Delegatiebesluit Proefdorp 2020",
        "vindplaats": "het gemeenteblad van 2020",
        "geldig_van": date(2020, 1, 1),
    }
    zin = "Delegatiebesluit Proefdorp 2020 (te vinden in het gemeenteblad van 2020)"
    assert zin in gedrukt(organisatie=gemeente(delegatie=[delegatie])).blok("grondslag")
    assert zin not in gedrukt(organisatie=gemeente(delegatie=[{**delegatie, "wetten": ["GPK"]}])).blok("grondslag")


KOMPAS = {
    "naam": "dagelijks bestuur van Regio Proef",
    "wetten": ["PARTICIPATIEWET"],
    "namens": "namens het dagelijks bestuur van Regio Proef, de directeur",
    "werkgever": "regio",
    "postadres": "Postbus 9, 1234 AB Proefstad",
    "digitaal_bezwaar": "https://www.regio.example/bezwaar",
    "telefoon": "088 000 00 00",
}


def in_eigen_naam(**anders):
    """Give a letter on bijstand in a gemeente where a joint arrangement decides on that."""
    organen = [{"naam": "college van burgemeester en wethouders van Proefdorp"}, {**KOMPAS, **anders}]
    werkgevers = [{"id": "gemeente", "naam": "Proefdorp", "soort": "GEMEENTE"}]
    werkgevers += [{"id": "regio", "naam": "Regio Proef", "soort": "GEMEENSCHAPPELIJKE_REGELING"}]
    return {
        "sjabloon": "participatiewet/toekenning",
        "organisatie": gemeente(bestuursorgaan=organen, werkgever=werkgevers),
        "zaak": zaak(Wet.PARTICIPATIEWET, aanvraag_op=date(2026, 3, 10)),
    }


def test_wie_in_eigen_naam_beslist_staat_in_dictum_ondertekening_en_bezwaar(stel, gedrukt) -> None:
    gegevens = stel(**in_eigen_naam())
    orgaan = "het dagelijks bestuur van Regio Proef"
    assert gegevens.besluit is not None
    assert gegevens.bezwaar is not None
    assert gegevens.ondertekening is not None

    assert gegevens.gemeente.bestuursorgaan == gegevens.besluit.orgaan == gegevens.bezwaar.orgaan == orgaan
    assert gegevens.besluit.besloten == f"Dat heeft {orgaan} besloten"
    assert gegevens.ondertekening.formule == f"Namens {orgaan}, de directeur,"
    assert (gegevens.bezwaar.postadres, gegevens.bezwaar.digitaal) == (KOMPAS["postadres"], "www.regio.example/bezwaar")
    assert gegevens.gemeente.telefoon == KOMPAS["telefoon"]
    inhoud = gedrukt(**in_eigen_naam())
    assert f"Stuur het bezwaar aan {orgaan}, Postbus 9" in inhoud.blok("bezwaar")
    assert KOMPAS["telefoon"] in inhoud.blok("contact")


def test_een_besluit_van_een_orgaan_dat_nog_open_staat_krijgt_geen_brief(stel) -> None:
    with pytest.raises(NietToegestaan, match=r"'orgaan\.pw' is nog niet ingevuld"):
        stel(**in_eigen_naam(naam="open:orgaan.pw"))
