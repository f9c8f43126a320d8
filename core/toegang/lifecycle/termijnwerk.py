"""One zaak under the hands of somebody who does something with its term: what runs, what is recorded."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from toegang.domain.datums import datum_voluit
from toegang.domain.dwangsom import Ingebrekestelling
from toegang.domain.opschorting import Onderwerp, Opschorting, Verdaging, Wijze
from toegang.domain.termijnparameters import termijnparameter, termijnparameters
from toegang.domain.termijnzaak import Gebeurtenis, Termijnrecord
from toegang.domain.zaak import Zaak
from toegang.domain.zaaktermijn import Zaaktermijn
from toegang.errors import Conflict, Invoerfout
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.termijnen import Bezwaarfeiten, beleid_van, termijnen_van
from toegang.lifecycle.vastleggen import nieuw_id
from toegang.storage import Actor, Werkeenheid


@dataclass(frozen=True)
class Lopend:
    """A term that runs: the first day on which something can happen to it, and its last day."""

    begin: date
    einde: date


class Termijnwerk:
    """The term of the decision on an aanvraag, or on a bezwaar.

    Args:
        omgeving: the gemeente.
        werk: the unit of work.
        zaak: the zaak.
        bezwaar: the bezwaar, when it is about the decision on that.
    """

    def __init__(self, omgeving: Omgeving, werk: Werkeenheid, zaak: Zaak, bezwaar: Bezwaarfeiten | None) -> None:
        self.werk, self.zaak, self._bezwaar = werk, zaak, bezwaar
        self.over = Onderwerp.AANVRAAG if bezwaar is None else Onderwerp.BEZWAAR
        self.beleid, self.vandaag = beleid_van(omgeving), omgeving.vandaag()
        alle = werk.termijnzaken.zoek(zaak_id=zaak.id)
        self.records = [record for record in alle if bezwaar is None or record.telt_voor(bezwaar.id)]
        self.keten = termijnen_van(werk, zaak, self.vandaag, self.beleid, bezwaar)

    @property
    def begonnen(self) -> bool:
        """Whether the term of the decision began; before the besluit is known that on a bezwaar did not (Awb 7:10)."""
        return self._beslistermijn().som is not None

    def lopende(self, *, ook_beslist_na: date | None = None) -> Lopend:
        """Return the term of the decision.

        Args:
            ook_beslist_na: it may have been decided, if later than this day.

        Raises:
            Conflict: the zaak is closed, the decision was made known, or the term did not begin.
        """
        if self.over is Onderwerp.AANVRAAG and not self.zaak.open:
            raise self._conflict("is gesloten")
        termijn = self._beslistermijn()
        klaar, som = termijn.klaar_op, termijn.som
        if klaar is not None and (ook_beslist_na is None or klaar <= ook_beslist_na):
            raise self._conflict(f"heeft al een besluit, bekendgemaakt op {datum_voluit(klaar)}")
        if som is None:
            raise self._conflict(f"heeft nog geen lopende beslistermijn. {' '.join(termijn.toelichting)}".rstrip(" ."))
        return Lopend(self._bezwaar.ontvangen_op if self._bezwaar else som.begin, som.einde)

    def wijze(self) -> Wijze:
        """Return how the term of the decision is adjourned."""
        wijze = self._beslistermijn().wijze
        assert wijze is not None
        return wijze

    def begin_van(self, sleutel: str) -> date:
        """Return the day of the event of a term that runs.

        Raises:
            Conflict: it does not run in this zaak.
        """
        eigen = self._bezwaar.id if self._bezwaar else ""
        for termijn in self.keten:
            if termijn.sleutel == sleutel and termijn.bezwaar == eigen and termijn.loopt:
                return termijn.som.begin if termijn.som else self.zaak.ontvangen_op
        raise self._conflict(f"heeft geen lopende termijn '{sleutel}'")

    def meeste_weken(self, sleutel: str, op: date) -> int | None:
        """Return the longest adjournment in weeks; ``None`` when nothing sets one."""
        if sleutel in self.beleid.eigen:
            return self.beleid.eigen[sleutel].aantal
        bekend = any(rij.sleutel == sleutel for rij in termijnparameters())
        return termijnparameter(sleutel, op).waarde if bekend else None

    def opschortingen(self) -> list[Opschorting]:
        """Return the suspensions of this term that count."""
        return [item for item in self.geldig() if isinstance(item, Opschorting) and item.over is self.over]

    def verdagingen(self) -> list[Verdaging]:
        """Return the adjournments of this term that count."""
        return [item for item in self.geldig() if isinstance(item, Verdaging) and item.over is self.over]

    def ingebrekestelling(self) -> Ingebrekestelling | None:
        """Return the notice of default that counts, or ``None``."""
        return next((i for i in self.geldig() if isinstance(i, Ingebrekestelling) and i.over is self.over), None)

    def open_opschorting(self, kenmerk: str | None) -> tuple[Termijnrecord, Opschorting]:
        """Return the suspension that is to end.

        Args:
            kenmerk: its id; may be left out when only one is open.

        Raises:
            Conflict: none is open.
            Invoerfout: more than one is open and none was named, or the named one is not open.
        """
        open_ = {
            record.id: (record, record.gebeurtenis)
            for record in self.records
            if isinstance(record.gebeurtenis, Opschorting)
            and record.gebeurtenis.over is self.over
            and record.gebeurtenis.ingetrokken_op is None
            and record.gebeurtenis.tot is None
        }
        if not open_:
            raise self._conflict("heeft geen opschorting die nog loopt")
        nu = {naam: paar for naam, paar in open_.items() if paar[1].is_open(self.vandaag)}
        if kenmerk is None and len(nu) == 1:
            return next(iter(nu.values()))
        if kenmerk is None and len(open_) == 1:
            return next(iter(open_.values()))
        if kenmerk is None or kenmerk not in open_:
            raise Invoerfout(
                f"Zaak {self.zaak.id} heeft {len(open_)} opschortingen die nog lopen; zeg welke.",
                vervolg=f"Kies met --kenmerk uit: {', '.join(open_)}.",
            )
        return open_[kenmerk]

    def record(self, kenmerk: str) -> Termijnrecord:
        """Return a record of this zaak by its id.

        Raises:
            Invoerfout: this zaak has none with that id.
        """
        for record in self.records:
            if record.id == kenmerk:
                return record
        raise Invoerfout(
            f"Zaak {self.zaak.id} heeft geen opschorting, verdaging of ingebrekestelling met dat kenmerk.",
            vervolg=f"Bekijk ze met: toegang termijn waarom {self.zaak.id}",
        )

    def nieuw(self, gebeurtenis: Gebeurtenis) -> Termijnrecord:
        """Return a new record, not stored yet."""
        return Termijnrecord(
            id=nieuw_id("T"),
            dossier_id=self.zaak.dossier_id,
            zaak_id=self.zaak.id,
            gebeurtenis=gebeurtenis,
            bezwaar_id=(self._bezwaar.id or None) if self._bezwaar else None,
        )

    def bewaar(self, record: Termijnrecord, actie: str, op: date | None = None) -> Termijnrecord:
        """Store a record and log it: ids, kinds and days of process only."""
        detail = {"gebeurtenis": record.id, "soort": record.gebeurtenis.soort, "over": self.over.value}
        if op is not None:
            detail["op"] = op.isoformat()
        self.werk.log(actie, zaak=self.zaak.id, dossier=self.zaak.dossier_id, detail=detail)
        return self.werk.termijnzaken.bewaar(record)

    def geldig(self) -> list[Gebeurtenis]:
        """Return what happened to the terms of this zaak and was not taken back."""
        return [record.gebeurtenis for record in self.records if record.gebeurtenis.ingetrokken_op is None]

    def _beslistermijn(self) -> Zaaktermijn:
        for termijn in self.keten:
            if termijn.schakel is not None and termijn.schakel.over is self.over:
                return termijn
        raise self._conflict("heeft geen beslistermijn")

    def _conflict(self, wat: str) -> Conflict:
        return Conflict(
            f"Zaak {self.zaak.id} {wat}.", vervolg=f"Bekijk de termijnen met: toegang termijn waarom {self.zaak.id}"
        )


def leg_vast(
    omgeving: Omgeving,
    actor: Actor,
    zaak_id: str,
    bezwaar: Bezwaarfeiten | None,
    actie: str,
    maak: Callable[[Termijnwerk], Gebeurtenis],
    erna: Callable[[Termijnwerk, Termijnrecord], None] | None = None,
) -> Termijnrecord:
    """Store one new happening with its log line.

    Args:
        omgeving: the gemeente.
        actor: who does it.
        zaak_id: zaaknummer.
        bezwaar: the bezwaar, when it is about the decision on that.
        actie: act in the log.
        maak: judges the zaak and makes the happening; raises when it cannot be.
        erna: what belongs to it in the same transaction, such as a letter.
    """
    with omgeving.werk(actor) as werk:
        bij = Termijnwerk(omgeving, werk, werk.zaken.haal(zaak_id), bezwaar)
        record = bij.bewaar(bij.nieuw(maak(bij)), actie)
        if erna is not None:
            erna(bij, record)
        werk.commit()
    return record
