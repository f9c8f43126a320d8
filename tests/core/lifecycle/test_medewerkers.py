"""The staff: who comes, is away, leaves, and whose registration ends."""

from datetime import date, timedelta

import pytest
from levensloop import logregels, met_regie, wijzig_mens

from toegang.domain.medewerker import Medewerker, Registratiebewijs
from toegang.errors import Conflict, Invoerfout
from toegang.guards.register import Regelovertreding, zonder_regels
from toegang.lifecycle.medewerkercontrole import aflopende_registraties, personeelsfouten
from toegang.lifecycle.medewerkers import meld_afwezig, meld_terug, neem_in_dienst, neem_uit_dienst, wijzig_rol
from toegang.storage import NietGevonden

VANDAAG = date(2026, 11, 20)
DAG = timedelta(days=1)


def mens(**anders):
    vast = {
        "id": "M-100",
        "naam": "Consulent 100",
        "functie": "consulent-wijkteam",
        "werkgever": "gemeente-schagen",
        "werkgeversoort": "GEMEENTE",
        "teams": ("wijkteam-1",),
        "in_dienst_van": VANDAAG,
    }
    return Medewerker.model_validate({**vast, **anders})


def haal(gemeente, id):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        return werk.medewerkers.haal(id)


def test_nieuw_is_bewaard_en_gelogd(open_proef):
    gemeente = open_proef("schagen")
    neem_in_dienst(gemeente.omgeving, gemeente.actor(), mens())
    assert haal(gemeente, "M-100") == mens()
    assert logregels(gemeente, "medewerker.nieuw")[-1].detail["medewerker"] == "M-100"
    with pytest.raises(Conflict, match="bestaat al"):
        neem_in_dienst(gemeente.omgeving, gemeente.actor(), mens(naam="Ander"))


@pytest.mark.parametrize(
    ("velden", "zegt"),
    [
        ({"functie": "tovenaar"}, "functie: bestaat niet"),
        ({"werkgever": "niemand"}, "werkgever: bestaat niet"),
        ({"werkgeversoort": "WELZIJN"}, "werkgeversoort: deze werkgever is GEMEENTE"),
        ({"teams": ("wijkteam-9",)}, "een van de teams bestaat niet"),
        ({"gebieden": ("maan",)}, "een van de gebieden bestaat niet"),
        ({"in_dienst_tot": VANDAAG - DAG}, "in_dienst_tot: ligt voor de eerste werkdag"),
        ({"discipline_perioden": ({"discipline": "zorg"},)}, "noemt een discipline die niet bij de disciplines staat"),
    ],
)
def test_wat_niet_bestaat_wordt_geweigerd(open_proef, velden, zegt):
    gemeente = open_proef("schagen")
    with pytest.raises(Invoerfout, match=zegt):
        neem_in_dienst(gemeente.omgeving, gemeente.actor(), mens(**velden))
    with pytest.raises(NietGevonden):
        haal(gemeente, "M-100")


def test_s11_wie_elders_werkt_komt_niet_in_een_wijkteam(open_proef):
    gemeente = open_proef("schagen")
    vreemd = mens(werkgever="zorginstelling", werkgeversoort="AANBIEDER", teams=())
    neem_in_dienst(gemeente.omgeving, gemeente.actor(), vreemd)
    wens = {"teams": ("wijkteam-1",)}
    with pytest.raises(Invoerfout, match=r"werkt alleen wie in dienst is van gemeente-schagen \(S-11\)"):
        wijzig_rol(gemeente.omgeving, gemeente.actor(), medewerker="M-100", velden=wens)
    assert haal(gemeente, "M-100").teams == ()


def test_b58_ondersteuner_komt_niet_onder_de_toegang(open_proef):
    gemeente = open_proef("beekdaelen")
    steun = {"werkgever": "clientondersteuning", "werkgeversoort": "CLIENTONDERSTEUNING", "teams": ()}
    los = mens(id="M-101", functie="clientondersteuner", **steun)
    neem_in_dienst(gemeente.omgeving, gemeente.actor(), los)
    binnen = mens(functie="clientondersteuner", werkgever="gemeente-beekdaelen", teams=())
    with pytest.raises(Regelovertreding, match="B-58"):
        neem_in_dienst(gemeente.omgeving, gemeente.actor(), binnen)
    with pytest.raises(NietGevonden):
        haal(gemeente, "M-100")
    assert logregels(gemeente, "regel.geweigerd")[-1].detail == {"stap": "neem_in_dienst", "regels": "B-58"}
    with zonder_regels("B-58"):
        neem_in_dienst(gemeente.omgeving, gemeente.actor(), binnen)


def test_afwezig_terug_en_vervanger(open_proef):
    gemeente = open_proef("zwolle")
    werk = (gemeente.omgeving, gemeente.actor())
    weg = meld_afwezig(*werk, "M-003", VANDAAG, VANDAAG + 10 * DAG, "M-004")
    assert not weg.werkt_op(VANDAAG + 10 * DAG)
    assert weg.werkt_op(VANDAAG + 11 * DAG)
    with pytest.raises(Conflict, match="al afwezig"):
        meld_afwezig(*werk, "M-003", VANDAAG + 10 * DAG, VANDAAG + 20 * DAG, None)
    terug = meld_terug(*werk, "M-003", VANDAAG + 3 * DAG)
    assert [(periode.van, periode.tot, periode.vervanger) for periode in terug.afwezig] == [
        (VANDAAG, VANDAAG + 2 * DAG, "M-004")
    ]
    with pytest.raises(Conflict, match="niet afwezig"):
        meld_terug(*werk, "M-003", VANDAAG + 3 * DAG)
    assert meld_terug(*werk, "M-003", VANDAAG).afwezig == ()


@pytest.mark.parametrize(
    ("vervanger", "zegt"),
    [("M-003", "zichzelf"), ("M-999", "bestaat niet"), ("M-007", "zelf .* afwezig")],
)
def test_vervanger_moet_kunnen_vervangen(open_proef, vervanger, zegt):
    gemeente = open_proef("zwolle")
    with pytest.raises(Invoerfout, match=zegt):
        meld_afwezig(gemeente.omgeving, gemeente.actor(), "M-003", VANDAAG, VANDAAG + DAG, vervanger)
    assert haal(gemeente, "M-003").afwezig == ()


def test_uit_dienst_pas_als_het_werk_is_overgedragen(open_proef):
    gemeente = open_proef("zwolle")
    zaak = met_regie(gemeente)
    werk = (gemeente.omgeving, gemeente.actor())
    with pytest.raises(Conflict, match="nog 1 lopende zaken en een rol in de regie over 1 huishoudens"):
        neem_uit_dienst(*werk, "M-002", VANDAAG)
    assert neem_uit_dienst(*werk, "M-002", VANDAAG + DAG).in_dienst_tot == VANDAAG + DAG
    assert neem_uit_dienst(*werk, "M-005", VANDAAG).in_dienst_tot == VANDAAG
    with pytest.raises(Invoerfout, match="begon pas op"):
        neem_uit_dienst(*werk, "M-006", date(2018, 1, 1))
    assert zaak


def test_l89_aflopende_registratie_noemt_de_zaken_die_dan_niet_meer_kloppen(open_proef):
    gemeente = open_proef("beekdaelen")
    zaak = met_regie(gemeente, wet="JEUGDWET", product="jeugd-ambulant", geboren="20140102", kenmerk="J-1", **_gezin())
    einde = VANDAAG + 30 * DAG
    wijzig_mens(gemeente, "M-005", registraties=(Registratiebewijs(soort="SKJ", geldig_tot=einde),))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert not [item for item in aflopende_registraties(werk, gemeente.omgeving, 29) if item.medewerker == "M-005"]
        (gevonden,) = [
            item for item in aflopende_registraties(werk, gemeente.omgeving, 30) if item.medewerker == "M-005"
        ]
    assert (gevonden.soort, gevonden.laatste_dag) == ("SKJ", einde)
    assert {(nummer, regel) for nummer, regel, _ in gevonden.zaken} == {(zaak, "L-89"), (zaak, "B-35")}
    verlengd = Registratiebewijs(soort="SKJ", geldig_tot=VANDAAG + 400 * DAG)
    oud = Registratiebewijs(soort="SKJ", geldig_tot=einde)
    wijzig_mens(gemeente, "M-005", registraties=(oud, verlengd))
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert not [item for item in aflopende_registraties(werk, gemeente.omgeving, 30) if item.medewerker == "M-005"]


def test_wie_wegging_met_werk_of_account_wordt_genoemd(open_proef):
    gemeente = open_proef("zwolle")
    met_regie(gemeente)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        assert personeelsfouten(werk, gemeente.omgeving) == ()
    account = {"uid": 4242, "sinds": VANDAAG, "door": 0}
    wijzig_mens(gemeente, "M-002", in_dienst_tot=VANDAAG - DAG, account=account)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        wat = {item.wat: item.herstel for item in personeelsfouten(werk, gemeente.omgeving)}
    assert wat == {
        "is niet in dienst en heeft nog 1 zaken en regie over 1 huishoudens": "toegang medewerker overdragen M-002 "
        "--verdeel",
        "is niet in dienst en heeft nog een account": "toegang medewerker account M-002 --ontkoppel",
    }


def test_discipline_telt_alleen_in_haar_periode():
    periode = {"discipline": "jeugd", "van": VANDAAG, "tot": VANDAAG + 5 * DAG}
    iemand = mens(disciplines=("jeugd", "wmo"), discipline_perioden=(periode,))
    assert iemand.als_kandidaat(VANDAAG - DAG, 0).disciplines == ("wmo",)
    assert iemand.als_kandidaat(VANDAAG, 0).specialisme == "jeugd"
    assert iemand.als_kandidaat(VANDAAG + 6 * DAG, 0).specialisme == "wmo"


def _gezin():
    ouder = {"bsn": "999990020", "geslachtsnaam": "Testouder", "geboortedatum": "19800102"}
    kind = {"bsn": "999990019", "geslachtsnaam": "Testpersoon", "geboortedatum": "20140102"}
    adres = {"straat": "Molenweg", "huisnummer": "3", "postcode": "1234AB", "woonplaats": "Voorbeeldstad"}
    return {
        "leden": [
            {"verwijzing": "o", "persoon": {**ouder, **adres}, "rol": "OUDER"},
            {"verwijzing": "a", "persoon": {**kind, **adres}, "rol": "KIND", "gezag": ["o"]},
        ],
    }
