"""What a letter about an objection prints: frozen parts, one per letter."""

from __future__ import annotations

from datetime import date

from pydantic import Field

from toegang.domain.waarde import Waarde
from toegang.letters.teksttypen import Tekst, VolleTekst


class Herstelvraag(Waarde):
    """A request to repair an objection (Awb 6:6).

    Args:
        ontvangen_op: day on which it came in.
        besluit_van: day of the besluit it is against; ``None`` while that is not there.
        ontbreekt: what is missing, one by one, as said to the resident.
        uiterlijk: last day to send it.
    """

    ontvangen_op: date
    besluit_van: date | None
    ontbreekt: tuple[VolleTekst, ...] = Field(min_length=1)
    uiterlijk: date


class Doorzending(Waarde):
    """An objection that was forwarded to the body that is to decide on it (Awb 6:15; L-29).

    Args:
        ontvangen_op: day on which it came in, which counts for whether it is in time.
        op: day on which it was forwarded.
        aan: the body.
    """

    ontvangen_op: date
    op: date
    aan: VolleTekst


class Uitspraak(Waarde):
    """A decision on an objection (Awb 7:11, 7:12).

    Args:
        ontvangen_op: day of receipt of the objection.
        besluit_van: day of the besluit it is against; ``None`` while that is not there.
        kern: the decision, in one sentence.
        gehoord_op: day on which the resident was heard.
        niet_gehoord: why not, in words.
        gevolg: what happens now.
    """

    ontvangen_op: date
    besluit_van: date | None
    kern: VolleTekst
    gehoord_op: date | None = None
    niet_gehoord: Tekst = ""
    gevolg: VolleTekst
