"""Loading the plugin of one gemeente, and building her hook board out of it."""

from __future__ import annotations

from toegang.domain.organisatie import Organisatie
from toegang.errors import PluginFout
from toegang.plugins.bord import Hakenbord
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.hookspoor import luisteraar_van_machine
from toegang.plugins.ontdekking import Inschrijving, laad
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.verpakking import Bewaking, Herkomst


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


def maak_bord(naam: str, plugin: Gemeenteplugin, inschrijving: Inschrijving, organisatie: Organisatie) -> Hakenbord:
    """Build the hook board of a gemeente: standaard, model, enabled extensions, gemeente.

    Args:
        naam: key, for messages.
        plugin: its plugin.
        inschrijving: where that comes from.
        organisatie: its data; they name the model and the extensions.

    Raises:
        PluginFout: the model does not exist, an extension cannot be loaded, or a plugin does not fit the hooks.
    """
    herkomst = Herkomst(inschrijving.distributie, inschrijving.versie, "gemeente")
    lagen = lagen_van(plugin, herkomst, organisatie.model, organisatie.uitbreidingen)
    return Hakenbord(naam, lagen, Bewaking(luisteraar=luisteraar_van_machine()))
