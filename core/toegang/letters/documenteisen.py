"""What the separate acts ask of a finished letter, by the block that carries it: a breach refuses the letter.

Each requirement is a plain function ``(gegevens, inhoud) -> str | None``: the Dutch fault, or ``None``. Which block
carries which rule stands in the header of the templates; a test switches every block off, and then the rule must
complain. What only warns is in :mod:`toegang.letters.documentwensen`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.datums import bedrag, datum_voluit
from toegang.letters.besluitonderdelen import Besluitgegevens
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.woordenschat import Inhoud

Toets = Callable[[Briefgegevens, Inhoud], str | None]
WIJZIGT = (Besluitsoort.WIJZIGING, Besluitsoort.INTREKKING, Besluitsoort.BEEINDIGING)


@dataclass(frozen=True)
class Eis:
    """A rule on the words of a letter.

    Args:
        artikel: where it stands.
        toets: finds what is wrong.
        bewijs: evidence mark of DOMAIN.md; M and V2 are still to be checked by a jurist.
    """

    artikel: str
    toets: Toets
    bewijs: str = "V"


def staat_in(zoek: str, tekst: str) -> bool:
    """Tell whether words stand in a text, whatever its spaces, capitals and closing point."""
    return _vlak(zoek) in _vlak(tekst)


def _vlak(tekst: str) -> str:
    return " ".join(tekst.split()).casefold().rstrip(".,")


def mist(blok: str, inhoud: Inhoud, delen: Iterable[str], wat: str = "") -> str | None:
    """Return which words a block lacks."""
    gemist = [deel for deel in delen if not staat_in(deel, inhoud.blok(blok))]
    return f"het blok '{blok}' zegt niet {wat or repr(gemist[0])}" if gemist else None


def van(gegevens: Briefgegevens, wet: Wet | None, *soorten: Besluitsoort) -> Besluitgegevens | None:
    """Return the decision when it is of that act and kind."""
    besluit = gegevens.besluit
    if besluit is None or besluit.soort is None:
        # a besluit on a dwangsom or a bezwaar is none under the act of the zaak
        return None
    if (wet is not None and gegevens.wet is not wet) or (soorten and besluit.soort not in soorten):
        return None
    return besluit


def _redenen(besluit: Besluitgegevens) -> list[str]:
    return [deel for stap in besluit.stappen for deel in (stap.kop, *stap.tekst.splitlines()) if deel.strip()]


def onvolledige_aanvraag(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-4: what was lacking, when it was asked, and until when it could come."""
    besluit = van(gegevens, None, Besluitsoort.BUITEN_BEHANDELING)
    if besluit is None:
        return None
    if besluit.aanvulling is None:
        return "de gegevens zeggen niet wat er ontbrak"
    dagen = (besluit.aanvulling.gevraagd_op, besluit.aanvulling.tot)
    delen = [*(datum_voluit(dag) for dag in dagen), *besluit.aanvulling.ontbrak]
    return mist("motivering", inhoud, delen, "wat er ontbrak en tot wanneer het kon")


def redenen_nodig(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-16: without reasons only a full grant."""
    besluit = van(gegevens, None)
    if besluit is None or not besluit.belastend:
        return None
    regels = [regel for regel in inhoud.blok("motivering").splitlines() if regel.strip()]
    return None if len(regels) > 1 else "zonder redenen kan alleen een volledige toekenning"


def advies_uitgelegd(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-17: the reader sees why an advice was followed or not."""
    besluit = van(gegevens, None)
    redenen = [deel for advies in besluit.adviezen for deel in advies.reden.splitlines()] if besluit else []
    return mist("motivering", inhoud, redenen, "waarom het advies is gevolgd of niet")


def laatste_dag(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-26: the term of six weeks, and its last day where the day of dispatch is known."""
    bezwaar = gegevens.bezwaar
    if gegevens.besluit is None or bezwaar is None:
        return None
    delen = [bezwaar.termijn] + ([datum_voluit(bezwaar.laatste_dag)] if bezwaar.laatste_dag else [])
    return mist("bezwaar", inhoud, delen, "tot wanneer bezwaar kan")


def stappen_gedrukt(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-53, L-60, L-80: a paragraph per step of the research, under its own heading, with the facts of the case."""
    besluit = gegevens.besluit
    if besluit is None:
        return None
    return mist("motivering", inhoud, _redenen(besluit), "per stap wat er is bekeken")


def wmo_stappen(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-53, L-60: of a Wmo decision."""
    return stappen_gedrukt(gegevens, inhoud) if gegevens.wet is Wet.WMO else None


def jeugd_stappen(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-80: of a decision under the Jeugdwet."""
    return stappen_gedrukt(gegevens, inhoud) if gegevens.wet is Wet.JEUGDWET else None


def tijdelijk(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-57: the letter says that it is temporary."""
    besluit = van(gegevens, None, Besluitsoort.TIJDELIJK)
    return mist("besluit", inhoud, ("tijdelijk",), "dat de hulp tijdelijk is") if besluit else None


def pgb(wet: Wet) -> Toets:
    """L-61, L-87: that it is a pgb and how much, and who pays out of it."""

    def toets(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
        besluit = van(gegevens, wet)
        levert = besluit is not None and besluit.soort is not None and besluit.soort.levert
        regels = [item for item in besluit.voorzieningen if item.leveringsvorm == "PGB"] if besluit and levert else []
        if not regels:
            return None
        bedragen = [bedrag(item.bedrag_centen) for item in regels if item.bedrag_centen is not None]
        return mist("besluit", inhoud, ("pgb", *bedragen), "dat het een pgb is en hoe hoog") or mist(
            "vervolg", inhoud, ("SVB",), "wie het pgb uitbetaalt"
        )

    return toets


def ingang_en_grond(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-65: the day from which, the ground, and what is claimed back."""
    besluit = van(gegevens, None, *WIJZIGT)
    if besluit is None:
        return None
    wijziging = besluit.wijziging
    if wijziging is None:
        return "de gegevens zeggen niet welk besluit verandert en vanaf wanneer"
    terug = [bedrag(wijziging.terug_centen)] if wijziging.terug_centen is not None else []
    return mist("besluit", inhoud, [datum_voluit(wijziging.ingaat_op), *terug], "vanaf welke dag het geldt") or mist(
        "motivering", inhoud, wijziging.grond.splitlines(), "op welke grond het besluit verandert"
    )


def bijstand_vanaf(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-101: from which day there is bijstand."""
    besluit = van(gegevens, Wet.PARTICIPATIEWET, Besluitsoort.TOEKENNING)
    dagen = [datum_voluit(item.ingangsdatum) for item in besluit.voorzieningen] if besluit else []
    return mist("besluit", inhoud, dagen, "vanaf welke dag er bijstand is")


def plan_is_deel(wet: Wet) -> Toets:
    """L-103, L-112: an annex with the plan van aanpak is part of the decision, and the letter says so."""

    def toets(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
        besluit = van(gegevens, wet, Besluitsoort.TOEKENNING)
        if besluit is None or not gegevens.bijlagen:
            return None
        return mist("vervolg", inhoud, ("deel van",), "dat het plan van aanpak een deel van het besluit is")

    return toets


def voorschot(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-104: how much, that it is a loan, and when the next one comes."""
    besluit = van(gegevens, None, Besluitsoort.VOORSCHOT)
    if besluit is None:
        return None
    if besluit.voorschot is None:
        return "de gegevens zeggen niet van welk bedrag dit het voorschot is"
    delen = (bedrag(besluit.totaal_centen), bedrag(besluit.voorschot.norm_centen), "lening")
    return mist("besluit", inhoud, delen, "hoe hoog de lening is en waarvan zij een deel is") or mist(
        "vervolg", inhoud, (besluit.voorschot.opnieuw,), "wanneer het volgende voorschot komt"
    )


HARD: Mapping[str, Eis] = {
    "L-4": Eis("Awb 4:5", onvolledige_aanvraag),
    "L-16": Eis("Awb 3:48", redenen_nodig),
    "L-17": Eis("Awb 3:49", advies_uitgelegd),
    "L-26": Eis("Awb 6:7 en 6:8", laatste_dag),
    "L-53": Eis("Wmo 2015 2.3.2 lid 4", wmo_stappen),
    "L-57": Eis("Wmo 2015 2.3.3", tijdelijk),
    "L-60": Eis("Wmo 2015 2.3.5 lid 3-5", wmo_stappen),
    "L-61": Eis("Wmo 2015 2.3.6", pgb(Wet.WMO)),
    "L-65": Eis("Wmo 2015 2.3.10 lid 2; Awb 3:46", ingang_en_grond),
    "L-80": Eis("Jeugdwet 2.3 lid 1, 4 en 5", jeugd_stappen),
    "L-101": Eis("Participatiewet 44 lid 1", bijstand_vanaf),
    "L-103": Eis("Participatiewet 44 lid 4", plan_is_deel(Wet.PARTICIPATIEWET)),
    "L-104": Eis("Participatiewet 52", voorschot),
}
"""Rules whose breach refuses the letter."""
