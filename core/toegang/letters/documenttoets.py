"""Law on the finished document: its data and its words, before it may exist as a letter.

A gemeente may override blocks; whatever it writes, these must hold. Each check is a plain function
``(gegevens, inhoud) -> str | None``: the Dutch fault, or ``None``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from toegang.domain.begrippen import Mandaatsoort
from toegang.domain.datums import datum_voluit
from toegang.domain.spoor import Oordeel, Regeltoets
from toegang.errors import NietToegestaan
from toegang.guards.register import NOG_TE_TOETSEN, Regelsoort, staat_uit
from toegang.letters.documenteisen import HARD
from toegang.letters.documenteisen import staat_in as _staat_in
from toegang.letters.documentwensen import WAARSCHUWT
from toegang.letters.gegevens import Briefgegevens
from toegang.letters.procestoetsen import PROCESTOETSEN, geen_besluit
from toegang.letters.woordenschat import Inhoud

Toets = Callable[[Briefgegevens, Inhoud], str | None]


def rechtsmiddelenclausule(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-13 (Awb 3:45): by whom, within which term and with which body one can object, in data and text."""
    if gegevens.besluit is None:
        return None
    bezwaar = gegevens.bezwaar
    if bezwaar is None:
        return "de gegevens zeggen niet hoe iemand bezwaar kan maken"
    if not bezwaar.beroep and bezwaar.orgaan != gegevens.gemeente.bestuursorgaan:
        return f"bezwaar gaat naar {bezwaar.orgaan}, maar het besluit is van {gegevens.gemeente.bestuursorgaan}"
    delen = {
        "door wie": bezwaar.door_wie,
        "binnen welke termijn": f"{bezwaar.termijn} {bezwaar.ingang}",
        "bij welk orgaan": bezwaar.orgaan,
    }
    if bezwaar.laatste_dag is not None:
        delen["tot welke dag"] = datum_voluit(bezwaar.laatste_dag)
    ontbreekt = [naam for naam, tekst in delen.items() if not _staat_in(tekst, inhoud.blok("bezwaar"))]
    return f"het blok 'bezwaar' zegt niet {' en '.join(ontbreekt)}" if ontbreekt else None


def motivering(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-14, L-16 (Awb 3:46-3:48): reasons are given; a full grant may do with a conclusion."""
    besluit = gegevens.besluit
    if besluit is None:
        return None
    if not besluit.conclusie and not besluit.stappen:
        return "de motivering ontbreekt" if besluit.belastend else None
    redenen = [besluit.conclusie, *(stap.tekst for stap in besluit.stappen)]
    gemist = [reden for reden in redenen if not _staat_in(reden, inhoud.blok("motivering"))]
    return "niet alle redenen van het besluit staan in het blok 'motivering'" if gemist else None


def grondslag(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-15 (Awb 3:47 lid 2): at least one act with its article is cited."""
    if gegevens.besluit is None:
        return None
    met_artikel = [grond for grond in gegevens.besluit.grondslagen if grond.artikel]
    if not met_artikel:
        return "er is geen wet met een artikel waarop het besluit rust"
    blok = inhoud.blok("grondslag")
    gemist = [grond for grond in met_artikel if not (_staat_in(grond.wet, blok) and _staat_in(grond.artikel, blok))]
    return f"het blok 'grondslag' noemt {gemist[0].wet}, artikel {gemist[0].artikel}, niet" if gemist else None


def mandaat(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-19 (Awb 10:10): a decision taken under mandate says on whose behalf."""
    if gegevens.besluit is None:
        return None
    if gegevens.ondertekening is None:
        return "de gegevens zeggen niet wie het besluit ondertekent"
    woorden = gegevens.ondertekening.namens or f"namens {gegevens.gemeente.bestuursorgaan}"
    if _staat_in(woorden, inhoud.blok("ondertekening")):
        return None
    return f"de ondertekening zegt niet '{woorden}'"


def ondertekeningsmandaat(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-20 (Awb 10:11): with a mandate to sign only, it shows that the body itself decided."""
    ondertekening = gegevens.ondertekening
    if gegevens.besluit is None or ondertekening is None or ondertekening.soort is not Mandaatsoort.ONDERTEKENING:
        return None
    if _staat_in(f"{gegevens.gemeente.bestuursorgaan} heeft dit besluit genomen", inhoud.blok("ondertekening")):
        return None
    return "de ondertekening zegt niet dat het bestuursorgaan zelf het besluit heeft genomen"


def dictum(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-1, L-67 (Awb 1:3): the decision names what it decides on, and the day it was taken."""
    besluit = gegevens.besluit
    if besluit is None:
        return None
    blok = inhoud.blok("besluit")
    if not _staat_in(datum_voluit(besluit.datum), blok):
        return "het blok 'besluit' noemt de datum van het besluit niet"
    if besluit.orgaan and not _staat_in(besluit.orgaan, blok):
        return f"het blok 'besluit' zegt niet dat {besluit.orgaan} het besluit nam"
    gemist = [regel.naam for regel in besluit.voorzieningen if not _staat_in(regel.naam, blok)]
    if gemist and not besluit.belastend:
        return f"het blok 'besluit' noemt {len(gemist)} van de voorzieningen niet"
    return None


def geen_schorsing(gegevens: Briefgegevens, inhoud: Inhoud) -> str | None:
    """L-28 (Awb 6:16, 8:81): an objection does not suspend the decision; who cannot wait can go to the judge."""
    if gegevens.besluit is None:
        return None
    blok = inhoud.blok("bezwaar")
    gemist = [woorden for woorden in ("blijft gelden", "voorlopige voorziening") if not _staat_in(woorden, blok)]
    return f"het blok 'bezwaar' zegt niet '{gemist[0]}'" if gemist else None


TOETSEN: Mapping[str, tuple[str, Toets]] = {
    "L-1": ("Awb 1:3", dictum),
    "L-13": ("Awb 3:45", rechtsmiddelenclausule),
    "L-14": ("Awb 3:46 en 3:47", motivering),
    "L-15": ("Awb 3:47 lid 2", grondslag),
    "L-19": ("Awb 10:10", mandaat),
    "L-20": ("Awb 10:11", ondertekeningsmandaat),
    "L-28": ("Awb 6:16 en 8:81", geen_schorsing),
    **{regel: (eis.artikel, eis.toets) for regel, eis in HARD.items()},
}
"""Rule id to article and check, in the order in which they are reported."""


def gebreken(gegevens: Briefgegevens, inhoud: Inhoud) -> tuple[tuple[str, str], ...]:
    """Return every rule that does not hold, with what is wrong.

    Args:
        gegevens: what was to be printed.
        inhoud: what stands in the document.

    Returns:
        Pairs of rule id and Dutch fault.
    """
    alle = (*TOETSEN.items(), *PROCESTOETSEN.items())
    uitkomsten = ((regel, toets(gegevens, inhoud)) for regel, (_, toets) in alle if not staat_uit(regel))
    return tuple((regel, fout) for regel, fout in uitkomsten if fout)


def opmerkingen(
    gegevens: Briefgegevens, inhoud: Inhoud, bevestigd: frozenset[str] = frozenset()
) -> tuple[Regeltoets, ...]:
    """Return what the rules that only warn say of a document.

    Args:
        gegevens: what was to be printed.
        inhoud: what stands in the document.
        bevestigd: rules of law that a jurist of this gemeente confirmed.

    Returns:
        One result per rule that has something to say.
    """
    gevonden = []
    for regel, eis in WAARSCHUWT.items():
        fout = None if staat_uit(regel) else eis.toets(gegevens, inhoud)
        if fout:
            noot = " (nog te toetsen)" if eis.bewijs in NOG_TE_TOETSEN and regel not in bevestigd else ""
            gevonden.append(
                Regeltoets(
                    regel=regel,
                    soort=Regelsoort.WET,
                    titel="Wat in deze brief hoort, staat erin.",
                    grondslag=eis.artikel,
                    oordeel=Oordeel.WAARSCHUWING,
                    boodschap=f"{fout}{noot}",
                )
            )
    return tuple(gevonden)


def vereis_geldig(gegevens: Briefgegevens, inhoud: Inhoud) -> None:
    """Refuse a document that the law does not allow.

    Args:
        gegevens: what was to be printed.
        inhoud: what stands in the document.

    Raises:
        NietToegestaan: names the letter, every rule with its article, and what is wrong.
    """
    anders = geen_besluit(gegevens, inhoud)
    if anders:
        raise NietToegestaan(
            f"Brief {gegevens.id} (sjabloon '{gegevens.sjabloon}') is geen besluit, maar lijkt er wel een: "
            f"{'; '.join(anders)}.",
            vervolg="Verandert er iets in een recht, neem dan een besluit; er is geen brief gemaakt.",
        )
    fouten = gebreken(gegevens, inhoud)
    if fouten:
        artikelen = {regel: artikel for regel, (artikel, _) in (*PROCESTOETSEN.items(), *TOETSEN.items())}
        opsomming = "; ".join(f"{regel} ({artikelen[regel]}): {fout}" for regel, fout in fouten)
        raise NietToegestaan(
            f"Brief {gegevens.id} (sjabloon '{gegevens.sjabloon}') mag zo niet bestaan: {opsomming}.",
            vervolg="Verbeter het besluit of het sjabloon; er is geen brief gemaakt.",
        )
