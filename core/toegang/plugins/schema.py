"""JSON Schema of ``organisatie.toml``, for editors and for ``toegang gemeente schema``."""

from __future__ import annotations

import inspect
import re
import warnings
from typing import Any

from pydantic import BaseModel
from pydantic.json_schema import PydanticJsonSchemaWarning

from toegang.domain.organisatie import Organisatie
from toegang.plugins.gemeenteplugin import GeenInstellingen, Gemeenteplugin
from toegang.plugins.modellen import MODELLEN, laad_model

_ARGUMENT = re.compile(r"^ {4}(\w+): (.*)$")


def organisatieschema(plugin: Gemeenteplugin | None = None) -> dict[str, Any]:
    """Return the schema.

    Args:
        plugin: whose own settings and model are filled in; ``None`` = any plugin, any model.

    Returns:
        JSON Schema, draft 2020-12; every value may also be ``open:<sleutel>`` where the format is text.
    """
    with warnings.catch_warnings():
        # an empty table as default is no JSON; the schema goes without that default
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)
        schema = Organisatie.model_json_schema(by_alias=True)
    schema["$schema"] = "https://json-schema.org/draft/2020-12/schema"
    schema["title"] = "organisatie.toml"
    velden = schema["properties"]
    velden["model"] = {"description": "organisation model", "enum": list(MODELLEN)}
    model = plugin.ruw.get("model") if plugin is not None else None
    velden["modelkeuze"] = _keuzes(schema, [model] if model in MODELLEN else list(MODELLEN))
    eigen = plugin.Instellingen if plugin is not None else GeenInstellingen
    velden["plugin"] = {"type": "object"} if plugin is None else _van(schema, eigen)
    for soort in _soorten(Organisatie):
        _beschrijf(schema, soort)
    return schema


def _keuzes(schema: dict[str, Any], modellen: list[str]) -> dict[str, Any]:
    delen = [_van(schema, laad_model(naam).Keuzes, f"Keuzes_{naam}") for naam in modellen]
    return delen[0] if len(delen) == 1 else {"anyOf": delen}


def _van(schema: dict[str, Any], soort: type[BaseModel], naam: str = "Instellingen") -> dict[str, Any]:
    deel = soort.model_json_schema(by_alias=True)
    schema["$defs"] |= deel.pop("$defs", {})
    uitleg = _argumenten(soort)
    for veld, vorm in deel.get("properties", {}).items():
        if veld in uitleg:
            vorm["description"] = uitleg[veld]
    schema["$defs"][naam] = deel
    return {"$ref": f"#/$defs/{naam}"}


def _soorten(soort: type[BaseModel]) -> set[type[BaseModel]]:
    gevonden: set[type[BaseModel]] = set()
    rij = [soort]
    while rij:
        nu = rij.pop()
        if nu not in gevonden:
            gevonden.add(nu)
            for veld in nu.model_fields.values():
                rij += _modellen(veld.annotation)
    return gevonden


def _modellen(aanduiding: Any) -> list[type[BaseModel]]:
    if isinstance(aanduiding, type) and issubclass(aanduiding, BaseModel):
        return [aanduiding]
    return [soort for deel in getattr(aanduiding, "__args__", ()) for soort in _modellen(deel)]


def _beschrijf(schema: dict[str, Any], soort: type[BaseModel]) -> None:
    """Put the words of the docstring with each key."""
    deel = schema if soort is Organisatie else schema["$defs"].get(soort.__name__, {})
    uitleg = _argumenten(soort)
    for veld, info in soort.model_fields.items():
        vorm = deel.get("properties", {}).get(info.alias or veld)
        if vorm is not None and veld in uitleg:
            vorm.setdefault("description", uitleg[veld])


def _argumenten(soort: type[BaseModel]) -> dict[str, str]:
    """Return the arguments of a docstring with their words, also those that a parent explains."""
    gevonden: dict[str, str] = {}
    for klasse in reversed(soort.__mro__):
        laatste = ""
        for regel in (inspect.cleandoc(klasse.__doc__) if klasse.__doc__ else "").splitlines():
            if treffer := _ARGUMENT.match(regel):
                laatste = treffer[1]
                gevonden[laatste] = treffer[2]
            elif laatste and regel.startswith("        "):
                gevonden[laatste] += f" {regel.strip()}"
            else:
                laatste = ""
    return gevonden
