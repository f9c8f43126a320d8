"""Advice of an expert during the research (W-20), with the medical part in a layer of its own (L-138)."""

from __future__ import annotations

import re
from datetime import date
from enum import StrEnum

from toegang.domain.waarde import Waarde

_WOORD = re.compile(r"\w+")
_REEKS = 6
"""So many words on end are a piece of another text."""


class Adviesstatus(StrEnum):
    """Where a request for advice is."""

    GEVRAAGD = "GEVRAAGD"
    ONTVANGEN = "ONTVANGEN"
    INGETROKKEN = "INGETROKKEN"


class Adviessoort(StrEnum):
    """What kind of expert is asked."""

    MEDISCH = "MEDISCH"
    AANBIEDER = "AANBIEDER"
    OVERIG = "OVERIG"


class Adviesaanvraag(Waarde):
    """A request for advice, as stored.

    Args:
        id: id.
        dossier_id: the dossier.
        zaak_id: the zaak.
        status: where it is.
        gevraagd_op: day on which it was asked.
        soort: kind of expert.
        aan: who is asked: id of a medewerker, or name of an organisation.
        vraag: what is asked.
        gevraagd_door: medewerker id.
        toestemming_op: day on which the resident agreed that medical data are asked.
        lezers: medewerker ids who may read the medical part, besides who asked.
        ontvangen_op: day on which the advice came in.
        conclusie: the advice as everybody on the zaak may read and use it: limitations, no diagnosis.
        medisch: the medical part; shown to readers only, and never in a file, letter or hook.
        ingetrokken_op: day on which it turned out not to be needed.
    """

    id: str
    dossier_id: str
    zaak_id: str
    status: Adviesstatus = Adviesstatus.GEVRAAGD
    gevraagd_op: date
    soort: Adviessoort = Adviessoort.OVERIG
    aan: str = ""
    vraag: str = ""
    gevraagd_door: str = ""
    toestemming_op: date | None = None
    lezers: tuple[str, ...] = ()
    ontvangen_op: date | None = None
    conclusie: str = ""
    medisch: str = ""
    ingetrokken_op: date | None = None

    @property
    def is_medisch(self) -> bool:
        """Tell whether a medical adviser was asked and the request still stands."""
        return self.soort is Adviessoort.MEDISCH and self.status is not Adviesstatus.INGETROKKEN

    def mag_medisch_lezen(self, medewerker: str | None) -> bool:
        """Tell whether a medewerker may read the medical part."""
        return bool(medewerker) and medewerker in (self.gevraagd_door, *self.lezers)


def neemt_over(tekst: str, bron: str) -> bool:
    """Tell whether a text has a piece of another one in it: six of its words on end.

    Args:
        tekst: the text that is looked at.
        bron: the text that it may come from.
    """
    reeksen = _reeksen(bron)
    return not reeksen.isdisjoint(_reeksen(tekst))


def _reeksen(tekst: str) -> frozenset[tuple[str, ...]]:
    woorden = _WOORD.findall(tekst.lower())
    return frozenset(tuple(woorden[plek : plek + _REEKS]) for plek in range(len(woorden) - _REEKS + 1))
