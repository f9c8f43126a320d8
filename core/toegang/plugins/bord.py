"""The hook board of one gemeente: one typed method per hook, four layers in a fixed order.

standaard (last) → model → enabled extensions → gemeente (first). Nobody else touches ``pm.hook``.
"""

from __future__ import annotations

import inspect
from dataclasses import dataclass
from typing import Any, Generic, TypeVar, cast

import pluggy

from toegang.domain.archief import Archiefbesluit, Archiefkeuze
from toegang.domain.besluit import Beschikkingsconcept, Besluit
from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.huishouden import Huishouden
from toegang.domain.medewerker import Kandidaat
from toegang.domain.melding import Contact, Intake, Melding
from toegang.domain.plan import Plan
from toegang.domain.regie import Regietoewijzing
from toegang.domain.signaal import Gebeurtenis, Signaal
from toegang.domain.team import Casusteam
from toegang.domain.zaak import Zaak
from toegang.errors import PluginFout, ToegangFout
from toegang.hookspecs import BESLISHAKEN, PROJECT, Haken
from toegang.plugins.hookspoor import is_strikt
from toegang.plugins.verpakking import (
    Bewaking,
    GeenAntwoord,
    Herkomst,
    Verpakking,
    implementaties,
    laatste_antwoord,
)

T = TypeVar("T")
HAKEN = tuple(naam for naam, haak in vars(Haken).items() if hasattr(haak, f"{PROJECT}_spec"))
ZONDER_WRAPPER = ("template_dirs", "on_gebeurtenis")
"""Hooks whose implementations the board calls one by one."""


@dataclass(frozen=True)
class Laag:
    """One plugin on the board."""

    plugin: object
    herkomst: Herkomst


@dataclass(frozen=True)
class Antwoord(Generic[T]):
    """An answer and who gave it."""

    waarde: T
    herkomst: Herkomst


class Hakenbord:
    """The hooks of one gemeente.

    Args:
        gemeente: key of the gemeente, for messages.
        lagen: plugins, standaard first and gemeente last.
        bewaking: how long a hook may take, and who hears of each call.

    Raises:
        PluginFout: a plugin has an unknown hook or argument, forgot the marker, or an extension answers
            a decision hook; the message names the plugin.
    """

    def __init__(self, gemeente: str, lagen: tuple[Laag, ...], bewaking: Bewaking | None = None) -> None:
        self.gemeente = gemeente
        self._bewaking = bewaking
        self.lagen = lagen
        self._pm = pluggy.PluginManager(PROJECT)
        self._pm.add_hookspecs(Haken)
        for laag in lagen:
            _controleer_laag(laag, lagen)
            self._registreer(laag)
        self._controleer_namen()

    # --- the five decisions, in life-cycle order -------------------------------------------------

    def route_intake(
        self, melding: Melding, contacten: tuple[Contact, ...], gemeente: Gemeentebeeld
    ) -> Antwoord[Intake]:
        """See :meth:`toegang.hookspecs.Haken.route_intake`."""
        return self._beslis("route_intake", melding=melding, contacten=contacten, gemeente=gemeente)

    def compose_team(
        self, zaak: Zaak, huishouden: Huishouden, kandidaten: tuple[Kandidaat, ...], gemeente: Gemeentebeeld
    ) -> Antwoord[Casusteam]:
        """See :meth:`toegang.hookspecs.Haken.compose_team`."""
        return self._beslis("compose_team", zaak=zaak, huishouden=huishouden, kandidaten=kandidaten, gemeente=gemeente)

    def assign_regie(
        self, zaak: Zaak, huishouden: Huishouden, team: Casusteam, gemeente: Gemeentebeeld
    ) -> Antwoord[Regietoewijzing]:
        """See :meth:`toegang.hookspecs.Haken.assign_regie`."""
        return self._beslis("assign_regie", zaak=zaak, huishouden=huishouden, team=team, gemeente=gemeente)

    def draft_beschikking(
        self, zaak: Zaak, plan: Plan | None, besluit: Besluit, gemeente: Gemeentebeeld
    ) -> Antwoord[Beschikkingsconcept]:
        """See :meth:`toegang.hookspecs.Haken.draft_beschikking`."""
        return self._beslis("draft_beschikking", zaak=zaak, plan=plan, besluit=besluit, gemeente=gemeente)

    def decide_archivering(
        self,
        zaak: Zaak,
        besluiten: tuple[Besluit, ...],
        toegestaan: tuple[Archiefkeuze, ...],
        gemeente: Gemeentebeeld,
    ) -> Antwoord[Archiefbesluit]:
        """See :meth:`toegang.hookspecs.Haken.decide_archivering`."""
        return self._beslis(
            "decide_archivering", zaak=zaak, besluiten=besluiten, toegestaan=toegestaan, gemeente=gemeente
        )

    # --- the collected hooks ---------------------------------------------------------------------

    def beschikking_alineas(self, zaak: Zaak, besluit: Besluit, gemeente: Gemeentebeeld) -> dict[str, tuple[str, ...]]:
        """Return the extra paragraphs per block, of all layers together."""
        blokken: dict[str, tuple[str, ...]] = {}
        for bijdrage in self._pm.hook.beschikking_alineas(zaak=zaak, besluit=besluit, gemeente=gemeente):
            for blok, alineas in bijdrage.items():
                blokken[blok] = (*blokken.get(blok, ()), *alineas)
        return blokken

    def signalen(self, zaak: Zaak, huishouden: Huishouden, gemeente: Gemeentebeeld) -> tuple[Signaal, ...]:
        """Return the signals of all layers."""
        gevonden = self._pm.hook.signalen(zaak=zaak, huishouden=huishouden, gemeente=gemeente)
        return tuple(signaal for bijdrage in gevonden for signaal in bijdrage)

    def template_dirs(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Return (layer, folders) of the templates, gemeente first."""
        impls = {impl.plugin_name: impl for impl in self._pm.hook.template_dirs.get_hookimpls()}
        gevonden = [(laag, impls.get(_naam(laag))) for laag in reversed(self.lagen)]
        return tuple(
            (laag.herkomst.laag, tuple(cast("tuple[str, ...] | None", impl.function()) or ()))
            for laag, impl in gevonden
            if impl
        )

    def on_gebeurtenis(self, gebeurtenis: Gebeurtenis) -> tuple[ToegangFout, ...]:
        """Tell every observer, each by itself; return their failures instead of raising them."""
        fouten = []
        for impl in self._pm.hook.on_gebeurtenis.get_hookimpls():
            try:
                impl.function(**dict.fromkeys(impl.argnames, gebeurtenis))
            except ToegangFout as fout:
                if is_strikt():
                    raise
                fouten.append(fout)
        return tuple(fouten)

    # --- how it works ----------------------------------------------------------------------------

    def _beslis(self, hook: str, **vraag: Any) -> Antwoord[Any]:
        laatste_antwoord.set(None)
        waarde = getattr(self._pm.hook, hook)(**vraag)
        gever = laatste_antwoord.get()
        if waarde is None or gever is None:
            raise GeenAntwoord(
                f"Gemeente {self.gemeente}: geen enkele laag gaf antwoord op '{hook}'.",
                vervolg="Vul organisatie.toml aan of beantwoord deze hook in de plugin.",
            )
        return Antwoord(waarde, gever[0])

    def _registreer(self, laag: Laag) -> None:
        if self._pm.has_plugin(_naam(laag)):
            raise PluginFout(
                f"Gemeente {self.gemeente}: {laag.herkomst.plugin} staat twee keer in laag '{laag.herkomst.laag}'.",
                vervolg="Noem haar één keer in organisatie.toml.",
            )
        try:
            self._pm.register(Verpakking(laag.plugin, laag.herkomst, self.gemeente, self._bewaking), name=_naam(laag))
        except pluggy.PluginValidationError as fout:
            raise PluginFout(
                f"Plugin {laag.herkomst.plugin} {laag.herkomst.versie} past niet op de hooks: "
                f"{' '.join(str(fout).split())}",
                vervolg="Vergelijk de argumenten met toegang/hookspecs.py.",
            ) from fout

    def _controleer_namen(self) -> None:
        try:
            self._pm.check_pending()
        except pluggy.PluginValidationError as fout:
            raise PluginFout(
                f"Gemeente {self.gemeente}: een plugin beantwoordt een hook die niet bestaat: "
                f"{' '.join(str(fout).split())}",
                vervolg="Controleer de naam van de hook op een tikfout.",
            ) from fout


def _naam(laag: Laag) -> str:
    return f"{laag.herkomst.laag}:{laag.herkomst.plugin}"


def _controleer_laag(laag: Laag, lagen: tuple[Laag, ...]) -> None:
    naam, gemerkt = f"{laag.herkomst.plugin} {laag.herkomst.versie}", implementaties(laag.plugin)
    for methode, opties in gemerkt.items():
        hook = opties.get("specname") or methode
        if hook in BESLISHAKEN and laag.herkomst.laag == "uitbreiding":
            eigenaar = lagen[-1].herkomst.plugin
            raise PluginFout(
                f"Uitbreiding {naam} beantwoordt de beslishook '{hook}'; die is van {eigenaar}.",
                vervolg="Een uitbreiding mag alleen de verzamelhooks gebruiken. Schakel haar uit of pas haar aan.",
            )
        if opties.get("hookwrapper"):
            raise PluginFout(
                f"Plugin {naam} gebruikt bij '{hook}' een hookwrapper van de oude stijl.",
                vervolg="Gebruik @hookimpl(wrapper=True).",
            )
        if opties.get("wrapper") and hook in ZONDER_WRAPPER:
            raise PluginFout(f"Plugin {naam}: om hook '{hook}' kan geen wrapper.", vervolg="Beantwoord de hook zelf.")
    for hook in HAKEN:
        methode = inspect.getattr_static(laag.plugin, hook, None)
        if hook not in gemerkt and methode is not None and methode is not vars(Haken)[hook]:
            raise PluginFout(
                f"Plugin {naam} heeft een methode '{hook}' zonder @hookimpl.",
                vervolg="Zet @hookimpl boven de methode; anders wordt zij nooit gebruikt.",
            )
