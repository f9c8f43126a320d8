"""A draft of the proposal in each review of a round: the amounts of the new tariff, for a person to judge.

A draft is a file, nothing more: somebody reads it, changes what is not right for this resident, and proposes it under
the own name (L-147). Where the law asks a ground that figures do not give, the draft leaves it open.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from toegang.domain.begrippen import Besluitsoort, Leveringsvorm, Wet
from toegang.domain.besluit import Motivering, Voorziening
from toegang.domain.besluitopdracht import Besluitopdracht, Gevraagd, Herziening, Herzieningsgrond
from toegang.domain.besluitrecord import Besluitrecord
from toegang.domain.datums import bedrag as in_euro
from toegang.domain.datums import datum_voluit
from toegang.lifecycle.herzieningsronde import rondezaken
from toegang.storage import Werkeenheid


@dataclass(frozen=True)
class Tarief:
    """One line of the table of tariffs.

    Args:
        product: id in the product catalogue.
        vorm: in kind, pgb or money; ``None`` = any.
        oud: amount until now, in euro cents per period; ``None`` = any.
        nieuw: amount from now on, in euro cents per period.
    """

    product: str
    vorm: Leveringsvorm | None
    oud: int | None
    nieuw: int

    def past(self, voorziening: Voorziening) -> bool:
        """Tell whether a provision falls under it."""
        return (
            voorziening.product == self.product
            and self.vorm in (None, voorziening.leveringsvorm)
            and voorziening.bedrag_centen is not None
            and self.oud in (None, voorziening.bedrag_centen)
        )


@dataclass(frozen=True)
class Tariefwijziging:
    """What changes, from when, and by which rule.

    Args:
        tarieven: the table.
        ingaat_op: day on which it takes effect.
        grondslag: what it rests on, e.g. a verordening with its article; printed in the reasons.
    """

    tarieven: tuple[Tarief, ...]
    ingaat_op: date
    grondslag: str


@dataclass(frozen=True)
class Rondeconcept:
    """The draft of one review, or why there is none.

    Args:
        zaak: the review.
        opdracht: the draft; ``None`` = none.
        bedragen: what was and what will be, per provision that changes, in euro cents.
        waarom_niet: why there is none, in Dutch.
    """

    zaak: str
    opdracht: Besluitopdracht | None = None
    bedragen: tuple[tuple[int, int], ...] = ()
    waarom_niet: str = ""


def maak_concepten(werk: Werkeenheid, ronde: str, wijziging: Tariefwijziging, op: date) -> tuple[Rondeconcept, ...]:
    """Draft a proposal for every review of a round in which nobody proposed yet.

    Args:
        werk: a unit of work.
        ronde: name of the round.
        wijziging: the new tariff.
        op: day of the proposal.
    """
    return tuple(_concept(werk, item.zaak.id, item.zaak.herziet or "", wijziging, op) for item in
                 rondezaken(werk, ronde) if item.zaak.open and item.voorstel is None and not item.besloten)  # fmt: skip


def _concept(werk: Werkeenheid, zaak: str, besluit_id: str, wijziging: Tariefwijziging, op: date) -> Rondeconcept:
    record = werk.besluiten.haal(besluit_id)
    lopend = [item for item in record.besluit.voorzieningen_met_besluit if _loopt(item, wijziging.ingaat_op)]
    nieuw = {item.id: tarief for item in lopend if (tarief := _tarief(item, wijziging.tarieven)) is not None}
    anders = {naam: tarief for naam, tarief in nieuw.items() if tarief.nieuw != _bedrag(lopend, naam)}
    if not nieuw:
        return Rondeconcept(zaak, waarom_niet="Voor geen van de voorzieningen staat er een tarief in de lijst.")
    if not anders:
        return Rondeconcept(zaak, waarom_niet="Het bedrag blijft gelijk.")
    bedragen = tuple((_bedrag(lopend, naam), tarief.nieuw) for naam, tarief in anders.items())
    return Rondeconcept(zaak, _opdracht(record, lopend, anders, wijziging, op), bedragen)


def _opdracht(
    record: Besluitrecord,
    lopend: Iterable[Voorziening],
    anders: Mapping[str, Tarief],
    wijziging: Tariefwijziging,
    op: date,
) -> Besluitopdracht:
    minder = any(tarief.nieuw < _bedrag(lopend, naam) for naam, tarief in anders.items())
    wmo_meer = record.besluit.voorzieningen[0].wet is Wet.WMO and not minder
    return Besluitopdracht(
        soort=Besluitsoort.WIJZIGING,
        op=op,
        ten_nadele=minder,
        voorzieningen=tuple(_gevraagd(item, anders.get(item.id), wijziging) for item in lopend),
        herziening=Herziening(
            besluit=record.id,
            grond=Herzieningsgrond.NIET_TOEREIKEND if wmo_meer else None,
            ingaat_op=wijziging.ingaat_op,
        ),
        motivering=Motivering(
            conclusie=" ".join(_in_woorden(item, anders[item.id], wijziging) for item in lopend if item.id in anders)
        ),
    )


def _gevraagd(item: Voorziening, tarief: Tarief | None, wijziging: Tariefwijziging) -> Gevraagd:
    return Gevraagd(
        product=item.product,
        leveringsvorm=item.leveringsvorm,
        omvang=item.omvang,
        ingangsdatum=max(wijziging.ingaat_op, item.ingangsdatum) if tarief else item.ingangsdatum,
        einddatum=item.einddatum,
        aanbieder=item.aanbieder,
        bedrag_centen=tarief.nieuw if tarief else item.bedrag_centen,
        resultaat=item.resultaat,
        berekening=_berekening(item, tarief, wijziging) if tarief else item.berekening,
    )


def _berekening(item: Voorziening, tarief: Tarief, wijziging: Tariefwijziging) -> str:
    """Say how the new amount was found; what was written of the old one no longer holds."""
    assert item.bedrag_centen is not None
    verschil = Decimal(tarief.nieuw - item.bedrag_centen) * 100 / Decimal(item.bedrag_centen or 1)
    woord = f"{abs(verschil):.1f}".replace(".", ",")
    richting = "hoger" if tarief.nieuw > item.bedrag_centen else "lager"
    return (
        f"Het bedrag volgt uit {wijziging.grondslag}: {in_euro(tarief.nieuw)}, {woord} procent {richting} dan "
        f"{in_euro(item.bedrag_centen)}."
    )


def _in_woorden(item: Voorziening, tarief: Tarief, wijziging: Tariefwijziging) -> str:
    assert item.bedrag_centen is not None
    omvang = f" ({item.omvang})" if item.omvang else ""
    return (
        f"Voor {item.naam}{omvang} kreeg u {in_euro(item.bedrag_centen)}. Vanaf {datum_voluit(wijziging.ingaat_op)} is "
        f"dat {in_euro(tarief.nieuw)}, omdat het tarief is gewijzigd in {wijziging.grondslag}."
    )


def _loopt(item: Voorziening, op: date) -> bool:
    return item.einddatum is None or item.einddatum >= op


def _tarief(item: Voorziening, tarieven: Iterable[Tarief]) -> Tarief | None:
    return next((tarief for tarief in tarieven if tarief.past(item)), None)


def _bedrag(voorzieningen: Iterable[Voorziening], naam: str) -> int:
    bedrag = next(item.bedrag_centen for item in voorzieningen if item.id == naam)
    assert bedrag is not None
    return bedrag
