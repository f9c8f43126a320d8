"""The terms that a notice of default sets going: decide within two weeks, or pay and fix the sum (L-31)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from toegang.domain.dwangsom import Ingebrekestelling, dwangsom
from toegang.domain.schakels import Partij
from toegang.domain.termijnen import Termijnberekening
from toegang.domain.termijnparameters import termijnparameter
from toegang.domain.termijnzaak import Gebeurtenis, Voltooiing
from toegang.domain.zaaktermijn import Zaaktermijn, stand_van

WACHTTIJD, VASTSTELLING = "awb.dwangsom", "awb.dwangsom_vaststelling"


def met_dwangsom(termijn: Zaaktermijn, gebeurtenissen: Iterable[Gebeurtenis], op: date) -> tuple[Zaaktermijn, ...]:
    """Return a deadline with its dwangsom and the terms that belong to that.

    Args:
        termijn: the term of a decision.
        gebeurtenissen: what happened to the zaak; only a notice received after the term counts, the first one.
        op: the day on which is looked.
    """
    gebeurd = tuple(gebeurtenissen)
    aanzegging = _eerste(termijn, gebeurd, op)
    einde = termijn.einde
    if aanzegging is None or einde is None:
        return (termijn,)
    loopt = dwangsom(einde, aanzegging, termijn.klaar_op, op)
    uit = [replace(termijn, dwangsom=loopt), _termijn(WACHTTIJD, loopt.wachttijd, termijn.klaar_op, op)]
    if loopt.vaststelling is not None and op > loopt.laatste_dag:
        gedaan = [item.op for item in gebeurd if isinstance(item, Voltooiing) and item.sleutel == VASTSTELLING]
        uit.append(_termijn(VASTSTELLING, loopt.vaststelling, min(gedaan, default=None), op))
    return tuple(uit)


def _eerste(termijn: Zaaktermijn, gebeurtenissen: tuple[Gebeurtenis, ...], op: date) -> Ingebrekestelling | None:
    over, einde = termijn.schakel.over if termijn.schakel else None, termijn.einde
    if over is None or einde is None:
        return None
    geldig = [
        item
        for item in gebeurtenissen
        if isinstance(item, Ingebrekestelling) and item.over is over and einde < item.ontvangen_op <= op
    ]
    eerste = min(geldig, key=lambda item: item.ontvangen_op, default=None)
    beslist = termijn.klaar_op
    return None if eerste is None or (beslist is not None and beslist <= eerste.ontvangen_op) else eerste


def _termijn(sleutel: str, som: Termijnberekening, klaar: date | None, op: date) -> Zaaktermijn:
    rij = termijnparameter(sleutel, som.begin)
    return Zaaktermijn(
        sleutel=sleutel,
        omschrijving=_OMSCHRIJVING.get(sleutel, rij.omschrijving),
        regel=rij.regel,
        bewijs=rij.bewijs,
        partij=Partij.GEMEENTE,
        stand=stand_van(som, klaar, op),
        som=som,
        klaar_op=klaar,
    )


_OMSCHRIJVING = {WACHTTIJD: "alsnog beslissen, voordat de dwangsom loopt"}
