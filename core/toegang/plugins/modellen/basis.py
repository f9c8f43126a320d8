"""What every organisation model is: hooks, and the choices that a gemeente makes in it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar, TypeVar

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.organisatie import Organisatie
from toegang.domain.veldfouten import Veldfout
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

    def gebreken(self, organisatie: Organisatie) -> tuple[Veldfout, ...]:
        """Return which choices name something that the gemeente does not have.

        Args:
            organisatie: the gemeente; its choices are valid by themselves.
        """
        zoek = {"loket": organisatie.loket, "team": organisatie.team, "functie": organisatie.functie}
        keuze = lees_keuzes(organisatie.modelkeuze, self.Keuzes)
        return tuple(
            Veldfout(("modelkeuze", veld), f"{soort} '{getattr(keuze, veld)}' bestaat niet")
            for veld, soort in self.verwijzingen().items()
            if getattr(keuze, veld) is not None and zoek[soort](getattr(keuze, veld)) is None
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
