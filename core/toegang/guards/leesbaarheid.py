"""Rules on readable text: judged on what the gemeente wrote itself, never on the words of a resident or the template.

The same two rules look at two moments: when a decision is taken, so that whoever writes the reasons can mend
them at once, and on the finished letter.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.leesbaarheid import Leesrapport, meet
from toegang.domain.leesgegevens import Grenzen, grenzen
from toegang.domain.spoor import Regeltoets
from toegang.guards.contexten import BesluitToets
from toegang.guards.contexten_document import DocumentToets, Eigentekst
from toegang.guards.register import Moment, Regelsoort, regel, toets

REGELS_MET_GRENS = ("B-64", "Z-22")
_AANTAL_GENOEMD = 5


def grenzen_van(beeld: Gemeentebeeld) -> Grenzen:
    """Return the limits of a gemeente: those of the product, its own ``[leesbaarheid]``, and its readability rules."""
    maat = grenzen().met(beeld.organisatie.leesbaarheid)
    for id in REGELS_MET_GRENS:
        eigen = beeld.organisatie.regels.get(id)
        maat = maat.met(eigen.getallen) if eigen else maat
    return maat


def eigen_tekst(t: BesluitToets) -> tuple[Eigentekst, ...]:
    """Return what is written in the decision itself: reasons, weighing of advice, intended results."""
    delen = []
    if t.motivering is not None:
        stappen = enumerate(t.motivering.stappen, start=1)
        delen = [Eigentekst(f"motivering, stap {nummer}", tekst) for nummer, (_, tekst) in stappen]
        delen.append(Eigentekst("motivering, conclusie", t.motivering.conclusie))
    delen += [Eigentekst(f"advies {nummer}", item.reden) for nummer, item in enumerate(t.besluit.adviezen, start=1)]
    delen += [Eigentekst(f"resultaat van {item.id}", item.resultaat) for item in t.besluit.voorzieningen]
    return tuple(deel for deel in delen if deel.tekst.strip())


@dataclass(frozen=True, repr=False)
class Teksttoets:
    """A text by itself, that belongs to no letter yet; enough for the readability rules of a letter."""

    eigen: tuple[Eigentekst, ...]
    beeld: Gemeentebeeld


def toets_tekst(
    eigen: tuple[Eigentekst, ...], beeld: Gemeentebeeld, bevestigd: frozenset[str]
) -> tuple[Regeltoets, ...]:
    """Check the readability rules on a text before it is handed in.

    Args:
        eigen: the text.
        beeld: the gemeente.
        bevestigd: rules of law that its jurist confirmed.
    """
    return toets(Moment.DOCUMENT, Teksttoets(eigen, beeld), beeld, bevestigd, frozenset((*REGELS_MET_GRENS, "L-146")))


@regel("B-64", Regelsoort.ORGANISATIE, Moment.BESLUIT, "Wat wij schrijven heeft geen moeilijke woorden zonder uitleg.")
def geen_moeilijke_woorden(t: BesluitToets) -> Iterable[str]:
    """B-64: no complicated terms in the reasons of a decision."""
    return _moeilijk(eigen_tekst(t), t.beeld)


@regel("B-64", Regelsoort.ORGANISATIE, Moment.DOCUMENT, "Wat wij schrijven heeft geen moeilijke woorden zonder uitleg.")
def brief_zonder_moeilijke_woorden(t: DocumentToets) -> Iterable[str]:
    """B-64: no complicated terms in what the gemeente wrote in a letter."""
    return _moeilijk(t.eigen, t.beeld)


@regel("Z-22", Regelsoort.ORGANISATIE, Moment.BESLUIT, "Meer dan de helft van wat wij schrijven is op niveau B1.")
def meer_dan_de_helft_b1(t: BesluitToets) -> Iterable[str]:
    """Z-22: the source says it of the website; we hold it as a floor for the reasons of a decision."""
    return _te_weinig_b1(eigen_tekst(t), t.beeld)


@regel("Z-22", Regelsoort.ORGANISATIE, Moment.DOCUMENT, "Meer dan de helft van wat wij schrijven is op niveau B1.")
def brief_meer_dan_de_helft_b1(t: DocumentToets) -> Iterable[str]:
    """Z-22: the floor for what the gemeente wrote in a letter."""
    return _te_weinig_b1(t.eigen, t.beeld)


@regel(
    "L-146",
    Regelsoort.WET,
    Moment.DOCUMENT,
    "Een brief mikt op niveau B1: de leesbaarheid wordt gemeten en een moeilijke tekst gemeld.",
    grondslag="eigen streefwaarde, geen art. van een wet (Flesch-Douma)",
    waarschuwt=True,
)
def leesbaar(t: DocumentToets) -> Iterable[str]:
    """L-146: score and long sentences of what the gemeente wrote; only a warning."""
    maat = grenzen_van(t.beeld)
    rapport = meet((deel.tekst for deel in t.eigen), maat)
    if rapport.score is not None and rapport.score < maat.flesch_douma:
        yield f"de eigen tekst leest moeilijk: score {rapport.score} (streef naar {maat.flesch_douma} of meer)"
    for deel in t.eigen:
        for nummer, zin in enumerate(meet([deel.tekst], maat).zinnen, start=1):
            if zin.woorden >= maat.lange_zin:
                yield f"{deel.plek}, zin {nummer}: {zin.woorden} woorden"


def _moeilijk(delen: tuple[Eigentekst, ...], beeld: Gemeentebeeld) -> Iterable[str]:
    maat = grenzen_van(beeld)
    gevonden = [
        f"{deel.plek}: '{item.tekst.lower()}' (zeg: {item.jargon.gewoon})"
        for deel in delen
        for item in meet([deel.tekst], maat).moeilijk
    ]
    if len(gevonden) > maat.moeilijk:
        meer = f" en nog {len(gevonden) - _AANTAL_GENOEMD}" if len(gevonden) > _AANTAL_GENOEMD else ""
        yield f"moeilijke woorden zonder uitleg: {', '.join(gevonden[:_AANTAL_GENOEMD])}{meer}"


def _te_weinig_b1(delen: tuple[Eigentekst, ...], beeld: Gemeentebeeld) -> Iterable[str]:
    maat = grenzen_van(beeld)
    rapport: Leesrapport = meet((deel.tekst for deel in delen), maat)
    if rapport.zinnen and rapport.aandeel_b1 <= maat.aandeel_b1:
        op_b1 = sum(zin.op_b1 for zin in rapport.zinnen)
        yield (
            f"{op_b1} van de {len(rapport.zinnen)} zinnen is op niveau B1 (hoogstens {maat.zin_woorden} woorden, "
            f"hoogstens {maat.lange_woorden} lang woord, geen moeilijk woord); er moet meer dan {maat.aandeel_b1}% zijn"
        )
