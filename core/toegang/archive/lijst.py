"""What would be destroyed or transferred on a day; nothing is done by looking (L-153)."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from toegang.domain.archieftermijn import Waardering, resultaten
from toegang.domain.archiefwet import overbrengen_voor
from toegang.domain.brief import Brief, Briefstatus
from toegang.domain.datums import datum_voluit
from toegang.domain.zaak import Zaak
from toegang.storage import Archiefrecord, Werkeenheid


class Lot(StrEnum):
    """What the archive decision says of a zaak on the day that is asked about."""

    VERNIETIGEN = "VERNIETIGEN"
    OVERBRENGEN = "OVERBRENGEN"
    WACHT = "WACHT"
    LOOPT = "LOOPT"
    TE_BEPALEN = "TE_BEPALEN"

    @property
    def uitleg(self) -> str:
        """Say of one zaak what it means."""
        return _UITLEG[self][0]

    @property
    def van_meer(self) -> str:
        """Say it of a number of zaken, after that number."""
        return _UITLEG[self][1]


_UITLEG = {
    Lot.VERNIETIGEN: ("Mag op de vernietigingslijst.", "op de vernietigingslijst"),
    Lot.OVERBRENGEN: ("Overbrengen naar het archief.", "naar het archief"),
    Lot.WACHT: ("De termijn is om, maar er staat iets in de weg.", "wachten op iets anders"),
    Lot.LOOPT: ("De bewaartermijn loopt nog.", "nog bewaren"),
    Lot.TE_BEPALEN: ("Het archief is nog niet bepaald.", "nog te bepalen"),
}


@dataclass(frozen=True)
class Archiefregel:
    """One closed zaak on the list.

    Args:
        zaak: the zaak.
        lot: what would happen to it.
        resultaat: number in the selectielijst; empty while nothing was decided.
        datum: day of destruction, or the last day for the transfer; ``None`` while it cannot be known.
        waarom: what stands in the way, in Dutch, without personal data.
    """

    zaak: Zaak
    lot: Lot
    resultaat: str = ""
    datum: date | None = None
    waarom: tuple[str, ...] = ()


def archieflijst(werk: Werkeenheid, op: date) -> tuple[Archiefregel, ...]:
    """Say of every closed zaak what would become of it on a day.

    A dossier is destroyed as a whole, since its zaken share the plan, the conversations and one key (ADR 0007); so a
    zaak waits for the other zaken of its dossier.

    Args:
        werk: a unit of work.
        op: the day.

    Returns:
        One line per closed zaak, by date; without a date comes last.
    """
    zaken = werk.zaken.zoek()
    records = {record.zaak_id: record for record in werk.archief.zoek()}
    bezwaren = Counter(item.zaak_id for item in werk.bezwaren.zoek(afgedaan_op=None))
    brieven = Counter(brief.zaak_id for brief in werk.brieven.zoek() if _is_onderweg(brief))
    per_dossier: dict[str, list[Zaak]] = defaultdict(list)
    for zaak in zaken:
        per_dossier[zaak.dossier_id].append(zaak)
    regels = [
        _regel(zaak, per_dossier[zaak.dossier_id], records, bezwaren, brieven, op)
        for zaak in zaken
        if zaak.gesloten_op is not None and zaak.gesloten_op <= op
    ]
    return tuple(sorted(regels, key=lambda regel: (regel.datum or date.max, regel.zaak.id)))


def _is_onderweg(brief: Brief) -> bool:
    return brief.status not in (Briefstatus.VERZONDEN, Briefstatus.VERVALLEN)


def _regel(
    zaak: Zaak,
    familie: Iterable[Zaak],
    records: Mapping[str, Archiefrecord],
    bezwaren: Mapping[str, int],
    brieven: Mapping[str, int],
    op: date,
) -> Archiefregel:
    record = records.get(zaak.id)
    if record is None:
        return Archiefregel(zaak, Lot.TE_BEPALEN)
    nummer = record.besluit.resultaat
    assert zaak.gesloten_op is not None
    if resultaten()[nummer].waardering is Waardering.BLIJVEND_BEWAREN:
        return Archiefregel(zaak, Lot.OVERBRENGEN, nummer, overbrengen_voor(zaak.gesloten_op))
    if record.actiedatum is None or record.actiedatum > op:
        waarom = (record.berekening["reden_blokkade"],) if record.actiedatum is None else ()
        return Archiefregel(zaak, Lot.LOOPT, nummer, record.actiedatum, waarom)
    redenen = tuple(_belemmeringen(zaak, familie, records, bezwaren, brieven, op))
    return Archiefregel(zaak, Lot.WACHT if redenen else Lot.VERNIETIGEN, nummer, record.actiedatum, redenen)


def _belemmeringen(
    zaak: Zaak,
    familie: Iterable[Zaak],
    records: Mapping[str, Archiefrecord],
    bezwaren: Mapping[str, int],
    brieven: Mapping[str, int],
    op: date,
) -> Iterable[str]:
    """Say what keeps a zaak whose term has ended; each reason by itself is enough."""
    berekening = records[zaak.id].berekening
    if berekening.get("geblokkeerd"):
        yield berekening["reden_blokkade"]
    if bezwaren.get(zaak.id):
        yield "Er loopt een bezwaar."
    if brieven.get(zaak.id):
        yield "Er wacht nog een brief op verzending."
    # the dossier goes as a whole, so what keeps another zaak of it keeps this one
    for ander in familie:
        if ander.id != zaak.id:
            yield from _van_een_ander(ander, records.get(ander.id), bezwaren, brieven, op)


def _van_een_ander(
    ander: Zaak, record: Archiefrecord | None, bezwaren: Mapping[str, int], brieven: Mapping[str, int], op: date
) -> Iterable[str]:
    if bezwaren.get(ander.id):
        yield f"In zaak {ander.id} in hetzelfde dossier loopt een bezwaar."
    if brieven.get(ander.id):
        yield f"In zaak {ander.id} in hetzelfde dossier wacht nog een brief op verzending."
    if ander.open:
        yield f"Zaak {ander.id} in hetzelfde dossier is nog open."
    elif record is None:
        yield f"Van zaak {ander.id} in hetzelfde dossier is het archief nog niet bepaald."
    elif record.berekening.get("geblokkeerd"):
        yield f"Zaak {ander.id} in hetzelfde dossier wacht op een keuze van de archivaris."
    elif record.actiedatum is None:
        yield f"Zaak {ander.id} in hetzelfde dossier wordt langer bewaard."
    elif record.actiedatum > op:
        yield f"Zaak {ander.id} in hetzelfde dossier blijft bewaard tot {datum_voluit(record.actiedatum)}."
