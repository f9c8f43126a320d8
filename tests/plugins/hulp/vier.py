"""The real plugins with their demo people: what a test asks, and how it asks it."""

import importlib
import tomllib
from dataclasses import dataclass, replace
from datetime import date
from functools import cache

import bouwers as b

from toegang.domain.begrippen import Wet
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.melding import Hulpvraag
from toegang.domain.regie import Regietoewijzing
from toegang.domain.zaak import ZaakKort
from toegang.plugins.bord import Hakenbord
from toegang.plugins.gemeenteplugin import Gemeenteplugin
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.verpakking import Herkomst

NAMEN = ("schagen", "beekdaelen", "zwolle", "doetinchem")
DAG = date(2026, 11, 20)
ONTVANGEN = date(2026, 11, 2)


@dataclass(frozen=True)
class Proef:
    """One gemeente: its plugin, board, view, people and demo file."""

    naam: str
    plugin: Gemeenteplugin
    bord: Hakenbord
    beeld: Gemeentebeeld
    demo: dict
    mensen: tuple[Kandidaat, ...]

    @property
    def organisatie(self):
        return self.beeld.organisatie

    def intake(self, *wetten, **anders):
        """Ask ``route_intake``; one question per act, each its own problem unless ``samen``."""
        return self.bord.route_intake(melding(*wetten, **anders), anders.get("contacten", ()), self.beeld).waarde

    def team(self, wet=Wet.WMO, mensen=None, huishouden=None, **anders):
        """Ask ``compose_team`` about a zaak of this act."""
        gezin = huishouden or b.huishouden()
        return self.bord.compose_team(zaak(wet, **anders), gezin, mensen or self.mensen, self.beeld).waarde

    def regie(self, wet=Wet.WMO, huishouden=None, team=None, **anders):
        """Ask ``assign_regie``, with the team that this gemeente composes itself."""
        gezin = huishouden or b.huishouden()
        eigen = team or self.team(wet, huishouden=gezin, **anders)
        return self.bord.assign_regie(zaak(wet, **anders), gezin, eigen, self.beeld).waarde

    def concept(self, besluit, plan=None, wet=Wet.WMO, **anders):
        """Ask ``draft_beschikking``."""
        return self.bord.draft_beschikking(zaak(wet, **anders), plan, besluit, self.beeld).waarde

    def mens(self, id):
        return next(item for item in self.mensen if item.id == id)

    def met(self, id, **anders):
        """Return all people, one of them changed."""
        return tuple(item.gewijzigd(**anders) if item.id == id else item for item in self.mensen)

    def zonder(self, *ids):
        return tuple(item for item in self.mensen if item.id not in ids)

    def met_regels(self, *, weg=(), **anders):
        """Return this gemeente without some own rules, or with other data."""
        regels = {id: regel for id, regel in self.organisatie.regels.items() if id not in weg}
        nieuw = self.organisatie.gewijzigd(regels=regels, **anders)
        return replace(self, beeld=self.beeld.gewijzigd(organisatie=nieuw))


@cache
def proef(naam):
    """Return a gemeente with its demo answers and demo people."""
    module = importlib.import_module(f"toegang_{naam}")
    plugin = module.plugin
    demo = tomllib.loads((plugin.map / "demo.toml").read_text(encoding="utf-8"))
    organisatie = plugin.organisatie(demo["antwoorden"])
    lagen = lagen_van(plugin, Herkomst(f"toegang-{naam}", "0", "gemeente"), organisatie.model)
    mensen = tuple(Medewerker.model_validate(rij).als_kandidaat(DAG, 0) for rij in demo["medewerker"])
    beeld = Gemeentebeeld(naam=naam, organisatie=organisatie, instellingen=demo["antwoorden"], peildatum=DAG)
    return Proef(naam, plugin, Hakenbord(naam, lagen), beeld, demo, mensen)


def melding(*wetten, samen=False, **anders):
    """Return a melding; by default by phone at the first door, about the Wmo."""
    velden = {naam: anders.pop(naam) for naam in ("product", "gespecialiseerd", "vervolgaanvraag") if naam in anders}
    anders.pop("contacten", None)
    vragen = tuple(
        Hulpvraag(nummer=nummer, wet=wet, voor="I-1", samenhang=int(samen), **velden)
        for nummer, wet in enumerate(wetten or (Wet.WMO,), start=1)
    )
    vast = {"loket": "?", "gebied": None, "ontvangen_op": ONTVANGEN, "hulpvragen": vragen}
    return b.melding(**{**vast, **anders})


def zaak(wet=Wet.WMO, **anders):
    return b.zaak(wet, **{"ontvangen_op": ONTVANGEN, **anders})


def andere_zaak(wet, **anders):
    """Return another open zaak of the same household."""
    vast = {"id": "Z2026-000009", "wet": wet, "status": "TEAM", "open": True, "problematiek": "ENKELVOUDIG"}
    return ZaakKort.model_validate({**vast, **anders})


def zittende_regie(regisseur, **anders):
    vast = {"modus": "ONDERSTEUND", "regisseur": regisseur, "eerste_aanspreekpunt": regisseur, "grond": "EERDER"}
    return Regietoewijzing.model_validate({**vast, "reden": b.reden(), **anders})


def besluit(*voorzieningen, **anders):
    return b.besluit(**{"voorzieningen": voorzieningen or (b.voorziening(),), "datum": DAG, **anders})


def getekend_plan(**anders):
    vast = {"vastgesteld_op": ONTVANGEN, "getekend_op": ONTVANGEN, "geldt_als_aanvraag": True}
    return b.plan(**{**vast, **anders})
