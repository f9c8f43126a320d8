"""Rules on who decides on a bezwaar, and who hears (Awb 10:3 lid 3, 7:5)."""

from __future__ import annotations

from collections.abc import Iterable

from toegang.guards.contexten_besluit import BezwaarToets
from toegang.guards.register import Moment, Regelsoort, regel


@regel(
    "L-22",
    Regelsoort.WET,
    Moment.BEZWAAR,
    "Wie het besluit in mandaat nam, beslist niet in mandaat op het bezwaar; wie het voorbereidde, hoort niet.",
    grondslag="Awb art. 10:3 lid 3, 7:5",
)
def ander_beslist_en_hoort(t: BezwaarToets) -> Iterable[str]:
    """L-22: deciding and hearing are for others; the consulent may and must supply input (B-50)."""
    besluit = t.besluit.besluit
    if t.beslist is not None and t.op_mandaat and t.beslist.medewerker == besluit.beslisser.medewerker:
        yield f"{t.beslist.medewerker} nam het besluit in mandaat en beslist niet in mandaat op het bezwaar"
    betrokken = betrokkenen(t)
    for medewerker in t.horen:
        if medewerker in betrokken:
            yield f"{medewerker} was bij de voorbereiding betrokken en hoort niet"


def betrokkenen(t: BezwaarToets) -> frozenset[str]:
    """Return the ids of who prepared or took the decision: assessor, checkers, decider, proposer, advisers."""
    besluit = t.besluit.besluit
    personen = [besluit.beoordelaar, besluit.beslisser, besluit.toetser]
    if t.voorstel is not None:
        personen += [t.voorstel.steller, *(toets.door for toets in t.voorstel.toetsen)]
    adviseurs = {advies.van for advies in besluit.adviezen}
    return frozenset({persoon.medewerker for persoon in personen if persoon is not None} | adviseurs)
