"""Rules on who may decide: the register, sub-mandate, consent, delegation, and one person who does it all."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Mandaatsoort, Problematiek, Werkgeversoort, Wet
from toegang.domain.bestuursorgaan import Bestuursorgaan
from toegang.domain.mandaat import Mandaat
from toegang.domain.mandaatregister import ketenbezwaren
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_besluit import MandaatregisterToets, ToetsingToets
from toegang.guards.register import Moment, Regelsoort, regel

WIE_BESLIST = frozenset({"L-21", "L-23", "L-62", "L-92", "L-100", "W-3", "W-5", "W-6", "W-9", "B-49", "B-70", "D-19"})
"""Rules on a besluit that are about who takes it, and not about what it says."""

_AFDELING = "2.6.3"
"""The article by which a college may let a provider establish rights and duties (Wmo 2015)."""


@regel(
    "L-21",
    Regelsoort.WET,
    Moment.MANDAATREGISTER,
    "Elk mandaat staat vast met bron en keten, en met instemming waar de wet die vraagt.",
    grondslag="Awb art. 10:3-10:9",
)
def register_klopt(t: MandaatregisterToets) -> Iterable[str]:
    """L-21: written source, valid chain of sub-mandate, consent of a non-subordinate and of his employer."""
    register = t.beeld.organisatie.mandaten
    for item in register:
        if not item.geldt_op(t.op):
            continue
        if not item.bron.strip():
            yield f"mandaat {item.id} noemt geen bron"
        yield from (f"mandaat {item.id} {reden}" for reden in ketenbezwaren(item, register, t.op))
        yield from _gever_beslist(item, t)
        vreemd = sorted(t.werkgevers.get(item.functie, frozenset()) - _ondergeschikten(item, t))
        if vreemd and not item.heeft_instemming:
            soorten = ", ".join(soort.in_woorden for soort in vreemd)
            yield (
                f"mandaat {item.id}: functie '{item.functie}' is in dienst van een ander ({soorten}); "
                "de instemming van de gemandateerde en van zijn werkgever ontbreekt"
            )


def _organen(mandaat: Mandaat, t: MandaatregisterToets) -> dict[Wet, Bestuursorgaan]:
    """Return the body that decides under each act that an entry covers."""
    return {wet: t.beeld.organisatie.orgaan(wet, t.op) for wet in Wet if not mandaat.wetten or wet in mandaat.wetten}


def _ondergeschikten(mandaat: Mandaat, t: MandaatregisterToets) -> frozenset[Werkgeversoort]:
    """Return for whom the people work that need no consent for an entry: subordinate to every body that gave it."""
    soorten = {t.beeld.organisatie.werkgeversoort_van(orgaan) for orgaan in _organen(mandaat, t).values()}
    return frozenset(soorten) if len(soorten) == 1 else frozenset()


def _gever_beslist(mandaat: Mandaat, t: MandaatregisterToets) -> Iterable[str]:
    """Give the acts under which an entry was given by a body that does not decide there (Awb 10:3 lid 1)."""
    if not mandaat.gever or mandaat.ondermandaat_van:
        return
    for wet, orgaan in _organen(mandaat, t).items():
        if not orgaan.is_open and not orgaan.is_zelfde(mandaat.gever):
            yield f"mandaat {mandaat.id} is gegeven door {mandaat.gever}, maar over {wet} beslist {orgaan.naam}"


@regel(
    "L-100",
    Regelsoort.WET,
    Moment.MANDAATREGISTER,
    "Over de Participatiewet krijgt alleen een bestuursorgaan mandaat.",
    grondslag="Participatiewet art. 7 lid 4",
)
def pw_mandaat_bij_bestuursorgaan(t: MandaatregisterToets) -> Iterable[str]:
    """L-100: the power to determine rights goes to bestuursorganen only, whichever body gives it."""
    for item in t.beeld.organisatie.mandaten:
        if not item.geldt_op(t.op) or Wet.PARTICIPATIEWET not in _organen(item, t):
            continue
        if item.soort is Mandaatsoort.ONDERTEKENING:
            continue
        vreemd = sorted(soort for soort in t.werkgevers.get(item.functie, ()) if not soort.is_bestuursorgaan)
        if vreemd:
            soorten = ", ".join(soort.in_woorden for soort in vreemd)
            yield f"mandaat {item.id} gaat over de Participatiewet, maar functie '{item.functie}' werkt bij: {soorten}"


@regel(
    "L-1",
    Regelsoort.WET,
    Moment.MANDAATREGISTER,
    "Wie in eigen naam beslist, heeft die bevoegdheid gekregen.",
    grondslag="Awb art. 1:3, 10:13, 10:19",
    bewijs="M",
)
def eigen_naam_rust_op_delegatie(t: MandaatregisterToets) -> Iterable[str]:
    """L-1: another body than the college decides only on a delegation, and a delegation shows in who decides."""
    organisatie = t.beeld.organisatie
    for wet in Wet:
        orgaan = organisatie.orgaan(wet, t.op)
        gekregen = [item for item in organisatie.delegaties if item.geldt(wet, t.op)]
        for item in gekregen:
            if not orgaan.is_open and not orgaan.is_zelfde(item.naar):
                yield f"over {wet} beslist {item.naar} (delegatie {item.id}), maar het bestuursorgaan is {orgaan.naam}"
        if orgaan.wetten and not orgaan.is_open and not gekregen:
            yield f"over {wet} beslist {orgaan.naam} in eigen naam, maar er staat geen [[delegatie]] bij"


@regel(
    "L-23",
    Regelsoort.WET,
    Moment.MANDAATREGISTER,
    "Delegatie rust op de wet, gaat niet naar ondergeschikten en is na te lezen.",
    grondslag="Awb art. 10:14, 10:15, 10:19",
)
def delegatie_klopt(t: MandaatregisterToets) -> Iterable[str]:
    """L-23: statutory basis, never to subordinates, and a besluit that can be cited and found."""
    werkgevers = {item.id: item.soort for item in t.beeld.organisatie.werkgevers}
    for item in t.beeld.organisatie.delegaties:
        if not item.wettelijke_grondslag.strip():
            yield f"delegatie {item.id} noemt geen wet die haar toestaat"
        if werkgevers.get(item.werkgever) is Werkgeversoort.GEMEENTE:
            yield f"delegatie {item.id} gaat naar ondergeschikten"
        if not (item.besluit.strip() and item.vindplaats.strip()):
            yield f"delegatie {item.id} noemt niet het delegatiebesluit en waar dat te vinden is"


@regel(
    "L-23",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Wat is gedelegeerd, beslist alleen wie het kreeg.",
    grondslag="Awb art. 10:17",
)
def gedelegeerd_elders(t: BesluitToets) -> Iterable[str]:
    """L-23: after delegation the body that gave it away no longer decides itself."""
    organisatie = t.beeld.organisatie
    for item in organisatie.delegaties:
        soort = next((werkgever.soort for werkgever in organisatie.werkgevers if werkgever.id == item.werkgever), None)
        if item.geldt(t.zaak.wet, t.besluit.datum) and t.besluit.beslisser.werkgeversoort is not soort:
            yield f"over {t.zaak.wet} beslist {item.naar} (delegatie {item.id})"


@regel(
    "L-92",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een ander dan de gemeente beslist over jeugdhulp alleen met een mandaat waarmee is ingestemd.",
    grondslag="Jeugdwet art. 2.11 lid 1; Awb art. 10:3 lid 1, 10:4",
)
def derde_beslist_jeugd(t: BesluitToets) -> Iterable[str]:
    """L-92: carrying out the act does not bring the power to decide; that follows from the Awb and the register."""
    if t.zaak.wet is Wet.JEUGDWET:
        yield from _zonder_instemming(t)


@regel(
    "L-62",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een mandaat aan een aanbieder rust op de Wmo en noemt dat artikel.",
    grondslag="Wmo 2015 art. 2.6.3",
)
def aanbieder_beslist_wmo(t: BesluitToets) -> Iterable[str]:
    """L-62: where a gemeente chooses for it (W-9), the entry rests on 2.6.3; other acts do not know it."""
    if t.besluit.beslisser.werkgeversoort is not Werkgeversoort.AANBIEDER or t.zaak.wet is not Wet.WMO:
        return
    if t.mandaat is not None and _AFDELING not in t.mandaat.artikel:
        yield f"mandaat {t.mandaat.id} aan een aanbieder noemt artikel {_AFDELING} niet"


@regel(
    "W-6",
    Regelsoort.ORGANISATIE,
    Moment.BESLUIT,
    "Eén medewerker doet alleen alles bij een enkelvoudige vraag, en nergens waar de route een ander vraagt.",
    basis=True,
)
def een_generalist_beslist(t: BesluitToets) -> Iterable[str]:
    """W-6: an enkelvoudige question needs no decision of a team; one municipal generalist decides by mandate.

    Where the besluitroute asks a third person (``toets_door_ander``), who checked does not decide.
    """
    beslisser, toetser = t.besluit.beslisser, t.besluit.toetser
    if t.route.toets_door_ander and toetser is not None and toetser.medewerker == beslisser.medewerker:
        yield f"{beslisser.medewerker} toetste het voorstel, en de besluitroute vraagt dat een ander beslist"
    if beslisser.medewerker != t.besluit.beoordelaar.medewerker:
        return
    if t.zaak.problematiek is not Problematiek.ENKELVOUDIG:
        yield f"de vraag is meervoudig; wie beoordeelde ({beslisser.medewerker}) beslist er niet ook over"
    elif beslisser.werkgeversoort is not Werkgeversoort.GEMEENTE:
        yield f"{beslisser.medewerker} beoordeelt en beslist, maar is niet in dienst van de gemeente"


@regel(
    "W-6",
    Regelsoort.ORGANISATIE,
    Moment.TOETSING,
    "Wie een voorstel doet, toetst het niet zelf.",
    basis=True,
)
def steller_toetst_niet(t: ToetsingToets) -> Iterable[str]:
    """W-6: one person may do it all only where the route asks no check; where it does, another looks."""
    if t.toetser.medewerker == t.voorstel.steller.medewerker:
        yield f"{t.toetser.medewerker} deed het voorstel en toetst het dus niet zelf; laat een collega toetsen"


@regel("B-49", Regelsoort.ORGANISATIE, Moment.BESLUIT, "Wie beslist, heeft de indicatie niet gesteld.")
def beslisser_is_niet_beoordelaar(t: BesluitToets) -> Iterable[str]:
    """B-49: check of the indication and execution are apart, where the route asks four eyes."""
    if t.route.vier_ogen and t.besluit.beslisser.medewerker == t.besluit.beoordelaar.medewerker:
        yield f"{t.besluit.beslisser.medewerker} heeft de indicatie gesteld en mag er niet over beslissen"


def instemming_ontbreekt(t: BesluitToets) -> Iterable[str]:
    """Give what L-21 says of a decider outside the gemeente; for the Jeugdwet that is L-92."""
    if t.zaak.wet is not Wet.JEUGDWET:
        yield from _zonder_instemming(t)


def _zonder_instemming(t: BesluitToets) -> Iterable[str]:
    organisatie, beslisser = t.beeld.organisatie, t.besluit.beslisser
    orgaan = organisatie.orgaan(t.zaak.wet, t.besluit.datum)
    ondergeschikt = organisatie.werkgeversoort_van(orgaan)
    if t.mandaat is not None and t.mandaat.mist_instemming_van(beslisser.werkgeversoort, ondergeschikt):
        eigen = ondergeschikt is Werkgeversoort.GEMEENTE
        waar = "is niet in dienst van de gemeente" if eigen else f"is niet ondergeschikt aan {orgaan.naam}"
        yield (
            f"{beslisser.medewerker} {waar}; bij mandaat {t.mandaat.id} ontbreekt "
            "de instemming van de gemandateerde en van zijn werkgever"
        )
