"""The deadlines of stored zaken: from what storage knows to the chain of the domain."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date

from toegang.domain.begrippen import Besluitvorm, Wet
from toegang.domain.bezwaar import Bezwaar
from toegang.domain.levensloop import Stap
from toegang.domain.schakels import DOOR_BESLUIT, Mijlpaal
from toegang.domain.termijnbeleid import Termijnbeleid, termijnbeleid
from toegang.domain.termijnketen import termijnketen
from toegang.domain.termijnzaak import Gebeurtenis, Voltooiing
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
    """

    ontvangen_op: date
    commissie: bool = False
    besloten_op: date | None = None


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
        bezwaar: the bezwaar against its decision, if there is one.

    Raises:
        ToegangFout: a term has no value in force on the day it began.
    """
    gebeurd = [record.gebeurtenis for record in werk.termijnzaken.zoek(zaak_id=zaak.id)]
    gebeurd += door_besluit(werk, zaak)
    return termijnketen(feiten_van(werk, zaak, bezwaar), gebeurd, op, beleid)


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
    gebeurd: Mapping[str, list[Gebeurtenis]] = _per_zaak(werk)
    bezwaren: dict[str, list[Bezwaar]] = defaultdict(list)
    for item in werk.bezwaren.zoek():
        bezwaren[item.zaak_id].append(item)
    for zaak in zaken:
        try:
            bezwaar = bezwaarfeiten(bezwaren.get(zaak.id, ()))
            alle = (*gebeurd.get(zaak.id, ()), *door_besluit(werk, zaak))
            keten = termijnketen(feiten_van(werk, zaak, bezwaar, zoek=False), alle, op, beleid)
        except ToegangFout as fout:
            yield Zaakstand(zaak, fout=fout)
        else:
            yield Zaakstand(zaak, keten)


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


def bezwaarfeiten(bezwaren: Iterable[Bezwaar]) -> Bezwaarfeiten | None:
    """Return what the chain must know of the objections of one zaak: the last one that was not taken back.

    Args:
        bezwaren: the objections, in order of arrival.
    """
    geldig = [item for item in bezwaren if item.uitkomst is None or item.uitkomst.is_besluit]
    if not geldig:
        return None
    laatste = geldig[-1]
    return Bezwaarfeiten(laatste.ontvangen_op, laatste.commissie, laatste.afgedaan_op)


def feiten_van(werk: Werkeenheid, zaak: Zaak, bezwaar: Bezwaarfeiten | None = None, *, zoek: bool = True) -> Feiten:
    """Return the days of process that the chain needs.

    Args:
        werk: a unit of work; read only where the zaak itself does not say it.
        zaak: the zaak.
        bezwaar: the bezwaar against its decision; ``None`` = the one that is recorded, if any.
        zoek: look for a recorded one.
    """
    if bezwaar is None and zoek:
        bezwaar = bezwaarfeiten(werk.bezwaren.zoek(zaak_id=zaak.id))
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
    dagen[Mijlpaal.BEZWAAR] = bezwaar.ontvangen_op
    if bezwaar.besloten_op is not None:
        dagen[Mijlpaal.BESLUIT_OP_BEZWAAR] = bezwaar.besloten_op
    return replace(feiten, commissie=bezwaar.commissie)


def _zonder_beschikking(werk: Werkeenheid, zaak: Zaak) -> bool:
    besluiten = werk.besluiten.zoek(zaak_id=zaak.id)
    concept = besluiten[-1].concept if besluiten else None
    return concept is not None and concept.vorm is Besluitvorm.GEEN


def _per_zaak(werk: Werkeenheid) -> dict[str, list[Gebeurtenis]]:
    gebeurd: dict[str, list[Gebeurtenis]] = defaultdict(list)
    for record in werk.termijnzaken.zoek():
        gebeurd[record.zaak_id].append(record.gebeurtenis)
    return gebeurd
