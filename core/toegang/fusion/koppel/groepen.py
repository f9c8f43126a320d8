"""From pairs to persons: never a person in which two records contradict each other; undone as easily as done."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from toegang.fusion.koppel.paren import Paar, Zekerheid, paar_id


@dataclass(frozen=True)
class Indeling:
    """Who is one person.

    Args:
        persoon: record id → id of the person, as proposed.
        vast: record id → id of the person, without what no person decided yet.
        zekerheid: record id → how sure its place is.
        leden: id of the proposed person → records, in order.
    """

    persoon: Mapping[str, str]
    vast: Mapping[str, str]
    zekerheid: Mapping[str, Zekerheid]
    leden: Mapping[str, tuple[str, ...]]


@dataclass
class _Bos:
    """Sets of records that grow together, each with what it holds."""

    ouder: dict[str, str] = field(default_factory=dict)
    leden: dict[str, list[str]] = field(default_factory=dict)

    def wortel(self, record: str) -> str:
        while self.ouder.setdefault(record, record) != record:
            self.ouder[record] = record = self.ouder[self.ouder[record]]
        return record

    def van(self, record: str) -> list[str]:
        return self.leden.setdefault(self.wortel(record), [record])

    def voeg_samen(self, een: str, ander: str) -> None:
        a, b = sorted((self.wortel(een), self.wortel(ander)))
        if a != b:
            samen = self.van(a) + self.van(b)
            self.ouder[b] = a
            self.leden.pop(b)
            self.leden[a] = samen


def deel_in(
    records: Iterable[str],
    paren: Iterable[Paar],
    botst: Callable[[str, str], bool],
    besluiten: Mapping[str, bool],
) -> Indeling:
    """Return who is one person.

    Records that persons decided on come first, then what is sure, then proposals, the strongest first. Two groups
    are not joined when a record of one contradicts a record of the other, or a person said that they are two.

    Args:
        records: all records.
        paren: all pairs.
        botst: tells whether two records cannot be one person.
        besluiten: id of a pair → what persons decided: one person, or two.

    Returns:
        The division; it depends on the pairs and decisions only, so a decision that is taken back leaves no trace.
    """
    records = tuple(records)
    paren = sorted(paren, key=lambda paar: (-paar.gewicht, paar.id))
    vast, voorstel = _Bos(), _Bos()
    for bos in (vast, voorstel):
        for paar in paren:
            if besluiten.get(paar.id) is True:
                bos.voeg_samen(*paar.records)
        for paar in paren:
            if paar.zekerheid is Zekerheid.ZEKER and paar.id not in besluiten:
                _probeer(bos, paar, botst, besluiten)
    for paar in paren:
        if paar.zekerheid is not Zekerheid.ZEKER and paar.id not in besluiten:
            _probeer(voorstel, paar, botst, besluiten)
    zekerheid = _zekerheden(records, paren, vast, voorstel, besluiten)
    leden = {persoon_id(groep): tuple(sorted(groep)) for groep in _groepen(records, voorstel)}
    return Indeling(
        persoon={record: naam for naam, groep in leden.items() for record in groep},
        vast={record: persoon_id(groep) for groep in _groepen(records, vast) for record in groep},
        zekerheid=zekerheid,
        leden=leden,
    )


def persoon_id(groep: Iterable[str]) -> str:
    """Return the id of a person: of the first of its records, so that it stays when others join."""
    return "P-" + hashlib.sha256(min(groep).encode()).hexdigest()[:12]


def _probeer(bos: _Bos, paar: Paar, botst: Callable[[str, str], bool], besluiten: Mapping[str, bool]) -> None:
    links, rechts = bos.wortel(paar.links), bos.wortel(paar.rechts)
    if links == rechts:
        return
    for een in bos.van(links):
        for ander in bos.van(rechts):
            if besluiten.get(paar_id(een, ander)) is False or botst(een, ander):
                return
    bos.voeg_samen(links, rechts)


def _groepen(records: tuple[str, ...], bos: _Bos) -> list[list[str]]:
    return list({bos.wortel(record): bos.van(record) for record in records}.values())


def _zekerheden(
    records: tuple[str, ...], paren: list[Paar], vast: _Bos, voorstel: _Bos, besluiten: Mapping[str, bool]
) -> dict[str, Zekerheid]:
    zekerheid = dict.fromkeys(records, Zekerheid.ENKEL)
    for paar in paren:
        if besluiten.get(paar.id) is False or voorstel.wortel(paar.links) != voorstel.wortel(paar.rechts):
            continue
        sterkte = Zekerheid.ZEKER if vast.wortel(paar.links) == vast.wortel(paar.rechts) else paar.zekerheid
        for record in paar.records:
            if _RANG[sterkte] > _RANG[zekerheid[record]]:
                zekerheid[record] = sterkte
    return zekerheid


_RANG = {Zekerheid.ENKEL: 0, Zekerheid.MOGELIJK: 1, Zekerheid.WAARSCHIJNLIJK: 2, Zekerheid.ZEKER: 3}
