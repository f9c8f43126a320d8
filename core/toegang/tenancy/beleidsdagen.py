"""The policy of a gemeente on a day: its data, and the answers that held then (B-78)."""

from __future__ import annotations

import functools
from collections.abc import Callable, Mapping
from datetime import date

from toegang.domain.organisatie import Organisatie
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.tenancy.instellingen import Instelling, antwoorden_op

Beleid = tuple[Organisatie, Mapping[str, str]]


def beleid_per_dag(plugin: Gemeenteplugin, instellingen: Mapping[str, Instelling]) -> Callable[[date], Beleid]:
    """Return what gives organisation and answers as they are on a day, each day worked out once.

    Args:
        plugin: the plugin of the gemeente.
        instellingen: all its answers, those of later days included.
    """

    @functools.cache
    def beleid_op(dag: date) -> Beleid:
        antwoorden = antwoorden_op(instellingen, dag)
        return plugin.organisatie(antwoorden).op(dag), antwoorden

    return beleid_op
