"""The layers of a board, in their one order: standaard, model, extensions, gemeente."""

from __future__ import annotations

from collections.abc import Iterable
from importlib import metadata

from toegang.plugins.bord import Laag
from toegang.plugins.modellen import laad_model
from toegang.plugins.ontdekking import laad_uitbreiding
from toegang.plugins.standaard import Standaard
from toegang.plugins.verpakking import Herkomst


def lagen_van(
    plugin: object, herkomst: Herkomst, model: str | None, uitbreidingen: Iterable[str] = ()
) -> tuple[Laag, ...]:
    """Return the layers of a gemeente.

    Args:
        plugin: the plugin of the gemeente.
        herkomst: who that is.
        model: name of its organisation model, when it has one.
        uitbreidingen: names of the extensions that are on.

    Raises:
        PluginFout: the model does not exist, or an extension cannot be loaded.
    """
    versie = metadata.version("toegang")
    lagen = [Laag(Standaard(), Herkomst("toegang", versie, "standaard"))]
    if model is not None:
        lagen.append(Laag(laad_model(model), Herkomst(f"toegang/{model}", versie, "model")))
    for naam in uitbreidingen:
        bron, object_ = laad_uitbreiding(naam)
        lagen.append(Laag(object_, Herkomst(bron.distributie, bron.versie, "uitbreiding")))
    return (*lagen, Laag(plugin, herkomst))
