"""Every door of every gemeente, with the people who work there: nobody is refused, and nothing gets lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Afhandeling, Kanaal, Meldersoort, Registratie, Wet
from toegang.domain.organisatiedelen import Loketsoort
from toegang.errors import Invoerfout
from toegang.guards.register import Regelovertreding
from toegang.lifecycle.aanmeldcontrole import HUISHOUDEN_ONBEKEND, WOONT_ZELFSTANDIG
from toegang.lifecycle.aanmelden import ZONDER_VAST_ADRES
from toegang.lifecycle.intake import neem_in

NAMEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
ADRES = {"straat": "Molenweg", "huisnummer": "3", "postcode": "1234AB", "woonplaats": "Voorbeeldstad"}
CLIENT = {
    "bsn": "999990019",
    "voornamen": "Tess",
    "geslachtsnaam": "Testpersoon",
    "geboortedatum": "19500102",
    **ADRES,
}
KIND = {"voornamen": "Jip", "geslachtsnaam": "Testpersoon", "geboortedatum": "20150304", **ADRES}
ONTVANGEN = date(2026, 10, 12)
ALLEEN_EEN_KIND = [{"verwijzing": "k", "rol": "KIND", "persoon": KIND}]
JEUGD = [{"wet": "JEUGDWET", "voor": "k"}]


def aanmelding(kenmerk="K-1", **anders) -> Aanmelding:
    velden = {
        "kenmerk": kenmerk,
        "kanaal": "TELEFOON",
        "ontvangen_op": ONTVANGEN.isoformat(),
        "leden": [{"verwijzing": "a", "persoon": CLIENT}],
        "hulpvragen": [{"wet": "WMO", "voor": "a", "product": "traplift", "woorden": "De trap lukt niet meer."}],
        "bereikbaar": "0000 000000",
    }
    return Aanmelding.model_validate(velden | anders)


def gezin(**anders) -> Aanmelding:
    leden = [
        {"verwijzing": "a", "rol": "OUDER", "persoon": CLIENT},
        {"verwijzing": "k", "rol": "KIND", "persoon": KIND},
    ]
    return aanmelding(**{"leden": leden, "hulpvragen": JEUGD, **anders})


def neem(gemeente, gevraagd, als=None):
    return neem_in(gemeente.omgeving, gemeente.actor(als), gevraagd)


def zaken(gemeente, resultaat):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return [werk.zaken.haal(zaak) for zaak in resultaat.zaken]


def record(gemeente, resultaat):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.meldingen.haal(resultaat.melding_id)


def werkt_daar(gemeente, loket):
    """Return who works at a door, or nobody when the demo has nobody there."""
    dag = gemeente.omgeving.vandaag()
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        mensen = [mens for mens in werk.medewerkers.zoek() if mens.functie == loket.functie and mens.werkt_op(dag)]
    return min((mens.id for mens in mensen), default=None)


# --- L-36: every door, every channel ----------------------------------------------------------------------


@pytest.mark.parametrize("naam", NAMEN)
def test_geen_deur_weigert_en_de_eerste_dag_telt_l36(open_proef, naam):
    gemeente = open_proef(naam)
    nummer = 0
    for loket in gemeente.omgeving.organisatie.loketten:
        wie = werkt_daar(gemeente, loket)
        assert wie is not None or loket.functie is None, f"bij {loket.id} werkt niemand"
        for kanaal in Kanaal:
            nummer += 1
            eerste = neem(gemeente, aanmelding(f"K-{nummer}", kanaal=kanaal, loket=loket.id), wie)
            assert eerste.intake is not None
            if eerste.intake.registratie is Registratie.CONTACTGEGEVENS:
                assert loket.soort is Loketsoort.KCC
                volgend = gemeente.omgeving.organisatie.loket(eerste.intake.bestemming)
                later = aanmelding(
                    f"K-{nummer}-2",
                    kanaal=kanaal,
                    loket=volgend.id,
                    ontvangen_op=(ONTVANGEN + timedelta(days=5)).isoformat(),
                    eerder_kenmerk=f"K-{nummer}",
                )
                eerste = neem(gemeente, later, werkt_daar(gemeente, volgend))
                assert record(gemeente, eerste).doorgegeven_door
            (zaak,) = zaken(gemeente, eerste)
            assert zaak.ontvangen_op == ONTVANGEN, (loket.id, kanaal)
            assert record(gemeente, eerste).woorden == ("De trap lukt niet meer.",)


def test_l36_wat_niemand_doorgaf_kan_geen_vervolg_hebben(open_proef):
    gemeente = open_proef("beekdaelen")
    with pytest.raises(Invoerfout, match="Onder het kenmerk in 'eerder_kenmerk' heeft geen loket iets doorgegeven"):
        neem(gemeente, aanmelding(loket="administratie", eerder_kenmerk="bestaat-niet"))


def test_een_medewerker_werkt_aan_de_eigen_deur(open_proef):
    gemeente = open_proef("beekdaelen")
    kcc = neem(gemeente, aanmelding("K-1"), "M-001")
    assert kcc.intake is not None
    assert kcc.intake.registratie is Registratie.CONTACTGEGEVENS
    administratie = neem(gemeente, aanmelding("K-2"), "M-002")
    assert len(administratie.zaken) == 1


def test_onbekende_deur(open_proef):
    with pytest.raises(Invoerfout, match="Het loket van deze aanmelding bestaat niet in gemeente zwolle") as fout:
        neem(open_proef("zwolle"), aanmelding(loket="achterdeur"))
    assert "Kies uit: contactcentrum, wijkteam-1" in fout.value.vervolg


# --- Beekdaelen -------------------------------------------------------------------------------------------


def test_b1_l139_het_kcc_bewaart_alleen_wie_te_bellen(open_proef, tmp_path):
    gemeente = open_proef("beekdaelen")
    kcc = neem(gemeente, aanmelding(loket="kcc"), "M-001")
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        notitie = werk.contactnotities.haal(kcc.melding_id)
        assert (werk.meldingen.zoek(), werk.inwoners.zoek(), werk.zaken.zoek()) == ((), (), ())
        sporen = [spoor.model_dump_json() for spoor in werk.sporen.zoek()]
    assert (notitie.naam, notitie.bereikbaar, notitie.onderwerp) == (
        "Tess Testpersoon",
        "0000 000000",
        "sociaal domein",
    )
    alles = notitie.model_dump_json() + "".join(sporen)
    for woord in ("trap", "999990019", "Molenweg", "19500102", "WMO", "traplift"):
        assert woord not in alles


def test_b1_een_kcc_medewerker_legt_ook_aan_een_ander_loket_niets_vast(open_proef):
    gemeente = open_proef("beekdaelen")
    with pytest.raises(Regelovertreding, match="functie 'medewerker-kcc' mag niet meer dan CONTACTGEGEVENS"):
        neem(gemeente, aanmelding(loket="administratie"), "M-001")
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert (werk.meldingen.zoek(), werk.dossiers.zoek(), werk.brieven.zoek()) == ((), (), ())


@pytest.mark.parametrize("melder", list(Meldersoort))
def test_b10_elke_soort_melder_wordt_onthouden(open_proef, melder):
    gemeente = open_proef("beekdaelen")
    resultaat = neem(gemeente, aanmelding(loket="administratie", melder=melder))
    assert record(gemeente, resultaat).melding.melder is melder


def test_b73_huisvesting_van_statushouders_gaat_niet_naar_een_consulent(open_proef):
    gemeente = open_proef("beekdaelen")
    vraag = [{"wet": None, "voor": "a", "taak": "huisvesting-statushouders", "woorden": "Ik zoek een huis."}]
    resultaat = neem(gemeente, aanmelding(loket="administratie", hulpvragen=vraag, gebied="kern-1"))
    assert resultaat.intake is not None
    assert (resultaat.intake.bestemming, resultaat.zaken) == ("beleid", ())
    assert "B-73" in resultaat.intake.reden.regels
    assert dict(resultaat.intake.reden.parameters)["van"] == "Onderbanken"


# --- Doetinchem -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("vragen", [1, 2], ids=["enkelvoudig", "meervoudig"])
def test_d5_d7_drie_pleinen_een_procedure_een_uitkomst(open_proef, vragen):
    gemeente = open_proef("doetinchem")
    hulpvragen = [
        {"wet": "WMO", "voor": "a", "product": "traplift", "woorden": "De trap lukt niet meer."},
        {"wet": "WGS", "voor": "a", "product": "schuldhulpverlening", "woorden": "Ik heb schulden."},
    ][:vragen]
    gezien = {}
    for nummer, plein in enumerate(("zorgplein", "werkplein", "buurtplein")):
        persoon = {**CLIENT, "bsn": ("999990019", "999990408", "999990421")[nummer]}
        leden = [{"verwijzing": "a", "persoon": persoon}]
        gevraagd = aanmelding(plein, loket=plein, leden=leden, hulpvragen=hulpvragen, overig=[["huisdier", "kat"]])
        resultaat = neem(gemeente, gevraagd, werkt_daar(gemeente, gemeente.omgeving.organisatie.loket(plein)))
        assert resultaat.intake is not None
        bewaard = record(gemeente, resultaat)
        # the hand-over takes the whole record along: words, form, day, questions
        assert bewaard.woorden == tuple(vraag["woorden"] for vraag in hulpvragen)
        assert bewaard.overig == (("huisdier", "kat"),)
        assert bewaard.melding.loket == plein
        elders = resultaat.intake.bestemming != plein
        assert resultaat.intake.afhandeling is (Afhandeling.DOORGELEID if elders else Afhandeling.IN_BEHANDELING)
        if elders:
            assert dict(resultaat.intake.reden.parameters)["ontvangen_op"] == ONTVANGEN.isoformat()
        gezien[plein] = (
            resultaat.intake.registratie,
            resultaat.intake.bestemming,
            resultaat.intake.problematiek,
            [(zaak.wet, zaak.bestemming, zaak.problematiek, zaak.ontvangen_op) for zaak in zaken(gemeente, resultaat)],
            [(vraag.wet, vraag.product) for vraag in bewaard.melding.hulpvragen],
        )
    assert gezien["zorgplein"] == gezien["werkplein"] == gezien["buurtplein"]
    assert gezien["zorgplein"][1] == ("zorgplein" if vragen == 1 else "buurtplein")


# --- roads that need no assessment, in every gemeente -------------------------------------------------------


@pytest.mark.parametrize("naam", NAMEN)
@pytest.mark.parametrize(
    "soort", ["HUISARTS", "MEDISCH_SPECIALIST", "JEUGDARTS", "GECERTIFICEERDE_INSTELLING", "RECHTER"]
)
def test_jeugdhulp_op_verwijzing_vraagt_geen_beoordeling_l82(open_proef, naam, soort):
    gemeente = open_proef(naam)
    loket = gemeente.omgeving.organisatie.loketten[-1].id if naam != "beekdaelen" else "administratie"
    verwezen = {"soort": soort, "kenmerk": "R-1", "rechtstreeks": True}
    resultaat = neem(gemeente, gezin(loket=loket, verwijzer=verwezen))
    assert resultaat.intake is not None
    assert (resultaat.intake.afhandeling, resultaat.zaken) == (Afhandeling.RECHTSTREEKS, ())
    assert record(gemeente, resultaat).melding.verwijzer.kenmerk == "R-1"


@pytest.mark.parametrize("naam", NAMEN)
def test_wat_er_naast_een_verwijzing_wordt_gevraagd_gaat_gewoon_door_l82(open_proef, naam):
    gemeente = open_proef(naam)
    vragen = [*JEUGD, {"wet": "WMO", "voor": "a", "product": "traplift"}]
    loket = None if naam != "beekdaelen" else "administratie"
    verwezen = {"soort": "HUISARTS", "rechtstreeks": True}
    resultaat = neem(gemeente, gezin(loket=loket, hulpvragen=vragen, verwijzer=verwezen))
    assert [zaak.wet for zaak in zaken(gemeente, resultaat)] == [Wet.WMO]
    assert len(record(gemeente, resultaat).melding.hulpvragen) == 2


@pytest.mark.parametrize("naam", NAMEN)
def test_w11_een_algemene_voorziening_geeft_geen_zaak_en_geen_besluit(open_proef, naam):
    gemeente = open_proef(naam)
    vraag = [{"wet": "WMO", "voor": "a", "product": "open-eettafel", "woorden": "Ik eet altijd alleen."}]
    loket = None if naam != "beekdaelen" else "administratie"
    resultaat = neem(gemeente, aanmelding(hulpvragen=vraag, loket=loket))
    assert resultaat.intake is not None
    assert (resultaat.intake.afhandeling, resultaat.zaken) == (Afhandeling.VOORLIGGEND_VELD, ())
    # it stays on record, so that a later wish for more counts from this day
    assert record(gemeente, resultaat).melding.ontvangen_op == ONTVANGEN


# --- who it is about --------------------------------------------------------------------------------------


def test_l69_zonder_bsn_zijn_andere_gegevens_nodig(open_proef):
    gemeente = open_proef("zwolle")
    kaal = {"geslachtsnaam": "Testpersoon", "geboortedatum": "19500102"}
    with pytest.raises(Regelovertreding, match="dit ontbreekt ook: voornamen, postcode, huisnummer"):
        neem(gemeente, aanmelding(leden=[{"verwijzing": "a", "persoon": kaal}]))
    zonder = [{"verwijzing": "a", "persoon": {**kaal, "voornamen": "Tess"}}]
    with pytest.raises(Regelovertreding, match="dit ontbreekt ook: postcode, huisnummer"):
        neem(gemeente, aanmelding(leden=zonder))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert (werk.dossiers.zoek(), werk.inwoners.zoek(), werk.zaken.zoek(), werk.brieven.zoek()) == ((), (), (), ())
    assert neem(gemeente, aanmelding(leden=zonder, bijzonderheden=[ZONDER_VAST_ADRES])).zaken


@pytest.mark.parametrize("kanaal", ["WEBFORMULIER", "EMAIL"])
def test_l3_elke_elektronische_aanvraag_heeft_een_bevestiging(open_proef, kanaal):
    gemeente = open_proef("zwolle")
    vraag = [{"wet": "GPK", "voor": "a", "product": "gpk-bestuurder"}]
    resultaat = neem(gemeente, aanmelding(kanaal=kanaal, hulpvragen=vraag))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        (brief,) = werk.brieven.zoek(zaak_id=resultaat.zaken[0])
    assert brief.sjabloon == "melding/ontvangstbevestiging"
    assert "L-3" in {item.regel for item in resultaat.regels}


def test_l2_een_aanvraag_zonder_handtekening_komt_binnen_met_een_waarschuwing(open_proef):
    gemeente = open_proef("zwolle")
    vraag = {"kanaal": "BRIEF", "hulpvragen": [{"wet": "GPK", "voor": "a", "product": "gpk-bestuurder"}]}
    waarschuwing = {item.regel: item.boodschap for item in neem(gemeente, aanmelding(**vraag)).regels if item.boodschap}
    assert "een handtekening" in waarschuwing["L-2"]
    getekend = neem(gemeente, aanmelding("K-2", ondertekend=True, **vraag))
    assert not [item for item in getekend.regels if item.boodschap and item.regel == "L-2"]


# --- bad input: nothing is written ------------------------------------------------------------------------


def _leeg(gemeente):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        soorten = (werk.dossiers, werk.inwoners, werk.meldingen, werk.zaken, werk.brieven, werk.sporen)
        return all(not soort.zoek() for soort in soorten)


@pytest.mark.parametrize(
    ("anders", "zegt"),
    [
        (
            {"leden": [{"verwijzing": "k", "rol": "KIND", "persoon": KIND}], "hulpvragen": JEUGD},
            "staat geen volwassene",
        ),
        ({"ontvangen_op": "2026-11-21"}, r"De dag van ontvangst \(2026-11-21\) kan niet kloppen"),
        ({"ontvangen_op": "1926-10-12"}, r"De dag van ontvangst \(1926-10-12\) kan niet kloppen"),
        (
            {"contacten": [{"kanaal": "TELEFOON", "op": "2026-10-13"}]},
            "Een eerder contact ligt na de dag",
        ),
        (
            {"leden": [{"verwijzing": "a", "persoon": {**CLIENT, "geboortedatum": "20270101"}}]},
            "De geboortedatum van lid 'CLIENT' ligt in de toekomst",
        ),
    ],
)
def test_invoer_die_niet_kan_laat_niets_na(open_proef, anders, zegt):
    gemeente = open_proef("zwolle")
    with pytest.raises(Invoerfout, match=zegt) as fout:
        neem(gemeente, aanmelding(**anders))
    assert fout.value.vervolg
    assert _leeg(gemeente)


def test_een_jongere_die_zelfstandig_woont_is_welkom(open_proef):
    gemeente = open_proef("zwolle")

    def alleen(kenmerk, geboren, *bijzonderheden):
        leden = [{"verwijzing": "k", "rol": "KIND", "persoon": {**KIND, "geboortedatum": geboren}}]
        return aanmelding(kenmerk, leden=leden, hulpvragen=JEUGD, bijzonderheden=list(bijzonderheden))

    with pytest.raises(Invoerfout, match="staat geen volwassene") as fout:
        neem(gemeente, alleen("K-1", "20100101"))
    assert WOONT_ZELFSTANDIG in fout.value.vervolg
    with pytest.raises(Invoerfout, match="staat geen volwassene"):
        neem(gemeente, alleen("K-2", "20120101", WOONT_ZELFSTANDIG))
    assert neem(gemeente, alleen("K-3", "20100101", WOONT_ZELFSTANDIG)).zaken
    assert neem(gemeente, alleen("K-4", "20150101", HUISHOUDEN_ONBEKEND)).zaken


def test_gezag_onbekend_houdt_de_brief_aan_en_weigert_niets(open_proef):
    gemeente = open_proef("zwolle")
    resultaat = neem(gemeente, gezin())
    assert (len(resultaat.zaken), resultaat.gezag_onbekend) == (1, True)
    leden = [
        {"verwijzing": "a", "rol": "OUDER", "persoon": CLIENT},
        {"verwijzing": "k", "rol": "KIND", "gezag": ["a"], "persoon": {**KIND, "bsn": "999990408"}},
    ]
    assert not neem(gemeente, gezin(kenmerk="K-2", leden=leden)).gezag_onbekend


def test_b65_een_bekend_gezinslid_wordt_herkend_aan_naam_en_geboortedatum(open_proef):
    gemeente = open_proef("zwolle")
    eerste = neem(gemeente, gezin())
    leden = [{"verwijzing": "a", "persoon": CLIENT}, {"verwijzing": "k", "rol": "KIND", "persoon": KIND}]
    leden[1]["persoon"] = {**KIND, "bsn": "999990408"}
    neem(gemeente, gezin(kenmerk="K-2", leden=leden))
    broer = {**KIND, "voornamen": "Bo"}
    neem(gemeente, gezin(kenmerk="K-3", leden=[leden[0], {"verwijzing": "k", "rol": "KIND", "persoon": broer}]))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        gezien = [(item.voornamen, item.bsn) for item in werk.inwoners.zoek(dossier_id=eerste.dossier_id)]
    assert gezien == [("Tess", "999990019"), ("Jip", "999990408"), ("Bo", None)]


def test_b65_wat_eerder_is_verteld_blijft_staan(open_proef):
    gemeente = open_proef("zwolle")
    verteld = {"aantal_professionals": 3, "zelfregie": "KAN_NIET", "verliest_regie": True, "gebied": "wijk-2"}
    eerste = neem(gemeente, aanmelding(**verteld))
    neem(gemeente, aanmelding("K-2", hulpvragen=[{"wet": "GPK", "voor": "a"}]))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        dossier = werk.dossiers.haal(eerste.dossier_id)
    assert {naam: getattr(dossier, naam) for naam in verteld} == verteld
