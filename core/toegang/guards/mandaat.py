"""Rules on who may decide: the register, sub-mandate, consent, delegation, and one person who does it all."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.domain.begrippen import Problematiek, Werkgeversoort, Wet
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
        vreemd = sorted(t.werkgevers.get(item.functie, frozenset()) - {Werkgeversoort.GEMEENTE})
        if vreemd and not item.heeft_instemming:
            soorten = ", ".join(soort.in_woorden for soort in vreemd)
            yield (
                f"mandaat {item.id}: functie '{item.functie}' is in dienst van een ander ({soorten}); "
                "de instemming van de gemandateerde en van zijn werkgever ontbreekt"
            )


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
    if t.mandaat is not None and t.mandaat.mist_instemming_van(t.besluit.beslisser.werkgeversoort):
        yield (
            f"{t.besluit.beslisser.medewerker} is niet in dienst van de gemeente; bij mandaat {t.mandaat.id} ontbreekt "
            "de instemming van de gemandateerde en van zijn werkgever"
        )
