"""Every contact and appointment of a resident, for *Mijn Regie* (S-17)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from toegang.domain.gesprek import Gesprek
from toegang.domain.gespreksafspraak import Gespreksafspraak
from toegang.domain.huishouden import Meldingsrecord
from toegang.privacy import woorden
from toegang.privacy.eigendom import Eigendom
from toegang.privacy.waarden import Moment
from toegang.storage import Werkeenheid

Contact = Meldingsrecord | Gesprek | Gespreksafspraak


def eigen_momenten(werk: Werkeenheid, dossier_id: str, eigendom: Eigendom) -> frozenset[str]:
    """Return the ids of what is stored of this resident that is a contact or an appointment (S-17).

    Of a gesprek only the last version of its report counts: the older ones are of the same contact.
    """
    bronnen = _bronnen(werk, dossier_id)
    eigen = {record.id for soort, records in bronnen for record in records if eigendom.is_eigen(soort, record)}
    return frozenset(eigen - eigendom.achterhouden)


def momenten_van(werk: Werkeenheid, dossier_id: str, eigendom: Eigendom, op: date) -> tuple[Moment, ...]:
    """Return the contacts and appointments that may be shown, in order of day and time.

    Args:
        werk: a unit of work.
        dossier_id: the dossier.
        eigendom: what is this resident's; remembers what is kept back.
        op: today.
    """
    gevonden: list[Moment] = []
    for soort, records in _bronnen(werk, dossier_id):
        gevonden += [moment for record in eigendom.neem(soort, records) for moment in _van(record, op)]
    return tuple(sorted(gevonden, key=lambda moment: (moment.op, moment.tijd)))


def _bronnen(werk: Werkeenheid, dossier_id: str) -> tuple[tuple[str, tuple[Contact, ...]], ...]:
    gesprekken: dict[str, Gesprek] = {}
    for gesprek in sorted(werk.gesprekken.zoek(dossier_id=dossier_id), key=lambda item: item.versie):
        gesprekken[gesprek.zaak_id] = gesprek
    return (
        ("meldingen", werk.meldingen.zoek(dossier_id=dossier_id)),
        ("gesprekken", tuple(gesprekken.values())),
        ("gespreksafspraken", werk.gespreksafspraken.zoek(dossier_id=dossier_id)),
    )


def _van(record: object, op: date) -> Iterable[Moment]:
    if isinstance(record, Meldingsrecord):
        return _melding(record)
    if isinstance(record, Gesprek):
        return _gesprek(record)
    return _afspraak(record, op) if isinstance(record, Gespreksafspraak) else ()


def _melding(record: Meldingsrecord) -> Iterable[Moment]:
    for contact in record.contacten:
        yield Moment(kenmerk=record.id, op=contact.op, wat=woorden.eerder_contact(contact.kanaal))
    yield Moment(kenmerk=record.id, op=record.melding.ontvangen_op, wat=woorden.melding(record.melding.kanaal))
    for dag in dict.fromkeys(item.op for item in record.verhelderingen):
        yield Moment(kenmerk=record.id, op=dag, wat="Eerste contact over uw vraag.")


def _gesprek(gesprek: Gesprek) -> Iterable[Moment]:
    yield Moment(kenmerk=gesprek.id, op=gesprek.op, wat=woorden.gesprek(gesprek.plaats))
    tweede = gesprek.deel_2
    if tweede is not None and tweede.op != gesprek.op:
        yield Moment(kenmerk=gesprek.id, op=tweede.op, wat="Tweede deel van het gesprek.")


def _afspraak(afspraak: Gespreksafspraak, op: date) -> Iterable[Moment]:
    komt = afspraak.staat and afspraak.op >= op
    wat = woorden.afspraak(afspraak)
    yield Moment(kenmerk=afspraak.id, op=afspraak.op, tijd=afspraak.tijd, wat=wat, afspraak=komt)
