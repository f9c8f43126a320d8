"""A plugin under test, loaded as far as it can be; what fails is kept, so that each check can say its own."""

from __future__ import annotations

import inspect
import sys
import tomllib
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.medewerker import Kandidaat, Medewerker
from toegang.domain.organisatie import OpenSleutel, Organisatie
from toegang.errors import PluginFout, ToegangFout
from toegang.hookspecs import GROEP_GEMEENTEN, GROEP_UITBREIDINGEN
from toegang.plugins.bord import Hakenbord, Laag
from toegang.plugins.gemeenteplugin import BESTAND, Gemeenteplugin
from toegang.plugins.ontdekking import Inschrijving, laad
from toegang.plugins.opbouw import lagen_van
from toegang.plugins.proefplugin import Proefplugin
from toegang.plugins.verpakking import Bewaking, Herkomst
from toegang.testing.mensen import antwoorden, mensen, uit_demo

LIMIET = 5.0
"""Seconds in which a hook must answer here; production gives more."""
PROEFDORP = Path(__file__).with_name("proefdorp.toml")


@dataclass
class Proefstuk:
    """One plugin.

    Args:
        naam: key of the gemeente or extension.
        bron: where it was loaded from.
        herkomst: distribution, version and layer.
        op: day on which is judged.
        plugin: what the entry point names; ``None`` when it could not be loaded.
        laadfout: why not.
        uitbreiding: it is an extension.
        limiet: seconds for one hook.
        overslaan: hooks that are not asked, because they never answer.
        voor_hook: hears which hook is asked next.
    """

    naam: str
    bron: Proefplugin
    herkomst: Herkomst
    op: date
    plugin: Any = None
    laadfout: ToegangFout | None = None
    uitbreiding: bool = False
    limiet: float = LIMIET
    overslaan: frozenset[str] = frozenset()
    voor_hook: Callable[[str], None] = field(default=lambda _hook: None)

    @property
    def gegevens(self) -> Gemeenteplugin | None:
        """The plugin with its data; of Proefdorp for an extension, which has none of its own."""
        if self.uitbreiding:
            return Gemeenteplugin(PROEFDORP.parent, tomllib.loads(PROEFDORP.read_text(encoding="utf-8")), "0")
        return self.plugin if isinstance(self.plugin, Gemeenteplugin) else None

    @cached_property
    def map(self) -> Path | None:
        """Folder of the package."""
        if isinstance(self.plugin, Gemeenteplugin):
            return self.plugin.map
        module = self.plugin if inspect.ismodule(self.plugin) else inspect.getmodule(type(self.plugin))
        bestand = getattr(module, "__file__", None)
        return Path(bestand).parent if bestand and self.plugin is not None else None

    @cached_property
    def _demo(self) -> Mapping[str, Any]:
        try:
            assert self.gegevens is not None
            return tomllib.loads((self.gegevens.map / "demo.toml").read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}

    @cached_property
    def antwoorden(self) -> Mapping[str, str]:
        """Answers to all open keys: of ``demo.toml``, and else made up."""
        gegevens = self.gegevens
        if gegevens is None:
            return {}
        functies = [item for item in gegevens.ruw.get("functie", ()) if isinstance(item, Mapping) and "id" in item]
        # who decides should not be who assessed
        functies.sort(key=lambda item: (bool(item.get("beoordeelt")), item["id"] != "teamleider"))
        namen = tuple(str(item["id"]) for item in functies)
        return antwoorden(_vragen(gegevens.ruw), namen, self._demo.get("antwoorden", {}))

    @cached_property
    def organisatie(self) -> Organisatie | None:
        """The data with all open keys answered; ``None`` when they are not valid."""
        gegevens = self.gegevens
        if gegevens is None or gegevens.veldfouten(self.antwoorden):
            return None
        return gegevens.organisatie(self.antwoorden)

    @cached_property
    def beeld(self) -> Gemeentebeeld:
        """What a hook sees of the gemeente."""
        assert self.organisatie is not None
        return Gemeentebeeld(
            naam=self.naam, organisatie=self.organisatie.op(self.op), instellingen=self.antwoorden, peildatum=self.op
        )

    @cached_property
    def mensen(self) -> tuple[Medewerker, ...]:
        """The professionals: of ``demo.toml``, and else made up."""
        assert self.organisatie is not None
        return uit_demo(self._demo.get("medewerker", ())) or mensen(self.organisatie, self.op)

    @cached_property
    def kandidaten(self) -> tuple[Kandidaat, ...]:
        """The professionals as a hook sees them."""
        return tuple(mens.als_kandidaat(self.op, 0) for mens in self.mensen)

    @cached_property
    def _gebouwd(self) -> tuple[Hakenbord | None, PluginFout | None]:
        try:
            return Hakenbord(self.naam, self._lagen(), Bewaking(self.limiet)), None
        except PluginFout as fout:
            return None, fout

    @property
    def bord(self) -> Hakenbord | None:
        """The board; ``None`` when it could not be built."""
        return self._gebouwd[0] if self.organisatie is not None else None

    @property
    def bordfout(self) -> PluginFout | None:
        """Why the board could not be built."""
        return self._gebouwd[1] if self.organisatie is not None else None

    def _lagen(self) -> tuple[Laag, ...]:
        assert self.organisatie is not None
        if self.uitbreiding:
            onder = lagen_van(self.gegevens, Herkomst("proefdorp", "0", "gemeente"), None)
            return (onder[0], Laag(self.plugin, self.herkomst), onder[-1])
        return lagen_van(self.plugin, self.herkomst, self.organisatie.model, self.organisatie.uitbreidingen)

    def waar(self, pad: tuple[str | int, ...]) -> str:
        """Return where a key of the data stands, as it is shown."""
        gegevens = self.gegevens
        assert gegevens is not None
        regel = gegevens.plaatsen.regel(pad)
        sleutel = ".".join(str(deel + 1) if isinstance(deel, int) else deel for deel in pad)
        return f"{gegevens.map.name}/{BESTAND}{f' regel {regel}' if regel else ''}, {sleutel}"


def _vragen(ruw: Mapping[str, Any]) -> tuple[OpenSleutel, ...]:
    gevonden = []
    for item in ruw.get("open", ()):
        try:
            gevonden.append(OpenSleutel.model_validate(item))
        except ValidationError:
            continue  # the check of the data says what is wrong with it
    return tuple(gevonden)


def laad_proefstuk(proef: Proefplugin, naam: str, op: date, *, uitbreiding: bool = False, **meer: Any) -> Proefstuk:
    """Load a plugin; a failure is kept in the result.

    Args:
        proef: where it can be loaded from.
        naam: key of the gemeente or extension.
        op: day on which is judged.
        uitbreiding: it is an extension.
        **meer: further fields of :class:`Proefstuk`.
    """
    if proef.pad and proef.pad not in sys.path:
        sys.path.insert(0, proef.pad)
    herkomst = Herkomst(proef.distributie, proef.versie, "uitbreiding" if uitbreiding else "gemeente")
    groep = GROEP_UITBREIDINGEN if uitbreiding else GROEP_GEMEENTEN
    stuk = Proefstuk(naam, proef, herkomst, op, uitbreiding=uitbreiding, **meer)
    try:
        stuk.plugin = laad(Inschrijving(naam, groep, proef.distributie, proef.versie, proef.doel))
    except ToegangFout as fout:
        stuk.laadfout = fout
        return stuk
    if not uitbreiding and not isinstance(stuk.plugin, Gemeenteplugin):
        stuk.laadfout = PluginFout(
            f"{proef.doel} is geen Gemeenteplugin.",
            vervolg="Laat de entry point wijzen naar: plugin = Gemeenteplugin.uit_pakket(__name__)",
        )
    return stuk
