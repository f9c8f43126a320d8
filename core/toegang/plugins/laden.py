"""Loading the plugin of one gemeente, and building her hook board out of it."""

from __future__ import annotations

from toegang.errors import PluginFout
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.ontdekking import Inschrijving, laad, laad_uitbreiding
from toegang.plugins.verpakking import Herkomst


def laad_plugin(inschrijving: Inschrijving) -> Gemeenteplugin:
    """Import the plugin of one gemeente, and of no other.

    Raises:
        PluginFout: it cannot be imported, or is no :class:`Gemeenteplugin`.
    """
    plugin = laad(inschrijving)
    if not isinstance(plugin, Gemeenteplugin):
        raise PluginFout(
            f"Plugin '{inschrijving.naam}' ({inschrijving.distributie}) is geen Gemeenteplugin.",
            vervolg="Laat de entry point wijzen naar: plugin = Gemeenteplugin.uit_pakket(__name__)",
        )
    return plugin


def maak_bord(
    naam: str, plugin: Gemeenteplugin, inschrijving: Inschrijving, uitbreidingen: tuple[str, ...]
) -> Hakenbord:
    """Build the hook board of a gemeente: standaard, enabled extensions, gemeente.

    Args:
        naam: key, for messages.
        plugin: its plugin.
        inschrijving: where that comes from.
        uitbreidingen: names of the enabled extensions.

    Raises:
        PluginFout: an extension cannot be loaded, or a plugin does not fit the hooks.
    """
    from importlib import metadata

    from toegang.plugins.standaard import Standaard

    lagen = [Laag(Standaard(), Herkomst("toegang", metadata.version("toegang"), "standaard"))]
    for uitbreiding in uitbreidingen:
        bron, object_ = laad_uitbreiding(uitbreiding)
        lagen.append(Laag(object_, Herkomst(bron.distributie, bron.versie, "uitbreiding")))
    lagen.append(Laag(plugin, Herkomst(inschrijving.distributie, inschrijving.versie, "gemeente")))
    return Hakenbord(naam, tuple(lagen))
