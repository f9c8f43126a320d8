"""Which field of a form or column of a table is which field of ours: built-in names, and a table of the gemeente."""

from __future__ import annotations

import csv
import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

from pydantic import Field, model_validator

from toegang.domain.waarde import LEEG, Tabel, Waarde
from toegang.errors import Invoerfout
from toegang_cli.invoer import lees_waarde

NEGEER = "negeer"
"""Target of a field that is of no use to anyone: it is not kept and not reported."""
VASTE_NAAM = "formulieren.toml"
"""File of a gemeente plugin with the translation of its forms."""


class Formulier(Waarde):
    """How one form, or every form, is read.

    Args:
        naam: name of the form, as in its metadata; empty = any.
        id: id of the form; empty = any.
        voor: ``CLIENT``, or ``KIND`` when the question is about the children that the form names.
        vast: our fields that the form does not ask, with their value, e.g. ``wet = "WMO"``.
        velden: name in the form → our field; ``negeer`` leaves it out.
        waarden: our field → what the form says → our value.
    """

    naam: str = ""
    id: str = ""
    voor: str = Field(default="CLIENT", pattern="^(CLIENT|KIND)$")
    vast: Tabel[str, str] = LEEG
    velden: Tabel[str, str] = LEEG
    waarden: Tabel[str, Mapping[str, str]] = LEEG

    @model_validator(mode="after")
    def _bekende_velden(self) -> Formulier:
        bekend = {*onze_velden(), NEGEER}
        vreemd = {*self.vast, *self.velden.values(), *self.waarden} - bekend
        if vreemd:
            raise ValueError(f"onbekend veld: {', '.join(sorted(vreemd))}; kies uit {', '.join(sorted(bekend))}")
        return self

    def past_bij(self, naam: str, id: str) -> bool:
        """Tell whether this is the form."""
        return (not self.naam or self.naam == naam) and (not self.id or self.id == id)

    def veld_voor(self, naam: str) -> str | None:
        """Return which field of ours a name in the form is, or ``None``."""
        eigen = {plat(bron): doel for bron, doel in self.velden.items()}
        return eigen.get(plat(naam)) or standaardnamen().get(plat(naam))

    def waarde_voor(self, veld: str, tekst: str) -> str:
        """Return our value for what the form says in a field."""
        return self.waarden.get(veld, {}).get(tekst, tekst)


class Vertaling(Waarde):
    """The translation of the forms of a gemeente (``formulieren.toml``)."""

    formulieren: tuple[Formulier, ...] = Field(alias="formulier", default=())

    def voor(self, naam: str = "", id: str = "") -> Formulier:
        """Return the translation of a form; the built-in names alone when there is none."""
        return next((item for item in self.formulieren if item.past_bij(naam, id)), Formulier())


def lees_vertaling(gekozen: Path | None, plugin_map: Path) -> Vertaling:
    """Return the translation: from the file that was named, or of the plugin, or none.

    Args:
        gekozen: file that the command line names, or ``None``.
        plugin_map: folder of the plugin of the gemeente.

    Raises:
        Invoerfout: the file cannot be read or is not right.
    """
    eigen = plugin_map / VASTE_NAAM
    bestand = gekozen or (eigen if eigen.is_file() else None)
    if bestand is None:
        return Vertaling()
    if bestand.suffix != ".toml":
        raise Invoerfout("De vertaling is geen TOML-bestand.", vervolg="Geef een bestand dat op .toml eindigt.")
    return lees_waarde(bestand, Vertaling)


def plat(naam: str) -> str:
    """Return a name without what does not count: capitals, spaces, points and hyphens."""
    return re.sub(r"[^a-z0-9]", "", naam.lower())


@cache
def standaardnamen() -> Mapping[str, str]:
    """Return our field by every name that forms give it, without capitals and signs."""
    tekst = resources.files("toegang_cli.inname").joinpath("namen.csv").read_text(encoding="utf-8")
    rijen = csv.DictReader(regel for regel in tekst.splitlines() if not regel.startswith("#"))
    namen: dict[str, str] = {}
    for rij in rijen:
        namen |= dict.fromkeys((plat(naam) for naam in (rij["veld"], *rij["namen"].split())), rij["veld"])
    return namen


def onze_velden() -> tuple[str, ...]:
    """Return our fields, in the order of the table."""
    return tuple(dict.fromkeys(standaardnamen().values()))


def als_tekst(waarde: Any) -> str:
    """Return a simple value of a form as text; a choice of several as their names."""
    if isinstance(waarde, bool):
        return "ja" if waarde else "nee"
    if isinstance(waarde, list):
        return ", ".join(als_tekst(deel) for deel in waarde)
    if isinstance(waarde, dict) and waarde and all(isinstance(deel, bool) for deel in waarde.values()):
        return ", ".join(str(naam) for naam, gekozen in waarde.items() if gekozen)
    return "" if waarde is None else str(waarde).strip()
