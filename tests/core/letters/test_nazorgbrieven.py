"""Letters after the decision, filled from storage; and the sentence that an objection suspends nothing."""

from __future__ import annotations

from datetime import date

import na_besluit
import pytest

from toegang.domain.bezwaar import Bezwaaruitkomst, Horen, Onderdeel
from toegang.domain.brief import Briefstatus
from toegang.domain.huisstijl import Huisstijl
from toegang.environment import Klok
from toegang.errors import Conflict
from toegang.letters.documenttoets import gebreken
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.woordenschat import lees
from toegang.lifecycle import bezwaar as stappen
from toegang.lifecycle.berichtverzending import verzend_berichten
from toegang.lifecycle.bezwaarbesluit import Bezwaarbesluit, beslis
from toegang.lifecycle.bezwaarinboeken import Bezwaarschrift, registreer
from toegang.lifecycle.bezwaarinbreng import lever_inbreng
from toegang.lifecycle.nazorgbrief import BEZWAAR, EINDE, zet_brief_klaar
from toegang.lifecycle.procesbrief import BESLUIT_OP_BEZWAAR, HERSTEL_BEZWAAR
from toegang.tenancy import Register
from toegang_beschikkingen import SJABLONEN
from toegang_cli.demo.inrichting import richt_in

VANDAAG = date(2026, 11, 20)
MATRIX = Brievenmatrix.uit_map(SJABLONEN)


@pytest.fixture(scope="module")
def gemeente(tmp_path_factory):
    with richt_in("beekdaelen", Register(tmp_path_factory.mktemp("brief") / "data"), Klok(VANDAAG)) as open_:
        zaak, _ = na_besluit.bekend(open_)
        zet_brief_klaar(open_.omgeving, open_.actor("M-002"), zaak)
        stuk = Bezwaarschrift(ontvangen_op=VANDAAG, ontbreekt=(Onderdeel.GRONDEN,))
        bezwaar, _ = registreer(open_.omgeving, open_.actor("M-014"), zaak, stuk)
        stappen.vraag_herstel(open_.omgeving, open_.actor("M-014"), bezwaar.id, VANDAAG, date(2026, 12, 4))
        yield open_


def tekst(gemeente, sjabloon, dag=VANDAAG, omgeving=None):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        (brief,) = [item for item in werk.brieven.zoek() if item.sjabloon == sjabloon and item.wacht]
        gegevens = Verzamelaar(werk, omgeving or gemeente.omgeving, MATRIX).gegevens(brief, dag)
    return controleer_brief(gegevens, Sjabloonset([SJABLONEN]), Huisstijl())[1].tekst


def test_b51_de_brief_zegt_wat_wanneer_afloopt(gemeente):
    (levering,) = na_besluit.lees(gemeente, "leveringen")
    gedrukt = tekst(gemeente, EINDE)
    assert "Uw hulp loopt binnenkort af" in gedrukt
    assert f"hulp bij het huishouden: tot en met {levering.einddatum.day} " in gedrukt
    assert "Bel ons dan op tijd" in gedrukt


def test_l25_l29_l30_de_bevestiging_van_een_bezwaar(gemeente):
    gedrukt = tekst(gemeente, BEZWAAR)
    assert "Op 20 november 2026 hebben wij uw bezwaar ontvangen" in gedrukt
    assert "waarom de inwoner het er niet mee eens is" not in gedrukt
    assert "waarom u het er niet mee eens bent" in gedrukt
    assert "uiterlijk op 4 december 2026" in gedrukt
    assert "Wij beslissen uiterlijk op 15 februari 2027" in gedrukt


def test_l25_l30_herstel_en_besluit_per_brief(gemeente):
    """A second objection in the same zaak: repair is asked by letter, and the decision on it goes by letter."""
    omgeving, ajz = gemeente.omgeving, gemeente.actor("M-014")
    (eerste,) = na_besluit.lees(gemeente, "bezwaren")
    stappen.trek_in(omgeving, ajz, eerste.id, VANDAAG)
    stuk = Bezwaarschrift(ontvangen_op=VANDAAG, ontbreekt=(Onderdeel.GRONDEN, Onderdeel.ONDERTEKENING))
    bezwaar, _ = registreer(omgeving, ajz, eerste.zaak_id, stuk)
    stappen.vraag_herstel(omgeving, ajz, bezwaar.id, None, date(2026, 12, 4))
    stappen.vraag_herstel(omgeving, ajz, bezwaar.id, None, date(2026, 12, 11))

    assert "Wij vragen u hier nog apart om" in tekst(gemeente, BEZWAAR)
    gedrukt = tekst(gemeente, HERSTEL_BEZWAAR)
    for woorden in ("waarom u het er niet mee eens bent", "uw handtekening", "11 december 2026", "niet-ontvankelijk"):
        assert woorden in gedrukt
    with pytest.raises(Conflict, match="gaat pas op 11 december 2026"):
        tekst(gemeente, HERSTEL_BEZWAAR, date(2026, 12, 11))
    assert na_besluit.lees(gemeente, "bezwaren")[-1].herstel_gevraagd_op is None
    assert not [stil for stil in stilstanden(gemeente, bezwaar) if stil.telt]

    maak(gemeente, HERSTEL_BEZWAAR)
    with pytest.raises(Conflict, match="al gemaakt"):
        stappen.vraag_herstel(omgeving, ajz, bezwaar.id, None, date(2026, 12, 18))
    assert verzend(gemeente, bezwaar).geweigerd == ()
    assert na_besluit.lees(gemeente, "bezwaren")[-1].herstel_gevraagd_op == VANDAAG
    (stil,) = [item for item in stilstanden(gemeente, bezwaar) if item.telt]
    assert (stil.van, stil.uiterlijk, stil.medegedeeld_op) == (date(2026, 11, 21), date(2026, 12, 11), VANDAAG)

    stappen.herstel(omgeving, ajz, bezwaar.id, VANDAAG)
    stappen.bevestig(omgeving, ajz, bezwaar.id, VANDAAG)
    lever_inbreng(omgeving, gemeente.actor("M-003"), bezwaar.id, "De uren volgen uit het plan.")
    uitspraak = Bezwaarbesluit(
        uitkomst=Bezwaaruitkomst.ONGEGROND,
        op=VANDAAG,
        motivering="De uren volgen uit het plan dat u tekende.",
        horen_afgezien=Horen.WIL_NIET,
    )
    assert beslis(omgeving, ajz, bezwaar.id, uitspraak)[0].mandaat == "bkd-bezwaar"
    gedrukt = tekst(gemeente, BESLUIT_OP_BEZWAAR)
    for woorden in ("De uren volgen uit het plan dat u tekende.", "rechtbank Voorbeeldstad", "Postbus 1"):
        assert woorden in gedrukt
    maak(gemeente, BESLUIT_OP_BEZWAAR)
    assert verzend(gemeente, bezwaar).geweigerd == ()
    assert na_besluit.lees(gemeente, "bezwaren")[-1].beroep_tot == date(2027, 1, 4)


def stilstanden(gemeente, bezwaar):
    alle = [item.gebeurtenis for item in na_besluit.lees(gemeente, "termijnzaken", zaak_id=bezwaar.zaak_id)]
    return [item for item in alle if item.soort == "OPSCHORTING" and item.uiterlijk == date(2026, 12, 11)]


def verzend(gemeente, bezwaar):
    """Send as the administratie of Beekdaelen does."""
    wie = next(m.id for m in na_besluit.lees(gemeente, "medewerkers") if m.functie == "medewerker-administratie")
    return verzend_berichten(gemeente.omgeving, gemeente.actor(wie), VANDAAG, bezwaar.zaak_id)


def maak(gemeente, sjabloon):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        for brief in werk.brieven.zoek():
            if brief.sjabloon == sjabloon and brief.wacht:
                werk.brieven.bewaar(brief.gewijzigd(status=Briefstatus.GEMAAKT, dagtekening=VANDAAG, sha256="0" * 64))
        werk.commit()


@pytest.mark.parametrize("weg", ["blijft gelden", "voorlopige voorziening"])
def test_een_besluit_zegt_dat_bezwaar_niet_schorst_l28(weg):
    sjabloon = "wmo/toekenning"
    gegevens = voorbeeldgegevens(sjabloon, MATRIX)
    html = Sjabloonset([SJABLONEN]).html(sjabloon, gegevens)
    assert gebreken(gegevens, lees(html, sjabloon)) == ()
    assert weg in html
    zonder = html.replace(weg, "iets anders")
    assert [regel for regel, _ in gebreken(gegevens, lees(zonder, sjabloon))] == ["L-28"]
