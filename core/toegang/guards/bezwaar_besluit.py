"""Rules on the decision on an objection: repair first, confirm receipt, hear, and not by who decided before."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Werkgeversoort
from toegang.domain.bezwaar import Horen, NietOntvankelijk
from toegang.domain.mandaat import ZONDER_INSTEMMING
from toegang.domain.termijnen import terugrekenen
from toegang.domain.termijnparameters import termijnparameter
from toegang.guards.contexten_nazorg import BezwaarbesluitToets
from toegang.guards.register import Moment, Regelsoort, regel

_STUKKEN = "awb.stukken_ter_inzage"


@regel(
    "L-25",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "Een bezwaar met een gebrek wordt pas niet-ontvankelijk na een termijn om het te herstellen.",
    grondslag="Awb art. 6:5 en 6:6",
)
def eerst_herstellen(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-25: repair term before niet-ontvankelijk."""
    if t.niet_ontvankelijk is not NietOntvankelijk.VORMGEBREK:
        return
    bezwaar = t.bezwaar
    if not bezwaar.ontbreekt or bezwaar.hersteld_op is not None:
        yield "er ontbreekt niets (meer) aan het bezwaar"
    elif bezwaar.herstel_gevraagd_op is None or bezwaar.herstel_tot is None:
        yield "de inwoner kreeg geen termijn om het bezwaar te herstellen"
    elif t.op <= bezwaar.herstel_tot:
        yield f"de termijn om te herstellen loopt nog tot en met {bezwaar.herstel_tot.isoformat()}"


@regel(
    "L-27",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "Te laat is niet-ontvankelijk, tenzij het de inwoner niet te verwijten is; te vroeg wordt bewaard.",
    grondslag="Awb art. 6:7, 6:9, 6:10 en 6:11",
)
def te_laat_beoordeeld(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-27: coming late leads to niet-ontvankelijk, unless it is excused; and only then. Coming early never does."""
    geen_besluit = t.niet_ontvankelijk is NietOntvankelijk.GEEN_BESLUIT
    if t.besluit is not None and t.te_vroeg and geen_besluit:
        yield "het besluit is er wel; wie alleen te vroeg was, is daarom niet niet-ontvankelijk"
    elif t.bezwaar_tot is None and not geen_besluit:
        yield "het besluit is nog niet bekendgemaakt; het bezwaar blijft bewaard tot de termijn begint"
    laat = t.bezwaar.te_laat(t.bezwaar_tot)
    wegens_laat = t.niet_ontvankelijk is NietOntvankelijk.TE_LAAT
    if wegens_laat and (not laat or t.bezwaar.verschoonbaar):
        yield "het bezwaar was op tijd, of de vertraging is niet aan de inwoner te verwijten"
    if laat and not wegens_laat and t.bezwaar.verschoonbaar is None:
        yield "het bezwaar kwam na de termijn en niemand beoordeelde of dat te verontschuldigen is"
    if laat and t.niet_ontvankelijk is None and t.bezwaar.verschoonbaar is False:
        yield "het bezwaar kwam te laat zonder goede reden, en wordt toch inhoudelijk beoordeeld"


@regel(
    "L-29",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "De ontvangst van een bezwaar is schriftelijk bevestigd.",
    grondslag="Awb art. 6:14",
)
def ontvangst_bevestigd(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-29: receipt is confirmed in writing; the letter stands in line since the objection was recorded."""
    if t.bezwaar.bevestigd_op is None:
        yield "de ontvangst is nog niet schriftelijk bevestigd"


@regel(
    "L-33",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "Voor het besluit wordt de inwoner gehoord, en de stukken liggen een week vooraf ter inzage.",
    grondslag="Awb art. 7:2 tot en met 7:4",
)
def gehoord(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-33: heard unless one of five grounds; papers open a week before. By whom is for L-22."""
    zitting = t.bezwaar.hoorzitting
    if zitting is None:
        if t.horen_afgezien is None:
            yield "de inwoner is niet gehoord en er staat niet waarom dat niet hoefde"
        elif t.horen_afgezien is Horen.KENNELIJK_NIET_ONTVANKELIJK and t.niet_ontvankelijk is None:
            yield "van horen is afgezien omdat het bezwaar niet-ontvankelijk zou zijn, maar dat is de uitkomst niet"
        return
    uiterlijk = terugrekenen(zitting.op, termijnparameter(_STUKKEN, zitting.op).termijn()).einde
    if zitting.stukken_vanaf is None or zitting.stukken_vanaf > uiterlijk:
        yield f"de stukken lagen niet uiterlijk op {uiterlijk.isoformat()} ter inzage, een week voor het horen"


@regel(
    "L-21",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "Wie op een bezwaar beslist, heeft daarvoor mandaat in het mandaatregister.",
    grondslag="Awb art. 10:1-10:5",
)
def mandaat_om_op_bezwaar_te_beslissen(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-21: the power to decide on an objection is an entry of its own; without one the bestuursorgaan decides."""
    if t.door_orgaan or t.besluit is None:
        return
    wie = t.beslist_door
    if t.mandaat is None:
        yield f"functie '{wie.functie}' heeft geen mandaat om op dit bezwaar te beslissen ({t.waarom_niet})"
    elif t.mandaat.mist_instemming_van(wie.werkgeversoort, t.ondergeschikt):
        eigen = t.ondergeschikt is Werkgeversoort.GEMEENTE
        waar = "niet in dienst van de gemeente" if eigen else "niet ondergeschikt aan het bestuursorgaan"
        yield f"{wie.medewerker} is {waar}; mandaat {t.mandaat.id} {ZONDER_INSTEMMING}"


@regel(
    "L-22",
    Regelsoort.WET,
    Moment.BEZWAARBESLUIT,
    "Wie het besluit in mandaat nam, beslist niet op het bezwaar, en wie eraan meewerkte, hoort niet.",
    grondslag="Awb art. 10:3 lid 3 en 7:5",
)
def anderen_horen_en_beslissen(t: BezwaarbesluitToets) -> Iterable[str]:
    """L-22: not decided by who took the decision by mandate, not heard by who prepared it; the consulent has B-50.

    Awb 7:5 lets a minority of who prepared it hear along; the rule as we follow it does not.
    """
    eerste = t.besluit.beslisser.medewerker if t.besluit else ""
    if not t.door_orgaan and t.beslist_door.medewerker == eerste:
        yield f"{t.beslist_door.medewerker} nam zelf het besluit waartegen het bezwaar is"
    zitting = t.bezwaar.hoorzitting
    betrokken = [medewerker for medewerker in zitting.door if medewerker in t.voorbereid] if zitting else []
    if betrokken:
        yield f"wie hoort, werkte niet mee aan het eerste besluit; {', '.join(betrokken)} wel"


@regel(
    "B-50",
    Regelsoort.ORGANISATIE,
    Moment.BEZWAARBESLUIT,
    "Bezwaar en beroep behandelt AJZ; de consulent levert inhoudelijke inbreng.",
)
def door_de_eigenaar(t: BezwaarbesluitToets) -> Iterable[str]:
    """B-50: AJZ owns objections; where it is looked into, the consulent told what the indication rests on."""
    if t.eigenaar and t.beslist_door.functie != t.eigenaar:
        yield f"functie '{t.beslist_door.functie}' handelt het bezwaar af, maar dat doet '{t.eigenaar}'"
    if t.besluit is not None and t.uitkomst.is_inhoudelijk and t.bezwaar.inbreng is None:
        yield f"de consulent ({t.besluit.beoordelaar.medewerker}) leverde nog geen inbreng: toegang bezwaar inbreng"
