"""What a resident may be asked to hand in, and where the government has it already (L-105, B-65, Z-24)."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from toegang.domain.gegevens import lees_csv
from toegang.domain.waarde import Waarde


class Opvraagbaar(Waarde):
    """Something that may be asked for.

    Args:
        id: key, e.g. ``adres``.
        naam: what it is called.
        bron: ``BRP`` or ``UWV`` when it is to be had there; empty when only the resident has it.
        velden: fields of a person that hold it, when the file does.
    """

    id: str
    naam: str
    bron: str = ""
    velden: tuple[str, ...] = ()


@cache
def opvraagbaar() -> tuple[Opvraagbaar, ...]:
    """Return everything that may be asked for, in the order of the file.

    Raises:
        ToegangFout: the file is absent or a row is faulty.
    """

    def maak(rij: Mapping[str, str]) -> Opvraagbaar:
        velden = tuple(rij["velden"].split())
        return Opvraagbaar(id=rij["id"], naam=rij["naam"], bron=rij["bron"], velden=velden)

    return lees_csv("opvraagbaar.csv", maak)


def uit_bron(ids: tuple[str, ...], bron: str) -> tuple[str, ...]:
    """Return the names of what is asked for and is to be had at a source.

    Args:
        ids: what is asked for.
        bron: ``BRP`` or ``UWV``.
    """
    return tuple(item.naam for item in opvraagbaar() if item.id in ids and item.bron == bron)
