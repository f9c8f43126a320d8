"""The chains of deadlines: DOMAIN.md B.8, one zaak after another."""

import re
import shutil
from datetime import date, timedelta
from pathlib import Path

import pytest

from toegang.domain import opschorting
from toegang.domain import termijnparameters as termijnparameters_
from toegang.domain.begrippen import Wet
from toegang.domain.dwangsom import Ingebrekestelling, Uitzondering
from toegang.domain.gegevens import GEGEVENSMAP
from toegang.domain.opschorting import Onderwerp, Opschorting, Verdaging, Wijze
from toegang.domain.schakels import KETENS, Mijlpaal, Partij, schakel_over
from toegang.domain.termijnbeleid import Termijnbeleid, termijnbeleid
from toegang.domain.termijnketen import termijnketen
from toegang.domain.termijnparameters import BronSoort, eigen_termijnen, termijnparameters
from toegang.domain.termijnzaak import Voltooiing
from toegang.domain.zaaktermijn import Feiten, Stand
from toegang.errors import ToegangFout

MELDING = date(2026, 10, 1)  # a Thursday
AANVRAAG = date(2026, 11, 2)
M = Mijlpaal
REDELIJK = Verdaging(wijze=Wijze.REDELIJKE_TERMIJN, weken=3, medegedeeld_op=AANVRAAG)
AANZEGGING = Ingebrekestelling(ontvangen_op=date(2026, 12, 28))
OVERMACHT = Opschorting.model_validate({"grond": "OVERMACHT", "van": "2026-10-09", "tot": "2026-10-30"})


def keten(wet: Wet, op: date, *gebeurd, beleid: Termijnbeleid | None = None, dagen=None, **anders):
    feiten = Feiten(wet, {M.MELDING: MELDING, **(dagen or {})}, **anders)
    return {item.sleutel: item for item in termijnketen(feiten, gebeurd, op, beleid)}


def test_wmo_van_melding_tot_bezwaar() -> None:
    eerst = keten(Wet.WMO, date(2026, 10, 20))
    assert {sleutel: (item.stand, item.einde) for sleutel, item in eerst.items()} == {
        "wmo.persoonlijk_plan": (Stand.VERSTREKEN, date(2026, 10, 8)),
        "wmo.onderzoek": (Stand.LOOPT, date(2026, 11, 12)),
        "wmo.beslissing": (Stand.NIET_BEGONNEN, None),
        "awb.bezwaar": (Stand.NIET_BEGONNEN, None),
    }
    assert eerst["wmo.persoonlijk_plan"].partij is Partij.INWONER
    dagen = {M.PLAN: date(2026, 11, 12), M.AANVRAAG: AANVRAAG, M.BEKENDMAKING: date(2026, 11, 17)}
    later = keten(Wet.WMO, date(2026, 11, 20), dagen=dagen)
    assert later["wmo.onderzoek"].stand is Stand.GEHAALD
    # two weeks after 2 November is Monday the 16th: one day late
    assert (later["wmo.beslissing"].stand, later["wmo.beslissing"].einde) == (Stand.TE_LAAT_GEHAALD, date(2026, 11, 16))
    assert later["awb.bezwaar"].einde == date(2026, 12, 29)


def test_een_aanvraag_voor_het_onderzoek_maakt_dat_onderzoek_niet_af() -> None:
    dagen = {M.AANVRAAG: date(2026, 11, 13)}
    gezien = keten(Wet.WMO, date(2026, 12, 1), dagen=dagen)
    assert gezien["wmo.onderzoek"].stand is Stand.VERSTREKEN
    assert gezien["wmo.beslissing"].einde == date(2026, 11, 27)
    later = keten(Wet.WMO, date(2026, 12, 9), dagen=dagen | {M.PLAN: date(2026, 12, 8)})
    assert later["wmo.onderzoek"].stand is Stand.TE_LAAT_GEHAALD


def test_wat_later_gebeurt_is_nog_niet_te_zien() -> None:
    dagen = {M.AANVRAAG: AANVRAAG, M.BEKENDMAKING: date(2026, 11, 10)}
    assert keten(Wet.WMO, date(2026, 11, 9), dagen=dagen)["wmo.beslissing"].stand is Stand.LOOPT
    assert keten(Wet.WMO, date(2026, 11, 1), dagen=dagen)["wmo.beslissing"].stand is Stand.NIET_BEGONNEN


def test_spoed_is_onverwijld_of_een_aantal_werkdagen() -> None:
    assert "wmo.spoed" not in keten(Wet.WMO, MELDING)
    zonder = keten(Wet.WMO, date(2026, 10, 2), spoed=True)["wmo.spoed"]
    assert (zonder.stand, zonder.einde, zonder.regel) == (Stand.LOOPT, None, "L-57")
    assert "onverwijld" in zonder.toelichting[-1]
    beleid = termijnbeleid({"termijn.spoed_werkdagen": "2"})
    met = keten(Wet.WMO, date(2026, 10, 6), spoed=True, beleid=beleid)["wmo.spoed"]
    assert (met.stand, met.einde) == (Stand.VERSTREKEN, date(2026, 10, 5))
    gedaan = Voltooiing(sleutel="wmo.spoed", op=date(2026, 10, 2))
    assert keten(Wet.WMO, date(2026, 10, 6), gedaan, spoed=True, beleid=beleid)["wmo.spoed"].stand is Stand.GEHAALD


def test_jeugd_met_en_zonder_verordening() -> None:
    dagen = {M.AANVRAAG: date(2026, 10, 3)}
    wet = keten(Wet.JEUGDWET, AANVRAAG, dagen=dagen)["jeugd.beslissing"]
    # eight weeks after a Saturday is a Saturday: the act moves it to Monday 30 November, a verordening does not
    assert (wet.einde, wet.wijze) == (date(2026, 11, 30), Wijze.REDELIJKE_TERMIJN)
    beleid = termijnbeleid({"termijn.jeugd_weken": "8"})
    eigen = keten(Wet.JEUGDWET, AANVRAAG, dagen=dagen, beleid=beleid)["jeugd.beslissing"]
    assert (eigen.einde, eigen.wijze) == (date(2026, 11, 28), Wijze.MEDEDELING)
    assert eigen.som is not None
    assert eigen.som.termijn.bron_soort is BronSoort.VERORDENING
    assert eigen.som.stappen[1].artikel.endswith("(nog te toetsen)")
    met_atw = termijnbeleid({"termijn.jeugd_weken": "8", "termijn.jeugd_weken.atw": "ja"})
    assert keten(Wet.JEUGDWET, AANVRAAG, dagen=dagen, beleid=met_atw)["jeugd.beslissing"].einde == date(2026, 11, 30)
    zeker = termijnbeleid({"termijn.jeugd_weken": "8"}, bevestigd=["L-81"])
    som = keten(Wet.JEUGDWET, AANVRAAG, dagen=dagen, beleid=zeker)["jeugd.beslissing"].som
    assert som is not None
    assert som.stappen[1].artikel == "verordening jeugdhulp"


def test_bijstand_zoektermijn_voorschot_en_besluit() -> None:
    assert "pw.zoektermijn" not in keten(Wet.PARTICIPATIEWET, MELDING, leeftijd=27)
    assert "pw.zoektermijn" not in keten(Wet.PARTICIPATIEWET, MELDING)
    jong = keten(Wet.PARTICIPATIEWET, MELDING, leeftijd=26)["pw.zoektermijn"]
    assert (jong.partij, jong.einde) == (Partij.INWONER, date(2026, 10, 29))
    dagen = {M.AANVRAAG: MELDING}
    gezien = keten(Wet.PARTICIPATIEWET, date(2026, 10, 30), dagen=dagen)
    assert (gezien["pw.voorschot"].stand, gezien["pw.voorschot"].einde) == (Stand.VERSTREKEN, date(2026, 10, 29))
    assert gezien["pw.beslissing"].einde == date(2026, 11, 26)


def test_na_een_voorschot_loopt_de_volgende_vier_weken() -> None:
    dagen = {M.AANVRAAG: MELDING}
    betaald = [Voltooiing(sleutel="pw.voorschot", op=dag) for dag in (date(2026, 10, 20), date(2026, 11, 16))]
    na = keten(Wet.PARTICIPATIEWET, date(2026, 11, 20), *betaald, dagen=dagen)["pw.voorschot"]
    assert (na.stand, na.einde, na.klaar_op) == (Stand.LOOPT, date(2026, 12, 14), None)
    door_besluit = Voltooiing(sleutel="pw.voorschot", op=date(2026, 10, 20), besluit="BS-1")
    besloten = keten(Wet.PARTICIPATIEWET, date(2026, 10, 21), door_besluit, dagen=dagen)["pw.voorschot"]
    assert besloten.einde == date(2026, 11, 17)
    assert besloten.toelichting == ("Gehaald door besluit BS-1 van 20 oktober 2026; afmelden is niet nodig.",)
    niet_nodig = Voltooiing(sleutel="pw.voorschot", op=date(2026, 10, 9), niet_nodig=True)
    assert keten(Wet.PARTICIPATIEWET, AANVRAAG, niet_nodig, dagen=dagen)["pw.voorschot"].stand is Stand.VERVALLEN
    besloten = dagen | {M.BEKENDMAKING: date(2026, 11, 10)}
    klaar = keten(Wet.PARTICIPATIEWET, date(2026, 12, 20), betaald[0], dagen=besloten)["pw.voorschot"]
    assert klaar.stand is Stand.GEHAALD


def test_schuldhulp_met_en_zonder_dreiging() -> None:
    gewoon = keten(Wet.WGS, date(2026, 10, 5))
    assert gewoon["wgs.gesprek"].einde == date(2026, 10, 29)
    assert "wgs.crisis" not in gewoon
    dreiging = keten(Wet.WGS, date(2026, 10, 7), spoed=True, dagen={M.GESPREK: date(2026, 10, 6)})
    # Friday, Monday, Tuesday
    assert (dreiging["wgs.crisis"].einde, dreiging["wgs.crisis"].stand) == (date(2026, 10, 6), Stand.GEHAALD)
    # eight weeks after the first conversation, by verordening: not moved, still to be checked
    assert dreiging["wgs.besluit"].einde == date(2026, 12, 1)
    assert keten(
        Wet.WGS, date(2026, 10, 7), dagen={M.GESPREK: MELDING}, beleid=termijnbeleid({"termijn.wgs_weken": "4"})
    )["wgs.besluit"].einde == date(2026, 10, 29)


def test_parkeerkaart_wordt_een_keer_verlengd() -> None:
    dagen = {M.AANVRAAG: MELDING}
    verlengd = Verdaging(wijze=Wijze.VERLENGING, weken=6, medegedeeld_op=date(2026, 11, 20))
    gezien = keten(Wet.GPK, AANVRAAG, verlengd, dagen=dagen)["gpk.beslissing"]
    assert (gezien.einde, gezien.wijze, gezien.regel) == (date(2027, 1, 7), Wijze.VERLENGING, "L-120")


def test_leerlingenvervoer_zonder_verordening_rekent_met_de_redelijke_termijn() -> None:
    dagen = {M.AANVRAAG: MELDING}
    zonder = keten(Wet.LLV, AANVRAAG, dagen=dagen)["llv.beslissing"]
    assert (zonder.einde, zonder.regel, zonder.wijze) == (date(2026, 11, 26), "L-125", Wijze.REDELIJKE_TERMIJN)
    assert "termijn.llv_weken" in zonder.toelichting[0]
    met = keten(Wet.LLV, AANVRAAG, dagen=dagen, beleid=termijnbeleid({"termijn.llv_weken": "6"}))["llv.beslissing"]
    assert (met.einde, met.wijze, met.toelichting) == (date(2026, 11, 12), Wijze.MEDEDELING, ())


@pytest.mark.parametrize(("commissie", "sleutel", "verwacht"), [
    (False, "awb.besluit_op_bezwaar", date(2027, 2, 8)),
    (True, "awb.besluit_op_bezwaar_commissie", date(2027, 3, 22)),
])  # fmt: skip
def test_beslissen_op_bezwaar(commissie: bool, sleutel: str, verwacht: date) -> None:
    # made known Friday 13 November: term for bezwaar to Monday 28 December (L-46), then six or twelve weeks
    dagen = {M.AANVRAAG: MELDING, M.BEKENDMAKING: date(2026, 11, 13), M.SLUITING: date(2026, 11, 14)}
    op = date(2026, 12, 20)
    assert sleutel not in keten(Wet.WMO, op, dagen=dagen)
    gezien = keten(Wet.WMO, op, dagen=dagen | {M.BEZWAAR: date(2026, 12, 1)}, commissie=commissie)
    assert gezien[sleutel].einde == verwacht
    later = keten(Wet.WMO, date(2027, 1, 2), dagen=dagen | {M.BEZWAAR: date(2026, 12, 1)}, commissie=commissie)
    assert (later[sleutel].stand, later[sleutel].einde) == (Stand.LOOPT, verwacht)
    assert schakel_over(Wet.WMO, Onderwerp.BEZWAAR, commissie=commissie).sleutel == sleutel


def test_opgeschort_schuift_alleen_het_besluit() -> None:
    dagen = {M.AANVRAAG: MELDING}
    stil = Opschorting.model_validate({"grond": "AANVULLING", "van": "2026-10-10", "uiterlijk": "2026-10-31"})
    gezien = keten(Wet.PARTICIPATIEWET, date(2026, 10, 19), stil, dagen=dagen)
    assert (gezien["pw.beslissing"].stand, gezien["pw.beslissing"].einde) == (Stand.OPGESCHORT, date(2026, 12, 7))
    assert gezien["pw.voorschot"].einde == date(2026, 10, 29)
    weg = stil.gewijzigd(ingetrokken_op=date(2026, 10, 19))
    assert keten(Wet.PARTICIPATIEWET, date(2026, 10, 19), weg, dagen=dagen)["pw.beslissing"].einde == date(2026, 11, 26)
    # once decided, an open suspension goes no further
    besloten = dagen | {M.BEKENDMAKING: date(2026, 10, 12)}
    klaar = keten(Wet.PARTICIPATIEWET, date(2026, 10, 30), stil, dagen=besloten)["pw.beslissing"]
    assert (klaar.stand, klaar.einde) == (Stand.GEHAALD, date(2026, 11, 30))


def test_een_mededeling_verandert_de_wettelijke_termijn_niet() -> None:
    meegedeeld = Verdaging(wijze=Wijze.MEDEDELING, weken=2, medegedeeld_op=date(2026, 11, 10))
    gezien = keten(Wet.WMO, date(2026, 11, 17), meegedeeld, dagen={M.AANVRAAG: AANVRAAG})["wmo.beslissing"]
    assert (gezien.stand, gezien.einde) == (Stand.VERSTREKEN, date(2026, 11, 16))
    assert "Awb art. 4:14 lid 1 (nog te toetsen)" in gezien.toelichting[0]


def test_een_gesloten_zaak_heeft_niets_meer_te_doen() -> None:
    gezien = keten(Wet.WMO, date(2027, 1, 1), dagen={M.SLUITING: date(2026, 10, 5)}, spoed=True)
    assert {item.stand for item in gezien.values() if item.partij is Partij.GEMEENTE} == {Stand.VERVALLEN}


def test_een_besluit_zonder_beschikking_is_ook_een_besluit() -> None:
    dagen = {M.AANVRAAG: AANVRAAG, M.ZONDER_BESCHIKKING: date(2026, 11, 12)}
    gezien = keten(Wet.WMO, date(2026, 12, 1), dagen=dagen)
    assert gezien["wmo.beslissing"].stand is Stand.GEHAALD
    assert gezien["awb.bezwaar"].stand is Stand.NIET_BEGONNEN


def test_dwangsom_in_de_keten() -> None:
    dagen = {M.AANVRAAG: AANVRAAG}
    te_vroeg, aanzegging = (Ingebrekestelling(ontvangen_op=dag) for dag in (date(2026, 11, 16), date(2026, 11, 17)))
    assert "awb.dwangsom" not in keten(Wet.WMO, date(2026, 11, 20), te_vroeg, dagen=dagen)
    gezien = keten(Wet.WMO, date(2026, 12, 3), aanzegging, te_vroeg, dagen=dagen)
    wachten, beslissing = gezien["awb.dwangsom"], gezien["wmo.beslissing"]
    assert (wachten.stand, wachten.einde, wachten.regel) == (Stand.VERSTREKEN, date(2026, 12, 1), "L-31")
    assert beslissing.dwangsom is not None
    assert (beslissing.dwangsom.dagen, beslissing.dwangsom.centen) == (2, 4600)
    assert "awb.dwangsom_vaststelling" not in gezien
    besloten = dagen | {M.BEKENDMAKING: date(2026, 12, 4)}
    daarna = keten(Wet.WMO, date(2026, 12, 5), aanzegging, dagen=besloten)
    assert daarna["awb.dwangsom_vaststelling"].einde == date(2026, 12, 17)
    vast = Voltooiing(sleutel="awb.dwangsom_vaststelling", op=date(2026, 12, 9))
    assert keten(Wet.WMO, date(2027, 1, 5), aanzegging, vast, dagen=besloten)["awb.dwangsom_vaststelling"].klaar_op
    vrij = aanzegging.gewijzigd(uitzondering=Uitzondering.KENNELIJK)
    zonder = keten(Wet.WMO, date(2027, 3, 1), vrij, dagen=dagen)["wmo.beslissing"].dwangsom
    assert zonder is not None
    assert zonder.centen == 0
    op_tijd = dagen | {M.BEKENDMAKING: date(2026, 11, 17)}
    assert "awb.dwangsom" not in keten(Wet.WMO, date(2026, 12, 5), aanzegging, dagen=op_tijd)


def test_elke_ingebrekestelling_heeft_een_eigen_dwangsom() -> None:
    """L-31 (Awb 4:17, 7:14): that on the aanvraag was fixed; that on the bezwaar still has its own two weeks."""
    laat, op_bezwaar = date(2026, 12, 4), date(2027, 3, 15)
    dagen = {M.AANVRAAG: AANVRAAG, M.BEKENDMAKING: laat, M.BEZWAAR: date(2026, 12, 10)}
    dagen[M.BESLUIT_OP_BEZWAAR] = date(2027, 4, 12)
    gebeurd = (
        Ingebrekestelling(ontvangen_op=date(2026, 11, 17)),
        Ingebrekestelling(ontvangen_op=op_bezwaar, over=Onderwerp.BEZWAAR),
        Voltooiing(sleutel="awb.dwangsom_vaststelling", op=date(2026, 12, 9)),
    )
    rijen = termijnketen(Feiten(Wet.WMO, dagen), gebeurd, date(2027, 4, 14))
    wachten = [item.einde for item in rijen if item.sleutel == "awb.dwangsom"]
    vast = [item for item in rijen if item.sleutel == "awb.dwangsom_vaststelling"]
    assert wachten == [date(2026, 12, 1), date(2027, 3, 30)]
    assert [item.klaar_op for item in vast] == [date(2026, 12, 9), None]
    assert vast[1].einde == date(2027, 4, 26)
    ook = Voltooiing(sleutel="awb.dwangsom_vaststelling", op=date(2027, 4, 13), over=Onderwerp.BEZWAAR)
    rijen = termijnketen(Feiten(Wet.WMO, dagen), (*gebeurd, ook), date(2027, 4, 14))
    assert [item.klaar_op for item in rijen if item.sleutel == "awb.dwangsom_vaststelling"][1] == ook.op


ZONDER_REGEL = [
    ("L-7", "llv.beslissing", (), {"wet": Wet.LLV}),
    ("L-8", "pw.beslissing", (REDELIJK,), {}),
    ("L-9", "pw.beslissing", (OVERMACHT,), {}),
    ("L-26", "awb.bezwaar", (), {}),
    ("L-30", "awb.besluit_op_bezwaar", (), {"extra": {M.BEZWAAR: date(2026, 11, 20)}}),
    ("L-31", "awb.dwangsom", (AANZEGGING,), {"open": True}),
    ("L-50", "wmo.onderzoek", (), {"wet": Wet.WMO}),
    ("L-51", "wmo.persoonlijk_plan", (), {"wet": Wet.WMO}),
    ("L-57", "wmo.spoed", (), {"wet": Wet.WMO}),
    ("L-59", "wmo.beslissing", (), {"wet": Wet.WMO}),
    ("L-81", "jeugd.beslissing", (), {"wet": Wet.JEUGDWET}),
    ("L-102", "pw.zoektermijn", (), {}),
    ("L-104", "pw.voorschot", (), {}),
    ("L-106", "pw.beslissing", (), {}),
    ("L-110", "wgs.crisis", (), {"wet": Wet.WGS}),
    ("L-112", "wgs.besluit", (), {"wet": Wet.WGS}),
    ("L-120", "gpk.beslissing", (), {"wet": Wet.GPK}),
    ("L-125", "llv.beslissing", (), {"wet": Wet.LLV}),
]


@pytest.mark.parametrize(
    ("regel", "sleutel", "gebeurd", "anders"),
    [pytest.param(*rij, marks=pytest.mark.regel(rij[0])) for rij in ZONDER_REGEL],
)
def test_elke_regel_is_uit_te_zetten(regel: str, sleutel: str, gebeurd, anders, eigen_gegevensmap: Path) -> None:
    wet = anders.get("wet", Wet.PARTICIPATIEWET)
    dagen = {M.AANVRAAG: MELDING, M.GESPREK: MELDING, M.BEKENDMAKING: date(2026, 11, 16), **anders.get("extra", {})}
    if anders.get("open"):
        del dagen[M.BEKENDMAKING]

    def einde(tekst: str) -> date | str | None:
        (eigen_gegevensmap / "termijnen.toml").write_text(tekst, encoding="utf-8")
        for functie in (*vars(termijnparameters_).values(), *vars(opschorting).values()):
            if hasattr(functie, "cache_clear"):
                functie.cache_clear()
        try:
            item = keten(wet, date(2027, 1, 20), *gebeurd, dagen=dagen, spoed=True, leeftijd=20).get(sleutel)
        except ToegangFout:
            return "kan niet"
        return "weg" if item is None else item.einde

    shutil.copy(GEGEVENSMAP / "feestdagen.csv", eigen_gegevensmap)
    heel = (GEGEVENSMAP / "termijnen.toml").read_text(encoding="utf-8")
    eerst, *tabellen = re.split(r"(?m)^(?=\[\[)", heel)
    zonder = eerst + "".join(tabel for tabel in tabellen if f'\nregel = "{regel}"\n' not in tabel)
    aan, uit = einde(heel), einde(zonder)
    assert aan not in ("weg", "kan niet")
    assert aan != uit


def test_elke_schakel_heeft_gegevens_en_een_regel() -> None:
    bekend = {rij.sleutel for rij in (*termijnparameters(), *eigen_termijnen())}
    assert {schakel.sleutel for keten_ in KETENS.values() for schakel in keten_} <= bekend
    assert set(KETENS) == set(Wet)
    for wet in Wet:
        assert schakel_over(wet, Onderwerp.AANVRAAG).sleutel.endswith(("beslissing", "besluit"))


@pytest.mark.parametrize(
    ("waarde", "waarom"), [("acht", "geen heel getal"), ("9", "ten hoogste 8"), ("0", "minstens 1")]
)
def test_een_instelling_die_niet_klopt(waarde: str, waarom: str) -> None:
    with pytest.raises(ToegangFout, match=waarom):
        termijnbeleid({"termijn.wgs_weken": waarde})
    assert termijnbeleid({"termijn.wgs_weken": " "}).eigen == {}


def test_voor_2015_is_er_geen_wmo_termijn() -> None:
    feiten = Feiten(Wet.WMO, {M.MELDING: date(2014, 12, 31)})
    with pytest.raises(ToegangFout, match="geen waarde van kracht"):
        termijnketen(feiten, (), date(2015, 2, 1))
    assert termijnketen(Feiten(Wet.WMO, {M.MELDING: date(2015, 1, 1)}), (), date(2015, 2, 1) + timedelta(days=1))
