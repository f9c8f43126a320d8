"""What else the acts ask of a finished letter: a breach is told to who makes it (DOMAIN.md: W, I, or to be checked)."""

from __future__ import annotations

from collections.abc import Mapping

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.datums import datum_voluit
from toegang.letters.documenteisen import WIJZIGT, Eis, Toets, mist, pgb, plan_is_deel, van
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.woordenschat import Inhoud

_BEZWAARDELEN = ("naam en adres", "datum van", "tegen welk besluit", "waarom", "handtekening")


def woorden(wet: Wet | None, blok: str, zoek: str, wat: str, *soorten: Besluitsoort) -> Toets:
    """Return a check that a block of such a decision holds some words."""

    def toets(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
        return mist(blok, inhoud, (zoek,), wat) if van(gegevens, wet, *soorten) else None

    return toets


def digitale_weg(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-24: the digital channel beside the postal address."""
    bezwaar = gegevens.bezwaar
    if gegevens.besluit is None or bezwaar is None:
        return None
    plaats = bezwaar.postadres.partition(",")[0]
    return mist("bezwaar", inhoud, filter(None, (plaats, bezwaar.digitaal)), "waar bezwaar heen kan, ook digitaal")


def bezwaarschrift(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-25: what an objection must hold."""
    return mist("bezwaar", inhoud, _BEZWAARDELEN, "wat er in een bezwaar staat") if gegevens.besluit else None


def voorliggende_wet(wet: Wet) -> Toets:
    """L-75, L-83: an act that goes before ours is cited: every article of the data stands in the letter."""

    def toets(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
        besluit = van(gegevens, wet, Besluitsoort.AFWIJZING)
        return mist("grondslag", inhoud, [item.artikel for item in besluit.grondslagen]) if besluit else None

    return toets


def einddatum(wet: Wet) -> Toets:
    """L-120, L-125: the last day is printed."""

    def toets(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
        besluit = van(gegevens, wet, Besluitsoort.TOEKENNING)
        if besluit is None:
            return None
        dagen = [item.einddatum for item in besluit.voorzieningen]
        if None in dagen:
            return "de gegevens zeggen niet tot wanneer het geldt"
        return mist("besluit", inhoud, [datum_voluit(dag) for dag in dagen if dag], "tot wanneer het geldt")

    return toets


def soort_kaart(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-121: for whom the card is: driver, passenger or institution."""
    besluit = van(gegevens, Wet.GPK, Besluitsoort.TOEKENNING)
    return mist("besluit", inhoud, [item.naam for item in besluit.voorzieningen]) if besluit else None


def doorlooptijd(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-111: the weeks between the first conversation and the result."""
    besluit = van(gegevens, Wet.WGS, Besluitsoort.TOEKENNING)
    if besluit is None:
        return None
    if besluit.weken_tot_resultaat is None:
        return "de gegevens zeggen niet hoeveel weken er zitten tussen het eerste gesprek en het resultaat"
    return mist("vervolg", inhoud, (f"{besluit.weken_tot_resultaat} weken",), "hoeveel weken het duurt")


def weigering(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-113: on which ground schuldhulp is refused."""
    besluit = van(gegevens, Wet.WGS, Besluitsoort.AFWIJZING)
    return mist("motivering", inhoud, besluit.weigeringsgronden, "op welke grond is geweigerd") if besluit else None


def gehoord(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-6: what the resident said before a decision for the worse, or why nobody asked."""
    besluit = van(gegevens, None, *WIJZIGT)
    hoor = besluit.wijziging.gehoord if besluit and besluit.wijziging else None
    if hoor is None:
        return None
    delen = [*hoor.zienswijze.splitlines(), *hoor.waarom_niet.splitlines()]
    return mist("motivering", inhoud, delen, "wat de inwoner vond, of waarom dat niet is gevraagd")


_STEUN = (Besluitsoort.AFWIJZING, Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING, Besluitsoort.TIJDELIJK)
_LOOPT = (Besluitsoort.TOEKENNING, Besluitsoort.VERLENGING, Besluitsoort.WIJZIGING)

WAARSCHUWT: Mapping[str, Eis] = {
    "L-6": Eis("Awb 4:7 en 4:8", gehoord, "M"),
    "L-24": Eis("Awb afd. 2.3", digitale_weg, "V2"),
    "L-25": Eis("Awb 6:5", bezwaarschrift),
    "L-52": Eis(
        "Wmo 2015 2.2.4",
        woorden(Wet.WMO, "vervolg", "cliëntondersteuner", "wie de inwoner gratis kan helpen", *_STEUN),
    ),
    "L-64": Eis(
        "Wmo 2015 2.3.9", woorden(Wet.WMO, "vervolg", "nog past", "dat de gemeente van tijd tot tijd kijkt", *_LOOPT)
    ),
    "L-75": Eis("Wmo 2015 2.3.5 lid 6", voorliggende_wet(Wet.WMO)),
    "L-83": Eis("Jeugdwet 1.2", voorliggende_wet(Wet.JEUGDWET)),
    "L-85": Eis(
        "Jeugdwet 2.5", woorden(Wet.JEUGDWET, "vervolg", "vertrouwenspersoon", "dat er een vertrouwenspersoon is")
    ),
    "L-87": Eis("Jeugdwet 8.1.1", pgb(Wet.JEUGDWET), "M"),
    "L-111": Eis("Wgs 4 lid 3", doorlooptijd),
    "L-112": Eis("Wgs 4a lid 1", plan_is_deel(Wet.WGS)),
    "L-113": Eis("Wgs 3 en 7", weigering),
    "L-120": Eis("BABW 49 en 51", einddatum(Wet.GPK), "V2"),
    "L-121": Eis("BABW 49", soort_kaart, "V2"),
    "L-125": Eis("Wpo 4, Wec 4 en de verordening", einddatum(Wet.LLV), "M"),
    "L-137": Eis("AVG 13 en 14", woorden(None, "privacy", "gegevens", "wat er met gegevens gebeurt"), "M"),
}
"""Rules whose breach is told to who makes the letter (DOMAIN.md: W, I, or still to be checked)."""
