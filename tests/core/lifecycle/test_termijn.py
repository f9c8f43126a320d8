"""Deadlines of a real zaak on a real database: what people do with them, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from bouwers import besluit

from toegang.domain.aanmelding import Aanmelding
from toegang.domain.begrippen import Besluitsoort
from toegang.domain.besluit import Motivering
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.dwangsom import Uitzondering
from toegang.domain.zaaktermijn import Stand
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.aanvraag import registreer_aanvraag
from toegang.lifecycle.intake import neem_in
from toegang.lifecycle.sluiting import sluit
from toegang.lifecycle.termijn import Opschortverzoek, hervat, schort_op, stel_in_gebreke, verdaag
from toegang.lifecycle.termijnafmelding import meld_af, trek_in
from toegang.lifecycle.termijnen import Bezwaarfeiten, beleid_van, termijnen_van, termijnen_van_alle
from toegang.storage import NietGevonden

VANDAAG = date(2026, 12, 15)  # a Tuesday
CLIENT = {"bsn": "999990019", "voornamen": "Tess", "geslachtsnaam": "Testpersoon", "geboortedatum": "19500102"}
PRODUCT = {"WMO": "traplift", "PARTICIPATIEWET": "bijstand", "GPK": "gpk-bestuurder", "JEUGDWET": "jeugdhulp"}


class Proef:
    """One zaak with an aanvraag, and short words for what is done to it."""

    def __init__(self, gemeente, wet: str = "GPK", ontvangen: date = date(2026, 11, 20), **anders) -> None:
        self.gemeente, self.omgeving, self.actor = gemeente, gemeente.omgeving, gemeente.actor()
        velden = {
            "kenmerk": f"K-{wet}",
            "kanaal": "TELEFOON",
            "ontvangen_op": ontvangen.isoformat(),
            "leden": [{"verwijzing": "a", "persoon": CLIENT}],
            "hulpvragen": [{"wet": wet, "voor": "a", "woorden": "Ik kom er niet uit."}],
            "gebied": "wijk-1",
        }
        (self.id,) = neem_in(self.omgeving, self.actor, Aanmelding.model_validate(velden | anders)).zaken
        with self.omgeving.werk(self.actor) as werk:
            zaak = werk.zaken.haal(self.id)
        if zaak.aanvraag_op is None and wet != "WMO":
            registreer_aanvraag(self.omgeving, self.actor, self.id, ontvangen)

    def termijnen(self, op: date = VANDAAG, bezwaar: Bezwaarfeiten | None = None):
        with self.omgeving.opslag.werk(self.actor, alleen_lezen=True) as werk:
            keten = termijnen_van(werk, werk.zaken.haal(self.id), op, beleid_van(self.omgeving), bezwaar)
        return {item.sleutel: item for item in keten}

    def records(self):
        with self.omgeving.opslag.werk(self.actor, alleen_lezen=True) as werk:
            return werk.termijnzaken.zoek(zaak_id=self.id)

    def log(self, actie: str):
        with self.omgeving.opslag.werk(self.actor, alleen_lezen=True) as werk:
            return werk.logboek.regels(zaak=self.id, actie=actie)

    def schort_op(self, grond: str = "AANVULLING", bezwaar: Bezwaarfeiten | None = None, **velden):
        velden = {"reden": "Ons computersysteem werkt niet."} | velden
        verzoek = Opschortverzoek.model_validate({"grond": grond, **velden})
        return schort_op(self.omgeving, self.actor, self.id, verzoek, bezwaar)

    def doe(self, functie, *args, **kwargs):
        return functie(self.omgeving, self.actor, self.id, *args, **kwargs)


@pytest.fixture
def zaak(open_proef) -> Proef:
    """A parking card asked for on Friday 20 November: to be decided by Friday 15 January."""
    return Proef(open_proef("zwolle", VANDAAG))


def test_opschorten_hervatten_en_weer(zaak) -> None:
    assert zaak.termijnen()["gpk.beslissing"].einde == date(2027, 1, 15)
    record = zaak.schort_op(op="2026-11-30", uiterlijk="2026-12-20")
    lopend = zaak.termijnen()["gpk.beslissing"]
    # fifteen days by now, 1 to 15 December: Saturday 30 January, so Monday
    assert (lopend.stand, lopend.einde) == (Stand.OPGESCHORT, date(2027, 2, 1))
    assert record.gebeurtenis.van == date(2026, 12, 1)
    assert record.gebeurtenis.medegedeeld_op == date(2026, 11, 30)
    zaak.doe(hervat, date(2026, 12, 8))
    na = zaak.termijnen()["gpk.beslissing"]
    assert (na.stand, na.einde) == (Stand.LOOPT, date(2027, 1, 22))
    zaak.schort_op(op="2026-12-09", uiterlijk="2026-12-11")
    assert zaak.termijnen()["gpk.beslissing"].einde == date(2027, 1, 25)
    assert len(zaak.log("termijn.opgeschort")) == 2
    (regel,) = zaak.log("termijn.hervat")
    assert regel.detail == {"gebeurtenis": record.id, "soort": "OPSCHORTING", "over": "AANVRAAG", "op": "2026-12-08"}


def test_intrekken_herstelt_de_dag(zaak) -> None:
    voor = zaak.termijnen()["gpk.beslissing"].einde
    record = zaak.schort_op("OVERMACHT", op="2026-12-01", medegedeeld_op="2026-12-01")
    assert zaak.termijnen()["gpk.beslissing"].einde > voor
    zaak.doe(trek_in, record.id)
    assert zaak.termijnen()["gpk.beslissing"].einde == voor
    assert len(zaak.records()) == 1
    with pytest.raises(Conflict, match="al ingetrokken"):
        zaak.doe(trek_in, record.id)
    with pytest.raises(Invoerfout, match="geen opschorting"):
        zaak.doe(trek_in, "T-0")


@pytest.mark.parametrize(
    ("velden", "soort", "waarom"),
    [
        ({"op": "2026-12-16", "uiterlijk": "2026-12-30"}, Invoerfout, "kan niet op 2026-12-16"),
        ({"op": "2026-11-19", "uiterlijk": "2026-12-30"}, Invoerfout, "kan niet op 2026-11-19"),
        ({"op": "2026-12-01"}, Invoerfout, "hoort een uiterste dag"),
        ({"op": "2026-12-01", "uiterlijk": "2026-12-01"}, Invoerfout, "op of na 2026-12-02"),
        ({"grond": "VERZUIM", "op": "2026-12-01", "uiterlijk": "2026-12-12"}, Invoerfout, "niet voor een aanvraag"),
        ({"grond": "OVERMACHT", "op": "2026-12-01", "uiterlijk": "2026-12-12"}, Invoerfout, "geen uiterste dag"),
        ({"grond": "OVERMACHT", "op": "2026-12-01", "medegedeeld_op": "2026-12-16"}, Invoerfout, "De mededeling"),
        ({"grond": "INSTEMMING", "op": "2027-01-16", "uiterlijk": "2027-01-30"}, Invoerfout, "2027-01-16"),
    ],
)
def test_opschorten_dat_niet_kan(zaak, velden, soort, waarom) -> None:
    with pytest.raises(soort, match=waarom):
        zaak.schort_op(**velden)
    assert zaak.records() == ()
    assert zaak.log("termijn.opgeschort") == ()


def test_twee_keer_te_laat_en_zonder_opschorting(zaak, open_proef) -> None:
    zaak.schort_op(op="2026-12-01", uiterlijk="2026-12-30")
    with pytest.raises(Conflict, match="op deze grond al opgeschort"):
        zaak.schort_op(op="2026-12-05", uiterlijk="2026-12-30")
    zaak.schort_op("OVERMACHT", op="2026-12-05")
    with pytest.raises(Invoerfout, match="2 opschortingen die nog lopen"):
        zaak.doe(hervat, date(2026, 12, 10))
    for record in zaak.records():
        zaak.doe(hervat, date(2026, 12, 10), kenmerk=record.id)
    with pytest.raises(Conflict, match="geen opschorting die nog loopt"):
        zaak.doe(hervat, date(2026, 12, 10))
    # 2 to 9 December, counted once
    assert zaak.termijnen()["gpk.beslissing"].einde == date(2027, 1, 25)


def test_na_de_termijn_is_opschorten_te_laat(open_proef) -> None:
    oud = Proef(open_proef("zwolle", VANDAAG), ontvangen=date(2026, 10, 1))
    with pytest.raises(Conflict, match=r"te laat: .* eindigt op 26 november 2026"):
        oud.schort_op(op="2026-11-26", uiterlijk="2026-12-30")
    with pytest.raises(Conflict, match=r"Verdagen van zaak .* is te laat"):
        oud.doe(verdaag, 2, date(2026, 11, 27))


def test_verdagen_een_keer(zaak) -> None:
    zaak.doe(verdaag, 6, date(2026, 12, 14))
    assert zaak.termijnen()["gpk.beslissing"].einde == date(2027, 2, 26)
    with pytest.raises(Conflict, match="al verdaagd; dat kan een keer"):
        zaak.doe(verdaag, 1, date(2026, 12, 15))
    (record,) = zaak.records()
    zaak.doe(trek_in, record.id)
    zaak.doe(verdaag, 1, date(2026, 12, 15))
    for weken in (0, 53):
        with pytest.raises(Invoerfout, match="1 tot en met 52"):
            zaak.doe(verdaag, weken, date(2026, 12, 15))


def test_bij_de_wmo_is_verdagen_een_mededeling(open_proef) -> None:
    wmo = Proef(open_proef("zwolle", VANDAAG), "WMO", date(2026, 10, 1))
    with pytest.raises(Conflict, match="Deze termijn begint na de aanvraag"):
        wmo.doe(verdaag, 2, VANDAAG)
    registreer_aanvraag(wmo.omgeving, wmo.actor, wmo.id, date(2026, 12, 1))
    wmo.doe(verdaag, 2, VANDAAG)
    gezien = wmo.termijnen()
    assert gezien["wmo.beslissing"].einde == VANDAAG
    assert "verandert daardoor niet" in gezien["wmo.beslissing"].toelichting[0]
    # the six weeks are over and the research still has to be done (L-56)
    assert gezien["wmo.onderzoek"].stand is Stand.VERSTREKEN


def test_het_maximum_van_de_gemeente(open_proef, monkeypatch) -> None:
    zaak = Proef(open_proef("zwolle", VANDAAG))
    omgeving = zaak.omgeving
    object.__setattr__(omgeving, "antwoorden", {**omgeving.antwoorden, "termijn.gpk_verlenging_weken": "4"})
    with pytest.raises(Conflict, match="ten hoogste 4 weken"):
        zaak.doe(verdaag, 5, VANDAAG)
    zaak.doe(verdaag, 4, VANDAAG)


def test_ingebrekestelling(open_proef) -> None:
    zaak = Proef(open_proef("zwolle", VANDAAG), ontvangen=date(2026, 10, 1))
    with pytest.raises(Conflict, match="te vroeg: de termijn loopt tot en met 26 november 2026"):
        zaak.doe(stel_in_gebreke, date(2026, 11, 26))
    zaak.doe(stel_in_gebreke, date(2026, 11, 27))
    gezien = zaak.termijnen()
    assert gezien["awb.dwangsom"].einde == date(2026, 12, 11)
    assert gezien["gpk.beslissing"].dwangsom.centen == 4 * 2300
    with pytest.raises(Conflict, match="op 27 november 2026 al een ingebrekestelling"):
        zaak.doe(stel_in_gebreke, date(2026, 12, 1))
    (record,) = zaak.records()
    zaak.doe(trek_in, record.id)
    zaak.doe(stel_in_gebreke, date(2026, 11, 28), uitzondering=Uitzondering.ONREDELIJK_LAAT)
    assert zaak.termijnen()["gpk.beslissing"].dwangsom.centen == 0


def test_een_opgeschorte_termijn_is_nog_niet_voorbij(open_proef) -> None:
    zaak = Proef(open_proef("zwolle", VANDAAG), ontvangen=date(2026, 10, 19))
    zaak.schort_op("OVERMACHT", op="2026-12-14")
    with pytest.raises(Conflict, match="te vroeg"):
        zaak.doe(stel_in_gebreke, VANDAAG)


def test_een_gesloten_zaak(zaak) -> None:
    sluit(zaak.omgeving, zaak.actor, zaak.id, ingetrokken=True)
    for poging in (
        lambda: zaak.schort_op("OVERMACHT", op="2026-12-01"),
        lambda: zaak.doe(verdaag, 1, VANDAAG),
        lambda: zaak.doe(stel_in_gebreke, VANDAAG),
    ):
        with pytest.raises(Conflict, match="is gesloten"):
            poging()
    assert zaak.termijnen()["gpk.beslissing"].stand is Stand.VERVALLEN


def test_bezwaar_heeft_zijn_eigen_termijn(zaak) -> None:
    besluit_op = date(2026, 11, 24)
    with zaak.omgeving.werk(zaak.actor) as werk:
        werk.zaken.bewaar(_beslist(werk.zaken.haal(zaak.id), besluit_op))
        werk.commit()
    bezwaar = Bezwaarfeiten(date(2026, 12, 1))
    # term for bezwaar to Tuesday 5 January, then six weeks
    assert zaak.termijnen(bezwaar=bezwaar)["awb.besluit_op_bezwaar"].einde == date(2027, 2, 16)
    with pytest.raises(Conflict, match="heeft al een besluit"):
        zaak.doe(verdaag, 2, VANDAAG)
    with pytest.raises(Conflict, match="ten hoogste 6 weken"):
        zaak.doe(verdaag, 7, date(2026, 12, 15), bezwaar=Bezwaarfeiten(date(2026, 12, 1), commissie=True))
    zaak.doe(verdaag, 6, VANDAAG, bezwaar=bezwaar)
    zaak.schort_op("VERZUIM", bezwaar, op="2026-12-14", uiterlijk="2027-01-09")
    gezien = zaak.termijnen(date(2027, 1, 12), bezwaar)["awb.besluit_op_bezwaar"]
    # twelve weeks and the four days from 6 to 9 January: Saturday 3 April, so Monday
    assert gezien.einde == date(2027, 4, 5)
    dwangsom = Bezwaarfeiten(date(2026, 12, 1), besloten_op=date(2027, 4, 7))
    assert zaak.termijnen(date(2027, 5, 1), dwangsom)["awb.besluit_op_bezwaar"].stand is Stand.TE_LAAT_GEHAALD


def _beslist(zaak, dag):
    from toegang.domain.levensloop import Stap

    return zaak.na(Stap.BEKENDMAKING, dag, bekendgemaakt_op=dag)


def test_een_voorschot_wordt_afgemeld(open_proef) -> None:
    zaak = Proef(open_proef("zwolle", VANDAAG), "PARTICIPATIEWET", date(2026, 11, 2))
    assert zaak.termijnen()["pw.voorschot"].einde == date(2026, 11, 30)
    zaak.doe(meld_af, "pw.voorschot", date(2026, 11, 30))
    assert zaak.termijnen()["pw.voorschot"].einde == date(2026, 12, 28)
    zaak.doe(meld_af, "pw.voorschot", VANDAAG, niet_nodig=True)
    assert zaak.termijnen()["pw.voorschot"].stand is Stand.VERVALLEN
    with pytest.raises(Conflict, match=r"geen lopende termijn 'pw\.voorschot'"):
        zaak.doe(meld_af, "pw.voorschot", VANDAAG)
    with pytest.raises(Invoerfout, match="wordt niet afgemeld"):
        zaak.doe(meld_af, "pw.beslissing", VANDAAG)
    assert len(zaak.log("termijn.afgemeld")) == 2


def test_een_besluit_over_een_voorschot_haalt_de_termijn_zonder_afmelden(open_proef) -> None:
    zaak = Proef(open_proef("zwolle", VANDAAG), "PARTICIPATIEWET", date(2026, 11, 2))
    with zaak.omgeving.werk(zaak.actor) as werk:
        gegeven = besluit(id="BS-7", zaak_id=zaak.id, soort=Besluitsoort.VOORSCHOT, datum=date(2026, 11, 20))
        dossier = werk.zaken.haal(zaak.id).dossier_id
        werk.besluiten.bewaar(Besluitrecord(dossier_id=dossier, besluit=gegeven, motivering=Motivering(conclusie="x")))
        werk.commit()

    gezien = zaak.termijnen()["pw.voorschot"]

    assert gezien.einde == date(2026, 12, 18)
    assert gezien.toelichting == ("Gehaald door besluit BS-7 van 20 november 2026; afmelden is niet nodig.",)


def test_een_zaak_die_niet_te_rekenen_is_houdt_de_rest_niet_op(zaak) -> None:
    with zaak.omgeving.werk(zaak.actor) as werk:
        goed = werk.zaken.haal(zaak.id)
        oud = goed.gewijzigd(wet="WMO", ontvangen_op=date(2014, 12, 1), stappen=())
        standen = list(termijnen_van_alle(werk, [oud, goed], VANDAAG))
    assert "geen waarde van kracht" in str(standen[0].fout)
    assert standen[1].fout is None
    assert standen[1].termijnen


def test_onbekende_zaak(zaak) -> None:
    zaak.id = "Z2026-999999"
    with pytest.raises(NietGevonden):
        zaak.doe(verdaag, 1, VANDAAG)


@pytest.mark.parametrize(("dag", "stand"), [(date(2026, 12, 31), Stand.LOOPT), (date(2027, 1, 1), Stand.VERSTREKEN)])
def test_de_nacht_van_het_jaar(open_proef, dag, stand) -> None:
    zaak = Proef(open_proef("zwolle", dag), ontvangen=date(2026, 11, 5))
    gezien = zaak.termijnen(dag)["gpk.beslissing"]
    assert (gezien.einde, gezien.stand) == (date(2026, 12, 31), stand)
    assert gezien.einde - date(2026, 11, 5) == timedelta(weeks=8)
