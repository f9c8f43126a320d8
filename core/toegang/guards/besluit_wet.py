"""Rules of law on taking a besluit: its reasons, its ground, and the day from which it works."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluitgronden import afwijzingsgrond, motiveringseisen, wetsfase
from toegang.domain.datums import datum_voluit, plus_maanden
from toegang.domain.termijnparameters import termijnparameters
from toegang.guards.contexten import BesluitToets, RegieToets
from toegang.guards.register import Moment, Regelsoort, regel

MAATREGEL_OVERWOGEN = "KINDERBESCHERMINGSMAATREGEL_OVERWOGEN"
RAAD_VERZOCHT = "RAAD_VOOR_DE_KINDERBESCHERMING_VERZOCHT"
_VAN_RECHTSWEGE = re.compile(
    r"\bvan rechtswege\s+(?:\w+\s+){0,2}(?:verleend|toegekend|verstrekt|gegeven)"
    r"|\b(?:verleend|toegekend|verstrekt|gegeven)\s+(?:\w+\s+){0,2}van rechtswege",
    re.IGNORECASE,
)


@regel(
    "L-35",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Niets wordt van rechtswege verleend omdat de termijn voorbij is.",
    grondslag="Awb art. 4:20a",
    bewijs="M",
)
def geen_van_rechtswege(t: BesluitToets) -> Iterable[str]:
    """L-35: par. 4.1.3.3 holds only where another act says so, and none of ours does."""
    delen = () if t.motivering is None else (*(tekst for _, tekst in t.motivering.stappen), t.motivering.conclusie)
    if any(_VAN_RECHTSWEGE.search(" ".join(tekst.split())) for tekst in delen):
        yield f"de motivering zegt dat iets van rechtswege is verleend; {t.zaak.wet} kent dat niet"


@regel(
    "L-80",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een besluit op grond van de Jeugdwet gaat in op eigen mogelijkheden, deskundigheid, achtergrond en keuze.",
    grondslag="Jeugdwet art. 2.3 lid 1, 4 en 5",
)
def jeugd_gemotiveerd(t: BesluitToets) -> Iterable[str]:
    """L-80: own possibilities not enough, expert toeleiding, needs and religion and culture, choice where possible."""
    yield from _ontbrekende_stappen(t, "L-80")


@regel(
    "L-87",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een pgb in de jeugdhulp vraagt uitleg over wie het beheert, waarom, en of de hulp goed is.",
    grondslag="Jeugdwet art. 8.1.1",
    bewijs="M",
)
def jeugd_pgb(t: BesluitToets) -> Iterable[str]:
    """L-87: conditions parallel to those of the Wmo."""
    yield from _ontbrekende_stappen(t, "L-87")


@regel(
    "L-83",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Gaat een andere wet voor, dan is de gemeente bij meer oorzaken toch gehouden jeugdhulp te geven.",
    grondslag="Jeugdwet art. 1.2 lid 2",
    waarschuwt=True,
)
def meer_oorzaken(t: BesluitToets) -> Iterable[str]:
    """L-83: refused on another act, while the need has more than one cause."""
    grond = t.besluit.afwijzingsgrond
    if t.zaak.wet is not Wet.JEUGDWET or not grond or not t.besluit.meer_oorzaken:
        return
    if not afwijzingsgrond(t.zaak.wet, grond).bij_meer_oorzaken:
        yield f"geweigerd op grond {grond}, maar er zijn meer oorzaken: dan moet de gemeente toch hulp geven"


@regel(
    "L-101",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Bijstand gaat niet in voor de dag van melding, of zo veel eerder als de wet dan toelaat.",
    grondslag="Participatiewet art. 44 lid 1 en 2",
)
def bijstand_vanaf_melding(t: BesluitToets) -> Iterable[str]:
    """L-101: how far back is a dated parameter: nothing before 2026, then months (V2)."""
    grens = eerste_ingangsdag(t.zaak.ontvangen_op)
    for item in _bijstand(t):
        if item < grens:
            yield f"de bijstand gaat in op {datum_voluit(item)}; dat kan op zijn vroegst op {datum_voluit(grens)}"


@regel(
    "L-108",
    Regelsoort.WET,
    Moment.BESLUIT,
    "Een besluit dat rust op een wetswijziging die nog niet is getoetst, wordt nagekeken.",
    grondslag="Participatiewet art. 44, zoals gewijzigd (Participatiewet in balans)",
    bewijs="V2",
    waarschuwt=True,
)
def op_nieuwe_wet(t: BesluitToets) -> Iterable[str]:
    """L-108: assistance from before the melding is possible only on the text of 2026."""
    grens = eerste_ingangsdag(t.zaak.ontvangen_op)
    if any(grens <= item < t.zaak.ontvangen_op for item in _bijstand(t)):
        fase = wetsfase(t.zaak.wet, t.zaak.ontvangen_op)
        yield f"de bijstand gaat in voor de dag van melding; dat rust op de wijziging '{fase}'"


@regel(
    "L-90",
    Regelsoort.WET,
    Moment.REGIE,
    "Moet een kinderbeschermingsmaatregel worden overwogen, dan vraagt het college de raad om onderzoek.",
    grondslag="Jeugdwet art. 2.4 lid 1",
    waarschuwt=True,
)
def raad_verzocht(t: RegieToets) -> Iterable[str]:
    """L-90: the circumstance is recorded on the household, and so is the request."""
    bijzonder = t.huishouden.bijzonderheden
    if MAATREGEL_OVERWOGEN in bijzonder and RAAD_VERZOCHT not in bijzonder:
        yield "een maatregel wordt overwogen en er ligt nog geen verzoek bij de raad voor de kinderbescherming"


def eerste_ingangsdag(melding: date) -> date:
    """Return the first day on which bijstand can begin (L-101).

    Args:
        melding: day on which the person reported.
    """
    terug = [
        item.waarde for item in termijnparameters() if item.sleutel == "pw.terugwerking" and item.geldt_op(melding)
    ]
    return plus_maanden(melding, -terug[0]) if terug else melding


def _bijstand(t: BesluitToets) -> tuple[date, ...]:
    if t.zaak.wet is not Wet.PARTICIPATIEWET or t.besluit.soort is not Besluitsoort.TOEKENNING:
        return ()
    return tuple(item.ingangsdatum for item in t.besluit.voorzieningen_met_besluit)


def _ontbrekende_stappen(t: BesluitToets, regel_id: str) -> Iterable[str]:
    """Give what the reasons lack; that reasons were handed in at all is for other rules (B-63, L-14)."""
    if t.motivering is None:
        return
    er = {kop.strip().casefold() for kop, tekst in t.motivering.stappen if tekst.strip()}
    pgb = any(item.leveringsvorm is Leveringsvorm.PGB for item in t.besluit.voorzieningen_met_besluit)
    mist = [
        eis.sleutel
        for eis in motiveringseisen()
        if eis.regel == regel_id
        and eis.wet is t.zaak.wet
        and t.besluit.soort in eis.soorten
        and (pgb or not eis.alleen_pgb)
        and not er & {eis.sleutel, eis.kop.casefold()}
    ]
    if mist:
        yield f"in de motivering ontbreekt: {', '.join(mist)}"
