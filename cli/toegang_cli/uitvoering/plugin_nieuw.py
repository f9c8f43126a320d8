"""Make a new plugin, and renew its scaffold later."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

from toegang.environment import Klok
from toegang.errors import Afsluitcode, Invoerfout, ToegangFout
from toegang_cli.invoer import lees_gegevens
from toegang_cli.skelet import schrijven
from toegang_cli.skelet.keuzes import (
    OPEN,
    Keuzes,
    lees_beslisser,
    lees_contact,
    lees_model,
    lees_sleutel,
    lees_wijken,
    modellen_naar,
    vind_gemeente,
)
from toegang_cli.skelet.werkruimte import inschrijvingen, werkruimte_van
from toegang_cli.uitvoer import aantal, toon, zeg
from toegang_cli.werkplek import NIETS_OPGESLAGEN

VRAGEN = ("gemeente", "naar", "wijken", "beslisser", "contact", "uitvoer")
"""Six things at most; each is also an option and a key of the file with answers."""
_STANDAARD = {"wijken": "4", "beslisser": OPEN}


def nieuw(sleutel: str, gegeven: dict[str, str | None], *, antwoorden: Path | None, ja: bool, proef: bool) -> None:
    """Write a new plugin.

    Args:
        sleutel: key of the gemeente.
        gegeven: options that were typed, by the names in :data:`VRAGEN`.
        antwoorden: file with answers.
        ja: ask nothing; what has no answer gets its default, or is an error.
        proef: write nothing.

    Raises:
        Invoerfout: an answer is missing or not usable.
        Conflict: the folder is not empty.
    """
    sleutel = lees_sleutel(sleutel)
    bekend = {**_uit_bestand(antwoorden), **{naam: waarde for naam, waarde in gegeven.items() if waarde is not None}}
    vraag = _Vrager(bekend, mag_vragen=not ja and sys.stdin.isatty())
    dag = Klok.van_machine().vandaag()
    gemeente = vind_gemeente(sleutel, bekend.get("gemeente"), dag)
    keuze = ", ".join(sorted(modellen_naar()))
    model = vraag.naar("naar", f"Op welke gemeente lijkt {gemeente.naam}? ({keuze})", lees_model)
    wijken = vraag.naar("wijken", "Hoeveel wijken zijn er, of hoe heten zij?", lees_wijken)
    beslisser = vraag.naar(
        "beslisser", "Welke functie beslist en ondertekent? (open = nog niet besloten)", lees_beslisser
    )
    contact = vraag.naar("contact", "Op welk e-mailadres kan iemand vragen stellen over de plugin?", lees_contact)
    uitvoer = Path(vraag.naar("uitvoer", "In welke map?", str, f"toegang-{sleutel}"))
    werkruimte = werkruimte_van(uitvoer)
    keuzes = Keuzes(
        sleutel,
        gemeente.naam,
        gemeente.code,
        model,
        wijken,
        beslisser,
        contact,
        dag.isoformat(),
        werkruimte is not None,
    )
    if proef:
        schrijven.weiger_bezet(uitvoer)
        toon(*(f"{uitvoer / pad}" for pad in schrijven.maak(keuzes)))
        zeg(NIETS_OPGESLAGEN)
        return
    lijsten = inschrijvingen(werkruimte, keuzes) if werkruimte else {}
    bestanden = schrijven.schrijf_nieuw(uitvoer, keuzes)
    for pad, tekst in lijsten.items():
        pad.write_text(tekst, encoding="utf-8")
    if werkruimte:
        _test_in_werkruimte(werkruimte, keuzes)
    _meld(keuzes, uitvoer, len(bestanden), lijsten)


def _meld(keuzes: Keuzes, uitvoer: Path, hoeveel: int, lijsten: dict[Path, str]) -> None:
    toon(
        f"Plugin {keuzes.sleutel} staat in {uitvoer}: gemeente {keuzes.gemeente} ({keuzes.code}), "
        f"model {keuzes.model}, {aantal(hoeveel, 'bestand', 'bestanden')}."
    )
    if lijsten:
        toon(f"Ook toegevoegd aan: {', '.join(pad.name for pad in lijsten)}.")
        zeg('Volgende stap: ./setup, en dan: make test ARGS="-k plugincontract"')
    else:
        zeg(f"Volgende stap: toegang plugin toets {_als_map(uitvoer)}")


def _als_map(pad: Path) -> str:
    return str(pad) if pad.is_absolute() or "/" in str(pad) else f"./{pad}"


def _test_in_werkruimte(wortel: Path, keuzes: Keuzes) -> None:
    """The contract test of a member stands with the other tests."""
    pad = wortel / "tests" / "plugins" / keuzes.sleutel / "test_contract.py"
    pad.parent.mkdir(parents=True, exist_ok=True)
    pad.write_text(schrijven.contracttest(keuzes), encoding="utf-8")


def werk_bij(map_: Path, *, proef: bool) -> int:
    """Renew the scaffold of a plugin, and leave what a person changed.

    Args:
        map_: folder of the plugin.
        proef: write nothing.

    Returns:
        The exit code: 3 when a file could not be renewed by itself, else 0.

    Raises:
        Invoerfout: no scaffold was written here.
    """
    skelet, plan = schrijven.vernieuw(map_)
    gewijzigd = [item for item in plan if item.tekst is not None]
    if not gewijzigd:
        toon(f"Plugin {skelet.keuzes.sleutel} is al van deze versie; er was niets te doen.")
        return int(Afsluitcode.OK)
    if not proef:
        schrijven.voer_uit(map_, skelet, plan)
    for item in gewijzigd:
        if item.botst:
            toon(f"{item.pad}: u veranderde dezelfde regels; de nieuwe tekst staat in {item.pad}.nieuw")
        else:
            toon(f"{item.pad}: vernieuwd")
    if proef:
        zeg(NIETS_OPGESLAGEN)
    return int(Afsluitcode.DEELS if any(item.botst for item in gewijzigd) else Afsluitcode.OK)


def _uit_bestand(pad: Path | None) -> dict[str, str]:
    if pad is None:
        return {}
    ruw = lees_gegevens(pad)
    if not isinstance(ruw, dict):
        raise Invoerfout(f"{pad.name} heeft geen antwoorden.", vervolg=f"Sleutels: {', '.join(VRAGEN)}.")
    vreemd = sorted(set(ruw) - set(VRAGEN))
    if vreemd:
        raise Invoerfout(f"{pad.name}: sleutel '{vreemd[0]}' bestaat niet.", vervolg=f"Kies uit: {', '.join(VRAGEN)}.")
    fout = next((naam for naam, waarde in ruw.items() if not isinstance(waarde, str | int | list)), None)
    if fout is not None:
        raise Invoerfout(f"{pad.name}: '{fout}' moet tekst, een getal of een lijst zijn.")
    return {
        naam: ",".join(map(str, waarde)) if isinstance(waarde, list) else str(waarde) for naam, waarde in ruw.items()
    }


class _Vrager:
    """Ask what is not known yet; never in a script."""

    def __init__(self, bekend: dict[str, str], *, mag_vragen: bool) -> None:
        self._bekend, self._mag_vragen = bekend, mag_vragen

    def naar(self, naam: str, vraag: str, lees: Callable[[str], Any], standaard: str | None = None) -> Any:
        anders = standaard or _STANDAARD.get(naam)
        if naam in self._bekend:
            return lees(self._bekend[naam])
        if not self._mag_vragen:
            if anders is None:
                raise Invoerfout(f"De optie --{naam} ontbreekt.", vervolg=vraag)
            return lees(anders)
        while True:
            zeg(f"{vraag}{f' [{anders}]' if anders else ''}")
            getypt = input("> ").strip() or anders or ""
            try:
                return lees(getypt)
            except ToegangFout as fout:
                zeg(str(fout))
