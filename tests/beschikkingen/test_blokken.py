"""Which block of a letter carries which rule: said in the header of the template, and proved by switching it off."""

from __future__ import annotations

import re
from dataclasses import replace
from types import SimpleNamespace

import pytest

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Mandaatsoort, Wet
from toegang.guards.register import REGELS, Moment
from toegang.letters.besluitonderdelen import Gehoord, Grondslag
from toegang.letters.documenttoets import TOETSEN
from toegang.letters.documentwensen import WAARSCHUWT
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.kopblok import lees_kop
from toegang.letters.matrix import Brievenmatrix, Matrixregel
from toegang.letters.onderdelen import Bijlage
from toegang.letters.ondertekening import formule
from toegang.letters.sjablonen import Sjabloonset
from toegang.letters.voorbeelden import DAGTEKENING, ORGAAN, voorbeeldgegevens
from toegang.letters.woordenschat import Inhoud, lees
from toegang_beschikkingen import SJABLONEN

MATRIX = Brievenmatrix.uit_map(SJABLONEN)
GEDEELD = Sjabloonset([SJABLONEN])
BESLUITEN = [regel for regel in MATRIX.brieven if regel.besluitsoorten]
PLAN = "plan/plan-van-aanpak"
VAST = re.compile(r"Waarom wij dit besluiten|Advies|Onze conclusie|Wat u ons vertelde")
"""Headings: the only words of the reasons that may stand in every letter."""


def rijk(regel: Matrixregel, wet: Wet | None = None, **anders) -> Briefgegevens:
    """Give a letter in which every rule of its row has something to say."""
    gegevens = voorbeeldgegevens(regel.sjabloon, MATRIX, wet)
    besluit, wet = gegevens.besluit, gegevens.wet
    if MATRIX.kent_pgb(wet) and besluit.voorzieningen:
        pgb = besluit.voorzieningen[0].gewijzigd(
            leveringsvorm=Leveringsvorm.PGB, bedrag_centen=512_000, berekening="2 uur per week voor het vaste tarief"
        )
        besluit = besluit.gewijzigd(voorzieningen=(pgb,))
    if besluit.wijziging is not None:
        gehoord = Gehoord(gevraagd_op=DAGTEKENING, zienswijze="Ik ben het er niet mee eens.")
        besluit = besluit.gewijzigd(wijziging=besluit.wijziging.gewijzigd(gehoord=gehoord))
    if besluit.soort is Besluitsoort.AFWIJZING and wet in (Wet.WMO, Wet.JEUGDWET):
        voorliggend = Grondslag(wet="Wet", artikel="2.3.5 lid 6" if wet is Wet.WMO else "1.2")
        besluit = besluit.gewijzigd(grondslagen=(*besluit.grondslagen, voorliggend))
    if besluit.soort is Besluitsoort.TOEKENNING and wet in (Wet.PARTICIPATIEWET, Wet.WGS):
        plan = voorbeeldgegevens("plan/plan-is-beschikking", MATRIX).plan
        anders = {"bijlagen": (Bijlage(id=PLAN, titel="Plan van aanpak", sjabloon=PLAN),), "plan": plan, **anders}
    soort = Mandaatsoort.ONDERTEKENING
    ondertekening = gegevens.ondertekening.gewijzigd(soort=soort, formule=formule(soort, ORGAAN))
    return gegevens.gewijzigd(besluit=besluit, ondertekening=ondertekening, **anders)


def klaagt(regel: str, gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """Return what a rule says of a document, wherever the rule lives."""
    if regel in TOETSEN:
        return TOETSEN[regel][1](gegevens, inhoud)
    if regel in WAARSCHUWT:
        return WAARSCHUWT[regel].toets(gegevens, inhoud)
    context = SimpleNamespace(
        zaak=SimpleNamespace(wet=gegevens.wet),
        besluit=SimpleNamespace(soort=gegevens.besluit.soort),
        op=gegevens.dagtekening,
        tekst="\n".join(inhoud.blokken.values()),
        blokken=inhoud.blokken,
        voorzieningen=tuple(
            SimpleNamespace(**dict(item), id="V1", product="p", soort="MAATWERK")
            for item in gegevens.besluit.voorzieningen
        ),
    )
    return "; ".join(REGELS[regel, Moment.DOCUMENT].toets(context)) or None


def l_regels(regel: Matrixregel) -> set[str]:
    return {id for id in regel.regels if id.startswith("L-")}


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_every_rule_of_law_is_carried_by_a_named_block_and_nothing_else_will_do(regel) -> None:
    gevallen = [rijk(regel, wet) for wet in regel.wetten or (Wet.PARTICIPATIEWET,)]
    paren = [(gegevens, lees(GEDEELD.html(regel.sjabloon, gegevens), regel.sjabloon)) for gegevens in gevallen]
    kop = GEDEELD.kop(regel.sjabloon).regels
    per_regel = {
        id: [blok for blok, ids in kop.items() if id in ids and blok in paren[0][1].blokken] for id in l_regels(regel)
    }

    assert not [id for id, blokken in per_regel.items() if not blokken], "in de kop staat niet welk blok dit draagt"
    assert not [klacht for paar in paren for id in per_regel if (klacht := klaagt(id, *paar))]
    for id, blokken in per_regel.items():
        for blok in blokken:
            zonder = [(gegevens, replace(inhoud, blokken={**inhoud.blokken, blok: ""})) for gegevens, inhoud in paren]
            assert any(klaagt(id, *paar) for paar in zonder), f"{id} merkt niet dat blok '{blok}' leeg is"


@pytest.mark.parametrize("regel", BESLUITEN, ids=lambda regel: regel.sjabloon)
def test_no_reason_reads_the_same_for_every_case(regel) -> None:
    een = rijk(regel)
    besluit = een.besluit.gewijzigd(
        stappen=(), adviezen=(), conclusie="Een andere reden.", weigeringsgronden=("Anders.",)
    )
    if besluit.wijziging:
        gehoord = Gehoord(waarom_niet="Het kon niet wachten.")
        besluit = besluit.gewijzigd(wijziging=besluit.wijziging.gewijzigd(grond="Een andere grond.", gehoord=gehoord))
    if besluit.aanvulling:
        ander = besluit.aanvulling.gewijzigd(gevraagd_op=DAGTEKENING, tot=DAGTEKENING, ontbrak=("een ander stuk",))
        besluit = besluit.gewijzigd(aanvulling=ander)

    def redenen(gegevens):
        return set(lees(GEDEELD.html(regel.sjabloon, gegevens), "x").blok("motivering").splitlines())

    gelijk = redenen(een) & redenen(een.gewijzigd(besluit=besluit))

    assert not [zin for zin in gelijk if not VAST.fullmatch(zin)]


def test_a_header_is_read_with_its_blocks_and_questions() -> None:
    kop = lees_kop(
        "{#\n  wmo/proef: een brief\n  Artikelen   Wmo 2015, artikel 2.3.5\n"
        "  Regels      besluit L-1, L-67 · motivering L-53\n              bezwaar L-13\n"
        "  Vragen aan de jurist: klopt dit,\n              en dat?\n#}\n<p>Regels besluit L-99</p>"
    )

    assert kop.artikelen == ("Wmo 2015, artikel 2.3.5",)
    assert kop.regels == {"besluit": ("L-1", "L-67"), "motivering": ("L-53",), "bezwaar": ("L-13",)}
    assert kop.vragen == ("klopt dit, en dat?",)
    assert lees_kop("<p>geen kop</p>").regels == {}


def test_the_header_of_a_letter_holds_that_of_its_parents() -> None:
    kop = GEDEELD.kop("wmo/wijziging")

    assert {"L-13", "L-28"} <= set(kop.regels["bezwaar"])
    assert "L-65" in kop.regels["motivering"]
    assert len(kop.vragen) == 3
