"""Base class of a gemeente plugin: data beside the code, hooks where the algorithm differs."""

from __future__ import annotations

import hashlib
import tomllib
from collections.abc import Mapping
from importlib import resources
from pathlib import Path
from typing import Any, Self

from pydantic import ValidationError

from toegang.domain.openstaand import sleutels_voor_productie, vul_in
from toegang.domain.organisatie import Organisatie
from toegang.domain.veldfouten import veldfouten
from toegang.errors import PluginFout
from toegang.hookspecs import Haken, hookimpl


class Gemeenteplugin(Haken):
    """A gemeente: its ``organisatie.toml`` and the hooks that it answers itself.

    The smallest plugin is three lines: a docstring, the import, and
    ``plugin = Gemeenteplugin.uit_pakket(__name__)``.

    Args:
        map: folder of the package, with ``organisatie.toml``, ``sjablonen/`` and ``huisstijl/``.
        ruw: content of ``organisatie.toml``.
        hash: sha256 of that file.
    """

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
        bestand = map / "organisatie.toml"
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
            PluginFout: the data are not valid; all faults at once, each with its key path.
        """
        try:
            organisatie = Organisatie.model_validate(vul_in(self.ruw, antwoorden))
        except ValidationError as fout:
            regels = "\n".join(f"  - {regel}" for regel in veldfouten(fout))
            raise PluginFout(
                f"{self.map.name}/organisatie.toml is niet geldig:\n{regels}", vervolg="Herstel deze sleutels."
            ) from None
        return organisatie.gewijzigd(open=(*organisatie.open, *sleutels_voor_productie(organisatie)))

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
