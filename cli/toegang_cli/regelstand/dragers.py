"""What carries a rule: a registered object, or a key of data. A comment carries nothing, nor does a mention."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any

from toegang import guards
from toegang.domain.gegevens import lees_csv
from toegang.domain.ingebouwd import INGEBOUWD, laad_ingebouwd
from toegang.domain.opschorting import opschortingsgronden, verdagingsregels
from toegang.domain.regelboek import Boeksterkte, regelboek
from toegang.domain.termijnparameters import (
    EigenTermijn,
    Parameter,
    bedragparameters,
    eigen_termijnen,
    termijnparameters,
)
from toegang.guards.register import REGELS, Regelsoort
from toegang.letters.documenttoets import TOETSEN
from toegang.letters.documentwensen import WAARSCHUWT
from toegang.letters.procestoetsen import PROCESTOETSEN
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.keuze import VOORKEUREN
from toegang.plugins.laden import laad_plugin
from toegang.plugins.ontdekking import zoek

assert guards.__all__  # importing the package is what registers the rules

GEMEENTEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
BESTANDEN: Mapping[str, str] = {"L-43": "feestdagen.csv", "L-46": "bezwaarijkpunten.csv", "L-136": "verwerkingen.csv"}
"""Rules of which a whole packaged table is the data."""
RIJEN = ("afwijzingsgronden.csv", "eigen_bijdrage.csv", "motiveringsstappen.csv", "wetsfasen.csv")
"""Packaged tables of which every row names its rule in its first column, ``regel``."""


class Dragersoort(StrEnum):
    """Kinds of carrier."""

    REGEL = "regel"
    DOCUMENT = "documenttoets"
    VOORKEUR = "voorkeur"
    GEGEVENS = "gegevens"
    OPEN = "open sleutel"
    TERMIJN = "termijn"
    INGEBOUWD = "ingebouwd"


@dataclass(frozen=True)
class Drager:
    """Something that can be switched off and then makes the rule disappear.

    Args:
        regel: id of the rule.
        soort: kind.
        waar: module with function, or gemeente with key.
        moment: the step at which it is checked, if it is.
    """

    regel: str
    soort: Dragersoort
    waar: str
    moment: str = ""


@cache
def plugin_van(gemeente: str) -> Gemeenteplugin:
    """Return the plugin of one of our gemeenten.

    Raises:
        PluginFout: it is not installed.
    """
    return laad_plugin(zoek(gemeente))


def dragers() -> dict[str, tuple[Drager, ...]]:
    """Return what carries each rule, by id; rules that nothing carries are not in it.

    Raises:
        PluginFout: one of our gemeenten is not installed.
    """
    gevonden: dict[str, list[Drager]] = {}
    for drager in (*_objecten(), *_ingebouwd(), *_van_gemeenten(), *_van_de_wet()):
        gevonden.setdefault(drager.regel, []).append(drager)
    return {id: tuple(gevonden[id]) for id in regelboek() if id in gevonden}


def warnt_alleen(id: str) -> bool:
    """Tell whether the registered object of a rule never refuses."""
    soorten = {item.soort for (regel, _), item in REGELS.items() if regel == id}
    return soorten == {Regelsoort.WAARSCHUWING}


def _objecten() -> Iterator[Drager]:
    for (id, moment), item in sorted(REGELS.items()):
        if _geldt_ergens(id):
            yield Drager(id, Dragersoort.REGEL, _plaats(item.toets), moment.lower())
    for id, (_, toets) in (*TOETSEN.items(), *PROCESTOETSEN.items()):
        yield Drager(id, Dragersoort.DOCUMENT, _plaats(toets), "document")
    for id, eis in WAARSCHUWT.items():
        yield Drager(id, Dragersoort.DOCUMENT, _plaats(eis.toets), "document")
    for voorkeur in VOORKEUREN:
        for id in voorkeur.regels:
            yield Drager(id, Dragersoort.VOORKEUR, f"plugins.keuze:{voorkeur.code}", "team")


def _ingebouwd() -> Iterator[Drager]:
    laad_ingebouwd()
    for item in INGEBOUWD.values():
        yield Drager(item.id, Dragersoort.INGEBOUWD, item.plaats)


def _geldt_ergens(id: str) -> bool:
    """Tell whether a rule is on in the gemeente whose rule it is; the law and article 003 are on everywhere."""
    eigenaar = regelboek()[id].herkomst
    if eigenaar not in GEMEENTEN:
        return True
    basis = any(item.basis for (regel, _), item in REGELS.items() if regel == id)
    return basis or id in plugin_van(eigenaar).ruw.get("regels", {})


def _van_gemeenten() -> Iterator[Drager]:
    for gemeente in GEMEENTEN:
        ruw = plugin_van(gemeente).ruw
        for id, eigen in ruw.get("regels", {}).items():
            for sleutel in eigen.get("gegevens", ()):
                yield Drager(id, Dragersoort.GEGEVENS, f"{gemeente}:{sleutel}")
        for item in _open(ruw):
            yield Drager(item["regel"], Dragersoort.OPEN, f"{gemeente}:open.{item['sleutel']}")


def _open(ruw: Mapping[str, Any]) -> Iterator[Mapping[str, Any]]:
    """Give the open keys of rules that are open; elsewhere an open key is a detail, not the rule."""
    for item in ruw.get("open", ()):
        regel = regelboek().get(item["regel"])
        if regel is not None and regel.sterkte is Boeksterkte.OPEN:
            yield item


def _van_de_wet() -> Iterator[Drager]:
    parameters: tuple[Parameter | EigenTermijn, ...] = (
        *termijnparameters(),
        *bedragparameters(),
        *eigen_termijnen(),
        *opschortingsgronden(),
        *verdagingsregels(),
    )
    for parameter in parameters:
        yield Drager(parameter.regel, Dragersoort.TERMIJN, f"termijnen.toml:{parameter.sleutel}")
    for id, bestand in BESTANDEN.items():
        yield Drager(id, Dragersoort.GEGEVENS, bestand)
    for bestand in RIJEN:
        for id in dict.fromkeys(lees_csv(bestand, lambda rij: rij["regel"])):
            yield Drager(id, Dragersoort.GEGEVENS, bestand)


def _plaats(functie: Any) -> str:
    return f"{functie.__module__.removeprefix('toegang.')}:{functie.__name__}"
