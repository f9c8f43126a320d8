"""Render the scaffold, and write it: new, or over an older one without losing what a person changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import metadata, resources
from pathlib import Path
from typing import Any

from jinja2 import DictLoader, Environment, StrictUndefined

from toegang.errors import Conflict, Invoerfout, OpslagFout
from toegang.plugins.schema import organisatieschema
from toegang_cli.skelet.inhoud import gegevens
from toegang_cli.skelet.keuzes import Keuzes
from toegang_cli.skelet.samenvoegen import voeg_samen

STAAT = ".toegang-skelet.json"
VORM = "toegang.skelet/1"
_NIEUW = ".nieuw"


@dataclass(frozen=True)
class Skelet:
    """What a scaffold wrote, kept beside it.

    Args:
        keuzes: answers of the maker.
        bestanden: text by path, as it was written.
    """

    keuzes: Keuzes
    bestanden: Mapping[str, str]


def maak(keuzes: Keuzes) -> dict[str, str]:
    """Return the files of a new plugin: text by path, relative to its folder.

    Args:
        keuzes: answers of the maker.
    """
    velden = {**gegevens(keuzes), "versie": _versie(), "minimaal": ".".join(_versie().split(".")[:2])}
    pakket = keuzes.pakket
    namen = {
        "pyproject.toml": "pyproject.toml",
        f"{pakket}/__init__.py": "__init__.py",
        f"{pakket}/organisatie.toml": "organisatie.toml",
        f"{pakket}/sjablonen/LEESMIJ.txt": "sjablonen.leesmij",
        f"{pakket}/huisstijl/logo.svg": "logo.svg",
        "README.md": "README.md",
    }
    if not keuzes.binnen:
        namen["tests/test_contract.py"] = "test_contract.py"
    omgeving = _omgeving()
    bestanden = {pad: omgeving.get_template(naam).render(velden) for pad, naam in namen.items()}
    bestanden[f"{pakket}/py.typed"] = ""
    bestanden["organisatie.schema.json"] = _schema()
    return bestanden


def contracttest(keuzes: Keuzes) -> str:
    """Return the contract test, for a plugin whose tests stand elsewhere."""
    return _omgeving().get_template("test_contract.py").render(gegevens(keuzes))


def schrijf_nieuw(map_: Path, keuzes: Keuzes) -> tuple[str, ...]:
    """Write a new plugin.

    Args:
        map_: its folder; it is not there yet, or empty.
        keuzes: answers of the maker.

    Returns:
        The files, in order.

    Raises:
        Conflict: there is something in the folder.
        OpslagFout: it cannot be written.
    """
    weiger_bezet(map_)
    bestanden = maak(keuzes)
    for pad, tekst in bestanden.items():
        _schrijf(map_ / pad, tekst)
    bewaar_staat(map_, Skelet(keuzes, bestanden))
    return tuple(bestanden)


def weiger_bezet(map_: Path) -> None:
    """Refuse a folder in which something stands.

    Raises:
        Conflict: names it.
    """
    if map_.exists() and (not map_.is_dir() or any(map_.iterdir())):
        raise Conflict(
            f"{map_} bestaat al en is niet leeg; er wordt niets overschreven.",
            vervolg=f"Kies een andere map met --uitvoer, of vernieuw het skelet: toegang plugin bijwerken {map_}",
        )


@dataclass(frozen=True)
class Vernieuwing:
    """What renewing does with one file.

    Args:
        pad: the file.
        tekst: its new text; ``None`` = it stays as it is.
        botst: a person and the scaffold changed the same lines; the new text goes beside the file.
    """

    pad: str
    tekst: str | None
    botst: bool = False


def vernieuw(map_: Path) -> tuple[Skelet, tuple[Vernieuwing, ...]]:
    """Say what renewing a scaffold would do; changes nothing.

    Args:
        map_: folder of the plugin.

    Returns:
        The scaffold as it would be written now, and what happens to each file.

    Raises:
        Invoerfout: no scaffold was written here.
    """
    oud = lees_staat(map_)
    nieuw = maak(oud.keuzes)
    plan = []
    for pad, tekst in nieuw.items():
        huidig, basis = _lees(map_ / pad), oud.bestanden.get(pad)
        if basis is None and huidig is None:
            plan.append(Vernieuwing(pad, tekst))
        elif huidig is None or tekst in {basis, huidig}:
            plan.append(Vernieuwing(pad, None))  # removed on purpose, or nothing new
        elif huidig == basis:
            plan.append(Vernieuwing(pad, tekst))
        else:
            samen = voeg_samen(basis or "", huidig, tekst)
            plan.append(Vernieuwing(pad, tekst if samen is None else samen, botst=samen is None))
    return Skelet(oud.keuzes, nieuw), tuple(plan)


def voer_uit(map_: Path, skelet: Skelet, plan: tuple[Vernieuwing, ...]) -> None:
    """Write what :func:`vernieuw` planned; a clash goes beside the file, as ``NAAM.nieuw``.

    Raises:
        OpslagFout: it cannot be written.
    """
    for item in plan:
        if item.tekst is not None:
            _schrijf(map_ / f"{item.pad}{_NIEUW if item.botst else ''}", item.tekst)
    bewaar_staat(map_, skelet)


def lees_staat(map_: Path) -> Skelet:
    """Return what a scaffold wrote in a folder.

    Raises:
        Invoerfout: nothing, or the file is not usable.
    """
    try:
        ruw: dict[str, Any] = json.loads((map_ / STAAT).read_text(encoding="utf-8"))
        return Skelet(Keuzes.uit_json(ruw["keuzes"]), dict(ruw["bestanden"]))
    except (OSError, ValueError, KeyError, TypeError):
        raise Invoerfout(
            f"In {map_} staat geen bruikbaar {STAAT}: deze plugin is niet met 'plugin nieuw' gemaakt.",
            vervolg="Maak een nieuwe plugin, en zet uw gegevens daarin over.",
        ) from None


def bewaar_staat(map_: Path, skelet: Skelet) -> None:
    """Keep what was written, so that later changes can be told from those of a person."""
    inhoud = {
        "vorm": VORM,
        "toegang": _versie(),
        "keuzes": skelet.keuzes.als_json(),
        "bestanden": {pad: tekst for pad, tekst in skelet.bestanden.items() if not pad.endswith(".schema.json")},
    }
    _schrijf(map_ / STAAT, json.dumps(inhoud, indent=1, ensure_ascii=False) + "\n")


@cache
def _schema() -> str:
    return json.dumps(organisatieschema(), indent=1, ensure_ascii=False) + "\n"


@cache
def _omgeving() -> Environment:
    map_ = resources.files("toegang_cli.skelet") / "bestanden"
    bronnen = {
        bron.name.removesuffix(".jinja"): bron.read_text(encoding="utf-8")
        for bron in map_.iterdir()
        if bron.name.endswith(".jinja")
    }
    # what it writes is TOML, Python and Markdown, never HTML
    omgeving = Environment(  # noqa: S701
        loader=DictLoader(bronnen),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    omgeving.filters["toml"] = lambda waarde: json.dumps(waarde, ensure_ascii=False)
    return omgeving


def _versie() -> str:
    return metadata.version("toegang")


def _lees(pad: Path) -> str | None:
    try:
        return pad.read_text(encoding="utf-8")
    except (OSError, UnicodeDecodeError):
        return None


def _schrijf(pad: Path, tekst: str) -> None:
    try:
        pad.parent.mkdir(parents=True, exist_ok=True)
        pad.write_text(tekst, encoding="utf-8")
    except OSError as fout:
        raise OpslagFout(
            f"{pad} kan niet worden geschreven: {fout.strerror}.", vervolg="Kies een andere map."
        ) from None
