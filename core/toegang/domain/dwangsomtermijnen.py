"""The terms that a notice of default sets going: decide within two weeks, or pay and fix the sum (L-31)."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date, timedelta

from toegang.domain.datums import dag_voluit
from toegang.domain.dwangsom import Dwangsombesluit, Ingebrekestelling, dwangsom
from toegang.domain.opschorting import Onderwerp
from toegang.domain.schakels import Partij
from toegang.domain.termijnen import Termijnberekening, einde
from toegang.domain.termijnparameters import termijnparameter, termijnparameters
from toegang.domain.termijnzaak import Gebeurtenis, Voltooiing
from toegang.domain.zaaktermijn import Zaaktermijn, stand_van

WACHTTIJD, VASTSTELLING = "awb.dwangsom", "awb.dwangsom_vaststelling"
BEROEP = "awb.beroep_niet_tijdig"


def met_dwangsom(termijn: Zaaktermijn, gebeurtenissen: Iterable[Gebeurtenis], op: date) -> tuple[Zaaktermijn, ...]:
    """Return a deadline with its dwangsom and the terms that belong to that.

    Args:
        termijn: the term of a decision.
        gebeurtenissen: what happened to the zaak; only a notice received after the term counts, the first one.
        op: the day on which is looked.
    """
    gebeurd = tuple(gebeurtenissen)
    aanzegging = _eerste(termijn, gebeurd, op)
    laatste = termijn.einde
    if aanzegging is None or laatste is None:
        return (termijn,)
    loopt = dwangsom(laatste, aanzegging, termijn.klaar_op, op)
    uit = [replace(termijn, dwangsom=loopt), _termijn(WACHTTIJD, loopt.wachttijd, termijn.klaar_op, op)]
    if loopt.vaststelling is not None and op > loopt.laatste_dag:
        over = termijn.schakel.over if termijn.schakel else None
        gedaan = [dag for item in gebeurd if (dag := _vastgesteld(item, over)) is not None]
        uit.append(_termijn(VASTSTELLING, loopt.vaststelling, min(gedaan, default=None), op))
    return (*uit, *_beroep(aanzegging.ontvangen_op, termijn.klaar_op, op))


def _vastgesteld(item: Gebeurtenis, over: Onderwerp | None) -> date | None:
    """Return the day on which the sum was fixed: a beschikking was sent, or somebody reported that it was."""
    if isinstance(item, Dwangsombesluit) and item.over is over:
        return item.bekendgemaakt_op
    if isinstance(item, Voltooiing) and item.sleutel == VASTSTELLING and item.over is over:
        return item.op
    return None


def _beroep(aangezegd_op: date, klaar: date | None, op: date) -> tuple[Zaaktermijn, ...]:
    """Return from when the resident can appeal because nobody decided (Awb 6:12; L-34); no row, no appeal shown."""
    if not any(rij.sleutel == BEROEP for rij in termijnparameters()):
        return ()
    som = einde(aangezegd_op, termijnparameter(BEROEP, aangezegd_op).termijn())
    vanaf = som.einde + timedelta(days=1)
    if klaar is not None:
        tekst = "Er is alsnog beslist; tegen het uitblijven van een besluit is beroep dan niet meer nodig."
    else:
        tekst = f"Vanaf {dag_voluit(vanaf)} kan de inwoner bij de rechtbank in beroep zolang er geen besluit is."
    wachten = _termijn(BEROEP, som, klaar, op)
    return (replace(wachten, partij=Partij.INWONER, toelichting=(*wachten.toelichting, tekst)),)


def _eerste(termijn: Zaaktermijn, gebeurtenissen: tuple[Gebeurtenis, ...], op: date) -> Ingebrekestelling | None:
    over, laatste = termijn.schakel.over if termijn.schakel else None, termijn.einde
    if over is None or laatste is None:
        return None
    geldig = [
        item
        for item in gebeurtenissen
        if isinstance(item, Ingebrekestelling) and item.over is over and laatste < item.ontvangen_op <= op
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
