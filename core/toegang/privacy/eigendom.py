"""Which records of a household are about this resident, and which parts are kept from who looks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from toegang.domain.huishouden import Meldingsrecord
from toegang.domain.waarde import Waarde
from toegang.domain.zaak import Zaak

ANDER_LID = "dit gaat over een ander lid van het huishouden"
AFGESCHERMD = "dit is afgesproken voor een ander lid van het huishouden alleen"
PRIVACY = "dit zou de privacy van een ander schaden"
_VOOR = "alleen_voor"
_PER_LID = ("inwoner_id", "client_id")


@dataclass(frozen=True)
class Achtergehouden:
    """Something that is not shown, and why.

    Args:
        wat: kind of record, in Dutch.
        reden: why.
    """

    wat: str
    reden: str


@dataclass
class Eigendom:
    """Says what is this resident's, and remembers what was kept back.

    Args:
        inwoner: id of the resident whose file it is.
        kijker: id of the household member who looks; ``None`` for somebody from outside.
        zaken: the zaken of the resident.
        achterhouden: ids of records that a worker keeps back for the privacy of another (L-70).
    """

    inwoner: str
    kijker: str | None
    zaken: tuple[Zaak, ...]
    achterhouden: frozenset[str] = frozenset()
    gemist: list[Achtergehouden] = field(default_factory=list)

    @property
    def nummers(self) -> frozenset[str]:
        """The zaaknummers of the resident."""
        return frozenset(zaak.id for zaak in self.zaken)

    @property
    def meldingen(self) -> frozenset[str]:
        """The meldingen from which those zaken came."""
        return frozenset(zaak.melding_id for zaak in self.zaken)

    def is_eigen(self, soort: str, record: Waarde) -> bool:
        """Tell whether a record is about this resident, or about the household as a whole.

        Args:
            soort: name of its table.
            record: the record.
        """
        if soort == "inwoners":
            return getattr(record, "id", None) == self.inwoner
        if isinstance(record, Meldingsrecord):
            return record.id in self.meldingen or self.inwoner in {vraag.voor for vraag in record.melding.hulpvragen}
        for veld in _PER_LID:
            if (wie := getattr(record, veld, None)) is not None:
                return bool(wie == self.inwoner)
        zaak, melding = getattr(record, "zaak_id", None), getattr(record, "melding_id", None)
        if zaak is not None:
            return zaak in self.nummers
        return melding is None or melding in self.meldingen

    def neem(self, soort: str, records: tuple[Waarde, ...], wat: str = "") -> list[Waarde]:
        """Return the records that may be shown; of the others is remembered that they are there.

        Args:
            soort: name of the table.
            records: the records.
            wat: what they are called; empty = the name of the table.
        """
        eigen = []
        for record in records:
            if not self.is_eigen(soort, record):
                self.gemist.append(Achtergehouden(wat or soort, ANDER_LID))
            elif getattr(record, "id", None) in self.achterhouden:
                self.gemist.append(Achtergehouden(wat or soort, PRIVACY))
            else:
                eigen.append(record)
        return eigen

    def zichtbaar(self, deel: Any, wat: str) -> Any:
        """Return JSON values without the parts that are for another member only.

        Args:
            deel: the values; a part with ``alleen_voor`` is for those members.
            wat: what they belong to.
        """
        if isinstance(deel, list):
            over = [item for item in deel if not self._voor_een_ander(item)]
            if len(over) < len(deel):
                self.gemist.append(Achtergehouden(wat, AFGESCHERMD))
            return [self.zichtbaar(item, wat) for item in over]
        if isinstance(deel, Mapping):
            over_velden = {naam: waarde for naam, waarde in deel.items() if not self._voor_een_ander(waarde)}
            if len(over_velden) < len(deel):
                self.gemist.append(Achtergehouden(wat, AFGESCHERMD))
            return {naam: self.zichtbaar(waarde, wat) for naam, waarde in over_velden.items()}
        return deel

    def _voor_een_ander(self, deel: Any) -> bool:
        alleen = deel.get(_VOOR) if isinstance(deel, Mapping) else None
        leden = [alleen] if isinstance(alleen, str) else list(alleen or ())
        return bool(leden) and self.kijker not in leden

    def woorden(self, record: Meldingsrecord) -> tuple[str, ...]:
        """Return the words of the resident's own questions in a melding."""
        return tuple(
            tekst
            for vraag, tekst in zip(record.melding.hulpvragen, record.woorden, strict=False)
            if vraag.voor == self.inwoner and tekst
        )
