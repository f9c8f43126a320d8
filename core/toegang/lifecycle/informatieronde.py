"""One informatiebrief to many: put in line per resident, after which the batch makes and sends them as any other.

A round has a name, so that doing it again adds only what was not there yet: nobody gets the same letter twice.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from toegang.domain.brief import Briefstatus, Informatietekst
from toegang.domain.rondenaam import vereis_rondenaam
from toegang.domain.zaak import Zaak
from toegang.errors import Conflict
from toegang.lifecycle.informeren import vereis_informatie
from toegang.lifecycle.nazorg import wie
from toegang.lifecycle.omgeving import Omgeving
from toegang.lifecycle.procesbrief import INFORMATIE, brieven_van, leg_procesbrief_klaar
from toegang.lifecycle.zaakselectie import vereis_zaken
from toegang.storage import Actor, Werkeenheid

_PER_COMMIT = 100
_VOORVOEGSEL = "ronde:"
Voortgang = Callable[[int, int], None]


class Informatiestand(StrEnum):
    """What became of a zaak that was named."""

    KLAAR = "brief staat klaar"
    AL_KLAAR = "had deze brief al"
    ZELFDE_INWONER = "inwoner krijgt hem in een andere zaak"
    OVERLEDEN = "inwoner is overleden"


@dataclass(frozen=True)
class Informatieregel:
    """One zaak of a round.

    Args:
        zaak: zaaknummer.
        stand: what became of it.
        brief: id of the letter, if there is one.
    """

    zaak: str
    stand: Informatiestand
    brief: str | None = None


def aanleiding_van(ronde: str) -> str:
    """Return by what a letter of a round is recognised."""
    return f"{_VOORVOEGSEL}{ronde}"


def ronde_van(aanleiding: str) -> str:
    """Return the name of the round that a letter belongs to; empty when it belongs to none."""
    return aanleiding.removeprefix(_VOORVOEGSEL) if aanleiding.startswith(_VOORVOEGSEL) else ""


def informeer_ronde(
    omgeving: Omgeving,
    actor: Actor,
    ronde: str,
    tekst: Informatietekst,
    zaken: Mapping[int, str],
    bestand: str,
    voortgang: Voortgang | None = None,
) -> tuple[Informatieregel, ...]:
    """Put an informatiebrief in line in many zaken, one per resident.

    Args:
        omgeving: the gemeente.
        actor: who writes it; must be a medewerker.
        ronde: name of the round, e.g. ``nieuw-nummer``; no personal data.
        tekst: what it says; the same as before when the round is taken up again.
        zaken: number of the line in the list → zaaknummer, in the order in which the letters are put in line.
        bestand: name of the list, for messages.
        voortgang: told how many of how many zaken are done.

    Returns:
        Every zaak once, in that order, with what became of it.

    Raises:
        NietToegestaan: no medewerker, or the text decides on a right or speaks of remedies.
        Invoerfout: the name is not right, or a zaak does not exist; nothing is stored then.
        Conflict: the round was begun with another text.
    """
    vereis_rondenaam(ronde)
    vereis_informatie(tekst)
    uniek = tuple(dict.fromkeys(zaken.values()))
    with omgeving.werk(actor) as werk:
        wie(werk, actor, "Een informatiebrief")
        vereis_zaken(werk, omgeving.naam, bestand, zaken)
        gehad = dict(_gehad(werk, ronde, tekst))
    regels: list[Informatieregel] = []
    with omgeving.opslag.doorlopend():
        for begin in range(0, len(uniek), _PER_COMMIT):
            with omgeving.werk(actor) as werk:
                regels += _zet_klaar(werk, omgeving, ronde, tekst, uniek[begin : begin + _PER_COMMIT], gehad)
                werk.commit()
            if voortgang:
                voortgang(len(regels), len(uniek))
    return tuple(regels)


def _gehad(werk: Werkeenheid, ronde: str, tekst: Informatietekst) -> Iterator[tuple[str, str]]:
    """Give who has a letter of this round already: client → zaak."""
    eerder = [
        item
        for item in werk.brieven.zoek(sjabloon=INFORMATIE)
        if item.aanleiding == aanleiding_van(ronde) and item.status is not Briefstatus.VERVALLEN
    ]
    if any(item.tekst != tekst for item in eerder):
        raise Conflict(
            f"Ronde {ronde} is begonnen met een andere tekst ({len(eerder)} brieven).",
            vervolg="Geef de nieuwe brief een eigen naam met --ronde. Er is niets klaargezet.",
        )
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek(id=sorted({item.zaak_id for item in eerder}))}
    yield from ((zaken[item.zaak_id].client_id, item.zaak_id) for item in eerder if item.zaak_id in zaken)


def _zet_klaar(
    werk: Werkeenheid,
    omgeving: Omgeving,
    ronde: str,
    tekst: Informatietekst,
    deel: Sequence[str],
    gehad: dict[str, str],
) -> Iterator[Informatieregel]:
    zaken = {zaak.id: zaak for zaak in werk.zaken.zoek(id=list(deel))}
    werk.lees_vooraf({zaak.dossier_id for zaak in zaken.values()})
    for nummer in deel:
        zaak = zaken[nummer]
        if zaak.client_id in gehad:
            yield _niet_nog_eens(werk, zaak, ronde, gehad[zaak.client_id])
        elif werk.inwoners.haal(zaak.client_id).overleden:
            yield Informatieregel(nummer, Informatiestand.OVERLEDEN)
        else:
            brief = leg_procesbrief_klaar(werk, omgeving, zaak, INFORMATIE, aanleiding_van(ronde), tekst=tekst)
            gehad[zaak.client_id] = nummer
            yield Informatieregel(nummer, Informatiestand.KLAAR, brief.id)


def _niet_nog_eens(werk: Werkeenheid, zaak: Zaak, ronde: str, waar: str) -> Informatieregel:
    if waar != zaak.id:
        return Informatieregel(zaak.id, Informatiestand.ZELFDE_INWONER)
    eerder = brieven_van(werk, zaak.id, aanleiding_van(ronde))
    return Informatieregel(zaak.id, Informatiestand.AL_KLAAR, eerder[0].id if eerder else None)
