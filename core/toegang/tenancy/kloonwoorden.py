"""Which texts may stay in a clone: words of the organisation, of its rules and of the product catalogue."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from toegang.domain.levensdomeinen import levensdomeinen, zrm_domeinen
from toegang.domain.producten import producten
from toegang.guards.register import REGELS
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek
from toegang.tenancy.instellingen import antwoorden_op
from toegang.tenancy.register import Register


def kloonwoorden(register: Register, naam: str, dag: date) -> frozenset[str]:
    """Return the texts that tell nothing of a person, because everybody can read them.

    Args:
        register: the gemeenten of this machine.
        naam: the gemeente.
        dag: the day on which her answers are read.

    Raises:
        PluginFout: her plugin cannot be used.
    """
    plugin = laad_plugin(zoek(register.haal(naam).plugin))
    organisatie = plugin.organisatie(antwoorden_op(register.lees_instellingen(naam), dag))
    woorden = {*levensdomeinen(), *zrm_domeinen()}
    woorden |= {*_teksten(organisatie.model_dump(mode="json"))}
    for product in producten():
        woorden |= {product.id, product.naam, product.artikel}
    for regel in REGELS.values():
        woorden |= {regel.id, regel.titel, regel.grondslag}
    return frozenset(woorden)


def _teksten(deel: Any) -> Iterator[str]:
    if isinstance(deel, str):
        yield deel
    elif isinstance(deel, Mapping):
        for naam, item in deel.items():
            yield from (str(naam), *_teksten(item))
    elif isinstance(deel, list | tuple):
        for item in deel:
            yield from _teksten(item)
