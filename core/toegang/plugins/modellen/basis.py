"""What every organisation model is: hooks, and the choices that a gemeente makes in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, ClassVar, TypeVar

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.waarde import Waarde
from toegang.hookspecs import Haken
from toegang.plugins.gegevenskeuze import lees_keuzes

K = TypeVar("K", bound=Waarde)


class Keuzes(Waarde):
    """The choices of a model that leaves nothing to choose."""


class Organisatiemodel(Haken):
    """A way of working that gemeenten share.

    Attributes:
        naam: key behind ``model``.
        naar: gemeente from which it was derived.
        uitleg: what is particular about it, in one Dutch sentence.
        Keuzes: what ``[modelkeuze]`` may hold.
    """

    naam: ClassVar[str]
    naar: ClassVar[str]
    uitleg: ClassVar[str]
    Keuzes: ClassVar[type[Waarde]] = Keuzes

    def gebreken(self, keuzes: Mapping[str, Any], namen: Mapping[str, frozenset[str]]) -> tuple[str, ...]:
        """Return what is wrong with the choices, in Dutch; e.g. a team that the gemeente does not have.

        Args:
            keuzes: the table ``[modelkeuze]``, valid by itself.
            namen: ids of the gemeente by kind: ``loket``, ``team`` and ``functie``.
        """
        return tuple(
            f"modelkeuze.{veld}: {soort} '{keuzes[veld]}' bestaat niet"
            for veld, soort in self.verwijzingen().items()
            if keuzes.get(veld) and keuzes[veld] not in namen[soort]
        )

    @classmethod
    def verwijzingen(cls) -> Mapping[str, str]:
        """Return which choices name something of the gemeente: field → ``loket``, ``team`` or ``functie``."""
        return {}


def keuzes(gemeente: Gemeentebeeld, soort: type[K]) -> K:
    """Return the choices of a gemeente in its model.

    Args:
        gemeente: the view that a hook gets.
        soort: the model of the choices.
    """
    return lees_keuzes(gemeente.organisatie.modelkeuze, soort)
