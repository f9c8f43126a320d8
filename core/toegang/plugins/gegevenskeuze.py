"""Free tables of ``organisatie.toml`` (``[modelkeuze]``, ``[plugin]``), read as the value that their owner declares."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeVar

from pydantic import ValidationError

from toegang.domain.organisatie import Organisatie
from toegang.domain.veldfouten import Veldfout, losse_veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import PluginFout

K = TypeVar("K", bound=Waarde)


def lees_keuzes(tabel: Mapping[str, Any], soort: type[K]) -> K:
    """Return a free table as a value.

    Args:
        tabel: the table, with the open keys filled in.
        soort: what its owner declares.

    Raises:
        ValidationError: it is not valid; :meth:`~toegang.plugins.gemeenteplugin.Gemeenteplugin.organisatie` found
            that out before any hook is called.
    """
    return soort.model_validate(dict(tabel))


def tabelfouten(naam: str, tabel: Any, soort: type[Waarde]) -> tuple[Veldfout, ...]:
    """Return what is wrong with a free table, each with its key path.

    Args:
        naam: its name.
        tabel: its content; anything else than a table was refused before.
        soort: what its owner declares.
    """
    if not isinstance(tabel, Mapping):
        return ()
    try:
        lees_keuzes(tabel, soort)
    except ValidationError as fout:
        return tuple(Veldfout((naam, *item.pad), item.wat) for item in losse_veldfouten(fout))
    return ()


def keuzefouten(organisatie: Organisatie) -> tuple[Veldfout, ...]:
    """Return what is wrong with the model of a gemeente and its choices in it, each with its key path."""
    # the models use the building blocks, and those are loaded only by a gemeente that has a model
    from toegang.plugins.modellen import laad_model

    if organisatie.model is None:
        zonder = Veldfout(("modelkeuze",), 'er is geen model gekozen; zet model = "..." erbij of laat dit weg')
        return (zonder,) if organisatie.modelkeuze else ()
    try:
        model = laad_model(organisatie.model)
    except PluginFout as fout:
        return (Veldfout(("model",), f"'{organisatie.model}' bestaat niet. {fout.vervolg}"),)
    fouten = tabelfouten("modelkeuze", organisatie.modelkeuze, model.Keuzes)
    return fouten or model.gebreken(organisatie)
