"""Letters after the decision, filled from storage; and the sentence that an objection suspends nothing."""

from __future__ import annotations

from datetime import date

import na_besluit
import pytest

from toegang.domain.bezwaar import Onderdeel
from toegang.domain.huisstijl import Huisstijl
from toegang.environment import Klok
from toegang.letters.documenttoets import gebreken
from toegang.letters.maken import controleer_brief
from toegang.letters.matrix import Brievenmatrix
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.verzamelen import Verzamelaar
from toegang.letters.voorbeelden import voorbeeldgegevens
from toegang.letters.woordenschat import lees
from toegang.lifecycle import bezwaar as stappen
from toegang.lifecycle.bezwaarinboeken import Bezwaarschrift, registreer
from toegang.lifecycle.nazorgbrief import BEZWAAR, EINDE, zet_brief_klaar
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


def tekst(gemeente, sjabloon):
    with gemeente.omgeving.werk(gemeente.actor()) as werk:
        (brief,) = [item for item in werk.brieven.zoek() if item.sjabloon == sjabloon]
        gegevens = Verzamelaar(werk, gemeente.omgeving, MATRIX).gegevens(brief, VANDAAG)
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


@pytest.mark.parametrize("weg", ["blijft gelden", "voorlopige voorziening"])
def test_een_besluit_zegt_dat_bezwaar_niet_schorst_l28(weg):
    sjabloon = "wmo/toekenning"
    gegevens = voorbeeldgegevens(sjabloon, MATRIX)
    html = Sjabloonset([SJABLONEN]).html(sjabloon, gegevens)
    assert gebreken(gegevens, lees(html, sjabloon)) == ()
    assert weg in html
    zonder = html.replace(weg, "iets anders")
    assert [regel for regel, _ in gebreken(gegevens, lees(zonder, sjabloon))] == ["L-28"]
