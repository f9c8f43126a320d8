"""The mandate register decides who may decide and who may sign (Awb 10:1-10:11; L-19..L-22)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from pydantic import Field

from toegang.domain.begrippen import Besluitsoort, Mandaatsoort, Wet
from toegang.domain.waarde import Waarde


class Mandaat(Waarde):
    """One entry of the register; given to a functie, never to a person (L-21).

    Args:
        id: id of the entry.
        functie: id of the mandated functie.
        soort: deciding on behalf of, or only signing for.
        wetten: acts; empty = all.
        besluitsoorten: kinds of decision; empty = all.
        max_bedrag_centen: highest amount per provision in euro cents; ``None`` = no limit.
        max_duur_maanden: longest duration of a provision; ``None`` = no limit.
        artikel: article the power rests on.
        geldig_van: first day.
        geldig_tot: last day; ``None`` = until withdrawn.
        ondermandaat: may be passed on.
        bron: decision that gave the mandate.
        instemming: reference of the consent that a non-subordinate needs (Awb 10:4).
    """

    id: str
    functie: str
    soort: Mandaatsoort = Mandaatsoort.BESLUIT
    wetten: frozenset[Wet] = frozenset()
    besluitsoorten: frozenset[Besluitsoort] = frozenset()
    max_bedrag_centen: int | None = Field(default=None, ge=0)
    max_duur_maanden: int | None = Field(default=None, ge=1)
    artikel: str = ""
    geldig_van: date
    geldig_tot: date | None = None
    ondermandaat: bool = False
    bron: str
    instemming: str = ""


class Mandaatvraag(Waarde):
    """What someone wants to decide or sign.

    Args:
        functie: functie of the person.
        wet: act.
        besluitsoort: kind of decision.
        bedrag_centen: highest amount among the provisions, or 0.
        duur_maanden: longest duration among the provisions, or 0.
        op: the day.
    """

    functie: str
    wet: Wet
    besluitsoort: Besluitsoort
    bedrag_centen: int = 0
    duur_maanden: int = 0
    op: date


def bezwaren(mandaat: Mandaat, vraag: Mandaatvraag) -> tuple[str, ...]:
    """Return, in Dutch, why this entry does not cover the question; empty = it does."""
    redenen = []
    if mandaat.functie != vraag.functie:
        redenen.append(f"geldt voor functie '{mandaat.functie}'")
    if mandaat.wetten and vraag.wet not in mandaat.wetten:
        redenen.append(f"geldt niet voor {vraag.wet}")
    if mandaat.besluitsoorten and vraag.besluitsoort not in mandaat.besluitsoorten:
        redenen.append(f"geldt niet voor een {vraag.besluitsoort.lower()}")
    if vraag.op < mandaat.geldig_van:
        redenen.append(f"gaat pas in op {mandaat.geldig_van.isoformat()}")
    if mandaat.geldig_tot is not None and vraag.op > mandaat.geldig_tot:
        redenen.append(f"eindigde op {mandaat.geldig_tot.isoformat()}")
    if mandaat.max_bedrag_centen is not None and vraag.bedrag_centen > mandaat.max_bedrag_centen:
        redenen.append("het bedrag is hoger dan het mandaat")
    if mandaat.max_duur_maanden is not None and vraag.duur_maanden > mandaat.max_duur_maanden:
        redenen.append("de duur is langer dan het mandaat")
    return tuple(redenen)


def zoek_mandaat(register: Iterable[Mandaat], vraag: Mandaatvraag) -> Mandaat | None:
    """Return the entry that covers the question, BESLUIT before ONDERTEKENING, or ``None``."""
    passend = [mandaat for mandaat in register if not bezwaren(mandaat, vraag)]
    passend.sort(key=lambda mandaat: (mandaat.soort is Mandaatsoort.ONDERTEKENING, mandaat.id))
    return passend[0] if passend else None
