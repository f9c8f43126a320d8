"""The contract checks: one per kind of mistake, in the order in which a newcomer meets them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import Enum, auto
from functools import cached_property

from toegang.testing.bevinding import Bevinding
from toegang.testing.proefstuk import Proefstuk
from toegang.testing.vraaggesprek import Uitkomsten, ondervraag


class Proef:
    """One run of the checks over one plugin; what several of them need is done once.

    Args:
        stuk: the plugin.
    """

    def __init__(self, stuk: Proefstuk) -> None:
        self.stuk = stuk

    @cached_property
    def uitkomsten(self) -> tuple[Uitkomsten, ...]:
        """What came of the standard set of cases; empty when there is no board."""
        return ondervraag(self.stuk) if self.stuk.bord is not None else ()


class Nodig(Enum):
    """What a check needs of the plugin."""

    NIETS = auto()
    PLUGIN = auto()
    GEGEVENS = auto()
    BORD = auto()


Controle = Callable[[Proef], Iterable[Bevinding]]


@dataclass(frozen=True)
class Contracttoets:
    """One check.

    Args:
        id: name, as in ``test_<id>``.
        zin: what holds when it passes, in one Dutch sentence.
        controle: gives the faults.
        uitbreiding: it is for extensions too.
        nodig: how far the plugin must have come for it to say anything.
    """

    id: str
    zin: str
    controle: Controle
    uitbreiding: bool
    nodig: Nodig = Nodig.NIETS

    def kan(self, proef: Proef) -> bool:
        """Tell whether it can be run; if not, an earlier check says why."""
        stuk = proef.stuk
        if self.nodig is Nodig.BORD:
            return stuk.bord is not None
        if self.nodig is Nodig.GEGEVENS:
            return stuk.organisatie is not None
        return self.nodig is Nodig.NIETS or stuk.plugin is not None


TOETSEN: dict[str, Contracttoets] = {}


def contracttoets(
    id: str, zin: str, *, uitbreiding: bool = False, nodig: Nodig = Nodig.BORD
) -> Callable[[Controle], Controle]:
    """Register a check; see :class:`Contracttoets`.

    Raises:
        ValueError: the id is taken.
    """

    def registreer(controle: Controle) -> Controle:
        if id in TOETSEN:
            raise ValueError(f"contracttoets {id} bestaat al")
        TOETSEN[id] = Contracttoets(id, zin, controle, uitbreiding, nodig)
        return controle

    return registreer


def alle_toetsen(*, uitbreiding: bool = False) -> tuple[Contracttoets, ...]:
    """Return the checks for a gemeente or an extension, in order."""
    import toegang.testing.toetsen  # noqa: F401  registers them

    return tuple(item for item in TOETSEN.values() if item.uitbreiding or not uitbreiding)


def voer_uit(proef: Proef, toets: Contracttoets) -> tuple[Bevinding, ...]:
    """Run one check; each fault once, in order."""
    return tuple(dict.fromkeys(toets.controle(proef)))
