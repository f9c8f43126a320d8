"""The part of a letter after the decision: help that ends, or an objection that was received."""

from __future__ import annotations

from datetime import date

from toegang.domain.bezwaar import Bezwaar
from toegang.domain.brief import Brief
from toegang.domain.opschorting import Onderwerp
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak
from toegang.letters.teksttypen import VolleTekst
from toegang.lifecycle.bezwaar import besluit_van
from toegang.lifecycle.nazorgbrief import BEZWAAR, EINDE
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import HERSTEL_BEZWAAR, brieven_van
from toegang.lifecycle.termijnen import beleid_van, bezwaarfeiten, termijnen_van
from toegang.storage import Werkeenheid


class Eindregel(Waarde):
    """Help that ends."""

    naam: VolleTekst
    einddatum: date


class Bezwaarbericht(Waarde):
    """An objection as its confirmation says it.

    Args:
        ontvangen_op: day of receipt.
        besluit_van: day of the besluit it is against; ``None`` while that is not there.
        te_vroeg: it came before the besluit was made known, and waits for that (Awb 6:10).
        beslist_uiterlijk: last day of the decision, as far as is known.
        commissie: an advisory committee looks at it.
        ontbreekt: what is missing.
        herstel_tot: last day to send that.
    """

    ontvangen_op: date
    besluit_van: date | None = None
    te_vroeg: bool = False
    beslist_uiterlijk: date | None = None
    commissie: bool = False
    ontbreekt: tuple[VolleTekst, ...] = ()
    herstel_tot: date | None = None


class Nazorggegevens(Waarde):
    """What a letter after the decision is about; one of the two."""

    eindes: tuple[Eindregel, ...] = ()
    bezwaar: Bezwaarbericht | None = None


def nazorggegevens(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, brief: Brief) -> Nazorggegevens | None:
    """Return what such a letter prints; ``None`` for any other letter.

    Args:
        werk: a unit of work; only read from.
        omgeving: the gemeente.
        zaak: the zaak.
        brief: the letter.
    """
    if brief.sjabloon == EINDE:
        return Nazorggegevens(
            eindes=tuple(
                Eindregel(naam=item.naam, einddatum=item.einddatum)
                for item in werk.leveringen.zoek(zaak_id=zaak.id)
                if item.loopt and item.einddatum is not None
            )
        )
    if brief.sjabloon == BEZWAAR:
        bezwaren = werk.bezwaren.zoek(zaak_id=zaak.id)
        eigen = [item for item in bezwaren if brief.aanleiding in ("", item.id)]
        return Nazorggegevens(bezwaar=_bezwaar(werk, omgeving, zaak, eigen[-1]) if eigen else None)
    return None


def _bezwaar(werk: Werkeenheid, omgeving: Omgeving, zaak: Zaak, bezwaar: Bezwaar) -> Bezwaarbericht:
    keten = termijnen_van(werk, zaak, omgeving.vandaag(), beleid_van(omgeving), bezwaarfeiten(bezwaar))
    termijn = next((item for item in keten if item.schakel and item.schakel.over is Onderwerp.BEZWAAR), None)
    record = besluit_van(werk, bezwaar)
    eigen_brief = any(brief.sjabloon == HERSTEL_BEZWAAR for brief in brieven_van(werk, zaak.id, bezwaar.id))
    return Bezwaarbericht(
        ontvangen_op=bezwaar.ontvangen_op,
        besluit_van=record.besluit.datum if record else None,
        te_vroeg=record is None or record.bekendgemaakt_op is None,
        beslist_uiterlijk=termijn.einde if termijn else None,
        commissie=bezwaar.commissie,
        ontbreekt=tuple(deel.voor_inwoner for deel in bezwaar.ontbreekt),
        # a letter of its own asks for it: the confirmation then says that it comes
        herstel_tot=None if eigen_brief else bezwaar.herstel_tot,
    )
