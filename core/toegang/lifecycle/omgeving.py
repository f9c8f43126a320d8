"""What every step of the life cycle works in: one gemeente, opened."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import TYPE_CHECKING, Protocol

from toegang.domain.begrippen import Besluitsoort, Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.organisatie import Organisatie
from toegang.plugins.bord import Hakenbord

if TYPE_CHECKING:
    from toegang.storage import Actor, Gemeenteopslag, Werkeenheid


class Besluitbrieven(Protocol):
    """Which decisions have a letter: what cannot be made known cannot be decided (Awb 3:41)."""

    def soorten(self, wet: Wet) -> tuple[Besluitsoort, ...]:
        """Return the kinds of decision under an act that some letter carries."""
        ...

    def kent_pgb(self, wet: Wet) -> bool:
        """Tell whether some letter of this act rests on an article about a pgb."""
        ...


@dataclass(frozen=True)
class Omgeving:
    """One gemeente, opened: its board, data, storage and clock.

    Args:
        naam: key, e.g. ``zwolle``.
        bord: the hook board.
        organisatie: data with the open keys filled in as far as answered.
        antwoorden: answers to the open keys.
        opslag: storage of this gemeente only.
        nu: the injected clock; instants in UTC.
        vandaag: the day in Europe/Amsterdam.
        bevestigd: rules of law that a jurist of this gemeente confirmed.
        plugin_hash: sha256 of ``organisatie.toml``.
        beleid_op: gives organisation and answers as they are on a day (B-78); ``None`` = the answers never change.
        brieven: tells which decisions have a letter; asked when one is proposed, and raises when the set is unusable.
    """

    naam: str
    bord: Hakenbord
    organisatie: Organisatie
    antwoorden: Mapping[str, str]
    opslag: Gemeenteopslag
    nu: Callable[[], datetime]
    vandaag: Callable[[], date]
    bevestigd: frozenset[str]
    plugin_hash: str
    beleid_op: Callable[[date], tuple[Organisatie, Mapping[str, str]]] | None = None
    brieven: Callable[[], Besluitbrieven] | None = None

    def beleid(self, dag: date) -> tuple[Organisatie, Mapping[str, str]]:
        """Return the organisation and the answers as they are on a day."""
        return self.beleid_op(dag) if self.beleid_op else (self.organisatie.op(dag), self.antwoorden)

    def beeld(self, peildatum: date | None = None) -> Gemeentebeeld:
        """Return the view that hooks get, with the policy of that day: today unless another day is given."""
        dag = peildatum or self.vandaag()
        organisatie, antwoorden = self.beleid(dag)
        return Gemeentebeeld(naam=self.naam, organisatie=organisatie, instellingen=antwoorden, peildatum=dag)

    def werk(self, actor: Actor) -> Werkeenheid:
        """Open a unit of work for an actor; it rolls back unless committed."""
        return self.opslag.werk(actor)

    @property
    def organisatie_hash(self) -> str:
        """sha256 over the data and the answers that decisions rest on."""
        regels = "\n".join(f"{sleutel}={waarde}" for sleutel, waarde in sorted(self.antwoorden.items()))
        return hashlib.sha256(f"{self.plugin_hash}\n{regels}".encode()).hexdigest()
