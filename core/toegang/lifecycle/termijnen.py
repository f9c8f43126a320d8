"""The deadlines of stored zaken: from what storage knows to the chain of the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from toegang.domain.begrippen import Besluitvorm, Wet
from toegang.domain.bezwaar import Bezwaar
from toegang.domain.levensloop import Stap
from toegang.domain.opschorting import Onderwerp
from toegang.domain.schakels import BEZWAARTERMIJN, DOOR_BESLUIT, Mijlpaal
from toegang.domain.termijnbeleid import Termijnbeleid, termijnbeleid
from toegang.domain.termijnketen import termijnketen
from toegang.domain.termijnzaak import Termijnrecord, Voltooiing
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Feiten, Zaaktermijn
from toegang.errors import ToegangFout
from toegang.lifecycle.omgeving import Omgeving
from toegang.storage import Werkeenheid

_VAN_STAP = {Stap.GESPREK: Mijlpaal.GESPREK, Stap.PLAN: Mijlpaal.PLAN, Stap.BESLUIT: Mijlpaal.BESLUIT}


@dataclass(frozen=True)
class Bezwaarfeiten:
    """What the chain must know of a bezwaar.

    Args:
        ontvangen_op: day of receipt.
        commissie: an advisory committee was set up (Awb 7:13).
        besloten_op: day on which the decision on it was made known; ``None`` = not yet.
        id: of the objection; empty = the only one.
        tussentijds: it is against a besluit in between, which has a term for objecting of its own (L-26).
        besluit_id: the besluit it is against; ``None`` while that is not there.
    """

    ontvangen_op: date
    commissie: bool = False
    besloten_op: date | None = None
    id: str = ""
    tussentijds: bool = False
    besluit_id: str | None = None


@dataclass(frozen=True)
class Zaakstand:
    """A zaak with its deadlines, or with why they could not be computed."""

    zaak: Zaak
    termijnen: tuple[Zaaktermijn, ...] = ()
    fout: ToegangFout | None = None


def beleid_van(omgeving: Omgeving) -> Termijnbeleid:
    """Return what a gemeente adds to the terms of the law.

    Raises:
        ToegangFout: one of its settings is not a term.
    """
    return termijnbeleid(omgeving.antwoorden, omgeving.bevestigd)


def termijnen_van(
    werk: Werkeenheid,
    zaak: Zaak,
    op: date,
    beleid: Termijnbeleid | None = None,
    bezwaar: Bezwaarfeiten | None = None,
) -> tuple[Zaaktermijn, ...]:
    """Return the deadlines of a zaak on a day, in the order of its chain, each with its sum.

    Args:
        werk: a unit of work.
        zaak: the zaak.
        op: the day on which is looked.
        beleid: what the gemeente adds; ``None`` = the law only.
        bezwaar: only with the chain of this bezwaar; ``None`` = with those of all that were recorded.

    Raises:
        ToegangFout: a term has no value in force on the day it began.
    """
    bezwaren = (bezwaar,) if bezwaar else lopende_feiten(werk.bezwaren.zoek(zaak_id=zaak.id))
    return keten_van(werk, zaak, werk.termijnzaken.zoek(zaak_id=zaak.id), bezwaren, op, beleid)


def termijnen_van_alle(
    werk: Werkeenheid, zaken: Iterable[Zaak], op: date, beleid: Termijnbeleid | None = None
) -> Iterator[Zaakstand]:
    """Give the deadlines of many zaken; one that cannot be computed does not keep the others back.

    Args:
        werk: a unit of work.
        zaken: the zaken.
        op: the day on which is looked.
        beleid: what the gemeente adds.
    """
    gebeurd = _per_zaak(werk)
    bezwaren: dict[str, list[Bezwaar]] = defaultdict(list)
    for item in werk.bezwaren.zoek():
        bezwaren[item.zaak_id].append(item)
    for zaak in zaken:
        try:
            feiten = lopende_feiten(bezwaren.get(zaak.id, ()))
            keten = keten_van(werk, zaak, gebeurd.get(zaak.id, ()), feiten, op, beleid)
        except ToegangFout as fout:
            yield Zaakstand(zaak, fout=fout)
        else:
            yield Zaakstand(zaak, keten)


def keten_van(
    werk: Werkeenheid,
    zaak: Zaak,
    records: Iterable[Termijnrecord],
    bezwaren: Sequence[Bezwaarfeiten],
    op: date,
    beleid: Termijnbeleid | None = None,
) -> tuple[Zaaktermijn, ...]:
    """Return the chain of a zaak; each bezwaar against its besluit has a chain of its own at the end.

    Args:
        werk: a unit of work; read only where the zaak itself does not say it.
        zaak: the zaak.
        records: what happened to its deadlines.
        bezwaren: the objections, in order of arrival; each counts only what happened to its own term.
        op: the day on which is looked.
        beleid: what the gemeente adds.
    """
    alles, bij_besluit = tuple(records), door_besluit(werk, zaak)

    def gerekend(bezwaar: Bezwaarfeiten | None) -> tuple[Zaaktermijn, ...]:
        eigen = [item.gebeurtenis for item in alles if item.telt_voor(bezwaar.id if bezwaar else "")]
        return termijnketen(feiten_van(werk, zaak, bezwaar), (*eigen, *bij_besluit), op, beleid)

    # the part of the zaak itself must not take the day on which a besluit in between was made known for its own
    eerste = next((item for item in bezwaren if not item.tussentijds), None)
    basis = gerekend(eerste)
    keten = basis[: _begin(basis, _van_bezwaar)]
    for bezwaar in bezwaren:
        deel = basis if bezwaar is eerste else gerekend(bezwaar)
        begin = _begin(deel, _om_bezwaar_te_maken if bezwaar.tussentijds else _van_bezwaar)
        keten = (*keten, *(replace(item, bezwaar=bezwaar.id) for item in deel[begin:]))
    return keten


def _begin(keten: Sequence[Zaaktermijn], is_het: Callable[[Zaaktermijn], bool]) -> int:
    return next((plaats for plaats, item in enumerate(keten) if is_het(item)), len(keten))


def door_besluit(werk: Werkeenheid, zaak: Zaak) -> list[Voltooiing]:
    """Return what a decision in between meets by itself: an advance on bijstand, or hurried help (L-104, L-57).

    Args:
        werk: a unit of work; read only for an act that knows such a decision.
        zaak: the zaak.
    """
    kan = zaak.wet is Wet.PARTICIPATIEWET or (zaak.wet is Wet.WMO and zaak.spoed)
    besluiten = [record.besluit for record in werk.besluiten.zoek(zaak_id=zaak.id)] if kan else []
    return [
        Voltooiing(sleutel=DOOR_BESLUIT[besluit.soort], op=besluit.datum, besluit=besluit.id)
        for besluit in besluiten
        if besluit.soort in DOOR_BESLUIT
    ]


def _van_bezwaar(termijn: Zaaktermijn) -> bool:
    return termijn.schakel is not None and termijn.schakel.over is Onderwerp.BEZWAAR


def _om_bezwaar_te_maken(termijn: Zaaktermijn) -> bool:
    return termijn.sleutel == BEZWAARTERMIJN


def bezwaarfeiten(bezwaar: Bezwaar) -> Bezwaarfeiten:
    """Return what the chain must know of an objection."""
    besloten_op = bezwaar.afgedaan_op if bezwaar.uitkomst is not None and bezwaar.uitkomst.is_besluit else None
    tussentijds = bezwaar.tegen is not None
    return Bezwaarfeiten(
        bezwaar.ontvangen_op, bezwaar.commissie, besloten_op, bezwaar.id, tussentijds, bezwaar.besluit_id
    )


def lopende_feiten(bezwaren: Iterable[Bezwaar]) -> tuple[Bezwaarfeiten, ...]:
    """Return what the chain must know of the objections of one zaak that were not taken back or forwarded.

    Args:
        bezwaren: the objections, in order of arrival.
    """
    geldig = [item for item in bezwaren if item.uitkomst is None or item.uitkomst.is_besluit]
    return tuple(bezwaarfeiten(item) for item in geldig)


def feiten_van(werk: Werkeenheid, zaak: Zaak, bezwaar: Bezwaarfeiten | None = None) -> Feiten:
    """Return the days of process that the chain needs.

    Args:
        werk: a unit of work; read only where the zaak itself does not say it.
        zaak: the zaak.
        bezwaar: one bezwaar against its decision, if any.
    """
    # the day of receipt, which may lie before the step: an aanvraag before the research keeps its day (L-56)
    van_zaak = {
        # a review of the gemeente's own accord answers no melding, so no term of one runs
        Mijlpaal.MELDING: None if zaak.herziet else zaak.ontvangen_op,
        Mijlpaal.AANVRAAG: zaak.aanvraag_op,
        Mijlpaal.BEKENDMAKING: zaak.bekendgemaakt_op,
        Mijlpaal.SLUITING: zaak.gesloten_op,
    }
    dagen = {mijlpaal: dag for mijlpaal, dag in van_zaak.items() if dag is not None}
    for gedaan in zaak.stappen:
        if not gedaan.nvt and gedaan.stap in _VAN_STAP:
            dagen.setdefault(_VAN_STAP[gedaan.stap], gedaan.op)
    besluit_op = dagen.get(Mijlpaal.BESLUIT)
    if besluit_op is not None and Mijlpaal.BEKENDMAKING not in dagen and _zonder_beschikking(werk, zaak):
        dagen[Mijlpaal.ZONDER_BESCHIKKING] = besluit_op
    feiten = Feiten(zaak.wet, dagen, zaak.spoed, zaak.client_leeftijd)
    if bezwaar is None:
        return feiten
    if bezwaar.tussentijds:
        dagen.pop(Mijlpaal.BEKENDMAKING, None)
        bekend = werk.besluiten.haal(bezwaar.besluit_id).bekendgemaakt_op if bezwaar.besluit_id else None
        dagen |= {Mijlpaal.BEKENDMAKING: bekend} if bekend else {}
    dagen[Mijlpaal.BEZWAAR] = bezwaar.ontvangen_op
    if bezwaar.besloten_op is not None:
        dagen[Mijlpaal.BESLUIT_OP_BEZWAAR] = bezwaar.besloten_op
    return replace(feiten, commissie=bezwaar.commissie)


def _zonder_beschikking(werk: Werkeenheid, zaak: Zaak) -> bool:
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    concept = besluiten[-1].concept if besluiten else None
    return concept is not None and concept.vorm is Besluitvorm.GEEN


def _per_zaak(werk: Werkeenheid) -> dict[str, list[Termijnrecord]]:
    gebeurd: dict[str, list[Termijnrecord]] = defaultdict(list)
    for record in werk.termijnzaken.zoek():
        gebeurd[record.zaak_id].append(record)
    return gebeurd
