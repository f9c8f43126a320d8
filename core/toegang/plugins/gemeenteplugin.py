"""Base class of a gemeente plugin: data beside the code, hooks where the algorithm differs."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any, ClassVar, Self, TypeVar

from pydantic import ValidationError

from toegang.domain.gemeente import Gemeentebeeld
from toegang.domain.openstaand import sleutels_voor_brieven, sleutels_voor_productie, vul_in
from toegang.domain.organisatie import Organisatie
from toegang.domain.tomlplaats import Tomlplaatsen
from toegang.domain.veldfouten import Veldfout, losse_veldfouten
from toegang.domain.waarde import Waarde
from toegang.errors import PluginFout
from toegang.hookspecs import Haken, hookimpl
from toegang.plugins.bewaarplaats import Bewaarplaats
from toegang.plugins.gegevenskeuze import keuzefouten, lees_keuzes, tabelfouten

BESTAND = "organisatie.toml"
I = TypeVar("I", bound=Waarde)  # noqa: E741  I for Instellingen


class GeenInstellingen(Waarde):
    """The settings of a plugin that has none."""


class Gemeenteplugin(Haken):
    """A gemeente: its ``organisatie.toml`` and the hooks that it answers itself.

    The smallest plugin is three lines: a docstring, the import, and
    ``plugin = Gemeenteplugin.uit_pakket(__name__)``.

    Args:
        map: folder of the package, with ``organisatie.toml``, ``sjablonen/`` and ``huisstijl/``.
        ruw: content of ``organisatie.toml``.
        hash: sha256 of that file.

    Attributes:
        Instellingen: what ``[plugin]`` in ``organisatie.toml`` may hold: settings that only this plugin knows.
        bewaart: where the plugin itself keeps data on people, with how to hand those out and wipe them.
    """

    Instellingen: ClassVar[type[Waarde]] = GeenInstellingen
    bewaart: ClassVar[tuple[Bewaarplaats, ...]] = ()

    def __init__(self, map: Path, ruw: Mapping[str, Any], hash: str) -> None:
        self.map = map
        self.ruw = ruw
        self.hash = hash

    @classmethod
    def uit_pakket(cls, pakket: str) -> Self:
        """Read ``organisatie.toml`` beside the package.

        Args:
            pakket: ``__name__`` of the package.

        Raises:
            PluginFout: the file is not there or is not TOML; names the file and line.
        """
        map = Path(str(resources.files(pakket)))
        bestand = map / BESTAND
        try:
            inhoud = bestand.read_bytes()
            ruw = tomllib.loads(inhoud.decode())
        except OSError as fout:
            raise PluginFout(f"{pakket}: organisatie.toml is niet te lezen ({fout.strerror}).") from fout
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as fout:
            raise PluginFout(
                f"{pakket}: organisatie.toml is geen geldige TOML: {fout}.", vervolg="Herstel het bestand."
            ) from fout
        return cls(map, ruw, hashlib.sha256(inhoud).hexdigest())

    def organisatie(self, antwoorden: Mapping[str, str]) -> Organisatie:
        """Return the organisation with the open keys filled in as far as they are answered.

        Args:
            antwoorden: answers to the open keys.

        Raises:
            PluginFout: the data are not valid; all faults at once, each with its line and key path.
        """
        organisatie, fouten = self._lees(antwoorden)
        if organisatie is None or fouten:
            plaatsen = self.plaatsen
            regels = "\n".join(f"  - {_regel(plaatsen, fout)}{fout}" for fout in fouten)
            raise PluginFout(
                f"{self.map.name}/{BESTAND} is niet geldig:\n{regels}", vervolg="Herstel deze sleutels."
            ) from None
        van_de_kern = (*sleutels_voor_brieven(organisatie), *sleutels_voor_productie(organisatie))
        return organisatie.gewijzigd(open=(*organisatie.open, *van_de_kern))

    def veldfouten(self, antwoorden: Mapping[str, str]) -> tuple[Veldfout, ...]:
        """Return everything that :meth:`organisatie` would refuse; empty when it is valid."""
        return self._lees(antwoorden)[1]

    def _lees(self, antwoorden: Mapping[str, str]) -> tuple[Organisatie | None, tuple[Veldfout, ...]]:
        ingevuld = vul_in(self.ruw, antwoorden)
        try:
            organisatie = Organisatie.model_validate(ingevuld)
        except ValidationError as fout:
            return None, (*losse_veldfouten(fout), *self._eigen_fouten(ingevuld))
        return organisatie, (*self._eigen_fouten(ingevuld), *keuzefouten(organisatie))

    def _eigen_fouten(self, ingevuld: Mapping[str, Any]) -> tuple[Veldfout, ...]:
        """Return what is wrong with the settings of this plugin, ``[plugin]``."""
        return tabelfouten("plugin", ingevuld.get("plugin", {}), self.Instellingen)

    def eigen(self, gemeente: Gemeentebeeld, soort: type[I]) -> I:
        """Return the own settings of this plugin.

        Args:
            gemeente: the view that a hook gets.
            soort: the class that the plugin declares as ``Instellingen``.
        """
        return lees_keuzes(gemeente.organisatie.plugin, soort)

    @property
    def plaatsen(self) -> Tomlplaatsen:
        """On which line each key of ``organisatie.toml`` stands; empty when the file is not beside the code."""
        try:
            return Tomlplaatsen((self.map / BESTAND).read_text(encoding="utf-8"))
        except (OSError, UnicodeDecodeError):
            return Tomlplaatsen("")

    def huisstijlbestand(self, naam: str) -> bytes:
        """Return a file of the folder ``huisstijl``, e.g. the logo.

        Raises:
            PluginFout: it is not there.
        """
        bestand = self.map / "huisstijl" / Path(naam).name
        try:
            return bestand.read_bytes()
        except OSError as fout:
            raise PluginFout(f"{self.map.name}/huisstijl/{bestand.name} is niet te lezen.") from fout

    @hookimpl
    def template_dirs(self) -> tuple[str, ...]:
        """Return the own folder with templates, when there is one."""
        eigen = self.map / "sjablonen"
        return (str(eigen),) if eigen.is_dir() else ()


def _regel(plaatsen: Tomlplaatsen, fout: Veldfout) -> str:
    nummer = plaatsen.regel(fout.pad)
    return f"regel {nummer}, " if nummer else ""
