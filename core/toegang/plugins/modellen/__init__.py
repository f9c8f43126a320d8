"""Organisation models: ways of working that a gemeente chooses by name, with ``model = "…"`` in ``organisatie.toml``.

Each was derived from a real gemeente and says nothing of that gemeente: names of teams, doors and functies come
from the data, what else it must know from ``[modelkeuze]``. A model is imported only by the gemeente that uses it.
"""

from __future__ import annotations

import importlib

from toegang.errors import PluginFout
from toegang.plugins.modellen.basis import Organisatiemodel

_PLAATS = {
    "administratieloket": "toegang.plugins.modellen.administratieloket",
    "pleinen": "toegang.plugins.modellen.pleinen",
    "telefoonfilter": "toegang.plugins.modellen.telefoonfilter",
    "wijkteams": "toegang.plugins.modellen.wijkteams",
}
MODELLEN = tuple(sorted(_PLAATS))
"""The names that may stand behind ``model``."""


def laad_model(naam: str) -> Organisatiemodel:
    """Return a model.

    Args:
        naam: one of :data:`MODELLEN`.

    Raises:
        PluginFout: there is no such model; names those that are there.
    """
    if naam not in _PLAATS:
        raise PluginFout(
            f"Het organisatiemodel '{naam}' bestaat niet.",
            vervolg=f"Kies uit: {', '.join(MODELLEN)}; of laat de sleutel 'model' weg.",
        )
    model = importlib.import_module(_PLAATS[naam]).model
    assert isinstance(model, Organisatiemodel)
    return model
