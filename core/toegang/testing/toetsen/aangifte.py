"""Is the declaration valid: can the plugin be loaded, and do its data say what they must?"""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import get_close_matches

from toegang.domain.gemeenten import gemeente_met_code
from toegang.domain.organisatie import Organisatie
from toegang.domain.organisatiecontrole import gebreken
from toegang.domain.regelboek import regelboek
from toegang.domain.veldfouten import Veldfout
from toegang.errors import Invoerfout
from toegang.testing.bevinding import Bevinding
from toegang.testing.proefstuk import Proefstuk
from toegang.testing.register import Nodig, Proef, contracttoets

PROEFCODE = "999"
"""Codes that begin so are no municipality; use them for one that does not exist."""
_BOEKREGEL = re.compile(r"[SBZDWL]-\d+")


@contracttoets("laden", "De plugin kan worden geladen.", uitbreiding=True, nodig=Nodig.NIETS)
def laden(proef: Proef) -> Iterable[Bevinding]:
    """The entry point names an object, and importing it raises nothing."""
    fout = proef.stuk.laadfout
    if fout is not None:
        yield Bevinding("laden", f"plugin {proef.stuk.naam}", fout.boodschap.rstrip("."), _kort(fout.vervolg))


@contracttoets("gegevens", "De gegevens in organisatie.toml zijn geldig.", nodig=Nodig.PLUGIN)
def gegevens(proef: Proef) -> Iterable[Bevinding]:
    """Keys, types, dates and choices; also what the model and the plugin declare themselves."""
    plugin = proef.stuk.gegevens
    if plugin is None:
        return
    for fout in plugin.veldfouten(proef.stuk.antwoorden):
        yield Bevinding("gegevens", proef.stuk.waar(fout.pad), fout.wat, _herstel(fout))


@contracttoets(
    "samenhang",
    "Alles wat organisatie.toml noemt, bestaat, en elke wet heeft een route met mandaat.",
    nodig=Nodig.GEGEVENS,
)
def samenhang(proef: Proef) -> Iterable[Bevinding]:
    """Teams, functies, employers, mandates, open keys, roads and the order of dates."""
    stuk = proef.stuk
    if stuk.gegevens is None or stuk.organisatie is None:
        return
    for gebrek in gebreken(stuk.organisatie, stuk.gegevens.ruw, stuk.op):
        yield Bevinding("samenhang", stuk.waar(gebrek.pad), gebrek.wat, gebrek.herstel, gebrek.regel)
    for id in stuk.organisatie.regels:
        if _BOEKREGEL.fullmatch(id) and id not in regelboek():
            wat = f"regel '{id}' staat niet in het regelboek en wordt dus nooit getoetst"
            herstel = "kies een regel uit: toegang regels lijst; of geef de regel een eigen letter"
            yield Bevinding("samenhang", stuk.waar(("regels", id)), wat, herstel)


@contracttoets(
    "gemeentecode", "Code en naam zijn die van de officiële lijst, op de dag van vandaag.", nodig=Nodig.GEGEVENS
)
def gemeentecode(proef: Proef) -> Iterable[Bevinding]:
    """A code can outlive a gemeente (Schagen kept 0441), so name and code are compared on the day."""
    stuk = proef.stuk
    organisatie = stuk.organisatie
    if organisatie is None or organisatie.gemeentecode.startswith(PROEFCODE):
        return
    waar = stuk.waar(("gemeentecode",))
    try:
        echt = gemeente_met_code(organisatie.gemeentecode, stuk.op)
    except Invoerfout as fout:
        yield Bevinding("gemeentecode", waar, fout.boodschap.rstrip("."), "neem de code van de gemeente van nu")
        return
    if echt.naam.casefold() != organisatie.naam.casefold():
        wat = f"code {echt.code} is op {stuk.op.isoformat()} van {echt.naam}, niet van {organisatie.naam}"
        yield Bevinding("gemeentecode", waar, wat, f'schrijf naam = "{echt.naam}", of neem de goede code')


@contracttoets("pakket", "Het pakket geeft zijn type-informatie door.", uitbreiding=True, nodig=Nodig.PLUGIN)
def pakket(proef: Proef) -> Iterable[Bevinding]:
    """``py.typed`` is there, so that a type checker looks at the plugin and its users."""
    map_ = proef.stuk.map
    if map_ is not None and not (map_ / "py.typed").is_file():
        wat = "py.typed ontbreekt, dus type-checkers slaan dit pakket over"
        yield Bevinding("pakket", map_.name, wat, f"maak een leeg bestand {map_.name}/py.typed")


def _kort(vervolg: str) -> str:
    return vervolg.rstrip(".") or "los de fout op en probeer het opnieuw"


def _herstel(fout: Veldfout) -> str:
    sleutel = str(fout.pad[-1]) if fout.pad else ""
    if fout.wat == "deze sleutel bestaat niet":
        bekend = {veld.alias or naam for naam, veld in Organisatie.model_fields.items()}
        gelijk = get_close_matches(sleutel, bekend, n=1)
        return f"bedoelde u '{gelijk[0]}'? Anders: haal haar weg" if gelijk else "haal haar weg, of herstel de tikfout"
    if fout.wat == "ontbreekt":
        return f"zet '{sleutel}' erbij; staat het niet vast, schrijf dan \"open:…\" en stel de vraag onder [[open]]"
    if fout.wat.startswith("gebied "):
        return "geef elk gebied precies één team, en elke kern precies één gebied"
    return "pas de waarde aan; organisatie.schema.json zegt wat er mag staan"


def is_beproefbaar(stuk: Proefstuk) -> bool:
    """Tell whether the plugin got so far that it can be asked something."""
    return stuk.bord is not None
