"""What a template may ask of its data: the fields of :class:`Briefgegevens`, read from their annotations."""

from __future__ import annotations

import types
import typing
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import Enum
from functools import cache
from typing import Annotated, Any, get_args, get_origin, get_type_hints

from toegang.domain.waarde import Waarde


@dataclass(frozen=True)
class Vorm:
    """The form of a value.

    Args:
        soort: its class; ``None`` = not known, and then nothing is said of it.
        deel: form of the elements, for a row or a table.
        leeg: it may be absent.
    """

    soort: type | None = None
    deel: Vorm | None = None
    leeg: bool = False

    @property
    def waarden(self) -> frozenset[str] | None:
        """The values of a closed list; ``None`` for anything else."""
        if self.soort is not None and issubclass(self.soort, Enum):
            return frozenset(str(lid.value) for lid in self.soort)
        return None

    def veld(self, naam: str) -> Vorm | None:
        """Return the form of a field or property; ``None`` when there is none of that name."""
        if self.soort is None or not issubclass(self.soort, Waarde):
            return ONBEKEND if self.soort is None or hasattr(self.soort, naam) else None
        return _veld(self.soort, naam)


@cache
def _veld(model: type[Waarde], naam: str) -> Vorm | None:
    if naam in model.model_fields:
        return vorm_van(get_type_hints(model, include_extras=True)[naam])
    eigenschap = getattr(model, naam, None)
    if isinstance(eigenschap, property) and eigenschap.fget is not None:
        return vorm_van(get_type_hints(eigenschap.fget, include_extras=True)["return"])
    return None


ONBEKEND = Vorm()
TEKST = Vorm(str)
GETAL = Vorm(int)


def rij_van(deel: Vorm) -> Vorm:
    """Return the form of a row of values."""
    return Vorm(tuple, deel)


def vorm_van(annotatie: Any) -> Vorm:
    """Return the form that an annotation describes.

    Args:
        annotatie: as written in a model.
    """
    oorsprong, delen = get_origin(annotatie), get_args(annotatie)
    if oorsprong is Annotated:
        return vorm_van(delen[0])
    if oorsprong in (typing.Union, types.UnionType):
        echt = [deel for deel in delen if deel is not types.NoneType]
        vorm = vorm_van(echt[0]) if len(echt) == 1 else ONBEKEND
        return replace(vorm, leeg=len(echt) < len(delen))
    if isinstance(oorsprong, type) and issubclass(oorsprong, Mapping):
        return Vorm(dict, vorm_van(delen[1]))
    if isinstance(oorsprong, type) and issubclass(oorsprong, Sequence):
        return rij_van(vorm_van(delen[0]) if delen else ONBEKEND)
    return Vorm(annotatie) if isinstance(annotatie, type) else ONBEKEND
