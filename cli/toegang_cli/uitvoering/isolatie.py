"""Prove that gemeenten are kept apart, by trying to cross; what gets through is said, with what would stop it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import chain
from pathlib import Path

from toegang.environment import Klok
from toegang.errors import Afsluitcode, ToegangFout
from toegang.letters.sjablonen import Sjabloonset
from toegang.plugins.laden import laad_plugin, maak_bord
from toegang.plugins.ontdekking import zoek
from toegang.tenancy import Register, Stand
from toegang.tenancy.isolatie import Proef, Uitslag, proeven
from toegang_cli.kindproces import voer_in_kind, voor_elk
from toegang_cli.uitvoer import aantal, druk, toon, toon_json, zeg

_GEDULD = 600.0
_KLEUR = {Uitslag.TEGENGEHOUDEN: "green", Uitslag.NIET_BEPROEFD: "yellow", Uitslag.NIET_TEGENGEHOUDEN: "bold red"}
_MISLUKT = "de proeven van deze gemeente"


def isolatie(naam: str | None, *, als_json: bool) -> Afsluitcode:
    """Try everything, from one gemeente or from each, each in a process of her own.

    Args:
        naam: the gemeente that tries; ``None`` = all.
        als_json: as JSON.

    Returns:
        CONTROLE when something got through while a gemeente is in production, or a probe could not be done.
    """
    register = Register.standaard()
    if naam is not None:
        register.haal(naam)
        gevonden = list(chain(proeven(register, naam, Klok.van_machine().nu), _plugins(register, naam)))
    else:
        namen = [item.naam for item in register.gemeenten()]
        gevonden = list(chain.from_iterable(voor_elk(namen, _in_kind)))
    lekken = [item for item in gevonden if item.uitslag is Uitslag.NIET_TEGENGEHOUDEN]
    mislukt = [item for item in gevonden if item.uitslag is Uitslag.NIET_BEPROEFD and item.weg == _MISLUKT]
    productie = any(item.stand is Stand.PRODUCTIE for item in register.gemeenten())
    if als_json:
        toon_json({"productie": productie, "proeven": [item.model_dump(mode="json") for item in gevonden]})
    else:
        _toon(gevonden, lekken, productie=productie)
    return Afsluitcode.CONTROLE if (lekken and productie) or mislukt else Afsluitcode.OK


def _in_kind(naam: str) -> list[Proef]:
    kind = voer_in_kind("gemeente", "isolatie", naam, "--json", geduld=_GEDULD)
    try:
        return [Proef.model_validate(item) for item in json.loads(kind.uit)["proeven"]]
    except (ValueError, KeyError, TypeError):
        return [Proef(weg=_MISLUKT, van=naam, naar="", uitslag=Uitslag.NIET_BEPROEFD, reden=kind.fout)]


def _plugins(register: Register, van: str) -> Iterator[Proef]:
    """Look for another gemeente on the hook board of this one and in her set of letters."""
    try:
        bron = zoek(register.haal(van).plugin)
        plugin = laad_plugin(bron)
        bord = maak_bord(van, plugin, bron, plugin.organisatie({}))
        eigen = {laag.herkomst.plugin for laag in bord.lagen}
        set_ = Sjabloonset([Path(map_) for _, mappen in bord.template_dirs() for map_ in mappen])
    except ToegangFout as fout:
        yield Proef(weg=_MISLUKT, van=van, naar="", uitslag=Uitslag.NIET_BEPROEFD, reden=fout.boodschap)
        return
    for ander in register.gemeenten():
        if ander.naam == van:
            continue
        vreemd = zoek(ander.plugin).distributie
        gelekt = vreemd in eigen and vreemd != bron.distributie
        yield Proef(
            weg="haar haken op ons bord",
            van=van,
            naar=ander.naam,
            uitslag=Uitslag.NIET_TEGENGEHOUDEN if gelekt else Uitslag.TEGENGEHOUDEN,
            reden="haal haar plugin van dit bord" if gelekt else "een bord heeft alleen de lagen van de eigen gemeente",
        )
        doel = f"../../toegang_{ander.plugin}/organisatie.toml"
        yield _sjabloonproef(set_, doel, van, ander.naam)


def _sjabloonproef(set_: Sjabloonset, doel: str, van: str, naar: str) -> Proef:
    weg = "haar sjablonen laden in onze brieven"
    try:
        set_.boom(doel)
    except (ToegangFout, OSError):
        reden = "de lader kent alleen de eigen mappen en verlaat ze niet"
        return Proef(weg=weg, van=van, naar=naar, uitslag=Uitslag.TEGENGEHOUDEN, reden=reden)
    return Proef(
        weg=weg, van=van, naar=naar, uitslag=Uitslag.NIET_TEGENGEHOUDEN, reden="herstel de lader van sjablonen"
    )


def _toon(gevonden: list[Proef], lekken: list[Proef], *, productie: bool) -> None:
    from rich.table import Table
    from rich.text import Text

    if not gevonden:
        toon("Er is nog geen gemeente aangesloten, dus er is niets te beproeven.")
        return
    tabel = Table.grid(padding=(0, 2))
    tabel.add_column(max_width=18)
    tabel.add_column(overflow="fold")
    for item in gevonden:
        wie = f"{item.van or 'van buiten'} naar {item.naar}: {item.weg}"
        tabel.add_row(Text(item.uitslag.value, style=_KLEUR[item.uitslag]), f"{wie}\n→ {item.reden}")
    druk(tabel)
    toon("", f"{aantal(len(gevonden), 'proef', 'proeven')}, waarvan {len(lekken)} niet tegengehouden.")
    if lekken and not productie:
        zeg("Er is hier nog geen gemeente in productie. Zou dat wel zo zijn, dan was de afsluitcode 6.")
