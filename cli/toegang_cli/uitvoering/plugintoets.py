"""The contract over one plugin, as a report in a terminal."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import Any

from toegang.environment import Klok
from toegang.errors import Controlefout, Invoerfout
from toegang.testing.keuze import Keuze, kies
from toegang.testing.proces import Uitslag, beproef
from toegang_cli.uitvoer import BREEDTE, aantal, toon, toon_json, zeg

VORM = "toegang.plugintoets/1"
_INSPRING = "       "


def toets(wat: str, *, uitbreiding: bool, seconden: float, als_json: bool) -> None:
    """Run the contract over a plugin.

    Args:
        wat: name of an installed plugin, or path of its folder or wheel.
        uitbreiding: it is an extension.
        seconden: how long a hook may take.
        als_json: as JSON.

    Raises:
        Controlefout: there are faults.
        Invoerfout: the folder holds no plugin, or the time is no time.
        PluginFout: there is no installed plugin with that name.
    """
    if not seconden > 0:
        raise Invoerfout("De waarde van --seconden is groter dan nul.", vervolg="Kies bijvoorbeeld 5.")
    op = Klok.van_machine().vandaag()
    uitslagen: list[Uitslag] = []
    with kies(wat, uitbreiding=uitbreiding) as keuze:
        if not als_json:
            zeg(f"Plugin {keuze.naam} ({keuze.plugin.naam}), beoordeeld op {op.isoformat()}:")
        for uitslag in beproef(keuze, op, uitbreiding=uitbreiding, limiet=seconden):
            uitslagen.append(uitslag)
            if not als_json:
                _toon(uitslag)
    fouten = sum(len(uitslag.bevindingen) for uitslag in uitslagen)
    if als_json:
        toon_json(_velden(keuze, uitslagen))
    else:
        goed, niet = sum(item.goed for item in uitslagen), sum(not item.gedaan for item in uitslagen)
        rest = f", {niet} nog niet gedaan" if niet else ""
        totaal = aantal(len(uitslagen), "toets", "toetsen")
        toon("", f"{goed} van {totaal} goed, {aantal(fouten, 'fout', 'fouten')}{rest}.")
    if fouten:
        raise Controlefout(
            f"Plugin {keuze.naam} voldoet nog niet aan het contract: {aantal(fouten, 'fout', 'fouten')}.",
            vervolg=f"Herstel de eerste en begin opnieuw: toegang plugin toets {wat}",
        )


def _toon(uitslag: Uitslag) -> None:
    if not uitslag.gedaan:
        toon(f"-      {uitslag.toets}: kan pas als de fout hierboven is hersteld.")
        return
    toon(f"{'FOUT' if uitslag.bevindingen else 'goed'}   {uitslag.toets}: {uitslag.zin}")
    for item in uitslag.bevindingen:
        regel = f" ({item.regel})" if item.regel else ""
        _alinea(f"- {item.waar}: {item.wat}{regel}.", vervolg="  ")
        _alinea(f"  Herstel: {item.herstel}.", vervolg="  ")


def _alinea(tekst: str, vervolg: str) -> None:
    regels = textwrap.wrap(
        tekst, BREEDTE, initial_indent=_INSPRING, subsequent_indent=_INSPRING + vervolg, break_on_hyphens=False
    )
    toon(*regels)


def _velden(keuze: Keuze, uitslagen: Sequence[Uitslag]) -> dict[str, Any]:
    return {
        "vorm": VORM,
        "plugin": keuze.naam,
        "distributie": keuze.plugin.distributie,
        "versie": keuze.plugin.versie,
        "goed": all(uitslag.goed for uitslag in uitslagen),
        "toetsen": [
            {
                "toets": uitslag.toets,
                "zin": uitslag.zin,
                "gedaan": uitslag.gedaan,
                "bevindingen": [item.als_json() for item in uitslag.bevindingen],
            }
            for uitslag in uitslagen
        ],
    }
