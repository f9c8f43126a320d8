"""The contract as a pytest class: one test per check, over one plugin.

Nothing can be left out in silence: a subclass that overrides or removes a test is refused, unless ``overslaan`` names
it with a reason; then the test is shown as skipped, with that reason.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any, ClassVar

import pytest

from toegang.environment import Klok
from toegang.testing.keuze import Keuze, kies
from toegang.testing.proefstuk import laad_proefstuk
from toegang.testing.register import Contracttoets, Proef, alle_toetsen, voer_uit


@cache
def _proef(verwijzing: str, op: date, *, uitbreiding: bool) -> Proef:
    with kies(verwijzing, uitbreiding=uitbreiding) as gekozen:
        return Proef(_stuk(gekozen, op, uitbreiding=uitbreiding))


def _stuk(gekozen: Keuze, op: date, *, uitbreiding: bool) -> Any:
    return laad_proefstuk(gekozen.plugin, gekozen.naam, op, uitbreiding=uitbreiding)


class Plugincontract:
    """Subclass it and name your plugin.

    Attributes:
        plugin: name of the entry point, or path of the folder of the distribution.
        uitbreiding: it is an extension.
        op: day on which is judged; ``None`` = today.
        overslaan: tests that you leave out, each with the reason.
    """

    plugin: ClassVar[str | Path] = ""
    uitbreiding: ClassVar[bool] = False
    op: ClassVar[date | None] = None
    overslaan: ClassVar[Mapping[str, str]] = {}

    def __init_subclass__(cls, **kwargs: Any) -> None:
        """Refuse a subclass that drops a test."""
        super().__init_subclass__(**kwargs)
        namen = {f"test_{toets.id}" for toets in alle_toetsen()}
        weg = sorted(naam for naam in namen if cls.__dict__.get(naam, Plugincontract) is not Plugincontract)
        if weg:
            raise TypeError(
                f"{cls.__name__} vervangt {', '.join(weg)}. Een contracttoets kan niet stil verdwijnen: noem haar in "
                'overslaan = {"' + weg[0] + '": "waarom"}, dan staat zij als overgeslagen in het verslag.'
            )
        for naam, reden in cls.overslaan.items():
            if naam not in namen:
                raise TypeError(f"{cls.__name__}: overslaan noemt {naam}, en die toets bestaat niet.")
            if not reden.strip():
                raise TypeError(f"{cls.__name__}: overslaan noemt bij {naam} geen reden.")


def _test(toets: Contracttoets) -> Callable[[Plugincontract], None]:
    def test(self: Plugincontract) -> None:
        cls = type(self)
        if reden := cls.overslaan.get(f"test_{toets.id}"):
            pytest.skip(reden)
        if cls.uitbreiding and not toets.uitbreiding:
            pytest.skip("deze toets gaat over een gemeente, niet over een uitbreiding")
        proef = _proef(str(cls.plugin), cls.op or Klok.van_machine().vandaag(), uitbreiding=cls.uitbreiding)
        if not toets.kan(proef):
            pytest.skip("kan pas als de fout is hersteld die een eerdere toets noemt")
        gevonden = voer_uit(proef, toets)
        if gevonden:
            regels = "\n".join(f"- {item}" for item in gevonden)
            pytest.fail(f"{toets.zin} Dat is hier niet zo:\n{regels}", pytrace=False)

    test.__name__ = test.__qualname__ = f"test_{toets.id}"
    test.__doc__ = toets.zin
    return test


for _toets in alle_toetsen():
    setattr(Plugincontract, f"test_{_toets.id}", _test(_toets))
