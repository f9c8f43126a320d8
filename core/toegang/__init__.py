"""Toegang: the road from a resident's first question to the decision and its archive.

This module is the public face: a plugin imports from here and nothing deeper. Names are loaded when
they are first used, so that ``import toegang`` costs nothing.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from toegang.domain.aanschrijving import Aanschrijfwijze as Aanschrijfwijze
    from toegang.domain.aanschrijving import Partnernaam as Partnernaam
    from toegang.domain.aanschrijving import Persoonsnaam as Persoonsnaam
    from toegang.domain.adresregels import Adres as Adres
    from toegang.domain.adresregels import Adresregels as Adresregels
    from toegang.domain.adressering import Adressering as Adressering
    from toegang.domain.adressering import adresseer as adresseer
    from toegang.domain.adressering import adresseer_brp as adresseer_brp
    from toegang.domain.adressering import adresseer_namens as adresseer_namens
    from toegang.domain.archief import Archiefbesluit as Archiefbesluit
    from toegang.domain.archief import Archiefkeuze as Archiefkeuze
    from toegang.domain.begrippen import Afhandeling as Afhandeling
    from toegang.domain.begrippen import Besluitsoort as Besluitsoort
    from toegang.domain.begrippen import Besluitvorm as Besluitvorm
    from toegang.domain.begrippen import Drager as Drager
    from toegang.domain.begrippen import Kanaal as Kanaal
    from toegang.domain.begrippen import Kenmerk as Kenmerk
    from toegang.domain.begrippen import Meldersoort as Meldersoort
    from toegang.domain.begrippen import Plansoort as Plansoort
    from toegang.domain.begrippen import Problematiek as Problematiek
    from toegang.domain.begrippen import Regiemodus as Regiemodus
    from toegang.domain.begrippen import Registratie as Registratie
    from toegang.domain.begrippen import Voorzieningsoort as Voorzieningsoort
    from toegang.domain.begrippen import Werkgeversoort as Werkgeversoort
    from toegang.domain.begrippen import Wet as Wet
    from toegang.domain.begrippen import Zelfregie as Zelfregie
    from toegang.domain.besluit import Beschikkingsconcept as Beschikkingsconcept
    from toegang.domain.besluit import Besluit as Besluit
    from toegang.domain.besluit import Dragerverdeling as Dragerverdeling
    from toegang.domain.gemeente import Gemeentebeeld as Gemeentebeeld
    from toegang.domain.huishouden import Huishouden as Huishouden
    from toegang.domain.medewerker import Kandidaat as Kandidaat
    from toegang.domain.melding import Contact as Contact
    from toegang.domain.melding import Intake as Intake
    from toegang.domain.melding import Melding as Melding
    from toegang.domain.plan import Plan as Plan
    from toegang.domain.reden import Reden as Reden
    from toegang.domain.regie import Regietoewijzing as Regietoewijzing
    from toegang.domain.signaal import Gebeurtenis as Gebeurtenis
    from toegang.domain.signaal import Signaal as Signaal
    from toegang.domain.team import Casusteam as Casusteam
    from toegang.domain.team import Gepasseerd as Gepasseerd
    from toegang.domain.team import Teamlid as Teamlid
    from toegang.domain.waarde import Waarde as Waarde
    from toegang.domain.zaak import Zaak as Zaak
    from toegang.hookspecs import hookimpl as hookimpl
    from toegang.plugins import bouwstenen as bouwstenen
    from toegang.plugins.bewaarplaats import Bewaarplaats as Bewaarplaats
    from toegang.plugins.gemeenteplugin import Gemeenteplugin as Gemeenteplugin

_PLAATS = {
    "toegang.domain.aanschrijving": ("Aanschrijfwijze", "Partnernaam", "Persoonsnaam"),
    "toegang.domain.adresregels": ("Adres", "Adresregels"),
    "toegang.domain.adressering": ("Adressering", "adresseer", "adresseer_brp", "adresseer_namens"),
    "toegang.domain.archief": ("Archiefbesluit", "Archiefkeuze"),
    "toegang.domain.begrippen": (
        "Afhandeling",
        "Besluitsoort",
        "Besluitvorm",
        "Drager",
        "Kanaal",
        "Kenmerk",
        "Meldersoort",
        "Plansoort",
        "Problematiek",
        "Regiemodus",
        "Registratie",
        "Voorzieningsoort",
        "Werkgeversoort",
        "Wet",
        "Zelfregie",
    ),
    "toegang.domain.besluit": ("Beschikkingsconcept", "Besluit", "Dragerverdeling"),
    "toegang.domain.gemeente": ("Gemeentebeeld",),
    "toegang.domain.huishouden": ("Huishouden",),
    "toegang.domain.medewerker": ("Kandidaat",),
    "toegang.domain.melding": ("Contact", "Intake", "Melding"),
    "toegang.domain.plan": ("Plan",),
    "toegang.domain.reden": ("Reden",),
    "toegang.domain.regie": ("Regietoewijzing",),
    "toegang.domain.signaal": ("Gebeurtenis", "Signaal"),
    "toegang.domain.team": ("Casusteam", "Gepasseerd", "Teamlid"),
    "toegang.domain.waarde": ("Waarde",),
    "toegang.domain.zaak": ("Zaak",),
    "toegang.hookspecs": ("hookimpl",),
    "toegang.plugins.bewaarplaats": ("Bewaarplaats",),
    "toegang.plugins.gemeenteplugin": ("Gemeenteplugin",),
}
_MODULE = {naam: module for module, namen in _PLAATS.items() for naam in namen}
_NAAMRUIMTE = {"bouwstenen": "toegang.plugins.bouwstenen"}

__all__ = sorted({**_MODULE, **_NAAMRUIMTE})  # noqa: PLE0605  the list is made from the table above


def __getattr__(naam: str) -> Any:
    """Import a public name when it is first used (PEP 562)."""
    if naam in _NAAMRUIMTE:
        return importlib.import_module(_NAAMRUIMTE[naam])
    if naam not in _MODULE:
        raise AttributeError(f"module 'toegang' has no attribute {naam!r}")
    waarde = getattr(importlib.import_module(_MODULE[naam]), naam)
    globals()[naam] = waarde
    return waarde
