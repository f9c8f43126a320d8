"""Everything a template may print, frozen; also the snapshot that is stored with the letter.

No BSN: it is printed in no letter (L-131), so there is no field for it. Dates and amounts keep their
type; the filters ``datum`` and ``bedrag`` of :mod:`toegang.letters.sjablonen` write them in Dutch.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from toegang.domain.begrippen import Wet
from toegang.domain.waarde import Waarde
from toegang.letters.besluitonderdelen import Besluitgegevens
from toegang.letters.nazorgdelen import Nazorggegevens
from toegang.letters.onderdelen import (
    Aanspreekpunt,
    Afzender,
    Bijlage,
    Briefsoort,
    Geadresseerde,
    Meldinggegevens,
    Ondertekening,
    Plangegevens,
    Rechtsmiddel,
)
from toegang.letters.procesonderdelen import Procesgegevens
from toegang.letters.teksttypen import VolleTekst


class Briefgegevens(Waarde):
    """Everything a template may print.

    Args:
        id: id of the letter; no personal data.
        sjabloon: template id, e.g. ``wmo/toekenning``.
        soort: what kind of paper it is.
        wet: the act; ``None`` for a paper about more than one.
        zaaknummer: number of the zaak.
        kenmerk: reference of this letter.
        dagtekening: printed date.
        onderwerp: subject; the heading of the letter.
        client: name in running text of the person it is about.
        geadresseerde: to whom it goes.
        gemeente: the sender.
        aanspreekpunt: the person to call.
        melding: what was reported.
        besluit: the decision, when there is one.
        bezwaar: the remedies, when there is a decision.
        ondertekening: who signs, when there is a decision.
        plan: the plan, when the letter prints it.
        bijlagen: annexes printed behind it.
        alineas: extra paragraphs by named block (hook ``beschikking_alineas``).
        nazorg: what a letter after the decision is about.
        proces: what a letter on the way to a decision is about.
    """

    id: str
    sjabloon: str
    soort: Briefsoort
    wet: Wet | None
    zaaknummer: VolleTekst
    kenmerk: VolleTekst
    dagtekening: date
    onderwerp: VolleTekst
    client: VolleTekst
    geadresseerde: Geadresseerde
    gemeente: Afzender
    aanspreekpunt: Aanspreekpunt | None = None
    melding: Meldinggegevens | None = None
    besluit: Besluitgegevens | None = None
    bezwaar: Rechtsmiddel | None = None
    ondertekening: Ondertekening | None = None
    plan: Plangegevens | None = None
    bijlagen: tuple[Bijlage, ...] = ()
    alineas: Mapping[str, tuple[VolleTekst, ...]] = {}
    nazorg: Nazorggegevens | None = None
    proces: Procesgegevens | None = None

    @property
    def wie(self) -> str:
        """How the letter names the person it is about: "u", or the name when someone else reads it."""
        return "u" if self.geadresseerde.is_client else self.client

    @property
    def aanvraag(self) -> str:
        """How the letter names the aanvraag: "uw aanvraag", or "uw aanvraag voor" with the name."""
        return "uw aanvraag" if self.geadresseerde.is_client else f"uw aanvraag voor {self.client}"
