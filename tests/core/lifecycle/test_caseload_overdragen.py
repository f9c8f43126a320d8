"""A whole caseload goes over in one unit of work, and the report says what stayed and why."""

from datetime import date

import pytest
from levensloop import lees, logregels, met_regie, met_team, regie_van, wijzig_mens, zaak_van

from toegang.domain.overdracht import Overdrachtdeel, Overdrachtreden, Overdrachtstatus
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.caseloadoverdracht import draag_caseload_over
from toegang.lifecycle.regieoverdracht import Aanbod, bied_regie_aan
from toegang.lifecycle.sluiting import sluit
from toegang.lifecycle.team import team_van
from toegang.lifecycle.werkvoorraad import werkvoorraad

VANDAAG = date(2026, 11, 20)
BSNS = ("999990019", "999990020", "999990032", "999990044")


def zaken_van_m002(gemeente, aantal=3):
    return [
        met_regie(gemeente, kenmerk=f"K-{nummer}", bsn=bsn, zelfregie="KAN_NIET")
        for nummer, bsn in enumerate(BSNS[:aantal])
    ]


def draag_over(gemeente, van="M-002", naar=None):
    return draag_caseload_over(gemeente.omgeving, gemeente.actor(), van, naar)


def test_alles_naar_een_collega(open_proef):
    gemeente = open_proef("zwolle")
    zaken = zaken_van_m002(gemeente)
    regels = draag_over(gemeente, naar="M-003")
    assert [(regel.wat, regel.naar) for regel in regels] == [("zaak", "M-003")] * 3 + [("regie", "M-003")] * 3
    for zaak in zaken:
        assert zaak_van(gemeente, zaak).leden == ("M-003",)
        assert "M-002" not in regie_van(gemeente, zaak).rollen().values()
        assert regie_van(gemeente, zaak).regisseur == "M-003"
    with lees(gemeente) as werk:
        assert werk.caseload.per_medewerker() == {"M-003": 3}
        assert team_van(werk, zaken[0]).drager.beoordeelt == ("WMO",)
    assert logregels(gemeente, "caseload.overgedragen")[-1].detail == {
        "van": "M-002",
        "naar": "M-003",
        "over": "6",
        "blijft": "0",
    }


def test_b36_verdeeld_over_wie_er_ruimte_heeft(open_proef):
    gemeente = open_proef("zwolle")
    zaken = zaken_van_m002(gemeente, 4)
    regels = draag_over(gemeente)
    over = {regel.kenmerk: regel.naar for regel in regels if regel.wat == "zaak"}
    # four zaken, four consulenten: each gets one, and the regie of a household goes along with its zaak
    assert sorted(over) == sorted(zaken)
    assert sorted(over.values()) == ["M-003", "M-004", "M-005", "M-006"]
    for zaak in zaken:
        assert regie_van(gemeente, zaak).regisseur == over[zaak]


def test_b36_de_regie_over_gesloten_huishoudens_gaat_niet_allemaal_naar_een(open_proef):
    gemeente = open_proef("zwolle")
    for zaak in zaken_van_m002(gemeente, 4):
        sluit(gemeente.omgeving, gemeente.actor(), zaak, ingetrokken=True)
    regels = draag_over(gemeente)
    assert {regel.wat for regel in regels} == {"regie"}
    assert sorted(regel.naar for regel in regels) == ["M-003", "M-004", "M-005", "M-006"]
    assert all("geen lopende zaak, gelijk verdeeld" in regel.waarom for regel in regels)
    # it is no caseload: who works on what is counted as before
    with lees(gemeente) as werk:
        assert werk.caseload.per_medewerker() == {}


def test_wat_een_regel_weigert_blijft_en_de_rest_gaat(open_proef):
    gemeente = open_proef("zwolle")
    eerste, tweede = zaken_van_m002(gemeente, 2)
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        zaak = werk.zaken.haal(tweede)
        werk.zaken.bewaar(zaak.gewijzigd(wet="JEUGDWET"))
        werk.commit()
    wijzig_mens(gemeente, "M-008", werkgeversoort="GEMEENTE", werkgever="gemeente-zwolle", teams=())
    wijzig_mens(gemeente, "M-003", werkgeversoort="WELZIJN", werkgever="welzijnsorganisatie")
    regels = draag_over(gemeente, naar="M-003")
    blijft = {regel.kenmerk: regel.waarom for regel in regels if regel.naar is None and regel.wat == "zaak"}
    assert set(blijft) == {eerste, tweede}
    assert all(
        "W-2: niemand in het team mag namens een bestuursorgaan beoordelen" in tekst for tekst in blijft.values()
    )
    assert zaak_van(gemeente, eerste).leden == ("M-002",)


def test_wie_al_in_het_team_zit_wordt_genoemd(open_proef):
    gemeente = open_proef("zwolle")
    zaak = zaken_van_m002(gemeente, 1)[0]
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        spoor = [item for item in werk.sporen.zoek(zaak_id=zaak) if item.hook == "compose_team"][-1]
        lid = {**spoor.antwoord["leden"][0], "medewerker": "M-003", "beoordeelt": []}
        antwoord = {**spoor.antwoord, "leden": [*spoor.antwoord["leden"], lid]}
        werk.sporen.bewaar(spoor.gewijzigd(antwoord=antwoord))
        werk.commit()
    regel = draag_over(gemeente, naar="M-003")[0]
    assert (regel.naar, regel.waarom) == (None, "M-003 zit al in dit team; haal M-002 eraf")


def test_open_aanbod_gaat_mee(open_proef):
    gemeente = open_proef("zwolle")
    zaak, ander = zaken_van_m002(gemeente, 2)
    aanbod = Aanbod("M-008", Overdrachtdeel.REGIE, Overdrachtreden.CASELOAD)
    weg = bied_regie_aan(gemeente.omgeving, gemeente.actor("M-002"), zaak, aanbod)
    aanbod = Aanbod("M-003", Overdrachtdeel.REGIE, Overdrachtreden.CASELOAD)
    vervalt = bied_regie_aan(gemeente.omgeving, gemeente.actor("M-002"), ander, aanbod)
    regels = {regel.kenmerk: regel for regel in draag_over(gemeente, naar="M-003")}
    assert regels[weg.id].naar == "M-003"
    assert regels[vervalt.id].naar is None
    with lees(gemeente) as werk:
        assert (werk.overdrachten.haal(weg.id).van, werk.overdrachten.haal(weg.id).naar) == ("M-003", "M-008")
        assert werk.overdrachten.haal(vervalt.id).status is Overdrachtstatus.INGETROKKEN
        voorraad = werkvoorraad(werk, gemeente.omgeving, "M-008")
    assert [(item.kenmerk, item.wat) for item in voorraad.regie] == [(weg.id, "regie aanvaarden")]


@pytest.mark.parametrize(
    ("naar", "fout", "zegt"),
    [
        ("M-002", Invoerfout, "niet aan zichzelf"),
        ("M-999", Invoerfout, "bestaat niet"),
        ("M-007", Invoerfout, "M-007 is er vandaag niet"),
    ],
)
def test_ontvanger_moet_kunnen_ontvangen(open_proef, naar, fout, zegt):
    gemeente = open_proef("zwolle")
    zaak = met_team(gemeente)
    with pytest.raises(fout, match=zegt):
        draag_over(gemeente, naar=naar)
    assert zaak_van(gemeente, zaak).leden == ("M-002",)


def test_wie_niets_heeft_kan_niets_overdragen(open_proef):
    gemeente = open_proef("zwolle")
    with pytest.raises(Conflict, match="heeft geen lopende zaken en geen regie"):
        draag_over(gemeente, van="M-011")


def test_een_afwezige_draagt_over_en_wordt_niet_zelf_gekozen(open_proef):
    gemeente = open_proef("zwolle")
    zaak = zaken_van_m002(gemeente, 1)[0]
    wijzig_mens(gemeente, "M-002", in_dienst_tot=date(2026, 11, 19))
    draag_over(gemeente)
    assert zaak_van(gemeente, zaak).leden[0] not in ("M-002", "M-007")
